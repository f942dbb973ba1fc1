// Findings about a file: what was found, where, and how to mend it. Collected, never thrown.
// Flow: reader, loader and checks add to a DiagnosticSink; report.h renders what it holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mot {

/// How grave a finding is. Errors stop a file from being played; hints never count.
enum class Severity : std::uint8_t { error, warning, hint };

/// The word shown to users: "error", "warning", "hint".
std::string_view severity_name(Severity severity);

/// A place in a text, both counted from 1; the column counts code points. Line 0: the file as a whole.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// The text of a file that findings point into. `text` is empty where the file could not be read.
struct SourceText {
  std::string path;
  std::string text;
};

/// One finding.
struct Diagnostic {
  /// A code of the catalogue (engine/base/catalogue.h), "M0012" or "S0014".
  std::string_view code;
  Severity severity = Severity::error;
  std::shared_ptr<const SourceText> source;
  Position position;
  /// Code points to underline, at least 1.
  std::uint32_t length = 1;
  /// One sentence without a full stop: what was found and what was expected.
  std::string message;
  /// How to mend it, "did you mean 'aftermath'?"; may be empty.
  std::string hint;
};

/// Collects findings. Memory is bounded: of any number of findings the first `kKept` by position in
/// each file stay, the rest are counted.
class DiagnosticSink {
 public:
  /// Findings kept of one file.
  static constexpr std::size_t kKept = 10'000;

  void add(Diagnostic diagnostic);

  /// Everything kept, by file in order of first appearance, then line, column, code.
  const std::vector<Diagnostic>& sorted();

  std::size_t errors() const { return errors_; }
  std::size_t warnings() const { return warnings_; }
  std::size_t hints() const { return hints_; }
  /// All findings, kept or not.
  std::size_t total() const { return errors_ + warnings_ + hints_; }
  bool has_errors() const { return errors_ > 0; }

  /// All findings in one file, kept or not.
  std::size_t total_in(const SourceText& source) const;

 private:
  struct FileFindings {
    const SourceText* source = nullptr;
    std::size_t total = 0;
    std::vector<Diagnostic> kept;
  };
  FileFindings& file_of(const Diagnostic& diagnostic);

  std::vector<FileFindings> files_;
  std::vector<Diagnostic> sorted_;
  bool dirty_ = false;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
  std::size_t hints_ = 0;
};

}  // namespace mot
