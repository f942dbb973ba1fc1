// Where attempts are kept: one interface over memory, SQLite and PostgreSQL. All stores pass one
// suite of tests (tests/engine/records/store_contract_test.cpp). Implements docs/records.md.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/records/attempt.h"
#include "engine/records/summary.h"

namespace mot {

/// Which attempts; what is left empty matches all.
struct AttemptFilter {
  std::string id;
  std::optional<std::string> learner;
  std::string scenario;
  std::optional<std::string> group;
  std::string session;
  /// Of Playthrough::started, as text: from this one on, and before that one.
  std::string since;
  std::string before;

  friend bool operator==(const AttemptFilter&, const AttemptFilter&) = default;
};

/// Whether an attempt passes a filter.
bool matches(const AttemptFilter& filter, const Attempt& attempt);

/// Somebody who has played.
struct Learner {
  /// Name or pseudonym; may be empty.
  std::string name;
  std::size_t attempts = 0;
  /// Playthrough::started of the latest.
  std::string latest;

  friend bool operator==(const Learner&, const Learner&) = default;
};

/// What is the matter with summaries, which are made from attempts and can be made again.
struct SummaryFaults {
  /// The ids of attempts whose summary is missing, or is not what they come to.
  std::vector<std::string> wrong;
  /// How many summaries there are of attempts that are not there.
  std::size_t orphans = 0;
  /// The numbers of choices, by which summaries name them, have gaps.
  bool gaps = false;

  bool none() const { return wrong.empty() && orphans == 0 && !gaps; }
  friend bool operator==(const SummaryFaults&, const SummaryFaults&) = default;
};

/// A place for attempts. Every function that changes something does all of it or, refusing, nothing
/// of it. Not for two threads at once; two processes may use one store.
class Store {
 public:
  /// Gets one attempt; false: enough.
  using Visitor = std::function<bool(const Attempt&)>;

  Store() = default;
  virtual ~Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  /// Keeps attempts, in this order. One whose id is there already replaces what is there and stays
  /// in its place, so that repeating this changes nothing. Returns how many were new.
  virtual Result<std::size_t> put(std::span<const Attempt> attempts) = 0;
  Result<std::size_t> put(const Attempt& attempt) { return put(std::span(&attempt, 1)); }

  /// Shows the attempts that match, in the order they came in.
  virtual Result<bool> visit(const AttemptFilter& filter, const Visitor& visitor) = 0;

  /// Gets one summary, which is gone after; false: enough.
  using SummaryVisitor = std::function<bool(const AttemptSummary&)>;
  /// Shows the summaries of the attempts that match, in the order these came in, without reading
  /// the attempts. The visitor must not use the store. What the numbers of choices mean stands in
  /// `names`, which must be empty, only when this has returned.
  virtual Result<bool> visit_summaries(const AttemptFilter& filter,
                                       ChoiceNames& names,
                                       const SummaryVisitor& visitor) = 0;
  /// What is the matter with the summaries of the attempts that match, which nothing should be.
  virtual Result<SummaryFaults> wrong_summaries(const AttemptFilter& filter) = 0;
  /// Makes every summary anew that is wrong, and says what was. No attempt is touched.
  virtual Result<SummaryFaults> repair_summaries() = 0;

  /// Whether an attempt of this id is there.
  virtual Result<bool> holds(std::string_view id) = 0;

  /// Removes the attempts that match, and says how many. Refuses a filter that matches all.
  virtual Result<std::size_t> remove(const AttemptFilter& filter) = 0;

  /// Removes what matches from the copies, too, that were made before the tables were brought up to
  /// date. Refuses a filter that matches all, and with the first copy that cannot be changed.
  virtual Result<bool> remove_from_copies(const AttemptFilter& filter);

  /// Everybody who has played, by name.
  virtual Result<std::vector<Learner>> learners() = 0;

  /// Small texts by name: which attempt counts, a PIN's hash.
  virtual Result<std::optional<std::string>> setting(std::string_view key) = 0;
  /// Nothing removes it.
  virtual Result<bool> set_setting(std::string_view key, std::optional<std::string> value) = 0;
};

/// A store that is gone when the program ends.
std::unique_ptr<Store> memory_store();

/// Opens a store, and makes it where there is none yet. `uri`: a path or sqlite:PATH (SQLite),
/// memory: (nothing is kept), postgresql://… (a server). Whatever others are doing with it is
/// waited for at most `patience` milliseconds at a time. Refuses with a sentence that names the
/// store and the mend.
inline constexpr int kPatience = 10'000;
Result<std::unique_ptr<Store>> open_store(const std::string& uri, int patience = kPatience);

/// The store that is used where none is named: records.sqlite in the user's data folder.
std::string default_store();

/// `named`, or where that is empty the default one.
std::string store_or_default(const std::string& named);

/// How long whoever only looks waits for a store that is busy, in milliseconds.
inline constexpr int kReadPatience = 2'000;
/// Opens store_or_default(named) to look into it. Null: the default one is meant and is not there
/// yet; looking makes no file.
Result<std::unique_ptr<Store>> open_to_read(const std::string& named);

/// The URI as it may be shown and logged: without a password.
std::string without_password(std::string_view uri);

/// The passwords in a URI, as they stand there.
std::vector<std::string> passwords_in(std::string_view uri);

/// Whether a URI names a server: one that may be slow or away.
bool is_remote(std::string_view uri);

}  // namespace mot
