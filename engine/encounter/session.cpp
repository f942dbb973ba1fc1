#include "engine/encounter/session.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "engine/base/draw.h"
#include "engine/encounter/spoken.h"
#include "engine/encounter/step.h"

namespace mot {
namespace {

const Moment& moment_at(const Scenario& scenario, MomentIndex m) {
  return scenario.moments[static_cast<std::size_t>(m)];
}

const Response& response_at(const Scenario& scenario, ResponseIndex r) {
  return scenario.responses[static_cast<std::size_t>(r)];
}

}  // namespace

SessionStatus status_in(const Program& program, const State& state) {
  if (program.stop(state.place).kind == MomentKind::ending) return SessionStatus::ended;
  if (state.turn >= kMaxTurns) return SessionStatus::exhausted;
  return program.offers(state.place, state) == 0 ? SessionStatus::stuck : SessionStatus::waiting;
}

std::vector<ResponseIndex> offers_in(const Program& program, const State& state) {
  std::vector<ResponseIndex> offers;
  if (status_in(program, state) != SessionStatus::waiting) return offers;
  const Range choices = program.stop(state.place).range;
  const std::uint32_t on_offer = program.offers(state.place, state);
  for (std::uint32_t i = 0; i < choices.count; ++i) {
    if (((on_offer >> i) & 1U) != 0) {
      offers.push_back(static_cast<ResponseIndex>(choices.first + i));
    }
  }
  return offers;
}

std::vector<ResponseIndex> in_shown_order(const Scenario& scenario,
                                          std::uint32_t seed,
                                          std::vector<ResponseIndex> offers) {
  if (offers.empty()) return offers;
  const MomentIndex m = response_at(scenario, offers.front()).moment;
  const Moment& moment = moment_at(scenario, m);
  if (!moment.shuffle) return offers;
  std::vector<ResponseIndex> order(moment.responses.count);
  std::iota(order.begin(), order.end(), static_cast<ResponseIndex>(moment.responses.first));
  for (std::size_t i = order.size() - 1; i > 0; --i) {
    const std::uint64_t bits = draw(seed, Stream::order, static_cast<std::uint64_t>(m), i);
    std::swap(order[i], order[below(bits, static_cast<std::uint32_t>(i + 1))]);
  }
  std::erase_if(order, [&offers](ResponseIndex r) {
    return std::find(offers.begin(), offers.end(), r) == offers.end();
  });
  return order;
}

/// Where a session's fate comes from: the recorded branches of a replay, then the seed.
class Session::FateSource {
 public:
  explicit FateSource(std::uint32_t seed) : seed_(seed) {}
  FateSource(std::uint32_t seed, const std::vector<std::int32_t>& recorded)
      : seed_(seed), recorded_(&recorded) {}

  std::int32_t branch(const Program& program,
                      MomentIndex moment,
                      std::int32_t turn,
                      std::int32_t index) const {
    const auto i = static_cast<std::size_t>(index);
    if (recorded_ != nullptr && i < recorded_->size()) {
      const std::int32_t recorded = (*recorded_)[i];
      const auto branches = static_cast<std::int32_t>(program.stop(moment).range.count);
      if (recorded >= 0 && recorded < branches) return recorded;
    }
    return drawn_branch(program, seed_, moment, turn, index);
  }

 private:
  std::uint32_t seed_;
  const std::vector<std::int32_t>* recorded_ = nullptr;
};

Session::Session(const Program& program, std::uint32_t seed) : program_(&program), seed_(seed) {
  start(FateSource(seed));
}

void Session::start(FateSource fate) {
  state_ = program_->blank_state();
  opening_.clear();
  opening_fate_.clear();
  turns_.clear();
  const auto keep = [&](MomentIndex moment, std::int32_t turn, std::int32_t index) {
    return opening_fate_.emplace_back(fate.branch(*program_, moment, turn, index));
  };
  begin(*program_, state_, keep, Listener{*program_, opening_});
}

void Session::apply(ResponseIndex response, double seconds, bool timed_out, FateSource fate) {
  Turn turn;
  turn.response = response;
  turn.seconds = seconds;
  turn.timed_out = timed_out;
  turn.offers = offers();
  turn.before = state_;
  const auto keep = [&](MomentIndex moment, std::int32_t number, std::int32_t index) {
    return turn.fate.emplace_back(fate.branch(*program_, moment, number, index));
  };
  // The reply is shown first but chosen last, so that its conditions see the new state.
  const bool answered = is_answered(response_at(scenario(), response));
  if (answered) turn.lines.emplace_back();
  step(*program_, state_, response, keep, Listener{*program_, turn.lines});
  if (answered) turn.lines.front() = reply_to(*program_, response, state_);
  turn.after = state_;
  turns_.push_back(std::move(turn));
}

std::vector<ResponseIndex> Session::shown_offers() const {
  return in_shown_order(scenario(), seed_, offers());
}

namespace {

std::string joined_offers(const Session& session) {
  std::string names;
  for (const ResponseIndex r : session.offers()) {
    if (!names.empty()) names += ", ";
    names += response_at(session.scenario(), r).id;
  }
  return names;
}

/// Why no choice can be made at all, or nothing.
std::optional<Refusal> why_over(const Session& session) {
  const std::string place(moment_at(session.scenario(), session.state().place).id);
  switch (session.status()) {
    case SessionStatus::waiting: return std::nullopt;
    case SessionStatus::ended:
      return Refusal{fmt::format("the encounter has ended, at '{}'", place),
                     "refused.has-ended",
                     {{"place", place}}};
    case SessionStatus::stuck:
      return Refusal{fmt::format("the encounter is over: at '{}' no response is on offer", place),
                     "refused.is-stuck",
                     {{"place", place}}};
    case SessionStatus::exhausted: break;
  }
  const std::string count = std::to_string(kMaxTurns);
  return Refusal{fmt::format("the encounter is over: {} choices were made", count),
                 "refused.exhausted",
                 {{"count", count}}};
}

tl::unexpected<Refusal> refuse_elsewhere(std::string name, std::string place) {
  std::string message = fmt::format("'{}': the encounter is at '{}'", name, place);
  return refuse("refused.elsewhere", {{"name", std::move(name)}, {"place", std::move(place)}},
                std::move(message));
}

/// Finds a choice by name and says why it cannot be made. Looks only at the place the session is
/// at, so that replaying is quick.
Result<ResponseIndex> find_choice(const Session& session, std::string_view name) {
  const Scenario& scenario = session.scenario();
  if (std::optional<Refusal> why = why_over(session)) return tl::unexpected(std::move(*why));
  const std::string full(name);
  const std::size_t dot = name.find('.');
  if (dot == std::string_view::npos) {
    return refuse("refused.choice-form", {{"name", full}},
                  fmt::format("'{}' is not of the form moment.response", name));
  }
  const std::string_view moment_id = name.substr(0, dot);
  const std::string_view response_id = name.substr(dot + 1);
  const Moment& place = moment_at(scenario, session.state().place);
  if (place.id != moment_id) {
    if (scenario.find_moment(moment_id) == kNone) {
      return refuse(
          "refused.no-moment",
          {{"name", full}, {"moment", std::string(moment_id)}, {"place", std::string(place.id)}},
          fmt::format("'{}': there is no moment '{}'; the encounter is at '{}'", name, moment_id,
                      place.id));
    }
    return refuse_elsewhere(full, std::string(place.id));
  }
  for (std::uint32_t i = 0; i < place.responses.count; ++i) {
    const auto r = static_cast<ResponseIndex>(place.responses.first + i);
    if (response_at(scenario, r).id == response_id) return r;
  }
  const std::string offers = joined_offers(session);
  return refuse("refused.no-response", {{"name", full}, {"offers", offers}},
                fmt::format("'{}': there is no such response; on offer are {}", name, offers));
}

}  // namespace

Result<bool> Session::choose(ResponseIndex response, double seconds, bool timed_out) {
  if (std::optional<Refusal> why = why_over(*this)) return tl::unexpected(std::move(*why));
  if (response < 0 || static_cast<std::size_t>(response) >= scenario().responses.size()) {
    return refuse(fmt::format("there is no response number {}", response));
  }
  const Response& chosen = response_at(scenario(), response);
  if (chosen.moment != state_.place) {
    return refuse_elsewhere(scenario().name_of_response(response),
                            std::string(moment_at(scenario(), state_.place).id));
  }
  if (!program_->offered(response, state_)) {
    const std::string name = scenario().name_of_response(response);
    const std::string offers = joined_offers(*this);
    return refuse("refused.not-offered", {{"name", name}, {"offers", offers}},
                  fmt::format("'{}' is not on offer now; on offer are {}", name, offers));
  }
  apply(response, seconds, timed_out, FateSource(seed_));
  return true;
}

Result<bool> Session::choose(std::string_view name, double seconds, bool timed_out) {
  const Result<ResponseIndex> found = find_choice(*this, name);
  if (!found) return tl::unexpected(found.error());
  return choose(*found, seconds, timed_out);
}

void Session::rewind(std::size_t turns) {
  if (turns >= turns_.size()) return;
  state_ = turns_[turns].before;
  turns_.resize(turns);
}

Playthrough Session::playthrough() const {
  Playthrough played;
  played.scenario = scenario().id;
  played.content = program_->content();
  played.seed = seed_;
  played.opening_fate = opening_fate_;
  played.complete = status() == SessionStatus::ended;
  played.choices.reserve(turns_.size());
  for (const Turn& turn : turns_) {
    played.choices.push_back({scenario().name_of_response(turn.response), turn.seconds,
                              turn.timed_out, turn.fate, turn.confidence, turn.votes});
  }
  return played;
}

/// Replays with access to a session's own steps.
struct Replayer {
  Replay replay;
  const Playthrough& played;
  /// Written by hand: fate may be left out.
  bool lenient = false;

  /// Why recorded fate is not what the way met after a choice, or before the first where `choice`
  /// is empty; nothing where it is.
  std::optional<Refusal> misfit(const std::vector<std::int32_t>& recorded,
                                const std::vector<std::int32_t>& met,
                                const std::string& choice) const {
    if (lenient && recorded.size() < met.size() &&
        std::equal(recorded.begin(), recorded.end(), met.begin())) {
      return std::nullopt;
    }
    if (recorded == met) return std::nullopt;
    const std::string when =
        choice.empty() ? std::string("before it,") : fmt::format("after '{}'", choice);
    const std::string key = choice.empty() ? "refused.fate-first" : "refused.fate-after";
    if (recorded.size() == met.size())
      return Refusal{
          when + " fate took a branch there that is gone", key + "-gone", {{"name", choice}}};
    const std::string then = std::to_string(recorded.size());
    const std::string now = std::to_string(met.size());
    return Refusal{fmt::format("{} fate decided {} times there, now {} times", when, then, now),
                   key + "-times",
                   {{"name", choice}, {"then", then}, {"now", now}}};
  }

  bool diverge(std::size_t choice, Refusal why) {
    replay.diverged_at = choice;
    replay.reason = why.message;
    replay.why = std::move(why);
    return false;
  }

  bool begin() {
    Session& session = replay.session;
    session.start(Session::FateSource(played.seed, played.opening_fate));
    std::optional<Refusal> why = misfit(played.opening_fate, session.opening_fate(), {});
    return !why || diverge(0, std::move(*why));
  }

  bool choose(std::size_t i) {
    Session& session = replay.session;
    const PlayedChoice& choice = played.choices[i];
    const Result<ResponseIndex> response = find_choice(session, choice.choice);
    if (!response) return diverge(i, response.error());
    if (!session.program().offered(*response, session.state())) {
      return diverge(i, {fmt::format("'{}' is not on offer any more", choice.choice),
                         "refused.no-longer-offered",
                         {{"name", choice.choice}}});
    }
    session.apply(*response, choice.seconds, choice.timed_out,
                  Session::FateSource(played.seed, choice.fate));
    session.note_confidence(choice.confidence);
    session.note_votes(choice.votes);
    std::optional<Refusal> why = misfit(choice.fate, session.turns().back().fate, choice.choice);
    if (!why) return true;
    session.rewind(i);
    return diverge(i, std::move(*why));
  }
};

Result<Replay> replay(const Program& program, const Playthrough& playthrough) {
  if (playthrough.scenario != program.scenario().id) {
    const std::string wanted(program.scenario().id);
    return refuse(
        "refused.other-scenario", {{"scenario", playthrough.scenario}, {"wanted", wanted}},
        fmt::format("this is a playthrough of '{}', not of '{}'", playthrough.scenario, wanted));
  }
  if (playthrough.model > kModelVersion) {
    return refuse(
        "refused.newer-model",
        {{"version", std::to_string(playthrough.model)}, {"newest", std::to_string(kModelVersion)}},
        fmt::format("this playthrough was made with version {} of the model; this "
                    "program knows versions up to {}",
                    playthrough.model, kModelVersion));
  }
  const bool known = !playthrough.content.empty();
  Replayer replayer{{Session(program, playthrough.seed), {}, {}, {}, false}, playthrough, !known};
  replayer.replay.content_changed = known && playthrough.content != program.content();
  bool fits = replayer.begin();
  for (std::size_t i = 0; fits && i < playthrough.choices.size(); ++i) fits = replayer.choose(i);
  if (fits && playthrough.complete && replayer.replay.session.status() != SessionStatus::ended) {
    replayer.diverge(playthrough.choices.size(),
                     {"it ended there, now it goes on", "refused.goes-on", {}});
  }
  return std::move(replayer.replay);
}

}  // namespace mot
