// Numbers as people read them: hundredths as points, signs that can be seen.
#pragma once

#include <string>

namespace mot {

/// Hundredths with two decimals: 871 → "8.71", −50 → "−0.50".
std::string points_text(int hundredths);
/// The same with its sign: 127 → "+1.27", −50 → "−0.50", 0 → "0.00".
std::string signed_points_text(int hundredths);
/// One decimal and its sign: 6.24 → "+6.2", −0.04 → "0.0".
std::string signed_text(double value);
/// No decimal: 71.5 → "72", −0.4 → "0", −8 → "−8".
std::string whole_text(double value);
/// No decimal and its sign: 31.6 → "+32", −0.4 → "0", −8 → "−8".
std::string signed_whole_text(double value);

}  // namespace mot
