// The programme's own words in the reader's language: assets/lang/<tag>.yaml, a flat map from key
// to text with {placeholders}.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/base/result.h"

namespace mot {

/// English with accents and more than a third longer, between brackets: shows what a translation
/// would break and what is not translated at all. For tests; no file, and not offered to players.
inline constexpr std::string_view kPseudoLanguage = "en-XA";

/// Interface texts of one language with English behind it. A missing key shows as the key itself,
/// so that it is noticed; tests fail on it.
class UiStrings {
 public:
  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  UiStrings() = default;
  /// Reads <folder>/<language>.yaml over <folder>/en.yaml; a language without a file falls back to
  /// a shorter tag, another variant, English. kPseudoLanguage makes one out of English.
  UiStrings(const std::string& folder, std::string_view language);

  /// The text of a key.
  const std::string& text(std::string_view key) const;
  /// The same with {name} replaced by its value.
  std::string text(std::string_view key, Values values) const;
  /// A refusal in the reader's language where it has a key, else as it is.
  std::string said(const Refusal& refusal) const;
  bool contains(std::string_view key) const {
    return texts_.find(std::string(key)) != texts_.end();
  }
  /// The tag of the file in use.
  const std::string& language() const { return language_; }
  /// All keys of the language in use and of English.
  std::vector<std::string> keys() const;

  /// Keys and texts of one file, for tests; findings go to the sink.
  static std::unordered_map<std::string, std::string> read(const std::string& path,
                                                           DiagnosticSink& sink);
  /// Whether a text file serves the tag: its own, one of a shorter tag, or of another variant of
  /// that language; kPseudoLanguage, too. Else English stands in for it.
  static bool speaks(const std::string& folder, std::string_view tag);
  /// Tags with a file in the folder, sorted.
  static std::vector<std::string> languages(const std::string& folder);

 private:
  template <class Pairs>
  std::string filled(std::string_view key, const Pairs& values) const;

  std::unordered_map<std::string, std::string> texts_;
  mutable std::unordered_map<std::string, std::string> missing_;
  std::string language_;
};

}  // namespace mot
