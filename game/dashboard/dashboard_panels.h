// The cards of the trainer's dashboard that say how the whole cohort does: its NPS, how far people
// came, what moves the NPS.
#pragma once

#include <functional>
#include <string>

#include "engine/records/cohort.h"
#include "engine/text/ui_strings.h"
#include "game/window/canvas.h"

namespace mot {

// What the figures are called in the reader's language.
struct CohortWords {
  const UiStrings& words;
  std::function<std::string(const std::string& scenario)> scenario;
  std::function<std::string(const std::string& scenario, const std::string& moment)> moment;
};

// How the cards are set.
namespace card {
inline constexpr float kPadding = 20;
inline constexpr theme::Type kRow = theme::kLabel.weighing(500).growing(1.1F);
inline constexpr theme::Type kSmall = theme::kCaption.growing(1.1F);
}  // namespace card
// The style of a text whose right end is at its x, or its middle.
TextStyle aligned(TextStyle style, Align align = Align::right);

// A white card with its title; returns where its content begins.
Vec draw_card(Canvas& canvas, Rect box, const std::string& title);
// The title alone, in so much width; where it is longer, in two lines of smaller letters.
void draw_title(Canvas& canvas, Rect box, const std::string& title, float width);
// One line that ends in "…" where it has no room, its letters around the middle.
void draw_fitted(Canvas& canvas, const std::string& said, Vec middle, float width, TextStyle style);

// The same where a row has room for two lines of smaller letters.
void draw_in_row(Canvas& canvas, const std::string& said, Vec middle, float width, TextStyle style);

// A line between two limits with caps, in one colour.
void draw_whisker(Canvas& canvas, float low, float high, float y, float width, Colour colour);

void draw_nps_card(Canvas& canvas, Rect box, const Cohort& cohort, const UiStrings& words);
void draw_funnel_card(Canvas& canvas, Rect box, const Funnel& funnel, const UiStrings& words);
// The largest effects, as many as there is room for.
void draw_effects_card(Canvas& canvas, Rect box, const Cohort& cohort, const CohortWords& words);

}  // namespace mot
