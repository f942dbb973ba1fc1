#include "game/cli/terminal_play.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <system_error>

#include "engine/analysis/background_solver.h"
#include "engine/base/file.h"
#include "engine/base/source_line.h"
#include "engine/outcome/scorecard.h"
#include "game/cli/clock.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/library_menu.h"
#include "game/cli/play_begin.h"
#include "game/cli/play_loop.h"
#include "game/cli/records_access.h"
#include "game/cli/scenario_argument.h"
#include "game/cli/terminal_debrief.h"

namespace mot {
namespace {

/// A word as a shell takes it: in quotes where it needs them, and harmless to the terminal.
std::string shell_word(const std::string& word) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:@%+,=";
  if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) return word;
  std::string quoted = "'";
  for (const char c : printable(word)) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

/// What playing came to. `over`: to its end, so that the library may be shown again.
struct PlayOutcome {
  int code = kDone;
  bool over = false;
};

/// One evening at the terminal: what is the same for all plays of it.
class TerminalPlay {
 public:
  explicit TerminalPlay(const PlayOptions& options)
      : options_(options),
        library_(library_folder(options.library)),
        language_(interface_language(options.language)),
        keeper_({store_named(options.store), {}}) {}

  int run() {
    if (!options_.session.empty() && exists(options_.session)) return continue_session_file();
    if (options_.scenario.empty()) return play_from_menu();
    auto opened = open_scenario(options_.scenario, library_, language_);
    if (!opened) return opened.error();
    const auto kept = options_.session.empty() ? unfinished_play_of(*opened->scenario, options_)
                                               : std::optional<KeptPlay>();
    return play(*opened, kept, true).code;
  }

 private:
  static bool exists(const std::string& path) {
    std::error_code error;
    return std::filesystem::exists(path, error);
  }

  int play_from_menu() {
    const LoadOptions load = load_options(library_);
    const UiStrings words = load_ui_strings(language_);
    if (scenario_ids(library_).empty()) {
      return complain(fmt::format("the library {} has no scenario", library_), kNotGood);
    }
    while (true) {
      const auto choice = choose_from_library(screen_, input_, words, language_, load);
      if (!choice) return exit_code(kDone);
      auto opened = open_scenario_file(choice->entry.path, load, language_);
      if (!opened) return opened.error();
      const PlayOutcome outcome = play(*opened, choice->unfinished, false);
      if (!outcome.over) return outcome.code;
    }
  }

  /// `--session FILE` with a play in it: goes on there.
  int continue_session_file() {
    const Result<std::string> text = read_file(options_.session);
    if (!text) return complain(text.error().message, kMachineRefused);
    Result<Playthrough> playthrough = read_playthrough(*text);
    if (!playthrough) {
      return complain(fmt::format("{}: {}", options_.session, playthrough.error().message),
                      kNotGood);
    }
    const std::string& scenario =
        options_.scenario.empty() ? playthrough->scenario : options_.scenario;
    auto opened = open_scenario(scenario, library_, language_);
    if (!opened) return opened.error();
    return play(*opened, KeptPlay{options_.session, std::move(*playthrough)}, false).code;
  }

  /// The language asked for; without a wish, the one a play was left in.
  std::string language_of(const std::optional<KeptPlay>& kept) const {
    const bool keep = options_.language.empty() && kept && !kept->playthrough.language.empty();
    return keep ? kept->playthrough.language : language_;
  }

  /// Plays one scenario to its end or until it is left. `ask`: whether to continue is not decided
  /// yet.
  PlayOutcome play(const OpenedScenario& opened, const std::optional<KeptPlay>& kept, bool ask) {
    PlayLanguage language(*opened.scenario, language_of(kept));
    bool resume = kept.has_value();
    if (kept && ask) {
      const auto answer = ask_whether_to_continue(screen_, input_, language.words, *kept);
      if (!answer) return {exit_code(kDone), false};
      resume = *answer;
    }
    std::optional<BegunPlay> begun;
    if (resume) begun = continue_play(screen_, language, *opened.program, *kept);
    if (!begun) begun = begin_anew(*opened.program, options_);
    solver_.want(opened.scenario);
    PlayRecord record(begun->identity);
    const PlayStyleOf style{language, record};
    if (!begun->continued) {
      say_session(language);
      show_briefing(screen_, style(), *opened.scenario);
    }
    PlayLoop loop(screen_, input_, language, begun->session, record);
    const PlayEnd end = loop.run();
    if (end == PlayEnd::left) {
      solver_.give_up();
      say_how_to_continue(language, begun->session, record);
      return {exit_code(kDone), false};
    }
    const Kept kept_attempt = debrief(style(), begun->session, record);
    if (!record.is_kept() && record.is_recorded()) say_not_kept(language, record);
    say_unless_stored(language, record, kept_attempt);
    const int code = begun->session.status() == SessionStatus::stuck ? kNotGood : kDone;
    return {exit_code(code), true};
  }

  /// The session's title, and its last day.
  void say_session(const PlayLanguage& language) {
    const TrainingSession& training = options_.training;
    if (training.id.empty()) return;
    screen_.gap();
    screen_.paragraph(training.title.empty() ? training.id : training.title, Ink::strong);
    if (training.due.empty()) return;
    const bool over = training.is_over(utc_now());
    screen_.paragraph(
        language.words.text(over ? "session.over" : "session.due", {{"day", training.due}}),
        over ? Ink::bad : Ink::plain);
  }

  /// Keeps the attempt and shows the debrief at once. What needs the best play is in both where
  /// that is known, else follows as soon as it is.
  Kept debrief(const PageStyle& style, const Session& session, const PlayRecord& record) {
    constexpr std::chrono::milliseconds kUnnoticed{250};
    auto solved = solver_.wait(kUnnoticed);
    const Scorecard scorecard = scored(session, solved.get());
    // Before the debrief: who closes the terminal while reading has not lost the result.
    Kept kept = keep_attempt(session, scorecard, record);
    if (options_.training.feedback != SessionFeedback::full) {
      show_outcome(style, scorecard);
      if (!solved) kept = keep_when_solved(session, record, kept);
      if (record.is_recorded() && is_safe(kept)) {
        screen_.paragraph(style.words.text("cli.session.recorded"), Ink::accent);
      }
      return kept;
    }
    show_debrief(screen_, style, session, scorecard);
    if (!solved && solver_.working()) {
      screen_.gap();
      screen_.paragraph(style.words.text("cli.debrief.working-out"), Ink::accent);
      solved = wait_until_solved();
      if (solved) {
        const Scorecard whole = scored(session, solved.get());
        kept = keep_attempt(session, whole, record);
        show_best_play(screen_, style, session, whole);
      }
    }
    if (solved && !solved->solution.exact())
      show_bounds(screen_, style, solved->solution.bounds(Aim::best));
    return kept;
  }

  /// In the store, or on its way there with nothing known to be wrong.
  static bool is_safe(const Kept& kept) {
    return kept.where == Keeping::stored || kept.where == Keeping::on_its_way;
  }

  /// What a session shows of the result that does not show the whole debrief.
  void show_outcome(const PageStyle& style, const Scorecard& scorecard) {
    screen_.gap();
    if (options_.training.feedback == SessionFeedback::score && scorecard.recommend) {
      screen_.paragraph(style.words.text("cli.session.outcome",
                                         {{"recommend", fmt::format("{}", *scorecard.recommend)}}),
                        Ink::strong);
    }
  }

  /// The attempt again with its score, which takes a moment more than the play.
  Kept keep_when_solved(const Session& session, const PlayRecord& record, const Kept& kept) {
    const auto solved = wait_until_solved();
    return solved ? keep_attempt(session, scored(session, solved.get()), record) : kept;
  }

  /// Null: it gives up, or somebody ends the program.
  std::shared_ptr<SolvedScenario> wait_until_solved() {
    constexpr std::chrono::milliseconds kBetweenSignals{50};
    while (solver_.working() && signal_received() == 0) {
      if (auto solved = solver_.wait(kBetweenSignals)) return solved;
    }
    return nullptr;
  }

  static Scorecard scored(const Session& session, SolvedScenario* solved) {
    const auto values = solved != nullptr ? solve_session(solved->solution, session) : std::nullopt;
    return score(session, values ? &*values : nullptr);
  }

  /// The page style at the moment it is asked for: the language may have changed.
  struct PlayStyleOf {
    const PlayLanguage& language;
    const PlayRecord& record;
    PageStyle operator()() const {
      return {language.words, language.reading, record.identity().mode};
    }
  };

  void say_how_to_continue(const PlayLanguage& language,
                           const Session& session,
                           const PlayRecord& record) {
    screen_.gap();
    if (!record.is_recorded())
      return screen_.paragraph(language.words.text("cli.leave.draft"), Ink::accent);
    if (session.turns().empty() && !record.is_kept()) {
      return screen_.paragraph(language.words.text("cli.leave.nothing"), Ink::accent);
    }
    if (!record.is_kept() && !record.cause().empty()) return say_not_kept(language, record);
    screen_.paragraph(language.words.text("cli.leave.kept"), Ink::accent);
    // Not wrapped: it is to be copied.
    screen_.line("  " + command_to_continue(session));
  }

  /// Puts the play into the records, and with the default ones those that never came there.
  Kept keep_attempt(const Session& session, const Scorecard& scorecard, const PlayRecord& record) {
    if (!record.is_recorded()) return {};
    Attempt attempt = attempt_of(record.playthrough(), record.identity().path);
    attempt.score = attempt_score(session, scorecard);
    Kept kept = keeper_.keep(attempt);
    if (kept.where == Keeping::stored && keeper_.place().store.empty()) {
      // The next play takes in what this one could not.
      (void)take_in_plays(keeper_, library_);
    }
    return kept;
  }

  void say_unless_stored(const PlayLanguage& language, const PlayRecord& record, const Kept& kept) {
    if (is_safe(kept)) return;
    const char* refused = record.is_kept() ? "records.refused" : "records.nowhere";
    const char* key = kept.where == Keeping::waiting ? "records.waiting" : refused;
    screen_.gap();
    screen_.paragraph(language.words.text(key, {{"cause", kept.cause}}), Ink::bad);
  }

  void say_not_kept(const PlayLanguage& language, const PlayRecord& record) {
    screen_.gap();
    screen_.paragraph(language.words.text("cli.leave.not-kept", {{"cause", record.cause()}}),
                      Ink::bad);
  }

  std::string command_to_continue(const Session& session) const {
    std::string command = "mot play ";
    if (!options_.training_file.empty()) {
      return command + "--session " + shell_word(options_.training_file);
    }
    command += shell_word(options_.scenario.empty() ? std::string(session.scenario().id)
                                                    : options_.scenario);
    if (!options_.session.empty()) command += " --session " + shell_word(options_.session);
    return command;
  }

  int exit_code(int code) const {
    if (signal_received() != 0) return 128 + signal_received();
    return screen_.healthy() ? code : kMachineRefused;
  }

  const PlayOptions& options_;
  std::string library_;
  std::string language_;
  AttemptKeeper keeper_;
  Screen screen_;
  LineInput input_;
  SignalsEndReading signals_;
  BackgroundSolver solver_;
};

}  // namespace

int play_in_terminal(const PlayOptions& options) { return TerminalPlay(options).run(); }

}  // namespace mot
