// The card of the trainer's dashboard with the NPS of every week or every group and its interval.
#pragma once

#include <string>
#include <vector>

#include "engine/records/cohort.h"
#include "engine/text/ui_strings.h"
#include "game/window/widgets.h"

namespace mot {

// A row of the card.
struct IntervalRow {
  std::string name;
  NpsCounts answers;

  friend bool operator==(const IntervalRow&, const IntervalRow&) = default;
};

class IntervalCard {
 public:
  // One of its controls was used; true: it was its own.
  bool use(const std::string& id);
  // All rows but that of all together: the latest week first, or the groups by name. With one group
  // there are weeks only.
  std::vector<IntervalRow> rows(const Cohort& cohort, const UiStrings& words) const;
  // Rows scroll where there is no room for all; all together stands below them.
  void draw(Canvas& canvas, Ui& ui, Rect box, const Cohort& cohort, const UiStrings& words);

 private:
  bool shows_groups(const Cohort& cohort) const { return groups_ && cohort.groups.size() > 1; }

  bool groups_ = false;  // chosen instead of weeks
};

}  // namespace mot
