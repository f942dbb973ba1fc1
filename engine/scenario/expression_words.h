// A condition or an expression read in plain words: "not asked and mood < -20" → "“asked” is not
// noted and the mood is less than -20". For those who don't program.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/text/ui_strings.h"

namespace mot {

/// How the names in an expression are said; nothing: in the general way.
class NameWords {
 public:
  virtual ~NameWords() = default;
  /// "visited", "chose" or "knows" of a name. `negated`: the opposite; nothing there means that
  /// "not" is said before it.
  virtual std::optional<std::string> call(std::string_view function,
                                          std::string_view name,
                                          bool negated) const = 0;
  /// A variable. `negated` as above.
  virtual std::optional<std::string> variable(std::string_view name, bool negated) const = 0;
};

/// The reading of what stands in a file; what is not understood stays as it is.
std::string expression_in_words(std::string_view expression,
                                const NameWords& names,
                                const UiStrings& words);

}  // namespace mot
