#include "engine/authoring/portrait_edits.h"

#include <fmt/format.h>

#include "engine/authoring/edit_series.h"
#include "engine/authoring/span_edits.h"
#include "engine/authoring/value_edits.h"

namespace mot {
namespace {

/// A map that names nothing but the person is that name.
void simplify(EditSeries& series, std::string_view path) {
  const YamlNode map = series.spans().find(path);
  if (!series.spans().is(map, YamlKind::map)) return;
  const YamlDocument& document = series.spans().document();
  const YamlNode key = document.first(map);
  const bool alone = document.text(key) == "like" && document.next(document.next(key)) == kNoNode;
  if (alone) {
    const std::string person(document.text(document.next(key)));
    series.add(replace_value(series.spans(), path, person));
  }
}

}  // namespace

Result<TextEdit> set_portrait(const YamlSpans& spans,
                              std::string_view path,
                              std::string_view part,
                              std::string_view value) {
  const YamlNode node = spans.find(path);
  EditSeries series(spans);
  if (part == "like" && value.empty()) {
    series.take_out(path);
  } else if (spans.is(node, YamlKind::map)) {
    const std::string at = fmt::format("{}.{}", path, part);
    if (value.empty()) {
      series.take_out(at);
    } else {
      series.add(put_value(spans, at, value, ScalarKind::word));
    }
    simplify(series, path);
  } else if (part == "like") {
    series.add(put_value(spans, path, value, ScalarKind::word));
  } else if (!spans.is(node, YamlKind::scalar)) {
    return no_place(path);
  } else if (!value.empty()) {
    series.add(replace_value(
        spans, path,
        fmt::format("{{ like: {}, {}: {} }}", spans.document().text(node), part, value)));
  }
  return series.edit();
}

std::string portrait_part(const YamlSpans& spans, std::string_view path, std::string_view part) {
  const YamlNode node = spans.find(path);
  if (node == kNoNode) return {};
  if (!spans.is(node, YamlKind::map))
    return part == "like" ? std::string(spans.document().text(node)) : std::string();
  const YamlNode value = spans.value(node, part);
  return value == kNoNode ? std::string() : std::string(spans.document().text(value));
}

}  // namespace mot
