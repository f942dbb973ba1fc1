// Speaks to those who do not see the screen: what has the focus, and what is new. By a speech
// program of the system, as a child of this one; nothing here waits for it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "game/window/geometry.h"
#include "game/window/layout_check.h"

namespace mot {

// What speaks here: "spd-say" of speech-dispatcher, or "espeak-ng".
struct SpeechTool {
  std::string file;     // where it is; empty: none is installed
  bool queues = false;  // speech-dispatcher: a later text takes the place of an earlier one
};

// The first of the two on PATH.
SpeechTool speech_tool();

// The words that have it spoken, one command a stretch of one voice.
std::vector<std::vector<std::string>> speech_commands(const SpeechTool& tool,
                                                      std::string_view text,
                                                      std::string_view language);

// The texts that stand in a box (pixels), each once, in the order they were drawn.
std::string texts_within(const std::vector<PlacedLine>& lines, Rect box);

class Narrator {
 public:
  Narrator();
  ~Narrator();  // silences what still speaks
  Narrator(const Narrator&) = delete;
  Narrator& operator=(const Narrator&) = delete;

  // Breaks off what is being said and says this; empty only breaks off.
  void say(std::string_view text, std::string_view language);
  // Takes the next stretch when the one before is over. Call it often; it never waits.
  void step();

 private:
  void break_off();

  SpeechTool tool_;
  std::vector<std::vector<std::string>> waiting_;
  int child_ = 0;           // process; 0: nobody speaks
  std::vector<int> ended_;  // told to end, not yet seen to have ended
};

}  // namespace mot
