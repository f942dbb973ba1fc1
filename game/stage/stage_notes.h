// Small things that lie over the stage: the coach's hint with the customer's thought, the picture
// that goes with a line, one quiet line of notice.
#pragma once

#include <string>
#include <vector>

#include "game/window/widgets.h"

namespace mot {

// One piece of a note: an icon, who speaks, what is said.
struct NotePart {
  std::string icon;
  std::string title;
  std::string text;
};

// Where a note may be: at the bottom of some room, above the dialogue, or from its top on.
struct NoteRoom {
  Rect box;
  bool at_bottom = false;
};
// Above the dialogue that begins at `bottom`, beside the responses.
NoteRoom room_above(float bottom);
// A card as high as its text, control "close-note". Long notes scroll.
void draw_note(Canvas& canvas, Ui& ui, const std::vector<NotePart>& parts, const NoteRoom& room);

// A picture file on a card beside the customer (control "picture"), or large in the middle of the
// screen. Nothing is drawn for a file that cannot be read. Where `two` stand on the stage the card
// is where no face is.
void draw_picture_card(Canvas& canvas, Ui& ui, const std::string& file, bool two = false);
void draw_picture_large(Canvas& canvas, const std::string& file);

// A line of text below the top bar, as wide as it needs to be.
void draw_notice(Canvas& canvas, const std::string& text);

}  // namespace mot
