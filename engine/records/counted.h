// Which of a learner's attempts at a scenario counts: a trainer's choice.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "engine/records/attempt.h"
#include "engine/records/store.h"
#include "engine/scenario/course.h"

namespace mot {

/// Whether a play, or its summary, is its learner's own: neither a room's nor played on from a
/// choice of another play.
template <class Play>
bool is_own(const Play& play) {
  return !play.room && !play.what_if;
}

/// Whether a play can count for its learner: it is their own and reached an ending.
bool counts_for_learner(const Playthrough& play);

/// Whether an attempt counts instead of one that came in before it. `later` and `earlier`: when
/// they were started; a score of −1: none.
template <class Time>
bool counts_instead(CountedAttempt rule,
                    const Time& later,
                    double later_score,
                    const Time& earlier,
                    double earlier_score) {
  switch (rule) {
    case CountedAttempt::first: return later < earlier;
    case CountedAttempt::last: return later >= earlier;
    case CountedAttempt::best: return later_score > earlier_score;
  }
  return false;
}

/// The places, in order, of the attempts that count: of each learner at each scenario the first or
/// the last by start, or the one with the highest score (the earlier among equals; one without a
/// score is lower than any). Those that count for nobody are left out.
std::vector<std::size_t> counted_attempts(std::span<const Attempt> attempts, CountedAttempt rule);

/// Shows attempts that match, as Store::visit does.
using VisitAttempts = std::function<Result<bool>(const AttemptFilter&, const Store::Visitor&)>;

/// Shows those of the attempts that match which count. Which these are is found among all of a
/// learner at a scenario: the first attempt is the first of all, also where the filter asks about
/// later days, one group or one session.
Result<bool> visit_counted(const VisitAttempts& visit,
                           const AttemptFilter& filter,
                           CountedAttempt rule,
                           const Store::Visitor& visitor);

/// What a filter says about learner and scenario: what it matches besides decides nothing about
/// which attempt counts.
AttemptFilter who_and_what(const AttemptFilter& filter);

}  // namespace mot
