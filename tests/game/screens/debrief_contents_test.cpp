// What the debrief page says of a session (game/screens/debrief_contents.h).
#include "game/screens/debrief_contents.h"

#include <catch2/catch.hpp>
#include <string>

#include "engine/analysis/solved_play.h"
#include "engine/scenario/library.h"

namespace {

using namespace mot;

const std::string kRoot = MOT_SOURCE_DIR;

// The scenario for newcomers, from the shipped library.
struct Desk {
  Desk() {
    LoadOptions options;
    options.library = kRoot + "/scenarios";
    DiagnosticSink sink;
    scenario =
        load_scenario(find_scenario(options.library, "twice-the-water"), options, sink).scenario;
    REQUIRE(scenario);
    program = std::make_unique<Program>(*scenario);
    session = std::make_unique<Session>(*program, 1);
  }

  void choose(const std::string& name, double seconds = -1) {
    REQUIRE(session->choose(name, seconds));
  }
  DebriefContents contents(const std::string& language = "en") const {
    return debrief_contents(*session, score(*session), Reading(*scenario, language),
                            UiStrings(kRoot + "/assets/lang", language));
  }

  std::shared_ptr<const Scenario> scenario;
  std::unique_ptr<Program> program;
  std::unique_ptr<Session> session;
};

}  // namespace

TEST_CASE("Points are shown with their sign and two decimals") {
  CHECK(signed_points(123) == "+1.23");
  CHECK(signed_points(-235) == "−2.35");
  CHECK(signed_points(0) == "0.00");
  CHECK(signed_points(-5) == "−0.05");
}

TEST_CASE("A debrief before the first choice has no figures") {
  const Desk desk;
  const DebriefContents contents = desk.contents();
  CHECK_FALSE(contents.complete);
  CHECK(contents.moments.empty());
  CHECK_FALSE(contents.recommend);
  CHECK(contents.chart.turning_point == -1);
  CHECK(contents.verbatim.empty());
}

TEST_CASE("An unfinished play has an account of what was played and no answer to the survey") {
  Desk desk;
  desk.choose("two-bills.left-running", 4);
  const DebriefContents contents = desk.contents();
  CHECK_FALSE(contents.complete);
  CHECK_FALSE(contents.recommend);
  CHECK_FALSE(contents.csat);
  REQUIRE(contents.moments.size() == 1);
  CHECK(contents.moments[0].label == MomentLabel::misery);
  CHECK(contents.chart.turning_point == 0);
  CHECK(contents.needs.empty());
  CHECK(contents.summary == "Not finished · choices: 1 · 4 s");
}

TEST_CASE("A moment shows what was said, the response and every dimension at stake") {
  Desk desk;
  desk.choose("two-bills.stay");
  const DebriefMoment moment = desk.contents().moments.at(0);
  REQUIRE(moment.said);
  CHECK(moment.said->text.rfind("Five cubic metres in April.", 0) == 0);
  CHECK(moment.response.rfind("Six cubic metres don't vanish.", 0) == 0);
  REQUIRE(moment.dimensions.size() == 3);
  CHECK(moment.dimensions[0].name == "Responsiveness");
  CHECK(moment.dimensions[0].expected == 7);
  CHECK(moment.dimensions[0].delivered == 8);
  CHECK(moment.dimensions[0].difference == 1);
  CHECK(moment.coach.rfind("A fact, a name, and somebody who stays.", 0) == 0);
  REQUIRE(moment.reply);
  CHECK(moment.thoughts.size() == 1);
}

TEST_CASE("A free choice has no figures and lies in the band of its stage") {
  Desk desk;
  desk.choose("two-bills.stay");
  desk.choose("ask.at-night");
  const DebriefContents contents = desk.contents();
  CHECK_FALSE(contents.moments.at(1).scored);
  CHECK(contents.moments.at(1).dimensions.empty());
  CHECK(contents.chart.bands.size() == 1);
  CHECK(contents.chart.points.at(1).band == 0);
  CHECK(contents.chart.points.at(1).satisfaction == contents.chart.points.at(0).satisfaction);
}

TEST_CASE("A debrief is read in the reader's language") {
  Desk desk;
  desk.choose("two-bills.stay");
  const DebriefContents contents = desk.contents("zh-CN");
  CHECK(contents.customer == "方阿姨");
  CHECK(contents.moments.at(0).dimensions.at(0).name == "响应");
}

TEST_CASE("Without the best play nothing is said of it") {
  Desk desk;
  desk.choose("two-bills.left-running");
  const DebriefContents contents = desk.contents();
  CHECK_FALSE(contents.best);
  CHECK_FALSE(contents.score);
  CHECK_FALSE(contents.moments.at(0).grade);
  CHECK(contents.chart.best.empty());
}

TEST_CASE(
    "Once the best play is known, each choice has its grade, its cost and the better response") {
  Desk desk;
  desk.choose("two-bills.left-running");
  Solution solution(*desk.program);
  const auto play = solved_play(solution, *desk.session);
  REQUIRE(play);
  REQUIRE(play->best);
  const DebriefContents contents = debrief_contents(
      *desk.session, score(*desk.session, &play->session), Reading(*desk.scenario, "en"),
      UiStrings(kRoot + "/assets/lang", "en"), &*play->best);
  const DebriefMoment& moment = contents.moments.at(0);
  REQUIRE(moment.grade);
  CHECK(moment.regret > 0);
  CHECK_FALSE(moment.best_response.empty());
  CHECK(moment.best_response != moment.response);
  CHECK(*contents.best > *contents.worst);
  // There is no score before the end.
  CHECK_FALSE(contents.score);
  // The best play begins at the same moment and ends where the played line ends.
  REQUIRE(contents.chart.best.size() == play->best->turns().size());
  CHECK(contents.chart.best.front().place == 0);
  CHECK(contents.chart.best.back().place == 0);
}

TEST_CASE("A choice that could not be better says so by naming no other") {
  Desk desk;
  Solution solution(*desk.program);
  while (desk.session->status() == SessionStatus::waiting)
    REQUIRE(desk.session->choose(solution.optimal(desk.session->state(), Aim::best)));
  const auto play = solved_play(solution, *desk.session);
  REQUIRE(play);
  const DebriefContents contents = debrief_contents(
      *desk.session, score(*desk.session, &play->session), Reading(*desk.scenario, "en"),
      UiStrings(kRoot + "/assets/lang", "en"), &*play->best);
  CHECK(contents.score == 100);
  for (std::size_t i = 0; i < contents.moments.size(); ++i) {
    CHECK(contents.moments[i].grade == Grade::best);
    CHECK(contents.moments[i].best_response.empty());
    // The best play lies on the played one.
    CHECK(contents.chart.best[i].place == static_cast<float>(i));
    CHECK(contents.chart.best[i].satisfaction == contents.chart.points[i].satisfaction);
  }
  CHECK_FALSE(contents.behaviours.empty());
}
