#include "engine/records/xapi.h"

#include <catch2/catch.hpp>
#include <set>

#include "tests/support/encounter.h"
#include "tests/support/numbered_attempt.h"

using mot::Attempt;
using mot::Json;
using mot::xapi_statements;

namespace {

std::string text_at(const Json& json, std::initializer_list<const char*> path) {
  const Json* at = &json;
  for (const char* key : path) {
    at = at->find(key);
    if (at == nullptr) return "(missing)";
  }
  return at->string() == nullptr ? at->dump(-1) : *at->string();
}

std::vector<std::string> verbs(const std::vector<Json>& statements) {
  std::vector<std::string> found;
  for (const Json& statement : statements) {
    found.push_back(text_at(statement, {"verb", "display", "en"}));
  }
  return found;
}

}  // namespace

TEST_CASE("an attempt is told in the order it happened") {
  Attempt attempt = mot::test::numbered_attempt(3);
  attempt.score->score = 80;
  CHECK(verbs(xapi_statements(attempt, nullptr, {})) ==
        std::vector<std::string>{"initialized", "answered", "answered", "completed", "passed",
                                 "answered"});
  attempt.score->score = 59.9;
  attempt.play.takeaway = "";
  CHECK(verbs(xapi_statements(attempt, nullptr, {})).back() == "failed");
  attempt.score.reset();
  CHECK(verbs(xapi_statements(attempt, nullptr, {})).back() == "completed");
  attempt.play.complete = false;
  CHECK(verbs(xapi_statements(attempt, nullptr, {})) ==
        std::vector<std::string>{"initialized", "answered", "answered"});
}

TEST_CASE("telling again gives the same ids, telling of another attempt others") {
  std::set<std::string> ids;
  for (const std::size_t number : {1U, 2U, 1U}) {
    for (const Json& statement :
         xapi_statements(mot::test::numbered_attempt(number), nullptr, {})) {
      const std::string id = text_at(statement, {"id"});
      CHECK(mot::is_uuid(id));
      ids.insert(id);
    }
  }
  CHECK(ids.size() == 12);
}

TEST_CASE("a choice says what was taken, when, how fast, and whether it was right") {
  Attempt attempt = mot::test::numbered_attempt(3);
  attempt.play.ended = "2026-11-01T03:16:00Z";
  const Json answered = xapi_statements(attempt, nullptr, {})[1];
  CHECK(text_at(answered, {"object", "id"}) ==
        "https://example.org/moments-of-truth/scenarios/late-room/moments/check-in");
  CHECK(text_at(answered, {"object", "definition", "interactionType"}) == "choice");
  CHECK(text_at(answered, {"object", "definition", "correctResponsesPattern"}) ==
        "[\"half-past\"]");
  CHECK(text_at(answered, {"result", "response"}) == "half-past");
  CHECK(text_at(answered, {"result", "success"}) == "true");
  CHECK(text_at(answered, {"result", "duration"}) == "PT12.5S");
  CHECK(text_at(answered, {"timestamp"}) == "2026-11-01T03:15:13Z");
  CHECK(text_at(answered, {"context", "registration"}) == attempt.id);
  const Json* extensions = answered.find("result")->find("extensions");
  CHECK(text_at(*extensions, {"https://example.org/moments-of-truth/xapi/gap"}) == "-1.2");
  CHECK(text_at(*extensions, {"https://example.org/moments-of-truth/xapi/confidence"}) == "sure");
}

TEST_CASE("the take-away is a long text, the score is scaled") {
  const std::vector<Json> statements = xapi_statements(mot::test::numbered_attempt(3), nullptr, {});
  CHECK(text_at(statements.back(), {"object", "definition", "interactionType"}) == "long-fill-in");
  CHECK(text_at(statements.back(), {"result", "response"}) == "Ask first.");
  CHECK(text_at(statements[3], {"result", "score"}) ==
        R"({"scaled":0.035,"raw":3.5,"min":0,"max":100})");
  CHECK(text_at(statements[3], {"result", "completion"}) == "true");
}

TEST_CASE("with its scenario a question has its choices, each once") {
  const mot::test::Encounter encounter(R"(
moments:
  - id: desk
    stage: first
    channel: counter
    touchpoint: The desk
    expects: [reliability]
    says: Is my room ready?
    responses:
      - { id: now, say: Yes., delivers: { reliability: 9 }, next: end }
      - { id: later, do: Look away., delivers: { reliability: 3 }, next: end }
  - { id: end, ending: resolved }
)");
  Attempt attempt;
  attempt.id = mot::test::uuid(1);
  attempt.play = encounter.play({"desk.now"}).playthrough();
  const Json question =
      *xapi_statements(attempt, &encounter.scenario(), {})[1].find("object")->find("definition");
  CHECK(text_at(question, {"name"}) == R"({"en":"The desk"})");
  CHECK(
      text_at(question, {"choices"}) ==
      R"([{"id":"now","description":{"en":"Yes."}},{"id":"later","description":{"en":"Look away."}}])");
}

TEST_CASE("somebody without a name is anonymous") {
  Attempt attempt = mot::test::numbered_attempt(3);
  attempt.play.learner = "";
  const Json actor = *xapi_statements(attempt, nullptr, {}).front().find("actor");
  CHECK(
      actor.dump(-1) ==
      R"({"objectType":"Agent","name":"anonymous","account":{"homePage":"https://example.org/moments-of-truth","name":"anonymous"}})");
}
