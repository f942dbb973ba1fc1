// A scenario's scene with its customer before it, cut to a box: on cards, in the hero, in the
// briefing. Pictures that are not at hand are made one a frame.
#pragma once

#include <set>
#include <string>

#include "engine/scenario/model.h"
#include "game/stage/game_context.h"
#include "game/window/canvas.h"

namespace mot {

// How the room and the person lie in the box they are cut to; all from the box's left top corner.
struct PictureCut {
  Rect scene;        // the whole 1280 x 720 picture
  Vec person;        // left top of the person's canvas
  float zoom = 0;    // of the person
  float radius = 0;  // of the box's corners
};

class ScenarioPictures {
 public:
  explicit ScenarioPictures(GameContext& context) : context_(context) {}

  // Once a frame, before the first draw.
  void begin_frame(const Canvas& canvas);
  // Draws the picture, or only its ground while it waits for its turn. A person on the phone is
  // shown all the same: one wants to know whom one speaks to.
  void draw(Canvas& canvas, const Scenario& scenario, Rect box, const PictureCut& cut);
  // Some picture of this frame had to wait.
  bool waiting() const { return waiting_; }
  // No picture waits for its turn any more (all at once, e.g. for a single picture).
  void hurry() { hurry_ = true; }

 private:
  GameContext& context_;
  std::set<std::string> ready_;
  float scale_ = 0;
  int budget_ = 1;
  bool waiting_ = false;
  bool hurry_ = false;
};

}  // namespace mot
