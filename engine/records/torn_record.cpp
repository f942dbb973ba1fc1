#include "engine/records/torn_record.h"

#include <initializer_list>

#include "engine/base/json.h"

namespace mot {

bool names_learner(std::string_view text, const std::string& learner) {
  const std::string name = Json(learner).dump(-1);
  for (const std::string_view key : {"\"learner\":", "\"learner\": "}) {
    if (text.find(std::string(key) + name) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace mot
