// The two parts of a choice's name, `moment.response`.
#pragma once

#include <string_view>

#include "engine/encounter/playthrough.h"

namespace mot {

inline std::string_view moment_of(const PlayedChoice& choice) {
  return std::string_view(choice.choice).substr(0, choice.choice.find('.'));
}
inline std::string_view response_of(const PlayedChoice& choice) {
  return std::string_view(choice.choice).substr(choice.choice.find('.') + 1);
}

}  // namespace mot
