#include "engine/scenario/pictures.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/base/file.h"
#include "engine/base/yaml.h"

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

TEST_CASE("all names of the cast's table are offered") {
  const std::string assets = std::string(MOT_SOURCE_DIR) + "/assets";
  const auto pictures = mot::load_pictures(assets);
  mot::DiagnosticSink sink;
  const auto table =
      mot::YamlDocument::parse(mot::read_source(assets + "/characters/cast.yaml", sink), sink);
  REQUIRE(table);
  const auto names_below = [&](std::string_view wanted) {
    std::vector<std::string> names;
    for (mot::YamlNode key = table->first(table->root()); key != mot::kNoNode;
         key = table->next(table->next(key))) {
      if (table->text(key) != wanted) continue;
      const mot::YamlNode value = table->next(key);
      const bool map = table->kind(value) == mot::YamlKind::map;
      for (mot::YamlNode name = table->first(value); name != mot::kNoNode;
           name = table->next(map ? table->next(name) : name))
        names.emplace_back(table->text(name));
    }
    return names;
  };
  CHECK(pictures.people == names_below("people"));
  CHECK(pictures.people.size() >= 18);
  CHECK(pictures.hair == names_below("hairs"));
  CHECK(pictures.hair_colours == names_below("hair_colours"));
  CHECK(pictures.skins == names_below("skins"));
  CHECK(pictures.outfits == names_below("outfits"));
  CHECK(pictures.colours == names_below("cloths"));
  CHECK(pictures.wears == names_below("wears"));
}

TEST_CASE("the scenes of the format are known without any pictures, parts are not checked") {
  const auto pictures = mot::load_pictures("/nowhere");
  CHECK(pictures.scenes.size() == 13);
  CHECK(has(pictures.scenes, "video-call"));
  CHECK(has(pictures.scenes, "kitchen"));
  CHECK_FALSE(has(pictures.scenes, "customer-kitchen"));
  CHECK(pictures.people.empty());
}
