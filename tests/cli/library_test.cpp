// `mot library`: the list, the figures with the exact keys, a width that terminals have, and what
// is left out.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/base/utf8.h"
#include "tests/cli/program.h"

using namespace mot::test;

namespace {

Ran library(std::vector<std::string> words) {
  words.insert(words.begin(), "library");
  return run_mot(words);
}

/// A copy of a scenario below a folder, with another id.
void copy_as(const std::string& folder, const std::string& id) {
  std::string text = content_of(data("late-parcel.yaml"));
  const std::string own = "id: late-parcel\n";
  text.replace(text.find(own), own.size(), "id: " + id + "\n");
  std::ofstream(folder + "/" + id + ".yaml") << text;
}

}  // namespace

TEST_CASE("library lists the scenarios there are", "[e2e]") {
  const Ran ran = library({"--library", source("scenarios"), "--json"});
  REQUIRE(ran.code == 0);
  CHECK(ran.err == "");
  const mot::Json json = json_in(ran.out);
  CHECK(keys_of(json) == "library scenarios totals");
  const auto& scenarios = *json.find("scenarios")->array();
  REQUIRE(scenarios.size() >= 2);
  CHECK(keys_of(scenarios[0]) ==
        "id title file setting customer minutes difficulty draft languages");
  CHECK(keys_of(*json.find("totals")) ==
        "scenarios drafts decisions responses customers scenes settings words languages");
  CHECK(*json.find("totals")->find("scenarios")->integer() ==
        static_cast<std::int64_t>(scenarios.size()));
}

TEST_CASE("library --stats has its keys, in order", "[e2e]") {
  const Ran ran = library({"--library", source("tests/cli/data"), "--stats", "--json"});
  REQUIRE(ran.code == 0);
  const mot::Json json = json_in(ran.out);
  const mot::Json& row = json.find("scenarios")->array()->front();
  CHECK(keys_of(row) ==
        "id title file setting customer minutes difficulty draft languages moments decisions "
        "scored responses needs waits scenes words untranslated exact states paths best worst "
        "range categories skills longest first regret regret_on_best_path random passive beyond");
  CHECK(keys_of(*row.find("categories")) == "promoter passive detractor");
  CHECK(keys_of(*row.find("regret")) == "response points percent after");
  CHECK(keys_of(*row.find("random")) == "score plays finished");
  CHECK(keys_of(*row.find("passive")) == "score plays finished untagged");
  CHECK(keys_of(*json.find("totals")) ==
        "scenarios drafts decisions responses customers scenes settings words languages longest "
        "first");
}

TEST_CASE("the figures of library --stats are those of analyse", "[e2e]") {
  const mot::Json row =
      json_in(library({"--library", source("scenarios"), "--stats", "--json"}).out)
          .find("scenarios")
          ->array()
          ->front();
  const mot::Json analysed =
      json_in(run_mot({"analyse", *row.find("file")->string(), "--json"}).out);
  CHECK(row.find("best")->number() == analysed.find("best")->find("satisfaction")->number());
  CHECK(row.find("worst")->number() == analysed.find("worst")->find("satisfaction")->number());
  CHECK(*row.find("paths")->string() == *analysed.find("paths")->string());
  CHECK(*row.find("decisions")->integer() == *analysed.find("decisions")->integer());
}

TEST_CASE("the tables fit 120 columns in both languages, long ids and all", "[e2e]") {
  const TemporaryFolder folder;
  copy_as(folder.path().string(), "a-name-that-is-longer-than-any-column-for-names");
  for (const char* language : {"en", "zh-CN"}) {
    const Ran ran = library({"--library", folder.path().string(), "--stats", "--lang", language});
    REQUIRE(ran.code == 0);
    CAPTURE(ran.out);
    for (std::size_t from = 0; from < ran.out.size();) {
      const std::size_t end = ran.out.find('\n', from);
      CHECK(mot::display_width(std::string_view(ran.out).substr(from, end - from)) <= 120);
      from = end + 1;
    }
  }
}

TEST_CASE("a scenario with errors is left out and named", "[e2e]") {
  const TemporaryFolder folder;
  copy_as(folder.path().string(), "good");
  std::ofstream(folder / "broken.yaml") << "mot: 1\nid: broken\nmoments: []\n";
  const Ran ran = library({"--library", folder.path().string(), "--json"});
  CHECK(ran.code == 1);
  CHECK(ran.err.find("broken.yaml is left out because of errors") != std::string::npos);
  CHECK(json_in(ran.out).find("scenarios")->array()->size() == 1);
}

TEST_CASE("library says where it looked in vain", "[e2e]") {
  const TemporaryFolder empty;
  const Ran none = library({"--library", empty.path().string()});
  CHECK(none.code == 1);
  CHECK(none.err.find("there is no scenario in ") != std::string::npos);
  const Ran missing = library({"--library", empty / "not-there"});
  CHECK(missing.code == 3);
  CHECK(missing.err.find("not-there is not a folder") != std::string::npos);
}
