#include "engine/report/certificate.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/html_text.h"
#include "engine/report/surfaces.h"
#include "engine/text/numbers.h"

namespace mot::report {
namespace {

constexpr double kFrame = 36;
constexpr double kMargin = 96;
constexpr double kWidth = kPageWidth - 2 * kMargin;
constexpr double kFooter = 150;
constexpr double kRow = 30;
/// Lessons that fit with one line each; more are set smaller.
constexpr std::size_t kRowsOfUsualHeight = 12;

constexpr Type kGame{15, 700, kTeal, Align::centre};
constexpr Type kHeading{34, 800, kInk, Align::centre};
constexpr Type kName{30, 700, kTeal, Align::centre};
constexpr Type kCourse{24, 700, kInk, Align::centre};
constexpr Type kText{15, 400, kInk2, Align::centre};
constexpr Type kNote{11.5, 400, kInk2, Align::centre};

class Page {
 public:
  Page(Pen& pen, const CertificateFacts& facts, const UiStrings& words)
      : pen_(pen), facts_(facts), words_(words) {}

  void draw() {
    draw_frame();
    double y = kMargin + 30;
    y = centred("P", words_.text("common.game"), kGame, y) + 34;
    y = centred("H1", words_.text("certificate.title"), kHeading, y) + 40;
    y = centred("P", isolated(facts_.learner), kName, y) + 14;
    y = centred("P", words_.text("certificate.has-passed"), kText, y) + 14;
    y = centred("H2", facts_.course, kCourse, y) + 44;
    draw_lessons(y);
    draw_foot();
  }

 private:
  void draw_frame() {
    const Box outer{kFrame, kFrame, kPageWidth - 2 * kFrame, kPageHeight - 2 * kFrame};
    pen_.stroke_rounded(outer, 22, 3, kTeal);
    pen_.stroke_rounded({outer.x + 9, outer.y + 9, outer.w - 18, outer.h - 18}, 15, 1, kPassive);
  }

  double centred(const char* tag, const std::string& text, const Type& type, double y) {
    const Tag tagged(pen_, tag);
    return y + pen_.paragraph({text, type, kWidth}, {kMargin, y});
  }

  void draw_lessons(double y) {
    const double room = kPageHeight - kMargin - kFooter - y;
    const auto count = static_cast<double>(std::max<std::size_t>(1, facts_.lessons.size()));
    const double row = std::min(kRow, room / count);
    const double size = facts_.lessons.size() > kRowsOfUsualHeight ? 14 * row / kRow : 14;
    for (const CertificateLesson& lesson : facts_.lessons) {
      const Tag tagged(pen_, "P");
      pen_.paragraph({lesson.title, Type{size, 500, kInk, Align::left}, kWidth - 90, 1},
                     {kMargin, y + 4});
      pen_.text(lesson.score ? whole_text(*lesson.score) : words_.text("certificate.shown"),
                {kMargin + kWidth, y + 19}, Type{size, 700, kInk, Align::right});
      pen_.line({kMargin, y + row - 2}, {kMargin + kWidth, y + row - 2}, 1, kLine);
      y += row;
    }
  }

  void draw_foot() {
    double y = kPageHeight - kMargin - kFooter + 34;
    if (facts_.score) {
      y = centred("P",
                  words_.text("certificate.mean", {{"score", whole_text(*facts_.score)},
                                                   {"pass", fmt::format("{}", facts_.pass)}}),
                  kText.weighing(600).in(kInk), y) +
          12;
    }
    y = centred("P", words_.text("certificate.date", {{"date", facts_.date}}), kText, y) + 18;
    centred("P", words_.text("certificate.simulated"), kNote, y);
  }

  Pen& pen_;
  const CertificateFacts& facts_;
  const UiStrings& words_;
};

}  // namespace

Result<std::string> pdf_of_certificate(const CertificateFacts& facts, const UiStrings& words) {
  const PdfFacts about{
      words.text("certificate.of", {{"course", facts.course}, {"name", facts.learner}}), "",
      words.text("certificate.title"), words.language()};
  return pdf_of(about, [&](Pen& pen, int /*page*/) {
    Page(pen, facts, words).draw();
    return false;
  });
}

}  // namespace mot::report
