#include "engine/authoring/scenario_outline.h"

#include <algorithm>

namespace mot {
namespace {

/// The text of a scalar; of a list of variants the last one, which always holds.
std::string words_of(const YamlSpans& spans, YamlNode node) {
  if (node == kNoNode) return {};
  const YamlDocument& document = spans.document();
  switch (document.kind(node)) {
    case YamlKind::scalar: return std::string(document.text(node));
    case YamlKind::map: return words_of(spans, spans.value(node, "text"));
    case YamlKind::sequence: {
      const std::vector<YamlNode> items = spans.items(node);
      return items.empty() ? std::string() : words_of(spans, items.back());
    }
    case YamlKind::null: break;
  }
  return {};
}

std::string word_at(const YamlSpans& spans, YamlNode map, std::string_view key) {
  const YamlNode node = spans.value(map, key);
  return node == kNoNode ? std::string() : std::string(spans.document().text(node));
}

bool has(const YamlSpans& spans, YamlNode map, std::string_view key) {
  return spans.value(map, key) != kNoNode;
}

MomentKind kind_of(const YamlSpans& spans, YamlNode moment) {
  if (has(spans, moment, "responses")) return MomentKind::decision;
  if (has(spans, moment, "chance")) return MomentKind::fate;
  return has(spans, moment, "ending") ? MomentKind::ending : MomentKind::line;
}

std::vector<YamlNode> items_of(const YamlSpans& spans, YamlNode list) {
  if (!spans.is(list, YamlKind::sequence)) return {};
  return spans.items(list);
}

OutlinedMoment moment_of(const YamlSpans& spans, YamlNode node) {
  OutlinedMoment moment;
  moment.offset = spans.document().offset(node);
  if (spans.document().kind(node) != YamlKind::map) return moment;
  moment.id = word_at(spans, node, "id");
  moment.kind = kind_of(spans, node);
  moment.scored = moment.kind == MomentKind::decision && has(spans, node, "expects");
  moment.stage = word_at(spans, node, "stage");
  moment.text = words_of(spans, spans.value(node, "says"));
  if (moment.text.empty()) moment.text = word_at(spans, node, "touchpoint");
  for (const YamlNode item : items_of(spans, spans.value(node, "responses"))) {
    OutlinedResponse response;
    response.offset = spans.document().offset(item);
    if (spans.document().kind(item) == YamlKind::map) {
      response.id = word_at(spans, item, "id");
      response.text = words_of(spans, spans.value(item, has(spans, item, "do") ? "do" : "say"));
    }
    moment.responses.push_back(std::move(response));
  }
  return moment;
}

}  // namespace

const OutlinedMoment* ScenarioOutline::find(std::string_view moment) const {
  const auto found = std::find_if(moments.begin(), moments.end(),
                                  [&](const OutlinedMoment& m) { return m.id == moment; });
  return found == moments.end() ? nullptr : &*found;
}

ScenarioOutline outline_of(const YamlSpans& spans) {
  ScenarioOutline outline;
  const YamlNode root = spans.document().root();
  if (spans.document().kind(root) != YamlKind::map) return outline;
  outline.id = word_at(spans, root, "id");
  outline.title = word_at(spans, root, "title");
  for (const YamlNode moment : items_of(spans, spans.value(root, "moments")))
    outline.moments.push_back(moment_of(spans, moment));
  return outline;
}

OutlinedPlace place_of_line(const ScenarioOutline& outline,
                            std::string_view text,
                            std::uint32_t line) {
  OutlinedPlace place;
  if (line == 0) return place;
  std::size_t end = text.find('\n');
  for (std::uint32_t i = 1; i < line && end != std::string_view::npos; ++i)
    end = text.find('\n', end + 1);
  for (const OutlinedMoment& moment : outline.moments) {
    if (moment.offset > end) break;
    place = {moment.id, ""};
    for (const OutlinedResponse& response : moment.responses) {
      if (response.offset <= end) place.response = response.id;
    }
  }
  return place;
}

}  // namespace mot
