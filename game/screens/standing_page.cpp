#include "game/screens/standing_page.h"

#include <utility>

#include "game/screens/briefing.h"

namespace mot {
namespace {

constexpr float kLeft = 32;
constexpr float kWidth = 1216;
constexpr float kAbove = 20;
constexpr float kBelow = 24;

}  // namespace

StandingPage::StandingPage(Toolkit& toolkit, std::shared_ptr<GameContext> context, MainPage page)
    : Page(toolkit, std::move(context)), page_(page), reader_(context_->standing()) {
  ui_.focus(tab_of(page), true);
  context_->scenarios_ready();
}

Request StandingPage::step(const Tick& /*tick*/) {
  if (reader_.news(seen_)) {
    standing_changed();
    dirty_ = true;
  }
  if (!listed_ && context_->scenarios_ready()) {
    listed_ = true;
    dirty_ = true;
  }
  return Request::none();
}

Request StandingPage::use(const std::string& id) {
  if (id == "language") {
    next_language();
    return Request::none();
  }
  return use_main_bar(id, page_, toolkit_, context_);
}

Request StandingPage::key(const Event& event) {
  return event.key == Key::escape ? Request::replace(context_->open_library()) : Request::none();
}

void StandingPage::draw_page(Canvas& canvas) {
  if (ready()) {
    ui_.begin_scroll(canvas, "page", {0, kTop, kLogicalWidth, kLogicalHeight - kTop}, height_);
    const float end = draw_standing(canvas, draw_problem(canvas, kTop + kAbove));
    remember(height_, end + kBelow - kTop);
    ui_.end_scroll(canvas);
  }
  draw_main_bar(canvas, ui_, *context_, page_);
}

Request StandingPage::brief(std::shared_ptr<const Scenario> scenario) {
  return scenario ? Request::replace(make_briefing_screen(toolkit_, context_, std::move(scenario)))
                  : Request::none();
}

float StandingPage::draw_problem(Canvas& canvas, float y) {
  if (standing().problem.empty()) {
    return y;
  }
  const std::string said = words().text("progress.no-records", {{"cause", standing().problem}});
  return y + draw_block(canvas, said, {kLeft, y}, kWidth, {theme::kBody, theme::kCoral800}) + 12;
}

}  // namespace mot
