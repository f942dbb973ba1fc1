// The certificate of a course that was passed: one page to print, PDF.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/text/ui_strings.h"

namespace mot::report {

struct CertificateLesson {
  std::string title;
  /// 0 … 100; nothing for a worked example.
  std::optional<double> score;
};

struct CertificateFacts {
  std::string learner;
  std::string course;
  /// "2026-11-21": when the last lesson was passed.
  std::string date;
  /// The score that passes a lesson, 0 … 100.
  int pass = 0;
  /// Mean over the lessons that have one.
  std::optional<double> score;
  std::vector<CertificateLesson> lessons;
};

/// The file's bytes, in the language of `words`.
Result<std::string> pdf_of_certificate(const CertificateFacts& facts, const UiStrings& words);

}  // namespace mot::report
