#include "game/dashboard/dashboard_filters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "engine/base/utc.h"
#include "game/dashboard/dashboard_panels.h"

namespace mot {
namespace {

constexpr std::array<int, 4> kDays{0, 7, 30, 90};  // 0: all
constexpr theme::Type kText = theme::kLabel.growing(1.1F);
constexpr float kHeight = 42;
constexpr float kRow = 38;

}  // namespace

void DashboardFilters::set_scenarios(std::vector<std::string> ids,
                                     std::vector<std::string> titles) {
  scenario_ids_ = std::move(ids);
  scenario_titles_ = std::move(titles);
  const auto same = std::find(scenario_ids_.begin(), scenario_ids_.end(), scenario_);
  if (same == scenario_ids_.end()) {
    scenario_ = scenario_ids_.empty() ? std::string() : scenario_ids_.front();
  }
}

void DashboardFilters::fill(CohortQuestion& question, const std::string& today) const {
  question.group = group_;
  if (counts_ > 0) question.counts = static_cast<CountedAttempt>(counts_ - 1);
  const auto now = seconds_of_utc(day_of(today));
  if (now && kDays[days_] > 0) question.since = day_of(*now - (kDays[days_] - 1) * kSecondsADay);
}

std::vector<DashboardFilters::List> DashboardFilters::lists(bool with_scenario,
                                                            const UiStrings& words) const {
  List groups{"group", {words.text("dashboard.all-groups")}};
  const auto label = [&](const std::string& group) {
    return group.empty() ? words.text("cohort.no-group") : group;
  };
  for (const std::string& group : groups_) {
    if (group == group_) groups.chosen = groups.labels.size();
    groups.labels.push_back(label(group));
  }
  if (group_ && groups.chosen == 0) {
    groups.chosen = groups.labels.size();
    groups.labels.push_back(label(*group_));
  }
  List days{"days", {words.text("dashboard.all-days")}, days_};
  for (std::size_t i = 1; i < kDays.size(); ++i) {
    days.labels.push_back(
        words.text("dashboard.last-days", {{"days", fmt::format("{}", kDays[i])}}));
  }
  List counts{"counts",
              {words.text("dashboard.count-all"), words.text("dashboard.count-first"),
               words.text("dashboard.count-best"), words.text("dashboard.count-last")},
              counts_};
  std::vector<List> all{std::move(days), std::move(counts), std::move(groups)};
  if (!with_scenario) return all;
  const auto chosen = std::find(scenario_ids_.begin(), scenario_ids_.end(), scenario_);
  all.push_back(
      {"scenario", scenario_titles_, static_cast<std::size_t>(chosen - scenario_ids_.begin())});
  return all;
}

std::string DashboardFilters::said(const UiStrings& words) const {
  std::string said;
  for (const List& list : lists(false, words)) {
    if (list.chosen == 0 || list.chosen >= list.labels.size()) continue;
    said += (said.empty() ? "" : " · ") + list.labels[list.chosen];
  }
  return said;
}

bool DashboardFilters::use(const std::string& id) {
  for (const std::string_view list : {"group", "days", "counts", "scenario"}) {
    if (id == list) {
      open_ = open_ == id ? std::string() : id;
      return false;
    }
    if (id.rfind(std::string(list) + "-", 0) != 0) continue;
    std::size_t place = 0;
    std::from_chars(id.data() + list.size() + 1, id.data() + id.size(), place);
    open_.clear();
    if (list == "scenario") {
      if (place < scenario_ids_.size()) scenario_ = scenario_ids_[place];
    } else if (list == "group") {
      if (place == 0) group_.reset();
      if (place > 0 && place <= groups_.size()) group_ = groups_[place - 1];
    } else {
      (list == "days" ? days_ : counts_) = place;
    }
    return true;
  }
  return false;
}

float DashboardFilters::draw_buttons(Canvas& canvas,
                                     Ui& ui,
                                     Vec right_top,
                                     bool with_scenario,
                                     const UiStrings& words) {
  float right = right_top.x;
  for (const List& list : lists(with_scenario, words)) {
    if (list.labels.empty()) continue;
    const std::string& label = list.labels[std::min(list.chosen, list.labels.size() - 1)];
    const float width = std::min(260.F, canvas.text_width(label, kText) + 62);
    const Rect box{right - width, right_top.y, width, kHeight};
    const ControlState state = ui.place(canvas, list.id, box, 14);
    canvas.rounded(box, 14, mixed(theme::kPaper, theme::kSand, state.hover));
    canvas.border(box, 14, 2, theme::kLine);
    draw_fitted(canvas, label, {box.x + 18, box.centre().y}, width - 56, {kText});
    canvas.icon_centred("chev", {box.right() - 22, box.centre().y}, {16, theme::kInk2, 2.4F});
    if (open_ == list.id) below_ = box;
    right = box.x - 10;
  }
  return right;
}

void DashboardFilters::draw_list(Canvas& canvas, Ui& ui, const UiStrings& words) {
  for (const List& list : lists(true, words)) {
    if (list.id != open_) continue;
    float width = std::max(below_.w, 200.F);
    for (const std::string& label : list.labels) {
      width = std::max(width, canvas.text_width(label, kText) + 64);
    }
    const float content = kRow * static_cast<float>(list.labels.size());
    const float height = std::min(content, 420.F);
    const Rect box{below_.right() - width, below_.bottom() + 6, width, height + 16};
    canvas.panel(box, 14, theme::kPaper, 3);
    ui.begin_scroll(canvas, "choices", {box.x, box.y + 8, box.w, height}, content);
    for (std::size_t i = 0; i < list.labels.size(); ++i) {
      const Rect row{box.x + 8, box.y + 8 + kRow * static_cast<float>(i), box.w - 16, kRow};
      const ControlState state = ui.place(canvas, fmt::format("{}-{}", list.id, i), row, 10);
      if (state.hover > 0) canvas.rounded(row, 10, faded(theme::kTeal50, state.hover));
      draw_fitted(canvas, list.labels[i], {row.x + 12, row.centre().y}, row.w - 40,
                  {i == list.chosen ? kText.weighing(700) : kText.weighing(500)});
      if (i == list.chosen) {
        ui.mark_chosen();
        canvas.icon_centred("check", {row.right() - 14, row.centre().y}, {16, theme::kTeal, 2.6F});
      }
    }
    ui.end_scroll(canvas);
  }
}

}  // namespace mot
