#include "engine/base/yaml_guard.h"

#include <catch2/catch.hpp>
#include <utility>

namespace {

// The code and place of what is reported, "M0005 1:3"; empty where the text passes.
std::string reported(const std::string& text) {
  const auto source = std::make_shared<const mot::SourceText>(mot::SourceText{"a.yaml", text});
  mot::DiagnosticSink sink;
  const bool passes = mot::passes_yaml_guard(source, sink);
  const auto findings = sink.sorted();
  CHECK(passes == findings.empty());
  if (findings.empty()) return {};
  REQUIRE(findings.size() == 1);
  const mot::Diagnostic& finding = findings.front();
  return std::string(finding.code) + " " + std::to_string(finding.position.line) + ":" +
         std::to_string(finding.position.column);
}

}  // namespace

TEST_CASE("control characters are refused where they stand, tabs and line ends are not") {
  CHECK(reported("a: 1\n\tb\n").empty());
  CHECK(reported("a: 1\nb: \x04 2\n") == "M0005 2:4");
  CHECK(reported("好\x7F") == "M0005 1:2");
  CHECK(reported(std::string("\0", 1)) == "M0005 1:1");
}

TEST_CASE("brackets that open one behind the other are refused, others are not") {
  CHECK(reported(std::string(256, '[')).empty());
  CHECK(reported(std::string(257, '[')) == "M0006 1:257");
  std::string spread;
  for (int i = 0; i < 257; ++i) spread += "{ \n";
  CHECK(reported(spread) == "M0006 257:1");
  std::string closed;
  for (int i = 0; i < 1000; ++i) closed += "[]";
  CHECK(reported(closed).empty());
}

TEST_CASE("a flood of commas and brackets is refused") {
  CHECK(reported(std::string(1'000'000, ',')).empty());
  CHECK(reported(std::string(1'000'001, ',')) == "M0029 1:1000001");
}

TEST_CASE("a position counts signs, not bytes") {
  const std::string text = "a\n你好x";
  const auto place = [&](std::size_t offset, std::uint32_t line) {
    const mot::Position position = mot::position_in(text, offset, line);
    return std::pair(position.line, position.column);
  };
  CHECK(place(0, 0) == std::pair(1U, 1U));
  CHECK(place(text.size() - 1, 1) == std::pair(2U, 3U));
  CHECK(place(99, 1) == std::pair(2U, 4U));
}
