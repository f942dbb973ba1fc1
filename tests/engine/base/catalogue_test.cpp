#include "engine/base/catalogue.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <string>

#include "engine/base/utf8.h"

using mot::catalogue;
using mot::CatalogueEntry;
using mot::find_catalogue_entry;
using mot::Severity;

namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

TEST_CASE("codes and severities are these, for ever") {
  std::string errors;
  std::string warnings;
  for (const CatalogueEntry& entry : catalogue()) {
    if (entry.code[0] == 'S') continue;
    std::string& list = entry.severity == Severity::error ? errors : warnings;
    list += std::string(entry.code.substr(1)) + " ";
    CHECK(entry.severity != Severity::hint);
  }
  CHECK(errors ==
        "0001 0002 0003 0004 0005 0006 0007 0008 0009 0010 0011 0012 0013 "
        "0020 0021 0022 0023 0024 0025 0026 0027 0028 0029 0030 0031 "
        "0040 0041 0042 0043 0044 0045 0046 0047 0048 0049 0050 0051 0052 0053 0056 0057 0058 "
        "0060 0061 0062 0063 0064 0065 0066 0070 0071 0072 0073 0074 "
        "0080 0081 0082 0083 0084 0085 0086 0087 0088 0089 0090 0091 0092 "
        "0110 0113 0114 0115 0120 0121 0122 0123 0124 ");
  CHECK(warnings == "0054 0055 0093 0100 0101 0102 0103 0104 0111 0112 0116 ");
}

TEST_CASE("codes of smells and their severities are these, for ever") {
  std::array<std::string, 3> lists;
  for (const CatalogueEntry& entry : catalogue()) {
    if (entry.code[0] != 'S') continue;
    lists[static_cast<std::size_t>(entry.severity)] += std::string(entry.code.substr(3)) + " ";
  }
  CHECK(lists[0] == "23 25 ");
  CHECK(lists[1] == "06 07 13 14 15 16 21 22 27 29 32 ");
  CHECK(lists[2] == "01 05 12 17 18 19 20 26 28 30 34 35 ");
}

TEST_CASE("entries stand in the order of their codes, each once") {
  const auto& all = catalogue();
  const auto out_of_order = std::adjacent_find(
      all.begin(), all.end(),
      [](const CatalogueEntry& a, const CatalogueEntry& b) { return !(a.code < b.code); });
  REQUIRE(out_of_order == all.end());
}

TEST_CASE("every entry is found by its code, and nothing else is") {
  for (const CatalogueEntry& entry : catalogue()) {
    REQUIRE(find_catalogue_entry(entry.code) == &entry);
  }
  for (const std::string_view code : {"", "M", "M0000", "M0014", "m0012", "M00120", "M9999"}) {
    CHECK(find_catalogue_entry(code) == nullptr);
  }
}

TEST_CASE("every entry has a short title, whole sentences and an example of a few lines") {
  for (const CatalogueEntry& entry : catalogue()) {
    INFO(entry.code);
    CHECK(entry.code.size() == 5);
    CHECK_FALSE(entry.title.empty());
    CHECK(entry.title.size() <= 60);
    CHECK_FALSE(ends_with(entry.title, "."));
    CHECK(ends_with(entry.meaning, "."));
    CHECK(entry.meaning.size() >= 40);
    CHECK(ends_with(entry.mend, "."));
    CHECK(entry.mend.size() >= 30);
    CHECK(ends_with(entry.bad_example, "\n"));
    const auto lines = std::count(entry.bad_example.begin(), entry.bad_example.end(), '\n');
    CHECK(lines >= 1);
    CHECK(lines <= 8);
  }
}

TEST_CASE("every entry fits a terminal: examples of 80 columns, no tabs, valid UTF-8") {
  for (const CatalogueEntry& entry : catalogue()) {
    INFO(entry.code);
    for (const std::string_view text :
         {entry.title, entry.meaning, entry.bad_example, entry.mend}) {
      CHECK(mot::find_invalid_utf8(text) == std::string_view::npos);
      CHECK(text.find('\t') == std::string_view::npos);
      CHECK(text.find("  \n") == std::string_view::npos);
    }
    std::string_view rest = entry.bad_example;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      CHECK(mot::display_width(rest.substr(0, end)) <= 80);
      rest.remove_prefix(end + 1);
    }
  }
}

TEST_CASE("no text of the catalogue blames its reader") {
  for (const CatalogueEntry& entry : catalogue()) {
    for (const std::string_view word :
         {"illegal", "invalid", "forbidden", "wrongly", "you failed", "you forgot", "must not"}) {
      INFO(entry.code << ": " << word);
      CHECK(entry.meaning.find(word) == std::string_view::npos);
      CHECK(entry.mend.find(word) == std::string_view::npos);
    }
  }
}

TEST_CASE("an error that is a warning in a draft says so") {
  for (const std::string_view code : {"M0060", "M0082", "M0083", "M0085", "M0086"}) {
    const CatalogueEntry* entry = find_catalogue_entry(code);
    REQUIRE(entry != nullptr);
    INFO(code);
    CHECK(ends_with(entry->meaning, "In a draft this is a warning."));
  }
}
