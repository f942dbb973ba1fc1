#include "game/screens/settings.h"

#include <array>
#include <cmath>

#include "engine/base/user_folders.h"
#include "game/screens/keys_page.h"
#include "game/screens/learners.h"
#include "game/screens/page.h"
#include "game/screens/segments.h"
#include "game/window/narrator.h"
#include "game/window/open_folder.h"
#include "game/window/platform.h"
#include "game/window/speech.h"
#include "game/window/text_layout.h"

namespace mot {
namespace {

constexpr float kTop = 64;
constexpr float kLeft = 190;
constexpr float kWidth = 900;
constexpr float kPadding = 24;
constexpr float kControls = 420;  // where a row's control begins, from the panel's left edge
constexpr theme::Type kButton = theme::kLabel.growing(1.6F);
constexpr std::array kSizes{1.F, 1.25F, 1.5F, 1.75F, 2.F};
constexpr std::array kTimers{0.F, 1.F, 2.F};
constexpr std::array kVolumes{0.F, 0.4F, 0.7F, 1.F};

struct WindowSize {
  int width = 0;
  int height = 0;
};
constexpr std::array kWindows{WindowSize{1280, 720}, WindowSize{1600, 900}, WindowSize{1920, 1080}};

template <class Values>
std::size_t nearest(const Values& values, float wanted) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (std::fabs(values[i] - wanted) < std::fabs(values[best] - wanted)) {
      best = i;
    }
  }
  return best;
}

// The number after `prefix` in a control's id, or nothing.
std::optional<std::size_t> number_after(const std::string& id, std::string_view prefix) {
  if (id.rfind(prefix, 0) != 0) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(std::stoul(id.substr(prefix.size())));
}

class SettingsPage : public Page {
 public:
  SettingsPage(Toolkit& toolkit, std::shared_ptr<GameContext> context)
      : Page(toolkit, std::move(context)) {
    ui_.focus("back", true);
  }

 protected:
  Request use(const std::string& id) override {
    Settings& settings = context_->settings;
    if (id == "back") {
      return Request::pop();
    }
    if (id == "change-keys") {
      return Request::push(make_keys_screen(toolkit_, context_));
    }
    if (id == "learner") {
      return Request::push(make_learners_screen(toolkit_, context_));
    }
    if (id == "open-folder") {
      folder_refused_ = !open_folder(folder_opener_, user_data_folder());
      dirty_ = true;
      return Request::none();
    }
    if (id == "reset" || id == "reset-no") {
      ask_reset(id == "reset");
      return Request::none();
    }
    if (id == "reset-yes") {
      saved_ = context_->reset_settings();
      ask_reset(false);
      return Request::none();
    }
    if (id.rfind("language-", 0) == 0) {
      context_->set_language(id.substr(std::string_view("language-").size()));
    } else if (const auto size = number_after(id, "size-")) {
      settings.text_size = kSizes[*size];
    } else if (const auto motion = number_after(id, "motion-")) {
      settings.still = *motion == 1;
    } else if (const auto contrast = number_after(id, "contrast-")) {
      settings.high_contrast = *contrast == 1;
    } else if (const auto sound = number_after(id, "sound-")) {
      settings.sound = *sound == 0;
    } else if (const auto signals = number_after(id, "signals-")) {
      settings.signal_volume = kVolumes[*signals];
    } else if (const auto room = number_after(id, "room-")) {
      settings.room_volume = kVolumes[*room];
    } else if (const auto speech = number_after(id, "speech-")) {
      settings.speech = *speech == 0;
    } else if (const auto voicing = number_after(id, "voicing-")) {
      settings.self_voicing = *voicing == 0;
    } else if (const auto timer = number_after(id, "timer-")) {
      settings.timer_factor = kTimers[*timer];
    } else if (const auto confidence = number_after(id, "confidence-")) {
      settings.confidence = *confidence == 0;
    } else if (const auto feedback = number_after(id, "feedback-")) {
      settings.feedback = *feedback == 0;
    } else if (const auto full = number_after(id, "full-screen-")) {
      settings.full_screen = *full == 0;
    } else if (const auto window = number_after(id, "window-")) {
      take_window(kWindows[*window]);
    } else if (const auto prediction = number_after(id, "prediction-")) {
      settings.prediction = *prediction == 0;
    }
    save();
    return Request::none();
  }

  std::string title() const override { return text("settings.title"); }

  Request key(const Event& event) override {
    if (event.key == Key::escape && asks_reset_) {
      ask_reset(false);
      return Request::none();
    }
    return event.key == Key::escape ? Request::pop() : Request::none();
  }

  void draw_page(Canvas& canvas) override {
    ui_.begin_scroll(canvas, "page", {0, kTop, kLogicalWidth, kLogicalHeight - kTop}, height_);
    const float end = draw_about(canvas, draw_settings(canvas, kTop + 24) + theme::kGap);
    const float height = end + 28 - kTop;
    remember(height_, height);
    ui_.end_scroll(canvas);
    // What was asked is read whole; where it stands is known a frame later.
    if (bring_answers_ > 0 && --bring_answers_ == 0) {
      ui_.bring_into_sight("reset-yes");
    }
    dirty_ = dirty_ || bring_answers_ > 0;
    draw_page_bar(canvas, ui_, text("settings.title"), "", 1100);
  }

 private:
  void save() {
    saved_ = context_->apply_settings();
    dirty_ = true;
  }

  void take_window(const WindowSize& size) {
    Settings& settings = context_->settings;
    settings.window_width = size.width;
    settings.window_height = size.height;
    toolkit_.preferences.window_width = size.width;
    toolkit_.preferences.window_height = size.height;
  }

  void ask_reset(bool asks) {
    asks_reset_ = asks;
    bring_answers_ = asks ? 2 : 0;
    ui_.focus(asks ? "reset-no" : "reset", true);
    dirty_ = true;
  }

  // A row's label with what it means below it, in the middle of the row; returns the row's height.
  float row(Canvas& canvas, float y, const char* label, const std::string& note) {
    const float width = kControls - kPadding - 16;
    const TextStyle small{theme::kCaption, theme::kInk2};
    const float h = block_height(canvas, text(label), width, {theme::kLabel});
    const float both = h + block_height(canvas, note, width, small);
    const float height = std::max(64.F, both + 20);
    const float top = y + (height - both) / 2;
    draw_block(canvas, text(label), {kLeft + kPadding, top}, width, {theme::kLabel});
    draw_block(canvas, note, {kLeft + kPadding, top + h}, width, small);
    return height;
  }

  float choice(Canvas& canvas,
               float y,
               const char* label,
               const std::string& meaning,
               const std::vector<Segment>& segments,
               std::size_t chosen) {
    const float height = row(canvas, y, label, meaning);
    draw_segments(canvas, ui_, {kLeft + kControls, y + height / 2 - 20}, segments, chosen,
                  kWidth - kControls - kPadding);
    return y + height;
  }

  // A row with a button to another page; texts as below.
  float opens(Canvas& canvas,
              float y,
              const std::string& key,
              const std::string& id,
              const std::string& label) {
    const float height = row(canvas, y, key.c_str(), text(key + "-means"));
    const theme::Type type = theme::kLabel.growing(1.6F);
    const float width =
        std::min(canvas.text_width(label, type) + 48, kWidth - kControls - kPadding);
    ui_.button(canvas, id, {kLeft + kControls, y + height / 2 - 20, width, 40}, label,
               {.kind = ButtonKind::outline, .icon = "", .type = type});
    return y + height;
  }

  // A row that is on or off; texts "settings.<id>" and "settings.<id>-means".
  float switched(Canvas& canvas, float y, const std::string& id, bool on) {
    return choice(canvas, y, ("settings." + id).c_str(), text("settings." + id + "-means"),
                  {{id + "-0", text("settings.on")}, {id + "-1", text("settings.off")}},
                  on ? 0 : 1);
  }

  float draw_settings(Canvas& canvas, float y) {
    canvas.panel({kLeft, y, kWidth, panel_height_}, theme::kRadiusCard, theme::kPaper, 1);
    const float top = y;
    y += 12;
    const Settings& settings = context_->settings;
    y = draw_learner(canvas, y);
    y = draw_languages(canvas, y);
    std::vector<Segment> sizes;
    for (std::size_t i = 0; i < kSizes.size(); ++i) {
      sizes.push_back({"size-" + std::to_string(i),
                       std::to_string(static_cast<int>(std::lround(kSizes[i] * 100))) + " %"});
    }
    y = choice(canvas, y, "settings.text-size", "", sizes, nearest(kSizes, settings.text_size));
    y = choice(canvas, y, "settings.contrast", text("settings.contrast-means"),
               {{"contrast-0", text("settings.contrast-usual")},
                {"contrast-1", text("settings.contrast-high")}},
               settings.high_contrast ? 1 : 0);
    y = choice(
        canvas, y, "settings.motion", text("settings.motion-means"),
        {{"motion-0", text("settings.motion-full")}, {"motion-1", text("settings.motion-reduced")}},
        settings.still ? 1 : 0);
    y = draw_window(canvas, y);
    y = draw_voicing(canvas, y);
    y = choice(canvas, y, "settings.sound", "",
               {{"sound-0", text("settings.on")}, {"sound-1", text("settings.off")}},
               settings.sound ? 0 : 1);
    if (settings.sound) {
      y = choice(canvas, y, "settings.signals", text("settings.signals-mean"), volumes("signals-"),
                 nearest(kVolumes, settings.signal_volume));
      y = choice(canvas, y, "settings.room", text("settings.room-means"), volumes("room-"),
                 nearest(kVolumes, settings.room_volume));
      y = draw_speech(canvas, y);
    }
    y = choice(canvas, y, "settings.timer", text("settings.timer-means"),
               {{"timer-0", text("settings.off")},
                {"timer-1", text("settings.timer-normal")},
                {"timer-2", text("settings.timer-double")}},
               nearest(kTimers, settings.timer_factor));
    y = switched(canvas, y, "confidence", settings.confidence);
    y = switched(canvas, y, "feedback", settings.feedback);
    y = switched(canvas, y, "prediction", settings.prediction);
    y = draw_keys(canvas, y);
    y = draw_folder(canvas, y);
    y = draw_reset(canvas, y) + 12;
    remember(panel_height_, y - top);
    return y;
  }

  // Names are changed on one page only, which knows of the PIN.
  float draw_learner(Canvas& canvas, float y) {
    const std::string& learner = context_->settings.learner;
    return opens(canvas, y, "settings.name", "learner",
                 learner.empty() ? text("learners.nobody") : learner);
  }

  std::vector<Segment> volumes(const std::string& prefix) {
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < kVolumes.size(); ++i) {
      segments.push_back({prefix + std::to_string(i),
                          std::to_string(static_cast<int>(std::lround(kVolumes[i] * 100))) + " %"});
    }
    return segments;
  }

  // Without a synthesiser there is nothing to switch on; what is missing is said.
  float draw_speech(Canvas& canvas, float y) {
    if (speech_program_.empty()) {
      return y + row(canvas, y, "settings.speech", text("settings.speech-missing"));
    }
    const bool chinese = is_chinese(words().language());
    return choice(canvas, y, "settings.speech",
                  text(chinese ? "settings.speech-chinese" : "settings.speech-means"),
                  {{"speech-0", text("settings.on")}, {"speech-1", text("settings.off")}},
                  context_->settings.speech ? 0 : 1);
  }

  float draw_keys(Canvas& canvas, float y) {
    return opens(canvas, y, "settings.keys", "change-keys", text("settings.keys-change"));
  }

  // Focus and new texts are spoken; here, too, what is missing is said.
  float draw_voicing(Canvas& canvas, float y) {
    if (speech_tool_.file.empty()) {
      return y + row(canvas, y, "settings.voicing", text("settings.voicing-missing"));
    }
    const bool chinese = is_chinese(words().language());
    return choice(canvas, y, "settings.voicing",
                  text(chinese ? "settings.voicing-chinese" : "settings.voicing-means"),
                  {{"voicing-0", text("settings.on")}, {"voicing-1", text("settings.off")}},
                  context_->settings.self_voicing ? 0 : 1);
  }

  float draw_languages(Canvas& canvas, float y) {
    std::vector<Segment> segments;
    std::size_t chosen = 0;
    for (const std::string& tag : context_->languages()) {
      if (tag == words().language()) {
        chosen = segments.size();
      }
      segments.push_back({"language-" + tag, language_name(words(), tag)});
    }
    const std::string key = name_of(toolkit_.preferences.keys.key_of(Command::language));
    return choice(canvas, y, "settings.language",
                  words().text("settings.language-means", {{"key", key}}), segments, chosen);
  }

  // Sizes that the screen has room for; none of them where it has for none.
  float draw_window(Canvas& canvas, float y) {
    const std::string key = name_of(toolkit_.preferences.keys.key_of(Command::full_screen));
    y = choice(canvas, y, "settings.full-screen",
               words().text("settings.full-screen-means", {{"key", key}}),
               {{"full-screen-0", text("settings.on")}, {"full-screen-1", text("settings.off")}},
               context_->settings.full_screen ? 0 : 1);
    std::vector<Segment> sizes;
    std::size_t chosen = kWindows.size();
    for (std::size_t i = 0; i < kWindows.size(); ++i) {
      const auto [width, height] = kWindows[i];
      if (width > Platform::screen_width() || height > Platform::screen_height()) {
        continue;
      }
      if (width == toolkit_.platform.width() && height == toolkit_.platform.height()) {
        chosen = sizes.size();
      }
      sizes.push_back(
          {"window-" + std::to_string(i), std::to_string(width) + " × " + std::to_string(height)});
    }
    return sizes.empty() || context_->settings.full_screen
               ? y
               : choice(canvas, y, "settings.window", text("settings.window-means"), sizes, chosen);
  }

  // A button as wide as its label, no wider than a row's right part.
  Rect button(Canvas& canvas, const std::string& id, Vec at, const char* label, ButtonKind kind) {
    const float width =
        std::min(canvas.text_width(text(label), kButton) + 48, kLeft + kWidth - kPadding - at.x);
    const Rect box{at.x, at.y, width, 40};
    ui_.button(canvas, id, box, text(label), {.kind = kind, .icon = "", .type = kButton});
    return box;
  }

  // Where everything is kept, and a button that shows it; what is missing for that is said.
  float draw_folder(Canvas& canvas, float y) {
    const float height = row(canvas, y, "settings.folder", text("settings.folder-means"));
    const float width = kWidth - kControls - kPadding;
    const TextStyle style{theme::kCaption, theme::kInk2};
    const bool opens = !folder_opener_.empty();
    const char* said = !opens            ? "settings.folder-no-opener"
                       : folder_refused_ ? "settings.folder-refused"
                                         : nullptr;
    const std::string note = user_data_folder() + (said != nullptr ? "\n" + text(said) : "");
    const float note_height = block_height(canvas, note, width, style);
    const float both = note_height + (opens ? 48.F : 0.F);
    const float top = y + std::max(12.F, (height - both) / 2);
    draw_block(canvas, note, {kLeft + kControls, top}, width, style);
    if (opens) {
      button(canvas, "open-folder", {kLeft + kControls, top + note_height + 8},
             "settings.folder-open", ButtonKind::outline);
    }
    float end = y + std::max(height, both + 24);
    if (!saved_) {
      end += draw_block(canvas, text("settings.not-saved"), {kLeft + kPadding, end},
                        kWidth - 2 * kPadding, {theme::kLabel, theme::kCoral800}) +
             8;
    }
    return end;
  }

  // Asks first; the two answers stand beside each other where there is room.
  float draw_reset(Canvas& canvas, float y) {
    const std::string& note = text(asks_reset_ ? "settings.reset-sure" : "settings.reset-means");
    const float height = row(canvas, y, "settings.reset", note);
    const Vec at{kLeft + kControls, y + (asks_reset_ ? height - 52 : height / 2 - 20)};
    if (!asks_reset_) {
      button(canvas, "reset", at, "settings.reset-do", ButtonKind::outline);
      return y + height;
    }
    const Rect no = button(canvas, "reset-no", at, "settings.reset-no", ButtonKind::outline);
    const float yes = canvas.text_width(text("settings.reset-yes"), kButton) + 48;
    const bool beside = no.right() + 12 + yes <= kLeft + kWidth - kPadding;
    const Vec second = beside ? Vec{no.right() + 12, at.y} : Vec{at.x, at.y + 48};
    button(canvas, "reset-yes", second, "settings.reset-yes", ButtonKind::danger);
    return y + std::max(height, second.y + 52 - y);
  }

  float draw_about(Canvas& canvas, float y) {
    const float inner = kWidth - 2 * kPadding;
    const std::string version = words().text("settings.version", {{"version", MOT_VERSION}});
    const TextStyle body{theme::kBody, theme::kInk2};
    const std::array paragraphs{&text("settings.about-model"), &text("settings.trademarks"),
                                &text("settings.fonts")};
    float total = 62;
    for (const std::string* paragraph : paragraphs) {
      total += block_height(canvas, *paragraph, inner, body) + 10;
    }
    canvas.panel({kLeft, y, kWidth, total + 14}, theme::kRadiusCard, theme::kPaper, 1);
    canvas.text(version, {kLeft + kPadding, y + 38}, {theme::kCardTitle});
    float at = y + 54;
    for (const std::string* paragraph : paragraphs) {
      at += draw_block(canvas, *paragraph, {kLeft + kPadding, at}, inner, body) + 10;
    }
    return y + total + 14;
  }

  const std::string speech_program_ = speech_program();
  const SpeechTool speech_tool_ = speech_tool();
  const std::string folder_opener_ = folder_opener();
  bool folder_refused_ = false;
  bool asks_reset_ = false;
  int bring_answers_ = 0;  // frames until they are scrolled to
  bool saved_ = true;
  float height_ = 0;
  float panel_height_ = 480;
};

}  // namespace

std::unique_ptr<Screen> make_settings_screen(Toolkit& toolkit,
                                             std::shared_ptr<GameContext> context) {
  return std::make_unique<SettingsPage>(toolkit, std::move(context));
}

}  // namespace mot
