// Numbers of paths: they outgrow every built-in type (4^40 for an evening of forty decisions).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace mot {

/// A whole number ≥ 0 of any size.
class PathCount {
 public:
  PathCount() = default;
  /// 0 or 1: all others are sums.
  explicit PathCount(bool one) {
    if (one) digits_.push_back(1);
  }
  PathCount& operator+=(const PathCount& other);
  /// Decimal digits.
  std::string to_string() const;
  /// Nearest double, infinite beyond its range.
  double to_double() const;

 private:
  /// Base 10^9, least significant first.
  std::vector<std::uint32_t> digits_;
};

}  // namespace mot
