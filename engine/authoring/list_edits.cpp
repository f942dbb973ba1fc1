#include "engine/authoring/list_edits.h"

#include <fmt/format.h>

#include "engine/authoring/edit_series.h"
#include "engine/authoring/scenario_edits.h"
#include "engine/authoring/span_edits.h"
#include "engine/authoring/value_edits.h"
#include "engine/scenario/writer.h"

namespace mot {
namespace {

constexpr std::string_view kFirstCondition = "mood < 0";

std::size_t column_of_key(const YamlSpans& spans, std::string_view path) {
  const std::size_t dot = path.rfind('.');
  const YamlNode map =
      dot == std::string_view::npos ? spans.document().root() : spans.find(path.substr(0, dot));
  return map == kNoNode ? 0 : spans.column(map);
}

std::string key_of(VariantKind kind) { return kind == VariantKind::text ? "text" : "go"; }

std::string written(std::string_view value, VariantKind kind) {
  return kind == VariantKind::text ? write_flow_text(value) : std::string(value);
}

std::string with_condition(std::string_view value, VariantKind kind) {
  return fmt::format("{{ when: {}, {}: {} }}", kFirstCondition, key_of(kind), written(value, kind));
}

/// A single text or target made a list of two.
Result<TextEdit> split(const YamlSpans& spans,
                       std::string_view path,
                       YamlNode node,
                       VariantKind kind) {
  if (spans.document().kind(node) != YamlKind::scalar) return no_place(path);
  const std::string_view value = spans.document().text(node);
  const std::string other = with_condition(value, kind);
  const std::string last = fmt::format("{{ {}: {} }}", key_of(kind), written(value, kind));
  const bool flow = spans.in_brackets(node);
  const std::size_t indent = column_of_key(spans, path) + 2;
  const std::string list =
      flow ? fmt::format("[{}, {}]", other, last)
           : fmt::format("\n{0:{1}}- {2}\n{0:{1}}- {3}", "", indent, other, last);
  return replace_value(spans, path, list);
}

std::string value_of(const YamlSpans& spans, YamlNode variant, VariantKind kind) {
  const YamlNode value = spans.value(variant, key_of(kind));
  return value == kNoNode ? std::string() : std::string(spans.document().text(value));
}

/// How many keys a map has.
std::size_t keys_of(const YamlSpans& spans, YamlNode map) {
  const YamlDocument& document = spans.document();
  std::size_t count = 0;
  for (YamlNode name = document.first(map); name != kNoNode; ++count)
    name = document.next(document.next(name));
  return count;
}

}  // namespace

Result<TextEdit> add_to_list(const YamlSpans& spans, std::string_view list, std::string_view item) {
  const YamlNode node = spans.find(list);
  if (spans.is(node, YamlKind::sequence))
    return insert_item(spans, list, spans.items(node).size(), item);
  if (node != kNoNode && spans.document().kind(node) != YamlKind::null) return no_place(list);
  return put_value(spans, list,
                   fmt::format("\n{:{}}- {}", "", column_of_key(spans, list) + 2, item),
                   ScalarKind::word);
}

Result<TextEdit> drop_from_list(const YamlSpans& spans, std::string_view list, std::size_t index) {
  const YamlNode node = spans.find(list);
  const bool only =
      spans.is(node, YamlKind::sequence) && spans.items(node).size() == 1 && index == 0;
  return only ? take_out(spans, list) : remove_item(spans, list, index);
}

Result<TextEdit> add_variant(const YamlSpans& spans, std::string_view path, VariantKind kind) {
  const YamlNode node = spans.find(path);
  if (node == kNoNode) return no_place(path);
  if (!spans.is(node, YamlKind::sequence)) return split(spans, path, node, kind);
  const std::vector<YamlNode> variants = spans.items(node);
  if (variants.empty()) return no_place(path);
  return insert_item(spans, path, variants.size() - 1,
                     with_condition(value_of(spans, variants.back(), kind), kind));
}

Result<TextEdit> drop_variant(const YamlSpans& spans,
                              std::string_view path,
                              std::size_t index,
                              VariantKind kind) {
  const YamlNode node = spans.find(path);
  const std::size_t count = spans.is(node, YamlKind::sequence) ? spans.items(node).size() : 0;
  if (index + 1 >= count) return no_place(path);
  EditSeries series(spans);
  series.add(remove_item(spans, path, index));
  const YamlNode left = series.spans().find(path);
  const std::vector<YamlNode> variants =
      left == kNoNode ? std::vector<YamlNode>() : series.spans().items(left);
  if (variants.size() == 1 && keys_of(series.spans(), variants.front()) == 1) {
    const std::string value = value_of(series.spans(), variants.front(), kind);
    const std::string alone = kind == VariantKind::target
                                  ? value
                                  : write_text(value, column_of_key(series.spans(), path));
    series.add(replace_value(series.spans(), path, alone));
  }
  return series.edit();
}

Result<TextEdit> add_part(const YamlSpans& spans,
                          std::string_view map,
                          std::string_view id,
                          const std::vector<std::pair<std::string, std::string>>& texts) {
  const YamlNode node = spans.find(map);
  const bool there = spans.is(node, YamlKind::map);
  const bool flow = there && spans.in_brackets(node);
  const std::size_t indent = there && !flow ? spans.column(node) : column_of_key(spans, map) + 2;
  std::string part = flow ? "{ " : "";
  for (const auto& [key, text] : texts) {
    part += flow ? fmt::format("{}{}: {}", part.size() > 2 ? ", " : "", key, write_flow_text(text))
                 : fmt::format("\n{:{}}{}: {}", "", indent + 2, key, write_text(text, indent + 2));
  }
  return add_entry(spans, map, id, flow ? part + " }" : part, NameRule::id);
}

}  // namespace mot
