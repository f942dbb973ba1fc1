// The bar above the stage: where we are, and how far along the customer's journey.
#pragma once

#include <string>
#include <vector>

#include "engine/encounter/view.h"
#include "game/window/widgets.h"

namespace mot {

// One stage of the journey as the track shows it.
struct TrackStage {
  std::string title;
  std::string icon;
  StageView::Progress progress = StageView::Progress::ahead;
};

// The icon of a stage by its id, else by its place.
std::string icon_of_stage(std::string_view id, std::size_t place);

class TopBar {
 public:
  void set_title(std::string title, std::string subtitle);
  // `slide`: the pill moves to the current stage, else it is there at once.
  void set_stages(std::vector<TrackStage> stages, bool slide);
  void update(float dt);
  bool moving() const { return pill_x_.moving() || pill_w_.moving(); }
  // Controls: "back", "look-up" and "settings" (where there are such things), "language", "pause".
  void draw(Canvas& canvas, Ui& ui, bool with_reference, bool with_settings);

 private:
  float draw_buttons(Canvas& canvas, Ui& ui, bool with_reference, bool with_settings) const;
  void draw_track(Canvas& canvas, float left, float right, bool labelled);
  float width_of(Canvas& canvas, const TrackStage& stage, bool labelled) const;
  float track_width(Canvas& canvas, bool labelled) const;

  std::string title_;
  std::string subtitle_;
  std::vector<TrackStage> stages_;
  Tween pill_x_;
  Tween pill_w_;
  bool placed_ = false;
  bool slide_ = false;
};

}  // namespace mot
