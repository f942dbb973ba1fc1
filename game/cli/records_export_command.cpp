// `mot records export`: attempts as JSON that another store takes in, as CSV for
// spreadsheets, and as xAPI statements.
#include <fmt/format.h>

#include <functional>

#include "engine/records/csv.h"
#include "engine/records/exchange.h"
#include "game/cli/console.h"
#include "game/cli/output_file.h"
#include "game/cli/progress_line.h"
#include "game/cli/records_access.h"
#include "game/cli/records_commands.h"
#include "game/cli/scenario_argument.h"

namespace mot {
namespace {

/// One form of export: what stands before, what each attempt adds, what stands behind.
struct Form {
  std::string head;
  std::function<std::string(const Attempt&, bool first)> part;
  std::string tail;
};

Form json_form() {
  return {std::string(kExchangeBegin),
          [](const Attempt& attempt, bool first) {
            return (first ? "" : ",\n") + to_json(attempt).dump(-1);
          },
          std::string(kExchangeEnd)};
}

Form csv_form() {
  // Spreadsheets take a text for UTF-8 only where it says so.
  return {"\xEF\xBB\xBF" + csv_attempt_heading(),
          [](const Attempt& attempt, bool) { return csv_attempt_row(attempt); }, ""};
}

Form choices_form() {
  return {"\xEF\xBB\xBF" + csv_choice_heading(),
          [](const Attempt& attempt, bool) { return csv_choice_rows(attempt); }, ""};
}

/// A list of statements, one a line, as a learning record store takes them.
Form xapi_form(ScenarioShelf& shelf) {
  return {"[\n",
          [&shelf](const Attempt& attempt, bool first) {
            std::string lines;
            for (const Json& statement : statements_of(attempt, shelf)) {
              lines += (first && lines.empty() ? "" : ",\n") + statement.dump(-1);
            }
            return lines;
          },
          "\n]\n"};
}

int write(Store& store, const RecordsOptions& options, const std::string& path, const Form& form) {
  OutputFile file(path);
  ProgressLine progress;
  file.write(form.head);
  std::size_t written = 0;
  const Result<bool> shown = each_chosen(store, options, [&](const Attempt& attempt) {
    file.write(form.part(attempt, written == 0));
    ++written;
    if (progress.is_due()) progress.show(fmt::format("{} attempts …", written));
    return true;
  });
  if (!shown) return complain(shown.error().message, kMachineRefused);
  file.write(form.tail);
  const Result<bool> closed = file.close();
  return closed ? kDone : complain(closed.error().message, kMachineRefused);
}

}  // namespace

int records_export_command(const RecordsExportOptions& options) {
  if (const std::string twice = printed_twice({{"--json -", options.json == "-"},
                                               {"--csv -", options.csv == "-"},
                                               {"--choices -", options.choices == "-"},
                                               {"--xapi -", options.xapi == "-"}});
      !twice.empty())
    return complain(twice, kWrongUsage);
  const auto store = open_records(options.records);
  if (!store) return store.error();
  ScenarioShelf shelf = shelf_of_library(library_folder(options.records.library), true);
  const bool none = options.json.empty() && options.csv.empty() && options.choices.empty() &&
                    options.xapi.empty();
  const std::vector<std::pair<std::string, Form>> wanted{{none ? "-" : options.json, json_form()},
                                                         {options.csv, csv_form()},
                                                         {options.choices, choices_form()},
                                                         {options.xapi, xapi_form(shelf)}};
  for (const auto& [path, form] : wanted) {
    if (path.empty()) continue;
    if (const int code = write(**store, options.records, path, form); code != kDone) return code;
  }
  return kDone;
}

}  // namespace mot
