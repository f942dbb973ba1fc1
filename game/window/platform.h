// The one window: opening it, its events in our own words, full screen, clipboard, pictures of it.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "game/window/event.h"
#include "game/window/pixels.h"

namespace sf {
class RenderWindow;
}

namespace mot {

// Why no window can be opened here, as a sentence; empty when one can.
std::string missing_display();

enum class Pointer { arrow, hand, text };

class Platform {
 public:
  // Requires missing_display() to be empty.
  Platform(int width, int height, const std::string& title, bool full_screen);
  ~Platform();
  Platform(const Platform&) = delete;
  Platform& operator=(const Platform&) = delete;

  // The next thing that happened, if something did.
  std::optional<Event> poll();
  // Shows what was drawn.
  void display();
  void resize(int width, int height);
  void toggle_full_screen();
  bool full_screen() const;
  // The size of the window in pixels, at once or, in full screen, from when that is left.
  void set_window_size(int width, int height);
  // Of the screen that it is on, in pixels.
  static int screen_width();
  static int screen_height();
  int width() const;
  int height() const;
  sf::RenderWindow& target();

  std::string clipboard() const;
  void set_clipboard(const std::string& text);
  void set_pointer(Pointer pointer);
  void set_icon(const Pixels& icon);
  // What was drawn and not yet shown; empty when it cannot be had.
  Pixels picture() const;
  // Writes what was drawn and not yet shown to a PNG file; false when that fails.
  bool save_picture(const std::filesystem::path& file);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace mot
