// Everything said so far, or all that may be looked up, as a list to scroll over the dimmed stage.
#pragma once

#include <string>
#include <vector>

#include "engine/text/ui_strings.h"
#include "game/stage/play.h"
#include "game/window/widgets.h"

namespace mot {

struct ConversationEntry {
  std::string name;  // who; empty: the trainee
  std::string text;
  bool action = false;     // the trainee did it
  bool timed_out = false;  // … because time ran out
};

// What was said from the start up to the line `shown` (counted from 0) of where the play stands.
std::vector<ConversationEntry> conversation_of(const Play& play, std::size_t shown);

// What the trainee may look up while playing: the brief, the standards, the reference pages.
std::vector<ConversationEntry> reference_of(const Play& play, const UiStrings& words);

class Conversation {
 public:
  // Opens at its end, or at its beginning.
  void open(std::string title, std::vector<ConversationEntry> entries, bool at_end);
  // Controls: "close-conversation", the scroll area "log".
  void draw(Canvas& canvas, Ui& ui, const UiStrings& words);

 private:
  std::string title_;
  std::vector<ConversationEntry> entries_;
  int to_end_ = 0;  // frames in which the list is put to its end
};

}  // namespace mot
