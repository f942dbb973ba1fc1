// The catalogue of diagnostics: one entry per code gives its meaning, a bad example and the mend.
// `mot explain` prints it, tests and docs read it. Codes are never reused; gaps are fine.
#pragma once

#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"

namespace mot {

/// What is known about one code.
struct CatalogueEntry {
  std::string_view code;
  Severity severity;
  /// A short title: "target that does not exist".
  std::string_view title;
  /// What it means and why it matters, one or two sentences.
  std::string_view meaning;
  /// A few lines of YAML that show it.
  std::string_view bad_example;
  /// What to do about it.
  std::string_view mend;
};

/// All entries, by code.
const std::vector<CatalogueEntry>& catalogue();

/// The entry of a code, or nullptr.
const CatalogueEntry* find_catalogue_entry(std::string_view code);

}  // namespace mot
