#include "tests/support/findings.h"

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "engine/base/report.h"
#include "engine/scenario/library.h"
#include "tests/support/temporary_folder.h"

namespace mot::test {
namespace {

constexpr std::string_view kBase = R"(mot: 1
id: base
title: A title
language: en
summary: A summary.
brief: A brief.
minutes: 5
difficulty: 2
journey: { id: j, title: J, stages: [ { id: first, title: F } ] }
customer: { id: c, name: C, expects: { empathy: 8, reliability: 7 } }
standards: { fast: Be fast., kind: Be kind. }
needs: { baby: A baby sleeps. }
variables: { n: 0, b: false }
cast: { li: { name: Mr Li } }
moments:
  - id: start
    stage: first
    channel: phone
    touchpoint: The call
    expects: [empathy]
    says: Hello
    responses:
      - id: good
        say: Good
        delivers: { empathy: 9 }
        coach: Because.
        next: end
      - id: bad
        say: Bad
        delivers: { empathy: 2 }
        coach: Because.
        next: end
  - id: end
    ending: resolved
    says: Bye
)";

void replace_first(std::string& text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos)
    throw std::runtime_error("the base scenario has no '" + std::string(from) + "'");
  text.replace(at, from.size(), to);
}

std::string codes_of(DiagnosticSink& sink) {
  std::string codes;
  for (const Diagnostic& finding : sink.sorted()) {
    if (!codes.empty()) codes += ' ';
    codes += finding.code;
  }
  return codes;
}

}  // namespace

std::string base_scenario() { return std::string(kBase); }

std::string edited(std::initializer_list<Edit> edits) {
  std::string text = base_scenario();
  for (const Edit& edit : edits) replace_first(text, edit.from, edit.to);
  return text;
}

std::string with_moments(std::string_view moments) {
  return edited(
      {{"next: end", "next: mid"}, {"  - id: end\n", std::string(moments) + "  - id: end\n"}});
}

std::string with_response_lines(std::string_view lines) {
  return edited({{"coach: Because.\n", "coach: Because.\n" + std::string(lines)}});
}

std::string codes_in(const std::string& yaml) {
  DiagnosticSink sink;
  load_scenario_text("test.yaml", yaml, {}, sink);
  return codes_of(sink);
}

std::string report_of(const std::string& yaml) {
  DiagnosticSink sink;
  load_scenario_text("test.yaml", yaml, {}, sink);
  return render_text(sink);
}

std::shared_ptr<const Scenario> loaded(const std::string& yaml) {
  DiagnosticSink sink;
  return load_scenario_text("test.yaml", yaml, {}, sink).scenario;
}

std::string codes_in_tree(const std::vector<std::pair<std::string, std::string>>& files,
                          const std::vector<std::string>& paths,
                          const std::string& library) {
  const TemporaryFolder folder;
  for (const auto& [name, content] : files) {
    const std::filesystem::path path = folder.path() / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
  }
  std::vector<std::string> whole;
  for (const std::string& path : paths) whole.push_back((folder.path() / path).string());
  LoadOptions options;
  if (!library.empty()) options.library = (folder.path() / library).string();
  DiagnosticSink sink;
  check_paths(whole, options, sink);
  return codes_of(sink);
}

}  // namespace mot::test
