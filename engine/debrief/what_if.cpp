#include "engine/debrief/what_if.h"

#include <fmt/format.h>

#include <utility>

namespace mot {

Result<Session> back_to(const Session& session, std::size_t choice) {
  if (choice >= session.turns().size()) {
    return refuse(
        fmt::format("there is no choice {}: {} were made", choice + 1, session.turns().size()));
  }
  Session other = session;
  other.rewind(choice);
  return other;
}

Result<Session> what_if(const Session& session, std::size_t choice, ResponseIndex response) {
  Result<Session> other = back_to(session, choice);
  if (!other) return other;
  if (const Result<bool> made = other->choose(response); !made) {
    return refuse(made.error().message);
  }
  return other;
}

}  // namespace mot
