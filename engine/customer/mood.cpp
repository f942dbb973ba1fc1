// docs/model.md 5.
#include "engine/customer/mood.h"

namespace mot {

Feeling face_of_mood(int mood) {
  if (mood >= 30) return Feeling::delighted;
  if (mood >= 10) return Feeling::pleased;
  if (mood > -10) return Feeling::neutral;
  if (mood > -40) return Feeling::annoyed;
  return Feeling::angry;
}

}  // namespace mot
