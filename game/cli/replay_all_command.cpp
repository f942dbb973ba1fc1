// `mot replay-all SCENARIO`: all kept plays of a scenario against the version at hand.
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <system_error>
#include <vector>

#include "engine/base/json.h"
#include "engine/records/play_folder.h"
#include "engine/records/replay_all.h"
#include "engine/text/numbers.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/progress_line.h"
#include "game/cli/records_access.h"
#include "game/cli/scenario_argument.h"
#include "game/cli/workshop_commands.h"

namespace mot {
namespace {

/// What is played again, and the files in which no play could be read.
struct KeptAttempts {
  std::vector<Attempt> attempts;
  std::vector<std::string> unreadable;
};

tl::expected<KeptAttempts, int> attempts_in_folder(const std::string& folder,
                                                   const std::string& scenario,
                                                   const UiStrings& words) {
  std::error_code error;
  const std::filesystem::directory_iterator looked(folder, error);
  if (error)
    return tl::unexpected(
        complain(words.text("replay-all.no-folder", {{"folder", folder}}), kMachineRefused));
  KeptAttempts kept;
  for (KeptPlay& play : list_plays(folder, &kept.unreadable)) {
    if (play.playthrough.scenario != scenario) continue;
    Attempt attempt;
    attempt.id = play.path;
    attempt.play = std::move(play.playthrough);
    kept.attempts.push_back(std::move(attempt));
  }
  return kept;
}

tl::expected<KeptAttempts, int> kept_attempts(const ReplayAllOptions& options,
                                              const std::string& scenario,
                                              const UiStrings& words) {
  if (!options.playthroughs.empty())
    return attempts_in_folder(options.playthroughs, scenario, words);
  RecordsOptions records;
  records.store = options.store;
  records.library = options.library;
  records.language = options.language;
  records.filter.scenario = scenario;
  return recorded_attempts(records).map([](std::vector<Attempt> attempts) {
    return KeptAttempts{std::move(attempts), {}};
  });
}

Json figures_json(const std::optional<ReplayFigures>& figures) {
  if (!figures) return {};
  constexpr double kHundredths = 100.0;
  return Json()
      .set("ending", figures->ending ? Json(name_of(*figures->ending)) : Json())
      .set("satisfaction",
           figures->satisfaction ? Json(rounded(*figures->satisfaction / kHundredths, 2)) : Json())
      .set("score", figures->score ? Json(rounded(*figures->score, 1)) : Json());
}

Json attempt_json(const ReplayedAttempt& attempt) {
  return Json()
      .set("id", attempt.id)
      .set("learner", attempt.learner)
      .set("started", attempt.started)
      .set("change", name_of(attempt.change))
      .set("diverged_at", attempt.diverged_at > 0 ? Json(attempt.diverged_at) : Json())
      .set("reason", attempt.reason.empty() ? Json() : Json(attempt.reason))
      .set("before", figures_json(attempt.before))
      .set("after", figures_json(attempt.after));
}

std::string figures_text(const std::optional<ReplayFigures>& figures, const UiStrings& words) {
  if (!figures || !figures->satisfaction) return "–";
  const std::string score = figures->score ? fmt::format("{:.1f}", *figures->score) : "–";
  return words.text("replay-all.figures",
                    {{"satisfaction", points_text(*figures->satisfaction)}, {"score", score}});
}

std::string attempt_text(const ReplayedAttempt& attempt, const UiStrings& words) {
  const std::string reason = words.said(attempt.why);
  const std::string who = attempt.learner.empty() ? attempt.id : attempt.learner;
  if (attempt.change == ReplayChange::diverged)
    return words.text("replay-all.diverged", {{"who", who},
                                              {"started", attempt.started},
                                              {"number", fmt::format("{}", attempt.diverged_at)},
                                              {"reason", reason}});
  if (attempt.change == ReplayChange::unusable)
    return words.text("replay-all.unusable",
                      {{"who", who}, {"started", attempt.started}, {"reason", reason}});
  return words.text("replay-all.score", {{"who", who},
                                         {"started", attempt.started},
                                         {"before", figures_text(attempt.before, words)},
                                         {"after", figures_text(attempt.after, words)}});
}

/// Nothing of it is known to be another.
bool goes_through(ReplayChange change) {
  return change == ReplayChange::same || change == ReplayChange::uncompared;
}

using Counts = std::array<std::size_t, kReplayChanges>;

std::size_t count_of(const Counts& counts, ReplayChange change) {
  return counts[static_cast<std::size_t>(change)];
}

std::string summary(const Counts& counts,
                    std::size_t all,
                    std::size_t unreadable,
                    const UiStrings& words) {
  const auto number = [&](ReplayChange change) {
    return fmt::format("{}", count_of(counts, change));
  };
  std::string text =
      words.text("replay-all.summary", {{"plays", fmt::format("{}", all)},
                                        {"same", number(ReplayChange::same)},
                                        {"score", number(ReplayChange::score)},
                                        {"diverged", number(ReplayChange::diverged)},
                                        {"unusable", number(ReplayChange::unusable)}}) +
      '\n';
  if (count_of(counts, ReplayChange::uncompared) > 0) {
    text +=
        words.text("replay-all.uncompared", {{"count", number(ReplayChange::uncompared)}}) + '\n';
  }
  if (unreadable > 0)
    text += words.text("replay-all.unreadable-count", {{"count", fmt::format("{}", unreadable)}}) +
            '\n';
  return text;
}

}  // namespace

int replay_all_command(const ReplayAllOptions& options) {
  const auto opened =
      open_scenario(options.scenario, library_folder(options.library), options.language);
  if (!opened) return opened.error();
  const std::string id(opened->scenario->id);
  const UiStrings words = load_ui_strings(interface_language(options.language));
  const auto kept = kept_attempts(options, id, words);
  if (!kept) return kept.error();
  const std::vector<Attempt>& attempts = kept->attempts;
  const SignalsEndReading signals;
  SolveOptions solve;
  solve.limits.cancel = &interrupted();
  Solution solution(*opened->program, solve);
  if (solution.cancelled()) return end_interrupted();
  Counts counts{};
  Json list(Json::Array{});
  std::string text;
  ProgressLine progress;
  for (const Attempt& attempt : attempts) {
    if (interrupted()) return end_interrupted();
    if (progress.is_due())
      progress.show(fmt::format("{} of {}", list.array()->size(), attempts.size()));
    const ReplayedAttempt replayed = replay_attempt(*opened->program, solution, attempt);
    ++counts[static_cast<std::size_t>(replayed.change)];
    list.push(attempt_json(replayed));
    if (!goes_through(replayed.change)) text += attempt_text(replayed, words) + '\n';
  }
  Json unreadable(Json::Array{});
  for (const std::string& file : kept->unreadable) {
    unreadable.push(file);
    text += words.text("replay-all.unreadable", {{"file", file}}) + '\n';
  }
  const std::size_t through =
      count_of(counts, ReplayChange::same) + count_of(counts, ReplayChange::uncompared);
  const bool good = through == attempts.size() && kept->unreadable.empty();
  const int code = good ? kDone : kNotGood;
  if (!options.json)
    return finish(text + summary(counts, attempts.size(), kept->unreadable.size(), words), code);
  return finish(Json().set("scenario", id)
                        .set("plays", attempts.size())
                        .set("same", count_of(counts, ReplayChange::same))
                        .set("score", count_of(counts, ReplayChange::score))
                        .set("diverged", count_of(counts, ReplayChange::diverged))
                        .set("unusable", count_of(counts, ReplayChange::unusable))
                        .set("uncompared", count_of(counts, ReplayChange::uncompared))
                        .set("attempts", std::move(list))
                        .set("unreadable", kept->unreadable.size())
                        .set("unreadable_files", std::move(unreadable))
                        .dump() +
                    '\n',
                code);
}

}  // namespace mot
