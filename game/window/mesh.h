// Smooth-edged shapes as triangles in pixels: every edge fades over one pixel, so nothing needs
// multisampling. Pure geometry, no display.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "game/window/geometry.h"

namespace mot {

// A corner of a triangle; `colour` is premultiplied, `uv` in pixels of the texture, if there is
// one.
struct Corner {
  Vec at;
  Vec uv;
  Colour colour;
};
using Mesh = std::vector<Corner>;  // three corners a triangle

// The colour with its channels multiplied by alpha × `opacity`.
Colour premultiplied(Colour colour, float opacity = 1);

// Outlines, clockwise on the screen, in pixels.
std::vector<Vec> rounded_outline(Rect box, float radius);
std::vector<Vec> circle_outline(Vec centre, float radius);
// Points on a circle from angle `from` to `to`, in turns, 0 at the top, clockwise.
std::vector<Vec> arc_points(Vec centre, float radius, float from, float to);

// Fills a convex outline.
void fill_convex(Mesh& mesh, std::span<const Vec> outline, Colour colour);
// A line through the points, `width` pixels wide, joins mitred (rounded where sharp), butt ends.
void stroke(Mesh& mesh, std::span<const Vec> points, bool closed, float width, Colour colour);
// The same with round ends; for opaque colours.
void stroke_round(Mesh& mesh, std::span<const Vec> points, float width, Colour colour);

// A parallelogram of colours or of a texture: its corner, its two sides, the part of the texture in
// the texture's pixels, premultiplied colours at left top, right top, right bottom, left bottom.
struct Patch {
  Vec origin;
  Vec right;
  Vec down;
  Rect uv;
  std::array<Colour, 4> colours{};
};
// The patch as it is; its edges are not smoothed.
void fill_patch(Mesh& mesh, const Patch& patch);
// The patch as far as it lies inside a convex outline, whose edge is smooth.
void fill_patch_inside(Mesh& mesh, std::span<const Vec> outline, const Patch& patch);

}  // namespace mot
