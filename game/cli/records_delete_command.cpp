// `mot records delete`: everything of one learner, or one attempt, wherever this machine has it.
#include <fmt/format.h>

#include <algorithm>

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
  const LearnerTraces traces{store_or_default(store_named(options.store)), outbox_folder(),
                             play_folder()};
  return forget(store, traces, options.filter);
}

/// How many attempts are to go, of the store and of what waits for it; without reading those of the
/// store, as one that cannot be read is to go, too.
Result<std::size_t> count_of(Store& store, const RecordsOptions& options) {
  const AttemptFilter& filter = options.filter;
  const Outbox outbox = outbox_of(options);
  if (!filter.learner) {
    const bool waits = !outbox.attempts(filter).empty();
    return store.holds(filter.id).map([&](bool held) { return held || waits ? 1U : 0U; });
  }
  return learners_with_waiting(store, outbox).map([&](const std::vector<Learner>& all) {
    const auto one = std::find_if(all.begin(), all.end(), [&](const Learner& learner) {
      return learner.name == *filter.learner;
    });
    return one == all.end() ? std::size_t{0} : one->attempts;
  });
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
  if (!options.yes) {
    if (!is_terminal(kStandardInput))
      return complain(words.text("cli.records.delete-needs-yes"), kWrongUsage);
    const Result<std::size_t> count = count_of(**store, records);
    if (!count) return complain(count.error().message, kMachineRefused);
    if (!confirmed(words, *count)) return kDone;
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
