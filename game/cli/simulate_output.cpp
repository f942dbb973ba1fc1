#include "game/cli/simulate_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <vector>

#include "engine/base/source_line.h"
#include "engine/base/utf8.h"
#include "engine/outcome/nps.h"
#include "engine/scenario/reading.h"
#include "game/cli/phrases.h"

namespace mot {
namespace {

const Moment& moment_of(const Simulation& simulation, std::size_t i) {
  const Scenario& scenario = simulation.session.scenario();
  return scenario.moments[static_cast<std::size_t>(simulation.play.moments[i].moment)];
}

Json one_decimal(const std::optional<double>& value) {
  return value ? Json(rounded(*value, 1)) : Json();
}

Json interval_json(const NpsCounts& counts) {
  const std::optional<NpsInterval> interval = nps_interval(counts);
  if (!interval) return {};
  return Json().push(rounded(interval->low(), 1)).push(rounded(interval->high(), 1));
}

Json touchpoint_json(const Simulation& simulation, std::size_t i) {
  const Scenario& scenario = simulation.session.scenario();
  const Moment& moment = moment_of(simulation, i);
  const std::optional<Impact> impact = simulation.crowd.impact_of(i);
  return Json()
      .set("moment", moment.id)
      .set("stage", moment.stage < 0
                        ? Json()
                        : Json(scenario.stages[static_cast<std::size_t>(moment.stage)].id))
      .set("impact", impact ? Json(rounded(impact->points, 1)) : Json())
      .set("standard_error", impact ? Json(rounded(impact->standard_error, 2)) : Json());
}

/// 1234567 → "1,234,567".
std::string grouped(std::int64_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

/// "+6.2", "−30.1", "0.0".
std::string signed_number(double value) {
  const double shown = rounded(value, 1);
  const std::string_view sign = shown > 0 ? "+" : shown < 0 ? "−" : "";
  return fmt::format("{}{:.1f}", sign, std::fabs(shown));
}

/// Right-aligned in so many columns.
std::string right(std::string_view text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return std::string(width < columns ? columns - width : 0, ' ') + std::string(text);
}

double percent(std::int64_t part, std::int64_t whole) {
  return 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

std::string heading(const Simulation& simulation) {
  const Scenario& scenario = simulation.session.scenario();
  const Reading reading(scenario, "");
  std::string out =
      fmt::format("{}\n{} simulated customer{} like {} judge{} this playthrough (seed {}):\n",
                  printable(reading.trimmed(scenario.title)), grouped(simulation.crowd.customers),
                  simulation.crowd.customers == 1 ? "" : "s",
                  printable(reading.trimmed(scenario.customer.name)),
                  simulation.crowd.customers == 1 ? "s" : "", simulation.session.seed());
  for (const Turn& turn : simulation.session.turns()) {
    out += fmt::format("  {}\n", scenario.name_of_response(turn.response));
  }
  return out + '\n';
}

std::string score_lines(const Crowd& crowd) {
  const NpsCounts counts = crowd.counts();
  const std::optional<double> score = nps(counts);
  std::string out;
  if (score) {
    const NpsInterval interval = *nps_interval(counts);
    out += fmt::format("NPS {} (simulated), n = {}, 95 % interval {} to {}\n",
                       signed_number(*score), grouped(crowd.customers),
                       signed_number(interval.low()), signed_number(interval.high()));
  } else {
    out += fmt::format("No NPS: {} of at least {} customers (simulated)\n", crowd.customers,
                       kFewestForNps);
  }
  out += fmt::format("Promoters {}, passives {}, detractors {}\n", grouped(counts.promoters),
                     grouped(counts.passives), grouped(counts.detractors));
  return out + fmt::format("Mean satisfaction {:.2f} of 10 (simulated)\n\n",
                           rounded(crowd.satisfaction_mean(), 2));
}

std::string distribution(const Crowd& crowd) {
  constexpr std::size_t kCells = 40;
  std::string out = "Would recommend us, 0 to 10:\n";
  for (std::size_t answer = 0; answer < kAnswers; ++answer) {
    const double share = percent(crowd.histogram[answer], crowd.customers);
    out += fmt::format("  {:>2}  {} {:>5.1f} %  {:>11}\n", answer, share_bar(share, kCells), share,
                       grouped(crowd.histogram[answer]));
  }
  return out + '\n';
}

/// Scored moments, the one that gained most first; as played among equals.
std::vector<std::size_t> by_impact(const Crowd& crowd) {
  std::vector<std::size_t> order(crowd.impacts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&crowd](std::size_t a, std::size_t b) {
    return crowd.impacts[a].sum > crowd.impacts[b].sum;
  });
  return order;
}

std::string impacts(const Simulation& simulation) {
  if (!simulation.crowd.impact_of(0)) return {};
  const Scenario& scenario = simulation.session.scenario();
  const Reading reading(scenario, "");
  std::size_t widest = 0;
  for (std::size_t i = 0; i < simulation.play.moments.size(); ++i) {
    widest = std::max(widest, display_width(moment_of(simulation, i).id) + 2);
  }
  std::string out = fmt::format(
      "Impact on the NPS ± standard error (simulated, n = {}): as played, minus had the moment\n"
      "just met expectation\n",
      grouped(simulation.crowd.impact_customers));
  for (const std::size_t i : by_impact(simulation.crowd)) {
    const Impact impact = *simulation.crowd.impact_of(i);
    const Moment& moment = moment_of(simulation, i);
    out += fmt::format("  {} ± {:<6.1f}{}gap {}  {}\n", right(signed_number(impact.points), 7),
                       rounded(impact.standard_error, 1), padded(moment.id, widest),
                       right(signed_points(simulation.play.moments[i].gap), 5),
                       printable(reading.trimmed(moment.touchpoint)));
  }
  return out + '\n';
}

std::string reservation(const Crowd& crowd) {
  return fmt::format(
      "The interval is that of a survey of {} such customers. How far the model is from real\n"
      "customers is another matter: up to ±15 points between industries in the data behind it\n"
      "(docs/model.md, section 4).\n",
      grouped(crowd.customers));
}

}  // namespace

Json simulation_json(const Simulation& simulation) {
  const Crowd& crowd = simulation.crowd;
  const NpsCounts counts = crowd.counts();
  Json histogram(Json::Array{});
  for (const std::int64_t customers : crowd.histogram) histogram.push(customers);
  Json touchpoints(Json::Array{});
  for (std::size_t i = 0; i < crowd.impacts.size(); ++i) {
    touchpoints.push(touchpoint_json(simulation, i));
  }
  return Json()
      .set("scenario", simulation.session.scenario().id)
      .set("customers", crowd.customers)
      .set("seed", simulation.session.seed())
      .set("promoters", counts.promoters)
      .set("passives", counts.passives)
      .set("detractors", counts.detractors)
      .set("nps", one_decimal(nps(counts)))
      .set("interval", interval_json(counts))
      .set("satisfaction_mean", rounded(crowd.satisfaction_mean(), 2))
      .set("histogram", std::move(histogram))
      .set("touchpoints", std::move(touchpoints));
}

std::string simulation_text(const Simulation& simulation) {
  return heading(simulation) + score_lines(simulation.crowd) + distribution(simulation.crowd) +
         impacts(simulation) + reservation(simulation.crowd);
}

}  // namespace mot
