#include "engine/authoring/value_edits.h"

#include <catch2/catch.hpp>

using mot::ScalarKind;
using mot::YamlSpans;

namespace {

const std::string kStory = R"(mot: 1
id: a
title: A   # said so
minutes: 3
moments:
  - id: first
    says: Hello
    expects:        # two of them
      - empathy
      - reliability
    responses:
      - id: go
        say: I go.
        coach: |
          Because.
        next: second   # on
  - { id: second, ending: lost }
)";

std::string after(const mot::Result<mot::TextEdit>& edit) {
  REQUIRE(edit);
  REQUIRE(mot::fits(*edit, kStory));
  return mot::applied(*edit, kStory);
}

std::string replaced(std::string_view from, std::string_view to) {
  std::string text = kStory;
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("A new key goes where somebody writing by hand would put it") {
  const YamlSpans spans = YamlSpans::parse(kStory).value();
  CHECK(after(mot::put_value(spans, "summary", "Short.")) ==
        replaced("minutes: 3\n", "summary: Short.\nminutes: 3\n"));
  CHECK(after(mot::put_value(spans, "moments.first.responses.go.reply", "Oh.")) ==
        replaced("        coach", "        reply: Oh.\n        coach"));
  CHECK(after(mot::put_value(spans, "moments.first.responses.go.delivers", "{ empathy: 7 }",
                             ScalarKind::word)) ==
        replaced("        coach", "        delivers: { empathy: 7 }\n        coach"));
  CHECK(after(mot::put_value(spans, "moments.first.thinks", "One.\nTwo.\n")) ==
        replaced("    responses:", "    thinks: |\n      One.\n      Two.\n    responses:"));
  CHECK(after(mot::put_value(spans, "moments.second.says", "Bye")) ==
        replaced("ending: lost }", "ending: lost, says: Bye }"));
}

TEST_CASE("A value that is there is replaced, whatever it was") {
  const YamlSpans spans = YamlSpans::parse(kStory).value();
  CHECK(after(mot::put_value(spans, "title", "B")) == replaced("title: A ", "title: B "));
  CHECK(after(mot::put_value(spans, "moments.first.expects", "{ empathy: 9 }", ScalarKind::word)) ==
        replaced(" expects:        # two of them\n      - empathy\n      - reliability",
                 " expects: { empathy: 9 }"));
  CHECK_FALSE(mot::put_value(spans, "nobody.title", "B"));
}

TEST_CASE("Words of a list are read and written") {
  const YamlSpans spans = YamlSpans::parse(kStory).value();
  const std::vector<std::string> words{"empathy", "reliability"};
  CHECK(mot::words_at(spans, "moments.first.expects") == words);
  CHECK(mot::words_at(spans, "moments.first.meets").empty());
  CHECK(mot::in_brackets(words) == "[empathy, reliability]");
}

TEST_CASE("One text becomes two variants") {
  const YamlSpans spans = YamlSpans::parse(kStory).value();
  CHECK(after(mot::split_into_variants(spans, "moments.first.says")) ==
        replaced("says: Hello",
                 "says:\n      - { when: true, text: Hello }\n      - { text: Hello }"));
  CHECK_FALSE(mot::split_into_variants(spans, "moments.first.expects"));
}
