#include "engine/debrief/voice.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "engine/base/utf8.h"
#include "engine/debrief/option_review.h"
#include "engine/text/numbers.h"

namespace mot {
namespace {

/// How far a prediction may lie off and still be called right.
constexpr int kNear = 1;

/// One scored choice as the customer remembers it.
struct Remembered {
  std::size_t choice = 0;
  int gap = 0;
  MomentLabel label = MomentLabel::neutral;
  /// The dimension that weighed most in the gap's direction; nothing where none did.
  std::optional<Dimension> dimension;
};

std::optional<Dimension> weightiest(const Moment& moment, const Response& response) {
  std::optional<Dimension> found;
  int most = 0;
  for (const Dimension d : kAllDimensions) {
    if (!has(moment.stake.at_stake, d)) continue;
    const auto i = static_cast<std::size_t>(d);
    const Expectation& expected = moment.stake.expected[i];
    const int difference = counted_rating(response.delivers[i], expected) - expected.level;
    const int weight = difference * moment.stake.importance[i] * (response.gap < 0 ? -1 : 1);
    if (weight <= most) continue;
    most = weight;
    found = d;
  }
  return found;
}

Remembered remembered(const Telling& telling, std::size_t choice) {
  const MomentScore& score = telling.card.moments[choice];
  return {choice, score.gap, label_of(score.gap),
          weightiest(telling.moment(score.moment), telling.response(score.response))};
}

/// "good", "bad" or "flat": the part of a key that tells how something was.
std::string_view tone_of(MomentLabel label) {
  return label == MomentLabel::magic ? "good" : label == MomentLabel::misery ? "bad" : "flat";
}

/// The scored choice with the highest or the lowest gap, the first of several.
Remembered extreme(const Telling& telling, bool highest) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < telling.card.moments.size(); ++i) {
    const MomentScore& score = telling.card.moments[i];
    if (!score.scored) continue;
    const int best = found ? telling.card.moments[*found].gap : 0;
    if (!found || (highest ? score.gap > best : score.gap < best)) found = i;
  }
  return remembered(telling, *found);
}

/// What the customer tells of: who recommends tells of the best moment, who does not of the worst,
/// who is in between of the most intense one.
Remembered told_by(const Telling& telling, Category category, const Remembered& peak) {
  if (category == Category::passive) return peak;
  return extreme(telling, category == Category::promoter);
}

/// From here on characters are a full square wide, and need no space between sentences.
constexpr char32_t kFirstWide = 0x2E80;

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U' ' : next_code_point(text, at);
}

char32_t last_of(std::string_view text) {
  char32_t last = U' ';
  for (std::size_t at = 0; at < text.size();) last = next_code_point(text, at);
  return last;
}

/// Puts sentences together, with a space but between Chinese ones.
void add(std::string& text, const std::string& sentence) {
  if (sentence.empty()) return;
  const bool wide = last_of(text) >= kFirstWide || first_of(sentence) >= kFirstWide;
  if (!text.empty() && !wide) text += ' ';
  text += sentence;
}

/// Minutes as people say them: "40 minutes", "18 hours", "3 days".
std::string time_text(const Telling& telling, int minutes) {
  constexpr int kHour = 60;
  constexpr int kDay = 24 * kHour;
  const auto text = [&telling](std::string_view unit, int count) {
    return telling.words.text(fmt::format("duration.{}", unit),
                              {{"count", fmt::format("{}", count)}});
  };
  if (minutes < 2 * kHour) return text("minutes", minutes);
  return minutes < 2 * kDay ? text("hours", (minutes + kHour / 2) / kHour)
                            : text("days", (minutes + kDay / 2) / kDay);
}

/// Speaks for the customer. Sentences about a dimension go round their wordings, so that no two
/// echoes of one debrief use the same.
class Speaker {
 public:
  Speaker(const Telling& telling, Category category, Remembered peak, Remembered end)
      : telling_(telling),
        category_(category),
        peak_(peak),
        told_(told_by(telling, category, peak)),
        end_(end) {}

  std::string survey() {
    std::string text = telling_.wording(key("survey"), Wording::survey);
    add(text, facet(told_));
    if (end_.choice != told_.choice) add(text, facet(end_));
    return text;
  }

  std::string to_friend() {
    std::string text = telling_.wording(key("echo.friend"), Wording::friend_opens);
    add(text, quote());
    add(text, facet(told_));
    add(text, concession());
    add(text, ends("echo.friend-ends", Wording::friend_ends));
    return text;
  }

  std::string post() {
    std::string text = telling_.wording(key("echo.post"), Wording::post_opens);
    add(text, facet(told_));
    add(text, wait());
    add(text, ends("echo.post-ends", Wording::post_ends));
    return text;
  }

  std::string to_manager() {
    std::string text = telling_.wording(key("echo.manager"), Wording::manager_opens);
    add(text,
        telling_.words.text("echo.manager-about", {{"title", telling_.title_of(told_.choice)}}));
    add(text, facet(told_));
    const std::string_view ending = name_of(*telling_.card.ending);
    add(text, telling_.wording(fmt::format("echo.manager-ends.{}", ending), Wording::manager_ends));
    return text;
  }

 private:
  std::string key(std::string_view group) const {
    return fmt::format("{}.{}", group, name_of(category_));
  }

  /// "They said what would happen, and then that happened."
  std::string facet(const Remembered& moment) {
    if (!moment.dimension || moment.label == MomentLabel::neutral) {
      return telling_.wording("facet.flat", Wording::facet, turn_++);
    }
    const std::string_view direction = moment.gap > 0 ? "exceeded" : "missed";
    return telling_.wording(fmt::format("facet.{}.{}", name_of(*moment.dimension), direction),
                            Wording::facet, turn_++);
  }

  /// What the trainee said at the moment that is told of, in the trainee's own words.
  std::string quote() const {
    const Response& response = telling_.response(telling_.card.moments[told_.choice].response);
    if (response.is_action || told_.label == MomentLabel::neutral) return {};
    return telling_.wording(fmt::format("echo.quote.{}", tone_of(told_.label)),
                            Wording::friend_quotes, 0, {{"text", telling_.text(response.text)}});
  }

  /// The longest wait that was too long.
  std::string wait() const {
    int longest = 0;
    for (const MomentScore& score : telling_.card.moments) {
      const Response& response = telling_.response(score.response);
      if (!score.scored || !response.has_wait) continue;
      if (response.wait_minutes > telling_.moment(score.moment).acceptable_wait) {
        longest = std::max(longest, response.wait_minutes);
      }
    }
    if (longest == 0) return {};
    return telling_.wording("echo.post-waits", Wording::post_waits, 0,
                            {{"time", time_text(telling_, longest)}});
  }

  /// The peak where it does not fit what is told: one bad moment behind a recommendation, one good
  /// one behind its refusal.
  std::string concession() const {
    if (peak_.choice == told_.choice || peak_.choice == end_.choice) return {};
    if (peak_.label == told_.label || peak_.label == MomentLabel::neutral) return {};
    return telling_.wording(fmt::format("echo.concession.{}", tone_of(peak_.label)),
                            Wording::friend_concedes);
  }

  /// Nothing where the end is what was told of already.
  std::string ends(std::string_view group, Wording what) const {
    if (end_.choice == told_.choice) return {};
    return telling_.wording(fmt::format("{}.{}", group, tone_of(end_.label)), what);
  }

  const Telling& telling_;
  Category category_;
  Remembered peak_;
  Remembered told_;
  Remembered end_;
  std::size_t turn_ = 0;
};

std::string sentence_on(const Telling& telling, std::string_view group, const Remembered& moment) {
  return telling.words.text(fmt::format("remember.{}.{}", group, tone_of(moment.label)),
                            {{"number", fmt::format("{}", moment.choice + 1)},
                             {"title", telling.title_of(moment.choice)},
                             {"gap", signed_points_text(moment.gap)}});
}

std::vector<std::string> what_stays(const Telling& telling,
                                    const Remembered& peak,
                                    const Remembered& end) {
  if (peak.choice == end.choice) return {sentence_on(telling, "same", peak)};
  return {sentence_on(telling, "peak", peak), sentence_on(telling, "end", end)};
}

std::string authors_comment(const Telling& telling, Category category) {
  const Moment& ending = telling.moment(telling.session.state().place);
  return telling.text(ending.verbatim[static_cast<std::size_t>(category)]);
}

std::string prediction_text(const Telling& telling, int predicted, int answer) {
  const int off = predicted - answer;
  const std::string_view way = std::abs(off) <= kNear ? "near" : off > 0 ? "high" : "low";
  return telling.wording(
      fmt::format("prediction.{}", way), Wording::prediction, 0,
      {{"predicted", fmt::format("{}", predicted)}, {"answer", fmt::format("{}", answer)}});
}

}  // namespace

CustomersVoice customers_voice(const Telling& telling, const Timeline& timeline, int predicted) {
  CustomersVoice voice;
  voice.satisfaction = telling.card.satisfaction;
  voice.recommend = telling.card.recommend;
  voice.category = telling.card.category;
  if (predicted >= 0) voice.predicted = predicted;
  if (!timeline.peak) return voice;
  const Remembered peak = remembered(telling, *timeline.peak);
  const Remembered end = remembered(telling, *timeline.end);
  voice.remembers = what_stays(telling, peak, end);
  if (!voice.category) return voice;
  Speaker speaker(telling, *voice.category, peak, end);
  voice.comment = authors_comment(telling, *voice.category);
  voice.by_author = !voice.comment.empty();
  if (!voice.by_author) voice.comment = speaker.survey();
  voice.echoes = {{Audience::friends, speaker.to_friend()},
                  {Audience::post, speaker.post()},
                  {Audience::manager, speaker.to_manager()}};
  if (voice.predicted) {
    voice.prediction_text = prediction_text(telling, predicted, *voice.recommend);
  }
  return voice;
}

}  // namespace mot
