#include "game/dashboard/dashboard_export.h"

#include <catch2/catch.hpp>

#include "engine/base/file.h"
#include "tests/support/temporary_folder.h"

TEST_CASE("the sheet has the trainees that are seen, in their order, as texts") {
  mot::Cohort cohort;
  cohort.trainees.resize(2);
  cohort.trainees[0].name = "=Chen, Yu";
  cohort.trainees[1].name = "Li";
  cohort.trainees[1].score = 71.5;
  cohort.trainees[1].weakest_scenario = "late-room";
  cohort.trainees[1].weakest_moment = "check-in";
  const mot::report::CohortNames names{
      "",
      [](const std::string& id) { return "S " + id; },
      [](const std::string&, const std::string& id) { return "M " + id; },
      {}};
  const std::string sheet = mot::trainees_csv(cohort, {1, 0}, names);
  CHECK_THAT(sheet, Catch::Contains("\r\nLi,0,0,0,71.5,S late-room,M check-in\r\n"
                                    "\"'=Chen, Yu\",0,0,0,,,\r\n"));
}

TEST_CASE("what is exported is there as a page and as a sheet, or it is said why not") {
  const mot::test::TemporaryFolder folder;
  const auto written = mot::export_dashboard(folder / "exports", "2026-11-22", "<p>", "a\r\n");
  REQUIRE(written);
  CHECK(mot::read_file(*written + ".html") == "<p>");
  CHECK(mot::read_file(*written + ".csv") == "a\r\n");
  CHECK_FALSE(mot::export_dashboard("/proc/none", "2026-11-22", "", ""));
}

TEST_CASE("an export replaces neither a page nor a sheet that is there") {
  const mot::test::TemporaryFolder folder;
  for (const char* taken : {"/dashboard-2026-11-22.csv", "/dashboard-2026-11-22-2.html"}) {
    REQUIRE(mot::write_file_atomically(folder.path().string() + taken, "mine"));
  }
  const auto written = mot::export_dashboard(folder.path().string(), "2026-11-22", "<p>", "a\r\n");
  CHECK(written == folder / "dashboard-2026-11-22-3");
  CHECK(mot::read_file(folder / "dashboard-2026-11-22.csv") == "mine");
}
