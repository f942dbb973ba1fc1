// Laws that hold for every scenario and every way through it: of generated scenarios and of all
// that are shipped, with random choices.
#include <catch2/catch.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/draw.h"
#include "engine/encounter/session.h"
#include "engine/encounter/step.h"
#include "engine/encounter/view.h"
#include "engine/scenario/loader.h"
#include "tests/support/generated_scenario.h"

using mot::Playthrough;
using mot::Program;
using mot::ResponseIndex;
using mot::Scenario;
using mot::Session;
using mot::SessionStatus;

namespace {

/// Makes one choice at random; false where the encounter is over.
bool choose_any(Session& session, std::uint64_t luck) {
  const std::vector<ResponseIndex> offers = session.offers();
  if (offers.empty()) return false;
  const std::uint64_t bits = mot::draw(luck, mot::Stream::policy, session.turns().size());
  const std::uint32_t at = mot::below(bits, static_cast<std::uint32_t>(offers.size()));
  const double seconds = static_cast<double>(bits % 1000) / 8;
  return session.choose(offers[at], seconds, bits % 7 == 0).has_value();
}

Session play_on(Session session, std::uint64_t luck) {
  while (choose_any(session, luck)) {
  }
  return session;
}

void check_same(const Session& a, const Session& b) {
  CHECK(a.state() == b.state());
  CHECK(a.status() == b.status());
  CHECK(a.opening() == b.opening());
  CHECK(a.opening_fate() == b.opening_fate());
  CHECK(a.turns() == b.turns());
}

/// Through a file and back.
Session saved_and_loaded(const Session& session) {
  const auto read = mot::read_playthrough(mot::write_playthrough(session.playthrough()));
  REQUIRE(read);
  auto replayed = mot::replay(session.program(), *read);
  REQUIRE(replayed);
  INFO(replayed->reason);
  CHECK_FALSE(replayed->diverged_at);
  CHECK_FALSE(replayed->content_changed);
  return std::move(replayed->session);
}

void check_saving_after_every_turn(const Session& straight, std::uint64_t luck) {
  Session session(straight.program(), straight.seed());
  do {
    session = saved_and_loaded(session);
  } while (choose_any(session, luck));
  check_same(session, straight);
}

void check_rewinding_and_redoing_every_turn(const Session& straight) {
  Session session = straight;
  for (std::size_t t = straight.turns().size(); t-- > 0;) {
    session.rewind(t);
    CHECK(session.state() == straight.turns()[t].before);
    CHECK(session.status() == SessionStatus::waiting);
    // Something else first: it must leave no trace.
    REQUIRE(session.choose(straight.turns()[t].offers.back()));
    session.rewind(t);
  }
  for (const mot::Turn& turn : straight.turns()) {
    REQUIRE(session.choose(turn.response, turn.seconds, turn.timed_out));
  }
  check_same(session, straight);
}

void check_every_turn_is_one_of_the_ways(const Session& session) {
  const auto among = [](const std::vector<mot::Successor>& ways, const mot::State& state) {
    double probability = 0;
    bool found = false;
    for (const mot::Successor& way : ways) {
      probability += way.probability;
      found = found || way.state == state;
    }
    CHECK(probability == Approx(1.0).margin(1e-12));
    return found;
  };
  CHECK(among(mot::beginnings(session.program()), session.state_after(0)));
  for (const mot::Turn& turn : session.turns()) {
    const auto ways = mot::successors(session.program(), turn.before, turn.response);
    CHECK(among(ways, turn.after));
  }
}

void check_offers_agree(const Session& session) {
  const Program& program = session.program();
  for (const mot::Turn& turn : session.turns()) {
    const mot::Range choices = program.stop(turn.before.place).range;
    std::vector<ResponseIndex> offered;
    for (std::uint32_t i = 0; i < choices.count; ++i) {
      const auto r = static_cast<ResponseIndex>(choices.first + i);
      if (program.offered(r, turn.before)) offered.push_back(r);
    }
    CHECK(offered == turn.offers);
    const auto response = static_cast<std::size_t>(turn.response);
    CHECK(session.scenario().responses[response].moment == turn.before.place);
  }
}

void check_views_can_be_asked_for_at_every_turn(const Session& session) {
  const mot::Reading reading(session.scenario(), "zh-CN");
  for (std::size_t t = 0; t <= session.turns().size(); ++t) {
    const mot::EncounterView view = mot::view_at(session, t, reading);
    CHECK(view.turn == static_cast<int>(t));
    CHECK(view.status == mot::status_in(session.program(), session.state_after(t)));
    CHECK((view.status == SessionStatus::waiting) == !view.offers.empty());
  }
}

void check_laws(const Program& program, std::uint32_t seed) {
  INFO(program.scenario().id << ", seed " << seed);
  const Session straight = play_on(Session(program, seed), seed);
  CHECK(straight.status() != SessionStatus::waiting);
  check_same(play_on(Session(program, seed), seed), straight);
  check_same(saved_and_loaded(straight), straight);
  if (straight.turns().size() <= 40) check_saving_after_every_turn(straight, seed);
  check_rewinding_and_redoing_every_turn(straight);
  check_every_turn_is_one_of_the_ways(straight);
  check_offers_agree(straight);
  check_views_can_be_asked_for_at_every_turn(straight);
}

}  // namespace

TEST_CASE("laws of play hold for generated scenarios") {
  for (std::uint64_t made = 0; made < 20; ++made) {
    const Scenario scenario = mot::generated_scenario(3 + static_cast<std::uint32_t>(made), made);
    const Program program(scenario);
    for (std::uint32_t seed = 0; seed < 2; ++seed) check_laws(program, seed);
  }
  const Scenario large = mot::generated_scenario(1'000, 1);
  check_laws(Program(large), 5);
}

TEST_CASE("laws of play hold for every shipped scenario") {
  namespace fs = std::filesystem;
  mot::LoadOptions options;
  options.library = std::string(MOT_SOURCE_DIR) + "/scenarios";
  for (const auto& file : fs::recursive_directory_iterator(options.library)) {
    const std::string folder = file.path().parent_path().filename().string();
    if (file.path().extension() != ".yaml" || folder == "customers" || folder == "journeys" ||
        folder == "courses" || file.path().stem().has_extension()) {
      continue;
    }
    mot::DiagnosticSink sink;
    const auto loaded = mot::load_scenario(file.path().string(), options, sink);
    INFO(file.path().string());
    CHECK_FALSE(sink.has_errors());
    if (!loaded.scenario) continue;
    const Program program(*loaded.scenario);
    for (std::uint32_t seed = 0; seed < 10; ++seed) check_laws(program, seed);
  }
}

TEST_CASE("a damaged save leaves the session it was made of untouched") {
  const Scenario scenario = mot::generated_scenario(8, 3);
  const Program program(scenario);
  Session session = play_on(Session(program, 9), 9);
  session.rewind(session.turns().size() / 2);
  const Session before = session;
  const std::string whole = mot::write_playthrough(session.playthrough());
  int refused = 0;
  for (std::uint64_t i = 0; i < 300; ++i) {
    std::string damaged = whole;
    const std::uint64_t bits = mot::draw(4, mot::Stream::policy, i);
    damaged[mot::below(bits, static_cast<std::uint32_t>(damaged.size()))] =
        static_cast<char>(bits & 0x7fU);
    const auto read = mot::read_playthrough(damaged);
    if (!read) {
      ++refused;
      continue;
    }
    // What can still be read is replayed as far as it fits, or refused; never more than that.
    const auto replayed = mot::replay(program, *read);
    if (replayed) CHECK(replayed->session.turns().size() <= read->choices.size());
  }
  CHECK(refused > 0);
  check_same(session, before);
}
