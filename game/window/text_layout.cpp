#include "game/window/text_layout.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "engine/report/text_attributes.h"

namespace mot {
namespace {

constexpr float kSmallest = 0.85F;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using LayoutPtr = std::unique_ptr<PangoLayout, Unref>;

float units(int pango) { return static_cast<float>(pango) / static_cast<float>(PANGO_SCALE); }

struct Sizes {
  float size;
  float line;
};

Sizes sizes_of(const TextStyle& style, float wanted_factor) {
  const float factor = std::min(wanted_factor, style.type.most);
  const bool chinese = is_chinese(style.language);
  return {(chinese ? style.type.size_zh : style.type.size) * factor,
          (chinese ? style.type.line_zh : style.type.line) * factor};
}

LayoutPtr make_layout(const std::string& text, const TextStyle& style, float size) {
  PangoContext* context = text_context();
  const bool chinese = is_chinese(style.language);
  pango_context_set_language(
      context, pango_language_from_string(chinese ? "zh-cn" : style.language.c_str()));
  LayoutPtr layout(pango_layout_new(context));
  PangoFontDescription* font = pango_font_description_from_string(kFontFamilies);
  pango_font_description_set_absolute_size(font, static_cast<double>(size) * PANGO_SCALE);
  pango_font_description_set_weight(font, static_cast<PangoWeight>(style.type.weight));
  pango_layout_set_font_description(layout.get(), font);
  pango_font_description_free(font);

  PangoAttrList* attributes = pango_attr_list_new();
  if (style.type.spacing != 0) {
    const auto spacing = static_cast<int>(style.type.spacing * static_cast<float>(PANGO_SCALE));
    pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(spacing));
  }
  add_chinese_attributes(attributes, text, style.type.weight, chinese);
  pango_layout_set_attributes(layout.get(), attributes);
  pango_attr_list_unref(attributes);
  if (style.width > 0) {
    pango_layout_set_width(layout.get(), static_cast<int>(std::floor(style.width * PANGO_SCALE)));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
  }
  pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
  return layout;
}

struct Fitted {
  LayoutPtr layout;
  Sizes sizes;
  bool overflows = false;
};

// The layout with the biggest letters that keep to the wanted number of lines.
Fitted fitted(const std::string& text, const TextStyle& style, float factor) {
  const Sizes wanted = sizes_of(style, factor);
  Fitted fit{make_layout(text, style, wanted.size), wanted};
  const int lines = style.max_lines;
  const auto too_long = [&] {
    return lines > 0 && style.width > 0 && pango_layout_get_line_count(fit.layout.get()) > lines;
  };
  for (float k = 0.95F; too_long() && k > kSmallest - 0.01F; k -= 0.05F) {
    fit.sizes = {wanted.size * k, wanted.line * k};
    fit.layout = make_layout(text, style, fit.sizes.size);
  }
  if (too_long()) {
    fit.overflows = true;
    if (lines == 1) {
      pango_layout_set_height(fit.layout.get(), -1);
      pango_layout_set_ellipsize(fit.layout.get(), PANGO_ELLIPSIZE_END);
    } else {
      fit.sizes = wanted;
      fit.layout = make_layout(text, style, wanted.size);
    }
  }
  return fit;
}

float line_start(Align align, float box, float width) {
  switch (align) {
    case Align::centre: return (box - width) / 2;
    case Align::right: return box - width;
    case Align::left: break;
  }
  return 0;
}

float width_of(PangoLayoutLine* line) {
  PangoRectangle logical;
  pango_layout_line_get_extents(line, nullptr, &logical);
  return units(logical.width);
}

// Baseline in a line of height `line`: letters stand in the middle of it.
float baseline_in(const Sizes& sizes) { return sizes.line * 0.5F + sizes.size * 0.36F; }

void read_characters(PangoLayout* layout, PangoLayoutLine* line, TextLine& out, int& count) {
  const char* text = pango_layout_get_text(layout);
  int attributes = 0;
  const PangoLogAttr* log = pango_layout_get_log_attrs_readonly(layout, &attributes);
  const char* p = text + line->start_index;
  const char* end = p + line->length;
  long at = g_utf8_pointer_to_offset(text, p);
  while (p < end) {
    p = g_utf8_next_char(p);
    ++at;
    if (at < attributes && log[at].is_cursor_position == 0 && p < end) {
      continue;
    }
    int x = 0;
    pango_layout_line_index_to_x(line, static_cast<int>(p - text), 0, &x);
    out.ends.push_back(units(x));
    ++count;
  }
}

}  // namespace

bool is_chinese(const std::string& language) { return is_chinese_tag(language); }

int character_count(const std::string& text) { return lay_out(text, {}).characters; }

TextLayout lay_out(const std::string& text, const TextStyle& style, float size_factor) {
  const Fitted fit = fitted(text, style, size_factor);
  TextLayout out;
  out.size = fit.sizes.size;
  out.line_height = fit.sizes.line;
  out.overflows = fit.overflows;
  const int count = pango_layout_get_line_count(fit.layout.get());
  for (int i = 0; i < count; ++i) {
    PangoLayoutLine* line = pango_layout_get_line_readonly(fit.layout.get(), i);
    TextLine made;
    made.width = width_of(line);
    made.baseline = static_cast<float>(i) * out.line_height + baseline_in(fit.sizes);
    made.first_character = out.characters;
    read_characters(fit.layout.get(), line, made, out.characters);
    out.width = std::max(out.width, made.width);
    out.lines.push_back(std::move(made));
  }
  const float box = style.width > 0 ? style.width : out.width;
  for (TextLine& line : out.lines) {
    line.x = line_start(style.align, box, line.width);
  }
  out.height = static_cast<float>(count) * out.line_height;
  return out;
}

Pixels text_picture(const std::string& text,
                    const TextStyle& style,
                    float size_factor,
                    float scale) {
  const Fitted fit = fitted(text, style, size_factor);
  const TextLayout layout = lay_out(text, style, size_factor);
  const float box = style.width > 0 ? style.width : layout.width;
  const int margin = static_cast<int>(std::lround(kTextMargin * scale));
  const int w = static_cast<int>(std::ceil(std::max(box, layout.width) * scale)) + 2 * margin;
  const int h = static_cast<int>(std::ceil(layout.height * scale)) + 2 * margin;
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, w, h);
  cairo_t* cr = cairo_create(surface);
  cairo_set_source_rgba(cr, 1, 1, 1, 1);
  const auto k = static_cast<double>(scale);
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const TextLine& line = layout.lines[i];
    cairo_save(cr);
    cairo_translate(cr, margin + std::round(static_cast<double>(line.x) * k),
                    margin + std::round(static_cast<double>(line.baseline) * k));
    cairo_scale(cr, k, k);
    cairo_move_to(cr, 0, 0);
    pango_cairo_show_layout_line(
        cr, pango_layout_get_line_readonly(fit.layout.get(), static_cast<int>(i)));
    cairo_restore(cr);
  }
  cairo_surface_flush(surface);
  Pixels out{w, h, {}};
  out.rgba.resize(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 4);
  const int stride = cairo_image_surface_get_stride(surface);
  const unsigned char* data = cairo_image_surface_get_data(surface);
  std::uint8_t* to = out.rgba.data();
  for (int y = 0; y < h; ++y) {
    const unsigned char* row = data + static_cast<std::ptrdiff_t>(y) * stride;
    for (int x = 0; x < w; ++x, to += 4) {
      to[0] = to[1] = to[2] = to[3] = row[x];
    }
  }
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
  return out;
}

}  // namespace mot
