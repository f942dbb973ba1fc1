#include "engine/records/csv.h"

#include <fmt/format.h>

#include <array>

#include "engine/customer/satisfaction.h"
#include "engine/encounter/choice_name.h"

namespace mot {
namespace {

constexpr double kHundredths = 100.0;

constexpr std::array<std::string_view, 21> kAttemptColumns{
    "id",        "learner",  "group",    "session", "scenario", "mode",       "language",
    "started",   "ended",    "complete", "ending",  "seed",     "choices",    "satisfaction",
    "recommend", "category", "score",    "best",    "worst",    "prediction", "takeaway"};
constexpr std::array<std::string_view, 17> kChoiceColumns{
    "attempt", "learner",  "group",   "scenario",      "started",    "number",
    "moment",  "response", "seconds", "timed_out",     "confidence", "gap",
    "regret",  "luck",     "grade",   "best_response", "mood"};

/// Cells joined by commas.
class Row {
 public:
  Row& text(std::string_view value) {
    line_ += line_.empty() ? "" : ",";
    line_ += csv_cell(value);
    // The first cell may be empty.
    if (line_.empty()) line_ = "\"\"";
    return *this;
  }
  Row& number(double value, int decimals) {
    return plain(fmt::format("{}", rounded(value, decimals)));
  }
  Row& number(const std::optional<double>& value, int decimals) {
    return value ? number(*value, decimals) : plain("");
  }
  Row& whole(std::int64_t value) { return plain(fmt::format("{}", value)); }
  Row& nothing() { return plain(""); }
  std::string line() && { return std::move(line_) + "\r\n"; }

 private:
  Row& plain(std::string_view value) {
    line_ += ",";
    line_ += value;
    return *this;
  }
  std::string line_;
};

template <class Columns>
std::string heading(const Columns& columns) {
  std::string line;
  for (const std::string_view column : columns) {
    line += line.empty() ? "" : ",";
    line += column;
  }
  return line + "\r\n";
}

void add_score(Row& row, const AttemptScore& score) {
  score.satisfaction ? row.number(*score.satisfaction / kHundredths, 2) : row.nothing();
  score.recommend ? row.whole(*score.recommend) : row.nothing();
  score.recommend ? row.text(name_of(category_of(*score.recommend))) : row.nothing();
  row.number(score.score, 1).number(score.best, 2).number(score.worst, 2);
}

}  // namespace

std::string csv_cell(std::string_view text) {
  constexpr std::string_view kFormula = "=+-@\t\r";
  const bool formula = !text.empty() && kFormula.find(text.front()) != std::string_view::npos;
  std::string cell = formula ? "'" : "";
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

std::string csv_attempt_heading() { return heading(kAttemptColumns); }
std::string csv_choice_heading() { return heading(kChoiceColumns); }

std::string csv_attempt_row(const Attempt& attempt) {
  const Playthrough& play = attempt.play;
  const AttemptScore score = attempt.score.value_or(AttemptScore{});
  Row row;
  row.text(attempt.id).text(play.learner).text(attempt.group).text(attempt.session);
  row.text(play.scenario).text(name_of(play.mode)).text(play.language);
  row.text(play.started).text(play.ended).text(play.complete ? "true" : "false");
  row.text(score.ending ? name_of(*score.ending) : "").whole(play.seed);
  row.whole(static_cast<std::int64_t>(play.choices.size()));
  add_score(row, score);
  play.prediction >= 0 ? row.whole(play.prediction) : row.nothing();
  row.text(play.takeaway);
  return std::move(row).line();
}

std::string csv_choice_rows(const Attempt& attempt) {
  std::string rows;
  const Playthrough& play = attempt.play;
  for (std::size_t i = 0; i < play.choices.size(); ++i) {
    const PlayedChoice& choice = play.choices[i];
    const ScoredChoice score = attempt.score ? attempt.score->choices[i] : ScoredChoice{};
    const std::string_view moment = moment_of(choice);
    const std::string_view response = response_of(choice);
    Row row;
    row.text(attempt.id).text(play.learner).text(attempt.group).text(play.scenario);
    row.text(play.started).whole(static_cast<std::int64_t>(i) + 1).text(moment).text(response);
    choice.seconds >= 0 ? row.number(choice.seconds, 2) : row.nothing();
    row.text(choice.timed_out ? "true" : "false");
    row.text(choice.confidence == Confidence::unsaid ? "" : name_of(choice.confidence));
    score.scored ? row.number(score.gap / kHundredths, 2) : row.nothing();
    row.number(score.regret, 6).number(score.luck, 6);
    row.text(score.grade ? name_of(*score.grade) : "").text(score.best);
    attempt.score ? row.whole(score.mood) : row.nothing();
    rows += std::move(row).line();
  }
  return rows;
}

}  // namespace mot
