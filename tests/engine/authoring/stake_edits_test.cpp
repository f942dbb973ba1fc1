#include "engine/authoring/stake_edits.h"

#include <catch2/catch.hpp>

using mot::WrittenStake;

namespace {

std::vector<WrittenStake> read(const std::string& expects) {
  return mot::stakes_at(mot::YamlSpans::parse("expects: " + expects + "\n").value(), "expects");
}

constexpr std::array<int, mot::kDimensions> kOwn{6, 9, 0, 8, 5};

}  // namespace

TEST_CASE("Stakes are read from a list and from a map, and written as they were") {
  for (const std::string text :
       {"[empathy, reliability]", "{ empathy: 9, reliability: { kind: must-be } }",
        "{ responsiveness: { level: 7, kind: attractive }, empathy: 3 }"}) {
    CHECK(mot::written_stakes(read(text), kOwn) == text);
  }
  CHECK(read("[]").empty());
  CHECK(read("word").empty());
}

TEST_CASE("In a map, what has no level of its own gets the customer's") {
  std::vector<WrittenStake> stakes = read("[empathy, assurance, reliability]");
  stakes[2].level = 4;
  CHECK(mot::written_stakes(stakes, kOwn) == "{ empathy: 8, assurance: 7, reliability: 4 }");
}

namespace {

const std::string kMoment = R"(moments:
  - id: a   # kept
    says: Well
    responses:
      - { id: one, say: "Yes", next: a }
      - id: two
        say: No
        delivers: { empathy: 3 }
        wait: { minutes: 5 }
        next: a
)";

std::string staked(const std::string& text, const std::string& at_stake, const char* dimension) {
  const mot::YamlSpans spans = mot::YamlSpans::parse(text).value();
  const auto edit = mot::with_stakes(spans, "a", read(at_stake), kOwn, dimension);
  REQUIRE(edit);
  return mot::applied(*edit, text);
}

}  // namespace

TEST_CASE("What is put at stake is rated in every response, and taken off in every response") {
  const std::string both = staked(kMoment, "[empathy]", "empathy");
  CHECK(both.find("    expects: [empathy]\n    says: Well\n") != std::string::npos);
  CHECK(both.find("{ id: one, say: \"Yes\", next: a, delivers: { empathy: 7 } }") !=
        std::string::npos);
  CHECK(both.find("delivers: { empathy: 3 }\n") != std::string::npos);
  CHECK(staked(both, "[]", "empathy").find("empathy") == std::string::npos);
}

TEST_CASE("A wait is the rating of responsiveness, and goes with it") {
  const std::string with = staked(kMoment, "[responsiveness]", "responsiveness");
  CHECK(with.find("delivers: { empathy: 3 }\n        wait: { minutes: 5 }\n") != std::string::npos);
  CHECK(with.find("delivers: { responsiveness: 7 }") != std::string::npos);
  CHECK(staked(with, "[]", "responsiveness").find("wait") == std::string::npos);
}

TEST_CASE("A wait takes the place of a rating, and the other way round") {
  const std::string rated = staked(kMoment, "[responsiveness]", "responsiveness");
  const auto done = [](const std::string& text, const auto& edit) {
    const auto result = edit(mot::YamlSpans::parse(text).value());
    REQUIRE(result);
    return mot::applied(*result, text);
  };
  const std::string waits = done(rated, [](const mot::YamlSpans& spans) {
    return mot::rate_by_wait(spans, "a", "moments.a.responses.one");
  });
  CHECK(waits.find("    expects: [responsiveness]\n    acceptable_wait: 10\n") !=
        std::string::npos);
  CHECK(waits.find("next: a, wait: { minutes: 10, informed: true } }") != std::string::npos);
  CHECK(waits.find("responsiveness: 7") == std::string::npos);
  const std::string level = done(waits, [](const mot::YamlSpans& spans) {
    return mot::rate_by_level(spans, "moments.a.responses.two");
  });
  CHECK(level.find("delivers: { empathy: 3, responsiveness: 7 }\n        next: a") !=
        std::string::npos);
}

namespace {

std::string rated_first(const std::string& text, const char* dimension, int level) {
  const mot::YamlSpans spans = mot::YamlSpans::parse(text).value();
  const auto edit = mot::rate_first(spans, "moments.a.responses.one", dimension, level);
  REQUIRE(edit);
  return mot::applied(*edit, text);
}

std::string unrated(const std::string& lines) {
  return "moments:\n  - id: a\n    responses:\n      - id: one\n        say: Hi\n" + lines +
         "        next: a\n      # rate me: of another\n      - id: two\n";
}

}  // namespace

TEST_CASE("What is rated for the first time goes out of what is to be rated") {
  const std::string begun = unrated("        # rate me: reliability, empathy\n");
  const std::string one = rated_first(begun, "empathy", 7);
  CHECK(one == unrated("        delivers: { empathy: 7 }\n        # rate me: reliability\n"));
  CHECK(rated_first(one, "reliability", 3) ==
        unrated("        delivers: { empathy: 7, reliability: 3 }\n"));
  CHECK(rated_first(unrated("        delivers: { empathy: 2 }  # rate me: reliability\n"),
                    "reliability",
                    9) == unrated("        delivers: { empathy: 2, reliability: 9 }\n"));
  CHECK(rated_first(unrated("        delivers: { empathy: 2 }  # mine\n"), "assurance", 9) ==
        unrated("        delivers: { empathy: 2, assurance: 9 }  # mine\n"));
  CHECK(rated_first(unrated(""), "empathy", 1) == unrated("        delivers: { empathy: 1 }\n"));
}
