// The table of trainees on the dashboard: who, how many attempts, how well, which way it goes,
// where the most is lost.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "game/dashboard/dashboard_panels.h"
#include "game/window/widgets.h"

namespace mot {

enum class TraineeOrder { name, attempts, score, weakest };

// How the table is shown.
struct TraineeView {
  TraineeOrder order = TraineeOrder::name;
  bool descending = false;
  std::string search;  // a part of the name, in any capitals and without its accents
};

// More rows than this are counted, not drawn.
inline constexpr std::size_t kMostTraineeRows = 200;

// The places of the trainees that are found, in the order of the view; without a name last.
std::vector<std::size_t> found_trainees(const std::vector<Trainee>& trainees,
                                        const TraineeView& view,
                                        const CohortWords& words);

// Where the columns begin, from the left end of a row, and how high their headings are.
struct TraineeColumns {
  float name = 0;
  float attempts = 154;
  float score = 0;
  float trend = 0;
  float weakest = 0;
  float status = 0;
  float heading = 30;
};
// Columns as wide as the longest of their words need, in a row of this width.
TraineeColumns trainee_columns(Canvas& canvas, float width, const UiStrings& words);

// The heading, whose controls are "sort-name", "sort-attempts", "sort-score", "sort-weakest".
void draw_trainee_heading(Canvas& canvas,
                          Ui& ui,
                          Rect row,
                          const TraineeColumns& columns,
                          const TraineeView& view,
                          const UiStrings& words);
// One row, control "trainee-<place>"; out of view it is only placed. `scenarios`: all there are in
// the cohort. `pass`: the score that passes.
void draw_trainee_row(Canvas& canvas,
                      Ui& ui,
                      Rect row,
                      const TraineeColumns& columns,
                      std::size_t place,
                      const Trainee& trainee,
                      std::size_t scenarios,
                      double pass,
                      const CohortWords& words);

// The latest scores as a line that ends in a dot, whose colour says how good the last one is.
void draw_trend(Canvas& canvas, Rect box, const std::vector<double>& trend, double pass);

// One or two letters for a name: "Maria Alves" → "MA", "王小明" → "王".
std::string initials_of(std::string_view name);

}  // namespace mot
