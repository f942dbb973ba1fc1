#include "engine/records/exchange.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <vector>

#include "tests/support/attempts.h"

using mot::Attempt;
using mot::test::numbered_attempt;

namespace {

std::string exported(std::size_t count) {
  std::string text(mot::kExchangeBegin);
  for (std::size_t i = 0; i < count; ++i) {
    text += (i == 0 ? "" : ",\n") + to_json(numbered_attempt(i)).dump(-1);
  }
  return text + std::string(mot::kExchangeEnd);
}

/// What was read, and why not more.
std::pair<std::vector<Attempt>, std::string> read(const std::string& text) {
  std::istringstream in(text);
  std::vector<Attempt> attempts;
  const auto done = mot::read_exchange(in, "file.json", [&](Attempt attempt) {
    attempts.push_back(std::move(attempt));
    return mot::Result<bool>(true);
  });
  return {attempts, done ? "" : done.error().message};
}

}  // namespace

TEST_CASE("an export is one JSON document and is read back whole") {
  for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{5}}) {
    const std::string text = exported(count);
    const auto json = mot::parse_json(text);
    REQUIRE(json);
    CHECK(json->find("attempts")->array()->size() == count);
    const auto [attempts, problem] = read(text);
    CHECK(problem.empty());
    REQUIRE(attempts.size() == count);
    for (std::size_t i = 0; i < count; ++i) CHECK(attempts[i] == numbered_attempt(i));
  }
}

TEST_CASE("a playthrough is read as an attempt") {
  const mot::Playthrough play = numbered_attempt(4).play;
  const auto [attempts, problem] = read(write_playthrough(play));
  CHECK(problem.empty());
  REQUIRE(attempts.size() == 1);
  CHECK(attempts.front().play == play);
  CHECK(attempts.front().id == attempt_id(play, "file.json"));
}

TEST_CASE("a playthrough's attempt is of its session and group") {
  mot::Playthrough play = numbered_attempt(4).play;
  play.session = "monday";
  play.group = "Early shift";
  const auto [attempts, problem] = read(write_playthrough(play));
  REQUIRE(attempts.size() == 1);
  CHECK(attempts.front().session == "monday");
  CHECK(attempts.front().group == "Early shift");
}

TEST_CASE("what is wrong in a file is said with its line, and what came before it is good") {
  std::string text = exported(3);
  SECTION("an attempt is damaged") {
    text.replace(text.find("\"mode\":\"practice\""), 17, "\"mode\":\"prank\"   ");
    const auto [attempts, problem] = read(text);
    CHECK(attempts.size() == 1);
    CHECK(problem ==
          "line 3: not an attempt: not a playthrough: 'mode': 'prank' is neither "
          "practice nor exam");
  }
  SECTION("the end is missing") {
    text.resize(text.size() - 4);
    const auto [attempts, problem] = read(text);
    CHECK(attempts.size() == 3);
    CHECK(problem == "the file stops in the middle: its last line is missing");
  }
  SECTION("it is something else") {
    CHECK(read("{\"settings\": 1}").second == "not a playthrough: 'playthrough': is missing");
    CHECK(read("").second == "the file is empty");
  }
}
