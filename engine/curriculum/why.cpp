#include "engine/curriculum/why.h"

#include <fmt/format.h>

#include "engine/base/json.h"
#include "engine/base/utc.h"

namespace mot {
namespace {

constexpr std::size_t kDay = 10;  // characters of "2026-11-21"

}  // namespace

std::string why_text(const NextExercise& next,
                     const std::string& title,
                     const std::optional<Card>& card,
                     const UiStrings& words) {
  if (next.reason == NextReason::example) {
    return words.text("course.why-example", {{"title", title}});
  }
  if (next.reason == NextReason::review && card) {
    return words.text("course.why-review",
                      {{"title", title}, {"date", utc_of_seconds(card->last).substr(0, kDay)}});
  }
  if (!next.weakest) return words.text("course.why-any", {{"title", title}});
  const std::string_view kind = next.weakest->behaviour ? "behaviour" : "dimension";
  return words.text("course.why-need",
                    {{"title", title},
                     {"skill", words.text(fmt::format("{}.{}", kind, name_of(*next.weakest)))},
                     {"percent", fmt::format("{:.0f}", rounded(100 * next.chance, 0))}});
}

}  // namespace mot
