#include "game/screens/scenario_picture.h"

#include <fmt/format.h>

#include "game/screens/labels.h"
#include "game/stage/character.h"
#include "game/stage/scene.h"

namespace mot {

void ScenarioPictures::begin_frame(const Canvas& canvas) {
  if (canvas.scale() != scale_) {
    scale_ = canvas.scale();
    ready_.clear();
  }
  budget_ = 1;
  waiting_ = false;
}

void ScenarioPictures::draw(Canvas& canvas,
                            const Scenario& scenario,
                            Rect box,
                            const PictureCut& cut) {
  const std::string name = fmt::format("{}/{}", scenario.id, cut.zoom);
  const Scene scene(context_.assets(), std::string(scenario.scene));
  const Rect whole = cut.scene.moved({box.x, box.y});
  if (ready_.count(name) == 0) {
    if (budget_ == 0 && !hurry_) {
      scene.prefetch(canvas.textures(), canvas.scale(), whole);
      waiting_ = true;
      canvas.rounded(box, cut.radius, look_of_setting(scenario.setting).tint);
      return;
    }
    --budget_;
    ready_.insert(name);
  }
  canvas.push();
  canvas.clip_rounded(box, cut.radius);
  canvas.rect(box, theme::kSand);
  scene.draw_back(canvas, whole);
  // Not over a person who is this small; by day no card needs it.
  if (scene.time() != TimeOfDay::day) {
    scene.draw_light(canvas, whole);
  }
  Wardrobe& wardrobe = context_.wardrobe();
  draw_person(canvas, wardrobe, resolve(wardrobe.cast(), wish_of(scenario.customer.portrait)),
              Feeling::neutral, cut.person + Vec{box.x, box.y}, cut.zoom);
  canvas.pop();
}

}  // namespace mot
