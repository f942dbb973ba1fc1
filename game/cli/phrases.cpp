#include "game/cli/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "engine/base/utf8.h"
#include "engine/customer/constants.h"
#include "engine/customer/satisfaction.h"

namespace mot {
namespace {

std::string repeated(std::string_view cell, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += cell;
  return out;
}

constexpr std::string_view kFull = "▓";
constexpr std::string_view kEmpty = "·";

}  // namespace

std::string points(int hundredths) {
  const int absolute = std::abs(hundredths);
  return fmt::format("{}{}.{:02}", hundredths < 0 ? "−" : "", absolute / 100, absolute % 100);
}

std::string signed_points(int hundredths) {
  return (hundredths > 0 ? "+" : "") + points(hundredths);
}

std::string word(const UiStrings& words, std::string_view group, std::string_view name) {
  return words.text(fmt::format("{}.{}", group, name));
}

std::string mood_bar(int mood, std::size_t half) {
  const auto size = static_cast<std::size_t>(std::abs(mood));
  const std::size_t full = std::min(half, (size * half + kMoodBound / 2) / kMoodBound);
  const std::string towards_end = repeated(kEmpty, half - full);
  const std::string from_middle = repeated(kFull, full);
  const std::string untouched = repeated(kEmpty, half);
  return mood < 0 ? towards_end + from_middle + "|" + untouched
                  : untouched + "|" + from_middle + towards_end;
}

std::string share_bar(double percent, std::size_t cells) {
  const double part = std::clamp(percent, 0.0, 100.0) / 100.0;
  const auto full = static_cast<std::size_t>(std::lround(part * static_cast<double>(cells)));
  return repeated(kFull, full) + repeated(kEmpty, cells - full);
}

std::string padded(std::string_view text, std::size_t column) {
  const std::size_t width = display_width(text);
  return std::string(text) + std::string(width < column ? column - width : 1, ' ');
}

std::string satisfaction_line(const UiStrings& words, const Scorecard& scorecard) {
  const int satisfaction = *scorecard.satisfaction;
  return words.text("cli.outcome.satisfaction",
                    {{"points", points(satisfaction)},
                     {"csat", fmt::format("{:.1f}", csat(satisfaction / 100.0))}});
}

std::string recommend_line(const UiStrings& words, const Scorecard& scorecard) {
  return words.text("cli.outcome.recommend",
                    {{"answer", fmt::format("{}", *scorecard.recommend)},
                     {"category", word(words, "category", name_of(*scorecard.category))}});
}

}  // namespace mot
