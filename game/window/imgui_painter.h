// Paints what Dear ImGui has drawn, only where it differs from what is shown: software renderers
// take their time for every pixel.
#pragma once

#include <imgui.h>

#include <span>
#include <vector>

#include "game/window/textures.h"
#include "game/window/tile_prints.h"

namespace mot {

// A picture as Dear ImGui knows it, for ImDrawList::AddImage; must stay until the frame is painted.
inline ImTextureID imgui_picture(const Texture& texture) {
  return const_cast<Texture*>(&texture);  // it is handed back as it came
}

class ImguiPainter {
 public:
  // The parts of the window, in pixels, where the frame looks different from the last one that
  // this was asked of.
  std::vector<Rect> changed(const ImDrawData& frame);
  // Paints these parts of it over what is there, on the window that is active.
  void paint(const ImDrawData& frame, std::span<const Rect> parts);

 private:
  void paint_list(const ImDrawList& list, const Rect& part, int window_height);
  void paint_triangles(const ImDrawList& list, const ImDrawCmd& command, const Rect& clip);
  void send(bool ground);

  TilePrints prints_;
  std::vector<ImDrawIdx> corners_;  // of the triangles that are painted next
};

}  // namespace mot
