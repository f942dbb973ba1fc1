#include "game/editor/live_column.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/finding_texts.h"
#include "game/tools/tool_style.h"

namespace mot {
namespace {

constexpr std::size_t kMostFindings = 40;

void heading(ToolUi& ui, const std::string& text) {
  ImGui::Dummy({0, ui.px(2)});
  ui.text(text, ToolFont::strong);
}

std::string nps_of(const CheckedWay& way, const EditorContext& context) {
  const auto score = way.answers ? nps(*way.answers) : std::nullopt;
  return score ? fmt::format("{:+.0f}", *score) : context.word("editor.no-nps");
}

void draw_way(ToolUi& ui,
              const EditorContext& context,
              const char* name,
              const std::optional<CheckedWay>& way,
              Colour colour) {
  if (!way) {
    return;
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = ui.line_height(ToolFont::body);
  list.AddCircleFilled({at.x + ui.px(6), at.y + height / 2}, ui.px(5), ui.ink(colour));
  ui.draw_text(list, {at.x + ui.px(18), at.y + ui.px(2)}, context.word(name), ToolFont::body,
               theme::kInk);
  if (way->satisfaction) {
    const std::string points = fmt::format("{:.2f}", *way->satisfaction);
    ui.draw_text(list, {at.x + width * 0.58F, at.y + ui.px(2)}, points, ToolFont::strong,
                 theme::kInk);
  }
  const std::string score = nps_of(*way, context);
  ui.draw_text(list, {at.x + width - ui.text_width(score, ToolFont::strong), at.y + ui.px(2)},
               score, ToolFont::strong, theme::kInk);
  ImGui::Dummy({width, height});
}

// Why something is not there yet, or will not be.
const char* missing_word(const LiveFindings& found) {
  return found.failed ? "editor.check-failed" : "editor.counting";
}

void draw_ways(ToolUi& ui, const EditorContext& context, const LiveFindings& found) {
  heading(ui, context.word("editor.ways"));
  if (!found.scenario && !found.failed) {
    ui.paragraph(context.word("editor.ways-with-errors"), ToolFont::small, theme::kInk2);
    return;
  }
  if (!found.solved) {
    ui.paragraph(context.word(missing_word(found)), ToolFont::small, theme::kInk2);
    return;
  }
  if (!found.best && !found.worst) {
    ui.paragraph(context.word(found.exact ? "editor.ways-without-end" : "editor.not-exact"),
                 ToolFont::small, theme::kInk2);
    return;
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ui.draw_text(list, {at.x + width * 0.50F, at.y}, context.word("editor.of-ten"), ToolFont::small,
               theme::kInk2);
  const std::string& nps_word = context.word("editor.nps");
  ui.draw_text(list, {at.x + width - ui.text_width(nps_word, ToolFont::small), at.y}, nps_word,
               ToolFont::small, theme::kInk2);
  ImGui::Dummy({width, ui.line_height(ToolFont::small)});
  draw_way(ui, context, "editor.best", found.best, theme::kPromoter);
  draw_way(ui, context, "editor.worst", found.worst, theme::kDetractor);
  if (!context.way().empty()) {
    draw_way(ui, context, "editor.current", found.current, theme::kViolet);
  }
  if (!found.exact) {
    ui.paragraph(context.word("editor.not-exact"), ToolFont::small, theme::kInk2);
  }
  ui.paragraph(context.word("editor.simulated"), ToolFont::small, theme::kInk2);
}

void select_line(EditorContext& context, std::uint32_t line) {
  OutlinedPlace place = place_of_line(context.outline(), context.text(), line);
  context.select(!place.response.empty() ? EditorSelection::of_response(std::move(place.moment),
                                                                        std::move(place.response))
                 : !place.moment.empty() ? EditorSelection::of_moment(std::move(place.moment))
                                         : EditorSelection::of_scenario());
}

}  // namespace

// Once for all frames that show the same findings.
void LiveColumn::read(EditorContext& context) {
  if (found_ == context.findings()) {
    return;
  }
  found_ = context.findings();
  remarks_.clear();
  const FindingTexts& texts = context.game().finding_texts();
  const auto remark = [&](std::string_view code, const auto& found, bool here) {
    remarks_.push_back({std::string(code), found.severity, found.position,
                        texts.message(code, found.message), texts.hint(found.hint), here});
  };
  for (const Diagnostic& d : found_->findings) {
    remark(d.code, d, d.source && d.source->path == context.document().path());
  }
  for (const Smell& smell : found_->smells) {
    remark(smell.code, smell, true);
  }
  std::stable_sort(remarks_.begin(), remarks_.end(),
                   [](const Remark& a, const Remark& b) { return a.severity < b.severity; });
}

void LiveColumn::draw_remark(ToolUi& ui,
                             EditorContext& context,
                             const Remark& remark,
                             std::size_t number) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const std::string id = "finding-" + std::to_string(number);
  ImGui::BeginGroup();
  ImGui::SetCursorScreenPos({at.x + ui.px(18), at.y});
  ImGui::BeginGroup();
  ui.paragraph(remark.message, ToolFont::small, theme::kInk, width - ui.px(20));
  // The colour alone says it to some only.
  std::string below =
      context.word("editor.severity-" + std::string(severity_name(remark.severity)));
  if (remark.position.line > 0) {
    below += " · " +
             context.words().text("editor.line", {{"line", std::to_string(remark.position.line)}});
  }
  below += " · " + remark.id;
  if (!remark.hint.empty()) {
    below += " · " + remark.hint;
  }
  ui.paragraph(below, ToolFont::small, theme::kInk2, width - ui.px(20));
  ImGui::EndGroup();
  ImGui::EndGroup();
  const ImVec2 max{at.x + width, ImGui::GetItemRectMax().y};
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddCircleFilled({at.x + ui.px(6), at.y + ui.line_height(ToolFont::small) / 2}, ui.px(5),
                       ui.edge(colour_of(remark.severity)));
  ImGui::SetCursorScreenPos(at);
  if (ImGui::InvisibleButton(id.c_str(), {width, max.y - at.y}) && remark.here) {
    select_line(context, remark.position.line);
  }
  ui.mark(id);
  if (ui.item_focused() || ImGui::IsItemHovered()) {
    list.AddRect({at.x - ui.px(3), at.y - ui.px(2)}, {max.x, max.y + ui.px(2)},
                 ui.edge(ui.item_focused() ? theme::kTeal : theme::kOutline), ui.px(6));
  }
}

void LiveColumn::draw_findings(ToolUi& ui, EditorContext& context) const {
  heading(ui, context.word("editor.findings"));
  if (remarks_.empty()) {
    ui.paragraph(context.word(found_->complete() && !found_->failed ? "editor.all-well"
                                                                    : missing_word(*found_)),
                 ToolFont::small, theme::kInk2);
    return;
  }
  for (std::size_t i = 0; i < std::min(remarks_.size(), kMostFindings); ++i) {
    draw_remark(ui, context, remarks_[i], i);
  }
  if (remarks_.size() > kMostFindings) {
    ui.text(context.words().text("editor.more-findings",
                                 {{"count", std::to_string(remarks_.size() - kMostFindings)}}),
            ToolFont::small, theme::kInk2);
  }
  if (found_->failed || !found_->complete()) {
    ui.paragraph(context.word(missing_word(*found_)), ToolFont::small, theme::kInk2);
  }
}

std::optional<std::size_t> findings_to_mend(const EditorContext& context) {
  const auto& found = context.findings();
  const bool known = found && !found->failed && !context.checking() &&
                     found->version == context.version() && found->complete();
  if (!known) {
    return std::nullopt;
  }
  std::size_t wrong = found->errors + found->warnings;
  for (const Smell& smell : found->smells) {
    wrong += smell.severity == Severity::hint ? 0U : 1U;
  }
  return wrong;
}

void LiveColumn::draw(ToolUi& ui, EditorContext& context) {
  if (!context.findings()) {
    ui.text(context.word("editor.counting"), ToolFont::small, theme::kInk2);
    return;
  }
  read(context);
  const ImVec2 from = ImGui::GetCursorScreenPos();
  draw_ways(ui, context, *found_);
  draw_findings(ui, context);
  const ImVec2 to{from.x + ImGui::GetContentRegionAvail().x, ImGui::GetItemRectMax().y};
  if (found_->version == context.version()) {
    ui.place("live-faults", from, to);
    if (found_->complete()) {
      ui.place("live-all", from, to);
    }
  }
}

}  // namespace mot
