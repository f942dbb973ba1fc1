#include "engine/text/ui_strings.h"

#include <algorithm>
#include <filesystem>

#include "engine/base/ascii.h"
#include "engine/base/file.h"
#include "engine/base/yaml.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

// The offered tag that serves `wanted` best: itself, a shorter one, another variant of the
// language, English. Capitals make no difference.
std::string best_tag(std::string_view wanted, const std::vector<std::string>& offered) {
  const std::string tag = in_small_letters(wanted);
  for (std::string shorter = tag; !shorter.empty();) {
    for (const std::string& other : offered) {
      if (in_small_letters(other) == shorter) return other;
    }
    const std::size_t dash = shorter.rfind('-');
    if (dash == std::string::npos) break;
    shorter.resize(dash);
  }
  const std::string primary = tag.substr(0, tag.find('-'));
  for (const std::string& other : offered) {
    if (in_small_letters(other).substr(0, other.find('-')) == primary) return other;
  }
  return "en";
}

// "Save" → "[Šàvé~~]": what is in {braces} stays.
std::string pseudo(const std::string& text) {
  static constexpr std::pair<char, std::string_view> kAccents[] = {
      {'a', "à"}, {'e', "é"}, {'i', "î"}, {'o', "ö"}, {'u', "ü"}, {'n', "ñ"},
      {'A', "Å"}, {'E', "É"}, {'O', "Ö"}, {'S', "Š"}, {'C', "Ç"}};
  std::string made = "[";
  bool name = false;
  std::size_t letters = 0;
  for (const char c : text) {
    name = c == '{' || (name && c != '}');
    const auto accent = std::find_if(std::begin(kAccents), std::end(kAccents),
                                     [&](const auto& entry) { return entry.first == c; });
    if (!name && accent != std::end(kAccents)) {
      made += accent->second;
    } else {
      made += c;
    }
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    // All over the text, so that lines break as they would.
    if (!name && letter && ++letters % 2 == 0) made += '~';
  }
  return made + ']';
}

}  // namespace

UiStrings::UiStrings(const std::string& folder, std::string_view language)
    : language_(best_tag(language, languages(folder))) {
  DiagnosticSink ignored;
  texts_ = read((fs::path(folder) / (language_ + ".yaml")).string(), ignored);
  if (language == kPseudoLanguage) {
    for (auto& [key, text] : texts_) text = pseudo(text);
    language_ = kPseudoLanguage;
    return;
  }
  if (language_ != "en") texts_.merge(read((fs::path(folder) / "en.yaml").string(), ignored));
}

const std::string& UiStrings::text(std::string_view key) const {
  const std::string name(key);
  const auto found = texts_.find(name);
  if (found != texts_.end()) return found->second;
  return missing_.emplace(name, name).first->second;
}

std::string UiStrings::text(std::string_view key, Values values) const {
  return filled(key, values);
}

std::string UiStrings::said(const Refusal& refusal) const {
  return contains(refusal.key) ? filled(refusal.key, refusal.values) : refusal.message;
}

template <class Pairs>
std::string UiStrings::filled(std::string_view key, const Pairs& values) const {
  const std::string& pattern = text(key);
  std::string result;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = pattern.find('{', at);
    const std::size_t close =
        open == std::string::npos ? std::string::npos : pattern.find('}', open);
    if (close == std::string::npos) return result + pattern.substr(at);
    result.append(pattern, at, open - at);
    const std::string_view name = std::string_view(pattern).substr(open + 1, close - open - 1);
    const auto value = std::find_if(values.begin(), values.end(),
                                    [&](const auto& entry) { return entry.first == name; });
    if (value == values.end()) {
      result.append(pattern, open, close - open + 1);
    } else {
      result += value->second;
    }
    at = close + 1;
  }
  return result;
}

std::vector<std::string> UiStrings::keys() const {
  std::vector<std::string> keys;
  keys.reserve(texts_.size());
  for (const auto& [key, text] : texts_) keys.push_back(key);
  std::sort(keys.begin(), keys.end());
  return keys;
}

std::unordered_map<std::string, std::string> UiStrings::read(const std::string& path,
                                                             DiagnosticSink& sink) {
  std::unordered_map<std::string, std::string> texts;
  const auto source = read_source(path, sink);
  const auto document = source ? YamlDocument::parse(source, sink) : nullptr;
  if (!document || document->kind(document->root()) != YamlKind::map) return texts;
  for (YamlNode key = document->first(document->root()); key != kNoNode;
       key = document->next(document->next(key))) {
    const YamlNode value = document->next(key);
    if (document->kind(value) == YamlKind::sequence || document->kind(value) == YamlKind::map) {
      sink.add({"M0022", Severity::error, source, document->position(value), 1,
                "a text is needed here, not a list or a map", "write 'key: text'"});
      continue;
    }
    const bool fresh = texts.emplace(document->text(key), document->text(value)).second;
    if (!fresh)
      sink.add({"M0021", Severity::error, source, document->position(key), document->width(key),
                "this key is written twice", ""});
  }
  return texts;
}

bool UiStrings::speaks(const std::string& folder, std::string_view tag) {
  const auto primary = [](std::string_view any) {
    return in_small_letters(std::string(any.substr(0, any.find_first_of("-_"))));
  };
  return primary(best_tag(tag, languages(folder))) == primary(tag);
}

std::vector<std::string> UiStrings::languages(const std::string& folder) {
  std::vector<std::string> tags;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".yaml") tags.push_back(entry.path().stem().string());
  }
  std::sort(tags.begin(), tags.end());
  return tags;
}

}  // namespace mot
