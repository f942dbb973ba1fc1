#include "engine/report/html_tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "engine/base/xml.h"
#include "engine/customer/satisfaction.h"
#include "engine/report/html_text.h"
#include "engine/text/numbers.h"

namespace mot::report {
namespace {

/// Collects rows.
class Table {
 public:
  /// Columns by the keys of their names; the first is a text, the rest are numbers.
  Table(const FigureSource& source, std::initializer_list<std::string_view> keys) {
    out_ = "<table>\n<thead><tr>";
    bool first = true;
    for (const std::string_view key : keys) {
      out_ += fmt::format("<th scope=\"col\"{}>{}</th>", first ? "" : " class=\"n\"",
                          escaped_xml(source.words.text(key)));
      first = false;
    }
    out_ += "</tr></thead>\n<tbody>\n";
  }

  void row(const std::string& name, std::initializer_list<std::string> values) {
    out_ += fmt::format("<tr><th scope=\"row\">{}</th>", escaped_xml(name));
    for (const std::string& value : values) {
      out_ += fmt::format("<td class=\"n\">{}</td>", escaped_xml(value));
    }
    out_ += "</tr>\n";
  }

  std::string end() { return std::move(out_) + "</tbody>\n</table>\n"; }

 private:
  std::string out_;
};

std::string or_dash(bool there, const std::string& text) { return there ? text : "–"; }

std::string whole(const std::optional<double>& value) {
  return value ? fmt::format("{}", std::lround(*value)) : "–";
}

std::string numbered(std::size_t choice, const std::string& title) {
  return fmt::format("{}. {}", choice + 1, title);
}

}  // namespace

std::string answer_table(const FigureSource& source) {
  const CustomersVoice& voice = source.debrief.voice;
  Table table(source, {"report.question", "report.answer"});
  table.row(source.words.text("compare.recommend"), {fmt::format("{}", *voice.recommend)});
  if (voice.predicted) {
    table.row(source.words.text("report.prediction"), {fmt::format("{}", *voice.predicted)});
  }
  table.row(source.words.text("compare.satisfaction"), {points_text(*voice.satisfaction)});
  return table.end();
}

std::string account_table(const FigureSource& source) {
  const Account& account = *source.debrief.account;
  Table table(source, {"report.step", "report.points", "report.level"});
  table.row(source.words.text("debrief.best-within-reach"), {"", points_text(account.best)});
  for (std::size_t i = 0; i < account.steps.size(); ++i) {
    const AccountStep& step = account.steps[i];
    table.row(numbered(i, source.debrief.moments[i].title),
              {signed_points_text(step.choice), points_text(step.level_after_choice)});
    if (step.luck == 0) continue;
    table.row(source.words.text("debrief.luck-after", {{"number", fmt::format("{}", i + 1)}}),
              {signed_points_text(step.luck), points_text(step.level_after_luck)});
  }
  table.row(source.words.text(account.complete ? "debrief.reached" : "debrief.still-within-reach"),
            {"", points_text(account.reached)});
  return table.end();
}

std::string timeline_table(const FigureSource& source) {
  const Timeline& timeline = source.debrief.timeline;
  Table table(source, {"report.moment", "figure.gap", "figure.mood", "report.csat", "report.wait"});
  for (std::size_t i = 0; i < timeline.points.size(); ++i) {
    const TimelinePoint& point = timeline.points[i];
    std::string name = numbered(i, source.debrief.moments[i].title);
    if (timeline.peak == i) name += " (" + source.words.text("figure.peak") + ")";
    if (timeline.end == i) name += " (" + source.words.text("figure.end") + ")";
    table.row(name,
              {or_dash(point.scored, signed_points_text(point.gap)), fmt::format("{}", point.mood),
               whole(point.satisfaction), or_dash(point.wait > 0, fmt::format("{}", point.wait))});
  }
  return table.end();
}

std::string skills_table(const FigureSource& source) {
  Table table(source, {"report.skill", "figure.now", "figure.before"});
  const SkillsReview& skills = source.debrief.skills;
  for (const auto* group : {&skills.dimensions, &skills.behaviours}) {
    for (const SkillReview& skill : *group) {
      if (skill.now) table.row(skill.name, {whole(skill.now), whole(skill.before)});
    }
  }
  return table.end();
}

std::string crowd_table(const FigureSource& source) {
  const CrowdReview& crowd = *source.debrief.crowd;
  Table table(source, {"report.answer", "report.customers"});
  for (std::size_t answer = 0; answer < crowd.histogram.size(); ++answer) {
    table.row(fmt::format("{}", answer), {fmt::format("{}", crowd.histogram[answer])});
  }
  return table.end();
}

std::string impact_table(const FigureSource& source) {
  Table table(source, {"report.moment", "report.moved", "report.standard-error"});
  for (const TouchpointReview& touchpoint : source.debrief.crowd->touchpoints) {
    table.row(numbered(touchpoint.choice, touchpoint.title),
              {signed_text(touchpoint.impact), fmt::format("{:.1f}", touchpoint.standard_error)});
  }
  return table.end();
}

std::string dimensions_table(const FigureSource& source, const MomentReview& moment) {
  Table table(source,
              {"report.dimension", "report.expected", "report.delivered", "report.verdict"});
  for (const DimensionReview& dimension : moment.dimensions) {
    std::string name = dimension.name;
    if (!dimension.note.empty()) name += " " + dimension.note;
    table.row(name, {fmt::format("{}", dimension.expected), fmt::format("{}", dimension.delivered),
                     source.words.text(fmt::format("verdict.{}", name_of(dimension.verdict)))});
  }
  return table.end();
}

std::string duration_text(double seconds, const UiStrings& words) {
  constexpr long kMinute = 60;
  const long whole_seconds = std::lround(seconds);
  if (whole_seconds < kMinute) {
    return words.text("common.seconds", {{"count", fmt::format("{}", whole_seconds)}});
  }
  return words.text("common.minutes-seconds",
                    {{"minutes", fmt::format("{}", whole_seconds / kMinute)},
                     {"seconds", fmt::format("{}", whole_seconds % kMinute)}});
}

}  // namespace mot::report
