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
  const auto file_of = [&](std::string_view room) {
    return assets / "scenes" / (std::string(room) + ".svg");
  };
  const auto drawn = [&](std::string_view room) {
    std::error_code error;
    return room.find_first_of("/\\.") == std::string_view::npos &&
           std::filesystem::is_regular_file(file_of(room), error);
  };
  const SceneName split = split_scene_name(name);
  room_ = name_;  // somebody's own drawing may be called so
  if (!drawn(room_) && drawn(split.room)) {
    room_ = split.room;
    time_ = split.time;
  }
  if (!drawn(room_)) {
    name_ = room_ = "service-desk";
  }
  file_ = file_of(room_);
}

Picture Scene::picture(Layer layer, float scale) const {
  const std::string time(kTimeNames[static_cast<std::size_t>(time_)]);
  switch (layer) {
    case Layer::back: return {file_, {"bg", "window-" + time, "mid", "mid-" + time}, scale, {}};
    case Layer::light: return {file_, {"light", "light-" + time}, scale, {}};
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

void Scene::draw_back(Canvas& canvas, Rect box) const {
  draw_layer(canvas, Layer::back, box, scene_tint(time_));
}

void Scene::draw_light(Canvas& canvas, Rect box) const {
  draw_layer(canvas, Layer::light, box, rgb(0xFFFFFF));
}

void Scene::draw_front(Canvas& canvas, Rect box) const {
  draw_layer(canvas, Layer::front, box, scene_tint(time_));
}

Colour Scene::customer_tint() const { return mixed(scene_tint(time_), rgb(0xFFFFFF), 0.5F); }

}  // namespace mot
