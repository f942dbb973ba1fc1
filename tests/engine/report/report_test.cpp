// The debrief as page, picture and PDF: whole, escaped, without network, with every figure and its
// table.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "engine/debrief/debrief.h"
#include "engine/report/figures.h"
#include "engine/report/html.h"
#include "engine/report/pdf.h"
#include "tests/support/encounter.h"

namespace mot {
namespace {

using test::Encounter;

const std::string kEvil =
    "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> \xE2\x80\xAE evil \xF0\x9F\x98\x80";

const Encounter& encounter() {
  static const Encounter made(R"(
needs:
  baby: "The baby <b>sleeps</b> & dreams."
moments:
  - id: call
    stage: first
    channel: phone
    touchpoint: 'The <i>call</i>'
    expects: { empathy: 8, assurance: 7, reliability: 8 }
    says: "It drips! <script>alert('author')</script>"
    responses:
      - { id: ask, say: "Who is with you?", delivers: { empathy: 9, assurance: 8, reliability: 9 }, uncovers: [baby], coach: Ask first., behaviours: [explore], next: when }
      - { id: form, say: Your name please., delivers: { empathy: 5, assurance: 5, reliability: 6 }, next: when }
  - id: when
    stage: second
    channel: phone
    touchpoint: A time
    expects: { responsiveness: 8 }
    acceptable_wait: 20
    says: When?
    responses:
      - { id: soon, say: Soon., delivers: { responsiveness: 6 }, coach: Soon is no time., next: end }
      - { id: ten, do: Send somebody now., wait: { minutes: 40, informed: true }, next: end }
      - { id: cot, when: knows(baby), say: "First we move the cot.", delivers: { responsiveness: 10 }, next: end }
  - { id: end, ending: resolved, says: Thanks. }
)");
  return made;
}

UiStrings words_in(const std::string& language) {
  return {std::string(MOT_SOURCE_DIR) + "/assets/lang", language};
}

struct Made {
  UiStrings words;
  Debrief debrief;
};

Made made_of(const Session& session,
             const std::string& language = "en",
             const std::string& learner = "Ana",
             const std::string& takeaway = {}) {
  const PlayAnalysis analysis = analyse_play(session);
  const Scorecard card = score(session, analysis.play ? &analysis.play->session : nullptr);
  Playthrough playthrough = session.playthrough();
  playthrough.learner = learner;
  playthrough.takeaway = takeaway;
  playthrough.prediction = 9;
  Made made{words_in(language), {}};
  const Reading reading(session.scenario(), language);
  made.debrief =
      debrief({session, card, analysis, reading, made.words, playthrough, nullptr, {card}, {}});
  return made;
}

std::string page_of(const Made& made) { return report::html_of(made.debrief, made.words); }

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

/// What is wrong with the nesting of elements; empty where nothing is.
std::string nesting_fault(const std::string& html) {
  static const std::regex tag("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>");
  static const std::set<std::string> kVoid{"meta", "br", "img", "link", "hr", "input"};
  std::vector<std::string> open;
  for (std::sregex_iterator it(html.begin(), html.end(), tag), end; it != end; ++it) {
    const std::string name = (*it)[2];
    const std::string rest = (*it)[3];
    if (kVoid.count(name) > 0 || (!rest.empty() && rest.back() == '/')) continue;
    if ((*it)[1].length() == 0) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return "</" + name + "> closes " + (open.empty() ? "nothing" : "<" + open.back() + ">");
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : "<" + open.back() + "> stays open";
}

}  // namespace

TEST_CASE("the page is well nested in both languages, whole and unfinished") {
  for (const char* language : {"en", "zh-CN"}) {
    for (const Session& session :
         {encounter().play({"call.form", "when.ten"}), encounter().play({"call.ask", "when.cot"}),
          encounter().play({"call.form"}), encounter().begin()}) {
      const std::string page = page_of(made_of(session, language));
      INFO(language << ", " << session.turns().size() << " choices");
      CHECK(nesting_fault(page) == "");
      CHECK(page.find("<html lang=\"" + std::string(language) + "\">") != std::string::npos);
      CHECK(page.find('{') != std::string::npos);  // the style
      CHECK(page.find("{name}") == std::string::npos);
    }
  }
}

TEST_CASE("nothing on the page is fetched or executed") {
  const std::string page = page_of(made_of(encounter().play({"call.form", "when.ten"})));
  for (const char* part : {"<script", "http:", "https:", " src=", "@import", "<link", "<iframe",
                           "javascript:", "onerror=alert(1)"}) {
    INFO(part);
    CHECK(page.find(part) == std::string::npos);
  }
  static const std::regex reference("url\\((?!#)");
  CHECK_FALSE(std::regex_search(page, reference));
}

TEST_CASE("names, take-aways and authors' texts appear as text") {
  const std::string page =
      page_of(made_of(encounter().play({"call.form", "when.ten"}), "en", kEvil, kEvil));
  CHECK(nesting_fault(page) == "");
  CHECK(page.find("<img") == std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(count(page, "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&lt;img") == 2);
  CHECK(page.find("The &lt;i&gt;call&lt;/i&gt;") != std::string::npos);
  CHECK(count(page, "<bdi>") == 2);
}

TEST_CASE(
    "a name of 10,000 characters is on the page whole, and in the PDF in part, which is said") {
  const Made made =
      made_of(encounter().play({"call.form", "when.ten"}), "en", std::string(10'000, 'n'));
  CHECK(page_of(made).find(std::string(10'000, 'n')) != std::string::npos);
  const Result<std::string> pdf = report::pdf_of_debrief(made.debrief, made.words);
  REQUIRE(pdf);
  CHECK(count(*pdf, "/Type /Page %") <= 3);
}

TEST_CASE("every figure has a label and a table beside it, and ids are there once") {
  const std::string page = page_of(made_of(encounter().play({"call.form", "when.ten"})));
  CHECK(count(page, "<figure>") == 6);
  CHECK(count(page, "<details class=\"data\">") == 6);
  CHECK(count(page, "<svg class=\"figure\" role=\"img\" aria-label=\"") >= 6);
  static const std::regex id(" id=\"([^\"]+)\"");
  std::set<std::string> seen;
  for (std::sregex_iterator it(page.begin(), page.end(), id), end; it != end; ++it) {
    INFO((*it)[1]);
    CHECK(seen.insert((*it)[1]).second);
  }
  static const std::regex target("xlink:href=\"#([^\"]+)\"");
  for (std::sregex_iterator it(page.begin(), page.end(), target), end; it != end; ++it) {
    INFO((*it)[1]);
    CHECK(seen.count((*it)[1]) == 1);
  }
}

TEST_CASE("the PDF is tagged, and says its title and language") {
  const Made made = made_of(encounter().play({"call.form", "when.ten"}), "zh-CN");
  const Result<std::string> pdf = report::pdf_of_debrief(made.debrief, made.words);
  REQUIRE(pdf);
  CHECK(pdf->rfind("%PDF-", 0) == 0);
  CHECK(pdf->find("/Lang (zh-CN)") != std::string::npos);
  CHECK(pdf->find("/MarkInfo << /Marked true >>") != std::string::npos);
  CHECK(pdf->find("/Title") != std::string::npos);
  CHECK(pdf->substr(pdf->size() - 6) == "%%EOF\n");
}

TEST_CASE("a dozen choices fill three pages of a PDF in every language") {
  std::string story = "moments:\n";
  for (int i = 1; i <= 12; ++i) {
    story += fmt::format(R"(
  - id: m{0}
    stage: {2}
    channel: phone
    touchpoint: The call number {0}
    expects: {{ empathy: 8, assurance: 7 }}
    says: "It drips, and nobody has called me for three days, as somebody promised."
    responses:
      - {{ id: ask, say: "Who is with you in the flat, and what has to stay on tonight?", delivers: {{ empathy: 9, assurance: 8 }}, coach: "One question more, and you know what a leak means in this flat.", next: {1} }}
      - {{ id: form, say: "Your name, your building and the number of your flat first, please, so that nothing gets lost.", delivers: {{ empathy: 5, assurance: 5 }}, coach: "Meant as care, heard as a form. All three are on your display.", next: {1} }}
)",
                         i, i < 12 ? fmt::format("m{}", i + 1) : "end", i < 7 ? "first" : "second");
  }
  story += "  - { id: end, ending: resolved, says: Thanks. }\n";
  const Encounter dozen(story);
  Session session = dozen.begin();
  for (int i = 1; i <= 12; ++i) test::choose(session, fmt::format("m{}.form", i));
  for (const char* language : {"en", "zh-CN"}) {
    const Made made = made_of(session, language);
    const Result<std::string> pdf = report::pdf_of_debrief(made.debrief, made.words);
    REQUIRE(pdf);
    CHECK(count(*pdf, "/Type /Page %") == 3);
  }
}

TEST_CASE("figures are drawn at narrow and wide widths, and as pictures") {
  const Made made = made_of(encounter().play({"call.form", "when.ten"}));
  const report::FigureSource source{made.debrief, made.words};
  const std::vector<report::Figure> figures{
      report::gauge_figure(source),    report::account_figure(source),
      report::timeline_figure(source), report::skills_figure(source),
      report::crowd_figure(source),    report::impact_figure(source)};
  for (const report::Figure& figure : figures) {
    for (const double width : {300.0, 760.0}) {
      const double height = report::height_of(figure, width, "en");
      CHECK(height > 40);
      CHECK(height < 900);
    }
    const report::Picture picture = report::picture_of(figure, 300, "en", 1.5);
    CHECK(picture.width == 450);
    CHECK(std::any_of(picture.rgba.begin(), picture.rgba.end(),
                      [](std::uint8_t byte) { return byte != 0; }));
  }
}

TEST_CASE("nothing of a figure lies outside of it, in any language") {
  constexpr int kRim = 60;
  // The figure with room around it in which nothing must be drawn.
  const auto rimmed = [](const report::Figure& figure) -> report::Figure {
    return [figure](report::Pen& pen, double width) {
      pen.push();
      pen.translate({kRim, kRim});
      const double height = figure(pen, width - 2 * kRim);
      pen.pop();
      return height + 2 * kRim;
    };
  };
  const std::vector<std::pair<const char*, report::Figure (*)(report::FigureSource)>> figures{
      {"gauge", [](report::FigureSource s) { return report::gauge_figure(s); }},
      {"account", [](report::FigureSource s) { return report::account_figure(s); }},
      {"timeline", [](report::FigureSource s) { return report::timeline_figure(s); }},
      {"skills", [](report::FigureSource s) { return report::skills_figure(s); }},
      {"crowd", [](report::FigureSource s) { return report::crowd_figure(s); }},
      {"impact", [](report::FigureSource s) { return report::impact_figure(s); }}};
  for (const char* language : {"en", "zh-CN", "en-XA"}) {
    const Made made = made_of(encounter().play({"call.form", "when.ten"}), language);
    for (const auto& [name, figure] : figures) {
      for (const double width : {300.0, 355.0, 760.0}) {
        const report::Picture picture = report::picture_of(
            rimmed(figure({made.debrief, made.words})), width + 2 * kRim, language, 1);
        // A line on the edge has half of its width outside.
        constexpr int kBlank = kRim - 2;
        int outside = 0;
        for (int y = 0; y < picture.height; ++y) {
          for (int x = 0; x < picture.width; ++x) {
            const bool inside = x >= kBlank && x < picture.width - kBlank && y >= kBlank &&
                                y < picture.height - kBlank;
            const auto at = static_cast<std::size_t>(y * picture.width + x) * 4;
            if (!inside && picture.rgba[at + 3] != 0) ++outside;
          }
        }
        INFO(name << " of " << width << " in " << language);
        CHECK(outside == 0);
      }
    }
  }
}

TEST_CASE("dimensions are bars where their names leave a radar no room") {
  Made made = made_of(encounter().play({"call.form", "when.ten"}));
  auto& skills = made.debrief.skills;
  skills.behaviours.clear();
  REQUIRE(skills.dimensions.size() == 5);
  for (SkillReview& skill : skills.dimensions) {
    skill.now = 60;
    skill.before.reset();
  }
  constexpr double kBar = 38;
  const auto height = [&](double width) {
    return report::height_of(report::skills_figure({made.debrief, made.words}), width, "en");
  };
  CHECK(height(380) > 5 * kBar + 20);
  skills.dimensions[1].name = "A readiness to answer that takes all the room there is";
  CHECK(height(380) == Approx(5 * kBar + 4));
  CHECK(height(1200) > 5 * kBar + 20);
}

TEST_CASE("the timeline says where its markers are, left to right within its width") {
  const Made made = made_of(encounter().play({"call.form", "when.ten"}));
  const auto markers = report::timeline_markers({made.debrief, made.words}, {}, 400);
  REQUIRE(markers.size() == 2);
  CHECK(markers[0].x < markers[1].x);
  CHECK(markers[0].x > 0);
  CHECK(markers[1].x < 400);
}

TEST_CASE("what a turning point cost is said where no marker is") {
  for (const Session& session :
       {encounter().play({"call.form", "when.ten"}), encounter().play({"call.form"})}) {
    const Made made = made_of(session);
    const report::FigureSource source{made.debrief, made.words};
    for (const double plot : {100.0, 160.0}) {
      for (const double width : {300.0, 400.0, 760.0}) {
        const report::TimelineParts parts{true, true, true, plot};
        const auto pills = report::timeline_costs(source, parts, width);
        REQUIRE(pills.size() == made.debrief.account->turning_points.size());
        for (const report::Box& pill : pills) {
          CHECK(pill.x >= 0);
          CHECK(pill.right() <= width);
          for (const report::Point& marker : report::timeline_markers(source, parts, width)) {
            const double x = std::clamp(marker.x, pill.x, pill.right());
            const double y = std::clamp(marker.y, pill.y, pill.bottom());
            CHECK(std::hypot(marker.x - x, marker.y - y) > 14);
          }
        }
      }
    }
  }
}

}  // namespace mot
