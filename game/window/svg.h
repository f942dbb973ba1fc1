// Drawings in SVG, rendered by ids. Needs no display, and may be used on any one thread at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "game/window/geometry.h"
#include "game/window/pixels.h"

namespace mot {

class Svg {
 public:
  // Reads a drawing from a file or from text; nothing when it cannot be read or is no drawing.
  static std::optional<Svg> load(const std::filesystem::path& file);
  static std::optional<Svg> parse(const std::string& text);

  Svg(Svg&&) noexcept;
  Svg& operator=(Svg&&) noexcept;
  ~Svg();

  // Size of the whole drawing in its own units.
  float width() const;
  float height() const;
  bool has(const std::string& id) const;

  // Draws the elements `ids` (bottom to top; none: everything) of the part `crop` of the drawing
  // (own units; empty: all) at `scale` pixels a unit. Empty when that would pass 8192 pixels a
  // side.
  Pixels render(std::span<const std::string> ids, float scale, Rect crop = {}) const;

 private:
  struct Impl;
  explicit Svg(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// The whole text of a file, if it can be read.
std::optional<std::string> file_text(const std::filesystem::path& file);

}  // namespace mot
