#include "game/dashboard/dashboard_details.h"

#include <catch2/catch.hpp>
#include <initializer_list>
#include <string>
#include <vector>

namespace {

/// A table of attempts of one learner on days of November 2026.
mot::SummaryTable table_of(std::initializer_list<int> days, const std::string& learner) {
  mot::SummaryTable table;
  for (const int day : days) {
    mot::Attempt attempt;
    attempt.play.scenario = "late-room";
    attempt.play.learner = learner;
    attempt.play.complete = true;
    attempt.group = day % 2 == 0 ? "morning" : "late";
    attempt.play.started = "2026-11-" + std::to_string(day) + "T10:00:00Z";
    table.add(summary_of(
        attempt, [&](const mot::ChoiceName& name) { return table.choices.number_of(name); }));
  }
  return table;
}

}  // namespace

TEST_CASE("a trainee's attempts are those that the figures beside them are of, the latest first") {
  const mot::SummaryTable table = table_of({11, 14, 12, 13}, "Li");
  const auto count = [&](const mot::CohortQuestion& question) {
    return attempts_of(table, "Li", question).size();
  };
  mot::CohortQuestion question;
  const std::vector<mot::SummaryRow> all = attempts_of(table, "Li", question);
  REQUIRE(all.size() == 4);
  CHECK(all.front().started == table.rows()[1].started);
  CHECK(all.back().started == table.rows()[0].started);
  CHECK(attempts_of(table, "Wu", question).empty());
  // Which of them counts is for the figures: the list has them all.
  question.counts = mot::CountedAttempt::first;
  CHECK(count(question) == 4);
  question.since = "2026-11-13T00:00:00Z";
  CHECK(count(question) == 2);
  question.group = "morning";
  CHECK(count(question) == 1);
}
