// One scenario's moments: what was chosen, how well, how quickly.
#include <algorithm>
#include <cmath>

#include "engine/analysis/item_statistics.h"
#include "engine/records/cohort_rows.h"

namespace mot {
namespace {

constexpr double kHundredths = 100;

/// Pearson's correlation of two lists that are gone through once.
class RunningCorrelation {
 public:
  void add(double a, double b) {
    ++count_;
    const auto n = static_cast<double>(count_);
    const double da = a - mean_a_;
    const double db = b - mean_b_;
    mean_a_ += da / n;
    mean_b_ += db / n;
    squares_a_ += da * (a - mean_a_);
    squares_b_ += db * (b - mean_b_);
    products_ += da * (b - mean_b_);
  }
  std::optional<double> value() const {
    if (count_ < ItemOptions{}.fewest || squares_a_ <= kLeastVariation ||
        squares_b_ <= kLeastVariation) {
      return std::nullopt;
    }
    return products_ / std::sqrt(squares_a_ * squares_b_);
  }

 private:
  std::size_t count_ = 0;
  double mean_a_ = 0;
  double mean_b_ = 0;
  double squares_a_ = 0;
  double squares_b_ = 0;
  double products_ = 0;
};

/// Of one moment.
struct Counts {
  MomentSplit split;
  std::vector<double> seconds;
  double regret = 0;
  std::int64_t regretted = 0;
  RunningCorrelation with_rest;
  /// What was lost here in the attempt that is being added.
  double lost_now = 0;
  bool in_attempt = false;
};

/// One learner's first and latest attempt.
struct Ends {
  const SummaryRow* first = nullptr;
  const SummaryRow* latest = nullptr;

  void add(const SummaryRow& row) {
    if (first == nullptr || row.started < first->started) first = &row;
    if (latest == nullptr || row.started >= latest->started) latest = &row;
  }
};

class Splits {
 public:
  Splits(const SummaryTable& table, const MomentNumbers& moments)
      : table_(table),
        moments_(moments),
        counts_(moments.names.size()),
        all_(table.choices.size()),
        first_(table.choices.size()),
        latest_(table.choices.size()) {}

  void add_attempt(const SummaryRow& row) {
    touched_.clear();
    double lost = 0;
    bool solved = true;
    for (const AnswerSummary& answer : table_.answers(row)) {
      add_answer(answer);
      solved = solved && answer.regret;
      lost += answer.regret.value_or(0) / kHundredths;
    }
    for (Counts* counts : touched_) {
      if (solved) counts->with_rest.add(-counts->lost_now, counts->lost_now - lost);
      counts->lost_now = 0;
      counts->in_attempt = false;
    }
  }

  void add_ends(const Ends& ends) {
    if (ends.first == nullptr) return;
    for (const AnswerSummary& answer : table_.answers(*ends.first)) ++first_[answer.choice];
    for (const AnswerSummary& answer : table_.answers(*ends.latest)) ++latest_[answer.choice];
  }

  std::vector<MomentSplit> result(const std::string& scenario) {
    for (std::uint32_t choice = 0; choice < all_.size(); ++choice) {
      const ChoiceName& name = table_.choices.name(choice);
      if (name.scenario != scenario || all_[choice] == 0) continue;
      counts_[moments_.of_choice[choice]].split.responses.push_back(
          {name.response, all_[choice], first_[choice], latest_[choice]});
    }
    std::vector<MomentSplit> list;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (counts_[i].split.choices > 0) list.push_back(finished(counts_[i], *moments_.names[i]));
    }
    return list;
  }

 private:
  void add_answer(const AnswerSummary& answer) {
    Counts& counts = counts_[moments_.of_choice[answer.choice]];
    if (!counts.in_attempt) touched_.push_back(&counts);
    counts.in_attempt = true;
    ++counts.split.choices;
    ++all_[answer.choice];
    if (answer.timed_out) ++counts.split.timed_out;
    if (answer.time) counts.seconds.push_back(*answer.time / kHundredths);
    if (answer.grade) {
      ++counts.split.graded;
      if (*answer.grade == Grade::best || *answer.grade == Grade::good) ++counts.split.right;
    }
    if (!answer.regret) return;
    counts.regret += *answer.regret / kHundredths;
    counts.lost_now += *answer.regret / kHundredths;
    ++counts.regretted;
  }

  static MomentSplit finished(Counts& counts, const ChoiceName& name) {
    MomentSplit split = std::move(counts.split);
    split.moment = name.moment;
    if (const auto seconds = quartiles(std::move(counts.seconds))) {
      split.median_seconds = seconds->median;
    }
    if (counts.regretted > 0) split.lost = counts.regret / static_cast<double>(counts.regretted);
    split.discrimination = counts.with_rest.value();
    std::stable_sort(split.responses.begin(), split.responses.end(),
                     [](const ResponseSplit& a, const ResponseSplit& b) { return a.all > b.all; });
    return split;
  }

  const SummaryTable& table_;
  const MomentNumbers& moments_;
  /// By moment.
  std::vector<Counts> counts_;
  std::vector<Counts*> touched_;
  /// By choice.
  std::vector<std::int64_t> all_;
  std::vector<std::int64_t> first_;
  std::vector<std::int64_t> latest_;
};

}  // namespace

std::vector<MomentSplit> splits_of(const SummaryTable& table,
                                   std::span<const CohortRow> rows,
                                   const MomentNumbers& moments,
                                   const std::string& scenario) {
  const auto wanted = table.scenarios().find(scenario);
  if (!wanted) return {};
  Splits splits(table, moments);
  Ends ends;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const SummaryRow& row = *rows[i].row;
    if (i > 0 && rows[i - 1].row->learner != row.learner) {
      splits.add_ends(ends);
      ends = {};
    }
    if (row.scenario != *wanted || !row.complete) continue;
    splits.add_attempt(row);
    ends.add(row);
  }
  splits.add_ends(ends);
  return splits.result(scenario);
}

}  // namespace mot
