// How it felt: what the customer remembers, writes in the survey, tells a friend, posts, and writes
// to the manager. Made of the ledger of expectations: the peak, the end, the dimension that weighed
// most in each. Implements docs/model.md 2 (what is remembered) in words.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/debrief/telling.h"
#include "engine/debrief/timeline.h"

namespace mot {

/// To whom the customer speaks after the encounter.
enum class Audience : std::uint8_t { friends, post, manager };
inline constexpr std::array<std::string_view, 3> kAudienceNames{"friend", "post", "manager"};

/// What the customer says to one of them.
struct Echo {
  Audience audience = Audience::friends;
  std::string text;
};

/// The customer's voice. Figures are empty where the encounter has no ending or nothing scored.
struct CustomersVoice {
  /// Hundredths; 0 … 10.
  std::optional<int> satisfaction;
  std::optional<int> recommend;
  std::optional<Category> category;
  /// The comment in the survey; empty without an answer.
  std::string comment;
  /// The scenario's author wrote it; else it is made from the ledger.
  bool by_author = false;
  /// What stays: a sentence on the peak and one on the end; one where they are the same moment.
  std::vector<std::string> remembers;
  std::vector<Echo> echoes;
  /// What the trainee had predicted, 0 … 10, and what that says; empty where nothing was predicted.
  std::optional<int> predicted;
  std::string prediction_text;
};

/// The customer's voice after a session. `predicted` is −1 where nothing was predicted.
CustomersVoice customers_voice(const Telling& telling, const Timeline& timeline, int predicted);

}  // namespace mot
