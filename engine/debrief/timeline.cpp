#include "engine/debrief/timeline.h"

#include <algorithm>

#include "engine/customer/memory.h"
#include "engine/customer/persona.h"
#include "engine/customer/satisfaction.h"

namespace mot {
namespace {

const Moment& moment_at(const Scenario& scenario, MomentIndex m) {
  return scenario.moments[static_cast<std::size_t>(m)];
}

const Response& response_at(const Scenario& scenario, ResponseIndex r) {
  return scenario.responses[static_cast<std::size_t>(r)];
}

TimelinePoint point_of(const Scenario& scenario, const MomentScore& score) {
  TimelinePoint point;
  point.moment = score.moment;
  point.scored = score.scored;
  point.gap = score.gap;
  point.mood = score.mood;
  point.satisfaction = score.satisfaction_so_far;
  const Response& response = response_at(scenario, score.response);
  if (response.has_wait) point.wait = response.wait_minutes;
  return point;
}

void add_bands(Timeline& timeline, const Scenario& scenario, const Reading& reading) {
  int stage = kNone;
  for (std::size_t i = 0; i < timeline.points.size(); ++i) {
    const int now = moment_at(scenario, timeline.points[i].moment).stage;
    // A choice without a stage belongs to the one before it.
    if (now >= 0 && (now != stage || timeline.bands.empty())) {
      stage = now;
      const TextId title = scenario.stages[static_cast<std::size_t>(now)].title;
      // What came before the first stage is shown with it.
      const std::size_t first = timeline.bands.empty() ? 0 : i;
      timeline.bands.push_back({std::string(reading.trimmed(title)), now, first, i - first});
    }
    if (timeline.bands.empty()) continue;
    ++timeline.bands.back().count;
    timeline.points[i].band = static_cast<int>(timeline.bands.size()) - 1;
  }
  for (TimelinePoint& point : timeline.points) {
    if (point.band < 0 && !timeline.bands.empty()) point.band = 0;
  }
}

/// The peak is the first choice with the most intense gap (memory.h); the end is the last.
void add_what_is_remembered(Timeline& timeline, const Ledger& ledger) {
  if (ledger.empty()) return;
  for (std::size_t i = 0; i < timeline.points.size(); ++i) {
    if (!timeline.points[i].scored) continue;
    if (!timeline.peak && timeline.points[i].gap == peak(ledger)) timeline.peak = i;
    timeline.end = i;
  }
}

std::optional<std::size_t> choice_at(const Timeline& timeline,
                                     MomentIndex moment,
                                     std::size_t from) {
  for (std::size_t i = from; i < timeline.points.size(); ++i) {
    if (timeline.points[i].moment == moment) return i;
  }
  return std::nullopt;
}

/// Spreads the points in between the two that have a place.
void spread(std::vector<BestPoint>& points,
            std::size_t first,
            std::size_t last,
            double from,
            double to) {
  const double step = (to - from) / static_cast<double>(last - first + 1);
  for (std::size_t i = first; i < last; ++i) {
    points[i].place = from + step * static_cast<double>(i - first + 1);
  }
}

/// Gives every point its place: beside the choice at the same moment where there is one, in order.
void place(std::vector<BestPoint>& points, const Timeline& timeline) {
  std::size_t next = 0;
  std::size_t open = 0;
  double from = -1;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto beside = choice_at(timeline, points[i].moment, next);
    if (!beside) continue;
    points[i].place = static_cast<double>(*beside);
    spread(points, open, i, from, points[i].place);
    from = points[i].place;
    next = *beside + 1;
    open = i + 1;
  }
  const double last = static_cast<double>(timeline.points.size()) - 1;
  if (open == points.size()) return;
  // What follows the last common moment ends where the played line ends.
  spread(points, open, points.size() - 1, from, std::max(last, from));
  points.back().place = std::max(last, from);
}

void add_best(Timeline& timeline, const Session& best) {
  const Scenario& scenario = best.scenario();
  const int own = own_expectation(scenario.customer.persona);
  for (const Turn& turn : best.turns()) {
    BestPoint point;
    point.moment = response_at(scenario, turn.response).moment;
    point.mood = turn.after.mood;
    if (!turn.after.ledger.empty()) {
      point.satisfaction = csat(satisfaction(own, turn.after.ledger) / 100.0);
    }
    timeline.best.push_back(point);
  }
  if (!timeline.points.empty()) place(timeline.best, timeline);
}

}  // namespace

Timeline timeline_of(const Session& session,
                     const Scorecard& card,
                     const Reading& reading,
                     const Session* best) {
  Timeline timeline;
  timeline.start_mood = session.scenario().customer.persona.mood;
  for (const MomentScore& score : card.moments) {
    timeline.points.push_back(point_of(session.scenario(), score));
  }
  add_bands(timeline, session.scenario(), reading);
  add_what_is_remembered(timeline, session.state().ledger);
  if (best != nullptr) add_best(timeline, *best);
  return timeline;
}

}  // namespace mot
