// Findings on the terminal, in the reader's language.
#pragma once

#include <string>

#include "engine/base/diagnostic.h"
#include "engine/base/report.h"
#include "engine/text/finding_texts.h"

namespace mot {

/// What findings say in a language: `option` where it is given, else that of the environment.
FindingTexts load_finding_texts(const std::string& option);

/// How findings are written to that stream (console.h): coloured where it is a terminal. Lends
/// `texts`.
ReportStyle finding_style(const FindingTexts& texts, int stream);

/// Writes them to stderr.
void write_findings(DiagnosticSink& sink, const std::string& language);

}  // namespace mot
