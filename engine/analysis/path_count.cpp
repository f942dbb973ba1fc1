#include "engine/analysis/path_count.h"

#include <fmt/format.h>

#include <algorithm>

namespace mot {
namespace {
constexpr std::uint32_t kBase = 1'000'000'000;
}  // namespace

PathCount& PathCount::operator+=(const PathCount& other) {
  std::uint32_t carry = 0;
  digits_.resize(std::max(digits_.size(), other.digits_.size()), 0);
  for (std::size_t i = 0; i < digits_.size(); ++i) {
    std::uint32_t sum = digits_[i] + carry + (i < other.digits_.size() ? other.digits_[i] : 0);
    carry = sum >= kBase ? 1 : 0;
    if (carry != 0) sum -= kBase;
    digits_[i] = sum;
  }
  if (carry != 0) digits_.push_back(carry);
  return *this;
}

std::string PathCount::to_string() const {
  if (digits_.empty()) return "0";
  std::string text = fmt::format("{}", digits_.back());
  for (std::size_t i = digits_.size() - 1; i-- > 0;) text += fmt::format("{:09}", digits_[i]);
  return text;
}

double PathCount::to_double() const {
  double value = 0;
  for (std::size_t i = digits_.size(); i-- > 0;) value = value * kBase + digits_[i];
  return value;
}

}  // namespace mot
