#include "game/screens/text_field.h"

namespace mot {
namespace {

constexpr theme::Type kText = theme::kBody.growing(1.6F);  // a field is as high as it is

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::size_t characters_in(const std::string& text) {
  std::size_t count = 0;
  for (const char byte : text) {
    count += starts_character(byte) ? 1U : 0U;
  }
  return count;
}

}  // namespace

// Line ends and other control characters are left out, so that a name pasted from a list fits.
void TextField::add(const std::string& typed) {
  std::size_t room = most_ - std::min(most_, characters_in(text_));
  for (const char byte : typed) {
    const auto code = static_cast<unsigned char>(byte);
    if (code < 0x20 || code == 0x7F) {
      continue;
    }
    if (starts_character(byte)) {
      if (room == 0) {
        return;
      }
      --room;
    }
    text_ += byte;
  }
}

bool TextField::handle(const Event& event, Platform& platform) {
  if (event.type == Event::Type::text) {
    add(event.text);
    return true;
  }
  if (event.type != Event::Type::key_down) {
    return false;
  }
  if (event.control && event.key == Key::v) {
    add(platform.clipboard());
    return true;
  }
  if (event.control && event.key == Key::c) {
    if (!hidden_) {
      platform.set_clipboard(text_);
    }
    return true;
  }
  if (event.key == Key::backspace) {
    while (!text_.empty()) {
      const char last = text_.back();
      text_.pop_back();
      if (starts_character(last)) {
        break;
      }
    }
    return true;
  }
  if (event.key == Key::del) {
    text_.clear();
    return true;
  }
  // A space is typed, not a use of the control.
  return event.key == Key::space;
}

void TextField::draw(Canvas& canvas,
                     Ui& ui,
                     const std::string& id,
                     Rect box,
                     const std::string& hint) {
  ui.place(canvas, id, box, theme::kRadiusButton, true, false);
  const bool focused = ui.shows_focus(id);
  canvas.rounded(box, theme::kRadiusButton, theme::kPaper);
  canvas.border(box, theme::kRadiusButton, focused ? theme::kSelectionBorder : 2.F,
                focused ? theme::kTeal : theme::kOutline);
  TextStyle style{kText, text_.empty() ? theme::kInk3 : theme::kInk};
  style.width = box.w - 32;
  style.max_lines = 1;
  std::string typed = text_;
  if (hidden_) {
    typed.clear();
    for (std::size_t i = characters_in(text_); i > 0; --i) {
      typed += "•";
    }
  }
  const std::string& shown = text_.empty() ? hint : typed;
  canvas.paragraph(shown, {box.x + 14, box.y, style.width, box.h}, style);
  if (focused) {
    const float width = text_.empty() ? 0 : std::min(style.width, canvas.text_width(typed, kText));
    canvas.rect({box.x + 15 + width, box.y + 10, 2, box.h - 20}, theme::kTeal);
  }
}

}  // namespace mot
