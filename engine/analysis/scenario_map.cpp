#include "engine/analysis/scenario_map.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "engine/analysis/likeliest_fate.h"
#include "engine/encounter/step.h"

namespace mot {
namespace {

class MapMaker {
 public:
  explicit MapMaker(const Scenario& scenario) : scenario_(scenario) {}

  ScenarioMap make() {
    for (std::size_t m = 0; m < scenario_.moments.size(); ++m) {
      MapBox box;
      box.moment = static_cast<MomentIndex>(m);
      map_.boxes.push_back(box);
    }
    for (std::size_t m = 0; m < scenario_.moments.size(); ++m) add_ways_from(m);
    for (std::size_t i = 0; i < scenario_.leaves.size(); ++i) add_leave(i);
    map_.start = static_cast<std::size_t>(scenario_.start);
    find_lanes();
    return std::move(map_);
  }

 private:
  MapLine& line(std::size_t from, MomentIndex to, MapLineKind kind, bool conditional) {
    const auto target = static_cast<std::size_t>(to);
    const auto [known, fresh] = index_.emplace(std::tuple(from, target, kind), map_.lines.size());
    if (fresh) {
      MapLine added;
      added.from = from;
      added.to = target;
      added.kind = kind;
      added.conditional = conditional;
      map_.lines.push_back(std::move(added));
    }
    MapLine& found = map_.lines[known->second];
    found.conditional = found.conditional && conditional;
    return found;
  }

  // A route depends on something where it has a condition, or one before it has.
  template <class With>
  void each_route(Range routes, With with) const {
    const auto all = scenario_.routes_of(routes);
    for (const Route& route : all) with(route, all.size() > 1);
  }

  void add_ways_from(std::size_t m) {
    const Moment& moment = scenario_.moments[m];
    for (std::uint32_t i = 0; i < moment.responses.count; ++i) {
      const auto r = static_cast<ResponseIndex>(moment.responses.first + i);
      each_route(scenario_.responses[static_cast<std::size_t>(r)].next, [&](const Route& route,
                                                                            bool conditional) {
        line(m, route.target, MapLineKind::response, conditional).ways.push_back({r, route.when});
      });
    }
    each_route(moment.next, [&](const Route& route, bool conditional) {
      line(m, route.target, MapLineKind::next, conditional).ways.push_back({kNone, route.when});
    });
    double sum = 0;
    for (const FateBranch& branch : scenario_.branches_of(moment)) sum += branch.odds;
    for (const FateBranch& branch : scenario_.branches_of(moment))
      line(m, branch.target, MapLineKind::chance, false).share += branch.odds / sum;
  }

  void add_leave(std::size_t i) {
    MapBox box;
    box.leave = static_cast<std::int32_t>(i);
    map_.boxes.push_back(box);
    const Leave& leave = scenario_.leaves[i];
    line(map_.boxes.size() - 1, leave.target, MapLineKind::leave, true)
        .ways.push_back({kNone, leave.when});
  }

  // What names no stage stands with what leads to it, or else with what it leads to.
  void find_lanes() {
    std::vector<int> stage(map_.boxes.size(), -1);
    for (std::size_t b = 0; b < map_.boxes.size(); ++b) {
      if (map_.boxes[b].moment != kNone)
        stage[b] = scenario_.moments[static_cast<std::size_t>(map_.boxes[b].moment)].stage;
    }
    for (bool changed = true; changed;) {
      changed = false;
      for (const bool forward : {true, false}) {
        for (const MapLine& way : map_.lines) {
          const std::size_t known = forward ? way.from : way.to;
          const std::size_t open = forward ? way.to : way.from;
          if (stage[open] >= 0 || stage[known] < 0) continue;
          stage[open] = stage[known];
          changed = true;
        }
        if (changed) break;
      }
    }
    const std::set<int> used(stage.begin(), stage.end());
    map_.lanes.assign(used.begin(), used.end());
    for (std::size_t b = 0; b < map_.boxes.size(); ++b)
      map_.boxes[b].lane = static_cast<std::size_t>(
          std::lower_bound(map_.lanes.begin(), map_.lanes.end(), stage[b]) - map_.lanes.begin());
  }

  const Scenario& scenario_;
  ScenarioMap map_;
  std::map<std::tuple<std::size_t, std::size_t, MapLineKind>, std::size_t> index_;
};

// The moments that a play passes, in order.
struct Passed {
  std::vector<MomentIndex>& moments;
  void entered(MomentIndex moment, const State&) { moments.push_back(moment); }
};

void mark_way(ScenarioMap& map, std::size_t from, std::size_t to) {
  for (MapLine& way : map.lines) {
    if (way.from == from && way.to == to) way.on_best_path = true;
  }
}

void mark_reachable(ScenarioMap& map, const Survey& seen) {
  for (MapBox& box : map.boxes) {
    if (box.moment != kNone)
      box.reachable = seen.entered[static_cast<std::size_t>(box.moment)] != 0;
  }
  for (MapLine& way : map.lines) {
    way.reachable = map.boxes[way.from].reachable && map.boxes[way.to].reachable;
    if (way.kind != MapLineKind::response) continue;
    const bool offered = std::any_of(way.ways.begin(), way.ways.end(), [&](const MapWay& one) {
      return seen.offered[static_cast<std::size_t>(one.response)] != 0;
    });
    way.reachable = way.reachable && offered;
  }
}

}  // namespace

ScenarioMap map_of(const Scenario& scenario) { return MapMaker(scenario).make(); }

void mark_best_path(ScenarioMap& map,
                    const Program& program,
                    const std::vector<ResponseIndex>& choices) {
  if (choices.empty()) return;
  const LikeliestFate fate{program};
  State state = program.blank_state();
  std::vector<MomentIndex> passed;
  begin(program, state, fate, Passed{passed});
  for (const ResponseIndex choice : choices) {
    const Response& response = program.scenario().responses[static_cast<std::size_t>(choice)];
    if (response.moment != state.place) break;  // of another luck
    map.boxes[static_cast<std::size_t>(state.place)].best_response = choice;
    step(program, state, choice, fate, Passed{passed});
  }
  for (std::size_t i = 0; i < passed.size(); ++i) {
    map.boxes[static_cast<std::size_t>(passed[i])].on_best_path = true;
    if (i > 0)
      mark_way(map, static_cast<std::size_t>(passed[i - 1]), static_cast<std::size_t>(passed[i]));
  }
}

ScenarioMap map_of(Solution& solution) {
  ScenarioMap map = map_of(solution.program().scenario());
  if (solution.graph() != nullptr && solution.graph()->complete())
    mark_reachable(map, survey(*solution.graph()));
  std::vector<ResponseIndex> best;
  for (const OptimalChoice& choice : solution.optimal_path(Aim::best))
    best.push_back(choice.response);
  mark_best_path(map, solution.program(), best);
  map.best = solution.start_value(Aim::best);
  return map;
}

}  // namespace mot
