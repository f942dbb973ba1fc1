// `mot run SCENARIO`: one playthrough from choices, a script or a file, and its outcome as JSON or
// text.
#include <fmt/format.h>

#include <string_view>

#include "engine/analysis/solved_score.h"
#include "engine/base/file.h"
#include "engine/encounter/playthrough.h"
#include "engine/encounter/session.h"
#include "engine/outcome/play_script.h"
#include "engine/outcome/scorecard.h"
#include "engine/scenario/reading.h"
#include "game/cli/choice_list.h"
#include "game/cli/commands.h"
#include "game/cli/console.h"
#include "game/cli/finding_output.h"
#include "game/cli/interface_language.h"
#include "game/cli/outcome_json.h"
#include "game/cli/outcome_text.h"
#include "game/cli/scenario_argument.h"

namespace mot {
namespace {

constexpr std::uint32_t kDefaultSeed = 1;

/// A session that was played, and what the exit code already is.
struct Played {
  Session session;
  int code = kDone;
};

tl::expected<Played, int> play_choices(const Program& program, const RunOptions& options) {
  Session session(program, options.seed.value_or(kDefaultSeed));
  if (const Result<bool> made = choose_all(session, *options.choices); !made) {
    return tl::unexpected(complain(made.error().message, kWrongUsage));
  }
  return Played{std::move(session), kDone};
}

tl::expected<Played, int> play_script(const Program& program, const RunOptions& options) {
  const Result<std::string> text = read_file(options.script);
  if (!text) return tl::unexpected(complain(text.error().message, kMachineRefused));
  const Result<PlayScript> script = read_play_script(*text);
  if (!script) {
    return tl::unexpected(
        complain(fmt::format("{}: {}", options.script, script.error().message), kNotGood));
  }
  const Scenario& scenario = program.scenario();
  if (!script->scenario.empty() && script->scenario != scenario.id) {
    return tl::unexpected(complain(fmt::format("{} is a script for '{}', not for '{}'",
                                               options.script, script->scenario, scenario.id),
                                   kNotGood));
  }
  const Reading reading(scenario, script->language);
  Played played{Session(program, options.seed.value_or(script->seed.value_or(kDefaultSeed))),
                kDone};
  for (const ScriptStep& step : script->steps) {
    if (step.verb == ScriptVerb::choose) {
      const Result<bool> made = choose_by_name(played.session, step.argument);
      if (made) continue;
      return tl::unexpected(complain(
          fmt::format("{}:{}: {}", options.script, step.line, made.error().message), kWrongUsage));
    }
    const auto seen = unmet(step, played.session, reading, score(played.session));
    if (!seen) continue;
    played.code = complain(fmt::format("{}:{}: expected {} '{}', but it is: {}", options.script,
                                       step.line, name_of(step.verb), step.argument, *seen),
                           kNotGood);
  }
  return played;
}

tl::expected<Played, int> play_again(const Program& program, const RunOptions& options) {
  const Result<std::string> text = read_file(options.replay);
  if (!text) return tl::unexpected(complain(text.error().message, kMachineRefused));
  const Result<Playthrough> playthrough = read_playthrough(*text);
  if (!playthrough) {
    return tl::unexpected(
        complain(fmt::format("{}: {}", options.replay, playthrough.error().message), kNotGood));
  }
  Result<Replay> again = replay(program, *playthrough);
  if (!again) {
    return tl::unexpected(
        complain(fmt::format("{}: {}", options.replay, again.error().message), kNotGood));
  }
  int code = kDone;
  if (again->diverged_at) {
    code = complain(fmt::format("{}: diverged at choice {}: {}", options.replay,
                                *again->diverged_at + 1, again->reason),
                    kNotGood);
  } else if (again->content_changed) {
    complain(fmt::format("{}: the scenario was changed since it was played; all choices still fit, "
                         "the figures are those of the new one",
                         options.replay),
             kDone);
  }
  return Played{std::move(again->session), code};
}

tl::expected<Played, int> play(const Program& program, const RunOptions& options) {
  if (!options.script.empty()) return play_script(program, options);
  if (!options.replay.empty()) return play_again(program, options);
  return play_choices(program, options);
}

/// An encounter that offers nothing: the content's fault, said where the moment stands.
int report_stuck(const Session& session, const std::string& language) {
  const Scenario& scenario = session.scenario();
  const Moment& moment = scenario.moments[static_cast<std::size_t>(session.state().place)];
  Diagnostic finding;
  finding.code = "M0089";
  finding.source = scenario.source;
  finding.position = moment.position;
  finding.message = fmt::format("at '{}' no response is on offer after {} choices", moment.id,
                                session.turns().size());
  finding.hint = "give one response of this moment neither 'when' nor 'once'";
  const FindingTexts texts = load_finding_texts(language);
  write_error(render_text(finding, finding_style(texts, kStandardError)));
  return kNotGood;
}

}  // namespace

int run_command(const RunOptions& options) {
  const auto opened =
      open_scenario(options.scenario, library_folder(options.library), options.language);
  if (!opened) return opened.error();
  const auto played = play(*opened->program, options);
  if (!played) return played.error();
  const Session& session = played->session;
  int code = played->code;
  if (session.status() == SessionStatus::stuck) code = report_stuck(session, options.language);
  const Scorecard scorecard = solved_score(session);
  if (options.json) return finish(outcome_json(session, scorecard).dump() + '\n', code);
  const std::string language = interface_language(options.language);
  return finish(outcome_text(session, scorecard, load_ui_strings(language),
                             Reading(*opened->scenario, language)),
                code);
}

}  // namespace mot
