// PlayScreen: how a room votes, and the ways back.
#include <utility>

#include "game/stage/play_stage.h"

namespace mot {

// A room counts anew, or goes on where it stood when it was here before.
void PlayScreen::begin_vote() {
  vote_.begin(play_->view().offers.size());
  const Poll* poll = play_->poll();
  if (poll == nullptr) {
    return;
  }
  std::vector<int> counts(play_->view().offers.size(), 0);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto response = static_cast<std::size_t>(play_->view().offers[i].response);
    for (const Vote& vote : poll->votes) {
      counts[i] += vote.response == play_->scenario().responses[response].id ? vote.count : 0;
    }
  }
  vote_.resume(counts, poll->revealed);
}

// What was counted so far goes into the record before the room goes elsewhere.
void PlayScreen::keep_vote() {
  if (room() && phase_ == Phase::choosing) {
    play_->note_poll(votes(), vote_.revealed());
  }
}

void PlayScreen::reveal_split() {
  if (vote_.revealed()) {
    panel_.turn_words();
  } else {
    vote_.reveal();
    keep_vote();
  }
  fresh_ = true;
}

// How the room voted, in the order shown; nothing where nobody did.
std::vector<Vote> PlayScreen::votes() const {
  std::vector<Vote> votes;
  if (!room() || vote_.total() == 0) {
    return votes;
  }
  for (std::size_t i = 0; i < panel_.count(); ++i) {
    const auto response = static_cast<std::size_t>(panel_.offer(i).response);
    votes.push_back({std::string(play_->scenario().responses[response].id), vote_.counts()[i]});
  }
  return votes;
}

void PlayScreen::undo() {
  keep_vote();
  if (play_->undo()) {
    begin(true);
  }
}

// From the list of what was said, before any of the choices.
void PlayScreen::back_to(std::size_t choice) {
  keep_vote();
  if (play_->back_to(choice)) {
    begin(true);
  }
}

// A room has seen what the other branch comes to.
void PlayScreen::back_to_first_branch() {
  keep_vote();
  if (!play_->back_to_first_branch()) {
    return;
  }
  if (play_->finished()) {
    context_->record(*play_);
  }
  begin(true);
}

void PlayScreen::restart() {
  if (room()) {
    keep_vote();
    PlayTerms fresh = play_->terms();
    fresh.started = context_->now();
    if (!fresh.path.empty()) {
      fresh.path =
          new_play_path(context_->plays_folder(), play_->scenario().id, fresh.started, fresh.seed);
    }
    play_->restart_room(std::move(fresh));
  } else if (!play_->restart()) {
    return;
  }
  show_play_notice_ = false;
  begin(false);
}

}  // namespace mot
