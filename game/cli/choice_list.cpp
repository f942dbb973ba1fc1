#include "game/cli/choice_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "engine/base/trim.h"

namespace mot {
Result<bool> choose_all(Session& session, std::string_view list) {
  if (trimmed(list).empty()) return true;
  for (std::size_t number = 1;; ++number) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const Result<bool> made = session.choose(trimmed(list.substr(0, comma)));
    if (!made) return refuse(fmt::format("choice {}: {}", number, made.error().message));
    if (comma == list.size()) return true;
    list.remove_prefix(comma + 1);
  }
}

}  // namespace mot
