// `mot check PATH…`: every finding of the files, as text, JSON or SARIF.
#include <fmt/format.h>

#include <string>

#include "engine/base/report.h"
#include "engine/scenario/library.h"
#include "game/cli/commands.h"
#include "game/cli/console.h"
#include "game/cli/finding_output.h"
#include "game/cli/interface_language.h"
#include "game/cli/scenario_argument.h"
#include "game/cli/smell_findings.h"

namespace mot {
namespace {

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// "3 files: 1 error, 2 warnings", "3 files: all is well".
std::string summary(std::size_t files, const DiagnosticSink& sink, const FindingTexts& texts) {
  if (!texts.is_english()) {
    const char* key = sink.total() == 0 ? "well" : sink.hints() > 0 ? "summary-hints" : "summary";
    return texts.phrase(key, {{"files", std::to_string(files)},
                              {"errors", std::to_string(sink.errors())},
                              {"warnings", std::to_string(sink.warnings())},
                              {"hints", std::to_string(sink.hints())}}) +
           '\n';
  }
  if (sink.total() == 0) return fmt::format("{}: all is well\n", counted(files, "file"));
  std::string out =
      fmt::format("{}: {}, {}", counted(files, "file"), counted(sink.errors(), "error"),
                  counted(sink.warnings(), "warning"));
  if (sink.hints() > 0) out += ", " + counted(sink.hints(), "hint");
  return out + '\n';
}

std::string rendered(const CheckOptions& options, std::size_t files, DiagnosticSink& sink) {
  switch (options.format) {
    case CheckFormat::json: return render_json(sink, files) + '\n';
    case CheckFormat::sarif: return render_sarif(sink) + '\n';
    case CheckFormat::text: break;
  }
  // Of folders without a file it has been said.
  if (files == 0 && sink.total() == 0) return {};
  const FindingTexts texts = load_finding_texts(options.language);
  return render_text(sink, finding_style(texts, kStandardOutput)) + summary(files, sink, texts);
}

}  // namespace

int check_command(const CheckOptions& options) {
  DiagnosticSink sink;
  const CheckedFiles checked =
      check_paths(options.paths, load_options(library_folder(options.library)), sink);
  if (options.smells) {
    for (const auto& scenario : checked.scenarios) add_smells(*scenario, sink);
  }
  if (!checked.empty_folders.empty()) {
    const UiStrings words = load_ui_strings(interface_language(options.language));
    for (const std::string& folder : checked.empty_folders)
      complain(words.text("refused.empty-folder", {{"folder", folder}}), kNotGood);
  }
  const bool failed = sink.has_errors() || (options.strict && sink.warnings() > 0) ||
                      !checked.empty_folders.empty();
  return finish(rendered(options, checked.files, sink), failed ? kNotGood : kDone);
}

}  // namespace mot
