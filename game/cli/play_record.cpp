#include "game/cli/play_record.h"

#include <utility>

#include "game/cli/clock.h"

namespace mot {

PlayRecord::PlayRecord(PlayIdentity identity)
    : identity_(std::move(identity)), keeper_(identity_.path) {}

SaveNews PlayRecord::save(const Session& session, std::string_view language) {
  if (!is_recorded()) return SaveNews::none;
  playthrough_ = session.playthrough();
  playthrough_.mode = identity_.mode;
  playthrough_.learner = identity_.learner;
  playthrough_.language = language;
  playthrough_.session = identity_.session;
  playthrough_.group = identity_.group;
  playthrough_.started = identity_.started;
  if (playthrough_.complete) playthrough_.ended = utc_now();
  const bool was_healthy = keeper_.healthy();
  saved_ = true;
  if (keeper_.save(playthrough_)) return was_healthy ? SaveNews::none : SaveNews::works_again;
  return was_healthy ? SaveNews::failed : SaveNews::none;
}

}  // namespace mot
