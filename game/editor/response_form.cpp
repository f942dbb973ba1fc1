// The form of a response, and what all responses of a moment deliver.
#include <algorithm>
#include <charconv>

#include "game/editor/forms.h"

namespace mot {
namespace {

int rating_at(EditorContext& context, const std::string& path) {
  const std::string written = context.value_at(path);
  int rating = 0;
  std::from_chars(written.data(), written.data() + written.size(), rating);
  return rating;
}

// What is expected in each dimension at stake here, in the order of the text.
std::vector<std::pair<std::string, int>> expected_here(EditorContext& context,
                                                       const OutlinedMoment& moment) {
  std::vector<std::pair<std::string, int>> expected;
  const YamlSpans* spans = context.seen();
  if (spans == nullptr) {
    return expected;
  }
  const auto own = own_levels(context);
  for (const WrittenStake& stake : stakes_at(*spans, "moments." + moment.id + ".expects")) {
    expected.emplace_back(stake.dimension, stake.level.value_or(own_level(stake.dimension, own)));
  }
  return expected;
}

// One bar: what is delivered, with a line at what is expected.
void draw_bar(ToolUi& ui, ImVec2 at, float width, int delivered, int expected) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float height = ui.px(9);
  const auto x_of = [&](int level) { return at.x + width * static_cast<float>(level) / 10; };
  const Colour colour = delivered >= expected ? theme::kPromoter : theme::kDetractor;
  list.AddRectFilled(at, {at.x + width, at.y + height}, ui.fill(theme::kTrack), ui.px(4));
  if (delivered > 0) {
    list.AddRectFilled(at, {x_of(delivered), at.y + height}, ui.fill(colour), ui.px(4));
  }
  const float x = x_of(expected);
  list.AddRectFilled({x - ui.px(1.5F), at.y - ui.px(3)},
                     {x + ui.px(1.5F), at.y + height + ui.px(3)}, ui.ink(theme::kInk));
}

void draw_ratings(FormFields& form, const OutlinedMoment& moment) {
  const auto expected = expected_here(form.context(), moment);
  if (expected.empty()) {
    return;
  }
  form.section("editor.s-delivers");
  form.ui().paragraph(form.word("editor.delivers-mean"), ToolFont::small, theme::kInk2);
  const bool has_wait = form.has("wait");
  FormFields delivers(form.ui(), form.context(), form.path("delivers"));
  for (const auto& [dimension, level] : expected) {
    if (dimension == "responsiveness" && has_wait) {
      continue;
    }
    const std::string at = delivers.path(dimension);
    delivers.label("dimension." + dimension);
    const int now = rating_at(form.context(), at);
    const std::string id = delivers.row(dimension);
    if (const auto set = form.ui().slider(id, now == 0 ? level : now, 1, 10, 300, level)) {
      if (form.has("delivers")) {
        form.put(at, std::to_string(*set), ScalarKind::word, id);
      } else {
        form.put(form.path("delivers"), "{ " + dimension + ": " + std::to_string(*set) + " }",
                 ScalarKind::word, id);
      }
      return;
    }
  }
  if (has_wait) {
    FormFields wait(form.ui(), form.context(), form.path("wait"));
    wait.number("minutes");
    wait.tick("informed", false);
  }
}

}  // namespace

void draw_next(FormFields& form) {
  const YamlSpans* spans = form.context().seen();
  const YamlNode node = spans == nullptr ? kNoNode : spans->find(form.path("next"));
  if (node == kNoNode || spans->document().kind(node) != YamlKind::sequence) {
    form.choice("next", moment_options(form.context()), false);
    return;
  }
  const std::size_t count = spans->items(node).size();
  for (std::size_t i = 1; i <= count; ++i) {
    FormFields route(form.ui(), form.context(), form.path("next." + std::to_string(i)),
                     "next-" + std::to_string(i) + "-");
    if (i < count || route.has("when")) {
      route.condition("when");
    }
    route.choice("go", moment_options(form.context()), false);
  }
}

void draw_expectation_bars(ToolUi& ui, EditorContext& context, const OutlinedMoment& moment) {
  const auto expected = expected_here(context, moment);
  for (const OutlinedResponse& response : moment.responses) {
    const float room = ImGui::GetContentRegionAvail().x;
    if (ui.button("go-" + response.id, response.text,
                  {.kind = ToolButton::plain, .left = true, .width = room / ui.scale()})) {
      context.select(EditorSelection::of_response(moment.id, response.id));
    }
    for (const auto& [dimension, level] : expected) {
      const ImVec2 at = ImGui::GetCursorScreenPos();
      ui.draw_text(*ImGui::GetWindowDrawList(), {at.x + ui.px(12), at.y},
                   context.game().word("dimension", dimension), ToolFont::small, theme::kInk2);
      const std::string path =
          "moments." + moment.id + ".responses." + response.id + ".delivers." + dimension;
      draw_bar(ui, {at.x + ui.px(140), at.y + ui.px(5)}, std::min(ui.px(240), room - ui.px(150)),
               rating_at(context, path), level);
      ImGui::Dummy({room, ui.line_height(ToolFont::small)});
    }
  }
}

void draw_response_form(ToolUi& ui,
                        EditorContext& context,
                        const OutlinedMoment& moment,
                        const OutlinedResponse& response) {
  FormFields form(ui, context, "moments." + moment.id + ".responses." + response.id);
  form.area(form.has("do") ? "do" : "say");
  form.condition("when");
  draw_ratings(form, moment);
  form.chips("behaviours", word_options(context, "behaviour", names_of(kBehaviourNames)));
  form.section("editor.s-answer");
  form.area("reply");
  form.choice("feels", word_options(context, "feeling", feeling_names()), true);
  form.area("coach");
  draw_next(form);
  form.section("editor.s-does");
  form.chips("meets", map_options(context, "standards"));
  form.chips("breaks", map_options(context, "standards"));
  form.chips("uncovers", map_options(context, "needs"));
  if (!map_options(context, "variables").empty()) {
    form.pairs("set", NameRule::variable);
  }
  form.tick("once", false);
}

}  // namespace mot
