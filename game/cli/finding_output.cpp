#include "game/cli/finding_output.h"

#include "game/cli/console.h"
#include "game/cli/interface_language.h"

namespace mot {

FindingTexts load_finding_texts(const std::string& option) {
  const std::string language = interface_language(option);
  // What English says needs no file, and most checks are made by machines.
  if (language == "en") return {};
  return FindingTexts(interface_texts_folder(), load_ui_strings(language).language());
}

ReportStyle finding_style(const FindingTexts& texts, int stream) {
  ReportStyle style;
  style.colour = shows_colours(stream);
  style.words = texts.report_words();
  return style;
}

void write_findings(DiagnosticSink& sink, const std::string& language) {
  const FindingTexts texts = load_finding_texts(language);
  write_error(render_text(sink, finding_style(texts, kStandardError)));
}

}  // namespace mot
