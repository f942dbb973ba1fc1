// Also tests yaml_guard.h.
#include "engine/base/yaml.h"

#include <catch2/catch.hpp>
#include <string>

namespace {

using mot::kNoNode;
using mot::YamlKind;
using mot::YamlNode;

struct Parsed {
  explicit Parsed(const std::string& yaml)
      : document(mot::YamlDocument::parse(
            std::make_shared<const mot::SourceText>(mot::SourceText{"t.yaml", yaml}),
            sink)) {}

  // The value of a key of the root.
  YamlNode at(std::string_view name) const {
    for (YamlNode key = document->first(document->root()); key != kNoNode;
         key = document->next(document->next(key))) {
      if (document->text(key) == name) return document->next(key);
    }
    return kNoNode;
  }
  std::string_view text(std::string_view name) const { return document->text(at(name)); }
  std::string place(std::string_view name) const { return place(document->position(at(name))); }
  static std::string place(mot::Position p) {
    return std::to_string(p.line) + ":" + std::to_string(p.column);
  }
  // "M0005 at 2:3"
  std::string finding() {
    if (sink.sorted().empty()) return {};
    const mot::Diagnostic& first = sink.sorted().front();
    return std::string(first.code) + " at " + place(first.position);
  }

  mot::DiagnosticSink sink;
  std::shared_ptr<const mot::YamlDocument> document;
};

}  // namespace

TEST_CASE("scalars keep their text, and whether they stood in quotes") {
  const Parsed p(
      "a: word\nb: 'it''s'\nc: \"tab\\t\"\nd: 5\ne: '5'\nf:\ng: ~\nh: |\n  x\n  y\ni: >\n  x\n"
      "  y\nj: two\n  lines\n");
  CHECK(p.text("a") == "word");
  CHECK(p.text("b") == "it's");
  CHECK(p.text("c") == "tab\t");
  CHECK_FALSE(p.document->quoted(p.at("d")));
  CHECK(p.document->quoted(p.at("e")));
  CHECK(p.document->kind(p.at("f")) == YamlKind::null);
  CHECK(p.document->kind(p.at("g")) == YamlKind::null);
  CHECK(p.text("h") == "x\ny\n");
  CHECK(p.text("i") == "x y\n");
  CHECK(p.text("j") == "two lines");
}

TEST_CASE("lists and maps are walked along their children") {
  const Parsed p("a: [x, [y], {z: 1}]\nb: []\nc: {}\n");
  const YamlNode list = p.at("a");
  const YamlNode x = p.document->first(list);
  CHECK(p.document->text(x) == "x");
  CHECK(p.document->kind(p.document->next(x)) == YamlKind::sequence);
  CHECK(p.document->kind(p.document->next(p.document->next(x))) == YamlKind::map);
  CHECK(p.document->first(p.at("b")) == kNoNode);
  CHECK(p.document->kind(p.at("c")) == YamlKind::map);
}

TEST_CASE("positions count code points, also behind Chinese and in one long line") {
  const Parsed p("{ 甲: 我家天花板在漏水, b: x, c: [1, 水, z] }\n");
  CHECK(p.place("b") == "1:19");
  const YamlNode last = p.document->next(p.document->next(p.document->first(p.at("c"))));
  CHECK(Parsed::place(p.document->position(last)) == "1:32");
  const Parsed q("a: x\n\nb:\n  - 水: y\n");
  CHECK(q.place("b") == "4:3");
}

TEST_CASE("a position within a scalar is told where it stands as it is") {
  const Parsed p("a: mood > 3\nb: 'mood > 3'\nc: \"mood > \\u0033\"\nd: mood\n  > 3\n");
  CHECK(Parsed::place(p.document->position(p.at("a"), 5)) == "1:9");
  CHECK(Parsed::place(p.document->position(p.at("b"), 5)) == "2:10");
  CHECK(Parsed::place(p.document->position(p.at("c"), 5)) == "3:4");
  CHECK(Parsed::place(p.document->position(p.at("d"), 5)) == "4:4");
}

TEST_CASE("the width of a scalar is what is underlined of it") {
  const Parsed p("a: word\nb: 'word'\nc: |\n  x\nd: 漏水\ne: [x]\nf: ''\n");
  CHECK(p.document->width(p.at("a")) == 4);
  CHECK(p.document->width(p.at("b")) == 6);
  CHECK(p.document->width(p.at("c")) == 1);
  CHECK(p.document->width(p.at("d")) == 2);
  CHECK(p.document->width(p.at("e")) == 1);
  CHECK(p.document->width(p.at("f")) == 2);
}

TEST_CASE("anchors, aliases and tags are refused where they stand") {
  CHECK(Parsed("a: &x 1\n").finding() == "M0007 at 1:4");
  CHECK(Parsed("a: &x 1\nb: &y 2\n").sink.errors() == 1);
  CHECK(Parsed("a: *x\n").finding() == "M0007 at 1:4");
  CHECK(Parsed("a: !!str 1\n").finding() == "M0008 at 1:4");
  CHECK(Parsed("a: ! 1\n").finding() == "M0008 at 1:4");
  CHECK(Parsed("a: !x [1]\n").finding() == "M0008 at 1:4");
  CHECK(Parsed("a: '!x'\nb: \"&x *y\"\n").sink.errors() == 0);
}

TEST_CASE("past an alias nothing more is said of a file, with an anchor alone it is read") {
  CHECK(Parsed("a: &x 1\nb: 2\n").document != nullptr);
  Parsed aliased("a: &x 1\nb: *x\nc: !!str 1\n");
  CHECK(aliased.document == nullptr);
  CHECK(aliased.finding() == "M0007 at 1:4");
  CHECK(aliased.sink.errors() == 1);
}

TEST_CASE("an alias bomb costs nothing") {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'z'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 9; ++i) bomb += "*" + before + ", ";
    bomb += "]\n";
  }
  CHECK(Parsed(bomb).sink.errors() == 1);
}

TEST_CASE("a file is one document, with or without its marks") {
  CHECK(Parsed("---\na: 1\n...\n").sink.errors() == 0);
  CHECK(Parsed("%YAML 1.2\n---\na: 1\n").sink.errors() == 0);
  CHECK(Parsed("a: 1\n---\nb: 2\n").finding() == "M0009 at 2:1");
  CHECK(Parsed("a: 1\n---\n").finding() == "M0009 at 2:1");
  CHECK(Parsed("a: 1\n---\nb: 2\n").document == nullptr);
}

TEST_CASE("an empty file is told from an empty document") {
  CHECK(Parsed("").finding() == "M0010 at 0:0");
  CHECK(Parsed("# only this\n\n").finding() == "M0010 at 0:0");
  CHECK(Parsed("---\n").document != nullptr);
}

TEST_CASE("32 levels are allowed, 33 are not, whichever way they are written") {
  const auto brackets = [](std::size_t n) {
    return "a: " + std::string(n, '[') + std::string(n, ']') + "\n";
  };
  CHECK(Parsed(brackets(31)).sink.errors() == 0);
  CHECK(Parsed(brackets(32)).finding() == "M0006 at 1:35");
  std::string block;
  for (int i = 0; i < 33; ++i) block += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  CHECK(Parsed(block).finding().substr(0, 5) == "M0006");
}

TEST_CASE("millions of brackets or commas are refused before they are read") {
  CHECK(Parsed(std::string(16'000'000, '[')).finding().substr(0, 5) == "M0006");
  CHECK(Parsed("[" + std::string(16'000'000, ',')).finding().substr(0, 5) == "M0029");
  std::string maps;
  for (int i = 0; i < 1'100'000; ++i) maps += "{a: ";
  CHECK(Parsed(maps).finding().substr(0, 5) == "M0029");
}

TEST_CASE("a quote that is never closed is told where it opens") {
  CHECK(Parsed("a: \"x\nb: y\n").finding() == "M0005 at 1:4");
  CHECK(Parsed("a: 'x\nb: y\n").finding() == "M0005 at 1:4");
  CHECK(Parsed("a: 'it''s'\n").sink.errors() == 0);
  CHECK(Parsed("a: \"x\\\"\"\n").sink.errors() == 0);
  CHECK(Parsed("a: \"x\\\"\n").finding() == "M0005 at 1:4");
}

TEST_CASE("invisible control characters are refused, lest the rest of the file is lost") {
  CHECK(Parsed(std::string("a: x\x04\nb: y\n")).finding() == "M0005 at 1:5");
  CHECK(Parsed("a: x\x7F\n").finding() == "M0005 at 1:5");
  CHECK(Parsed("a: \"tab\there\"\n").sink.errors() == 0);
}

TEST_CASE("what is no YAML is told in words of our own") {
  for (const char* wrong :
       {"a: b: c\n", "a: [1\n", "a: {b: 1\n", "a:\n  b: 1\n c: 2\n", "\ta: 1\n", "a: - b\n",
        "a: @b\n", "a: 1\nb\n", "a: 1\nb\nc: 2\n", "a: |\n  x\ny\n", "- a\nb: c\n"}) {
    Parsed p(wrong);
    INFO(wrong);
    CHECK(p.finding().substr(0, 5) == "M0005");
    CHECK(p.document == nullptr);
    CHECK(p.sink.sorted().front().hint != "");
  }
}
