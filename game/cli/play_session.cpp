#include "game/cli/play_session.h"

#include <utility>

#include "game/cli/console.h"
#include "game/cli/course_command.h"
#include "game/cli/finding_output.h"
#include "game/cli/interface_language.h"
#include "game/cli/scenario_argument.h"

namespace mot {
namespace {

/// The scenario of a session, or the next one of its course.
tl::expected<std::string, int> scenario_of(const TrainingSession& training,
                                           const PlayOptions& options) {
  if (!training.scenario.empty()) return training.scenario;
  CourseOptions course;
  course.course = training.course;
  // Who gives no name has only the attempts without one: nobody goes on with another's.
  course.learner = options.name;
  course.store = options.store;
  course.library = options.library;
  course.language = options.language;
  auto next = next_scenario_in_course(course);
  if (!next || !next->empty()) return next;
  const UiStrings words = load_ui_strings(interface_language(options.language));
  return tl::unexpected(complain(words.text("cli.session.finished"), kDone));
}

}  // namespace

tl::expected<PlayOptions, int> with_training_session(PlayOptions options) {
  if (options.session.empty() || !names_training_session(options.session)) return options;
  if (!options.scenario.empty() || !options.mode.empty()) {
    return tl::unexpected(complain(
        "the session says what is played and how; leave out the scenario and --mode", kWrongUsage));
  }
  DiagnosticSink sink;
  const auto training =
      load_training_session(options.session, load_options(library_folder(options.library)), sink);
  if (!training) {
    write_findings(sink, options.language);
    return tl::unexpected<int>(kNotGood);
  }
  options.training = *training;
  options.mode = training->exam ? "exam" : "practice";
  if (options.language.empty()) options.language = training->language;
  auto scenario = scenario_of(*training, options);
  if (!scenario) return tl::unexpected(scenario.error());
  options.scenario = std::move(*scenario);
  options.training_file = std::exchange(options.session, {});
  return options;
}

}  // namespace mot
