// What a pen draws on: a figure as SVG for a page, as a picture for the window, pages as PDF.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/report/pen.h"

namespace mot::report {

/// Draws something into a width, from the top left corner on, and returns its height. Called more
/// than once: first to measure.
using Figure = std::function<double(Pen& pen, double width)>;

/// How high a figure of this width is.
double height_of(const Figure& figure, double width, std::string_view language);

/// The figure as an `svg` element for an HTML page: letters as outlines, so that it needs no font.
/// Ids begin with `prefix`, so that several can stand on one page; `label` says what it shows.
std::string svg_of(const Figure& figure,
                   double width,
                   std::string_view language,
                   const std::string& prefix,
                   const std::string& label);

/// RGBA, 8 bits each, premultiplied, rows from the top without gaps.
struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
};

/// The figure as a picture of `scale` pixels a unit; transparent where nothing is drawn.
Picture picture_of(const Figure& figure, double width, std::string_view language, double scale);

/// What a PDF says of itself.
struct PdfFacts {
  std::string title;
  std::string author;
  std::string subject;
  /// BCP 47.
  std::string language;
};

/// Page by page, A4 upright (794 × 1123 units). `draw` is called with the pen for each page and the
/// page's number from 0 on, and returns whether another one follows. The PDF is tagged and names
/// title and language.
Result<std::string> pdf_of(const PdfFacts& facts,
                           const std::function<bool(Pen& pen, int page)>& draw);
inline constexpr double kPageWidth = 793.7;
inline constexpr double kPageHeight = 1122.5;

}  // namespace mot::report
