// `mot records verify`: computes every score again from its playthrough and compares; the same of
// summaries, which it can mend.
#include <fmt/format.h>

#include "game/cli/console.h"
#include "game/cli/interface_language.h"
#include "game/cli/progress_line.h"
#include "game/cli/records_access.h"
#include "game/cli/records_commands.h"
#include "game/cli/scenario_argument.h"

namespace mot {
namespace {

struct Verified {
  std::size_t same = 0;
  /// Attempts whose score is not what their playthrough comes to.
  std::vector<std::string> different;
  /// What is, or was before the repair, wrong with what a trainer's figures are counted from.
  SummaryFaults summaries;
  std::size_t no_scenario = 0;
  std::size_t changed = 0;
  std::size_t other_model = 0;

  std::size_t all() const { return same + different.size() + no_scenario + changed + other_model; }
};

void count_unscorable(Verified& verified, Unscorable why) {
  switch (why) {
    case Unscorable::no_scenario: ++verified.no_scenario; break;
    case Unscorable::changed: ++verified.changed; break;
    case Unscorable::other_model: ++verified.other_model; break;
  }
}

Result<Verified> verify(Store& store, const RecordsVerifyOptions& options, ScenarioShelf& shelf) {
  Verified verified;
  ProgressLine progress;
  const Result<bool> shown = store.visit(options.records.filter, [&](const Attempt& attempt) {
    const auto again = score_again(attempt.play, shelf);
    if (!again) {
      count_unscorable(verified, again.error());
    } else if (attempt.score && same_score(*again, *attempt.score)) {
      ++verified.same;
    } else {
      verified.different.push_back(attempt.id);
    }
    if (progress.is_due()) progress.show(fmt::format("{} attempts …", verified.all()));
    return true;
  });
  if (!shown) return tl::unexpected(shown.error());
  Result<SummaryFaults> wrong =
      options.repair ? store.repair_summaries() : store.wrong_summaries(options.records.filter);
  if (!wrong) return tl::unexpected(wrong.error());
  verified.summaries = std::move(*wrong);
  return verified;
}

Json list_json(const std::vector<std::string>& ids) {
  Json list(Json::Array{});
  for (const std::string& id : ids) list.push(id);
  return list;
}

Json verified_json(const Verified& verified, bool repaired) {
  return Json()
      .set("attempts", verified.all())
      .set("same", verified.same)
      .set("different", list_json(verified.different))
      .set("summaries", list_json(verified.summaries.wrong))
      .set("orphans", verified.summaries.orphans)
      .set("gaps", verified.summaries.gaps)
      .set("repaired", repaired)
      .set("no_scenario", verified.no_scenario)
      .set("changed", verified.changed)
      .set("other_model", verified.other_model);
}

std::string verified_text(const Verified& verified, bool repaired, const UiStrings& words) {
  const auto line = [&](const char* key, std::size_t count) {
    return count == 0 ? std::string()
                      : words.text(key, {{"count", fmt::format("{}", count)}}) + '\n';
  };
  std::string out = line("cli.records.same", verified.same);
  out += line("cli.records.no-scenario", verified.no_scenario);
  out += line("cli.records.changed", verified.changed);
  out += line("cli.records.other-model", verified.other_model);
  out += line("cli.records.different", verified.different.size());
  for (const std::string& id : verified.different) out += "  " + id + '\n';
  const SummaryFaults& summaries = verified.summaries;
  out += line("cli.records.summaries", summaries.wrong.size());
  for (const std::string& id : summaries.wrong) out += "  " + id + '\n';
  out += line("cli.records.orphans", summaries.orphans);
  if (summaries.gaps) out += words.text("cli.records.gaps") + '\n';
  if (!summaries.none()) {
    out += words.text(repaired ? "cli.records.repaired" : "cli.records.repair-hint") + '\n';
  }
  return out.empty() ? words.text("cli.records.none") + '\n' : out;
}

}  // namespace

int records_verify_command(const RecordsVerifyOptions& options) {
  const RecordsOptions& records = options.records;
  const auto store = open_records(records);
  if (!store) return store.error();
  ScenarioShelf shelf = shelf_of_library(library_folder(records.library));
  const Result<Verified> verified = verify(**store, options, shelf);
  if (!verified) return complain(verified.error().message, kMachineRefused);
  const bool well = options.repair || verified->summaries.none();
  const int code = verified->different.empty() && well ? kDone : kNotGood;
  if (records.json) return finish(verified_json(*verified, options.repair).dump() + '\n', code);
  const UiStrings words = load_ui_strings(interface_language(records.language));
  return finish(verified_text(*verified, options.repair, words), code);
}

}  // namespace mot
