#include "game/screens/best_path.h"

#include <catch2/catch.hpp>

#include "engine/scenario/loader.h"

using namespace mot;

namespace {

// From a one can go straight on to d, or over b and c.
struct Ways {
  Ways() {
    DiagnosticSink sink;
    const auto decision = [](const std::string& id, const std::string& responses) {
      return "  - { id: " + id +
             ", stage: s, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: "
             "[" +
             responses + "] }\n";
    };
    const auto response = [](const std::string& id, const std::string& next) {
      return "{ id: " + id + ", say: O, delivers: { empathy: 8 }, next: " + next + " }";
    };
    scenario = load_scenario_text(
                   "ways.yaml",
                   "mot: 1\nid: ways\ntitle: Ways\nlanguage: en\n"
                   "journey: { id: j, title: J, stages: [ { id: s, title: S } ] }\n"
                   "customer: { id: c, name: C, expects: { empathy: 8 } }\n"
                   "moments:\n" +
                       decision("a", response("far", "b") + "," + response("near", "d")) +
                       decision("b", response("on", "c")) + decision("c", response("on", "d")) +
                       decision("d", response("on", "e")) + "  - { id: e, ending: resolved }\n",
                   {}, sink)
                   .scenario;
    REQUIRE(scenario);
    program = std::make_unique<Program>(*scenario);
  }
  Session play(std::initializer_list<std::string_view> choices) const {
    Session session(*program, 1);
    for (const std::string_view choice : choices) REQUIRE(session.choose(choice));
    return session;
  }
  static std::vector<float> places(const Session& played, const Session& best) {
    std::vector<float> out;
    for (const BestPathPoint& point : best_path_beside(played, best)) out.push_back(point.place);
    return out;
  }
  std::shared_ptr<const Scenario> scenario;
  std::unique_ptr<Program> program;
};

}  // namespace

TEST_CASE("Choices at the same moment lie beside each other") {
  const Ways ways;
  const Session far = ways.play({"a.far", "b.on", "c.on", "d.on"});
  const Session near = ways.play({"a.near", "d.on"});
  CHECK(Ways::places(far, far) == std::vector<float>{0, 1, 2, 3});
  CHECK(Ways::places(far, near) == std::vector<float>{0, 3});
}

TEST_CASE("What the played way left out is spread between what both have") {
  const Ways ways;
  const Session far = ways.play({"a.far", "b.on", "c.on", "d.on"});
  const Session near = ways.play({"a.near", "d.on"});
  const std::vector<float> places = Ways::places(near, far);
  REQUIRE(places.size() == 4);
  CHECK(places[0] == 0);
  CHECK(places[1] == Approx(1.0 / 3));
  CHECK(places[2] == Approx(2.0 / 3));
  CHECK(places[3] == 1);
}

TEST_CASE("What follows the last choice that was made ends where the played line ends") {
  const Ways ways;
  const Session far = ways.play({"a.far", "b.on", "c.on", "d.on"});
  CHECK(Ways::places(ways.play({"a.far", "b.on"}), far) == std::vector<float>{0, 1, 1, 1});
  CHECK(Ways::places(ways.play({}), far).empty());
}
