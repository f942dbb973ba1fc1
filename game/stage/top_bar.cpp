#include "game/stage/top_bar.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mot {
namespace {

// The bar is as high as it is; these grow as far as it has room.
constexpr theme::Type kTitle = theme::kCardTitle.growing(1.3F);
constexpr theme::Type kSubtitle = theme::kCaption.growing(1.3F);
constexpr theme::Type kStageName = theme::kLabel.growing(1.5F);
constexpr float kHeight = 64;
constexpr float kTitleX = 70;
constexpr float kTitleUsual = 330;
constexpr float kTitleGap = 20;
constexpr float kLink = 26;
constexpr float kCircle = 30;   // a stage's circle
constexpr float kLabelGap = 8;  // between circle and label
constexpr float kPillAround = 8;
constexpr float kPillEnd = 16;  // right of the current stage's label

constexpr std::array<std::pair<std::string_view, const char*>, 12> kIcons{{
    {"first-contact", "chat"},
    {"service-delivery", "bell"},
    {"problem-handling", "tool"},
    {"follow-up", "phone"},
    {"booking", "cal"},
    {"check-in", "bell"},
    {"stay", "bed"},
    {"check-out", "flag"},
    {"flight", "plane"},
    {"purchase", "cal"},
    {"installation", "tool"},
    {"use", "washer"},
}};
constexpr std::array kByPlace{"chat", "bell", "tool", "phone", "star", "flag"};

}  // namespace

std::string icon_of_stage(std::string_view id, std::size_t place) {
  for (const auto& [name, icon] : kIcons) {
    if (name == id) {
      return icon;
    }
  }
  return kByPlace[place % kByPlace.size()];
}

void TopBar::set_title(std::string title, std::string subtitle) {
  title_ = std::move(title);
  subtitle_ = std::move(subtitle);
}

void TopBar::set_stages(std::vector<TrackStage> stages, bool slide) {
  stages_ = std::move(stages);
  slide_ = slide;
}

void TopBar::update(float dt) {
  pill_x_.update(dt);
  pill_w_.update(dt);
}

float TopBar::width_of(Canvas& canvas, const TrackStage& stage, bool labelled) const {
  if (!labelled && stage.progress != StageView::Progress::current) {
    return kCircle;
  }
  return kCircle + kLabelGap + canvas.text_width(stage.title, kStageName);
}

float TopBar::track_width(Canvas& canvas, bool labelled) const {
  if (stages_.empty()) {
    return 0;
  }
  float sum = static_cast<float>(stages_.size() - 1) * (kLink + 16) + kPillAround + kPillEnd;
  for (const TrackStage& stage : stages_) {
    sum += width_of(canvas, stage, labelled);
  }
  return sum;
}

void TopBar::draw_track(Canvas& canvas, float left, float right, bool labelled) {
  const float width = track_width(canvas, labelled);
  float x = std::clamp((kLogicalWidth - width) / 2, left, std::max(left, right - width));
  // First where everything is, then the pill, then what lies on it.
  std::vector<float> places;
  for (std::size_t i = 0; i < stages_.size(); ++i) {
    places.push_back(x);
    const float w = width_of(canvas, stages_[i], labelled);
    if (stages_[i].progress == StageView::Progress::current) {
      const bool jump = !placed_ || !slide_;
      const float from = x - kPillAround;
      const float wide = w + kPillAround + kPillEnd;
      if (jump) {
        pill_x_.set(from);
        pill_w_.set(wide);
        placed_ = true;
        slide_ = true;
      } else {
        pill_x_.go(from, theme::kStagePill, Easing::in_out_cubic);
        pill_w_.go(wide, theme::kStagePill, Easing::in_out_cubic);
      }
    }
    x += w + 8 + kLink + 8;
  }
  const bool any = std::any_of(stages_.begin(), stages_.end(), [](const TrackStage& stage) {
    return stage.progress == StageView::Progress::current;
  });
  if (any) {
    canvas.pill({pill_x_.value(), 12, pill_w_.value(), 40}, theme::kTeal);
  }
  for (std::size_t i = 0; i < stages_.size(); ++i) {
    const TrackStage& stage = stages_[i];
    const bool done = stage.progress == StageView::Progress::done;
    const bool current = stage.progress == StageView::Progress::current;
    const Vec centre{places[i] + 15, 32};
    const Colour ink = done || current ? theme::kTeal : theme::kInk2;
    canvas.circle(centre, 15, done ? theme::kTeal50 : current ? theme::kPaper : theme::kSand);
    canvas.icon_centred(done ? "check" : stage.icon, centre, {18, ink, 2.2F});
    if (labelled || current) {
      const bool covered = pill_x_.value() <= places[i] + kCircle &&
                           pill_x_.value() + pill_w_.value() >= places[i] + kCircle + 24;
      canvas.label(stage.title, {places[i] + kCircle + kLabelGap, 32},
                   {kStageName, current && covered ? theme::kPaper : ink});
    }
    if (i + 1 < stages_.size()) {
      const bool next = stages_[i + 1].progress == StageView::Progress::current;
      const float end = places[i + 1] - 8 - (next ? 6.F : 0.F);
      const float start = end - kLink + (next ? 6.F : 0.F) + (current ? 10.F : 0.F);
      canvas.line({start, 32}, {end, 32}, 3, done ? theme::kTeal : theme::kLinkIdle);
    }
  }
}

float TopBar::draw_buttons(Canvas& canvas, Ui& ui, bool with_reference, bool with_settings) const {
  ui.button(canvas, "back", {16, 12, 40, 40}, "", {.kind = ButtonKind::round, .icon = "left"});
  float x = 1225;
  const auto round = [&](const char* id, const char* icon) {
    ui.button(canvas, id, {x, 13, 38, 38}, "", {.kind = ButtonKind::round, .icon = icon});
    x -= 46;
  };
  round("pause", "pause");
  if (with_settings) {
    round("settings", "tune");
  }
  round("language", "globe");
  if (with_reference) {
    round("look-up", "book");
  }
  return x + 38 - 12;
}

void TopBar::draw(Canvas& canvas, Ui& ui, bool with_reference, bool with_settings) {
  canvas.rect({0, 0, kLogicalWidth, kHeight}, theme::kPaper);
  canvas.fade_down({0, kHeight, kLogicalWidth, 10}, faded(theme::kShadow, 0.14F),
                   faded(theme::kShadow, 0));
  const float right = draw_buttons(canvas, ui, with_reference, with_settings);
  // The names of the stages stand where a title of usual length leaves room for them; else the
  // title gets what the stages without names leave.
  const float room = right - kTitleX - kTitleGap;
  const float needed =
      std::max(canvas.text_width(title_, kTitle), canvas.text_width(subtitle_, kSubtitle));
  const bool labelled = track_width(canvas, true) + std::min(needed, kTitleUsual) <= room;
  const float most = std::max(kTitleUsual, room - track_width(canvas, labelled));
  const auto style = [most](theme::Type type, Colour colour) {
    TextStyle one_line{type, colour};
    one_line.width = most;
    one_line.max_lines = 1;
    return one_line;
  };
  canvas.text(title_, {kTitleX, 29}, style(kTitle, theme::kInk));
  canvas.text(subtitle_, {kTitleX, 49}, style(kSubtitle, theme::kInk2));
  if (!stages_.empty()) {
    draw_track(canvas, kTitleX + std::min(needed, most) + kTitleGap + kPillAround, right, labelled);
  }
}

}  // namespace mot
