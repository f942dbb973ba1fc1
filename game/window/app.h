// The program's loop: events in, time on, the top screen drawn when it has changed.
#pragma once

#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "engine/text/ui_strings.h"
#include "game/window/event_script.h"
#include "game/window/frame_times.h"
#include "game/window/narrator.h"
#include "game/window/options.h"
#include "game/window/pad.h"
#include "game/window/platform.h"
#include "game/window/random_input.h"
#include "game/window/reach_check.h"
#include "game/window/screen.h"
#include "game/window/sound_board.h"
#include "game/window/widgets.h"

namespace mot {

class ImguiBinding;

class App {
 public:
  // Opens the window. Requires missing_display() to be empty and `assets` to be found.
  App(const WindowOptions& options, const std::filesystem::path& assets);
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  // What screens are made with.
  Toolkit& toolkit() { return toolkit_; }
  // Called after every step when a file's change or a worker's result may ask for a new picture.
  void redraw() { dirty_ = true; }
  // Called with what it is now, whenever full screen was switched on or off by its key.
  void when_full_screen_changes(std::function<void(bool)> told) {
    full_screen_changed_ = std::move(told);
  }
  // Runs until the last screen is gone or the window is closed; the program's exit code.
  int run(std::unique_ptr<Screen> first);

 private:
  void apply(Request request);
  bool may_quit();
  void tidy();
  void gather_events();
  void run_script();
  void end_script(const std::string& why);
  bool waits_too_long();
  bool awaits(const std::string& id);
  std::optional<Vec> place_to_click(const std::string& id);
  void dispatch(const Event& event);
  void deliver(const Event& event);
  void take_pad(const Event& event);
  void ask(const std::vector<Command>& commands);
  void add_random_input();
  void resize_to(int width, int height);
  void take_window_wishes();
  void step(float dt);
  void draw();
  void draw_tools(bool seen);
  void finish_frame(double started);
  bool wants_frame() const;
  bool busy() const;
  bool at_rest() const;
  bool poses() const;
  bool looked_at() const;
  bool script_done() const { return next_step_ >= script_.steps.size(); }
  void take_screenshot();
  void save_picture();
  void check_layout();
  void check_reach();
  void print_time(const std::string& name) const;
  void print_frames(const std::string& name);
  void narrate();
  void narrate_page();
  std::string spoken_name(const std::string& control);
  Pixels picture_of_focus(bool hidden);
  void draw_screen();
  void paint_screen();
  void without_tools();
  void measure();
  double now() const;

  WindowOptions options_;
  Preferences preferences_;
  Platform platform_;
  Textures textures_;
  TextCache text_;
  Canvas canvas_;
  SoundBoard sounds_;
  Toolkit toolkit_;
  std::unique_ptr<ImguiBinding> imgui_;
  std::vector<std::unique_ptr<Screen>> stack_;
  std::deque<Event> events_;

  EventScript script_;
  std::size_t next_step_ = 0;
  double wait_until_ = 0;
  double waited_since_ = 0;  // for what a script awaits, by now(); 0: it awaits nothing
  std::string scrolled_to_;  // what a click is to hit, out of sight before
  std::string picture_;      // a file to write at the next frame
  std::string check_;        // a layout check to make at the next frame, by its name

  Pad pad_;
  std::function<void(bool)> full_screen_changed_;
  bool in_front_ = true;  // the window has the system's focus
  std::optional<RandomInput> random_;
  double next_random_ = 0;
  double sent_ = 0;      // when the script sent its last event, and …
  double answered_ = 0;  // … when the last frame was shown; real time
  std::optional<ReachCheck> reach_;
  bool checks_texts_ = false;      // the script has checks
  bool counts_frames_ = false;     // the script asks for them
  std::vector<double> frames_ms_;  // that were worked out since it asked last
  Narrator narrator_;
  std::optional<UiStrings> words_;  // of the language that is spoken
  std::string said_page_;
  std::string said_focus_;
  Ui focus_before_;  // of the screen that is walked through

  double time_ = 0;  // program time: counted frames, or real
  double last_input_ = 0;
  double frame_end_ = 0;
  float transition_ = 1;  // of a change of screens, 0 … 1
  int extra_frames_ = 0;
  bool dirty_ = true;
  bool running_ = true;
  bool metrics_ = false;
  bool tools_shown_ = false;  // they lie on the picture that is shown
  bool resized_ = false;
  int exit_code_ = 0;

  Measurement measurement_;
  enum class Phase { off, waiting, moving, settling, resting, done };
  Phase phase_ = Phase::off;
  double phase_start_ = 0;
  double phase_processor_ = 0;
  unsigned drawn_ = 0;
  double next_tidy_ = 0;     // when memory is given back again
  bool fonts_left_ = false;  // letters of sizes that are not drawn any more are kept
};

}  // namespace mot
