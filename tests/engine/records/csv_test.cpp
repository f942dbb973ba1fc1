#include "engine/records/csv.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/attempts.h"

using mot::csv_cell;

TEST_CASE("a cell is quoted where it needs it") {
  CHECK(csv_cell("plain") == "plain");
  CHECK(csv_cell("") == "");
  CHECK(csv_cell("a,b") == "\"a,b\"");
  CHECK(csv_cell("say \"no\"") == "\"say \"\"no\"\"\"");
  CHECK(csv_cell("two\nlines") == "\"two\nlines\"");
}

TEST_CASE("a spreadsheet runs nothing that was typed as a name") {
  CHECK(csv_cell("=1+1") == "'=1+1");
  CHECK(csv_cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(csv_cell("+49") == "'+49");
  CHECK(csv_cell("-x,y") == "\"'-x,y\"");
}

TEST_CASE("an attempt is a row with a cell for each heading") {
  const mot::Attempt attempt = mot::test::numbered_attempt(3);
  const auto commas = [](const std::string& line) {
    return std::count(line.begin(), line.end(), ',');
  };
  const std::string row = csv_attempt_row(attempt);
  CHECK(commas(row) == commas(mot::csv_attempt_heading()));
  CHECK(row ==
        "00000000-0000-4000-8000-000000000003,learner 3,,,late-room,exam,en,2026-11-01T03:15:00Z,"
        "2026-11-01T03:15:00Z,true,resolved,3,2,6.03,3,detractor,3.5,8.9,0.33,8,Ask first.\r\n");
}

TEST_CASE("each choice is a row") {
  CHECK(csv_choice_rows(mot::test::numbered_attempt(3)) ==
        "00000000-0000-4000-8000-000000000003,learner 3,,late-room,2026-11-01T03:15:00Z,1,check-in,"
        "half-past,12.5,false,sure,-1.2,0.1,-0.25,good,half-past,-12\r\n"
        "00000000-0000-4000-8000-000000000003,learner 3,,late-room,2026-11-01T03:15:00Z,2,"
        "next-morning,ask-back,7.25,true,,,,,,,0\r\n");
}
