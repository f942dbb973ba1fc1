#include "engine/authoring/translation_edits.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/authoring/scenario_edits.h"
#include "engine/authoring/yaml_spans.h"
#include "engine/scenario/translation_reader.h"

namespace mot {
namespace {

/// Sets the value of a key in an outermost map; nothing where there is no such map.
Result<TextEdit> with_value(const YamlSpans& spans,
                            std::string_view map,
                            std::string_view key,
                            const std::string& value) {
  const YamlNode node = spans.find(map);
  return node == kNoNode ? Result<TextEdit>(TextEdit()) : set_value(spans, node, key, value);
}

/// Takes a key out of an outermost map, unless it is the only one.
TextEdit without_value(const YamlSpans& spans, std::string_view map, std::string_view key) {
  const YamlNode node = spans.find(map);
  const YamlNode value = node == kNoNode ? kNoNode : spans.value(node, key);
  if (value == kNoNode) return {};
  const YamlDocument& document = spans.document();
  if (document.next(document.next(document.first(node))) == kNoNode) return {};
  const Span lines = spans.entry_lines(node, spans.key_of(node, value));
  return {{{lines.begin, spans.text().substr(lines.begin, lines.end - lines.begin), ""}}};
}

/// A mark that is there says what the old words were made from: it is set to the text as it is now.
Result<TextEdit> with_mark(const YamlSpans& spans,
                           const TranslationSource& source,
                           std::string_view path) {
  const YamlNode marks = spans.find("sources");
  const auto original = std::find_if(source.texts.begin(), source.texts.end(),
                                     [&](const auto& entry) { return entry.first == path; });
  if (original == source.texts.end() || marks == kNoNode || spans.value(marks, path) == kNoNode)
    return TextEdit();
  return set_value(spans, marks, path, source_mark(original->second));
}

}  // namespace

Result<std::string> with_translation(const TranslationSource& source,
                                     std::string_view language,
                                     const std::string& file,
                                     std::string_view path,
                                     const std::string& words) {
  const Result<std::string> text =
      file.empty() ? translation_file(source, language, file, false) : Result<std::string>(file);
  if (!text) return text;
  const Result<YamlSpans> spans = YamlSpans::parse(*text);
  if (!spans) return tl::unexpected<Refusal>(spans.error());
  Result<TextEdit> edit = words.empty() ? Result<TextEdit>(without_value(*spans, "texts", path))
                                        : with_value(*spans, "texts", path, words);
  if (!edit) return tl::unexpected<Refusal>(edit.error());
  const Result<TextEdit> mark = with_mark(*spans, source, path);
  if (!mark) return tl::unexpected<Refusal>(mark.error());
  // The two maps may stand in either order.
  std::vector<TextChange> changes = std::move(edit->changes);
  changes.insert(changes.end(), mark->changes.begin(), mark->changes.end());
  return translation_file(source, language, applied(in_order(std::move(changes)), *text), false);
}

}  // namespace mot
