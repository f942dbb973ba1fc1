#include "game/dashboard/dashboard_reader.h"

#include <chrono>
#include <filesystem>
#include <utility>

#include "engine/records/pin.h"
#include "engine/records/store.h"

namespace mot {
namespace {

constexpr int kReadPatience = 2'000;  // milliseconds, of a store that is busy

template <class T>
bool ready(const std::future<T>& future) {
  return future.valid() && future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

OpenedRecords problem(const Refusal& refusal) {
  OpenedRecords opened;
  opened.problem = refusal.message;
  return opened;
}

}  // namespace

OpenedRecords open_records(const std::string& uri, const std::optional<std::string>& pin) {
  const std::string named = uri.empty() ? default_store() : uri;
  OpenedRecords opened;
  std::error_code unknown;
  if (uri.empty() && !std::filesystem::exists(named, unknown)) {
    opened.table = std::make_shared<const SummaryTable>();
    return opened;
  }
  const Result<std::unique_ptr<Store>> store = open_store(named, kReadPatience);
  if (!store) return problem(store.error());
  const Result<bool> guarded = has_pin(**store);
  if (!guarded) return problem(guarded.error());
  if (*guarded) {
    const Result<bool> right = pin ? is_pin(**store, *pin) : Result<bool>(false);
    if (!right) return problem(right.error());
    opened.locked = !*right;
    opened.wrong_pin = pin && !*right;
    if (opened.locked) return opened;
  }
  Result<SummaryTable> table = summaries_in(**store);
  if (!table) return problem(table.error());
  opened.table = std::make_shared<const SummaryTable>(std::move(*table));
  return opened;
}

void DashboardReader::read(std::optional<std::string> pin) {
  if (reading_.valid()) return;
  reading_ = std::async(std::launch::async,
                        [uri = uri_, pin = std::move(pin)] { return open_records(uri, pin); });
}

void DashboardReader::ask(const CohortQuestion& question) {
  wanted_ = question;
  stale_ = true;
}

bool DashboardReader::step() {
  bool news = false;
  if (ready(reading_)) {
    records_ = reading_.get();
    stale_ = true;
    news = true;
  }
  if (ready(counting_)) {
    Counted counted = counting_.get();
    cohort_ = std::move(counted.cohort);
    answered_ = std::move(counted.question);
    news = true;
  }
  if (stale_ && records_.table && !counting_.valid()) {
    stale_ = false;
    counting_ = std::async(std::launch::async, [table = records_.table, question = wanted_] {
      return Counted{question, std::make_shared<const Cohort>(cohort_of(*table, question))};
    });
  }
  return news;
}

}  // namespace mot
