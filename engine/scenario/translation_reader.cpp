#include "engine/scenario/translation_reader.h"

#include <fmt/format.h>

#include <array>

#include "engine/base/hash.h"
#include "engine/scenario/node_reader.h"
#include "engine/scenario/read_context.h"
#include "engine/scenario/text_paths.h"

namespace mot {
namespace {

constexpr std::array<std::string_view, 5> kTranslationKeys{"mot-translation", "of", "language",
                                                           "texts", "sources"};
// Missing texts named one by one; more are counted.
constexpr std::size_t kNamedMissing = 20;

class TranslationReader {
 public:
  TranslationReader(const YamlDocument& document,
                    std::string_view of,
                    std::string_view own_language,
                    const std::vector<TranslatableText>& texts,
                    DiagnosticSink& sink)
      : reader_(document, sink), of_(of), own_language_(own_language), texts_(texts) {
    for (std::size_t i = 0; i < texts.size(); ++i) index_.emplace(texts[i].path, i);
  }

  TranslationTexts read() {
    const YamlDocument& document = reader_.document();
    TranslationTexts result;
    Fields fields;
    if (!reader_.fields(document.root(), "a translation", kTranslationKeys, fields)) return result;
    if (!read_version(reader_, document.root(), "mot-translation", fields)) return result;
    bool usable = true;
    for (const std::string_view key : {"of", "language", "texts"}) {
      if (fields.contains(key)) continue;
      reader_.missing(document.root(), "a translation", key);
      usable = false;
    }
    if (const auto of = reader_.id(fields["of"], "'of'"); of && *of != of_) {
      reader_.report(fields["of"], "M0113",
                     fmt::format("this translates '{}', but the file beside it is '{}'", *of, of_),
                     fmt::format("write 'of: {}', or move the file", of_));
      return result;
    }
    if (const auto language = reader_.text(fields["language"], "'language'")) {
      result.language = *language;
      usable = check_language(fields["language"], *language) && usable;
    }
    if (!usable) return result;
    result.texts.resize(texts_.size());
    entries_.assign(texts_.size(), kNoNode);
    read_texts(fields["texts"], result);
    if (fields.contains("sources")) read_sources(fields["sources"]);
    report_missing(fields["texts"], result.language);
    result.usable = true;
    return result;
  }

 private:
  bool check_language(YamlNode node, std::string_view language) {
    if (!is_language_tag(language)) {
      reader_.report(node, "M0114",
                     fmt::format("'{}' is not a language tag", language.substr(0, 40)),
                     "for example: en, zh-CN");
      return false;
    }
    if (language == own_language_) {
      reader_.report(node, "M0115", fmt::format("the file is written in '{}' already", language),
                     "change 'language', or edit the texts in the file itself");
      return false;
    }
    return true;
  }

  std::size_t find(YamlNode key, std::string_view path) {
    const auto found = index_.find(path);
    if (found != index_.end()) return found->second;
    std::vector<std::string_view> names;
    names.reserve(texts_.size());
    for (const TranslatableText& text : texts_) names.push_back(text.path);
    reader_.report(key, "M0110", fmt::format("path '{}' leads to no text", path.substr(0, 120)),
                   reader_.suggest(path, names));
    return texts_.size();
  }

  void read_texts(YamlNode node, TranslationTexts& result) {
    reader_.entries(node, "'texts'", [&](std::string_view path, YamlNode key, YamlNode value) {
      const std::size_t i = find(key, path);
      if (i == texts_.size()) return;
      entries_[i] = key;
      // An entry left empty is simply not translated yet.
      const YamlKind kind = reader_.document().kind(value);
      if (kind == YamlKind::null ||
          (kind == YamlKind::scalar && reader_.document().text(value).empty()))
        return;
      if (const auto text = reader_.text(value, "the translation")) result.texts[i] = *text;
    });
  }

  void read_sources(YamlNode node) {
    reader_.entries(node, "'sources'", [&](std::string_view path, YamlNode key, YamlNode value) {
      const std::size_t i = find(key, path);
      if (i == texts_.size()) return;
      const auto mark = reader_.text(value, "the source's mark");
      if (!mark || *mark == source_mark(texts_[i].source)) return;
      const YamlNode at = entries_[i] == kNoNode ? key : entries_[i];
      reader_.report(
          at, "M0112", fmt::format("the source of '{}' has changed since it was translated", path),
          fmt::format("check the translation, then write its mark \"{}\" under 'sources'",
                      source_mark(texts_[i].source)),
          Severity::warning);
    });
  }

  void report_missing(YamlNode node, std::string_view language) {
    std::size_t missing = 0;
    const YamlDocument& document = reader_.document();
    const auto warn = [&](std::string message, std::string hint) {
      reader_.sink().add({"M0111", Severity::warning, document.source(), document.position(node), 1,
                          std::move(message), std::move(hint)});
    };
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      if (entries_[i] != kNoNode && !is_empty(entries_[i])) continue;
      if (++missing <= kNamedMissing)
        warn(fmt::format("'{}' is not translated into {}", texts_[i].path, language),
             "readers see the text in the file's own language");
    }
    if (missing > kNamedMissing)
      warn(fmt::format("{} more texts are not translated into {}", missing - kNamedMissing,
                       language),
           "");
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
  std::unordered_map<std::string_view, std::size_t> index_;
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
