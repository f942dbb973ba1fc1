// The form of the scenario as a whole.
#include "engine/scenario/scene_name.h"
#include "game/editor/forms.h"
#include "game/editor/publishing.h"

namespace mot {
namespace {

// Every room by day, and after it the same room at the other times.
std::vector<ToolOption> scene_options(EditorContext& context) {
  std::vector<ToolOption> options;
  for (const ToolOption& room :
       word_options(context, "scene", context.game().load_options().pictures.known().scenes)) {
    options.push_back(room);
    for (std::size_t i = 1; i < kTimeNames.size(); ++i) {
      const std::string time(kTimeNames[i]);
      options.push_back({room.value + "-" + time,
                         context.words().text("scene-at." + time, {{"room", room.label}})});
    }
  }
  return options;
}

// Taken off, the scenario is published: under the same condition as by the button.
void draw_draft(FormFields& form) {
  const std::string id = form.row("draft");
  form.label("");
  const auto set = form.ui().tick(id, form.word("editor.f-draft"), form.value("draft") == "true");
  if (set && *set) {
    form.put("draft", "true", ScalarKind::word, {});
  } else if (set && may_publish(form.context())) {
    form.take_out("draft", {});
  }
}

}  // namespace

void draw_scenario_form(ToolUi& ui, EditorContext& context) {
  FormFields form(ui, context, "");
  form.line("title");
  form.line("summary");
  form.area("brief");
  form.slider("minutes", 1, 60, 5);
  form.slider("difficulty", 1, 5, 1);
  draw_draft(form);
  form.section("editor.s-place");
  form.line("setting");
  form.choice("scene", scene_options(context), true);
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
