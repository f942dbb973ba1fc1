#include "game/editor/text_panel.h"

#include <algorithm>

#include "engine/text/finding_texts.h"
#include "game/editor/yaml_colours.h"
#include "game/tools/text_area.h"
#include "game/tools/tool_style.h"

namespace mot {
namespace {

constexpr const char* kField = "text";

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
    CompletionBox& box = context.completion();
    look.keys = [&box](const Event& event) { return box.take(kField, event); };
    const TextAreaResult result = text_area(ui, kField, context.text(), look);
    if (result.text) {
      context.story().replace(*result.text, kField);
      seen_version_ = context.version();
    }
    complete(ui, context, result);
  }

 private:
  // The caret goes where something was selected, or changed by somebody else.
  void follow(ToolUi& ui, EditorContext& context) {
    if (seen_selection_ != context.selected_times()) {
      seen_selection_ = context.selected_times();
      if (const auto offset = context.offset_of_selection()) {
        put_caret(ui, kField, *offset, true);
      }
    } else if (seen_version_ != context.version() && seen_version_ != 0) {
      put_caret(ui, kField, context.story().changed_at());
    }
    seen_version_ = context.version();
  }

  // Offers ids while somebody types them, and puts in the one that was chosen.
  void complete(ToolUi& ui, EditorContext& context, const TextAreaResult& result) {
    CompletionBox& box = context.completion();
    const std::string& text = context.text();
    if (!result.typing) {
      box.offer(kField, {});
      return;
    }
    const std::size_t before =
        result.caret == 0 ? std::string::npos : text.rfind('\n', result.caret - 1);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    if (const auto word = box.chosen(kField)) {
      std::string now = text;
      now.replace(begin + word->first, result.caret - begin - word->first, word->second);
      context.story().replace(now, kField);
      seen_version_ = context.version();
      put_caret(ui, kField, begin + word->first + word->second.size());
      return;
    }
    if (result.text) {
      const std::string_view line = std::string_view(text).substr(begin, result.caret - begin);
      box.offer(kField, complete_line(line, line.size(), context.names()));
      caret_ = result.caret;
    } else if (result.caret != caret_) {
      box.offer(kField, {});
    }
    box.draw(ui, kField, result.caret_at);
  }

  void read_marks(EditorContext& context) {
    if (marks_of_ == context.findings()) {
      return;
    }
    marks_of_ = context.findings();
    marks_.clear();
    const FindingTexts& texts = context.game().finding_texts();
    for (const Diagnostic& finding : marks_of_->findings) {
      if (finding.position.line == 0 || !finding.source ||
          finding.source->path != context.document().path()) {
        continue;
      }
      const Diagnostic said = texts.said(finding);
      std::string text = said.message;
      if (!said.hint.empty()) {
        text += "\n" + said.hint;
      }
      marks_.push_back({finding.position.line - 1, colour_of(finding.severity), std::move(text)});
    }
    std::stable_sort(marks_.begin(), marks_.end(),
                     [](const LineMark& a, const LineMark& b) { return a.line < b.line; });
  }

  YamlColours colours_;
  std::shared_ptr<const LiveFindings> marks_of_;
  std::vector<LineMark> marks_;
  std::size_t caret_ = 0;  // where something was offered
  std::uint64_t seen_selection_ = 0;
  std::uint64_t seen_version_ = 0;
};

}  // namespace

std::unique_ptr<Panel> make_text_panel() { return std::make_unique<TextPanel>(); }

}  // namespace mot
