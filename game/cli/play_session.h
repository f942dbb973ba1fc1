// `mot play --session FILE` where FILE is a trainer's session: what is played and how comes from
// there.
#pragma once

#include <tl/expected.hpp>

#include "game/cli/commands.h"

namespace mot {

/// The options as the session fixes them; as they are where `session` names no trainer's session.
/// An exit code where the session cannot be played, said on stderr.
tl::expected<PlayOptions, int> with_training_session(PlayOptions options);

}  // namespace mot
