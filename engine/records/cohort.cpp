#include "engine/records/cohort.h"

#include <algorithm>
#include <cmath>

#include "engine/base/utc.h"
#include "engine/records/counted.h"

namespace mot {
namespace {

constexpr std::size_t kDay = 10;
constexpr int kPromoter = 9;
constexpr int kPassive = 7;
constexpr double kNormal95 = 1.96;
constexpr double kPoints = 100;

/// What an answer adds to an NPS: 1, 0 or −1.
int weight_of(int recommend) { return recommend >= kPromoter ? 1 : recommend >= kPassive ? 0 : -1; }

void count(NpsCounts& counts, int recommend) {
  switch (weight_of(recommend)) {
    case 1: ++counts.promoters; break;
    case 0: ++counts.passives; break;
    default: ++counts.detractors; break;
  }
}

std::string moment_of(const PlayedChoice& choice) {
  return choice.choice.substr(0, choice.choice.find('.'));
}

std::string response_of(const PlayedChoice& choice) {
  return choice.choice.substr(choice.choice.find('.') + 1);
}

std::vector<AnswersOf> listed(const std::map<std::string, NpsCounts>& counts) {
  std::vector<AnswersOf> list;
  for (const auto& [name, answers] : counts) list.push_back({name, answers});
  return list;
}

std::optional<double> median(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

}  // namespace

std::string week_of(const std::string& time) {
  const auto seconds = seconds_of_utc(time);
  if (!seconds) return {};
  // The first of January 1970 was a Thursday.
  constexpr std::int64_t kThursday = 3;
  constexpr std::int64_t kWeek = 7;
  const std::int64_t day = *seconds / kSecondsADay;
  const std::int64_t weekday = ((day + kThursday) % kWeek + kWeek) % kWeek;
  return utc_of_seconds((day - weekday) * kSecondsADay).substr(0, kDay);
}

void CohortTally::add(const Attempt& attempt) {
  if (attempt.play.room || attempt.play.what_if) {
    ++cohort_.uncounted;
    return;
  }
  add_person(attempt);
  if (!counts_for_learner(attempt.play)) {
    ++cohort_.uncounted;
    return;
  }
  ++cohort_.attempts;
  const std::string day = attempt.play.started.substr(0, kDay);
  if (!day.empty()) {
    if (cohort_.from.empty() || day < cohort_.from) cohort_.from = day;
    cohort_.to = std::max(cohort_.to, day);
  }
  add_answer(attempt);
  if (attempt.play.scenario == scenario_) add_splits(attempt);
}

void CohortTally::add_answer(const Attempt& attempt) {
  if (!attempt.score || !attempt.score->recommend) return;
  const int recommend = *attempt.score->recommend;
  count(cohort_.answers, recommend);
  count(groups_[attempt.group], recommend);
  if (const std::string week = week_of(attempt.play.started); !week.empty()) {
    count(weeks_[week], recommend);
  }
  add_effects(attempt);
}

void CohortTally::add_effects(const Attempt& attempt) {
  const AttemptScore& score = *attempt.score;
  // A moment that comes twice in an encounter has one effect on its answer.
  std::map<std::string, std::int64_t> sums;
  const std::size_t choices = std::min(attempt.play.choices.size(), score.choices.size());
  for (std::size_t i = 0; i < choices; ++i) {
    if (!score.choices[i].recommend_if_met) continue;
    sums[moment_of(attempt.play.choices[i])] +=
        weight_of(*score.recommend) - weight_of(*score.choices[i].recommend_if_met);
  }
  for (const auto& [moment, sum] : sums) {
    Effect& effect = effects_[{attempt.play.scenario, moment}];
    ++effect.answers;
    effect.sum += sum;
    effect.squares += sum * sum;
  }
}

void CohortTally::add_person(const Attempt& attempt) {
  const Playthrough& play = attempt.play;
  Person& person = people_[play.learner];
  ++person.attempts;
  scenarios_.insert(play.scenario);
  std::optional<double>& best = person.best[play.scenario];
  if (!play.complete) return;
  person.finished = true;
  if (!attempt.score) return;
  if (const auto score = attempt.score->score) {
    person.scores.emplace_back(play.started, *score);
    best = std::max(best.value_or(0), *score);
  }
  const std::size_t choices = std::min(play.choices.size(), attempt.score->choices.size());
  for (std::size_t i = 0; i < choices; ++i) {
    const auto& regret = attempt.score->choices[i].regret;
    if (!regret) continue;
    Loss& loss = person.losses[{play.scenario, moment_of(play.choices[i])}];
    loss.regret += *regret;
    ++loss.choices;
  }
}

void CohortTally::add_splits(const Attempt& attempt) {
  const Playthrough& play = attempt.play;
  std::vector<std::string> taken;
  for (std::size_t i = 0; i < play.choices.size(); ++i) {
    const PlayedChoice& choice = play.choices[i];
    const std::string moment = moment_of(choice);
    const auto [entry, fresh] = splits_.try_emplace(moment);
    Split& split = entry->second;
    if (fresh) {
      split.order = splits_.size();
      split.counts.moment = moment;
    }
    ++split.counts.choices;
    ++split.all[response_of(choice)];
    if (choice.timed_out) ++split.counts.timed_out;
    if (choice.seconds >= 0) split.seconds.push_back(choice.seconds);
    if (attempt.score && i < attempt.score->choices.size() && attempt.score->choices[i].grade) {
      const Grade grade = *attempt.score->choices[i].grade;
      ++split.counts.graded;
      if (grade == Grade::best || grade == Grade::good) ++split.counts.right;
    }
    taken.push_back(choice.choice);
  }
  Ends& ends = ends_[play.learner];
  if (ends.first.empty() || play.started < ends.first_started) {
    ends.first_started = play.started;
    ends.first = taken;
  }
  if (ends.latest.empty() || play.started >= ends.latest_started) {
    ends.latest_started = play.started;
    ends.latest = taken;
  }
}

Cohort CohortTally::result() const {
  Cohort cohort = cohort_;
  cohort.weeks = listed(weeks_);
  cohort.groups = listed(groups_);
  cohort.effects = effects();
  cohort.funnel = funnel();
  for (const auto& [name, person] : people_) cohort.trainees.push_back(trainee(name, person));
  cohort.scenario = scenario_;
  cohort.moments = splits();
  return cohort;
}

std::vector<MomentEffect> CohortTally::effects() const {
  std::vector<MomentEffect> list;
  const std::int64_t customers = cohort_.answers.customers();
  if (customers < kFewestForNps) return list;
  const auto all = static_cast<double>(customers);
  for (const auto& [key, effect] : effects_) {
    // Over all answers: an encounter without the moment was not moved by it.
    const double mean = static_cast<double>(effect.sum) / all;
    const double variance = static_cast<double>(effect.squares) / all - mean * mean;
    const double error = std::sqrt(std::max(variance, 0.0) / all);
    list.push_back(
        {key.first, key.second, effect.answers, kPoints * mean, kPoints * kNormal95 * error});
  }
  std::stable_sort(list.begin(), list.end(), [](const MomentEffect& a, const MomentEffect& b) {
    return a.effect > b.effect;
  });
  return list;
}

Funnel CohortTally::funnel() const {
  Funnel funnel;
  for (const auto& [name, person] : people_) {
    const auto passed = static_cast<std::size_t>(
        std::count_if(person.best.begin(), person.best.end(),
                      [&](const auto& best) { return best.second && *best.second >= pass_; }));
    ++funnel.started;
    if (person.finished) ++funnel.finished;
    if (passed > 0) ++funnel.passed_one;
    if (passed > 0 && passed == scenarios_.size()) ++funnel.passed_all;
  }
  return funnel;
}

Trainee CohortTally::trainee(const std::string& name, const Person& person) const {
  Trainee trainee;
  trainee.name = name;
  trainee.attempts = person.attempts;
  trainee.scenarios = person.best.size();
  double sum = 0;
  int scored = 0;
  for (const auto& [scenario, best] : person.best) {
    if (!best) continue;
    sum += *best;
    ++scored;
  }
  if (scored > 0) trainee.score = sum / scored;
  auto scores = person.scores;
  std::stable_sort(scores.begin(), scores.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  const std::size_t from = scores.size() - std::min(scores.size(), kTrend);
  for (std::size_t i = from; i < scores.size(); ++i) trainee.trend.push_back(scores[i].second);
  double most = 0;
  for (const auto& [key, loss] : person.losses) {
    const double mean = loss.regret / static_cast<double>(loss.choices);
    if (mean <= most) continue;
    most = mean;
    trainee.weakest_scenario = key.first;
    trainee.weakest_moment = key.second;
  }
  return trainee;
}

std::vector<MomentSplit> CohortTally::splits() const {
  std::map<std::string, ResponseSplit> ends;
  for (const auto& [learner, end] : ends_) {
    for (const std::string& choice : end.first) ++ends[choice].first;
    for (const std::string& choice : end.latest) ++ends[choice].latest;
  }
  std::vector<std::pair<std::size_t, MomentSplit>> ordered;
  for (const auto& [moment, split] : splits_) {
    MomentSplit counts = split.counts;
    counts.median_seconds = median(split.seconds);
    for (const auto& [response, all] : split.all) {
      const ResponseSplit& end = ends[moment + '.' + response];
      counts.responses.push_back({response, all, end.first, end.latest});
    }
    std::stable_sort(counts.responses.begin(), counts.responses.end(),
                     [](const ResponseSplit& a, const ResponseSplit& b) { return a.all > b.all; });
    ordered.emplace_back(split.order, std::move(counts));
  }
  std::sort(ordered.begin(), ordered.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<MomentSplit> list;
  for (auto& [order, counts] : ordered) list.push_back(std::move(counts));
  return list;
}

}  // namespace mot
