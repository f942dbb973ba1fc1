// Laid-out texts kept as textures: what was drawn lately is not laid out again.
#pragma once

#include <list>
#include <memory>
#include <string>
#include <unordered_map>

#include "game/window/text_layout.h"
#include "game/window/textures.h"

namespace mot {

class TextCache {
 public:
  // A layout and, once drawn, its picture: white, to be tinted.
  struct Entry {
    std::string key;
    TextLayout layout;
    std::unique_ptr<Texture> texture;
    float texture_scale = 0;
    unsigned used = 0;  // the frame it was wanted in last
  };

  // The layout of the text; `style.language` must be set. Good until the next frame.
  const TextLayout& layout(const std::string& text, const TextStyle& style);
  // The same with its texture at `scale` pixels a logical unit.
  const Entry& entry(const std::string& text, const TextStyle& style, float scale);

  // Called by the app once a frame: forgets what was not drawn for longest when too much is held.
  void next_frame();

  // The player's text size, 1 … 2; changing it forgets everything.
  void set_size_factor(float factor);
  float size_factor() const { return factor_; }
  void clear();

 private:
  Entry& find(const std::string& text, const TextStyle& style);

  std::list<Entry> entries_;  // the latest first
  std::unordered_map<std::string, std::list<Entry>::iterator> by_key_;
  float factor_ = 1;
  unsigned frame_ = 0;
  std::size_t bytes_ = 0;  // of the textures
};

}  // namespace mot
