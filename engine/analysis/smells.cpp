#include "engine/analysis/smells.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "engine/analysis/smells_parts.h"

namespace mot {
namespace {

bool any_text_condition(const Scenario& scenario) {
  return std::any_of(scenario.lines.begin(), scenario.lines.end(),
                     [](const Line& line) { return !line.when.empty(); });
}

bool covers(const Accept& accept, const Smell& smell) {
  if (accept.smell != smell.code || smell.severity == Severity::error) return false;
  const std::string_view where = smell.where;
  return accept.where.empty() || accept.where == where ||
         (where.substr(0, accept.where.size()) == accept.where &&
          where.substr(accept.where.size(), 1) == ".");
}

// Takes out what the author accepts. Where everything was looked at, an accept that silenced
// nothing is a smell itself.
void silence(SmellSearch& search) {
  std::vector<char> used(search.scenario.accepts.size(), 0);
  std::erase_if(search.found, [&](const Smell& smell) {
    bool silent = false;
    for (std::size_t i = 0; i < used.size(); ++i) {
      if (!covers(search.scenario.accepts[i], smell)) continue;
      used[i] = 1;
      silent = true;
    }
    return silent;
  });
  if (!search.complete || !search.solution.exact()) return;
  for (std::size_t i = 0; i < used.size(); ++i) {
    const Accept& accept = search.scenario.accepts[i];
    if (used[i] != 0) continue;
    search.add(
        "S0035", Severity::hint, {},
        fmt::format("'accept' silences {}{}, and there is no such smell", accept.smell,
                    accept.where.empty() ? std::string() : fmt::format(" at '{}'", accept.where)),
        "remove the entry");
    search.found.back().where = accept.where;
    search.found.back().position = accept.position;
  }
}

void say_what_was_left_out(SmellSearch& search) {
  if (search.complete && search.solution.exact()) return;
  search.add("S0034", Severity::hint, {},
             search.complete
                 ? std::string("the best play is not known within the limit, so what depends on it "
                               "was not looked for")
                 : fmt::format("there are more than {} states; smells that need all of them were "
                               "not looked for",
                               search.solution.states()),
             "`mot analyse` looks at more states; a higher --limit at more still");
}

}  // namespace

void SmellSearch::add(std::string_view code,
                      Severity severity,
                      SmellPlace place,
                      std::string message,
                      std::string hint,
                      std::vector<std::string> witness) {
  Smell smell;
  smell.code = code;
  smell.severity = severity;
  if (place.response != kNone) {
    smell.position = response(place.response).position;
    smell.where = scenario.name_of_response(place.response);
  } else if (place.moment != kNone) {
    smell.position = moment(place.moment).position;
    smell.where = moment(place.moment).id;
  }
  smell.message = std::move(message);
  smell.hint = std::move(hint);
  smell.witness = std::move(witness);
  found.push_back(std::move(smell));
}

std::vector<Smell> find_smells(const Program& program,
                               Solution& solution,
                               const SmellOptions& options) {
  if (solution.graph() == nullptr || solution.cancelled()) return {};
  // Conditions of texts need states that the solution does not tell apart.
  const StateGraph* graph = solution.graph();
  std::optional<StateGraph> finer;
  const bool asked = any_text_condition(program.scenario());
  bool texts = !asked && !graph->counts_turns();
  if (!texts) {
    GraphLimits limits;
    limits.states = options.states;
    limits.cancel = options.cancel;
    finer.emplace(program, limits, false, true);
    texts = finer->complete();
    if (texts) graph = &*finer;
  }
  SmellSearch search{.program = program,
                     .scenario = program.scenario(),
                     .solution = solution,
                     .options = options,
                     .graph = *graph,
                     .complete = graph->complete(),
                     .texts = texts,
                     .turns = graph->counts_turns(),
                     .seen = survey(*graph),
                     .endings = {},
                     .endings_known = false,
                     .looks = {},
                     .best_play = {},
                     .found = {}};
  find_graph_smells(search);
  if (search.complete) {
    find_ending_ranges(search);
    find_condition_smells(search);
    find_value_smells(search);
  }
  if (solution.exact()) {
    look_at_decisions(search);
    follow_best_play(search);
    find_judgement_smells(search);
  }
  find_text_smells(search);
  silence(search);
  say_what_was_left_out(search);
  std::stable_sort(search.found.begin(), search.found.end(), [](const Smell& a, const Smell& b) {
    if (a.position.line != b.position.line) return a.position.line < b.position.line;
    if (a.position.column != b.position.column) return a.position.column < b.position.column;
    return a.code < b.code;
  });
  return std::move(search.found);
}

}  // namespace mot
