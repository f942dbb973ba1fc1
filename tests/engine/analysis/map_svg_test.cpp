#include "engine/analysis/map_svg.h"

#include <catch2/catch.hpp>
#include <regex>

#include "tests/support/encounter.h"

using namespace mot;
using mot::test::Encounter;

namespace {

const UiStrings& words(const std::string& language) {
  static const UiStrings english(std::string(MOT_SOURCE_DIR) + "/assets/lang", "en");
  static const UiStrings chinese(std::string(MOT_SOURCE_DIR) + "/assets/lang", "zh-CN");
  return language == "en" ? english : chinese;
}

std::string draw(const Encounter& encounter, const std::string& language = "en") {
  Solution solution(encounter.program());
  const ScenarioMap map = map_of(solution);
  const Reading reading(encounter.scenario(), language);
  return map_svg(encounter.scenario(), map, reading, words(language));
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++found;
  return found;
}

// Every element that is opened is closed, in order: what a parser checks first.
bool is_well_formed(const std::string& svg) {
  static const std::regex tag("<(/?)([a-z]+)([^<>]*?)(/?)>");
  std::vector<std::string> open;
  for (std::sregex_iterator it(svg.begin(), svg.end(), tag), end; it != end; ++it) {
    if ((*it)[1] == "/") {
      if (open.empty() || open.back() != (*it)[2]) return false;
      open.pop_back();
    } else if ((*it)[4] != "/") {
      open.push_back((*it)[2]);
    }
  }
  return open.empty();
}

Encounter story(const std::string& touchpoint) {
  return Encounter(
      R"(
moments:
  - { id: a, stage: first, channel: phone, touchpoint: )" +
      touchpoint +
      R"(, expects: [empathy], says: S, responses: [ { id: low, say: O, delivers: { empathy: 3 }, next: gone }, { id: high, say: O, delivers: { empathy: 9 }, next: good } ] }
  - { id: good, ending: resolved }
  - { id: gone, ending: lost }
)");
}

}  // namespace

TEST_CASE("The picture has every moment, how it ends, and the best path with its response") {
  const std::string drawn = draw(story("Call"));
  CHECK(is_well_formed(drawn));
  CHECK(drawn.find(">a</text>") != std::string::npos);
  CHECK(drawn.find(">Call</text>") != std::string::npos);
  CHECK(drawn.find(">✓ good</text>") != std::string::npos);
  CHECK(drawn.find(">✗ gone</text>") != std::string::npos);
  CHECK(drawn.find(">★ high</text>") != std::string::npos);
  CHECK(count(drawn, "class=\"way response best\"") == 2);  // the path, and what it means
  CHECK(drawn.find(">low</text>") != std::string::npos);
  CHECK(drawn.find(">high</text>") != std::string::npos);
}

TEST_CASE("Text is never markup") {
  const std::string drawn = draw(story(R"("</text><script>alert('x')</script> & \"more\"")"));
  CHECK(is_well_formed(drawn));
  CHECK(drawn.find("<script") == std::string::npos);
  CHECK(drawn.find("&lt;/text&gt;&lt;script&gt;") != std::string::npos);
}

TEST_CASE("What the signs mean is said in the reader's language") {
  CHECK(draw(story("Call")).find(">not resolved<") != std::string::npos);
  CHECK(draw(story("Call"), "zh-CN").find(">没解决<") != std::string::npos);
}
