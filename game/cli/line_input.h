// Lines that a person (or a test) types on stdin.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mot {

/// Reads stdin line by line. Nothing else may read it meanwhile.
class LineInput {
 public:
  /// The next line, without spaces around it and with the full-width letters and digits of Chinese
  /// keyboards as plain ones; cut at 4,096 bytes. A last line without a line end counts. Nothing at
  /// the end of the input or when a signal came.
  std::optional<std::string> next();

 private:
  std::string pending_;
  bool ended_ = false;
};

/// What LineInput makes of a raw line: "　２　" → "2".
std::string tidied(std::string_view line);

}  // namespace mot
