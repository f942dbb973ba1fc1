#include "game/dashboard/trainee_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/base/utf8.h"
#include "engine/text/numbers.h"
#include "game/screens/recommend_gauge.h"
#include "game/window/fold.h"

namespace mot {
namespace {

constexpr theme::Type kCell = theme::kLabel.weighing(500).growing(1.1F);
constexpr theme::Type kHeading = theme::kCaption.weighing(600).growing(1.1F);
constexpr double kFullScore = 100;

constexpr std::array kStatuses{"dashboard.passed-all", "dashboard.begun", "dashboard.on-track",
                               "dashboard.learning", "dashboard.needs-help"};

constexpr float kShrunk = 0.88F;  // letters on one line become smaller before any are left out
constexpr float kSign = 20;       // of the column that the rows are sorted by

bool on_one_line(Canvas& canvas, const std::string& heading, float width) {
  return canvas.text_width(heading, kHeading) * kShrunk <= width;
}

// So wide is a column whose heading is one word and has to stay on one line.
float heading_column(Canvas& canvas, const std::string& heading, float least) {
  return std::max(least, canvas.text_width(heading, kHeading) * kShrunk + kSign + 9);
}

Category category_of_score(double score, double pass) {
  constexpr double kStrong = 85;
  return score >= kStrong ? Category::promoter
         : score >= pass  ? Category::passive
                          : Category::detractor;
}

struct Status {
  const char* key;
  Colour ground;
  Colour ink;
};

Status status_of(const Trainee& trainee, std::size_t scenarios, double pass) {
  if (trainee.passed > 0 && trainee.passed == scenarios) {
    return {"dashboard.passed-all", theme::kBlue50, theme::kBlue700};
  }
  if (!trainee.score) return {"dashboard.begun", theme::kSand, theme::kInk};
  if (*trainee.score >= pass) return {"dashboard.on-track", theme::kTeal50, theme::kTeal700};
  if (trainee.attempts < 3) return {"dashboard.learning", theme::kSand, theme::kInk};
  return {"dashboard.needs-help", theme::kCoral50, theme::kCoral800};
}

// What a column is sorted by, smaller first; made once for each trainee, as a moment's title is
// looked up in the library.
struct SortKey {
  std::size_t place = 0;
  bool nameless = false;
  double number = 0;
  std::string text;
};

SortKey key_of(const Trainee& trainee,
               std::size_t place,
               TraineeOrder order,
               const CohortWords& words) {
  SortKey key{place, trainee.name.empty(), 0, {}};
  switch (order) {
    case TraineeOrder::name: key.text = trainee.name; break;
    case TraineeOrder::attempts: key.number = static_cast<double>(trainee.attempts); break;
    case TraineeOrder::score: key.number = trainee.score.value_or(-1); break;
    case TraineeOrder::weakest:
      key.text = words.moment(trainee.weakest_scenario, trainee.weakest_moment);
      break;
  }
  return key;
}

bool before(const SortKey& a, const SortKey& b) {
  return a.number != b.number ? a.number < b.number : a.text < b.text;
}

}  // namespace

std::string initials_of(std::string_view name) {
  std::string initials;
  bool begins = true;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < name.size() && letters < 2;) {
    const char32_t letter = next_code_point(name, at);
    if (begins && letter != U' ') {
      append_code_point(initials, letter);
      ++letters;
      if (letter > 0x2E80) break;  // one of a script without spaces says enough
    }
    begins = letter == U' ' || letter == U'-';
  }
  return initials;
}

std::vector<std::size_t> found_trainees(const std::vector<Trainee>& trainees,
                                        const TraineeView& view,
                                        const CohortWords& words) {
  const std::string wanted = folded(view.search);
  std::vector<SortKey> keys;
  for (std::size_t i = 0; i < trainees.size(); ++i) {
    if (folded(trainees[i].name).find(wanted) == std::string::npos) continue;
    keys.push_back(key_of(trainees[i], i, view.order, words));
  }
  std::stable_sort(keys.begin(), keys.end(), [&](const SortKey& a, const SortKey& b) {
    if (a.nameless != b.nameless) return b.nameless;
    return view.descending ? before(b, a) : before(a, b);
  });
  std::vector<std::size_t> places;
  places.reserve(keys.size());
  for (const SortKey& key : keys) places.push_back(key.place);
  return places;
}

void draw_trend(Canvas& canvas, Rect box, const std::vector<double>& trend, double pass) {
  if (trend.empty()) return;
  std::vector<Vec> points;
  const float step = trend.size() < 2 ? 0 : box.w / static_cast<float>(trend.size() - 1);
  for (std::size_t i = 0; i < trend.size(); ++i) {
    const double share = std::clamp(trend[i] / kFullScore, 0.0, 1.0);
    points.push_back({trend.size() < 2 ? box.right() : box.x + step * static_cast<float>(i),
                      box.bottom() - box.h * static_cast<float>(share)});
  }
  if (points.size() > 1) canvas.polyline(points, 2.5F, theme::kInk2);
  canvas.circle(points.back(), 4, look_of(category_of_score(trend.back(), pass)).colour);
}

TraineeColumns trainee_columns(Canvas& canvas, float width, const UiStrings& words) {
  constexpr float kLeastWeakest = 130;
  constexpr float kNameYields = 20;
  float status = 94;
  for (const char* key : kStatuses) {
    status = std::max(status, chip_width(canvas, words.text(key), false));
  }
  TraineeColumns columns;
  columns.status = width - status - 4;
  const float attempts = heading_column(canvas, words.text("cohort.attempts"), 80);
  const float score = heading_column(canvas, words.text("cohort.score"), 80);
  constexpr float kTrendWide = 78;
  const float weakest = columns.status - columns.attempts - attempts - score - kTrendWide;
  columns.attempts -= std::clamp(kLeastWeakest - weakest, 0.F, kNameYields);
  columns.score = columns.attempts + attempts;
  columns.trend = columns.score + score;
  columns.weakest = columns.trend + kTrendWide;
  const float room = columns.status - columns.weakest - 8 - kSign;
  columns.heading = on_one_line(canvas, words.text("cohort.weakest"), room) ? 30 : 40;
  return columns;
}

void draw_trainee_heading(Canvas& canvas,
                          Ui& ui,
                          Rect row,
                          const TraineeColumns& columns,
                          const TraineeView& view,
                          const UiStrings& words) {
  canvas.rect({row.x - 19, row.y, row.w + 38, row.h}, rgb(0xF8F1E6));
  struct Heading {
    const char* id;
    const char* key;
    float left;
    float right;
    TraineeOrder order;
  };
  const std::array headings{
      Heading{"sort-name", "cohort.name", columns.name, columns.attempts, TraineeOrder::name},
      Heading{"sort-attempts", "cohort.attempts", columns.attempts, columns.score,
              TraineeOrder::attempts},
      Heading{"sort-score", "cohort.score", columns.score, columns.trend, TraineeOrder::score},
      Heading{"sort-weakest", "cohort.weakest", columns.weakest, columns.status,
              TraineeOrder::weakest}};
  const float y = row.centre().y;
  for (const Heading& heading : headings) {
    const Rect box{row.x + heading.left - 4, row.y, heading.right - heading.left - 4, row.h};
    const ControlState state = ui.place(canvas, heading.id, box, 8);
    if (state.hover > 0) canvas.rounded(box, 8, faded(theme::kSand, state.hover));
    const bool sorted = view.order == heading.order;
    const std::string& name = words.text(heading.key);
    const float width = box.w - (sorted ? kSign : 4.F);
    const auto draw = on_one_line(canvas, name, width) ? draw_fitted : draw_in_row;
    draw(canvas, name, {row.x + heading.left, y}, width,
         {kHeading, sorted ? theme::kInk : theme::kInk2});
    if (sorted) {
      ui.mark_chosen();
      canvas.icon_centred(view.descending ? "down" : "up", {box.right() - 10, y},
                          {12, theme::kInk, 2.4F});
    }
  }
  draw_fitted(canvas, words.text("cohort.trend"), {row.x + columns.trend, y}, 74,
              {kHeading, theme::kInk2});
  draw_fitted(canvas, words.text("dashboard.status"), {row.x + columns.status, y},
              row.w - columns.status, {kHeading, theme::kInk2});
}

void draw_trainee_row(Canvas& canvas,
                      Ui& ui,
                      Rect row,
                      const TraineeColumns& columns,
                      std::size_t place,
                      const Trainee& trainee,
                      std::size_t scenarios,
                      double pass,
                      const CohortWords& words) {
  constexpr std::array kAvatars{rgb(0xD9E8F5), rgb(0xF4DDD3), rgb(0xDDEBE6), rgb(0xE3E4F0),
                                rgb(0xF5E4CC)};
  const float y = row.centre().y;
  const ControlState state = ui.place(canvas, fmt::format("trainee-{}", place), row, 10);
  if (!ui.in_view(row)) return;
  if (state.hover > 0) canvas.rounded(row.inset(1), 10, faded(theme::kTeal50, state.hover));
  const Vec face{row.x + 16, y};
  canvas.circle(face, 16, kAvatars[trainee.name.size() % kAvatars.size()]);
  if (trainee.name.empty()) {
    canvas.icon_centred("user", face, {16, theme::kInk, 2});
  } else {
    TextStyle letters{theme::kSmallest.weighing(700).growing(1)};
    letters.align = Align::centre;
    canvas.label(initials_of(trainee.name), face, letters);
  }
  draw_in_row(canvas, trainee.name.empty() ? words.words.text("cohort.no-name") : trainee.name,
              {row.x + 42, y}, columns.attempts - 50, {kCell.weighing(600)});
  canvas.label(fmt::format("{}", trainee.attempts), {row.x + columns.attempts, y}, {kCell});
  if (trainee.score) {
    const CategoryLook look = look_of(category_of_score(*trainee.score, pass));
    const Vec sign{row.x + columns.score + 10, y};
    canvas.circle(sign, 10, look.colour);
    canvas.icon_centred(look.icon, sign, {12, look.ink, 2.8F});
    canvas.label(whole_text(*trainee.score), {row.x + columns.score + 28, y},
                 {theme::kLabel.weighing(700).growing(1.1F)});
  } else {
    canvas.label("–", {row.x + columns.score + 28, y}, {kCell});
  }
  draw_trend(canvas, {row.x + columns.trend, y - 10, 66, 20}, trainee.trend, pass);
  draw_in_row(canvas,
              trainee.weakest_moment.empty()
                  ? "–"
                  : words.moment(trainee.weakest_scenario, trainee.weakest_moment),
              {row.x + columns.weakest, y}, columns.status - columns.weakest - 10, {kCell});
  const Status status = status_of(trainee, scenarios, pass);
  draw_chip(canvas, {row.x + columns.status, y - 13}, words.words.text(status.key), status.ground,
            status.ink);
}

}  // namespace mot
