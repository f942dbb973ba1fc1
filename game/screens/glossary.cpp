#include "game/screens/glossary.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/glossary.h"
#include "game/screens/page.h"
#include "game/screens/text_field.h"

namespace mot {
namespace {

constexpr float kTop = 64;
constexpr float kLeft = 140;
constexpr float kWidth = 1000;
constexpr float kTermWidth = 290;
constexpr float kPadding = 24;
constexpr float kField = 46;
constexpr std::size_t kMostSearched = 60;

class GlossaryPage : public Page {
 public:
  GlossaryPage(Toolkit& toolkit, std::shared_ptr<GameContext> context)
      : Page(toolkit, std::move(context)) {
    read();
    ui_.focus("search", true);
  }

  Request handle(const Event& event) override {
    const bool scrolls =
        event.type == Event::Type::key_down && (event.key == Key::home || event.key == Key::end);
    if (ui_.focused() == "search" && !scrolls && search_.handle(event, toolkit_.platform)) {
      ui_.scroll_to("page", 0);
      find();
      return Request::none();
    }
    return Page::handle(event);
  }

  Listening listening() const override {
    return ui_.focused() == "search" ? Listening::typing : Listening::commands;
  }

 protected:
  std::string title() const override { return text("glossary.title"); }

  Request use(const std::string& id) override {
    return id == "back" ? Request::pop() : Request::none();
  }
  Request key(const Event& event) override {
    return event.key == Key::escape ? Request::pop() : Request::none();
  }
  void language_changed() override { read(); }

  void draw_page(Canvas& canvas) override {
    const float list = kTop + 20 + kField + 16;
    ui_.begin_scroll(canvas, "page", {0, list, kLogicalWidth, kLogicalHeight - list}, height_);
    float y = list + 4;
    if (found_.empty()) {
      y += draw_block(canvas, text("glossary.nothing"), {kLeft, y}, kWidth,
                      {theme::kBody, theme::kInk2});
    }
    for (const GlossaryTerm& term : found_) {
      y += draw_term(canvas, y, term) + 8;
    }
    const float height = y + 24 - list;
    remember(height_, height);
    ui_.end_scroll(canvas);
    canvas.rect({0, kTop, kLogicalWidth, list - kTop - 4}, theme::kCream);
    search_.draw(canvas, ui_, "search", {kLeft, kTop + 20, kWidth - 160, kField},
                 text("glossary.search"));
    TextStyle count{theme::kLabel.growing(1.4F), theme::kInk2};
    count.align = Align::right;
    canvas.label(words().text("glossary.count", {{"count", fmt::format("{}", found_.size())}}),
                 {kLeft + kWidth, kTop + 20 + kField / 2}, count);
    draw_page_bar(canvas, ui_, text("glossary.title"), "", 1100);
  }

 private:
  void read() {
    terms_ = read_glossary((context_->assets() / "glossary.yaml").string(), context_->language());
    find();
  }

  void find() {
    found_ = terms_with(terms_, search_.text());
    dirty_ = true;
  }

  // Term and meaning side by side; the English term below one in another language.
  float draw_term(Canvas& canvas, float y, const GlossaryTerm& term) {
    const TextStyle name{theme::kCardTitle};
    const TextStyle small{theme::kCaption, theme::kInk2};
    const TextStyle body{theme::kBody.sized(16)};
    const float inner = kWidth - kTermWidth - 2 * kPadding - 20;
    const float name_height = block_height(canvas, term.term, kTermWidth, name);
    const float left = name_height + block_height(canvas, term.english, kTermWidth, small);
    const float right = block_height(canvas, term.means, inner, body);
    const float height = std::max(left, right) + 28;
    canvas.panel({kLeft, y, kWidth, height}, theme::kRadiusCell, theme::kPaper, 1);
    draw_block(canvas, term.term, {kLeft + kPadding, y + 14}, kTermWidth, name);
    draw_block(canvas, term.english, {kLeft + kPadding, y + 14 + name_height}, kTermWidth, small);
    draw_block(canvas, term.means, {kLeft + kPadding + kTermWidth + 20, y + 14}, inner, body);
    return height;
  }

  TextField search_{kMostSearched};
  std::vector<GlossaryTerm> terms_;
  std::vector<GlossaryTerm> found_;
  float height_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_glossary_screen(Toolkit& toolkit,
                                             std::shared_ptr<GameContext> context) {
  return std::make_unique<GlossaryPage>(toolkit, std::move(context));
}

}  // namespace mot
