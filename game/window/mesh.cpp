#include "game/window/mesh.h"

#include <array>
#include <cmath>
#include <numbers>

namespace mot {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;
constexpr float kMaxMiter = 2.2F;

float length(Vec v) { return std::sqrt(v.x * v.x + v.y * v.y); }

Vec unit(Vec v) {
  const float l = length(v);
  return l > 1e-6F ? v * (1 / l) : Vec{};
}

Vec outward(Vec from, Vec to) {
  const Vec d = unit(to - from);
  return {d.y, -d.x};
}

// The direction in which a corner moves when both its edges move by 1.
Vec miter(Vec n1, Vec n2) {
  const Vec sum = n1 + n2;
  const float dot = sum.x * sum.x + sum.y * sum.y;
  if (dot < 0.05F) {
    return n1;
  }
  const Vec m = sum * (2 / dot);
  const float l = length(m);
  return l > kMaxMiter ? m * (kMaxMiter / l) : m;
}

std::vector<Vec> without_doubles(std::span<const Vec> points, bool closed) {
  std::vector<Vec> out;
  for (const Vec& p : points) {
    if (out.empty() || length(p - out.back()) > 0.02F) {
      out.push_back(p);
    }
  }
  while (closed && out.size() > 1 && length(out.front() - out.back()) <= 0.02F) {
    out.pop_back();
  }
  return out;
}

float signed_area(std::span<const Vec> p) {
  float area = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Vec& a = p[i];
    const Vec& b = p[(i + 1) % p.size()];
    area += a.x * b.y - b.x * a.y;
  }
  return area / 2;
}

void triangle(Mesh& mesh, const Corner& a, const Corner& b, const Corner& c) {
  mesh.push_back(a);
  mesh.push_back(b);
  mesh.push_back(c);
}

void quad(Mesh& mesh, const Corner& a, const Corner& b, const Corner& c, const Corner& d) {
  triangle(mesh, a, b, c);
  triangle(mesh, a, c, d);
}

// Inner and outer outline, half a pixel either side of the given one.
struct Fringe {
  std::vector<Vec> inner;
  std::vector<Vec> outer;
};

Fringe fringe_of(std::span<const Vec> outline) {
  std::vector<Vec> p = without_doubles(outline, true);
  if (signed_area(p) < 0) {
    p.assign(p.rbegin(), p.rend());
  }
  Fringe f;
  const std::size_t n = p.size();
  if (n < 3) {
    return f;
  }
  for (std::size_t i = 0; i < n; ++i) {
    const Vec m = miter(outward(p[(i + n - 1) % n], p[i]), outward(p[i], p[(i + 1) % n]));
    f.inner.push_back(p[i] - m * 0.5F);
    f.outer.push_back(p[i] + m * 0.5F);
  }
  return f;
}

constexpr Colour kClear{0, 0, 0, 0};

Colour scaled(Colour c, float k) {
  const auto at = [k](std::uint8_t v) {
    return static_cast<std::uint8_t>(static_cast<float>(v) * k + 0.5F);
  };
  return {at(c.r), at(c.g), at(c.b), at(c.a)};
}

struct Weighted {
  Vec at;
  float alpha;
};

// Cuts a convex polygon at one side of the unit square (Sutherland and Hodgman).
std::vector<Weighted> cut(const std::vector<Weighted>& p, bool vertical, float limit, float sign) {
  std::vector<Weighted> out;
  const auto inside = [&](Vec v) { return ((vertical ? v.x : v.y) - limit) * sign; };
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Weighted& a = p[i];
    const Weighted& b = p[(i + 1) % p.size()];
    const float da = inside(a.at);
    const float db = inside(b.at);
    if (da >= 0) {
      out.push_back(a);
    }
    if ((da >= 0) != (db >= 0)) {
      const float t = da / (da - db);
      out.push_back({a.at + (b.at - a.at) * t, a.alpha + (b.alpha - a.alpha) * t});
    }
  }
  return out;
}

// A point of the patch, by its fractions of the two sides.
Corner corner_of(const Patch& patch, Vec at, float alpha) {
  const Colour top = mixed(patch.colours[0], patch.colours[1], at.x);
  const Colour bottom = mixed(patch.colours[3], patch.colours[2], at.x);
  return {patch.origin + patch.right * at.x + patch.down * at.y,
          {patch.uv.x + at.x * patch.uv.w, patch.uv.y + at.y * patch.uv.h},
          scaled(mixed(top, bottom, at.y), alpha)};
}

void add_cut(Mesh& mesh, std::vector<Weighted> p, const Patch& patch) {
  const float area = patch.right.x * patch.down.y - patch.right.y * patch.down.x;
  for (Weighted& w : p) {
    const Vec d = w.at - patch.origin;
    w.at = {(d.x * patch.down.y - d.y * patch.down.x) / area,
            (d.y * patch.right.x - d.x * patch.right.y) / area};
  }
  p = cut(p, true, 0, 1);
  p = cut(p, true, 1, -1);
  p = cut(p, false, 0, 1);
  p = cut(p, false, 1, -1);
  const auto corner = [&](const Weighted& w) { return corner_of(patch, w.at, w.alpha); };
  for (std::size_t i = 2; i < p.size(); ++i) {
    triangle(mesh, corner(p[0]), corner(p[i - 1]), corner(p[i]));
  }
}

}  // namespace

Colour premultiplied(Colour c, float opacity) {
  const float a = static_cast<float>(c.a) / 255 * std::clamp(opacity, 0.F, 1.F);
  const auto at = [a](std::uint8_t v) {
    return static_cast<std::uint8_t>(static_cast<float>(v) * a + 0.5F);
  };
  return {at(c.r), at(c.g), at(c.b), static_cast<std::uint8_t>(a * 255 + 0.5F)};
}

std::vector<Vec> arc_points(Vec centre, float radius, float from, float to) {
  const float turns = std::fabs(to - from);
  // So many that the chords stay within 0.06 pixels of the circle.
  const int steps =
      std::max(2, static_cast<int>(std::ceil(turns * std::max(12.F, 9 * std::sqrt(radius)))));
  std::vector<Vec> out;
  for (int i = 0; i <= steps; ++i) {
    const float a =
        (from + (to - from) * static_cast<float>(i) / static_cast<float>(steps)) * 2 * kPi;
    out.push_back({centre.x + radius * std::sin(a), centre.y - radius * std::cos(a)});
  }
  return out;
}

std::vector<Vec> circle_outline(Vec centre, float radius) {
  auto points = arc_points(centre, radius, 0, 1);
  points.pop_back();
  return points;
}

std::vector<Vec> rounded_outline(Rect box, float radius) {
  const float r = std::min({radius, box.w / 2, box.h / 2});
  if (r < 0.25F) {
    return {
        {box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}};
  }
  std::vector<Vec> out;
  const std::array<Vec, 4> centres{Vec{box.right() - r, box.y + r},
                                   Vec{box.right() - r, box.bottom() - r},
                                   Vec{box.x + r, box.bottom() - r}, Vec{box.x + r, box.y + r}};
  for (std::size_t i = 0; i < 4; ++i) {
    const float from = static_cast<float>(i) * 0.25F;
    for (const Vec& p : arc_points(centres[i], r, from, from + 0.25F)) {
      out.push_back(p);
    }
  }
  return out;
}

void fill_convex(Mesh& mesh, std::span<const Vec> outline, Colour colour) {
  const Fringe f = fringe_of(outline);
  const std::size_t n = f.inner.size();
  for (std::size_t i = 2; i < n; ++i) {
    triangle(mesh, {f.inner[0], {}, colour}, {f.inner[i - 1], {}, colour},
             {f.inner[i], {}, colour});
  }
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t k = (i + 1) % n;
    quad(mesh, {f.inner[i], {}, colour}, {f.outer[i], {}, kClear}, {f.outer[k], {}, kClear},
         {f.inner[k], {}, colour});
  }
}

void stroke(Mesh& mesh, std::span<const Vec> points, bool closed, float width, Colour colour) {
  const std::vector<Vec> p = without_doubles(points, closed);
  const std::size_t n = p.size();
  if (n < 2) {
    return;
  }
  const float solid = std::max(0.F, width / 2 - 0.5F);
  const float edge = width / 2 + 0.5F;
  const Colour full = width >= 1 ? colour : scaled(colour, width);
  std::vector<Vec> m(n);
  for (std::size_t i = 0; i < n; ++i) {
    const bool first = !closed && i == 0;
    const bool last = !closed && i == n - 1;
    const Vec before = first ? Vec{} : outward(p[(i + n - 1) % n], p[i]);
    const Vec after = last ? Vec{} : outward(p[i], p[(i + 1) % n]);
    m[i] = first ? after : last ? before : miter(before, after);
  }
  const std::size_t segments = closed ? n : n - 1;
  for (std::size_t i = 0; i < segments; ++i) {
    const std::size_t k = (i + 1) % n;
    const auto at = [&](std::size_t j, float d, Colour c) {
      return Corner{p[j] + m[j] * d, {}, c};
    };
    quad(mesh, at(i, -edge, kClear), at(i, -solid, full), at(k, -solid, full),
         at(k, -edge, kClear));
    if (solid > 0) {
      quad(mesh, at(i, -solid, full), at(i, solid, full), at(k, solid, full), at(k, -solid, full));
    }
    quad(mesh, at(i, solid, full), at(i, edge, kClear), at(k, edge, kClear), at(k, solid, full));
  }
}

void stroke_round(Mesh& mesh, std::span<const Vec> points, float width, Colour colour) {
  if (points.empty()) {
    return;
  }
  stroke(mesh, points, false, width, colour);
  fill_convex(mesh, circle_outline(points.front(), width / 2), colour);
  fill_convex(mesh, circle_outline(points.back(), width / 2), colour);
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    const Vec a = unit(points[i] - points[i - 1]);
    const Vec b = unit(points[i + 1] - points[i]);
    if (a.x * b.x + a.y * b.y < 0.8F) {
      fill_convex(mesh, circle_outline(points[i], width / 2), colour);
    }
  }
}

void fill_patch(Mesh& mesh, const Patch& patch) {
  quad(mesh, corner_of(patch, {0, 0}, 1), corner_of(patch, {1, 0}, 1), corner_of(patch, {1, 1}, 1),
       corner_of(patch, {0, 1}, 1));
}

void fill_patch_inside(Mesh& mesh, std::span<const Vec> outline, const Patch& patch) {
  const float area = patch.right.x * patch.down.y - patch.right.y * patch.down.x;
  if (std::fabs(area) < 1e-4F) {
    return;
  }
  const Fringe f = fringe_of(outline);
  const std::size_t n = f.inner.size();
  std::vector<Weighted> core;
  core.reserve(n);
  for (const Vec& v : f.inner) {
    core.push_back({v, 1});
  }
  add_cut(mesh, core, patch);
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t k = (i + 1) % n;
    add_cut(mesh, {{f.inner[i], 1}, {f.outer[i], 0}, {f.outer[k], 0}, {f.inner[k], 1}}, patch);
  }
}

}  // namespace mot
