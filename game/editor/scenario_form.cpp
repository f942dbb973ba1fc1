// The form of the scenario as a whole.
#include "game/editor/forms.h"

namespace mot {

void draw_scenario_form(ToolUi& ui, EditorContext& context) {
  FormFields form(ui, context, "");
  form.line("title");
  form.line("summary");
  form.area("brief");
  form.slider("minutes", 1, 60, 5);
  form.slider("difficulty", 1, 5, 1);
  form.tick("draft", false);
  form.section("editor.s-place");
  form.line("setting");
  form.choice("scene",
              word_options(context, "scene", context.game().load_options().pictures.known().scenes),
              true);
  form.choice("start", moment_options(context), true);
  form.section("editor.s-lists");
  form.pairs("standards", NameRule::id);
  form.pairs("needs", NameRule::id);
  form.pairs("variables", NameRule::variable);
  draw_leaves(ui, context);
  draw_cast(ui, context);
  draw_reference(ui, context);
}

}  // namespace mot
