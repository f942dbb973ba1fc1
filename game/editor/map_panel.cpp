#include "game/editor/map_panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <future>

#include "engine/authoring/story_map.h"
#include "engine/base/give_way.h"
#include "game/editor/map_view.h"

namespace mot {
namespace {

constexpr double kTextFrom = 0.45;  // zoom below which only names are written
constexpr double kNamesFrom = 0.22;
constexpr double kStep = 1.25;
constexpr double kLaneHead = 34;

constexpr ImGuiWindowFlags kFixed =
    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoMove;

// What is dragged from: a response, or a moment that goes on by itself.
struct Lead {
  std::string moment;
  std::string response;
  LayoutPoint from;  // of the map
};

class MapPanel : public Panel {
 public:
  std::string name() const override { return "map"; }
  bool waiting() const override { return coming_.valid(); }

  // Escape leaves a response where it leads.
  bool shortcut(const Event& event, EditorContext& context) override {
    if (event.key != Key::escape || !joined_) {
      return false;
    }
    end_joining(context);
    return true;
  }

  void left(EditorContext& context) override { end_joining(context); }

  bool step(float /*dt*/, EditorContext& context) override {
    // Something else was selected in the meantime, in another column.
    if (joined_ && joined_at_ != context.selected_times()) {
      end_joining(context);
    }
    bool fresh = false;
    if (coming_.valid() && coming_.wait_for(std::chrono::seconds(0)) == std::future_status::ready) {
      story_ = coming_.get();
      fresh = true;
    }
    const auto& found = context.findings();
    if (coming_.valid() || !found || found == made_of_) {
      return fresh;
    }
    made_of_ = found;
    if (!found->scenario) {
      return true;
    }
    const std::vector<std::string> best =
        found->best ? found->best->choices : std::vector<std::string>();
    // Findings come in several parts; most of them change nothing on the map.
    if (found->scenario == laid_out_ && best == best_) {
      return fresh;
    }
    laid_out_ = found->scenario;
    best_ = best;
    coming_ = std::async(std::launch::async, [scenario = found->scenario, best] {
      give_way();
      return std::make_shared<const StoryMap>(story_map(scenario, best));
    });
    return fresh;
  }

  void draw(ToolUi& ui, EditorContext& context) override {
    draw_bar(ui, context);
    origin_ = ImGui::GetCursorScreenPos();
    size_ = ImGui::GetContentRegionAvail();
    if (!story_) {
      const bool wrong = context.findings() && !context.findings()->scenario;
      ui.paragraph(context.word(wrong ? "editor.map-wrong" : "editor.counting"), ToolFont::body,
                   theme::kInk2);
      return;
    }
    scale_ = static_cast<double>(ui.scale());
    show_selection(context);
    ImGui::BeginChild("map-room", size_, false, kFixed);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImDrawListFlags flags = list.Flags;
    if (view_.zoom < kTextFrom) {  // thousands of lines: fewer corners each
      list.Flags &= ~(ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedLinesUseTex);
    }
    move_ground();
    draw_lanes(ui, list);
    draw_lines(ui, list);
    list.Flags = flags;
    target_.clear();
    for (std::size_t b = 0; b < story_->cards.size(); ++b) {
      draw_box(ui, context, list, b);
    }
    draw_lead(ui, context, list);
    ImGui::EndChild();
  }

 private:
  ImVec2 at(LayoutPoint point) const {
    const LayoutPoint shown = view_.shown(point);
    return {origin_.x + static_cast<float>(shown.x * scale_),
            origin_.y + static_cast<float>(shown.y * scale_)};
  }
  LayoutPoint under_pointer() const {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    return {static_cast<double>(mouse.x - origin_.x) / scale_,
            static_cast<double>(mouse.y - origin_.y) / scale_};
  }
  float zoomed(double units) const { return static_cast<float>(units * view_.zoom * scale_); }
  bool in_sight(ImVec2 min, ImVec2 max) const {
    return max.x >= origin_.x && max.y >= origin_.y && min.x <= origin_.x + size_.x &&
           min.y <= origin_.y + size_.y;
  }
  double width() const { return static_cast<double>(size_.x) / scale_; }
  double height() const { return static_cast<double>(size_.y) / scale_; }

  void draw_bar(ToolUi& ui, EditorContext& context) {
    const LayoutPoint middle{width() / 2, height() / 2};
    if (ui.button("map-fit", context.word("editor.map-fit"))) {
      fit();
    }
    ImGui::SameLine();
    if (ui.button("map-out", "−", {.help = context.word("editor.map-out")})) {
      view_.zoom_at(middle, 1 / kStep);
    }
    ImGui::SameLine();
    if (ui.button("map-in", "+", {.help = context.word("editor.map-in")})) {
      view_.zoom_at(middle, kStep);
    }
    ImGui::SameLine();
    draw_join_button(ui, context);
    ImGui::SameLine();
    const bool old = context.findings() && !context.findings()->scenario && story_;
    const ImVec2 here = ImGui::GetCursorScreenPos();
    const float room = ImGui::GetContentRegionAvail().x;
    const std::string& words = context.word(old ? "editor.map-old" : "editor.map-help");
    ui.paragraph(words, ToolFont::small, old ? theme::kCoral800 : theme::kInk2, room);
    ImGui::SetCursorScreenPos({ImGui::GetWindowPos().x + ImGui::GetStyle().WindowPadding.x,
                               std::max(here.y + ui.px(42), ImGui::GetItemRectMax().y + ui.px(6))});
  }

  // The same as dragging, without a pointer: what is selected is led to the moment that is chosen
  // next.
  void draw_join_button(ToolUi& ui, EditorContext& context) {
    const EditorSelection& selection = context.selection();
    const OutlinedMoment* moment = context.outline().find(selection.moment);
    const bool leads =
        moment != nullptr && (moment->kind == MomentKind::line || !selection.response.empty());
    if (ui.button("map-join", context.word("editor.map-join"),
                  {.enabled = leads,
                   .chosen = joined_.has_value(),
                   .help = context.word("editor.map-join-means")})) {
      if (joined_) {
        end_joining(context);
        return;
      }
      joined_ = Lead{selection.moment, selection.response, {}};
      joined_at_ = context.selected_times();
      if (story_) {
        ui.focus("map-" + story_->cards[story_->map.start].moment);  // Tab goes on from there
      }
      context.say(context.words().text("editor.map-joining", {{"from", name_of(*joined_)}}));
    }
  }

  void end_joining(EditorContext& context) {
    if (joined_) {
      joined_.reset();
      context.say("");
    }
  }

  static std::string name_of(const Lead& lead) {
    return lead.response.empty() ? lead.moment : lead.moment + "." + lead.response;
  }

  void connect(EditorContext& context, const Lead& lead, const std::string& target) {
    const std::string path = lead.response.empty() ? fmt::format("moments.{}.next", lead.moment)
                                                   : fmt::format("moments.{}.responses.{}.next",
                                                                 lead.moment, lead.response);
    if (context.spans() != nullptr &&
        context.apply(set_scalar(*context.spans(), path, target, ScalarKind::word))) {
      context.say(
          context.words().text("editor.map-connected", {{"from", name_of(lead)}, {"to", target}}));
    }
  }

  // A box or a row of it was used.
  void used(EditorContext& context, const MapCard& card, const std::string& response) {
    if (joined_) {
      connect(context, *joined_, card.moment);
      joined_.reset();
      return;
    }
    context.select(response.empty() ? EditorSelection::of_moment(card.moment)
                                    : EditorSelection::of_response(card.moment, response));
    seen_selection_ = context.selected_times();
  }

  void fit() {
    view_.fit(story_ ? story_->layout.width : 1, story_ ? story_->layout.height + kLaneHead : 1,
              width(), height());
  }

  // A map begins readable, at the start; what is selected elsewhere is brought into sight.
  void show_selection(EditorContext& context) {
    const bool first = seen_selection_ == kNever;
    if (seen_selection_ == context.selected_times()) {
      return;
    }
    seen_selection_ = context.selected_times();
    std::size_t box = story_->map.start;
    for (std::size_t b = 0; b < story_->cards.size(); ++b) {
      if (!context.selection().moment.empty() &&
          story_->cards[b].moment == context.selection().moment) {
        box = b;
      }
    }
    if (context.selection().moment.empty() && !first) {
      return;
    }
    const LayoutPoint middle = story_->layout.boxes[box];
    if (first) {
      view_.zoom = 0.8;
    }
    const LayoutPoint shown = view_.shown(middle);
    const bool seen =
        shown.x > 60 && shown.y > 60 && shown.x < width() - 60 && shown.y < height() - 60;
    if (first || !seen) {
      view_.centre(middle, width(), height());
    }
  }

  // Dragging the ground moves it, the wheel zooms.
  void move_ground() {
    ImGui::InvisibleButton("map-ground", {std::max(size_.x, 1.F), std::max(size_.y, 1.F)});
    ImGui::SetItemAllowOverlap();
    const ImGuiIO& io = ImGui::GetIO();
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(0, 2)) {
      view_.left -= static_cast<double>(io.MouseDelta.x) / scale_ / view_.zoom;
      view_.top -= static_cast<double>(io.MouseDelta.y) / scale_ / view_.zoom;
    }
    const bool inside =
        ImGui::IsMouseHoveringRect(origin_, {origin_.x + size_.x, origin_.y + size_.y});
    if (inside && ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
        io.MouseWheel != 0) {
      view_.zoom_at(under_pointer(), io.MouseWheel > 0 ? kStep : 1 / kStep);
    }
  }

  void draw_lanes(ToolUi& ui, ImDrawList& list) {
    const Scenario& scenario = *story_->scenario;
    for (std::size_t i = 0; i < story_->layout.lanes.size(); ++i) {
      const LayoutLane& lane = story_->layout.lanes[i];
      const float left = at({lane.x, 0}).x;
      const float right = at({lane.x + lane.width, 0}).x;
      const float bottom = origin_.y + size_.y;
      list.AddRectFilled({left, origin_.y}, {right, bottom},
                         ui.fill(i % 2 == 0 ? theme::kCream : theme::kPaper));
      list.AddLine({right, origin_.y}, {right, bottom}, ui.ink(theme::kLine), ui.px(1));
    }
    for (std::size_t i = 0; i < story_->layout.lanes.size(); ++i) {
      const int stage = story_->map.lanes[i];
      if (stage < 0) {
        continue;
      }
      const LayoutLane& lane = story_->layout.lanes[i];
      const float left = std::max(at({lane.x, 0}).x, origin_.x) + ui.px(8);
      const float right = at({lane.x + lane.width, 0}).x - ui.px(6);
      const TextId title = scenario.stages[static_cast<std::size_t>(stage)].title;
      if (title == kNoText || right - left < ui.px(30)) {
        continue;
      }
      const std::string words =
          ui.fitted(scenario.texts[title].text, right - left, ToolFont::small);
      ui.draw_text(list, {left, origin_.y + ui.px(7)}, words, ToolFont::small, theme::kInk2, false);
    }
  }

  void draw_lines(ToolUi& ui, ImDrawList& list) {
    for (const bool best : {false, true}) {
      for (std::size_t i = 0; i < story_->map.lines.size(); ++i) {
        const MapLine& line = story_->map.lines[i];
        if (line.on_best_path == best) {
          draw_line(ui, list, line, story_->layout.lines[i]);
        }
      }
    }
  }

  void draw_line(ToolUi& ui, ImDrawList& list, const MapLine& line, const LayoutWay& way) const {
    const bool best = line.on_best_path;
    const ImU32 colour = ui.ink(best ? theme::kPromoter : theme::kInk3);
    const float thick = std::max(zoomed(best ? 3 : 1.4), 1.F);
    const int corners = view_.zoom < kTextFrom ? 6 : 14;
    for (std::size_t p = 1; p < way.points.size(); ++p) {
      const ImVec2 a = at(way.points[p - 1]);
      const ImVec2 b = at(way.points[p]);
      const ImVec2 min{std::min(a.x, b.x), std::min(a.y, b.y)};
      const ImVec2 max{std::max(a.x, b.x), std::max(a.y, b.y)};
      if (!in_sight(min, max)) {
        continue;
      }
      const float bend = (b.y - a.y) * 0.45F;
      list.AddBezierCubic(a, {a.x, a.y + bend}, {b.x, b.y - bend}, b, colour, thick, corners);
    }
    const ImVec2 tip = at(way.points.back());
    const float wing = std::max(zoomed(5), 2.F);
    if (in_sight(tip, tip)) {
      list.AddTriangleFilled({tip.x - wing, tip.y - 1.6F * wing},
                             {tip.x + wing, tip.y - 1.6F * wing}, tip, colour);
    }
  }

  void write(ToolUi& ui,
             ImDrawList& list,
             ImVec2 place,
             std::string_view words,
             float room,
             ToolFont kind,
             Colour colour) const {
    ui.need(words);
    ImFont* font = ui.font(kind);
    const auto zoom = static_cast<float>(view_.zoom);
    const std::string fitted = ui.fitted(words, room / zoom, kind);
    list.AddText(font, font->FontSize * zoom, place, ui.ink(colour), fitted.data(),
                 fitted.data() + fitted.size());
  }

  void draw_box(ToolUi& ui, EditorContext& context, ImDrawList& list, std::size_t b) {
    const MapCard& card = story_->cards[b];
    const double tall = kMapBoxHead + kMapRow * static_cast<double>(card.rows.size()) + kMapBoxFoot;
    const LayoutPoint middle = story_->layout.boxes[b];
    const LayoutPoint corner{middle.x - kMapBoxWidth / 2, middle.y - tall / 2};
    const ImVec2 min = at(corner);
    const ImVec2 max{min.x + zoomed(kMapBoxWidth), min.y + zoomed(tall)};
    if (!in_sight(min, max)) {
      return;
    }
    const bool chosen = !card.moment.empty() && context.selection().moment == card.moment;
    if (ImGui::IsMouseHoveringRect(min, max) && !card.moment.empty()) {
      target_ = card.moment;
    }
    const MapBox& box = story_->map.boxes[b];
    const float round = view_.zoom < kTextFrom ? 0 : zoomed(10);
    const Colour edge = chosen             ? theme::kTeal
                        : !box.reachable   ? theme::kCoral700
                        : box.on_best_path ? theme::kPromoter
                                           : theme::kOutline;
    const bool aimed = (lead_ || joined_) && target_ == card.moment;
    list.AddRectFilled(min, max, ui.fill(aimed ? theme::kTeal50 : theme::kPaper), round);
    list.AddRect(min, max, ui.edge(edge), round, 0, ui.px(chosen || aimed ? 2.5F : 1.4F));
    if (view_.zoom >= kNamesFrom) {
      draw_head(ui, context, list, card, box, min);
    }
    if (!card.moment.empty()) {
      ImGui::SetCursorScreenPos(min);
      if (ImGui::InvisibleButton(("map-" + card.moment).c_str(),
                                 {zoomed(kMapBoxWidth), zoomed(kMapBoxHead)})) {
        used(context, card, {});
      }
      ui.mark("map-" + card.moment);
      if (ui.item_focused()) {
        ui.draw_ring(min, max, round);
      }
    }
    for (std::size_t r = 0; r < card.rows.size() && view_.zoom >= kTextFrom; ++r) {
      draw_row(ui, context, list, card, r, corner);
    }
  }

  void draw_head(ToolUi& ui,
                 const EditorContext& context,
                 ImDrawList& list,
                 const MapCard& card,
                 const MapBox& box,
                 ImVec2 min) const {
    const float room = zoomed(kMapBoxWidth - 20);
    const bool texts = view_.zoom >= kTextFrom;
    const std::string& name = card.moment.empty() ? context.word("editor.map-leave") : card.moment;
    write(ui, list, {min.x + zoomed(10), min.y + zoomed(texts ? 5 : 12)}, name, room,
          ToolFont::strong, box.reachable ? theme::kInk : theme::kCoral800);
    if (texts) {
      const std::string& below = box.reachable ? card.text : context.word("editor.map-never");
      write(ui, list, {min.x + zoomed(10), min.y + zoomed(24)}, below, room, ToolFont::small,
            box.reachable ? theme::kInk2 : theme::kCoral800);
    }
  }

  void draw_row(ToolUi& ui,
                EditorContext& context,
                ImDrawList& list,
                const MapCard& card,
                std::size_t r,
                LayoutPoint corner) {
    const MapRow& row = card.rows[r];
    const double top = corner.y + kMapBoxHead + kMapRow * static_cast<double>(r);
    const ImVec2 min = at({corner.x + 4, top});
    const ImVec2 max = at({corner.x + kMapBoxWidth - 4, top + kMapRow - 2});
    const std::string id = fmt::format("map-{}.{}", card.moment, row.response);
    ImGui::SetCursorScreenPos(min);
    if (ImGui::InvisibleButton(id.c_str(), {max.x - min.x, max.y - min.y})) {
      used(context, card, row.response);
    }
    ui.mark(id);
    const LayoutPoint port{corner.x + kMapBoxWidth - 12, top + kMapRow / 2 - 1};
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(0, 4)) {
      lead_ = Lead{card.moment, row.response, port};
    }
    const EditorSelection& selection = context.selection();
    const bool chosen = !row.response.empty() && selection.moment == card.moment &&
                        selection.response == row.response;
    if (chosen || ImGui::IsItemHovered()) {
      list.AddRectFilled(min, max, ui.fill(chosen ? theme::kTeal50 : theme::kSand), zoomed(6));
    }
    if (ui.item_focused()) {
      ui.draw_ring(min, max, zoomed(6));
    }
    const std::string words = row.response.empty() ? context.word("editor.map-goes-on") : row.text;
    write(ui, list, {min.x + zoomed(6), min.y + zoomed(1)}, (row.on_best_path ? "★ " : "") + words,
          zoomed(kMapBoxWidth - 40), ToolFont::small,
          row.on_best_path ? theme::kBlue700 : theme::kInk);
    list.AddCircleFilled(at(port), zoomed(4), ui.ink(theme::kTeal), 10);
  }

  // The line that is being drawn, and what letting go of it does.
  void draw_lead(ToolUi& ui, EditorContext& context, ImDrawList& list) {
    if (!lead_) {
      return;
    }
    const ImVec2 from = at(lead_->from);
    const ImVec2 to = ImGui::GetIO().MousePos;
    list.AddBezierCubic(from, {from.x + ui.px(60), from.y}, {to.x, to.y - ui.px(60)}, to,
                        ui.ink(theme::kTeal), ui.px(3), 20);
    if (ImGui::IsMouseDown(0)) {
      return;
    }
    const Lead lead = *lead_;
    lead_.reset();
    if (!target_.empty()) {
      connect(context, lead, target_);
    }
  }

  static constexpr std::uint64_t kNever = ~std::uint64_t{0};

  std::future<std::shared_ptr<const StoryMap>> coming_;
  std::shared_ptr<const LiveFindings> made_of_;
  std::shared_ptr<const Scenario> laid_out_;  // what story_ shows or is to show, and its best play
  std::vector<std::string> best_;
  std::shared_ptr<const StoryMap> story_;
  MapView view_;
  std::uint64_t seen_selection_ = kNever;
  std::optional<Lead> lead_;     // that is dragged
  std::optional<Lead> joined_;   // that goes to the box that is used next
  std::uint64_t joined_at_ = 0;  // how often something had been selected then
  std::string target_;           // the moment under the pointer
  ImVec2 origin_{};              // of the map's room, pixels
  ImVec2 size_{};
  double scale_ = 1;
};

}  // namespace

std::unique_ptr<Panel> make_map_panel() { return std::make_unique<MapPanel>(); }

}  // namespace mot
