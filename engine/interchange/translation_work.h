// A translator's work on one file: what is missing, what is stale, and the file to go on with.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/scenario/model.h"

namespace mot {

/// How remarks begin that translation_file() writes: a path and its source text follow.
inline constexpr std::string_view kMissingRemark = "  # missing: ";
inline constexpr std::string_view kChangedRemark = "  # changed: ";

/// How far the translation of one file is.
struct TranslationStatus {
  /// What is translated, and into which file.
  std::string file;
  std::string translation;
  std::size_t texts = 0;
  std::size_t translated = 0;
  /// Paths without a text, in the file's order.
  std::vector<std::string> missing;
  /// Paths whose source text has changed since.
  std::vector<std::string> stale;
  /// Texts translated and not stale, of all, rounded down; 100 where there is nothing to translate.
  int percent = 0;
};

/// A file whose texts are translated.
struct TranslationSource {
  std::string path;
  std::string id;
  std::string language;
  /// Path → text, in the file's order.
  std::vector<std::pair<std::string, std::string>> texts;
};

/// The scenario's own file, and its customer's and journey's where they have files. `path` is the
/// scenario's, `library` where neighbours are looked for.
std::vector<TranslationSource> translation_sources(const Scenario& scenario,
                                                   const std::string& path,
                                                   const std::string& library);

/// The file of the translation into a language: one that is there, else the name it will get; the
/// same spelling in either case, whatever that of the source is.
std::string translation_path(const TranslationSource& source, std::string_view language);

/// Status of a translation; `text` is its content, empty where there is none yet. Refuses what
/// cannot be read, and what translates another file.
Result<TranslationStatus> translation_status(const TranslationSource& source,
                                             std::string_view language,
                                             const std::string& text);

/// The translator's file: everything that is there stays as it is, byte for byte, but the remarks
/// "# missing:" and "# changed:" and the map `sources`, which are written anew. `accept`: what is
/// translated counts as done from the texts as they are now. Refuses the same.
Result<std::string> translation_file(const TranslationSource& source,
                                     std::string_view language,
                                     const std::string& text,
                                     bool accept);

}  // namespace mot
