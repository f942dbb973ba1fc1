// FormFields: rows of which there may be several, each under a condition; the last has none.
#include "game/editor/form_fields.h"

namespace mot {
namespace {

constexpr float kButton = 42;  // beside a field, with its gap

}  // namespace

bool FormFields::is_list(std::string_view key, std::size_t& count) {
  const YamlSpans* spans = edited_.seen();
  const YamlNode node = spans == nullptr ? kNoNode : spans->find(path(key));
  if (spans == nullptr || !spans->is(node, YamlKind::sequence)) {
    return false;
  }
  count = spans->items(node).size();
  return true;
}

void FormFields::add_variant_button(std::string_view key, VariantKind kind, bool with_word) {
  const char* means = kind == VariantKind::text ? "editor.vary-means" : "editor.route-means";
  ToolButtonLook look{.kind = ToolButton::plain, .icon = "plus", .help = word(means)};
  const std::string& name = word(kind == VariantKind::text ? "editor.vary" : "editor.route");
  if (ui_.button(row(key) + "/vary", with_word ? name : std::string(), look)) {
    apply([&](const YamlSpans& spans) { return add_variant(spans, path(key), kind); });
  }
}

bool FormFields::drop_variant_button(std::string_view key, std::size_t number, VariantKind kind) {
  const std::string id = row(key) + "-" + std::to_string(number) + "-remove";
  const ToolButtonLook look{
      .kind = ToolButton::plain, .icon = "x", .help = word("editor.drop-variant")};
  return ui_.button(id, "", look) && apply([&](const YamlSpans& spans) {
           return drop_variant(spans, path(key), number - 1, kind);
         });
}

void FormFields::draw_variants(std::string_view key,
                               std::size_t count,
                               VariantKind kind,
                               const std::function<void(FormFields&, bool)>& draw) {
  for (std::size_t i = 1; i <= count; ++i) {
    const std::string number = std::to_string(i);
    FormFields one(ui_, context_, edited_, path(key) + "." + number,
                   part_ + std::string(key) + "-" + number + "-");
    const bool asked = i < count || one.has("when");
    if (asked) {
      one.condition("when");
    }
    draw(one, asked);
    if (i < count) {
      ImGui::SameLine();
      if (drop_variant_button(key, i, kind)) {
        return;  // the text is another one now
      }
    }
  }
  label("");
  add_variant_button(key, kind, true);
}

void FormFields::spoken(std::string_view key) {
  const std::string name(key);
  std::size_t count = 0;
  if (!is_list(key, count)) {
    label("editor.f-" + name);
    const bool parts = has(name + ".text");
    text_at(row(name), path(key) + (parts ? ".text" : ""), true, key == "says" || parts, kButton);
    if (!parts && has(key)) {
      ImGui::SameLine();
      add_variant_button(key, VariantKind::text, false);
    }
    return;
  }
  draw_variants(key, count, VariantKind::text, [&](FormFields& one, bool asked) {
    label("editor.f-" + name);
    if (!asked) {
      ui_.text(word("editor.otherwise"), ToolFont::small, theme::kInk2);
      label("");
    }
    one.text_at(one.row("text"), one.path("text"), true, true, kButton);
  });
}

void FormFields::goes_on() {
  constexpr std::string_view kNext = "next";
  std::size_t count = 0;
  if (!is_list(kNext, count)) {
    choice(kNext, moment_options(context_), false);
    if (has(kNext)) {
      ImGui::SameLine();
      add_variant_button(kNext, VariantKind::target, false);
    }
    return;
  }
  draw_variants(kNext, count, VariantKind::target, [&](FormFields& route, bool) {
    route.choice("go", moment_options(context_), false);
  });
}

}  // namespace mot
