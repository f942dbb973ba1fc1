#include "engine/authoring/value_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "engine/authoring/span_edits.h"
#include "engine/scenario/node_reader.h"
#include "engine/scenario/variable_name.h"
#include "engine/scenario/writer.h"

namespace mot {
namespace {

using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 23> kScenarioKeys{
    "mot",      "id",        "title",   "language",  "setting", "journey",
    "customer", "scene",     "summary", "brief",     "minutes", "difficulty",
    "draft",    "standards", "needs",   "variables", "cast",    "reference",
    "leaves",   "accept",    "note",    "start",     "moments"};
constexpr std::array<std::string_view, 24> kMomentKeys{
    "id",      "stage",           "channel",    "touchpoint", "scene",    "weight",
    "expects", "acceptable_wait", "says",       "thinks",     "feels",    "speaker",
    "image",   "sound",           "time_limit", "on_timeout", "shuffle",  "hint",
    "note",    "responses",       "chance",     "ending",     "verbatim", "next"};
constexpr std::array<std::string_view, 20> kResponseKeys{
    "id",         "when",    "once",   "say",      "do",   "delivers", "wait",
    "behaviours", "meets",   "breaks", "uncovers", "set",  "tags",     "reply",
    "feels",      "speaker", "thinks", "coach",    "note", "next"};
constexpr std::array<std::string_view, 12> kCustomerKeys{"mot",  "id",      "name",       "role",
                                                         "age",  "about",   "portrait",   "voice",
                                                         "mood", "expects", "importance", "spread"};
constexpr std::array<std::string_view, 3> kVerbatimKeys{"promoter", "passive", "detractor"};

Keys order_of(const YamlSpans& spans, std::string_view map) {
  const bool customer = spans.find("name") != kNoNode && spans.find("moments") == kNoNode;
  if (map.empty()) return customer ? Keys(kCustomerKeys) : Keys(kScenarioKeys);
  if (map == "customer") return kCustomerKeys;
  if (map.ends_with(".verbatim")) return kVerbatimKeys;
  const auto dots = std::count(map.begin(), map.end(), '.');
  if (map.starts_with("moments.") && dots == 1) return kMomentKeys;
  return dots == 3 ? Keys(kResponseKeys) : Keys();
}

std::size_t rank_of(Keys order, std::string_view key) {
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), key) - order.begin());
}

/// The key before which a new one goes; kNoNode: behind the last.
YamlNode following_key(const YamlSpans& spans, YamlNode map, Keys order, std::string_view key) {
  const YamlDocument& document = spans.document();
  const std::size_t rank = rank_of(order, key);
  if (rank == order.size()) return kNoNode;
  for (YamlNode name = document.first(map); name != kNoNode;) {
    const std::size_t other = rank_of(order, document.text(name));
    if (other > rank && other < order.size()) return name;
    name = document.next(document.next(name));
  }
  return kNoNode;
}

std::optional<TextEdit> inserted_in_order(const YamlSpans& spans,
                                          YamlNode map,
                                          std::string_view path,
                                          std::string_view value,
                                          ScalarKind kind) {
  const std::string_view key = last_step(path);
  const YamlNode before = following_key(spans, map, order_of(spans, parent_path(path)), key);
  // The first key of a list's item stands behind its dash.
  if (before == kNoNode || before == spans.document().first(map) || spans.in_brackets(map))
    return std::nullopt;
  const std::size_t indent = spans.column(map);
  const std::string written =
      kind == ScalarKind::word ? std::string(value) : write_text(value, indent);
  const bool below = written.starts_with('\n');
  std::string line = fmt::format("{:{}}{}:{}{}", "", indent, key, below ? "" : " ", written);
  if (line.back() != '\n') line += '\n';
  return TextEdit{{{spans.entry_lines(map, before).begin, "", line}}};
}

/// From behind a key's colon to the end of its value.
TextEdit with_other_value(const YamlSpans& spans,
                          YamlNode map,
                          YamlNode node,
                          std::string_view written) {
  Span span = spans.span(node);
  std::string put(written);
  const std::size_t colon = spans.text().find(':', spans.span(spans.key_of(map, node)).end);
  if (colon < span.begin) {
    span.begin = colon + 1;
    if (!written.starts_with('\n')) put.insert(0, " ");
  }
  while (span.end > span.begin && spans.text()[span.end - 1] == '\n') --span.end;
  return {{{span.begin, spans.text().substr(span.begin, span.end - span.begin), put}}};
}

Result<bool> check_name(std::string_view name, NameRule rule) {
  if (rule == NameRule::id) {
    if (is_id(name)) return true;
    return no_id(name);
  }
  if (is_reserved_name(name))
    return refuse("refused.reserved", {{"id", std::string(name)}},
                  fmt::format("'{}' is a word of conditions; choose another name", name));
  if (is_variable_name(name)) return true;
  return refuse("refused.no-variable", {{"id", std::string(name)}},
                fmt::format("'{}' is not a variable's name: small letters, digits and '_'", name));
}

}  // namespace

Result<TextEdit> put_value(const YamlSpans& spans,
                           std::string_view path,
                           std::string_view value,
                           ScalarKind kind) {
  const YamlNode map = spans.find(parent_path(path));
  const YamlNode node = spans.find(path);
  if (map == kNoNode || node == spans.document().root())
    return set_scalar(spans, path, value, kind);
  if (node == kNoNode) {
    if (spans.is(map, YamlKind::map)) {
      if (auto edit = inserted_in_order(spans, map, path, value, kind)) return *std::move(edit);
    }
    return set_scalar(spans, path, value, kind);
  }
  const bool several = spans.is(node, YamlKind::map) || spans.is(node, YamlKind::sequence);
  if (!several || !spans.is(map, YamlKind::map)) return set_scalar(spans, path, value, kind);
  return with_other_value(spans, map, node,
                          kind == ScalarKind::word ? std::string(value) : write_flow_text(value));
}

Result<TextEdit> put_text_in(const YamlSpans& spans,
                             std::string_view map,
                             std::string_view key,
                             std::string_view text) {
  const YamlNode around = spans.find(parent_path(map));
  if (spans.find(map) != kNoNode || around == kNoNode)
    return put_value(spans, fmt::format("{}.{}", map, key), text);
  if (spans.in_brackets(around)) {
    const std::string entry = fmt::format("{{ {}: {} }}", key, write_flow_text(text));
    return put_value(spans, map, entry, ScalarKind::word);
  }
  const std::size_t indent = spans.column(around) + 2;
  return put_value(spans, map,
                   fmt::format("\n{:{}}{}: {}", "", indent, key, write_text(text, indent)),
                   ScalarKind::word);
}

Result<TextEdit> replace_value(const YamlSpans& spans,
                               std::string_view path,
                               std::string_view written) {
  const YamlNode map = spans.find(parent_path(path));
  const YamlNode node = map == kNoNode ? kNoNode : spans.value(map, last_step(path));
  if (node == kNoNode) return no_place(path);
  return with_other_value(spans, map, node, written);
}

Result<TextEdit> add_entry(const YamlSpans& spans,
                           std::string_view map,
                           std::string_view name,
                           std::string_view value,
                           NameRule rule) {
  if (const Result<bool> fine = check_name(name, rule); !fine)
    return tl::unexpected<Refusal>(fine.error());
  const YamlNode node = spans.find(map);
  const YamlKind found = node == kNoNode ? YamlKind::null : spans.document().kind(node);
  if (found == YamlKind::map) {
    if (spans.value(node, name) != kNoNode) return taken(name);
    return put_value(spans, fmt::format("{}.{}", map, name), value, ScalarKind::word);
  }
  if (found != YamlKind::null)
    return refuse("refused.no-names", {{"path", std::string(map)}},
                  fmt::format("'{}' holds no names; edit it as text", map));
  const char* gap = value.starts_with('\n') ? "" : " ";
  const std::string entry = fmt::format("{}:{}{}", name, gap, value);
  const bool outermost = parent_path(map).empty();
  return put_value(spans, map, outermost ? "\n  " + entry : fmt::format("{{ {} }}", entry),
                   ScalarKind::word);
}

Result<TextEdit> take_out(const YamlSpans& spans, std::string_view path) {
  const YamlNode map = spans.find(parent_path(path));
  const YamlNode first = spans.is(map, YamlKind::map) ? spans.document().first(map) : kNoNode;
  const bool only = first != kNoNode && spans.value(map, last_step(path)) != kNoNode &&
                    spans.document().next(spans.document().next(first)) == kNoNode;
  if (only && !parent_path(path).empty()) return take_out(spans, parent_path(path));
  return remove_key(spans, path);
}

std::vector<std::string> words_at(const YamlSpans& spans, std::string_view path) {
  std::vector<std::string> words;
  const YamlNode node = spans.find(path);
  if (node == kNoNode) return words;
  for (const YamlNode item : spans.items(node)) words.emplace_back(spans.document().text(item));
  return words;
}

std::string in_brackets(const std::vector<std::string>& words) {
  return fmt::format("[{}]", fmt::join(words, ", "));
}

}  // namespace mot
