#include "engine/authoring/translation_edits.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/authoring/scenario_edits.h"
#include "engine/authoring/value_edits.h"
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

/// Takes out what the translator's file says of a text that is open.
void drop_remark(std::string& text, std::string_view path) {
  for (const std::string_view begins : {kMissingRemark, kChangedRemark}) {
    const std::string remark = fmt::format("\n{}{}: ", begins, path);
    const std::size_t at = text.find(remark);
    if (at == std::string::npos) continue;
    const std::size_t end = std::min(text.find('\n', at + 1), text.size());
    text.erase(at, end - at);
  }
}

/// A path and the mark for it, as it is written.
using Marks = std::vector<std::pair<std::string, std::string>>;

std::string written_mark(std::string_view text) { return fmt::format("\"{}\"", source_mark(text)); }

std::vector<std::string> entries_of(const Marks& marks) {
  std::vector<std::string> entries;
  for (const auto& [path, mark] : marks) entries.push_back(fmt::format("{}: {}", path, mark));
  return entries;
}

/// Marks in a file that has none yet.
Result<std::string> with_first_marks(const YamlSpans& spans, const Marks& marks) {
  if (spans.find("sources") == kNoNode && !spans.in_brackets(spans.document().root())) {
    std::string text = spans.text();
    if (text.back() != '\n') text += '\n';
    return text + fmt::format("sources:\n  {}\n", fmt::join(entries_of(marks), "\n  "));
  }
  const Result<TextEdit> edit =
      put_value(spans, "sources", fmt::format("{{ {} }}", fmt::join(entries_of(marks), ", ")),
                ScalarKind::word);
  if (!edit) return tl::unexpected<Refusal>(edit.error());
  return applied(*edit, spans.text());
}

/// Sets marks; those that are new stand last, in their order.
Result<std::string> with_marks(const std::string& text, const Marks& marks) {
  const Result<YamlSpans> spans = YamlSpans::parse(text);
  if (!spans) return tl::unexpected<Refusal>(spans.error());
  if (marks.empty()) return text;
  const YamlNode map = spans->find("sources");
  const bool has_marks = spans->is(map, YamlKind::map) && spans->document().first(map) != kNoNode;
  if (!has_marks) return with_first_marks(*spans, marks);
  TextEdit all;
  for (auto& [path, mark] : marks) {
    Result<TextEdit> edit = set_value(*spans, map, path, mark, ScalarKind::word);
    if (!edit) return tl::unexpected<Refusal>(edit.error());
    all.changes.insert(all.changes.end(), edit->changes.begin(), edit->changes.end());
  }
  return applied(in_order(std::move(all.changes)), text);
}

/// Takes a mark out, and the map of marks with the last of them.
Result<std::string> without_mark(const std::string& text, std::string_view path) {
  const Result<YamlSpans> spans = YamlSpans::parse(text);
  if (!spans) return tl::unexpected<Refusal>(spans.error());
  const YamlNode map = spans->find("sources");
  if (map == kNoNode || spans->value(map, path) == kNoNode) return text;
  const TextEdit edit = without_value(*spans, "sources", path);
  if (!edit.changes.empty()) return applied(edit, text);
  const Result<TextEdit> whole = remove_key(*spans, "sources");
  if (!whole) return tl::unexpected<Refusal>(whole.error());
  return applied(*whole, text);
}

/// The text at a path of a translation; null: there is none.
std::optional<std::string_view> text_at(const YamlSpans& source, std::string_view path) {
  YamlNode node = source.find(path);
  if (source.is(node, YamlKind::map)) node = source.value(node, "text");
  if (!source.is(node, YamlKind::scalar)) return std::nullopt;
  return source.document().text(node);
}

}  // namespace

Result<std::string> still_right(const TranslationSource& source,
                                const std::string& file,
                                std::string_view path) {
  std::string text = file;
  drop_remark(text, path);
  const auto original = std::find_if(source.texts.begin(), source.texts.end(),
                                     [&](const auto& entry) { return entry.first == path; });
  return with_marks(text, original == source.texts.end()
                              ? Marks()
                              : Marks{{std::string(path), written_mark(original->second)}});
}

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
  const Result<TextEdit> edit = words.empty()
                                    ? Result<TextEdit>(without_value(*spans, "texts", path))
                                    : with_value(*spans, "texts", path, words);
  if (!edit) return tl::unexpected<Refusal>(edit.error());
  const std::string now = applied(*edit, *text);
  return words.empty() ? without_mark(now, path) : still_right(source, now, path);
}

Result<std::string> with_marks_of_changed(const std::string& file,
                                          const YamlSpans& before,
                                          const YamlSpans& now) {
  const Result<YamlSpans> spans = YamlSpans::parse(file);
  if (!spans) return tl::unexpected<Refusal>(spans.error());
  const YamlNode texts = spans->find("texts");
  if (!spans->is(texts, YamlKind::map)) return file;
  const YamlNode known = spans->find("sources");
  const YamlDocument& document = spans->document();
  Marks marks;
  for (YamlNode key = document.first(texts); key != kNoNode;
       key = document.next(document.next(key))) {
    const std::string_view path = document.text(key);
    if (known != kNoNode && spans->value(known, path) != kNoNode) continue;
    const auto old = text_at(before, path);
    const auto other = text_at(now, path);
    if (old && other && *old != *other) marks.emplace_back(path, written_mark(*old));
  }
  return with_marks(file, marks);
}

}  // namespace mot
