// Parts of the scenario's form that there may be several of: when the customer leaves, who else
// speaks, what can be looked up.
#include <algorithm>

#include "game/editor/forms.h"

namespace mot {
namespace {

std::size_t count_at(EditorContext& context, std::string_view list) {
  const YamlSpans* spans = context.seen();
  const YamlNode node = spans == nullptr ? kNoNode : spans->find(list);
  return node == kNoNode ? 0 : spans->items(node).size();
}

// Where somebody who leaves is led at first: the last ending.
std::string last_ending(const ScenarioOutline& outline) {
  const auto found =
      std::find_if(outline.moments.rbegin(), outline.moments.rend(),
                   [](const OutlinedMoment& moment) { return moment.kind == MomentKind::ending; });
  return found != outline.moments.rend() ? found->id
         : outline.moments.empty()       ? std::string()
                                         : outline.moments.back().id;
}

bool remove_button(ToolUi& ui, const EditorContext& context, const std::string& id) {
  return ui.button(id + "-remove", "",
                   {.kind = ToolButton::plain, .icon = "x", .help = context.word("editor.drop")});
}

// A part's id with a button that takes it out; true: it was.
bool draw_part_head(FormFields& form, const std::string& map, const std::string& id) {
  form.ui().text(id, ToolFont::strong, theme::kInk2);
  ImGui::SameLine();
  return remove_button(form.ui(), form.context(), "f-" + map + "-" + id) &&
         form.apply([&](const YamlSpans& spans) { return take_out(spans, form.base()); });
}

void draw_new_part(FormFields& form,
                   const std::string& map,
                   const std::vector<std::pair<std::string, std::string>>& texts) {
  form.label("");
  form.new_name(map, [&](const std::string& name) {
    const bool added =
        form.apply([&](const YamlSpans& spans) { return add_part(spans, map, name, texts); });
    return added ? "f-" + map + "-" + name + "-" + texts.front().first : std::string();
  });
}

// A map of parts with ids: what it is called, what it means, and what a new one begins with.
struct Parts {
  std::string map;
  const char* title;
  const char* means;
  std::vector<std::pair<std::string, std::string>> first_texts;
};

// Every part by its head and its rows, then the place for a new one.
template <class Rows>
void draw_parts(ToolUi& ui, EditorContext& context, const Parts& parts, Rows&& rows) {
  FormFields form(ui, context, "");
  form.section(parts.title);
  ui.paragraph(context.word(parts.means), ToolFont::small, theme::kInk2);
  for (const ToolOption& part : map_options(context.story(), parts.map)) {
    FormFields one(ui, context, parts.map + "." + part.value, parts.map + "-" + part.value + "-");
    if (draw_part_head(one, parts.map, part.value)) {
      return;  // the text is another one now
    }
    rows(one);
  }
  draw_new_part(form, parts.map, parts.first_texts);
}

}  // namespace

void draw_leaves(ToolUi& ui, EditorContext& context) {
  FormFields form(ui, context, "");
  form.section("editor.s-leaves");
  ui.paragraph(context.word("editor.leaves-mean"), ToolFont::small, theme::kInk2);
  const std::size_t count = count_at(context, "leaves");
  for (std::size_t i = 1; i <= count; ++i) {
    const std::string number = std::to_string(i);
    FormFields leave(ui, context, "leaves." + number, "leaves-" + number + "-");
    leave.condition("when");
    leave.choice("next", moment_options(context), false);
    ImGui::SameLine();
    if (remove_button(ui, context, "f-leaves-" + number) &&
        form.apply([&](const YamlSpans& s) { return drop_from_list(s, "leaves", i - 1); })) {
      return;  // the text is another one now
    }
  }
  form.label("");
  if (ui.button("f-leaves/add", context.word("editor.leave-add"),
                {.kind = ToolButton::plain, .icon = "plus"})) {
    const std::string item = "{ when: mood <= -60, next: " + last_ending(context.outline()) + " }";
    form.apply([&](const YamlSpans& spans) { return add_to_list(spans, "leaves", item); });
  }
}

void draw_cast(ToolUi& ui, EditorContext& context) {
  draw_parts(ui, context, {"cast", "editor.s-cast", "editor.cast-means", {{"name", "…"}}},
             [](FormFields& person) {
               person.line("name");
               draw_portrait_rows(person);
             });
}

void draw_reference(ToolUi& ui, EditorContext& context) {
  draw_parts(ui, context,
             {"reference",
              "editor.s-reference",
              "editor.reference-means",
              {{"title", "…"}, {"text", "…"}}},
             [](FormFields& page) {
               page.line("title");
               page.area("text");
             });
}

void draw_speaker(FormFields& form) {
  std::vector<ToolOption> speakers;
  for (const ToolOption& member : map_options(form.context().story(), "cast")) {
    const std::string name = form.context().value_at("cast." + member.value + ".name");
    speakers.push_back({member.value, name.empty() ? member.value : name});
  }
  if (!speakers.empty()) {
    form.choice("speaker", speakers, true);
  }
}

}  // namespace mot
