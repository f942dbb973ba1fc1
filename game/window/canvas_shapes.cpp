// The shapes of Canvas.
#include <cmath>

#include "game/window/canvas.h"
#include "game/window/high_contrast.h"
#include "game/window/shadow.h"

namespace mot {
namespace {

constexpr float kEdge = 1.5F;  // width of the edges of high contrast

}  // namespace

void Canvas::rect(Rect box, Colour colour) {
  const Colour c = paint(fill(colour));
  patch(nullptr, box, {}, {c, c, c, c});
  note_cover(box, colour);
}

void Canvas::rounded(Rect box, float radius, Colour colour) {
  if (box.w > 0 && box.h > 0) {
    fill_convex(mesh(nullptr), pixels(rounded_outline(box, radius)), paint(fill(colour)));
    note_cover(box, colour);
    edge_of_tint(box, radius, colour);
  }
}

void Canvas::border(Rect box, float radius, float width, Colour colour) {
  stroke(mesh(nullptr), pixels(rounded_outline(box, radius)), true, width * pixel_size(),
         paint(edge(colour)));
}

const Texture& Canvas::shadow_texture(int level, float radius) {
  const float sigma = theme::kShadows[level].sigma;
  const std::string name =
      "shadow/" + std::to_string(level) + "/" + std::to_string(static_cast<int>(radius * 4));
  return textures_.raw(name, [&] { return shadow_picture(radius, sigma); });
}

void Canvas::shadow(Rect box, float radius, int level, bool hollow) {
  if (level < 1 || level > 3) {
    return;
  }
  const theme::Shadow& kind = theme::kShadows[level];
  radius = std::min({radius, box.w / 2, box.h / 2});
  const Texture& texture = shadow_texture(level, radius);
  const float margin = shadow_margin(kind.sigma);
  const float k = shadow_scale(kind.sigma);
  const Rect outer = Rect{box.x, box.y + kind.dy, box.w, box.h}.inset(-margin);
  const float whole = texture.width() / 2;
  // The slices: corners as big as the box allows, one stretched texel in the middle.
  const float cw = std::min(whole, outer.w / 2 * k);
  const float ch = std::min(whole, outer.h / 2 * k);
  const float xs[4] = {outer.x, outer.x + cw / k, outer.right() - cw / k, outer.right()};
  const float ys[4] = {outer.y, outer.y + ch / k, outer.bottom() - ch / k, outer.bottom()};
  const float us[4] = {0, cw, texture.width() - cw, texture.width()};
  const float vs[4] = {0, ch, texture.height() - ch, texture.height()};
  const Colour c = paint(faded(theme::kShadow, kind.alpha));
  for (int row = 0; row < 3; ++row) {
    for (int column = 0; column < 3; ++column) {
      const Rect to{xs[column], ys[row], xs[column + 1] - xs[column], ys[row + 1] - ys[row]};
      if (to.w <= 0.01F || to.h <= 0.01F || (hollow && row == 1 && column == 1)) {
        continue;
      }
      const Rect from{us[column], vs[row], us[column + 1] - us[column], vs[row + 1] - vs[row]};
      patch(&texture, to, from, {c, c, c, c});
    }
  }
}

void Canvas::panel(Rect box, float radius, Colour colour, int level) {
  shadow(box, radius, level, colour.a == 255 && state_.alpha >= 1);
  rounded(box, radius, colour);
  if (high_contrast_ && level > 0 && !high_contrast::wants_edge(colour)) {
    border(box.inset(kEdge / 2), radius, kEdge, theme::kInk);
  }
}

// With high contrast all grounds are nearly white: an edge says where one ends.
void Canvas::edge_of_tint(Rect box, float radius, Colour colour) {
  if (high_contrast_ && high_contrast::wants_edge(colour)) {
    border(box.inset(kEdge / 2), std::min(radius, box.h / 2), kEdge, theme::kInk);
  }
}

void Canvas::circle(Vec centre, float radius, Colour colour) {
  fill_convex(mesh(nullptr), pixels(circle_outline(centre, radius)), paint(fill(colour)));
}

void Canvas::ring(Vec centre, float radius, float width, Colour colour) {
  stroke(mesh(nullptr), pixels(circle_outline(centre, radius)), true, width * pixel_size(),
         paint(edge(colour)));
}

void Canvas::arc(Vec centre,
                 float radius,
                 float width,
                 float from,
                 float to,
                 Colour colour,
                 bool round) {
  if (std::fabs(to - from) < 1e-4F) {
    return;
  }
  const auto points = pixels(arc_points(centre, radius, from, to));
  if (round) {
    stroke_round(mesh(nullptr), points, width * pixel_size(), paint(fill(colour)));
  } else {
    stroke(mesh(nullptr), points, false, width * pixel_size(), paint(fill(colour)));
  }
}

void Canvas::segment(Vec centre, float inner, float outer, float from, float to, Colour colour) {
  const float radius = (inner + outer) / 2;
  arc(centre, radius, outer - inner, from, to, colour, false);
}

void Canvas::line(Vec from, Vec to, float width, Colour colour) {
  const Vec points[2] = {pixel(from), pixel(to)};
  stroke_round(mesh(nullptr), points, width * pixel_size(), paint(edge(colour)));
}

void Canvas::polyline(std::span<const Vec> points, float width, Colour colour) {
  stroke_round(mesh(nullptr), pixels(points), width * pixel_size(), paint(edge(colour)));
}

void Canvas::dashed(std::span<const Vec> points,
                    float width,
                    float dash,
                    float gap,
                    Colour colour) {
  const float period = dash + gap;
  float along = 0;
  std::vector<Vec> piece;
  const auto end_piece = [&] {
    if (piece.size() > 1) {
      stroke_round(mesh(nullptr), pixels(piece), width * pixel_size(), paint(edge(colour)));
    }
    piece.clear();
  };
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Vec d = points[i] - points[i - 1];
    const float length = std::sqrt(d.x * d.x + d.y * d.y);
    float done = 0;
    while (done < length && period > 0) {
      const float phase = std::fmod(along, period);
      const bool on = phase < dash;
      const float step = std::min(length - done, std::max(0.01F, (on ? dash : period) - phase));
      if (on) {
        if (piece.empty()) {
          piece.push_back(points[i - 1] + d * (done / length));
        }
        piece.push_back(points[i - 1] + d * ((done + step) / length));
      } else {
        end_piece();
      }
      done += step;
      along += step;
      if (on && std::fmod(along, period) >= dash - 0.005F) {
        end_piece();
      }
    }
  }
  end_piece();
}

void Canvas::polygon(std::span<const Vec> convex, Colour colour) {
  fill_convex(mesh(nullptr), pixels(convex), paint(fill(colour)));
}

void Canvas::polygon_border(std::span<const Vec> points, float width, Colour colour) {
  stroke(mesh(nullptr), pixels(points), true, width * pixel_size(), paint(edge(colour)));
}

void Canvas::area(std::span<const Vec> points, float base, Colour at_line, Colour at_base) {
  const Colour top = paint(fill(at_line));
  const Colour bottom = paint(fill(at_base));
  Mesh& m = mesh(nullptr);
  for (std::size_t i = 1; i < points.size(); ++i) {
    const Vec a = points[i - 1];
    const Vec b = points[i];
    const Corner at[4] = {{pixel(a), {}, top},
                          {pixel(b), {}, top},
                          {pixel({b.x, base}), {}, bottom},
                          {pixel({a.x, base}), {}, bottom}};
    for (const int k : {0, 1, 2, 0, 2, 3}) {
      m.push_back(at[k]);
    }
  }
}

void Canvas::gradient(Rect box, Colour lt, Colour rt, Colour rb, Colour lb) {
  patch(nullptr, box, {}, {paint(fill(lt)), paint(fill(rt)), paint(fill(rb)), paint(fill(lb))});
}

void Canvas::bar(Rect box, float fraction, Colour colour, Colour track) {
  pill(box, track);
  const float w = box.w * std::clamp(fraction, 0.F, 1.F);
  if (w > 0.5F) {
    rounded({box.x, box.y, std::max(w, std::min(box.h, box.w)), box.h}, box.h / 2, colour);
  }
}

}  // namespace mot
