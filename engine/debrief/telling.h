// What a debrief is told from: a session and its scorecard, the scenario's texts and the
// programme's words in the reader's language. Everything else of this folder reads it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/encounter/session.h"
#include "engine/outcome/scorecard.h"
#include "engine/scenario/reading.h"
#include "engine/text/ui_strings.h"

namespace mot {

/// What a wording is drawn for, so that two sentences of one debrief draw apart.
enum class Wording : std::uint64_t {
  survey,
  facet,
  friend_opens,
  friend_quotes,
  friend_concedes,
  friend_ends,
  post_opens,
  post_waits,
  post_ends,
  manager_opens,
  manager_ends,
  prediction,
  reason,
  tip,
};

/// Borrows everything it is made of.
struct Telling {
  const Session& session;
  const Scorecard& card;
  const Reading& reading;
  const UiStrings& words;

  const Scenario& scenario() const { return session.scenario(); }
  const Moment& moment(MomentIndex m) const {
    return scenario().moments[static_cast<std::size_t>(m)];
  }
  const Response& response(ResponseIndex r) const {
    return scenario().responses[static_cast<std::size_t>(r)];
  }
  std::string text(TextId id) const { return std::string(reading.trimmed(id)); }
  /// A word of the format: ("dimension", "empathy") → the text of "dimension.empathy".
  std::string word(std::string_view group, std::string_view name) const;
  /// The moment's touchpoint, else "Choice 3".
  std::string title_of(std::size_t choice) const;
  /// The response as it is quoted: in quotation marks where it is said, in brackets where it is
  /// done.
  std::string quoted(const Response& response) const;

  /// One of the wordings `prefix.1`, `prefix.2` …: drawn from the seed and from how the encounter
  /// ended, so that it is the same again for the same playthrough. `turn` moves on to another one.
  std::string wording(std::string_view prefix, Wording what, std::size_t turn = 0) const {
    return wording(prefix, what, turn, {});
  }
  std::string wording(std::string_view prefix,
                      Wording what,
                      std::size_t turn,
                      UiStrings::Values values) const;
};

}  // namespace mot
