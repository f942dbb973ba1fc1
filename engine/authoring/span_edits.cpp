#include "engine/authoring/span_edits.h"

#include <fmt/format.h>

#include <utility>

#include "engine/scenario/node_reader.h"
#include "engine/scenario/writer.h"

namespace mot {
namespace {

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

}  // namespace

TextChange replacing(const YamlSpans& spans, Span span, std::string inserted) {
  return {span.begin, spans.text().substr(span.begin, span.end - span.begin), std::move(inserted)};
}

tl::unexpected<Refusal> no_place(std::string_view path) {
  return refuse("refused.no-place", {{"path", std::string(path)}},
                fmt::format("there is no place '{}' in the text", path));
}

tl::unexpected<Refusal> no_id(std::string_view id) {
  return refuse("refused.no-id", {{"id", std::string(id)}},
                fmt::format("'{}' is not an id: small letters, digits and '-'", id));
}

tl::unexpected<Refusal> taken(std::string_view id) {
  return refuse("refused.taken", {{"id", std::string(id)}},
                fmt::format("the id '{}' is taken", id));
}

std::optional<Refusal> why_not_free(const YamlSpans& spans,
                                    std::string_view list,
                                    std::string_view id) {
  if (!is_id(id)) return no_id(id).value();
  const YamlNode node = spans.find(list);
  if (!spans.is(node, YamlKind::sequence)) return std::nullopt;
  for (const YamlNode item : spans.items(node)) {
    const YamlNode old = spans.value(item, "id");
    if (old != kNoNode && spans.document().text(old) == id) return taken(id).value();
  }
  return std::nullopt;
}

std::string in_style_of(const YamlSpans& spans,
                        YamlNode scalar,
                        std::size_t indent,
                        std::string_view value) {
  return scalar_in_style(value, place_of(spans, scalar, indent));
}

}  // namespace mot
