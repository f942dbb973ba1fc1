// Where the parts of a text begin and end. What edits make of that: scenario_edits_test.cpp.
#include "engine/authoring/yaml_spans.h"

#include <catch2/catch.hpp>

namespace {

std::string at(const std::string& text, std::string_view path) {
  const auto spans = mot::YamlSpans::parse(text);
  if (!spans) FAIL(spans.error().message);
  const mot::YamlNode node = spans->find(path);
  REQUIRE(node != mot::kNoNode);
  const mot::Span span = spans->span(node);
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace

TEST_CASE("Brackets end behind their last sign, whatever the quotes inside hold") {
  CHECK(at("a: { say: 'it''s } fine' } # so\nb: 1\n", "a") == "{ say: 'it''s } fine' }");
  CHECK(at("a: ['''}', 'x''']\n", "a") == "['''}', 'x''']");
  CHECK(at("a: { say: \"it \\\" } is\" }\n", "a") == "{ say: \"it \\\" } is\" }");
  CHECK(at("a: { say: it's }\nb: ']'\n", "a") == "{ say: it's }");
  CHECK(at("a: [x, # one ]\n  y]\n", "a") == "[x, # one ]\n  y]");
}

TEST_CASE("A scalar ends with its quote, before a remark, or with its block") {
  CHECK(at("a: 'it''s' # so\n", "a") == "'it''s'");
  CHECK(at("a: \"say \\\"so\\\"\" # so\n", "a") == "\"say \\\"so\\\"\"");
  CHECK(at("a: plain words # so\n", "a") == "plain words");
  CHECK(at("a: |\n  one\n  two\n\nb: 1\n", "a") == "|\n  one\n  two");
}

TEST_CASE("A path has a last step, and what is above it") {
  CHECK(mot::parent_path("moments.a.says") == "moments.a");
  CHECK(mot::last_step("moments.a.says") == "says");
  CHECK(mot::parent_path("title").empty());
  CHECK(mot::last_step("title") == "title");
}
