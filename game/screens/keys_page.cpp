#include "game/screens/keys_page.h"

#include <algorithm>
#include <array>
#include <utility>

#include "game/screens/page.h"
#include "game/stage/key_help.h"

namespace mot {
namespace {

constexpr float kTop = 64;
constexpr float kLeft = 190;
constexpr float kWidth = 900;
constexpr float kPadding = 24;
constexpr float kKeyColumn = 430;  // where the key's button begins, from the panel's left edge
constexpr float kPadColumn = 690;
constexpr float kButtonHeight = 42;
constexpr theme::Type kButtonText = theme::kLabel.growing(1.4F);

struct Row {
  Command command;
  const char* meaning;
  bool pad;  // a button of a pad can do it; cross and stick walk by themselves
};

constexpr std::array kRows{Row{Command::next, "keys.next", true},
                           Row{Command::previous, "keys.previous", true},
                           Row{Command::up, "keys.up", false},
                           Row{Command::down, "keys.down", false},
                           Row{Command::left, "keys.left", false},
                           Row{Command::right, "keys.right", false},
                           Row{Command::use, "keys.use", true},
                           Row{Command::go_on, "keys.go-on", true},
                           Row{Command::back, "keys.back", true},
                           Row{Command::pause, "keys.pause", true},
                           Row{Command::scroll_up, "keys.scroll-up", false},
                           Row{Command::scroll_down, "keys.scroll-down", false},
                           Row{Command::hint, "keys.hint", true},
                           Row{Command::sureness, "keys.sureness", true},
                           Row{Command::look_up, "keys.look-up", true},
                           Row{Command::conversation, "keys.conversation", true},
                           Row{Command::reveal, "keys.reveal", true},
                           Row{Command::take_back, "keys.vote-back", true},
                           Row{Command::cues, "keys.cues", true},
                           Row{Command::read_page, "keys.read-page", true},
                           Row{Command::language, "keys.language", true},
                           Row{Command::full_screen, "keys.full-screen", true},
                           Row{Command::keys, "keys.this", true}};

std::string button_name(int button) { return button < 0 ? "–" : std::to_string(button + 1); }

class KeysPage : public Page {
 public:
  KeysPage(Toolkit& toolkit, std::shared_ptr<GameContext> context)
      : Page(toolkit, std::move(context)) {
    ui_.focus("back", true);
    if (!context_->unusable_keys().empty()) {
      said_ = words().text("keys.unusable", {{"names", names_of(context_->unusable_keys())}});
      warns_ = true;
    }
  }

  Listening listening() const override {
    return waiting_for_ ? Listening::raw : Listening::commands;
  }

  Request handle(const Event& event) override {
    if (!waiting_for_) {
      return Page::handle(event);
    }
    if (event.type == Event::Type::key_down) {
      take_key(event);
    } else if (event.type == Event::Type::pad_button_down) {
      take_button(event.pad_button);
    } else if (event.type == Event::Type::mouse_down || event.type == Event::Type::pad_axis) {
      leave_it();  // an axis: the way out for whoever has a pad only
    }
    dirty_ = true;
    return Request::none();
  }

 protected:
  std::string title() const override { return text("keys.page"); }

  Request use(const std::string& id) override {
    if (id == "back") {
      return Request::pop();
    }
    if (id == "reset-keys") {
      toolkit_.preferences.keys = KeyMap();
      toolkit_.preferences.pad = PadMap();
      said_ = text("keys.were-reset");
      warns_ = false;
      keep();
      return Request::none();
    }
    for (const Row& row : kRows) {
      const std::string name(name_of(row.command));
      if (id == "key-" + name || id == "pad-" + name) {
        waiting_for_ = row.command;
        pad_ = id.front() == 'p';
        said_ = text(pad_ ? "keys.press-button" : "keys.press");
        warns_ = false;
      }
    }
    return Request::none();
  }

  Request key(const Event& event) override {
    return event.key == Key::escape ? Request::pop() : Request::none();
  }

  void draw_page(Canvas& canvas) override {
    const float head = draw_head(canvas);
    const Rect view{0, head, kLogicalWidth, kLogicalHeight - head};
    ui_.begin_scroll(canvas, "page", view, height_);
    const float end = draw_rows(canvas, head + 16);
    remember(height_, end + 28 - head);
    ui_.end_scroll(canvas);
    draw_page_bar(canvas, ui_, text("keys.page"), "", 700);
    const std::string& label = text("keys.reset");
    const float width = canvas.text_width(label, kButtonText) + 48;
    ui_.button(canvas, "reset-keys", {1256 - width, 11, width, kButtonHeight}, label,
               {.kind = ButtonKind::outline, .icon = "", .type = kButtonText});
  }

 private:
  std::string meaning_of(std::string_view name) const {
    for (const Row& row : kRows) {
      if (name_of(row.command) == name) {
        return text(row.meaning);
      }
    }
    return std::string(name);
  }

  std::string names_of(const std::vector<std::string>& commands) const {
    std::string all;
    for (const std::string& name : commands) {
      all += (all.empty() ? "" : text("common.list-comma")) +
             words().text("common.quote", {{"text", meaning_of(name)}});
    }
    return all;
  }

  // What came of a choice: taken, or exchanged with the command that had it.
  void say_taken(const std::string& what, Command command, std::optional<Command> other) {
    said_ = words().text(other ? "keys.exchanged" : "keys.taken",
                         {{"key", what},
                          {"command", meaning_of(name_of(command))},
                          {"other", other ? meaning_of(name_of(*other)) : ""}});
    warns_ = other.has_value();
    waiting_for_.reset();
    keep();
  }

  void leave_it() {
    waiting_for_.reset();
    said_ = text("keys.left-as-it-was");
    warns_ = false;
  }

  void take_key(const Event& event) {
    const Command command = *waiting_for_;
    if (event.key == Key::escape) {
      leave_it();
      return;
    }
    if (pad_ || event.key == Key::unknown) {
      return;  // a modifier alone, or a key nobody asked for
    }
    const Chord chord = chord_of(event);
    if (!KeyMap::can_be_chosen(chord)) {
      said_ = words().text("keys.refused", {{"key", name_of(chord)}});
      warns_ = true;
      return;
    }
    say_taken(name_of(chord), command, toolkit_.preferences.keys.choose(command, chord));
  }

  void take_button(int button) {
    if (pad_ && button >= 0 && button < kMostPadButtons) {
      const auto other = toolkit_.preferences.pad.choose(*waiting_for_, button);
      say_taken(button_name(button), *waiting_for_, other);
    }
  }

  void keep() {
    context_->settings.keys = toolkit_.preferences.keys.changes();
    context_->settings.pad = toolkit_.preferences.pad.changes();
    if (!context_->apply_settings()) {
      said_ = text("settings.not-saved");
      warns_ = true;
    }
    dirty_ = true;
  }

  // What happened last, below the bar; returns where the rows begin.
  float draw_head(Canvas& canvas) {
    const std::string& note = said_.empty() ? text("keys.page-means") : said_;
    TextStyle style{theme::kBody, warns_ ? theme::kCoral800 : theme::kInk2};
    const float inner = kWidth - 2 * kPadding;
    return kTop + 14 + draw_block(canvas, note, {kLeft + kPadding, kTop + 14}, inner, style) + 10;
  }

  float draw_rows(Canvas& canvas, float y) {
    canvas.panel({kLeft, y, kWidth, panel_height_}, theme::kRadiusCard, theme::kPaper, 1);
    const float top = y;
    y += 14;
    const TextStyle column{theme::kCaption, theme::kInk2};
    draw_block(canvas, text("keys.column-key"), {kLeft + kKeyColumn, y}, 240, column);
    y += draw_block(canvas, text("keys.column-pad"), {kLeft + kPadColumn, y},
                    kWidth - kPadColumn - kPadding, column) +
         6;
    for (const Row& row : kRows) {
      y = draw_row(canvas, row, y);
    }
    y += 14;
    remember(panel_height_, y - top);
    return y;
  }

  float draw_row(Canvas& canvas, const Row& row, float y) {
    const float width = kKeyColumn - kPadding - 16;
    const std::string& meaning = text(row.meaning);
    const float words_height = block_height(canvas, meaning, width, {theme::kLabel});
    const float height = std::max(kButtonHeight + 10, words_height + 10);
    draw_block(canvas, meaning, {kLeft + kPadding, y + (height - words_height) / 2}, width,
               {theme::kLabel});
    const std::string name(name_of(row.command));
    const float button = y + (height - kButtonHeight) / 2;
    const std::string& waits = text("keys.waits");
    const bool waiting = waiting_for_ == row.command;
    if (row.command == Command::back) {
      draw_caps(canvas, "Esc", {kLeft + kKeyColumn + 16, button + 7});  // the way out stays
    } else {
      ui_.button(canvas, "key-" + name, {kLeft + kKeyColumn, button, 240, kButtonHeight},
                 waiting && !pad_ ? waits : name_of(toolkit_.preferences.keys.key_of(row.command)),
                 look(waiting && !pad_));
    }
    if (row.pad) {
      ui_.button(
          canvas, "pad-" + name,
          {kLeft + kPadColumn, button, kWidth - kPadColumn - kPadding, kButtonHeight},
          waiting && pad_ ? waits : button_name(toolkit_.preferences.pad.button_of(row.command)),
          look(waiting && pad_));
    }
    return y + height;
  }

  static ButtonLook look(bool waiting) {
    return {.kind = waiting ? ButtonKind::primary : ButtonKind::outline,
            .icon = "",
            .type = kButtonText};
  }

  std::optional<Command> waiting_for_;  // the command that gets the next key or button
  bool pad_ = false;                    // … a button
  std::string said_;
  bool warns_ = false;
  float height_ = 0;
  float panel_height_ = 600;
};

}  // namespace

std::unique_ptr<Screen> make_keys_screen(Toolkit& toolkit, std::shared_ptr<GameContext> context) {
  return std::make_unique<KeysPage>(toolkit, std::move(context));
}

}  // namespace mot
