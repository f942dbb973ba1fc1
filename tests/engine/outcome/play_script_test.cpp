#include "engine/outcome/play_script.h"

#include <catch2/catch.hpp>

#include "tests/support/encounter.h"

using mot::ScriptStep;
using mot::ScriptVerb;

namespace {

constexpr const char* kMoments = R"(
moments:
  - id: hello
    stage: first
    channel: phone
    touchpoint: t
    expects: [empathy]
    says: Good morning.
    feels: anxious
    responses:
      - { id: warm, say: w, delivers: { empathy: 9 }, reply: Thank you., coach: c, next: end }
      - { id: cold, say: w, delivers: { empathy: 7 }, coach: c, next: end }
  - { id: end, ending: resolved, says: Bye. }
)";

/// What was seen instead, or "" where the expectation holds.
std::string seen(const mot::Session& session, ScriptVerb verb, const std::string& argument) {
  const mot::Reading reading(session.scenario(), "");
  return mot::unmet({verb, argument, 1}, session, reading, mot::score(session)).value_or("");
}

std::string refusal(const std::string& text) {
  const auto script = mot::read_play_script(text);
  return script ? "accepted" : script.error().message;
}

}  // namespace

TEST_CASE("A script is read line by line") {
  const auto script = mot::read_play_script(
      "# a remark\n\n  scenario test\r\nseed 4294967295\nlanguage zh-CN\nchoose hello.warm\nexpect "
      " line  Thank you.\n");
  REQUIRE(script);
  CHECK(script->scenario == "test");
  CHECK(script->seed == 4294967295U);
  CHECK(script->language == "zh-CN");
  REQUIRE(script->steps.size() == 2);
  CHECK(script->steps[0].verb == ScriptVerb::choose);
  CHECK(script->steps[0].argument == "hello.warm");
  CHECK(script->steps[0].line == 6);
  CHECK(script->steps[1].verb == ScriptVerb::line);
  CHECK(script->steps[1].argument == "Thank you.");
}

TEST_CASE("What cannot be read is refused with its line and the way out") {
  CHECK(refusal("\nchose a.b") ==
        "line 2: 'chose' is not known; a line begins with scenario, seed, language, choose, expect "
        "or #");
  CHECK(refusal("choose") == "line 1: 'choose' needs the name of a response");
  CHECK(refusal("expect fase angry") == "line 1: 'expect fase' is not known; did you mean 'face'?");
  CHECK(refusal("expect face furious") == "line 1: 'expect face' needs a feeling, like anxious");
  CHECK(refusal("expect mood high") == "line 1: 'expect mood' needs a whole number");
  CHECK(refusal("expect satisfaction 8.715") ==
        "line 1: 'expect satisfaction' needs a number like 8.71");
  CHECK(refusal("expect line") == "line 1: 'expect line' needs something to compare with");
  CHECK(refusal("seed -1") == "line 1: a seed is a whole number from 0 to 4294967295");
}

TEST_CASE("Expectations hold, or say what was seen") {
  const mot::test::Encounter encounter(kMoments);
  const mot::Session begun = encounter.begin();
  CHECK(seen(begun, ScriptVerb::at, "hello") == "");
  CHECK(seen(begun, ScriptVerb::at, "end") == "hello");
  CHECK(seen(begun, ScriptVerb::line, "morning") == "");
  CHECK(seen(begun, ScriptVerb::line, "evening") == "'Good morning.'");
  CHECK(seen(begun, ScriptVerb::face, "anxious") == "");
  CHECK(seen(begun, ScriptVerb::face, "angry") == "anxious");
  CHECK(seen(begun, ScriptVerb::options, "cold, warm") == "");
  CHECK(seen(begun, ScriptVerb::options, "warm") == "warm, cold");
  CHECK(seen(begun, ScriptVerb::ending, "resolved") == "it goes on at 'hello'");
  CHECK(seen(begun, ScriptVerb::satisfaction, "8") == "there is none yet");

  const mot::Session ended = encounter.play({"hello.warm"});
  CHECK(seen(ended, ScriptVerb::line, "Thank you.") == "");
  CHECK(seen(ended, ScriptVerb::ending, "resolved") == "");
  CHECK(seen(ended, ScriptVerb::ending, "lost") == "resolved");
  CHECK(seen(ended, ScriptVerb::mood, "10") == "");
  CHECK(seen(ended, ScriptVerb::satisfaction, "8.70") == "");
  CHECK(seen(ended, ScriptVerb::satisfaction, "8.7") == "");
  CHECK(seen(ended, ScriptVerb::satisfaction, "9") == "8.70");
  CHECK(seen(ended, ScriptVerb::recommend, "9") == "");
  CHECK(seen(ended, ScriptVerb::score, "100") == "it is not known");
  CHECK(seen(ended, ScriptVerb::options, "warm") == "nothing is on offer");
}

TEST_CASE("A choice may leave its moment out") {
  const mot::test::Encounter encounter(kMoments);
  mot::Session session = encounter.begin();
  CHECK_FALSE(mot::choose_by_name(session, "nod"));
  CHECK(mot::choose_by_name(session, "warm"));
  CHECK_FALSE(mot::choose_by_name(session, "warm"));
}
