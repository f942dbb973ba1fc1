#include "game/stage/play_screen.h"

#include <algorithm>
#include <utility>

#include "engine/analysis/background_solver.h"
#include "engine/base/json.h"
#include "engine/text/finding_texts.h"
#include "game/stage/character.h"
#include "game/stage/feedback.h"
#include "game/stage/play_stage.h"
#include "game/window/options.h"
#include "game/window/platform.h"
#include "game/window/sound_board.h"
#include "game/window/text_layout.h"

namespace mot {
namespace {

constexpr float kSceneFade = 0.320F;
constexpr float kExerciseFeeling = 2;
constexpr float kRoomTextSize = 1.25F;  // at least, on a projector
constexpr Rect kWhereAnswersGo{24, 548, 744, 152};

}  // namespace

PlayScreen::PlayScreen(Toolkit& toolkit,
                       std::shared_ptr<GameContext> context,
                       std::shared_ptr<Play> play)
    : toolkit_(toolkit),
      context_(std::move(context)),
      play_(std::move(play)),
      troupe_(context_->wardrobe(), play_->scenario(), toolkit.preferences.still) {
  text_size_before_ = toolkit_.preferences.text_size;
  if (room()) {
    toolkit_.preferences.text_size = std::max(text_size_before_, kRoomTextSize);
  }
  // Whoever comes back, or measures, stands at the decision at once. A what-if begins with the
  // answer to what was said instead.
  const std::size_t told = play_->original() ? play_->parting() + 1 : 0;
  const bool anew = play_->session().turns().size() <= told && toolkit_.options.measure <= 0;
  show_play_notice_ = !play_->notice().key.empty();
  // Until the end is reached the best play is known.
  context_->solver().want(play_->shared_scenario());
  watch_file();
  begin(!anew);
}

PlayScreen::~PlayScreen() {
  if (room()) {
    toolkit_.preferences.text_size = text_size_before_;
  }
  toolkit_.sounds.room("");
  toolkit_.sounds.file("");
  toolkit_.sounds.speak("", "", {});
}

// Whoever writes a scenario sees each save at once; an exam stays what it began as.
void PlayScreen::watch_file() {
  const ScenarioFile& file = context_->played_file;
  if (!file.path.empty() && play_->practice() && file.scenario == play_->scenario().id) {
    watch_ = std::make_unique<ScenarioWatch>(file, play_->scenario(), context_->load_options());
  }
}

// The play in the scenario as it was saved now, where it stands; with errors it goes on in the old.
Request PlayScreen::take_saved(float dt) {
  std::optional<SavedScenario> saved =
      watch_ ? watch_->step(static_cast<double>(dt), context_->finding_texts().report_words())
             : std::nullopt;
  if (!saved) {
    return Request::none();
  }
  fresh_ = true;
  file_problem_ = saved->problem;
  if (!saved->scenario) {
    return Request::none();
  }
  context_->played_file = saved->file;
  keep_vote();
  auto play = Play::reloaded(*play_, std::move(saved->scenario), context_->plays_folder());
  if (!play) {
    file_problem_ = play.error().message;
    return Request::none();
  }
  return Request::replace(make_play_screen(toolkit_, context_, std::move(*play)));
}

const LineView* PlayScreen::line() const {
  const auto& lines = play_->view().lines;
  return line_ < lines.size() ? &lines[line_] : nullptr;
}

SpokenText PlayScreen::spoken(const LineView& line) const {
  std::string feeling = context_->word("feeling", name_of(line.feeling));
  if (!feeling.empty() && feeling[0] >= 'a' && feeling[0] <= 'z') {
    feeling[0] = static_cast<char>(feeling[0] - 'a' + 'A');  // it stands alone
  }
  return {line.speaker_name, line.speaker_role, std::move(feeling), line.feeling, line.text};
}

bool PlayScreen::has_reference() const {
  const Scenario& scenario = play_->scenario();
  return scenario.brief != kNoText || !scenario.standards.empty() || !scenario.reference.empty();
}

// Stands where the play stands, without what led there.
void PlayScreen::begin(bool from_last_line) {
  panel_.hide();
  patience_.clear();
  note_ = false;
  feedback_.clear();
  feedback_waits_ = false;
  const EncounterView& view = play_->view();
  meters_.set(view.satisfaction, view.mood, false);
  refresh_bar(false);
  const std::size_t first = from_last_line && !view.lines.empty() ? view.lines.size() - 1 : 0;
  recall_people(first);
  if (view.lines.empty()) {
    set_scene(view.scene, true);
    troupe_.bring("", Feeling::neutral, {}, true);
    dialogue_.say({}, true);
    open_choice();
    return;
  }
  show_line(first, true);
}

// On the stage are those whom the encounter has left there: all who spoke before the lines of now,
// and those of their first `lines`.
void PlayScreen::recall_people(std::size_t lines) {
  troupe_.clear();
  for (std::size_t turn = 0; turn < play_->session().turns().size(); ++turn) {
    for (const LineView& said : view_at(play_->session(), turn, play_->reading()).lines) {
      bring(said, true);
    }
  }
  for (std::size_t i = 0; i < lines; ++i) {
    bring(play_->view().lines[i], true);
  }
}

// Whoever speaks comes, in the room of that line; who is only heard through a telephone, say, is in
// another one.
void PlayScreen::bring(const LineView& said, bool at_once) {
  std::string place = said.scene.empty() ? play_->view().scene : said.scene;
  if (said.moment != kNone) {
    const auto moment = static_cast<std::size_t>(said.moment);
    place += '/' + std::to_string(play_->scenario().moments[moment].channel);
  }
  troupe_.bring(said.speaker, said.feeling, place, at_once);
}

void PlayScreen::set_scene(const std::string& name, bool at_once) {
  if (scene_ && scene_->name() == name) {
    return;
  }
  auto next = std::make_unique<Scene>(toolkit_.assets, name);
  if (scene_ && scene_->name() == next->name()) {
    return;
  }
  toolkit_.sounds.room(next->room());
  const float scale = letterbox(toolkit_.platform.width(), toolkit_.platform.height()).scale;
  next->prefetch(toolkit_.textures, scale);
  old_scene_ = at_once ? nullptr : std::move(scene_);
  scene_ = std::move(next);
  scene_fade_.set(old_scene_ ? 0 : 1);
  scene_fade_.go(1, kSceneFade, Easing::in_out);
}

void PlayScreen::show_line(std::size_t index, bool at_once) {
  line_ = index;
  phase_ = Phase::speaking;
  prepared_cards_ = 0;
  ui_.clear_focus();
  const LineView& said = play_->view().lines[index];
  set_scene(said.scene.empty() ? play_->view().scene : said.scene, at_once);
  bring(said, at_once);
  dialogue_.say(spoken(said), false);
  sound_line(said);
  patience_.clear();
  if (last_line() && !play_->finished() && toolkit_.options.measure <= 0 && !room()) {
    patience_.set(static_cast<float>(play_->view().time_limit) *
                  context_->patience_factor(play_->terms().mode));
  }
  if (dialogue_.whole()) {
    line_is_whole();
  } else {
    troupe_.puppet().talk(true);
  }
  fresh_ = true;
}

// A line is heard: the scenario's own sound or a signal, and its words where that is wished.
void PlayScreen::sound_line(const LineView& said) {
  SoundBoard& sounds = toolkit_.sounds;
  sounds.file(said.sound);
  if (said.sound.empty()) {
    sounds.signal(Signal::line);
  }
  sounds.speak(said.text, play_->reading().language(), play_->scenario().customer.voice);
}

void PlayScreen::line_is_whole() {
  troupe_.puppet().talk(false);
  if (last_line() && phase_ == Phase::speaking) {
    open_choice();
  }
}

// After the last line: the cards, or the end.
void PlayScreen::open_choice() {
  fresh_ = true;
  if (play_->finished()) {
    phase_ = Phase::over;
    toolkit_.sounds.signal(Signal::over);
    return;
  }
  phase_ = Phase::choosing;
  choosing_ = 0;
  panel_.ask_confidence(context_->settings.confidence && !room());
  panel_.show(play_->view().offers, still());
  begin_vote();
  ui_.scroll_to("responses", 0);
  patience_.start();
}

// A click or a key says: go on.
void PlayScreen::advance() {
  if (phase_ != Phase::speaking) {
    return;
  }
  if (!dialogue_.whole()) {
    dialogue_.complete();
    line_is_whole();
  } else if (!last_line()) {
    show_line(line_ + 1, false);
  }
}

void PlayScreen::choose(std::size_t card, bool timed_out) {
  if (phase_ != Phase::choosing || card >= panel_.count()) {
    return;
  }
  const ResponseIndex response = panel_.offer(card).response;
  // Saved before anything of the answer is seen.
  const Confidence sure = timed_out ? Confidence::unsaid : panel_.confidence();
  if (!play_->choose(response, rounded(choosing_, 1), timed_out, votes(), sure)) {
    return;
  }
  if (play_->finished()) {
    context_->record(*play_);
  }
  phase_ = Phase::answering;
  toolkit_.sounds.signal(Signal::choose);
  note_ = false;
  feedback_waits_ = false;
  show_play_notice_ = false;
  unsaved_asked_ = false;
  patience_.stop();
  panel_.choose(card, kWhereAnswersGo);
  for (const LineView& line : play_->view().lines) {
    Scene(toolkit_.assets, line.scene)
        .prefetch(toolkit_.textures,
                  letterbox(toolkit_.platform.width(), toolkit_.platform.height()).scale);
  }
  fresh_ = true;
}

void PlayScreen::take_response(ResponseIndex response, bool timed_out) {
  for (std::size_t i = 0; i < panel_.count(); ++i) {
    if (panel_.offer(i).response == response) {
      choose(i, timed_out);
      return;
    }
  }
}

void PlayScreen::react_to_last_choice() {
  const Turn& turn = play_->session().turns().back();
  if (turn.after.mood != turn.before.mood) {
    const bool better = turn.after.mood > turn.before.mood;
    troupe_.puppet().react(better);
    // In an exam the face alone tells.
    if (play_->practice()) {
      toolkit_.sounds.signal(better ? Signal::better : Signal::worse);
    }
  }
}

// The chosen card has arrived: the customer answers.
void PlayScreen::after_answer() {
  const EncounterView& view = play_->view();
  patience_.clear();
  meters_.set(view.satisfaction, view.mood, true);
  refresh_bar(true);
  react_to_last_choice();
  feedback_waits_ = gives_feedback();
  look_at_choice();
  if (!view.lines.empty()) {
    show_line(0, false);
    return;
  }
  set_scene(view.scene, false);
  line_ = 0;
  open_choice();
}

// In practice, where it is wished; a room talks about it itself.
bool PlayScreen::gives_feedback() const {
  return toolkit_.preferences.feedback && play_->practice() && !room();
}

// What the last choice came to: at once, and with what it costs in the end as soon as the solution
// is there. What was closed stays closed.
void PlayScreen::look_at_choice() {
  if (!feedback_waits_) {
    return;
  }
  const bool first = feedback_.empty();
  const std::shared_ptr<SolvedScenario> solved = context_->solver().solved();
  if (!first && !solved && context_->solver().working()) {
    return;
  }
  feedback_waits_ = !solved && context_->solver().working();
  feedback_ = feedback_on_last_choice(*play_, context_->words(), solved.get());
  fresh_ = true;
}

void PlayScreen::change_language() {
  context_->set_language(next_language());
  play_->set_language(context_->language());
  refresh_texts();
}

// Everything that is shown, in the language of now.
void PlayScreen::refresh_texts() {
  refresh_bar(false);
  if (const LineView* said = line(); said != nullptr && phase_ != Phase::answering) {
    dialogue_.translate(spoken(*said));
    if (dialogue_.whole()) {
      line_is_whole();
    }
  }
  panel_.translate(play_->view().offers);
  if (!feedback_.empty()) {
    feedback_ =
        feedback_on_last_choice(*play_, context_->words(), context_->solver().solved().get());
  }
  fill_list();
  fresh_ = true;
}

void PlayScreen::refresh_bar(bool slide) {
  const EncounterView& view = play_->view();
  const Scenario& scenario = play_->scenario();
  std::string where;
  if (!scenario.setting.empty()) {
    const std::string key = "setting." + std::string(scenario.setting);
    where = context_->words().contains(key) ? context_->words().text(key)
                                            : std::string(scenario.setting);
  }
  if (view.channel) {
    where += (where.empty() ? "" : " · ") + context_->word("channel", name_of(*view.channel));
  }
  top_bar_.set_title(std::string(play_->reading().trimmed(scenario.title)), where);
  std::vector<TrackStage> stages;
  for (std::size_t i = 0; i < view.stages.size(); ++i) {
    stages.push_back(
        {view.stages[i].title, icon_of_stage(scenario.stages[i].id, i), view.stages[i].progress});
  }
  top_bar_.set_stages(std::move(stages), slide && !still());
}

void PlayScreen::exercise(bool on) {
  exercising_ = on;
  exercise_time_ = 0;
  patience_.set(on ? 10 : 0);
  if (const LineView* said = line(); on && said != nullptr) {
    dialogue_.complete();
    line_is_whole();
    dialogue_.say(spoken(*said), false);
    troupe_.puppet().talk(true);
    patience_.start();
  } else {
    dialogue_.complete();
    troupe_.puppet().talk(false);
  }
}

// Keeps everything moving, for --measure.
void PlayScreen::exercise_more(float dt) {
  exercise_time_ += dt;
  if (!patience_.running()) {
    patience_.set(10);
    patience_.start();
  }
  if (const LineView* said = line(); dialogue_.whole() && said != nullptr) {
    dialogue_.say(spoken(*said), false);
  }
  if (exercise_time_ > kExerciseFeeling) {
    exercise_time_ = 0;
    const auto now = static_cast<std::size_t>(troupe_.puppet().feeling());
    troupe_.puppet().set_feeling(static_cast<Feeling>((now + 1) % kFeelings));
    troupe_.puppet().react(now % 2 == 0);
    meters_.set(static_cast<double>(now) * 12, static_cast<int>(now) * 20 - 80, true);
  }
}

std::unique_ptr<Screen> make_play_screen(Toolkit& toolkit,
                                         std::shared_ptr<GameContext> context,
                                         std::shared_ptr<Play> play) {
  return std::make_unique<PlayScreen>(toolkit, std::move(context), std::move(play));
}

}  // namespace mot
