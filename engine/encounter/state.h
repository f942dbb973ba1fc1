// Where an encounter stands: small, integer, comparable. Changed only by step.h.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/customer/memory.h"
#include "engine/scenario/model.h"

namespace mot {

/// Choices after which an encounter stops as not finished.
inline constexpr std::int32_t kMaxTurns = 500;

/// Everything the rest of an encounter depends on.
struct State {
  /// A decision or an ending.
  MomentIndex place = kNone;
  /// Choices made.
  std::int32_t turn = 0;
  /// −100 … 100.
  std::int32_t mood = 0;
  /// What scoring needs of the past; no condition reads it.
  Ledger ledger;
  /// Current values, by variable.
  std::vector<std::int32_t> variables;
  /// One bit for each visit, choice, need and leave that something asks about; the slots are
  /// Program's.
  std::vector<std::uint64_t> bits;

  friend bool operator==(const State&, const State&) = default;
};

}  // namespace mot
