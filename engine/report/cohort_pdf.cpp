#include "engine/report/cohort_pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <vector>

#include "engine/report/cohort_text.h"
#include "engine/report/html_text.h"
#include "engine/report/surfaces.h"
#include "engine/text/numbers.h"

namespace mot::report {
namespace {

constexpr double kMargin = 56;
constexpr double kWidth = kPageWidth - 2 * kMargin;
constexpr double kBottom = kPageHeight - 70;
constexpr double kRow = 24;
constexpr double kNames = 250;
/// Where lines and bars of a row begin, and how long they may be.
constexpr double kFigure = kMargin + kNames + 70;
constexpr double kFigureWidth = kWidth - kNames - 150;
constexpr std::size_t kWeeks = 12;
constexpr std::size_t kEffects = 15;
constexpr double kPale = 0.4;

constexpr Type kTitle{26, 800, kInk, Align::left};
constexpr Type kHeading{17, 700, kInk, Align::left};
constexpr Type kText{12, 400, kInk, Align::left};
constexpr Type kNumber{12, 700, kInk, Align::right};

/// Something that is not broken between two pages, drawn from its top on.
struct Block {
  double height = 0;
  std::function<void(Pen& pen, double y)> draw;
  /// It stays with the block behind it.
  bool heads = false;
};

class Report {
 public:
  Report(const Cohort& cohort, const CohortNames& names, const UiStrings& words)
      : cohort_(cohort), names_(names), words_(words) {
    add_title();
    add_answers();
    add_weeks();
    add_funnel();
    add_effects();
    add_trainees();
    add_moments();
  }

  /// Draws a page; whether another one follows.
  bool draw(Pen& pen, int page) {
    double y = kMargin;
    while (next_ < blocks_.size()) {
      const Block& block = blocks_[next_];
      const bool kept = block.heads && next_ + 1 < blocks_.size();
      const double needed = block.height + (kept ? blocks_[next_ + 1].height : 0);
      if (y > kMargin && y + needed > kBottom) break;
      block.draw(pen, y);
      y += block.height;
      ++next_;
    }
    const Tag tag(pen, "P");
    pen.paragraph({words_.text("cohort.simulated"), kSmall.sized(10), kWidth - 60},
                  {kMargin, kPageHeight - 52});
    pen.text(fmt::format("{}", page + 1), {kPageWidth - kMargin, kPageHeight - 42},
             kSmall.aligned(Align::right));
    return next_ < blocks_.size();
  }

 private:
  void add(double height, std::function<void(Pen&, double)> draw, bool heads = false) {
    blocks_.push_back({height, std::move(draw), heads});
  }

  void add_heading(std::string_view key) {
    add(
        46,
        [said = words_.text(key)](Pen& pen, double y) {
          const Tag tag(pen, "H2");
          pen.text(said, {kMargin, y + 32}, kHeading);
        },
        true);
  }

  void add_note(std::string_view key) {
    add(
        36,
        [said = words_.text(key)](Pen& pen, double y) {
          const Tag tag(pen, "P");
          pen.paragraph({said, kSmall.sized(11), kWidth, 2}, {kMargin, y});
        },
        true);
  }

  /// A row: its name, then a number, then what `figure` draws around a line's middle.
  void add_row(const std::string& name,
               const std::string& number,
               const std::string& last,
               const std::function<void(Pen&, double middle)>& figure) {
    add(kRow, [=](Pen& pen, double y) {
      const Tag tag(pen, "P");
      pen.paragraph({name, kText, kNames, 1}, {kMargin, y + 3});
      pen.text(number, {kMargin + kNames + 50, y + 16}, kNumber);
      if (figure) figure(pen, y + kRow / 2);
      pen.text(last, {kMargin + kWidth, y + 16}, kNumber);
      pen.line({kMargin, y + kRow}, {kMargin + kWidth, y + kRow}, 0.5, kLine);
    });
  }

  void add_title() {
    std::string about = names_.about;
    if (!cohort_.from.empty()) {
      about += (about.empty() ? "" : " · ") +
               words_.text("cohort.period", {{"from", cohort_.from}, {"to", cohort_.to}});
    }
    add(64, [this, about](Pen& pen, double y) {
      {
        const Tag tag(pen, "H1");
        pen.text(words_.text("cohort.title"), {kMargin, y + 26}, kTitle);
      }
      const Tag tag(pen, "P");
      pen.paragraph({isolated(about), kSmall, kWidth, 1}, {kMargin, y + 38});
    });
  }

  void add_answers() {
    add_heading("cohort.nps");
    add(104, [this](Pen& pen, double y) {
      const NpsCounts& answers = cohort_.answers;
      const Tag tag(pen, "P");
      const auto score = nps(answers);
      const auto interval = nps_interval(answers);
      pen.text(score ? signed_whole_text(*score) : "–", {kMargin, y + 44},
               Type{44, 800, kInk, Align::left});
      pen.text(interval
                   ? words_.text("cohort.interval", {{"low", signed_whole_text(interval->low())},
                                                     {"high", signed_whole_text(interval->high())}})
                   : words_.text("cohort.too-few"),
               {kMargin + 130, y + 40}, kSmall.sized(13));
      draw_shares(pen, y + 60);
    });
  }

  void draw_shares(Pen& pen, double y) const {
    const NpsCounts& answers = cohort_.answers;
    struct Share {
      const char* key;
      std::int64_t count;
      Ink ink;
    };
    const std::array shares{Share{"cohort.detractors", answers.detractors, kDetractor},
                            Share{"cohort.passives", answers.passives, kPassive},
                            Share{"cohort.promoters", answers.promoters, kBlue}};
    const auto all = answers.customers();
    double x = kMargin;
    double column = kMargin;
    pen.fill({kMargin, y, kWidth, 14}, kSand);
    for (const Share& share : shares) {
      const double part =
          all == 0 ? 0 : kWidth * static_cast<double>(share.count) / static_cast<double>(all);
      if (part > 0) pen.fill({x, y, part, 14}, share.ink);
      x += part;
      // Of few answers a share says more than is known.
      const std::string number =
          all < kFewestForNps ? fmt::format("{}", share.count) : share_text(share.count, all);
      pen.fill({column, y + 24, 10, 10}, share.ink);
      pen.text(words_.text(share.key) + " " + number, {column + 16, y + 33}, kText);
      column += kWidth / 3;
    }
  }

  void add_weeks() {
    add_heading("cohort.over-time");
    if (cohort_.weeks.empty()) add_note("cohort.nothing");
    if (cohort_.groups.size() > 1) {
      for (const AnswersOf& group : cohort_.groups) {
        add_interval(group.name.empty() ? words_.text("cohort.no-group") : isolated(group.name),
                     group.answers);
      }
    }
    for (std::size_t i = cohort_.weeks.size() - std::min(kWeeks, cohort_.weeks.size());
         i < cohort_.weeks.size(); ++i) {
      add_interval(words_.text("cohort.week", {{"day", cohort_.weeks[i].name}}),
                   cohort_.weeks[i].answers);
    }
  }

  void add_interval(const std::string& name, const NpsCounts& answers) {
    const auto score = nps(answers);
    const auto interval = nps_interval(answers);
    add_row(name, fmt::format("({})", answers.customers()), score ? signed_whole_text(*score) : "–",
            [score, interval](Pen& pen, double y) {
              const auto x = [](double value) {
                return kFigure + kFigureWidth * (value + 100) / 200;
              };
              pen.line({x(0), y - 9}, {x(0), y + 9}, 1, kLine);
              if (!score || !interval) return;
              pen.line({x(interval->low()), y}, {x(interval->high()), y}, 2, kInk2);
              pen.circle({x(*score), y}, 4, kTeal);
            });
  }

  void add_funnel() {
    add_heading("cohort.completion");
    const Funnel& funnel = cohort_.funnel;
    for (const auto& [key, people] : {std::pair{"cohort.started", funnel.started},
                                      std::pair{"cohort.finished", funnel.finished},
                                      std::pair{"cohort.passed-one", funnel.passed_one},
                                      std::pair{"cohort.passed-all", funnel.passed_all}}) {
      const double share = funnel.started == 0
                               ? 0
                               : static_cast<double>(people) / static_cast<double>(funnel.started);
      add_row(
          words_.text(key), fmt::format("{}", people),
          share_text(static_cast<std::int64_t>(people), static_cast<std::int64_t>(funnel.started)),
          [share](Pen& pen, double y) {
            pen.fill_rounded({kFigure, y - 7, kFigureWidth, 14}, 5, kSand);
            if (share > 0) {
              pen.fill_rounded({kFigure, y - 7, std::max(10.0, kFigureWidth * share), 14}, 5,
                               kTeal);
            }
          });
    }
  }

  void add_effects() {
    add_heading("cohort.effects");
    const std::vector<MomentEffect> effects = largest_effects(cohort_.effects, kEffects);
    add_note(effects.empty() ? "cohort.too-few" : "cohort.effects-means");
    double reach = 1;
    for (const MomentEffect& effect : effects) {
      reach = std::max(reach, std::abs(effect.effect) + effect.half_width);
    }
    for (const MomentEffect& effect : effects) {
      add_row(isolated(names_.moment(effect.scenario, effect.moment)), "",
              signed_whole_text(effect.effect), [effect, reach](Pen& pen, double y) {
                const auto x = [&](double value) {
                  return kFigure + kFigureWidth * (value / reach + 1) / 2;
                };
                const Ink ink = effect.effect < 0 ? kDetractor : kBlue;
                const double from = std::min(x(0), x(effect.effect));
                const double to = std::max(x(0), x(effect.effect));
                pen.fill({from, y - 7, to - from, 14}, effect.is_clear() ? ink : ink.faded(kPale));
                pen.line({x(effect.effect - effect.half_width), y},
                         {x(effect.effect + effect.half_width), y}, 1.5, kInk);
                pen.line({x(0), y - 11}, {x(0), y + 11}, 1, kInk2);
              });
    }
    if (!effects.empty()) add_note("cohort.pale");
  }

  void add_trainees() {
    add_heading("cohort.trainees");
    if (cohort_.trainees.empty()) add_note("cohort.nothing");
    const std::size_t shown = std::min(cohort_.trainees.size(), kMostTrainees);
    for (std::size_t i = 0; i < shown; ++i) {
      const Trainee& trainee = cohort_.trainees[i];
      const std::string weakest =
          trainee.weakest_moment.empty()
              ? "–"
              : isolated(names_.moment(trainee.weakest_scenario, trainee.weakest_moment));
      add_row(trainee.name.empty() ? words_.text("cohort.no-name") : isolated(trainee.name),
              fmt::format("({})", trainee.attempts),
              trainee.score ? whole_text(*trainee.score) : "–", [weakest](Pen& pen, double y) {
                pen.paragraph({weakest, kText.in(kInk2), kFigureWidth, 1}, {kFigure, y - 9});
              });
    }
    if (const std::size_t others = cohort_.trainees.size() - shown; others > 0) {
      add(kRow, [this, others](Pen& pen, double y) {
        const Tag tag(pen, "P");
        pen.text(words_.text("cohort.others", {{"count", fmt::format("{}", others)}}),
                 {kMargin, y + 18}, kSmall);
      });
    }
  }

  void add_moments() {
    if (cohort_.moments.empty()) return;
    add_heading("cohort.moments");
    add_note("cohort.moments-means");
    for (const MomentSplit& moment : cohort_.moments) {
      add(
          46,
          [this, &moment](Pen& pen, double y) {
            const Tag tag(pen, "H3");
            pen.paragraph({isolated(names_.moment(cohort_.scenario, moment.moment)),
                           kLabel.sized(14), kWidth, 1},
                          {kMargin, y + 8});
            pen.paragraph({measures_text(moment, words_), kSmall.sized(11), kWidth, 1},
                          {kMargin, y + 28});
          },
          true);
      for (const ResponseSplit& response : moment.responses) add_response(moment, response);
    }
  }

  void add_response(const MomentSplit& moment, const ResponseSplit& response) {
    const std::string said =
        isolated(names_.response(cohort_.scenario, moment.moment, response.response));
    const std::string counts = fmt::format("{} · {} → {}", share_text(response.all, moment.choices),
                                           response.first, response.latest);
    add(2 * kRow - 10, [said, counts](Pen& pen, double y) {
      const Tag tag(pen, "P");
      pen.paragraph({said, kText, kWidth - 140, 2}, {kMargin, y + 3});
      pen.text(counts, {kMargin + kWidth, y + 16}, kNumber);
      pen.line({kMargin, y + 2 * kRow - 11}, {kMargin + kWidth, y + 2 * kRow - 11}, 0.5, kLine);
    });
  }

  const Cohort& cohort_;
  const CohortNames& names_;
  const UiStrings& words_;
  std::vector<Block> blocks_;
  std::size_t next_ = 0;
};

}  // namespace

Result<std::string> pdf_of_cohort(const Cohort& cohort,
                                  const CohortNames& names,
                                  const UiStrings& words) {
  const PdfFacts about{words.text("cohort.title"), "", names.about, words.language()};
  Report report(cohort, names, words);
  return pdf_of(about, [&](Pen& pen, int page) { return report.draw(pen, page); });
}

}  // namespace mot::report
