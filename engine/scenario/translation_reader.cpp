#include "engine/scenario/translation_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <unordered_set>

#include "engine/base/ascii.h"
#include "engine/base/edit_distance.h"
#include "engine/base/hash.h"
#include "engine/scenario/node_reader.h"
#include "engine/scenario/read_context.h"
#include "engine/scenario/text_paths.h"

namespace mot {
namespace {

constexpr std::array<std::string_view, 5> kTranslationKeys{"mot-translation", "of", "language",
                                                           "texts", "sources"};

// Texts among which the meaning of a misspelt path is looked for.
constexpr std::size_t kCompared = 2000;

// "zh-CN" of "….zh-CN.yaml"; empty where the name has no tag.
std::string tag_of_path(const std::string& path) {
  const std::string stem = std::filesystem::path(path).stem().string();
  const std::size_t dot = stem.rfind('.');
  if (dot == std::string::npos || !is_language_tag(std::string_view(stem).substr(dot + 1)))
    return {};
  return stem.substr(dot + 1);
}

class TranslationReader {
 public:
  TranslationReader(const YamlDocument& document,
                    std::string_view of,
                    std::string_view own_language,
                    const std::vector<TranslatableText>& texts,
                    DiagnosticSink& sink)
      : reader_(document, sink), of_(of), own_language_(own_language), texts_(texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      index_.emplace(texts[i].path, i);
      paths_.push_back(texts[i].path);
    }
  }
  // Of what it translates nothing is known.
  TranslationReader(const YamlDocument& document,
                    const std::vector<TranslatableText>& none,
                    DiagnosticSink& sink)
      : reader_(document, sink), texts_(none), known_(false) {}

  TranslationTexts read() {
    const YamlDocument& document = reader_.document();
    TranslationTexts result;
    Fields fields;
    if (!reader_.version_is_known("mot-translation") ||
        !reader_.fields(document.root(), "a translation", kTranslationKeys, fields))
      return result;
    reader_.require(fields, document.root(), "the file", "mot-translation",
                    "start the file with 'mot-translation: 1'");
    for (const std::string_view key : {"of", "language", "texts"})
      reader_.require(fields, document.root(), "a translation", key);
    bool usable = fields.contains("language") && fields.contains("texts");
    if (!check_translated_id(reader_, fields["of"], of_)) return result;
    if (const auto language = reader_.language(fields["language"])) {
      result.language = *language;
      usable = check_language(fields["language"], *language) && usable;
    } else {
      usable = false;
    }
    if (!usable) return result;
    result.texts.resize(texts_.size());
    entries_.assign(texts_.size(), kNoNode);
    if (!read_texts(fields["texts"], result)) return result;
    if (fields.contains("sources")) read_sources(fields["sources"]);
    if (known_) report_missing(fields.key("texts"), result.language);
    result.usable = known_;
    return result;
  }

 private:
  bool check_language(YamlNode node, std::string_view language) {
    if (known_ && same_tag(language, own_language_)) {
      reader_.report(node, "M0115", fmt::format("the file is written in '{}' already", language),
                     "change 'language', or edit the texts in the file itself");
      return false;
    }
    const std::string tag = tag_of_path(reader_.document().source()->path);
    if (!tag.empty() && !same_tag(tag, language))
      reader_.report(
          node, "M0116",
          fmt::format("the texts are in '{}', but the file's name says '{}'", language, tag),
          "correct 'language', or rename the file", Severity::warning);
    return true;
  }

  // Number of texts: there is none, which is reported.
  std::size_t find(YamlNode key, std::string_view path) {
    const auto found = index_.find(path);
    if (found != index_.end()) return found->second;
    if (known_ && reported_.insert(path).second)
      reader_.report(key, "M0110", fmt::format("path {} leads to no text", in_quotes(path)),
                     hint_for(path));
    return texts_.size();
  }

  // The nearest path; where its last piece is wrong, those that are there.
  std::string hint_for(std::string_view path) const {
    std::string hint = reader_.suggest(path, paths_);
    const std::size_t dot = path.rfind('.');
    if (!hint.empty() || dot == std::string_view::npos) return hint;
    std::vector<std::string_view> beside;
    for (const std::string_view other : paths_) {
      if (other.substr(0, dot + 1) == path.substr(0, dot + 1) && beside.size() < 8)
        beside.push_back(other.substr(dot + 1));
    }
    if (beside.empty()) return "a moment or a response of this name has no such text";
    return fmt::format("below {} there is: {}", path.substr(0, dot), fmt::join(beside, ", "));
  }

  std::size_t find_nearest(std::string_view path) const {
    const auto found = index_.find(nearest_name(path, paths_));
    return found == index_.end() || entries_[found->second] != kNoNode ? texts_.size()
                                                                       : found->second;
  }

  bool read_texts(YamlNode node, TranslationTexts& result) {
    return reader_.entries(
        node, "'texts'", [&](std::string_view path, YamlNode key, YamlNode value) {
          std::size_t i = find(key, path);
          // A misspelt path stands for the one it is near to.
          if (i == texts_.size() && texts_.size() <= kCompared) i = find_nearest(path);
          // An entry left empty is simply not translated yet.
          const auto text = is_empty(key) ? std::nullopt : reader_.text(value, "the translation");
          if (i == texts_.size()) return;
          entries_[i] = key;
          if (text) result.texts[i] = *text;
        });
  }

  void read_sources(YamlNode node) {
    reader_.entries(node, "'sources'", [&](std::string_view path, YamlNode key, YamlNode value) {
      const std::size_t i = find(key, path);
      const auto mark = reader_.text(value, "the source's mark");
      if (i == texts_.size() || !mark ||
          same_but_for_capitals(*mark, source_mark(texts_[i].source)))
        return;
      if (entries_[i] == kNoNode || is_empty(entries_[i])) return;  // reported as missing
      reader_.report(
          entries_[i], "M0112",
          fmt::format("the source of '{}' has changed since it was translated", path),
          fmt::format("check the translation, then write its mark \"{}\" under 'sources'",
                      source_mark(texts_[i].source)),
          Severity::warning);
    });
  }

  void report_missing(YamlNode key, std::string_view language) {
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (entries_[i] != kNoNode && !is_empty(entries_[i])) continue;
      reader_.report(key, "M0111",
                     fmt::format("'{}' is not translated into {}", texts_[i].path, language),
                     "until it is, readers see another variant or the original", Severity::warning);
    }
  }

  bool is_empty(YamlNode key) const {
    const YamlNode value = reader_.document().next(key);
    return reader_.document().kind(value) == YamlKind::null ||
           (reader_.document().kind(value) == YamlKind::scalar &&
            reader_.document().text(value).empty());
  }

  NodeReader reader_;
  std::string_view of_;
  std::string_view own_language_;
  const std::vector<TranslatableText>& texts_;
  bool known_ = true;
  std::unordered_map<std::string_view, std::size_t> index_;
  std::vector<std::string_view> paths_;
  std::unordered_set<std::string_view> reported_;
  std::vector<YamlNode> entries_;
};

}  // namespace

TranslationTexts read_translation(const YamlDocument& document,
                                  std::string_view of,
                                  std::string_view own_language,
                                  const std::vector<TranslatableText>& texts,
                                  DiagnosticSink& sink) {
  return TranslationReader(document, of, own_language, texts, sink).read();
}

bool check_translated_id(const NodeReader& reader, YamlNode of, std::string_view id) {
  const auto named = reader.id(of, "'of'");
  if (!named || id.empty() || *named == id) return true;
  reader.report(of, "M0113",
                fmt::format("this translates '{}', but the file beside it is '{}'", *named, id),
                fmt::format("write 'of: {}', or move the file", id));
  return false;
}

void check_translation_form(const YamlDocument& document, DiagnosticSink& sink) {
  const std::vector<TranslatableText> none;
  TranslationReader(document, none, sink).read();
}

void read_scenario_translation(const std::shared_ptr<const YamlDocument>& document,
                               Scenario& scenario,
                               TextOrigin origin,
                               DiagnosticSink& sink) {
  const auto paths = text_paths(scenario, origin);
  std::vector<TranslatableText> texts;
  texts.reserve(paths.size());
  for (const auto& [path, id] : paths) texts.push_back({path, scenario.texts[id].text});
  const std::string_view of = origin == TextOrigin::scenario   ? scenario.id
                              : origin == TextOrigin::customer ? scenario.customer.id
                                                               : scenario.journey;
  TranslationTexts read = read_translation(
      *document, of, scenario.language[static_cast<std::size_t>(origin)], texts, sink);
  if (!read.usable) return;
  Translation translation;
  translation.language = std::move(read.language);
  translation.origin = origin;
  translation.texts.resize(scenario.texts.size());
  for (std::size_t i = 0; i < paths.size(); ++i) translation.texts[paths[i].second] = read.texts[i];
  scenario.storage.push_back(document);
  scenario.translations.push_back(std::move(translation));
}

std::string source_mark(std::string_view text) { return sha256_hex(text).substr(0, 8); }

}  // namespace mot
