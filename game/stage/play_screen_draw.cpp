// PlayScreen: drawing, from the room at the back to the overlay in front.
#include <fmt/format.h>

#include "game/stage/cue_card.h"
#include "game/stage/key_help.h"
#include "game/stage/play_stage.h"
#include "game/stage/prediction_card.h"
#include "game/stage/stage_notes.h"

namespace mot {
namespace {

constexpr float kVeilStrength = 0.45F;
constexpr Vec kWayBack{776, 74};  // its right top corner
constexpr float kCalm = 0.7F;     // how much of the backdrop high contrast takes away

}  // namespace

void PlayScreen::draw_scene(Canvas& canvas) {
  const bool fading = old_scene_ != nullptr;
  const Colour tint =
      fading ? mixed(old_scene_->customer_tint(), scene_->customer_tint(), scene_fade_.value())
             : scene_->customer_tint();
  if (fading) {
    old_scene_->draw_back(canvas);
  }
  canvas.push();
  canvas.fade(fading ? scene_fade_.value() : 1);
  scene_->draw_back(canvas);
  canvas.pop();
  if (canvas.high_contrast()) {
    canvas.rect({0, 0, kLogicalWidth, kLogicalHeight}, faded(theme::kPaper, kCalm));
  }
  troupe_.draw(canvas, tint);
  if (fading) {
    canvas.push();
    canvas.fade(1 - scene_fade_.value());
    old_scene_->draw_light(canvas);
    old_scene_->draw_front(canvas);
    canvas.pop();
  }
  canvas.push();
  canvas.fade(fading ? scene_fade_.value() : 1);
  scene_->draw_light(canvas);
  scene_->draw_front(canvas);
  canvas.pop();
}

std::string PlayScreen::notice() const {
  const PlayNotice problem = play_->save_problem();
  const PlayNotice& shown = !problem.key.empty() ? problem
                            : show_play_notice_  ? play_->notice()
                                                 : problem;
  if (problem.key.empty() && !file_problem_.empty()) {
    return context_->words().text("play.saved-with-errors", {{"cause", file_problem_}});
  }
  if (shown.key.empty()) {
    return {};
  }
  return context_->words().text(shown.key, {{"cause", context_->words().said(shown.cause)},
                                            {"number", fmt::format("{}", shown.number)}});
}

void PlayScreen::draw_note_card(Canvas& canvas) {
  const EncounterView& view = play_->view();
  const UiStrings& words = context_->words();
  std::vector<NotePart> parts;
  parts.push_back({"bulb", words.text("play.hint"),
                   view.hint.empty() ? words.text("play.no-hint") : view.hint});
  if (const LineView* said = line(); said != nullptr && !said->thought.empty()) {
    parts.push_back(
        {"chat", words.text("play.thinks", {{"name", said->speaker_name}}), said->thought});
  }
  draw_note(canvas, ui_, parts, room_above(dialogue_.box().y - 32));
}

// Above the heads: a room tries another branch, and this leads back.
void PlayScreen::draw_way_back(Canvas& canvas) {
  const std::string& label = context_->words().text("room.first-branch");
  const theme::Type type = theme::kLabel.growing(1.5F);
  const float width = canvas.text_width(label, type) + 62;
  ui_.button(canvas, "first-branch", {kWayBack.x - width, kWayBack.y, width, 38}, label,
             {.kind = ButtonKind::outline,
              .icon = "left",
              .left_aligned = true,
              .type = type,
              .radius = 19});
}

void PlayScreen::draw_stage(Canvas& canvas) {
  const UiStrings& words = context_->words();
  top_bar_.draw(canvas, ui_, has_reference(), static_cast<bool>(context_->open_settings));
  if (play_->practice()) {
    meters_.draw(canvas, words, still());
  }
  if (const LineView* said = line();
      said != nullptr && !said->image.empty() && phase_ != Phase::answering) {
    draw_picture_card(canvas, ui_, said->image, troupe_.listener() != nullptr);
  }
  DialogueEnd end;
  end.ring_label = words.text("play.patience");
  const bool ends = play_->finished() && last_line() && phase_ != Phase::answering;
  if (ends) {
    end.button = words.text("play.to-debrief");
  } else if (phase_ == Phase::speaking && !last_line()) {
    end.more = true;
  }
  dialogue_.draw(canvas, ui_, end, patience_, still());
  if (phase_ == Phase::speaking && drawn_ > 2) {
    panel_.prepare(canvas, words, play_->view().offers, prepared_cards_++);
  }
  // What the last choice came to stands where the responses will be; closing it shows them.
  if (feedback_.empty()) {
    panel_.draw(canvas, ui_, words, play_->practice(), room() ? &vote_ : nullptr);
  }
  if (note_ && phase_ == Phase::choosing) {
    draw_note_card(canvas);
  }
  if (play_->has_first_branch() && phase_ != Phase::answering) {
    draw_way_back(canvas);
  }
  if (!feedback_.empty()) {
    draw_note(canvas, ui_, feedback_, {kResponsePanel});
  }
  panel_.draw_chosen(canvas, words);
  if (const std::string text = notice(); !text.empty()) {
    draw_notice(canvas, text);
  }
}

PauseChoices PlayScreen::pause_choices() const {
  PauseChoices choices;
  choices.practice = play_->practice();
  choices.undo = choices.practice && !play_->session().turns().empty();
  choices.first_branch = play_->has_first_branch();
  choices.unsaved = unsaved_asked_;
  const std::string tag = next_language();
  const std::string key = "language." + tag;
  choices.language = context_->words().contains(key) ? context_->words().text(key) : tag;
  return choices;
}

void PlayScreen::draw_overlay(Canvas& canvas) {
  overlay_ui_.begin(still());
  if (overlay_ == Overlay::keys) {
    draw_key_help(canvas, overlay_ui_, context_->words(), toolkit_.preferences.keys,
                  room()              ? KeySheet::room
                  : play_->practice() ? KeySheet::practice
                                      : KeySheet::exam,
                  veil_.value());
    overlay_ui_.end(canvas);
    return;
  }
  if (overlay_ == Overlay::prediction) {
    draw_prediction_card(canvas, overlay_ui_, context_->words(),
                         std::string(play_->reading().trimmed(play_->scenario().customer.name)),
                         veil_.value());
    overlay_ui_.end(canvas);
    return;
  }
  if (overlay_ == Overlay::cues) {
    const Cue cue = phase_ != Phase::choosing ? Cue::afterwards
                    : vote_.revealed()        ? Cue::split
                                              : Cue::before;
    draw_cue_card(canvas, overlay_ui_, context_->words(), cue, veil_.value());
    overlay_ui_.end(canvas);
    return;
  }
  canvas.push();
  canvas.fade(veil_.value());
  canvas.rect({-kLogicalWidth, -kLogicalHeight, 3 * kLogicalWidth, 3 * kLogicalHeight},
              faded(theme::kNavy700, kVeilStrength));
  const UiStrings& words = context_->words();
  if (overlay_ == Overlay::pause) {
    draw_pause_menu(canvas, overlay_ui_, words, pause_choices());
    if (const std::string text = notice(); !text.empty() && unsaved_asked_) {
      draw_notice(canvas, text);
    }
  } else if (overlay_ != Overlay::picture) {
    conversation_.draw(canvas, overlay_ui_, words);
  } else if (const LineView* said = line(); said != nullptr) {
    draw_picture_large(canvas, said->image);
  }
  canvas.pop();
  overlay_ui_.end(canvas);
}

void PlayScreen::draw(Canvas& canvas) {
  fresh_ = false;
  if (drawn_++ > 1 && preparing_) {
    preparing_ = troupe_.prepare_one(canvas, busy());
  }
  ui_.begin(still());
  draw_scene(canvas);
  draw_stage(canvas);
  ui_.end(canvas);
  if (overlay_ != Overlay::none) {
    draw_overlay(canvas);
  }
}

}  // namespace mot
