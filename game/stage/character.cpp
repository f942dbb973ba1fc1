#include "game/stage/character.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "game/window/svg.h"

namespace mot {
namespace {

constexpr std::size_t kKeptPeople = 6;
constexpr float kEyesAxis = 296;           // the two eyes are alike about it
constexpr Rect kFace{200, 176, 200, 204};  // mouths, eyes and brows lie in it
constexpr Rect kFigure{0, 0, 600, 790};    // the counter hides what is below

bool is_variant(const std::string& id) {
  for (const char* prefix : {"mouth-", "eyes-", "brows-", "arms-", "extra-"}) {
    if (id.rfind(prefix, 0) == 0) {
      return true;
    }
  }
  return false;
}

Rect crop_of(const std::string& id) {
  const bool face =
      id.rfind("mouth-", 0) == 0 || id.rfind("eyes-", 0) == 0 || id.rfind("brows-", 0) == 0;
  return face ? kFace : kFigure;
}

// Sprites of nearly the same size are shared: the pixels a unit, in steps of 1/64.
float stepped(float scale) { return std::max(1.F, std::round(scale * 64)) / 64; }

std::string sprite_name(const std::string& look, const std::string& id, float scale) {
  return fmt::format("person/{}/{}/{}", look, id, scale);
}

struct Layers {
  Canvas& canvas;
  Wardrobe& wardrobe;
  const Look& look;
  Vec at;
  float zoom;
  Colour tint;
  float made_for;
  float scale = stepped(canvas.scale() * made_for);

  void draw(const std::string& id, float alpha = 1) {
    const Sprite& sprite = wardrobe.layer(canvas.textures(), look, id, scale);
    canvas.push();
    canvas.fade(alpha);
    canvas.sprite(sprite, at, zoom, tint);
    canvas.pop();
  }
  void draw_all(const std::string& prefix, const std::vector<Shown>& shown) {
    for (const Shown& s : shown) {
      draw(prefix + s.name, s.alpha);
    }
  }
  Vec point(float x, float y) const { return {at.x + x * zoom, at.y + y * zoom}; }
};

void draw_head(Layers& layers, const Pose& pose) {
  layers.draw("head-base");
  for (const Shown& s : pose.extras) {
    if (s.name != "extra-sweat" && s.name != "extra-tear") {
      layers.draw(s.name, s.alpha);
    }
  }
  layers.draw_all("mouth-", pose.mouths);
  layers.canvas.push();
  if (pose.eyes_mirrored) {
    layers.canvas.zoom_about(layers.point(kEyesAxis, 0), -1, 1);
  }
  layers.draw_all("eyes-", pose.eyes);
  layers.canvas.pop();
  layers.draw_all("brows-", pose.brows);
  layers.draw("head-top");
  for (const Shown& s : pose.extras) {
    if (s.name == "extra-sweat" || s.name == "extra-tear") {
      layers.draw(s.name, s.alpha);
    }
  }
}

void draw_pose(Canvas& canvas,
               Wardrobe& wardrobe,
               const Look& look,
               const Pose& pose,
               Vec at,
               float zoom,
               Colour tint,
               float made_for = 0) {
  Layers layers{canvas, wardrobe, look, at, zoom, tint, made_for > 0 ? made_for : zoom};
  const auto head = [&](const auto& draw) {
    canvas.push();
    canvas.translate({pose.head_x * zoom, pose.head_y * zoom});
    canvas.rotate_about(layers.point(kHeadPivotX, kHeadPivotY), pose.head_tilt);
    draw();
    canvas.pop();
  };
  const auto body = [&](const auto& draw) {
    canvas.push();
    canvas.translate({0, pose.body_y * zoom});
    canvas.zoom_about(layers.point(kBodyAxis, kBodyFoot), 1, pose.body_scale);
    draw();
    canvas.pop();
  };
  canvas.push();
  canvas.translate({pose.shift_x * zoom, 0});
  canvas.fade(pose.alpha);
  head([&] { layers.draw("back"); });
  body([&] { layers.draw("body"); });
  head([&] { draw_head(layers, pose); });
  body([&] { layers.draw_all("arms-", pose.arms); });
  canvas.pop();
}

Pose still_pose(Feeling feeling) {
  Puppet puppet;
  puppet.set_still(true);
  puppet.set_feeling(feeling, true);
  return puppet.pose();
}

}  // namespace

struct Wardrobe::Dressed {
  std::optional<Svg> person;
  std::optional<Svg> variants;

  // Those of a look in `clothes`, still to be drawn if it is new there.
  static Dressed& of(Clothes& clothes, const std::string& look) {
    for (auto& [name, dressed] : clothes) {
      if (name == look) {
        return *dressed;
      }
    }
    if (clothes.size() >= kKeptPeople) {
      clothes.erase(clothes.begin());
    }
    clothes.emplace_back(look, std::make_unique<Dressed>());
    return *clothes.back().second;
  }
};

// What people are drawn from.
struct Wardrobe::Rack {
  Cast cast;
  std::string rig;
  Clothes dressed_there;  // the other thread's; it draws one layer at a time

  Pixels render(Clothes& clothes, const Look& look, const std::string& id, float scale) const {
    if (cast.people.empty()) {
      return {};
    }
    const bool variant = is_variant(id);
    Dressed& drawing = Dressed::of(clothes, key_of(look));
    std::optional<Svg>& svg = variant ? drawing.variants : drawing.person;
    if (!svg) {
      svg = Svg::parse(dressed(rig, cast, look, variant));
    }
    return svg ? svg->render(std::span(&id, 1), scale, crop_of(id)) : Pixels{};
  }
};

Wardrobe::Wardrobe(const std::filesystem::path& assets)
    : rack_(std::make_shared<Rack>(Rack{read_cast(assets / "characters" / "cast.yaml"),
                                        file_text(assets / "characters" / "rig.svg").value_or(""),
                                        {}})) {}
Wardrobe::~Wardrobe() = default;

const Cast& Wardrobe::cast() const { return rack_->cast; }

const Sprite& Wardrobe::layer(Textures& textures,
                              const Look& look,
                              const std::string& id,
                              float scale) {
  return textures.keep(sprite_name(key_of(look), id, scale), scale, {crop_of(id).x, crop_of(id).y},
                       [&] { return rack_->render(dressed_, look, id, scale); });
}

void Wardrobe::prepare_layer(Textures& textures,
                             const Look& look,
                             const std::string& id,
                             float scale) {
  textures.prepare(sprite_name(key_of(look), id, scale), scale, {crop_of(id).x, crop_of(id).y},
                   [rack = rack_, look, id, scale] {
                     return rack->render(rack->dressed_there, look, id, scale);
                   });
}

bool Wardrobe::has_layer(const Textures& textures,
                         const Look& look,
                         const std::string& id,
                         float scale) const {
  return textures.has(sprite_name(key_of(look), id, scale));
}

Character::Character(Wardrobe& wardrobe, Look look, std::uint32_t seed)
    : wardrobe_(wardrobe), look_(std::move(look)), puppet_(seed) {}

void Character::draw(Canvas& canvas, Vec at, float zoom, Colour tint, float made_for) {
  draw_pose(canvas, wardrobe_, look_, puppet_.pose(), at, zoom, tint, made_for);
}

bool Character::prepare_one(Canvas& canvas, float zoom) {
  const float scale = stepped(canvas.scale() * zoom);
  const auto missing = [&](const std::string& id) {
    if (id.empty() || wardrobe_.has_layer(canvas.textures(), look_, id, scale)) {
      return false;
    }
    wardrobe_.prepare_layer(canvas.textures(), look_, id, scale);
    return true;
  };
  if (canvas.textures().preparing()) {
    return true;
  }
  for (const char* id : {"back", "body", "head-base", "head-top", "eyes-closed"}) {
    if (missing(id)) {
      return true;
    }
  }
  // The feeling of now first, then the others.
  for (std::size_t i = 0; i < kFeelings; ++i) {
    const std::size_t index = (static_cast<std::size_t>(puppet_.feeling()) + i) % kFeelings;
    const Expression& e = expression_of(static_cast<Feeling>(index));
    for (const std::string& mouth : e.talk) {
      if (missing("mouth-" + mouth)) {
        return true;
      }
    }
    if (missing("mouth-" + e.mouth) || missing("eyes-" + e.eyes) || missing("brows-" + e.brows) ||
        missing("arms-" + e.arms) || missing(e.extra)) {
      return true;
    }
  }
  return false;
}

void draw_person(Canvas& canvas,
                 Wardrobe& wardrobe,
                 const Look& look,
                 Feeling feeling,
                 Vec at,
                 float zoom) {
  draw_pose(canvas, wardrobe, look, still_pose(feeling), at, zoom, theme::kPaper);
}

void draw_portrait(Canvas& canvas,
                   Wardrobe& wardrobe,
                   const Look& look,
                   Feeling feeling,
                   Vec centre,
                   float radius,
                   Colour ground) {
  const float zoom = radius * 2 / 300;
  canvas.circle(centre, radius, ground);
  canvas.push();
  canvas.clip_rounded({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, radius);
  draw_person(canvas, wardrobe, look, feeling, {centre.x - 300 * zoom, centre.y - 255 * zoom},
              zoom);
  canvas.pop();
}

}  // namespace mot
