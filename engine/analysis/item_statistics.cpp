#include "engine/analysis/item_statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "engine/analysis/solved_play.h"

namespace mot {
namespace {

// All ours.
constexpr double kStrongShare = 0.25;
constexpr double kTooEasy = 0.95;
constexpr double kNothing = 1e-7;  // hundredths

// One choice of one play.
struct Made {
  std::size_t play = 0;
  ResponseIndex response = kNone;
  std::vector<ResponseIndex> offers;
  double seconds = -1;
  bool timed_out = false;
  // With an exact solution: cost in points, credit where something could be lost.
  std::optional<double> regret;
  std::optional<double> credit;
  double chance_credit = 0;
};

// One play as a whole.
struct Played {
  bool complete = false;
  std::optional<double> score;
  // Cost of all its choices; nothing without an exact solution.
  std::optional<double> regret;
};

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

std::optional<double> mean_or_nothing(const std::vector<double>& values) {
  if (values.empty()) return std::nullopt;
  return mean(values);
}

void value_choice(const SolvedChoice& choice, Made& made) {
  made.regret = std::max(0.0, choice.before - choice.expected) / 100;
  double low = choice.expected;
  double high = choice.expected;
  double sum = 0;
  for (const OptionValue& option : choice.options) {
    low = std::min(low, option.value);
    high = std::max(high, option.value);
    sum += option.value;
  }
  if (high - low <= kNothing || choice.options.empty()) return;
  made.credit = (choice.expected - low) / (high - low);
  made.chance_credit = (sum / static_cast<double>(choice.options.size()) - low) / (high - low);
}

class Counter {
 public:
  Counter(Solution& solution, std::span<const Session> sessions, const ItemOptions& options)
      : solution_(solution), scenario_(solution.program().scenario()), options_(options) {
    const auto best = solution.start_value(Aim::best);
    const auto worst = solution.start_value(Aim::worst);
    if (best && worst) range_ = (*best - *worst) / 100;
    for (const Session& session : sessions) take(session);
  }

  ItemStatistics count() {
    ItemStatistics out;
    out.plays = plays_.size();
    std::vector<double> scores;
    for (const Played& play : plays_) {
      if (play.complete) ++out.complete;
      if (play.score) scores.push_back(*play.score);
    }
    out.score = mean_or_nothing(scores);
    for (const auto& [moment, choices] : made_) {
      out.moments.push_back(statistics_of(moment, choices));
      warn(out.moments.back(), choices, out.warnings);
    }
    return out;
  }

 private:
  void take(const Session& session) {
    const std::optional<SolvedPlay> solved = solved_play(solution_, session);
    const Scorecard card = score(session, solved ? &solved->session : nullptr);
    Played played;
    played.complete = card.complete;
    played.score = card.score;
    if (solved) played.regret = 0;
    for (std::size_t i = 0; i < session.turns().size(); ++i) {
      const Turn& turn = session.turns()[i];
      Made made;
      made.play = plays_.size();
      made.response = turn.response;
      made.offers = turn.offers;
      made.seconds = turn.seconds;
      made.timed_out = turn.timed_out;
      if (solved) {
        value_choice(solved->choices[i], made);
        *played.regret += *made.regret;
      }
      made_[scenario_.responses[static_cast<std::size_t>(turn.response)].moment].push_back(
          std::move(made));
    }
    plays_.push_back(played);
  }

  // What a complete play did here and elsewhere: its first choice, its mean credit, and the score
  // of the rest.
  struct Compared {
    const Made* first = nullptr;
    std::optional<double> credit;
    double rest = 0;
  };
  std::vector<Compared> compare(const std::vector<Made>& choices) const {
    std::vector<Compared> out;
    if (range_ <= 0) return out;
    for (std::size_t i = 0; i < choices.size();) {
      const std::size_t play = choices[i].play;
      Compared compared;
      compared.first = &choices[i];
      double here = 0;
      std::vector<double> credits;
      for (; i < choices.size() && choices[i].play == play; ++i) {
        here += choices[i].regret.value_or(0);
        if (choices[i].credit) credits.push_back(*choices[i].credit);
      }
      if (!plays_[play].complete || !plays_[play].regret) continue;
      compared.credit = mean_or_nothing(credits);
      compared.rest = 100 * (1 - (*plays_[play].regret - here) / range_);
      out.push_back(compared);
    }
    return out;
  }

  MomentStatistics statistics_of(MomentIndex moment, const std::vector<Made>& choices) const {
    MomentStatistics out;
    out.moment = moment;
    out.choices = choices.size();
    std::vector<double> credits;
    std::vector<double> by_chance;
    std::vector<double> regrets;
    std::vector<double> seconds;
    std::size_t best = 0;
    for (std::size_t i = 0; i < choices.size(); ++i) {
      const Made& made = choices[i];
      if (i == 0 || made.play != choices[i - 1].play) ++out.plays;
      if (made.timed_out) ++out.timed_out;
      if (made.seconds >= 0 && !made.timed_out) seconds.push_back(made.seconds);
      if (!made.credit) continue;
      credits.push_back(*made.credit);
      by_chance.push_back(made.chance_credit);
      regrets.push_back(*made.regret);
      if (*made.regret * 100 <= kNothing) ++best;
    }
    out.credit = mean_or_nothing(credits);
    out.chance_credit = mean_or_nothing(by_chance);
    out.regret = mean_or_nothing(regrets);
    if (!credits.empty())
      out.best_share = static_cast<double>(best) / static_cast<double>(credits.size());
    out.seconds = quartiles(std::move(seconds));
    count_responses(moment, choices, out);
    correlate(choices, out);
    return out;
  }

  void count_responses(MomentIndex moment,
                       const std::vector<Made>& choices,
                       MomentStatistics& out) const {
    const Range range = scenario_.moments[static_cast<std::size_t>(moment)].responses;
    for (std::uint32_t i = 0; i < range.count; ++i) {
      ResponseStatistics response;
      response.response = static_cast<ResponseIndex>(range.first + i);
      for (const Made& made : choices) {
        if (made.response == response.response) ++response.chosen;
        if (std::find(made.offers.begin(), made.offers.end(), response.response) !=
            made.offers.end())
          ++response.offered;
      }
      out.responses.push_back(response);
    }
  }

  void correlate(const std::vector<Made>& choices, MomentStatistics& out) const {
    const std::vector<Compared> compared = compare(choices);
    std::vector<double> credits;
    std::vector<double> rests;
    for (const Compared& play : compared) {
      if (!play.credit) continue;
      credits.push_back(*play.credit);
      rests.push_back(play.rest);
    }
    out.correlated = credits.size();
    if (credits.size() >= options_.fewest) out.discrimination = correlation(credits, rests);
    for (ResponseStatistics& response : out.responses) {
      std::vector<double> chosen;
      std::vector<double> rest;
      for (const Compared& play : compared) {
        const auto& offers = play.first->offers;
        if (std::find(offers.begin(), offers.end(), response.response) == offers.end()) continue;
        chosen.push_back(play.first->response == response.response ? 1 : 0);
        rest.push_back(play.rest);
      }
      if (chosen.size() >= options_.fewest) response.discrimination = correlation(chosen, rest);
    }
  }

  // The response that strong players choose against the best, or none.
  ResponseIndex preferred_by_the_strong(const std::vector<Made>& choices) const {
    std::vector<Compared> compared = compare(choices);
    std::erase_if(compared, [](const Compared& play) { return !play.first->credit; });
    if (compared.size() < options_.fewest) return kNone;
    std::vector<double> rests;
    rests.reserve(compared.size());
    for (const Compared& play : compared) rests.push_back(play.rest);
    std::sort(rests.rbegin(), rests.rend());
    const auto strong =
        static_cast<std::size_t>(std::ceil(kStrongShare * static_cast<double>(rests.size())));
    std::size_t best = 0;
    std::map<ResponseIndex, std::size_t> others;
    for (const Compared& play : compared) {
      if (play.rest < rests[strong - 1]) continue;
      if (*play.first->regret * 100 <= kNothing) {
        ++best;
      } else {
        ++others[play.first->response];
      }
    }
    ResponseIndex found = kNone;
    for (const auto& [response, count] : others) {
      if (count > best && (found == kNone || count > others[found])) found = response;
    }
    return found;
  }

  void warn(const MomentStatistics& moment,
            const std::vector<Made>& choices,
            std::vector<ItemWarning>& warnings) const {
    using Kind = ItemWarning::Kind;
    if (const ResponseIndex other = preferred_by_the_strong(choices); other != kNone)
      warnings.push_back({Kind::strong_prefer_other, moment.moment, other});
    for (const ResponseStatistics& response : moment.responses) {
      if (response.chosen == 0 && response.offered >= options_.fewest)
        warnings.push_back({Kind::never_chosen, moment.moment, response.response});
    }
    if (moment.plays < options_.fewest) return;
    if (moment.credit && *moment.credit >= kTooEasy)
      warnings.push_back({Kind::too_easy, moment.moment, kNone});
    if (moment.credit && *moment.credit < *moment.chance_credit)
      warnings.push_back({Kind::below_chance, moment.moment, kNone});
    if (moment.discrimination && moment.correlated > 1 &&
        *moment.discrimination < -1 / std::sqrt(static_cast<double>(moment.correlated - 1)))
      warnings.push_back({Kind::negative_discrimination, moment.moment, kNone});
  }

  Solution& solution_;
  const Scenario& scenario_;
  const ItemOptions& options_;
  // Of satisfaction, in points; 0: not known.
  double range_ = 0;
  std::vector<Played> plays_;
  // Those of one play together, in order.
  std::map<MomentIndex, std::vector<Made>> made_;
};

// Where a share of the values lies below, between the two nearest.
double at_share(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  if (below + 1 == sorted.size()) return sorted[below];
  const double part = place - static_cast<double>(below);
  return sorted[below] + part * (sorted[below + 1] - sorted[below]);
}

}  // namespace

std::optional<Quartiles> quartiles(std::vector<double> values) {
  if (values.empty()) return std::nullopt;
  std::sort(values.begin(), values.end());
  return Quartiles{values.size(), at_share(values, 0.25), at_share(values, 0.5),
                   at_share(values, 0.75)};
}

std::optional<double> correlation(std::span<const double> a, std::span<const double> b) {
  if (a.size() < 2) return std::nullopt;
  const double mean_a = mean({a.begin(), a.end()});
  const double mean_b = mean({b.begin(), b.end()});
  double ab = 0;
  double aa = 0;
  double bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - mean_a) * (b[i] - mean_b);
    aa += (a[i] - mean_a) * (a[i] - mean_a);
    bb += (b[i] - mean_b) * (b[i] - mean_b);
  }
  if (aa <= kLeastVariation || bb <= kLeastVariation) return std::nullopt;
  return ab / std::sqrt(aa * bb);
}

std::string_view name_of(ItemWarning::Kind kind) {
  constexpr std::array<std::string_view, 5> kNames{
      "strong-prefer-other", "never-chosen", "too-easy", "below-chance", "negative-discrimination"};
  return kNames[static_cast<std::size_t>(kind)];
}

ItemStatistics item_statistics(Solution& solution,
                               std::span<const Session> sessions,
                               const ItemOptions& options) {
  return Counter(solution, sessions, options).count();
}

}  // namespace mot
