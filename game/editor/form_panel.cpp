#include "game/editor/form_panel.h"

#include "game/tools/text_area.h"

namespace mot {
namespace {

class FormPanel : public Panel {
 public:
  std::string name() const override { return "form"; }

  void draw(ToolUi& ui, EditorContext& context) override {
    const EditorSelection& selection = context.selection();
    const OutlinedMoment* moment = context.outline().find(selection.moment);
    ui.text(moment == nullptr ? context.outline().title : moment->id, ToolFont::title);
    if (moment != nullptr) {
      ui.paragraph(moment->text);
      for (const OutlinedResponse& response : moment->responses) {
        ui.paragraph("• " + response.text, ToolFont::body, theme::kInk2);
      }
    }
  }
};

}  // namespace

std::unique_ptr<Panel> make_form_panel() { return std::make_unique<FormPanel>(); }

}  // namespace mot
