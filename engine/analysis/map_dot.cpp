// A scenario's map for Graphviz.
#include <fmt/format.h>

#include "engine/analysis/map_svg.h"
#include "engine/analysis/map_texts.h"
#include "engine/base/utf8.h"

namespace mot {
namespace {

// A string of the dot language: quotes and backslashes escaped; line ends as "\n".
std::string dot_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    }
  }
  return out + '"';
}

// What is written in a box: dot breaks lines only where it is told to.
constexpr std::size_t kColumns = 30;

std::string_view shape_of(const Scenario& scenario, const MapBox& box) {
  if (box.moment == kNone) return "cds";
  const Moment& moment = scenario.moments[static_cast<std::size_t>(box.moment)];
  switch (moment.kind) {
    case MomentKind::decision: return moment.scored ? "box" : "component";
    case MomentKind::fate: return "diamond";
    case MomentKind::ending: return "doubleoctagon";
    case MomentKind::line: break;
  }
  return "note";
}

std::string box_of(const MapTexts& texts, std::size_t b) {
  const MapBox& box = texts.map.boxes[b];
  std::string label = texts.name(box);
  if (const std::string title = texts.title(box); !title.empty())
    label += "\n" + shortened(title, kColumns);
  if (box.best_response != kNone)
    label += fmt::format("\n★ {}",
                         texts.scenario.responses[static_cast<std::size_t>(box.best_response)].id);
  std::string style = box.reachable ? "solid" : "dashed";
  if (box.on_best_path) style += ",bold";
  return fmt::format("  b{} [shape={}, style={}, label={}, tooltip={}];\n", b,
                     shape_of(texts.scenario, box), dot_string(style), dot_string(label),
                     dot_string(texts.account(box)));
}

std::string line_of(const MapTexts& texts, const MapLine& line) {
  std::string style = "solid";
  if (line.conditional) style = "dashed";
  if (line.kind == MapLineKind::chance || line.kind == MapLineKind::leave) style = "dotted";
  if (line.on_best_path) style = "bold";
  return fmt::format("  b{} -> b{} [style={}, arrowhead={}{}, label={}];\n", line.from, line.to,
                     style, line.kind == MapLineKind::next ? "vee" : "normal",
                     line.reachable ? "" : ", color=gray", dot_string(texts.label(line)));
}

}  // namespace

std::string map_dot(const Scenario& scenario,
                    const ScenarioMap& map,
                    const Reading& reading,
                    const UiStrings& words) {
  const MapTexts texts{scenario, map, reading, words};
  std::string out =
      fmt::format("digraph {} {{\n  label={};\n  labelloc=t;\n  rankdir=TB;\n",
                  dot_string(scenario.id), dot_string(reading.trimmed(scenario.title)));
  for (std::size_t lane = 0; lane < map.lanes.size(); ++lane) {
    out +=
        fmt::format("  subgraph cluster_{} {{\n  label={};\n", lane, dot_string(texts.lane(lane)));
    for (std::size_t b = 0; b < map.boxes.size(); ++b) {
      if (map.boxes[b].lane == lane) out += box_of(texts, b);
    }
    out += "  }\n";
  }
  for (const MapLine& line : map.lines) out += line_of(texts, line);
  return out + "}\n";
}

}  // namespace mot
