#include "game/cli/play_record.h"

#include <utility>

#include "game/cli/clock.h"

namespace mot {

PlayRecord::PlayRecord(PlayIdentity identity)
    : identity_(std::move(identity)), keeper_(identity_.path) {}

SaveNews PlayRecord::save(const Session& session, std::string_view language) {
  if (!is_recorded()) return SaveNews::none;
  Playthrough playthrough = session.playthrough();
  playthrough.mode = identity_.mode;
  playthrough.learner = identity_.learner;
  playthrough.language = language;
  playthrough.started = identity_.started;
  if (playthrough.complete) playthrough.ended = utc_now();
  const bool was_healthy = keeper_.healthy();
  saved_ = true;
  if (keeper_.save(playthrough)) return was_healthy ? SaveNews::none : SaveNews::works_again;
  return was_healthy ? SaveNews::failed : SaveNews::none;
}

}  // namespace mot
