#include "game/window/mesh.h"

#include <catch2/catch.hpp>
#include <cmath>

namespace {

float covered(const mot::Mesh& mesh) {
  // The area of all triangles, each weighed by the mean alpha of its corners.
  float sum = 0;
  for (std::size_t i = 0; i + 2 < mesh.size(); i += 3) {
    const mot::Vec u = mesh[i + 1].at - mesh[i].at;
    const mot::Vec v = mesh[i + 2].at - mesh[i].at;
    const float alpha =
        static_cast<float>(mesh[i].colour.a + mesh[i + 1].colour.a + mesh[i + 2].colour.a) / 3 /
        255;
    sum += std::fabs(u.x * v.y - u.y * v.x) / 2 * alpha;
  }
  return sum;
}

}  // namespace

TEST_CASE("a filled circle covers its area, smooth edge and all") {
  mot::Mesh mesh;
  mot::fill_convex(mesh, mot::circle_outline({50, 50}, 20), mot::rgb(0x123456));
  CHECK(covered(mesh) == Approx(3.14159F * 400).epsilon(0.01));
}

TEST_CASE("a rounded box lacks what its corners lack") {
  mot::Mesh mesh;
  mot::fill_convex(mesh, mot::rounded_outline({0, 0, 100, 60}, 10), mot::rgb(0));
  CHECK(covered(mesh) == Approx(6000 - (4 - 3.14159F) * 100).epsilon(0.01));
}

TEST_CASE("a line covers its length times its width") {
  mot::Mesh mesh;
  const mot::Vec points[2] = {{10, 10}, {110, 10}};
  mot::stroke(mesh, points, false, 4, mot::rgb(0));
  CHECK(covered(mesh) == Approx(400).epsilon(0.01));
}

TEST_CASE("a picture in a circle covers the circle only") {
  mot::Mesh mesh;
  const mot::Colour white = mot::rgb(0xFFFFFF);
  mot::fill_patch_inside(
      mesh, mot::circle_outline({50, 50}, 20),
      {{0, 0}, {100, 0}, {0, 100}, {0, 0, 64, 64}, {white, white, white, white}});
  CHECK(covered(mesh) == Approx(3.14159F * 400).epsilon(0.01));
  for (const auto& corner : mesh) {
    CHECK(corner.uv.x == Approx(corner.at.x * 0.64F).margin(0.01));
  }
}

TEST_CASE("premultiplied colours are never brighter than their alpha") {
  const mot::Colour c = mot::premultiplied({255, 128, 0, 128}, 0.5F);
  CHECK(c.a == 64);
  CHECK(c.r == 64);
  CHECK(c.g == 32);
}
