#include "game/stage/play.h"

#include <utility>

#include "engine/debrief/what_if.h"

namespace mot {

Play::Play(std::shared_ptr<const Scenario> scenario,
           PlayTerms terms,
           std::string_view language,
           Clock now)
    : scenario_(std::move(scenario)),
      program_(std::make_shared<const Program>(*scenario_)),
      session_(*program_, terms.seed),
      reading_(*scenario_, language),
      terms_(std::move(terms)),
      keeper_(terms_.path),
      now_(std::move(now)),
      view_(mot::view(session_, reading_)) {}

Result<std::shared_ptr<Play>> Play::resume(std::shared_ptr<const Scenario> scenario,
                                           const KeptPlay& kept,
                                           std::string_view language,
                                           const Clock& now,
                                           const std::string& folder) {
  const Playthrough& played = kept.playthrough;
  PlayTerms terms{played.mode,    played.room, played.seed,    played.learner,
                  played.started, kept.path,   played.session, played.group};
  auto play = std::make_shared<Play>(std::move(scenario), std::move(terms), language, now);
  Result<Replay> again = replay(*play->program_, played);
  if (!again) {
    return refuse(again.error().message);
  }
  if (again->diverged_at || again->content_changed) {
    PlayTerms& fresh = play->terms_;
    fresh.started = play->now_();
    fresh.path = play->scenario_->draft
                     ? std::string()
                     : new_play_path(folder, play->scenario_->id, fresh.started, fresh.seed);
    play->keeper_ = PlayKeeper(fresh.path);
    play->notice_ = again->diverged_at ? PlayNotice{"play.resume-diverged", again->why,
                                                    static_cast<int>(*again->diverged_at) + 1}
                                       : PlayNotice{"play.resume-changed", {}, 0};
  }
  play->session_ = std::move(again->session);
  play->ended_ = played.ended;
  play->takeaway_ = played.takeaway;
  play->prediction_ = played.prediction;
  play->room_ = RoomRecord(played.polls, played.branches);
  if (RoomRecord left = play->room_; left.has_first() && !play->first_branch(left)) {
    play->room_.forget_first();  // the scenario has no such way any more
  }
  play->view_ = mot::view(play->session_, play->reading_);
  return play;
}

Result<std::shared_ptr<Play>> Play::reloaded(const Play& now,
                                             std::shared_ptr<const Scenario> scenario,
                                             const std::string& folder) {
  auto play = resume(std::move(scenario), {now.terms_.path, now.playthrough()},
                     now.reading_.language(), now.now_, folder);
  if (play) {
    PlayNotice& notice = (*play)->notice_;
    notice.key = notice.key == "play.resume-diverged" ? "play.reload-diverged" : "play.reloaded";
  }
  return play;
}

Result<std::shared_ptr<Play>> Play::what_if(const std::shared_ptr<const Play>& original,
                                            std::size_t choice,
                                            ResponseIndex response,
                                            std::string path) {
  Result<Session> other = mot::what_if(original->session_, choice, response);
  if (!other) {
    return refuse(other.error().message);
  }
  PlayTerms terms = original->terms_;
  terms.mode = PlayMode::practice;
  terms.started = original->now_();
  terms.path = std::move(path);
  auto play = std::make_shared<Play>(original->scenario_, std::move(terms),
                                     original->reading_.language(), original->now_);
  play->program_ = original->program_;  // which the session is of
  play->session_ = *std::move(other);
  play->original_ = original;
  play->parting_ = choice;
  if (play->session_.status() == SessionStatus::ended) {
    play->ended_ = play->now_();
  }
  play->save();
  play->view_ = mot::view(play->session_, play->reading_);
  return play;
}

Playthrough Play::playthrough() const {
  Playthrough played = session_.playthrough();
  played.mode = terms_.mode;
  played.room = terms_.room;
  played.what_if = original_ != nullptr;
  played.session = terms_.session;
  played.group = terms_.group;
  played.learner = terms_.learner;
  played.language = reading_.language();
  played.started = terms_.started;
  if (played.complete) {
    played.ended = ended_;
  }
  played.takeaway = takeaway_;
  played.prediction = prediction_;
  played.polls = room_.polls();
  played.branches = room_.branches();
  return played;
}

void Play::set_language(std::string_view language) {
  reading_ = Reading(*scenario_, language);
  view_ = mot::view(session_, reading_);
}

Result<bool> Play::choose(ResponseIndex response,
                          double seconds,
                          bool timed_out,
                          std::vector<Vote> votes,
                          Confidence confidence) {
  const RoomRecord::Way before = terms_.room ? session_.playthrough().choices : RoomRecord::Way();
  const Result<bool> made = session_.choose(response, seconds, timed_out);
  if (!made) {
    return made;
  }
  if (terms_.room) {
    if (!votes.empty()) {
      room_.vote(before, votes, true);
    }
    room_.reach(session_.playthrough().choices);
  }
  session_.note_votes(std::move(votes));
  session_.note_confidence(confidence);
  if (session_.status() == SessionStatus::ended) {
    ended_ = now_();
  }
  save();
  view_ = mot::view(session_, reading_);
  return true;
}

bool Play::undo() { return !session_.turns().empty() && back_to(session_.turns().size() - 1); }

bool Play::back_to(std::size_t choice) {
  if (!practice() || choice >= session_.turns().size()) {
    return false;
  }
  if (terms_.room) {
    room_.leave(session_.playthrough().choices);
  }
  session_.rewind(choice);
  save();
  view_ = mot::view(session_, reading_);
  return true;
}

const Poll* Play::poll() const {
  return terms_.room ? room_.poll_at(session_.playthrough().choices) : nullptr;
}

void Play::note_poll(std::vector<Vote> votes, bool revealed) {
  if (terms_.room && !votes.empty()) {
    room_.vote(session_.playthrough().choices, std::move(votes), revealed);
    save();
  }
}

// The session at the end of the first branch, which is taken out of `room`.
Result<Session> Play::first_branch(RoomRecord& room) const {
  std::optional<RoomRecord::Way> way = room.take_first();
  if (!way) {
    return refuse("no branch was left");
  }
  Playthrough there = session_.playthrough();
  there.complete = false;
  there.choices = std::move(*way);
  Result<Replay> again = replay(*program_, there);
  if (!again || again->diverged_at) {
    return tl::unexpected(again ? again->why : again.error());
  }
  return std::move(again->session);
}

bool Play::back_to_first_branch() {
  if (!has_first_branch()) {
    return false;
  }
  RoomRecord room = room_;
  room.leave(session_.playthrough().choices);
  Result<Session> there = first_branch(room);
  if (!there) {
    return false;
  }
  session_ = *std::move(there);
  room_ = std::move(room);
  if (session_.status() == SessionStatus::ended && ended_.empty()) {
    ended_ = now_();
  }
  save();
  view_ = mot::view(session_, reading_);
  return true;
}

bool Play::take_away(std::string sentence) {
  takeaway_ = std::move(sentence);
  return save();
}

bool Play::predict(int recommend) {
  prediction_ = recommend;
  return save();
}

bool Play::restart() {
  if (!practice() || terms_.room) {
    return false;
  }
  session_.rewind(0);
  save();
  notice_ = {};
  view_ = mot::view(session_, reading_);
  return true;
}

void Play::restart_room(PlayTerms fresh) {
  room_ = {};
  terms_ = std::move(fresh);
  keeper_ = PlayKeeper(terms_.path);
  session_ = Session(*program_, terms_.seed);
  notice_ = {};
  view_ = mot::view(session_, reading_);
}

bool Play::save() {
  if (terms_.path.empty()) {
    return true;
  }
  return keeper_.save(playthrough()).has_value();
}

PlayNotice Play::save_problem() const {
  return keeper_.healthy() ? PlayNotice{} : PlayNotice{"play.not-saved", {keeper_.cause()}, 0};
}

}  // namespace mot
