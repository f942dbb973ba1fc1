#include "engine/text/numbers.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>

namespace mot {

std::string points_text(int hundredths) {
  const int absolute = std::abs(hundredths);
  return fmt::format("{}{}.{:02}", hundredths < 0 ? "−" : "", absolute / 100, absolute % 100);
}

std::string signed_points_text(int hundredths) {
  return (hundredths > 0 ? "+" : "") + points_text(hundredths);
}

std::string signed_text(double value) {
  const long tenths = std::lround(value * 10);
  const char* sign = tenths > 0 ? "+" : tenths < 0 ? "−" : "";
  return fmt::format("{}{}.{}", sign, std::labs(tenths) / 10, std::labs(tenths) % 10);
}

std::string whole_text(double value) {
  const long whole = std::lround(value);
  return fmt::format("{}{}", whole < 0 ? "−" : "", std::labs(whole));
}

std::string signed_whole_text(double value) {
  return (std::lround(value) > 0 ? "+" : "") + whole_text(value);
}

}  // namespace mot
