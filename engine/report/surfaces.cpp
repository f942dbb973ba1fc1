#include "engine/report/surfaces.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <cairo.h>
#include <fmt/format.h>

#include <cmath>
#include <memory>
#include <utility>

#include "engine/base/xml.h"
#include "engine/report/html_text.h"
#include "engine/report/pdf_catalogue.h"

namespace mot::report {
namespace {

/// Cairo counts PDF in points, 3 for 4 units.
constexpr double kPointsPerUnit = 0.75;

struct SurfaceEnd {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceEnd>;
struct ContextEnd {
  void operator()(cairo_t* cr) const { cairo_destroy(cr); }
};
using Context = std::unique_ptr<cairo_t, ContextEnd>;

cairo_status_t append(void* text, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

/// Puts `prefix` before every id and every reference to one.
std::string with_prefix(const std::string& svg, const std::string& prefix) {
  std::string out;
  out.reserve(svg.size() + svg.size() / 8);
  constexpr std::string_view kPlaces[] = {" id=\"", "=\"#", "url(#"};
  for (std::size_t at = 0; at < svg.size();) {
    bool found = false;
    for (const std::string_view place : kPlaces) {
      if (svg.compare(at, place.size(), place) != 0) continue;
      out += place;
      out += prefix;
      at += place.size();
      found = true;
      break;
    }
    if (!found) out += svg[at++];
  }
  return out;
}

/// The inside of Cairo's svg element.
std::string inside(const std::string& svg) {
  const std::size_t start = svg.find("<svg");
  const std::size_t first = svg.find('>', start);
  const std::size_t last = svg.rfind("</svg>");
  if (start == std::string::npos || last == std::string::npos) return {};
  return svg.substr(first + 1, last - first - 1);
}

}  // namespace

double height_of(const Figure& figure, double width, std::string_view language) {
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1));
  const Context context(cairo_create(surface.get()));
  Pen pen(context.get(), language);
  return figure(pen, width);
}

std::string svg_of(const Figure& figure,
                   double width,
                   std::string_view language,
                   const std::string& prefix,
                   const std::string& label) {
  const double height = std::ceil(height_of(figure, width, language));
  std::string svg;
  {
    const Surface surface(cairo_svg_surface_create_for_stream(append, &svg, width, height));
    cairo_svg_surface_set_document_unit(surface.get(), CAIRO_SVG_UNIT_PX);
    const Context context(cairo_create(surface.get()));
    Pen pen(context.get(), language);
    figure(pen, width);
    cairo_surface_finish(surface.get());
  }
  return fmt::format(
      "<svg class=\"figure\" role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {:g} {:g}\" "
      "width=\"{:g}\" height=\"{:g}\">{}</svg>",
      escaped_xml(label), width, height, width, height, with_prefix(inside(svg), prefix));
}

Picture picture_of(const Figure& figure, double width, std::string_view language, double scale) {
  Picture picture;
  picture.width = static_cast<int>(std::ceil(width * scale));
  picture.height = static_cast<int>(std::ceil(height_of(figure, width, language) * scale));
  if (picture.width <= 0 || picture.height <= 0) return {};
  const Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, picture.width, picture.height));
  const Context context(cairo_create(surface.get()));
  cairo_scale(context.get(), scale, scale);
  Pen pen(context.get(), language);
  figure(pen, width);
  cairo_surface_flush(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  const unsigned char* data = cairo_image_surface_get_data(surface.get());
  picture.rgba.resize(static_cast<std::size_t>(picture.width) *
                      static_cast<std::size_t>(picture.height) * 4);
  std::uint8_t* to = picture.rgba.data();
  for (int y = 0; y < picture.height; ++y) {
    const unsigned char* from = data + static_cast<std::ptrdiff_t>(y) * stride;
    for (int x = 0; x < picture.width; ++x, to += 4, from += 4) {
      to[0] = from[2];
      to[1] = from[1];
      to[2] = from[0];
      to[3] = from[3];
    }
  }
  return picture;
}

Result<std::string> pdf_of(const PdfFacts& facts,
                           const std::function<bool(Pen& pen, int page)>& draw) {
  std::string pdf;
  const Surface surface(cairo_pdf_surface_create_for_stream(
      append, &pdf, kPageWidth * kPointsPerUnit, kPageHeight * kPointsPerUnit));
  const auto say = [&surface](cairo_pdf_metadata_t key, const std::string& text) {
    if (!text.empty()) cairo_pdf_surface_set_metadata(surface.get(), key, text.c_str());
  };
  say(CAIRO_PDF_METADATA_TITLE, facts.title);
  say(CAIRO_PDF_METADATA_AUTHOR, facts.author);
  say(CAIRO_PDF_METADATA_SUBJECT, facts.subject);
  say(CAIRO_PDF_METADATA_CREATOR, "Moments of Truth");
  {
    const Context context(cairo_create(surface.get()));
    Pen pen(context.get(), facts.language);
    for (int page = 0;; ++page) {
      cairo_save(context.get());
      cairo_scale(context.get(), kPointsPerUnit, kPointsPerUnit);
      const bool more = draw(pen, page);
      cairo_restore(context.get());
      cairo_show_page(context.get());
      if (!more) break;
    }
  }
  cairo_surface_finish(surface.get());
  const cairo_status_t status = cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS) {
    return refuse(fmt::format("the PDF could not be drawn: {}", cairo_status_to_string(status)));
  }
  return with_catalogue(std::move(pdf), facts.language);
}

}  // namespace mot::report
