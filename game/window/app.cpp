#include "game/window/app.h"

#include <SFML/Graphics/RenderWindow.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>
#include <utility>

#include "engine/report/text_attributes.h"
#include "game/window/imgui_binding.h"
#include "game/window/motion.h"
#include "game/window/process.h"
#include "game/window/svg.h"

namespace mot {
namespace {

constexpr double kTidyEvery = 10;  // seconds
constexpr double kFrame = 1.0 / 60;
constexpr double kPoll = kFrame;       // between looks at the events while nothing moves
constexpr float kLongestStep = 0.25F;  // a longer pause (a suspended machine) counts as this
constexpr double kScreenshotPatience = 30;
constexpr float kLargestTools = 1.5F;  // they have no room for letters twice as large
constexpr int kFramesToSettle = 3;     // hover, focus and popups of the tools follow a frame late

void sleep_for(double seconds) {
  if (seconds > 0) {
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
  }
}

}  // namespace

App::App(const WindowOptions& options, const std::filesystem::path& assets)
    : options_(options),
      platform_(options.width, options.height, "Moments of Truth", options.full_screen),
      canvas_(platform_.target(), text_, textures_, assets),
      sounds_(!options_.scripted()),
      toolkit_{textures_, text_, platform_, sounds_, preferences_, options_, assets} {
  preferences_.still = options.still;
  preferences_.full_screen = options.full_screen;
  textures_.set_waits(options.fixed_clock);
  if (!options.language.empty()) {
    preferences_.language = options.language;
  }
  if (!options.events.empty()) {
    const auto text = file_text(options.events);
    script_ = parse_event_script(text.value_or(""));
    if (!text) {
      script_.error = "cannot be read";
    }
    if (!script_.error.empty()) {
      std::fprintf(stderr, "mot-window: %s: %s\n", options.events.c_str(), script_.error.c_str());
      exit_code_ = text ? 2 : 3;
      running_ = false;
    }
  }
  for (const EventStep& step : script_.steps) {
    checks_texts_ = checks_texts_ || step.kind == EventStep::Kind::check;
    counts_frames_ = counts_frames_ || step.kind == EventStep::Kind::frames;
  }
  if (options.random_input > 0) {
    random_.emplace(options.seed.value_or(1));
  }
  if (options.measure > 0) {
    phase_ = Phase::waiting;
  }
}

App::~App() {
  stack_.clear();
  imgui_.reset();
}

double App::now() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

int App::run(std::unique_ptr<Screen> first) {
  stack_.push_back(std::move(first));
  double last = now();
  frame_end_ = last;
  while (running_ && !stack_.empty()) {
    const double started = now();
    gather_events();
    while (!events_.empty() && running_ && !stack_.empty()) {
      const Event event = events_.front();
      events_.pop_front();
      dispatch(event);
      take_window_wishes();
    }
    const float dt = options_.fixed_clock
                         ? static_cast<float>(kFrame)
                         : std::min(kLongestStep, static_cast<float>(started - last));
    last = started;
    if (running_ && !stack_.empty()) {
      step(drawn_ == 0 ? 0 : dt);
    }
    if (!running_ || stack_.empty()) {
      break;
    }
    const bool moving = wants_frame();
    const bool posing = !options_.screenshot.empty() && at_rest();
    if (moving || dirty_ || posing || !picture_.empty() || !check_.empty() || reach_) {
      draw();
      finish_frame(started);
    } else if (counts_frames_ && now() - started > kFrame) {
      frames_ms_.push_back((now() - started) * 1000);  // one that nobody could have seen in time
    } else if (!options_.fixed_clock || (script_done() && options_.screenshot.empty())) {
      sleep_for(kPoll);
    }
    measure();
  }
  return exit_code_;
}

void App::gather_events() {
  while (auto event = platform_.poll()) {
    // A run by script is not disturbed by the machine it runs on.
    if (!options_.scripted() || event->type == Event::Type::quit ||
        event->type == Event::Type::resize) {
      events_.push_back(*event);
    }
  }
  if (drawn_ > 0) {
    run_script();
    add_random_input();
  }
}

void App::add_random_input() {
  if (!random_ || time_ < next_random_) {
    return;
  }
  next_random_ = time_ + kRandomEvery;
  std::vector<Vec> targets;
  for (const auto& [id, box] : canvas_.places()) {
    if (box.w > 0 && box.h > 0) {
      targets.push_back(canvas_.to_logical(box.centre()));
    }
  }
  for (const Event& event : random_->next(targets)) {
    events_.push_back(event);
  }
  running_ = running_ && time_ < options_.random_input;
}

void App::resize_to(int width, int height) {
  if (width > 0 && height > 0) {
    textures_.clear();
    text_.clear();
    fonts_left_ = true;
    canvas_.forget();
    resized_ = true;
    dirty_ = true;
  }
}

// Full screen and the size of the window as the player wishes them now.
void App::take_window_wishes() {
  if (preferences_.full_screen != platform_.full_screen()) {
    platform_.toggle_full_screen();
    resize_to(platform_.width(), platform_.height());
  }
  if (preferences_.window_width > 0) {
    platform_.set_window_size(preferences_.window_width, preferences_.window_height);
    preferences_.window_width = 0;
    preferences_.window_height = 0;
  }
}

void App::dispatch(const Event& event) {
  if (event.type >= Event::Type::pad_button_down && event.type <= Event::Type::pad_disconnected) {
    take_pad(event);
    return;
  }
  if (event.type == Event::Type::focus_lost || event.type == Event::Type::focus_gained) {
    in_front_ = event.type == Event::Type::focus_gained;
    canvas_.forget();  // another window may have lain on this one
    pad_.release();
  }
  const Listening listening = stack_.back()->listening();
  deliver(listening == Listening::raw
              ? event
              : preferences_.keys.translated(event, listening == Listening::typing));
}

// A pad is the player's only while the window is in front, as a keyboard is.
void App::take_pad(const Event& event) {
  const bool plugged =
      event.type == Event::Type::pad_connected || event.type == Event::Type::pad_disconnected;
  const std::vector<Command> commands = pad_.handle(event, preferences_.pad);
  // A screen that waits for a button hears of that and of a direction, once each.
  const bool raw = stack_.back()->listening() == Listening::raw &&
                   (event.type == Event::Type::pad_button_down || !commands.empty());
  if (plugged || (in_front_ && raw)) {
    deliver(event);
  } else if (in_front_) {
    ask(commands);
  }
}

void App::ask(const std::vector<Command>& commands) {
  for (const Command command : commands) {
    if (running_ && !stack_.empty() && stack_.back()->listening() != Listening::raw) {
      deliver(event_of(command));
    }
  }
}

void App::deliver(const Event& event) {
  last_input_ = time_;
  dirty_ = true;
  if (event.type == Event::Type::quit) {
    running_ = !may_quit();
    return;
  }
  if (event.type == Event::Type::resize) {
    if (event.width != platform_.width() || event.height != platform_.height()) {
      platform_.resize(event.width, event.height);
    }
    resize_to(event.width, event.height);
    return;
  }
  if (stack_.back()->listening() == Listening::raw) {
    apply(stack_.back()->handle(event));
    return;
  }
  if (event.type == Event::Type::key_down && event.key == Key::f11) {
    preferences_.full_screen = !preferences_.full_screen;
    take_window_wishes();
    if (full_screen_changed_) {
      full_screen_changed_(preferences_.full_screen);
    }
    return;
  }
  if (event.type == Event::Type::key_down && event.key == Key::f2) {
    narrate_page();
    return;
  }
  if (event.type == Event::Type::key_down && event.key == Key::f3) {
    metrics_ = !metrics_;
    return;
  }
  if (imgui_ && (metrics_ || stack_.back()->wants_tools())) {
    extra_frames_ = kFramesToSettle;
    const bool tools = stack_.back()->wants_tools();
    if ((tools && stack_.back()->before_tools(event)) || imgui_->handle(event)) {
      return;
    }
  }
  apply(stack_.back()->handle(event));
}

bool App::may_quit() {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    if (stack_[i]->may_quit()) {
      continue;
    }
    const bool covered = i + 1 < stack_.size();
    stack_.resize(i + 1);
    if (covered) {
      stack_.back()->resumed();
    }
    return false;
  }
  return true;
}

void App::apply(Request request) {
  if (request.kind == Request::Kind::none) {
    return;
  }
  if (request.kind == Request::Kind::quit) {
    running_ = false;
    return;
  }
  if (time_ >= next_tidy_) {
    tidy();
  }
  // The picture of the old screen fades out over the new one.
  if (drawn_ > 0) {
    canvas_.begin(platform_.width(), platform_.height());
    stack_.back()->draw(canvas_);
    without_tools();
    canvas_.take_snapshot();
    transition_ = 0;
  }
  if (request.kind == Request::Kind::begin) {
    stack_.clear();
  } else if (request.kind != Request::Kind::push) {
    stack_.pop_back();
  }
  if (request.screen) {
    stack_.push_back(std::move(request.screen));
  } else if (!stack_.empty()) {
    stack_.back()->resumed();
  }
  dirty_ = true;
}

// Lets go of what is not needed any more, while one screen gives way to another.
void App::tidy() {
  next_tidy_ = time_ + kTidyEvery;
  const bool tools = metrics_ || std::any_of(stack_.begin(), stack_.end(), [](const auto& screen) {
                       return screen->wants_tools();
                     });
  if (!tools) {
    without_tools();
    imgui_.reset();
  }
  if (std::exchange(fonts_left_, false)) {
    forget_fonts();
  }
  give_free_memory_back();
}

bool App::busy() const { return transition_ < 1 || extra_frames_ > 0 || stack_.back()->busy(); }
bool App::wants_frame() const {
  return transition_ < 1 || extra_frames_ > 0 || stack_.back()->needs_frame();
}
bool App::at_rest() const { return script_done() && !busy() && !stack_.back()->needs_frame(); }

// It is time for the last picture.
bool App::poses() const {
  return !options_.screenshot.empty() && drawn_ > 0 &&
         (at_rest() || (script_done() && time_ - last_input_ > kScreenshotPatience));
}

// Somebody is going to look at this frame.
bool App::looked_at() const {
  return !options_.skip_unseen || !picture_.empty() || !check_.empty() || poses();
}

void App::step(float dt) {
  time_ += static_cast<double>(dt);
  narrator_.step();
  ask(pad_.update(dt));
  if (!running_ || stack_.empty()) {
    return;
  }
  if (transition_ < 1) {
    const float length = preferences_.still ? theme::kReducedFade : theme::kScreenChange;
    transition_ = std::min(1.F, transition_ + dt / length);
    if (transition_ >= 1) {
      canvas_.drop_snapshot();
      dirty_ = true;
    }
  }
  if (busy()) {
    last_input_ = std::max(last_input_, time_);
  }
  const bool waiting_for_picture = !options_.screenshot.empty() && script_done();
  const double patience = waiting_for_picture ? 0 : static_cast<double>(theme::kCalmAfter);
  const Tick tick{dt, !busy() && time_ - last_input_ >= patience};
  apply(stack_.back()->update(tick));
}

void App::draw() {
  dirty_ = false;
  extra_frames_ = std::max(0, extra_frames_ - 1);
  textures_.next_frame();
  text_.next_frame();
  draw_screen();
  narrate();
  const bool seen = looked_at();
  if (metrics_ || stack_.back()->wants_tools()) {
    draw_tools(seen);
  } else if (seen) {
    paint_screen();
  }
  save_picture();
  check_layout();
  check_reach();
  if (seen && poses()) {
    take_screenshot();
  }
  platform_.set_pointer(stack_.back()->over_control() ? Pointer::hand : Pointer::arrow);
}

void App::draw_screen() {
  canvas_.set_language(preferences_.language);
  canvas_.set_high_contrast(preferences_.high_contrast);
  canvas_.note_texts(checks_texts_ || preferences_.self_voicing);
  if (text_.size_factor() != preferences_.text_size) {
    text_.set_size_factor(preferences_.text_size);
    fonts_left_ = true;
    preferences_.text_size = text_.size_factor();
  }
  canvas_.begin(platform_.width(), platform_.height());
  canvas_.push();
  if (transition_ < 1 && !preferences_.still) {
    canvas_.translate({0, theme::kScreenSlide * (1 - eased(Easing::out, transition_))});
  }
  stack_.back()->draw(canvas_);
  canvas_.pop();
  if (transition_ < 1) {
    canvas_.draw_snapshot(1 - eased(Easing::out, transition_));
  }
}

// From now on nothing lies on the canvas's picture.
void App::without_tools() {
  if (tools_shown_) {
    canvas_.forget();
    tools_shown_ = false;
  }
}

void App::paint_screen() {
  without_tools();
  canvas_.finish();
}

void App::draw_tools(bool seen) {
  if (!imgui_) {
    imgui_ = std::make_unique<ImguiBinding>(platform_);
  }
  const float scale = canvas_.scale() * std::min(preferences_.text_size, kLargestTools);
  imgui_->begin(scale, static_cast<float>(kFrame));
  if (stack_.back()->wants_tools()) {
    ToolFrame frame{canvas_, *imgui_};
    stack_.back()->tools(frame);
  }
  if (metrics_) {
    imgui_->show_metrics(metrics_);
  }
  std::vector<Rect> changed = imgui_->end();
  if (!tools_shown_) {
    canvas_.forget();
    tools_shown_ = true;
  }
  if (seen) {
    canvas_.finish(std::move(changed));
    imgui_->paint(canvas_.painted_parts());
  } else {
    canvas_.forget();  // what has changed is not kept
  }
  if (imgui_->pending() || imgui_->fonts().outdated(scale)) {
    extra_frames_ = kFramesToSettle;
  }
}

void App::finish_frame(double started) {
  if (canvas_.painted() > 0) {
    platform_.display();
  }
  const double end = now();
  answered_ = end;
  if (counts_frames_) {
    frames_ms_.push_back((end - started) * 1000);
  }
  ++drawn_;
  if (drawn_ == 1) {
    measurement_.first_frame_ms = seconds_since_start() * 1000;
    time_ = 0;
    dirty_ = true;
    platform_.set_icon([&] {
      const auto svg = Svg::load(toolkit_.assets / "icons" / "moments-of-truth.svg");
      return svg ? svg->render({}, 64 / svg->width()) : Pixels{};
    }());
  } else if (phase_ == Phase::moving) {
    measurement_.frames_ms.push_back((end - started) * 1000);
  }
  const bool hurry = options_.fixed_clock && (!script_done() || !options_.screenshot.empty());
  if (!hurry) {
    frame_end_ = std::max(end, frame_end_ + kFrame);
    if (frame_end_ - end > kFrame) {
      frame_end_ = end + kFrame;
    }
    sleep_for(frame_end_ - end);
  }
}

}  // namespace mot
