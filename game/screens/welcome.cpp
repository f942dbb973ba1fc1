#include "game/screens/welcome.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

#include "engine/base/background.h"
#include "engine/base/trim.h"
#include "game/screens/learner_list.h"
#include "game/screens/page.h"
#include "game/screens/segments.h"
#include "game/screens/text_field.h"
#include "game/screens/tour.h"
#include "game/stage/character.h"

namespace mot {
namespace {

constexpr Rect kPanel{560, 70, 640, 580};
constexpr float kPadding = 40;
constexpr std::size_t kMostName = 60;
constexpr std::chrono::milliseconds kUnnoticed{800};        // a wait that needs no word
constexpr std::array kSizes{1.F, 1.25F, 1.5F, 1.75F, 2.F};  // as in the settings
constexpr Vec kHost{60, 108};                               // where the host's drawing begins
constexpr float kHostZoom = 0.72F;

class WelcomePage : public Page {
 public:
  WelcomePage(Toolkit& toolkit, std::shared_ptr<GameContext> context)
      : Page(toolkit, std::move(context)), name_(kMostName) {
    name_.set(context_->settings.learner);
    known_ = Background<LearnerList>([uri = context_->store()] { return read_learners(uri); });
    ui_.focus("begin", true);
  }

  Request handle(const Event& event) override {
    if (ui_.focused() == "name" && name_.handle(event, toolkit_.platform)) {
      said_.clear();
      dirty_ = true;
      return Request::none();
    }
    return Page::handle(event);
  }

  Listening listening() const override {
    return ui_.focused() == "name" ? Listening::typing : Listening::commands;
  }

 protected:
  std::string title() const override { return text("welcome.title"); }

  Request step(const Tick& /*tick*/) override {
    if (leaves_by_.empty()) {
      return Request::none();
    }
    // Whoever was quicker than the store goes on as soon as it has answered.
    if (may_leave()) {
      return leave();
    }
    if (said_.empty() && std::chrono::steady_clock::now() - chosen_ > kUnnoticed) {
      said_ = text("welcome.slow-records");
      dirty_ = true;
    }
    return Request::none();
  }
  bool waiting() const override { return known_.valid() && !known_.ready(); }

  Request use(const std::string& id) override {
    if (id == "begin" || id == "tour") {
      leaves_by_ = id;
      said_.clear();
      chosen_ = std::chrono::steady_clock::now();
      return may_leave() ? leave() : Request::none();
    }
    if (id.rfind("language-", 0) == 0) {
      context_->set_language(id.substr(std::string_view("language-").size()));
    } else if (id.rfind("size-", 0) == 0) {
      context_->settings.text_size = kSizes[static_cast<std::size_t>(id.back() - '0')];
      context_->apply_settings();
    }
    return Request::none();
  }

  Request key(const Event& event) override {
    if (event.key == Key::enter) {
      show_focus("begin");
    }
    return Request::none();
  }

  void draw_page(Canvas& canvas) override {
    draw_host(canvas);
    canvas.panel(kPanel, theme::kRadiusPanel, theme::kPaper, 2);
    ui_.begin_scroll(canvas, "page", {kPanel.x, kPanel.y, kPanel.w, kPanel.h - 96}, height_);
    const float inner = kPanel.w - 2 * kPadding;
    const Vec at{kPanel.x + kPadding, kPanel.y + 36};
    float y = at.y;
    y += draw_block(canvas, text("welcome.title"), {at.x, y}, inner, {theme::kDisplay}) + 10;
    y += draw_block(canvas, text("welcome.about"), {at.x, y}, inner,
                    {theme::kBody.sized(16), theme::kInk2}) +
         26;
    y = draw_languages(canvas, {at.x, y});
    y = draw_name(canvas, {at.x, y}, inner);
    y = draw_sizes(canvas, {at.x, y});
    remember(height_, y - kPanel.y);
    ui_.end_scroll(canvas);
    const theme::Type type = theme::kLabel.growing(1.3F);
    const float half = (inner - 12) / 2;
    ui_.button(canvas, "begin", {at.x, kPanel.bottom() - 80, half, 52}, text("welcome.begin"),
               {.kind = ButtonKind::primary, .icon = "right", .icon_right = true, .type = type});
    ui_.button(canvas, "tour", {at.x + half + 12, kPanel.bottom() - 80, half, 52},
               text("welcome.tour"), {.kind = ButtonKind::outline, .icon = "play", .type = type});
  }

 private:
  // The records say whether a PIN guards the name; where there is none, nobody has to wait for
  // them.
  bool may_leave() const { return !waiting() || trimmed(name_.text()).empty(); }

  // Under the name that was typed, unless it is one that a PIN guards.
  Request leave() {
    if (known_.ready()) {
      list_ = known_.take();
    }
    const bool tour = std::exchange(leaves_by_, {}) == "tour";
    const std::string name(trimmed(name_.text()));
    if (!name.empty() && !may_take(list_, context_->settings.learner, name)) {
      said_ = text("learners.needs-pin");
      dirty_ = true;
      return Request::none();
    }
    context_->settings.learner = name;
    context_->settings.welcomed = true;
    context_->apply_settings();
    auto next = tour ? make_tour_screen(toolkit_, context_, AfterTour::library) : nullptr;
    return Request::replace(next ? std::move(next) : context_->open_library());
  }

  // The first of the cast stands beside the page and looks pleased.
  void draw_host(Canvas& canvas) {
    const Cast& cast = context_->wardrobe().cast();
    if (cast.people.empty()) {
      return;
    }
    canvas.circle({276, 400}, 236, theme::kTeal50);
    canvas.push();
    canvas.clip_rounded({40, 84, 472, 552}, 236);
    mot::draw_person(canvas, context_->wardrobe(), resolve(cast, {.like = "lin"}), Feeling::pleased,
                     kHost, kHostZoom);
    canvas.pop();
  }

  float label(Canvas& canvas, Vec at, const char* key) {
    return at.y + draw_block(canvas, text(key), at, kPanel.w - 2 * kPadding, {theme::kLabel}) + 8;
  }

  float draw_languages(Canvas& canvas, Vec at) {
    const float y = label(canvas, at, "welcome.language");
    std::vector<Segment> segments;
    std::size_t chosen = 0;
    for (const std::string& tag : context_->languages()) {
      if (tag == words().language()) {
        chosen = segments.size();
      }
      segments.push_back({"language-" + tag, language_name(words(), tag)});
    }
    return draw_segments(canvas, ui_, {at.x, y}, segments, chosen).bottom() + 22;
  }

  float draw_name(Canvas& canvas, Vec at, float width) {
    const float y = label(canvas, at, "welcome.name");
    name_.draw(canvas, ui_, "name", {at.x, y, width, 44}, text("settings.name-hint"));
    const float said = said_.empty() ? 0
                                     : draw_block(canvas, said_, {at.x, y + 50}, width,
                                                  {theme::kBody.weighing(500), theme::kCoral800}) +
                                           6;
    return y + 44 + 22 + said;
  }

  float draw_sizes(Canvas& canvas, Vec at) {
    const float y = label(canvas, at, "settings.text-size");
    std::vector<Segment> segments;
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < kSizes.size(); ++i) {
      if (std::fabs(kSizes[i] - context_->settings.text_size) < 0.1F) {
        chosen = i;
      }
      segments.push_back({"size-" + std::to_string(i),
                          std::to_string(static_cast<int>(std::lround(kSizes[i] * 100))) + " %"});
    }
    return draw_segments(canvas, ui_, {at.x, y}, segments, chosen).bottom() + 16;
  }

  TextField name_;
  Background<LearnerList> known_;  // read while the page is looked at
  LearnerList list_;
  std::string leaves_by_;                         // "begin" or "tour" once chosen; empty: stays
  std::chrono::steady_clock::time_point chosen_;  // when that was
  std::string said_;
  float height_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_welcome_screen(Toolkit& toolkit,
                                            std::shared_ptr<GameContext> context) {
  return std::make_unique<WelcomePage>(toolkit, std::move(context));
}

}  // namespace mot
