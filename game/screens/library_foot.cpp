#include "game/screens/library_foot.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "game/screens/page.h"

namespace mot {
namespace {

constexpr std::string_view kLeftOut = "left-out-";
constexpr std::size_t kMostNamed = 8;
constexpr float kAbovePart = 16;
constexpr float kSign = 30;  // and what is free beside it
constexpr float kButtonHeight = 40;
constexpr float kBetweenButtons = 8;
constexpr float kAroundName = 36;
constexpr float kAroundNew = 62;  // with its icon
const TextStyle kSaid{theme::kBody};
const TextStyle kWrong{theme::kBody, theme::kCoral700};
const TextStyle kNote{theme::kCaption, theme::kInk2};

std::string name_of(const std::string& file) {
  return std::filesystem::path(file).filename().string();
}

std::string said_of(const UiStrings& words, const LibraryFoot& foot) {
  std::vector<std::string> names;
  for (const std::string& file : foot.left_out) {
    names.push_back(names.size() < kMostNamed ? name_of(file) : "…");
    if (names.size() > kMostNamed) {
      break;
    }
  }
  return words.text(foot.workshop ? "library.left-out" : "library.left-out-files",
                    {{"count", std::to_string(foot.left_out.size())},
                     {"files", fmt::format("{}", fmt::join(names, ", "))}});
}

// Where the buttons of files are, in rows as long as there is room; (0, 0) is their left top.
std::vector<Rect> places_of_files(Canvas& canvas, const LibraryFoot& foot, float width) {
  std::vector<Rect> places;
  Vec at;
  const std::size_t count = foot.workshop ? std::min(kMostNamed, foot.left_out.size()) : 0;
  for (std::size_t i = 0; i < count; ++i) {
    const float name = canvas.text_width(name_of(foot.left_out[i]), theme::kLabel);
    const float w = std::min(width, name + kAroundName);
    if (at.x > 0 && at.x + w > width) {
      at = {0, at.y + kButtonHeight + kBetweenButtons};
    }
    places.push_back({at.x, at.y, w, kButtonHeight});
    at.x += w + kBetweenButtons;
  }
  return places;
}

float left_out_height(Canvas& canvas,
                      const UiStrings& words,
                      const LibraryFoot& foot,
                      float width) {
  if (foot.left_out.empty()) {
    return 0;
  }
  const std::vector<Rect> places = places_of_files(canvas, foot, width);
  return kAbovePart + block_height(canvas, said_of(words, foot), width - kSign, kSaid) +
         (places.empty() ? 0 : kBetweenButtons + places.back().bottom()) +
         block_height(canvas, foot.problem, width, kWrong);
}

float draw_left_out(Canvas& canvas,
                    Ui& ui,
                    const UiStrings& words,
                    const LibraryFoot& foot,
                    Vec at,
                    float width) {
  if (foot.left_out.empty()) {
    return 0;
  }
  float y = at.y + kAbovePart;
  canvas.icon("warn", {at.x, y + 1}, {20, theme::kCoral700, 2});
  y += draw_block(canvas, said_of(words, foot), {at.x + kSign, y}, width - kSign, kSaid);
  const std::vector<Rect> places = places_of_files(canvas, foot, width);
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Rect box{at.x + places[i].x, y + kBetweenButtons + places[i].y, places[i].w, places[i].h};
    ui.button(canvas, fmt::format("{}{}", kLeftOut, i), box, name_of(foot.left_out[i]),
              {.kind = ButtonKind::outline, .icon = {}});
  }
  y += places.empty() ? 0 : kBetweenButtons + places.back().bottom();
  return y + draw_block(canvas, foot.problem, {at.x, y}, width, kWrong) - at.y;
}

float new_width(Canvas& canvas, const UiStrings& words) {
  return canvas.text_width(words.text("library.new-scenario"), theme::kLabel) + kAroundNew;
}

// The button with the note beside it, and what is left free above them.
float workshop_height(Canvas& canvas, const UiStrings& words, float width) {
  const float room = width - new_width(canvas, words) - kAbovePart;
  const float note = block_height(canvas, words.text("library.new-scenario-for"), room, kNote);
  return kAbovePart + std::max(kButtonHeight, note);
}

float draw_workshop(Canvas& canvas, Ui& ui, const UiStrings& words, Vec at, float width) {
  const float height = workshop_height(canvas, words, width);
  const float middle = at.y + kAbovePart + (height - kAbovePart) / 2;
  const Rect box{at.x, middle - kButtonHeight / 2, new_width(canvas, words), kButtonHeight};
  ui.button(canvas, "new-scenario", box, words.text("library.new-scenario"),
            {.kind = ButtonKind::outline, .icon = "tool"});
  const std::string& note = words.text("library.new-scenario-for");
  const float room = width - box.w - kAbovePart;
  draw_block(canvas, note,
             {box.right() + kAbovePart, middle - block_height(canvas, note, room, kNote) / 2}, room,
             kNote);
  return height;
}

}  // namespace

float library_foot_height(Canvas& canvas,
                          const UiStrings& words,
                          const LibraryFoot& foot,
                          float width) {
  return left_out_height(canvas, words, foot, width) +
         (foot.workshop ? workshop_height(canvas, words, width) : 0);
}

float draw_library_foot(Canvas& canvas,
                        Ui& ui,
                        const UiStrings& words,
                        const LibraryFoot& foot,
                        Vec at,
                        float width) {
  const float height = draw_left_out(canvas, ui, words, foot, at, width);
  return height +
         (foot.workshop ? draw_workshop(canvas, ui, words, {at.x, at.y + height}, width) : 0);
}

std::string left_out_file(const std::string& control, const std::vector<std::string>& files) {
  if (control.rfind(kLeftOut, 0) != 0) {
    return {};
  }
  const std::size_t number = std::stoul(control.substr(kLeftOut.size()));
  return number < files.size() ? files[number] : std::string();
}

}  // namespace mot
