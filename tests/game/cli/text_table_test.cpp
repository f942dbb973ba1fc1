#include "game/cli/text_table.h"

#include <catch2/catch.hpp>

using mot::Align;
using mot::TextTable;

TEST_CASE("Columns are as wide as their widest cell, and nothing stands behind the last") {
  TextTable table;
  table.add_column("name");
  table.add_column("points", Align::right);
  table.add_row({"a", "9.05"});
  table.add_row({"longer", "10.00"});
  CHECK(table.text() ==
        "name    points\n"
        "a         9.05\n"
        "longer   10.00\n");
}

TEST_CASE("A Chinese sign takes two columns") {
  TextTable table;
  table.add_column("场景");
  table.add_column("n", Align::right);
  table.add_row({"漏水", "1"});
  table.add_row({"ab", "22"});
  CHECK(table.text(1) ==
        "场景  n\n"
        "漏水  1\n"
        "ab   22\n");
}

TEST_CASE("Cells that are missing are empty") {
  TextTable table;
  table.add_column("a");
  table.add_column("b");
  table.add_row({"1"});
  CHECK(table.text() == "a  b\n1\n");
}
