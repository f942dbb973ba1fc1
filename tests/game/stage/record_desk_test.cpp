#include "game/stage/record_desk.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/encounter/session.h"
#include "engine/records/store.h"
#include "engine/scenario/loader.h"
#include "tests/support/attempts.h"
#include "tests/support/temporary_folder.h"

namespace {

constexpr const char* kScenario = R"(mot: 1
id: late-room
title: A late room
language: en
journey: { id: stay, title: A stay, stages: [ { id: arrival, title: Arrival } ] }
customer: { id: guest, name: Guest, expects: { reliability: 8 } }
moments:
  - id: desk
    stage: arrival
    channel: counter
    touchpoint: The desk
    expects: [reliability]
    says: Is my room ready?
    responses:
      - { id: now, say: Yes., delivers: { reliability: 9 }, next: end }
      - { id: later, say: No., delivers: { reliability: 3 }, next: end }
  - { id: end, ending: resolved }
)";

std::shared_ptr<const mot::Scenario> scenario() {
  mot::DiagnosticSink sink;
  auto loaded = mot::load_scenario_text("late-room.yaml", kScenario, {}, sink).scenario;
  REQUIRE(loaded);
  return loaded;
}

mot::Playthrough played(const std::shared_ptr<const mot::Scenario>& scenario, const char* choice) {
  const mot::Program program(*scenario);
  mot::Session session(program, 1);
  REQUIRE(session.choose(choice));
  return session.playthrough();
}

}  // namespace

TEST_CASE("a desk keeps plays that are over, with their scores, before it closes") {
  const mot::test::TemporaryFolder folder;
  const auto encounter = scenario();
  {
    mot::RecordDesk desk({folder / "records.sqlite", folder / "outbox", 500}, folder / "plays",
                         [](const std::string&) { return nullptr; });
    mot::Playthrough now = played(encounter, "desk.now");
    now.group = "Early shift";
    desk.keep(now, folder / "a.json", encounter);
    mot::Playthrough later = played(encounter, "desk.later");
    desk.keep(later, folder / "b.json", encounter);
    later.takeaway = "Say when.";
    desk.keep(later, folder / "b.json", encounter);
  }
  auto store = mot::open_store(folder / "records.sqlite");
  REQUIRE(store);
  const auto attempts = mot::test::attempts_in(**store);
  REQUIRE(attempts);
  REQUIRE(attempts->size() == 2);
  REQUIRE((*attempts)[0].score);
  CHECK((*attempts)[0].score->score == 100.0);
  CHECK((*attempts)[0].group == "Early shift");
  CHECK((*attempts)[1].group.empty());
  CHECK((*attempts)[1].score->score == 0.0);
  CHECK((*attempts)[1].play.takeaway == "Say when.");
}

TEST_CASE("a desk whose store is away lets the attempt wait, and says so") {
  const mot::test::TemporaryFolder folder;
  std::ofstream(folder / "records.sqlite") << std::string(3000, 'x');
  const auto encounter = scenario();
  mot::RecordDesk desk({folder / "records.sqlite", folder / "outbox", 100}, folder / "plays",
                       [](const std::string&) { return nullptr; });
  desk.keep(played(encounter, "desk.now"), folder / "a.json", encounter);
  while (desk.latest().where == mot::Keeping::stored) std::this_thread::yield();
  CHECK(desk.latest().where == mot::Keeping::waiting);
  CHECK(desk.kept() == 1);
  CHECK(desk.latest().cause.find("damaged") != std::string::npos);
}
