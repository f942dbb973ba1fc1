// One encounter played on the terminal: shows where it stands, reads a line, does what it says,
// saves, and so on to the end.
#pragma once

#include <string>
#include <vector>

#include "engine/encounter/session.h"
#include "engine/encounter/view.h"
#include "game/cli/clock.h"
#include "game/cli/encounter_screen.h"
#include "game/cli/line_input.h"
#include "game/cli/play_language.h"
#include "game/cli/play_record.h"
#include "game/cli/screen.h"

namespace mot {

/// How playing stopped.
enum class PlayEnd : unsigned char {
  /// The encounter is over: ended, stuck or exhausted.
  over,
  /// `q`, the end of the input or a signal.
  left,
};

/// Plays one session. Everything it borrows must outlive it.
class PlayLoop {
 public:
  PlayLoop(Screen& screen,
           LineInput& input,
           PlayLanguage& language,
           Session& session,
           PlayRecord& record);

  /// Plays from where the session stands.
  PlayEnd run();

 private:
  PageStyle style() const;
  bool in_practice() const { return record_.identity().mode == PlayMode::practice; }
  void say(std::string_view key);
  void show_current();
  void show_since_last_choice();
  void prompt();

  /// False: leave.
  bool obey(const std::string& line);
  /// Whether the line was a key of practice mode, and was obeyed.
  bool obey_practice_key(const std::string& key);
  void choose(const std::string& number);
  void save();
  void show_hint();
  void show_thought();
  void undo();
  void change_language(const std::string& tag);
  void show_help();
  void explain(const std::string& line);

  Screen& screen_;
  LineInput& input_;
  PlayLanguage& language_;
  Session& session_;
  PlayRecord& record_;
  EncounterView now_;
  Stopwatch watch_;
};

}  // namespace mot
