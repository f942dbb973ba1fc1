#include "engine/analysis/map_svg_parts.h"

#include <fmt/format.h>

#include <array>

#include "engine/base/utf8.h"
#include "engine/base/xml.h"

namespace mot {
namespace {

constexpr std::string_view kStyle = R"(<style>
text { font-family: Inter, 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; fill: #1E2A3E; }
.head { font-size: 20px; font-weight: 700; }
.note, .legend { font-size: 12px; fill: #505C6E; }
.lane { fill: #FBF6EE; } .lane.even { fill: #F3F6F4; }
.stage { font-size: 14px; font-weight: 700; fill: #505C6E; }
.name { font-size: 13px; font-weight: 700; }
.title { font-size: 12px; fill: #505C6E; }
.star { font-size: 12px; font-weight: 700; fill: #0B5652; }
.label { font-size: 11px; paint-order: stroke; stroke: #FFFFFF; stroke-width: 4px; stroke-linejoin: round; fill: #505C6E; }
.box { fill: #FFFFFF; stroke: #697486; stroke-width: 1.3; }
.decision { stroke: #1E2A3E; stroke-width: 2.4; }
.free { stroke: #1E2A3E; stroke-width: 1.3; }
.fate { fill: #EEE9F6; stroke: #6B4C9A; }
.leave { fill: #FCEAE4; stroke: #A63C24; stroke-dasharray: 8 3 2 3; }
.resolved { fill: #E4EFF8; stroke: #1B629E; stroke-width: 2; }
.unresolved { fill: #FDF2DC; stroke: #7A5200; stroke-width: 2; }
.lost { fill: #FCEAE4; stroke: #A63C24; stroke-width: 2; }
.escalated { fill: #EEE9F6; stroke: #6B4C9A; stroke-width: 2; }
.best { stroke: #0F6B66; stroke-width: 4.5; }
.never { fill: url(#never); stroke: #697486; stroke-width: 1.3; stroke-dasharray: 4 4; }
.way { fill: none; stroke: #697486; stroke-width: 1.6; marker-end: url(#arrow); }
.way.conditional { stroke-dasharray: 7 4; }
.way.next { marker-end: url(#open); }
.way.chance { stroke: #6B4C9A; stroke-width: 2.2; stroke-dasharray: 0.1 5; stroke-linecap: round; marker-end: url(#violet); }
.way.leave { fill: none; stroke: #A63C24; stroke-dasharray: 9 3 2 3; marker-end: url(#coral); }
.way.best { stroke: #0F6B66; stroke-width: 4.5; marker-end: url(#strong); }
.way.never { fill: none; stroke: #B9BEC8; stroke-width: 1; stroke-dasharray: 2 6; }
</style>
)";

// An arrow's head in a colour; open where a line of the story goes on.
std::string marker(std::string_view id, std::string_view colour, double size, bool open) {
  return fmt::format(
      "<marker id=\"{}\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"{}\" "
      "markerHeight=\"{}\" markerUnits=\"userSpaceOnUse\" orient=\"auto-start-reverse\">"
      "<path d=\"M 1 1 L 9 5 L 1 9{}\" fill=\"{}\" stroke=\"{}\" stroke-width=\"1.6\"/></marker>\n",
      id, size, size, open ? "" : " Z", open ? "none" : colour, colour);
}

std::string definitions() {
  return "<defs>\n" + marker("arrow", "#697486", 10, false) + marker("open", "#697486", 11, true) +
         marker("violet", "#6B4C9A", 10, false) + marker("coral", "#A63C24", 10, false) +
         marker("strong", "#0F6B66", 15, false) +
         "<pattern id=\"never\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" "
         "patternTransform=\"rotate(45)\"><rect width=\"7\" height=\"7\" fill=\"#FFFFFF\"/>"
         "<path d=\"M 0 0 V 7\" stroke=\"#D5D9E0\" stroke-width=\"3\"/></pattern>\n</defs>\n";
}

struct LegendEntry {
  std::string sample;
  std::string words;

  double width() const {
    return 46 + 10 + static_cast<double>(display_width(words)) * kTitleColumn + 26;
  }
};

std::string sample_box(std::string_view style, double radius) {
  return fmt::format(
      "<rect class=\"box {}\" x=\"0\" y=\"-9\" width=\"46\" height=\"18\" rx=\"{}\"/>", style,
      radius);
}

std::string sample_way(std::string_view style) {
  return fmt::format("<path class=\"way {}\" d=\"M 0 0 L 46 0\"/>", style);
}

// Samples are 46 wide, with the middle at height 0.
std::vector<LegendEntry> entries_of(const UiStrings& words) {
  std::vector<LegendEntry> entries{
      {sample_box("decision", 8), words.text("map.decision")},
      {sample_box("free", 3), words.text("map.free")},
      {sample_box("line", 3), words.text("map.line")},
      {"<path class=\"box fate\" d=\"M 0 0 L 23 -11 L 46 0 L 23 11 Z\"/>",
       words.text("map.chance")}};
  for (std::size_t k = 0; k < kEndingKinds; ++k) {
    const auto kind = static_cast<EndingKind>(k);
    entries.push_back({sample_box(name_of(kind), 9) + svg_text(23, 4, "legend", sign_of(kind)),
                       words.text(fmt::format("ending.{}", name_of(kind)))});
  }
  entries.push_back({sample_way("response best"), "★ " + words.text("map.best")});
  entries.push_back({sample_way("response"), words.text("map.response")});
  entries.push_back({sample_way("response conditional"), words.text("map.conditional")});
  entries.push_back({sample_way("next"), words.text("map.next")});
  entries.push_back({sample_way("chance"), words.text("map.branch")});
  entries.push_back({sample_way("leave"), words.text("map.leave")});
  entries.push_back({sample_box("never", 3), words.text("map.never")});
  return entries;
}

}  // namespace

std::string svg_style() { return std::string(kStyle) + definitions(); }

std::string svg_text(double x,
                     double y,
                     std::string_view style,
                     std::string_view words,
                     std::string_view anchor) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" class=\"{}\" text-anchor=\"{}\">{}</text>\n",
                     x, y, style, anchor, escaped_xml(words));
}

// Lines of at most so many columns, broken at spaces where there are some; what is left over is
// cut.
std::vector<std::string> broken(std::string_view words, std::size_t columns, std::size_t most) {
  std::vector<std::string> lines;
  while (!words.empty()) {
    if (lines.size() + 1 == most || display_width(words) <= columns) {
      lines.push_back(shortened(words, columns));
      break;
    }
    std::size_t end = 0;
    std::size_t space = 0;
    std::size_t width = 0;
    for (std::size_t at = 0; at < words.size();) {
      if (words[at] == ' ' && at > 0) space = at;
      width += static_cast<std::size_t>(display_width(next_code_point(words, at)));
      if (width > columns) break;
      end = at;
    }
    if (space > 0 && words[end] != ' ') end = space;
    lines.emplace_back(words.substr(0, end));
    words.remove_prefix(end);
    while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
  }
  return lines;
}

std::string_view sign_of(EndingKind kind) {
  constexpr std::array<std::string_view, kEndingKinds> kSigns{"✓", "○", "✗", "▲"};
  return kSigns[static_cast<std::size_t>(kind)];
}

MapLegend map_legend(const UiStrings& words, double width, double margin) {
  constexpr double kRow = 30;
  MapLegend legend;
  double x = margin;
  for (const LegendEntry& entry : entries_of(words)) {
    if (x > margin && x + entry.width() > width - margin) {
      x = margin;
      legend.height += kRow;
    }
    legend.svg +=
        fmt::format("<g transform=\"translate({:.1f} {:.1f})\">{}{}</g>\n", x, legend.height,
                    entry.sample, svg_text(56, 4, "legend", entry.words, "start"));
    x += entry.width();
  }
  legend.height += kRow;
  return legend;
}

}  // namespace mot
