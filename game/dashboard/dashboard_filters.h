// What the dashboard is asked about: group, days, which attempt counts. Each is chosen from a list
// that opens below its button.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/records/cohort.h"
#include "engine/text/ui_strings.h"
#include "game/window/widgets.h"

namespace mot {

class DashboardFilters {
 public:
  // The groups there are. One that was chosen stays so, also where it is gone by now.
  void set_groups(std::vector<std::string> groups) { groups_ = std::move(groups); }
  // Asks about one scenario, chosen from those; empty: none is chosen.
  void set_scenarios(std::vector<std::string> ids, std::vector<std::string> titles);
  const std::string& scenario() const { return scenario_; }

  // Puts the choices into a question; `today`: UTC, as Playthrough::started.
  void fill(CohortQuestion& question, const std::string& today) const;
  // What they are, in words: "Spring · last 30 days".
  std::string said(const UiStrings& words) const;

  // One of its controls was used: "group", "group-<i>", "days-<i>" …; true: the question is another
  // one now.
  bool use(const std::string& id);
  bool open() const { return !open_.empty(); }
  void close() { open_.clear(); }

  // The buttons from the right end of a line to the left; returns where the leftmost begins.
  // `with_scenario`: also which scenario.
  float draw_buttons(Canvas& canvas,
                     Ui& ui,
                     Vec right_top,
                     bool with_scenario,
                     const UiStrings& words);
  // The open list, over everything.
  void draw_list(Canvas& canvas, Ui& ui, const UiStrings& words);

 private:
  struct List {
    std::string id;
    std::vector<std::string> labels;
    std::size_t chosen = 0;
  };
  std::vector<List> lists(bool with_scenario, const UiStrings& words) const;

  std::vector<std::string> groups_;
  std::vector<std::string> scenario_ids_;
  std::vector<std::string> scenario_titles_;
  std::string scenario_;
  std::optional<std::string> group_;  // nothing: all
  std::size_t days_ = 0;              // of kDays
  std::size_t counts_ = 0;            // 0: all, else CountedAttempt + 1
  std::string open_;                  // the list that is open
  Rect below_;                        // its button
};

}  // namespace mot
