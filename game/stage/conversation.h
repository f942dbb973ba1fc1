// Everything said so far, or all that may be looked up, as a list to scroll over the dimmed stage.
#pragma once

#include <cstddef>
#include <optional>
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
  // Where the trainee chose this: which choice it was, from 0.
  std::optional<std::size_t> choice{};
};

// What was said from the start up to the line `shown` (counted from 0) of where the play stands.
std::vector<ConversationEntry> conversation_of(const Play& play, std::size_t shown);

// What the trainee may look up while playing: the brief, the standards, the reference pages.
std::vector<ConversationEntry> reference_of(const Play& play, const UiStrings& words);

class Conversation {
 public:
  // Opens at its end, or at its beginning. `note`: what is said below the list; may be empty. With
  // `back` each choice has a button that goes back to before it.
  void open(std::string title,
            std::vector<ConversationEntry> entries,
            bool at_end,
            std::string note = {},
            bool back = false);
  // The choice whose button `id` is, from 0.
  static std::optional<std::size_t> back_to(const std::string& id);
  // Whether there is such a button.
  bool leads_back() const;
  // Controls: "close-conversation", "back-to-<choice>", the scroll area "log".
  void draw(Canvas& canvas, Ui& ui, const UiStrings& words);

 private:
  float draw_entry(Canvas& canvas,
                   Ui& ui,
                   const UiStrings& words,
                   const ConversationEntry& entry,
                   float y,
                   float height) const;

  std::string title_;
  std::vector<ConversationEntry> entries_;
  std::string note_;
  bool back_ = false;
  int to_end_ = 0;  // frames in which the list is put to its end
};

}  // namespace mot
