// Long stories are made to fit in one pass.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <chrono>

#include "engine/interchange/import.h"
#include "tests/support/debriefed.h"

using mot::ImportedMoment;
using mot::ImportedStory;
using mot::test::english;

namespace {

/// A decision with so many responses, and where they lead.
ImportedStory story_of(std::size_t responses, const std::string& says) {
  ImportedStory story;
  ImportedMoment ask;
  ask.name = "ask";
  ask.says = says;
  for (std::size_t i = 0; i < responses; ++i) {
    ask.responses.push_back({});
    ask.responses.back().text = fmt::format("say {}", i);
    ask.responses.back().target = "end";
  }
  story.moments.push_back(std::move(ask));
  ImportedMoment end;
  end.name = "end";
  end.ending = mot::EndingKind::resolved;
  story.moments.push_back(std::move(end));
  return story;
}

/// Settles within a time in which nothing that grows with the square would.
void settle_soon(ImportedStory& story) {
  const auto before = std::chrono::steady_clock::now();
  mot::settle(story, english());
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(15));
}

}  // namespace

TEST_CASE("A list beyond the limit goes on in another moment, with all responses in order") {
  ImportedStory story = story_of(100, "Well?");
  mot::settle(story, english());
  REQUIRE(story.moments.size() == 5);
  std::vector<std::string> said;
  for (std::size_t i = 0, moment = 0; i < 4; ++i) {
    const auto& responses = story.moments[moment].responses;
    CHECK(responses.size() <= 32);
    CHECK(story.moments[moment].says == "Well?");
    for (const auto& response : responses) {
      if (response.text.rfind("say ", 0) == 0) said.push_back(response.text);
    }
    moment = responses.back().to;
  }
  REQUIRE(said.size() == 100);
  CHECK(said[31] == "say 31");
  CHECK(said[99] == "say 99");
  CHECK(story.notices.size() == 1);
}

TEST_CASE("A text and a list beyond their limits: the lines come first, then all that is asked") {
  std::string says;
  for (int i = 0; i < 1'000; ++i) says += fmt::format("Sentence {}. ", i);
  ImportedStory story = story_of(40, says);
  mot::settle(story, english());
  std::string heard;
  std::size_t moment = 0;
  for (; story.moments[moment].is_line; moment = story.moments[moment].to)
    heard += story.moments[moment].says + " ";
  heard += story.moments[moment].says + " ";
  CHECK((heard == says));
  CHECK(story.moments[moment].responses.size() == 32);
  CHECK(story.moments[story.moments[moment].responses.back().to].responses.size() == 9);
}

TEST_CASE("Huge lists and texts are cut soon, and no further than a scenario goes") {
  ImportedStory list = story_of(200'000, "Well?");
  settle_soon(list);
  CHECK(list.moments.size() == 6'453);
  std::string says;
  while (says.size() < (48U << 20U)) says += "word ";
  ImportedStory text = story_of(2, says);
  settle_soon(text);
  CHECK(text.moments.size() > 12'000);
  ImportedStory more = story_of(700'000, "Well?");
  settle_soon(more);
  CHECK(more.moments.size() == mot::kMaxImportMoments + 1);
}
