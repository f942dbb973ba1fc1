#include "engine/report/cohort_pdf.h"

#include <catch2/catch.hpp>
#include <string>

namespace {

mot::Cohort cohort_of(std::size_t trainees) {
  mot::Cohort cohort;
  cohort.attempts = trainees;
  cohort.from = cohort.to = "2026-11-22";
  cohort.answers = {12, 5, 3};
  cohort.weeks = {{"2026-11-16", {12, 5, 3}}};
  cohort.effects = {{"late-room", "check-in", 20, 12.0, 4.0},
                    {"late-room", "later", 20, -2.0, 4.0}};
  cohort.funnel = {trainees, trainees, 1, 0};
  cohort.trainees.resize(trainees);
  for (mot::Trainee& trainee : cohort.trainees) trainee.name = "王小明 <b>";
  return cohort;
}

std::string pdf_of(const mot::Cohort& cohort) {
  const mot::report::CohortNames names{
      "Spring", [](const std::string& id) { return id; },
      [](const std::string&, const std::string& id) { return id; },
      [](const std::string&, const std::string&, const std::string& id) { return id; }};
  const auto pdf = pdf_of_cohort(cohort, names, mot::UiStrings());
  REQUIRE(pdf);
  return *pdf;
}

}  // namespace

TEST_CASE("a report is a PDF, whatever the figures") {
  CHECK(pdf_of(cohort_of(3)).substr(0, 5) == "%PDF-");
  CHECK(pdf_of({}).substr(0, 5) == "%PDF-");
}

TEST_CASE("many trainees take more pages") {
  CHECK(pdf_of(cohort_of(150)).size() > pdf_of(cohort_of(3)).size());
}
