#include "engine/records/own_records.h"

#include <algorithm>
#include <functional>
#include <set>
#include <vector>

#include "engine/base/file.h"
#include "engine/records/exchange.h"
#include "engine/records/keep_attempts.h"
#include "engine/records/play_folder.h"
#include "engine/records/torn_record.h"

namespace mot {
namespace {

AttemptFilter all_of(const std::string& learner) {
  AttemptFilter filter;
  filter.learner = learner;
  return filter;
}

using Ids = std::set<std::string, std::less<>>;

/// The ids of those of the attempts that the store has.
Result<Ids> held_of(Store& store, const std::vector<Attempt>& attempts) {
  Ids held;
  for (const Attempt& attempt : attempts) {
    const Result<bool> there = store.holds(attempt.id);
    if (!there) return tl::unexpected(there.error());
    if (*there) held.insert(attempt.id);
  }
  return held;
}

/// What `read` finds in the store, and by `add` what is only in the outbox. What is sent while the
/// store is read may be among that or not: then it is read again. Where that does not end, such an
/// attempt is rather there twice than not at all.
template <typename Read, typename Add>
auto read_with_waiting(Store& store,
                       const Outbox& outbox,
                       const AttemptFilter& filter,
                       const Read& read,
                       const Add& add) -> decltype(read()) {
  constexpr int kTries = 3;
  for (int tries = 1;; ++tries) {
    const std::vector<Attempt> waiting = outbox.attempts(filter);
    const Result<Ids> before = held_of(store, waiting);
    if (!before) return tl::unexpected(before.error());
    auto found = read();
    if (!found) return found;
    const Result<Ids> after = held_of(store, waiting);
    if (!after) return tl::unexpected(after.error());
    if (*before != *after && tries < kTries) continue;
    for (const Attempt& attempt : waiting) {
      if (!before->contains(attempt.id)) add(*found, attempt);
    }
    return found;
  }
}

/// Puts one more attempt into a list of learners by name.
void add_attempt(std::vector<Learner>& learners, const Attempt& attempt) {
  const std::string& name = attempt.play.learner;
  auto place = std::lower_bound(
      learners.begin(), learners.end(), name,
      [](const Learner& learner, const std::string& wanted) { return learner.name < wanted; });
  if (place == learners.end() || place->name != name) {
    place = learners.insert(place, Learner{name, 0, ""});
  }
  ++place->attempts;
  place->latest = std::max(place->latest, attempt.play.started);
}

}  // namespace

Result<bool> visit_with_waiting(Store& store,
                                const Outbox& outbox,
                                const AttemptFilter& filter,
                                const Store::Visitor& visitor) {
  // First what waits: sent between the two looks, it is in both and not in neither.
  std::vector<Attempt> waiting = outbox.attempts(filter);
  bool more = true;
  const auto show = [&](const Attempt& attempt) { return more = visitor(attempt); };
  const Result<bool> shown = store.visit(filter, [&](const Attempt& attempt) {
    const auto same = std::find_if(waiting.begin(), waiting.end(),
                                   [&](const Attempt& one) { return one.id == attempt.id; });
    if (same == waiting.end()) return show(attempt);
    const Attempt richer = std::move(*same);
    waiting.erase(same);
    return show(richer);
  });
  if (!shown) return shown;
  for (std::size_t i = 0; i < waiting.size() && more; ++i) show(waiting[i]);
  return true;
}

Result<std::vector<Attempt>> attempts_with_waiting(Store& store,
                                                   const Outbox& outbox,
                                                   const AttemptFilter& filter) {
  std::vector<Attempt> attempts;
  const Result<bool> shown = visit_with_waiting(store, outbox, filter, [&](const Attempt& attempt) {
    attempts.push_back(attempt);
    return true;
  });
  if (!shown) return tl::unexpected(shown.error());
  return attempts;
}

Result<SummaryTable> summaries_with_waiting(Store& store,
                                            const Outbox& outbox,
                                            const AttemptFilter& filter) {
  return read_with_waiting(
      store, outbox, filter, [&] { return summaries_in(store, filter); },
      [](SummaryTable& table, const Attempt& attempt) {
        table.add(summary_of(
            attempt, [&](const ChoiceName& name) { return table.choices.number_of(name); }));
      });
}

Result<std::vector<Learner>> learners_with_waiting(Store& store, const Outbox& outbox) {
  return read_with_waiting(
      store, outbox, {}, [&] { return store.learners(); }, add_attempt);
}

Result<std::size_t> export_learner(Store& store,
                                   const LearnerTraces& traces,
                                   const std::string& learner,
                                   const std::string& path) {
  std::size_t count = 0;
  std::string text(kExchangeBegin);
  const Result<bool> shown = visit_with_waiting(
      store, Outbox(traces.outbox, traces.store), all_of(learner), [&](const Attempt& attempt) {
        text += (count++ == 0 ? "" : ",\n") + to_json(attempt).dump(-1);
        return true;
      });
  if (!shown) return tl::unexpected(shown.error());
  text += kExchangeEnd;
  const Result<bool> written = write_file_atomically(path, text);
  if (!written) return tl::unexpected(written.error());
  return count;
}

Result<Forgotten> forget(Store& store, const LearnerTraces& traces, const AttemptFilter& filter) {
  if (const Result<bool> named = names_whose(filter); !named) {
    return tl::unexpected(named.error());
  }
  Forgotten forgotten;
  const auto meant = [&](const KeptPlay& kept) {
    return matches(filter, attempt_of(kept.playthrough, kept.path));
  };
  const auto damaged = [&](const std::string& text) {
    return is_all_of_one(filter) && names_learner(text, *filter.learner);
  };
  // The files first: one that stayed would be taken in again.
  for (const std::string& folder : {traces.plays, what_if_folder(traces.plays)}) {
    const Result<std::size_t> removed = remove_plays(folder, meant, damaged);
    if (!removed) return tl::unexpected(removed.error());
    forgotten.plays += *removed;
  }
  const Result<std::size_t> removed = Outbox(traces.outbox, traces.store).remove(store, filter);
  if (!removed) return tl::unexpected(removed.error());
  forgotten.attempts = *removed;
  return store.remove_from_copies(filter).map([&](bool) { return forgotten; });
}

Result<Forgotten> forget_learner(Store& store,
                                 const LearnerTraces& traces,
                                 const std::string& learner) {
  return forget(store, traces, all_of(learner));
}

}  // namespace mot
