#include "engine/records/cohort.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "engine/base/utc.h"
#include "engine/customer/satisfaction.h"
#include "engine/records/cohort_rows.h"

namespace mot {
namespace {

constexpr double kNormal95 = 1.96;
constexpr double kPoints = 100;

void count(NpsCounts& counts, int recommend) {
  switch (category_of(recommend)) {
    case Category::promoter: ++counts.promoters; break;
    case Category::passive: ++counts.passives; break;
    case Category::detractor: ++counts.detractors; break;
  }
}

/// The first day of the week of a time, in days since 1970.
std::int64_t monday_of(std::int64_t seconds) {
  // The first of January 1970 was a Thursday.
  constexpr std::int64_t kThursday = 3;
  constexpr std::int64_t kWeek = 7;
  const auto floor_of = [](std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); };
  const std::int64_t day = floor_of(seconds, kSecondsADay);
  return floor_of(day + kThursday, kWeek) * kWeek - kThursday;
}

/// Adds the rows up, learner by learner.
class CohortCount {
 public:
  CohortCount(const SummaryTable& table, const CohortQuestion& question)
      : table_(table),
        question_(question),
        rows_(rows_of(table, question)),
        moments_(table.choices),
        effects_(moments_.names.size()),
        losses_(moments_.names.size()) {}

  Cohort result() {
    cohort_.uncounted = rows_.others;
    std::span<const CohortRow> rest(rows_.rows);
    for (const CohortRow& row : rest) scenarios_.insert(row.row->scenario);
    cohort_.scenarios = scenarios_.size();
    while (!rest.empty()) {
      const std::uint32_t learner = rest.front().row->learner;
      const auto end = std::find_if(rest.begin(), rest.end(), [&](const CohortRow& row) {
        return row.row->learner != learner;
      });
      const auto own = rest.first(static_cast<std::size_t>(end - rest.begin()));
      add_learner(own);
      rest = rest.subspan(own.size());
    }
    finish();
    return std::move(cohort_);
  }

 private:
  struct Effect {
    std::int64_t answers = 0;
    std::int64_t sum = 0;
    std::int64_t squares = 0;
  };
  struct Loss {
    std::int64_t regret = 0;
    std::int64_t choices = 0;
  };
  /// The best score at a scenario: of all attempts, and of those that count.
  struct Best {
    std::optional<std::int32_t> of_all;
    std::optional<std::int32_t> counted;
  };

  void add_learner(std::span<const CohortRow> own) {
    Trainee trainee;
    trainee.name = table_.learners().text(own.front().row->learner);
    trainee.attempts = own.size();
    std::map<std::uint32_t, Best> bests;
    std::vector<std::pair<std::int64_t, double>> scores;
    bool finished = false;
    for (const CohortRow& row : own) {
      Best& best = bests[row.row->scenario];
      if (row.counts) {
        add_attempt(*row.row);
      } else {
        ++cohort_.uncounted;
      }
      if (!row.row->complete) continue;
      finished = true;
      add_losses(*row.row);
      if (!row.row->score) continue;
      scores.emplace_back(row.row->started, points_of(*row.row->score));
      best.of_all = std::max(best.of_all, row.row->score);
      if (row.counts) best.counted = std::max(best.counted, row.row->score);
    }
    add_scores(trainee, bests);
    add_trend(trainee, scores);
    add_weakest(trainee);
    add_to_funnel(trainee, finished);
    cohort_.trainees.push_back(std::move(trainee));
  }

  void add_attempt(const SummaryRow& row) {
    ++cohort_.attempts;
    if (row.started != SummaryTable::kNoTime) {
      first_ = first_ ? std::min(*first_, row.started) : row.started;
      last_ = last_ ? std::max(*last_, row.started) : row.started;
    }
    if (!row.recommend) return;
    count(cohort_.answers, *row.recommend);
    count(groups_[row.group], *row.recommend);
    if (row.started != SummaryTable::kNoTime) count(weeks_[monday_of(row.started)], *row.recommend);
    // A moment that comes twice in an encounter has one effect on its answer.
    touched_.clear();
    for (const AnswerSummary& answer : table_.answers(row)) {
      if (!answer.moved) continue;
      const std::uint32_t moment = moments_.of_choice[answer.choice];
      const auto same = std::find_if(touched_.begin(), touched_.end(),
                                     [&](const auto& one) { return one.first == moment; });
      if (same == touched_.end()) {
        touched_.emplace_back(moment, *answer.moved);
      } else {
        same->second += *answer.moved;
      }
    }
    for (const auto& [moment, moved] : touched_) {
      Effect& effect = effects_[moment];
      ++effect.answers;
      effect.sum += moved;
      effect.squares += moved * moved;
    }
  }

  void add_losses(const SummaryRow& row) {
    for (const AnswerSummary& answer : table_.answers(row)) {
      if (!answer.regret) continue;
      const std::uint32_t moment = moments_.of_choice[answer.choice];
      Loss& loss = losses_[moment];
      if (loss.choices == 0) lost_in_.push_back(moment);
      loss.regret += *answer.regret;
      ++loss.choices;
    }
  }

  void add_scores(Trainee& trainee, const std::map<std::uint32_t, Best>& bests) const {
    trainee.scenarios = bests.size();
    double sum = 0;
    int scored = 0;
    for (const auto& [scenario, best] : bests) {
      if (best.of_all && points_of(*best.of_all) >= question_.pass) ++trainee.passed;
      if (!best.counted) continue;
      sum += points_of(*best.counted);
      ++scored;
    }
    if (scored > 0) trainee.score = sum / scored;
  }

  static void add_trend(Trainee& trainee, std::vector<std::pair<std::int64_t, double>>& scores) {
    std::stable_sort(scores.begin(), scores.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    const std::size_t from = scores.size() - std::min(scores.size(), kTrend);
    for (std::size_t i = from; i < scores.size(); ++i) trainee.trend.push_back(scores[i].second);
  }

  /// Takes what was lost back to nothing, for the next learner.
  void add_weakest(Trainee& trainee) {
    double most = 0;
    for (const std::uint32_t moment : lost_in_) {
      const Loss loss = std::exchange(losses_[moment], {});
      const double mean = static_cast<double>(loss.regret) / static_cast<double>(loss.choices);
      if (mean <= most) continue;
      most = mean;
      trainee.weakest_scenario = moments_.names[moment]->scenario;
      trainee.weakest_moment = moments_.names[moment]->moment;
    }
    lost_in_.clear();
  }

  void add_to_funnel(const Trainee& trainee, bool finished) {
    ++cohort_.funnel.started;
    if (finished) ++cohort_.funnel.finished;
    if (trainee.passed > 0) ++cohort_.funnel.passed_one;
    if (trainee.passed > 0 && trainee.passed == scenarios_.size()) ++cohort_.funnel.passed_all;
  }

  void finish() {
    if (first_) cohort_.from = day_of(*first_);
    if (last_) cohort_.to = day_of(*last_);
    for (const auto& [monday, answers] : weeks_) {
      cohort_.weeks.push_back({day_of(monday * kSecondsADay), answers});
    }
    for (const auto& [group, answers] : groups_) {
      cohort_.groups.push_back({table_.groups().text(group), answers});
    }
    std::sort(cohort_.groups.begin(), cohort_.groups.end(),
              [](const AnswersOf& a, const AnswersOf& b) { return a.name < b.name; });
    std::sort(cohort_.trainees.begin(), cohort_.trainees.end(),
              [](const Trainee& a, const Trainee& b) { return a.name < b.name; });
    add_effects();
    cohort_.scenario = question_.scenario;
    cohort_.moments = splits_of(table_, rows_.rows, moments_, question_.scenario);
  }

  void add_effects() {
    const std::int64_t customers = cohort_.answers.customers();
    if (customers < kFewestForNps) return;
    const auto all = static_cast<double>(customers);
    for (std::size_t moment = 0; moment < effects_.size(); ++moment) {
      const Effect& effect = effects_[moment];
      if (effect.answers == 0) continue;
      // Over all answers: an encounter without the moment was not moved by it.
      const double mean = static_cast<double>(effect.sum) / all;
      const double variance = static_cast<double>(effect.squares) / all - mean * mean;
      const double error = std::sqrt(std::max(variance, 0.0) / all);
      const ChoiceName& name = *moments_.names[moment];
      cohort_.effects.push_back({name.scenario, name.moment, effect.answers, kPoints * mean,
                                 kPoints * kNormal95 * error});
    }
    std::stable_sort(
        cohort_.effects.begin(), cohort_.effects.end(),
        [](const MomentEffect& a, const MomentEffect& b) { return a.effect > b.effect; });
  }

  const SummaryTable& table_;
  const CohortQuestion& question_;
  CohortRows rows_;
  MomentNumbers moments_;
  Cohort cohort_;
  std::optional<std::int64_t> first_;
  std::optional<std::int64_t> last_;
  std::map<std::int64_t, NpsCounts> weeks_;
  std::map<std::uint32_t, NpsCounts> groups_;
  /// Scenarios that somebody has played.
  std::set<std::uint32_t> scenarios_;
  /// By moment.
  std::vector<Effect> effects_;
  std::vector<Loss> losses_;
  /// Moments of one attempt, and by how much they moved it.
  std::vector<std::pair<std::uint32_t, int>> touched_;
  /// Moments in which the learner lost something, or could have.
  std::vector<std::uint32_t> lost_in_;
};

}  // namespace

std::vector<MomentEffect> largest_effects(std::vector<MomentEffect> effects, std::size_t most) {
  std::stable_sort(effects.begin(), effects.end(), [](const auto& a, const auto& b) {
    return std::abs(a.effect) > std::abs(b.effect);
  });
  if (effects.size() > most) effects.resize(most);
  std::stable_sort(effects.begin(), effects.end(),
                   [](const auto& a, const auto& b) { return a.effect > b.effect; });
  return effects;
}

Cohort cohort_of(const SummaryTable& table, const CohortQuestion& question) {
  return CohortCount(table, question).result();
}

}  // namespace mot
