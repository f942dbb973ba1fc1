#include "engine/base/yaml_condensed.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <iterator>

#include "engine/base/draw.h"
#include "engine/base/file.h"
#include "engine/base/yaml.h"

namespace {

namespace fs = std::filesystem;

// Nothing is taken out behind it.
const std::string kMark = "\t\n";

// Everything that a document says of a text, and what was found in it. `marked`: the mark stands
// before the text, and does not count.
std::string told(const std::string& text, bool marked) {
  mot::DiagnosticSink sink;
  auto source = std::make_shared<const mot::SourceText>(
      mot::SourceText{"t.yaml", marked ? kMark + text : text});
  const auto document = mot::YamlDocument::parse(source, sink);
  const std::uint32_t lines = marked ? 1 : 0;
  const std::size_t bytes = marked ? kMark.size() : 0;
  std::string out;
  for (const mot::Diagnostic& one : sink.sorted()) {
    if (one.code == "M0010") return "empty";
    out += fmt::format("{} {}:{} {} {}\n", one.code, one.position.line - lines, one.position.column,
                       one.message, one.hint);
  }
  for (mot::YamlNode n = 0; document && n < document->size(); ++n) {
    const mot::Position at = document->position(n);
    out += fmt::format("{} {}{} {} {}:{} {} {}\n", n, static_cast<int>(document->kind(n)),
                       document->quoted(n) ? "q" : "", document->offset(n) - bytes, at.line - lines,
                       at.column, document->width(n), document->text(n));
  }
  return out;
}

void is_read_as_it_stands(const std::string& text) {
  INFO(text);
  CHECK(told(text, false) == told(text, true));
}

// What is taken out, "one|another".
std::string taken_from(std::string_view text) {
  std::string all;
  for (const mot::TakenOut& one : mot::condensed(text).taken)
    all += (all.empty() ? "" : "|") + std::string(text.substr(one.offset, one.size));
  return all;
}

std::vector<std::string> texts_below(const std::string& folder) {
  std::vector<std::string> texts;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(MOT_SOURCE_DIR) / folder)) {
    if (entry.path().extension() == ".yaml")
      texts.push_back(mot::read_file(entry.path().string()).value());
  }
  return texts;
}

}  // namespace

TEST_CASE("A plain text of one line is taken out, and its place is known") {
  const std::string text = "a: 1\nsay: Some words of hers\nb: 2\n";
  const mot::CondensedYaml read = mot::condensed(text);
  CHECK(read.text == "a: 1\nx: x\nb: 2\n");
  REQUIRE(read.taken.size() == 2);
  CHECK(read.taken_at(read.text.find('x')) == read.taken.data());
  CHECK(read.taken_at(read.text.rfind('x')) == read.taken.data() + 1);
  CHECK(read.taken_at(0) == nullptr);
  CHECK(read.in_source(0) == 0);
  CHECK(read.in_source(read.text.find('x')) == text.find("say"));
  CHECK(read.in_source(read.text.rfind('x')) == text.find("Some"));
  CHECK(read.in_source(read.text.find("\nb")) == text.find("\nb"));
  CHECK(read.in_source(read.text.size()) == text.size());
}

TEST_CASE("Texts are taken out wherever a block map may stand") {
  CHECK(taken_from("- say: Some words\n  reply: And his\n") == "say|Some words|reply|And his");
  CHECK(taken_from("a:\n  - - b: Some words") == "Some words");
  CHECK(taken_from("a: >\n  say: no key here\nb: Some words\n") == "Some words");
  CHECK(taken_from("a: \"x: \\\" y\"   # said\nb: 说了一些话。\n") == "# said|说了一些话。");
  CHECK(taken_from("a: Some words\n\n\n# said so\nb: 1\n") == "Some words|# said so");
  CHECK(taken_from("a: -1   # why: so\nb: Some words\n") == "# why: so|Some words");
}

TEST_CASE("So are remarks, and texts in quotes in which nothing is escaped") {
  CHECK(taken_from("# All this\na:   # his\n  b: 1\n#\n") == "# All this|# his");
  CHECK(taken_from("a: \"Some: words\"   # hers\nb: 'It # is'\n") ==
        "\"Some: words\"|# hers|'It # is'");
  CHECK(taken_from("a: { b: \"x, y\", \"c\": '7' }\n") == "\"x, y\"|\"c\"|'7'");
  CHECK(taken_from("a: \"\\u00e9\"\nb: 'it''s'\nc: |\n  # no remark\n") == "");
  CHECK(taken_from("a: \"Some\"\n  \"words\"\nb: { c: \"d\"e, \"f\":1 }\n") == "");
  for (const char* text : {"a: \"7\"\nb: ''\nc: [\"\", 'null', \"a\" ]  # x\n- d",
                           "# one\na: 1 # two\n  # three\nb:\n# four\n  - \"c\" # five\n",
                           "a: \"b\"\n  c\n", "a: { \"b\":1, \"c\" : 2, 'd': \"e\" }\n",
                           "a: \"b\" c\n", "\"a\": \"b\"\n", "a: \"b\": \"c\"\n", "a: \"b\"#c\n"}) {
    is_read_as_it_stands(text);
  }
}

TEST_CASE("Texts in brackets that close on their line are taken out") {
  CHECK(taken_from("a: { see: \"}\", c: [it, 3], d: asked + 1 }") == "see|\"}\"|it|asked + 1");
  CHECK(taken_from("- { when: asked >= 2, go: power }") == "when|asked >= 2|go|power");
  CHECK(taken_from("a: [why?, it's, http://x]\nb: Some words\n") == "Some words");
}

TEST_CASE("What may be something else stays") {
  for (const char* text : {"a: Some words\n  of hers",
                           "a: Some words # said",
                           "a: Some words: of hers",
                           "a: Some words:",
                           "a: Some words \nb: 1",
                           "a: |\n  b: Some words",
                           "a: \"Some\n b: words of hers\"",
                           "a: [ Some,\n b: words of hers ]",
                           "a:\tSome words",
                           "? a: Some words",
                           "--- \na: Some words",
                           "a: &x\nb: Some words",
                           "a: [ b \"c, \"d ]\ne: Some words\n",
                           "a: [ {b: \"c\", d ]\ne: Some words",
                           "a: 'Some\nb: words of hers'",
                           "- \"a\nb: Some words\"",
                           "a: x",
                           "a: 12",
                           "a: null",
                           "a: { b: NULL }",
                           "a: [Some, words"}) {
    INFO(text);
    CHECK(taken_from(text).empty());
  }
}

TEST_CASE("Every file of ours is read as it stands") {
  std::size_t taken = 0;
  for (const char* folder : {"scenarios", "tests/data", "assets"}) {
    for (const std::string& text : texts_below(folder)) {
      is_read_as_it_stands(text);
      taken += mot::condensed(text).taken.size();
    }
  }
  CHECK(taken > 10'000);
}

TEST_CASE("Lines in any order are read as they stand") {
  constexpr const char* kIndents[] = {"", "  ", "    ", "- ", "  - ", " ", "      "};
  constexpr const char* kHeads[] = {
      "", "say: ", "moments: ", "a.b: ", "\"q\": ", "键: ", "b:", "? "};
  constexpr const char* kValues[] = {
      "",
      "Some words of hers",
      "Some more: of hers",
      "一些很长的话，她说的。",
      "|",
      ">-",
      "|2",
      "\"in quotes, whole\"",
      "\"begun",
      "ended\"",
      "'it''s",
      "it's a word, isn't it",
      "[a, \"b",
      "c\" ]",
      "{ a: \"}\", b: 'x' }",
      "{ a: Some words of hers,",
      "d: Some more of hers }",
      "[ b \"c, \"d ]",
      "{ when: asked >= 2, go: power }",
      "[why?, ~, null, a:b, {c: d}, {e: }]",
      "{ 键: 一些话, \"q\": x, 'r' : y }",
      "[ a b, -1, - c, 1 d ] e",
      "Words of hers   # and a remark",
      "# only a remark, no words",
      "&anchor Some words",
      "*anchor",
      "!tag Some words of hers",
      "12 things that she said",
      "~",
      "null",
      "yes",
      "\tSome words of hers",
      "Some words\tof hers",
      "---",
      "...",
      "%YAML 1.2",
      "- Some words of hers",
      "x",
      "Words that end in a colon:",
      "Words that end in a blank ",
      "https://example.org/#here",
      "\"in quotes\"   # and a remark",
      "\"in \\\"quotes\\\"\" #",
      "'in quotes' and out",
      "\"in quotes\": and a value",
      "''",
      "12   # and a remark: so",
      "[ \"x, y\", '', 'z' ]  # and a remark",
      "{ \"a\":1, \"b\" : 'null', 'c' }",
  };
  const auto pick = [](std::uint64_t run, std::uint64_t which, const auto& from) {
    const auto bits = mot::draw(run, mot::Stream::policy, which);
    return std::string(from[mot::below(bits, static_cast<std::uint32_t>(std::size(from)))]);
  };
  std::size_t taken = 0;
  for (std::uint64_t run = 0; run < 20'000; ++run) {
    std::string text;
    for (std::uint64_t line = 0; line < 2 + run % 7; ++line)
      text += pick(run, 3 * line, kIndents) + pick(run, 3 * line + 1, kHeads) +
              pick(run, 3 * line + 2, kValues) + "\n";
    taken += mot::condensed(text).taken.size();
    const std::string as_it_stands = told(text, true);
    if (told(text, false) != as_it_stands) is_read_as_it_stands(text);
  }
  CHECK(taken > 1'000);
}

TEST_CASE("A scenario with a sign changed anywhere is read as it stands") {
  const std::string whole =
      mot::read_file(MOT_SOURCE_DIR "/scenarios/property/twice-the-water.yaml").value();
  constexpr const char* kSigns[] = {"\"", "'", ": ",  "\n", "  ", "- ",      "#",
                                    "[",  "}", "|\n", "\t", "&",  "\n---\n", "x"};
  for (std::uint64_t run = 0; run < 400; ++run) {
    std::string text = whole;
    const auto at =
        mot::below(mot::draw(run, mot::Stream::policy, 0), static_cast<std::uint32_t>(text.size()));
    const auto sign = mot::below(mot::draw(run, mot::Stream::policy, 1), std::size(kSigns));
    text.replace(at, run % 3, kSigns[sign]);
    const std::string as_it_stands = told(text, true);
    if (told(text, false) != as_it_stands) is_read_as_it_stands(text);
  }
}
