// What would keep a careless analysis busy for ever, or make it promise what it cannot know: each
// ends in time and says what is the matter.
#include <catch2/catch.hpp>
#include <fstream>
#include <string_view>

#include "tests/cli/program.h"
#include "tests/support/long_story.h"

using namespace mot::test;

namespace {

/// Seconds that nothing here may take, however busy the machine.
constexpr double kPatience = 60;

std::string head(const std::string& keys) {
  return "mot: 1\nid: story\ntitle: Story\nlanguage: en\n"
         "journey: { id: j, title: J, stages: [ { id: s, title: S } ] }\n"
         "customer: { id: c, name: Ann, expects: { empathy: 8 } }\n" +
         keys + "moments:\n";
}

std::string scored(const std::string& id, const std::string& next, const std::string& more = {}) {
  return "  - { id: " + id +
         ", stage: s, channel: phone, touchpoint: T, expects: [empathy], says: Well, responses: [ "
         "{ id: a, say: A, delivers: { empathy: 9 }, next: " +
         next + more + " }, { id: b, say: B, delivers: { empathy: 5 }, next: " + next + " } ] }\n";
}

const std::string kEnd = "  - { id: end, ending: resolved, says: Bye. }\n";

struct Story {
  explicit Story(const std::string& text) : path(folder / "story.yaml") {
    std::ofstream(path) << text;
  }
  Ran mot(std::vector<std::string> words) const {
    words.insert(words.begin() + 1, path);
    Ran ran = run_mot(words);
    CHECK(ran.seconds < kPatience);
    return ran;
  }
  TemporaryFolder folder;
  std::string path;
};

/// The codes of the smells in an analysis, each with where.
std::string smells(const mot::Json& analysis) {
  std::string out;
  for (const mot::Json& smell : *analysis.find("smells")->array())
    out += *smell.find("code")->string() + " " + *smell.find("severity")->string() + "; ";
  return out;
}

}  // namespace

TEST_CASE("A circle that is left only after more choices than there are cannot end", "[e2e]") {
  for (const char* when : {"turn > 900", "x > 900", "x > 2000000000"}) {
    CAPTURE(when);
    const Story story(
        head("variables: { x: 0 }\n") +
        "  - { id: round, says: And, responses: [ { id: on, say: On, set: { x: x + 1 }, "
        "next: [ { when: '" +
        when + "', go: last }, { go: round } ] } ] }\n" + scored("last", "end") + kEnd);
    const Ran text = story.mot({"analyse"});
    CHECK(text.code == 1);
    CHECK(text.out.find("Best play: no encounter can end") != std::string::npos);
    CHECK(text.out.find("from 'round' no ending can be reached within 500 choices") !=
          std::string::npos);
    const mot::Json json = json_in(story.mot({"analyse", "--json"}).out);
    CHECK(*json.find("exact")->boolean());
    CHECK(smells(json).find("S0025 error") != std::string::npos);
    CHECK(smells(json).find("S0034") == std::string::npos);
    // A counter makes every state new, so that the ways can be counted: there is none.
    CHECK(json.find("paths")->is_null() == (when == std::string_view("turn > 900")));
    CHECK(story.mot({"check"}).code == 1);
  }
}

TEST_CASE("A circle that is left within the choices there are can end", "[e2e]") {
  for (const char* when : {"turn > 400", "x > 400"}) {
    CAPTURE(when);
    const Story story(
        head("variables: { x: 0 }\n") +
        "  - { id: round, says: And, responses: [ { id: on, say: On, set: { x: x + 1 }, "
        "next: [ { when: '" +
        when + "', go: last }, { go: round } ] } ] }\n" + scored("last", "end") + kEnd);
    const mot::Json json = json_in(story.mot({"analyse", "--json"}).out);
    CHECK(*json.find("exact")->boolean());
    CHECK(smells(json).find("error") == std::string::npos);
    CHECK(json.find("best")->find("choices")->array()->size() == 402);
  }
}

TEST_CASE("A variable without bound is no obstacle where choices are bounded", "[e2e]") {
  const Story story(
      head("variables: { x: 1 }\n") +
      "  - { id: round, says: And, responses: [ { id: double, say: On, set: { x: x * 3 - 1 "
      "}, next: round }, { id: out, say: Out, when: x > 100000, next: last } ] }\n" +
      scored("last", "end") + kEnd);
  const mot::Json json = json_in(story.mot({"analyse", "--json"}).out);
  CHECK(*json.find("exact")->boolean());
  CHECK(json.find("best")->find("satisfaction")->is_number());
}

TEST_CASE("More sequences of fate than can be looked at give bounds", "[e2e]") {
  std::string moments = scored("first", "f0");
  for (int i = 0; i < 40; ++i) {
    const std::string next = i < 39 ? "f" + std::to_string(i + 1) : "last";
    moments += "  - { id: f" + std::to_string(i) + ", chance: [ { odds: 1, next: " + next +
               " }, { odds: 2, next: " + next + " } ] }\n";
  }
  const Story story(head("") + moments + scored("last", "end") + kEnd);
  const Ran ran = story.mot({"analyse", "--json"});
  const mot::Json json = json_in(ran.out);
  CHECK_FALSE(*json.find("exact")->boolean());
  REQUIRE(json.find("best")->find("bounds")->array()->size() == 2);
  CHECK(smells(json).find("S0034 hint") != std::string::npos);
  CHECK(story.mot({"check"}).code == 0);
  CHECK(story.mot({"run", "--choose", "first.a,last.a"}).code == 0);
}

TEST_CASE("Past the limit of states the answer is bounds, in time", "[e2e]") {
  const Story story(endless_story(30));
  const Ran ran = story.mot({"analyse", "--limit", "100000", "--json"});
  CHECK(ran.code == 0);
  const mot::Json json = json_in(ran.out);
  CHECK_FALSE(*json.find("exact")->boolean());
  CHECK(json.find("paths")->is_null());
  CHECK(smells(json).find("S0034 hint") != std::string::npos);
}

TEST_CASE("Conditions that contradict each other are found", "[e2e]") {
  const Story never(
      head("variables: { x: 0 }\n") +
      "  - { id: f, says: S, responses: [ { id: up, say: Up, set: { x: 4 }, next: d }, { id: "
      "stay, say: Stay, next: d } ] }\n" +
      scored("d", "end", ", when: x > 5 and x < 3") + kEnd);
  CHECK(never.mot({"analyse"}).out.find("S0022 warning at d.a") != std::string::npos);
  const Story stuck(
      head("variables: { x: 0 }\n") +
      "  - { id: f, says: S, responses: [ { id: on, say: On, when: x > 5 and x < 3, next: d "
      "} ] }\n" +
      scored("d", "end") + kEnd);
  const Ran checked = stuck.mot({"check"});
  CHECK(checked.code == 1);
  CHECK(checked.out.find("M0089") != std::string::npos);
}

TEST_CASE("Odds of zero are refused with their place", "[e2e]") {
  const Story story(head("") + scored("d", "f") +
                    "  - { id: f, chance: [ { odds: 0, next: end }, { odds: 1, next: end } ] }\n" +
                    kEnd);
  const Ran ran = story.mot({"analyse"});
  CHECK(ran.code == 1);
  CHECK(ran.out == "");
  CHECK(ran.err.find("story.yaml:9:32: error: 'odds' is 0") != std::string::npos);
  CHECK(ran.err.find("it runs from 1 to 1000") != std::string::npos);
}

TEST_CASE("A million customers judge an encounter of 450 touchpoints", "[e2e]") {
  const Story story(chain_story(450, 3));
  const Ran ran = story.mot({"simulate", "--policy", "random", "--customers", "1000000", "--json"});
  REQUIRE(ran.code == 0);
  const mot::Json json = json_in(ran.out);
  CHECK(json.find("touchpoints")->array()->size() == 450);
  CHECK(*json.find("customers")->integer() == 1'000'000);
  CHECK(ran.megabytes < 500);
}

TEST_CASE("An encounter of a thousand touchpoints says that no play of it ends", "[e2e]") {
  const Story story(chain_story(1'000, 2));
  const Ran ran = story.mot({"simulate", "--policy", "random", "--customers", "1000000", "--json"});
  CHECK(ran.code == 1);
  CHECK(ran.out == "");
  CHECK(ran.err.find("500 choices") != std::string::npos);
  CHECK(story.mot({"analyse"}).code == 1);
}
