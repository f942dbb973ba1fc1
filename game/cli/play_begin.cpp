#include "game/cli/play_begin.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/records/left_exam.h"
#include "game/cli/clock.h"
#include "game/cli/library_menu.h"

namespace mot {
namespace {

PlayMode mode_named(const std::string& name) {
  return name == name_of(PlayMode::exam) ? PlayMode::exam : PlayMode::practice;
}

/// A file that no play has; none for a draft, which is previewed and not recorded.
std::string new_path(const Scenario& scenario, const std::string& started) {
  if (scenario.draft) return {};
  return new_play_path(play_folder(), scenario.id, started, fresh_seed());
}

bool fits(const Playthrough& play, const PlayOptions& options) {
  if (options.seed && *options.seed != play.seed) return false;
  if (!options.mode.empty() && options.mode != name_of(play.mode)) return false;
  if (options.training.id != play.session) return false;
  return options.name.empty() || options.name == play.learner;
}

std::optional<KeptPlay> exam_left_by(const Scenario& scenario, const PlayOptions& options) {
  if (scenario.draft || mode_named(options.mode) != PlayMode::exam) return std::nullopt;
  return left_exam(list_plays(play_folder()), {scenario.id, options.name, options.training.id});
}

}  // namespace

BegunPlay begin_anew(const Program& program, const PlayOptions& options) {
  const std::string started = utc_now();
  const Scenario& scenario = program.scenario();
  // It goes into the records with what is taken in there from the folder.
  if (const auto left = exam_left_by(scenario, options)) (void)break_off(*left, started);
  BegunPlay begun{Session(program, options.seed ? *options.seed : fresh_seed()),
                  {{},
                   mode_named(options.mode),
                   options.name,
                   started,
                   options.training.id,
                   options.training.group},
                  false};
  begun.identity.path =
      options.session.empty() || scenario.draft ? new_path(scenario, started) : options.session;
  return begun;
}

std::optional<BegunPlay> continue_play(Screen& screen,
                                       const PlayLanguage& language,
                                       const Program& program,
                                       const KeptPlay& kept) {
  const Playthrough& play = kept.playthrough;
  Result<Replay> again = replay(program, play);
  if (!again) {
    screen.paragraph(
        language.words.text("cli.resume.refused", {{"cause", language.words.said(again.error())}}),
        Ink::bad);
    return std::nullopt;
  }
  PlayIdentity identity{kept.path, play.mode, play.learner, play.started, play.session, play.group};
  if (again->diverged_at || again->content_changed) {
    // The old file stays what it was: a record of what was played.
    identity.started = utc_now();
    identity.path = new_path(program.scenario(), identity.started);
    const std::string number = fmt::format("{}", again->diverged_at.value_or(0) + 1);
    screen.paragraph(
        again->diverged_at
            ? language.words.text("cli.resume.diverged",
                                  {{"number", number}, {"cause", language.words.said(again->why)}})
            : language.words.text("cli.resume.changed"),
        Ink::bad);
  }
  const bool continued = !again->session.turns().empty();
  return BegunPlay{std::move(again->session), std::move(identity), continued};
}

std::optional<KeptPlay> unfinished_play_of(const Scenario& scenario, const PlayOptions& options) {
  if (scenario.draft) return std::nullopt;
  auto exam = exam_left_by(scenario, options);
  if (exam && fits(exam->playthrough, options)) return exam;
  for (KeptPlay& kept : unfinished_plays(play_folder())) {
    if (kept.playthrough.scenario != scenario.id) continue;
    if (fits(kept.playthrough, options)) return std::move(kept);
  }
  return std::nullopt;
}

std::optional<bool> ask_whether_to_continue(Screen& screen,
                                            LineInput& input,
                                            const UiStrings& words,
                                            const KeptPlay& kept) {
  screen.gap();
  screen.paragraph(words.text("cli.resume.question",
                              {{"count", fmt::format("{}", kept.playthrough.choices.size())}}),
                   Ink::strong);
  screen.paragraph(words.text("cli.resume.continue"), Ink::plain, 0, "  1  ");
  screen.paragraph(words.text("cli.resume.anew"), Ink::plain, 0, "  2  ");
  while (screen.healthy()) {
    screen.prompt(words.text("cli.resume.prompt"));
    const std::optional<std::string> line = input.next();
    screen.answered();
    if (!line || *line == "q" || *line == "Q") break;
    if (line->empty() || *line == "1") return true;
    if (*line == "2") return false;
    screen.paragraph(words.text("cli.resume.not-possible"), Ink::bad);
  }
  return std::nullopt;
}

}  // namespace mot
