#include "game/screens/best_path.h"

#include <algorithm>

#include "engine/customer/persona.h"
#include "engine/customer/satisfaction.h"

namespace mot {
namespace {

MomentIndex moment_of(const Session& session, std::size_t turn) {
  const ResponseIndex response = session.turns()[turn].response;
  return session.scenario().responses[static_cast<std::size_t>(response)].moment;
}

// The first played choice at that moment, from `from` on.
std::optional<std::size_t> played_at(const Session& played, MomentIndex moment, std::size_t from) {
  for (std::size_t i = from; i < played.turns().size(); ++i) {
    if (moment_of(played, i) == moment) {
      return i;
    }
  }
  return std::nullopt;
}

// Spreads the points `first` … `last` (not included) evenly between two places.
void spread(std::vector<BestPathPoint>& points,
            std::size_t first,
            std::size_t last,
            float from,
            float to) {
  const float step = (to - from) / static_cast<float>(last - first + 1);
  for (std::size_t i = first; i < last; ++i) {
    points[i].place = from + step * static_cast<float>(i - first + 1);
  }
}

}  // namespace

std::vector<BestPathPoint> best_path_beside(const Session& played, const Session& best) {
  std::vector<BestPathPoint> points;
  if (played.turns().empty()) {
    return points;
  }
  const int own = own_expectation(best.scenario().customer.persona);
  std::size_t next = 0;
  std::size_t open = 0;  // the first point without a place
  float from = 0;
  for (std::size_t i = 0; i < best.turns().size(); ++i) {
    const Ledger& ledger = best.turns()[i].after.ledger;
    points.push_back({});
    if (!ledger.empty()) {
      points[i].satisfaction = static_cast<float>(csat(satisfaction(own, ledger) / 100.0));
    }
    const auto beside = played_at(played, moment_of(best, i), next);
    if (!beside) {
      continue;
    }
    points[i].place = static_cast<float>(*beside);
    spread(points, open, i, from, points[i].place);
    from = points[i].place;
    next = *beside + 1;
    open = i + 1;
  }
  // What follows the last common moment ends where the played line ends.
  const float last = std::max(from, static_cast<float>(played.turns().size() - 1));
  if (open < points.size()) {
    spread(points, open, points.size() - 1, from, last);
    points.back().place = last;
  }
  return points;
}

}  // namespace mot
