// What holds for every debrief: the account adds up to the hundredth, every response has a reason,
// no text is missing. Shipped scenarios and made-up ones, played at random, whole and broken off,
// in English and Chinese.
#include <catch2/catch.hpp>
#include <cmath>
#include <regex>
#include <string>
#include <vector>

#include "engine/analysis/policy.h"
#include "engine/debrief/debrief.h"
#include "engine/scenario/library.h"
#include "tests/support/story.h"

namespace mot {
namespace {

const std::string kSource = MOT_SOURCE_DIR;
constexpr std::uint32_t kPlays = 20;
constexpr std::uint32_t kStory = 3;

const UiStrings& words_in(const std::string& language) {
  static const UiStrings english(kSource + "/assets/lang", "en");
  static const UiStrings chinese(kSource + "/assets/lang", "zh-CN");
  return language == "en" ? english : chinese;
}

Debrief debrief_of(const Session& session,
                   const PlayAnalysis& analysis,
                   const std::string& language,
                   const std::vector<ScenarioGlance>& library = {}) {
  const Scorecard card = score(session, analysis.play ? &analysis.play->session : nullptr);
  const Reading reading(session.scenario(), language);
  Playthrough playthrough = session.playthrough();
  playthrough.prediction = 7;
  return debrief({session,
                  card,
                  analysis,
                  reading,
                  words_in(language),
                  playthrough,
                  nullptr,
                  {},
                  {library, {}}});
}

/// Every text that people read.
std::vector<std::string> texts_of(const Debrief& made) {
  std::vector<std::string> texts{made.head.title, made.head.customer, made.voice.comment,
                                 made.advice.tip};
  for (const DebriefNotice& notice : made.notices) texts.push_back(notice.text);
  for (const std::string& text : made.voice.remembers) texts.push_back(text);
  for (const Echo& echo : made.voice.echoes) texts.push_back(echo.text);
  texts.push_back(made.voice.prediction_text);
  for (const MomentReview& moment : made.moments) {
    texts.insert(texts.end(), {moment.title, moment.channel, moment.confidence_text});
    if (moment.wait) texts.push_back(moment.wait->text);
    for (const DimensionReview& dimension : moment.dimensions) {
      texts.insert(texts.end(), {dimension.name, dimension.note});
    }
    for (const OptionReview& option : moment.options) {
      texts.insert(texts.end(), {option.text, option.effect, option.reason});
    }
  }
  for (const auto* skills : {&made.skills.dimensions, &made.skills.behaviours}) {
    for (const SkillReview& skill : *skills) texts.push_back(skill.name);
  }
  if (made.crowd) texts.insert(texts.end(), {made.crowd->text, made.crowd->reservation});
  for (const TryInstead& instead : made.advice.instead) texts.push_back(instead.text);
  if (made.advice.next) texts.push_back(made.advice.next->reason);
  return texts;
}

void check_texts(const Debrief& made) {
  static const std::regex key("^[a-z]+(\\.[a-z0-9-]+)+$");
  static const std::regex hole("\\{[a-z_]+\\}");
  for (const std::string& text : texts_of(made)) {
    INFO(text);
    CHECK_FALSE(std::regex_search(text, key));
    CHECK_FALSE(std::regex_search(text, hole));
  }
}

void check_account(const Debrief& made, const Scorecard& card) {
  REQUIRE(made.account);
  const Account& account = *made.account;
  int level = account.best;
  int lost = 0;
  int luck = 0;
  for (std::size_t i = 0; i < account.steps.size(); ++i) {
    const AccountStep& step = account.steps[i];
    CHECK(step.choice <= 0);
    level += step.choice;
    CHECK(level == step.level_after_choice);
    level += step.luck;
    CHECK(level == step.level_after_luck);
    lost += step.choice;
    luck += step.luck;
    // Within a hundredth of the value it stands for, and nothing where there is nothing.
    const ChoiceValue& value = *card.moments[i].value;
    CHECK(std::fabs(step.choice + 100 * value.regret) <= 1 + 1e-6);
    CHECK(std::fabs(step.luck - 100 * value.luck) <= 1 + 1e-6);
    if (value.regret < 1e-9) CHECK(step.choice == 0);
  }
  CHECK(account.best + lost + luck == account.reached);
  CHECK(lost == account.lost);
  CHECK(luck == account.luck);
  CHECK(account.reached == level);
  if (card.satisfaction) CHECK(account.reached == *card.satisfaction);
  CHECK(account.turning_points.size() <= 3);
  for (const std::size_t i : account.turning_points) CHECK(account.steps[i].choice < 0);
}

void check_moments(const Debrief& made, const Session& session) {
  REQUIRE(made.moments.size() == session.turns().size());
  for (const MomentReview& moment : made.moments) {
    const Turn& turn = session.turns()[moment.choice];
    REQUIRE(moment.options.size() == turn.offers.size());
    CHECK(moment.chosen().response == turn.response);
    for (const OptionReview& option : moment.options) {
      INFO(option.id);
      CHECK_FALSE(option.reason.empty());
      CHECK_FALSE(option.text.empty());
    }
    if (!made.account) continue;
    CHECK(*moment.cost == -made.account->steps[moment.choice].choice);
    CHECK(moment.chosen().cost == moment.cost);
    REQUIRE(moment.best() != nullptr);
    CHECK(*moment.best()->cost == 0);
  }
}

/// All laws, for a session whole and broken off half-way.
void check_session(Session session,
                   Solution& solution,
                   const std::vector<ScenarioGlance>& library) {
  for (const bool half : {false, true}) {
    if (half) session.rewind(session.turns().size() / 2);
    const std::optional<SolvedPlay> solved = solved_play(solution, session);
    REQUIRE(solved);
    const PlayAnalysis analysis{solved, {}};
    const Scorecard card = score(session, &solved->session);
    for (const char* language : {"en", "zh-CN"}) {
      const Debrief made = debrief_of(session, analysis, language, library);
      check_account(made, card);
      check_moments(made, session);
      check_texts(made);
      CHECK(made.voice.echoes.size() == (card.category ? 3 : 0));
      CHECK(made.crowd.has_value() == (card.satisfaction.has_value()));
      REQUIRE(made.advice.next.has_value() == !session.turns().empty());
    }
  }
}

}  // namespace

TEST_CASE("debriefs of the shipped scenarios add up, give reasons and miss no text") {
  LoadOptions options;
  options.library = kSource + "/scenarios";
  const auto library = glance_at_library(options.library, "en");
  const auto scenarios = list_library(options);
  REQUIRE(scenarios.size() >= 2);
  for (const LibraryScenario& entry : scenarios) {
    const Program program(*entry.scenario);
    Solution solution(program);
    REQUIRE(solution.exact());
    for (std::uint32_t seed = 1; seed <= kPlays; ++seed) {
      INFO(entry.path << ", seed " << seed);
      const Result<Session> played = play_by(Policy::random, program, seed, nullptr);
      REQUIRE(played);
      check_session(*played, solution, library);
    }
  }
}

TEST_CASE("debriefs of made-up stories add up with fate, and without") {
  int checked = 0;
  for (std::uint32_t seed = 1; seed <= 60; ++seed) {
    test::StoryShape shape;
    shape.fate = seed % 2 == 0;
    const auto scenario = test::story(seed, shape);
    if (scenario == nullptr) continue;
    const Program program(*scenario);
    Solution solution(program);
    if (!solution.exact() || !solution.start_value(Aim::best)) continue;
    INFO("story " << seed);
    for (std::uint32_t play = 1; play <= 3; ++play) {
      const Result<Session> played = play_by(Policy::random, program, play, nullptr);
      if (!played) continue;
      check_session(*played, solution, {});
      ++checked;
    }
  }
  CHECK(checked > 60);
}

TEST_CASE("a debrief without the exact solution says so and leaves out what needs it") {
  const auto scenario = test::story(kStory, {});
  REQUIRE(scenario != nullptr);
  const Program program(*scenario);
  SolveOptions tiny;
  tiny.limits.states = 1;
  const Result<Session> played = play_by(Policy::random, program, 1, nullptr);
  REQUIRE(played);
  const PlayAnalysis analysis = analyse_play(*played, tiny);
  REQUIRE_FALSE(analysis.play);
  const Debrief made = debrief_of(*played, analysis, "en");
  CHECK_FALSE(made.account);
  CHECK_FALSE(made.score);
  CHECK(made.timeline.best.empty());
  CHECK(name_of(made.notices.back().kind) == "not-exact");
  check_moments(made, *played);
  check_texts(made);
}

TEST_CASE("a debrief before the first choice has a head and a notice, and nothing breaks") {
  const auto scenario = test::story(kStory, {});
  REQUIRE(scenario != nullptr);
  const Program program(*scenario);
  const Session session(program, 1);
  const Debrief made = debrief_of(session, analyse_play(session), "zh-CN");
  CHECK_FALSE(made.head.title.empty());
  CHECK(made.moments.empty());
  CHECK(made.voice.echoes.empty());
  CHECK_FALSE(made.advice.next);
  CHECK(name_of(made.notices.front().kind) == "unfinished");
  check_texts(made);
}

}  // namespace mot
