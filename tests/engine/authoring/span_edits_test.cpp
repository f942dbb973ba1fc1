#include "engine/authoring/span_edits.h"

#include <catch2/catch.hpp>

using mot::YamlNode;
using mot::YamlSpans;

namespace {

const std::string kStyles = R"(plain: A word
remarked: A word   # said so
single: 'A word'
double: "A word"
block: |
  A word
  and another
flow: { inner: A word, quoted: "A word" }
moments:
  - id: first
)";

// The value of a key at the top, or of one in `flow`, as it is written for a new value.
std::string written(std::string_view key, std::string_view value) {
  const YamlSpans spans = YamlSpans::parse(kStyles).value();
  const YamlNode scalar = spans.find(key);
  REQUIRE(scalar != mot::kNoNode);
  return mot::in_style_of(spans, scalar, 0, value);
}

// The text with a new value in place, and what is read there again.
std::string read_back(std::string_view key, std::string_view value) {
  const YamlSpans spans = YamlSpans::parse(kStyles).value();
  const mot::TextChange change =
      mot::replacing(spans, spans.span(spans.find(key)), written(key, value));
  std::string text = kStyles;
  text.replace(change.at, change.removed.size(), change.inserted);
  const YamlSpans edited = YamlSpans::parse(text).value();
  return std::string(edited.document().text(edited.find(key)));
}

}  // namespace

TEST_CASE("A change puts a text in place of a span") {
  const YamlSpans spans = YamlSpans::parse(kStyles).value();
  const mot::TextChange change = mot::replacing(spans, spans.span(spans.find("plain")), "Two");
  CHECK(change.at == kStyles.find("A word"));
  CHECK(change.removed == "A word");
  CHECK(change.inserted == "Two");
}

TEST_CASE("A scalar is written in the style of the one that stood there") {
  CHECK(written("plain", "Two words") == "Two words");
  CHECK(written("single", "It's") == "'It''s'");
  CHECK(written("double", "Two words") == "\"Two words\"");
  CHECK(written("double", "a \"b\"") == R"("a \"b\"")");
  CHECK(written("block", "One\nTwo\n") == "|\n  One\n  Two");
  CHECK(written("block", "One\nTwo") == "|-\n  One\n  Two");
  CHECK(written("block", "One") == "|-\n  One");
  CHECK(written("flow.inner", "Two words") == "Two words");
  CHECK(written("flow.quoted", "Two") == "\"Two\"");
}

TEST_CASE("Another style is taken where its own cannot hold the text") {
  CHECK(written("plain", "a: b") == "\"a: b\"");
  CHECK(written("plain", "One\nTwo") == "|-\n  One\n  Two");
  CHECK(written("double", "One\nTwo") == "|-\n  One\n  Two");
  // A block cannot stand before a remark, nor in braces.
  CHECK(written("remarked", "One\nTwo") == R"("One\nTwo")");
  CHECK(written("flow.inner", "One\nTwo") == R"("One\nTwo")");
  CHECK(written("flow.inner", "a, b") == "\"a, b\"");
  CHECK(written("single", "One\nTwo") == "|-\n  One\n  Two");
}

TEST_CASE("Whatever is written in a style is read as the same text") {
  for (const std::string_view key :
       {"plain", "remarked", "single", "double", "block", "flow.inner", "flow.quoted"}) {
    for (const std::string_view value :
         {"A",          "a: b",  "- a",  "#1",   "it's \"so\"", "\\",     "One\nTwo",
          "One\nTwo\n", "\nOne", " One", "One ", "你好：好",    "",       "true",
          "007",        "~",     "\t",   "}",    "]",           "One\n\n"}) {
      CAPTURE(key, value);
      CHECK(read_back(key, value) == value);
    }
  }
}

TEST_CASE("An id is free where it is one and no item of the list has it") {
  const YamlSpans spans = YamlSpans::parse(kStyles).value();
  CHECK_FALSE(mot::why_not_free(spans, "moments", "second"));
  CHECK_FALSE(mot::why_not_free(spans, "leaves", "first"));
  CHECK(mot::why_not_free(spans, "moments", "first")->message == "the id 'first' is taken");
  CHECK(mot::why_not_free(spans, "moments", "No id")->message ==
        "'No id' is not an id: small letters, digits and '-'");
}

TEST_CASE("A refusal names what was asked for") {
  CHECK(mot::no_place("moments.none").value().message ==
        "there is no place 'moments.none' in the text");
}
