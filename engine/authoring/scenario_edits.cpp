#include "engine/authoring/scenario_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/authoring/span_edits.h"
#include "engine/scenario/writer.h"

namespace mot {
namespace {

std::string_view at(const YamlSpans& spans, Span span) {
  return std::string_view(spans.text()).substr(span.begin, span.end - span.begin);
}

TextEdit one(TextChange change) {
  TextEdit edit;
  if (change.removed != change.inserted) edit.changes.push_back(std::move(change));
  return edit;
}

std::string new_scalar(std::string_view value, ScalarKind kind, bool flow, std::size_t indent) {
  if (kind == ScalarKind::word) return std::string(value);
  return flow ? write_flow_text(value) : write_text(value, indent);
}

/// A key behind the last one of a map.
Result<TextEdit> add_key(const YamlSpans& spans,
                         YamlNode map,
                         std::string_view key,
                         std::string_view value,
                         ScalarKind kind) {
  const Span span = spans.span(map);
  const bool flow = spans.in_brackets(map);
  if (flow) {
    const bool empty = spans.document().first(map) == kNoNode;
    std::size_t end = span.end - 1;
    while (end > span.begin + 1 && spans.text()[end - 1] == ' ') --end;
    return one(
        {end, "",
         fmt::format("{}{}: {}", empty ? " " : ", ", key, new_scalar(value, kind, true, 0))});
  }
  const std::size_t indent = spans.column(map);
  std::size_t end = spans.text().find('\n', span.end);
  const bool open = end == std::string::npos;
  if (open) end = spans.text().size();
  const std::string written = new_scalar(value, kind, false, indent);
  const char* gap = written.starts_with('\n') ? "" : " ";
  return one({end, "", fmt::format("\n{:{}}{}:{}{}", "", indent, key, gap, written)});
}

/// A list and how many items it has.
struct List {
  YamlNode node = kNoNode;
  std::size_t count = 0;
};

/// The list at a path, if its items stand on lines of their own.
Result<List> list_at(const YamlSpans& spans, std::string_view path) {
  const YamlNode node = spans.find(path);
  if (!spans.is(node, YamlKind::sequence)) return no_place(path);
  if (spans.in_brackets(node))
    return refuse("refused.brackets", {{"path", std::string(path)}},
                  fmt::format("the list '{}' is written in brackets; edit it as text", path));
  return List{node, spans.items(node).size()};
}

/// The lines of an item, with a line end also at the end of the file.
std::string item_text(const YamlSpans& spans, Span lines) {
  std::string text(at(spans, lines));
  if (text.empty() || text.back() != '\n') text += '\n';
  return text;
}

/// The same with another text in place of its id.
std::string copy_of(const YamlSpans& spans, Span lines, Span id, std::string_view new_id) {
  std::string text = item_text(spans, lines);
  return text.replace(id.begin - lines.begin, id.end - id.begin, new_id);
}

bool only_line_ends(std::string_view text) {
  return text.find_first_not_of('\n') == std::string_view::npos;
}

/// What stands between two items: empty lines, remarks of neither. Where there is only one moment
/// yet, the second stands apart from it, as people write them.
std::string gap_of(const YamlSpans& spans, YamlNode list, std::size_t count) {
  if (count < 2) return spans.value(spans.document().root(), "moments") == list ? "\n" : "";
  const Span first = spans.item_lines(list, 0);
  const Span second = spans.item_lines(list, 1);
  const std::string_view gap = at(spans, {first.end, second.begin});
  return only_line_ends(gap) ? std::string(gap) : std::string();
}

/// Puts lines before position `before`.
TextChange inserting(const YamlSpans& spans,
                     YamlNode list,
                     std::size_t count,
                     std::size_t before,
                     const std::string& lines) {
  const std::string gap = gap_of(spans, list, count);
  if (before < count) return {spans.item_lines(list, before).begin, "", lines + gap};
  const std::size_t end = spans.item_lines(list, count - 1).end;
  const bool closed = end > 0 && spans.text()[end - 1] == '\n';
  return {end, "", (closed ? "" : "\n") + gap + lines};
}

/// Takes an item's lines out, and what stands between it and a neighbour.
TextChange removing(const YamlSpans& spans, YamlNode list, std::size_t count, std::size_t index) {
  const Span lines = spans.item_lines(list, index);
  Span span = lines;
  if (index + 1 < count) {
    const std::size_t next = spans.item_lines(list, index + 1).begin;
    if (only_line_ends(at(spans, {lines.end, next}))) span.end = next;
  } else if (index > 0) {
    const std::size_t last = spans.item_lines(list, index - 1).end;
    if (only_line_ends(at(spans, {last, lines.begin}))) span.begin = last;
  }
  return replacing(spans, span, "");
}

/// Puts a value in place of the scalar that stands in a map or a list; `path` names it.
Result<TextEdit> replace_scalar(const YamlSpans& spans,
                                YamlNode map,
                                YamlNode node,
                                std::string_view path,
                                std::string_view value,
                                ScalarKind kind) {
  const YamlKind found = spans.document().kind(node);
  if (found == YamlKind::map || found == YamlKind::sequence)
    return refuse("refused.several", {{"path", std::string(path)}},
                  fmt::format("at '{}' there is more than one text; edit the parts of it", path));
  const bool flow = spans.in_brackets(node);
  const std::size_t indent = spans.column(map);
  if (found == YamlKind::null) {
    const std::string written = new_scalar(value, kind, flow, indent);
    const Span nothing = spans.span(node);
    if (nothing.begin != nothing.end) return one(replacing(spans, nothing, written));
    const YamlNode key = spans.key_of(map, node);
    if (key == kNoNode) return no_place(path);
    const char* gap = written.starts_with('\n') ? "" : " ";
    return one({spans.text().find(':', spans.span(key).end) + 1, "", gap + written});
  }
  const std::string written =
      kind == ScalarKind::word ? std::string(value) : in_style_of(spans, node, indent, value);
  return one(replacing(spans, spans.span(node), written));
}

}  // namespace

std::string written_value(std::string_view value) {
  const std::size_t sign = value.size() > 1 && value[0] == '-' ? 1 : 0;
  const bool number =
      !value.empty() && value.find_first_not_of("0123456789", sign) == std::string_view::npos;
  return number ? std::string(value) : write_flow_text(value);
}

Result<TextEdit> set_scalar(const YamlSpans& spans,
                            std::string_view path,
                            std::string_view value,
                            ScalarKind kind) {
  const YamlNode map = spans.find(parent_path(path));
  if (map == kNoNode) return no_place(path);
  const YamlNode node = spans.find(path);
  if (node == kNoNode) return set_value(spans, map, last_step(path), value, kind);
  return replace_scalar(spans, map, node, path, value, kind);
}

Result<TextEdit> set_value(const YamlSpans& spans,
                           YamlNode map,
                           std::string_view key,
                           std::string_view value,
                           ScalarKind kind) {
  if (spans.document().kind(map) != YamlKind::map) return no_place(key);
  const YamlNode node = spans.value(map, key);
  if (node == kNoNode) return add_key(spans, map, key, value, kind);
  return replace_scalar(spans, map, node, key, value, kind);
}

Result<TextEdit> remove_key(const YamlSpans& spans, std::string_view path) {
  const YamlNode map = spans.find(parent_path(path));
  const YamlNode value = map == kNoNode ? kNoNode : spans.value(map, last_step(path));
  if (value == kNoNode) return no_place(path);
  const YamlDocument& document = spans.document();
  const YamlNode first = document.first(map);
  const YamlNode key = spans.key_of(map, value);
  if (document.next(document.next(first)) == kNoNode)
    return refuse("refused.only-key", {{"path", std::string(path)}},
                  fmt::format("'{}' is the only key there; remove what it stands in", path));
  const YamlNode following = document.next(value);
  if (!spans.in_brackets(map)) {
    // The first key of an item stands behind its "-": what follows moves there, remarks first.
    const std::size_t begin = document.offset(key);
    const std::string& text = spans.text();
    const std::size_t before = begin == 0 ? 0 : text.find_last_not_of(' ', begin - 1);
    const bool behind_dash = key == first && before < begin && text[before] == '-';
    if (behind_dash) {
      const std::size_t rest = text.find_first_not_of(" \n", spans.entry_lines(map, key).end);
      return one(replacing(spans, {begin, rest}, ""));
    }
    return one(replacing(spans, spans.entry_lines(map, key), ""));
  }
  if (following != kNoNode)
    return one(replacing(spans, {document.offset(key), document.offset(following)}, ""));
  const std::size_t comma = spans.text().rfind(',', document.offset(key));
  return one(replacing(spans, {comma, spans.span(value).end}, ""));
}

Result<TextEdit> insert_item(const YamlSpans& spans,
                             std::string_view list,
                             std::size_t before,
                             std::string_view item) {
  const Result<List> found = list_at(spans, list);
  if (!found) return tl::unexpected<Refusal>(found.error());
  const auto [node, count] = *found;
  const std::size_t indent = spans.column(node);
  std::string lines;
  for (std::size_t from = 0; from < item.size();) {
    const std::size_t end = std::min(item.find('\n', from), item.size());
    const std::string_view line = item.substr(from, end - from);
    if (line.empty()) {
      lines += '\n';
    } else {
      lines += fmt::format("{:{}}{}{}\n", "", indent, from == 0 ? "- " : "  ", line);
    }
    from = end + 1;
  }
  return one(inserting(spans, node, count, std::min(before, count), lines));
}

Result<TextEdit> remove_item(const YamlSpans& spans, std::string_view list, std::size_t index) {
  const Result<List> found = list_at(spans, list);
  if (!found) return tl::unexpected<Refusal>(found.error());
  const auto [node, count] = *found;
  if (index >= count) return no_place(list);
  if (count == 1)
    return refuse("refused.only-entry", {{"path", std::string(list)}},
                  fmt::format("'{}' must keep at least one entry", list));
  return one(removing(spans, node, count, index));
}

Result<TextEdit> move_item(const YamlSpans& spans,
                           std::string_view list,
                           std::size_t index,
                           std::size_t to) {
  const Result<List> found = list_at(spans, list);
  if (!found) return tl::unexpected<Refusal>(found.error());
  const auto [node, count] = *found;
  if (index >= count || to >= count) return no_place(list);
  if (index == to) return TextEdit{};
  const std::string lines = item_text(spans, spans.item_lines(node, index));
  const std::size_t before = to > index ? to + 1 : to;
  TextChange taken = removing(spans, node, count, index);
  TextChange put = inserting(spans, node, count, before, lines);
  // The last item goes with the empty lines before it, and those are where it is put before.
  if (put.at == taken.at + taken.removed.size() && put.at != taken.at)
    return one({taken.at, taken.removed, put.inserted});
  return in_order({std::move(taken), std::move(put)});
}

Result<TextEdit> duplicate_item(const YamlSpans& spans,
                                std::string_view list,
                                std::size_t index,
                                std::string_view id) {
  return duplicate_items(spans, list, {{index, std::string(id)}}, index + 1);
}

Result<TextEdit> duplicate_items(const YamlSpans& spans,
                                 std::string_view list,
                                 const std::vector<ItemCopy>& copies,
                                 std::size_t before) {
  const Result<List> found = list_at(spans, list);
  if (!found) return tl::unexpected<Refusal>(found.error());
  const YamlNode node = found->node;
  const std::vector<YamlNode> items = spans.items(node);
  std::string lines;
  for (const auto& [index, id] : copies) {
    if (auto why = why_not_free(spans, list, id)) return tl::unexpected<Refusal>(*std::move(why));
    if (index >= items.size()) return no_place(list);
    const YamlNode old_id = spans.value(items[index], "id");
    if (old_id == kNoNode)
      return refuse("refused.nameless", {{"path", std::string(list)}},
                    fmt::format("the entry of '{}' has no id", list));
    if (!lines.empty()) lines += gap_of(spans, node, items.size());
    lines += copy_of(spans, spans.item_lines(node, index), spans.span(old_id), id);
  }
  return one(inserting(spans, node, items.size(), std::min(before, items.size()), lines));
}

}  // namespace mot
