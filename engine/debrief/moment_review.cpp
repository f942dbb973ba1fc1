#include "engine/debrief/moment_review.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/debrief/option_review.h"

namespace mot {
namespace {

std::optional<WaitReview> review_wait(const Telling& telling,
                                      const Moment& moment,
                                      const Response& response) {
  if (!response.has_wait || !has(moment.stake.at_stake, Dimension::responsiveness)) {
    return std::nullopt;
  }
  const std::string_view key = response.wait_informed ? "debrief.wait-told" : "debrief.wait-untold";
  return WaitReview{
      response.wait_minutes, response.wait_informed, moment.acceptable_wait,
      telling.words.text(key, {{"minutes", fmt::format("{}", response.wait_minutes)},
                               {"acceptable", fmt::format("{}", moment.acceptable_wait)}})};
}

/// What was said, or answered, at the moment of a choice, and what was thought meanwhile.
void add_lines(const Telling& telling,
               const std::vector<SpokenLine>& lines,
               MomentIndex moment,
               bool replies,
               MomentReview& review) {
  for (const SpokenLine& spoken : lines) {
    if (spoken.moment != moment || (spoken.reply_to != kNone) != replies) continue;
    LineView line = line_view(telling.scenario(), spoken, telling.reading);
    if (!line.thought.empty()) {
      (replies ? review.afterthoughts : review.thoughts).push_back(line.thought);
    }
    if (!line.text.empty()) (replies ? review.reply : review.said) = std::move(line);
  }
}

/// Needs that the response brought to light, then those that another response here would have.
std::vector<NeedReview> review_needs(const Telling& telling, std::size_t choice) {
  const Turn& turn = telling.session.turns()[choice];
  const auto found = telling.scenario().ids_of(telling.response(turn.response).uncovers);
  std::vector<NeedReview> needs;
  for (std::size_t n = 0; n < telling.scenario().needs.size(); ++n) {
    const auto need = static_cast<std::int32_t>(n);
    const bool here = std::find(found.begin(), found.end(), need) != found.end();
    const bool elsewhere =
        std::any_of(turn.offers.begin(), turn.offers.end(), [&](ResponseIndex r) {
          const auto ids = telling.scenario().ids_of(telling.response(r).uncovers);
          return std::find(ids.begin(), ids.end(), need) != ids.end();
        });
    if ((!here && !elsewhere) || knew(telling, choice, need)) continue;
    needs.push_back({telling.text(telling.scenario().needs[n].text), here});
  }
  return needs;
}

std::vector<StandardReview> review_standards(const Telling& telling, const Response& response) {
  std::vector<StandardReview> standards;
  const auto add = [&](Range ids, bool met) {
    for (const std::int32_t id : telling.scenario().ids_of(ids)) {
      const auto i = static_cast<std::size_t>(id);
      standards.push_back({telling.text(telling.scenario().standards[i].text), met});
    }
  };
  add(response.breaks, false);
  add(response.meets, true);
  return standards;
}

/// Right is what is graded best or good (docs/model.md 7); without a grade, what is not misery.
bool was_right(const MomentScore& score) {
  if (score.grade) return *score.grade <= Grade::good;
  return !score.scored || label_of(score.gap) != MomentLabel::misery;
}

std::string confidence_text(const Telling& telling, const Turn& turn, const MomentScore& score) {
  if (turn.confidence == Confidence::unsaid) return {};
  return telling.words.text(fmt::format("debrief.confidence-{}-{}", name_of(turn.confidence),
                                        was_right(score) ? "right" : "wrong"));
}

std::string stage_of(const Telling& telling, const Moment& moment) {
  if (moment.stage < 0) return {};
  return telling.text(telling.scenario().stages[static_cast<std::size_t>(moment.stage)].title);
}

std::string channel_of(const Telling& telling, const Moment& moment) {
  if (moment.channel < 0) return {};
  return telling.word("channel", name_of(static_cast<Channel>(moment.channel)));
}

}  // namespace

std::string_view name_of(Verdict verdict) {
  constexpr std::array<std::string_view, 3> kNames{"missed", "met", "exceeded"};
  return kNames[static_cast<std::size_t>(verdict)];
}

const OptionReview& MomentReview::chosen() const {
  return *std::find_if(options.begin(), options.end(),
                       [](const OptionReview& option) { return option.chosen; });
}

const OptionReview* MomentReview::best() const {
  const auto found = std::find_if(options.begin(), options.end(),
                                  [](const OptionReview& option) { return option.best; });
  return found == options.end() ? nullptr : &*found;
}

MomentReview review_moment(const Telling& telling, std::size_t choice, const Reckoning& reckoning) {
  const MomentScore& score = telling.card.moments[choice];
  const Turn& turn = telling.session.turns()[choice];
  const Moment& moment = telling.moment(score.moment);
  const Response& response = telling.response(score.response);
  MomentReview review;
  review.choice = choice;
  review.moment = score.moment;
  review.id = moment.id;
  review.title = telling.title_of(choice);
  review.stage = stage_of(telling, moment);
  review.channel = channel_of(telling, moment);
  const auto& before =
      choice == 0 ? telling.session.opening() : telling.session.turns()[choice - 1].lines;
  add_lines(telling, before, score.moment, false, review);
  add_lines(telling, turn.lines, score.moment, true, review);
  review.scored = score.scored;
  review.gap = score.gap;
  review.label = score.scored ? label_of(score.gap) : MomentLabel::none;
  review.mood = score.mood;
  if (score.scored) review.dimensions = review_dimensions(telling, moment, response);
  review.wait = review_wait(telling, moment, response);
  review.needs = review_needs(telling, choice);
  review.standards = review_standards(telling, response);
  review.options = review_options(telling, choice, reckoning);
  review.closed = closed_options(telling, choice);
  if (reckoning.account != nullptr) {
    review.cost = -reckoning.account->steps[choice].choice;
    review.luck = reckoning.account->steps[choice].luck;
  }
  review.timed_out = turn.timed_out;
  review.seconds = turn.seconds;
  review.confidence = turn.confidence;
  review.confidence_text = confidence_text(telling, turn, score);
  return review;
}

}  // namespace mot
