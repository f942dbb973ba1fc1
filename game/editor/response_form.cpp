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

// A wait instead of a rating for responsiveness, or the other way round; true: the text is another
// one now.
// What rates by a wait stands beside the level, what ends that below it.
bool draw_wait_button(FormFields& form, const OutlinedMoment& moment, bool wait) {
  const char* name = wait ? "editor.wait-instead" : "editor.rating-instead";
  const std::string id = form.row("wait") + (wait ? "/begin" : "/end");
  const auto button = wait ? &ToolUi::next_button : &ToolUi::button;
  return (form.ui().*button)(id, form.word(name), {.kind = ToolButton::plain}) &&
         form.apply([&](const YamlSpans& spans) {
           return wait ? rate_by_wait(spans, moment.id, form.base())
                       : rate_by_level(spans, form.base());
         });
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
    const bool waits = dimension == "responsiveness";
    if (waits && has_wait) {
      continue;
    }
    const std::string at = delivers.path(dimension);
    delivers.label("dimension." + dimension);
    const int now = rating_at(form.context(), at);
    const std::string id = delivers.row(dimension);
    const std::optional<int> rated = now == 0 ? std::nullopt : std::optional(now);
    if (const auto set = form.ui().slider(id, rated, 1, 10, 300, level)) {
      if (rated) {
        form.put(at, std::to_string(*set), ScalarKind::word, id);
      } else if (const YamlSpans* spans = form.edited().spans()) {
        form.edited().apply(rate_first(*spans, form.base(), dimension, *set), id);
      }
      return;
    }
    if (waits && draw_wait_button(form, moment, true)) {
      return;
    }
  }
  if (has_wait) {
    FormFields wait(form.ui(), form.context(), form.path("wait"));
    wait.number("minutes", true);
    wait.tick("informed", false);
    wait.label("");
    draw_wait_button(form, moment, false);
  }
}

}  // namespace

void draw_expectation_bars(ToolUi& ui, EditorContext& context, const OutlinedMoment& moment) {
  const auto expected = expected_here(context, moment);
  float names = ui.px(128);
  for (const auto& [dimension, level] : expected) {
    const std::string& name = context.game().word("dimension", dimension);
    names = std::max(names, ui.text_width(name, ToolFont::small) + ui.px(12));
  }
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
      const float left = ui.px(12) + names;
      draw_bar(ui, {at.x + left, at.y + ui.px(5)}, std::min(ui.px(240), room - left - ui.px(10)),
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
  form.spoken("reply");
  form.choice("feels", word_options(context, "feeling", feeling_names()), true);
  draw_speaker(form);
  form.spoken("thinks");
  form.area("coach");
  form.goes_on();
  form.section("editor.s-does");
  form.chips("meets", map_options(context.story(), "standards"));
  form.chips("breaks", map_options(context.story(), "standards"));
  form.chips("uncovers", map_options(context.story(), "needs"));
  if (!map_options(context.story(), "variables").empty()) {
    form.pairs("set", NameRule::variable);
  }
  form.tick("once", false);
}

}  // namespace mot
