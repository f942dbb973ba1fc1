#include "game/editor/preview_panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "engine/authoring/preview.h"
#include "game/tools/text_area.h"

namespace mot {
namespace {

constexpr float kInspector = 218;  // logical units
constexpr int kLeastRange = 20;    // of the sliders; more may be typed beside them
constexpr float kNumberField = 76;
constexpr int kMostRange = 1'000'000'000;
constexpr ImGuiWindowFlags kColumn = ImGuiWindowFlags_NoNav;

class PreviewPanel : public Panel {
 public:
  std::string name() const override { return "preview"; }

  void draw(ToolUi& ui, EditorContext& context) override {
    play(context);
    if (!scenario_) {
      ui.paragraph(context.word("editor.preview-wrong"), ToolFont::body, theme::kInk2);
      return;
    }
    draw_bar(ui, context);
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float right = ui.px(kInspector);
    ImGui::BeginChild("preview-talk", {room.x - right - ui.px(14), room.y}, false, kColumn);
    draw_talk(ui, context);
    ImGui::EndChild();
    ImGui::SameLine(0, ui.px(14));
    ImGui::BeginChild("preview-state", {right, room.y}, false, kColumn);
    draw_state(ui, context);
    ImGui::EndChild();
  }

 private:
  // Plays again where the text, the start or a choice is another; what no longer fits is given up.
  void play(EditorContext& context) {
    const auto& found = context.findings();
    if (found && found->scenario && found->scenario != scenario_) {
      scenario_ = found->scenario;
      program_ = std::make_unique<const Program>(*scenario_);
      amounts_ = greatest_amounts(*scenario_);
      played_ = false;
    }
    if (!scenario_ || played_) {
      return;
    }
    played_ = true;
    const std::string_view language = scenario_->language[0];
    now_ = play_preview(*program_, start_, choices_, Reading(*scenario_, language));
    if (now_.made < choices_.size()) {
      context.say(context.words().text("editor.preview-cut", {{"choice", choices_[now_.made]}}));
      choices_.resize(now_.made);
    }
    context.set_way(start_.is_usual() ? choices_ : std::vector<std::string>());
    to_end_ = true;
  }

  void begin_at(const std::string& moment) {
    start_.moment = moment;
    choices_.clear();
    played_ = false;
  }

  void draw_bar(ToolUi& ui, EditorContext& context) {
    if (ui.button("preview-start", context.word("editor.preview-start"))) {
      start_ = {};
      begin_at("");
    }
    ImGui::SameLine();
    const std::string& selected = context.selection().moment;
    const std::string label =
        selected.empty() ? context.word("editor.preview-here")
                         : context.words().text("editor.preview-from", {{"moment", selected}});
    if (ui.button("preview-here", label, {.enabled = !selected.empty()})) {
      begin_at(selected);
    }
    ImGui::SameLine();
    if (ui.button("preview-back", context.word("editor.preview-back"),
                  {.enabled = !choices_.empty()})) {
      choices_.pop_back();
      played_ = false;
    }
  }

  void draw_talk(ToolUi& ui, EditorContext& context) {
    const float width = ImGui::GetContentRegionAvail().x - ui.px(6);
    for (const PreviewLine& line : now_.lines) {
      if (line.speaker.empty()) {
        ImGui::Indent(ui.px(36));
        ui.paragraph(line.text, ToolFont::body, theme::kTeal700, width - ui.px(36));
        ImGui::Unindent(ui.px(36));
      } else {
        ui.text(line.speaker, ToolFont::small, theme::kInk2);
        ui.paragraph(line.text, ToolFont::body, theme::kInk, width);
      }
      if (!line.thought.empty()) {
        ui.paragraph("(" + line.thought + ")", ToolFont::small, theme::kViolet, width);
      }
      ImGui::Dummy({0, ui.px(4)});
    }
    if (now_.ended) {
      ui.paragraph(context.words().text("editor.preview-ended", {{"moment", now_.place}}),
                   ToolFont::strong, theme::kInk, width);
    } else if (now_.offers.empty()) {
      ui.paragraph(context.word("editor.preview-stuck"), ToolFont::strong, theme::kCoral800, width);
    }
    for (const PreviewOffer& offer : now_.offers) {
      draw_offer(ui, context, offer, width);
    }
    if (to_end_) {
      ImGui::SetScrollHereY(1);
      to_end_ = false;
    }
  }

  // A response as a card; a click takes it.
  void draw_offer(ToolUi& ui, EditorContext& context, const PreviewOffer& offer, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    ImGui::SetCursorScreenPos({at.x + ui.px(12), at.y + ui.px(8)});
    ImGui::BeginGroup();
    ui.paragraph(offer.text, ToolFont::body, theme::kInk, width - ui.px(24));
    ImGui::EndGroup();
    const ImVec2 max{at.x + width, ImGui::GetItemRectMax().y + ui.px(8)};
    list.ChannelsSetCurrent(0);
    ImGui::SetCursorScreenPos(at);
    const std::string id = "preview-" + offer.choice;
    if (ImGui::InvisibleButton(id.c_str(), {max.x - at.x, max.y - at.y})) {
      choices_.push_back(offer.choice);
      played_ = false;
      const std::size_t dot = offer.choice.find('.');
      context.select(
          EditorSelection::of_response(offer.choice.substr(0, dot), offer.choice.substr(dot + 1)));
    }
    ui.mark(id);
    const bool hovered = ImGui::IsItemHovered();
    list.AddRectFilled(at, max, ui.fill(hovered ? theme::kTeal50 : theme::kPaper), ui.px(10));
    list.AddRect(at, max, ui.edge(ui.item_focused() ? theme::kTeal : theme::kOutline), ui.px(10), 0,
                 ui.px(ui.item_focused() ? 2.5F : 1));
    list.ChannelsMerge();
    ImGui::Dummy({0, ui.px(2)});
  }

  // The name of something that may hold; a sign behind it where it does now.
  static std::string tick_label(ToolUi& ui, const std::string& name, bool holds) {
    const float room = ImGui::GetContentRegionAvail().x - ui.px(56);
    return ui.fitted(name, room, ToolFont::body) + (holds ? " ✓" : "");
  }

  void heading(ToolUi& ui, const std::string& text) {
    ImGui::Dummy({0, ui.px(4)});
    ui.text(text, ToolFont::strong);
  }

  // What conditions can read, now; and sliders and ticks for where the preview begins.
  void draw_state(ToolUi& ui, EditorContext& context) {
    ui.text(context.words().text("editor.preview-at", {{"moment", now_.place}}), ToolFont::strong,
            theme::kInk, true);
    const std::string rated =
        now_.satisfaction ? fmt::format("{:.2f}", *now_.satisfaction) : std::string("–");
    ui.paragraph(context.words().text("editor.preview-memory",
                                      {{"mood", std::to_string(now_.mood)}, {"points", rated}}),
                 ToolFont::small, theme::kInk2);
    ui.paragraph(context.word("editor.preview-set"), ToolFont::small, theme::kInk2);
    heading(ui, context.word("editor.preview-mood"));
    const int mood = start_.mood ? *start_.mood : scenario_->customer.persona.mood;
    if (const auto set = ui.slider("preview-mood", mood, -100, 100, kInspector - 16)) {
      start_.mood = *set;
      played_ = false;
    }
    draw_variables(ui, context);
    draw_facts(ui, context.word("editor.preview-visited"), "visited", now_.visited, start_.visited);
    draw_facts(ui, context.word("editor.preview-known"), "known", now_.known, start_.known);
  }

  void draw_variables(ToolUi& ui, const EditorContext& context) {
    if (!now_.variables.empty()) {
      heading(ui, context.word("editor.preview-variables"));
    }
    for (std::size_t i = 0; i < now_.variables.size(); ++i) {
      const PreviewVariable& variable = now_.variables[i];
      const auto set = start_.variables.find(variable.name);
      const int begins =
          set != start_.variables.end() ? set->second : scenario_->variables[i].start;
      const std::string id = "preview-variable-" + variable.name;
      if (variable.is_boolean) {
        if (const auto on =
                ui.tick(id, tick_label(ui, variable.name, variable.value != 0), begins != 0)) {
          start_.variables[variable.name] = *on ? 1 : 0;
          played_ = false;
        }
        continue;
      }
      ui.text(fmt::format("{} = {}", variable.name, variable.value), ToolFont::small, theme::kInk2,
              true);
      draw_number(ui, id, variable.name, begins, amounts_[i]);
    }
  }

  // A slider over the numbers that the scenario has, and a field for any other.
  void draw_number(ToolUi& ui,
                   const std::string& id,
                   const std::string& name,
                   int begins,
                   int amount) {
    const int stands = std::clamp(begins, -kMostRange, kMostRange);
    const int most = std::min(std::max({kLeastRange, amount, stands, -stands}), kMostRange);
    std::optional<int> set = ui.slider(id, stands, -most, most, kInspector - 24 - kNumberField,
                                       std::nullopt, ToolUi::Figure::none);
    ImGui::SameLine();
    const std::string field = id + "-number";
    if (!ui.types_in(field)) {
      typed_.erase(field);
    }
    const auto typed = typed_.find(field);
    const TextAreaResult result =
        text_area(ui, field, typed == typed_.end() ? std::to_string(begins) : typed->second,
                  {.width = kNumberField});
    if (result.text) {
      typed_[field] = *result.text;  // also what is no number yet
      int number = 0;
      const char* end = result.text->data() + result.text->size();
      const auto read = std::from_chars(result.text->data(), end, number);
      if (read.ec == std::errc() && read.ptr == end) {
        set = number;
      }
    }
    if (set) {
      start_.variables[name] = *set;
      played_ = false;
    }
  }

  void draw_facts(ToolUi& ui,
                  const std::string& title,
                  const std::string& kind,
                  const std::vector<PreviewFact>& facts,
                  std::set<std::string>& begins_with) {
    if (facts.empty()) {
      return;
    }
    heading(ui, title);
    for (const PreviewFact& fact : facts) {
      const std::string id = "preview-" + kind + "-" + fact.name;
      if (const auto on = ui.tick(id, tick_label(ui, fact.name, fact.holds),
                                  begins_with.count(fact.name) != 0)) {
        if (*on) {
          begins_with.insert(fact.name);
        } else {
          begins_with.erase(fact.name);
        }
        played_ = false;
      }
    }
  }

  std::shared_ptr<const Scenario> scenario_;
  std::unique_ptr<const Program> program_;
  PreviewStart start_;
  std::vector<std::string> choices_;
  std::vector<std::int32_t> amounts_;         // greatest_amounts() of it
  std::map<std::string, std::string> typed_;  // into fields of numbers, by their id
  PreviewPlay now_;
  bool played_ = false;  // now_ is what start_ and choices_ come to
  bool to_end_ = false;
};

}  // namespace

std::unique_ptr<Panel> make_preview_panel() { return std::make_unique<PreviewPanel>(); }

}  // namespace mot
