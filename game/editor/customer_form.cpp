// The form of the customer, who stands in the scenario's text or in a file of their own.
#include <fmt/format.h>

#include <charconv>

#include "game/editor/forms.h"

namespace mot {
namespace {

constexpr int kUsualMood = 0;

// A customer who cannot be changed here, as the scenario that was read last has them.
void draw_known(ToolUi& ui, EditorContext& context, const std::string& id) {
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
std::string level_path(const CustomerText& customer, std::string_view dimension) {
  const std::string path =
      (customer.base.empty() ? "expects." : customer.base + ".expects.") + std::string(dimension);
  const YamlSpans* spans = customer.text->seen();
  const YamlNode node = spans == nullptr ? kNoNode : spans->find(path);
  return spans != nullptr && spans->is(node, YamlKind::map) ? path + ".level" : path;
}

void draw_levels(FormFields& form, const CustomerText& customer) {
  const auto levels = own_levels(form.context());
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
      form.put(level_path(customer, dimension), level, ScalarKind::word, id);
    } else {
      form.put(form.path("expects"), fmt::format("{{ {}: {} }}", dimension, level),
               ScalarKind::word, id);
    }
    return;  // the text is another one now
  }
}

}  // namespace

std::array<int, kDimensions> own_levels(EditorContext& context) {
  std::array<int, kDimensions> levels{};
  if (context.last_scenario()) {
    levels = context.last_scenario()->customer.persona.level;
  }
  const CustomerText customer = context.customer();
  for (std::size_t i = 0; i < kDimensions && customer.text != nullptr; ++i) {
    const std::string written = customer.text->value_at(level_path(customer, kDimensionNames[i]));
    std::from_chars(written.data(), written.data() + written.size(), levels[i]);
  }
  return levels;
}

void draw_customer_form(ToolUi& ui, EditorContext& context) {
  const CustomerText customer = context.customer();
  if (customer.text == nullptr) {
    draw_known(ui, context, context.value_at("customer"));
    return;
  }
  if (customer.base.empty()) {
    ui.paragraph(context.words().text("editor.customer-own", {{"file", customer.text->path()}}),
                 ToolFont::small, theme::kInk2);
  }
  FormFields form(ui, context, *customer.text, customer.base, "");
  form.line("name");
  form.line("role");
  form.number("age");
  form.area("about");
  form.slider("mood", -100, 100, kUsualMood);
  form.section("editor.s-expects");
  draw_levels(form, customer);
  form.section("editor.s-looks");
  draw_portrait_rows(form);
}

}  // namespace mot
