#include "game/window/imgui_painter.h"

#include <SFML/Graphics/Texture.hpp>
#include <SFML/OpenGL.hpp>
#include <algorithm>
#include <array>
#include <cmath>

#include "game/window/hash_mix.h"

namespace mot {
namespace {

using Triangle = std::array<ImDrawVert, 3>;

const Texture& texture_of(const ImDrawCmd& command) {
  return *static_cast<const Texture*>(command.GetTexID());
}

// Whole pixels inside of it are painted.
Rect clip_of(const ImDrawCmd& command) {
  const ImVec4& c = command.ClipRect;
  const Rect whole{std::floor(c.x), std::floor(c.y), std::floor(c.z) - std::floor(c.x),
                   std::floor(c.w) - std::floor(c.y)};
  return intersection(whole, whole);  // none where it is turned inside out
}

Triangle triangle_of(const ImDrawList& list, const ImDrawCmd& command, const ImDrawIdx* corners) {
  const ImDrawVert* first = list.VtxBuffer.Data + command.VtxOffset;
  return {first[corners[0]], first[corners[1]], first[corners[2]]};
}

// Pixels that a triangle may touch.
Rect box_of(const Triangle& triangle) {
  ImVec2 min = triangle[0].pos;
  ImVec2 max = min;
  for (const ImDrawVert& corner : triangle) {
    min = {std::min(min.x, corner.pos.x), std::min(min.y, corner.pos.y)};
    max = {std::max(max.x, corner.pos.x), std::max(max.y, corner.pos.y)};
  }
  const float left = std::floor(min.x);
  const float top = std::floor(min.y);
  return {left, top, std::ceil(max.x) - left, std::ceil(max.y) - top};
}

bool empty(const Rect& box) { return box.w <= 0 || box.h <= 0; }

// A piece of a ground that hides all below it. Painted without looking at that, it costs a software
// renderer next to nothing, and neither does what it hides.
bool is_ground(const Triangle& triangle, const Rect& box, ImVec2 white) {
  constexpr float kLarge = 64;  // pixels; smaller ones are not worth a change of state
  return box.w >= kLarge && box.h >= kLarge &&
         std::all_of(triangle.begin(), triangle.end(), [white](const ImDrawVert& corner) {
           return corner.uv.x == white.x && corner.uv.y == white.y &&
                  (corner.col & IM_COL32_A_MASK) == IM_COL32_A_MASK;
         });
}

void set_ground(bool ground) {
  const auto change = ground ? glDisable : glEnable;
  change(GL_BLEND);
  change(GL_TEXTURE_2D);
}

void set_up(const ImDrawData& frame) {
  glEnable(GL_BLEND);
  glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
  glDisable(GL_CULL_FACE);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_STENCIL_TEST);
  glDisable(GL_LIGHTING);
  glEnable(GL_SCISSOR_TEST);
  glEnable(GL_TEXTURE_2D);
  glEnableClientState(GL_VERTEX_ARRAY);
  glEnableClientState(GL_TEXTURE_COORD_ARRAY);
  glEnableClientState(GL_COLOR_ARRAY);
  glTexEnvi(GL_TEXTURE_ENV, GL_TEXTURE_ENV_MODE, GL_MODULATE);
  glViewport(0, 0, static_cast<GLsizei>(frame.DisplaySize.x),
             static_cast<GLsizei>(frame.DisplaySize.y));
  glMatrixMode(GL_TEXTURE);
  glLoadIdentity();
  glMatrixMode(GL_MODELVIEW);
  glLoadIdentity();
  glMatrixMode(GL_PROJECTION);
  glLoadIdentity();
  glOrtho(0, static_cast<double>(frame.DisplaySize.x), static_cast<double>(frame.DisplaySize.y), 0,
          -1, 1);
}

}  // namespace

std::vector<Rect> ImguiPainter::changed(const ImDrawData& frame) {
  prints_.begin(static_cast<int>(frame.DisplaySize.x), static_cast<int>(frame.DisplaySize.y));
  for (int i = 0; i < frame.CmdListsCount; ++i) {
    const ImDrawList& list = *frame.CmdLists[i];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      if (command.ElemCount == 0) {
        continue;
      }
      const Rect clip = clip_of(command);
      const std::uint64_t look = mixed_bytes(texture_of(command).serial(), &clip, sizeof clip);
      const ImDrawIdx* corners = list.IdxBuffer.Data + command.IdxOffset;
      for (unsigned k = 0; k + 2 < command.ElemCount; k += 3) {
        const Triangle triangle = triangle_of(list, command, corners + k);
        const Rect box = intersection(box_of(triangle), clip);
        if (!empty(box)) {
          prints_.add(box, mixed_bytes(look, triangle.data(), sizeof triangle));
        }
      }
    }
  }
  return prints_.changed();
}

void ImguiPainter::paint_list(const ImDrawList& list, const Rect& part, int window_height) {
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const Rect clip = intersection(clip_of(command), part);
    if (command.ElemCount == 0 || empty(clip)) {
      continue;
    }
    const ImDrawVert* first = list.VtxBuffer.Data + command.VtxOffset;
    glVertexPointer(2, GL_FLOAT, sizeof(ImDrawVert), &first->pos);
    glTexCoordPointer(2, GL_FLOAT, sizeof(ImDrawVert), &first->uv);
    glColorPointer(4, GL_UNSIGNED_BYTE, sizeof(ImDrawVert), &first->col);
    glScissor(static_cast<GLint>(clip.x), window_height - static_cast<GLint>(clip.bottom()),
              static_cast<GLsizei>(clip.w), static_cast<GLsizei>(clip.h));
    glBindTexture(GL_TEXTURE_2D, texture_of(command).native().getNativeHandle());
    paint_triangles(list, command, clip);
  }
}

void ImguiPainter::paint_triangles(const ImDrawList& list,
                                   const ImDrawCmd& command,
                                   const Rect& clip) {
  const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
  const ImDrawIdx* corners = list.IdxBuffer.Data + command.IdxOffset;
  bool ground = false;
  for (unsigned k = 0; k + 2 < command.ElemCount; k += 3) {
    const Triangle triangle = triangle_of(list, command, corners + k);
    const Rect box = box_of(triangle);
    if (empty(intersection(box, clip))) {
      continue;
    }
    if (ground != is_ground(triangle, box, white)) {
      send(ground);
      ground = !ground;
    }
    corners_.insert(corners_.end(), corners + k, corners + k + 3);
  }
  send(ground);
}

void ImguiPainter::send(bool ground) {
  if (corners_.empty()) {
    return;
  }
  if (ground) {
    set_ground(true);
  }
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(corners_.size()),
                 sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT, corners_.data());
  if (ground) {
    set_ground(false);
  }
  corners_.clear();
}

void ImguiPainter::paint(const ImDrawData& frame, std::span<const Rect> parts) {
  if (parts.empty() || frame.DisplaySize.x < 1 || frame.DisplaySize.y < 1) {
    return;
  }
  set_up(frame);
  for (const Rect& part : parts) {
    for (int i = 0; i < frame.CmdListsCount; ++i) {
      paint_list(*frame.CmdLists[i], part, static_cast<int>(frame.DisplaySize.y));
    }
  }
}

}  // namespace mot
