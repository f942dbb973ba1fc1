#include "engine/report/pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "engine/base/utf8.h"
#include "engine/report/figure_parts.h"
#include "engine/report/figures.h"
#include "engine/report/html_tables.h"
#include "engine/report/html_text.h"
#include "engine/text/numbers.h"

namespace mot::report {
namespace {

constexpr double kMargin = 42;
constexpr double kWidth = kPageWidth - 2 * kMargin;
constexpr double kFooter = 26;
constexpr double kRoom = kPageHeight - 2 * kMargin - kFooter;
/// What is longer than so many pages is set smaller, as far as it stays legible.
constexpr std::size_t kFewPages = 3;
constexpr std::array kZooms{1.0, 0.93, 0.88, 0.84};
constexpr double kColumnGap = 26;
constexpr double kBlockGap = 10;
/// Longer typed texts are shown in part, and say so.
constexpr std::size_t kMostTyped = 240;

constexpr Type kTitle{24, 800, kInk, Align::left};
constexpr Type kHeading{16, 700, kInk, Align::left};
constexpr Type kText{12.5, 400, kInk, Align::left};
constexpr Type kNote{11, 400, kInk2, Align::left};
constexpr Type kResponse{11.5, 500, kInk, Align::left};
constexpr Type kReason{10.6, 400, kInk2, Align::left};

/// What is kept together on a page.
struct Block {
  Figure draw;
  /// Stays with the block after it.
  bool with_next = false;
};

/// Text with a tag for the structure of the PDF; returns the height.
double put(Pen& pen, const char* tag, const TextBlock& block, Point at) {
  const Tag tagged(pen, tag);
  return pen.paragraph(block, at);
}

/// Paragraphs below one another in a column.
class Column {
 public:
  Column(Pen& pen, Point at, double width) : pen_(pen), at_(at), width_(width), y_(at.y) {}

  Column& text(const std::string& text, const Type& type = kText, double gap = 5) {
    if (text.empty()) return *this;
    y_ += put(pen_, "P", {text, type, width_}, {at_.x, y_}) + gap;
    return *this;
  }
  Column& figure(const Figure& figure, double gap = 8) {
    const Tag tagged(pen_, "Figure");
    pen_.push();
    pen_.translate({at_.x, y_});
    y_ += figure(pen_, width_) + gap;
    pen_.pop();
    return *this;
  }
  double height() const { return y_ - at_.y; }

 private:
  Pen& pen_;
  Point at_;
  double width_;
  double y_;
};

std::string in_part(const UiStrings& words, const std::string& typed) {
  if (count_code_points(typed) <= kMostTyped) return isolated(typed);
  std::string shown;
  std::size_t at = 0;
  for (std::size_t i = 0; i < kMostTyped; ++i) append_code_point(shown, next_code_point(typed, at));
  return words.text("report.in-part", {{"text", isolated(shown)},
                                       {"count", fmt::format("{}", count_code_points(typed))}});
}

/// Makes the blocks, and lays them on pages.
class Pages {
 public:
  Pages(const Debrief& debrief, const UiStrings& words)
      : debrief_(debrief), words_(words), source_{debrief, words} {}

  Result<std::string> write() {
    add_head();
    add_felt();
    add_account();
    add_advice();
    add_timeline();
    add_skills_and_crowd();
    add_moments();
    for (const double zoom : kZooms) {
      paginate(zoom);
      if (pages_.size() <= kFewPages) break;
    }
    const DebriefHead& head = debrief_.head;
    const PdfFacts facts{words_.text("debrief.title", {{"title", head.title}}), "",
                         words_.text("report.subject", {{"name", head.customer}}), head.language};
    return pdf_of(facts, [this](Pen& pen, int page) {
      draw_page(pen, static_cast<std::size_t>(page));
      return static_cast<std::size_t>(page) + 1 < pages_.size();
    });
  }

 private:
  const std::string& text(std::string_view key) const { return words_.text(key); }

  void add(Figure draw, bool with_next = false) { blocks_.push_back({std::move(draw), with_next}); }

  void add_heading(std::string_view key) {
    add(
        [this, key](Pen& pen, double width) {
          return put(pen, "H2", {text(key), kHeading, width}, {0, 2});
        },
        true);
  }

  void paginate(double zoom) {
    zoom_ = zoom;
    pages_.clear();
    blocks_height_.clear();
    for (const Block& block : blocks_) {
      blocks_height_.push_back(height_of(block.draw, kWidth / zoom, words_.language()));
    }
    double used = kRoom / zoom + 1;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      // A heading takes the block after it along.
      double needed = blocks_height_[i];
      for (std::size_t k = i; blocks_[k].with_next && k + 1 < blocks_.size(); ++k) {
        needed += kBlockGap / 2 + blocks_height_[k + 1];
      }
      if (used + needed > kRoom / zoom) {
        pages_.emplace_back();
        used = 0;
      }
      pages_.back().push_back(i);
      used += blocks_height_[i] + gap_after(i);
    }
  }

  double gap_after(std::size_t block) const {
    return blocks_[block].with_next ? kBlockGap / 2 : kBlockGap;
  }

  void draw_page(Pen& pen, std::size_t page) {
    pen.push();
    pen.translate({kMargin, kMargin});
    pen.scale(zoom_);
    for (const std::size_t i : pages_[page]) {
      blocks_[i].draw(pen, kWidth / zoom_);
      pen.translate({0, blocks_height_[i] + gap_after(i)});
    }
    pen.pop();
    const Tag tagged(pen, "P");
    const double foot = kPageHeight - kMargin + 6;
    pen.line({kMargin, foot - 18}, {kPageWidth - kMargin, foot - 18}, 1, kLine);
    pen.paragraph({text("report.simulated-short"), kNote, kWidth - 60, 1}, {kMargin, foot - 12});
    pen.text(fmt::format("{} / {}", page + 1, pages_.size()), {kPageWidth - kMargin, foot + 2},
             kNote.aligned(Align::right));
  }

  std::string summary() const {
    const DebriefHead& head = debrief_.head;
    std::vector<std::string> parts{head.customer};
    parts.push_back(head.ending.empty() ? text("debrief.unfinished") : head.ending);
    parts.push_back(
        words_.text("debrief.choices", {{"count", fmt::format("{}", debrief_.moments.size())}}));
    if (head.seconds >= 1) parts.push_back(duration_text(head.seconds, words_));
    if (!head.started.empty()) parts.push_back(head.started.substr(0, 10));
    return fmt::format("{}", fmt::join(parts, " · "));
  }

  void add_head() {
    add([this](Pen& pen, double width) {
      const DebriefHead& head = debrief_.head;
      double y =
          put(pen, "H1", {words_.text("debrief.title", {{"title", head.title}}), kTitle, width},
              {0, 0});
      Column column(pen, {0, y + 2}, width);
      column.text(summary(), kNote.sized(12), 2);
      if (!head.learner.empty()) {
        column.text(words_.text("debrief.played-by", {{"name", in_part(words_, head.learner)}}),
                    kNote.sized(12), 2);
      }
      for (const DebriefNotice& notice : debrief_.notices) {
        column.text("! " + notice.text, kText.weighing(600), 4);
      }
      y += 2 + column.height();
      pen.line({0, y + 4}, {width, y + 4}, 1, kLine);
      return y + 6;
    });
  }

  void add_felt() {
    add_heading("debrief.felt");
    add([this](Pen& pen, double width) {
      constexpr double kGauge = 270;
      const CustomersVoice& voice = debrief_.voice;
      double left = 0;
      if (voice.recommend) {
        Column gauge(pen, {0, 0}, kGauge);
        left = gauge.figure(gauge_figure(source_)).height();
      }
      const double from = voice.recommend ? kGauge + kColumnGap : 0;
      Column right(pen, {from, 0}, width - from);
      if (!voice.comment.empty()) {
        right.text(text("debrief.in-survey"), kNote, 0);
        right.text(words_.text("common.quote", {{"text", voice.comment}}),
                   kText.sized(14).weighing(500), 6);
      }
      for (const std::string& sentence : voice.remembers) right.text(sentence, kText, 3);
      right.text(voice.prediction_text, kText.in(kViolet));
      constexpr std::array<std::string_view, 3> kKeys{"debrief.to-friend", "debrief.to-public",
                                                      "debrief.to-manager"};
      for (const Echo& echo : voice.echoes) {
        right.text(text(kKeys[static_cast<std::size_t>(echo.audience)]) + " " + echo.text,
                   kNote.sized(11.5), 3);
      }
      if (!voice.recommend) right.text(text("debrief.no-answer"));
      return std::max(left, right.height());
    });
  }

  void add_account() {
    if (!debrief_.account) return;
    add_heading("debrief.account");
    add([this](Pen& pen, double width) {
      Column column(pen, {0, 0}, width);
      return column.text(account_sentence(), kText.weighing(600))
          .figure(account_figure(source_))
          .height();
    });
  }

  std::string account_sentence() const {
    const Account& account = *debrief_.account;
    std::string out =
        words_.text("report.account-sentence", {{"best", points_text(account.best)},
                                                {"lost", points_text(-account.lost)},
                                                {"luck", signed_points_text(account.luck)},
                                                {"reached", points_text(account.reached)}});
    if (debrief_.score) {
      out += " " +
             words_.text("cli.debrief.score", {{"score", fmt::format("{:.1f}", *debrief_.score)}});
    }
    return out;
  }

  void add_timeline() {
    if (debrief_.moments.empty()) return;
    add_heading("debrief.timeline");
    add([this](Pen& pen, double width) {
      return Column(pen, {0, 0}, width).figure(timeline_figure(source_)).height();
    });
  }

  bool has_skills() const {
    const auto& dimensions = debrief_.skills.dimensions;
    return std::any_of(dimensions.begin(), dimensions.end(),
                       [](const SkillReview& skill) { return skill.now.has_value(); });
  }

  void add_skills_and_crowd() {
    if (!has_skills() && !debrief_.crowd) return;
    add([this](Pen& pen, double width) {
      const double half = (width - kColumnGap) / 2;
      double left = 0;
      double right = 0;
      if (has_skills()) {
        Column column(pen, {0, 0}, half);
        column.text(text("debrief.skills"), kHeading).figure(skills_figure(source_));
        add_items(column, debrief_.skills.needs);
        add_items(column, debrief_.skills.standards);
        left = column.height();
      }
      if (debrief_.crowd) {
        Column column(pen, {half + kColumnGap, 0}, half);
        column.text(text("debrief.crowd"), kHeading).figure(crowd_figure(source_));
        column.text(text("debrief.impact"), kNote).figure(impact_figure(source_));
        column.text(debrief_.crowd->reservation, kNote);
        right = column.height();
      }
      return std::max(left, right);
    });
  }

  static void add_items(Column& column, const std::vector<ItemReview>& items) {
    for (const ItemReview& item : items) {
      column.text((item.good ? "✓ " : "✗ ") + item.text,
                  kNote.sized(11.5).in(item.good ? kInk : kCoral800), 2);
    }
  }

  void add_moments() {
    if (debrief_.moments.empty()) return;
    add_heading("debrief.moments");
    for (const MomentReview& moment : debrief_.moments) {
      add([this, &moment](Pen& pen, double width) { return draw_moment(pen, width, moment); });
    }
  }

  std::string shown(const OptionReview& option) const {
    return words_.text(option.is_action ? "debrief.done" : "common.quote", {{"text", option.text}});
  }

  /// Marker and title; what was said at the left, what would have been best at the right.
  double draw_moment(Pen& pen, double width, const MomentReview& moment) {
    constexpr double kIndent = 30;
    draw_marker(pen, {10, 11}, 9, moment.label, moment.choice);
    std::string figures;
    if (moment.scored) figures = signed_points_text(moment.gap);
    if (moment.cost && *moment.cost > 0) {
      figures += (figures.empty() ? "" : "   ") +
                 words_.text("report.cost", {{"cost", points_text(*moment.cost)}});
    }
    pen.text(figures, {width, 15}, Type{12, 700, kInk, Align::right});
    const double title =
        put(pen, "H3", {moment.title, kText.sized(13).weighing(700), width - 190, 1}, {kIndent, 1});
    const OptionReview* best = moment.best();
    const bool two = best != nullptr && !best->chosen;
    const double column = two ? (width - kIndent - kColumnGap) / 2 : width - kIndent;
    const OptionReview& chosen = moment.chosen();
    Column left(pen, {kIndent, title + 1}, column);
    left.text(shown(chosen), kResponse, 1).text(chosen.reason, kReason, 0);
    double height = left.height();
    if (two) {
      Column right(pen, {kIndent + column + kColumnGap, title + 1}, column);
      right.text("★ " + shown(*best), kResponse.in(kBlue700), 1).text(best->reason, kReason, 0);
      height = std::max(height, right.height());
    }
    return title + height;
  }

  void add_advice() {
    const Advice& advice = debrief_.advice;
    if (advice.tip.empty() && !advice.next && debrief_.head.takeaway.empty()) return;
    add_heading("debrief.advice");
    add([this](Pen& pen, double width) {
      Column column(pen, {0, 0}, width);
      column.text(debrief_.advice.tip);
      if (debrief_.advice.next) {
        column.text(words_.text("debrief.next", {{"title", debrief_.advice.next->title}}) + " " +
                        debrief_.advice.next->reason,
                    kText.weighing(600));
      }
      if (!debrief_.head.takeaway.empty()) {
        column.text(text("debrief.takeaway"), kNote, 0);
        column.text(
            words_.text("common.quote", {{"text", in_part(words_, debrief_.head.takeaway)}}),
            kText.sized(14).weighing(600));
      }
      return column.height();
    });
  }

  const Debrief& debrief_;
  const UiStrings& words_;
  FigureSource source_;
  std::vector<Block> blocks_;
  std::vector<double> blocks_height_;
  double zoom_ = 1;
  /// Indices of blocks, by page.
  std::vector<std::vector<std::size_t>> pages_;
};

}  // namespace

Result<std::string> pdf_of_debrief(const Debrief& debrief, const UiStrings& words) {
  return Pages(debrief, words).write();
}

}  // namespace mot::report
