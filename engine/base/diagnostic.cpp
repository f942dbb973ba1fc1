#include "engine/base/diagnostic.h"

#include <algorithm>
#include <utility>

namespace mot {
namespace {

bool earlier(const Position& a, const Position& b) {
  return a.line != b.line ? a.line < b.line : a.column < b.column;
}

bool earlier_finding(const Diagnostic& a, const Diagnostic& b) {
  return earlier(a.position, b.position);
}

/// FNV-1a over what makes two findings the same.
std::uint64_t fingerprint(const Diagnostic& diagnostic) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  const auto mix = [&hash](std::uint64_t byte) { hash = (hash ^ byte) * 0x100000001b3ULL; };
  for (const char c : diagnostic.code) mix(static_cast<unsigned char>(c));
  for (unsigned shift = 0; shift < 32; shift += 8) {
    mix((diagnostic.position.line >> shift) & 0xFFU);
    mix((diagnostic.position.column >> shift) & 0xFFU);
  }
  for (const char c : diagnostic.message) mix(static_cast<unsigned char>(c));
  return hash;
}

}  // namespace

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::hint: break;
  }
  return "hint";
}

void FindingCounts::count(Severity severity) {
  switch (severity) {
    case Severity::error: ++errors; break;
    case Severity::warning: ++warnings; break;
    case Severity::hint: ++hints; break;
  }
}

void DiagnosticSink::add(Diagnostic diagnostic) {
  if (!diagnostic.source) diagnostic.source = std::make_shared<const SourceText>();
  if (diagnostic.severity == Severity::error) ++errors_added_;
  FileFindings& file = file_of(diagnostic.source);
  const bool keep = !file.full || earlier(diagnostic.position, file.end);
  if (keep && !file.seen.insert(fingerprint(diagnostic)).second) return;
  counts_.count(diagnostic.severity);
  file.counts.count(diagnostic.severity);
  if (!keep) return;
  diagnostic.source = file.source;
  file.kept.push_back(std::move(diagnostic));
  if (file.kept.size() >= 2 * kKept) drop_the_last(file);
  dirty_ = true;
}

const std::vector<Diagnostic>& DiagnosticSink::sorted() {
  if (!dirty_) return sorted_;
  sorted_.clear();
  for (FileFindings& file : files_) {
    if (file.kept.size() > kKept) drop_the_last(file);
    std::stable_sort(file.kept.begin(), file.kept.end(), earlier_finding);
    sorted_.insert(sorted_.end(), file.kept.begin(), file.kept.end());
  }
  dirty_ = false;
  return sorted_;
}

FindingCounts DiagnosticSink::counts_in(const SourceText& source) const {
  const FileFindings* file = find(source);
  return file == nullptr ? FindingCounts{} : file->counts;
}

const DiagnosticSink::FileFindings* DiagnosticSink::find(const SourceText& source) const {
  const auto found = files_by_path_.find(source.path);
  if (found == files_by_path_.end()) return nullptr;
  for (const std::size_t index : found->second) {
    const FileFindings& file = files_[index];
    if (file.source.get() == &source || file.source->text == source.text) return &file;
  }
  return nullptr;
}

DiagnosticSink::FileFindings& DiagnosticSink::file_of(
    const std::shared_ptr<const SourceText>& source) {
  // Findings come file by file: mostly it is the last one.
  if (!files_.empty() && files_.back().source == source) return files_.back();
  if (const FileFindings* known = find(*source)) {
    return files_[static_cast<std::size_t>(known - files_.data())];
  }
  files_by_path_[source->path].push_back(files_.size());
  FileFindings file;
  file.source = source;
  files_.push_back(std::move(file));
  return files_.back();
}

// Stable, so that among findings at one place those added first stay.
void DiagnosticSink::drop_the_last(FileFindings& file) {
  std::stable_sort(file.kept.begin(), file.kept.end(), earlier_finding);
  file.end = file.kept[kKept].position;
  file.full = true;
  file.kept.erase(file.kept.begin() + static_cast<std::ptrdiff_t>(kKept), file.kept.end());
  file.seen.clear();
  for (const Diagnostic& diagnostic : file.kept) file.seen.insert(fingerprint(diagnostic));
}

}  // namespace mot
