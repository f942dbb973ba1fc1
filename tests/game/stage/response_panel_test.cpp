// The heights of response cards, the ring of patience, the settings file: parts of the play screen
// that need no window.
#include "game/stage/response_panel.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <numeric>

#include "game/stage/patience.h"
#include "game/stage/settings.h"
#include "tests/support/temporary_folder.h"

namespace {

constexpr float kRoom = 494;
constexpr float kGap = 10;

float total(const std::vector<float>& heights) {
  return std::accumulate(heights.begin(), heights.end(), 0.F) +
         kGap * static_cast<float>(heights.size() - 1);
}

}  // namespace

TEST_CASE("four short cards share the room as in the design", "[cards]") {
  const auto heights = mot::card_heights({56, 80, 104, 56}, kRoom, kGap);
  CHECK(heights == std::vector<float>{116, 116, 116, 116});
  CHECK(total(heights) == kRoom);
}

TEST_CASE("whoever is asked says sure, unsure, nothing, and anew at the next cards", "[cards]") {
  using mot::Confidence;
  mot::ResponsePanel panel;
  const std::vector<mot::OfferView> cards(2);
  panel.show(cards, true);
  panel.next_confidence();
  CHECK(panel.confidence() == Confidence::unsaid);  // not asked
  panel.ask_confidence(true);
  panel.next_confidence();
  CHECK(panel.confidence() == Confidence::sure);
  panel.next_confidence();
  CHECK(panel.confidence() == Confidence::unsure);
  panel.show(cards, true);
  CHECK(panel.confidence() == Confidence::unsaid);
  panel.hide();
  panel.next_confidence();
  CHECK(panel.confidence() == Confidence::unsaid);  // nothing to be sure of
}

TEST_CASE("a card that needs more gets it, and the others make room", "[cards]") {
  const auto heights = mot::card_heights({176, 80, 80, 80}, kRoom, kGap);
  CHECK(heights[0] == 176);
  CHECK(heights[1] == heights[2]);
  CHECK(total(heights) <= kRoom);
}

TEST_CASE("no card is ever lower than its words, however many there are", "[cards]") {
  const std::vector<float> needed(32, 200);
  for (const float height : mot::card_heights(needed, kRoom, kGap)) {
    CHECK(height == 200);
  }
  CHECK(mot::card_heights({}, kRoom, kGap).empty());
}

TEST_CASE("patience runs out once, and only when it runs", "[patience]") {
  mot::Patience patience;
  CHECK_FALSE(patience.shown());
  patience.set(2);
  CHECK_FALSE(patience.update(5));
  patience.start();
  CHECK_FALSE(patience.update(1));
  CHECK(patience.left() == 1);
  CHECK(patience.update(1.5F));
  CHECK(patience.left() == 0);
  CHECK_FALSE(patience.update(1));
}

TEST_CASE("settings come back as they were written", "[settings]") {
  const mot::test::TemporaryFolder folder;
  const std::string file = folder / "deep/settings.json";
  mot::Settings settings;
  settings.language = "zh-CN";
  settings.text_size = 1.25F;
  settings.still = true;
  settings.sound = false;
  settings.timer_factor = 2;
  settings.learner = "李";
  REQUIRE(mot::write_settings(file, settings));
  const mot::Settings again = mot::read_settings(file);
  CHECK(again.language == "zh-CN");
  CHECK(again.text_size == 1.25F);
  CHECK(again.still);
  CHECK_FALSE(again.sound);
  CHECK(again.timer_factor == 2);
  CHECK(again.learner == "李");
}

TEST_CASE("a settings file that makes no sense leaves the defaults", "[settings]") {
  const mot::test::TemporaryFolder folder;
  const std::string file = folder / "settings.json";
  std::ofstream(file) << R"({"language": 5, "text_size": 900, "still": "yes", "timer_factor": -3)";
  CHECK(mot::read_settings(file).language.empty());
  std::ofstream(file) << R"({"language": 5, "text_size": 900, "still": "yes", "timer_factor": -3})";
  const mot::Settings settings = mot::read_settings(file);
  CHECK(settings.language.empty());
  CHECK(settings.text_size == 2.0F);
  CHECK_FALSE(settings.still);
  CHECK(settings.timer_factor == 0);
  CHECK_FALSE(mot::write_settings("", settings));
}
