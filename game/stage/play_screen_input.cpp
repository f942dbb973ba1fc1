// PlayScreen: keys, clicks, and time.
#include <algorithm>
#include <cmath>

#include "engine/scenario/reading.h"
#include "game/stage/play_stage.h"
#include "game/stage/prediction_card.h"
#include "game/window/options.h"
#include "game/window/sound_board.h"
#include "game/window/text_layout.h"

namespace mot {
namespace {

constexpr float kVeil = 0.160F;
constexpr float kHurry = 5;  // seconds left from which each is heard

bool is_click(const Event& event) {
  // When the button comes up: who goes elsewhere meanwhile has changed their mind.
  return event.type == Event::Type::mouse_up && event.button == MouseButton::left;
}

}  // namespace

Request PlayScreen::handle(const Event& event) {
  const bool key = event.type == Event::Type::key_down;
  if (key && event.control && event.key == Key::l) {
    change_language();
    return Request::none();
  }
  if (overlay_ != Overlay::none) {
    return handle_overlay(event);
  }
  if (event.type == Event::Type::pad_disconnected) {
    open(Overlay::pause);  // nobody can choose while the time runs
    return Request::none();
  }
  if (event.type == Event::Type::focus_lost && patience_.shown() && phase_ != Phase::answering &&
      !exercising_) {
    ui_.handle(event);
    open(Overlay::pause);  // neither can who is in another window
    return Request::none();
  }
  if (closes_feedback(event)) {
    return Request::none();
  }
  if (key && event.key == Key::f1) {
    open(Overlay::keys);
    return Request::none();
  }
  if (key && handle_key(event)) {
    return Request::none();
  }
  const std::string used = ui_.handle(event);
  if (!used.empty()) {
    return use(used);
  }
  const bool go = key && (event.key == Key::enter || event.key == Key::space) && !event.control;
  if (!ui_.consumed() && (go || is_click(event))) {
    if (go && phase_ == Phase::over) {
      return finish();
    }
    if (go || ui_.hovered().empty()) {
      advance();
    }
  }
  return Request::none();
}

// Any key or click closes it, and does nothing else; Page Up and Down scroll it.
bool PlayScreen::closes_feedback(const Event& event) {
  const bool key = event.type == Event::Type::key_down && !event.control && !event.alt;
  if (feedback_.empty() || (!key && !is_click(event))) {
    return false;
  }
  if (key && (event.key == Key::page_up || event.key == Key::page_down)) {
    Event wheel;
    wheel.type = Event::Type::wheel;
    wheel.at = kResponsePanel.centre();
    wheel.wheel = event.key == Key::page_up ? 3.F : -3.F;
    ui_.handle(wheel);
    return true;
  }
  feedback_.clear();
  feedback_waits_ = false;
  fresh_ = true;
  return true;
}

bool PlayScreen::handle_key(const Event& event) {
  if (event.control || event.alt) {
    return false;
  }
  if (event.key == Key::escape) {
    if (note_) {
      note_ = false;
    } else {
      open(Overlay::pause);
    }
    return true;
  }
  if (event.key == Key::p) {
    open(Overlay::pause);
    return true;
  }
  if (room() && handle_room_key(event)) {
    return true;
  }
  if (phase_ == Phase::choosing) {
    const int digit = digit_of(event.key);
    if (digit > 0) {
      choose(static_cast<std::size_t>(digit) - 1, false);
      return true;
    }
    if (event.key == Key::h && play_->practice()) {
      toggle_note();
      return true;
    }
    if (event.key == Key::s) {
      panel_.next_confidence();
      fresh_ = true;
      return true;
    }
    if (walk_cards(event.key)) {
      return true;
    }
  }
  if (event.key == Key::c || event.key == Key::r) {
    if (event.key == Key::c || has_reference()) {
      open(event.key == Key::c ? Overlay::conversation : Overlay::reference);
    }
    return true;
  }
  return false;
}

// Digits count hands until the split is shown; then they take a response, as elsewhere.
bool PlayScreen::handle_room_key(const Event& event) {
  if (event.key == Key::q) {
    open(Overlay::cues);
    return true;
  }
  if (phase_ != Phase::choosing) {
    return false;
  }
  if (event.key == Key::v) {
    reveal_split();
    return true;
  }
  if (vote_.revealed()) {
    return false;
  }
  const int digit = digit_of(event.key);
  if (digit > 0) {
    vote_.add(static_cast<std::size_t>(digit) - 1);
  } else if (event.key == Key::backspace || event.key == Key::minus) {
    vote_.take_back();
  } else if (event.key == Key::space && vote_.total() > 0) {
    reveal_split();
  } else {
    return false;
  }
  fresh_ = true;
  return true;
}

// The first arrow goes to the first or the last card, not to the controls around.
bool PlayScreen::walk_cards(Key key) {
  if ((key != Key::down && key != Key::up) || panel_.card_of(ui_.focused())) {
    return false;
  }
  const bool first = key == Key::down;
  ui_.focus("response-" + std::to_string(first ? 1 : panel_.count()), true);
  ui_.scroll_to("responses", first ? 0.F : 1e6F);
  return true;
}

Request PlayScreen::use(const std::string& id) {
  if (const auto card = panel_.card_of(id)) {
    if (room() && !vote_.revealed()) {
      vote_.add(*card);
      fresh_ = true;
    } else {
      choose(*card, false);
    }
  } else if (id == "reveal" || id == "words") {
    reveal_split();
  } else if (id == "first-branch") {
    back_to_first_branch();
  } else if (id == "cues") {
    open(Overlay::cues);
  } else if (id == "back" || id == "pause") {
    open(Overlay::pause);
  } else if (id == "language") {
    change_language();
  } else if (id == "settings" && context_->open_settings) {
    return Request::push(context_->open_settings());
  } else if (id == "sureness") {
    panel_.next_confidence();
    fresh_ = true;
  } else if (id == "hint") {
    toggle_note();
  } else if (id == "close-note") {
    note_ = false;
  } else if (id == "conversation") {
    open(Overlay::conversation);
  } else if (id == "look-up") {
    open(Overlay::reference);
  } else if (id == "picture") {
    open(Overlay::picture);
  } else if (id == "continue") {
    if (phase_ == Phase::over) {
      return finish();
    }
    advance();
  }
  return Request::none();
}

void PlayScreen::toggle_note() { note_ = !note_; }

void PlayScreen::open(Overlay overlay) {
  overlay_ = overlay;
  unsaved_asked_ = false;
  overlay_ui_ = Ui();
  if (overlay == Overlay::none) {
    veil_.set(0);
    return;
  }
  veil_.set(0);
  veil_.go(1, still() ? theme::kReducedFade : kVeil);
  if (overlay == Overlay::pause) {
    overlay_ui_.focus("resume", true);
  } else if (overlay == Overlay::prediction) {
    overlay_ui_.focus("skip-prediction", true);
  } else if (overlay == Overlay::keys || overlay == Overlay::cues) {
    overlay_ui_.focus(overlay == Overlay::keys ? "close-keys" : "close-cues", true);
  } else if (overlay != Overlay::picture) {
    overlay_ui_.focus("close-conversation", true);
    fill_list();
  }
}

// The list of the overlay that has one, in the language of now.
void PlayScreen::fill_list() {
  const UiStrings& words = context_->words();
  if (overlay_ == Overlay::conversation) {
    const bool back = play_->practice() && phase_ != Phase::answering;
    const bool any = back && !play_->session().turns().empty();
    conversation_.open(words.text("play.conversation"), conversation_of(*play_, line_), true,
                       any ? words.text("play.back-to-means") : std::string(), back);
  } else if (overlay_ == Overlay::reference) {
    conversation_.open(words.text("play.look-up"), reference_of(*play_, words), false);
  }
}

Request PlayScreen::handle_overlay(const Event& event) {
  const bool key = event.type == Event::Type::key_down;
  if (overlay_ == Overlay::prediction) {
    return handle_prediction(event);
  }
  if (key && (event.key == Key::escape || (overlay_ == Overlay::keys && event.key == Key::f1))) {
    open(Overlay::none);
    return Request::none();
  }
  if (overlay_ == Overlay::picture) {
    if (is_click(event) || (key && (event.key == Key::enter || event.key == Key::space))) {
      open(Overlay::none);
    }
    return Request::none();
  }
  const bool list = overlay_ == Overlay::conversation || overlay_ == Overlay::reference;
  if (list && key && (event.key == Key::up || event.key == Key::down)) {
    // Arrows walk through the ways back where there are any; else, and beyond them, they turn the
    // wheel.
    if (overlay_ == Overlay::conversation && conversation_.leads_back()) {
      overlay_ui_.handle(event);
      if (overlay_ui_.consumed()) {
        return Request::none();
      }
    }
    Event wheel;
    wheel.type = Event::Type::wheel;
    wheel.at = {kLogicalWidth / 2, kLogicalHeight / 2};
    wheel.wheel = event.key == Key::up ? 1.F : -1.F;
    overlay_ui_.handle(wheel);
    return Request::none();
  }
  return use_in_menu(overlay_ui_.handle(event));
}

Request PlayScreen::use_in_menu(const std::string& id) {
  if (id == "resume" || id == "close-conversation" || id == "close-keys" || id == "close-cues") {
    open(Overlay::none);
  } else if (id == "undo") {
    open(Overlay::none);
    undo();
  } else if (id == "back-to-first") {
    open(Overlay::none);
    back_to_first_branch();
  } else if (const auto choice = Conversation::back_to(id)) {
    open(Overlay::none);
    back_to(*choice);
  } else if (id == "pause-language") {
    change_language();
  } else if (id == "restart") {
    open(Overlay::none);
    restart();
  } else if (id == "glossary" && context_->open_glossary) {
    return Request::push(context_->open_glossary());
  } else if (id == "leave") {
    return leave();
  }
  return Request::none();
}

// Everything is saved already; where that failed, once more, and then the player is asked.
Request PlayScreen::leave() {
  keep_vote();
  const bool nothing_to_save = play_->untouched();
  if (!nothing_to_save && !play_->save() && !unsaved_asked_) {
    unsaved_asked_ = true;
    return Request::none();
  }
  return context_->open_library ? Request::replace(context_->open_library()) : Request::pop();
}

Request PlayScreen::finish() {
  const bool answered = play_->session().status() == SessionStatus::ended;
  // A prediction is asked for only where the debrief then holds it against the truth.
  if (context_->settings.prediction && answered && !room() && !play_->original() &&
      play_->prediction() < 0 && context_->shows_debrief(*play_)) {
    open(Overlay::prediction);
    return Request::none();
  }
  return to_debrief();
}

// Digits go to a number and Enter gives it, so that 1 and then 0 is ten; Escape goes on without.
Request PlayScreen::handle_prediction(const Event& event) {
  if (event.type == Event::Type::key_down && !event.control && !event.alt) {
    if (event.key == Key::escape) {
      return to_debrief();
    }
    if (const auto number = prediction_typed(overlay_ui_.focused(), event.key)) {
      overlay_ui_.focus(prediction_control(*number), true);
      fresh_ = true;
      return Request::none();
    }
  }
  const std::string used = overlay_ui_.handle(event);
  if (const auto predicted = prediction_of(used)) {
    play_->predict(*predicted);
    context_->record(*play_);
    return to_debrief();
  }
  return used == "skip-prediction" ? to_debrief() : Request::none();
}

Request PlayScreen::to_debrief() {
  return context_->after_play ? Request::replace(context_->after_play(play_)) : Request::pop();
}

// The one after the language of now, among those of the scenario and of the interface.
std::string PlayScreen::next_language() const {
  std::vector<std::string> tags = languages_of(play_->scenario());
  for (std::string& tag : context_->languages()) {
    if (std::find(tags.begin(), tags.end(), tag) == tags.end()) {
      tags.push_back(std::move(tag));
    }
  }
  const auto now = std::find(tags.begin(), tags.end(), context_->language());
  return now == tags.end() || now + 1 == tags.end() ? tags.front() : *(now + 1);
}

Request PlayScreen::update(const Tick& tick) {
  const float dt = tick.dt;
  ui_.update(dt);
  overlay_ui_.update(dt);
  veil_.update(dt);
  if (Request saved = take_saved(dt); saved.kind != Request::Kind::none) {
    return saved;
  }
  if (overlay_ != Overlay::none) {
    return Request::none();  // the world waits
  }
  if (toolkit_.options.measure > 0 && drawn_ == 1 && phase_ == Phase::speaking) {
    advance();  // what is measured starts at the decision
  }
  troupe_.update(dt, tick.calm);
  top_bar_.update(dt);
  meters_.update(dt);
  scene_fade_.update(dt);
  if (old_scene_ && !scene_fade_.moving()) {
    old_scene_ = nullptr;
    fresh_ = true;
  }
  if (!dialogue_.whole()) {
    const float rate = is_chinese(context_->language()) ? theme::kCharactersPerSecondZh
                                                        : theme::kCharactersPerSecond;
    dialogue_.update(dt, rate, troupe_.puppet());
    if (dialogue_.whole() && !exercising_) {
      line_is_whole();
    }
    fresh_ = true;
  }
  const bool was_open = panel_.open();
  panel_.update(dt);
  if (feedback_waits_) {
    look_at_choice();
  }
  if (phase_ == Phase::choosing && was_open && !exercising_ && feedback_.empty()) {
    choosing_ += static_cast<double>(dt);
    const float left = patience_.left();
    const bool over = patience_.update(dt);
    if (!over && left <= kHurry && std::floor(left) != std::floor(patience_.left())) {
      toolkit_.sounds.signal(Signal::hurry);
    }
    if (over) {
      take_response(play_->view().on_timeout, true);
    }
  } else if (phase_ == Phase::answering && !panel_.shown()) {
    after_answer();
  }
  if (exercising_) {
    patience_.update(dt);
    exercise_more(dt);
  }
  return Request::none();
}

bool PlayScreen::busy() const {
  if (overlay_ != Overlay::none) {
    return veil_.moving() || overlay_ui_.moving();
  }
  return exercising_ || !dialogue_.whole() || panel_.moving() || meters_.moving() ||
         top_bar_.moving() || scene_fade_.moving() || ui_.moving() || troupe_.busy();
}

bool PlayScreen::needs_frame() const {
  if (overlay_ != Overlay::none) {
    return fresh_ || busy();
  }
  return fresh_ || busy() || troupe_.moving() || patience_.changed() || preparing_;
}

// A line as it is said, or the overlay that lies over it.
std::string PlayScreen::announcement() const {
  const UiStrings& words = context_->words();
  switch (overlay_) {
    case Overlay::pause: return words.text("play.pause-title");
    case Overlay::keys: return words.text("keys.title");
    case Overlay::conversation: return words.text("play.conversation");
    case Overlay::reference: return words.text("play.look-up");
    case Overlay::prediction:
      return words.text(
          "play.predict",
          {{"name", std::string(play_->reading().trimmed(play_->scenario().customer.name))}});
    default: break;
  }
  if (!feedback_.empty()) {
    std::string all;
    for (const NotePart& part : feedback_) {
      all += (all.empty() ? "" : " ") + part.title + ": " + part.text;
    }
    return all;
  }
  const LineView* said = line();
  if (said == nullptr || phase_ == Phase::answering) {
    return {};
  }
  return words.text("voice.says", {{"name", said->speaker_name}, {"text", said->text}});
}

bool PlayScreen::over_control() const {
  return !(overlay_ != Overlay::none ? overlay_ui_ : ui_).hovered().empty();
}

void PlayScreen::resumed() {
  if (play_->reading().language() != context_->language()) {
    play_->set_language(context_->language());
  }
  refresh_texts();
}

}  // namespace mot
