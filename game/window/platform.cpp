#include "game/window/platform.h"

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/RenderWindow.hpp>
#include <SFML/Graphics/Texture.hpp>
#include <SFML/System/Err.hpp>
#include <SFML/Window/Clipboard.hpp>
#include <SFML/Window/Cursor.hpp>
#include <SFML/Window/Event.hpp>
#include <SFML/Window/Joystick.hpp>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <utility>

namespace mot {
namespace {

#ifdef __linux__
// Is somebody listening there? Not asked by connecting: a server that sees its only client leave
// may start anew, and refuse the next one meanwhile.
bool is_served(const std::string& socket) {
  std::error_code error;
  if (std::filesystem::exists(socket, error)) {
    return true;
  }
  std::ifstream table("/proc/net/unix");
  for (std::string line; std::getline(table, line);) {
    if (line.size() > socket.size() && line.ends_with("@" + socket)) {
      return true;
    }
  }
  return false;
}

// SFML aborts when the display refuses; it has said why by then.
void refused(int /*signal*/) { std::_Exit(3); }
#endif

Key key_of(sf::Keyboard::Key k) {
  using K = sf::Keyboard;
  const auto from = [k](K::Key first, Key ours) {
    return static_cast<Key>(static_cast<int>(ours) + (k - first));
  };
  if (k >= K::A && k <= K::Z) {
    return from(K::A, Key::a);
  }
  if (k >= K::Num0 && k <= K::Num9) {
    return from(K::Num0, Key::digit0);
  }
  if (k >= K::Numpad0 && k <= K::Numpad9) {
    return from(K::Numpad0, Key::digit0);
  }
  if (k >= K::F1 && k <= K::F12) {
    return from(K::F1, Key::f1);
  }
  static constexpr std::array<std::pair<K::Key, Key>, 24> kTable{
      {{K::Enter, Key::enter},   {K::Escape, Key::escape},       {K::Space, Key::space},
       {K::Tab, Key::tab},       {K::Backspace, Key::backspace}, {K::Delete, Key::del},
       {K::Insert, Key::insert}, {K::Left, Key::left},           {K::Right, Key::right},
       {K::Up, Key::up},         {K::Down, Key::down},           {K::Home, Key::home},
       {K::End, Key::end},       {K::PageUp, Key::page_up},      {K::PageDown, Key::page_down},
       {K::Add, Key::plus},      {K::Subtract, Key::minus},      {K::Hyphen, Key::minus},
       {K::Equal, Key::equals},  {K::Comma, Key::comma},         {K::Period, Key::period},
       {K::Slash, Key::slash},   {K::Semicolon, Key::semicolon}, {K::Unknown, Key::unknown}}};
  for (const auto& [theirs, ours] : kTable) {
    if (theirs == k) {
      return ours;
    }
  }
  return Key::unknown;
}

MouseButton button_of(sf::Mouse::Button b) {
  return b == sf::Mouse::Right    ? MouseButton::right
         : b == sf::Mouse::Middle ? MouseButton::middle
                                  : MouseButton::left;
}

std::string utf8_of(const sf::String& text) {
  const auto bytes = text.toUtf8();
  return {bytes.begin(), bytes.end()};
}

std::optional<Event::Type> simple(sf::Event::EventType type) {
  switch (type) {
    case sf::Event::Closed: return Event::Type::quit;
    case sf::Event::LostFocus: return Event::Type::focus_lost;
    case sf::Event::GainedFocus: return Event::Type::focus_gained;
    case sf::Event::MouseLeft: return Event::Type::mouse_left;
    default: return std::nullopt;
  }
}

PadAxis axis_of(sf::Joystick::Axis axis) {
  switch (axis) {
    case sf::Joystick::X: return PadAxis::x;
    case sf::Joystick::Y: return PadAxis::y;
    case sf::Joystick::PovX: return PadAxis::cross_x;
    case sf::Joystick::PovY: return PadAxis::cross_y;
    case sf::Joystick::V: return PadAxis::right_y;
    default: return PadAxis::other;
  }
}

std::optional<Event> pad_event(const sf::Event& e) {
  Event out;
  switch (e.type) {
    case sf::Event::JoystickButtonPressed:
    case sf::Event::JoystickButtonReleased:
      out.type = e.type == sf::Event::JoystickButtonPressed ? Event::Type::pad_button_down
                                                            : Event::Type::pad_button_up;
      out.pad_button = static_cast<int>(e.joystickButton.button);
      return out;
    case sf::Event::JoystickMoved:
      out.type = Event::Type::pad_axis;
      out.pad_axis = axis_of(e.joystickMove.axis);
      out.position = e.joystickMove.position;
      // A trembling stick or a trigger is nothing to wake up for.
      return out.pad_axis == PadAxis::other ? std::nullopt : std::optional(out);
    case sf::Event::JoystickConnected:
      out.type = Event::Type::pad_connected;
      out.text = utf8_of(sf::Joystick::getIdentification(e.joystickConnect.joystickId).name);
      return out;
    case sf::Event::JoystickDisconnected: out.type = Event::Type::pad_disconnected; return out;
    default: return std::nullopt;
  }
}

}  // namespace

std::string missing_display() {
#ifdef __linux__
  const char* display = std::getenv("DISPLAY");
  if (display == nullptr || *display == '\0') {
    return "There is no display to open a window on (DISPLAY is not set); "
           "'mot play --terminal' plays without one.";
  }
  if (display[0] == ':') {
    const std::string path = "/tmp/.X11-unix/X" + std::to_string(std::atoi(display + 1));
    if (!is_served(path)) {
      return std::string("The display ") + display +
             " does not answer; 'mot play --terminal' plays without one.";
    }
  }
#endif
  return "";
}

struct Platform::Impl {
  // The cursors must outlive the window: X complains about the last one otherwise.
  std::array<sf::Cursor, 3> cursors;
  sf::RenderWindow window;
  std::string title;
  sf::Vector2u small{1280, 720};
  bool full = false;
  Pointer pointer = Pointer::arrow;
  Pixels icon;

  void open(sf::VideoMode mode, sf::Uint32 style) {
#ifdef __linux__
    const auto before = std::signal(SIGABRT, refused);
#endif
    std::streambuf* const noise = sf::err().rdbuf(nullptr);
    window.create(mode, title, style);
    window.setKeyRepeatEnabled(true);
    window.setJoystickThreshold(5);  // percent between two events of a stick
    sf::err().rdbuf(noise);
#ifdef __linux__
    std::signal(SIGABRT, before);
#endif
    // Without a window manager SFML puts the window half out of the screen.
    const sf::VideoMode desktop = sf::VideoMode::getDesktopMode();
    const sf::Vector2i at = window.getPosition();
    const sf::Vector2u size = window.getSize();
    if (at.x < 0 || at.y < 0 || at.x + static_cast<int>(size.x) > static_cast<int>(desktop.width) ||
        at.y + static_cast<int>(size.y) > static_cast<int>(desktop.height)) {
      window.setPosition({0, 0});
    }
  }
  Vec logical(int x, int y) const {
    const Letterbox box =
        letterbox(static_cast<int>(window.getSize().x), static_cast<int>(window.getSize().y));
    return (Vec{static_cast<float>(x), static_cast<float>(y)} - box.offset) * (1 / box.scale);
  }
  std::optional<Event> translate(const sf::Event& e) const;
};

std::optional<Event> Platform::Impl::translate(const sf::Event& e) const {
  Event out;
  if (const auto type = simple(e.type)) {
    out.type = *type;
    return out;
  }
  switch (e.type) {
    case sf::Event::KeyPressed:
    case sf::Event::KeyReleased:
      out.type = e.type == sf::Event::KeyPressed ? Event::Type::key_down : Event::Type::key_up;
      out.key = key_of(e.key.code);
      out.shift = e.key.shift;
      out.control = e.key.control;
      out.alt = e.key.alt;
      return out;
    case sf::Event::TextEntered:
      if (e.text.unicode < 32 || e.text.unicode == 127) {
        return std::nullopt;
      }
      out.type = Event::Type::text;
      out.text = utf8_of(e.text.unicode);
      return out;
    case sf::Event::MouseMoved:
      out.type = Event::Type::mouse_move;
      out.at = logical(e.mouseMove.x, e.mouseMove.y);
      return out;
    case sf::Event::MouseButtonPressed:
    case sf::Event::MouseButtonReleased:
      out.type =
          e.type == sf::Event::MouseButtonPressed ? Event::Type::mouse_down : Event::Type::mouse_up;
      out.at = logical(e.mouseButton.x, e.mouseButton.y);
      out.button = button_of(e.mouseButton.button);
      return out;
    case sf::Event::MouseWheelScrolled:
      if (e.mouseWheelScroll.wheel != sf::Mouse::VerticalWheel) {
        return std::nullopt;
      }
      out.type = Event::Type::wheel;
      out.at = logical(e.mouseWheelScroll.x, e.mouseWheelScroll.y);
      out.wheel = e.mouseWheelScroll.delta;
      return out;
    case sf::Event::Resized:
      out.type = Event::Type::resize;
      out.width = static_cast<int>(e.size.width);
      out.height = static_cast<int>(e.size.height);
      return out;
    default: return pad_event(e);
  }
}

Platform::Platform(int width, int height, const std::string& title, bool full_screen)
    : impl_(std::make_unique<Impl>()) {
  impl_->title = title;
  impl_->small = {static_cast<unsigned>(width), static_cast<unsigned>(height)};
  impl_->full = full_screen;
  if (full_screen) {
    impl_->open(sf::VideoMode::getDesktopMode(), sf::Style::Fullscreen);
  } else {
    impl_->open({impl_->small.x, impl_->small.y}, sf::Style::Default);
  }
}
Platform::~Platform() = default;

std::optional<Event> Platform::poll() {
  sf::Event event;
  while (impl_->window.pollEvent(event)) {
    if (auto ours = impl_->translate(event)) {
      return ours;
    }
  }
  return std::nullopt;
}

void Platform::display() { impl_->window.display(); }

void Platform::resize(int width, int height) {
  impl_->window.setSize({static_cast<unsigned>(width), static_cast<unsigned>(height)});
}

void Platform::toggle_full_screen() {
  impl_->full = !impl_->full;
  if (impl_->full) {
    impl_->small = impl_->window.getSize();
    impl_->open(sf::VideoMode::getDesktopMode(), sf::Style::Fullscreen);
  } else {
    impl_->open({impl_->small.x, impl_->small.y}, sf::Style::Default);
  }
  if (!impl_->icon.empty()) {
    set_icon(Pixels(impl_->icon));
  }
}

bool Platform::full_screen() const { return impl_->full; }

void Platform::set_window_size(int width, int height) {
  if (impl_->full) {
    impl_->small = {static_cast<unsigned>(width), static_cast<unsigned>(height)};
  } else {
    resize(width, height);
  }
}

int Platform::screen_width() { return static_cast<int>(sf::VideoMode::getDesktopMode().width); }
int Platform::screen_height() { return static_cast<int>(sf::VideoMode::getDesktopMode().height); }

int Platform::width() const { return static_cast<int>(impl_->window.getSize().x); }
int Platform::height() const { return static_cast<int>(impl_->window.getSize().y); }
sf::RenderWindow& Platform::target() { return impl_->window; }

std::string Platform::clipboard() const {
  const auto bytes = sf::Clipboard::getString().toUtf8();
  return {bytes.begin(), bytes.end()};
}

void Platform::set_clipboard(const std::string& text) {
  sf::Clipboard::setString(sf::String::fromUtf8(text.begin(), text.end()));
}

void Platform::set_pointer(Pointer pointer) {
  if (pointer == impl_->pointer) {
    return;
  }
  impl_->pointer = pointer;
  static constexpr std::array kKinds{sf::Cursor::Arrow, sf::Cursor::Hand, sf::Cursor::Text};
  const auto index = static_cast<std::size_t>(pointer);
  if (impl_->cursors[index].loadFromSystem(kKinds[index])) {
    impl_->window.setMouseCursor(impl_->cursors[index]);
  }
}

void Platform::set_icon(const Pixels& icon) {
  impl_->icon = icon;
  if (!icon.empty()) {
    impl_->window.setIcon(static_cast<unsigned>(icon.width), static_cast<unsigned>(icon.height),
                          icon.rgba.data());
  }
}

Pixels Platform::picture() const {
  sf::Texture texture;
  const sf::Vector2u size = impl_->window.getSize();
  if (!texture.create(size.x, size.y)) {
    return {};
  }
  texture.update(impl_->window);
  const sf::Image image = texture.copyToImage();
  const std::size_t bytes = std::size_t{size.x} * size.y * 4;
  return {static_cast<int>(size.x),
          static_cast<int>(size.y),
          {image.getPixelsPtr(), image.getPixelsPtr() + bytes}};
}

bool Platform::save_picture(const std::filesystem::path& file) {
  sf::Texture texture;
  const sf::Vector2u size = impl_->window.getSize();
  if (!texture.create(size.x, size.y)) {
    return false;
  }
  texture.update(impl_->window);
  return texture.copyToImage().saveToFile(file.string());
}

}  // namespace mot
