// A scenario as boxes and lines: its moments, the ways between them, what the analysis found of
// them. `mot graph` draws it (map_svg.h, map_dot.h); the editor shows it.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/analysis/solve.h"
#include "engine/analysis/survey.h"

namespace mot {

/// What a line stands for.
enum class MapLineKind : std::uint8_t {
  /// A response leads on.
  response,
  /// A line of the story leads on.
  next,
  /// A branch of fate.
  chance,
  /// The customer walks out: from no moment, but from a condition asked after every choice.
  leave
};

/// A moment, or the condition of a leave.
struct MapBox {
  MomentIndex moment = kNone;
  /// Index into Scenario::leaves, where it is no moment.
  std::int32_t leave = kNone;
  /// Index into ScenarioMap::lanes.
  std::size_t lane = 0;
  /// Some play comes here, or it is not known.
  bool reachable = true;
  /// On the best path; and the response taken there.
  bool on_best_path = false;
  ResponseIndex best_response = kNone;
};

/// One way from a box to another.
struct MapWay {
  /// The response that leads this way, where it is one.
  ResponseIndex response = kNone;
  /// What is asked; empty for "else", and where nothing is asked. Points into Scenario::code.
  CodeRange condition;
};

/// All ways of one kind from one box to another.
struct MapLine {
  std::size_t from = 0;
  std::size_t to = 0;
  MapLineKind kind = MapLineKind::next;
  /// Every way depends on a condition.
  bool conditional = false;
  bool reachable = true;
  bool on_best_path = false;
  /// In the file's order; none for chance.
  std::vector<MapWay> ways;
  /// Chance: the branches' share, 0 … 1.
  double share = 0;
};

/// The map.
struct ScenarioMap {
  std::vector<MapBox> boxes;
  std::vector<MapLine> lines;
  /// Stages that have a box, in the journey's order; −1 for boxes that belong to none.
  std::vector<int> lanes;
  std::size_t start = 0;
  /// Satisfaction under best play, hundredths; nothing where it is not known.
  std::optional<double> best;
};

/// The map of a scenario without marks.
ScenarioMap map_of(const Scenario& scenario);

/// Marks the boxes and lines that these choices of best play pass, along the likeliest branches of
/// fate, as far as they can be made.
void mark_best_path(ScenarioMap& map,
                    const Program& program,
                    const std::vector<ResponseIndex>& choices);

/// The same with what the analysis found: what no play comes to, and the best path along the
/// likeliest branches of fate. Where not everything was looked at, nothing is called unreachable.
ScenarioMap map_of(Solution& solution);

}  // namespace mot
