// What stands between a draft and its being published.
#pragma once

#include "game/editor/editor_context.h"

namespace mot {

// Whether `draft` may go out of the text as it stands: it has neither errors nor warnings, as a
// library is held to, and that is known. False: it may not, and `context` says why.
bool may_publish(EditorContext& context);

}  // namespace mot
