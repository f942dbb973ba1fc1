// The letters of the trainer's tools: one atlas with Latin and Chinese for each kind of text. What
// a text needs is asked for before it is drawn; a character that was not there yet comes a frame
// later.
#pragma once

#include <array>
#include <bitset>
#include <memory>
#include <string_view>

struct ImFont;

namespace mot {

class FontFiles;
class Texture;

// Kinds of text in the tools.
enum class ToolFont : unsigned char { body, strong, title, small, code, count };

// Size of the letters in logical units.
constexpr float em_of(ToolFont kind) {
  constexpr std::array<float, static_cast<std::size_t>(ToolFont::count)> kSizes{15, 15, 19, 13, 14};
  return kSizes[static_cast<std::size_t>(kind)];
}

class ImguiFonts {
 public:
  ImguiFonts();
  ~ImguiFonts();

  // The characters of `text` will be drawn. Cheap where all are there.
  void need(std::string_view text);
  // Something was asked for that the atlas has not got, or the size is another.
  bool outdated(float scale) const { return dirty_ || scale != scale_; }
  // Builds the atlas anew, between frames and with the window's context active. `scale`: pixels a
  // logical unit.
  void build(float scale);
  // Of the last build(): pixels a logical unit.
  float scale() const { return scale_; }
  // Good until the next build().
  ImFont* font(ToolFont kind) const { return fonts_[static_cast<std::size_t>(kind)]; }

 private:
  std::bitset<0x10000> wanted_;
  std::unique_ptr<FontFiles> files_;
  std::array<ImFont*, static_cast<std::size_t>(ToolFont::count)> fonts_{};
  bool dirty_ = true;
  float scale_ = 0;
  std::unique_ptr<Texture> letters_;  // the atlas
};

}  // namespace mot
