// What the debrief page says, taken from a session once: texts in the reader's language, figures of
// the scorecard. Best responses, regret and score are there once the best play is known.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/encounter/session.h"
#include "engine/encounter/view.h"
#include "engine/outcome/scorecard.h"
#include "engine/text/ui_strings.h"
#include "game/screens/satisfaction_chart.h"
#include "game/screens/skills_radar.h"

namespace mot {

// One dimension at a moment: what was expected of it and what was delivered.
struct DimensionRow {
  std::string name;
  int expected = 0;
  int delivered = 0;
  int difference = 0;  // as it counts: a must-be earns nothing above its level
  std::string note;    // why a difference does not count; mostly empty
};

// One choice of the encounter.
struct DebriefMoment {
  std::string title;  // the touchpoint
  std::string place;  // stage and channel
  std::optional<LineView> said;
  std::string response;
  bool is_action = false;
  bool timed_out = false;
  double seconds = -1;
  bool scored = false;
  int gap = 0;  // hundredths
  MomentLabel label = MomentLabel::none;
  std::vector<DimensionRow> dimensions;
  std::string wait;  // "25 min, announced; up to 20 min is fine"
  // Where the best play is known: its response, empty where it is the chosen one; what the choice
  // cost and what luck followed, in points of satisfaction.
  std::optional<Grade> grade;
  std::string best_response;
  bool best_is_action = false;
  double regret = 0;
  double luck = 0;
  std::string coach;
  std::optional<LineView> reply;
  std::vector<std::string> thoughts;
};

// A need or a standard, and how it went.
struct DebriefItem {
  std::string text;
  bool good = false;
};

struct DebriefContents {
  std::string title;     // of the scenario
  std::string customer;  // name
  std::string summary;   // "Resolved · 7 choices · 3 min 20 s"
  bool complete = false;
  std::optional<int> recommend;
  std::optional<Category> category;
  std::optional<int> csat;  // 0 … 100
  // Once the best play is known: satisfaction 1 … 10 under best and worst play; the score only with
  // an ending.
  std::optional<double> best;
  std::optional<double> worst;
  std::optional<int> score;  // 0 … 100
  std::string verbatim;
  SatisfactionChart chart;
  std::vector<DebriefMoment> moments;
  std::vector<SkillAxis> dimensions;
  std::string dimensions_left_out;  // names of those with nothing to count
  std::vector<SkillAxis> behaviours;
  std::vector<DebriefItem> needs;
  std::vector<DebriefItem> standards;
};

// `best` is the best play with the same luck, or null.
DebriefContents debrief_contents(const Session& session,
                                 const Scorecard& card,
                                 const Reading& reading,
                                 const UiStrings& words,
                                 const Session* best = nullptr);

// "+1.23", "−0.50", "0.00" from hundredths; the second from points.
std::string signed_points(int hundredths);
std::string signed_points(double points);
// "14 s", "3 min 20 s".
std::string duration_text(double seconds, const UiStrings& words);
// The text between the language's quotation marks.
std::string quoted(const std::string& text, const UiStrings& words);

}  // namespace mot
