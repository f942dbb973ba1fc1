#include "game/stage/scene.h"

#include <catch2/catch.hpp>

#include "game/window/svg.h"

namespace {

const std::filesystem::path kAssets = std::filesystem::path(MOT_SOURCE_DIR) / "assets";

}  // namespace

TEST_CASE("every scene has the four layers, and something in the room and in front") {
  int scenes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kAssets / "scenes")) {
    if (entry.path().extension() != ".svg") {
      continue;
    }
    INFO(entry.path());
    const auto drawing = mot::Svg::parse(mot::file_text(entry.path()).value_or(""));
    REQUIRE(drawing);
    for (const std::string id : {"bg", "mid", "light", "fg"}) {
      INFO(id);
      CHECK(drawing->has(id));
      CHECK_FALSE(mot::trimmed(drawing->render(std::span(&id, 1), 0.1F)).pixels.empty());
    }
    ++scenes;
  }
  CHECK(scenes >= 10);
}

TEST_CASE("a scene goes by its file's name, an unknown one is the service desk") {
  CHECK(mot::Scene(kAssets, "boarding-gate").name() == "boarding-gate");
  CHECK(mot::Scene(kAssets, "kitchen").name() == "kitchen");
  CHECK(mot::Scene(kAssets, "moon").name() == "service-desk");
  CHECK(mot::Scene(kAssets, "../icons/icons").name() == "service-desk");
}

TEST_CASE("a scene at another time is the same room in another light") {
  const mot::Scene day(kAssets, "hotel-reception");
  CHECK(day.time() == mot::TimeOfDay::day);
  CHECK(day.customer_tint() == mot::rgb(0xFFFFFF));
  const mot::Scene night(kAssets, "hotel-reception-night");
  CHECK(night.name() == "hotel-reception-night");
  CHECK(night.room() == "hotel-reception");
  CHECK(night.time() == mot::TimeOfDay::night);
  CHECK_FALSE(night.customer_tint() == day.customer_tint());
  CHECK(mot::Scene(kAssets, "moon-night").time() == mot::TimeOfDay::day);
  CHECK(mot::Scene(kAssets, "moon-night").name() == "service-desk");
}

TEST_CASE("a drawing with a view of its own for one time has one for every time") {
  for (const auto& entry : std::filesystem::directory_iterator(kAssets / "scenes")) {
    if (entry.path().extension() != ".svg") {
      continue;
    }
    INFO(entry.path());
    const auto drawing = mot::Svg::parse(mot::file_text(entry.path()).value_or(""));
    REQUIRE(drawing);
    const bool day = drawing->has("window-day");
    for (const std::string_view time : mot::kTimeNames) {
      INFO(time);
      const std::string id = "window-" + std::string(time);
      CHECK(drawing->has(id) == day);
      if (day) {
        CHECK_FALSE(mot::trimmed(drawing->render(std::span(&id, 1), 0.1F)).pixels.empty());
      }
    }
  }
}
