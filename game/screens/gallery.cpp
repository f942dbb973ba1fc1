#include "game/screens/gallery.h"

#include <array>
#include <string>

#include "game/stage/character.h"
#include "game/stage/scene.h"
#include "game/window/motion.h"
#include "game/window/options.h"
#include "game/window/text_layout.h"
#include "game/window/widgets.h"

namespace mot {
namespace {

struct Meter {
  std::string label;
  int value;
  int change;
};

struct Sample {
  std::string scene, person, title, sub;
  std::array<std::string, 4> stages;
  std::array<Meter, 2> meters;
  std::string name, role, mood, line, patience, seconds, question, keys;
  std::array<std::string, 4> responses;
  std::string hint, log;
};

const Sample kEnglish{
    "service-desk",
    "lin",
    "The unanswered leak",
    "Property management · Case 3 of 8",
    {"First contact", "Service delivery", "Problem handling", "Follow-up"},
    {{{"Satisfaction", 42, -8}, {"Trust", 55, -3}}},
    "Ms Lin",
    "Owner, Unit 1602",
    "Annoyed",
    "I reported the leak under my sink three days ago. Nobody came, nobody called. Do I have to "
    "stand "
    "here every day to get an answer?",
    "Patience",
    "18",
    "How do you respond?",
    "Press 1–4",
    {"Please calm down, madam. Our plumbers have been extremely busy this week.",
     "Three days without a call: I would be upset too. Let me open your ticket now and find out "
     "exactly "
     "where it stopped.",
     "Could you fill in the repair form once more? The system may have lost the first one.",
     "I will ask the engineering team to contact you as soon as possible."},
    "Hint",
    "Conversation"};

const Sample kChinese{
    "hotel-reception",
    "reyes",
    "找不到的预订",
    "酒店前台 · 第 2 例，共 6 例",
    {"首次接触", "服务交付", "问题处理", "后续跟进"},
    {{{"满意度", 36, -6}, {"信任度", 48, -4}}},
    "雷耶斯先生",
    "商务客人",
    "不满",
    "我两周前就确认过预订，现在你告诉我系统里没有？我飞了十一个小时，明天早上八点还要开会。",
    "耐心",
    "21",
    "您会如何回应？",
    "按 1–4 选择",
    {"抱歉，系统里没有您的记录，您订的可能是另一家酒店。",
     "飞了这么久还遇到这种事，换作是我也会着急。请把确认邮件给我看一下，我马上核实，同时先为您安排"
     "房间。",
     "请您先坐一会儿，等值班经理来了再处理。", "今晚房间很紧张，我帮您看看附近有没有别的酒店。"},
    "提示",
    "对话记录"};

constexpr std::array kStageIcons{"chat", "bell", "tool", "phone"};

class Gallery : public Screen {
 public:
  explicit Gallery(Toolkit& toolkit)
      : toolkit_(toolkit),
        sample_(is_chinese(toolkit.preferences.language) ? kChinese : kEnglish),
        wardrobe_(toolkit.assets),
        scene_(toolkit.assets, sample_.scene),
        character_(wardrobe_, resolve(wardrobe_.cast(), {.like = sample_.person})) {
    character_.puppet().set_feeling(Feeling::annoyed, true);
    character_.puppet().set_still(toolkit.preferences.still);
    scene_.prefetch(toolkit.textures,
                    letterbox(toolkit.options.width, toolkit.options.height).scale);
    ui_.focus("response-2", true);
    say();
  }

  Request handle(const Event& event) override {
    const std::string used = ui_.handle(event);
    if (used == "back") {
      return Request::pop();
    }
    if (used.rfind("response-", 0) == 0) {
      character_.puppet().react(used == "response-2");
      feel(static_cast<Feeling>((static_cast<std::size_t>(character_.puppet().feeling()) + 1) %
                                kFeelings));
    }
    if (used == "hint") {
      say();
    }
    return Request::none();
  }

  Request update(const Tick& tick) override {
    character_.update(tick.dt, tick.calm);
    ui_.update(tick.dt);
    exercise_time_ += tick.dt;
    if (exercising_ && exercise_time_ > 2) {
      exercise_time_ = 0;
      feel(static_cast<Feeling>((static_cast<std::size_t>(character_.puppet().feeling()) + 1) %
                                kFeelings));
    }
    if (revealed_ >= 0) {
      const float rate = is_chinese(toolkit_.preferences.language) ? theme::kCharactersPerSecondZh
                                                                   : theme::kCharactersPerSecond;
      revealed_ += tick.dt * rate;
      if (static_cast<int>(revealed_) >= line_length_) {
        revealed_ = exercising_ ? 0.F : -1.F;
        character_.puppet().talk(exercising_);
      }
    }
    return Request::none();
  }

  void draw(Canvas& canvas) override {
    if (drawn_++ > 1) {
      preparing_ = character_.prepare_one(canvas);
    }
    ui_.begin(toolkit_.preferences.still);
    scene_.draw_back(canvas);
    character_.draw(canvas);
    scene_.draw_front(canvas);
    draw_top_bar(canvas);
    draw_track(canvas);
    draw_meters(canvas);
    draw_dialogue(canvas);
    draw_responses(canvas);
    ui_.end(canvas);
  }

  bool needs_frame() const override {
    return character_.puppet().moving() || ui_.moving() || revealed_ >= 0 || preparing_;
  }
  bool busy() const override { return character_.puppet().busy() || revealed_ >= 0 || preparing_; }
  bool over_control() const override { return !ui_.hovered().empty(); }
  void exercise(bool on) override {
    exercising_ = on;
    if (on) {
      say();
    } else {
      revealed_ = -1;
      character_.puppet().talk(false);
    }
  }

 private:
  void say() {
    revealed_ = 0;
    character_.puppet().talk(true);
  }
  void feel(Feeling feeling) { character_.puppet().set_feeling(feeling); }

  void draw_top_bar(Canvas& canvas) {
    canvas.rect({0, 0, 1280, 64}, theme::kPaper);
    canvas.fade_down({0, 64, 1280, 10}, faded(theme::kShadow, 0.14F), faded(theme::kShadow, 0));
    ui_.button(canvas, "back", {16, 12, 40, 40}, "", {.kind = ButtonKind::round, .icon = "left"});
    canvas.text(sample_.title, {70, 29}, {theme::kCardTitle});
    canvas.text(sample_.sub, {70, 49}, {theme::kCaption, theme::kInk2});
    const std::array icons{"sound", "tune", "pause"};
    for (std::size_t i = 0; i < icons.size(); ++i) {
      ui_.button(canvas, icons[i], {1133 + 46 * static_cast<float>(i), 13, 38, 38}, "",
                 {.kind = ButtonKind::round, .icon = icons[i]});
    }
  }

  void draw_track(Canvas& canvas) {
    constexpr int kCurrent = 2;
    constexpr float kLink = 26;
    float total = 3 * (kLink + 16);
    for (const std::string& stage : sample_.stages) {
      total += canvas.text_width(stage, theme::kLabel) + 42;
    }
    float x = (kLogicalWidth - total) / 2 + 36;
    for (int i = 0; i < 4; ++i) {
      const auto k = static_cast<std::size_t>(i);
      const float w = canvas.text_width(sample_.stages[k], theme::kLabel);
      const bool done = i < kCurrent;
      const bool current = i == kCurrent;
      if (current) {
        canvas.pill({x - 8, 12, w + 62, 40}, theme::kTeal);
      }
      canvas.circle({x + 15, 32}, 15,
                    done      ? theme::kTeal50
                    : current ? theme::kPaper
                              : theme::kSand);
      const Colour ink = i > kCurrent ? theme::kInk2 : theme::kTeal;
      canvas.icon(done ? "check" : kStageIcons[k], {x + 6, 23}, {18, ink, 2.2F});
      canvas.text(sample_.stages[k], {x + 38, 37}, {theme::kLabel, current ? theme::kPaper : ink});
      x += w + 42;
      if (i < 3) {
        const float room = current ? 6.F : 0.F;
        const float next = i + 1 == kCurrent ? 6.F : 0.F;
        x += 8 + room;
        canvas.line({x, 32}, {x + kLink - room - next, 32}, 3,
                    done ? theme::kTeal : theme::kLinkIdle);
        x += kLink + 8 - room;
      }
    }
  }

  void draw_meter(Canvas& canvas,
                  const Meter& meter,
                  float y,
                  const char* icon,
                  Colour colour,
                  Colour tint) {
    canvas.circle({50, y + 10}, 15, tint);
    canvas.icon(icon, {40, y}, {20, colour});
    canvas.text(meter.label, {74, y + 7}, {theme::kLabel});
    const theme::Type number = theme::kCardTitle.sized(16);
    const std::string value = std::to_string(meter.value);
    TextStyle style{number};
    style.align = Align::right;
    canvas.text(value, {244, y + 8}, style);
    style.type = theme::kCaption.weighing(700);
    style.colour = theme::kCoral700;
    canvas.text("−" + std::to_string(-meter.change),
                {244 - canvas.text_width(value, number) - 8, y + 7}, style);
    const Rect box{74, y + 15, 170, 9};
    canvas.bar(box, static_cast<float>(meter.value) / 100, colour);
    const float from = box.x + box.w * static_cast<float>(meter.value) / 100;
    canvas.rect({from, box.y, box.w * static_cast<float>(-meter.change) / 100, 9},
                faded(colour, 0.32F));
    canvas.rounded({box.x + box.w * 0.6F - 1, y + 13, 2, 13}, 1, faded(theme::kInk, 0.35F));
  }

  void draw_meters(Canvas& canvas) {
    canvas.panel({24, 84, 236, 108}, 18, theme::kPaper, 2);
    draw_meter(canvas, sample_.meters[0], 104, "smile", theme::kTeal, theme::kTeal50);
    draw_meter(canvas, sample_.meters[1], 152, "shield", theme::kViolet, theme::kViolet50);
  }

  void draw_dialogue(Canvas& canvas) {
    canvas.panel({24, 548, 744, 152}, 22, theme::kPaper, 3);
    const theme::Type role = theme::kLabel.weighing(400);
    const float name = canvas.text_width(sample_.name, theme::kCardTitle);
    const float tab = name + canvas.text_width(sample_.role, role) + 52;
    canvas.pill({44, 528, tab, 40}, theme::kInk);
    canvas.text(sample_.name, {64, 554}, {theme::kCardTitle, theme::kPaper});
    canvas.text(sample_.role, {76 + name, 553}, {role, theme::kOnInk});
    const Rect mood{54 + tab, 530, canvas.text_width(sample_.mood, theme::kLabel) + 44, 36};
    canvas.pill(mood, theme::kCoral50);
    canvas.border(mood, 18, 2, theme::kCoral);
    canvas.circle({mood.x + 18, 548}, 6, theme::kCoral700);
    canvas.text(sample_.mood, {mood.x + 30, 553}, {theme::kLabel, theme::kCoral800});
    TextStyle line{theme::kLineOfCustomer};
    line.max_lines = 4;
    canvas.mark("line", {52, 568, 560, 128});
    canvas.paragraph(sample_.line, {52, 568, 560, 128}, line, true, static_cast<int>(revealed_));
    const Vec centre{700, 618};
    canvas.ring(centre, 35, 8, theme::kTrack);
    canvas.arc(centre, 35, 8, 0, 0.45F, theme::kAmber);
    TextStyle middle{theme::kPageTitle};
    middle.align = Align::centre;
    canvas.text(sample_.seconds, {700, 626}, middle);
    middle.type = theme::kCaption.weighing(600);
    middle.colour = theme::kInk2;
    canvas.text(sample_.patience, {700, 679}, middle);
  }

  void draw_response(Canvas& canvas, int index) {
    const std::string id = "response-" + std::to_string(index + 1);
    const Rect box{804, 136 + 126 * static_cast<float>(index), 436, 116};
    const ControlState state = ui_.place(canvas, id, box, theme::kRadiusChoice, true, false);
    canvas.panel(box, theme::kRadiusChoice, mixed(theme::kPaper, theme::kTeal50, state.hover), 1);
    if (state.hover > 0) {
      canvas.border(box, theme::kRadiusChoice, theme::kSelectionBorder,
                    faded(theme::kTeal, state.hover));
    }
    const Vec badge{838, box.y + 58};
    canvas.circle(badge, 17, mixed(theme::kSand, theme::kTeal, state.hover));
    TextStyle number{theme::kCardTitle.sized(16), mixed(theme::kInk, theme::kPaper, state.hover)};
    number.align = Align::centre;
    canvas.text(std::to_string(index + 1), {badge.x, badge.y + 6}, number);
    TextStyle text{theme::kChoice};
    text.max_lines = 4;
    canvas.paragraph(sample_.responses[static_cast<std::size_t>(index)], {868, box.y, 352, box.h},
                     text);
  }

  void draw_responses(Canvas& canvas) {
    canvas.panel({788, 84, 468, 616}, 24, theme::kCream, 3);
    canvas.text(sample_.question, {812, 119}, {theme::kPanelTitle});
    TextStyle keys{theme::kCaption.weighing(500), theme::kInk2};
    keys.align = Align::right;
    canvas.text(sample_.keys, {1232, 118}, keys);
    for (int i = 0; i < 4; ++i) {
      draw_response(canvas, i);
    }
    ui_.button(canvas, "hint", {804, 646, 146, 40}, sample_.hint,
               {.kind = ButtonKind::quiet, .icon = "bulb", .left_aligned = true});
    const float w = canvas.text_width(sample_.log, theme::kLabel) + 66;
    ui_.button(canvas, "conversation", {1240 - w, 646, w, 40}, sample_.log,
               {.kind = ButtonKind::quiet, .icon = "list", .left_aligned = true});
  }

  Toolkit& toolkit_;
  const Sample& sample_;
  Wardrobe wardrobe_;
  Scene scene_;
  Character character_;
  Ui ui_;
  int line_length_ = character_count(sample_.line);
  float revealed_ = -1;
  float exercise_time_ = 0;
  bool exercising_ = false;
  bool preparing_ = true;
  unsigned drawn_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_gallery(Toolkit& toolkit) {
  return std::make_unique<Gallery>(toolkit);
}

}  // namespace mot
