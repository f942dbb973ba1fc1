#include "game/editor/yaml_colours.h"

#include <catch2/catch.hpp>

namespace {

// The pieces of a line, each with what it is coloured as.
std::string pieces(const mot::YamlColours& colours, std::size_t number, std::string_view line) {
  std::vector<mot::ColouredRun> runs;
  colours.colour(number, line, runs);
  std::string out;
  std::size_t end = 0;
  for (const mot::ColouredRun& run : runs) {
    REQUIRE(run.begin == end);
    end = run.end;
    const char* kind = run.colour == mot::theme::kTeal700  ? "key"
                       : run.colour == mot::theme::kViolet ? "number"
                       : run.colour == mot::theme::kInk3   ? "remark"
                       : run.colour == mot::theme::kInk2   ? "sign"
                       : run.colour == mot::theme::kInk    ? "word"
                                                           : "quoted";
    if (line.substr(run.begin, run.end - run.begin).find_first_not_of(' ') != std::string::npos) {
      out += std::string(out.empty() ? "" : " ") + kind;
    }
  }
  CHECK(end == line.size());
  return out;
}

std::string coloured(const std::string& line) {
  mot::YamlColours colours;
  colours.read(1, line);
  return pieces(colours, 0, line);
}

}  // namespace

TEST_CASE("Keys, words, numbers, quotes and remarks are told apart") {
  CHECK(coloured("minutes: 8  # about") == "key sign number remark");
  CHECK(coloured("  - id: act") == "sign key sign word");
  CHECK(coloured("title: \"A # B\"") == "key sign quoted");
  CHECK(coloured("delivers: { empathy: 8, a: x }") ==
        "key sign sign key sign number sign key sign word sign");
  CHECK(coloured("say: It's 8 o'clock, they say") == "key sign word");
  CHECK(coloured("").empty());
}

TEST_CASE("The inside of a block is text, whatever it looks like") {
  const std::string text = "- says: |\n    id: 7\n\n    # no remark\n  next: home\n";
  mot::YamlColours colours;
  colours.read(1, text);
  CHECK(pieces(colours, 1, "    id: 7") == "word");
  CHECK(pieces(colours, 3, "    # no remark") == "word");
  CHECK(pieces(colours, 4, "  next: home") == "key sign word");
}
