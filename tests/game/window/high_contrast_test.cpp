// Colours of high contrast: letters against grounds, edges, figures.
#include "game/window/high_contrast.h"

#include <catch2/catch.hpp>
#include <vector>

#include "engine/report/ink.h"
#include "game/window/layout_check.h"
#include "game/window/theme.h"

using namespace mot;

namespace {

// What dark letters are written in, and what they are written on.
const std::vector<Colour> kInks{theme::kInk,  theme::kInk2,    theme::kInk3,     theme::kNavy,
                                theme::kTeal, theme::kTeal700, theme::kViolet,   theme::kAmber800,
                                theme::kBlue, theme::kBlue700, theme::kCoral700, theme::kCoral800};
const std::vector<Colour> kLightGrounds{
    theme::kCream,  theme::kPaper,    theme::kSand,    theme::kLine,   theme::kTrack,
    theme::kTeal50, theme::kViolet50, theme::kAmber50, theme::kBlue50, theme::kCoral50,
    theme::kAvatar, theme::kDisabled, theme::kAmber,   theme::kPassive};
const std::vector<Colour> kDarkGrounds{theme::kInk,      theme::kNavy,     theme::kTeal,
                                       theme::kTeal700,  theme::kCoral700, theme::kCoral800,
                                       theme::kPromoter, theme::kDetractor};

Colour colour_of(const report::Ink& ink) {
  const auto channel = [](double v) { return static_cast<std::uint8_t>(v * 255 + 0.5); };
  return {channel(ink.r), channel(ink.g), channel(ink.b), 255};
}

Colour stretched(Colour colour) {
  Pixels one{1, 1, {colour.r, colour.g, colour.b, colour.a}};
  high_contrast::stretch(one);
  return {one.rgba[0], one.rgba[1], one.rgba[2], one.rgba[3]};
}

}  // namespace

TEST_CASE("with high contrast every dark ink has 7 to 1 on every light ground of the theme") {
  for (const Colour ink : kInks) {
    for (const Colour ground : kLightGrounds) {
      CAPTURE(ink.r, ink.g, ink.b, ground.r, ground.g, ground.b);
      CHECK(contrast(high_contrast::ink(ink), high_contrast::fill(ground)) >= 7);
    }
  }
}

TEST_CASE("with high contrast light letters are white and have 7 to 1 on every dark ground") {
  for (const Colour ink : {theme::kPaper, theme::kMist, theme::kOnInk}) {
    CHECK(high_contrast::ink(ink) == theme::kPaper);
  }
  for (const Colour ground : kDarkGrounds) {
    CAPTURE(ground.r, ground.g, ground.b);
    CHECK(contrast(theme::kPaper, high_contrast::fill(ground)) >= 7);
  }
}

TEST_CASE("with high contrast borders stand out 3 to 1 from white") {
  for (const Colour line : {theme::kOutline, theme::kLine, theme::kTeal, theme::kLinkIdle}) {
    CHECK(contrast(high_contrast::edge(line), theme::kPaper) >= 3);
  }
  CHECK(high_contrast::edge(theme::kPaper) == theme::kPaper);
}

TEST_CASE("a tint gets an edge; white, dark and translucent shapes do not") {
  CHECK(high_contrast::wants_edge(theme::kSand));
  CHECK(high_contrast::wants_edge(theme::kAmber));
  CHECK_FALSE(high_contrast::wants_edge(theme::kPaper));
  CHECK_FALSE(high_contrast::wants_edge(theme::kTeal));
  CHECK_FALSE(high_contrast::wants_edge(faded(theme::kSand, 0.5F)));
}

TEST_CASE("high contrast keeps how translucent a colour is") {
  const Colour veil = faded(theme::kNavy700, 0.45F);
  CHECK(high_contrast::fill(veil).a == veil.a);
  CHECK(high_contrast::ink(veil).a == veil.a);
  CHECK(high_contrast::edge(veil).a == veil.a);
}

TEST_CASE("the letters of a stretched figure have 7 to 1 on its grounds") {
  for (const report::Ink& ink :
       {report::kInk, report::kInk2, report::kTeal, report::kBlue700, report::kCoral800}) {
    for (const report::Ink& ground : {report::kPaper, report::kCream, report::kBandCool}) {
      CHECK(contrast(stretched(colour_of(ink)), stretched(colour_of(ground))) >= 7);
    }
  }
}

TEST_CASE("stretching a figure leaves what is transparent transparent") {
  CHECK(stretched({0, 0, 0, 0}) == Colour{0, 0, 0, 0});
}
