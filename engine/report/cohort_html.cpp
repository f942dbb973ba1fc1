#include "engine/report/cohort_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/base/json.h"
#include "engine/base/xml.h"
#include "engine/report/cohort_text.h"
#include "engine/report/html_style.h"
#include "engine/report/html_text.h"
#include "engine/text/numbers.h"

namespace mot::report {
namespace {

constexpr const char* kCohortStyle = R"(
.half { grid-column: span 6; } .third { grid-column: span 4; }
@media (max-width: 860px) { .half, .third { grid-column: span 12; } }
.big { font-size: 3.25rem; font-weight: 800; line-height: 1.1; }
.split { display: flex; gap: 2px; height: 1.4rem; border-radius: 8px; overflow: hidden; margin: .75rem 0 .4rem; }
.split span { display: block; min-width: 2px; }
.bad-bar { background: #C2452D; } .even-bar { background: #E8B23E; } .good-bar { background: #1F6FB2; }
.bar { background: #EFE5D6; border-radius: 6px; height: 1.1rem; min-width: 6rem; }
.bar span { display: block; height: 100%; border-radius: 6px; background: #0F6B66; }
main { align-items: start; }
.day { white-space: nowrap; }
td.wide { width: 45%; }
td svg { display: block; width: 100%; height: 1.2rem; }
@media print { .card { break-inside: avoid; } body { background: #FFFFFF; } }
)";

/// Weeks and effects beyond these are left out of the page: the latest, and the largest, are shown.
constexpr std::size_t kWeeks = 8;
constexpr std::size_t kEffects = 12;

/// Where a value lies in a drawing 200 wide, −`reach` … `reach` being its width.
double place_of(double value, double reach) {
  return 100 + 96 * std::clamp(value / reach, -1.0, 1.0);
}

/// A line from `low` to `high` with a dot at `value`, −`reach` … `reach` being the width.
std::string interval_svg(double value, double low, double high, double reach) {
  const auto x = [&](double v) { return place_of(v, reach); };
  return fmt::format(
      "<svg viewBox=\"0 0 200 16\" aria-hidden=\"true\">"
      "<line x1=\"100\" y1=\"0\" x2=\"100\" y2=\"16\" stroke=\"#B7AB98\"/>"
      "<line x1=\"{:.1f}\" y1=\"8\" x2=\"{:.1f}\" y2=\"8\" stroke=\"#1E2A3E\" "
      "stroke-width=\"1.5\"/>"
      "<circle cx=\"{:.1f}\" cy=\"8\" r=\"4\" fill=\"#0F6B66\"/></svg>",
      x(low), x(high), x(value));
}

/// A bar from zero, pale where zero lies in the interval.
std::string effect_svg(const MomentEffect& effect, double reach) {
  const auto x = [&](double v) { return place_of(v, reach); };
  const double from = std::min(x(0), x(effect.effect));
  const double to = std::max(x(0), x(effect.effect));
  return fmt::format(
      "<svg viewBox=\"0 0 200 16\" aria-hidden=\"true\">"
      "<rect x=\"{:.1f}\" y=\"2\" width=\"{:.1f}\" height=\"12\" fill=\"{}\" opacity=\"{}\"/>"
      "<line x1=\"{:.1f}\" y1=\"8\" x2=\"{:.1f}\" y2=\"8\" stroke=\"#1E2A3E\" "
      "stroke-width=\"1.5\"/>"
      "<line x1=\"100\" y1=\"0\" x2=\"100\" y2=\"16\" stroke=\"#B7AB98\"/></svg>",
      from, std::max(to - from, 0.5), effect.effect < 0 ? "#C2452D" : "#1F6FB2",
      effect.is_clear() ? "1" : ".4", x(effect.effect - effect.half_width),
      x(effect.effect + effect.half_width));
}

/// A course of scores, 0 … 100.
std::string trend_svg(const std::vector<double>& trend) {
  if (trend.size() < 2) return {};
  std::string points;
  const double step = 92.0 / static_cast<double>(trend.size() - 1);
  for (std::size_t i = 0; i < trend.size(); ++i) {
    points += fmt::format("{:.1f},{:.1f} ", 4 + step * static_cast<double>(i),
                          18 - 16 * std::clamp(trend[i], 0.0, 100.0) / 100);
  }
  return fmt::format(
      "<svg viewBox=\"0 0 100 20\" style=\"width:6rem\" aria-hidden=\"true\"><polyline "
      "points=\"{}\" fill=\"none\" stroke=\"#505C6E\" stroke-width=\"1.5\"/></svg>",
      points);
}

class CohortPage {
 public:
  CohortPage(const Cohort& cohort, const CohortNames& names, const UiStrings& words)
      : cohort_(cohort), names_(names), words_(words) {}

  std::string write() {
    add_head();
    out_ += "<main>\n";
    add_answers();
    add_groups();
    add_funnel();
    add_effects();
    add_trainees();
    add_moments();
    out_ += "</main>\n";
    out_ += fmt::format("<footer><p>{}</p></footer>\n</body>\n</html>\n", said("cohort.simulated"));
    return std::move(out_);
  }

 private:
  std::string said(std::string_view key) const { return escaped_xml(words_.text(key)); }
  std::string said(std::string_view key, UiStrings::Values values) const {
    return escaped_xml(words_.text(key, values));
  }
  std::string head_cell(std::string_view key, bool number = false) const {
    return fmt::format("<th scope=\"col\"{}>{}</th>", number ? " class=\"n\"" : "", said(key));
  }

  void begin_card(std::string_view key, std::string_view kind = {}) {
    out_ += fmt::format("<section class=\"card {}\"><h2>{}</h2>\n", kind, said(key));
  }
  void end_card() { out_ += "</section>\n"; }
  void say(std::string_view key) { out_ += fmt::format("<p class=\"small\">{}</p>\n", said(key)); }

  void add_head() {
    out_ += page_head(words_.language(), words_.text("cohort.title"),
                      std::string(kStyle) + kCohortStyle) +
            fmt::format("<header class=\"top\"><div><h1>{}</h1>\n", said("cohort.title"));
    std::string meta = escaped_xml(names_.about);
    if (!cohort_.from.empty()) {
      meta += fmt::format("{}{}", meta.empty() ? "" : " · ",
                          said("cohort.period", {{"from", cohort_.from}, {"to", cohort_.to}}));
    }
    if (!meta.empty()) out_ += fmt::format("<p class=\"meta\">{}</p>\n", meta);
    out_ += "</div></header>\n";
  }

  void add_answers() {
    begin_card("cohort.nps", "third");
    const NpsCounts& answers = cohort_.answers;
    const auto score = nps(answers);
    const auto interval = nps_interval(answers);
    out_ += fmt::format("<p class=\"big\">{}</p>\n", score ? signed_whole_text(*score) : "–");
    if (interval) {
      out_ += fmt::format("<p class=\"small\">{}</p>\n",
                          said("cohort.interval", {{"low", signed_whole_text(interval->low())},
                                                   {"high", signed_whole_text(interval->high())}}));
    } else {
      say("cohort.too-few");
    }
    const std::int64_t all = answers.customers();
    if (all > 0) {
      out_ += fmt::format(
          "<div class=\"split\" aria-hidden=\"true\"><span class=\"bad-bar\" "
          "style=\"flex:{}\"></span>"
          "<span class=\"even-bar\" style=\"flex:{}\"></span><span class=\"good-bar\" "
          "style=\"flex:{}\"></span></div>\n",
          answers.detractors, answers.passives, answers.promoters);
    }
    out_ += "<dl class=\"figures\">";
    add_share("cohort.detractors", answers.detractors, all);
    add_share("cohort.passives", answers.passives, all);
    add_share("cohort.promoters", answers.promoters, all);
    out_ += "</dl>\n";
    end_card();
  }

  void add_share(std::string_view key, std::int64_t part, std::int64_t all) {
    // Of few answers a share says more than is known.
    out_ += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>", said(key),
                        all < kFewestForNps ? fmt::format("{}", part) : share_text(part, all));
  }

  void add_groups() {
    begin_card("cohort.over-time", "third");
    if (cohort_.weeks.empty()) say("cohort.nothing");
    out_ += "<table><thead><tr>" + head_cell("cohort.group") + head_cell("cohort.answers", true) +
            head_cell("cohort.nps-short", true) + head_cell("cohort.interval-short") +
            "</tr></thead><tbody>\n";
    if (cohort_.groups.size() > 1) {
      for (const AnswersOf& group : cohort_.groups) {
        add_answer_row(group.name.empty() ? said("cohort.no-group") : typed(group.name),
                       group.answers);
      }
    }
    const std::size_t from = cohort_.weeks.size() - std::min(cohort_.weeks.size(), kWeeks);
    for (std::size_t i = from; i < cohort_.weeks.size(); ++i) {
      const std::string week = said("cohort.week", {{"day", cohort_.weeks[i].name}});
      add_answer_row(fmt::format("<span class=\"day\">{}</span>", week), cohort_.weeks[i].answers);
    }
    out_ += "</tbody></table>\n";
    end_card();
  }

  void add_answer_row(const std::string& name, const NpsCounts& answers) {
    const auto score = nps(answers);
    const auto interval = nps_interval(answers);
    out_ += fmt::format(
        "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td><td "
        "class=\"wide\">{}</td></tr>\n",
        name, answers.customers(), score ? signed_whole_text(*score) : "–",
        interval ? interval_svg(*score, interval->low(), interval->high(), 100) : "");
  }

  void add_funnel() {
    begin_card("cohort.completion", "third");
    const Funnel& funnel = cohort_.funnel;
    out_ += "<table><tbody>\n";
    add_step("cohort.started", funnel.started);
    add_step("cohort.finished", funnel.finished);
    add_step("cohort.passed-one", funnel.passed_one);
    add_step("cohort.passed-all", funnel.passed_all);
    out_ += "</tbody></table>\n";
    end_card();
  }

  void add_step(std::string_view key, std::size_t people) {
    const std::size_t all = cohort_.funnel.started;
    const double share =
        all == 0 ? 0 : 100 * static_cast<double>(people) / static_cast<double>(all);
    out_ += fmt::format(
        "<tr><th scope=\"row\">{}</th><td class=\"wide\"><div class=\"bar\"><span "
        "style=\"width:{:.1f}%\"></span></div></td><td class=\"n\">{}</td><td class=\"n\">{}</td>"
        "</tr>\n",
        said(key), share, people,
        share_text(static_cast<std::int64_t>(people), static_cast<std::int64_t>(all)));
  }

  void add_effects() {
    begin_card("cohort.effects", "half");
    const std::vector<MomentEffect> effects = largest_effects(cohort_.effects, kEffects);
    if (effects.empty()) {
      say("cohort.too-few");
      return end_card();
    }
    say("cohort.effects-means");
    double reach = 1;
    for (const MomentEffect& effect : effects) {
      reach = std::max(reach, std::abs(effect.effect) + effect.half_width);
    }
    out_ += "<table><thead><tr>" + head_cell("cohort.moment") + head_cell("cohort.effect") +
            head_cell("cohort.points", true) + "</tr></thead><tbody>\n";
    for (const MomentEffect& effect : effects) {
      out_ += fmt::format(
          "<tr><th scope=\"row\">{}<br><span class=\"small\">{}</span></th><td "
          "class=\"wide\">{}</td><td class=\"n\">{} ± {:.0f}</td></tr>\n",
          typed(names_.moment(effect.scenario, effect.moment)),
          typed(names_.scenario(effect.scenario)), effect_svg(effect, reach),
          signed_whole_text(effect.effect), std::round(effect.half_width));
    }
    out_ += "</tbody></table>\n";
    say("cohort.pale");
    end_card();
  }

  void add_trainees() {
    begin_card("cohort.trainees", "half");
    if (cohort_.trainees.empty()) say("cohort.nothing");
    out_ += "<table><thead><tr>" + head_cell("cohort.name") + head_cell("cohort.attempts", true) +
            head_cell("cohort.score", true) + head_cell("cohort.trend") +
            head_cell("cohort.weakest") + "</tr></thead><tbody>\n";
    const std::size_t shown = std::min(cohort_.trainees.size(), kMostTrainees);
    for (std::size_t i = 0; i < shown; ++i) add_trainee(cohort_.trainees[i]);
    out_ += "</tbody></table>\n";
    if (const std::size_t others = cohort_.trainees.size() - shown; others > 0) {
      out_ += fmt::format("<p class=\"small\">{}</p>\n",
                          said("cohort.others", {{"count", fmt::format("{}", others)}}));
    }
    end_card();
  }

  void add_trainee(const Trainee& trainee) {
    out_ += fmt::format(
        "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td>"
        "<td>{}</td></tr>\n",
        trainee.name.empty() ? said("cohort.no-name") : typed(trainee.name), trainee.attempts,
        trainee.score ? fmt::format("{:.1f}", rounded(*trainee.score, 1)) : "–",
        trend_svg(trainee.trend),
        trainee.weakest_moment.empty()
            ? "–"
            : typed(names_.moment(trainee.weakest_scenario, trainee.weakest_moment)));
  }

  void add_moments() {
    if (cohort_.moments.empty()) return;
    begin_card("cohort.moments");
    say("cohort.moments-means");
    for (const MomentSplit& moment : cohort_.moments) add_moment(moment);
    end_card();
  }

  void add_moment(const MomentSplit& moment) {
    out_ += fmt::format("<h3>{}</h3>\n<p class=\"small\">{}</p>\n",
                        typed(names_.moment(cohort_.scenario, moment.moment)),
                        escaped_xml(measures_text(moment, words_)));
    out_ += "<table><thead><tr>" + head_cell("cohort.response") + head_cell("cohort.all", true) +
            head_cell("cohort.share", true) + head_cell("cohort.first", true) +
            head_cell("cohort.latest", true) + "</tr></thead><tbody>\n";
    for (const ResponseSplit& response : moment.responses) {
      out_ += fmt::format(
          "<tr><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{}</td><td "
          "class=\"n\">{}</td><td class=\"n\">{}</td></tr>\n",
          typed(names_.response(cohort_.scenario, moment.moment, response.response)), response.all,
          share_text(response.all, moment.choices), response.first, response.latest);
    }
    out_ += "</tbody></table>\n";
  }

  const Cohort& cohort_;
  const CohortNames& names_;
  const UiStrings& words_;
  std::string out_;
};

}  // namespace

std::string cohort_html(const Cohort& cohort, const CohortNames& names, const UiStrings& words) {
  return CohortPage(cohort, names, words).write();
}

}  // namespace mot::report
