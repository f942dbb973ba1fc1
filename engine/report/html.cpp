#include "engine/report/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "engine/base/xml.h"
#include "engine/customer/satisfaction.h"
#include "engine/report/figures.h"
#include "engine/report/html_style.h"
#include "engine/report/html_tables.h"
#include "engine/report/html_text.h"
#include "engine/text/numbers.h"

namespace mot::report {
namespace {

constexpr double kNarrow = 336;

std::string paragraph(const std::string& text, std::string_view kind = {}) {
  if (text.empty()) return {};
  return kind.empty() ? fmt::format("<p>{}</p>\n", escaped_xml(text))
                      : fmt::format("<p class=\"{}\">{}</p>\n", kind, escaped_xml(text));
}

/// Writes the page, part by part.
class Page {
 public:
  Page(const Debrief& debrief, const UiStrings& words)
      : debrief_(debrief), words_(words), source_{debrief, words} {}

  std::string write() {
    out_ = head();
    out_ += "<main>\n";
    add_notices();
    add_felt();
    add_account();
    add_echoes();
    add_timeline();
    add_skills();
    add_crowd();
    add_moments();
    add_advice();
    out_ += "</main>\n";
    add_footer();
    return std::move(out_) + "</body>\n</html>\n";
  }

 private:
  const std::string& text(std::string_view key) const { return words_.text(key); }
  std::string word(std::string_view group, std::string_view name) const {
    return words_.text(fmt::format("{}.{}", group, name));
  }
  std::string shown(const OptionReview& option) const {
    return words_.text(option.is_action ? "debrief.done" : "common.quote", {{"text", option.text}});
  }

  std::string head() const {
    const DebriefHead& head = debrief_.head;
    const std::string title = words_.text("debrief.title", {{"title", head.title}});
    return page_head(head.language, title, kStyle) +
           fmt::format("<header class=\"top\"><div>\n<h1>{}</h1>\n<p class=\"meta\">{}</p>\n{}",
                       escaped_xml(title), escaped_xml(summary()), learner()) +
           "</div></header>\n";
  }

  /// "Mrs Chen · resolved · choices: 12 · 3 min 20 s · 2026-11-21"
  std::string summary() const {
    const DebriefHead& head = debrief_.head;
    std::vector<std::string> parts{head.customer};
    if (!head.role.empty()) parts.push_back(head.role);
    parts.push_back(head.ending.empty() ? text("debrief.unfinished") : head.ending);
    parts.push_back(
        words_.text("debrief.choices", {{"count", fmt::format("{}", debrief_.moments.size())}}));
    if (head.seconds >= 1) parts.push_back(duration_text(head.seconds, words_));
    if (!head.started.empty()) parts.push_back(head.started.substr(0, 10));
    return fmt::format("{}", fmt::join(parts, " · "));
  }

  std::string learner() const {
    if (debrief_.head.learner.empty()) return {};
    return fmt::format("<p class=\"meta\">{}</p>\n",
                       with_typed("debrief.played-by", "{name}", debrief_.head.learner));
  }

  /// A text of ours with what somebody typed in it.
  std::string with_typed(std::string_view key,
                         std::string_view place,
                         std::string_view what) const {
    std::string whole = escaped_xml(text(key));
    const std::size_t at = whole.find(place);
    if (at != std::string::npos) whole.replace(at, place.size(), typed(what));
    return whole;
  }

  void open_card(std::string_view key, std::string_view id, std::string_view kind = {}) {
    out_ +=
        fmt::format("<section class=\"card{}{}\" aria-labelledby=\"{}\">\n<h2 id=\"{}\">{}</h2>\n",
                    kind.empty() ? "" : " ", kind, id, id, escaped_xml(text(key)));
  }
  void close_card() { out_ += "</section>\n"; }

  /// A figure for wide pages and one for narrow ones, with its table.
  void add_figure(const Figure& figure,
                  double wide,
                  const std::string& id,
                  std::string_view label_key,
                  const std::string& table) {
    const std::string& label = text(label_key);
    const std::string& language = words_.language();
    out_ += "<figure>\n";
    out_ += fmt::format("<div class=\"wide\">{}</div>\n",
                        svg_of(figure, wide, language, id + "-w-", label));
    out_ += fmt::format("<div class=\"narrow\">{}</div>\n",
                        svg_of(figure, kNarrow, language, id + "-n-", label));
    out_ += "</figure>\n";
    add_table(table);
  }

  /// One figure for all widths.
  void add_figure_once(const Figure& figure,
                       const std::string& id,
                       std::string_view label_key,
                       const std::string& table) {
    out_ += fmt::format("<figure>\n{}\n</figure>\n",
                        svg_of(figure, kNarrow, words_.language(), id + "-", text(label_key)));
    add_table(table);
  }

  void add_table(const std::string& table) {
    out_ += fmt::format("<details class=\"data\"><summary>{}</summary>\n{}</details>\n",
                        escaped_xml(text("report.as-table")), table);
  }

  void add_notices() {
    if (debrief_.notices.empty()) return;
    out_ += "<div class=\"notice\" role=\"note\">\n";
    for (const DebriefNotice& notice : debrief_.notices) out_ += paragraph(notice.text);
    out_ += "</div>\n";
  }

  void add_felt() {
    open_card("debrief.felt", "felt", "third");
    if (debrief_.voice.recommend) {
      add_figure_once(gauge_figure(source_), "gauge", "figure.gauge-label", answer_table(source_));
    }
    out_ += "<div class=\"stack\">\n";
    add_says("debrief.in-survey",
             debrief_.voice.comment.empty()
                 ? std::string()
                 : words_.text("common.quote", {{"text", debrief_.voice.comment}}));
    for (const std::string& sentence : debrief_.voice.remembers) out_ += paragraph(sentence);
    out_ += paragraph(debrief_.voice.prediction_text);
    if (!debrief_.voice.recommend) out_ += paragraph(text("debrief.no-answer"));
    out_ += "</div>\n";
    close_card();
  }

  void add_echoes() {
    if (debrief_.voice.echoes.empty()) return;
    constexpr std::array<std::string_view, 3> kKeys{"debrief.to-friend", "debrief.to-public",
                                                    "debrief.to-manager"};
    open_card("debrief.afterwards", "afterwards");
    out_ += "<div class=\"echoes\">\n";
    for (const Echo& echo : debrief_.voice.echoes) {
      add_says(kKeys[static_cast<std::size_t>(echo.audience)], echo.text);
    }
    out_ += "</div>\n";
    close_card();
  }

  void add_says(std::string_view who_key, const std::string& said) {
    if (said.empty()) return;
    out_ += fmt::format("<div class=\"says\"><span class=\"who\">{}</span> {}</div>\n",
                        escaped_xml(text(who_key)), escaped_xml(said));
  }

  void add_account() {
    open_card("debrief.account", "account", "two-thirds");
    add_key_figures();
    if (debrief_.account) {
      add_figure(account_figure(source_), 620, "account", "figure.account-label",
                 account_table(source_));
      add_turning_points();
    }
    close_card();
  }

  void add_key_figures() {
    const CustomersVoice& voice = debrief_.voice;
    std::string list;
    const auto add = [&](std::string_view key, const std::string& value) {
      list += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", escaped_xml(text(key)),
                          escaped_xml(value));
    };
    if (debrief_.score) add("compare.score", fmt::format("{:.1f}", *debrief_.score));
    if (voice.satisfaction) add("compare.satisfaction", points_text(*voice.satisfaction));
    if (debrief_.account) {
      add("debrief.best-within-reach", points_text(debrief_.account->best));
      add("report.lost", points_text(-debrief_.account->lost));
      if (debrief_.account->luck != 0) {
        add("report.luck", signed_points_text(debrief_.account->luck));
      }
    }
    if (!list.empty()) out_ += "<dl class=\"figures\">\n" + list + "</dl>\n";
  }

  void add_turning_points() {
    const Account& account = *debrief_.account;
    if (account.turning_points.empty()) {
      out_ += paragraph(text("report.no-turning-point"), "small");
      return;
    }
    out_ += fmt::format("<h3>{}</h3>\n<ul class=\"turn\">\n",
                        escaped_xml(text("report.turning-points")));
    for (const std::size_t i : account.turning_points) {
      const MomentReview& moment = debrief_.moments[i];
      out_ += fmt::format("<li><strong>{}. {} ({})</strong>\n{}</li>\n", i + 1,
                          escaped_xml(moment.title), signed_points_text(account.steps[i].choice),
                          paragraph(moment.chosen().reason));
    }
    out_ += "</ul>\n";
  }

  void add_timeline() {
    if (debrief_.moments.empty()) return;
    open_card("debrief.timeline", "timeline");
    add_figure(timeline_figure(source_), kTimeline, "timeline", "figure.timeline-label",
               timeline_table(source_));
    close_card();
  }

  void add_skills() {
    const auto known = [](const SkillReview& skill) { return skill.now.has_value(); };
    const SkillsReview& skills = debrief_.skills;
    const bool any = std::any_of(skills.dimensions.begin(), skills.dimensions.end(), known);
    if (!any && skills.needs.empty() && skills.standards.empty()) return;
    open_card("debrief.skills", "skills", "half");
    if (any) {
      add_figure_once(skills_figure(source_), "skills", "figure.skills-label",
                      skills_table(source_));
      out_ += paragraph(text("debrief.skills-note"), "small");
    }
    out_ += "<div class=\"stack\">\n";
    add_items("debrief.needs", skills.needs, "debrief.needs-found", "debrief.needs-missed");
    add_items("debrief.standards", skills.standards, "debrief.standards-met",
              "debrief.standards-broken");
    out_ += "</div>\n";
    close_card();
  }

  void add_items(std::string_view heading,
                 const std::vector<ItemReview>& items,
                 std::string_view good,
                 std::string_view bad) {
    if (items.empty()) return;
    out_ += fmt::format("<div><h3>{}</h3>\n<ul class=\"plain\">\n", escaped_xml(text(heading)));
    for (const ItemReview& item : items) {
      out_ +=
          fmt::format("<li data-mark=\"{}\"><strong>{}:</strong> {}</li>\n", item.good ? "✓" : "✗",
                      escaped_xml(text(item.good ? good : bad)), escaped_xml(item.text));
    }
    out_ += "</ul></div>\n";
  }

  void add_crowd() {
    if (!debrief_.crowd) return;
    open_card("debrief.crowd", "crowd", "half");
    out_ += paragraph(debrief_.crowd->text);
    add_figure_once(crowd_figure(source_), "crowd", "figure.crowd-label", crowd_table(source_));
    out_ += fmt::format("<h3>{}</h3>\n", escaped_xml(text("report.impact")));
    out_ += paragraph(text("debrief.impact"), "small");
    add_figure_once(impact_figure(source_), "impact", "figure.impact-label", impact_table(source_));
    out_ += paragraph(debrief_.crowd->reservation, "small");
    close_card();
  }

  void add_moments() {
    if (debrief_.moments.empty()) return;
    open_card("debrief.moments", "moments");
    for (const MomentReview& moment : debrief_.moments) add_moment(moment);
    close_card();
  }

  static std::string_view kind_of(MomentLabel label) {
    switch (label) {
      case MomentLabel::misery: return "misery";
      case MomentLabel::magic: return "magic";
      case MomentLabel::neutral: return "neutral";
      case MomentLabel::none: break;
    }
    return "";
  }

  void add_moment(const MomentReview& moment) {
    std::string place = moment.stage;
    if (!moment.channel.empty()) place += (place.empty() ? "" : " · ") + moment.channel;
    out_ += fmt::format("<article class=\"moment\">\n<header><h3>{}. {}</h3>", moment.choice + 1,
                        escaped_xml(moment.title));
    if (moment.scored) {
      out_ += fmt::format("<span class=\"tag {}\">{} · {}</span>", kind_of(moment.label),
                          signed_points_text(moment.gap),
                          escaped_xml(word("label", kind_of(moment.label))));
    }
    out_ += "</header>\n" + paragraph(place, "small");
    if (moment.said) {
      out_ += fmt::format("<div class=\"says\"><span class=\"who\">{}</span> {}</div>\n",
                          escaped_xml(moment.said->speaker_name + " · " +
                                      word("feeling", name_of(moment.said->feeling))),
                          escaped_xml(words_.text("common.quote", {{"text", moment.said->text}})));
    }
    add_thoughts(moment.thoughts);
    out_ += "<div class=\"cells\">\n";
    add_mine(moment);
    add_best(moment);
    add_expected(moment);
    add_reaction(moment);
    out_ += "</div>\n";
    add_others(moment);
    out_ += "</article>\n";
  }

  void open_cell(std::string_view kind, const std::string& heading, const std::string& figure) {
    out_ += fmt::format("<div class=\"cell {}\"><h4><span>{}</span><span>{}</span></h4>\n", kind,
                        escaped_xml(heading), escaped_xml(figure));
  }

  std::string cost_of(const OptionReview& option) const {
    if (!option.cost) return {};
    return *option.cost == 0 ? word("grade", "best") : signed_points_text(-*option.cost);
  }

  void add_mine(const MomentReview& moment) {
    const OptionReview& chosen = moment.chosen();
    open_cell(fmt::format("mine {}", kind_of(moment.label)),
              text(chosen.is_action ? "debrief.you-did" : "debrief.you-said"), cost_of(chosen));
    out_ += paragraph(shown(chosen));
    if (moment.timed_out) out_ += paragraph(text("debrief.timed-out"), "small");
    out_ += paragraph(chosen.reason);
    std::string how = chosen.effect;
    if (moment.seconds >= 0 && !moment.timed_out) {
      how += (how.empty() ? "" : " · ") +
             words_.text("debrief.decided-in", {{"time", duration_text(moment.seconds, words_)}});
    }
    out_ += paragraph(how, "small");
    out_ += paragraph(moment.confidence_text, "small");
    out_ += "</div>\n";
  }

  void add_best(const MomentReview& moment) {
    const OptionReview* best = moment.best();
    if (best == nullptr || best->chosen) return;
    open_cell("best", text("report.best-response"), word("grade", "best"));
    out_ += paragraph(shown(*best)) + paragraph(best->reason);
    if (!best->reply.empty()) {
      out_ += paragraph(words_.text("report.would-have-said", {{"text", best->reply}}), "small");
    }
    out_ += paragraph(best->effect, "small") + "</div>\n";
  }

  void add_expected(const MomentReview& moment) {
    if (!moment.scored && moment.needs.empty() && moment.standards.empty()) return;
    open_cell("", text(moment.scored ? "debrief.expected" : "debrief.needs"), "");
    if (moment.scored) out_ += dimensions_table(source_, moment);
    if (moment.wait) out_ += paragraph(moment.wait->text, "small");
    out_ += "<ul class=\"plain\">\n";
    for (const NeedReview& need : moment.needs) {
      add_point(need.found, need.found ? "debrief.needs-found" : "debrief.needs-missed", need.text);
    }
    for (const StandardReview& standard : moment.standards) {
      add_point(standard.met, standard.met ? "debrief.standards-met" : "debrief.standards-broken",
                standard.text);
    }
    if (moment.needs.empty() && moment.standards.empty()) {
      out_.erase(out_.rfind("<ul"));
    } else {
      out_ += "</ul>\n";
    }
    out_ += "</div>\n";
  }

  void add_point(bool good, std::string_view key, const std::string& what) {
    out_ += fmt::format("<li data-mark=\"{}\"><strong>{}:</strong> {}</li>\n", good ? "✓" : "✗",
                        escaped_xml(text(key)), escaped_xml(what));
  }

  void add_thoughts(const std::vector<std::string>& thoughts) {
    for (const std::string& thought : thoughts) {
      out_ += paragraph(words_.text("debrief.thought", {{"text", thought}}), "thought");
    }
  }

  void add_reaction(const MomentReview& moment) {
    if (!moment.reply && moment.afterthoughts.empty()) return;
    open_cell("", words_.text("debrief.how-it-landed", {{"name", debrief_.head.customer}}), "");
    if (moment.reply) {
      out_ += paragraph(words_.text("common.quote", {{"text", moment.reply->text}}));
    }
    add_thoughts(moment.afterthoughts);
    out_ += "</div>\n";
  }

  void add_others(const MomentReview& moment) {
    const auto other = [](const OptionReview& option) { return !option.chosen && !option.best; };
    const auto count = std::count_if(moment.options.begin(), moment.options.end(), other);
    if (count == 0 && moment.closed.empty()) return;
    out_ += fmt::format("<details open><summary>{}</summary>\n<ul class=\"others\">\n",
                        escaped_xml(text("report.other-options")));
    for (const OptionReview& option : moment.options) {
      if (!other(option)) continue;
      std::string effect;
      if (option.grade) effect = word("grade", name_of(*option.grade)) + " · ";
      effect += option.effect;
      out_ += fmt::format("<li>{}{}{}</li>\n", paragraph(shown(option)), paragraph(effect, "small"),
                          paragraph(option.reason));
    }
    for (const ClosedOption& closed : moment.closed) {
      out_ += fmt::format(
          "<li>{}</li>\n",
          paragraph(words_.text("debrief.closed",
                                {{"text", closed.text},
                                 {"needs", fmt::format("{}", fmt::join(closed.needs, " "))}}),
                    "small"));
    }
    out_ += "</ul></details>\n";
  }

  void add_advice() {
    const Advice& advice = debrief_.advice;
    const bool any = !advice.instead.empty() || !advice.tip.empty() || advice.next ||
                     !debrief_.head.takeaway.empty();
    if (!any) return;
    open_card("debrief.advice", "advice");
    out_ += "<div class=\"stack\">\n";
    if (!advice.instead.empty()) {
      out_ += "<ul class=\"turn\">\n";
      for (const TryInstead& instead : advice.instead) {
        out_ += fmt::format("<li>{}{}</li>\n", paragraph(instead.text),
                            paragraph(instead.reason, "small"));
      }
      out_ += "</ul>\n";
    }
    out_ += paragraph(advice.tip);
    if (advice.next) {
      out_ += fmt::format("<div class=\"next\"><strong>{}</strong> {}</div>\n",
                          escaped_xml(words_.text("debrief.next", {{"title", advice.next->title}})),
                          escaped_xml(advice.next->reason));
    }
    if (!debrief_.head.takeaway.empty()) {
      out_ += fmt::format("<h3>{}</h3>\n<blockquote class=\"take\">{}</blockquote>\n",
                          escaped_xml(text("debrief.takeaway")), typed(debrief_.head.takeaway));
    }
    out_ += "</div>\n";
    close_card();
  }

  void add_footer() {
    out_ += "<footer>\n" + paragraph(text("report.simulated")) +
            paragraph(words_.text("cli.debrief.seed",
                                  {{"seed", fmt::format("{}", debrief_.head.seed)}})) +
            paragraph(text("settings.trademarks")) + "</footer>\n";
  }

  static constexpr double kTimeline = 1000;

  const Debrief& debrief_;
  const UiStrings& words_;
  FigureSource source_;
  std::string out_;
};

}  // namespace

std::string html_of(const Debrief& debrief, const UiStrings& words) {
  return Page(debrief, words).write();
}

}  // namespace mot::report
