#include "engine/interchange/svg_size.h"

#include <catch2/catch.hpp>

namespace {

std::string svg(const std::string& attributes) {
  return mot::svg_problem("<svg " + attributes + "/>");
}

}  // namespace

TEST_CASE("A picture is as large as its first element says, whatever stands before it") {
  CHECK(svg("width='300' height='200'").empty());
  CHECK(svg("width='300.5px' height='100%' viewBox='0 0 300 200'").empty());
  CHECK(svg("viewBox='0,0,300,20000'").find("300 × 20000 large") != std::string::npos);
  for (const char* before :
       {"<!-- <svg width='1'/> -->", "<?xml version='1.0'?>\n", "<?a > <svg width='1'> ?>",
        "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x><svg width='1'/>\">"}) {
    INFO(before);
    CHECK(mot::svg_problem(std::string(before) + "<svg width='20000' height='5'/>")
              .find("20000 × 5 large") != std::string::npos);
    CHECK(mot::svg_problem(std::string(before) + "<svg width='20' height='5'/>").empty());
  }
  CHECK(mot::svg_problem("<!DOCTYPE svg [<!ELEMENT a ANY>]><svg/>").find("declares") !=
        std::string::npos);
  CHECK(mot::svg_problem("<html><svg width='1'/></html>") == "it is no SVG picture");
  CHECK(mot::svg_problem("<!-- <svg/> -->") == "it is no SVG picture");
}

TEST_CASE("A picture's size is in pixels") {
  CHECK(svg("width='8000cm'") ==
        "the SVG picture's width is '8000cm'; it must be a number of pixels or a percentage");
  CHECK_FALSE(svg("height='1e9999'").empty());
  CHECK_FALSE(svg("height='nan'").empty());
  CHECK_FALSE(svg("width='10' height='ten'").empty());
  CHECK_FALSE(svg("viewBox='0 0 a b'").empty());
}
