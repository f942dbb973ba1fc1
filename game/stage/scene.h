// The room behind and before the customer: three layers of assets/scenes/<name>.svg.
#pragma once

#include <filesystem>
#include <string>

#include "game/window/canvas.h"

namespace mot {

enum class TimeOfDay { day, morning, evening, night };

class Scene {
 public:
  // An unknown name shows service-desk.
  Scene(const std::filesystem::path& assets, const std::string& name);

  const std::string& name() const { return name_; }
  // Starts rendering on another thread, for a quick first frame; `box` as for the drawing.
  void prefetch(Textures& textures, float scale, Rect box = kWhole) const;
  // The room behind the customer, the soft light before, the counter in front of all. `box` is
  // where the whole 1280 x 720 picture lies; clip for a part of it.
  void draw_back(Canvas& canvas, Rect box = kWhole, TimeOfDay time = TimeOfDay::day) const;
  void draw_front(Canvas& canvas, Rect box = kWhole, TimeOfDay time = TimeOfDay::day) const;
  // What the customer is to be multiplied with.
  static Colour customer_tint(TimeOfDay time);

  static constexpr Rect kWhole{0, 0, kLogicalWidth, kLogicalHeight};

 private:
  enum class Layer { back, light, front };
  Picture picture(Layer layer, float scale) const;
  void draw_layer(Canvas& canvas, Layer layer, Rect box, Colour tint) const;

  std::filesystem::path file_;
  std::string name_;
};

}  // namespace mot
