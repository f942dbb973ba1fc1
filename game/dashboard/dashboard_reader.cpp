#include "game/dashboard/dashboard_reader.h"

#include <utility>

#include "engine/records/own_records.h"
#include "engine/records/pin.h"
#include "engine/records/store.h"

namespace mot {
namespace {

OpenedRecords problem(const Refusal& refusal) {
  OpenedRecords opened;
  opened.problem = refusal.message;
  return opened;
}

}  // namespace

OpenedRecords open_records(const std::string& uri, const std::optional<std::string>& pin) {
  const Result<std::unique_ptr<Store>> store = open_to_read(uri);
  if (!store) return problem(store.error());
  OpenedRecords opened;
  if (*store == nullptr) {
    opened.table = std::make_shared<const SummaryTable>();
    return opened;
  }
  const Result<bool> guarded = has_pin(**store);
  if (!guarded) return problem(guarded.error());
  if (*guarded) {
    const Result<bool> right = pin ? is_pin(**store, *pin) : Result<bool>(false);
    if (!right) return problem(right.error());
    opened.locked = !*right;
    opened.wrong_pin = pin && !*right;
    if (opened.locked) return opened;
  }
  Result<SummaryTable> table = summaries_with_waiting(**store, outbox_of_store(uri));
  if (!table) return problem(table.error());
  opened.table = std::make_shared<const SummaryTable>(std::move(*table));
  return opened;
}

bool DashboardReader::read(std::optional<std::string> pin) {
  if (reading_.valid()) return false;
  reading_ = Background<OpenedRecords>(
      [uri = uri_, pin = std::move(pin)] { return open_records(uri, pin); });
  return true;
}

void DashboardReader::ask(const CohortQuestion& question) {
  wanted_ = question;
  stale_ = true;
}

bool DashboardReader::step() {
  bool news = false;
  if (reading_.ready()) {
    records_ = reading_.take();
    stale_ = true;
    news = true;
  }
  if (counting_.ready()) {
    cohort_ = counting_.take();
    news = true;
  }
  if (stale_ && records_.table && !counting_.valid()) {
    stale_ = false;
    counting_ = Background<SharedCohort>([table = records_.table, question = wanted_] {
      return std::make_shared<const Cohort>(cohort_of(*table, question));
    });
  }
  return news;
}

}  // namespace mot
