#include "game/editor/outline_column.h"

#include "game/editor/form_panel.h"
#include "game/tools/text_area.h"
#include "game/window/fold.h"

namespace mot {
namespace {

constexpr float kRow = 28;
constexpr const char* kSearch = "outline-search";

const char* icon_of(const OutlinedMoment& moment) {
  switch (moment.kind) {
    case MomentKind::decision: return moment.scored ? "star" : "chat";
    case MomentKind::line: return "quote";
    case MomentKind::fate: return "refresh";
    case MomentKind::ending: break;
  }
  return "flag";
}

}  // namespace

void OutlineColumn::search(ToolUi& ui) { ui.focus(kSearch); }

// Of a large scenario this takes longer than a frame: once for each text.
void OutlineColumn::fold(EditorContext& context) {
  const ScenarioOutline& outline = context.outline();
  const std::uint64_t version = context.story().seen_version();
  if (folded_version_ == version) {
    return;
  }
  folded_version_ = version;
  folded_.clear();
  for (const OutlinedMoment& moment : outline.moments) {
    std::string all = moment.id + '\n' + moment.text;
    for (const OutlinedResponse& response : moment.responses) {
      all += '\n' + response.id + '\n' + response.text;
    }
    folded_.push_back(folded(all));
  }
}

bool OutlineColumn::row(ToolUi& ui,
                        const std::string& id,
                        const std::string& icon,
                        std::string_view label,
                        bool chosen,
                        float indent,
                        Colour colour) {
  const float width = ImGui::GetContentRegionAvail().x;
  const bool used = ImGui::InvisibleButton(id.c_str(), {width, ui.px(kRow)});
  ui.mark(id);
  if (!ImGui::IsItemVisible()) {
    return used;
  }
  const ImVec2 min = ImGui::GetItemRectMin();
  const ImVec2 max = ImGui::GetItemRectMax();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  if (chosen || ImGui::IsItemHovered()) {
    list.AddRectFilled(min, max, ui.fill(chosen ? theme::kTeal50 : theme::kSand), ui.px(8));
  }
  if (ui.item_focused()) {
    list.AddRect(min, max, ui.ink(theme::kTeal), ui.px(8), 0, ui.px(2));
  }
  const float middle = (min.y + max.y) / 2;
  float x = min.x + ui.px(8 + indent);
  if (!icon.empty()) {
    ui.icon(list, icon, {x + ui.px(8), middle}, 16, chosen ? theme::kTeal700 : theme::kInk2);
    x += ui.px(24);
  }
  const ToolFont font = chosen ? ToolFont::strong : ToolFont::body;
  ui.draw_text(list, {x, middle - ui.font(font)->FontSize / 2},
               ui.fitted(label, max.x - x - ui.px(6), font), font, colour);
  return used;
}

void OutlineColumn::draw_moment(ToolUi& ui, EditorContext& context, const OutlinedMoment& moment) {
  const EditorSelection& selection = context.selection();
  const bool inside = selection.moment == moment.id;
  const bool chosen = inside && selection.what == EditorSelection::What::moment;
  if (row(ui, "moment-" + moment.id, icon_of(moment), moment.id, chosen, 0, theme::kInk)) {
    context.select(EditorSelection::of_moment(moment.id));
  }
  if (chosen && seen_selection_ != context.selected_times()) {
    ImGui::SetScrollHereY();
  }
  const bool open = inside || !sought_.empty();
  for (const OutlinedResponse& response : moment.responses) {
    if (!open) {
      break;
    }
    const bool this_one = inside && selection.response == response.id &&
                          selection.what == EditorSelection::What::response;
    if (row(ui, "response-" + moment.id + "." + response.id, "", response.text, this_one, 24,
            theme::kInk2)) {
      context.select(EditorSelection::of_response(moment.id, response.id));
    }
  }
}

// What can be put behind what is selected.
void OutlineColumn::draw_adding(ToolUi& ui, EditorContext& context) {
  const OutlinedMoment* here = context.outline().find(context.selection().moment);
  std::vector<ToolOption> options{{"decision", context.word("editor.add-decision")},
                                  {"line", context.word("editor.add-line")},
                                  {"fate", context.word("editor.add-fate")},
                                  {"ending", context.word("editor.add-ending")}};
  if (here != nullptr) {
    options.push_back({"branch", context.word("editor.add-branch")});
  }
  if (here != nullptr && here->kind == MomentKind::decision) {
    options.insert(options.begin(), {"response", context.word("editor.add-response")});
  }
  const float width = ImGui::GetContentRegionAvail().x / ui.scale();
  const auto chosen = ui.choice("add", options, context.word("editor.add-to"), width);
  if (!chosen) {
    return;
  }
  const std::string& what = options[*chosen].value;
  if (what == "response") {
    add_response(context);
  } else if (what == "branch") {
    add_branch_copy(context);
  } else {
    add_moment(context, what == "decision" ? MomentKind::decision
                        : what == "line"   ? MomentKind::line
                        : what == "fate"   ? MomentKind::fate
                                           : MomentKind::ending);
  }
}

void OutlineColumn::draw(ToolUi& ui, EditorContext& context, Rows rows) {
  const TextAreaResult typed =
      text_area(ui, kSearch, sought_, {.hint = context.word("editor.search")});
  if (typed.text) {
    sought_ = *typed.text;
  }
  draw_adding(ui, context);
  if (rows == Rows::scroll) {
    ImGui::BeginChild("outline-rows");
  }
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, ui.px(2)});
  const EditorSelection::What what = context.selection().what;
  if (row(ui, "outline-scenario", "book", context.word("editor.scenario"),
          what == EditorSelection::What::scenario, 0, theme::kInk)) {
    context.select(EditorSelection::of_scenario());
  }
  if (row(ui, "outline-customer", "user", context.word("editor.customer"),
          what == EditorSelection::What::customer, 0, theme::kInk)) {
    context.select(EditorSelection::of_customer());
  }
  const std::string sought = folded(sought_);
  if (!sought.empty()) {
    fold(context);
  }
  const std::vector<OutlinedMoment>& moments = context.outline().moments;
  for (std::size_t i = 0; i < moments.size(); ++i) {
    if (sought.empty() || folded_[i].find(sought) != std::string::npos) {
      draw_moment(ui, context, moments[i]);
    }
  }
  seen_selection_ = context.selected_times();
  ImGui::PopStyleVar();
  if (rows == Rows::scroll) {
    ImGui::EndChild();
  }
}

}  // namespace mot
