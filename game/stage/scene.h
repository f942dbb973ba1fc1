// The room behind and before the customer: three textures of assets/scenes/<room>.svg.
//
// Layers of the drawing, bottom to top: `bg`, `mid`, the customer, `light`, `fg`. What a time of
// day has of its own stands in `window-<time>` (sky and town, over `bg`), `mid-<time>` (beams of
// sun, over `mid`) and `light-<time>` (its light and glows, over `light`); a drawing may leave any
// of these out.
#pragma once

#include <filesystem>
#include <string>

#include "engine/scenario/scene_name.h"
#include "game/window/canvas.h"

namespace mot {

class Scene {
 public:
  // A name as in a scenario: a room, and its time if it is not day. An unknown one shows
  // service-desk by day.
  Scene(const std::filesystem::path& assets, const std::string& name);

  const std::string& name() const { return name_; }
  const std::string& room() const { return room_; }
  TimeOfDay time() const { return time_; }
  // Starts rendering on another thread, for a quick first frame; `box` as for the drawing.
  void prefetch(Textures& textures, float scale, Rect box = kWhole) const;
  // The room behind the customer, the soft light before, the counter in front of all. `box` is
  // where the whole 1280 x 720 picture lies; clip for a part of it.
  void draw_back(Canvas& canvas, Rect box = kWhole) const;
  void draw_light(Canvas& canvas, Rect box = kWhole) const;
  void draw_front(Canvas& canvas, Rect box = kWhole) const;
  // What the customer is to be multiplied with.
  Colour customer_tint() const;

  static constexpr Rect kWhole{0, 0, kLogicalWidth, kLogicalHeight};

 private:
  enum class Layer { back, light, front };
  Picture picture(Layer layer, float scale) const;
  void draw_layer(Canvas& canvas, Layer layer, Rect box, Colour tint) const;

  std::filesystem::path file_;
  std::string name_;
  std::string room_;
  TimeOfDay time_ = TimeOfDay::day;
};

}  // namespace mot
