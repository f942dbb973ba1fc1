// `mot run`: the exact keys, their order and rounding, and every way to use it wrongly.
#include <catch2/catch.hpp>

#include "engine/base/file.h"
#include "tests/cli/program.h"

using namespace mot::test;

namespace {

const std::string kBest = "hello.look,ask.when,ask.where,offer.today";

Ran run(std::vector<std::string> words) {
  words.insert(words.begin(), {"run", data("late-parcel.yaml")});
  return run_mot(words);
}

}  // namespace

TEST_CASE("run --json has the keys of the contract, in order", "[e2e]") {
  const Ran ran = run({"--choose", kBest, "--json"});
  REQUIRE(ran.code == 0);
  CHECK(ran.err == "");
  const mot::Json json = json_in(ran.out);
  CHECK(keys_of(json) ==
        "scenario seed complete ending moments satisfaction csat recommend category best worst "
        "score skills needs "
        "standards");
  REQUIRE(json.find("moments")->array()->size() == 4);
  for (const mot::Json& moment : *json.find("moments")->array()) {
    CHECK(keys_of(moment) ==
          "moment stage choice expectation quality gap mood label regret luck best grade");
  }
  CHECK(keys_of(*json.find("needs")) == "found missed");
  CHECK(keys_of(*json.find("standards")) == "met broken");
}

TEST_CASE("run --json rounds as the contract says", "[e2e]") {
  const Ran ran = run({"--choose", kBest, "--json"});
  const mot::Json json = json_in(ran.out);
  CHECK(*json.find("seed")->integer() == 1);
  CHECK(*json.find("complete")->boolean());
  CHECK(*json.find("ending")->string() == "resolved");
  // Gaps 1.00 and 1.00 (weights 1 and 2), E* 7.50: D* = 1, S = 0.2665 + 0.9418·7.5 + 0.9024
  // = 8.2324.
  CHECK(json.find("satisfaction")->number() == 8.23);
  CHECK(json.find("csat")->number() == 80.3);
  CHECK(*json.find("recommend")->integer() == 8);
  CHECK(*json.find("category")->string() == "passive");
  CHECK(json.find("score")->number() == 100.0);
  CHECK(json.find("best")->number() == 8.23);
  CHECK(json.find("skills")->dump(-1) ==
        R"({"reliability":100.0,"empathy":100.0,"offer":100.0,"act":100.0})");
  CHECK(json.find("needs")->dump(-1) == R"({"found":["birthday"],"missed":[]})");
  CHECK(json.find("standards")->dump(-1) == R"({"met":["call-first"],"broken":[]})");
  const mot::Json& first = json.find("moments")->array()->front();
  CHECK(
      first.dump(-1) ==
      R"({"moment":"hello","stage":"arrival","choice":"look","expectation":7.5,"quality":8.5,"gap":1.0,"mood":10,"label":"magic","regret":0.0,"luck":0.0,"best":"look","grade":"best"})");
  const mot::Json& free = (*json.find("moments")->array())[1];
  CHECK(
      free.dump(-1) ==
      R"({"moment":"ask","stage":null,"choice":"when","expectation":null,"quality":null,"gap":null,"mood":10,"label":null,"regret":0.0,"luck":0.0,"best":"when","grade":"best"})");
}

TEST_CASE("Choices that run out before an ending are no error", "[e2e]") {
  for (const std::string choices : {"", "hello.look"}) {
    const Ran ran = run({"--choose", choices, "--json"});
    INFO(choices);
    REQUIRE(ran.code == 0);
    const mot::Json json = json_in(ran.out);
    CHECK(keys_of(json) ==
          "scenario seed complete at offers ending moments satisfaction csat recommend category "
          "best worst score "
          "skills needs standards");
    CHECK_FALSE(*json.find("complete")->boolean());
    CHECK(json.find("ending")->is_null());
    CHECK(json.find("satisfaction")->is_null());
    const bool first = choices.empty();
    CHECK(*json.find("at")->string() == (first ? "hello" : "ask"));
    CHECK(json.find("offers")->dump(-1) ==
          (first ? R"(["look","form","shrug"])" : R"(["when","where","enough"])"));
  }
}

TEST_CASE("A walk-out ends the encounter before the response's way on", "[e2e]") {
  const Ran ran = run({"--choose", "hello.shrug,ask.enough,offer.wait", "--json"});
  REQUIRE(ran.code == 0);
  CHECK(*json_in(ran.out).find("ending")->string() == "lost");
}

TEST_CASE("The same seed gives the same story, and another one may not", "[e2e]") {
  const auto outcome = [](const std::string& seed) {
    return run({"--choose", kBest, "--json", "--seed", seed});
  };
  CHECK(outcome("7").out == outcome("7").out);
  CHECK(outcome("4294967295").code == 0);
  CHECK(outcome("0").code == 0);
}

TEST_CASE("Without --json the outcome is text in the reader's language", "[e2e]") {
  const Ran english = run({"--choose", kBest});
  CHECK(english.code == 0);
  CHECK(english.out ==
        "The late parcel (seed 1)\n"
        "  hello.look   +1.00  magic\n"
        "  ask.when\n"
        "  ask.where\n"
        "  offer.today  +1.00  magic\n"
        "How it ended: resolved\n"
        "Satisfaction: 8.23 of 10, CSAT 80.3 of 100 (simulated)\n"
        "Would recommend us: 8 of 10, passive (simulated)\n"
        "Needs found: birthday\n"
        "Standards met: call-first\n");
  const Ran chinese = run({"--choose", kBest, "--lang", "zh-CN"});
  CHECK(chinese.out.find("迟到的包裹") == 0);
  CHECK(chinese.out.find("满意度：8.23/10") != std::string::npos);
}

TEST_CASE("Wrong usage of run exits with 2, says what is wrong, and prints no result", "[e2e]") {
  struct Case {
    std::vector<std::string> words;
    std::string said;
  };
  const std::vector<Case> cases{
      {{}, "--choose"},
      {{"--choose", "a.b", "--replay", "x"}, "--choose"},
      {{"--choose", "hello.nod"}, "look"},
      {{"--choose", "hallo.look"}, "hello"},
      {{"--choose", "look"}, "moment.response"},
      {{"--choose", "hello.look,"}, "moment.response"},
      {{"--choose", "hello.look,offer.today"}, "ask"},
      {{"--choose", "hello.look,ask.enough,offer.today"}, "send, wait"},
      {{"--choose", "hello.look,ask.enough,offer.send,offer.send"}, "ended"},
      {{"--choose", "", "--seed", "-1"}, "seed"},
      {{"--choose", "", "--seed", "4294967296"}, "seed"},
      {{"--choose", "", "--seed", "x"}, "seed"},
      {{"--choose", "", "--lang", "??"}, "language tag"},
      {{"--choose", "", "--sede", "1"}, "did you mean '--seed'?"},
      {{"--choose", "", "another"}, "another"},
  };
  for (const Case& wrong : cases) {
    const Ran ran = run(wrong.words);
    INFO(wrong.said << " | " << ran.err);
    CHECK(ran.code == 2);
    CHECK(ran.out == "");
    CHECK(ran.err.find(wrong.said) != std::string::npos);
  }
}

TEST_CASE("A scenario is a file, or an id of the library", "[e2e]") {
  const Ran by_id =
      run_mot({"run", "late-parcel", "--library", source("tests/cli/data"), "--choose", ""});
  CHECK(by_id.code == 0);
  Running with_library;
  with_library.environment = {{"MOT_LIBRARY", source("tests/cli/data")}};
  CHECK(run_mot({"run", "late-parcel", "--choose", ""}, with_library).code == 0);

  const Ran near = run_mot({"run", "late-parcle", "--choose", ""}, with_library);
  CHECK(near.code == 2);
  CHECK(near.err.find("did you mean 'late-parcel'?") != std::string::npos);
  CHECK(run_mot({"run", "nothing-like-it", "--choose", ""}, with_library).code == 2);
  CHECK(run_mot({"run", "nothing.yaml", "--choose", ""}).code == 3);
  CHECK(run_mot({"run", source("tests"), "--choose", ""}).code == 3);
  CHECK(run_mot({"run", "late-parcel", "--library", "/nowhere", "--choose", ""}).code == 3);
}

TEST_CASE("A file with errors gives no result: findings on stderr, exit 1", "[e2e]") {
  const TemporaryFolder folder;
  const std::string good = content_of(data("late-parcel.yaml"));
  std::string bad = good;
  bad.replace(bad.find("next: search"), 12, "next: serch!");
  REQUIRE(mot::write_file_atomically(folder / "bad.yaml", bad));
  const Ran ran = run_mot({"run", folder / "bad.yaml", "--choose", ""});
  CHECK(ran.code == 1);
  CHECK(ran.out == "");
  CHECK(ran.err.find("error:") != std::string::npos);
}

TEST_CASE("A playthrough is replayed to the same outcome", "[e2e]") {
  const TemporaryFolder folder;
  const std::string text =
      R"({"playthrough":1,"scenario":"late-parcel","model":1,"seed":3,"choices":[{"choice":"hello.look"},)"
      R"({"choice":"ask.enough"},{"choice":"offer.send"}]})";
  REQUIRE(mot::write_file_atomically(folder / "play.json", text));
  const Ran replayed = run({"--replay", folder / "play.json", "--json"});
  INFO(replayed.err);
  CHECK(replayed.code == 0);
  const Ran chosen = run({"--choose", "hello.look,ask.enough,offer.send", "--seed", "3", "--json"});
  CHECK(replayed.out == chosen.out);
  CHECK(run({"--replay", folder / "play.json", "--seed", "3"}).code == 2);

  REQUIRE(mot::write_file_atomically(
      folder / "other.json",
      R"({"playthrough":1,"scenario":"other","model":1,"seed":3,"choices":[]})"));
  CHECK(run({"--replay", folder / "other.json"}).code == 1);
  REQUIRE(mot::write_file_atomically(folder / "broken.json", "{"));
  CHECK(run({"--replay", folder / "broken.json"}).code == 1);
  CHECK(run({"--replay", folder / "missing.json"}).code == 3);
}

TEST_CASE("A playthrough that does not fit any more is played as far as it does, and exits with 1",
          "[e2e]") {
  const TemporaryFolder folder;
  REQUIRE(mot::write_file_atomically(
      folder / "play.json",
      R"({"playthrough":1,"scenario":"late-parcel","model":1,"seed":3,"choices":[{"choice":"hello.look"},{"choice":"ask.gone"}]})"));
  const Ran ran = run({"--replay", folder / "play.json", "--json"});
  CHECK(ran.code == 1);
  CHECK(ran.err.find("diverged at choice 2") != std::string::npos);
  CHECK(*json_in(ran.out).find("at")->string() == "ask");
}

TEST_CASE("A script says what it sees and what it expected", "[e2e]") {
  const TemporaryFolder folder;
  const std::string good =
      "# The friendly way\nscenario late-parcel\nseed 1\n\nexpect at hello\nexpect options look, "
      "form, shrug\n"
      "expect face annoyed\nchoose look\nexpect line Good.\nchoose ask.when\nexpect line Anything "
      "else?\nchoose enough\n"
      "choose today\nexpect ending resolved\nexpect recommend 8\nexpect satisfaction 8.23\nexpect "
      "mood 17\n";
  REQUIRE(mot::write_file_atomically(folder / "good.play", good));
  const Ran ran = run({"--script", folder / "good.play", "--json"});
  INFO(ran.err);
  CHECK(ran.code == 0);
  CHECK(ran.err == "");

  REQUIRE(mot::write_file_atomically(folder / "wrong.play",
                                     "choose look\nexpect at offer\nexpect face angry\n"));
  const Ran wrong = run({"--script", folder / "wrong.play", "--json"});
  CHECK(wrong.code == 1);
  CHECK(wrong.err.find("wrong.play:2: expected at 'offer', but it is: ask") != std::string::npos);
  CHECK(wrong.err.find("wrong.play:3:") != std::string::npos);

  REQUIRE(mot::write_file_atomically(folder / "syntax.play", "chose look\n"));
  CHECK(run({"--script", folder / "syntax.play"}).code == 1);
  REQUIRE(mot::write_file_atomically(folder / "offer.play", "choose nod\n"));
  CHECK(run({"--script", folder / "offer.play"}).code == 2);
  CHECK(run({"--script", folder / "missing.play"}).code == 3);
}
