#include "game/screens/debrief_panels.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "engine/text/numbers.h"
#include "game/screens/page.h"

namespace mot {
namespace {

const TextStyle kNote{theme::kSmallest, theme::kInk2};
const TextStyle kQuiet{theme::kCaption, theme::kInk2};

// Blocks below one another.
class Column {
 public:
  Column(const DebriefInk& ink, Vec at, float width) : ink_(ink), at_(at), width_(width) {}

  Column& text(const std::string& text, const TextStyle& style, float gap = 6) {
    const float height = draw_block(ink_.canvas, text, {at_.x, y()}, width_, style);
    height_ += height > 0 ? height + gap : 0.F;
    return *this;
  }
  Column& figure(const std::string& name, const report::Figure& figure) {
    height_ +=
        ink_.figures.draw(ink_.canvas, name, figure, {at_.x, y()}, width_, ink_.text_size) + 6;
    return *this;
  }
  void skip(float height) { height_ += height; }
  float y() const { return at_.y + height_; }
  float height() const { return height_; }

 private:
  const DebriefInk& ink_;
  Vec at_;
  float width_;
  float height_ = 0;
};

std::string account_sentence(const Debrief& debrief, const UiStrings& words) {
  const Account& account = *debrief.account;
  return words.text("report.account-sentence", {{"best", points_text(account.best)},
                                                {"lost", points_text(-account.lost)},
                                                {"luck", signed_points_text(account.luck)},
                                                {"reached", points_text(account.reached)}});
}

std::string whole(const std::optional<double>& value) {
  return value ? std::to_string(std::lround(*value)) : "–";
}

// Three columns: a name, the other attempt, this one.
class Table {
 public:
  Table(const DebriefInk& ink, Vec at, float width)
      : ink_(ink), at_(at), name_(width * 0.24F), column_(width * 0.38F) {}

  void row(const std::string& name,
           const std::string& other,
           const std::string& mine,
           bool strong = false) {
    Canvas& canvas = ink_.canvas;
    const theme::Type type = theme::kCaption.weighing(strong ? 700 : 400);
    float height = draw_block(canvas, name, at_ + Vec{0, y_}, name_ - 12,
                              {theme::kCaption.weighing(600), theme::kInk2});
    height =
        std::max(height, draw_block(canvas, other, at_ + Vec{name_, y_}, column_ - 16, {type}));
    height = std::max(
        height, draw_block(canvas, mine, at_ + Vec{name_ + column_, y_}, column_ - 4, {type}));
    y_ += height + 7;
    canvas.rect({at_.x, at_.y + y_ - 4, name_ + 2 * column_, 1}, theme::kTrack);
  }
  float height() const { return y_; }

 private:
  const DebriefInk& ink_;
  Vec at_;
  float name_;
  float column_;
  float y_ = 0;
};

std::string outcome_of(const Debrief& debrief, const UiStrings& words) {
  std::string out;
  const auto add = [&](const char* key, const std::string& value) {
    out += (out.empty() ? "" : "\n") + words.text(key) + ": " + value;
  };
  if (debrief.voice.satisfaction) {
    add("compare.satisfaction", points_text(*debrief.voice.satisfaction));
  }
  if (debrief.score) {
    add("compare.score", fmt::format("{:.1f}", *debrief.score));
  }
  if (debrief.voice.recommend) {
    add("compare.recommend", std::to_string(*debrief.voice.recommend));
  }
  if (debrief.crowd) {
    add("compare.nps", signed_text(debrief.crowd->nps));
  }
  return out;
}

// What was said at a moment and what it cost; a dash where it was not met.
std::string said_at(const Debrief& debrief,
                    const std::optional<std::size_t>& choice,
                    const UiStrings& words) {
  if (!choice) {
    return "–";
  }
  const MomentReview& moment = debrief.moments[*choice];
  const OptionReview& chosen = moment.chosen();
  std::string out =
      words.text(chosen.is_action ? "debrief.done" : "common.quote", {{"text", chosen.text}});
  if (moment.cost && *moment.cost > 0) {
    out += " " + words.text("report.cost", {{"cost", points_text(*moment.cost)}});
  }
  return out;
}

std::string name_of_other(const OtherAttempt& other, const UiStrings& words) {
  if (other.is_original) {
    return words.text("debrief.the-original");
  }
  std::string when = other.playthrough.started.substr(0, 16);
  if (when.size() > 10) {
    when[10] = ' ';
  }
  return when + (other.card.recommend ? fmt::format(" · {}", *other.card.recommend) : "");
}

void add_moments(Table& table,
                 const PlayDebrief::Beside& beside,
                 const Debrief& mine,
                 const UiStrings& words) {
  const auto& moments = beside.comparison.moments;
  for (std::size_t i = 0; i < moments.size(); ++i) {
    const ComparedMoment& moment = moments[i];
    const bool parting = beside.comparison.parting == i;
    if (moment.same && !parting) {
      continue;
    }
    const std::string name =
        parting ? fmt::format("{} ({})", moment.title, words.text("compare.parting"))
                : moment.title;
    table.row(name, said_at(beside.other, moment.first, words),
              said_at(mine, moment.second, words));
  }
}

}  // namespace

float draw_account(const DebriefInk& ink, Vec at, float width, const PlayDebrief& told) {
  const Debrief& debrief = told.debrief();
  Column column(ink, at, width);
  column.text(account_sentence(debrief, ink.words), {theme::kLabel});
  if (debrief.score) {
    column.text(
        ink.words.text("cli.debrief.score", {{"score", fmt::format("{:.1f}", *debrief.score)}}),
        {theme::kLabel});
  }
  if (debrief.account->turning_points.empty()) {
    column.text(ink.words.text("report.no-turning-point"), kQuiet);
  }
  return column.figure("account", report::account_figure(told.figures())).height();
}

float draw_skills(const DebriefInk& ink, Vec at, float width, const PlayDebrief& told) {
  const SkillsReview& skills = told.debrief().skills;
  std::vector<std::string> untested;
  for (const SkillReview& skill : skills.dimensions) {
    if (!skill.now) {
      untested.push_back(skill.name);
    }
  }
  if (untested.size() == skills.dimensions.size()) {
    return 0;
  }
  const TextStyle note{theme::kSmallest, theme::kInk2};
  float y = at.y + ink.figures.draw(ink.canvas, "skills", report::skills_figure(told.figures()), at,
                                    width, ink.text_size);
  if (!untested.empty()) {
    const std::string names =
        fmt::format("{}", fmt::join(untested, ink.words.text("common.list-comma")));
    y += draw_block(ink.canvas, ink.words.text("debrief.left-out", {{"names", names}}), {at.x, y},
                    width, note);
  }
  y +=
      draw_block(ink.canvas, ink.words.text("debrief.skills-note"), {at.x, y + 4}, width, note) + 4;
  return y - at.y;
}

float draw_crowd(const DebriefInk& ink, Vec at, float width, const PlayDebrief& told) {
  const CrowdReview& crowd = *told.debrief().crowd;
  Column column(ink, at, width);
  column.text(crowd.text, {theme::kBody}).figure("crowd", report::crowd_figure(told.figures()));
  column.text(ink.words.text("debrief.impact"), kQuiet)
      .figure("impact", report::impact_figure(told.figures()));
  return column.text(crowd.reservation, kNote).height();
}

float draw_voice(const DebriefInk& ink, Vec at, float width, const CustomersVoice& voice) {
  constexpr std::array kKeys{"debrief.to-friend", "debrief.to-public", "debrief.to-manager"};
  constexpr std::array kIcons{"users", "globe", "user"};
  Column column(ink, at, width);
  for (const std::string& sentence : voice.remembers) {
    column.text(sentence, {theme::kBody.weighing(500)}, 2);
  }
  column.skip(voice.remembers.empty() ? 0.F : 8.F);
  for (const Echo& echo : voice.echoes) {
    const auto audience = static_cast<std::size_t>(echo.audience);
    const float inner = width - 76;
    const float height = 20 + block_height(ink.canvas, echo.text, inner, {theme::kBody}) +
                         block_height(ink.canvas, ink.words.text(kKeys[audience]), inner, kQuiet);
    const Rect bubble{at.x, column.y(), width, height};
    ink.canvas.rounded(bubble, theme::kRadiusCell, theme::kCream);
    ink.canvas.icon(kIcons[audience], {bubble.x + 18, bubble.y + 12}, {20, theme::kInk2, 2});
    Column inside(ink, {bubble.x + 56, bubble.y + 8}, inner);
    inside.text(ink.words.text(kKeys[audience]), kQuiet, 0).text(echo.text, {theme::kBody}, 0);
    column.skip(height + 10);
  }
  return column.height();
}

float draw_advice(const DebriefInk& ink, Vec at, float width, const Advice& advice) {
  Column column(ink, at, width);
  for (std::size_t i = 0; i < advice.instead.size(); ++i) {
    const std::string& label = ink.words.text("debrief.look-there");
    const float button = ink.canvas.text_width(label, theme::kLabel) + 66;
    const float top = column.y();
    Column row(ink, {at.x, top}, width - button - 20);
    row.text(advice.instead[i].text, {theme::kBody}, 0).text(advice.instead[i].reason, kQuiet, 0);
    ink.ui.button(ink.canvas, "try-" + std::to_string(i + 1),
                  {at.x + width - button, top, button, 36}, label,
                  {.kind = ButtonKind::outline, .icon = "right"});
    column.skip(std::max(row.height(), 36.F) + 12);
  }
  column.text(advice.tip, {theme::kBody.weighing(500)}, 10);
  if (advice.next) {
    const std::string& label = ink.words.text("debrief.play-next");
    const float button = ink.canvas.text_width(label, theme::kLabel) + 70;
    const float top = column.y();
    Column row(ink, {at.x, top}, width - button - 20);
    row.text(ink.words.text("debrief.next", {{"title", advice.next->title}}),
             {theme::kBody.weighing(700)}, 0)
        .text(advice.next->reason, {theme::kBody}, 0);
    ink.ui.button(ink.canvas, "next", {at.x + width - button, top, button, 40}, label,
                  {.kind = ButtonKind::amber, .icon = "play", .icon_filled = true});
    column.skip(std::max(row.height(), 40.F) + 8);
  }
  return column.height();
}

float draw_takeaway(const DebriefInk& ink,
                    Vec at,
                    float width,
                    TextField& field,
                    const std::string& last,
                    bool kept) {
  Column column(ink, at, width);
  if (!last.empty()) {
    column.text(ink.words.text("debrief.takeaway-before", {{"text", last}}),
                {theme::kBody, theme::kViolet});
  }
  field.draw(ink.canvas, ink.ui, "takeaway", {at.x, column.y(), width, 46},
             ink.words.text("debrief.takeaway-hint"));
  column.skip(52);
  return column.text(kept ? ink.words.text("debrief.takeaway-kept") : " ", kNote).height();
}

float draw_beside(const DebriefInk& ink,
                  Vec at,
                  float width,
                  PlayDebrief& told,
                  std::size_t picked) {
  float x = at.x;
  float y = at.y;
  for (std::size_t i = 0; i < told.others().size(); ++i) {
    const std::string label = name_of_other(told.others()[i], ink.words);
    const float wide = chip_width(ink.canvas, label, false) + 8;
    if (x > at.x && x + wide > at.x + width) {
      x = at.x;
      y += 44;
    }
    const Rect box = ink.ui.choice_chip(ink.canvas, "beside-" + std::to_string(i + 1), {x, y},
                                        label, i == picked);
    x = box.right() + 8;
  }
  const PlayDebrief::Beside& beside = told.beside(picked);
  Table table(ink, {at.x, y + 48}, width);
  table.row("", name_of_other(told.others()[picked], ink.words),
            ink.words.text("debrief.this-attempt"), true);
  table.row(ink.words.text("debrief.outcome"), outcome_of(beside.other, ink.words),
            outcome_of(told.debrief(), ink.words));
  add_moments(table, beside, told.debrief(), ink.words);
  for (const ComparedSkill& skill : beside.comparison.skills) {
    if (skill.first || skill.second) {
      table.row(skill.name, whole(skill.first), whole(skill.second));
    }
  }
  return y + 48 + table.height() - at.y;
}

}  // namespace mot
