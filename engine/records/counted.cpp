#include "engine/records/counted.h"

#include <algorithm>
#include <map>
#include <utility>

namespace mot {
namespace {

double score_of(const Attempt& attempt) {
  return attempt.score && attempt.score->score ? *attempt.score->score : -1.0;
}

/// Whether `later`, which stands further back, counts before `earlier`.
bool replaces(const Attempt& later, const Attempt& earlier, CountedAttempt rule) {
  return counts_instead(rule, later.play.started, score_of(later), earlier.play.started,
                        score_of(earlier));
}

}  // namespace

bool counts_for_learner(const Playthrough& play) { return play.complete && is_own(play); }

std::vector<std::size_t> counted_attempts(std::span<const Attempt> attempts, CountedAttempt rule) {
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> counted;
  for (std::size_t i = 0; i < attempts.size(); ++i) {
    const Playthrough& play = attempts[i].play;
    if (!counts_for_learner(play)) continue;
    const auto [entry, fresh] = counted.try_emplace({play.learner, play.scenario}, i);
    if (!fresh && replaces(attempts[i], attempts[entry->second], rule)) entry->second = i;
  }
  std::vector<std::size_t> places;
  for (const auto& [key, place] : counted) places.push_back(place);
  std::sort(places.begin(), places.end());
  return places;
}

}  // namespace mot
