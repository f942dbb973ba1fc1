#include "game/stage/scene.h"

#include <cmath>

namespace mot {
namespace {

Colour scene_tint(TimeOfDay time) {
  switch (time) {
    case TimeOfDay::morning: return rgb(0xFFF1DC);
    case TimeOfDay::evening: return rgb(0xFFE0C2);
    case TimeOfDay::night: return rgb(0x8F9AC8);
    case TimeOfDay::day: break;
  }
  return rgb(0xFFFFFF);
}

float scale_for(float canvas_scale, Rect box) {
  return std::round(canvas_scale * box.w / kLogicalWidth * 4096) / 4096;
}

}  // namespace

Scene::Scene(const std::filesystem::path& assets, const std::string& name) : name_(name) {
  std::error_code error;
  file_ = assets / "scenes" / (name_ + ".svg");
  const bool plain = name_.find_first_of("/\\.") == std::string::npos;
  if (!plain || !std::filesystem::is_regular_file(file_, error)) {
    name_ = "service-desk";
    file_ = assets / "scenes" / (name_ + ".svg");
  }
}

Picture Scene::picture(Layer layer, float scale) const {
  switch (layer) {
    case Layer::back: return {file_, {"bg", "mid"}, scale, {}};
    case Layer::light: return {file_, {"light"}, scale, {}};
    case Layer::front: break;
  }
  return {file_, {"fg"}, scale, {}};
}

void Scene::prefetch(Textures& textures, float scale, Rect box) const {
  for (const Layer layer : {Layer::back, Layer::light, Layer::front}) {
    textures.prefetch(picture(layer, scale_for(scale, box)));
  }
}

void Scene::draw_layer(Canvas& canvas, Layer layer, Rect box, Colour tint) const {
  const Sprite& sprite = canvas.textures().get(picture(layer, scale_for(canvas.scale(), box)));
  canvas.sprite(sprite, {box.x, box.y}, box.w / kLogicalWidth, tint);
}

void Scene::draw_back(Canvas& canvas, Rect box, TimeOfDay time) const {
  draw_layer(canvas, Layer::back, box, scene_tint(time));
}

void Scene::draw_front(Canvas& canvas, Rect box, TimeOfDay time) const {
  draw_layer(canvas, Layer::light, box, rgb(0xFFFFFF));
  draw_layer(canvas, Layer::front, box, scene_tint(time));
}

Colour Scene::customer_tint(TimeOfDay time) { return mixed(scene_tint(time), rgb(0xFFFFFF), 0.5F); }

}  // namespace mot
