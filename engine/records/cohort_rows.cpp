#include "engine/records/cohort_rows.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "engine/base/utc.h"
#include "engine/records/counted.h"

namespace mot {
namespace {

/// The question in the table's numbers.
class Asked {
 public:
  Asked(const SummaryTable& table, const CohortQuestion& question)
      : learner_(wanted(table.learners(), question.learner)),
        group_(wanted(table.groups(), question.group)),
        session_(question.session.empty() ? Wanted() : wanted(table.sessions(), question.session)),
        since_(seconds_of_utc(question.since)),
        before_(seconds_of_utc(question.before)) {}

  bool about(const SummaryRow& row) const {
    return fits(learner_, row.learner) && fits(group_, row.group) && fits(session_, row.session) &&
           (!since_ || row.started >= *since_) && (!before_ || row.started < *before_);
  }

 private:
  /// Nothing: all; a number that no text has: none.
  using Wanted = std::optional<std::uint32_t>;
  static Wanted wanted(const NumberedTexts& texts, const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    return texts.find(*text).value_or(static_cast<std::uint32_t>(texts.size()));
  }
  static bool fits(const Wanted& wanted, std::uint32_t number) {
    return !wanted || *wanted == number;
  }

  Wanted learner_;
  Wanted group_;
  Wanted session_;
  std::optional<std::int64_t> since_;
  std::optional<std::int64_t> before_;
};

double score_of(const SummaryRow& row) { return row.score ? points_of(*row.score) : -1.0; }

/// Leaves to each learner at each scenario the one attempt that counts.
void count_one_each(std::vector<CohortRow>& rows, CountedAttempt rule) {
  std::unordered_map<std::uint64_t, std::size_t> counted;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].counts) continue;
    const SummaryRow& row = *rows[i].row;
    const std::uint64_t key = std::uint64_t{row.learner} << 32U | row.scenario;
    const auto [entry, fresh] = counted.try_emplace(key, i);
    if (fresh) continue;
    const SummaryRow& earlier = *rows[entry->second].row;
    const bool instead =
        counts_instead(rule, row.started, score_of(row), earlier.started, score_of(earlier));
    rows[instead ? entry->second : i].counts = false;
    if (instead) entry->second = i;
  }
}

}  // namespace

CohortRows rows_of(const SummaryTable& table, const CohortQuestion& question) {
  const Asked asked(table, question);
  CohortRows found;
  for (const SummaryRow& row : table.rows()) {
    if (!row.own) {
      if (asked.about(row)) ++found.others;
    } else if (question.counts || asked.about(row)) {
      found.rows.push_back({&row, row.complete});
    }
  }
  std::stable_sort(
      found.rows.begin(), found.rows.end(),
      [](const CohortRow& a, const CohortRow& b) { return a.row->learner < b.row->learner; });
  // The first attempt is the first of all, also where only some days are asked about.
  if (question.counts) {
    count_one_each(found.rows, *question.counts);
    std::erase_if(found.rows, [&](const CohortRow& one) { return !asked.about(*one.row); });
  }
  return found;
}

MomentNumbers::MomentNumbers(const ChoiceNames& choices) {
  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < choices.size(); ++i) {
    const ChoiceName& name = choices.name(i);
    const auto [entry, fresh] =
        numbers.try_emplace({name.scenario, name.moment}, static_cast<std::uint32_t>(names.size()));
    if (fresh) names.push_back(&name);
    of_choice.push_back(entry->second);
  }
}

}  // namespace mot
