#include "engine/analysis/smells.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "engine/analysis/smells_parts.h"
#include "engine/base/both.h"

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
                 : fmt::format("there are {} states or more; smells that need all of them were "
                               "not looked for",
                               search.solution.states()),
             "`mot analyse` looks at more states; a higher --limit at more still");
}

bool can_search(const Solution& solution) {
  return solution.graph() != nullptr && !solution.cancelled();
}

// Conditions of texts need states that a solution does not tell apart.
SurveyedGraph graph_of_texts(const Program& program, const SmellOptions& options) {
  GraphLimits limits;
  limits.states = options.states;
  limits.cancel = options.cancel;
  return explore_and_survey(program, limits);
}

// `of_texts`: without a graph where the solution's own will do.
std::vector<Smell> search_for_smells(const Program& program,
                                     Solution& solution,
                                     const SmellOptions& options,
                                     SurveyedGraph of_texts) {
  const bool surveyed = of_texts.graph && of_texts.graph->complete();
  const bool texts = !of_texts.graph || surveyed;
  const StateGraph& graph = surveyed ? *of_texts.graph : *solution.graph();
  SmellSearch search{.program = program,
                     .scenario = program.scenario(),
                     .solution = solution,
                     .options = options,
                     .graph = graph,
                     .complete = graph.complete(),
                     .texts = texts,
                     .turns = graph.counts_turns(),
                     .seen = {},
                     .endings = {},
                     .looks = {},
                     .best_play = {},
                     .found = {}};
  // The ground of the rules; the second half alone asks the solution, and looks states up.
  both(
      [&] {
        search.seen = surveyed ? std::move(of_texts.seen) : survey(graph);
        if (search.complete) search.endings = ending_ranges(*solution.graph(), options.cancel);
      },
      [&] {
        if (!solution.exact()) return;
        search.looks =
            look_at_decisions(graph, solution, {.each = options.looks, .cancel = options.cancel});
        follow_best_play(search);
      });
  // The second half alone asks the solution. Each code belongs to one half, so that smells of one
  // place and code come in the same order every time.
  both(
      [&] {
        find_graph_smells(search);
        if (search.complete) {
          find_condition_smells(search);
          find_value_smells(search);
        }
        find_text_smells(search);
      },
      [&] {
        if (solution.exact()) find_judgement_smells(search);
      });
  silence(search);
  say_what_was_left_out(search);
  std::stable_sort(search.found.begin(), search.found.end(), [](const Smell& a, const Smell& b) {
    if (a.position.line != b.position.line) return a.position.line < b.position.line;
    if (a.position.column != b.position.column) return a.position.column < b.position.column;
    return a.code < b.code;
  });
  return std::move(search.found);
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
  const std::lock_guard<std::mutex> lock(adding);
  found.push_back(std::move(smell));
}

std::vector<Smell> find_smells(const Program& program,
                               Solution& solution,
                               const SmellOptions& options) {
  if (!can_search(solution)) return {};
  const bool finer = any_text_condition(program.scenario()) || solution.graph()->counts_turns();
  return search_for_smells(program, solution, options,
                           finer ? graph_of_texts(program, options) : SurveyedGraph{});
}

std::vector<Smell> solve_and_find_smells(const Program& program,
                                         const SolveOptions& solve,
                                         const SmellOptions& options) {
  std::optional<Solution> solution;
  SurveyedGraph texts;
  both([&] { solution.emplace(program, solve); },
       [&] {
         if (any_text_condition(program.scenario())) texts = graph_of_texts(program, options);
       });
  if (!can_search(*solution)) return {};
  if (!texts.graph && solution->graph()->counts_turns()) texts = graph_of_texts(program, options);
  return search_for_smells(program, *solution, options, std::move(texts));
}

}  // namespace mot
