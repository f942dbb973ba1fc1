// What is being said: the name tab with the face in a word, the box with the words appearing one
// after the other, the ring of patience, the mark that more follows.
#pragma once

#include <string>

#include "engine/customer/dimensions.h"
#include "game/stage/patience.h"
#include "game/stage/puppet.h"
#include "game/window/widgets.h"

namespace mot {

// One line as it is shown.
struct SpokenText {
  std::string name;
  std::string role;          // may be empty
  std::string feeling_word;  // in the reader's language
  Feeling feeling = Feeling::neutral;
  std::string text;
};

// What stands at the right end of the box.
struct DialogueEnd {
  bool more = false;         // the mark that a click leads on
  std::string button{};      // a button with this label instead, id "continue"
  std::string ring_label{};  // below the ring of patience
};

class DialogueBox {
 public:
  // Says a line from its first character on, or shows it whole.
  void say(SpokenText text, bool whole);
  // The same line in another language, whole if it was whole.
  void translate(SpokenText text);
  void complete();
  bool whole() const { return revealed_ >= static_cast<float>(characters_); }
  const SpokenText& spoken() const { return text_; }

  // Reveals more; the puppet hears what is said.
  void update(float dt, float characters_per_second, Puppet& puppet);
  // The box with everything on it; its place after that is box(). `end` is shown when whole.
  void draw(Canvas& canvas, Ui& ui, const DialogueEnd& end, Patience& patience, bool still);
  Rect box() const { return box_; }

 private:
  void draw_tab(Canvas& canvas) const;
  void draw_words(Canvas& canvas, Ui& ui, Rect area);

  SpokenText text_;
  int characters_ = 0;
  float revealed_ = 0;
  Rect box_{24, 548, 744, 152};
};

}  // namespace mot
