// The field's terms and what they mean, in the reader's language; the same list is
// docs/glossary.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace mot {

struct GlossaryTerm {
  std::string term;
  std::string means;
  /// The English term, where the reader's language is another one.
  std::string english;
};

/// Reads the list at `path` for a reader of `language`: by the alphabet in English, in the list's
/// own order elsewhere. A term that lacks the language is shown in English. Empty where the file
/// cannot be read.
std::vector<GlossaryTerm> read_glossary(const std::string& path, std::string_view language);

/// Those in which every word of `wanted` occurs, in term or meaning; capitals make no difference.
std::vector<GlossaryTerm> terms_with(const std::vector<GlossaryTerm>& terms,
                                     std::string_view wanted);

}  // namespace mot
