#include "game/cli/item_output.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/source_line.h"
#include "engine/base/utf8.h"
#include "game/cli/text_table.h"

namespace mot {
namespace {

constexpr std::string_view kUnknown = "–";
constexpr std::size_t kWidestName = 34;

Json decimals(const std::optional<double>& value, int places) {
  return value ? Json(rounded(*value, places)) : Json();
}

Json seconds_json(const std::optional<Quartiles>& seconds) {
  if (!seconds) return {};
  return Json()
      .set("n", seconds->count)
      .set("lower", rounded(seconds->lower, 1))
      .set("median", rounded(seconds->median, 1))
      .set("upper", rounded(seconds->upper, 1));
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

Json moment_json(const Scenario& scenario, const MomentStatistics& statistics) {
  const Moment& moment = scenario.moments[static_cast<std::size_t>(statistics.moment)];
  Json responses(Json::Array{});
  for (const ResponseStatistics& response : statistics.responses) {
    responses.push(
        Json()
            .set("response", scenario.responses[static_cast<std::size_t>(response.response)].id)
            .set("offered", response.offered)
            .set("chosen", response.chosen)
            .set("share", rounded(share(response.chosen, response.offered), 3))
            .set("discrimination", decimals(response.discrimination, 3)));
  }
  return Json()
      .set("moment", moment.id)
      .set("plays", statistics.plays)
      .set("choices", statistics.choices)
      .set("credit", decimals(statistics.credit, 3))
      .set("chance_credit", decimals(statistics.chance_credit, 3))
      .set("best_share", decimals(statistics.best_share, 3))
      .set("regret", decimals(statistics.regret, 3))
      .set("discrimination", decimals(statistics.discrimination, 3))
      .set("n", statistics.correlated)
      .set("seconds", seconds_json(statistics.seconds))
      .set("timed_out", statistics.timed_out)
      .set("responses", std::move(responses));
}

std::string where(const Scenario& scenario, const ItemWarning& warning) {
  return warning.response != kNone
             ? scenario.name_of_response(warning.response)
             : std::string(scenario.moments[static_cast<std::size_t>(warning.moment)].id);
}

std::string number(const std::optional<double>& value, int places) {
  return value ? fmt::format("{:.{}f}", rounded(*value, places), places) : std::string(kUnknown);
}

std::string signed_number(const std::optional<double>& value) {
  if (!value) return std::string(kUnknown);
  const double shown = rounded(*value, 2);
  return fmt::format("{}{:.2f}", shown < 0 ? "−" : "", shown < 0 ? -shown : shown);
}

std::string percent(const std::optional<double>& part) {
  return part ? fmt::format("{:.0f}%", 100 * *part) : std::string(kUnknown);
}

void add_moment(TextTable& table, const Scenario& scenario, const MomentStatistics& moment) {
  const auto& seconds = moment.seconds;
  table.add_row(
      {shortened(scenario.moments[static_cast<std::size_t>(moment.moment)].id, kWidestName),
       fmt::format("{}", moment.choices), number(moment.credit, 2), percent(moment.best_share),
       signed_number(moment.discrimination),
       seconds ? fmt::format("{:.0f}", seconds->median) : std::string(kUnknown),
       seconds ? fmt::format("{:.0f}–{:.0f}", seconds->lower, seconds->upper)
               : std::string(kUnknown)});
  for (const ResponseStatistics& response : moment.responses) {
    table.add_row(
        {shortened(fmt::format("  {}",
                               scenario.responses[static_cast<std::size_t>(response.response)].id),
                   kWidestName),
         fmt::format("{}", response.chosen), "",
         response.offered == 0 ? std::string(kUnknown)
                               : percent(share(response.chosen, response.offered)),
         signed_number(response.discrimination)});
  }
}

std::string table_text(const Scenario& scenario,
                       const ItemStatistics& items,
                       const UiStrings& words) {
  TextTable table;
  table.add_column(words.text("cli.items.decision"));
  for (const char* key : {"cli.items.choices", "cli.items.credit", "cli.items.best",
                          "cli.items.discrimination", "cli.items.median", "cli.items.quartiles"})
    table.add_column(words.text(key), Align::right);
  for (const MomentStatistics& moment : items.moments) add_moment(table, scenario, moment);
  return table.text();
}

}  // namespace

Json items_json(const Scenario& scenario, const PlaysRead& read, const ItemStatistics& items) {
  Json moments(Json::Array{});
  for (const MomentStatistics& moment : items.moments) moments.push(moment_json(scenario, moment));
  Json warnings(Json::Array{});
  for (const ItemWarning& warning : items.warnings) {
    warnings.push(Json().set("kind", name_of(warning.kind)).set("where", where(scenario, warning)));
  }
  Json plays;
  plays.set("used", read.used)
      .set("complete", items.complete)
      .set("changed", read.changed)
      .set("other", read.other)
      .set("unreadable", read.unreadable);
  return Json()
      .set("scenario", scenario.id)
      .set("plays", std::move(plays))
      .set("score", decimals(items.score, 1))
      .set("moments", std::move(moments))
      .set("warnings", std::move(warnings));
}

std::string items_text(const Scenario& scenario,
                       const PlaysRead& read,
                       const ItemStatistics& items,
                       const UiStrings& words,
                       const Reading& reading) {
  const auto count = [](std::size_t n) { return fmt::format("{}", n); };
  std::string out = fmt::format("{}\n", printable(reading.trimmed(scenario.title)));
  out += words.text("cli.items.plays", {{"used", count(read.used)},
                                        {"complete", count(items.complete)},
                                        {"score", number(items.score, 1)}}) +
         '\n';
  if (read.changed + read.other + read.unreadable > 0) {
    out += words.text("cli.items.left-out", {{"changed", count(read.changed)},
                                             {"other", count(read.other)},
                                             {"unreadable", count(read.unreadable)}}) +
           '\n';
  }
  if (items.moments.empty()) return out;
  out += '\n' + table_text(scenario, items, words) + '\n';
  for (const ItemWarning& warning : items.warnings) {
    out += words.text(fmt::format("cli.items.warning-{}", name_of(warning.kind)),
                      {{"where", where(scenario, warning)}}) +
           '\n';
  }
  return out + words.text("cli.items.legend") + '\n';
}

}  // namespace mot
