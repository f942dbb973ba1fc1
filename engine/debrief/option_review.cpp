#include "engine/debrief/option_review.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/customer/constants.h"
#include "engine/encounter/step.h"
#include "engine/text/numbers.h"

namespace mot {
namespace {

/// The state after a response, with the luck of this session.
State state_after(const Telling& telling, const Turn& turn, ResponseIndex response) {
  const Program& program = telling.session.program();
  State state = turn.before;
  const std::uint32_t seed = telling.session.seed();
  step(program, state, response, [&](MomentIndex moment, std::int32_t number, std::int32_t index) {
    return drawn_branch(program, seed, moment, number, index);
  });
  return state;
}

/// What the customer would have answered.
std::string reply_to(const Telling& telling, const Turn& turn, const Response& response) {
  if (response.reply.empty()) return {};
  const ResponseIndex r =
      static_cast<ResponseIndex>(&response - telling.scenario().responses.data());
  const State state = state_after(telling, turn, r);
  for (const Line& line : telling.scenario().lines_of(response.reply)) {
    if (telling.session.program().holds(line.when, state)) return telling.text(line.text);
  }
  return {};
}

/// What the solution says a response is worth; nothing where it says nothing.
std::optional<double> value_of(const SolvedChoice& values, ResponseIndex response) {
  for (const OptionValue& option : values.options) {
    if (option.response == response) return option.value;
  }
  return std::nullopt;
}

/// Cost and grade against the best response here. What was chosen costs what the account says, so
/// that the two never differ by a rounding.
void add_value(OptionReview& option, std::size_t choice, const Reckoning& reckoning) {
  if (reckoning.play == nullptr) return;
  const SolvedChoice& values = reckoning.play->choices[choice];
  const std::optional<double> value = value_of(values, option.response);
  if (!value) return;
  const double regret = std::max(0.0, values.before - *value);
  option.cost = option.chosen ? -reckoning.account->steps[choice].choice
                              : static_cast<int>(std::lround(regret));
  option.grade = grade_of(regret, reckoning.play->start - reckoning.play->worst);
}

std::string effect_of(const Telling& telling, const Moment& moment, const OptionReview& option) {
  const std::string at_once = signed_points_text(option.gap);
  if (!option.cost) {
    return moment.scored ? telling.words.text("debrief.effect-at-once", {{"gap", at_once}})
                         : std::string();
  }
  const bool free = *option.cost == 0;
  if (!moment.scored) {
    return free ? telling.words.text("debrief.effect-free")
                : telling.words.text("debrief.effect-costs", {{"cost", points_text(*option.cost)}});
  }
  return free ? telling.words.text("debrief.effect-both-free", {{"gap", at_once}})
              : telling.words.text("debrief.effect-both",
                                   {{"gap", at_once}, {"cost", points_text(*option.cost)}});
}

/// The dimension that weighs most in the gap, in its direction; nothing where all are met.
const DimensionReview* weightiest(const std::vector<DimensionReview>& dimensions,
                                  const Moment& moment,
                                  int gap) {
  const DimensionReview* found = nullptr;
  int most = 0;
  for (const DimensionReview& dimension : dimensions) {
    const auto d = static_cast<std::size_t>(dimension.dimension);
    const int weight = dimension.difference * moment.stake.importance[d] * (gap < 0 ? -1 : 1);
    if (weight <= most) continue;
    most = weight;
    found = &dimension;
  }
  return found;
}

/// A reason from the figures, for a response whose author gave none.
std::string reason_of(const Telling& telling,
                      std::size_t choice,
                      const Moment& moment,
                      const Response& response) {
  if (!moment.scored) return telling.wording("reason.free", Wording::reason, choice);
  const auto dimensions = review_dimensions(telling, moment, response);
  const DimensionReview* most = weightiest(dimensions, moment, response.gap);
  if (most == nullptr) return telling.wording("reason.met", Wording::reason, choice);
  return telling.wording(most->verdict == Verdict::missed ? "reason.missed" : "reason.exceeded",
                         Wording::reason, choice,
                         {{"dimension", most->name},
                          {"expected", fmt::format("{}", most->expected)},
                          {"delivered", fmt::format("{}", most->delivered)}});
}

std::string kind_note(const Telling& telling, const Expectation& expected, int delivered) {
  const bool more = expected.kind == ExpectationKind::must_be && delivered > expected.level;
  const bool less = expected.kind == ExpectationKind::attractive && delivered < expected.level;
  return more   ? telling.words.text("debrief.kind-must-be")
         : less ? telling.words.text("debrief.kind-attractive")
                : std::string();
}

}  // namespace

MomentLabel label_of(int gap) {
  return gap <= -kMomentLabelThreshold  ? MomentLabel::misery
         : gap >= kMomentLabelThreshold ? MomentLabel::magic
                                        : MomentLabel::neutral;
}

std::vector<DimensionReview> review_dimensions(const Telling& telling,
                                               const Moment& moment,
                                               const Response& response) {
  std::vector<DimensionReview> reviews;
  for (const Dimension d : kAllDimensions) {
    if (!has(moment.stake.at_stake, d)) continue;
    const auto i = static_cast<std::size_t>(d);
    const Expectation& expected = moment.stake.expected[i];
    DimensionReview review;
    review.dimension = d;
    review.name = telling.word("dimension", name_of(d));
    review.expected = expected.level;
    review.delivered = response.delivers[i];
    review.difference = counted_rating(review.delivered, expected) - expected.level;
    review.kind = expected.kind;
    review.verdict = review.difference < 0   ? Verdict::missed
                     : review.difference > 0 ? Verdict::exceeded
                                             : Verdict::met;
    review.note = kind_note(telling, expected, review.delivered);
    reviews.push_back(std::move(review));
  }
  return reviews;
}

bool knew(const Telling& telling, std::size_t choice, std::int32_t need) {
  for (std::size_t i = 0; i < choice; ++i) {
    const Response& earlier = telling.response(telling.session.turns()[i].response);
    const auto found = telling.scenario().ids_of(earlier.uncovers);
    if (std::find(found.begin(), found.end(), need) != found.end()) return true;
  }
  return false;
}

std::vector<OptionReview> review_options(const Telling& telling,
                                         std::size_t choice,
                                         const Reckoning& reckoning) {
  const Turn& turn = telling.session.turns()[choice];
  const MomentScore& score = telling.card.moments[choice];
  const Moment& moment = telling.moment(score.moment);
  const ResponseIndex best = score.value ? score.value->best : kNone;
  std::vector<OptionReview> options;
  for (const ResponseIndex r : turn.offers) {
    const Response& response = telling.response(r);
    OptionReview option;
    option.response = r;
    option.id = response.id;
    option.text = telling.text(response.text);
    option.is_action = response.is_action;
    option.chosen = r == turn.response;
    option.best = r == best;
    option.gap = response.gap;
    option.label = moment.scored ? label_of(response.gap) : MomentLabel::none;
    add_value(option, choice, reckoning);
    option.effect = effect_of(telling, moment, option);
    option.reply = reply_to(telling, turn, response);
    option.reason = telling.text(response.coach);
    option.by_coach = !option.reason.empty();
    if (!option.by_coach) option.reason = reason_of(telling, choice, moment, response);
    options.push_back(std::move(option));
  }
  return options;
}

std::vector<ClosedOption> closed_options(const Telling& telling, std::size_t choice) {
  const Turn& turn = telling.session.turns()[choice];
  const Program& program = telling.session.program();
  const Moment& moment = telling.moment(telling.card.moments[choice].moment);
  std::vector<ClosedOption> closed;
  for (std::uint32_t i = 0; i < moment.responses.count; ++i) {
    const auto r = static_cast<ResponseIndex>(moment.responses.first + i);
    if (std::find(turn.offers.begin(), turn.offers.end(), r) != turn.offers.end()) continue;
    // With one need more known, would it have been on offer?
    ClosedOption option{telling.text(telling.response(r).text), {}};
    for (std::size_t n = 0; n < telling.scenario().needs.size(); ++n) {
      const std::int32_t slot = program.need_slot(static_cast<std::int32_t>(n));
      if (slot < 0 || bit_of(turn.before, slot)) continue;
      State knowing = turn.before;
      set_bit(knowing, slot);
      if (program.offered(r, knowing)) {
        option.needs.push_back(telling.text(telling.scenario().needs[n].text));
      }
    }
    if (!option.needs.empty()) closed.push_back(std::move(option));
  }
  return closed;
}

}  // namespace mot
