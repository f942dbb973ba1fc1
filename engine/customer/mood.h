// Mood: what faces and conditions see, −100 … 100. Implements docs/model.md 5.
#pragma once

#include "engine/customer/dimensions.h"

namespace mot {

/// Mood after a scored moment with this gap (hundredths): (7·mood + 3·clamp(D/3, ±100))/10, one
/// exact rounding, half away from zero [F]. Example: mood 0, gap 100 → 10.
int mood_after(int mood, int gap);

/// The face where a line names none: ≥ 30 delighted, ≥ 10 pleased, > −10 neutral, > −40 annoyed,
/// else angry.
Feeling face_of_mood(int mood);

}  // namespace mot
