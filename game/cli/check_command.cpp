// `mot check PATH…`: every finding of the files, as text, JSON or SARIF.
#include <fmt/format.h>

#include <string>

#include "engine/base/report.h"
#include "engine/scenario/library.h"
#include "game/cli/commands.h"
#include "game/cli/console.h"
#include "game/cli/scenario_argument.h"
#include "game/cli/smell_findings.h"

namespace mot {
namespace {

std::string counted(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// "3 files: 1 error, 2 warnings", "3 files: all is well".
std::string summary(std::size_t files, const DiagnosticSink& sink) {
  if (sink.total() == 0) return fmt::format("{}: all is well\n", counted(files, "file"));
  std::string out =
      fmt::format("{}: {}, {}", counted(files, "file"), counted(sink.errors(), "error"),
                  counted(sink.warnings(), "warning"));
  if (sink.hints() > 0) out += ", " + counted(sink.hints(), "hint");
  return out + '\n';
}

std::string rendered(CheckFormat format, std::size_t files, DiagnosticSink& sink) {
  switch (format) {
    case CheckFormat::json: return render_json(sink, files) + '\n';
    case CheckFormat::sarif: return render_sarif(sink) + '\n';
    case CheckFormat::text: break;
  }
  return render_text(sink, {shows_colours(kStandardOutput), ReportStyle{}.per_file}) +
         summary(files, sink);
}

}  // namespace

int check_command(const CheckOptions& options) {
  DiagnosticSink sink;
  const CheckedFiles checked =
      check_paths(options.paths, load_options(library_folder(options.library)), sink);
  if (options.smells) {
    for (const auto& scenario : checked.scenarios) add_smells(*scenario, sink);
  }
  for (const std::string& folder : checked.empty_folders) {
    complain(fmt::format("in the folder {} there is no file that ends in .yaml", folder), kNotGood);
  }
  const bool failed = sink.has_errors() || (options.strict && sink.warnings() > 0) ||
                      !checked.empty_folders.empty();
  return finish(rendered(options.format, checked.files, sink), failed ? kNotGood : kDone);
}

}  // namespace mot
