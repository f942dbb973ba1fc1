#include "engine/base/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>
#include <vector>

#include "engine/base/catalogue.h"
#include "engine/base/json.h"
#include "engine/base/source_line.h"
#include "engine/base/utf8.h"

namespace mot {
namespace {

constexpr int kGutter = 5;

/// ANSI escapes, or nothing.
struct Palette {
  std::string_view path;
  std::string_view error;
  std::string_view warning;
  std::string_view hint;
  std::string_view caret;
  std::string_view off;
};

constexpr Palette kPlain{};
constexpr Palette kColours{"\033[1m", "\033[31m", "\033[35m", "\033[36m", "\033[32m", "\033[0m"};

std::string_view colour_of(const Palette& palette, Severity severity) {
  switch (severity) {
    case Severity::error: return palette.error;
    case Severity::warning: return palette.warning;
    case Severity::hint: break;
  }
  return palette.hint;
}

std::string path_of(const SourceText& source) {
  return source.path.empty() ? "(no name)" : printable(source.path);
}

std::string place_of(const Diagnostic& diagnostic) {
  const std::string path = path_of(diagnostic.source ? *diagnostic.source : SourceText());
  if (diagnostic.position.line == 0) return fmt::format("{}:", path);
  return fmt::format("{}:{}:{}:", path, diagnostic.position.line,
                     std::max(1U, diagnostic.position.column));
}

/// Source line and caret; nothing for a finding about the file as a whole, or where the text has no
/// such line.
void write_excerpt(std::string& out,
                   const Diagnostic& diagnostic,
                   SourceCursor& cursor,
                   const Palette& palette) {
  if (diagnostic.position.line == 0 || !diagnostic.source || diagnostic.source->text.empty())
    return;
  const std::optional<Excerpt> excerpt =
      cursor.excerpt(*diagnostic.source, diagnostic.position, diagnostic.length);
  if (!excerpt) return;
  const std::string number = fmt::format("{:>{}}", diagnostic.position.line, kGutter);
  const std::string blank(number.size(), ' ');
  out += fmt::format("{} |{}{}\n", number, excerpt->line.empty() ? "" : " ", excerpt->line);
  out += fmt::format("{} | {}{}^{}{}\n", blank, std::string(excerpt->indent, ' '), palette.caret,
                     std::string(excerpt->width - 1, '~'), palette.off);
}

const Palette& palette_of(const ReportStyle& style) { return style.colour ? kColours : kPlain; }

void write_finding(std::string& out,
                   const Diagnostic& finding,
                   SourceCursor& cursor,
                   const ReportStyle& style) {
  const Palette& palette = palette_of(style);
  const Diagnostic translated = style.words != nullptr ? style.words->said(finding) : Diagnostic();
  const Diagnostic& diagnostic = style.words != nullptr ? translated : finding;
  const std::string severity = style.words != nullptr
                                   ? style.words->severity(diagnostic.severity)
                                   : std::string(severity_name(diagnostic.severity));
  out += fmt::format("{}{}{} {}{}:{} {} [{}]\n", palette.path, place_of(diagnostic), palette.off,
                     colour_of(palette, diagnostic.severity), severity, palette.off,
                     printable(diagnostic.message), diagnostic.code);
  write_excerpt(out, diagnostic, cursor, palette);
  if (!diagnostic.hint.empty()) {
    out += fmt::format("{:>{}} = {}\n", "", kGutter, printable(diagnostic.hint));
  }
}

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

void write_rest(std::string& out,
                const SourceText& source,
                const FindingCounts& rest,
                const ReportStyle& style) {
  const Palette& palette = palette_of(style);
  const std::string said =
      style.words != nullptr
          ? style.words->rest(rest)
          : fmt::format("… and {} ({}, {}, {})", counted(rest.total(), "more finding"),
                        counted(rest.errors, "error"), counted(rest.warnings, "warning"),
                        counted(rest.hints, "hint"));
  out += fmt::format("{}{}:{} {}\n", palette.path, printable(source.path), palette.off, said);
}

FindingCounts operator-(const FindingCounts& a, const FindingCounts& b) {
  return {a.errors - b.errors, a.warnings - b.warnings, a.hints - b.hints};
}

// SARIF 2.1.0 (OASIS standard, section numbers in the comments).

std::string_view sarif_level(Severity severity) {
  return severity == Severity::hint ? "note" : severity_name(severity);
}

/// 3.4: a URI reference, relative where the path is. What is not unreserved in RFC 3986 is
/// percent-encoded, byte by byte.
std::string sarif_uri(std::string_view path) {
  while (path.substr(0, 2) == "./") path.remove_prefix(2);
  std::string uri = path.substr(0, 1) == "/" ? "file://" : "";
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    if (letter || digit || std::string_view("-._~/").find(c) != std::string_view::npos) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

Json sarif_text(std::string_view text) { return Json().set("text", text); }

/// 3.49: one entry of the catalogue; the id alone where the catalogue does not know it.
Json sarif_rule(std::string_view code) {
  Json rule;
  rule.set("id", code);
  const CatalogueEntry* entry = find_catalogue_entry(code);
  if (entry == nullptr) return rule;
  rule.set("shortDescription", sarif_text(entry->title));
  rule.set("fullDescription", sarif_text(entry->meaning));
  rule.set("help", sarif_text(entry->mend));
  rule.set("defaultConfiguration", Json().set("level", sarif_level(entry->severity)));
  return rule;
}

/// 3.27
Json sarif_result(const Diagnostic& diagnostic, std::size_t rule_index, SourceCursor& cursor) {
  Json physical;
  physical.set("artifactLocation", Json().set("uri", sarif_uri(diagnostic.source->path)));
  if (diagnostic.position.line > 0) {
    const std::uint32_t column = std::max(1U, diagnostic.position.column);
    const std::uint32_t length =
        cursor.length_in_line(*diagnostic.source, diagnostic.position, diagnostic.length);
    physical.set("region", Json()
                               .set("startLine", diagnostic.position.line)
                               .set("startColumn", column)
                               .set("endColumn", std::uint64_t{column} + length));
  }
  std::string text = diagnostic.message;
  if (!diagnostic.hint.empty()) text += "; " + diagnostic.hint;
  Json result;
  result.set("ruleId", diagnostic.code);
  result.set("ruleIndex", rule_index);
  result.set("level", sarif_level(diagnostic.severity));
  result.set("message", sarif_text(text));
  result.set("locations", Json().push(Json().set("physicalLocation", std::move(physical))));
  return result;
}

}  // namespace

std::string first_error(DiagnosticSink& sink, const ReportWords* words) {
  for (const Diagnostic& finding : sink.sorted()) {
    if (finding.severity != Severity::error) continue;
    const std::string file =
        finding.source ? std::filesystem::path(finding.source->path).filename().string() : "";
    return fmt::format("{}:{}: {} [{}]", file, finding.position.line,
                       words != nullptr ? words->said(finding).message : finding.message,
                       finding.code);
  }
  return {};
}

std::string render_text(DiagnosticSink& sink, const ReportStyle& style) {
  std::string out;
  SourceCursor cursor;
  const std::vector<Diagnostic>& all = sink.sorted();
  for (std::size_t i = 0; i < all.size();) {
    const SourceText& source = *all[i].source;
    FindingCounts shown;
    for (; i < all.size() && all[i].source.get() == &source; ++i) {
      if (shown.total() == style.per_file) continue;
      write_finding(out, all[i], cursor, style);
      shown.count(all[i].severity);
    }
    const FindingCounts rest = sink.counts_in(source) - shown;
    if (rest.total() > 0) write_rest(out, source, rest, style);
  }
  return out;
}

std::string render_text(const Diagnostic& diagnostic, const ReportStyle& style) {
  std::string out;
  SourceCursor cursor;
  write_finding(out, diagnostic, cursor, style);
  return out;
}

std::string render_json(DiagnosticSink& sink, std::size_t files) {
  Json::Array findings;
  for (const Diagnostic& diagnostic : sink.sorted()) {
    findings.push_back(Json()
                           .set("code", diagnostic.code)
                           .set("severity", severity_name(diagnostic.severity))
                           .set("file", diagnostic.source->path)
                           .set("line", diagnostic.position.line)
                           .set("column", diagnostic.position.column)
                           .set("message", diagnostic.message)
                           .set("hint", diagnostic.hint));
  }
  Json report;
  report.set("files", files);
  report.set("errors", sink.errors());
  report.set("warnings", sink.warnings());
  report.set("hints", sink.hints());
  report.set("diagnostics", std::move(findings));
  return report.dump() + "\n";
}

std::string render_sarif(DiagnosticSink& sink) {
  const std::vector<Diagnostic>& all = sink.sorted();
  std::map<std::string_view, std::size_t> rule_index;
  for (const Diagnostic& diagnostic : all) rule_index.emplace(diagnostic.code, 0);
  Json::Array rules;
  for (auto& [code, index] : rule_index) {
    index = rules.size();
    rules.push_back(sarif_rule(code));
  }
  Json::Array results;
  SourceCursor cursor;
  for (const Diagnostic& diagnostic : all) {
    results.push_back(sarif_result(diagnostic, rule_index.at(diagnostic.code), cursor));
  }
  Json driver;
  driver.set("name", "mot").set("version", MOT_VERSION).set("rules", std::move(rules));
  Json run;
  run.set("tool", Json().set("driver", std::move(driver)));
  run.set("columnKind", "unicodeCodePoints");
  run.set("results", std::move(results));
  Json log;
  log.set("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  log.set("version", "2.1.0");
  log.set("runs", Json().push(std::move(run)));
  return log.dump() + "\n";
}

}  // namespace mot
