#include "engine/report/pen.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

#include "engine/report/text_attributes.h"

namespace mot::report {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;
/// Height of a line by the size of its letters.
constexpr double kLeading = 1.45;
constexpr double kLeadingChinese = 1.6;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using Layout = std::unique_ptr<PangoLayout, Unref>;

double units(int pango) { return static_cast<double>(pango) / PANGO_SCALE; }

PangoAlignment alignment(Align align) {
  return align == Align::centre  ? PANGO_ALIGN_CENTER
         : align == Align::right ? PANGO_ALIGN_RIGHT
                                 : PANGO_ALIGN_LEFT;
}

void set_font(PangoLayout* layout, const Type& type) {
  PangoFontDescription* font = pango_font_description_from_string(kFontFamilies);
  pango_font_description_set_absolute_size(font, type.size * PANGO_SCALE);
  pango_font_description_set_weight(font, static_cast<PangoWeight>(type.weight));
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
}

Layout make_layout(const TextBlock& block, const std::string& language) {
  PangoContext* context = text_context();
  const bool chinese = is_chinese_tag(language);
  pango_context_set_language(context,
                             pango_language_from_string(chinese ? "zh-cn" : language.c_str()));
  Layout layout(pango_layout_new(context));
  set_font(layout.get(), block.type);
  PangoAttrList* attributes = pango_attr_list_new();
  add_chinese_attributes(attributes, block.text, block.type.weight, chinese);
  pango_layout_set_attributes(layout.get(), attributes);
  pango_attr_list_unref(attributes);
  if (block.width > 0) {
    pango_layout_set_width(layout.get(), static_cast<int>(std::floor(block.width * PANGO_SCALE)));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    // Names and texts may be written from the right; the page is not.
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_alignment(layout.get(), alignment(block.type.align));
    if (block.most_lines > 0) {
      pango_layout_set_height(layout.get(), -block.most_lines);
      pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    }
  }
  pango_layout_set_text(layout.get(), block.text.c_str(), static_cast<int>(block.text.size()));
  return layout;
}

double line_height(const Type& type, const std::string& language) {
  return type.size * (is_chinese_tag(language) ? kLeadingChinese : kLeading);
}

}  // namespace

void Pen::set(Ink ink) { cairo_set_source_rgba(cr_, ink.r, ink.g, ink.b, ink.a); }

void Pen::path(std::span<const Point> points) {
  cairo_new_path(cr_);
  for (const Point& point : points) cairo_line_to(cr_, point.x, point.y);
}

void Pen::rounded_path(const Box& box, double radius) {
  const double r = std::max(0.0, std::min({radius, box.w / 2, box.h / 2}));
  cairo_new_path(cr_);
  cairo_arc(cr_, box.right() - r, box.y + r, r, -kTurn / 4, 0);
  cairo_arc(cr_, box.right() - r, box.bottom() - r, r, 0, kTurn / 4);
  cairo_arc(cr_, box.x + r, box.bottom() - r, r, kTurn / 4, kTurn / 2);
  cairo_arc(cr_, box.x + r, box.y + r, r, kTurn / 2, 3 * kTurn / 4);
  cairo_close_path(cr_);
}

void Pen::fill(const Box& box, Ink ink) {
  if (box.w <= 0 || box.h <= 0) return;
  set(ink);
  cairo_rectangle(cr_, box.x, box.y, box.w, box.h);
  cairo_fill(cr_);
}

void Pen::fill_rounded(const Box& box, double radius, Ink ink) {
  if (box.w <= 0 || box.h <= 0) return;
  set(ink);
  rounded_path(box, radius);
  cairo_fill(cr_);
}

void Pen::stroke_rounded(const Box& box, double radius, double width, Ink ink) {
  set(ink);
  rounded_path(box, radius);
  cairo_set_line_width(cr_, width);
  cairo_stroke(cr_);
}

void Pen::hatch(const Box& box, Ink ink) {
  if (box.w <= 0 || box.h <= 0) return;
  constexpr double kStep = 5;
  push();
  clip(box);
  const int lines = static_cast<int>(std::ceil((box.w + box.h) / kStep));
  for (int i = 0; i < lines; ++i) {
    const double x = box.x - box.h + i * kStep;
    line({x, box.bottom()}, {x + box.h, box.y}, 1.4, ink);
  }
  pop();
}

void Pen::circle(Point centre, double radius, Ink ink) {
  set(ink);
  cairo_new_path(cr_);
  cairo_arc(cr_, centre.x, centre.y, radius, 0, kTurn);
  cairo_fill(cr_);
}

void Pen::ring(Point centre, double radius, double width, Ink ink) {
  set(ink);
  cairo_new_path(cr_);
  cairo_arc(cr_, centre.x, centre.y, radius, 0, kTurn);
  cairo_set_line_width(cr_, width);
  cairo_stroke(cr_);
}

void Pen::polygon(std::span<const Point> points, Ink ink) {
  set(ink);
  path(points);
  cairo_close_path(cr_);
  cairo_fill(cr_);
}

void Pen::polygon_border(std::span<const Point> points, double width, Ink ink) {
  set(ink);
  path(points);
  cairo_close_path(cr_);
  cairo_set_line_join(cr_, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width(cr_, width);
  cairo_stroke(cr_);
}

void Pen::line(Point from, Point to, double width, Ink ink) {
  const Point points[] = {from, to};
  polyline(points, width, ink);
}

void Pen::polyline(std::span<const Point> points, double width, Ink ink) {
  set(ink);
  path(points);
  cairo_set_line_cap(cr_, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(cr_, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width(cr_, width);
  cairo_stroke(cr_);
}

void Pen::dashed(std::span<const Point> points, double width, double dash, double gap, Ink ink) {
  const double pattern[] = {dash, gap + width};
  cairo_set_dash(cr_, pattern, 2, 0);
  polyline(points, width, ink);
  cairo_set_dash(cr_, nullptr, 0, 0);
}

void Pen::segment(Point centre, double inner, double outer, double from, double to, Ink ink) {
  const double first = from * kTurn - kTurn / 4;
  const double last = to * kTurn - kTurn / 4;
  set(ink);
  cairo_new_path(cr_);
  cairo_arc(cr_, centre.x, centre.y, outer, first, last);
  cairo_arc_negative(cr_, centre.x, centre.y, inner, last, first);
  cairo_close_path(cr_);
  cairo_fill(cr_);
}

void Pen::text(std::string_view text, Point baseline, const Type& type) {
  if (text.empty()) return;
  const Layout layout = make_layout({std::string(text), type}, language_);
  PangoLayoutLine* line = pango_layout_get_line_readonly(layout.get(), 0);
  PangoRectangle logical;
  pango_layout_line_get_extents(line, nullptr, &logical);
  const double width = units(logical.width);
  const double x = type.align == Align::centre  ? baseline.x - width / 2
                   : type.align == Align::right ? baseline.x - width
                                                : baseline.x;
  set(type.ink);
  cairo_move_to(cr_, x, baseline.y);
  pango_cairo_show_layout_line(cr_, line);
}

double Pen::paragraph(const TextBlock& block, Point top_left) {
  if (block.text.empty()) return 0;
  const Layout layout = make_layout(block, language_);
  const double line = line_height(block.type, language_);
  const int count = pango_layout_get_line_count(layout.get());
  set(block.type.ink);
  for (int i = 0; i < count; ++i) {
    PangoLayoutLine* one = pango_layout_get_line_readonly(layout.get(), i);
    PangoRectangle logical;
    pango_layout_line_get_extents(one, nullptr, &logical);
    const double slack = block.width > 0 ? block.width - units(logical.width) : 0;
    const double x = block.type.align == Align::centre  ? slack / 2
                     : block.type.align == Align::right ? slack
                                                        : 0;
    // Letters stand in the middle of their line.
    cairo_move_to(cr_, top_left.x + x, top_left.y + i * line + line * 0.5 + block.type.size * 0.36);
    pango_cairo_show_layout_line(cr_, one);
  }
  return count * line;
}

double Pen::width_of(std::string_view text, const Type& type) const {
  if (text.empty()) return 0;
  const Layout layout = make_layout({std::string(text), type}, language_);
  int width = 0;
  pango_layout_get_size(layout.get(), &width, nullptr);
  return units(width);
}

double Pen::height_of(const TextBlock& block) const {
  if (block.text.empty()) return 0;
  const Layout layout = make_layout(block, language_);
  return pango_layout_get_line_count(layout.get()) * line_height(block.type, language_);
}

void Pen::push() { cairo_save(cr_); }
void Pen::pop() { cairo_restore(cr_); }
void Pen::translate(Point by) { cairo_translate(cr_, by.x, by.y); }
void Pen::scale(double by) { cairo_scale(cr_, by, by); }

void Pen::clip(const Box& box) {
  cairo_rectangle(cr_, box.x, box.y, box.w, box.h);
  cairo_clip(cr_);
}

void Pen::begin_tag(const char* name) { cairo_tag_begin(cr_, name, nullptr); }
void Pen::end_tag(const char* name) { cairo_tag_end(cr_, name); }

}  // namespace mot::report
