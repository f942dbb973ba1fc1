// The forms of the scenario as a whole and of its customer.
#include <charconv>

#include "game/editor/forms.h"

namespace mot {
namespace {

constexpr int kUsualMood = 0;

// A customer in a file of its own is read here, and written there.
void draw_customer_of_a_file(ToolUi& ui, EditorContext& context, const std::string& id) {
  ui.paragraph(context.words().text("editor.customer-file", {{"id", id}}));
  const auto& known = context.last_scenario();
  if (!known) {
    return;
  }
  const Customer& customer = known->customer;
  ui.paragraph(known->texts[customer.about].text, ToolFont::body, theme::kInk2);
  for (std::size_t i = 0; i < kDimensions; ++i) {
    if (customer.persona.level[i] > 0) {
      ui.text(context.game().word("dimension", kDimensionNames[i]) + ": " +
              std::to_string(customer.persona.level[i]));
    }
  }
}

// Where the customer's level of a dimension stands: beside its kind, or alone.
std::string level_path(EditorContext& context, std::string_view dimension) {
  const std::string path = "customer.expects." + std::string(dimension);
  const YamlSpans* spans = context.seen();
  const YamlNode node = spans == nullptr ? kNoNode : spans->find(path);
  const bool map = node != kNoNode && spans->document().kind(node) == YamlKind::map;
  return map ? path + ".level" : path;
}

void draw_levels(FormFields& form) {
  EditorContext& context = form.context();
  const auto levels = own_levels(context);
  for (std::size_t i = 0; i < kDimensions; ++i) {
    const std::string dimension(kDimensionNames[i]);
    form.label("dimension." + dimension);
    const std::string id = form.row(dimension);
    const auto set = form.ui().slider(id, own_level(dimension, levels), 1, 10, 300);
    if (!set) {
      continue;
    }
    const std::string level = std::to_string(*set);
    if (form.has("expects")) {
      form.put(level_path(context, dimension), level, ScalarKind::word, id);
    } else {
      form.put(form.path("expects"), "{ " + dimension + ": " + level + " }", ScalarKind::word, id);
    }
    return;  // the text is another one now
  }
}

// A scene that somebody has drawn beside ours has no name but its file's.
std::vector<ToolOption> scene_options(EditorContext& context) {
  std::vector<ToolOption> options;
  for (const std::string& scene : context.game().load_options().pictures.known().scenes) {
    const bool ours = context.words().contains("scene." + scene);
    options.push_back({scene, ours ? context.game().word("scene", scene) : scene});
  }
  return options;
}

}  // namespace

std::array<int, kDimensions> own_levels(EditorContext& context) {
  std::array<int, kDimensions> levels{};
  if (context.last_scenario()) {
    levels = context.last_scenario()->customer.persona.level;
  }
  for (std::size_t i = 0; i < kDimensions; ++i) {
    const std::string written = context.value_at(level_path(context, kDimensionNames[i]));
    std::from_chars(written.data(), written.data() + written.size(), levels[i]);
  }
  return levels;
}

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
  form.choice("scene", scene_options(context), true);
  form.choice("start", moment_options(context), true);
  form.section("editor.s-lists");
  form.pairs("standards", NameRule::id);
  form.pairs("needs", NameRule::id);
  form.pairs("variables", NameRule::variable);
}

void draw_customer_form(ToolUi& ui, EditorContext& context) {
  const std::string id = context.value_at("customer");
  if (!id.empty()) {
    draw_customer_of_a_file(ui, context, id);
    return;
  }
  FormFields form(ui, context, "customer");
  form.line("name");
  form.line("role");
  form.number("age");
  form.area("about");
  form.slider("mood", -100, 100, kUsualMood);
  form.section("editor.s-expects");
  draw_levels(form);
}

}  // namespace mot
