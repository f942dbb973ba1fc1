#include "engine/scenario/variable_name.h"

#include <algorithm>
#include <array>

#include "engine/scenario/node_reader.h"

namespace mot {

bool is_reserved_name(std::string_view name) {
  constexpr std::array<std::string_view, 10> kReservedNames{
      "and", "or", "not", "true", "false", "mood", "turn", "visited", "chose", "knows"};
  return std::find(kReservedNames.begin(), kReservedNames.end(), name) != kReservedNames.end();
}

bool is_variable_name(std::string_view name) {
  if (name.empty() || name.size() > kMaxIdLength || name[0] < 'a' || name[0] > 'z') return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

}  // namespace mot
