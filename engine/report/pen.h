// Draws on any surface: a picture, SVG, PDF. Shapes, and text laid out by Pango in the reader's
// language. The only user of Cairo and Pango besides surfaces.h. Lengths are CSS pixels (1/96
// inch).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/ink.h"

struct _cairo;

namespace mot::report {

struct Point {
  double x = 0;
  double y = 0;
};

struct Box {
  double x = 0;
  double y = 0;
  double w = 0;
  double h = 0;
  double right() const { return x + w; }
  double bottom() const { return y + h; }
};

enum class Align { left, centre, right };

/// How a text looks.
struct Type {
  double size = 13;
  /// 400 … 800.
  int weight = 400;
  Ink ink = kInk;
  Align align = Align::left;

  constexpr Type weighing(int w) const { return {size, w, ink, align}; }
  constexpr Type in(Ink other) const { return {size, weight, other, align}; }
  constexpr Type sized(double s) const { return {s, weight, ink, align}; }
  constexpr Type aligned(Align other) const { return {size, weight, ink, other}; }
};

inline constexpr Type kSmall{12, 400, kInk2, Align::left};
inline constexpr Type kLabel{13, 600, kInk, Align::left};
inline constexpr Type kBody{14, 400, kInk, Align::left};

/// A piece of text kept on one line or broken at `width`.
struct TextBlock {
  std::string text;
  Type type;
  /// Lines break there; 0: only at '\n'.
  double width = 0;
  /// Longer texts end in …; 0: as many as it takes.
  int most_lines = 0;
};

/// Draws. Borrows what it draws on.
class Pen {
 public:
  /// `language`: BCP 47, decides over fonts and line breaks.
  Pen(_cairo* cr, std::string_view language) : cr_(cr), language_(language) {}

  // Shapes.
  void fill(const Box& box, Ink ink);
  void fill_rounded(const Box& box, double radius, Ink ink);
  void stroke_rounded(const Box& box, double radius, double width, Ink ink);
  /// Slanted lines in a box: what must be told apart without colour.
  void hatch(const Box& box, Ink ink);
  void circle(Point centre, double radius, Ink ink);
  void ring(Point centre, double radius, double width, Ink ink);
  void polygon(std::span<const Point> points, Ink ink);
  void polygon_border(std::span<const Point> points, double width, Ink ink);
  void line(Point from, Point to, double width, Ink ink);
  void polyline(std::span<const Point> points, double width, Ink ink);
  void dashed(std::span<const Point> points, double width, double dash, double gap, Ink ink);
  /// A piece of a ring between two radii; angles in turns, 0 at the top, clockwise.
  void segment(Point centre, double inner, double outer, double from, double to, Ink ink);

  // Text.
  /// One line; x is its left end, middle or right end as the type's align says, y its baseline.
  void text(std::string_view text, Point baseline, const Type& type);
  /// Lines from the top left corner on; returns their height.
  double paragraph(const TextBlock& block, Point top_left);
  double width_of(std::string_view text, const Type& type) const;
  double height_of(const TextBlock& block) const;

  // State: what lies between push and pop is undone by pop.
  void push();
  void pop();
  void translate(Point by);
  void scale(double by);
  void clip(const Box& box);

  // Structure of a PDF; nothing elsewhere. Tags nest.
  void begin_tag(const char* name);
  void end_tag(const char* name);

  const std::string& language() const { return language_; }

 private:
  void set(Ink ink);
  void path(std::span<const Point> points);
  void rounded_path(const Box& box, double radius);

  _cairo* cr_;
  std::string language_;
};

/// While it lives, what is drawn belongs to a tag.
class Tag {
 public:
  Tag(Pen& pen, const char* name) : pen_(pen), name_(name) { pen_.begin_tag(name_); }
  ~Tag() { pen_.end_tag(name_); }
  Tag(const Tag&) = delete;
  Tag& operator=(const Tag&) = delete;

 private:
  Pen& pen_;
  const char* name_;
};

}  // namespace mot::report
