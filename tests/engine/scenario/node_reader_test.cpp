// Also tests node_values.cpp.
#include "engine/scenario/node_reader.h"

#include <array>
#include <catch2/catch.hpp>
#include <string>

#include "engine/base/report.h"

namespace {

using mot::DiagnosticSink;
using mot::Fields;
using mot::kNoNode;
using mot::NodeReader;
using mot::YamlDocument;
using mot::YamlNode;

constexpr std::array<std::string_view, 4> kKeys{"title", "next", "do", "minutes"};

// A document with its reader; `at(key)` is a value of the map at its root.
struct Read {
  explicit Read(const std::string& yaml)
      : source(std::make_shared<const mot::SourceText>(mot::SourceText{"t.yaml", yaml})),
        document(YamlDocument::parse(source, sink)),
        reader(*document, sink) {}

  YamlNode at(std::string_view key) const { return reader.value_of(document->root(), key, {}); }
  std::string found() {
    std::string codes;
    for (const mot::Diagnostic& finding : sink.sorted()) codes += std::string(finding.code) + ' ';
    return codes;
  }
  std::string message() { return sink.sorted().empty() ? "" : sink.sorted().front().message; }

  DiagnosticSink sink;
  std::shared_ptr<const mot::SourceText> source;
  std::shared_ptr<const YamlDocument> document;
  NodeReader reader;
};

std::string of_number(const std::string& written) {
  Read read("x: " + written + "\n");
  const auto value = read.reader.integer(read.at("x"), "'x'", -2147483647 - 1, 2147483647);
  return value ? std::to_string(*value) : read.found();
}

}  // namespace

TEST_CASE("ids have small letters, digits and hyphens, at most 64") {
  for (const std::string_view id : {"a", "7", "first-call", "007", "a-", "true"})
    CHECK(mot::is_id(id));
  for (const std::string_view id : {"", "-a", "A", "first_call", "a b", "a.b", "é"})
    CHECK_FALSE(mot::is_id(id));
  CHECK(mot::is_id(std::string(64, 'a')));
  CHECK_FALSE(mot::is_id(std::string(65, 'a')));
}

TEST_CASE("language tags are those of BCP 47, whatever their capitals") {
  for (const std::string_view tag :
       {"en", "de", "zh-CN", "zh-Hant-TW", "yue", "es-419", "no", "sr-Latn", "de-DE-u-co-phonebk"})
    CHECK(mot::is_language_tag(tag));
  for (const std::string_view tag : {"", "e", "english", "zh_CN", "zh-", "-zh", "en-x", "12",
                                     "chinese_simplified", "en--GB", "en-abcdefghi"})
    CHECK_FALSE(mot::is_language_tag(tag));
  CHECK(mot::same_tag("zh-CN", "zh-cn"));
  CHECK_FALSE(mot::same_tag("zh", "zh-CN"));
}

TEST_CASE("whole numbers are decimal digits, nothing is guessed") {
  CHECK(of_number("5") == "5");
  CHECK(of_number("010") == "10");
  CHECK(of_number("+5") == "5");
  CHECK(of_number("-5") == "-5");
  CHECK(of_number("2147483647") == "2147483647");
  CHECK(of_number("-2147483648") == "-2147483648");
  CHECK(of_number("2147483648") == "M0023 ");
  CHECK(of_number("99999999999999999999999") == "M0023 ");
  for (const char* wrong : {"'5'", "\"5\"", "5.0", "1e3", "0x10", "0b1", "1_000", "", "~", "null",
                            "true", "[5]", "{ a: 5 }", "five", "+", "５"})
    CHECK(of_number(wrong) == "M0022 ");
}

TEST_CASE("a number with decimals is read exactly, without exponents") {
  Read read("a: 0.5\nb: .5\nc: 5.\nd: 1e0\ne: .nan\nf: 5.01\ng: '1'\n");
  CHECK(read.reader.number(read.at("a"), "'a'", 0, 5) == 0.5);
  CHECK(read.reader.number(read.at("b"), "'b'", 0, 5) == 0.5);
  CHECK(read.reader.number(read.at("c"), "'c'", 0, 5) == 5.0);
  for (const std::string_view key : {"d", "e", "f", "g"})
    CHECK_FALSE(read.reader.number(read.at(key), "'x'", 0, 5));
  CHECK(read.found() == "M0022 M0022 M0023 M0022 ");
}

TEST_CASE("true and false are the only booleans") {
  Read read("a: true\nb: false\nc: yes\nd: True\ne: 'true'\nf: 1\ng:\n");
  CHECK(read.reader.boolean(read.at("a"), "'a'") == true);
  CHECK(read.reader.boolean(read.at("b"), "'b'") == false);
  for (const std::string_view key : {"c", "d", "e", "f", "g"})
    CHECK_FALSE(read.reader.boolean(read.at(key), "'x'"));
  CHECK(read.found() == "M0022 M0022 M0022 M0022 M0022 ");
}

TEST_CASE("any scalar is a text, up to 4,000 code points") {
  Read read("a: 5\nb: true\nc: ''\nd: ~\ne: [x]\nf: " + std::string(4000, 'x') +
            "\ng: " + std::string(4001, 'x') + "\n");
  CHECK(read.reader.text(read.at("a"), "'a'") == "5");
  CHECK(read.reader.text(read.at("b"), "'b'") == "true");
  CHECK(read.reader.text(read.at("f"), "'f'").has_value());
  for (const std::string_view key : {"c", "d", "e", "g"})
    CHECK_FALSE(read.reader.text(read.at(key), "'x'"));
  CHECK_FALSE(read.reader.text(kNoNode, "'x'"));
  CHECK(read.found() == "M0031 M0031 M0022 M0026 ");
}

TEST_CASE("unknown and repeated keys are reported, a note never is") {
  Read read("title: A\nnote: for authors\ncolour: red\ntitle: B\n");
  Fields fields;
  CHECK(read.reader.fields(read.document->root(), "a thing", kKeys, fields));
  CHECK(read.document->text(fields["title"]) == "A");
  CHECK(read.found() == "M0020 M0021 ");
}

TEST_CASE("a misspelt key stands for the one it is near to") {
  Read read("titel: A\nnxt: b\n");
  Fields fields;
  read.reader.fields(read.document->root(), "a thing", kKeys, fields);
  CHECK(read.document->text(fields["title"]) == "A");
  CHECK(read.document->text(fields["next"]) == "b");
  CHECK_FALSE(fields.lacks("title"));
  CHECK(read.found() == "M0020 M0020 ");
  CHECK(read.reader.value_of(read.document->root(), "title", kKeys) == fields["title"]);
}

TEST_CASE("a short key is not taken for another, but not missed either") {
  Read read("to: x\n");
  Fields fields;
  read.reader.fields(read.document->root(), "a thing", kKeys, fields);
  CHECK_FALSE(fields.contains("do"));
  CHECK_FALSE(fields.lacks("do"));
  CHECK(fields.lacks("minutes"));
  read.reader.require(fields, read.document->root(), "a thing", "do");
  CHECK(read.found() == "M0020 ");
}

TEST_CASE("a misspelt key beside the right one stands for nothing") {
  Read read("title: A\ntitel: B\n");
  Fields fields;
  read.reader.fields(read.document->root(), "a thing", kKeys, fields);
  CHECK(read.document->text(fields["title"]) == "A");
}

TEST_CASE("keys that are no words are reported where they stand") {
  Read read("? [a, b]\n: 1\n~: 2\n");
  Fields fields;
  read.reader.fields(read.document->root(), "a thing", kKeys, fields);
  CHECK(read.found() == "M0022 M0022 ");
}

TEST_CASE("of 100,000 keys half are found to be repeated, quickly") {
  std::string yaml;
  for (int i = 0; i < 100'000; ++i) yaml += "key" + std::to_string(i % 50'000) + ": 1\n";
  Read read(yaml);
  int visited = 0;
  read.reader.entries(read.document->root(), "'x'",
                      [&](std::string_view, YamlNode, YamlNode) { ++visited; });
  CHECK(visited == 50'000);
  CHECK(read.sink.errors() == 50'000);
}

TEST_CASE("suggestions stop where they would cost too much") {
  Read read("a: 1\n");
  const std::vector<std::string_view> few{"first-call", "calm-end"};
  CHECK(read.reader.suggest("frist-call", few) == "did you mean 'first-call'?");
  CHECK(read.reader.suggest("zzz", few) == "one of: first-call, calm-end");
  const std::vector<std::string_view> many(2'000'001, "first-call");
  CHECK(read.reader.suggest("frist-call", many).empty());
}

TEST_CASE("a version that is not 1 is refused, however it is written") {
  for (const char* wrong : {"2", "1.0", "'1'", "", "[1]", "one", "01"}) {
    Read read("mot: " + std::string(wrong) + "\n");
    INFO(wrong);
    CHECK_FALSE(read.reader.version_is_known("mot"));
    CHECK(read.found() == "M0011 ");
  }
  CHECK(Read("mot: 1\n").reader.version_is_known("mot"));
  CHECK(Read("id: x\n").reader.version_is_known("mot"));
}

TEST_CASE("an ill-formed id is reported and given back as what was declared") {
  Read read("a: First_Call\n");
  CHECK(read.reader.declared_id(read.at("a"), "the id") == "First_Call");
  CHECK(read.found() == "M0027 ");
}

TEST_CASE("long words are cut in messages") {
  CHECK(mot::in_quotes("short") == "'short'");
  CHECK(mot::in_quotes(std::string(61, 'x')) == "'" + std::string(60, 'x') + "…'");
}
