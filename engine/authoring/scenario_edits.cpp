#include "engine/authoring/scenario_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/scenario/node_reader.h"
#include "engine/scenario/writer.h"

namespace mot {
namespace {

std::string_view at(const YamlSpans& spans, Span span) {
  return std::string_view(spans.text()).substr(span.begin, span.end - span.begin);
}

TextChange replacing(const YamlSpans& spans, Span span, std::string inserted) {
  return {span.begin, std::string(at(spans, span)), std::move(inserted)};
}

TextEdit one(TextChange change) {
  TextEdit edit;
  if (change.removed != change.inserted) edit.changes.push_back(std::move(change));
  return edit;
}

std::string in_single_quotes(std::string_view value) {
  std::string out = "'";
  for (const char c : value) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

/// `value` in double quotes, whatever it is.
std::string in_double_quotes(std::string_view value) {
  // A text that must be quoted is: one with a quote in front is, so that sign is taken off again.
  std::string out = write_flow_text("\"" + std::string(value));
  return out.erase(1, 2);
}

bool has_line_end(std::string_view value) { return value.find('\n') != std::string_view::npos; }

/// A text on a line of its own below the key, as a block.
std::string as_block(std::string_view value, std::size_t indent) {
  // write_text() makes a block of several lines only, so one line gets another behind it, which is
  // cut off again.
  const std::string probe = write_text(std::string(value) + "\nx", indent);
  if (probe.substr(0, 1) != "|") return {};
  const bool ends = !value.empty() && value.back() == '\n';
  std::string block = write_text(std::string(value) + (ends ? "" : "\n"), indent);
  if (block.substr(0, 1) != "|") return {};
  if (!ends) block.insert(1, "-");
  return block;
}

/// Where a scalar is to stand.
struct Place {
  ScalarStyle style = ScalarStyle::plain;
  bool flow = false;
  /// Column of the key.
  std::size_t indent = 0;
  /// A remark follows on the line, so that no block can stand there.
  bool has_remark = false;
};

/// The scalar as it is written in place of one of a style.
std::string scalar_in_style(std::string_view value, const Place& place) {
  const bool may_be_block = !place.flow && !place.has_remark;
  if (place.style == ScalarStyle::block && may_be_block) {
    if (std::string block = as_block(value, place.indent); !block.empty()) return block;
  }
  if (place.style == ScalarStyle::single_quoted && !has_line_end(value) &&
      write_flow_text(value).find('\\') == std::string::npos)
    return in_single_quotes(value);
  const bool stays_quoted =
      place.style == ScalarStyle::double_quoted && (!may_be_block || !has_line_end(value));
  if (stays_quoted || (has_line_end(value) && !may_be_block)) return in_double_quotes(value);
  return place.flow ? write_flow_text(value) : write_text(value, place.indent);
}

/// Whether a remark stands behind a span on its last line.
bool has_remark_behind(const YamlSpans& spans, Span span) {
  const std::string& text = spans.text();
  const std::size_t next = text.find_first_not_of(" \t", span.end);
  return next != std::string::npos && text[next] == '#';
}

Place place_of(const YamlSpans& spans, YamlNode scalar, std::size_t indent) {
  return {spans.style(scalar), spans.in_brackets(scalar), indent,
          has_remark_behind(spans, spans.span(scalar))};
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

tl::unexpected<Refusal> no_place(std::string_view path) {
  return refuse(fmt::format("there is no place '{}' in the text", path));
}

/// A list and how many items it has.
struct List {
  YamlNode node = kNoNode;
  std::size_t count = 0;
};

/// The list at a path, if its items stand on lines of their own.
Result<List> list_at(const YamlSpans& spans, std::string_view path) {
  const YamlNode node = spans.find(path);
  if (node == kNoNode || spans.document().kind(node) != YamlKind::sequence) return no_place(path);
  if (spans.in_brackets(node))
    return refuse(fmt::format("the list '{}' is written in brackets; edit it as text", path));
  return List{node, spans.items(node).size()};
}

/// The lines of an item, with a line end also at the end of the file.
std::string item_text(const YamlSpans& spans, Span lines) {
  std::string text(at(spans, lines));
  if (text.empty() || text.back() != '\n') text += '\n';
  return text;
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

TextEdit in_order(std::vector<TextChange> changes) {
  std::sort(changes.begin(), changes.end(),
            [](const TextChange& a, const TextChange& b) { return a.at < b.at; });
  return {std::move(changes)};
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
    return refuse(fmt::format("at '{}' there is more than one text; edit the parts of it", path));
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
  const std::string written = kind == ScalarKind::word
                                  ? std::string(value)
                                  : scalar_in_style(value, place_of(spans, node, indent));
  return one(replacing(spans, spans.span(node), written));
}

// ---- renaming

/// Replaces names inside the functions of conditions.
class Renamer {
 public:
  Renamer(const YamlSpans& spans) : spans_(spans) {}

  /// Calls rename(key, text) for every scalar behind a key; what comes back other than the text
  /// takes its place.
  template <class Rename>
  TextEdit run(const Rename& rename) {
    visit(spans_.document().root(), {}, rename);
    return in_order(std::move(changes_));
  }

 private:
  template <class Rename>
  void visit(YamlNode node, std::string_view key, const Rename& rename) {
    const YamlDocument& document = spans_.document();
    switch (document.kind(node)) {
      case YamlKind::map:
        for (YamlNode name = document.first(node); name != kNoNode;) {
          const YamlNode value = document.next(name);
          // The names below `set` are variables, and what is set an expression.
          visit(value, key == "set" ? "set" : document.text(name), rename);
          name = document.next(value);
        }
        return;
      case YamlKind::sequence:
        for (YamlNode item = document.first(node); item != kNoNode; item = document.next(item))
          visit(item, key, rename);
        return;
      case YamlKind::null: return;
      case YamlKind::scalar: break;
    }
    const std::string old(document.text(node));
    const std::string renamed = rename(key, old, node);
    if (renamed == old) return;
    const std::string written =
        scalar_in_style(renamed, place_of(spans_, node, spans_.column(node)));
    changes_.push_back(replacing(spans_, spans_.span(node), written));
  }

  const YamlSpans& spans_;
  std::vector<TextChange> changes_;
};

bool is_id_sign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/// The argument of every `function(…)` put through `rename`.
template <class Rename>
std::string rename_in_calls(std::string text, std::string_view function, const Rename& rename) {
  for (std::size_t found = text.find(function); found != std::string::npos;
       found = text.find(function, found + 1)) {
    std::size_t begin = found + function.size();
    while (begin < text.size() && text[begin] == ' ') ++begin;
    if (begin >= text.size() || text[begin] != '(') continue;
    ++begin;
    while (begin < text.size() && text[begin] == ' ') ++begin;
    std::size_t end = begin;
    while (end < text.size() && is_id_sign(text[end])) ++end;
    text.replace(begin, end - begin, rename(text.substr(begin, end - begin)));
  }
  return text;
}

bool is_condition_key(std::string_view key) { return key == "when" || key == "set"; }

Result<bool> check_new_id(const YamlSpans& spans, std::string_view list, std::string_view new_id) {
  if (!is_id(new_id))
    return refuse(fmt::format("'{}' is not an id: small letters, digits and '-'", new_id));
  const YamlNode node = spans.find(list);
  for (const YamlNode item : spans.items(node)) {
    const YamlNode id = spans.value(item, "id");
    if (id != kNoNode && spans.document().text(id) == new_id)
      return refuse(fmt::format("the id '{}' is taken", new_id));
  }
  return true;
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
    return refuse(fmt::format("'{}' is the only key there; remove what it stands in", path));
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
  if (count == 1) return refuse(fmt::format("'{}' must keep at least one entry", list));
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
  const Result<List> found = list_at(spans, list);
  if (!found) return tl::unexpected<Refusal>(found.error());
  const YamlNode node = found->node;
  if (const Result<bool> fine = check_new_id(spans, list, id); !fine)
    return tl::unexpected<Refusal>(fine.error());
  const std::vector<YamlNode> items = spans.items(node);
  if (index >= items.size()) return no_place(list);
  const YamlNode old_id = spans.value(items[index], "id");
  if (old_id == kNoNode) return refuse(fmt::format("the entry of '{}' has no id", list));
  const Span lines = spans.item_lines(node, index);
  const Span old = spans.span(old_id);
  std::string copy = item_text(spans, lines);
  copy.replace(old.begin - lines.begin, old.end - old.begin, id);
  return one(inserting(spans, node, items.size(), index + 1, copy));
}

Result<TextEdit> rename_moment(const YamlSpans& spans,
                               std::string_view id,
                               std::string_view new_id) {
  const YamlNode moment = spans.find(fmt::format("moments.{}", id));
  const YamlNode own = moment == kNoNode ? kNoNode : spans.value(moment, "id");
  if (own == kNoNode) return no_place(id);
  if (const Result<bool> fine = check_new_id(spans, "moments", new_id); !fine)
    return tl::unexpected<Refusal>(fine.error());
  const auto renamed = [&](const std::string& name) {
    if (name == id) return std::string(new_id);
    const bool of_moment = name.substr(0, id.size() + 1) == std::string(id) + ".";
    return of_moment ? std::string(new_id) + name.substr(id.size()) : name;
  };
  return Renamer(spans).run([&](std::string_view key, const std::string& text, YamlNode node) {
    if (node == own) return std::string(new_id);
    if (key == "next" || key == "go" || key == "start" || key == "where") return renamed(text);
    if (!is_condition_key(key)) return text;
    return rename_in_calls(rename_in_calls(text, "visited", renamed), "chose", renamed);
  });
}

Result<TextEdit> rename_response(const YamlSpans& spans,
                                 std::string_view moment,
                                 std::string_view id,
                                 std::string_view new_id) {
  const std::string list = fmt::format("moments.{}.responses", moment);
  const YamlNode response = spans.find(fmt::format("{}.{}", list, id));
  const YamlNode own = response == kNoNode ? kNoNode : spans.value(response, "id");
  if (own == kNoNode) return no_place(id);
  if (const Result<bool> fine = check_new_id(spans, list, new_id); !fine)
    return tl::unexpected<Refusal>(fine.error());
  const YamlNode timeout = spans.find(fmt::format("moments.{}.on_timeout", moment));
  const std::string name = fmt::format("{}.{}", moment, id);
  const std::string new_name = fmt::format("{}.{}", moment, new_id);
  const auto renamed = [&](const std::string& text) { return text == name ? new_name : text; };
  return Renamer(spans).run([&](std::string_view key, const std::string& text, YamlNode node) {
    if (node == own || (node == timeout && text == id)) return std::string(new_id);
    if (key == "where") return renamed(text);
    return is_condition_key(key) ? rename_in_calls(text, "chose", renamed) : text;
  });
}

}  // namespace mot
