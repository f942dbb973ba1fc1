// The encounter as a line: satisfaction, mood and the best play over the stages; below it the gap
// of every moment and the waits.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "engine/report/figure_parts.h"
#include "engine/report/figures.h"
#include "engine/report/text_attributes.h"
#include "engine/text/numbers.h"

namespace mot::report {
namespace {

constexpr double kAxis = 34;
constexpr double kBandHeader = 24;
constexpr double kTwoLines = 16;
constexpr double kGaps = 62;
constexpr double kLegendRow = 20;
/// An entry ends in as much empty room.
constexpr double kLegendSlack = 14;
constexpr double kMostMarker = 11;
constexpr int kSteps = 16;
constexpr double kPillHeight = 20;
/// How far the window's ring around a marker, and a shade of air, reach beyond it.
constexpr double kRing = 8;
constexpr double kPillStep = 3;

/// Where everything lies.
struct Places {
  Box plot;
  double gaps = 0;
  double waits = 0;
  double bottom = 0;
  /// By band and by choice.
  std::vector<Box> bands;
  std::vector<double> x;
  double spacing = 0;
  /// Titles of the stages stand on one line, on two, or are letters with a list below.
  int title_lines = 1;
};

bool has_waits(const Timeline& timeline) {
  return std::any_of(timeline.points.begin(), timeline.points.end(),
                     [](const TimelinePoint& point) { return point.wait > 0; });
}

std::string letter(std::size_t band) { return std::string(1, static_cast<char>('A' + band % 26)); }

class Line {
 public:
  Line(Pen& pen, const FigureSource& source, const TimelineParts& parts, double width)
      : pen_(pen),
        source_(source),
        timeline_(source.debrief.timeline),
        parts_(parts),
        width_(width) {
    lay_out();
  }

  const Places& places() const { return places_; }

  double draw() {
    if (parts_.ground) {
      draw_legend();
      draw_bands();
      draw_axes();
      draw_turning_drops();
      draw_gaps();
      draw_waits();
      draw_band_list();
    }
    if (parts_.lines) draw_lines();
    if (parts_.markers) draw_markers();
    return places_.bottom;
  }

  /// What each turning point cost, at the foot of its dashed line; where a marker is or another
  /// pill, further up that line, else beside it.
  std::vector<Box> costs() const {
    std::vector<Box> pills = flags();
    const std::size_t flags_count = pills.size();
    for (std::size_t k = 0; k < turning().size(); ++k) {
      const double width = pen_.width_of(cost_text(k), kPillType) + 16;
      const double x = places_.x[turning()[k]];
      Box first;
      for (const double aside : {0.0, 1.0, -1.0}) {
        const double reach = marker_radius() + kRing + width / 2;
        const double middle = std::clamp(x + aside * reach, width / 2, width_ - width / 2);
        const std::optional<Box> free = free_place(middle, width, pills);
        if (aside == 0) first = {middle - width / 2, foot(), width, kPillHeight};
        if (free) {
          first = *free;
          break;
        }
      }
      pills.push_back(first);
    }
    pills.erase(pills.begin(), pills.begin() + static_cast<std::ptrdiff_t>(flags_count));
    return pills;
  }

  Point marker(std::size_t i) const {
    const TimelinePoint& point = timeline_.points[i];
    // A choice before anything was at stake has no satisfaction: its dot lies on the mood.
    return {places_.x[i],
            point.satisfaction ? level(*point.satisfaction) : level((point.mood + 100) / 2.0)};
  }

 private:
  const std::string& text(std::string_view key) const { return source_.words.text(key); }

  double level(double percent) const {
    return places_.plot.bottom() - places_.plot.h * std::clamp(percent, 0.0, 100.0) / 100;
  }

  struct LegendEntry {
    const char* key;
    Ink ink;
    double width;
    bool dashed;
  };
  std::vector<LegendEntry> legend() const {
    std::vector<LegendEntry> entries{{"figure.you", kTeal, 4, false},
                                     {"figure.mood", kViolet, 2.2, false}};
    if (!timeline_.best.empty()) entries.push_back({"figure.best", kInk2, 2, true});
    return entries;
  }

  std::size_t count() const { return std::max<std::size_t>(1, timeline_.points.size()); }

  void lay_out() {
    const double share = (width_ - 2 * kAxis) / static_cast<double>(count());
    places_.spacing = share;
    places_.title_lines = title_lines(share);
    const double header = kBandHeader + (places_.title_lines == 2 ? kTwoLines : 0);
    places_.plot = {kAxis, legend_height() + header + 12, width_ - 2 * kAxis, parts_.plot_height};
    for (std::size_t i = 0; i < timeline_.points.size(); ++i) {
      places_.x.push_back(places_.plot.x + share * (static_cast<double>(i) + 0.5));
    }
    for (const TimelineBand& band : timeline_.bands) {
      places_.bands.push_back({places_.plot.x + share * static_cast<double>(band.first),
                               legend_height() + 6, share * static_cast<double>(band.count),
                               header + 6 + parts_.plot_height});
    }
    places_.gaps = places_.plot.bottom() + 14;
    places_.waits = places_.gaps + kGaps;
    places_.bottom = places_.waits + (has_waits(timeline_) ? 24 : 0) + band_list_height();
  }

  /// As few lines as all titles fit on; 0 where some title does not fit its band on two.
  int title_lines(double share) const {
    int most = 1;
    for (const TimelineBand& band : timeline_.bands) {
      const double room = share * static_cast<double>(band.count) - 10;
      const double line = pen_.height_of({"A", kBandType});
      const double height = room < 30 ? 3 * line : pen_.height_of({band.title, kBandType, room});
      // A word that is wider than its band would be cut in two.
      const bool cut = widest_word(band.title) > room;
      if (height > 2.5 * line || cut) return 0;
      if (height > 1.5 * line) most = 2;
    }
    return most;
  }

  double widest_word(const std::string& title) const {
    double widest = 0;
    for (std::size_t at = 0; at < title.size();) {
      const std::size_t end = std::min(title.find(' ', at), title.size());
      const double width = pen_.width_of(title.substr(at, end - at), kBandType);
      // Chinese breaks anywhere.
      if (!is_chinese_tag(source_.words.language())) widest = std::max(widest, width);
      at = end + 1;
    }
    return widest;
  }

  /// Titles too long for their bands are listed below, by letters.
  std::string band_list() const {
    std::string list;
    for (std::size_t i = 0; i < timeline_.bands.size(); ++i) {
      list +=
          fmt::format("{}{} {}", list.empty() ? "" : "   ", letter(i), timeline_.bands[i].title);
    }
    return list;
  }
  double band_list_height() const {
    return places_.title_lines == 0 ? pen_.height_of({band_list(), kSmall, width_}) + 4 : 0;
  }
  void draw_band_list() {
    if (places_.title_lines != 0) return;
    pen_.paragraph({band_list(), kSmall, width_}, {0, places_.bottom - band_list_height() + 2});
  }

  static double legend_left() { return kAxis; }
  /// One row of entries, or two where they don't fit beside one another.
  double legend_height() const {
    double x = legend_left();
    for (const LegendEntry& entry : legend()) x += legend_width(pen_, text(entry.key));
    return x > width_ + kLegendSlack ? 2 * kLegendRow : kLegendRow;
  }

  void draw_legend() {
    double x = legend_left();
    double y = 9;
    for (const LegendEntry& entry : legend()) {
      if (x > legend_left() && x + legend_width(pen_, text(entry.key)) > width_ + kLegendSlack) {
        x = legend_left();
        y += kLegendRow;
      }
      const Point ends[] = {{x, y}, {x + 24, y}};
      if (entry.dashed) {
        pen_.dashed(ends, entry.width, 5, 3, entry.ink);
      } else {
        pen_.polyline(ends, entry.width, entry.ink);
      }
      pen_.text(text(entry.key), {x + 31, y + 4.5}, kSmall);
      x += legend_width(pen_, text(entry.key));
    }
  }

  void draw_bands() {
    for (std::size_t i = 0; i < places_.bands.size(); ++i) {
      const Box& band = places_.bands[i];
      pen_.fill_rounded({band.x + 1.5, band.y, band.w - 3, band.h}, 8,
                        i % 2 == 0 ? kBandWarm : kBandCool);
      const Type type = kBandType.aligned(Align::centre);
      if (places_.title_lines == 0) {
        pen_.text(letter(i), {band.x + band.w / 2, band.y + 17}, type);
      } else {
        pen_.paragraph({timeline_.bands[i].title, type, band.w - 10}, {band.x + 5, band.y + 2});
      }
    }
  }

  void draw_axes() {
    for (const int percent : {0, 50, 100}) {
      const double y = level(percent);
      pen_.line({places_.plot.x, y}, {places_.plot.right(), y}, 1, kLine);
      pen_.text(std::to_string(percent), {kAxis - 6, y + 4}, kSmall.aligned(Align::right));
      const std::string mood = percent == 0 ? "−100" : percent == 50 ? "0" : "+100";
      pen_.text(mood, {places_.plot.right() + 4, y + 4}, Type{10.5, 400, kViolet, Align::left});
    }
  }

  /// The best play and the mood first, so that what was reached lies on top.
  void draw_lines() {
    std::vector<Point> best;
    for (const BestPoint& point : timeline_.best) {
      if (!point.satisfaction || timeline_.points.empty()) continue;
      const double x = places_.plot.x + places_.spacing * (point.place + 0.5);
      best.push_back(
          {std::clamp(x, places_.plot.x, places_.plot.right()), level(*point.satisfaction)});
    }
    if (best.size() > 1) pen_.dashed(best, 2, 5, 3, kInk2);
    std::vector<Point> mood{{places_.plot.x, level((timeline_.start_mood + 100) / 2.0)}};
    std::vector<Point> reached;
    for (std::size_t i = 0; i < timeline_.points.size(); ++i) {
      const TimelinePoint& point = timeline_.points[i];
      mood.push_back({places_.x[i], level((point.mood + 100) / 2.0)});
      if (point.satisfaction) reached.push_back({places_.x[i], level(*point.satisfaction)});
    }
    if (mood.size() > 1) pen_.polyline(smooth(mood), 2.2, kViolet);
    if (reached.size() < 2) return;
    const std::vector<Point> curve = smooth(reached);
    std::vector<Point> area = curve;
    area.push_back({curve.back().x, places_.plot.bottom()});
    area.push_back({curve.front().x, places_.plot.bottom()});
    pen_.polygon(area, kTeal.faded(0.10));
    pen_.polyline(curve, 4, kTeal);
  }

  /// Flat at every choice, so that the line never shows more or less than was measured.
  static std::vector<Point> smooth(std::span<const Point> knots) {
    std::vector<Point> out;
    for (std::size_t i = 0; i + 1 < knots.size(); ++i) {
      for (int k = 0; k < kSteps; ++k) {
        const double t = static_cast<double>(k) / kSteps;
        const double s = t * t * (3 - 2 * t);
        out.push_back({knots[i].x + (knots[i + 1].x - knots[i].x) * t,
                       knots[i].y + (knots[i + 1].y - knots[i].y) * s});
      }
    }
    if (!knots.empty()) out.push_back(knots.back());
    return out;
  }

  std::vector<std::size_t> turning() const {
    return source_.debrief.account ? source_.debrief.account->turning_points
                                   : std::vector<std::size_t>();
  }

  void draw_turning_drops() {
    for (const std::size_t i : turning()) {
      const Point drop[] = {marker(i), {places_.x[i], places_.plot.bottom()}};
      pen_.dashed(drop, 1.6, 3, 4, kDetractor);
    }
  }

  void draw_markers() {
    const double radius = marker_radius();
    for (std::size_t i = 0; i < timeline_.points.size(); ++i) {
      draw_marker(pen_, marker(i), timeline_.points[i].scored ? radius : radius * 0.8,
                  source_.debrief.moments[i].label, i);
    }
    const std::vector<Box> words = flags();
    for (std::size_t k = 0; k < words.size(); ++k) {
      draw_pill(pen_, {words[k].x + words[k].w / 2, words[k].y + kPillHeight / 2},
                flag_words()[k].second, kInk, kPaper);
    }
    const std::vector<Box> pills = costs();
    for (std::size_t k = 0; k < pills.size(); ++k) {
      draw_pill(pen_, {pills[k].x + pills[k].w / 2, pills[k].y + kPillHeight / 2}, cost_text(k),
                kDetractor, kPaper);
    }
  }

  /// The words at the peak and the end, by choice.
  std::vector<std::pair<std::size_t, std::string>> flag_words() const {
    if (!timeline_.peak) return {};
    if (timeline_.peak == timeline_.end)
      return {{*timeline_.peak, text("figure.peak") + " · " + text("figure.end")}};
    return {{*timeline_.peak, text("figure.peak")}, {*timeline_.end, text("figure.end")}};
  }

  /// Above a marker, or below it where there is no room.
  std::vector<Box> flags() const {
    std::vector<Box> boxes;
    for (const auto& [i, word] : flag_words()) {
      const Point at = marker(i);
      const bool below = at.y - 30 < places_.plot.y;
      const double width = pen_.width_of(word, kPillType) + 16;
      const double x = std::clamp(at.x, width / 2, width_ - width / 2);
      boxes.push_back(
          {x - width / 2, at.y + (below ? 27 : -27) - kPillHeight / 2, width, kPillHeight});
    }
    return boxes;
  }

  double marker_radius() const { return std::clamp(places_.spacing / 2 - 2, 3.0, kMostMarker); }
  double foot() const { return places_.plot.bottom() - 12 - kPillHeight / 2; }
  std::string cost_text(std::size_t turning_point) const {
    return signed_points_text(source_.debrief.account->steps[turning()[turning_point]].choice);
  }

  /// The lowest place in the plot about that x where nothing else is.
  std::optional<Box> free_place(double x, double width, const std::vector<Box>& taken) const {
    const int steps = static_cast<int>(std::floor((foot() - places_.plot.y) / kPillStep));
    for (int step = 0; step <= steps; ++step) {
      const Box box{x - width / 2, foot() - step * kPillStep, width, kPillHeight};
      const auto meets = [&](const Box& other) {
        return other.x < box.right() + 2 && box.x < other.right() + 2 &&
               other.y < box.bottom() + 2 && box.y < other.bottom() + 2;
      };
      bool free = std::none_of(taken.begin(), taken.end(), meets);
      for (std::size_t i = 0; free && i < places_.x.size(); ++i) {
        const double reach = marker_radius() + kRing - 2;
        const Point at = marker(i);
        free = !meets({at.x - reach, at.y - reach, 2 * reach, 2 * reach});
      }
      if (free) return box;
    }
    return std::nullopt;
  }

  /// A bar up or down for every scored choice.
  void draw_gaps() {
    int most = 100;
    for (const TimelinePoint& point : timeline_.points) {
      if (point.scored) most = std::max(most, std::abs(point.gap));
    }
    constexpr double kHalf = 20;
    const double zero = places_.gaps + kHalf + 4;
    const double width = std::clamp(places_.spacing * 0.5, 3.0, 22.0);
    pen_.line({places_.plot.x, zero}, {places_.plot.right(), zero}, 1, kLine);
    pen_.paragraph({text("figure.gap"), Type{11, 600, kInk2, Align::left}, kAxis - 2},
                   {0, zero - 9});
    for (std::size_t i = 0; i < timeline_.points.size(); ++i) {
      const TimelinePoint& point = timeline_.points[i];
      if (!point.scored) continue;
      const double height = kHalf * std::abs(point.gap) / most;
      const Box bar{places_.x[i] - width / 2, point.gap > 0 ? zero - height : zero, width,
                    std::max(1.5, height)};
      pen_.fill_rounded(bar, 2, ink_of(source_.debrief.moments[i].label));
      const bool room = places_.spacing >= 34;
      if (!room) continue;
      pen_.text(signed_points_text(point.gap), {places_.x[i], places_.gaps + 2 * kHalf + 19},
                Type{10.5, 500, kInk2, Align::centre});
    }
  }

  /// "40′", "18 h", "3 d".
  std::string wait_text(int minutes) const {
    constexpr int kHour = 60;
    constexpr int kDay = 24 * kHour;
    const auto told = [this](std::string_view key, int count) {
      return source_.words.text(key, {{"count", fmt::format("{}", count)}});
    };
    if (minutes < 2 * kHour) return told("figure.minutes", minutes);
    return minutes < 2 * kDay ? told("figure.hours", (minutes + kHour / 2) / kHour)
                              : told("figure.days", (minutes + kDay / 2) / kDay);
  }

  /// A clock and the time where the customer waited.
  void draw_waits() {
    if (!has_waits(timeline_)) return;
    const double y = places_.waits + 9;
    pen_.paragraph({text("figure.wait"), Type{11, 600, kInk2, Align::left}, kAxis - 2, 1},
                   {0, y - 9});
    for (std::size_t i = 0; i < timeline_.points.size(); ++i) {
      if (timeline_.points[i].wait == 0) continue;
      const std::string minutes = wait_text(timeline_.points[i].wait);
      const Type type{11, 600, kInk, Align::left};
      const double width = 15 + pen_.width_of(minutes, type);
      const double x = std::clamp(places_.x[i] - width / 2, 0.0, width_ - width);
      pen_.ring({x + 6, y}, 5, 1.4, kInk2);
      const Point hands[] = {{x + 6, y - 3}, {x + 6, y}, {x + 8.4, y + 1.4}};
      pen_.polyline(hands, 1.3, kInk2);
      pen_.text(minutes, {x + 14, y + 4}, type);
    }
  }

  static constexpr Type kBandType{12.5, 600, kInk2, Align::left};
  static constexpr Type kPillType{11.5, 700, kInk, Align::left};

  Pen& pen_;
  const FigureSource& source_;
  const Timeline& timeline_;
  TimelineParts parts_;
  double width_;
  Places places_;
};

}  // namespace

Figure timeline_figure(FigureSource source, TimelineParts parts) {
  return [source, parts](Pen& pen, double width) { return Line(pen, source, parts, width).draw(); };
}

std::vector<Point> timeline_markers(FigureSource source, TimelineParts parts, double width) {
  std::vector<Point> markers;
  const Figure measure = [&](Pen& pen, double w) {
    const Line line(pen, source, parts, w);
    markers.clear();
    for (std::size_t i = 0; i < source.debrief.timeline.points.size(); ++i) {
      markers.push_back(line.marker(i));
    }
    return 1.0;
  };
  height_of(measure, width, source.words.language());
  return markers;
}

std::vector<Box> timeline_costs(FigureSource source, TimelineParts parts, double width) {
  std::vector<Box> costs;
  const Figure measure = [&](Pen& pen, double w) {
    costs = Line(pen, source, parts, w).costs();
    return 1.0;
  };
  height_of(measure, width, source.words.language());
  return costs;
}

}  // namespace mot::report
