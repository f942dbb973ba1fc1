// App: self-voicing, for those who do not see the screen.
#include "game/window/app.h"

namespace mot {
namespace {

// "scenario-late-room" may have a name of its own, or that of all its kind: "scenario".
std::string name_in(const UiStrings& words, const std::string& control) {
  const std::string kind = control.substr(0, control.find('-'));
  for (const std::string& id : {control, kind}) {
    if (words.contains("voice." + id)) {
      return words.text("voice." + id);
    }
  }
  return {};
}

}  // namespace

// What a control is called, what is written on it, and whether it is the chosen one of several.
std::string App::spoken_name(const std::string& control) {
  const Ui* controls = stack_.back()->controls();
  const Rect box = controls->visible_box(control);
  const Vec a = canvas_.to_pixel({box.x, box.y});
  const Vec b = canvas_.to_pixel({box.right(), box.bottom()});
  const std::string written = texts_within(canvas_.noted_texts(), {a.x, a.y, b.x - a.x, b.y - a.y});
  const std::string name = name_in(*words_, control);
  const std::string all = name.empty() || written.empty() ? name + written : name + ": " + written;
  return controls->is_chosen(control) ? words_->text("voice.chosen", {{"name", all}}) : all;
}

// Says what is new since the last frame: the page or the line, and where the focus is.
void App::narrate() {
  if (!preferences_.self_voicing) {
    if (!said_page_.empty() || !said_focus_.empty()) {
      narrator_.say("", "");
      said_page_.clear();
      said_focus_.clear();
    }
    return;
  }
  if (!words_ || words_->language() != preferences_.language) {
    words_.emplace((toolkit_.assets / "lang").string(), preferences_.language);
  }
  const std::string page = stack_.back()->announcement();
  const Ui* controls = stack_.back()->controls();
  const std::string id = controls == nullptr ? "" : controls->focused();
  const std::string focus = id.empty() ? "" : id + '\n' + spoken_name(id);
  // What is written on a control may change while it has the focus; what fades in is waited for.
  const bool moved = said_focus_.substr(0, said_focus_.find('\n')) != id;
  const bool renamed = !busy() && focus != said_focus_;
  if (page == said_page_ && !moved && !renamed) {
    return;
  }
  std::string text = page == said_page_ ? "" : page;
  if (const std::string name = id.empty() ? "" : focus.substr(id.size() + 1); !name.empty()) {
    text += (text.empty() ? "" : ". ") + name;
  }
  said_page_ = page;
  said_focus_ = focus;
  if (!text.empty()) {
    narrator_.say(text, preferences_.language);
  }
}

// All that is written on the screen, in the order in which it was drawn.
void App::narrate_page() {
  if (preferences_.self_voicing) {
    const Rect window{0, 0, static_cast<float>(platform_.width()),
                      static_cast<float>(platform_.height())};
    narrator_.say(texts_within(canvas_.noted_texts(), window), preferences_.language);
  }
}

}  // namespace mot
