// `mot analyse SCENARIO`: best and worst play, ways through, endings, ranges and smells, as JSON or
// text.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/analysis/likeliest_fate.h"
#include "engine/analysis/smells.h"
#include "engine/analysis/survey.h"
#include "engine/base/json.h"
#include "engine/customer/satisfaction.h"
#include "engine/encounter/step.h"
#include "engine/records/play_folder.h"
#include "engine/scenario/reading.h"
#include "game/cli/commands.h"
#include "game/cli/console.h"
#include "game/cli/finding_output.h"
#include "game/cli/interface_language.h"
#include "game/cli/item_output.h"
#include "game/cli/phrases.h"
#include "game/cli/progress_line.h"
#include "game/cli/scenario_argument.h"

namespace mot {
namespace {

constexpr double kHundredths = 100.0;
constexpr int kSixDecimals = 6;
// States told apart to check what only texts read.
constexpr std::size_t kTextStates = 200'000;

struct Analysis {
  const Scenario& scenario;
  Solution& solution;
  std::vector<Smell> smells;
  std::vector<MomentRange> ranges;
};

std::size_t decisions_in(const Scenario& scenario) {
  return static_cast<std::size_t>(
      std::count_if(scenario.moments.begin(), scenario.moments.end(),
                    [](const Moment& moment) { return moment.kind == MomentKind::decision; }));
}

bool all_seen(const Solution& solution) {
  return solution.graph() != nullptr && solution.graph()->complete();
}

Json points(double hundredths) { return rounded(hundredths / kHundredths, kSixDecimals); }

Json extreme_json(Analysis& analysis, Aim aim) {
  Json json;
  if (!analysis.solution.exact()) {
    const ValueBounds bounds = analysis.solution.bounds(aim);
    return json.set("satisfaction", Json())
        .set("bounds", Json(Json::Array{}).push(points(bounds.low)).push(points(bounds.high)));
  }
  const auto value = analysis.solution.start_value(aim);
  Json choices(Json::Array{});
  for (const OptimalChoice& choice : analysis.solution.optimal_path(aim))
    choices.push(analysis.scenario.name_of_response(choice.response));
  return json.set("satisfaction", value ? points(*value) : Json())
      .set("choices", std::move(choices));
}

// The kinds the file has; null where not every state was looked at and none was met.
Json endings_json(const Analysis& analysis) {
  Json json(Json::Object{});
  for (std::size_t kind = 0; kind < kEndingKinds; ++kind) {
    const auto& moments = analysis.scenario.moments;
    const bool any = std::any_of(moments.begin(), moments.end(), [&](const Moment& moment) {
      return moment.kind == MomentKind::ending && moment.ending == static_cast<EndingKind>(kind);
    });
    if (!any) continue;
    const bool reached = analysis.solution.endings()[kind];
    json.set(std::string(kEndingKindNames[kind]),
             reached || all_seen(analysis.solution) ? Json(reached) : Json());
  }
  return json;
}

Json smell_json(const Smell& smell) {
  Json witness(Json::Array{});
  for (const std::string& choice : smell.witness) witness.push(choice);
  return Json()
      .set("code", smell.code)
      .set("severity", severity_name(smell.severity))
      .set("where", smell.where)
      .set("message", smell.message)
      .set("witness", std::move(witness))
      .set("hint", smell.hint)
      .set("line", smell.position.line);
}

Json range_json(const Analysis& analysis, const MomentRange& range) {
  const Moment& moment = analysis.scenario.moments[static_cast<std::size_t>(range.moment)];
  Json gap;
  if (moment.scored && range.reachable)
    gap = Json(Json::Array{}).push(points(range.lowest_gap)).push(points(range.highest_gap));
  const bool known = range.reachable || all_seen(analysis.solution);
  return Json()
      .set("moment", moment.id)
      .set("reachable", known ? Json(range.reachable) : Json())
      .set("gap", std::move(gap));
}

Json analysis_json(Analysis& analysis) {
  const auto paths = analysis.solution.paths();
  Json smells(Json::Array{});
  for (const Smell& smell : analysis.smells) smells.push(smell_json(smell));
  Json ranges(Json::Array{});
  for (const MomentRange& range : analysis.ranges) ranges.push(range_json(analysis, range));
  return Json()
      .set("scenario", analysis.scenario.id)
      .set("exact", analysis.solution.exact())
      .set("states", analysis.solution.states())
      .set("decisions", decisions_in(analysis.scenario))
      .set("paths", paths ? Json(paths->to_string()) : Json())
      .set("best", extreme_json(analysis, Aim::best))
      .set("worst", extreme_json(analysis, Aim::worst))
      .set("endings", endings_json(analysis))
      .set("smells", std::move(smells))
      .set("ranges", std::move(ranges));
}

// Each choice of the path with the satisfaction so far.
std::string path_text(Analysis& analysis, Aim aim) {
  const Program& program = analysis.solution.program();
  const int expectation = own_expectation(analysis.scenario.customer.persona);
  State state = program.blank_state();
  const LikeliestFate fate{program};
  begin(program, state, fate);
  std::string out;
  for (const OptimalChoice& choice : analysis.solution.optimal_path(aim)) {
    step(program, state, choice.response, fate);
    const std::string so_far =
        state.ledger.empty()
            ? std::string("   –")
            : fmt::format("{:5.2f}", satisfaction(expectation, state.ledger) / kHundredths);
    out +=
        fmt::format("  {:>5}  {}\n", so_far, analysis.scenario.name_of_response(choice.response));
  }
  if (state.place != kNone && program.stop(state.place).kind == MomentKind::ending)
    out += fmt::format("         → {}\n",
                       analysis.scenario.moments[static_cast<std::size_t>(state.place)].id);
  return out;
}

std::string two_decimals(double hundredths) {
  return fmt::format("{:.2f}", hundredths / kHundredths);
}

std::string extreme_text(Analysis& analysis, Aim aim, const UiStrings& words) {
  const std::string& play = words.text(aim == Aim::best ? "cli.analyse.best" : "cli.analyse.worst");
  if (!analysis.solution.exact()) {
    const ValueBounds bounds = analysis.solution.bounds(aim);
    return words.text("cli.analyse.between", {{"play", play},
                                              {"low", two_decimals(bounds.low)},
                                              {"high", two_decimals(bounds.high)}}) +
           '\n';
  }
  const auto value = analysis.solution.start_value(aim);
  if (!value) return words.text("cli.analyse.no-end", {{"play", play}}) + '\n';
  return words.text("cli.analyse.choices",
                    {{"play", play}, {"satisfaction", two_decimals(*value)}}) +
         '\n' + path_text(analysis, aim);
}

std::string endings_text(const Analysis& analysis, const UiStrings& words) {
  std::vector<std::string> reached;
  std::vector<std::string> unreached;
  for (const MomentRange& range : analysis.ranges) {
    const Moment& moment = analysis.scenario.moments[static_cast<std::size_t>(range.moment)];
    if (moment.kind != MomentKind::ending) continue;
    auto& list = range.reachable ? reached : unreached;
    list.push_back(
        words.text("cli.analyse.ending",
                   {{"id", moment.id}, {"kind", word(words, "ending", name_of(moment.ending))}}));
  }
  if (reached.empty()) reached.push_back(words.text("cli.analyse.none"));
  const auto line = [&](const char* key, const std::vector<std::string>& endings) {
    return words.text(key, {{"endings", fmt::format("{}", fmt::join(endings, ", "))}}) + '\n';
  };
  std::string out = line("cli.analyse.reached", reached);
  if (!unreached.empty())
    out +=
        line(all_seen(analysis.solution) ? "cli.analyse.never" : "cli.analyse.not-met", unreached);
  return out;
}

std::string smells_text(const Analysis& analysis,
                        const UiStrings& words,
                        const FindingTexts& findings) {
  if (analysis.smells.empty()) return words.text("cli.analyse.no-smells") + '\n';
  std::string out = words.text("cli.analyse.smells") + '\n';
  for (const Smell& smell : analysis.smells) {
    const char* key = smell.where.empty() ? "cli.analyse.smell" : "cli.analyse.smell-at";
    out += "  " +
           words.text(key, {{"code", std::string(smell.code)},
                            {"severity", findings.severity(smell.severity)},
                            {"where", smell.where},
                            {"message", findings.message(smell.code, smell.message)},
                            {"hint", findings.hint(smell.hint)}}) +
           '\n';
    if (!smell.witness.empty())
      out += "      " +
             words.text("cli.analyse.seen-after",
                        {{"choices", fmt::format("{}", fmt::join(smell.witness, ","))}}) +
             '\n';
  }
  return out;
}

std::string analysis_text(Analysis& analysis, const std::string& language) {
  const UiStrings words = load_ui_strings(language);
  const auto paths = analysis.solution.paths();
  std::string out =
      words.text(analysis.solution.exact() ? "cli.analyse.head" : "cli.analyse.head-unsolved",
                 {{"scenario", analysis.scenario.id},
                  {"decisions", std::to_string(decisions_in(analysis.scenario))},
                  {"states", std::to_string(analysis.solution.states())}}) +
      '\n';
  out +=
      words.text("cli.analyse.paths",
                 {{"count", paths ? paths->to_string() : words.text("cli.analyse.not-counted")}}) +
      '\n';
  out += extreme_text(analysis, Aim::best, words) + extreme_text(analysis, Aim::worst, words);
  return out + endings_text(analysis, words) +
         smells_text(analysis, words, load_finding_texts(language));
}

/// Solves, with a line of progress on a terminal; until a signal comes.
Solution solve(const Program& program, std::size_t limit, const std::string& language) {
  const UiStrings words = load_ui_strings(language);
  ProgressLine line;
  SolveOptions options;
  options.limits.states = limit;
  options.limits.cancel = &interrupted();
  options.limits.progress = [&line, &words](std::size_t states) {
    if (line.is_due())
      line.show(words.text("cli.analyse.solving", {{"states", std::to_string(states)}}));
  };
  return Solution(program, options);
}

std::vector<Smell> look_for_smells(const Program& program, Solution& solution, std::size_t limit) {
  SmellOptions options;
  options.states = std::min(limit, kTextStates);
  options.cancel = &interrupted();
  return find_smells(program, solution, options);
}

/// The plays of a folder that still are what was played.
std::vector<Session> sessions_in(const std::string& folder,
                                 const Program& program,
                                 PlaysRead& read) {
  std::vector<Session> sessions;
  std::vector<std::string> unreadable;
  const std::vector<KeptPlay> plays = list_plays(folder, &unreadable);
  read.unreadable = unreadable.size();
  for (const KeptPlay& kept : plays) {
    if (kept.playthrough.scenario != program.scenario().id) {
      ++read.other;
      continue;
    }
    Result<Replay> again = replay(program, kept.playthrough);
    if (!again || again->diverged_at || again->content_changed) {
      ++read.changed;
      continue;
    }
    ++read.used;
    sessions.push_back(std::move(again->session));
  }
  return sessions;
}

int print_items(Solution& solution, const AnalyseOptions& options, const std::string& language) {
  std::error_code error;
  if (!std::filesystem::is_directory(options.playthroughs, error)) {
    return complain(
        load_ui_strings(language).text("replay-all.no-folder", {{"folder", options.playthroughs}}),
        kMachineRefused);
  }
  PlaysRead read;
  const std::vector<Session> sessions = sessions_in(options.playthroughs, solution.program(), read);
  const ItemStatistics items = item_statistics(solution, sessions);
  if (interrupted()) return end_interrupted();
  const Scenario& scenario = solution.program().scenario();
  if (options.json) return finish(items_json(scenario, read, items).dump() + '\n');
  return finish(
      items_text(scenario, read, items, load_ui_strings(language), Reading(scenario, language)));
}

}  // namespace

int analyse_command(const AnalyseOptions& options) {
  const auto opened =
      open_scenario(options.scenario, library_folder(options.library), options.language);
  if (!opened) return opened.error();
  const SignalsEndReading signals;
  const std::string language = interface_language(options.language);
  Solution solution = solve(*opened->program, options.limit, language);
  if (!options.playthroughs.empty() && !interrupted())
    return print_items(solution, options, language);
  Analysis analysis{*opened->scenario, solution, {}, {}};
  if (!interrupted()) {
    analysis.smells = look_for_smells(*opened->program, solution, options.limit);
    analysis.ranges = moment_ranges(*opened->program, survey(*solution.graph()));
  }
  if (interrupted()) return end_interrupted();
  const bool bad = std::any_of(analysis.smells.begin(), analysis.smells.end(),
                               [](const Smell& s) { return s.severity == Severity::error; });
  const int code = bad ? kNotGood : kDone;
  if (options.json) return finish(analysis_json(analysis).dump() + '\n', code);
  return finish(analysis_text(analysis, language), code);
}

}  // namespace mot
