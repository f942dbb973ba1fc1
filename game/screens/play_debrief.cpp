#include "game/screens/play_debrief.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "engine/analysis/background_solver.h"
#include "engine/records/play_folder.h"
#include "engine/scenario/glance.h"

namespace mot {
namespace {

constexpr std::size_t kMostOthers = 6;

PlayAnalysis analysis_in(SolvedScenario* solved, const Session& session) {
  if (solved == nullptr) {
    return {};
  }
  Solution& solution = solved->solution;
  return {solved_play(solution, session),
          {solution.bounds(Aim::best), solution.bounds(Aim::worst)}};
}

// Nothing where the attempt does not fit the scenario as it is now, or has no ending.
std::optional<OtherAttempt> other_attempt(SolvedScenario* solved,
                                          const Program& program,
                                          const Playthrough& played) {
  Result<Replay> again = replay(program, played);
  if (!again || again->diverged_at || again->content_changed ||
      again->session.status() != SessionStatus::ended) {
    return std::nullopt;
  }
  OtherAttempt other{played, std::move(again->session), {}, {}};
  other.analysis = analysis_in(solved, other.session);
  other.card = score(other.session, other.analysis.play ? &other.analysis.play->session : nullptr);
  return other;
}

}  // namespace

PlayDebrief::PlayDebrief(GameContext& context, std::shared_ptr<Play> play)
    : context_(context), play_(std::move(play)) {
  context_.solver().want(play_->shared_scenario());
  say();
}

// Once the solver is done, looks at everything with what it found. True when that begins.
bool PlayDebrief::begin() {
  std::shared_ptr<SolvedScenario> solved = context_.solver().solved();
  if (!solved && context_.solver().working()) {
    return false;
  }
  if (solved && solved->scenario != play_->shared_scenario()) {
    solved = nullptr;
  }
  coming_ = std::async(std::launch::async, [play = play_, folder = context_.plays_folder(),
                                            solved] { return find_out(play, folder, solved); });
  return true;
}

PlayDebrief::Known PlayDebrief::find_out(const std::shared_ptr<Play>& play,
                                         const std::string& folder,
                                         const std::shared_ptr<SolvedScenario>& solved) {
  const Program& program = play->program();
  Known known{analysis_in(solved.get(), play->session()), {}, {}};
  const auto add = [&](const Playthrough& played, bool is_original) {
    if (auto other = other_attempt(solved.get(), program, played)) {
      other->is_original = is_original;
      known.others.push_back(*std::move(other));
    }
  };
  if (play->original()) {
    add(play->original()->playthrough(), true);
  }
  const std::string original = play->original() ? play->original()->terms().path : std::string();
  for (const KeptPlay& kept : list_plays(folder)) {
    const Playthrough& played = kept.playthrough;
    if (!played.complete || played.room || played.learner != play->terms().learner) {
      continue;
    }
    known.finished.push_back(played.scenario);
    const bool other = kept.path != play->terms().path && kept.path != original;
    if (other && played.scenario == program.scenario().id && known.others.size() < kMostOthers) {
      add(played, false);
    }
  }
  return known;
}

bool PlayDebrief::step() {
  begun_ = begun_ || begin();
  if (!coming_.valid() || coming_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
    return false;
  }
  Known known = coming_.get();
  analysis_ = std::move(known.analysis);
  others_ = std::move(known.others);
  next_.finished = std::move(known.finished);
  say();
  return true;
}

void PlayDebrief::say() {
  play_->set_language(context_.language());
  next_.library = glance_at_library(context_.library(), context_.language());
  const Scorecard card =
      score(play_->session(), analysis_.play ? &analysis_.play->session : nullptr);
  debrief_ = debrief_of(play_->session(), card, analysis_, play_->playthrough());
  if (working()) {
    // It is not too large: nobody knows yet.
    std::erase_if(debrief_.notices, [](const DebriefNotice& notice) {
      return notice.kind == DebriefNotice::Kind::not_exact;
    });
  }
  beside_whom_.reset();
}

Debrief PlayDebrief::debrief_of(const Session& session,
                                const Scorecard& card,
                                const PlayAnalysis& analysis,
                                const Playthrough& playthrough) const {
  std::vector<Scorecard> earlier;
  for (const OtherAttempt& other : others_) {
    if (&other.session != &session && other.playthrough.started <= playthrough.started) {
      earlier.push_back(other.card);
    }
  }
  return mot::debrief({session, card, analysis, play_->reading(), context_.words(), playthrough,
                       nullptr, std::move(earlier), next_});
}

const PlayDebrief::Beside& PlayDebrief::beside(std::size_t other) {
  if (beside_whom_ != other) {
    const OtherAttempt& attempt = others_[other];
    beside_.other =
        debrief_of(attempt.session, attempt.card, attempt.analysis, attempt.playthrough);
    beside_.comparison = compare(beside_.other, debrief_, true);
    beside_whom_ = other;
  }
  return beside_;
}

std::string PlayDebrief::last_takeaway() const {
  for (const OtherAttempt& other : others_) {
    if (!other.playthrough.takeaway.empty()) {
      return other.playthrough.takeaway;
    }
  }
  return {};
}

}  // namespace mot
