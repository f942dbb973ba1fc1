#include "engine/records/attempt.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/attempts.h"

using mot::Attempt;
using mot::attempt_from_json;
using mot::attempt_id;
using mot::Json;
using mot::test::numbered_attempt;

namespace {

/// The refusal of an attempt with one member replaced.
std::string refusal_with(const char* key, Json value) {
  Json json = to_json(numbered_attempt(1));
  json.set(key, std::move(value));
  const auto read = attempt_from_json(json);
  REQUIRE_FALSE(read);
  return read.error().message;
}

}  // namespace

TEST_CASE("an attempt comes back from its JSON as it was") {
  const Attempt attempt = numbered_attempt(3);
  const auto text = mot::parse_json(to_json(attempt).dump(-1));
  REQUIRE(text);
  const auto read = attempt_from_json(*text);
  REQUIRE(read);
  CHECK(*read == attempt);
}

TEST_CASE("an attempt without a score comes back without one") {
  Attempt attempt = numbered_attempt(3);
  attempt.score.reset();
  const auto read = attempt_from_json(to_json(attempt));
  REQUIRE(read);
  CHECK(*read == attempt);
}

TEST_CASE("what is no attempt is refused with the key and the cause") {
  CHECK(refusal_with("id", "12") == "not an attempt: 'id': '12' is not a UUID");
  CHECK(refusal_with("attempt", 2) == "not an attempt: 'attempt': 2 is not in 1 … 1");
  CHECK(refusal_with("playthrough", nullptr) == "not an attempt: 'playthrough': is missing");
  CHECK(refusal_with("playthrough", Json(Json::Object{})) ==
        "not an attempt: not a playthrough: 'playthrough': is missing");
  CHECK(refusal_with("score", Json().set("choices", Json(Json::Array{}))) ==
        "not an attempt: 'score.choices' has not one entry for each choice");
  CHECK(refusal_with("score", Json().set("choices", Json(Json::Array{})).set("recommend", 11)) ==
        "not an attempt: 'score.recommend': 11 is not in 0 … 10");
}

TEST_CASE("the same play has the same id, and any difference in what was played another") {
  const mot::Playthrough play = numbered_attempt(1).play;
  const std::string id = attempt_id(play, "file.json");
  CHECK(mot::is_uuid(id));
  CHECK(id[14] == '8');
  CHECK(id == attempt_id(play, "file.json"));
  CHECK(id != attempt_id(play, "other.json"));
  mot::Playthrough later = play;
  later.takeaway = "Said afterwards.";
  later.prediction = 3;
  CHECK(id == attempt_id(later, "file.json"));
  const auto differs = [&](auto change) {
    mot::Playthrough other = play;
    change(other);
    return attempt_id(other, "file.json") != id;
  };
  CHECK(differs([](mot::Playthrough& p) { p.learner += "x"; }));
  CHECK(differs([](mot::Playthrough& p) { p.seed += 1; }));
  CHECK(differs([](mot::Playthrough& p) { p.ended = "2027-01-01T00:00:00Z"; }));
  CHECK(differs([](mot::Playthrough& p) { p.choices[0].seconds += 0.5; }));
  CHECK(differs([](mot::Playthrough& p) { p.choices.pop_back(); }));
}

TEST_CASE("a UUID is 32 hex digits in five groups") {
  CHECK(mot::is_uuid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"));
  CHECK_FALSE(mot::is_uuid("6BA7B810-9DAD-11D1-80B4-00C04FD430C8"));
  CHECK_FALSE(mot::is_uuid("6ba7b8109dad-11d1-80b4-00c04fd430c8-"));
  CHECK_FALSE(mot::is_uuid(""));
}
