#include "game/editor/first_steps_panel.h"

#include <algorithm>

#include "game/editor/first_steps_targets.h"
#include "game/editor/form_panel.h"
#include "game/editor/forms.h"
#include "game/editor/live_column.h"
#include "game/tools/tool_style.h"

namespace mot {
namespace {

constexpr float kPadding = 14;
constexpr float kLeftShare = 0.6F;  // of the width; what is to be done stands to the right

}  // namespace

void begin_first_steps(GameContext& game, const std::string& file) {
  game.settings.first_steps_offered = true;
  game.settings.first_steps_file = file;
  game.settings.first_step = std::string(name_of(FirstStep::customer));
  game.settings.first_steps_open = true;
  game.apply_settings();
}

FirstStepsPanel::FirstStepsPanel(EditorContext& context) {
  const Settings& settings = context.game().settings;
  offered_ = !settings.first_steps_offered;
  if (settings.first_steps_file != context.document().path()) {
    return;
  }
  if (const auto step = first_step_named(settings.first_step)) {
    steps_.emplace(new_words(context), *step);
    open_ = settings.first_steps_open;
  }
}

// Where the author stands, in a file that outlasts the program.
void FirstStepsPanel::keep(EditorContext& context) {
  Settings& settings = context.game().settings;
  settings.first_steps_offered = true;
  if (steps_) {
    settings.first_steps_file = context.document().path();
    settings.first_step = std::string(name_of(steps_->step()));
    settings.first_steps_open = open_;
  }
  context.game().apply_settings();
}

FirstStepsView FirstStepsPanel::view_of(EditorContext& context,
                                        std::string_view panel,
                                        bool saved) const {
  FirstStepsView view;
  view.spans = context.seen();
  view.outline = &context.outline();
  view.levels = own_levels(context);
  view.findings = findings_to_mend(context);
  view.panel = panel;
  if (context.selection().what == EditorSelection::What::moment) {
    view.moment = context.selection().moment;
  }
  view.previewed = !context.way().empty();
  view.saved = saved;
  return view;
}

// The first step that this scenario does not have behind it; false: it is written already.
bool FirstStepsPanel::begin(EditorContext& context) {
  FirstSteps steps(new_words(context));
  do {
    // Bars are looked at, not written.
    if (steps.step() == FirstStep::bars) {
      continue;
    }
    steps.look(view_of(context, "", false));
    if (!steps.done()) {
      break;
    }
  } while (steps.step() != FirstStep::ending && steps.forward());
  if (steps.done()) {
    return false;
  }
  steps_ = std::move(steps);
  open_ = true;
  offered_ = false;
  keep(context);
  return true;
}

void FirstStepsPanel::toggle(EditorContext& context) {
  if (offered_) {
    offered_ = false;
  } else if (steps_) {
    open_ = !open_;
    keep(context);
  } else if (!begin(context)) {
    offered_ = true;
  }
}

void FirstStepsPanel::look(ToolUi& ui, EditorContext& context, std::string_view panel, bool saved) {
  if (offered_ || !steps_ || !open_) {
    ui.point_out({});
    return;
  }
  steps_->look(view_of(context, panel, saved));
  ui.point_out(first_steps_targets(*steps_, context, panel));
}

bool FirstStepsPanel::draw(ToolUi& ui, EditorContext& context, ImVec2 at, float width) {
  if (!shown()) {
    return false;
  }
  ImGui::SetCursorPos(at);
  ImGui::PushStyleColor(ImGuiCol_ChildBg, ui.fill(theme::kTeal50));
  ImGui::PushStyleColor(ImGuiCol_Border, ui.ink(theme::kTeal));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(kPadding), ui.px(kPadding - 4)});
  ImGui::BeginChild("first-steps", {width, std::max(height_, ui.px(40))}, true,
                    ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NoScrollbar);
  ImGui::BeginGroup();
  const float room = ImGui::GetContentRegionAvail().x;
  bool wants_page = false;
  if (offered_) {
    wants_page = draw_offer(ui, context, room);
  } else {
    draw_step(ui, context, room);
  }
  ImGui::EndGroup();
  // Known once it is drawn; the columns above follow a frame later.
  height_ = ImGui::GetItemRectSize().y + 2 * ui.px(kPadding - 4);
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor(2);
  return wants_page;
}

bool FirstStepsPanel::draw_offer(ToolUi& ui, EditorContext& context, float width) {
  ImGui::BeginGroup();
  ui.paragraph(context.word("steps.offer"), ToolFont::strong, theme::kInk, width * kLeftShare);
  ui.paragraph(context.word("steps.offer-means"), ToolFont::small, theme::kInk, width * kLeftShare);
  ImGui::EndGroup();
  ImGui::SameLine(0, ui.px(24));
  ImGui::BeginGroup();
  const bool begins =
      ui.button("steps/begin", context.word("steps.begin"), {.kind = ToolButton::primary});
  ImGui::SameLine();
  const bool leaves = ui.button("steps/not-now", context.word("steps.not-now"));
  ImGui::EndGroup();
  bool wants_page = false;
  if (begins) {
    wants_page = !begin(context);
  }
  if (begins || leaves) {
    offered_ = false;
    keep(context);
  }
  return wants_page;
}

void FirstStepsPanel::draw_step(ToolUi& ui, EditorContext& context, float width) {
  const std::string key = "steps." + std::string(name_of(steps_->step()));
  ImGui::BeginGroup();
  ui.text(context.words().text("steps.number", {{"number", std::to_string(steps_->number())},
                                                {"count", std::to_string(FirstSteps::count())}}),
          ToolFont::small, theme::kTeal700);
  ui.text(context.word(key + ".title"), ToolFont::title);
  ui.paragraph(context.word(key + ".text"), ToolFont::body, theme::kInk, width * kLeftShare);
  ImGui::EndGroup();
  ImGui::SameLine(0, ui.px(24));
  ImGui::BeginGroup();
  draw_parts(ui, context);
  draw_buttons(ui, context);
  ImGui::EndGroup();
}

void FirstStepsPanel::draw_parts(ToolUi& ui, const EditorContext& context) {
  const std::string key = "steps." + std::string(name_of(steps_->step())) + ".";
  const float height = ui.line_height(ToolFont::body);
  for (const FirstStepPart& part : steps_->parts()) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 centre{at.x + ui.px(9), at.y + height / 2};
    if (part.done) {
      list.AddCircleFilled(centre, ui.px(9), ui.ink(theme::kTeal));
      ui.icon(list, "check", centre, 13, theme::kPaper);
    } else {
      list.AddCircle(centre, ui.px(8), ui.ink(theme::kInk2), 0, ui.px(1.5F));
    }
    ImGui::SetCursorScreenPos({at.x + ui.px(26), at.y});
    ui.paragraph(context.word(key + std::string(part.name)), ToolFont::body,
                 part.done ? theme::kInk2 : theme::kInk);
  }
}

void FirstStepsPanel::draw_buttons(ToolUi& ui, EditorContext& context) {
  const bool last = steps_->number() == FirstSteps::count();
  const bool done = steps_->done();
  const bool back = ui.button("steps/back", context.word("steps.back"),
                              {.icon = "left", .enabled = steps_->number() > 1});
  ImGui::SameLine();
  const char* word = last ? "steps.finish" : done ? "steps.next" : "steps.skip";
  const bool on = ui.button("steps/next", context.word(word),
                            {.kind = done ? ToolButton::primary : ToolButton::quiet});
  ImGui::SameLine();
  const bool close = ui.button(
      "steps/close", "",
      {.kind = ToolButton::plain, .icon = "x", .help = context.word("steps.close-means")});
  if (back) {
    steps_->back();
  } else if (on && last) {
    steps_.reset();
    context.game().settings.first_steps_file.clear();
    context.say(context.word("steps.finished"));
  } else if (on) {
    steps_->forward();
  }
  open_ = open_ && !close;
  if (back || on || close) {
    keep(context);
  }
}

}  // namespace mot
