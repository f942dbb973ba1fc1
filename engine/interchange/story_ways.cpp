#include "engine/interchange/story_ways.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <utility>

namespace mot {
namespace {

/// By moment: where it leads.
using Ways = std::vector<std::vector<std::size_t>>;

/// The number of the group of moments that lead to each other, for each moment: Tarjan's algorithm
/// with a stack of its own, since stories are long.
std::vector<std::size_t> strongly_connected(const Ways& next) {
  constexpr std::size_t kNew = static_cast<std::size_t>(-1);
  const std::size_t count = next.size();
  std::vector<std::size_t> order(count, kNew);
  std::vector<std::size_t> low(count, 0);
  std::vector<std::size_t> group(count, kNew);
  std::vector<std::size_t> open;
  struct Visit {
    std::size_t moment;
    std::size_t way;
  };
  std::vector<Visit> path;
  std::size_t seen = 0;
  std::size_t groups = 0;
  for (std::size_t first = 0; first < count; ++first) {
    if (order[first] != kNew) continue;
    path.push_back({first, 0});
    while (!path.empty()) {
      auto& [moment, way] = path.back();
      if (way == 0 && order[moment] == kNew) {
        order[moment] = low[moment] = seen++;
        open.push_back(moment);
      }
      if (way < next[moment].size()) {
        const std::size_t to = next[moment][way++];
        if (order[to] == kNew) {
          path.push_back({to, 0});
        } else if (group[to] == kNew) {
          low[moment] = std::min(low[moment], order[to]);
        }
        continue;
      }
      const std::size_t done = moment;
      path.pop_back();
      if (!path.empty()) low[path.back().moment] = std::min(low[path.back().moment], low[done]);
      if (low[done] != order[done]) continue;
      while (group[done] == kNew) {
        group[open.back()] = groups;
        open.pop_back();
      }
      ++groups;
    }
  }
  return group;
}

Ways ways_of(const std::vector<ImportedMoment>& moments) {
  Ways next(moments.size());
  for (std::size_t i = 0; i < next.size(); ++i) {
    if (moments[i].is_line) next[i].push_back(moments[i].to);
    for (const ImportedResponse& response : moments[i].responses) next[i].push_back(response.to);
  }
  return next;
}

/// Finds decisions that need a way out.
class Reach {
 public:
  Reach(const std::vector<ImportedMoment>& moments, std::size_t room)
      : moments_(moments),
        room_(room),
        next_(ways_of(moments)),
        before_(moments.size()),
        to_end_(moments.size(), kFar),
        from_here_(moments.size(), kFar) {
    for (std::size_t i = 0; i < next_.size(); ++i) {
      for (const std::size_t to : next_[i]) before_[to].push_back(i);
    }
    std::deque<std::size_t> endings;
    for (std::size_t i = 0; i < moments.size(); ++i) {
      if (!moments[i].ending) continue;
      to_end_[i] = 0;
      endings.push_back(i);
    }
    tell_before(std::move(endings));
  }

  std::vector<std::size_t> far(std::size_t start) {
    std::vector<std::size_t> found;
    for (const std::size_t moment : from_the_start(start)) {
      if (to_end_[moment] <= kFarthestEnding) continue;
      const std::size_t decision = farthest_decision(moment);
      if (decision == moments_.size()) continue;
      found.push_back(decision);
      if (to_end_[decision] <= 1) continue;
      to_end_[decision] = 1;
      tell_before({decision});
    }
    return found;
  }

 private:
  /// Choices to a decision that gets a way out. Less than there could be, so that moments beside
  /// the one that is looked at have it near enough, too.
  static constexpr int kFarthestAdded = kFarthestEnding * 4 / 5;
  static constexpr int kFar = std::numeric_limits<int>::max() / 2;

  /// Choices that a moment takes: a line and fate take none.
  int choices_at(std::size_t moment) const { return is_stop(moments_[moment]) ? 1 : 0; }

  /// How far the end is from these is known; from all moments before them it follows.
  void tell_before(std::deque<std::size_t> open) {
    while (!open.empty()) {
      const std::size_t here = open.front();
      open.pop_front();
      for (const std::size_t before : before_[here]) {
        const int step = choices_at(before);
        if (to_end_[before] <= to_end_[here] + step) continue;
        to_end_[before] = to_end_[here] + step;
        step == 0 ? open.push_front(before) : open.push_back(before);
      }
    }
  }

  /// All moments, those near the start first; then those to which nothing leads.
  std::vector<std::size_t> from_the_start(std::size_t start) const {
    std::vector<char> seen(moments_.size(), 0);
    std::vector<std::size_t> order;
    order.reserve(moments_.size());
    const auto follow = [&](std::size_t first) {
      if (seen[first] != 0) return;
      seen[first] = 1;
      order.push_back(first);
      for (std::size_t at = order.size() - 1; at < order.size(); ++at) {
        for (const std::size_t to : next_[order[at]]) {
          if (seen[to] != 0) continue;
          seen[to] = 1;
          order.push_back(to);
        }
      }
    };
    follow(start);
    for (std::size_t i = 0; i < moments_.size(); ++i) follow(i);
    return order;
  }

  /// The decision farthest from a moment from which an ending of its own would still be near
  /// enough; the number of moments where there is none.
  std::size_t farthest_decision(std::size_t moment) {
    std::size_t with_room = moments_.size();
    std::size_t full = moments_.size();
    std::vector<std::size_t> touched{moment};
    std::deque<std::size_t> open{moment};
    from_here_[moment] = 0;
    while (!open.empty()) {
      const std::size_t here = open.front();
      open.pop_front();
      const int step = choices_at(here);
      if (step > 0 && !moments_[here].ending)
        (moments_[here].responses.size() < room_ ? with_room : full) = here;
      const int there = from_here_[here] + step;
      if (there > kFarthestAdded) continue;
      for (const std::size_t to : next_[here]) {
        if (from_here_[to] <= there) continue;
        if (from_here_[to] == kFar) touched.push_back(to);
        from_here_[to] = there;
        step == 0 ? open.push_front(to) : open.push_back(to);
      }
    }
    for (const std::size_t moment_seen : touched) from_here_[moment_seen] = kFar;
    return with_room < moments_.size() ? with_room : full;
  }

  const std::vector<ImportedMoment>& moments_;
  std::size_t room_;
  Ways next_;
  Ways before_;
  /// Choices to the nearest ending, by moment.
  std::vector<int> to_end_;
  /// Choices from the moment that is looked at; kFar where it was not come by.
  std::vector<int> from_here_;
};

}  // namespace

bool is_stop(const ImportedMoment& moment) { return !moment.is_line && !moment.is_fate; }

std::vector<std::size_t> closed_rounds(const std::vector<ImportedMoment>& moments) {
  const Ways next = ways_of(moments);
  const std::vector<std::size_t> group = strongly_connected(next);
  std::vector<char> open(next.size(), 0);
  std::vector<std::size_t> first(next.size(), next.size());
  for (std::size_t i = 0; i < next.size(); ++i) {
    if (moments[i].ending) open[group[i]] = 1;
    for (const std::size_t to : next[i]) {
      if (group[to] != group[i]) open[group[i]] = 1;
    }
    if (is_stop(moments[i])) first[group[i]] = std::min(first[group[i]], i);
  }
  std::vector<std::size_t> rounds;
  for (std::size_t g = 0; g < next.size(); ++g) {
    if (first[g] < next.size() && open[g] == 0) rounds.push_back(first[g]);
  }
  return rounds;
}

std::vector<std::size_t> far_from_end(const std::vector<ImportedMoment>& moments,
                                      std::size_t start,
                                      std::size_t room) {
  return Reach(moments, room).far(start);
}

}  // namespace mot
