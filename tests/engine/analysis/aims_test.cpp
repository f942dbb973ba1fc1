// The aims of a library: each is missed by what lies beyond it, and by nothing else.
#include "engine/analysis/aims.h"

#include <catch2/catch.hpp>

namespace mot {
namespace {

ScenarioContents good_contents() {
  ScenarioContents contents;
  contents.needs = kAimNeeds;
  contents.waits = kAimWaits;
  return contents;
}

ScenarioFigures good_figures() {
  ScenarioFigures figures;
  figures.best = 9.0;
  figures.worst = 5.0;
  figures.categories.fill(true);
  figures.longest = DecisionShare{6, 10};
  figures.first = DecisionShare{6, 10};
  figures.regret.emplace();
  figures.regret->percent = kAimRegret;
  figures.random.score = kAimRandom - 0.1;
  figures.passive.score = kAimPassive - 0.1;
  return figures;
}

}  // namespace

TEST_CASE("a scenario at the edge of every aim misses none") {
  CHECK(missed_aims(good_contents(), good_figures()).empty());
}

TEST_CASE("each aim is missed alone, in the order of the names") {
  using Change = void (*)(ScenarioContents&, ScenarioFigures&);
  const std::vector<std::pair<Aimed, Change>> beyond{
      {Aimed::range, [](ScenarioContents&, ScenarioFigures& f) { f.worst = 5.01; }},
      {Aimed::reaches, [](ScenarioContents&, ScenarioFigures& f) { f.categories[1] = false; }},
      {Aimed::longest,
       [](ScenarioContents&, ScenarioFigures& f) {
         f.longest = {7, 11};
       }},
      {Aimed::first,
       [](ScenarioContents&, ScenarioFigures& f) {
         f.first = {7, 11};
       }},
      {Aimed::regret, [](ScenarioContents&, ScenarioFigures& f) { f.regret->percent = 40.1; }},
      {Aimed::random, [](ScenarioContents&, ScenarioFigures& f) { f.random.score = kAimRandom; }},
      {Aimed::passive,
       [](ScenarioContents&, ScenarioFigures& f) { f.passive.score = kAimPassive; }},
      {Aimed::needs, [](ScenarioContents& c, ScenarioFigures&) { c.needs = kAimNeeds - 1; }},
      {Aimed::waits, [](ScenarioContents& c, ScenarioFigures&) { c.waits = kAimWaits - 1; }}};
  ScenarioContents all_contents = good_contents();
  ScenarioFigures all_figures = good_figures();
  std::vector<Aimed> all;
  for (const auto& [aim, change] : beyond) {
    INFO(name_of(aim));
    ScenarioContents contents = good_contents();
    ScenarioFigures figures = good_figures();
    change(contents, figures);
    CHECK(missed_aims(contents, figures) == std::vector<Aimed>{aim});
    change(all_contents, all_figures);
    all.push_back(aim);
  }
  CHECK(missed_aims(all_contents, all_figures) == all);
}

TEST_CASE("what is not known misses nothing") {
  CHECK(missed_aims(good_contents(), ScenarioFigures{}).empty());
}

}  // namespace mot
