#include "game/window/shadow.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace mot {
namespace {

constexpr float kTexelsPerSigma = 4;
constexpr float kReach = 2.75F;  // sigmas

std::vector<float> kernel() {
  std::vector<float> k;
  const int reach = static_cast<int>(std::ceil(kTexelsPerSigma * kReach));
  float sum = 0;
  for (int i = -reach; i <= reach; ++i) {
    const float x = static_cast<float>(i) / kTexelsPerSigma;
    k.push_back(std::exp(-x * x / 2));
    sum += k.back();
  }
  for (float& v : k) {
    v /= sum;
  }
  return k;
}

// Where a place of a square picture lies in its values.
std::size_t index_of(int x, int y, int n) {
  return static_cast<std::size_t>(y) * static_cast<std::size_t>(n) + static_cast<std::size_t>(x);
}

// Blurs the rows and turns the square picture on its side; twice is a blur in both directions.
std::vector<float> blurred_turned(const std::vector<float>& in,
                                  int n,
                                  const std::vector<float>& k) {
  std::vector<float> out(in.size(), 0);
  const int reach = static_cast<int>(k.size()) / 2;
  for (int y = 0; y < n; ++y) {
    for (int x = 0; x < n; ++x) {
      float sum = 0;
      for (int i = -reach; i <= reach; ++i) {
        const int from = x + i;
        if (from >= 0 && from < n) {
          sum += in[index_of(from, y, n)] *
                 k[static_cast<std::size_t>(i) + static_cast<std::size_t>(reach)];
        }
      }
      out[index_of(y, x, n)] = sum;
    }
  }
  return out;
}

}  // namespace

float shadow_scale(float sigma) { return kTexelsPerSigma / sigma; }
float shadow_margin(float sigma) { return sigma * kReach; }

Pixels shadow_picture(float radius, float sigma) {
  const float k = shadow_scale(sigma);
  const float margin = kTexelsPerSigma * kReach;
  const float r = radius * k;
  const int n = 2 * static_cast<int>(std::ceil(2 * margin + r)) + 2;
  const float half = static_cast<float>(n) / 2;
  const float box = half - margin;  // half the box's side
  std::vector<float> shape(static_cast<std::size_t>(n * n));
  for (int y = 0; y < n; ++y) {
    for (int x = 0; x < n; ++x) {
      const float dx = std::fabs(static_cast<float>(x) + 0.5F - half) - (box - r);
      const float dy = std::fabs(static_cast<float>(y) + 0.5F - half) - (box - r);
      const float outside = std::hypot(std::max(dx, 0.F), std::max(dy, 0.F));
      const float distance = outside + std::min(std::max(dx, dy), 0.F) - r;
      shape[index_of(x, y, n)] = std::clamp(0.5F - distance, 0.F, 1.F);
    }
  }
  const std::vector<float> gauss = kernel();
  shape = blurred_turned(blurred_turned(shape, n, gauss), n, gauss);
  Pixels out{n, n, {}};
  out.rgba.reserve(shape.size() * 4);
  for (const float v : shape) {
    out.rgba.insert(out.rgba.end(), 4, static_cast<std::uint8_t>(v * 255 + 0.5F));
  }
  return out;
}

}  // namespace mot
