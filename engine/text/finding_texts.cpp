#include "engine/text/finding_texts.h"

#include <algorithm>
#include <filesystem>
#include <functional>

#include "engine/base/file.h"
#include "engine/base/yaml.h"

namespace mot {
namespace {

constexpr int kDeepest = 3;  // a part of a part of a sentence

using Take = std::function<void(std::string_view key, YamlNode value)>;

void each(const YamlDocument& document, YamlNode map, const Take& take) {
  if (map == kNoNode || document.kind(map) != YamlKind::map) return;
  for (YamlNode key = document.first(map); key != kNoNode;
       key = document.next(document.next(key))) {
    take(document.text(key), document.next(key));
  }
}

bool begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

bool ends(std::string_view text, std::string_view with) {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

// "{1} has no key {2}" → "", " has no key ", "". A brace around anything but a number is a letter.
std::vector<std::string> parts_of(std::string_view english) {
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < english.size(); ++at) {
    const bool hole = at + 2 < english.size() && english[at] == '{' && english[at + 2] == '}' &&
                      english[at + 1] >= '1' && english[at + 1] <= '9';
    if (!hole) {
      parts.back() += english[at];
      continue;
    }
    parts.emplace_back();
    at += 2;
  }
  return parts;
}

bool is_quoted(std::string_view text) {
  return text.size() > 2 && text.front() == '\'' && text.back() == '\'' &&
         text.substr(1, text.size() - 2).find('\'') == std::string_view::npos;
}

}  // namespace

FindingTexts::FindingTexts(const std::string& folder, std::string_view language) {
  namespace fs = std::filesystem;
  const fs::path path = fs::path(folder) / "findings" / (std::string(language) + ".yaml");
  DiagnosticSink ignored;
  const auto source = read_source(path.string(), ignored);
  const auto document = source ? YamlDocument::parse(source, ignored) : nullptr;
  if (!document) return;
  const auto text = [&](YamlNode node) { return std::string(document->text(node)); };
  each(*document, document->root(), [&](std::string_view section, YamlNode map) {
    each(*document, map, [&](std::string_view key, YamlNode value) {
      if (section == "codes") {
        Entry& entry = entries_[std::string(key)];
        each(*document, value, [&](std::string_view name, YamlNode said) {
          (name == "title"  ? entry.title
           : name == "mend" ? entry.mend
                            : entry.meaning) = text(said);
        });
      } else if (section == "sentences" || section == "parts") {
        Sentence sentence{parts_of(key), text(value)};
        for (const std::string& part : sentence.parts) sentence.letters += part.size();
        (section == "parts" ? parts_ : sentences_).push_back(std::move(sentence));
      } else {
        (section == "words" ? words_ : phrases_).emplace(key, text(value));
      }
    });
  });
  for (std::vector<Sentence>* known : {&sentences_, &parts_}) {
    std::stable_sort(known->begin(), known->end(),
                     [](const Sentence& a, const Sentence& b) { return a.letters > b.letters; });
  }
}

CatalogueEntry FindingTexts::entry(const CatalogueEntry& english) const {
  const auto found = entries_.find(std::string(english.code));
  if (found == entries_.end()) return english;
  CatalogueEntry entry = english;
  entry.title = found->second.title;
  entry.meaning = found->second.meaning;
  entry.mend = found->second.mend;
  return entry;
}

Diagnostic FindingTexts::said(Diagnostic finding) const {
  finding.message = message(finding.code, finding.message);
  finding.hint = hint(finding.hint);
  return finding;
}

std::string FindingTexts::message(std::string_view code, std::string_view english) const {
  std::string said = sentence(sentences_, english, 0);
  if (!said.empty()) return said;
  const auto entry = entries_.find(std::string(code));
  if (entry == entries_.end()) return std::string(english);
  return phrase("untold", {{"title", entry->second.title}, {"message", std::string(english)}});
}

std::string FindingTexts::hint(std::string_view english) const {
  std::string said = sentence(sentences_, english, 0);
  return said.empty() ? std::string(english) : said;
}

bool FindingTexts::knows(std::string_view english) const {
  return !sentence(sentences_, english, 0).empty();
}

bool FindingTexts::matches(const Sentence& sentence,
                           std::string_view text,
                           std::vector<std::string_view>& holes) {
  const std::vector<std::string>& parts = sentence.parts;
  if (!begins(text, parts.front())) return false;
  if (parts.size() == 1) return text.size() == parts.front().size();
  if (text.size() < sentence.letters || !ends(text, parts.back())) return false;
  holes.clear();
  std::size_t at = parts.front().size();
  const std::size_t last = text.size() - parts.back().size();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const bool closing = i + 1 == parts.size();
    const std::size_t next = closing ? last : text.substr(0, last).find(parts[i], at);
    if (next == std::string_view::npos || next <= at) return false;
    holes.push_back(text.substr(at, next - at));
    at = next + parts[i].size();
  }
  return true;
}

// Empty: it is not known.
std::string FindingTexts::sentence(const std::vector<Sentence>& known,
                                   std::string_view english,
                                   int depth) const {
  std::vector<std::string_view> holes;
  for (const Sentence& sentence : known) {
    if (matches(sentence, english, holes)) return filled(sentence.meaning, holes, depth);
  }
  return {};
}

std::string FindingTexts::filled(const std::string& meaning,
                                 const std::vector<std::string_view>& holes,
                                 int depth) const {
  std::string said;
  for (std::size_t at = 0; at < meaning.size(); ++at) {
    const bool as_it_is = meaning.compare(at, 2, "{=") == 0;
    const std::size_t digit = at + (as_it_is ? 2 : 1);
    const bool is_hole =
        meaning[at] == '{' && digit + 1 < meaning.size() && meaning[digit + 1] == '}';
    const auto hole = is_hole ? static_cast<std::size_t>(meaning[digit] - '1') : holes.size();
    if (hole >= holes.size()) {
      said += meaning[at];
      continue;
    }
    const std::string_view english = holes[hole];
    at = digit + 1;
    // The quotes of the language take the place of the spaces around a name.
    const bool quoted = !as_it_is && is_quoted(english);
    if (quoted && ends(said, " ")) said.pop_back();
    if (quoted && meaning.compare(at + 1, 1, " ") == 0) ++at;
    said += as_it_is ? std::string(english) : part(english, depth + 1);
  }
  return said;
}

// What stands in a hole: a name in quotes, a word, several of them, a sentence of its own.
std::string FindingTexts::part(std::string_view english, int depth) const {
  if (const auto word = words_.find(std::string(english)); word != words_.end())
    return word->second;
  if (is_quoted(english))
    return phrase("quoted", {{"name", std::string(english.substr(1, english.size() - 2))}});
  if (const std::size_t comma = english.find(", "); comma != std::string_view::npos) {
    const auto first = words_.find(std::string(english.substr(0, comma)));
    if (first != words_.end())
      return first->second + phrase("comma") + part(english.substr(comma + 2), depth);
  }
  const bool has_words = english.find(' ') != std::string_view::npos;
  if (!has_words || depth > kDeepest) return std::string(english);
  std::string said = sentence(parts_, english, depth);
  if (said.empty()) said = sentence(sentences_, english, depth);
  return said.empty() ? std::string(english) : said;
}

std::string FindingTexts::severity(Severity severity) const {
  return phrase(severity_name(severity));
}

std::string FindingTexts::rest(const FindingCounts& counts) const {
  return phrase("rest", {{"total", std::to_string(counts.total())},
                         {"errors", std::to_string(counts.errors)},
                         {"warnings", std::to_string(counts.warnings)},
                         {"hints", std::to_string(counts.hints)}});
}

std::string FindingTexts::phrase(std::string_view key, Values values) const {
  const auto found = phrases_.find(std::string(key));
  std::string said = found == phrases_.end() ? std::string(key) : found->second;
  for (const auto& [name, value] : values) {
    const std::string hole = '{' + std::string(name) + '}';
    const std::size_t at = said.find(hole);
    if (at != std::string::npos) said.replace(at, hole.size(), value);
  }
  return said;
}

}  // namespace mot
