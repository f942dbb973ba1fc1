#include "engine/scenario/pictures.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace {

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("the shipped pictures offer people, parts and scenes") {
  const auto pictures = mot::load_pictures(std::string(MOT_SOURCE_DIR) + "/assets");
  CHECK(has(pictures.people, "lin"));
  CHECK(has(pictures.hair, "curly"));
  CHECK(has(pictures.hair_colours, "auburn"));
  CHECK(has(pictures.skins, "deep"));
  CHECK(has(pictures.outfits, "blazer"));
  CHECK(has(pictures.colours, "plum"));
  CHECK(has(pictures.coloured_parts, "top"));
  CHECK(has(pictures.wears, "glasses"));
  CHECK(has(pictures.scenes, "service-desk"));
}

TEST_CASE("the scenes of the format are known without any pictures, parts are not checked") {
  const auto pictures = mot::load_pictures("/nowhere");
  CHECK(pictures.scenes.size() == 13);
  CHECK(has(pictures.scenes, "video-call"));
  CHECK(has(pictures.scenes, "kitchen"));
  CHECK_FALSE(has(pictures.scenes, "customer-kitchen"));
  CHECK(pictures.people.empty());
}
