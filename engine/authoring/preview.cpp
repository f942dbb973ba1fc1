#include "engine/authoring/preview.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <span>
#include <utility>

#include "engine/customer/satisfaction.h"
#include "engine/encounter/spoken.h"
#include "engine/encounter/step.h"
#include "engine/encounter/view.h"

namespace mot {
namespace {

constexpr std::uint32_t kSeed = 1;

/// What a session with the preview's seed meets.
struct DrawnFate {
  const Program& program;
  std::int32_t operator()(MomentIndex moment, std::int32_t turn, std::int32_t index) const {
    return drawn_branch(program, kSeed, moment, turn, index);
  }
};

class Player {
 public:
  Player(const Program& program, const Reading& reading)
      : program_(program),
        scenario_(program.scenario()),
        reading_(reading),
        state_(program.blank_state()) {}

  PreviewPlay play(const PreviewStart& start, const std::vector<std::string>& choices) {
    set_state(start);
    const MomentIndex first = scenario_.find_moment(start.moment);
    std::vector<SpokenLine> heard;
    follow(program_, state_, first == kNone ? scenario_.start : first, DrawnFate{program_},
           Listener{program_, heard});
    tell(heard);
    for (const std::string& choice : choices) {
      if (!take(choice)) break;
      ++play_.made;
    }
    describe();
    return std::move(play_);
  }

 private:
  void set_state(const PreviewStart& start) {
    if (start.mood) state_.mood = std::clamp(*start.mood, -100, 100);
    for (std::size_t i = 0; i < scenario_.variables.size(); ++i) {
      const auto found = start.variables.find(std::string(scenario_.variables[i].name));
      if (found != start.variables.end()) state_.variables[i] = found->second;
    }
    for (std::size_t m = 0; m < scenario_.moments.size(); ++m) {
      if (start.visited.count(std::string(scenario_.moments[m].id)) != 0)
        set_bit_if_any(state_, program_.visited_slot(static_cast<MomentIndex>(m)));
    }
    for (std::size_t n = 0; n < scenario_.needs.size(); ++n) {
      if (start.known.count(std::string(scenario_.needs[n].id)) != 0)
        set_bit_if_any(state_, program_.need_slot(static_cast<std::int32_t>(n)));
    }
  }

  std::string words_of(ResponseIndex r) const {
    return std::string(reading_.trimmed(scenario_.responses[static_cast<std::size_t>(r)].text));
  }

  void tell(const std::vector<SpokenLine>& lines) {
    for (const SpokenLine& line : lines) {
      const LineView shown = line_view(scenario_, line, reading_);
      if (!shown.text.empty() || !shown.thought.empty())
        play_.lines.push_back({shown.speaker_name, shown.text, shown.thought});
    }
  }

  bool take(const std::string& choice) {
    for (const ResponseIndex offer : offers_in(program_, state_)) {
      if (scenario_.name_of_response(offer) != choice) continue;
      play_.lines.push_back({"", words_of(offer), ""});
      std::vector<SpokenLine> heard;
      step(program_, state_, offer, DrawnFate{program_}, Listener{program_, heard});
      const Response& response = scenario_.responses[static_cast<std::size_t>(offer)];
      if (is_answered(response)) heard.insert(heard.begin(), reply_to(program_, offer, state_));
      tell(heard);
      scored_ = scored_ || scenario_.moments[static_cast<std::size_t>(response.moment)].scored;
      return true;
    }
    return false;
  }

  void describe() {
    for (const ResponseIndex offer : offers_in(program_, state_))
      play_.offers.push_back({scenario_.name_of_response(offer), words_of(offer)});
    play_.place = scenario_.moments[static_cast<std::size_t>(state_.place)].id;
    play_.ended = program_.stop(state_.place).kind == MomentKind::ending;
    play_.mood = state_.mood;
    if (scored_)
      play_.satisfaction =
          satisfaction(own_expectation(scenario_.customer.persona), state_.ledger) / 100.0;
    for (std::size_t i = 0; i < scenario_.variables.size(); ++i)
      play_.variables.push_back({std::string(scenario_.variables[i].name),
                                 scenario_.variables[i].type == ValueType::boolean,
                                 state_.variables[i]});
    for (std::size_t m = 0; m < scenario_.moments.size(); ++m) {
      const std::int32_t slot = program_.visited_slot(static_cast<MomentIndex>(m));
      if (slot >= 0)
        play_.visited.push_back({std::string(scenario_.moments[m].id), bit_of(state_, slot)});
    }
    for (std::size_t n = 0; n < scenario_.needs.size(); ++n) {
      const std::int32_t slot = program_.need_slot(static_cast<std::int32_t>(n));
      if (slot >= 0)
        play_.known.push_back({std::string(scenario_.needs[n].id), bit_of(state_, slot)});
    }
  }

  const Program& program_;
  const Scenario& scenario_;
  const Reading& reading_;
  State state_;
  bool scored_ = false;
  PreviewPlay play_;
};

/// An amount that fits, whatever the number is.
std::int32_t amount_of(std::int32_t number) {
  constexpr std::int32_t kMost = std::numeric_limits<std::int32_t>::max();
  return number < -kMost ? kMost : std::abs(number);
}

/// Takes the numbers of one piece of code for all variables in it, and for one that it is set to.
void take_amounts(const Scenario& scenario,
                  CodeRange range,
                  std::int32_t set,
                  std::vector<std::int32_t>& amounts) {
  const auto code = std::span(scenario.code).subspan(range.first, range.count);
  std::int32_t greatest = 0;
  for (const Op& op : code) {
    if (op.code == OpCode::constant) greatest = std::max(greatest, amount_of(op.argument));
  }
  const auto take = [&](std::int32_t variable) {
    std::int32_t& amount = amounts[static_cast<std::size_t>(variable)];
    amount = std::max(amount, greatest);
  };
  if (set != kNone) take(set);
  for (const Op& op : code) {
    if (op.code == OpCode::variable) take(op.argument);
  }
}

}  // namespace

std::vector<std::int32_t> greatest_amounts(const Scenario& scenario) {
  std::vector<std::int32_t> amounts;
  amounts.reserve(scenario.variables.size());
  for (const Variable& variable : scenario.variables) amounts.push_back(amount_of(variable.start));
  const auto conditions = [&](const auto& list) {
    for (const auto& entry : list) take_amounts(scenario, entry.when, kNone, amounts);
  };
  conditions(scenario.lines);
  conditions(scenario.routes);
  conditions(scenario.responses);
  conditions(scenario.leaves);
  for (const Assignment& set : scenario.assignments)
    take_amounts(scenario, set.value, set.variable, amounts);
  return amounts;
}

PreviewPlay play_preview(const Program& program,
                         const PreviewStart& start,
                         const std::vector<std::string>& choices,
                         const Reading& reading) {
  return Player(program, reading).play(start, choices);
}

}  // namespace mot
