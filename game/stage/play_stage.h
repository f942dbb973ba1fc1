// The play screen as a class: what is on it, and where in the to and fro it stands. Made through
// play_screen.h. Flow in play_screen.cpp, events in play_screen_input.cpp, drawing in
// play_screen_draw.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "game/stage/conversation.h"
#include "game/stage/dialogue_box.h"
#include "game/stage/game_context.h"
#include "game/stage/meters.h"
#include "game/stage/patience.h"
#include "game/stage/pause_menu.h"
#include "game/stage/play.h"
#include "game/stage/response_panel.h"
#include "game/stage/room_vote.h"
#include "game/stage/scenario_watch.h"
#include "game/stage/scene.h"
#include "game/stage/stage_notes.h"
#include "game/stage/top_bar.h"
#include "game/stage/troupe.h"

namespace mot {

class PlayScreen : public Screen {
 public:
  PlayScreen(Toolkit& toolkit, std::shared_ptr<GameContext> context, std::shared_ptr<Play> play);
  ~PlayScreen() override;

  Request handle(const Event& event) override;
  Request update(const Tick& tick) override;
  void draw(Canvas& canvas) override;
  bool needs_frame() const override;
  bool busy() const override;
  bool over_control() const override;
  void resumed() override;
  void exercise(bool on) override;
  Ui* controls() override { return overlay_ == Overlay::none ? &ui_ : &overlay_ui_; }
  std::string announcement() const override;

 private:
  enum class Phase {
    speaking,   // a line appears or waits for a click
    choosing,   // the cards can be chosen
    answering,  // the chosen card is on its way
    over        // the last line of the encounter stands
  };
  enum class Overlay { none, pause, conversation, reference, picture, keys, cues, prediction };

  // Flow: play_screen.cpp.
  void begin(bool from_last_line);
  void show_line(std::size_t index, bool at_once);
  void advance();
  void line_is_whole();
  void open_choice();
  void choose(std::size_t card, bool timed_out);
  void take_response(ResponseIndex response, bool timed_out);
  void after_answer();
  void undo();
  void back_to(std::size_t choice);
  void back_to_first_branch();
  void begin_vote();
  void keep_vote();
  void reveal_split();
  void restart();
  void change_language();
  void refresh_texts();
  void refresh_bar(bool slide);
  void set_scene(const std::string& name, bool at_once);
  void react_to_last_choice();
  void sound_line(const LineView& said);
  void watch_file();
  Request take_saved(float dt);
  void exercise_more(float dt);
  bool last_line() const { return line_ + 1 >= play_->view().lines.size(); }
  bool room() const { return play_->terms().room; }
  bool still() const { return toolkit_.preferences.still; }
  SpokenText spoken(const LineView& line) const;
  const LineView* line() const;
  void bring(const LineView& said, bool at_once);
  void recall_people(std::size_t lines);
  bool has_reference() const;
  bool gives_feedback() const;
  void look_at_choice();

  // Events: play_screen_input.cpp.
  Request handle_overlay(const Event& event);
  Request use(const std::string& id);
  Request use_in_menu(const std::string& id);
  Request leave();
  Request finish();
  Request handle_prediction(const Event& event);
  Request to_debrief();
  bool handle_key(const Event& event);
  bool handle_room_key(const Event& event);
  std::vector<Vote> votes() const;
  bool walk_cards(Key key);
  void toggle_note();
  bool closes_feedback(const Event& event);
  void open(Overlay overlay);
  void fill_list();
  std::string next_language() const;

  // Drawing: play_screen_draw.cpp.
  void draw_scene(Canvas& canvas);
  void draw_stage(Canvas& canvas);
  void draw_overlay(Canvas& canvas);
  void draw_note_card(Canvas& canvas);
  void draw_way_back(Canvas& canvas);
  std::string notice() const;
  PauseChoices pause_choices() const;

  Toolkit& toolkit_;
  std::shared_ptr<GameContext> context_;
  std::shared_ptr<Play> play_;

  Troupe troupe_;
  std::unique_ptr<Scene> scene_;
  std::unique_ptr<Scene> old_scene_;  // fades out
  Tween scene_fade_{1};
  TopBar top_bar_;
  Meters meters_;
  DialogueBox dialogue_;
  ResponsePanel panel_;
  RoomVote vote_;               // in a room
  float text_size_before_ = 1;  // of the preferences, while a room reads
  Patience patience_;
  Conversation conversation_;
  Ui ui_;
  Ui overlay_ui_;

  Phase phase_ = Phase::speaking;
  Overlay overlay_ = Overlay::none;
  Tween veil_;  // the overlay's strength
  std::size_t line_ = 0;
  std::string stage_title_;  // of the pill, to see when it moves
  double choosing_ = 0;      // seconds the cards could be chosen
  bool note_ = false;
  std::vector<NotePart> feedback_;  // on the last choice, while it is shown; else empty
  bool feedback_waits_ = false;     // … for the solution, which says what it costs in the end
  bool unsaved_asked_ = false;
  bool show_play_notice_ = false;
  std::unique_ptr<ScenarioWatch> watch_;  // of a scenario that was opened as a file
  std::string file_problem_;              // of what was saved last
  bool preparing_ = true;
  std::size_t prepared_cards_ = 0;
  unsigned drawn_ = 0;
  bool fresh_ = true;  // nothing was drawn since something changed without moving

  bool exercising_ = false;
  float exercise_time_ = 0;
};

}  // namespace mot
