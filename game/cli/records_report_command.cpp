// `mot records report`: what many attempts come to, as a page, as JSON, or in a few lines.
#include <fmt/format.h>

#include "engine/records/cohort.h"
#include "engine/records/counted.h"
#include "engine/records/own_records.h"
#include "engine/report/cohort_html.h"
#include "engine/scenario/named_texts.h"
#include "engine/text/numbers.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/output_file.h"
#include "game/cli/page_drawing.h"
#include "game/cli/records_access.h"
#include "game/cli/records_commands.h"
#include "game/cli/scenario_argument.h"

namespace mot {
namespace {

Json or_null(const std::optional<double>& value, int decimals) {
  return value ? Json(rounded(*value, decimals)) : Json();
}

Json answers_json(const NpsCounts& counts) {
  Json json;
  json.set("promoters", counts.promoters)
      .set("passives", counts.passives)
      .set("detractors", counts.detractors)
      .set("nps", or_null(nps(counts), 1));
  const auto interval = nps_interval(counts);
  if (!interval) return json.set("interval", Json());
  return json.set("interval",
                  Json(Json::Array{rounded(interval->low(), 1), rounded(interval->high(), 1)}));
}

Json list_json(const std::vector<AnswersOf>& list, const char* key) {
  Json json(Json::Array{});
  for (const AnswersOf& one : list) json.push(answers_json(one.answers).set(key, one.name));
  return json;
}

Json effects_json(const std::vector<MomentEffect>& effects) {
  Json json(Json::Array{});
  for (const MomentEffect& effect : effects) {
    json.push(Json()
                  .set("scenario", effect.scenario)
                  .set("moment", effect.moment)
                  .set("answers", effect.answers)
                  .set("effect", rounded(effect.effect, 2))
                  .set("half_width", rounded(effect.half_width, 2))
                  .set("clear", effect.is_clear()));
  }
  return json;
}

Json trainees_json(const std::vector<Trainee>& trainees) {
  Json json(Json::Array{});
  for (const Trainee& trainee : trainees) {
    Json trend(Json::Array{});
    for (const double score : trainee.trend) trend.push(rounded(score, 1));
    Json weakest;
    if (!trainee.weakest_moment.empty()) {
      weakest.set("scenario", trainee.weakest_scenario).set("moment", trainee.weakest_moment);
    }
    json.push(Json()
                  .set("learner", trainee.name)
                  .set("attempts", trainee.attempts)
                  .set("scenarios", trainee.scenarios)
                  .set("passed", trainee.passed)
                  .set("score", or_null(trainee.score, 1))
                  .set("trend", std::move(trend))
                  .set("weakest", std::move(weakest)));
  }
  return json;
}

Json moments_json(const std::vector<MomentSplit>& moments) {
  Json json(Json::Array{});
  for (const MomentSplit& moment : moments) {
    Json responses(Json::Array{});
    for (const ResponseSplit& response : moment.responses) {
      responses.push(Json()
                         .set("response", response.response)
                         .set("all", response.all)
                         .set("first", response.first)
                         .set("latest", response.latest));
    }
    json.push(Json()
                  .set("moment", moment.moment)
                  .set("choices", moment.choices)
                  .set("graded", moment.graded)
                  .set("right", moment.right)
                  .set("timed_out", moment.timed_out)
                  .set("median_seconds", or_null(moment.median_seconds, 1))
                  .set("lost", or_null(moment.lost, 2))
                  .set("discrimination", or_null(moment.discrimination, 2))
                  .set("responses", std::move(responses)));
  }
  return json;
}

Json cohort_json(const Cohort& cohort) {
  const Funnel& funnel = cohort.funnel;
  Json json;
  json.set("attempts", cohort.attempts)
      .set("uncounted", cohort.uncounted)
      .set("from", cohort.from)
      .set("to", cohort.to)
      .set("answers", answers_json(cohort.answers))
      .set("weeks", list_json(cohort.weeks, "week"))
      .set("groups", list_json(cohort.groups, "group"))
      .set("effects", effects_json(cohort.effects))
      .set("completion", Json()
                             .set("started", funnel.started)
                             .set("finished", funnel.finished)
                             .set("passed_one", funnel.passed_one)
                             .set("passed_all", funnel.passed_all))
      .set("trainees", trainees_json(cohort.trainees));
  if (!cohort.scenario.empty()) json.set("moments", moments_json(cohort.moments));
  return json;
}

/// Titles and texts from the library; ids where it does not have them.
class Names {
 public:
  Names(const RecordsOptions& options, std::string language)
      : shelf_(shelf_of_library(library_folder(options.library), true)),
        language_(std::move(language)) {}

  std::string scenario(const std::string& id) { return title_of_scenario(find(id), language_, id); }
  std::string moment(const std::string& id, const std::string& name) {
    return title_of_moment(find(id), language_, name);
  }
  std::string response(const std::string& id,
                       const std::string& moment,
                       const std::string& response) {
    return text_of_response(find(id), language_, moment, response);
  }

 private:
  const Scenario* find(const std::string& id) {
    const Program* program = shelf_.find(id);
    return program == nullptr ? nullptr : &program->scenario();
  }
  ScenarioShelf shelf_;
  std::string language_;
};

std::string about(const AttemptFilter& filter, Names& names) {
  std::string text;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) text += (text.empty() ? "" : " · ") + part;
  };
  add(filter.group.value_or(""));
  add(filter.learner.value_or(""));
  add(filter.session);
  if (!filter.scenario.empty()) add(names.scenario(filter.scenario));
  return text;
}

/// The pages that were asked for.
int write_pages(const Cohort& cohort, const RecordsReportOptions& options) {
  const std::string language = interface_language(options.records.language);
  const UiStrings words = load_ui_strings(language);
  Names names(options.records, language);
  const report::CohortNames shown{
      about(options.records.filter, names),
      [&](const std::string& scenario) { return names.scenario(scenario); },
      [&](const std::string& scenario, const std::string& moment) {
        return names.moment(scenario, moment);
      },
      [&](const std::string& scenario, const std::string& moment, const std::string& response) {
        return names.response(scenario, moment, response);
      }};
  int code = kDone;
  if (!options.html.empty()) {
    code = write_page(options.html, report::cohort_html(cohort, shown, words));
  }
  if (!options.pdf.empty() && code == kDone) {
    code = write_page(options.pdf, page_drawing()->report(cohort, shown, words));
  }
  return code;
}

/// The figures that matter most.
std::string summary(const Cohort& cohort, const UiStrings& words) {
  const NpsCounts& answers = cohort.answers;
  const auto number = [](auto value) { return fmt::format("{}", value); };
  std::string text =
      words.text("cohort.line-attempts", {{"count", number(cohort.attempts)},
                                          {"learners", number(cohort.funnel.started)},
                                          {"passed", number(cohort.funnel.passed_one)}});
  text += '\n';
  const auto score = nps(answers);
  const auto interval = nps_interval(answers);
  text += score && interval
              ? words.text("cohort.line-nps", {{"nps", signed_whole_text(*score)},
                                               {"low", signed_whole_text(interval->low())},
                                               {"high", signed_whole_text(interval->high())}})
              : words.text("cohort.line-few", {{"promoters", number(answers.promoters)},
                                               {"passives", number(answers.passives)},
                                               {"detractors", number(answers.detractors)}});
  return text + '\n';
}

/// Where only some attempts count, which these are is found before days, group and session are
/// looked at.
CohortQuestion question_of(const RecordsReportOptions& options) {
  const AttemptFilter& filter = options.records.filter;
  CohortQuestion question;
  question.group = filter.group;
  question.session = filter.session;
  question.since = filter.since;
  question.before = filter.before;
  question.scenario = filter.scenario;
  question.counts = options.records.counts;
  question.pass = options.pass;
  return question;
}

}  // namespace

int records_report_command(const RecordsReportOptions& options) {
  if (const std::string twice = printed_twice({{"--html -", options.html == "-"},
                                               {"--pdf -", options.pdf == "-"},
                                               {"--json", options.records.json}});
      !twice.empty())
    return complain(twice, kWrongUsage);
  const auto store = open_records(options.records);
  if (!store) return store.error();
  const AttemptFilter& filter = options.records.filter;
  const Result<SummaryTable> table = summaries_with_waiting(
      **store, outbox_of(options.records), options.records.counts ? who_and_what(filter) : filter);
  if (!table) return complain(table.error().message, kMachineRefused);
  const Cohort cohort = cohort_of(*table, question_of(options));
  if (!options.html.empty() || !options.pdf.empty()) {
    if (const int code = write_pages(cohort, options); code != kDone) return code;
    if (!options.records.json) return kDone;
  }
  if (options.records.json) return finish(cohort_json(cohort).dump() + '\n');
  const UiStrings words = load_ui_strings(interface_language(options.records.language));
  return finish(summary(cohort, words));
}

}  // namespace mot
