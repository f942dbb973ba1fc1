// mot-window: options in, a window out. Exit codes: 0 done, 1 the scenario has errors, 2 wrong
// usage, 3 the machine refused.
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "engine/authoring/scenario_document.h"
#include "engine/base/background.h"
#include "engine/base/report.h"
#include "engine/records/store.h"
#include "engine/scenario/reading.h"
#include "engine/scenario/training_session.h"
#include "engine/text/finding_texts.h"
#include "engine/text/ui_strings.h"
#include "game/dashboard/dashboard.h"
#include "game/editor/editor_doors.h"
#include "game/editor/editor_screen.h"
#include "game/editor/new_scenario_page.h"
#include "game/screens/briefing.h"
#include "game/screens/doors.h"
#include "game/screens/welcome.h"
#include "game/stage/game_context.h"
#include "game/stage/open_scenario.h"
#include "game/stage/play.h"
#include "game/stage/play_screen.h"
#include "game/stage/settings.h"
#include "game/window/app.h"
#include "game/window/assets.h"
#include "game/window/options.h"
#include "game/window/process.h"

namespace {

int complain(const std::string& sentence, int code) {
  std::fprintf(stderr, "mot-window: %s\n", sentence.c_str());
  return code;
}

// The encounter without its briefing, as measuring and documents want it (--screen play).
std::unique_ptr<mot::Screen> stage(mot::App& app,
                                   const std::shared_ptr<mot::GameContext>& context,
                                   const mot::WindowOptions& options,
                                   std::shared_ptr<const mot::Scenario> scenario) {
  auto play = options.measure > 0
                  ? mot::unrecorded_play(*context, std::move(scenario))
                  : mot::continue_or_begin(*context, std::move(scenario), options.mode,
                                           options.name, options.seed);
  return mot::make_play_screen(app.toolkit(), context, std::move(play));
}

// Before there is a context: findings in the language that the window would speak.
std::string said(mot::DiagnosticSink& sink,
                 const std::string& language,
                 const std::filesystem::path& assets) {
  const std::string folder = (assets / "lang").string();
  const mot::Settings settings = mot::read_settings(mot::settings_file());
  const mot::UiStrings words(folder, mot::language_to_speak(language, settings));
  const mot::FindingTexts texts(folder, words.language());
  mot::ReportStyle style;
  style.words = texts.report_words();
  return mot::render_text(sink, style);
}

// Whether somebody asks for a language that neither the interface nor `scenario` (which may be
// null) speaks; then it is said which there are.
bool unknown_language(const mot::WindowOptions& options,
                      const std::filesystem::path& assets,
                      const mot::Scenario* scenario) {
  const std::string folder = (assets / "lang").string();
  if (options.language.empty() || mot::UiStrings::speaks(folder, options.language)) {
    return false;
  }
  std::string known;
  for (const std::string& tag : mot::UiStrings::languages(folder)) {
    known += (known.empty() ? "" : ", ") + tag;
  }
  if (scenario != nullptr) {
    for (const std::string& tag : mot::languages_of(*scenario)) {
      if (tag == options.language) {
        return false;
      }
    }
  }
  complain("the language '" + options.language + "' is not spoken here; there are: " + known, 2);
  return true;
}

// The window as the player left it, where nothing else is said.
void take_window(mot::WindowOptions& options) {
  const mot::Settings settings = mot::read_settings(mot::settings_file());
  options.full_screen = options.full_screen || settings.full_screen;
  if (!options.sized && settings.window_width > 0) {
    options.width = settings.window_width;
    options.height = settings.window_height;
  }
}

// Puts what a trainer's session fixes into the options. The exit code where that is not possible.
int take_session(mot::WindowOptions& options,
                 mot::TrainingSession& session,
                 const std::filesystem::path& assets) {
  if (options.session.empty()) {
    return 0;
  }
  if (!mot::names_training_session(options.session)) {
    return complain(options.session +
                        " is no trainer's session; a playthrough goes on with: mot play --terminal "
                        "--session FILE",
                    2);
  }
  mot::DiagnosticSink sink;
  const auto read = mot::load_training_session(options.session, {}, sink);
  if (!read) {
    std::fprintf(stderr, "%s", said(sink, options.language, assets).c_str());
    return 1;
  }
  session = *read;
  options.mode = session.exam ? "exam" : "practice";
  if (options.scenario.empty()) {
    options.scenario = session.scenario;
  } else if (session.scenario.empty()) {
    session.scenario = options.scenario;  // the one of the course
  }
  if (options.language.empty()) {
    options.language = session.language;
  }
  return options.scenario.empty()
             ? complain("a session of a course is started with: mot play --session FILE", 2)
             : 0;
}

int edit(mot::App& app,
         const std::shared_ptr<mot::GameContext>& context,
         const std::string& given) {
  // Everybody names the file and those beside it in one spelling: each is locked once.
  const std::string wanted = std::filesystem::path(given).lexically_normal().generic_string();
  // A file is edited where it is; one of the library, by its id, as from its briefing.
  std::error_code error;
  const std::string found = std::filesystem::exists(wanted, error)
                                ? std::string()
                                : mot::find_scenario(context->library(), wanted);
  if (!found.empty()) {
    mot::OpenedScenario opened = mot::open_scenario(*context, wanted);
    if (!opened.scenario) {
      std::fprintf(stderr, "%s", opened.complaint.c_str());
      return opened.exit_code;
    }
    auto editor = context->open_editor(*opened.scenario);
    return editor ? app.run(std::move(*editor)) : complain(context->said(editor.error()), 3);
  }
  // One that is not there is begun from a template.
  if (!std::filesystem::exists(wanted, error) &&
      !std::filesystem::exists(mot::journal_path(wanted), error)) {
    return app.run(mot::make_new_scenario_page(app.toolkit(), context, {wanted, ""}));
  }
  auto screen = mot::make_editor_screen(app.toolkit(), context, wanted);
  return screen ? app.run(std::move(*screen)) : complain(context->said(screen.error()), 3);
}

int run(mot::WindowOptions options, const std::filesystem::path& assets) {
  mot::use_sound_settings((assets / "sounds" / "openal.conf").string());
  mot::TrainingSession session;
  if (const int code = take_session(options, session, assets); code != 0) {
    return code;
  }
  if (options.scenario.empty() && unknown_language(options, assets, nullptr)) {
    return 2;
  }
  take_window(options);
  mot::App app(options, assets);
  const auto context = std::make_shared<mot::GameContext>(app.toolkit());
  context->begin_session(std::move(session));
  app.when_full_screen_changes([weak = std::weak_ptr<mot::GameContext>(context)](bool on) {
    if (const auto kept = weak.lock()) {
      kept->settings.full_screen = on;
      kept->apply_settings();
    }
  });
  mot::hang_doors(app.toolkit(), context);
  mot::hang_editor_doors(app.toolkit(), context);
  context->open_dashboard = [&app, weak = std::weak_ptr<mot::GameContext>(context)] {
    return mot::make_dashboard_screen(app.toolkit(), weak.lock());
  };
  if (!options.edit.empty()) {
    return edit(app, context, options.edit);
  }
  if (options.dashboard) {
    return app.run(context->open_dashboard());
  }
  if (options.scenario.empty() && options.measure <= 0) {
    const bool first = !context->settings.welcomed && !options.scripted();
    return app.run(first || options.screen == "welcome"
                       ? mot::make_welcome_screen(app.toolkit(), context)
                       : context->open_library());
  }
  const std::string wanted =
      options.scenario.empty() ? mot::first_scenario(*context) : options.scenario;
  if (wanted.empty()) {
    return complain("the library " + context->library() + " has no scenario", 1);
  }
  mot::OpenedScenario opened = mot::open_scenario(*context, wanted);
  if (!opened.scenario) {
    std::fprintf(stderr, "%s", opened.complaint.c_str());
    return opened.exit_code;
  }
  if (unknown_language(options, assets, opened.scenario.get())) {
    return 2;
  }
  if (options.measure <= 0 && options.screen != "play") {
    return app.run(mot::make_briefing_screen(app.toolkit(), context, std::move(opened.scenario)));
  }
  return app.run(stage(app, context, options, std::move(opened.scenario)));
}

}  // namespace

int main(int argc, char** argv) {
  mot::give_memory_back();
  const mot::WindowOptions options =
      mot::parse_window_options(std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
  if (options.help) {
    std::printf("%s", mot::window_help().c_str());
    return 0;
  }
  if (options.version) {
    std::printf("mot-window %s\n", MOT_VERSION);
    return 0;
  }
  if (!options.error.empty()) {
    return complain(options.error, 2);
  }
  if (const std::string why = mot::missing_display(); !why.empty()) {
    return complain(why, 3);
  }
  const std::filesystem::path assets = mot::find_assets(options.assets);
  if (assets.empty()) {
    return complain("the game's pictures are missing" +
                        (options.assets.empty() ? "" : " in " + options.assets) +
                        "; --assets DIR says where they are",
                    3);
  }
  const int code = run(options, assets);
  // What was begun on a page that was left and writes, such as a deletion, is done first: each step
  // of it waits for others no longer than its patience. What is only read is nearly done, or hangs.
  constexpr std::chrono::milliseconds kWriting{2 * mot::kPatience};
  constexpr std::chrono::milliseconds kMoment{500};
  if (!mot::writing_beside_done(kWriting) || !mot::work_beside_done(kMoment)) {
    // Nothing is taken from under what goes on.
    std::fflush(nullptr);
    std::_Exit(code);
  }
  return code;
}
