#include "engine/authoring/translation_edits.h"

#include <algorithm>
#include <utility>

#include "engine/authoring/scenario_edits.h"
#include "engine/authoring/yaml_spans.h"
#include "engine/scenario/translation_reader.h"

namespace mot {
namespace {

/// The text with the value of a key in an outermost map set; without it where there is no such map.
Result<std::string> with_value(const std::string& text,
                               std::string_view map,
                               std::string_view key,
                               const std::string& value) {
  const Result<YamlSpans> spans = YamlSpans::parse(text);
  if (!spans) return tl::unexpected<Refusal>(spans.error());
  const YamlNode node = spans->find(map);
  if (node == kNoNode) return text;
  const Result<TextEdit> edit = set_value(*spans, node, key, value);
  if (!edit) return tl::unexpected<Refusal>(edit.error());
  return applied(*edit, text);
}

/// The text without a key of an outermost map, unless it is the only one.
Result<std::string> without_value(const std::string& text,
                                  std::string_view map,
                                  std::string_view key) {
  const Result<YamlSpans> spans = YamlSpans::parse(text);
  if (!spans) return tl::unexpected<Refusal>(spans.error());
  const YamlNode node = spans->find(map);
  const YamlNode value = node == kNoNode ? kNoNode : spans->value(node, key);
  if (value == kNoNode) return text;
  const YamlDocument& document = spans->document();
  if (document.next(document.next(document.first(node))) == kNoNode) return text;
  const Span lines = spans->entry_lines(node, spans->key_of(node, value));
  return std::string(text).erase(lines.begin, lines.end - lines.begin);
}

}  // namespace

Result<std::string> with_translation(const TranslationSource& source,
                                     std::string_view language,
                                     const std::string& file,
                                     std::string_view path,
                                     const std::string& words) {
  Result<std::string> text =
      file.empty() ? translation_file(source, language, file, false) : Result<std::string>(file);
  if (text)
    text = words.empty() ? without_value(*text, "texts", path)
                         : with_value(*text, "texts", path, words);
  const auto original = std::find_if(source.texts.begin(), source.texts.end(),
                                     [&](const auto& entry) { return entry.first == path; });
  if (text && original != source.texts.end()) {
    // A mark that is there says what the old words were made from.
    const Result<YamlSpans> spans = YamlSpans::parse(*text);
    if (!spans) return tl::unexpected<Refusal>(spans.error());
    const YamlNode marks = spans->find("sources");
    if (marks != kNoNode && spans->value(marks, path) != kNoNode)
      text = with_value(*text, "sources", path, source_mark(original->second));
  }
  if (!text) return text;
  return translation_file(source, language, *text, false);
}

}  // namespace mot
