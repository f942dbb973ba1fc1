#include "game/cli/main_records.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "engine/base/utc.h"
#include "game/cli/main_options.h"

namespace mot {
namespace {

using Run = std::function<int()>;

/// Which store, which library, which language.
void add_place(CLI::App& app, std::string& store, std::string& library, std::string& language) {
  app.add_option("--store", store, "File or URI of the records; else MOT_STORE, else your own")
      ->type_name("URI");
  add_library(app, library);
  add_language(app, language);
}

void add_common(CLI::App& app, RecordsOptions& options, bool prints) {
  add_place(app, options.store, options.library, options.language);
  if (prints) app.add_flag("--json", options.json, "Print JSON");
}

/// Empty where a word is a day, as CLI11 wants it.
std::string is_day(const std::string& word) {
  return seconds_of_utc(word) ? "" : fmt::format("'{}' is no day such as 2026-11-21", word);
}

/// Which attempts. The learner and the group may be empty texts: those without. Returns the
/// options.
std::vector<CLI::Option*> add_filter(CLI::App& app, RecordsOptions& options) {
  AttemptFilter& filter = options.filter;
  return {
      app.add_option("--learner", filter.learner, "Only of this one")->type_name("NAME"),
      app.add_option("--scenario", filter.scenario, "Only at this scenario")->type_name("ID"),
      app.add_option("--group", filter.group, "Only of this group")->type_name("NAME"),
      app.add_option("--session", filter.session, "Only of this trainer's session")
          ->type_name("ID"),
      app.add_option("--since", filter.since, "Only from this day on")
          ->type_name("YYYY-MM-DD")
          ->check(is_day),
      app.add_option("--before", filter.before, "Only before this day")
          ->type_name("YYYY-MM-DD")
          ->check(is_day),
  };
}

void add_counts(CLI::App& app, RecordsOptions& options) {
  const auto set = [&options](const std::string& word) {
    options.counts = word == "first"  ? CountedAttempt::first
                     : word == "last" ? CountedAttempt::last
                                      : CountedAttempt::best;
  };
  app.add_option_function<std::string>(
         "--counts", set, "Of each learner at each scenario only the first, best or last attempt")
      ->type_name("WHICH")
      ->check(CLI::IsMember({"first", "best", "last"}));
}

void add_list(CLI::App& app, RecordsWords& words, Run& command) {
  CLI::App* list = app.add_subcommand("list", "List attempts, or who has played");
  add_common(*list, words.list.records, true);
  add_filter(*list, words.list.records);
  add_counts(*list, words.list.records);
  list->add_flag("--learners", words.list.learners, "A line for each learner");
  list->footer("Example: mot records list --group morning --counts best");
  list->callback([&] { command = [&] { return records_list_command(words.list); }; });
}

void add_export(CLI::App& app, RecordsWords& words, Run& command) {
  CLI::App* exported = app.add_subcommand("export", "Write attempts as JSON, CSV or xAPI");
  add_common(*exported, words.exported.records, false);
  add_filter(*exported, words.exported.records);
  add_counts(*exported, words.exported.records);
  exported->add_option("--json", words.exported.json, "All of each attempt; - is stdout")
      ->type_name("FILE");
  exported->add_option("--csv", words.exported.csv, "A row an attempt")->type_name("FILE");
  exported->add_option("--choices", words.exported.choices, "A row a choice, as CSV")
      ->type_name("FILE");
  exported->add_option("--xapi", words.exported.xapi, "xAPI 1.0.3 statements")->type_name("FILE");
  exported->footer("Example: mot records export --learner \"Li Na\" --csv li-na.csv");
  exported->callback([&] { command = [&] { return records_export_command(words.exported); }; });
}

void add_report(CLI::App& app, RecordsWords& words, Run& command) {
  CLI::App* report = app.add_subcommand("report", "What the attempts of a group come to");
  add_common(*report, words.report.records, true);
  add_filter(*report, words.report.records);
  add_counts(*report, words.report.records);
  report->add_option("--html", words.report.html, "As a page; - is stdout")->type_name("FILE");
  report->add_option("--pdf", words.report.pdf, "For printing; - is stdout")->type_name("FILE");
  report->add_option("--pass", words.report.pass, "Score that passes")
      ->type_name("SCORE")
      ->check(CLI::Range(0.0, 100.0));
  report->footer("Example: mot records report --group morning --html morning.html");
  report->callback([&] {
    words.draws_pages = !words.report.pdf.empty();
    command = [&] { return records_report_command(words.report); };
  });
}

void add_push(CLI::App& app, RecordsWords& words, Run& command) {
  CLI::App* pushed = app.add_subcommand("push", "Send xAPI statements to a learning record store");
  add_common(*pushed, words.pushed.records, true);
  add_filter(*pushed, words.pushed.records);
  add_counts(*pushed, words.pushed.records);
  pushed->add_option("--lrs", words.pushed.lrs, "Its endpoint")->type_name("URL")->required();
  pushed
      ->add_option("--credentials", words.pushed.credentials,
                   "A file KEY:SECRET; else MOT_LRS_KEY and MOT_LRS_SECRET")
      ->type_name("FILE");
  pushed->add_option("--ca", words.pushed.authorities, "Trust these certificates instead")
      ->type_name("FILE");
  pushed->add_option("--timeout", words.pushed.timeout, "Seconds to wait for an answer")
      ->type_name("SECONDS")
      ->check(CLI::Range(1, 600));
  pushed->footer("Example: mot records push --lrs https://lrs.example.org/xapi --group morning");
  pushed->callback([&] { command = [&] { return records_push_command(words.pushed); }; });
}

void add_import(CLI::App& app, RecordsWords& words, Run& command) {
  CLI::App* imported = app.add_subcommand("import", "Take in what was exported, and playthroughs");
  add_common(*imported, words.imported.records, true);
  imported->add_option("FILE", words.imported.files, "JSON files")->required();
  imported->footer("Example: mot records import from-room-2.json");
  imported->callback([&] { command = [&] { return records_import_command(words.imported); }; });
}

void add_delete(CLI::App& app, RecordsWords& words, Run& command) {
  CLI::App* deleted =
      app.add_subcommand("delete", "Delete a learner's records, or one attempt, for good");
  RecordsOptions& options = words.deleted.records;
  add_common(*deleted, options, true);
  CLI::Option_group* which = deleted->add_option_group("what is deleted");
  which->add_option("--learner", options.filter.learner, "All of this one")->type_name("NAME");
  which->add_option("--attempt", options.filter.id, "This attempt")
      ->type_name("ID")
      ->check([](const std::string& id) {
        return id.empty() ? std::string("the id of an attempt is needed") : std::string();
      });
  which->require_option(1);
  deleted->add_flag("--yes", words.deleted.yes, "Do not ask");
  deleted->footer("Example: mot records delete --learner \"Li Na\"");
  deleted->callback([&] { command = [&] { return records_delete_command(words.deleted); }; });
}

void add_verify(CLI::App& app, RecordsWords& words, Run& command) {
  CLI::App* verify = app.add_subcommand("verify", "Compute every score again and compare");
  add_common(*verify, words.verify.records, true);
  const auto filter = add_filter(*verify, words.verify.records);
  CLI::Option* repair = verify->add_flag("--repair", words.verify.repair,
                                         "Make wrong summaries anew, of all attempts there are");
  for (CLI::Option* one : filter) repair->excludes(one);
  verify->footer("Example: mot records verify");
  verify->callback([&] { command = [&] { return records_verify_command(words.verify); }; });
}

void add_pin(CLI::App& app, RecordsWords& words, Run& command) {
  CLI::App* pin = app.add_subcommand("pin", "Put a PIN before the records of others");
  add_common(*pin, words.pin.records, false);
  pin->add_flag("--remove", words.pin.remove, "No PIN any more");
  pin->footer("Example: mot records pin");
  pin->callback([&] { command = [&] { return records_pin_command(words.pin); }; });
}

}  // namespace

void add_records(CLI::App& app, RecordsWords& words, Run& command) {
  CLI::App* records =
      app.add_subcommand("records", "What was played: list, export, verify, delete");
  records->require_subcommand(1);
  records->footer("Example: mot records list");
  add_list(*records, words, command);
  add_export(*records, words, command);
  add_report(*records, words, command);
  add_push(*records, words, command);
  add_import(*records, words, command);
  add_delete(*records, words, command);
  add_verify(*records, words, command);
  add_pin(*records, words, command);
}

void add_courses(CLI::App& app, RecordsWords& words, Run& command) {
  CLI::App* courses =
      app.add_subcommand("course", "Courses: what there is, progress, what is next");
  courses->require_subcommand(1);
  courses->footer("Example: mot course next onboarding");
  CLI::App* list = courses->add_subcommand("list", "List the courses of the library");
  list->footer("Example: mot course list");
  list->callback([&] { command = [&] { return course_list_command(words.course); }; });
  CLI::App* show =
      courses->add_subcommand("show", "A course's lessons, and where a learner stands");
  show->add_option("COURSE", words.course.course, "A file, or an id of the library")->required();
  show->footer("Example: mot course show onboarding --learner \"Li Na\"");
  show->callback([&] { command = [&] { return course_show_command(words.course); }; });
  CLI::App* next = courses->add_subcommand("next", "What to play next, and why");
  next->add_option("COURSE", words.course.course, "A file or an id; without one, any scenario");
  next->footer("Example: mot course next onboarding --learner \"Li Na\"");
  next->callback([&] { command = [&] { return course_next_command(words.course); }; });
  for (CLI::App* one : {list, show, next}) {
    add_place(*one, words.course.store, words.course.library, words.course.language);
    one->add_flag("--json", words.course.json, "Print JSON");
    if (one == list) continue;
    one->add_option("--learner", words.course.learner, "Whose; else all of the store together")
        ->type_name("NAME");
  }
}

}  // namespace mot
