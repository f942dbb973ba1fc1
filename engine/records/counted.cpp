#include "engine/records/counted.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace mot {
namespace {

/// What is known of an attempt that counts so far.
struct Chosen {
  std::size_t place = 0;
  std::string id;
  std::string started;
  double score = -1;
};

/// Finds the attempts that count among those it is shown.
class Counting {
 public:
  explicit Counting(CountedAttempt rule) : rule_(rule) {}

  void show(const Attempt& attempt) {
    const std::size_t place = seen_++;
    const Playthrough& play = attempt.play;
    if (!counts_for_learner(play)) return;
    const double score = attempt.score && attempt.score->score ? *attempt.score->score : -1.0;
    const auto [entry, fresh] = chosen_.try_emplace({play.learner, play.scenario});
    Chosen& chosen = entry->second;
    if (fresh || counts_instead(rule_, play.started, score, chosen.started, chosen.score)) {
      chosen = {place, attempt.id, play.started, score};
    }
  }

  const auto& chosen() const { return chosen_; }

 private:
  CountedAttempt rule_;
  std::size_t seen_ = 0;
  /// By learner and scenario.
  std::map<std::pair<std::string, std::string>, Chosen> chosen_;
};

}  // namespace

bool counts_for_learner(const Playthrough& play) { return play.complete && is_own(play); }

std::vector<std::size_t> counted_attempts(std::span<const Attempt> attempts, CountedAttempt rule) {
  Counting counting(rule);
  for (const Attempt& attempt : attempts) counting.show(attempt);
  std::vector<std::size_t> places;
  for (const auto& [key, chosen] : counting.chosen()) places.push_back(chosen.place);
  std::sort(places.begin(), places.end());
  return places;
}

Result<bool> visit_counted(const VisitAttempts& visit,
                           const AttemptFilter& filter,
                           CountedAttempt rule,
                           const Store::Visitor& visitor) {
  // Twice, so that not all of them are in memory at once.
  Counting counting(rule);
  const Result<bool> looked = visit(who_and_what(filter), [&](const Attempt& attempt) {
    counting.show(attempt);
    return true;
  });
  if (!looked) return looked;
  std::set<std::string> ids;
  for (const auto& [key, chosen] : counting.chosen()) ids.insert(chosen.id);
  return visit(filter, [&](const Attempt& attempt) {
    return ids.count(attempt.id) == 0 || visitor(attempt);
  });
}

AttemptFilter who_and_what(const AttemptFilter& filter) {
  AttemptFilter kept;
  kept.learner = filter.learner;
  kept.scenario = filter.scenario;
  return kept;
}

}  // namespace mot
