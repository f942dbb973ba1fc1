// `mot records list`: attempts, or who has played, as a table or as JSON.
#include <fmt/format.h>

#include "engine/base/source_line.h"
#include "engine/base/utf8.h"
#include "engine/customer/satisfaction.h"
#include "engine/records/own_records.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/records_access.h"
#include "game/cli/records_commands.h"
#include "game/cli/text_table.h"

namespace mot {
namespace {

constexpr double kHundredths = 100.0;
constexpr std::size_t kWidestName = 24;
constexpr std::string_view kUnknown = "–";

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

Json summary_json(const Attempt& attempt) {
  const Playthrough& play = attempt.play;
  const AttemptScore score = attempt.score.value_or(AttemptScore{});
  return Json()
      .set("id", attempt.id)
      .set("learner", play.learner)
      .set("group", attempt.group)
      .set("session", attempt.session)
      .set("scenario", play.scenario)
      .set("mode", name_of(play.mode))
      .set("started", play.started)
      .set("ended", play.ended)
      .set("complete", play.complete)
      .set("choices", play.choices.size())
      .set("ending", score.ending ? Json(name_of(*score.ending)) : Json())
      .set("satisfaction", score.satisfaction ? Json(*score.satisfaction / kHundredths) : Json())
      .set("recommend", or_null(score.recommend))
      .set("category", score.recommend ? Json(name_of(category_of(*score.recommend))) : Json())
      .set("score", score.score ? Json(rounded(*score.score, 1)) : Json());
}

/// "2026-11-21T20:15:00Z" → "2026-11-21 20:15".
std::string minutes_of(std::string time) {
  constexpr std::size_t kMinutes = 16;
  time = time.substr(0, kMinutes);
  if (const std::size_t t = time.find('T'); t != std::string::npos) time[t] = ' ';
  return time.empty() ? std::string(kUnknown) : time;
}

std::string name_or(const std::string& name, const UiStrings& words) {
  return name.empty() ? words.text("cli.records.no-name") : shortened(printable(name), kWidestName);
}

std::string attempts_text(const std::vector<Attempt>& attempts, const UiStrings& words) {
  if (attempts.empty()) return words.text("cli.records.none") + '\n';
  TextTable table;
  for (const char* key : {"started", "learner", "group", "scenario", "mode"}) {
    table.add_column(words.text(fmt::format("cli.records.{}", key)));
  }
  table.add_column(words.text("cli.records.score"), Align::right);
  table.add_column(words.text("cli.records.recommend"), Align::right);
  for (const Attempt& attempt : attempts) {
    const AttemptScore score = attempt.score.value_or(AttemptScore{});
    table.add_row(
        {minutes_of(attempt.play.started), name_or(attempt.play.learner, words),
         shortened(printable(attempt.group), kWidestName), attempt.play.scenario,
         words.text(fmt::format("cli.records.mode-{}", name_of(attempt.play.mode))),
         score.score ? fmt::format("{:.1f}", rounded(*score.score, 1)) : std::string(kUnknown),
         score.recommend ? fmt::format("{}", *score.recommend) : std::string(kUnknown)});
  }
  return table.text() +
         words.text("cli.records.simulated", {{"count", fmt::format("{}", attempts.size())}}) +
         '\n';
}

Json learners_json(const std::vector<Learner>& learners) {
  Json list(Json::Array{});
  for (const Learner& learner : learners) {
    list.push(Json()
                  .set("learner", learner.name)
                  .set("attempts", learner.attempts)
                  .set("latest", learner.latest));
  }
  return Json().set("learners", std::move(list));
}

std::string learners_text(const std::vector<Learner>& learners, const UiStrings& words) {
  if (learners.empty()) return words.text("cli.records.none") + '\n';
  TextTable table;
  table.add_column(words.text("cli.records.learner"));
  table.add_column(words.text("cli.records.attempts"), Align::right);
  table.add_column(words.text("cli.records.latest"));
  for (const Learner& learner : learners) {
    table.add_row({name_or(learner.name, words), fmt::format("{}", learner.attempts),
                   minutes_of(learner.latest)});
  }
  return table.text();
}

int list_learners(Store& store, const RecordsOptions& options, const UiStrings& words) {
  const auto learners = learners_with_waiting(store, outbox_of(options));
  if (!learners) return complain(learners.error().message, kMachineRefused);
  return finish(options.json ? learners_json(*learners).dump() + '\n'
                             : learners_text(*learners, words));
}

}  // namespace

int records_list_command(const RecordsListOptions& options) {
  const auto store = open_records(options.records);
  if (!store) return store.error();
  const UiStrings words = load_ui_strings(interface_language(options.records.language));
  if (options.learners) return list_learners(**store, options.records, words);
  const Result<std::vector<Attempt>> attempts = chosen_attempts(**store, options.records);
  if (!attempts) return complain(attempts.error().message, kMachineRefused);
  if (!options.records.json) return finish(attempts_text(*attempts, words));
  Json list(Json::Array{});
  for (const Attempt& attempt : *attempts) list.push(summary_json(attempt));
  return finish(Json().set("attempts", std::move(list)).dump() + '\n');
}

}  // namespace mot
