// A scenario's texts in the reader's language, with fallback: exact tag, shorter tag, another
// variant of the language, the file's own language.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/scenario/model.h"

namespace mot {

/// Looks texts up in one language. Cheap to copy; the scenario must outlive it.
class Reading {
 public:
  /// `language` is a BCP 47 tag; empty: the scenario's own.
  Reading(const Scenario& scenario, std::string_view language);

  /// The text, or an empty view for kNoText. Trailing line ends of block texts are kept; see
  /// trimmed().
  std::string_view operator()(TextId id) const;
  /// Without line ends and spaces at the end.
  std::string_view trimmed(TextId id) const;
  /// The tag that was asked for.
  const std::string& language() const { return language_; }

 private:
  const Scenario* scenario_;
  std::string language_;
  /// By TextOrigin: translations to try before the file's own text.
  std::array<std::vector<const Translation*>, 3> before_;
};

/// The languages a scenario can be read in: its own first, then its translations' tags, each once.
std::vector<std::string> languages_of(const Scenario& scenario);

}  // namespace mot
