// Sheets: numbers that are none, where the last row leads, very many stages.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <chrono>

#include "engine/interchange/import.h"

using mot::Dimension;
using mot::ImportedStory;

namespace {

ImportedStory imported(const std::string& csv) {
  auto story = mot::import_sheet(csv);
  if (!story) FAIL(story.error().message);
  return std::move(*story);
}

std::string notices_of(const ImportedStory& story) {
  std::string all;
  for (const auto& notice : story.notices) all += fmt::format("{}: {}\n", notice.kind, notice.what);
  return all;
}

int rating(const ImportedStory& story, Dimension dimension) {
  return story.moments.at(0).responses.at(0).delivers.at(static_cast<std::size_t>(dimension));
}

std::string rated(const std::string& cell) {
  const ImportedStory story =
      imported("moment,says,say,next,delivers\na,Hi,Yes,b,\"" + cell + "\"\nb,Bye,,,\n");
  return fmt::format("{} {} {}", rating(story, Dimension::reliability),
                     rating(story, Dimension::empathy), notices_of(story));
}

}  // namespace

TEST_CASE("Ratings are read whatever their capitals, and what is none is said") {
  CHECK(rated("Empathy 8") == "0 8 ");
  CHECK(rated("EMPATHY: 8, Reliability = 5") == "5 8 ");
  CHECK(rated("reliability 5 empathy 8/10") == "5 8 ");
  CHECK(rated("empathy") == "0 0 ");
  CHECK(rated("") == "0 0 ");
  CHECK(rated("empathy 0") == "0 0 wrong-number: empathy 0\n");
  CHECK(rated("empathy 11; reliability 80")
            .find("wrong-number: reliability 80\nwrong-number: "
                  "empathy 11\n") != std::string::npos);
  CHECK(rated("empathy 8.5") == "0 9 rounded-number: empathy 8.5 → 9\n");
  CHECK(rated("Empathy 7,4; reliability 8,5") ==
        "9 7 rounded-number: reliability 8,5 → 9\nrounded-number: empathy 7,4 → 7\n");
  CHECK(rated("empathy 10.5") == "0 0 wrong-number: empathy 10.5\n");
  CHECK(rated("empathy 8,") == "0 8 ");
  CHECK(rated("kind 8") == "0 0 wrong-number: kind 8\n");
  const ImportedStory own = imported("moment,says,say,next,Empathy\na,Hi,Yes,b,good\nb,Bye,,,\n");
  CHECK(notices_of(own) == "wrong-number: empathy good\n");
}

TEST_CASE("A column headed response holds the texts where no other does") {
  const ImportedStory story =
      imported("id,says,response,next\na,Hi,Let her in,b\n,,Send her off,b\nb,Bye,,\n");
  REQUIRE(story.moments[0].responses.size() == 2);
  CHECK(story.moments[0].responses[1].text == "Send her off");
  const ImportedStory both =
      imported("id,says,response,say,next\na,Hi,in,Let her in,b\nb,Bye,,,\n");
  REQUIRE(both.moments[0].responses.size() == 1);
  CHECK(both.moments[0].responses[0].text == "Let her in");
}

TEST_CASE("Odds that are none become 1, and that is said") {
  const ImportedStory story =
      imported("moment,says,next,odds\na,,b,3\n,,b,often\n,,b,2000\nb,Bye,,\n");
  CHECK(notices_of(story) == "wrong-number: often\nwrong-number: 2000\n");
  CHECK(story.moments.at(0).responses.at(0).odds == 3);
  CHECK(story.moments.at(0).responses.at(1).odds == 1);
}

TEST_CASE("The last row without a target leads to the end, whatever its capitals") {
  const ImportedStory named = imported("moment,says,say,next\nEnd,Bye,,\na,Hi,Yes,\n");
  CHECK(named.moments.at(1).responses.at(0).target == "End");
  CHECK(named.moments.size() == 2);
  const ImportedStory none = imported("moment,says,say,next\na,Hi,Yes,\n");
  REQUIRE(none.moments.size() == 2);
  CHECK(none.moments.at(1).ending.has_value());
  CHECK(none.moments.at(0).responses.at(0).target == none.moments.at(1).name);
  CHECK(notices_of(none) == "no-target: \n");
  // A moment of that name that asks is not its own end.
  const ImportedStory own = imported("moment,says,say,next\nend,Hi,Yes,\n");
  CHECK(own.moments.at(0).responses.at(0).target == own.moments.at(1).name);
}

TEST_CASE("Very many stages are read soon; beyond those of a journey they are the first") {
  std::string csv = "moment,stage,says\n";
  for (int i = 0; i < 20'000; ++i) csv += fmt::format("m{},Stage {},Hi\n", i, i);
  const auto before = std::chrono::steady_clock::now();
  const ImportedStory story = imported(csv);
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(5));
  CHECK(story.stages.size() == 1'000);
  CHECK(story.moments.back().stage == "stage-0");
  CHECK(notices_of(story).find("many-stages: Stage 1000\n") != std::string::npos);
}
