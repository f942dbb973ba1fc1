// Published pages of any shape are read in one pass. What comes of good ones: import_test.cpp.
#include <catch2/catch.hpp>
#include <chrono>

#include "engine/interchange/import.h"

TEST_CASE("Pages that are not closed or repeat themselves are gone through once") {
  for (const auto& [begin, piece, end] : std::vector<std::array<std::string, 3>>{
           {"<a ", " tiddler=", ""},
           {"", " tiddler=", ""},
           {"<a>", " tiddler=", ""},
           {"", "<a tiddler=", ""},
           {"", "<tw-storydata", ""},
           {"", "<tw-storydata", ">"},
           {"<tw-storydata name='a'></tw-storydata>", "<tw-storydata", ">"},
           {"<tw-storydata name='a'>", "<tw-passagedata", ">"},
           {"<tw-storydata name='a'>", "<script", ">"},
           {"<tw-storydata name='a'>", "<script></script>", ""},
           {"<tw-storydata name='a'>", "<style><script>", ""}}) {
    std::string page = begin;
    while (page.size() < 4'000'000) page += piece;
    page += end;
    const auto before = std::chrono::steady_clock::now();
    const auto story = mot::import_twine_html(page);
    INFO(begin << piece << end);
    CHECK_FALSE(story);
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(5));
  }
}

TEST_CASE("What looks like a passage in a story's script or style is none") {
  const auto story = mot::import_twine_html(
      "<tw-storydata name='S' startnode='1'><style>/* <tw-passagedata */</style>"
      "<script>var x = \"<tw-passagedata\";</script>"
      "<tw-passagedata pid='1' name='One'>Hi [[Two]]</tw-passagedata>"
      "<script>'</tw-passagedata>'</script>"
      "<tw-passagedata pid='2' name='Two'>Bye</tw-passagedata></tw-storydata>");
  REQUIRE(story);
  REQUIRE(story->moments.size() == 2);
  CHECK(story->moments[0].name == "One");
  CHECK(story->moments[1].says == "Bye");
}

TEST_CASE("What stands before a passage of Twine 1 does not hide it") {
  const auto story = mot::import_twine_html(
      "<script>if (a < b) c = ' tiddler=';</script><div id=\"storeArea\"><div tiddler=\"a\">One "
      "tiddler= two</div><div tiddler=\"b\">Three</div></div>");
  REQUIRE(story);
  REQUIRE(story->moments.size() == 2);
  CHECK(story->moments[1].says == "Three");
}
