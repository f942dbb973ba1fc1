// The form of a moment: what kind it is decides what can be set.
#include <algorithm>

#include "game/editor/forms.h"
#include "game/tools/text_area.h"

namespace mot {
namespace {

constexpr float kTick = 44;     // beside a name
constexpr float kAcross = 390;  // names and sliders together

class Stakes {
 public:
  Stakes(FormFields& form, const OutlinedMoment& moment)
      : form_(form), moment_(moment), own_(own_levels(form.context())) {
    if (const YamlSpans* spans = form.context().seen()) {
      stakes_ = stakes_at(*spans, form.path("expects"));
    }
  }

  void draw() {
    for (const std::string& dimension : dimension_names()) {
      if (draw_dimension(dimension)) {
        return;  // the text is another one now
      }
    }
  }

 private:
  bool draw_dimension(const std::string& dimension) {
    ToolUi& ui = form_.ui();
    const std::string id = "f-expects/" + dimension;
    const auto found = std::find_if(stakes_.begin(), stakes_.end(), [&](const WrittenStake& stake) {
      return stake.dimension == dimension;
    });
    const bool on = found != stakes_.end();
    const float left = ImGui::GetCursorPosX();
    const auto set = ui.tick(id, form_.context().game().word("dimension", dimension), on);
    if (set) {
      toggle(dimension, *set, found, id);
      return true;
    }
    return on && draw_level(*found, id, left);
  }

  void toggle(const std::string& dimension,
              bool on,
              std::vector<WrittenStake>::iterator found,
              const std::string& id) {
    if (on) {
      stakes_.push_back({dimension, {}, {}});
    } else {
      stakes_.erase(found);
    }
    if (const YamlSpans* spans = form_.context().spans()) {
      form_.context().apply(with_stakes(*spans, moment_.id, stakes_, own_, dimension), id);
    }
  }

  // In units: of the ticks with their names.
  float names_width() {
    ToolUi& ui = form_.ui();
    float width = 170;
    for (const std::string& dimension : dimension_names()) {
      const std::string& name = form_.context().game().word("dimension", dimension);
      width = std::max(width, ui.text_width(name) / ui.scale() + kTick);
    }
    return width;
  }

  bool draw_level(WrittenStake& stake, const std::string& id, float left) {
    ToolUi& ui = form_.ui();
    const int own = own_level(stake.dimension, own_);
    const float names = names_width();
    ImGui::SameLine(left + ui.px(names));
    const auto level =
        ui.slider(id + "/level", stake.level.value_or(own), 1, 10, kAcross - names, own);
    if (level) {
      stake.level = *level == own && stake.kind.empty() ? std::nullopt : std::optional(*level);
      write(id);
      return true;
    }
    ImGui::SameLine();
    const std::vector<ToolOption> kinds = {{"", form_.word("editor.kind-own")},
                                           {"performance", form_.word("editor.kind-performance")},
                                           {"must-be", form_.word("editor.kind-must-be")},
                                           {"attractive", form_.word("editor.kind-attractive")}};
    if (const auto kind = ui.choice(id + "/kind", kinds, stake.kind, 150)) {
      stake.kind = kinds[*kind].value;
      write(id);
      return true;
    }
    return false;
  }

  void write(const std::string& id) {
    form_.put(form_.path("expects"), written_stakes(stakes_, own_), ScalarKind::word, id);
  }

  FormFields& form_;
  const OutlinedMoment& moment_;
  std::array<int, kDimensions> own_;
  std::vector<WrittenStake> stakes_;
};

void draw_decision(FormFields& form, const OutlinedMoment& moment) {
  EditorContext& context = form.context();
  form.spoken("says");
  form.spoken("thinks");
  form.choice("feels", word_options(context, "feeling", feeling_names()), true);
  draw_speaker(form);
  form.area("hint");
  form.section("editor.s-stakes");
  form.ui().paragraph(form.word("editor.stakes-mean"), ToolFont::small, theme::kInk2);
  Stakes(form, moment).draw();
  if (moment.scored) {
    form.slider("weight", 1, 5, 1);
    form.number("acceptable_wait");
  }
  form.section("editor.s-responses");
  draw_expectation_bars(form.ui(), context, moment);
  form.section("editor.s-time");
  form.number("time_limit");
  std::vector<ToolOption> responses;
  responses.reserve(moment.responses.size());
  for (const OutlinedResponse& response : moment.responses) {
    responses.push_back({response.id, response.text});
  }
  form.choice("on_timeout", responses, true);
}

void draw_fate(FormFields& form) {
  const YamlSpans* spans = form.context().seen();
  const YamlNode list = spans == nullptr ? kNoNode : spans->find(form.path("chance"));
  const std::size_t count = list == kNoNode ? 0 : spans->items(list).size();
  for (std::size_t i = 1; i <= count; ++i) {
    form.section("editor.branch");
    FormFields branch(form.ui(), form.context(), form.path("chance." + std::to_string(i)),
                      "chance-" + std::to_string(i) + "-");
    branch.number("odds");
    branch.choice("next", moment_options(form.context()), false);
  }
}

void draw_ending(FormFields& form) {
  EditorContext& context = form.context();
  form.choice("ending", word_options(context, "ending", names_of(kEndingKindNames)), false);
  form.spoken("says");
  form.section("editor.s-verbatim");
  FormFields verbatim(form.ui(), context, form.path("verbatim"));
  for (const std::string_view category : kCategoryNames) {
    const std::string key(category);
    const std::string id = verbatim.row(key);
    verbatim.label("category." + key);
    const std::string now = verbatim.value(key);
    const TextAreaResult result =
        text_area(form.ui(), id, now, {.kind = TextAreaKind::grows, .rows = 1});
    if (result.text && form.has("verbatim")) {
      result.text->empty() ? verbatim.take_out(verbatim.path(key), id)
                           : verbatim.put(verbatim.path(key), *result.text, ScalarKind::text, id);
    } else if (result.text) {
      if (const YamlSpans* spans = context.spans()) {
        context.apply(put_text_in(*spans, form.path("verbatim"), key, *result.text), id);
      }
    }
  }
}

}  // namespace

void draw_moment_form(ToolUi& ui, EditorContext& context, const OutlinedMoment& moment) {
  FormFields form(ui, context, "moments." + moment.id);
  if (moment.kind != MomentKind::fate) {
    form.choice("stage", stage_options(context), moment.kind != MomentKind::decision);
    form.choice("channel", word_options(context, "channel", names_of(kChannelNames)), true);
    form.line("touchpoint");
  }
  switch (moment.kind) {
    case MomentKind::decision: draw_decision(form, moment); break;
    case MomentKind::line:
      form.spoken("says");
      form.choice("feels", word_options(context, "feeling", feeling_names()), true);
      draw_speaker(form);
      form.goes_on();
      break;
    case MomentKind::fate: draw_fate(form); break;
    case MomentKind::ending: draw_ending(form); break;
  }
}

}  // namespace mot
