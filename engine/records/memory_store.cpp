// Attempts in memory: for tests, and for `--store memory:`, where nothing is to be kept.
#include <algorithm>
#include <map>

#include "engine/records/store.h"

namespace mot {
namespace {

class MemoryStore : public Store {
 public:
  using Store::put;
  Result<std::size_t> put(std::span<const Attempt> attempts) override {
    std::size_t fresh = 0;
    for (const Attempt& attempt : attempts) {
      const auto same = find(attempt.id);
      if (same != attempts_.end()) {
        *same = attempt;
      } else {
        attempts_.push_back(attempt);
        ++fresh;
      }
    }
    return fresh;
  }

  Result<bool> visit(const AttemptFilter& filter, const Visitor& visitor) override {
    for (const Attempt& attempt : attempts_) {
      if (matches(filter, attempt) && !visitor(attempt)) break;
    }
    return true;
  }

  Result<bool> visit_summaries(const AttemptFilter& filter,
                               ChoiceNames& names,
                               const SummaryVisitor& visitor) override {
    return visit(filter, [&](const Attempt& attempt) {
      return visitor(
          summary_of(attempt, [&](const ChoiceName& name) { return names.number_of(name); }));
    });
  }

  // Made whenever they are asked for, they are never wrong.
  Result<SummaryFaults> wrong_summaries(const AttemptFilter&) override { return SummaryFaults(); }
  Result<SummaryFaults> repair_summaries() override { return SummaryFaults(); }

  Result<bool> holds(std::string_view id) override { return find(id) != attempts_.end(); }

  Result<std::size_t> remove(const AttemptFilter& filter) override {
    if (filter == AttemptFilter{}) return refuse("nothing says which attempts to remove");
    return std::erase_if(attempts_, [&](const Attempt& a) { return matches(filter, a); });
  }

  Result<std::vector<Learner>> learners() override {
    std::map<std::string, Learner> by_name;
    for (const Attempt& attempt : attempts_) {
      Learner& learner = by_name[attempt.play.learner];
      learner.name = attempt.play.learner;
      ++learner.attempts;
      learner.latest = std::max(learner.latest, attempt.play.started);
    }
    std::vector<Learner> list;
    list.reserve(by_name.size());
    for (auto& [name, learner] : by_name) list.push_back(std::move(learner));
    return list;
  }

  Result<std::optional<std::string>> setting(std::string_view key) override {
    const auto found = settings_.find(std::string(key));
    return found == settings_.end() ? std::nullopt : std::optional(found->second);
  }

  Result<bool> set_setting(std::string_view key, std::optional<std::string> value) override {
    settings_.erase(std::string(key));
    if (value) settings_.emplace(key, std::move(*value));
    return true;
  }

 private:
  std::vector<Attempt>::iterator find(std::string_view id) {
    return std::find_if(attempts_.begin(), attempts_.end(),
                        [&](const Attempt& attempt) { return attempt.id == id; });
  }

  std::vector<Attempt> attempts_;
  std::map<std::string, std::string> settings_;
};

}  // namespace

std::unique_ptr<Store> memory_store() { return std::make_unique<MemoryStore>(); }

Result<bool> Store::remove_from_copies(const AttemptFilter& filter) {
  if (filter == AttemptFilter{}) return refuse("nothing says which attempts to remove");
  return true;
}

bool matches(const AttemptFilter& filter, const Attempt& attempt) {
  const Playthrough& play = attempt.play;
  return (filter.id.empty() || filter.id == attempt.id) &&
         (!filter.learner || *filter.learner == play.learner) &&
         (filter.scenario.empty() || filter.scenario == play.scenario) &&
         (!filter.group || *filter.group == attempt.group) &&
         (filter.session.empty() || filter.session == attempt.session) &&
         (filter.since.empty() || play.started >= filter.since) &&
         (filter.before.empty() || play.started < filter.before);
}

}  // namespace mot
