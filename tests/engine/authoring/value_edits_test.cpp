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

TEST_CASE("The first text of a map begins it, one text a line") {
  const YamlSpans spans = YamlSpans::parse(kStory).value();
  CHECK(after(mot::put_text_in(spans, "moments.first.thinks", "a", "Yes: one")) ==
        replaced("    responses:", "    thinks:\n      a: \"Yes: one\"\n    responses:"));
  CHECK(after(mot::put_text_in(spans, "moments.second.verbatim", "passive", "Well")) ==
        replaced("ending: lost }", "ending: lost, verbatim: { passive: Well } }"));
  const std::string begun = after(mot::put_text_in(spans, "moments.first.thinks", "a", "Yes"));
  const YamlSpans more = YamlSpans::parse(begun).value();
  const auto edit = mot::put_text_in(more, "moments.first.thinks", "b", "No");
  REQUIRE(edit);
  CHECK(mot::applied(*edit, begun).find("      a: Yes\n      b: No\n    responses:") !=
        std::string::npos);
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

namespace {

std::string added(const std::string& text,
                  std::string_view map,
                  std::string_view name,
                  std::string_view value,
                  mot::NameRule rule) {
  const YamlSpans spans = YamlSpans::parse(text).value();
  const auto edit = mot::add_entry(spans, map, name, value, rule);
  return edit ? mot::applied(*edit, text) : "refused";
}

}  // namespace

TEST_CASE("A name is added to a map of names, begun where there is none") {
  const auto id = mot::NameRule::id;
  CHECK(added("id: a\n", "needs", "calm", "…", id) == "id: a\nneeds:\n  calm: …\n");
  CHECK(added("needs:\nid: a\n", "needs", "calm", "…", id) == "needs:\n  calm: …\nid: a\n");
  CHECK(added("needs: # none yet\n", "needs", "calm", "…", id) == "needs:\n  calm: … # none yet\n");
  CHECK(added("needs:\n  a: b\n", "needs", "calm", "…", id) == "needs:\n  a: b\n  calm: …\n");
  CHECK(added("needs: { a: b }\n", "needs", "calm", "…", id) == "needs: { a: b, calm: … }\n");
  CHECK(added(kStory, "moments.first.responses.go.set", "x", "0", mot::NameRule::variable) ==
        replaced("        coach", "        set: { x: 0 }\n        coach"));
}

TEST_CASE("A name that is taken, or no name, is refused") {
  const std::string text = "needs:\n  calm: Peace.\nvariables:\n  price: 3\n";
  const auto id = mot::NameRule::id;
  const auto variable = mot::NameRule::variable;
  for (const char* name : {"calm", "price: low", "#1", "", "Calm", "a.b"})
    CHECK(added(text, "needs", name, "x", id) == "refused");
  for (const char* name : {"price", "price: low", "#1", "", "1a", "mood", "a-b"})
    CHECK(added(text, "variables", name, "0", variable) == "refused");
  CHECK(added("needs: no\n", "needs", "calm", "x", id) == "refused");
}

TEST_CASE("What is taken out of a map takes the map along where nothing else is in it") {
  const auto out = [](const std::string& text, std::string_view path) {
    const YamlSpans spans = YamlSpans::parse(text).value();
    const auto edit = mot::take_out(spans, path);
    return edit ? mot::applied(*edit, text) : "refused";
  };
  CHECK(out("a: 1\nwait: { minutes: 5 }\n", "wait.minutes") == "a: 1\n");
  CHECK(out("a: 1\nwait: { minutes: 5, informed: true }\n", "wait.minutes") ==
        "a: 1\nwait: { informed: true }\n");
  CHECK(out("a: 1\nb:\n  c:\n    d: 1\n", "b.c.d") == "a: 1\n");
  CHECK(out("a: 1\n", "a") == "refused");
  CHECK(out("a: 1\n", "b.c") == "refused");
}

TEST_CASE("A value is written as a number where it is one, and so that it is read as typed") {
  CHECK(mot::written_value("12") == "12");
  CHECK(mot::written_value("-5") == "-5");
  CHECK(mot::written_value("true") == "true");
  CHECK(mot::written_value("promised + 1") == "promised + 1");
  for (const char* value : {"", "-", "a: b", "x # y", "-x", "max(1, 2)", "\"", "{", "- 5"}) {
    const std::string text = "v: " + mot::written_value(value) + "\n";
    const YamlSpans spans = YamlSpans::parse(text).value();
    CHECK(std::string(spans.document().text(spans.find("v"))) == value);
  }
}
