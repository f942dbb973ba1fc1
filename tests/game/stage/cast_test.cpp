#include "game/stage/cast.h"

#include <catch2/catch.hpp>

#include "game/stage/rig.h"
#include "game/window/svg.h"

namespace {

const std::filesystem::path kAssets = std::filesystem::path(MOT_SOURCE_DIR) / "assets";

const mot::Cast& cast() {
  static const mot::Cast cast = mot::read_cast(kAssets / "characters" / "cast.yaml");
  return cast;
}

}  // namespace

TEST_CASE("the cast has eighteen people and no error") {
  CHECK(cast().error.empty());
  CHECK(cast().people.size() == 18);
}

TEST_CASE("a person is resolved as they are") {
  mot::PortraitWish wish;
  wish.like = "lin";
  const mot::Look look = mot::resolve(cast(), wish);
  CHECK(look.hair == "bob");
  CHECK(look.colours.at("top") == "coral");
}

TEST_CASE("a person can be changed, and sleeves follow the top") {
  mot::PortraitWish wish;
  wish.like = "lin";
  wish.hair = "curly";
  wish.hair_colour = "auburn";
  wish.skin = "deep";
  wish.outfit = "blazer";
  wish.colours = {{"top", "plum"}};
  wish.wears = std::vector<std::string>{"glasses"};
  std::vector<std::string> unknown;
  const mot::Look look = mot::resolve(cast(), wish, &unknown);
  CHECK(unknown.empty());
  CHECK(look.skin == "deep");
  CHECK(look.colours.at("sleeve") == "plum");
  CHECK(look.colours.at("cuff") == "plum");
  CHECK(look.colours.at("inner") == "cream");
  CHECK(look.wears == std::vector<std::string>{"glasses"});
}

TEST_CASE("unknown names are noted and change nothing") {
  mot::PortraitWish wish;
  wish.like = "lin";
  wish.hair = "green";
  wish.colours = {{"top", "tartan"}};
  std::vector<std::string> unknown;
  const mot::Look look = mot::resolve(cast(), wish, &unknown);
  CHECK(unknown == std::vector<std::string>{"green", "top: tartan"});
  CHECK(mot::key_of(look) == mot::key_of(mot::resolve(cast(), [] {
          mot::PortraitWish plain;
          plain.like = "lin";
          return plain;
        }())));
}

TEST_CASE("everybody can show every feeling: all parts are in the drawing") {
  const std::string rig = mot::file_text(kAssets / "characters" / "rig.svg").value();
  for (const auto& [name, look] : cast().people) {
    const auto drawing = mot::Svg::parse(mot::dressed(rig, cast(), look, true));
    REQUIRE(drawing);
    std::vector<std::string> ids{"head-" + look.head, "neck-" + look.neck, "nose-" + look.nose,
                                 "outfit-" + look.outfit};
    if (look.beard != "none") {
      ids.push_back("beard-" + look.beard);
    }
    for (const std::string& thing : look.wears) {
      ids.push_back(cast().wears.at(thing));
    }
    for (const std::string& part : cast().hairs.at(look.hair)) {
      ids.push_back(part);
    }
    for (std::size_t i = 0; i < mot::kFeelings; ++i) {
      const mot::Expression& e = mot::expression_of(static_cast<mot::Feeling>(i));
      ids.insert(ids.end(),
                 {"brows-" + e.brows, "eyes-" + e.eyes, "mouth-" + e.mouth, "arms-" + e.arms});
      for (const std::string& mouth : e.talk) {
        ids.push_back("mouth-" + mouth);
      }
    }
    for (const std::string& id : ids) {
      INFO(name << " " << id);
      CHECK(drawing->has(id));
      CHECK_FALSE(mot::trimmed(drawing->render(std::span(&id, 1), 0.1F)).pixels.empty());
    }
  }
}

TEST_CASE("whatever a portrait can name is in the drawing") {
  const std::string rig = mot::file_text(kAssets / "characters" / "rig.svg").value();
  mot::PortraitWish lin;
  lin.like = "lin";
  const auto drawing = mot::Svg::parse(mot::dressed(rig, cast(), mot::resolve(cast(), lin), true));
  REQUIRE(drawing);
  std::vector<std::string> ids;
  const auto add = [&](const std::string& prefix, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      if (name != "none") {
        ids.push_back(prefix + name);
      }
    }
  };
  add("outfit-", cast().outfits);
  add("head-", cast().heads);
  add("neck-", cast().necks);
  add("nose-", cast().noses);
  add("beard-", cast().beards);
  for (const auto& [name, parts] : cast().hairs) {
    add("", parts);
  }
  for (const auto& [name, id] : cast().wears) {
    add("", {id});
  }
  for (const std::string& id : ids) {
    INFO(id);
    CHECK(drawing->has(id));
  }
}

TEST_CASE("a broken cast says where") {
  CHECK_FALSE(mot::read_cast(kAssets / "no-such-file.yaml").error.empty());
}
