#include "tests/support/attempts.h"

#include <catch2/catch.hpp>
#include <vector>

#include "engine/records/cohort.h"
#include "engine/records/counted.h"

namespace mot::test {
namespace {

constexpr std::size_t kLearners = kNumberedLearners;

void check_keeping(Store& store) {
  std::vector<Attempt> some;
  for (std::size_t i = 0; i < 20; ++i) some.push_back(numbered_attempt(i));
  const auto fresh = store.put(some);
  REQUIRE(fresh);
  CHECK(*fresh == 20);
  const auto kept = attempts_in(store);
  REQUIRE(kept);
  CHECK(*kept == some);
  CHECK(*store.holds(uuid(3)));
  CHECK_FALSE(*store.holds(uuid(20)));

  // Again, and one of them changed: nothing is doubled, nothing moves.
  some[4].play.takeaway = "I say when I will be back.";
  const auto again = store.put(some);
  REQUIRE(again);
  CHECK(*again == 0);
  CHECK(*attempts_in(store) == some);
}

void check_filters(Store& store) {
  const auto count = [&](const AttemptFilter& filter) {
    const auto found = attempts_in(store, filter);
    REQUIRE(found);
    for (const Attempt& attempt : *found) CHECK(matches(filter, attempt));
    return found->size();
  };
  AttemptFilter filter;
  filter.learner = "learner 3";
  CHECK(count(filter) == 3);
  filter.scenario = "late-room";
  CHECK(count(filter) == 2);
  filter.since = numbered_attempt(4).play.started;
  CHECK(count(filter) == 1);
  filter = {};
  filter.id = uuid(5);
  CHECK(count(filter) == 1);
  filter = {};
  filter.before = numbered_attempt(6).play.started;
  CHECK(count(filter) == 6);
  filter = {};
  filter.group = "";
  CHECK(count(filter) == 10);
  filter = {};
  filter.session = "monday";
  CHECK(count(filter) == 4);
  filter = {};
  filter.learner = "nobody'; DROP TABLE attempts; --";
  CHECK(count(filter) == 0);
  std::size_t seen = 0;
  REQUIRE(store.visit({}, [&](const Attempt&) { return ++seen < 3; }));
  CHECK(seen == 3);
}

/// The summaries of a store are those of its attempts, whichever numbers choices have there.
void check_summaries(Store& store, const AttemptFilter& filter) {
  std::vector<AttemptSummary> found;
  ChoiceNames names;
  REQUIRE(store.visit_summaries(filter, names, [&](const AttemptSummary& summary) {
    found.push_back(summary);
    return true;
  }));
  const auto attempts = attempts_in(store, filter);
  REQUIRE(attempts);
  REQUIRE(found.size() == attempts->size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    CHECK(found[i] == summary_of((*attempts)[i], [&](const ChoiceName& name) {
            const auto number = names.find(name);
            REQUIRE(number);
            return *number;
          }));
  }
  CHECK(store.wrong_summaries(filter)->none());
}

/// A store in which nothing is wrong is left as it is by a repair.
void check_repair(Store& store) {
  const auto before = attempts_in(store);
  const auto repaired = store.repair_summaries();
  REQUIRE(repaired);
  CHECK(repaired->none());
  CHECK(*attempts_in(store) == *before);
  check_summaries(store, {});
}

/// Which attempt counts is found before days, group and session are looked at.
void check_counted(Store& store) {
  const auto visit = [&](const AttemptFilter& filter, const Store::Visitor& visitor) {
    return store.visit(filter, visitor);
  };
  const auto ids = [&](const AttemptFilter& filter, CountedAttempt rule) {
    std::vector<std::string> found;
    REQUIRE(visit_counted(visit, filter, rule, [&](const Attempt& attempt) {
      found.push_back(attempt.id);
      return true;
    }));
    return found;
  };
  using Ids = std::vector<std::string>;
  // Of learner 3: late-room at 3 and 10 o'clock, lost-case at 17 o'clock.
  AttemptFilter filter;
  filter.learner = "learner 3";
  CHECK(ids(filter, CountedAttempt::first) == Ids{uuid(3), uuid(17)});
  CHECK(ids(filter, CountedAttempt::last) == Ids{uuid(10), uuid(17)});
  filter.since = numbered_attempt(4).play.started;
  CHECK(ids(filter, CountedAttempt::first) == Ids{uuid(17)});
  CHECK(ids(filter, CountedAttempt::last) == Ids{uuid(10), uuid(17)});
  filter = {};
  filter.learner = "learner 3";
  filter.before = numbered_attempt(4).play.started;
  CHECK(ids(filter, CountedAttempt::last) == Ids{});
  filter.before.clear();
  filter.group = "morning";
  CHECK(ids(filter, CountedAttempt::first) == Ids{});
  // The same in a report, from summaries.
  const auto table = summaries_in(store, who_and_what(filter));
  REQUIRE(table);
  CohortQuestion question;
  question.counts = CountedAttempt::first;
  question.since = numbered_attempt(4).play.started;
  CHECK(cohort_of(*table, question).attempts == 1);
  question.counts = CountedAttempt::last;
  CHECK(cohort_of(*table, question).attempts == 2);
  question.session = "monday";
  CHECK(cohort_of(*table, question).attempts == 1);
}

void check_learners(Store& store) {
  const auto learners = store.learners();
  REQUIRE(learners);
  REQUIRE(learners->size() == kLearners);
  CHECK((*learners)[0] == Learner{"learner 0", 3, numbered_attempt(14).play.started});
  CHECK((*learners)[6] == Learner{"learner 6", 2, numbered_attempt(13).play.started});
}

void check_removal(Store& store) {
  CHECK_FALSE(store.remove({}));
  CHECK_FALSE(store.remove_from_copies({}));
  AttemptFilter filter;
  filter.learner = "learner 3";
  CHECK(store.remove_from_copies(filter));
  const auto removed = store.remove(filter);
  REQUIRE(removed);
  CHECK(*removed == 3);
  CHECK(attempts_in(store)->size() == 17);
  CHECK(*store.remove(filter) == 0);
  CHECK(store.learners()->size() == kLearners - 1);
}

void check_settings(Store& store) {
  CHECK_FALSE(*store.setting("counts"));
  REQUIRE(store.set_setting("counts", "best"));
  REQUIRE(store.set_setting("counts", "last"));
  CHECK(*store.setting("counts") == "last");
  REQUIRE(store.set_setting("counts", std::nullopt));
  CHECK_FALSE(*store.setting("counts"));
}

void check_strange_texts(Store& store) {
  Attempt strange = numbered_attempt(100);
  strange.play.learner = "王小明 “O'Neil”; \\ % _ \t 🙂";
  strange.play.takeaway = "two\nlines, \"quoted\"";
  strange.group = "早班";
  strange.score.reset();
  REQUIRE(store.put(strange));
  AttemptFilter filter;
  filter.learner = strange.play.learner;
  const auto found = attempts_in(store, filter);
  REQUIRE(found);
  REQUIRE(found->size() == 1);
  CHECK(found->front() == strange);
}

/// A store with attempts 0 … 6 that has numbered choices goes on with the numbers that a repair
/// beside it gives them.
void check_repair_beside(const StoreUnderTest& under_test, SqlConnection& beside) {
  const std::unique_ptr<Store> store = under_test.open();
  REQUIRE(store);
  // The choices of the first attempts come to be those of nobody: made anew, the others have other
  // numbers.
  REQUIRE(store->put(numbered_attempt(7)));
  AttemptFilter first;
  first.scenario = numbered_attempt(0).play.scenario;
  CHECK(*store->remove(first) == 5);
  REQUIRE(beside.run("DELETE FROM choices WHERE number = 0", {}, {}));
  const auto repaired = under_test.open()->repair_summaries();
  REQUIRE(repaired);
  CHECK(repaired->gaps);
  for (const std::size_t number : {8U, 2U}) {
    REQUIRE(store->put(numbered_attempt(number)));
    CHECK(store->wrong_summaries({})->none());
  }
  check_summaries(*store, {});
}

}  // namespace

Result<std::vector<Attempt>> attempts_in(Store& store, const AttemptFilter& filter) {
  std::vector<Attempt> attempts;
  const Result<bool> visited = store.visit(filter, [&](const Attempt& attempt) {
    attempts.push_back(attempt);
    return true;
  });
  if (!visited) return tl::unexpected(visited.error());
  return attempts;
}

void check_store_contract(const StoreUnderTest& under_test) {
  std::unique_ptr<Store> store = under_test.open();
  REQUIRE(store);
  CHECK(attempts_in(*store)->empty());
  CHECK(store->learners()->empty());
  check_keeping(*store);
  check_filters(*store);
  check_summaries(*store, {});
  AttemptFilter filter;
  filter.id = numbered_attempt(3).id;
  filter.learner = numbered_attempt(3).play.learner;
  check_summaries(*store, filter);
  check_repair(*store);
  check_counted(*store);
  check_learners(*store);
  if (under_test.lasts) {
    store.reset();
    store = under_test.open();
    REQUIRE(store);
    CHECK(attempts_in(*store)->size() == 20);
  }
  check_removal(*store);
  check_settings(*store);
  check_strange_texts(*store);
  check_summaries(*store, {});
}

void check_summary_repair(const StoreUnderTest& under_test, SqlConnection& beside) {
  std::unique_ptr<Store> store = under_test.open();
  REQUIRE(store);
  std::vector<Attempt> some;
  for (std::size_t i = 0; i < 6; ++i) some.push_back(numbered_attempt(i));
  REQUIRE(store->put(some));
  const auto spoil = [&](const char* sql) { REQUIRE(beside.run(sql, {}, {})); };
  const auto check_mended = [&](const SummaryFaults& faults) {
    CHECK(*store->wrong_summaries({}) == faults);
    const auto repaired = under_test.open()->repair_summaries();
    REQUIRE(repaired);
    CHECK(repaired->orphans == faults.orphans);
    CHECK(repaired->gaps == faults.gaps);
    if (!faults.gaps) CHECK(repaired->wrong == faults.wrong);
    CHECK(*attempts_in(*store) == some);
    check_summaries(*store, {});
  };
  spoil("UPDATE summaries SET figures = '?' WHERE number = 1");
  spoil("DELETE FROM summaries WHERE number = 2");
  spoil("UPDATE summaries SET learner = 'somebody else' WHERE number = 3");
  spoil(
      "INSERT INTO summaries (number, scenario, learner, cohort, session, started, figures)"
      " SELECT number + 100, scenario, learner, cohort, session, started, figures FROM summaries"
      " WHERE number > 4");
  check_mended({{uuid(0), uuid(1), uuid(2)}, 2, false});
  // Numbers that have no choice: the first, of which the others follow, and the last.
  spoil("DELETE FROM choices WHERE number = 0");
  check_mended({{}, 0, true});
  spoil("DELETE FROM choices WHERE number = (SELECT max(number) FROM choices)");
  check_mended({{}, 0, true});
  REQUIRE(store->put(numbered_attempt(6)));
  CHECK(store->wrong_summaries({})->none());
  check_repair_beside(under_test, beside);
}

}  // namespace mot::test
