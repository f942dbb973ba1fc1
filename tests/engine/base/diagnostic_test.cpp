#include "engine/base/diagnostic.h"

#include <catch2/catch.hpp>
#include <memory>
#include <string>
#include <vector>

using mot::Diagnostic;
using mot::DiagnosticSink;
using mot::Position;
using mot::Severity;
using mot::SourceText;

namespace {

using Source = std::shared_ptr<const SourceText>;

Source source_of(std::string path, std::string text = "text\n") {
  return std::make_shared<const SourceText>(SourceText{std::move(path), std::move(text)});
}

Diagnostic finding(const Source& source,
                   Position position,
                   std::string message,
                   Severity severity = Severity::error) {
  Diagnostic diagnostic;
  diagnostic.code = "M0012";
  diagnostic.severity = severity;
  diagnostic.source = source;
  diagnostic.position = position;
  diagnostic.message = std::move(message);
  return diagnostic;
}

std::vector<std::string> messages(DiagnosticSink& sink) {
  std::vector<std::string> all;
  for (const Diagnostic& diagnostic : sink.sorted()) all.push_back(diagnostic.message);
  return all;
}

using Messages = std::vector<std::string>;

}  // namespace

TEST_CASE("severities have the names that users see") {
  CHECK(mot::severity_name(Severity::error) == "error");
  CHECK(mot::severity_name(Severity::warning) == "warning");
  CHECK(mot::severity_name(Severity::hint) == "hint");
}

TEST_CASE("a new sink holds nothing") {
  DiagnosticSink sink;
  CHECK(sink.sorted().empty());
  CHECK(sink.total() == 0);
  CHECK_FALSE(sink.has_errors());
}

TEST_CASE("findings are counted by severity, and hints are no errors") {
  DiagnosticSink sink;
  const Source source = source_of("a.yaml");
  sink.add(finding(source, {1, 1}, "h", Severity::hint));
  CHECK_FALSE(sink.has_errors());
  sink.add(finding(source, {1, 1}, "w", Severity::warning));
  sink.add(finding(source, {1, 2}, "w", Severity::warning));
  CHECK_FALSE(sink.has_errors());
  sink.add(finding(source, {1, 1}, "e"));
  CHECK(sink.has_errors());
  CHECK(sink.errors() == 1);
  CHECK(sink.warnings() == 2);
  CHECK(sink.hints() == 1);
  CHECK(sink.total() == 4);
}

TEST_CASE("findings are sorted by file as first seen, then line, column and order of adding") {
  DiagnosticSink sink;
  const Source b = source_of("b.yaml");
  const Source a = source_of("a.yaml");
  sink.add(finding(b, {9, 1}, "b 9:1"));
  sink.add(finding(a, {2, 1}, "a 2:1"));
  sink.add(finding(b, {2, 7}, "b 2:7 z"));
  sink.add(finding(b, {2, 7}, "b 2:7 a"));
  sink.add(finding(b, {2, 3}, "b 2:3"));
  sink.add(finding(a, {0, 0}, "a whole"));
  CHECK(messages(sink) == Messages{"b 2:3", "b 2:7 z", "b 2:7 a", "b 9:1", "a whole", "a 2:1"});
}

TEST_CASE("findings may be added after sorting") {
  DiagnosticSink sink;
  const Source source = source_of("a.yaml");
  sink.add(finding(source, {2, 1}, "second"));
  CHECK(messages(sink) == Messages{"second"});
  sink.add(finding(source, {1, 1}, "first"));
  CHECK(messages(sink) == Messages{"first", "second"});
}

TEST_CASE("the same finding twice is kept and counted once") {
  DiagnosticSink sink;
  const Source source = source_of("a.yaml");
  sink.add(finding(source, {1, 1}, "same"));
  sink.add(finding(source, {1, 1}, "same"));
  CHECK(sink.total() == 1);
  sink.add(finding(source, {1, 2}, "same"));
  sink.add(finding(source, {1, 1}, "other"));
  Diagnostic other_code = finding(source, {1, 1}, "same");
  other_code.code = "M0013";
  sink.add(other_code);
  CHECK(sink.total() == 4);
  CHECK(sink.sorted().size() == 4);
}

TEST_CASE("a file that is read twice is one file") {
  DiagnosticSink sink;
  sink.add(finding(source_of("customers/mrs-chen.yaml"), {3, 1}, "unknown key"));
  sink.add(finding(source_of("x.yaml"), {1, 1}, "between"));
  const Source again = source_of("customers/mrs-chen.yaml");
  sink.add(finding(again, {3, 1}, "unknown key"));
  sink.add(finding(again, {1, 1}, "missing key"));
  CHECK(messages(sink) == Messages{"missing key", "unknown key", "between"});
  CHECK(sink.total_in(*again) == 2);
}

TEST_CASE("two texts with one path but different content stay apart") {
  DiagnosticSink sink;
  const Source before = source_of("a.yaml", "before\n");
  const Source after = source_of("a.yaml", "after\n");
  sink.add(finding(before, {1, 1}, "same"));
  sink.add(finding(after, {1, 1}, "same"));
  CHECK(sink.total() == 2);
  CHECK(sink.total_in(*before) == 1);
  CHECK(sink.total_in(*after) == 1);
}

TEST_CASE("findings are counted per file, and a file never seen has none") {
  DiagnosticSink sink;
  const Source source = source_of("a.yaml");
  sink.add(finding(source, {1, 1}, "e"));
  sink.add(finding(source, {1, 1}, "w", Severity::warning));
  CHECK(sink.counts_in(*source).errors == 1);
  CHECK(sink.counts_in(*source).warnings == 1);
  CHECK(sink.counts_in(*source).hints == 0);
  CHECK(sink.total_in(*source_of("b.yaml")) == 0);
}

TEST_CASE("a finding without a source is kept") {
  DiagnosticSink sink;
  sink.add(finding(nullptr, {}, "nowhere"));
  REQUIRE(sink.sorted().size() == 1);
  CHECK(sink.sorted()[0].source != nullptr);
}

TEST_CASE("of a flood the first by position are kept, whatever order they come in") {
  constexpr std::uint32_t kFlood = 55'000;
  for (const bool backwards : {false, true}) {
    DiagnosticSink sink;
    const Source source = source_of("a.yaml");
    for (std::uint32_t i = 0; i < kFlood; ++i) {
      const std::uint32_t line = backwards ? kFlood - i : i + 1;
      sink.add(finding(source, {line, 1}, "line " + std::to_string(line)));
    }
    const std::vector<Diagnostic>& kept = sink.sorted();
    INFO("backwards: " << backwards);
    REQUIRE(kept.size() == DiagnosticSink::kKept);
    CHECK(kept.front().position.line == 1);
    CHECK(kept.back().position.line == DiagnosticSink::kKept);
    CHECK(sink.total() == kFlood);
    CHECK(sink.total_in(*source) == kFlood);
  }
}

TEST_CASE("of a flood at one place those added first are kept") {
  DiagnosticSink sink;
  const Source source = source_of("a.yaml");
  for (int i = 0; i < 25'000; ++i) sink.add(finding(source, {1, 1}, std::to_string(i)));
  const std::vector<Diagnostic>& kept = sink.sorted();
  REQUIRE(kept.size() == DiagnosticSink::kKept);
  CHECK(kept.front().message == "0");
  CHECK(kept.back().message == std::to_string(DiagnosticSink::kKept - 1));
}

TEST_CASE("a flood in one file takes nothing from another") {
  DiagnosticSink sink;
  const Source flood = source_of("flood.yaml");
  const Source calm = source_of("calm.yaml");
  for (std::uint32_t i = 1; i <= 30'000; ++i) sink.add(finding(flood, {i, 1}, "flood"));
  sink.add(finding(calm, {1, 1}, "calm"));
  CHECK(sink.sorted().back().message == "calm");
}
