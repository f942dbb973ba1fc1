#include "engine/records/summary.h"

#include <catch2/catch.hpp>

#include "tests/support/attempts.h"

using mot::AttemptSummary;
using mot::ChoiceNames;
using mot::test::numbered_attempt;

namespace {

AttemptSummary summarised(const mot::Attempt& attempt, ChoiceNames& names) {
  return summary_of(attempt, [&](const mot::ChoiceName& name) { return names.number_of(name); });
}

/// The same, with the names and times that its figures do not hold.
AttemptSummary read_back(const std::string& figures, AttemptSummary named) {
  named.answers.clear();
  REQUIRE(read_figures(figures, named));
  return named;
}

}  // namespace

TEST_CASE("a summary says of each choice what moved the answer, was lost, and how long it took") {
  mot::Attempt attempt = numbered_attempt(0);
  attempt.score->recommend = 9;
  attempt.score->score = 59.999999;
  attempt.score->choices[0].recommend_if_met = 6;
  attempt.score->choices[0].regret = 1.234;
  ChoiceNames names;
  const AttemptSummary summary = summarised(attempt, names);
  CHECK(summary.scenario == "late-room");
  CHECK(summary.score == 5'999'999);
  REQUIRE(summary.answers.size() == 2);
  CHECK(summary.answers[0].moved == 2);
  CHECK(summary.answers[0].regret == 123);
  CHECK(summary.answers[0].time == 1250);
  CHECK(summary.answers[1].timed_out);
  CHECK(names.name(summary.answers[1].choice) ==
        mot::ChoiceName{"late-room", "next-morning", "ask-back"});
}

TEST_CASE("figures come back from their text as they were") {
  ChoiceNames names;
  for (std::size_t i = 0; i < 20; ++i) {
    const AttemptSummary summary = summarised(numbered_attempt(i), names);
    CHECK(read_back(figures_text(summary), summary) == summary);
  }
  mot::Attempt attempt = numbered_attempt(1);
  attempt.play.room = true;
  attempt.play.complete = false;
  attempt.play.choices[0].seconds = 1e9;
  attempt.play.choices[1].seconds = -1;
  attempt.score.reset();
  const AttemptSummary bare = summarised(attempt, names);
  CHECK(read_back(figures_text(bare), bare) == bare);
}

TEST_CASE("damaged figures are refused") {
  ChoiceNames names;
  const std::string figures = figures_text(summarised(numbered_attempt(1), names));
  AttemptSummary summary;
  CHECK_FALSE(read_figures("", summary));
  CHECK_FALSE(read_figures(figures.substr(1), summary));
  CHECK_FALSE(read_figures("\x01" + figures.substr(1), summary));
  // Digits all of them, but no ending, no grade, no move has such a number.
  for (const auto& [place, wrong] : {std::pair{1, '5'}, {13, '6'}, {19, '<'}}) {
    std::string other = figures;
    other[static_cast<std::size_t>(place)] = wrong;
    CHECK_FALSE(read_figures(other, summary));
    --other[static_cast<std::size_t>(place)];
    CHECK(read_figures(other, summary));
  }
}
