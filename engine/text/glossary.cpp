#include "engine/text/glossary.h"

#include <algorithm>

#include "engine/base/ascii.h"
#include "engine/base/file.h"
#include "engine/base/yaml.h"

namespace mot {
namespace {

constexpr std::string_view kEnglish = "en";

YamlNode value_of(const YamlDocument& document, YamlNode map, std::string_view key) {
  if (map == kNoNode || document.kind(map) != YamlKind::map) return kNoNode;
  for (YamlNode n = document.first(map); n != kNoNode; n = document.next(document.next(n))) {
    if (document.text(n) == key) return document.next(n);
  }
  return kNoNode;
}

std::string text_of(const YamlDocument& document, YamlNode map, std::string_view key) {
  const YamlNode value = value_of(document, map, key);
  return value == kNoNode ? std::string() : std::string(document.text(value));
}

/// The entry of the language itself, of its first part, else of English.
YamlNode entry_for(const YamlDocument& document, YamlNode term, std::string_view language) {
  for (const std::string_view tag : {language, language.substr(0, language.find('-'))}) {
    if (const YamlNode entry = value_of(document, term, tag); entry != kNoNode) return entry;
  }
  return value_of(document, term, kEnglish);
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(in_small_letters(text.substr(at, end - at)));
    at = end + 1;
  }
  return words;
}

}  // namespace

std::vector<GlossaryTerm> read_glossary(const std::string& path, std::string_view language) {
  DiagnosticSink unheard;
  const auto source = read_source(path, unheard);
  const auto document = source ? YamlDocument::parse(source, unheard) : nullptr;
  std::vector<GlossaryTerm> terms;
  if (!document || document->kind(document->root()) != YamlKind::map) return terms;
  for (YamlNode key = document->first(document->root()); key != kNoNode;) {
    const YamlNode term = document->next(key);
    const YamlNode entry = entry_for(*document, term, language);
    const YamlNode english = value_of(*document, term, kEnglish);
    if (entry != kNoNode) {
      terms.push_back({text_of(*document, entry, "term"), text_of(*document, entry, "means"),
                       entry == english ? std::string() : text_of(*document, english, "term")});
    }
    key = document->next(term);
  }
  if (language.substr(0, 2) == kEnglish) {
    std::stable_sort(terms.begin(), terms.end(), [](const GlossaryTerm& a, const GlossaryTerm& b) {
      return in_small_letters(a.term) < in_small_letters(b.term);
    });
  }
  return terms;
}

std::vector<GlossaryTerm> terms_with(const std::vector<GlossaryTerm>& terms,
                                     std::string_view wanted) {
  const std::vector<std::string> words = words_of(wanted);
  std::vector<GlossaryTerm> found;
  for (const GlossaryTerm& term : terms) {
    const std::string text = in_small_letters(term.term + '\n' + term.means + '\n' + term.english);
    if (std::all_of(words.begin(), words.end(), [&](const std::string& word) {
          return text.find(word) != std::string::npos;
        })) {
      found.push_back(term);
    }
  }
  return found;
}

}  // namespace mot
