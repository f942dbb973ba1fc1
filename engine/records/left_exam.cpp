#include "engine/records/left_exam.h"

#include <algorithm>
#include <utility>

namespace mot {

std::optional<KeptPlay> left_exam(const std::vector<KeptPlay>& plays, const ExamOf& whose) {
  const auto newest = std::find_if(plays.begin(), plays.end(), [&](const KeptPlay& kept) {
    const Playthrough& play = kept.playthrough;
    return play.mode == PlayMode::exam && play.scenario == whose.scenario &&
           play.learner == whose.learner && play.session == whose.session;
  });
  if (newest == plays.end() || newest->playthrough.complete || newest->playthrough.broken_off) {
    return std::nullopt;
  }
  return *newest;
}

Result<KeptPlay> break_off(KeptPlay kept, std::string_view now) {
  kept.playthrough.broken_off = true;
  kept.playthrough.ended = now;
  const Result<bool> saved = PlayKeeper(kept.path).save(kept.playthrough);
  if (!saved) return tl::unexpected(saved.error());
  return kept;
}

}  // namespace mot
