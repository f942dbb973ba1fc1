// Findings as text with source line and caret, as JSON (docs/command_line.md) and as SARIF 2.1.0.
#pragma once

#include <cstddef>
#include <string>

#include "engine/base/diagnostic.h"

namespace mot {

/// How a report is said in another language than English.
class ReportWords {
 public:
  virtual ~ReportWords() = default;
  /// The finding with message and hint in that language.
  virtual Diagnostic said(Diagnostic finding) const = 0;
  /// "error", "warning", "hint".
  virtual std::string severity(Severity severity) const = 0;
  /// "… and 3 more findings (2 errors, 1 warning, 0 hints)": what is not shown of a file.
  virtual std::string rest(const FindingCounts& counts) const = 0;
};

/// How findings are written as text.
struct ReportStyle {
  /// ANSI colours, for terminals.
  bool colour = false;
  /// Findings of one file shown; the rest are counted in one line.
  std::size_t per_file = 100;
  /// Null: English.
  const ReportWords* words = nullptr;
};

/// `file:line:column: error: … [M0123]`, the source line cut to 200 columns around the caret, the
/// caret, the hint.
std::string render_text(DiagnosticSink& sink, const ReportStyle& style = {});

/// One finding as `render_text` writes it, ending in a newline; all of `style` but `per_file`
/// counts.
std::string render_text(const Diagnostic& diagnostic, const ReportStyle& style = {});

/// The first error in one line, the file by its name alone: "a.yaml:12: unknown key 'sais'
/// [M0020]". Empty where there is none. `words`: as in ReportStyle.
std::string first_error(DiagnosticSink& sink, const ReportWords* words = nullptr);

/// The object of `mot check --format json`: files, errors, warnings, diagnostics (at most
/// DiagnosticSink::kKept a file).
std::string render_json(DiagnosticSink& sink, std::size_t files);

/// A SARIF 2.1.0 log with one run, whose rules are the catalogue's entries in use.
std::string render_sarif(DiagnosticSink& sink);

}  // namespace mot
