#include "engine/interchange/svg_elements.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "engine/interchange/svg_size.h"

using mot::svg_elements;

namespace {

/// Ten levels, each of which draws the one below ten times.
std::string bomb(const std::string& reference) {
  std::string svg = "<svg width='9' height='9'><g id='a0'><rect/></g>";
  for (int i = 1; i < 11; ++i) {
    svg += fmt::format("<g id='a{}'>", i);
    for (int n = 0; n < 10; ++n) svg += fmt::format(fmt::runtime(reference), i - 1);
    svg += "</g>";
  }
  return svg + "</svg>";
}

}  // namespace

TEST_CASE("Elements are counted as often as they are drawn") {
  CHECK(svg_elements("<svg><g><rect/></g><path/></svg>") == 4);
  // The two in the group, and again for each of the two that name it.
  CHECK(svg_elements("<svg><g id='a'><rect/></g><use href='#a'/><use xlink:href=\"#a\"/></svg>") ==
        1 + 2 + 2 + 2 * 2);
  CHECK(svg_elements("<svg><rect fill='url(#p)'/><pattern id='p'><path/></pattern></svg>") == 6);
  CHECK(svg_elements("<svg><rect style='fill: url( \"#p\" )'/><g id='p'/></svg>") == 4);
  // What is not there, and what is no element.
  CHECK(svg_elements("<svg><use href='#b'/><!-- <g/> --><![CDATA[ <g/> ]]><?x <g/> ?></svg>") == 2);
  CHECK(svg_elements("<svg><text id='a' title='a > b'/></svg>") == 2);
}

TEST_CASE("A part that draws itself is not counted without end") {
  CHECK(svg_elements("<svg><g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g></svg>") <
        12);
}

TEST_CASE("A small picture that draws a hundred thousand million elements is refused") {
  for (const char* reference :
       {"<use href='#a{}'/>", "<rect fill='url(#a{})'/>", "<svg:use x='1'\nxlink:href = '#a{}'/>",
        "<use href='&#35;a{}'/>", "<use href=' #a{}'/>", "<use a = 'x/>' href='#a{}'/>",
        "<use ID='b' href='#a{}'/>", "<![CDATA[</g>]]><use href='#a{}'/>"}) {
    INFO(reference);
    CHECK(mot::svg_problem(bomb(reference)) == "the SVG picture draws more than 100000 elements");
  }
  CHECK(mot::svg_problem(bomb("<rect/>")) == "");
}

TEST_CASE("Deep and wide pictures are counted soon") {
  std::string deep = "<svg>";
  for (int i = 0; i < 90'000; ++i) deep += fmt::format("<g id='n{}'>", i);
  CHECK(svg_elements(deep) == 90'001);
  std::string wide = "<svg>";
  for (int i = 0; i < 50'000; ++i) wide += "<use href='#none'/>";
  CHECK(svg_elements(wide) == 50'001);
}
