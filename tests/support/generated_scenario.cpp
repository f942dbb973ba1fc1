#include "tests/support/generated_scenario.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <initializer_list>
#include <memory>
#include <string>

#include "engine/base/draw.h"

namespace mot {
namespace {

constexpr std::uint32_t kResponses = 4;
constexpr std::int32_t kVariables = 16;
constexpr std::int32_t kNeeds = 8;
/// One in so many responses has a condition, sets a variable, goes on by routes.
constexpr std::uint32_t kOneInHasCondition = 4;
constexpr std::uint32_t kOneInSets = 3;
constexpr std::uint32_t kOneInRoutes = 10;
/// One in so many may be chosen once, uncovers a need.
constexpr std::uint32_t kOneInOnce = 12;
constexpr std::uint32_t kOneInUncovers = 12;
/// One in so many ways on passes by a line, by fate.
constexpr std::uint32_t kOneInLines = 8;
constexpr std::uint32_t kOneInFate = 20;
constexpr std::uint32_t kChoicesAWay = 400;

/// Fills a scenario from its first decision to its ending.
class Generator {
 public:
  Generator(std::uint32_t decisions, std::uint64_t seed) : decisions_(decisions), seed_(seed) {
    scenario_.storage.push_back(names_);
  }

  Scenario make() {
    scenario_.id = "generated";
    scenario_.customer.id = "somebody";
    scenario_.customer.persona.level = {7, 8, 6, 7, 5};
    for (std::int32_t v = 0; v < kVariables; ++v) {
      scenario_.variables.push_back({name(fmt::format("v{}", v)), ValueType::integer, 0});
    }
    for (std::int32_t n = 0; n < kNeeds; ++n) {
      scenario_.needs.push_back({name(fmt::format("n{}", n)), kNoText});
    }
    scenario_.moments.resize(decisions_ + 1);
    scenario_.responses.resize(decisions_ * kResponses);
    for (std::uint32_t d = 0; d < decisions_; ++d) add_decision(d);
    Moment& ending = scenario_.moments[decisions_];
    ending.id = name("the-end");
    ending.kind = MomentKind::ending;
    scenario_.leaves.push_back(
        {code({{OpCode::mood, 0}, {OpCode::constant, -95}, {OpCode::less, 0}}),
         static_cast<MomentIndex>(decisions_)});
    return std::move(scenario_);
  }

 private:
  std::uint32_t random(std::uint32_t n) { return below(draw(seed_, Stream::policy, drawn_++), n); }
  bool one_in(std::uint32_t n) { return random(n) == 0; }
  std::int32_t any_variable() { return static_cast<std::int32_t>(random(kVariables)); }

  std::string_view name(std::string text) { return names_->emplace_back(std::move(text)); }

  CodeRange code(std::initializer_list<Op> ops) {
    const auto first = static_cast<std::uint32_t>(scenario_.code.size());
    scenario_.code.insert(scenario_.code.end(), ops);
    return {first, static_cast<std::uint32_t>(ops.size())};
  }

  CodeRange condition(std::uint32_t d) {
    const auto past_moment = static_cast<std::int32_t>(random(d + 1));
    const auto past_response = static_cast<std::int32_t>(random((d + 1) * kResponses));
    const auto limit = static_cast<std::int32_t>(random(20));
    switch (random(6)) {
      case 0:
        return code(
            {{OpCode::variable, any_variable()}, {OpCode::constant, limit}, {OpCode::less, 0}});
      case 1: return code({{OpCode::visited, past_moment}});
      case 2: return code({{OpCode::chose, past_response}, {OpCode::logical_not, 0}});
      case 3: return code({{OpCode::mood, 0}, {OpCode::constant, -limit}, {OpCode::greater, 0}});
      case 4: return code({{OpCode::knows, static_cast<std::int32_t>(random(kNeeds))}});
      default: break;
    }
    return code({{OpCode::variable, any_variable()},
                 {OpCode::constant, limit},
                 {OpCode::greater_equal, 0},
                 {OpCode::chose, past_response},
                 {OpCode::logical_or, 0}});
  }

  /// A later decision, or the ending; in small scenarios now and then an earlier one.
  MomentIndex later(std::uint32_t d) {
    if (decisions_ < 50 && one_in(4)) return static_cast<MomentIndex>(random(d + 1));
    const std::uint32_t reach = std::max(1U, 2 * decisions_ / kChoicesAWay);
    return static_cast<MomentIndex>(std::min(d + 1 + random(reach), decisions_));
  }

  /// A later decision, perhaps by way of a line or fate.
  MomentIndex way_on(std::uint32_t d) {
    const bool fate = one_in(kOneInFate);
    if (!fate && !one_in(kOneInLines)) return later(d);
    Moment moment;
    moment.id = name(fmt::format("on-{}", scenario_.moments.size()));
    moment.kind = fate ? MomentKind::fate : MomentKind::line;
    if (fate) {
      moment.chance = {static_cast<std::uint32_t>(scenario_.branches.size()), 2};
      scenario_.branches.push_back({3, later(d)});
      scenario_.branches.push_back({1, later(d)});
    } else {
      moment.next = {static_cast<std::uint32_t>(scenario_.routes.size()), 1};
      scenario_.routes.push_back({{}, later(d)});
    }
    scenario_.moments.push_back(moment);
    return static_cast<MomentIndex>(scenario_.moments.size() - 1);
  }

  void add_decision(std::uint32_t d) {
    Moment moment;
    moment.id = name(fmt::format("decision-{}", d));
    moment.kind = MomentKind::decision;
    moment.scored = true;
    moment.weight = static_cast<std::int32_t>(1 + random(3));
    const std::uint32_t first = random(kDimensions);
    const auto second =
        static_cast<std::uint32_t>((first + 1 + random(kDimensions - 1)) % kDimensions);
    for (const std::uint32_t i : {first, second}) {
      moment.stake.at_stake = static_cast<BitSet8>(moment.stake.at_stake | bit(kAllDimensions[i]));
      moment.stake.expected[i].level = scenario_.customer.persona.level[i];
      moment.stake.importance[i] = kDefaultImportance[i];
    }
    moment.responses = {d * kResponses, kResponses};
    for (std::uint32_t i = 0; i < kResponses; ++i) add_response(d, i, moment.stake);
    scenario_.moments[d] = moment;
  }

  void add_response(std::uint32_t d, std::uint32_t i, const Stake& stake) {
    Response& response = scenario_.responses[d * kResponses + i];
    response.id = name(fmt::format("response-{}", i));
    response.moment = static_cast<MomentIndex>(d);
    for (int& rating : response.delivers) rating = static_cast<int>(3 + random(8));
    response.gap = gap(stake, response.delivers);
    // The first is always on offer, so that no way gets stuck.
    if (i > 0 && one_in(kOneInHasCondition)) response.when = condition(d);
    response.once = i > 0 && one_in(kOneInOnce);
    if (one_in(kOneInUncovers)) {
      response.uncovers = {static_cast<std::uint32_t>(scenario_.id_list.size()), 1};
      scenario_.id_list.push_back(static_cast<std::int32_t>(random(kNeeds)));
    }
    if (one_in(kOneInSets)) {
      response.sets = {static_cast<std::uint32_t>(scenario_.assignments.size()), 1};
      const std::int32_t variable = any_variable();
      scenario_.assignments.push_back(
          {variable,
           one_in(2)
               ? code({{OpCode::constant, static_cast<std::int32_t>(random(20))}})
               : code({{OpCode::variable, variable}, {OpCode::constant, 1}, {OpCode::add, 0}})});
    }
    const auto first_route = static_cast<std::uint32_t>(scenario_.routes.size());
    const bool routed = one_in(kOneInRoutes);
    scenario_.routes.resize(first_route + (routed ? 2 : 1));
    response.next = {first_route, routed ? 2U : 1U};
    if (routed) scenario_.routes[first_route] = {condition(d), later(d)};
    const MomentIndex target = way_on(d);
    scenario_.routes[first_route + (routed ? 1 : 0)] = {{}, target};
  }

  std::uint32_t decisions_;
  std::uint64_t seed_;
  std::uint64_t drawn_ = 0;
  Scenario scenario_;
  std::shared_ptr<std::deque<std::string>> names_ = std::make_shared<std::deque<std::string>>();
};

}  // namespace

Scenario generated_scenario(std::uint32_t decisions, std::uint64_t seed) {
  return Generator(decisions, seed).make();
}

}  // namespace mot
