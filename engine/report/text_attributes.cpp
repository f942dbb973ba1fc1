#include "engine/report/text_attributes.h"

#include <pango/pangocairo.h>

#include <memory>

namespace mot {
namespace {

constexpr const char* kChinese = "Noto Sans CJK SC";
constexpr int kSemiBold = 600;

bool is_cjk(gunichar c) {
  return c >= 0x2E80 && (c < 0xA4D0 || (c >= 0xF900 && c < 0xFB00) || (c >= 0xFE30 && c < 0xFE50) ||
                         (c >= 0xFF00 && c < 0xFFF0) || c >= 0x20000);
}

/// Marks that Latin and Chinese share.
bool is_shared_mark(gunichar c) {
  return c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2026 || c == 0x2014;
}

void add(PangoAttrList* list, PangoAttribute* attribute, gsize from, gsize to) {
  attribute->start_index = static_cast<guint>(from);
  attribute->end_index = static_cast<guint>(to);
  pango_attr_list_insert(list, attribute);
}

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using ContextPtr = std::unique_ptr<PangoContext, Unref>;

// One a thread: Pango's default font map is one a thread, too.
thread_local ContextPtr context;

ContextPtr make_context() {
  ContextPtr made(pango_font_map_create_context(pango_cairo_font_map_get_default()));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(made.get(), options);
  pango_cairo_context_set_resolution(made.get(), 96);
  pango_context_set_round_glyph_positions(made.get(), 0);
  cairo_font_options_destroy(options);
  return made;
}

}  // namespace

PangoContext* text_context() {
  if (!context) context = make_context();
  return context.get();
}

void forget_fonts() {
  context.reset();
  pango_cairo_font_map_set_default(nullptr);
}

bool is_chinese_tag(std::string_view language) {
  return language.substr(0, 2) == "zh" && (language.size() == 2 || language[2] == '-');
}

void add_chinese_attributes(_PangoAttrList* list,
                            const std::string& text,
                            int weight,
                            bool chinese) {
  const char* begin = text.c_str();
  gunichar before = 0;
  for (const char* p = begin; *p != '\0';) {
    const gunichar c = g_utf8_get_char(p);
    const char* next = g_utf8_next_char(p);
    const auto from = static_cast<gsize>(p - begin);
    const auto to = static_cast<gsize>(next - begin);
    const gunichar after = *next != '\0' ? g_utf8_get_char(next) : 0;
    const bool mark = chinese && is_shared_mark(c) &&
                      (is_cjk(before) || is_cjk(after) || is_shared_mark(before) || before == c);
    if (mark) add(list, pango_attr_family_new(kChinese), from, to);
    if ((mark || is_cjk(c)) && weight == kSemiBold) {
      add(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), from, to);
    }
    before = c;
    p = next;
  }
}

}  // namespace mot
