#include "game/window/layout_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <map>

namespace mot {
namespace {

// Rounding to whole pixels, and letters that lean over the edge of their box.
constexpr float kTolerance = 2;
// A text half of which is gone is hidden on purpose; a sliver that is gone is a fault.
constexpr float kHidden = 0.9F;
constexpr float kTouched = 0.05F;
// What scrolls may have its edge below a bar.
constexpr float kUnderBar = 0.25F;

float area(const Rect& box) { return std::max(0.F, box.w) * std::max(0.F, box.h); }

std::string in_quotes(const std::string& text) {
  constexpr std::size_t kMost = 60;
  std::size_t end = std::min(text.size(), kMost);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return '"' + text.substr(0, end) + (end < text.size() ? "…\"" : "\"");
}

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour c) {
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

bool alike(Colour a, Colour b) {
  constexpr int kNear = 24;
  return std::abs(a.r - b.r) < kNear && std::abs(a.g - b.g) < kNear && std::abs(a.b - b.b) < kNear;
}

// The colour that most of the box has apart from the ink: what lies between and around the
// letters. The ink's own where there is nothing else.
Colour ground_of(const Pixels& picture, const Rect& box, Colour ink) {
  struct Seen {
    std::uint32_t count = 0;
    std::array<std::uint64_t, 3> sum{};
  };
  std::map<std::uint32_t, Seen> seen;
  const int left = std::max(0, static_cast<int>(box.x));
  const int top = std::max(0, static_cast<int>(box.y));
  const int right = std::min(picture.width, static_cast<int>(box.right()));
  const int bottom = std::min(picture.height, static_cast<int>(box.bottom()));
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      const std::size_t at =
          4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
               static_cast<std::size_t>(x));
      const std::uint8_t* p = picture.rgba.data() + at;
      const auto high = [p](int i) { return unsigned{p[i]} >> 4U; };
      Seen& bucket = seen[high(0) << 8U | high(1) << 4U | high(2)];
      ++bucket.count;
      for (std::size_t i = 0; i < 3; ++i) bucket.sum[i] += p[i];
    }
  }
  Colour ground = ink;
  std::uint32_t most = 0;
  for (const auto& [key, bucket] : seen) {
    const auto channel = [&](std::size_t i) {
      return static_cast<std::uint8_t>(bucket.sum[i] / bucket.count);
    };
    const Colour colour{channel(0), channel(1), channel(2), 255};
    if (bucket.count <= most || (ink.a == 255 && alike(colour, ink))) continue;
    most = bucket.count;
    ground = colour;
  }
  return ground;
}

bool is_large(const PlacedLine& line) {
  return line.size >= 24 || (line.weight >= 700 && line.size >= 18.66F);
}

bool visible(const PlacedLine& line) {
  return line.colour.a > 25 && area(line.shown) > 0 && line.covered < kHidden;
}

void check_line(const PlacedLine& line, std::vector<std::string>& problems) {
  if (line.shortened) problems.push_back(in_quotes(line.text) + " does not fit its box");
  const bool cut_across = line.shown.w < line.box.w - kTolerance;
  const bool cut_down = !line.scrolls && line.shown.h < line.box.h - kTolerance;
  if (cut_across || cut_down) {
    problems.push_back(fmt::format("{} is cut: {:.0f} x {:.0f} of {:.0f} x {:.0f} pixels are shown",
                                   in_quotes(line.text), line.shown.w, line.shown.h, line.box.w,
                                   line.box.h));
  }
  // Of a line that has nearly scrolled out of sight one row of pixels is much.
  const bool sliver = line.scrolls && line.shown.h < line.box.h / 2;
  if (line.covered > (sliver ? kHidden : line.scrolls ? kUnderBar : kTouched))
    problems.push_back(fmt::format("{} is covered by {:.0f} %", in_quotes(line.text),
                                   static_cast<double>(line.covered) * 100));
}

void check_contrast(const PlacedLine& line,
                    const Pixels& picture,
                    bool high_contrast,
                    std::vector<std::string>& problems) {
  const Colour ground = ground_of(picture, line.shown, line.colour);
  const Colour ink = mixed(ground, line.colour, static_cast<float>(line.colour.a) / 255);
  const double wanted = high_contrast ? 7.0 : is_large(line) ? 3.0 : 4.5;
  const double found = contrast(ink, ground);
  // What the picture is rounded to must not decide.
  if (found < wanted - 0.05)
    problems.push_back(fmt::format("{} has a contrast of {:.2f}, {} is needed",
                                   in_quotes(line.text), found, wanted));
}

}  // namespace

double contrast(Colour a, Colour b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

std::vector<std::string> layout_problems(const std::vector<PlacedLine>& lines,
                                         const Pixels& picture,
                                         bool high_contrast) {
  std::vector<std::string> problems;
  std::vector<const PlacedLine*> seen;
  for (const PlacedLine& line : lines) {
    if (!visible(line)) continue;
    check_line(line, problems);
    // The rest of a line that scrolls out of sight has too few letters to be judged by.
    const bool whole = line.shown.h > 0.8F * line.box.h && line.covered < kTouched;
    if (!picture.empty() && whole) check_contrast(line, picture, high_contrast, problems);
    for (const PlacedLine* other : seen) {
      const Rect both = intersection(line.shown, other->shown);
      if (both.w > kTolerance && both.h > kTolerance)
        problems.push_back(in_quotes(line.text) + " lies on " + in_quotes(other->text));
    }
    seen.push_back(&line);
  }
  std::sort(problems.begin(), problems.end());
  problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
  return problems;
}

}  // namespace mot
