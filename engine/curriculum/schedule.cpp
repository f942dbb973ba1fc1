#include "engine/curriculum/schedule.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "engine/base/utc.h"

namespace mot {
namespace {

/// The published weights of FSRS-5 [FSRS].
constexpr std::array<double, 19> kWeights{
    0.40255, 1.18385, 3.173, 15.69105, 7.1949, 0.5345, 1.4604, 0.0046,  1.54575, 0.1192,
    1.01925, 1.9395,  0.11,  0.29605,  2.2698, 0.2315, 2.9898, 0.51655, 0.6621};
constexpr double kDecay = -0.5;
constexpr double kFactor = 19.0 / 81.0;
constexpr double kRetention = 0.9;
constexpr std::int64_t kMinute = 60;
constexpr std::array<std::int64_t, 2> kLearningSteps{1 * kMinute, 10 * kMinute};
constexpr std::array<std::int64_t, 1> kRelearningSteps{10 * kMinute};
constexpr double kLongest = 36'500;

double w(std::size_t i) { return kWeights[i]; }
double grade(Rating rating) { return static_cast<double>(rating); }

double first_difficulty(Rating rating) {
  return std::clamp(w(4) - std::exp(w(5) * (grade(rating) - 1)) + 1, 1.0, 10.0);
}

double next_difficulty(double difficulty, Rating rating) {
  const double step = -w(6) * (grade(rating) - 3);
  const double damped = difficulty + step * (10 - difficulty) / 9;
  return std::clamp(w(7) * first_difficulty(Rating::easy) + (1 - w(7)) * damped, 1.0, 10.0);
}

double same_day_stability(double stability, Rating rating) {
  return stability * std::exp(w(17) * (grade(rating) - 3 + w(18)));
}

double recalled_stability(const Card& card, double remembered, Rating rating) {
  const double hard = rating == Rating::hard ? w(15) : 1;
  const double easy = rating == Rating::easy ? w(16) : 1;
  return card.stability *
         (1 + std::exp(w(8)) * (11 - card.difficulty) * std::pow(card.stability, -w(9)) *
                  (std::exp(w(10) * (1 - remembered)) - 1) * hard * easy);
}

double forgotten_stability(const Card& card, double remembered) {
  const double later = w(11) * std::pow(card.difficulty, -w(12)) *
                       (std::pow(card.stability + 1, w(13)) - 1) *
                       std::exp(w(14) * (1 - remembered));
  return std::min(later, card.stability / std::exp(w(17) * w(18)));
}

/// Stability and difficulty after a review; the state and the due date come after.
void remember(Card& card, Rating rating, std::int64_t now) {
  if (!card.seen()) {
    card.stability = w(static_cast<std::size_t>(rating) - 1);
    card.difficulty = first_difficulty(rating);
    return;
  }
  const double remembered = retrievability(card, now);
  if ((now - card.last) / kSecondsADay < 1) {
    card.stability = same_day_stability(card.stability, rating);
  } else if (rating == Rating::again) {
    card.stability = forgotten_stability(card, remembered);
  } else {
    card.stability = recalled_stability(card, remembered, rating);
  }
  card.difficulty = next_difficulty(card.difficulty, rating);
}

/// Known: the next review when the chance to remember has fallen to .9.
void put_into_review(Card& card, std::int64_t now) {
  const double days = card.stability / kFactor * (std::pow(kRetention, 1 / kDecay) - 1);
  card.state = CardState::review;
  card.step = 0;
  card.due = now + kSecondsADay * std::llround(std::clamp(std::round(days), 1.0, kLongest));
}

/// One of the steps of a few minutes.
template <std::size_t N>
void take_step(Card& card,
               Rating rating,
               std::int64_t now,
               const std::array<std::int64_t, N>& steps) {
  const auto last = static_cast<int>(N) - 1;
  if (rating == Rating::easy || (rating == Rating::good && card.step >= last)) {
    return put_into_review(card, now);
  }
  if (rating == Rating::again) card.step = 0;
  if (rating == Rating::good) ++card.step;
  std::int64_t wait = steps[static_cast<std::size_t>(card.step)];
  if (rating == Rating::hard && card.step == 0) {
    wait = N == 1 ? steps[0] * 3 / 2 : (steps[0] + steps[N - 1]) / 2;
  }
  card.due = now + wait;
}

}  // namespace

Rating rating_of(double score) {
  if (score >= 85) return Rating::easy;
  if (score >= 60) return Rating::good;
  return score >= 40 ? Rating::hard : Rating::again;
}

double retrievability(const Card& card, std::int64_t now) {
  if (!card.seen()) return 0;
  const auto days =
      static_cast<double>(std::max<std::int64_t>(0, (now - card.last) / kSecondsADay));
  return std::pow(1 + kFactor * days / card.stability, kDecay);
}

Card reviewed(const Card& card, Rating rating, std::int64_t now) {
  Card next = card;
  remember(next, rating, now);
  next.last = now;
  switch (card.state) {
    case CardState::learning: take_step(next, rating, now, kLearningSteps); break;
    case CardState::relearning: take_step(next, rating, now, kRelearningSteps); break;
    case CardState::review:
      if (rating != Rating::again) {
        put_into_review(next, now);
      } else {
        next.state = CardState::relearning;
        next.step = 0;
        next.due = now + kRelearningSteps[0];
      }
  }
  return next;
}

std::int64_t interval_days(const Card& card) { return (card.due - card.last) / kSecondsADay; }

bool comes_today(const Card& card, std::int64_t now) {
  return card.due / kSecondsADay <= now / kSecondsADay || interval_days(card) == 0;
}

std::optional<Card> card_of(std::span<const Attempt> attempts) {
  std::vector<std::pair<std::int64_t, double>> scores;
  for (const Attempt& attempt : attempts) {
    const Playthrough& play = attempt.play;
    const auto when = seconds_of_utc(play.ended.empty() ? play.started : play.ended);
    if (when && attempt.score && attempt.score->score) {
      scores.emplace_back(*when, *attempt.score->score);
    }
  }
  if (scores.empty()) return std::nullopt;
  std::stable_sort(scores.begin(), scores.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  Card card;
  for (const auto& [when, score] : scores) card = reviewed(card, rating_of(score), when);
  return card;
}

}  // namespace mot
