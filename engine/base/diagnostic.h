// Findings about a file: what was found, where, and how to mend it. Collected, never thrown.
// Flow: reader, loader and checks add to a DiagnosticSink; report.h renders what it holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace mot {

/// How grave a finding is. Errors stop a file from being played; hints never count.
enum class Severity : std::uint8_t { error, warning, hint };

/// The word shown to users: "error", "warning", "hint".
std::string_view severity_name(Severity severity);

/// A place in a text, both counted from 1; the column counts code points. Line 0: the file as a
/// whole.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// The text of a file that findings point into. `text` is empty, or ends with the line found fault
/// with, where the file could not be read.
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

/// How many findings there are of each severity.
struct FindingCounts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t hints = 0;
  std::size_t total() const { return errors + warnings + hints; }
  void count(Severity severity);
};

/// Collects findings. Memory is bounded: of any number of findings the first `kKept` by position in
/// each file stay, the rest are counted. A finding equal to one that is kept (code, position,
/// message) is dropped and not counted. Two texts are one file where path and content are the same,
/// so a customer read for each of ten scenarios is reported once.
class DiagnosticSink {
 public:
  /// Findings kept of one file.
  static constexpr std::size_t kKept = 10'000;

  void add(Diagnostic diagnostic);

  /// Everything kept, by file in order of first appearance, then line and column; equal places in
  /// the order they were added.
  const std::vector<Diagnostic>& sorted();

  std::size_t errors() const { return counts_.errors; }
  std::size_t warnings() const { return counts_.warnings; }
  std::size_t hints() const { return counts_.hints; }
  /// All findings, kept or not.
  std::size_t total() const { return counts_.total(); }
  bool has_errors() const { return counts_.errors > 0; }
  /// Every error ever added, dropped repetitions too: unchanged over a read, the read found none.
  std::size_t errors_added() const { return errors_added_; }

  /// All findings in one file, kept or not.
  std::size_t total_in(const SourceText& source) const { return counts_in(source).total(); }
  FindingCounts counts_in(const SourceText& source) const;

 private:
  struct FileFindings {
    std::shared_ptr<const SourceText> source;
    FindingCounts counts;
    std::vector<Diagnostic> kept;
    /// Fingerprints of what is kept.
    std::unordered_set<std::uint64_t> seen;
    /// Once something was dropped: findings from here on are only counted.
    Position end;
    bool full = false;
  };
  const FileFindings* find(const SourceText& source) const;
  FileFindings& file_of(const std::shared_ptr<const SourceText>& source);
  static void drop_the_last(FileFindings& file);

  std::vector<FileFindings> files_;
  std::unordered_map<std::string, std::vector<std::size_t>> files_by_path_;
  std::vector<Diagnostic> sorted_;
  bool dirty_ = false;
  FindingCounts counts_;
  std::size_t errors_added_ = 0;
};

}  // namespace mot
