#include "game/screens/learner_row.h"

#include <fmt/format.h>

#include <algorithm>

#include "game/screens/page.h"

namespace mot {
namespace {

constexpr float kLeastHeight = 50;
constexpr float kTextLeft = 62;  // right of the picture
constexpr float kTextRight = 16;
constexpr theme::Type kName = theme::kLabel.sized(15);

}  // namespace

float draw_learner_row(Canvas& canvas,
                       Ui& ui,
                       Vec at,
                       float width,
                       const LearnerRow& row,
                       const UiStrings& words) {
  const Learner& person = row.person;
  const std::string name = person.name.empty() ? words.text("learners.nobody") : person.name;
  const std::string note =
      row.plays ? words.text("learners.plays")
      : person.attempts > 0
          ? words.text("learners.attempts", {{"count", fmt::format("{}", person.attempts)},
                                             {"date", person.latest.substr(0, kDay)}})
          : "";
  const TextStyle small{theme::kCaption, row.plays ? theme::kTeal700 : theme::kInk2};
  const float inner = width - kTextLeft - kTextRight;
  const float name_height = block_height(canvas, name, inner, {kName});
  const float both = name_height + block_height(canvas, note, inner, small);
  const Rect box{at.x, at.y, width, std::max(kLeastHeight, both + 16)};
  const float hover = row.id.empty() ? 0 : ui.place(canvas, row.id, box, theme::kRadiusCell).hover;
  canvas.rounded(box, theme::kRadiusCell,
                 row.plays ? theme::kTeal50 : mixed(theme::kCream, theme::kTeal50, hover));
  const Vec centre{box.x + 30, box.centre().y};
  canvas.circle(centre, 17, row.plays ? theme::kTeal : theme::kAvatar);
  canvas.icon_centred(row.plays ? "check" : "user", centre,
                      {18, row.plays ? theme::kPaper : theme::kInk, 2});
  const float top = box.centre().y - both / 2;
  draw_block(canvas, name, {box.x + kTextLeft, top}, inner, {kName});
  draw_block(canvas, note, {box.x + kTextLeft, top + name_height}, inner, small);
  return box.h + 8;
}

}  // namespace mot
