#include "game/stage/stage_notes.h"

#include <algorithm>

#include "game/window/picture_file.h"

namespace mot {
namespace {

constexpr float kNoteX = 276;
constexpr float kNoteWidth = 492;
constexpr float kBesideText = 24 + 40 + 44;
constexpr float kNoteMost = 300;
constexpr float kPartGap = 14;
constexpr float kPartTitle = 22;
constexpr Rect kCard{556, 196, 212, 236};
constexpr Rect kCardOfTwo{24, 204, 200, 236};
constexpr Rect kLarge{190, 70, 900, 580};
constexpr float kFrame = 10;
constexpr float kNoticeMost = 468;

TextStyle note_style(float width) {
  TextStyle style{theme::kBody};
  style.width = width;
  return style;
}

float title_height(Canvas& canvas, const NotePart& part) {
  return std::max(kPartTitle, canvas.measure(part.title, {theme::kLabel}).height + 2);
}

// The biggest box of the picture's shape in the middle of `room`.
Rect fitted(const Texture& picture, Rect room) {
  const float k = std::min(room.w / picture.width(), room.h / picture.height());
  const float w = picture.width() * k;
  const float h = picture.height() * k;
  return {room.x + (room.w - w) / 2, room.y + (room.h - h) / 2, w, h};
}

const Texture* picture_for(Canvas& canvas, const std::string& file, Rect room) {
  const int side = static_cast<int>(std::max(room.w, room.h) * canvas.scale());
  const std::string name = "picture/" + std::to_string(side) + "/" + file;
  const Texture& texture = canvas.textures().raw(name, [&] {
    Pixels pixels = read_picture(file, side, side);
    return pixels.empty() ? Pixels{1, 1, {0, 0, 0, 0}} : pixels;
  });
  return texture.width() > 1 ? &texture : nullptr;
}

}  // namespace

NoteRoom room_above(float bottom) {
  return {{kNoteX, bottom - kNoteMost, kNoteWidth, kNoteMost}, true};
}

void draw_note(Canvas& canvas, Ui& ui, const std::vector<NotePart>& parts, const NoteRoom& room) {
  const TextStyle style = note_style(room.box.w - kBesideText);
  float content = 0;
  for (const NotePart& part : parts) {
    content += title_height(canvas, part) + canvas.measure(part.text, style).height + kPartGap;
  }
  content -= kPartGap;
  Rect box = room.box;
  box.h = std::min(box.h, content + 36);
  box.y = room.at_bottom ? room.box.bottom() - box.h : box.y;
  canvas.panel(box, theme::kRadiusCard, theme::kAmber50, 3);
  canvas.border(box, theme::kRadiusCard, 1.5F, theme::kAmber);
  ui.begin_scroll(canvas, "note", {box.x + 4, box.y + 16, box.w - 48, box.h - 32}, content);
  float y = box.y + 16;
  for (const NotePart& part : parts) {
    const float height = canvas.measure(part.text, style).height;
    canvas.icon(part.icon, {box.x + 22, y - 1}, {22, theme::kAmber800, 2});
    const float title = title_height(canvas, part);
    canvas.paragraph(part.title, {box.x + 60, y - 2, style.width, title},
                     {theme::kLabel, theme::kAmber800}, false);
    y += title;
    canvas.paragraph(part.text, {box.x + 60, y, style.width, height}, style, false);
    y += height + kPartGap;
  }
  ui.end_scroll(canvas);
  ui.button(canvas, "close-note", {box.right() - 44, box.y + 12, 32, 32}, "",
            {.kind = ButtonKind::plain, .icon = "x", .radius = 16, .icon_size = 16});
}

void draw_picture_card(Canvas& canvas, Ui& ui, const std::string& file, bool two) {
  const Rect place = two ? kCardOfTwo : kCard;
  const Texture* picture = picture_for(canvas, file, place);
  if (picture == nullptr) {
    return;
  }
  const Rect inside = fitted(*picture, place.inset(kFrame));
  const Rect card = inside.inset(-kFrame);
  const ControlState state = ui.place(canvas, "picture", card, 16);
  canvas.panel(card, 16, theme::kPaper, 2);
  canvas.image(*picture, inside);
  if (state.hover > 0) {
    canvas.border(card, 16, theme::kSelectionBorder, faded(theme::kTeal, state.hover));
  }
  canvas.circle({card.right() - 8, card.bottom() - 8}, 15, theme::kPaper);
  canvas.icon_centred("search", {card.right() - 8, card.bottom() - 8}, {16, theme::kTeal, 2.2F});
}

void draw_picture_large(Canvas& canvas, const std::string& file) {
  const Texture* picture = picture_for(canvas, file, kLarge);
  if (picture == nullptr) {
    return;
  }
  const Rect inside = fitted(*picture, kLarge);
  canvas.panel(inside.inset(-14), 22, theme::kPaper, 3);
  canvas.image(*picture, inside);
}

void draw_notice(Canvas& canvas, const std::string& text) {
  TextStyle style{theme::kCaption.weighing(500)};
  style.width = kNoticeMost - 56;
  const TextLayout& layout = canvas.measure(text, style);
  const float h = std::max(36.F, layout.height + 16);
  const Rect box{276, 84, layout.width + 60, h};
  canvas.panel(box, std::min(18.F, h / 2), theme::kPaper, 2);
  canvas.icon("warn", {box.x + 14, box.y + h / 2 - 9}, {18, theme::kCoral700, 2});
  canvas.mark("notice", box);
  canvas.paragraph(text, {box.x + 42, box.y, style.width, h}, style);
}

}  // namespace mot
