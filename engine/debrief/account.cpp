#include "engine/debrief/account.h"

#include <algorithm>
#include <cmath>

namespace mot {
namespace {

constexpr std::size_t kMostTurningPoints = 3;
/// Values are doubles equal within this (docs/model.md 6), in hundredths.
constexpr double kExact = 1e-7;

/// Rounded levels, one after the other: their differences add up to the whole, and what is nothing
/// stays nothing.
class Levels {
 public:
  explicit Levels(double start) : exact_(start), shown_(std::lround(start)) {}

  int shown() const { return static_cast<int>(shown_); }

  /// Goes to the next level and returns the difference.
  int move_to(double level) {
    if (std::fabs(level - exact_) <= kExact) return 0;
    const long before = shown_;
    exact_ = level;
    shown_ = std::lround(level);
    return static_cast<int>(shown_ - before);
  }

 private:
  double exact_;
  long shown_;
};

bool is_decisive(const MomentScore& moment) {
  return moment.grade && *moment.grade != Grade::best && *moment.grade != Grade::good;
}

std::vector<std::size_t> turning_points(const Account& account, const Scorecard& card) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < account.steps.size(); ++i) {
    if (account.steps[i].choice < 0 && is_decisive(card.moments[i])) found.push_back(i);
  }
  std::stable_sort(found.begin(), found.end(), [&account](std::size_t a, std::size_t b) {
    return account.steps[a].choice < account.steps[b].choice;
  });
  if (found.size() > kMostTurningPoints) found.resize(kMostTurningPoints);
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

Account account_of(const SolvedPlay& play, const Scorecard& card) {
  Account account;
  Levels levels(play.start);
  account.best = levels.shown();
  account.complete = card.complete;
  // Fate before the first choice is part of that choice's luck, so its regret is counted from
  // where fate put it.
  double opening_luck = play.choices.empty() ? 0 : play.choices.front().before - play.start;
  for (const SolvedChoice& choice : play.choices) {
    AccountStep step;
    step.choice = levels.move_to(choice.expected - opening_luck);
    step.level_after_choice = levels.shown();
    step.luck = levels.move_to(choice.after);
    step.level_after_luck = levels.shown();
    account.lost += step.choice;
    account.luck += step.luck;
    account.steps.push_back(step);
    opening_luck = 0;
  }
  account.reached = levels.shown();
  account.turning_points = turning_points(account, card);
  return account;
}

}  // namespace mot
