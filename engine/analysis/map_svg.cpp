#include "engine/analysis/map_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/analysis/layered_layout.h"
#include "engine/analysis/map_svg_parts.h"
#include "engine/analysis/map_texts.h"
#include "engine/base/utf8.h"
#include "engine/base/xml.h"

namespace mot {
namespace {

// Pixels.
constexpr double kMargin = 24;
constexpr double kHead = 84;
constexpr double kLaneHead = 40;
constexpr double kBoxWidth = 190;
constexpr double kLineStep = 17;
constexpr double kLabelHeight = 16;
constexpr std::size_t kNameColumns = 23;
constexpr std::size_t kTitleColumns = 25;
constexpr std::size_t kTitleLines = 2;

/// What is written in a box.
struct BoxTexts {
  std::string name;
  std::vector<std::string> title;
  std::string star;
  std::string never;
};

class Picture {
 public:
  explicit Picture(const MapTexts& texts) : texts_(texts) {
    for (const MapBox& box : texts_.map.boxes) boxes_.push_back(texts_of(box));
    for (const MapLine& line : texts_.map.lines) labels_.push_back(texts_.label(line));
    place();
  }

  std::string draw() const {
    const double width = std::max(layout_.width, 620.0) + 2 * kMargin;
    const MapLegend legend = map_legend(texts_.words, width, kMargin);
    const double body = kHead + kLaneHead + layout_.height + 2.5 * kMargin;
    const double height = body + legend.height + kMargin / 2;
    std::string out = fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
        "viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\" xml:lang=\"{2}\">\n<title>{3}</title>\n",
        width, height, escaped_xml(texts_.reading.language()), escaped_xml(heading()));
    out += svg_style();
    out +=
        fmt::format("<rect width=\"{:.0f}\" height=\"{:.0f}\" fill=\"#FFFFFF\"/>\n", width, height);
    out += svg_text(kMargin, 40, "head", heading(), "start") +
           svg_text(kMargin, 62, "note", facts(), "start");
    out += fmt::format("<g transform=\"translate({} {})\">\n", kMargin, kHead);
    out += draw_lanes();
    out += fmt::format("<g transform=\"translate(0 {})\">\n", kLaneHead + kMargin / 2);
    out += draw_lines(false) + draw_lines(true) + draw_boxes() + draw_labels();
    return out + fmt::format("</g>\n</g>\n<g transform=\"translate(0 {:.1f})\">\n{}</g>\n</svg>\n",
                             body, legend.svg);
  }

 private:
  const Moment& moment(const MapBox& box) const {
    return texts_.scenario.moments[static_cast<std::size_t>(box.moment)];
  }
  bool is(const MapBox& box, MomentKind kind) const {
    return box.moment != kNone && moment(box).kind == kind;
  }

  std::string heading() const { return std::string(texts_.reading.trimmed(texts_.scenario.title)); }
  std::string facts() const {
    const std::string moments = fmt::format("{}", texts_.scenario.moments.size());
    if (!texts_.map.best) return texts_.words.text("map.facts", {{"moments", moments}});
    return texts_.words.text(
        "map.facts-best",
        {{"moments", moments}, {"best", fmt::format("{:.2f}", *texts_.map.best / 100)}});
  }

  BoxTexts texts_of(const MapBox& box) const {
    BoxTexts out;
    const bool ends = is(box, MomentKind::ending);
    const std::string name = texts_.name(box);
    out.name = shortened(ends ? fmt::format("{} {}", sign_of(moment(box).ending), name) : name,
                         kNameColumns);
    out.title = broken(texts_.title(box), kTitleColumns, ends ? 1 : kTitleLines);
    if (box.best_response != kNone) {
      const Response& best = texts_.scenario.responses[static_cast<std::size_t>(box.best_response)];
      out.star = shortened(fmt::format("★ {}", best.id), kTitleColumns);
    }
    if (!box.reachable) out.never = texts_.words.text("map.never");
    return out;
  }

  static double height_of(const BoxTexts& box) {
    const std::size_t lines =
        1 + box.title.size() + (box.star.empty() ? 0 : 1) + (box.never.empty() ? 0 : 1);
    return 16 + kLineStep * static_cast<double>(lines);
  }

  void place() {
    LayoutInput input;
    for (std::size_t b = 0; b < boxes_.size(); ++b) {
      const MapBox& box = texts_.map.boxes[b];
      const bool fate = is(box, MomentKind::fate);
      input.boxes.push_back({kBoxWidth, height_of(boxes_[b]) + (fate ? 14 : 0), box.lane});
    }
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const MapLine& line = texts_.map.lines[i];
      LayoutLine way;
      way.from = line.from;
      way.to = line.to;
      way.label_width = labels_[i].empty()
                            ? 0
                            : static_cast<double>(display_width(labels_[i])) * kLabelColumn + 8;
      way.label_height = labels_[i].empty() ? 0 : kLabelHeight;
      way.weight = line.on_best_path ? 8 : 1;
      input.lines.push_back(way);
    }
    for (std::size_t l = 0; l < texts_.map.lanes.size(); ++l)
      input.lanes.push_back(
          std::max(kBoxWidth + 40,
                   static_cast<double>(display_width(texts_.lane(l))) * kTitleColumn * 1.3 + 40));
    input.start = texts_.map.start;
    layout_ = lay_out(input);
  }

  std::string draw_lanes() const {
    std::string out;
    for (std::size_t l = 0; l < layout_.lanes.size(); ++l) {
      const LayoutLane& lane = layout_.lanes[l];
      out += fmt::format(
          "<rect class=\"lane{}\" x=\"{:.1f}\" y=\"0\" width=\"{:.1f}\" height=\"{:.1f}\" "
          "rx=\"14\"/>\n",
          l % 2 == 0 ? "" : " even", lane.x + 3, lane.width - 6,
          kLaneHead + layout_.height + kMargin * 1.5);
      out += svg_text(lane.x + lane.width / 2, 27, "stage", texts_.lane(l));
    }
    return out;
  }

  static std::string path_of(const LayoutWay& way) {
    const auto& p = way.points;
    // A line to its own box goes round its side.
    if (way.back && p.size() == 3 && p[0].x == p[2].x)
      return fmt::format("M {0:.1f} {1:.1f} C {2:.1f} {3:.1f} {2:.1f} {4:.1f} {0:.1f} {5:.1f}",
                         p[0].x, p[0].y, p[1].x + 14, p[0].y + 26, p[2].y - 26, p[2].y);
    std::string out = fmt::format("M {:.1f} {:.1f}", p[0].x, p[0].y);
    for (std::size_t i = 1; i < p.size(); ++i) {
      const double half = (p[i].y - p[i - 1].y) / 2;
      if (p[i].x == p[i - 1].x) {
        out += fmt::format(" L {:.1f} {:.1f}", p[i].x, p[i].y);
      } else {
        out += fmt::format(" C {:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", p[i - 1].x,
                           p[i - 1].y + half, p[i].x, p[i].y - half, p[i].x, p[i].y);
      }
    }
    return out;
  }

  static std::string class_of(const MapLine& line) {
    constexpr std::array<std::string_view, 4> kKinds{"response", "next", "chance", "leave"};
    std::string out = fmt::format("way {}", kKinds[static_cast<std::size_t>(line.kind)]);
    if (line.conditional && line.kind != MapLineKind::leave) out += " conditional";
    if (line.on_best_path) out += " best";
    if (!line.reachable) out += " never";
    return out;
  }

  // The best path last, so that nothing lies over it.
  std::string draw_lines(bool best) const {
    std::string out;
    for (std::size_t i = 0; i < layout_.lines.size(); ++i) {
      const MapLine& line = texts_.map.lines[i];
      if (line.on_best_path != best) continue;
      out +=
          fmt::format("<path class=\"{}\" d=\"{}\"/>\n", class_of(line), path_of(layout_.lines[i]));
    }
    return out;
  }

  std::string draw_labels() const {
    std::string out;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (labels_[i].empty()) continue;
      out += svg_text(layout_.lines[i].label.x, layout_.lines[i].label.y + 4, "label", labels_[i]);
    }
    return out;
  }

  std::string shape_of(const MapBox& box, LayoutPoint at, double height) const {
    std::string style;
    double radius = 4;
    if (box.moment == kNone) {
      style = "leave";
    } else {
      switch (moment(box).kind) {
        case MomentKind::decision:
          style = moment(box).scored ? "decision" : "free";
          radius = moment(box).scored ? 14 : 4;
          break;
        case MomentKind::line: style = "line"; break;
        case MomentKind::fate: style = "fate"; break;
        case MomentKind::ending:
          style = name_of(moment(box).ending);
          radius = height / 2;
          break;
      }
    }
    if (box.on_best_path) style += " best";
    if (!box.reachable) style += " never";
    const double left = at.x - kBoxWidth / 2;
    const double top = at.y - height / 2;
    if (is(box, MomentKind::fate))
      return fmt::format(
          "<path class=\"box {}\" d=\"M {:.1f} {:.1f} L {:.1f} {:.1f} L {:.1f} {:.1f} L {:.1f} "
          "{:.1f} Z\"/>\n",
          style, left, at.y, at.x, top, left + kBoxWidth, at.y, at.x, top + height);
    std::string out = fmt::format(
        "<rect class=\"box {}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{}\" height=\"{:.1f}\" "
        "rx=\"{:.1f}\"/>\n",
        style, left, top, kBoxWidth, height, radius);
    // An ending has two rings.
    if (is(box, MomentKind::ending))
      out += fmt::format(
          "<rect class=\"box {}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{}\" height=\"{:.1f}\" "
          "rx=\"{:.1f}\" "
          "style=\"fill: none; stroke-width: 1\"/>\n",
          style, left + 5, top + 5, kBoxWidth - 10, height - 10, radius - 5);
    return out;
  }

  std::string draw_boxes() const {
    std::string out;
    for (std::size_t b = 0; b < boxes_.size(); ++b) {
      const MapBox& box = texts_.map.boxes[b];
      const bool fate = is(box, MomentKind::fate);
      const double height = height_of(boxes_[b]) + (fate ? 14 : 0);
      const LayoutPoint at = layout_.boxes[b];
      out += "<g>\n<title>" + escaped_xml(texts_.account(box)) + "</title>\n";
      out += shape_of(box, at, height);
      double y = at.y - height_of(boxes_[b]) / 2 + 21;
      out += svg_text(at.x, y, "name", boxes_[b].name);
      for (const std::string& line : boxes_[b].title)
        out += svg_text(at.x, y += kLineStep, "title", line);
      if (!boxes_[b].star.empty()) out += svg_text(at.x, y += kLineStep, "star", boxes_[b].star);
      if (!boxes_[b].never.empty()) out += svg_text(at.x, y + kLineStep, "title", boxes_[b].never);
      out += "</g>\n";
    }
    return out;
  }

  const MapTexts& texts_;
  std::vector<BoxTexts> boxes_;
  std::vector<std::string> labels_;
  LayeredLayout layout_;
};

}  // namespace

std::string map_svg(const Scenario& scenario,
                    const ScenarioMap& map,
                    const Reading& reading,
                    const UiStrings& words) {
  const MapTexts texts{scenario, map, reading, words};
  return Picture(texts).draw();
}

}  // namespace mot
