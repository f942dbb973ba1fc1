#include "engine/records/summary.h"

#include <algorithm>
#include <cmath>

#include "engine/customer/satisfaction.h"
#include "engine/encounter/choice_name.h"

namespace mot {
namespace {

/// Digits are '0' … 'o', six bits each, the highest first.
constexpr char kZero = '0';
constexpr unsigned kBits = 6;
constexpr std::uint32_t kDigit = 63;

constexpr std::size_t kHead = 9;
constexpr std::size_t kAnswer = 11;
constexpr std::size_t kChoiceWidth = 4;
constexpr std::size_t kTimeWidth = 3;
constexpr std::size_t kRegretWidth = 2;
constexpr std::size_t kScoreWidth = 4;

constexpr std::uint32_t kComplete = 1;
constexpr std::uint32_t kRoom = 2;
constexpr std::uint32_t kWhatIf = 4;
/// Moved by −2 … 2 is kept as 1 … 5, as 0 says "not known" everywhere.
constexpr int kMovedBy = 3;
constexpr std::size_t kMoves = 5;
constexpr std::size_t kGrades = static_cast<std::size_t>(Grade::harmful) + 1;

constexpr std::uint32_t largest(std::size_t width) { return (1U << (kBits * width)) - 1; }

void put(std::string& text, std::uint32_t value, std::size_t width) {
  for (std::size_t i = width; i-- > 0;) {
    text += static_cast<char>(kZero + static_cast<char>((value >> (kBits * i)) & kDigit));
  }
}

/// Nothing is 0, a value v is v + 1.
template <class T>
void put_optional(std::string& text, const std::optional<T>& value, std::size_t width) {
  const auto most = static_cast<std::int64_t>(largest(width));
  put(text,
      value ? static_cast<std::uint32_t>(
                  std::clamp<std::int64_t>(static_cast<std::int64_t>(*value) + 1, 1, most))
            : 0,
      width);
}

/// Reads digits one after the other; what is no digit makes it bad.
class Digits {
 public:
  explicit Digits(std::string_view text) : text_(text) {}

  std::uint32_t next(std::size_t width) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < width; ++i) {
      const auto digit = static_cast<std::uint32_t>(static_cast<unsigned char>(text_[at_++])) -
                         static_cast<std::uint32_t>(kZero);
      bad_ = bad_ || digit > kDigit;
      value = value << kBits | (digit & kDigit);
    }
    return value;
  }
  template <class T>
  std::optional<T> optional(std::size_t width) {
    return value_of<T>(next(width));
  }
  /// One of `count` values as it is kept; what none of them is makes it bad.
  template <class T>
  std::optional<T> one_of(std::size_t count, std::uint32_t kept) {
    bad_ = bad_ || kept > count;
    return value_of<T>(kept);
  }
  bool bad() const { return bad_; }

 private:
  template <class T>
  static std::optional<T> value_of(std::uint32_t kept) {
    return kept == 0 ? std::nullopt : std::optional<T>(static_cast<T>(kept - 1));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool bad_ = false;
};

/// What an answer adds to an NPS: 1, 0 or −1.
int weight_of(int recommend) {
  const Category category = category_of(recommend);
  return category == Category::promoter ? 1 : category == Category::passive ? 0 : -1;
}

AnswerSummary summary_of(const PlayedChoice& played, std::uint32_t choice) {
  constexpr double kHundredths = 100;
  AnswerSummary answer;
  answer.choice = choice;
  answer.timed_out = played.timed_out;
  if (played.seconds >= 0) {
    answer.time = static_cast<std::int32_t>(
        std::lround(std::min(played.seconds * kHundredths, largest(kTimeWidth) - 1.0)));
  }
  return answer;
}

void add_score(AnswerSummary& answer, const AttemptScore& score, const ScoredChoice& choice) {
  constexpr double kHundredths = 100;
  answer.grade = choice.grade;
  if (choice.regret) {
    answer.regret = static_cast<std::int32_t>(
        std::lround(std::clamp(*choice.regret * kHundredths, 0.0, largest(kRegretWidth) - 1.0)));
  }
  if (score.recommend && choice.recommend_if_met) {
    answer.moved =
        static_cast<std::int8_t>(weight_of(*score.recommend) - weight_of(*choice.recommend_if_met));
  }
}

}  // namespace

std::optional<std::uint32_t> ChoiceNames::find(const ChoiceName& name) const {
  const auto found = numbers_.find(name);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

std::uint32_t ChoiceNames::number_of(const ChoiceName& name) {
  const auto [entry, fresh] =
      numbers_.try_emplace(name, static_cast<std::uint32_t>(numbers_.size()));
  if (fresh) names_.push_back(entry);
  return entry->second;
}

void ChoiceNames::clear() {
  numbers_.clear();
  names_.clear();
}

AttemptSummary summary_of(const Attempt& attempt, const NumberOfChoice& number_of) {
  const Playthrough& play = attempt.play;
  AttemptSummary summary;
  summary.scenario = play.scenario;
  summary.learner = play.learner;
  summary.group = attempt.group;
  summary.session = attempt.session;
  summary.started = play.started;
  summary.complete = play.complete;
  summary.room = play.room;
  summary.what_if = play.what_if;
  for (const PlayedChoice& choice : play.choices) {
    summary.answers.push_back(
        summary_of(choice, number_of({play.scenario, std::string(moment_of(choice)),
                                      std::string(response_of(choice))})));
  }
  if (!attempt.score) return summary;
  const AttemptScore& score = *attempt.score;
  summary.ending = score.ending;
  summary.recommend = score.recommend;
  summary.satisfaction = score.satisfaction;
  if (score.score) summary.score = static_cast<int>(std::floor(*score.score * kScoreParts));
  const std::size_t scored = std::min(summary.answers.size(), score.choices.size());
  for (std::size_t i = 0; i < scored; ++i) add_score(summary.answers[i], score, score.choices[i]);
  return summary;
}

std::string figures_text(const AttemptSummary& summary) {
  std::string text;
  text.reserve(kHead + kAnswer * summary.answers.size());
  put(text,
      (summary.complete ? kComplete : 0) | (summary.room ? kRoom : 0) |
          (summary.what_if ? kWhatIf : 0),
      1);
  put_optional(text, summary.ending, 1);
  put_optional(text, summary.recommend, 1);
  put_optional(text, summary.satisfaction, 2);
  put_optional(text, summary.score, kScoreWidth);
  for (const AnswerSummary& answer : summary.answers) {
    put(text, answer.choice, kChoiceWidth);
    put(text, answer.moved ? static_cast<std::uint32_t>(*answer.moved + kMovedBy) : 0, 1);
    put_optional(text, answer.regret, kRegretWidth);
    put_optional(text, answer.time, kTimeWidth);
    const std::uint32_t grade = answer.grade ? static_cast<std::uint32_t>(*answer.grade) + 1 : 0;
    put(text, 2 * grade + (answer.timed_out ? 1 : 0), 1);
  }
  return text;
}

bool read_figures(std::string_view text, AttemptSummary& summary) {
  if (text.size() < kHead || (text.size() - kHead) % kAnswer != 0) return false;
  Digits digits(text);
  const std::uint32_t flags = digits.next(1);
  summary.complete = (flags & kComplete) != 0;
  summary.room = (flags & kRoom) != 0;
  summary.what_if = (flags & kWhatIf) != 0;
  summary.ending = digits.one_of<EndingKind>(kEndingKinds, digits.next(1));
  summary.recommend = digits.optional<int>(1);
  summary.satisfaction = digits.optional<int>(2);
  summary.score = digits.optional<int>(kScoreWidth);
  summary.answers.resize((text.size() - kHead) / kAnswer);
  for (AnswerSummary& answer : summary.answers) {
    answer.choice = digits.next(kChoiceWidth);
    const auto moved = digits.one_of<int>(kMoves, digits.next(1));
    answer.moved =
        moved ? std::optional(static_cast<std::int8_t>(*moved + 1 - kMovedBy)) : std::nullopt;
    answer.regret = digits.optional<std::int32_t>(kRegretWidth);
    answer.time = digits.optional<std::int32_t>(kTimeWidth);
    const std::uint32_t last = digits.next(1);
    answer.timed_out = last % 2 == 1;
    answer.grade = digits.one_of<Grade>(kGrades, last / 2);
  }
  return !digits.bad();
}

}  // namespace mot
