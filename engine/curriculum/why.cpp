#include "engine/curriculum/why.h"

#include <fmt/format.h>

#include "engine/base/utc.h"
#include "engine/text/numbers.h"

namespace mot {
std::string why_text(const NextExercise& next,
                     const std::string& title,
                     const std::optional<Card>& card,
                     const UiStrings& words) {
  if (next.reason == NextReason::example) {
    return words.text("course.why-example", {{"title", title}});
  }
  if (next.reason == NextReason::review && card) {
    return words.text("course.why-review", {{"title", title}, {"date", day_of(card->last)}});
  }
  if (!next.weakest) return words.text("course.why-any", {{"title", title}});
  const std::string_view kind = next.weakest->behaviour ? "behaviour" : "dimension";
  return words.text("course.why-need",
                    {{"title", title},
                     {"skill", words.text(fmt::format("{}.{}", kind, name_of(*next.weakest)))},
                     {"percent", whole_text(100 * next.chance)}});
}

std::string due_text(const std::optional<Card>& card, std::int64_t now, const UiStrings& words) {
  if (!card) return {};
  return comes_today(*card, now) ? words.text("course.today") : day_of(card->due);
}

}  // namespace mot
