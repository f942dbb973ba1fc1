// What findings say in the reader's language: assets/lang/findings/<tag>.yaml. English has no file:
// it is what the catalogue and the findings themselves say.
//
//   codes:      of each code its title, meaning and mend
//   sentences:  from an English message or hint to how it is said; {1}, {2} … stand for what
//               differs from finding to finding, {=1} for the same left in English
//   parts:      the same of pieces of a sentence that stand in its places
//   words:      what may stand in the places of {1}, {2} …
//   report:     what `mot check` and `mot explain` say around findings
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/base/catalogue.h"
#include "engine/base/report.h"

namespace mot {

class FindingTexts : public ReportWords {
 public:
  using Values = std::initializer_list<std::pair<std::string_view, std::string>>;

  /// English.
  FindingTexts() = default;
  /// Reads <folder>/findings/<language>.yaml; where there is no such file everything is English.
  FindingTexts(const std::string& folder, std::string_view language);

  bool is_english() const { return entries_.empty(); }
  /// For ReportStyle: null where it is English.
  const ReportWords* report_words() const { return is_english() ? nullptr : this; }

  /// An entry of the catalogue, its example as it is; views into this object. English where the
  /// language has no texts for it.
  CatalogueEntry entry(const CatalogueEntry& english) const;
  /// A finding with message and hint in the language. A message of a shape that is not known stays
  /// English behind the title of its code.
  Diagnostic said(Diagnostic finding) const override;
  /// A message or a hint of that code in the language.
  std::string message(std::string_view code, std::string_view english) const;
  std::string hint(std::string_view english) const;
  /// Whether that sentence is known.
  bool knows(std::string_view english) const;

  std::string severity(Severity severity) const override;
  std::string rest(const FindingCounts& counts) const override;
  /// A text of `report` with {name} replaced by its value.
  std::string phrase(std::string_view key, Values values = {}) const;

 private:
  struct Entry {
    std::string title;
    std::string meaning;
    std::string mend;
  };
  // An English sentence between its holes, and how it is said.
  struct Sentence {
    std::vector<std::string> parts;
    std::string meaning;
    std::size_t letters = 0;  // of all parts
  };
  static bool matches(const Sentence& sentence,
                      std::string_view text,
                      std::vector<std::string_view>& holes);
  std::string filled(const std::string& meaning,
                     const std::vector<std::string_view>& holes,
                     int depth) const;
  std::string sentence(const std::vector<Sentence>& known,
                       std::string_view english,
                       int depth) const;
  std::string part(std::string_view english, int depth) const;

  std::unordered_map<std::string, Entry> entries_;
  std::vector<Sentence> sentences_;  // with the most letters first, these and …
  std::vector<Sentence> parts_;
  std::unordered_map<std::string, std::string> words_;
  std::unordered_map<std::string, std::string> phrases_;
};

}  // namespace mot
