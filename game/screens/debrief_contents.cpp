#include "game/screens/debrief_contents.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "engine/customer/gap.h"
#include "engine/customer/satisfaction.h"
#include "game/screens/labels.h"

namespace mot {
namespace {

struct Source {
  const Session& session;
  const Scorecard& card;
  const Reading& reading;
  const UiStrings& words;

  const Scenario& scenario() const { return session.scenario(); }
  std::string text(TextId id) const { return std::string(reading.trimmed(id)); }
  std::string word(std::string_view group, std::string_view name) const {
    return words.text(fmt::format("{}.{}", group, name));
  }
};

MomentLabel label_of(const MomentScore& score) {
  if (!score.scored) {
    return MomentLabel::none;
  }
  const std::string_view name = label_of_gap(score.gap);
  return name == "misery"  ? MomentLabel::misery
         : name == "magic" ? MomentLabel::magic
                           : MomentLabel::neutral;
}

std::string kind_note(const Source& from, const Expectation& expected, int delivered) {
  const bool more = expected.kind == ExpectationKind::must_be && delivered > expected.level;
  const bool less = expected.kind == ExpectationKind::attractive && delivered < expected.level;
  return more   ? from.words.text("debrief.kind-must-be")
         : less ? from.words.text("debrief.kind-attractive")
                : "";
}

std::vector<DimensionRow> rows_of(const Source& from,
                                  const Moment& moment,
                                  const Response& response) {
  std::vector<DimensionRow> rows;
  for (const Dimension d : kAllDimensions) {
    if (!has(moment.stake.at_stake, d)) {
      continue;
    }
    const auto i = static_cast<std::size_t>(d);
    const Expectation& expected = moment.stake.expected[i];
    const int delivered = response.delivers[i];
    rows.push_back({from.word("dimension", name_of(d)), expected.level, delivered,
                    counted_rating(delivered, expected) - expected.level,
                    kind_note(from, expected, delivered)});
  }
  return rows;
}

std::string wait_of(const Source& from, const Moment& moment, const Response& response) {
  if (!response.has_wait || !has(moment.stake.at_stake, Dimension::responsiveness)) {
    return "";
  }
  return from.words.text(response.wait_informed ? "debrief.wait-told" : "debrief.wait-untold",
                         {{"minutes", std::to_string(response.wait_minutes)},
                          {"acceptable", std::to_string(moment.acceptable_wait)}});
}

// What was said, or answered, at the moment of a choice, and what was thought meanwhile.
void add_lines(const Source& from,
               const std::vector<SpokenLine>& lines,
               MomentIndex moment,
               bool replies,
               DebriefMoment& out) {
  for (const SpokenLine& spoken : lines) {
    if (spoken.moment != moment || (spoken.reply_to != kNone) != replies) {
      continue;
    }
    LineView line = line_view(from.scenario(), spoken, from.reading);
    if (!line.thought.empty()) {
      out.thoughts.push_back(line.thought);
    }
    if (!line.text.empty()) {
      (replies ? out.reply : out.said) = std::move(line);
    }
  }
}

std::string place_of(const Source& from, const Moment& moment) {
  std::string out;
  if (moment.stage >= 0) {
    out = from.text(from.scenario().stages[static_cast<std::size_t>(moment.stage)].title);
  }
  if (moment.channel >= 0) {
    out += out.empty() ? "" : " · ";
    out += from.word("channel", name_of(static_cast<Channel>(moment.channel)));
  }
  return out;
}

void add_value(const Source& from, const MomentScore& score, DebriefMoment& out) {
  if (!score.value) {
    return;
  }
  out.grade = score.grade;
  out.regret = score.value->regret;
  out.luck = score.value->luck;
  if (score.value->best != kNone && score.value->best != score.response) {
    const auto best = static_cast<std::size_t>(score.value->best);
    out.best_response = from.text(from.scenario().responses[best].text);
    out.best_is_action = from.scenario().responses[best].is_action;
  }
}

DebriefMoment moment_of(const Source& from, std::size_t index) {
  const MomentScore& score = from.card.moments[index];
  const Turn& turn = from.session.turns()[index];
  const Moment& moment = from.scenario().moments[static_cast<std::size_t>(score.moment)];
  const Response& response = from.scenario().responses[static_cast<std::size_t>(score.response)];
  DebriefMoment out;
  out.title = moment.touchpoint != kNoText
                  ? from.text(moment.touchpoint)
                  : from.words.text("debrief.choice", {{"number", std::to_string(index + 1)}});
  out.place = place_of(from, moment);
  out.response = from.text(response.text);
  out.is_action = response.is_action;
  out.timed_out = turn.timed_out;
  out.seconds = turn.seconds;
  out.scored = score.scored;
  out.gap = score.gap;
  out.label = label_of(score);
  if (score.scored) {
    out.dimensions = rows_of(from, moment, response);
  }
  out.wait = wait_of(from, moment, response);
  add_value(from, score, out);
  out.coach = from.text(response.coach);
  const auto& before = index == 0 ? from.session.opening() : from.session.turns()[index - 1].lines;
  add_lines(from, before, score.moment, false, out);
  add_lines(from, turn.lines, score.moment, true, out);
  return out;
}

void add_bands(const Source& from, SatisfactionChart& chart) {
  int stage = -1;
  for (std::size_t i = 0; i < from.card.moments.size(); ++i) {
    const auto m = static_cast<std::size_t>(from.card.moments[i].moment);
    const int now = from.scenario().moments[m].stage;
    // A choice without a stage belongs to the one before it.
    if (now >= 0 && (now != stage || chart.bands.empty())) {
      stage = now;
      chart.bands.push_back({from.text(from.scenario().stages[static_cast<std::size_t>(now)].title),
                             icon_of_stage(now)});
    }
    chart.points[i].band = std::max(0, static_cast<int>(chart.bands.size()) - 1);
  }
}

SatisfactionChart chart_of(const Source& from) {
  SatisfactionChart chart;
  chart.start_mood = static_cast<float>(from.scenario().customer.persona.mood);
  int lowest = 0;
  for (const MomentScore& score : from.card.moments) {
    ChartPoint point;
    if (score.satisfaction_so_far) {
      point.satisfaction = static_cast<float>(*score.satisfaction_so_far);
    }
    point.mood = static_cast<float>(score.mood);
    point.label = label_of(score);
    if (score.scored && score.gap < lowest) {
      lowest = score.gap;
      chart.turning_point = static_cast<int>(chart.points.size());
    }
    chart.points.push_back(point);
  }
  if (chart.turning_point >= 0) {
    chart.turning_text = from.words.text("debrief.turning-point", {{"gap", signed_points(lowest)}});
  }
  add_bands(from, chart);
  return chart;
}

std::string verbatim_of(const Source& from) {
  if (!from.card.complete || !from.card.category) {
    return "";
  }
  const auto place = static_cast<std::size_t>(from.session.state().place);
  const Moment& ending = from.scenario().moments[place];
  return from.text(ending.verbatim[static_cast<std::size_t>(*from.card.category)]);
}

std::string summary_of(const Source& from) {
  std::string out = from.card.ending ? capitalised(from.word("ending", name_of(*from.card.ending)))
                                     : capitalised(from.words.text("debrief.unfinished"));
  out += " · " + from.words.text("debrief.choices",
                                 {{"count", std::to_string(from.session.turns().size())}});
  double seconds = 0;
  for (const Turn& turn : from.session.turns()) {
    seconds += std::max(0.0, turn.seconds);
  }
  if (seconds >= 1) {
    out += " · " + duration_text(seconds, from.words);
  }
  return out;
}

void add_skills(const Source& from, DebriefContents& out) {
  for (std::size_t d = 0; d < kDimensions; ++d) {
    const std::string name = from.word("dimension", kDimensionNames[d]);
    if (from.card.dimensions[d]) {
      out.dimensions.push_back({name, static_cast<float>(*from.card.dimensions[d])});
    } else {
      out.dimensions_left_out +=
          (out.dimensions_left_out.empty() ? "" : from.words.text("common.list-comma")) + name;
    }
  }
  for (std::size_t b = 0; b < kBehaviours; ++b) {
    if (from.card.behaviours[b]) {
      out.behaviours.push_back({from.word("behaviour", kBehaviourNames[b]),
                                static_cast<float>(*from.card.behaviours[b])});
    }
  }
}

void add_items(const Source& from,
               const std::vector<NamedText>& named,
               const std::vector<int>& indices,
               bool good,
               std::vector<DebriefItem>& out) {
  for (const int index : indices) {
    out.push_back({from.text(named[static_cast<std::size_t>(index)].text), good});
  }
}

}  // namespace

DebriefContents debrief_contents(const Session& session,
                                 const Scorecard& card,
                                 const Reading& reading,
                                 const UiStrings& words,
                                 const Session* best) {
  const Source from{session, card, reading, words};
  const Scenario& scenario = session.scenario();
  DebriefContents out;
  out.title = from.text(scenario.title);
  out.customer = from.text(scenario.customer.name);
  out.summary = summary_of(from);
  out.complete = card.complete;
  out.recommend = card.recommend;
  out.category = card.category;
  if (card.satisfaction) {
    out.csat = static_cast<int>(std::lround(csat(*card.satisfaction / 100.0)));
  }
  out.best = card.best;
  out.worst = card.worst;
  if (card.score) {
    out.score = static_cast<int>(std::lround(*card.score));
  }
  out.verbatim = verbatim_of(from);
  out.chart = chart_of(from);
  if (best != nullptr) {
    out.chart.best = best_path_beside(session, *best);
  }
  for (std::size_t i = 0; i < card.moments.size(); ++i) {
    out.moments.push_back(moment_of(from, i));
  }
  add_skills(from, out);
  add_items(from, scenario.needs, card.needs_found, true, out.needs);
  add_items(from, scenario.needs, card.needs_missed, false, out.needs);
  add_items(from, scenario.standards, card.standards_met, true, out.standards);
  add_items(from, scenario.standards, card.standards_broken, false, out.standards);
  return out;
}

std::string signed_points(int hundredths) {
  const int absolute = std::abs(hundredths);
  const char* sign = hundredths > 0 ? "+" : hundredths < 0 ? "−" : "";
  return fmt::format("{}{}.{:02}", sign, absolute / 100, absolute % 100);
}

std::string signed_points(double points) {
  return signed_points(static_cast<int>(std::lround(points * 100)));
}

std::string duration_text(double seconds, const UiStrings& words) {
  const long whole = std::lround(seconds);
  if (whole < 60) {
    return words.text("common.seconds", {{"count", std::to_string(whole)}});
  }
  return words.text("common.minutes-seconds", {{"minutes", std::to_string(whole / 60)},
                                               {"seconds", std::to_string(whole % 60)}});
}

std::string quoted(const std::string& text, const UiStrings& words) {
  return words.text("common.quote", {{"text", text}});
}

}  // namespace mot
