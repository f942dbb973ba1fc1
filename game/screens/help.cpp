#include "game/screens/help.h"

#include <algorithm>
#include <array>

#include "game/screens/page.h"

namespace mot {
namespace {

constexpr float kTop = 64;
constexpr float kLeft = 240;
constexpr float kWidth = 800;
constexpr float kPadding = 24;
constexpr float kIcon = 64;  // room for it

struct Entry {
  const char* id;
  const char* icon;
  const char* title;
  const char* means;
};
constexpr std::array kEntries{Entry{"tour", "play", "help.tour", "help.tour-means"},
                              Entry{"glossary", "book", "glossary.title", "help.glossary-means"},
                              Entry{"settings", "tune", "settings.title", "help.settings-means"}};

class HelpPage : public Page {
 public:
  HelpPage(Toolkit& toolkit, std::shared_ptr<GameContext> context)
      : Page(toolkit, std::move(context)) {
    ui_.focus("tour", true);
  }

 protected:
  std::string title() const override { return text("help.title"); }

  Request use(const std::string& id) override {
    if (id == "tour") {
      auto tour = context_->open_tour();
      return tour ? Request::push(std::move(tour)) : Request::none();
    }
    if (id == "glossary") {
      return Request::push(context_->open_glossary());
    }
    if (id == "settings") {
      return Request::push(context_->open_settings());
    }
    return id == "back" ? Request::pop() : Request::none();
  }

  Request key(const Event& event) override {
    return event.key == Key::escape ? Request::pop() : Request::none();
  }

  void draw_page(Canvas& canvas) override {
    ui_.begin_scroll(canvas, "page", {0, kTop, kLogicalWidth, kLogicalHeight - kTop}, height_);
    float y = kTop + 28;
    for (const Entry& entry : kEntries) {
      y += draw_entry(canvas, y, entry) + theme::kGap;
    }
    y += draw_block(canvas, text("help.keys"), {kLeft, y}, kWidth, {theme::kBody, theme::kInk2}) +
         10;
    y += draw_block(canvas, text("settings.about-model"), {kLeft, y}, kWidth,
                    {theme::kBody, theme::kInk2}) +
         10;
    y += draw_block(canvas, text("settings.trademarks"), {kLeft, y}, kWidth,
                    {theme::kBody, theme::kInk2});
    const float height = y + 24 - kTop;
    remember(height_, height);
    ui_.end_scroll(canvas);
    draw_page_bar(canvas, ui_, text("help.title"), "", 1100);
  }

 private:
  float draw_entry(Canvas& canvas, float y, const Entry& entry) {
    const float inner = kWidth - 2 * kPadding - kIcon - 40;
    const TextStyle body{theme::kBody, theme::kInk2};
    const float title = block_height(canvas, text(entry.title), inner, {theme::kCardTitle});
    const float height =
        std::max(92.F, title + block_height(canvas, text(entry.means), inner, body) + 40);
    const Rect box{kLeft, y, kWidth, height};
    const ControlState state = ui_.place(canvas, entry.id, box, theme::kRadiusCard);
    canvas.panel(box, theme::kRadiusCard, mixed(theme::kPaper, theme::kTeal50, state.hover), 1);
    canvas.circle({box.x + kPadding + 24, box.centre().y}, 24, theme::kTeal50);
    canvas.icon_centred(entry.icon, {box.x + kPadding + 24, box.centre().y}, {24, theme::kTeal, 2});
    draw_block(canvas, text(entry.title), {box.x + kPadding + kIcon, y + 20}, inner,
               {theme::kCardTitle});
    draw_block(canvas, text(entry.means), {box.x + kPadding + kIcon, y + 22 + title}, inner, body);
    canvas.icon_centred("right", {box.right() - 30, box.centre().y}, {20, theme::kInk2, 2.2F});
    return height;
  }

  float height_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_help_screen(Toolkit& toolkit, std::shared_ptr<GameContext> context) {
  return std::make_unique<HelpPage>(toolkit, std::move(context));
}

}  // namespace mot
