#include "engine/interchange/csv_table.h"

#include <catch2/catch.hpp>

using Cells = std::vector<std::string>;

namespace {

std::vector<mot::CsvRow> rows_of(std::string_view text, char separator = ',') {
  const auto rows = mot::read_csv(text, separator, 100);
  REQUIRE(rows);
  return *rows;
}

}  // namespace

TEST_CASE("The sign between cells is the one that the first record has most of, outside quotes") {
  CHECK(mot::csv_separator("a,b,c\n") == ',');
  CHECK(mot::csv_separator("a;b,c;d\n1,2,3,4,5\n") == ';');
  CHECK(mot::csv_separator("a\tb\n") == '\t');
  CHECK(mot::csv_separator("\"a,b,c\";d\n") == ';');
  CHECK(mot::csv_separator("\"a\n,,,,\";b;c\n") == ';');
  CHECK(mot::csv_separator("a\n") == ',');
}

TEST_CASE("Cells stand between separators, and every record knows its line") {
  const auto rows = rows_of("a,b\r\n1,\n,\n\n3,4");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].cells == Cells{"a", "b"});
  CHECK(rows[0].line == 1);
  CHECK(rows[1].cells == Cells{"1", ""});
  CHECK(rows[1].line == 2);
  // Records without content are left out, and counted as lines.
  CHECK(rows[2].cells == Cells{"3", "4"});
  CHECK(rows[2].line == 5);
}

TEST_CASE("In quotes a cell may have separators, line ends, and quotes written twice") {
  const auto rows = rows_of("\"a;\"\"b\"\"\n c\";d\nnext;\n", ';');
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].cells == Cells{"a;\"b\"\n c", "d"});
  CHECK(rows[1].cells == Cells{"next", ""});
  CHECK(rows[1].line == 3);
  // A quote that does not open the cell is a sign like others.
  CHECK(rows_of("5\" wide,x\n").front().cells == Cells{"5\" wide", "x"});
}

TEST_CASE("A first line may say the separator") {
  for (const char* line : {"sep=;\n", "SEP=;\r\n", "\"sep=;\"\n"}) {
    INFO(line);
    const std::string text = std::string(line) + "a,b;c\n";
    CHECK(mot::csv_separator(text) == ';');
    const auto rows = rows_of(text, ';');
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].cells == Cells{"a,b", "c"});
    CHECK(rows[0].line == 2);
  }
  CHECK(mot::csv_separator("sep=x\n1,2\n") == ',');
}

TEST_CASE("A quote that is not closed, and too many records, are refused with their line") {
  const auto open = mot::read_csv("a,b\n1,\"2\n3,4\n", ',', 100);
  REQUIRE_FALSE(open);
  CHECK_THAT(open.error().message, Catch::StartsWith("line 2: "));
  CHECK(mot::read_csv("1\n2\n", ',', 2));
  const auto many = mot::read_csv("1\n2\n\n3\n", ',', 2);
  REQUIRE_FALSE(many);
  CHECK(many.error().message == "line 4: there are more than 2 rows");
}
