// What the screens outside the play have in common: one Ui, the language key, redrawing on demand.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "game/stage/game_context.h"
#include "game/window/screen.h"
#include "game/window/widgets.h"

namespace mot {

class Page : public Screen {
 public:
  Page(Toolkit& toolkit, std::shared_ptr<GameContext> context);

  Request handle(const Event& event) override;
  Request update(const Tick& tick) override;
  void draw(Canvas& canvas) override;
  bool needs_frame() const override {
    return dirty_ || ui_.moving() || keys_ui_.moving() || moving();
  }
  bool busy() const override { return needs_frame() || waiting(); }
  bool over_control() const override { return !(keys_shown_ ? keys_ui_ : ui_).hovered().empty(); }
  void resumed() override { dirty_ = true; }
  Ui* controls() override { return keys_shown_ ? &keys_ui_ : &ui_; }
  std::string announcement() const override;

 protected:
  // The control of that id was used.
  virtual Request use(const std::string& id) = 0;
  virtual void draw_page(Canvas& canvas) = 0;
  // A key that no control took.
  virtual Request key(const Event& /*event*/) { return Request::none(); }
  virtual Request step(const Tick& /*tick*/) { return Request::none(); }
  // Something of the page's own moves; something is still being read.
  virtual bool moving() const { return false; }
  virtual bool waiting() const { return false; }
  virtual void language_changed() {}
  // What the page is, for those who do not see it.
  virtual std::string title() const { return {}; }

  // Enter acts on what is seen to have the focus only: the ring comes back to where it was, or
  // goes to `id`.
  void show_focus(const std::string& id);
  // Speaks the next of the interface's languages (also Ctrl+L).
  void next_language();
  const UiStrings& words() const { return context_->words(); }
  const std::string& text(std::string_view key) const { return words().text(key); }

  // Heights are known when things are drawn; what depends on one follows a frame later.
  void remember(float& height, float now);
  // A panel as high as what is drawn into it, at least place.h; returns where the next begins.
  // `inside` draws from a point on and returns its height; 0: no panel. `title` may be empty.
  using Inside = std::function<float(Vec at, float width)>;
  float draw_panel(Canvas& canvas,
                   const std::string& id,
                   Rect place,
                   const std::string& title,
                   const Inside& inside);

  Toolkit& toolkit_;
  std::shared_ptr<GameContext> context_;
  Ui ui_;
  bool dirty_ = true;

 private:
  Request handle_keys_sheet(const Event& event);

  std::map<std::string, float> panels_;  // heights
  bool keys_shown_ = false;              // the sheet of F1 lies over the page
  Ui keys_ui_;
};

// Text broken at `width` with its top at `left_top`; returns its height, 0 for no text.
float draw_block(Canvas& canvas,
                 const std::string& text,
                 Vec left_top,
                 float width,
                 TextStyle style);
float block_height(Canvas& canvas, const std::string& text, float width, TextStyle style);

// The white bar of a page that leads back: button "back", title, what stands below it.
void draw_page_bar(Canvas& canvas,
                   Ui& ui,
                   const std::string& title,
                   const std::string& below,
                   float width);

// The language in its own words.
std::string language_name(const UiStrings& words, const std::string& tag);

}  // namespace mot
