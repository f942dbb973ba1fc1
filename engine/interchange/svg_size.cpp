#include "engine/interchange/svg_size.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

#include "engine/interchange/markup.h"
#include "engine/interchange/svg_elements.h"

namespace mot {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

/// Offset behind a declaration that begins at `at`; kNowhere: it is not closed, or has a part in
/// brackets.
std::size_t behind_declaration(std::string_view svg, std::size_t at) {
  char quote = 0;
  for (; at < svg.size(); ++at) {
    const char c = svg[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '[') {
      return kNowhere;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return kNowhere;
}

/// The first element: `at` is behind the remarks and instructions before it. A problem where there
/// is none.
std::string find_root(std::string_view svg, MarkupTag& root) {
  for (std::size_t at = svg.find('<'); at != kNowhere; at = svg.find('<', at)) {
    if (svg.substr(at, 4) == "<!--") {
      at = offset_behind(svg, at + 4, "-->");
    } else if (svg.substr(at, 2) == "<?") {
      at = offset_behind(svg, at, "?>");
    } else if (svg.substr(at, 2) == "<!") {
      at = behind_declaration(svg, at);
      if (at == kNowhere) return "the SVG picture declares parts of its own";
    } else {
      root = tag_at(svg, at);
      return root.name == "svg" ? std::string() : "it is no SVG picture";
    }
  }
  return "it is no SVG picture";
}

/// The number that a text begins with; what is behind it stays in `text`.
std::optional<double> take_number(std::string_view& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

/// Pixels of a width or height, 0 where it goes by what is around it; nothing: another unit.
std::optional<double> pixels(std::string_view text) {
  if (text.empty()) return 0.0;
  const std::optional<double> number = take_number(text);
  if (!number) return std::nullopt;
  if (text == "%") return 0.0;
  return text.empty() || text == "px" ? number : std::nullopt;
}

/// Width and height of a view box, 0 where there is none.
std::optional<std::array<double, 2>> box_size(std::string_view text) {
  std::array<double, 4> numbers{};
  if (text.empty()) return std::array<double, 2>{};
  for (double& number : numbers) {
    while (!text.empty() && (text[0] == ' ' || text[0] == ',')) text.remove_prefix(1);
    const std::optional<double> taken = take_number(text);
    if (!taken) return std::nullopt;
    number = *taken;
  }
  return std::array<double, 2>{numbers[2], numbers[3]};
}

}  // namespace

std::string svg_problem(const std::string& svg) {
  if (svg.size() > kMaxSvgBytes) return "as an SVG picture it is larger than 4 MiB";
  if (svg.find("<!ENTITY") != std::string::npos) return "the SVG picture declares entities";
  MarkupTag root;
  if (std::string problem = find_root(svg, root); !problem.empty()) return problem;
  const std::string box = attribute(root.attributes, "viewbox");
  const auto of_box = box_size(box);
  if (!of_box) return fmt::format("the SVG picture's viewBox is '{}', not four numbers", box);
  std::array<double, 2> size = *of_box;
  constexpr std::array<const char*, 2> kSides{"width", "height"};
  for (std::size_t i = 0; i < kSides.size(); ++i) {
    const std::string written = attribute(root.attributes, kSides[i]);
    const std::optional<double> side = pixels(written);
    if (!side)
      return fmt::format(
          "the SVG picture's {} is '{}'; it must be a number of pixels or a percentage", kSides[i],
          written);
    size[i] = std::max(*side, size[i]);
  }
  const auto [width, height] = size;
  if (width <= kMaxSvgSide && height <= kMaxSvgSide && width * height <= kMaxSvgArea)
    return svg_elements(svg) <= kMaxSvgElements
               ? std::string()
               : fmt::format("the SVG picture draws more than {} elements", kMaxSvgElements);
  return fmt::format(
      "the SVG picture is {:.0f} × {:.0f} large; at most {:.0f} a side and 16 million together "
      "are drawn",
      width, height, kMaxSvgSide);
}

}  // namespace mot
