// What all screens of the game share: where things are, the words of the language in use, settings
// that last, the list of scenarios, and the doors from one group of screens to another.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/scenario/library.h"
#include "engine/scenario/training_session.h"
#include "engine/text/ui_strings.h"
#include "game/stage/scenario_watch.h"
#include "game/stage/settings.h"
#include "game/window/screen.h"

namespace mot {

class BackgroundSolver;
class FindingTexts;
class LibraryShelf;
class Play;
class RecordDesk;
class StandingReader;
class Wardrobe;

// One for the program, made after the toolkit; screens share it. Invariant: words() are those of
// toolkit.preferences.language.
class GameContext {
 public:
  // Reads the settings, lets the command line's options go before them, and puts both into the
  // toolkit's preferences. The toolkit must outlive it.
  explicit GameContext(Toolkit& toolkit);
  ~GameContext();
  GameContext(const GameContext&) = delete;
  GameContext& operator=(const GameContext&) = delete;

  // The folder of scenarios: --library, MOT_LIBRARY, the installed ones or those of the checkout.
  const std::string& library() const { return library_; }
  const std::filesystem::path& assets() const { return assets_; }
  // Where the records are: --store, MOT_STORE; empty: the default store.
  const std::string& store() const { return store_; }
  // Where playthroughs are kept.
  const std::string& plays_folder() const { return plays_folder_; }
  // How scenarios are loaded; read at the first call.
  const LoadOptions& load_options();

  // The interface's texts in the language in use.
  const UiStrings& words() const { return words_; }
  // What findings about files say in that language; read at the first call.
  const FindingTexts& finding_texts();
  // A refusal in that language, with what a finding says as its reason.
  std::string said(Refusal refusal);
  // A word of the format in the reader's language: ("feeling", "anxious").
  std::string word(std::string_view group, std::string_view name) const;
  const std::string& language() const { return toolkit_.preferences.language; }
  // Speaks another language from now on, and remembers it.
  void set_language(const std::string& tag);
  // Tags of the interface's languages, sorted.
  std::vector<std::string> languages() const;

  // What lasts from run to run. After a change call apply_settings(): it puts them into the
  // preferences and writes the file; false where that failed.
  Settings settings;
  bool apply_settings();
  // All as at the first start, but who plays (see reset()); false where it could not be written.
  bool reset_settings();
  // Commands whose key or button in the settings file cannot be used; they have the usual one.
  // None as soon as the settings were written anew.
  const std::vector<std::string>& unusable_keys() const { return unusable_keys_; }

  // The trainer's session that is played; its id is empty where there is none.
  const TrainingSession& session() const { return session_; }
  // `session.scenario` is what is played in it, also where it is that of a course.
  void begin_session(TrainingSession session);
  // Whether plays of the scenario belong to the session.
  bool in_session(const Scenario& scenario) const {
    return !session_.id.empty() && scenario.id == session_.scenario;
  }
  // By how much time limits are longer in a play of that mode; 0: there are none. What a trainer's
  // session says holds as it stands.
  float patience_factor(PlayMode mode) const;
  // Whether the trainer lets the debrief of that play be seen.
  bool shows_debrief(const Play& play) const;

  // The library's scenarios; the first call starts reading them on another thread.
  std::shared_ptr<LibraryShelf> shelf();
  // Somebody has written in the library's folder: who asks for the shelf from now on gets a new
  // one.
  void library_changed() { shelf_.reset(); }
  // All scenarios that load, by path; scenarios() waits until they are read.
  bool scenarios_ready();
  const std::vector<LibraryScenario>& scenarios();

  // The file that a scenario was opened from by its path; it is watched while that scenario is
  // played. Empty: it came from the library.
  ScenarioFile played_file;

  // Works out the best play of the scenario that is played.
  BackgroundSolver& solver();

  // All people of the game and the pictures of them.
  Wardrobe& wardrobe();

  // Puts a play that is over into the records, without waiting; again for one that is told more
  // about. Nothing for a play that has no file.
  void record(const Play& play);
  // The same for one whose file is at `path` (not empty) and that is not shown.
  void record(Playthrough play, std::string path, std::shared_ptr<const Scenario> scenario);
  // What is to be said of `play`, the last that was recorded, in the language in use; empty: it is
  // where it belongs, or on its way.
  std::string record_problem(const Play& play) const;

  // Where the learner stands.
  StandingReader& standing();

  // Grows whenever the records hold something else than before: a play that was put into them (on
  // another thread), or all of somebody's that was deleted.
  std::size_t records_version() const;
  // Something was deleted from the records.
  void records_changed() { ++records_changes_; }

  // UTC, as Playthrough::started; the same at every call with --clock fixed.
  std::string now() const;
  // The seed of a new play: --seed, else a new one at every call.
  std::uint32_t new_seed() const;

  // Doors, set by the layer of screens; may be empty. What follows a play that is over; what
  // shows all scenarios; what changes the settings, explains the terms, shows how it all works (the
  // three are pushed on top of the asking screen).
  std::function<std::unique_ptr<Screen>(std::shared_ptr<Play>)> after_play;
  std::function<std::unique_ptr<Screen>()> open_library;
  std::function<std::unique_ptr<Screen>()> open_settings;
  std::function<std::unique_ptr<Screen>()> open_glossary;
  std::function<std::unique_ptr<Screen>()> open_tour;
  // The editor of a scenario's file, or why that cannot be opened. It replaces the asking screen.
  std::function<Result<std::unique_ptr<Screen>>(const Scenario&)> open_editor;
  // The same of a file, which may have errors.
  std::function<Result<std::unique_ptr<Screen>>(const std::string& path)> open_editor_of_file;
  // Where a trainer begins a scenario, and finds those of their own. It replaces the asking screen.
  std::function<std::unique_ptr<Screen>()> open_workshop;
  // The trainer's dashboard; set by the program, as it lies beyond the screens.
  std::function<std::unique_ptr<Screen>()> open_dashboard;

 private:
  void take_wishes();
  void apply_volumes();
  void take_keys();

  float timer_factor() const;

  Toolkit& toolkit_;
  TrainingSession session_;
  std::filesystem::path assets_;
  std::string library_;
  std::string store_;
  std::string plays_folder_;
  UiStrings words_;
  std::unique_ptr<FindingTexts> finding_texts_;  // null: not read yet
  std::unique_ptr<LoadOptions> load_options_;
  std::shared_ptr<LibraryShelf> shelf_;
  std::vector<std::string> unusable_keys_;
  std::size_t records_changes_ = 0;
  std::unique_ptr<Wardrobe> wardrobe_;
  std::unique_ptr<BackgroundSolver> solver_;
  std::unique_ptr<RecordDesk> records_;
  std::unique_ptr<StandingReader> standing_;
};

}  // namespace mot
