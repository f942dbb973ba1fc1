// A customer on the stage: the dressed drawing cut into sprites, moved by a Puppet. Also the round
// portrait heads of cards and lists.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "game/stage/cast.h"
#include "game/stage/puppet.h"
#include "game/window/canvas.h"

namespace mot {

// All people of the assets folder, their drawing, and the pictures of them. One for the program.
class Wardrobe {
 public:
  explicit Wardrobe(const std::filesystem::path& assets);
  ~Wardrobe();
  Wardrobe(const Wardrobe&) = delete;
  Wardrobe& operator=(const Wardrobe&) = delete;

  const Cast& cast() const;
  // A layer ("back", "body", "mouth-smile", "extra-blush" …) of a look as a sprite on the 600 x 900
  // canvas, rendered at `scale` pixels a unit of it when it is asked for the first time.
  const Sprite& layer(Textures& textures, const Look& look, const std::string& id, float scale);
  // Starts rendering a layer on another thread; not while another one is.
  void prepare_layer(Textures& textures, const Look& look, const std::string& id, float scale);
  bool has_layer(const Textures& textures,
                 const Look& look,
                 const std::string& id,
                 float scale) const;

 private:
  struct Dressed;
  using Clothes = std::vector<std::pair<std::string, std::unique_ptr<Dressed>>>;  // the latest last
  struct Rack;

  std::shared_ptr<Rack> rack_;  // shared with the other thread's work
  Clothes dressed_;
};

class Character {
 public:
  // Where the canvas of the drawing lies in the play screen.
  static constexpr float kX = 214;
  static constexpr float kY = 64;
  static constexpr float kZoom = 0.62F;

  Character(Wardrobe& wardrobe, Look look, std::uint32_t seed = 1);

  Puppet& puppet() { return puppet_; }
  const Puppet& puppet() const { return puppet_; }
  void update(float dt, bool calm) { puppet_.update(dt, calm); }
  // Draws the person with the canvas's left top corner at `at`, `zoom` logical units a unit of it.
  // `tint` multiplies (time of day). `made_for`: the zoom that the sprites are rendered for, 0:
  // this one; with the same at every zoom nothing is rendered anew while somebody comes nearer.
  void draw(Canvas& canvas,
            Vec at = {kX, kY},
            float zoom = kZoom,
            Colour tint = theme::kPaper,
            float made_for = 0);
  // Has one more layer rendered, on another thread, that the other feelings will need; false when
  // there is none left. Call once a frame.
  bool prepare_one(Canvas& canvas, float zoom = kZoom);

 private:
  Wardrobe& wardrobe_;
  Look look_;
  Puppet puppet_;
};

// Somebody's head in a circle, showing a feeling; does not move.
void draw_portrait(Canvas& canvas,
                   Wardrobe& wardrobe,
                   const Look& look,
                   Feeling feeling,
                   Vec centre,
                   float radius,
                   Colour ground = theme::kAvatar);
// Somebody standing still, e.g. on a card: as Character::draw.
void draw_person(Canvas& canvas,
                 Wardrobe& wardrobe,
                 const Look& look,
                 Feeling feeling,
                 Vec at,
                 float zoom);

}  // namespace mot
