// When a scenario should be played again: spaced repetition by FSRS-5 [FSRS], a card is a learner
// and a scenario. Implements docs/model.md 7.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "engine/records/attempt.h"

namespace mot {

/// What an attempt says about memory.
enum class Rating : std::uint8_t { again = 1, hard, good, easy };

/// From a score 0 … 100: ≥ 85 easy, ≥ 60 good, ≥ 40 hard, else again (ours).
Rating rating_of(double score);

/// Whether a card is being learned, is known, or was forgotten and is learned again.
enum class CardState : std::uint8_t { learning, review, relearning };

/// One card. Times in seconds since 1970.
struct Card {
  CardState state = CardState::learning;
  /// Which of the steps of a few minutes comes next, in learning and relearning.
  int step = 0;
  /// Days until the chance to remember is .9; 0 before the first review.
  double stability = 0;
  /// 1 … 10.
  double difficulty = 0;
  std::int64_t last = 0;
  std::int64_t due = 0;

  bool seen() const { return stability > 0; }
  friend bool operator==(const Card&, const Card&) = default;
};

/// The card after a review. Example: docs/model.md, "Worked examples".
Card reviewed(const Card& card, Rating rating, std::int64_t now);

/// The chance to remember now; 0 before the first review.
double retrievability(const Card& card, std::int64_t now);

/// Whole days from the last review to the next; 0: the same day.
std::int64_t interval_days(const Card& card);

/// Whether it comes today or should have come before: its day, by UTC, is not after that of `now`,
/// or it comes again on the day of the last review.
bool comes_today(const Card& card, std::int64_t now);

/// The card after all scored attempts of one learner at one scenario, in the order they ended;
/// nothing where there is none.
std::optional<Card> card_of(std::span<const Attempt> attempts);

}  // namespace mot
