#include "game/stage/open_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "engine/base/edit_distance.h"
#include "engine/base/report.h"
#include "engine/records/left_exam.h"
#include "engine/scenario/library.h"
#include "engine/text/finding_texts.h"
#include "game/stage/game_context.h"
#include "game/stage/play.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

constexpr int kNotGood = 1;
constexpr int kWrongUsage = 2;
constexpr int kMachineRefused = 3;

bool looks_like_path(const std::string& wanted) {
  std::error_code error;
  const fs::file_status status = fs::status(wanted, error);
  return wanted.ends_with(".yaml") || wanted.find('/') != std::string::npos ||
         (fs::exists(status) && !fs::is_directory(status));
}

OpenedScenario unknown_scenario(const std::string& wanted, const std::string& library) {
  std::error_code error;
  if (!fs::is_directory(library, error)) {
    return {nullptr,
            fmt::format("mot-window: the library {} is not a folder that can be read\n", library),
            kMachineRefused};
  }
  const std::vector<std::string> ids = scenario_ids(library);
  const std::string_view near =
      nearest_name(wanted, std::vector<std::string_view>(ids.begin(), ids.end()));
  return {nullptr,
          fmt::format("mot-window: no scenario '{}' in the library {}{}\n", wanted, library,
                      near.empty() ? "" : fmt::format("; did you mean '{}'?", near)),
          kWrongUsage};
}

bool is_unreadable(DiagnosticSink& sink, const std::string& path) {
  const auto& findings = sink.sorted();
  return std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& finding) {
    return finding.code == "M0001" && finding.source && finding.source->path == path;
  });
}

// One attempt is counted: who insists on a new exam breaks off the one that was left.
void break_off_left_exam(GameContext& context,
                         const std::shared_ptr<const Scenario>& scenario,
                         const PlayTerms& terms) {
  const auto left =
      left_exam(list_plays(context.plays_folder()), {scenario->id, terms.learner, terms.session});
  if (!left) {
    return;
  }
  if (Result<KeptPlay> broken = break_off(*left, context.now())) {
    context.record(std::move(broken->playthrough), std::move(broken->path), scenario);
  }
}

}  // namespace

OpenedScenario open_scenario(GameContext& context, const std::string& wanted) {
  const bool is_path = looks_like_path(wanted);
  const std::string path = is_path ? wanted : find_scenario(context.library(), wanted);
  if (path.empty()) {
    return unknown_scenario(wanted, context.library());
  }
  const auto read_at = fs::file_time_type::clock::now();
  DiagnosticSink sink;
  OpenedScenario opened;
  opened.scenario = load_scenario(path, context.load_options(), sink).scenario;
  if (!opened.scenario) {
    ReportStyle style;
    style.words = context.finding_texts().report_words();
    opened.complaint = render_text(sink, style);
    opened.exit_code = is_unreadable(sink, path) ? kMachineRefused : kNotGood;
  } else if (is_path) {
    context.played_file = {path, std::string(opened.scenario->id), read_at};
  }
  return opened;
}

std::string first_scenario(const GameContext& context) {
  for (const std::string& id : scenario_ids(context.library())) {
    return id;
  }
  return {};
}

std::shared_ptr<Play> new_play(GameContext& context,
                               std::shared_ptr<const Scenario> scenario,
                               const NewPlay& wishes) {
  PlayTerms terms;
  terms.mode = wishes.mode;
  terms.room = wishes.room;
  terms.seed = wishes.seed ? *wishes.seed : context.new_seed();
  terms.learner = wishes.learner.empty() ? context.settings.learner : wishes.learner;
  terms.started = context.now();
  terms.group = context.settings.group;
  if (context.in_session(*scenario)) {
    terms.session = context.session().id;
    terms.group = context.session().group.empty() ? terms.group : context.session().group;
  }
  if (!scenario->draft) {
    if (terms.mode == PlayMode::exam) {
      break_off_left_exam(context, scenario, terms);
    }
    terms.path = new_play_path(context.plays_folder(), scenario->id, terms.started, terms.seed);
  }
  return std::make_shared<Play>(std::move(scenario), std::move(terms), context.language(),
                                [&context] { return context.now(); });
}

std::shared_ptr<Play> continue_or_begin(GameContext& context,
                                        std::shared_ptr<const Scenario> scenario,
                                        const std::string& mode,
                                        const std::string& learner,
                                        std::optional<std::uint32_t> seed) {
  const auto clock = [&context] { return context.now(); };
  const auto fits = [&](const Playthrough& play) {
    return !play.complete && !play.broken_off && play.scenario == scenario->id &&
           (!seed || *seed == play.seed) && (mode.empty() || mode == name_of(play.mode)) &&
           (learner.empty() || learner == play.learner) &&
           (context.in_session(*scenario) ? context.session().id : "") == play.session;
  };
  if (!scenario->draft) {
    for (const KeptPlay& kept : list_plays(context.plays_folder())) {
      if (!fits(kept.playthrough)) {
        continue;
      }
      auto play = Play::resume(scenario, kept, context.language(), clock, context.plays_folder());
      if (play && !(*play)->finished()) {
        return *play;
      }
    }
  }
  return new_play(context, std::move(scenario),
                  {mode == name_of(PlayMode::exam) ? PlayMode::exam : PlayMode::practice, false,
                   learner, seed});
}

std::shared_ptr<Play> unrecorded_play(GameContext& context,
                                      std::shared_ptr<const Scenario> scenario) {
  PlayTerms terms;
  terms.started = context.now();
  return std::make_shared<Play>(std::move(scenario), std::move(terms), context.language(),
                                [&context] { return context.now(); });
}

}  // namespace mot
