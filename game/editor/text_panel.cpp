#include "game/editor/text_panel.h"

#include <algorithm>

#include "game/editor/yaml_colours.h"
#include "game/tools/text_area.h"

namespace mot {
namespace {

constexpr const char* kField = "text";

Colour colour_of(Severity severity) {
  switch (severity) {
    case Severity::error: return theme::kCoral700;
    case Severity::warning: return theme::kAmber;
    case Severity::hint: break;
  }
  return theme::kBlue;
}

class TextPanel : public Panel {
 public:
  std::string name() const override { return "text"; }

  void draw(ToolUi& ui, EditorContext& context) override {
    colours_.read(context.version(), context.text());
    read_marks(context);
    follow(ui, context);
    TextAreaLook look;
    look.kind = TextAreaKind::page;
    look.colours = [this](std::size_t line, std::string_view words,
                          std::vector<ColouredRun>& runs) { colours_.colour(line, words, runs); };
    look.marks = &marks_;
    const TextAreaResult result = text_area(ui, kField, context.text(), look);
    if (result.text) {
      context.replace(*result.text, kField);
      seen_version_ = context.version();
    }
  }

 private:
  // The caret goes where something was selected, or changed by somebody else.
  void follow(ToolUi& ui, EditorContext& context) {
    if (seen_selection_ != context.selected_times()) {
      seen_selection_ = context.selected_times();
      if (const auto offset = context.offset_of_selection()) {
        put_caret(ui, kField, *offset);
      }
    } else if (seen_version_ != context.version() && seen_version_ != 0) {
      put_caret(ui, kField, context.changed_at());
    }
    seen_version_ = context.version();
  }

  void read_marks(const EditorContext& context) {
    if (marks_of_ == context.findings()) {
      return;
    }
    marks_of_ = context.findings();
    marks_.clear();
    for (const Diagnostic& finding : marks_of_->findings) {
      if (finding.position.line == 0 || !finding.source ||
          finding.source->path != context.document().path()) {
        continue;
      }
      std::string text = finding.message;
      if (!finding.hint.empty()) {
        text += "\n" + finding.hint;
      }
      marks_.push_back({finding.position.line - 1, colour_of(finding.severity), std::move(text)});
    }
    std::stable_sort(marks_.begin(), marks_.end(),
                     [](const LineMark& a, const LineMark& b) { return a.line < b.line; });
  }

  YamlColours colours_;
  std::shared_ptr<const LiveFindings> marks_of_;
  std::vector<LineMark> marks_;
  std::uint64_t seen_selection_ = 0;
  std::uint64_t seen_version_ = 0;
};

}  // namespace

std::unique_ptr<Panel> make_text_panel() { return std::make_unique<TextPanel>(); }

}  // namespace mot
