// Also tests source_line.cpp.
#include "engine/base/report.h"

#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "engine/base/json.h"
#include "engine/base/source_line.h"
#include "engine/base/utf8.h"

using mot::Diagnostic;
using mot::DiagnosticSink;
using mot::Json;
using mot::render_text;
using mot::Severity;
using mot::SourceText;

namespace {

using Source = std::shared_ptr<const SourceText>;

Source source_of(std::string text, std::string path = "x.yaml") {
  return std::make_shared<const SourceText>(SourceText{std::move(path), std::move(text)});
}

Diagnostic at(const Source& source,
              std::uint32_t line,
              std::uint32_t column,
              std::uint32_t length) {
  Diagnostic diagnostic;
  diagnostic.code = "M0012";
  diagnostic.source = source;
  diagnostic.position = {line, column};
  diagnostic.length = length;
  diagnostic.message = "found";
  return diagnostic;
}

/// The source line and the caret line of a finding in line 1.
std::string excerpt(const std::string& text, std::uint32_t column, std::uint32_t length = 1) {
  const std::string out = render_text(at(source_of(text), 1, column, length));
  return out.substr(out.find('\n') + 1);
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

/// Column, from 0, of the caret and the end of the underline in an excerpt, without the gutter.
struct Shown {
  std::string line;
  std::size_t caret;
  std::size_t end;
};

Shown shown(const std::string& excerpt) {
  const std::size_t line_end = excerpt.find('\n');
  const std::size_t gutter = std::string("    1 | ").size();
  const std::string caret_line = excerpt.substr(line_end + 1);
  return {excerpt.substr(gutter, line_end - gutter), caret_line.find('^') - gutter,
          caret_line.find_last_of("^~") + 1 - gutter};
}

const Json& member(const Json& value, std::string_view key) {
  const Json* found = value.find(key);
  if (found == nullptr) FAIL("no member " << key);
  return *found;
}

const Json& item(const Json& value, std::size_t index) { return value.array()->at(index); }

mot::ReportStyle coloured() {
  mot::ReportStyle style;
  style.colour = true;
  return style;
}

}  // namespace

TEST_CASE("a finding shows place, message, code, source line, caret and hint") {
  Diagnostic diagnostic =
      at(source_of(repeated("\n", 40) + "        next: aftrmath\n", "scenarios/x.yaml"), 41, 15, 8);
  diagnostic.message = "response 'apologise' leads to unknown moment 'aftrmath'";
  diagnostic.hint = "did you mean 'aftermath'?";
  CHECK(
      render_text(diagnostic) ==
      R"(scenarios/x.yaml:41:15: error: response 'apologise' leads to unknown moment 'aftrmath' [M0012]
   41 |         next: aftrmath
      |               ^~~~~~~~
      = did you mean 'aftermath'?
)");
}

TEST_CASE("a finding about the whole file has neither line nor caret") {
  Diagnostic diagnostic = at(source_of("a: 1\n"), 0, 0, 1);
  diagnostic.severity = Severity::warning;
  CHECK(render_text(diagnostic) == "x.yaml: warning: found [M0012]\n");
}

TEST_CASE("a finding without a text, or beyond its end, shows its place alone") {
  CHECK(render_text(at(source_of(""), 3, 2, 1)) == "x.yaml:3:2: error: found [M0012]\n");
  CHECK(render_text(at(source_of("a\n"), 9, 2, 1)) == "x.yaml:9:2: error: found [M0012]\n");
  CHECK(render_text(at(nullptr, 9, 2, 1)) == "(no name):9:2: error: found [M0012]\n");
}

TEST_CASE("the gutter widens for long line numbers") {
  CHECK(render_text(at(source_of(repeated("\n", 123455) + "ab"), 123456, 2, 1)) ==
        "x.yaml:123456:2: error: found [M0012]\n"
        "123456 | ab\n"
        "       |  ^\n");
}

TEST_CASE("the underline never runs past the end of the line") {
  CHECK(excerpt("abc\nnext line", 2, 99) == "    1 | abc\n      |  ^~\n");
  CHECK(excerpt("abc", 2, 0) == "    1 | abc\n      |  ^\n");
}

TEST_CASE("a caret behind the end of the line stands right behind it") {
  CHECK(excerpt("abc\n", 4) == "    1 | abc\n      |    ^\n");
  CHECK(excerpt("abc\n", 400, 5) == "    1 | abc\n      |    ^\n");
  CHECK(excerpt("\nx", 1) == "    1 |\n      | ^\n");
}

TEST_CASE("the caret stands under its glyph after Chinese, emoji and combining marks") {
  CHECK(excerpt("漏水: x", 5) == "    1 | 漏水: x\n      |       ^\n");
  CHECK(excerpt("😀x", 2) == "    1 | 😀x\n      |   ^\n");
  CHECK(excerpt("e\u0301x", 3) == "    1 | e\u0301x\n      |  ^\n");
}

TEST_CASE("the underline is as wide as what it underlines") {
  CHECK(excerpt("a漏水b", 2, 2) == "    1 | a漏水b\n      |  ^~~~\n");
}

TEST_CASE("tabs are shown as one space, control characters as replacement characters") {
  CHECK(excerpt("\t\ta\x1b[2Jb", 3) == "    1 |   a\uFFFD[2Jb\n      |   ^\n");
  CHECK(excerpt("a\u202Eb\u0085", 3) == "    1 | a\uFFFDb\uFFFD\n      |   ^\n");
}

TEST_CASE("bytes that are not UTF-8 are shown as replacement characters") {
  CHECK(excerpt("Caf\xE9 au lait", 4) == "    1 | Caf\uFFFD au lait\n      |    ^\n");
}

TEST_CASE("control characters of a file cannot steer the terminal through a message") {
  Diagnostic diagnostic = at(source_of("", "a\x1b[1m.yaml"), 0, 0, 1);
  diagnostic.message = "unknown key '\x1b[31m\nx'";
  diagnostic.hint = "\x07";
  CHECK(render_text(diagnostic) ==
        "a\uFFFD[1m.yaml: error: unknown key '\uFFFD[31m x' [M0012]\n      = \uFFFD\n");
}

TEST_CASE("a line of 200 columns is shown whole") {
  const std::string line(200, 'x');
  CHECK(shown(excerpt(line, 1)).line == line);
  CHECK(shown(excerpt(line, 200)).line == line);
  CHECK(shown(excerpt(line, 100)).line == line);
  CHECK(shown(excerpt(repeated("漏", 100), 50)).line == repeated("漏", 100));
}

TEST_CASE("a longer line is cut to 200 columns around the caret") {
  const std::string line = std::string(999, 'x') + "y" + std::string(1000, 'z');
  const Shown middle = shown(excerpt(line, 1000, 8));
  CHECK(middle.line == "…" + std::string(99, 'x') + "y" + std::string(98, 'z') + "…");
  CHECK(middle.caret == 100);
  CHECK(middle.end == 108);

  const Shown start = shown(excerpt(line, 1));
  CHECK(start.line == std::string(199, 'x') + "…");
  CHECK(start.caret == 0);

  const Shown end = shown(excerpt(line, 2000));
  CHECK(end.line == "…" + std::string(199, 'z'));
  CHECK(end.caret == 199);
}

TEST_CASE(
    "wherever the caret stands in a long line, at most 200 columns are shown and it is right") {
  std::string line;
  for (int i = 0; i < 300; ++i) line += i % 3 == 0 ? "漏" : (i % 3 == 1 ? "a" : "e\u0301");
  const std::size_t count = mot::count_code_points(line);
  for (std::uint32_t column = 1; column <= count + 1; ++column) {
    const Shown cut = shown(excerpt(line, column, 20));
    INFO("column " << column << ": " << cut.line);
    REQUIRE(mot::display_width(cut.line) <= 200);
    REQUIRE(mot::display_width(cut.line) >= 195);
    REQUIRE(cut.end <= std::max<std::size_t>(mot::display_width(cut.line), cut.caret + 1));
    REQUIRE(cut.caret <= 200);
  }
}

TEST_CASE("a line of a million marks without width is shown in little time and space") {
  const std::string line = "x" + repeated("\u0301", 1'000'000);
  CHECK(excerpt(line, 500'000).size() < 5'000);
}

TEST_CASE(
    "a hundred findings in one line of eight megabytes are found without reading it each time") {
  DiagnosticSink sink;
  const Source source = source_of(std::string(8'000'000, 'x'));
  for (std::uint32_t i = 0; i < 100; ++i) sink.add(at(source, 1, 7'000'000 + i, 1));
  CHECK(render_text(sink).size() > 20'000);
}

TEST_CASE("findings of a file beyond the limit are counted in one line") {
  DiagnosticSink sink;
  const Source source = source_of("abc\n");
  for (std::uint32_t i = 1; i <= 3; ++i) sink.add(at(source, 0, i, 1));
  Diagnostic warning = at(source, 7, 1, 1);
  warning.severity = Severity::warning;
  sink.add(warning);
  warning.position.line = 8;
  sink.add(warning);
  sink.add(at(source_of("", "y.yaml"), 0, 0, 1));
  CHECK(render_text(sink, {false, 2}) ==
        "x.yaml: error: found [M0012]\n"
        "x.yaml: error: found [M0012]\n"
        "x.yaml: … and 3 more findings (1 error, 2 warnings, 0 hints)\n"
        "y.yaml: error: found [M0012]\n");
  CHECK(
      render_text(sink, {false, 4}).find("… and 1 more finding (0 errors, 1 warning, 0 hints)\n") !=
      std::string::npos);
  CHECK(render_text(sink).find("…") == std::string::npos);
}

TEST_CASE("findings that were counted but not kept are among the rest") {
  DiagnosticSink sink;
  const Source source = source_of("abc\n");
  for (std::uint32_t i = 1; i <= 30'000; ++i) sink.add(at(source, i, 1, 1));
  CHECK(render_text(sink).find(
            "x.yaml: … and 29900 more findings (29900 errors, 0 warnings, 0 hints)\n") !=
        std::string::npos);
}

TEST_CASE("colours mark path, severity and caret") {
  Diagnostic diagnostic = at(source_of("abc\n"), 1, 2, 2);
  CHECK(render_text(diagnostic, coloured()) ==
        "\033[1mx.yaml:1:2:\033[0m \033[31merror:\033[0m found [M0012]\n"
        "    1 | abc\n"
        "      |  \033[32m^~\033[0m\n");
  diagnostic.severity = Severity::warning;
  CHECK(render_text(diagnostic, coloured()).find("\033[35mwarning:\033[0m") != std::string::npos);
  diagnostic.severity = Severity::hint;
  CHECK(render_text(diagnostic, coloured()).find("\033[36mhint:\033[0m") != std::string::npos);
}

TEST_CASE("no findings are an empty text") {
  DiagnosticSink sink;
  CHECK(render_text(sink).empty());
}

TEST_CASE("JSON has the keys of the command line's contract, in order") {
  DiagnosticSink sink;
  Diagnostic diagnostic = at(source_of("abc\n"), 1, 2, 1);
  diagnostic.hint = "did you mean \"b\"?";
  sink.add(diagnostic);
  Diagnostic whole = at(source_of("", "y.yaml"), 0, 0, 1);
  whole.severity = Severity::hint;
  sink.add(whole);
  CHECK(mot::render_json(sink, 3) == R"({
  "files": 3,
  "errors": 1,
  "warnings": 0,
  "hints": 1,
  "diagnostics": [
    {
      "code": "M0012",
      "severity": "error",
      "file": "x.yaml",
      "line": 1,
      "column": 2,
      "message": "found",
      "hint": "did you mean \"b\"?"
    },
    {
      "code": "M0012",
      "severity": "hint",
      "file": "y.yaml",
      "line": 0,
      "column": 0,
      "message": "found",
      "hint": ""
    }
  ]
}
)");
}

TEST_CASE("JSON without findings has an empty list") {
  DiagnosticSink sink;
  CHECK(mot::render_json(sink, 1).find("\"diagnostics\": []") != std::string::npos);
}

TEST_CASE("SARIF names the tool, its rules and where each result is") {
  DiagnosticSink sink;
  const Source source = source_of("漏水 abc\n", "./scenarios/flat 12/ä#.yaml");
  Diagnostic second = at(source, 1, 4, 99);
  second.hint = "did you mean 'abd'?";
  sink.add(second);
  Diagnostic whole = at(source, 0, 0, 1);
  whole.code = "M0101";
  whole.severity = Severity::warning;
  sink.add(whole);
  Diagnostic unknown = at(source, 2, 0, 1);
  unknown.code = "S9999";
  unknown.severity = Severity::hint;
  sink.add(unknown);

  const auto parsed = mot::parse_json(mot::render_sarif(sink));
  REQUIRE(parsed.has_value());
  const Json& log = *parsed;
  CHECK(*member(log, "version").string() == "2.1.0");
  CHECK(log.find("$schema") != nullptr);
  const Json& run = item(member(log, "runs"), 0);
  CHECK(*member(run, "columnKind").string() == "unicodeCodePoints");

  const Json& driver = member(member(run, "tool"), "driver");
  CHECK(*member(driver, "name").string() == "mot");
  const Json& rules = member(driver, "rules");
  REQUIRE(rules.array()->size() == 3);
  CHECK(*member(item(rules, 0), "id").string() == "M0012");
  CHECK(*member(member(item(rules, 0), "shortDescription"), "text").string() ==
        "target that does not exist");
  CHECK(*member(member(item(rules, 1), "defaultConfiguration"), "level").string() == "warning");
  CHECK(item(rules, 2).object()->size() == 1);

  const Json& results = member(run, "results");
  REQUIRE(results.array()->size() == 3);
  const Json& about_file = item(results, 0);
  CHECK(*member(about_file, "ruleId").string() == "M0101");
  CHECK(*member(about_file, "ruleIndex").integer() == 1);
  CHECK(*member(about_file, "level").string() == "warning");
  const auto place = [](const Json& result) -> const Json& {
    return member(item(member(result, "locations"), 0), "physicalLocation");
  };
  CHECK(place(about_file).find("region") == nullptr);
  CHECK(*member(member(place(about_file), "artifactLocation"), "uri").string() ==
        "scenarios/flat%2012/%C3%A4%23.yaml");

  const Json& in_line = item(results, 1);
  CHECK(*member(member(in_line, "message"), "text").string() == "found; did you mean 'abd'?");
  const Json& region = member(place(in_line), "region");
  CHECK(*member(region, "startLine").integer() == 1);
  CHECK(*member(region, "startColumn").integer() == 4);
  CHECK(*member(region, "endColumn").integer() == 7);

  const Json& note = item(results, 2);
  CHECK(*member(note, "level").string() == "note");
  CHECK(*member(member(place(note), "region"), "startColumn").integer() == 1);
  CHECK(*member(member(place(note), "region"), "endColumn").integer() == 2);
}

TEST_CASE("The first error in one line, by the order of the file") {
  DiagnosticSink sink;
  CHECK(mot::first_error(sink).empty());
  const auto source = source_of("one\ntwo\n", "/srv/a.yaml");
  sink.add({"M0002", mot::Severity::warning, source, {1, 1}, 1, "a remark", {}});
  sink.add({"M0021", mot::Severity::error, source, {2, 1}, 1, "second", {}});
  sink.add({"M0020", mot::Severity::error, source, {1, 2}, 1, "first", {}});
  CHECK(mot::first_error(sink) == "a.yaml:1: first [M0020]");
}

TEST_CASE("SARIF names a file with an absolute path as a file URI") {
  DiagnosticSink sink;
  sink.add(at(source_of("", "/srv/x.yaml"), 0, 0, 1));
  CHECK(mot::render_sarif(sink).find("\"uri\": \"file:///srv/x.yaml\"") != std::string::npos);
}

TEST_CASE("the cursor goes back when it is asked to") {
  const Source source = source_of("one\ntwo\nthree\n");
  mot::SourceCursor cursor;
  CHECK(cursor.excerpt(*source, {3, 2}, 1)->line == "three");
  CHECK(cursor.excerpt(*source, {1, 3}, 1)->line == "one");
  CHECK(cursor.excerpt(*source, {1, 1}, 1)->indent == 0);
  CHECK(cursor.length_in_line(*source, {2, 2}, 9) == 2);
  CHECK_FALSE(cursor.excerpt(*source, {9, 1}, 1).has_value());
  CHECK(cursor.excerpt(*source, {2, 1}, 1)->line == "two");
}
