// `mot records delete`: everything of one learner, or one attempt, wherever this machine has it.
#include <fmt/format.h>

#include "engine/records/outbox.h"
#include "engine/records/own_records.h"
#include "engine/records/play_folder.h"
#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/line_input.h"
#include "game/cli/records_access.h"
#include "game/cli/records_commands.h"

namespace mot {
namespace {

Result<Forgotten> remove(Store& store, const RecordsOptions& options) {
  const std::string named = store_named(options.store);
  const LearnerTraces traces{named.empty() ? default_store() : named, outbox_folder(),
                             play_folder()};
  return forget(store, traces, options.filter);
}

/// Whether the person means it.
bool confirmed(const UiStrings& words, std::size_t count) {
  write_error(words.text("cli.records.delete-question", {{"count", fmt::format("{}", count)}}) +
              ' ');
  LineInput input;
  const std::optional<std::string> answer = input.next();
  return answer && (*answer == "y" || *answer == "Y" || *answer == "是");
}

}  // namespace

int records_delete_command(const RecordsDeleteOptions& options) {
  const RecordsOptions& records = options.records;
  const UiStrings words = load_ui_strings(interface_language(records.language));
  const auto store = open_records(records);
  if (!store) return store.error();
  std::size_t count = 0;
  const Result<bool> counted = (*store)->visit(records.filter, [&](const Attempt&) {
    ++count;
    return true;
  });
  if (!counted) return complain(counted.error().message, kMachineRefused);
  if (!options.yes) {
    if (!is_terminal(kStandardInput))
      return complain(words.text("cli.records.delete-needs-yes"), kWrongUsage);
    if (!confirmed(words, count)) return kDone;
  }
  const Result<Forgotten> removed = remove(**store, records);
  if (!removed) return complain(removed.error().message, kMachineRefused);
  const int code = removed->attempts + removed->plays == 0 ? kNotGood : kDone;
  if (records.json) {
    return finish(
        Json().set("attempts", removed->attempts).set("plays", removed->plays).dump() + '\n', code);
  }
  return finish(
      words.text("cli.records.deleted", {{"attempts", fmt::format("{}", removed->attempts)},
                                         {"plays", fmt::format("{}", removed->plays)}}) +
          '\n',
      code);
}

}  // namespace mot
