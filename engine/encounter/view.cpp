#include "engine/encounter/view.h"

#include "engine/customer/mood.h"
#include "engine/customer/persona.h"
#include "engine/customer/satisfaction.h"

namespace mot {
namespace {

const Moment& moment_at(const Scenario& scenario, MomentIndex m) {
  return scenario.moments[static_cast<std::size_t>(m)];
}

std::string path_of(const Scenario& scenario, std::string_view file) {
  if (file.empty() || scenario.folder.empty() || scenario.folder == ".") return std::string(file);
  return scenario.folder + "/" + std::string(file);
}

std::string_view scene_of(const Scenario& scenario, const Moment& moment) {
  return moment.scene.empty() ? scenario.scene : moment.scene;
}

/// The lines shown since the choice before `turns`.
const std::vector<SpokenLine>& lines_at(const Session& session, std::size_t turns) {
  return turns == 0 ? session.opening() : session.turns()[turns - 1].lines;
}

/// The last stage that something said so far belongs to, or −1.
int stage_at(const Session& session, std::size_t turns) {
  for (std::size_t t = turns + 1; t-- > 0;) {
    const std::vector<SpokenLine>& lines = lines_at(session, t);
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
      const Moment& moment = moment_at(session.scenario(), line->moment);
      if (moment.stage >= 0) return moment.stage;
    }
  }
  return -1;
}

void add_stages(EncounterView& shown, const Scenario& scenario, const Reading& reading) {
  for (std::size_t i = 0; i < scenario.stages.size(); ++i) {
    const int stage = static_cast<int>(i);
    const StageView::Progress progress = stage < shown.stage    ? StageView::Progress::done
                                         : stage == shown.stage ? StageView::Progress::current
                                                                : StageView::Progress::ahead;
    shown.stages.push_back({std::string(reading.trimmed(scenario.stages[i].title)), progress});
  }
}

void add_offers(EncounterView& shown,
                const Session& session,
                const State& state,
                const Reading& reading) {
  const Scenario& scenario = session.scenario();
  const auto offers = in_shown_order(scenario, session.seed(), offers_in(session.program(), state));
  for (const ResponseIndex r : offers) {
    const Response& response = scenario.responses[static_cast<std::size_t>(r)];
    shown.offers.push_back({r, std::string(reading.trimmed(response.text)), response.is_action});
  }
}

void add_place(EncounterView& shown,
               const Scenario& scenario,
               const Moment& place,
               const Reading& reading) {
  shown.touchpoint = reading.trimmed(place.touchpoint);
  if (place.channel >= 0) shown.channel = static_cast<Channel>(place.channel);
  shown.scene = scene_of(scenario, place);
  if (place.kind == MomentKind::ending) shown.ending = place.ending;
  if (shown.status != SessionStatus::waiting) return;
  shown.hint = reading.trimmed(place.hint);
  shown.time_limit = place.time_limit;
  shown.on_timeout = place.on_timeout;
}

}  // namespace

LineView line_view(const Scenario& scenario, const SpokenLine& spoken, const Reading& reading) {
  const Moment& moment = moment_at(scenario, spoken.moment);
  const Manner& manner = spoken.reply_to == kNone
                             ? moment.manner
                             : scenario.responses[static_cast<std::size_t>(spoken.reply_to)].manner;
  static const Line kNothing;
  const Line& line =
      spoken.line == kNone ? kNothing : scenario.lines[static_cast<std::size_t>(spoken.line)];

  LineView shown;
  shown.moment = spoken.moment;
  shown.reply_to = spoken.reply_to;
  shown.text = reading.trimmed(line.text);
  const int feels = line.feels >= 0 ? line.feels : manner.feels;
  shown.feeling = feels >= 0 ? static_cast<Feeling>(feels) : face_of_mood(spoken.mood);
  const int speaker = line.speaker >= 0 ? line.speaker : manner.speaker;
  if (speaker >= 0) {
    const CastMember& member = scenario.cast[static_cast<std::size_t>(speaker)];
    shown.speaker = member.id;
    shown.speaker_name = reading.trimmed(member.name);
  } else {
    shown.speaker_name = reading.trimmed(scenario.customer.name);
    shown.speaker_role = reading.trimmed(scenario.customer.role);
  }
  if (line.thinks != kNoText) {
    shown.thought = reading.trimmed(line.thinks);
  } else if (spoken.thought != kNone) {
    shown.thought = reading.trimmed(scenario.lines[static_cast<std::size_t>(spoken.thought)].text);
  }
  shown.scene = scene_of(scenario, moment);
  shown.image = path_of(scenario, line.image.empty() ? manner.image : line.image);
  shown.sound = path_of(scenario, line.sound.empty() ? manner.sound : line.sound);
  return shown;
}

EncounterView view(const Session& session, const Reading& reading) {
  return view_at(session, session.turns().size(), reading);
}

EncounterView view_at(const Session& session, std::size_t turns, const Reading& reading) {
  const Scenario& scenario = session.scenario();
  const State& state = session.state_after(turns);
  EncounterView shown;
  shown.status = status_in(session.program(), state);
  for (const SpokenLine& line : lines_at(session, turns)) {
    if (line.line != kNone) shown.lines.push_back(line_view(scenario, line, reading));
  }
  add_offers(shown, session, state, reading);
  add_place(shown, scenario, moment_at(scenario, state.place), reading);
  shown.stage = stage_at(session, turns);
  add_stages(shown, scenario, reading);
  shown.mood = state.mood;
  if (!state.ledger.empty()) {
    shown.satisfaction =
        csat(satisfaction(own_expectation(scenario.customer.persona), state.ledger) / 100.0);
  }
  shown.turn = state.turn;
  return shown;
}

}  // namespace mot
