// Writing and reading playthroughs; nothing that a file may hold makes the reader crash.
#include "engine/encounter/playthrough.h"

#include <catch2/catch.hpp>
#include <string>

#include "engine/base/draw.h"

using mot::PlayedChoice;
using mot::PlayMode;
using mot::Playthrough;
using mot::read_playthrough;
using mot::write_playthrough;

namespace {

Playthrough example() {
  Playthrough played;
  played.scenario = "leaking-ceiling";
  played.content = std::string(64, 'a');
  played.seed = 4'294'967'295U;
  played.mode = PlayMode::exam;
  played.language = "zh-CN";
  played.learner = "Zhōu \"Ning\" 宁\n";
  played.started = "2026-11-21T20:15:00Z";
  played.ended = "2026-11-21T20:17:40Z";
  played.opening_fate = {1, 0};
  played.choices = {{"first-call.act", 3.25, false, {0, 31}, mot::Confidence::sure},
                    {"b.x", -1, true, {}},
                    {"c.1", 0, false, {}, mot::Confidence::unsure, {{"1", 7}, {"wait", 0}}}};
  played.complete = true;
  played.room = true;
  played.what_if = true;
  played.broken_off = true;
  played.session = "monday";
  played.group = "早班";
  played.polls = {{{}, {{"act", 7}, {"wait", 3}}, true},
                  {{"first-call.act", "b.x"}, {{"1", 0}, {"2", 2}}, false}};
  played.branches = {{played.choices, true}, {{{"first-call.wait", 1, false, {}}}, false}};
  played.prediction = 0;
  played.takeaway = "Ask <b>first</b> \u202e问 \U0001f600";
  return played;
}

std::string refusal(const std::string& text) {
  const auto read = read_playthrough(text);
  return read ? "accepted" : read.error().message;
}

/// A small valid file with one member replaced or added.
std::string with(const std::string& key, const std::string& value) {
  mot::Json json = *mot::parse_json(
      R"({"playthrough":1,"scenario":"s","model":1,"seed":1,"choices":[{"choice":"a.x"}]})");
  json.set(key, *mot::parse_json(value));
  return json.dump(-1);
}

std::string with_choice(const std::string& choice) { return with("choices", "[" + choice + "]"); }

}  // namespace

TEST_CASE("votes are counted per response, or refused with the reason") {
  const auto read = read_playthrough(with_choice(R"({"choice":"a.x","votes":{"x":3,"y":0}})"));
  REQUIRE(read);
  CHECK(read->choices[0].votes == std::vector<mot::Vote>{{"x", 3}, {"y", 0}});
  CHECK(refusal(with_choice(R"({"choice":"a.x","votes":[1,2]})")).find("votes") !=
        std::string::npos);
  CHECK(refusal(with_choice(R"({"choice":"a.x","votes":{"x":-1}})")).find("-1") !=
        std::string::npos);
  CHECK(refusal(with_choice(R"({"choice":"a.x","votes":{"x":1.5}})")).find("whole number") !=
        std::string::npos);
}

TEST_CASE("a room's polls and branches are read, or refused with the reason") {
  const auto read = read_playthrough(
      with("polls", R"([{"after":[],"votes":{"x":3,"y":7},"revealed":true},{"after":["a.x"]}])"));
  REQUIRE(read);
  CHECK(read->polls ==
        std::vector<mot::Poll>{{{}, {{"x", 3}, {"y", 7}}, true}, {{"a.x"}, {}, false}});
  CHECK(refusal(with("polls", "[{}]")) == "not a playthrough: 'polls[0].after': is missing");
  CHECK(refusal(with("polls", R"([{"after":["x"]}])")) ==
        "not a playthrough: 'polls[0].after': 'x' is not of the form moment.response");
  CHECK(refusal(with("polls", R"([{"after":[7]}])")) ==
        "not a playthrough: 'polls[0].after': expected a text, found a number");
  CHECK(refusal(with("polls", R"([{"after":[],"votes":{"x":-1}}])")) ==
        "not a playthrough: 'polls[0].votes': -1 is not in 0 … 10000");
  CHECK(refusal(with("branches", "7")) ==
        "not a playthrough: 'branches': expected a list, found a number");
  CHECK(refusal(with("branches", "[{}]")) ==
        "not a playthrough: 'branches[0].choices': is missing");
  CHECK(refusal(with("branches", R"([{"choices":[{"choice":"a.x","seconds":-1}]}])")) ==
        "not a playthrough: 'branches[0].choices[0].seconds': not a length of time");
}

TEST_CASE("a playthrough is read as it was written") {
  const auto read = read_playthrough(write_playthrough(example()));
  REQUIRE(read);
  CHECK(*read == example());
  CHECK(write_playthrough(*read) == write_playthrough(example()));
}

TEST_CASE("an empty playthrough is read as it was written") {
  Playthrough none;
  none.scenario = "s";
  const auto read = read_playthrough(write_playthrough(none));
  REQUIRE(read);
  CHECK(*read == none);
}

TEST_CASE("a file has one choice a line") {
  Playthrough played;
  played.scenario = "late-room";
  played.content = "5d4c";
  played.seed = 7;
  played.choices = {{"check-in.half-past", 12.5, false, {}}, {"next.on", -1, true, {0}}};
  CHECK(write_playthrough(played) == R"({
 "playthrough": 1,
 "scenario": "late-room",
 "content": "5d4c",
 "model": 1,
 "seed": 7,
 "mode": "practice",
 "language": "",
 "learner": "",
 "started": "",
 "ended": "",
 "complete": false,
 "opening_fate": [],
 "choices": [
  {"choice":"check-in.half-past","seconds":12.5},
  {"choice":"next.on","timed_out":true,"fate":[0]}
 ]
}
)");
}

TEST_CASE("the JSON value for embedding holds the same") {
  const auto read = mot::playthrough_from_json(mot::to_json(example()));
  REQUIRE(read);
  CHECK(*read == example());
}

TEST_CASE("what is not needed may be left out and unknown keys are passed over") {
  const auto read = read_playthrough(with("weather", R"({"rain":true})"));
  REQUIRE(read);
  CHECK(read->scenario == "s");
  CHECK(read->mode == PlayMode::practice);
  CHECK_FALSE(read->complete);
  CHECK(read->choices == std::vector<PlayedChoice>{{"a.x", -1, false, {}}});
}

TEST_CASE("what is not a playthrough is refused with the key and the cause") {
  CHECK(refusal("[]") == "not a playthrough: expected a map, found a list");
  CHECK(refusal("{}") == "not a playthrough: 'playthrough': is missing");
  CHECK(refusal(with("playthrough", "2")) == "not a playthrough: 'playthrough': 2 is not in 1 … 1");
  CHECK(refusal(with("scenario", "7")) ==
        "not a playthrough: 'scenario': expected a text, found a number");
  CHECK(refusal(with("scenario", R"("../etc")")) ==
        "not a playthrough: 'scenario': '../etc' is not an id");
  CHECK(refusal(with("scenario", R"("Big")")) ==
        "not a playthrough: 'scenario': 'Big' is not an id");
  CHECK(refusal(with("scenario", "\"" + std::string(65, 'a') + "\"")) ==
        "not a playthrough: 'scenario': '" + std::string(40, 'a') + "…' is not an id");
  CHECK(refusal(with("prediction", "11")) ==
        "not a playthrough: 'prediction': 11 is not in 0 … 10");
  CHECK(refusal(with("takeaway", "[]")) ==
        "not a playthrough: 'takeaway': expected a text, found a list");
  CHECK(refusal(with_choice(R"({"choice":"a.x","confidence":"very"})")) ==
        "not a playthrough: 'choices[0].confidence': 'very' is neither unsure nor sure");
  CHECK(refusal(with("mode", R"("test")")) ==
        "not a playthrough: 'mode': 'test' is neither practice nor exam");
  CHECK(refusal(with("complete", "1")) ==
        "not a playthrough: 'complete': expected true or false, found a number");
  CHECK(refusal(with("choices", "null")) ==
        "not a playthrough: 'choices': expected a list, found null");
  CHECK(refusal(with("model", "0")) == "not a playthrough: 'model': 0 is not in 1 … 2147483647");
}

TEST_CASE("a seed is a whole number of 32 bits") {
  CHECK(refusal(with("seed", "0")) == "accepted");
  CHECK(refusal(with("seed", "4294967295")) == "accepted");
  CHECK(refusal(with("seed", "-1")) == "not a playthrough: 'seed': -1 is not in 0 … 4294967295");
  CHECK(refusal(with("seed", "4294967296")) ==
        "not a playthrough: 'seed': 4294967296 is not in 0 … 4294967295");
  CHECK(refusal(with("seed", "1.5")) == "not a playthrough: 'seed': 1.5 is not a whole number");
  CHECK(refusal(with("seed", "99999999999999999999")) ==
        "not a playthrough: 'seed': 1e+20 is not a whole number");
  CHECK(refusal(with("seed", "\"1\"")) ==
        "not a playthrough: 'seed': expected a number, found a text");
}

TEST_CASE("a choice that is none is refused with its number") {
  CHECK(refusal(with_choice("7")) ==
        "not a playthrough: 'choices[0]': expected a map, found a number");
  CHECK(refusal(with_choice("{}")) == "not a playthrough: 'choices[0].choice': is missing");
  for (const std::string name : {"a", "a.", ".x", "a.x.y", "a x", "A.x", "a.-x", "", "a.x\\n"}) {
    CHECK(refusal(with_choice(R"({"choice":")" + name + "\"}")).find("moment.response") !=
          std::string::npos);
  }
  CHECK(refusal(with_choice(R"({"choice":"a.x","seconds":-1})")) ==
        "not a playthrough: 'choices[0].seconds': not a length of time");
  CHECK(refusal(with_choice(R"({"choice":"a.x","seconds":1e300})")) ==
        "not a playthrough: 'choices[0].seconds': not a length of time");
  CHECK(refusal(with_choice(R"({"choice":"a.x","timed_out":"yes"})")) ==
        "not a playthrough: 'choices[0].timed_out': expected true or false, found a text");
  CHECK(refusal(with_choice(R"({"choice":"a.x"},{"choice":"a.x","fate":[0,32]})")) ==
        "not a playthrough: 'choices[1].fate': 32 is not in 0 … 31");
  CHECK(refusal(with_choice(R"({"choice":"a.x","fate":[-1]})")) ==
        "not a playthrough: 'choices[0].fate': -1 is not in 0 … 31");
  CHECK(refusal(with_choice(R"({"choice":"a.x","fate":[null]})")) ==
        "not a playthrough: 'choices[0].fate': expected a number, found null");
}

TEST_CASE("more choices than an encounter can have are refused") {
  Playthrough played;
  played.scenario = "s";
  played.choices.assign(500, {"a.x", -1, false, {}});
  CHECK(read_playthrough(write_playthrough(played)));
  played.choices.push_back({"a.x", -1, false, {}});
  CHECK(refusal(write_playthrough(played)) ==
        "not a playthrough: 'choices': 501 entries, at most 500 are possible");
}

TEST_CASE("texts of more than 10,000 characters are refused, counted in characters") {
  std::string long_text;
  for (int i = 0; i < 10'000; ++i) long_text += "漏";
  CHECK(refusal(with("learner", "\"" + long_text + "\"")) == "accepted");
  CHECK(refusal(with("learner", "\"" + long_text + "x\"")) ==
        "not a playthrough: 'learner': longer than 10000 characters");
}

TEST_CASE("a file that breaks off is refused wherever it does") {
  const std::string whole = write_playthrough(example());
  for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
    CHECK_FALSE(read_playthrough(whole.substr(0, size)));
  }
}

TEST_CASE("a file with changed bytes is refused or read, and what is read can be written") {
  const std::string whole = write_playthrough(example());
  for (std::uint64_t i = 0; i < 4'000; ++i) {
    std::string damaged = whole;
    const std::uint64_t changes = 1 + mot::draw(1, mot::Stream::policy, i) % 4;
    for (std::uint64_t c = 0; c < changes; ++c) {
      const std::uint64_t bits = mot::draw(2, mot::Stream::policy, i, c);
      const std::size_t at = mot::below(bits, static_cast<std::uint32_t>(damaged.size()));
      const auto byte = static_cast<char>(bits & 0xffU);
      switch ((bits >> 8U) % 3) {
        case 0: damaged[at] = byte; break;
        case 1: damaged.erase(at, 1); break;
        default: damaged.insert(at, 1, byte); break;
      }
    }
    const auto read = read_playthrough(damaged);
    if (!read) {
      CHECK_FALSE(read.error().message.empty());
      continue;
    }
    const auto again = read_playthrough(write_playthrough(*read));
    REQUIRE(again);
    CHECK(*again == *read);
  }
}
