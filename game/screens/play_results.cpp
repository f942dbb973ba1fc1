#include "game/screens/play_results.h"

#include <chrono>
#include <utility>

#include "engine/encounter/view.h"
#include "engine/outcome/scorecard.h"

namespace mot {

PlayResults::PlayResults(const std::string& folder, std::string learner)
    : learner_(std::move(learner)),
      coming_(std::async(std::launch::async, [folder] { return list_plays(folder); })) {}

bool PlayResults::step(const Find& find) {
  if (!read_) {
    if (coming_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
      return false;
    }
    plays_ = coming_.get();
    read_ = true;
    return true;
  }
  if (next_ == plays_.size()) {
    return false;
  }
  KeptPlay& play = plays_[next_];
  // Nobody's own, or somebody else's.
  if (play.playthrough.room || play.playthrough.learner != learner_) {
    ++next_;
    return true;
  }
  const std::string id = play.playthrough.scenario;
  const auto program = program_of(find, id);
  if (!program) {
    return false;
  }
  ++next_;
  if (*program != nullptr) {
    look_at(**program, play, results_.find(id) == results_.end());
  }
  return true;
}

std::optional<const Program*> PlayResults::program_of(const Find& find, const std::string& id) {
  const auto known = programs_.find(id);
  if (known != programs_.end()) {
    return known->second.program.get();
  }
  const auto found = find(id);
  if (!found) {
    return std::nullopt;
  }
  Compiled compiled;
  if (*found) {
    compiled = {*found, std::make_unique<Program>(**found)};
  }
  return programs_.emplace(id, std::move(compiled)).first->second.program.get();
}

void PlayResults::look_at(const Program& program, KeptPlay& play, bool newest) {
  ScenarioResults& results = results_[play.playthrough.scenario];
  if (newest) {
    results.newest = play.playthrough.started;
  }
  const bool newest_exam = play.playthrough.mode == PlayMode::exam &&
                           results.exams.emplace(play.playthrough.session, std::nullopt).second;
  const Result<Replay> again = replay(program, play.playthrough);
  if (!again) {
    return;
  }
  const Session& session = again->session;
  const bool changed = again->diverged_at.has_value() || again->content_changed;
  if (session.status() == SessionStatus::ended && !changed) {
    const Scorecard card = score(session);
    if (!card.satisfaction || !card.recommend) {
      return;
    }
    FinishedPlay finished{std::move(play), *card.satisfaction, *card.recommend};
    if (!results.best || results.best->satisfaction < finished.satisfaction) {
      results.best = finished;
    }
    if (!results.latest) {
      results.latest = std::move(finished);
    }
  } else if (!play.playthrough.complete && !play.playthrough.broken_off &&
             session.status() == SessionStatus::waiting && !session.turns().empty()) {
    const EncounterView shown = view(session, Reading(program.scenario(), ""));
    UnfinishedPlay unfinished{play, shown.stage, static_cast<int>(shown.stages.size()),
                              static_cast<int>(session.turns().size())};
    if (newest_exam) {
      results.exams[play.playthrough.session] = unfinished;
    }
    if (newest) {
      results.unfinished = std::move(unfinished);
    }
  }
}

const ScenarioResults& PlayResults::of(std::string_view scenario) const {
  static const ScenarioResults kNothing;
  const auto found = results_.find(scenario);
  return found == results_.end() ? kNothing : found->second;
}

std::string PlayResults::to_continue() const {
  std::string best;
  std::string newest;
  for (const auto& [id, results] : results_) {
    if (results.unfinished && (best.empty() || results.newest > newest)) {
      best = id;
      newest = results.newest;
    }
  }
  return best;
}

}  // namespace mot
