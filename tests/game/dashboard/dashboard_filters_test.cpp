#include "game/dashboard/dashboard_filters.h"

#include <catch2/catch.hpp>

TEST_CASE("what is chosen from the lists is what is asked") {
  mot::DashboardFilters filters;
  filters.set_groups({"", "Spring"});
  mot::CohortQuestion question;
  filters.fill(question, "2026-11-22T10:00:00Z");
  CHECK(question == mot::CohortQuestion{});
  CHECK_FALSE(filters.use("group"));
  CHECK(filters.open());
  CHECK(filters.use("group-2"));
  CHECK_FALSE(filters.open());
  CHECK(filters.use("days-1"));
  CHECK(filters.use("counts-3"));
  filters.fill(question, "2026-11-22T10:00:00Z");
  CHECK(question.group == "Spring");
  CHECK(question.since == "2026-11-16");
  CHECK(question.counts == mot::CountedAttempt::last);
  CHECK_FALSE(filters.use("export"));
}
