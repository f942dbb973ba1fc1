// One screen of the game. The app owns a stack of them; the top one is handled, updated and drawn.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "game/window/canvas.h"
#include "game/window/event.h"
#include "game/window/key_map.h"
#include "game/window/pad.h"

namespace mot {

class Platform;
class SoundBoard;
class Ui;
class Screen;
class ImguiBinding;
struct WindowOptions;

// A frame of the trainer's tools.
struct ToolFrame {
  Canvas& canvas;  // where test ids and texts are noted
  ImguiBinding& imgui;
};

// What a screen asks of the app.
struct Request {
  enum class Kind { none, pop, push, replace, begin, quit };
  Kind kind = Kind::none;
  std::unique_ptr<Screen> screen;

  static Request none() { return {}; }
  static Request pop() { return {Kind::pop, nullptr}; }
  static Request quit() { return {Kind::quit, nullptr}; }
  static Request push(std::unique_ptr<Screen> screen) { return {Kind::push, std::move(screen)}; }
  static Request replace(std::unique_ptr<Screen> screen) {
    return {Kind::replace, std::move(screen)};
  }
  // Instead of all screens: from one that was pushed to one that leads elsewhere than back.
  static Request begin(std::unique_ptr<Screen> screen) { return {Kind::begin, std::move(screen)}; }
};

// A step of time. `calm`: nothing of meaning moved and nobody touched anything for a while, so
// breathing and the like come to rest.
struct Tick {
  float dt = 0;
  bool calm = false;
};

// The player's wishes, for all screens; the settings screen changes them.
struct Preferences {
  std::string language = "en";
  float text_size = 1;  // 1 … 2
  bool still = false;   // reduced motion: fades only
  bool high_contrast = false;
  bool self_voicing = false;  // focus and new texts are spoken
  KeyMap keys;
  PadMap pad;
  float timer_factor = 1;  // of the patience timer; 0: switched off
  bool feedback = false;   // what a choice came to is shown at once, in practice
  bool full_screen = false;
  // The size that the window is to have from now on, in pixels; 0: as it is. The app takes it.
  int window_width = 0;
  int window_height = 0;
};

// What the app lends to screens for as long as it runs.
struct Toolkit {
  Textures& textures;
  TextCache& text;
  Platform& platform;  // clipboard
  SoundBoard& sounds;
  Preferences& preferences;
  const WindowOptions& options;
  std::filesystem::path assets;
};

// What a screen takes keys for.
enum class Listening {
  commands,  // the usual keys, whatever the player's are
  typing,    // the same, but letters are letters
  raw        // a key or a button as it was pressed
};

class Screen {
 public:
  Screen() = default;
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;
  virtual ~Screen() = default;

  virtual Request handle(const Event& event) = 0;
  // Called about 60 times a second, drawn or not.
  virtual Request update(const Tick& tick) = 0;
  virtual void draw(Canvas& canvas) = 0;
  // Does something look different from when it was last drawn? Then it is drawn again.
  virtual bool needs_frame() const = 0;
  // Is a change of meaning under way (text, transition, reaction, timer)? Decoration is not.
  virtual bool busy() const { return needs_frame(); }
  virtual Listening listening() const { return Listening::commands; }
  // The controls the keyboard walks now; null where there are none.
  virtual Ui* controls() { return nullptr; }
  // What is to be read aloud when it has changed, to those who do not see it: a page's title, a
  // line that was said.
  virtual std::string announcement() const { return {}; }
  // Is the pointer over something to click?
  virtual bool over_control() const { return false; }
  // Somebody closes the window. False: something is to be asked first; the screen asks it on top of
  // all others and quits by itself.
  virtual bool may_quit() { return true; }
  // An event script clicks something that is out of sight and that controls() does not know. True:
  // it was scrolled to if it is there, as one sees when everything has come to rest.
  virtual bool bring_into_sight(const std::string& /*id*/) { return false; }
  // The screen comes on top again after the one above it went.
  virtual void resumed() {}
  // For --measure: keep everything moving from now on, or stop.
  virtual void exercise(bool /*on*/) {}
  // True while the screen shows tools: then tools() draws them with Dear ImGui over what draw() has
  // drawn, and before_tools() hears of every event first; true: nobody else is to hear of it.
  virtual bool wants_tools() const { return false; }
  virtual bool before_tools(const Event& /*event*/) { return false; }
  virtual void tools(ToolFrame& /*frame*/) {}
};

}  // namespace mot
