#include "engine/debrief/crowd_review.h"

#include <fmt/format.h>

#include "engine/analysis/judged_play.h"
#include "engine/text/numbers.h"

namespace mot {
namespace {

static_assert(kAnswers == std::tuple_size_v<decltype(CrowdReview::histogram)>);

std::vector<TouchpointReview> touchpoints(const Telling& telling, const Crowd& crowd) {
  std::vector<TouchpointReview> found;
  for (std::size_t i = 0; i < telling.card.moments.size(); ++i) {
    if (!telling.card.moments[i].scored) continue;
    const Impact impact = crowd.impact_of(found.size()).value_or(Impact{});
    found.push_back({i, telling.title_of(i), impact.points, impact.standard_error});
  }
  return found;
}

/// 1000 → "1,000", as the language writes it.
std::string grouped(const Telling& telling, std::int64_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) {
    digits.insert(i - 3, telling.words.text("common.thousands"));
  }
  return digits;
}

}  // namespace

std::optional<CrowdReview> review_crowd(const Telling& telling) {
  const JudgedPlay play = judged_play(telling.session);
  if (play.moments.empty()) return std::nullopt;
  CrowdOptions options;
  options.threads = 1;  // a thread costs more than a thousand customers
  const std::optional<Crowd> crowd = judge(play, options);
  if (!crowd) return std::nullopt;
  CrowdReview review;
  review.customers = crowd->customers;
  review.counts = crowd->counts();
  review.nps = *nps(review.counts);
  review.interval = *nps_interval(review.counts);
  review.histogram = crowd->histogram;
  review.satisfaction_mean = crowd->satisfaction_mean();
  review.touchpoints = touchpoints(telling, *crowd);
  review.text =
      telling.words.text("crowd.text", {{"customers", grouped(telling, review.customers)},
                                        {"name", telling.text(telling.scenario().customer.name)},
                                        {"nps", signed_text(review.nps)},
                                        {"low", signed_text(review.interval.low())},
                                        {"high", signed_text(review.interval.high())}});
  review.reservation =
      telling.words.text("crowd.reservation", {{"customers", grouped(telling, review.customers)}});
  return review;
}

}  // namespace mot
