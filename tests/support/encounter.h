// Scenarios for tests, written as in a file: an Encounter is one, loaded and compiled.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/encounter/program.h"
#include "engine/encounter/session.h"
#include "engine/encounter/view.h"
#include "engine/scenario/model.h"

namespace mot::test {

/// A scenario from a text in memory. Throws with the findings where it has errors.
std::shared_ptr<const Scenario> scenario_of(const std::string& yaml);

/// A decision `a` on the phone, with stage `first`, where empathy is expected: its entry in
/// `moments`, up to and with these responses, one a line ("{ id: …, … }").
std::string call_moment(std::initializer_list<std::string_view> responses);

/// A body of that moment and an ending: `good` delivers so much empathy, `bad` 2.
std::string one_call(int delivered = 10, const std::string& good = "good");

/// A scenario and its program, and a session of it at hand.
class Encounter {
 public:
  /// `body` follows a plain header: id `test`, a customer who expects 8 of everything, stages
  /// `first`, `second`, `third`. Keys that it gives itself go before the header's.
  explicit Encounter(std::string_view body);
  /// A whole scenario.
  static Encounter whole(const std::string& yaml) { return Encounter(scenario_of(yaml)); }

  const Scenario& scenario() const { return *scenario_; }
  const Program& program() const { return *program_; }
  Session begin(std::uint32_t seed = 1) const { return Session(*program_, seed); }
  /// A session after these choices. Throws where one is refused.
  Session play(std::initializer_list<std::string_view> choices, std::uint32_t seed = 1) const;

  MomentIndex moment(std::string_view id) const { return scenario_->find_moment(id); }
  ResponseIndex response(std::string_view name) const { return scenario_->find_response(name); }

 private:
  explicit Encounter(std::shared_ptr<const Scenario> scenario);
  std::shared_ptr<const Scenario> scenario_;
  std::shared_ptr<const Program> program_;
};

/// The id of the moment a session is at.
std::string_view place(const Session& session);
/// Ids of the responses on offer, in the file's order, separated by spaces.
std::string offers(const Session& session);
/// The texts shown since the last choice, separated by " | ".
std::string lines(const Session& session);
/// The value of a variable.
std::int32_t variable(const Session& session, std::string_view name);
/// Makes a choice; throws where it is refused.
void choose(Session& session, std::string_view name);

}  // namespace mot::test
