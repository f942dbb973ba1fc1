// All that is kept of one person: taken along, and removed (engine/records/own_records.h).
#include "engine/records/own_records.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/records/exchange.h"
#include "engine/records/migrations.h"
#include "engine/records/outbox.h"
#include "engine/records/play_folder.h"
#include "engine/records/sql_connection.h"
#include "tests/support/attempts.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace mot;
using test::attempts_in;

Attempt attempt(const std::string& learner, const std::string& started) {
  Attempt made;
  made.play.scenario = "late-room";
  made.play.learner = learner;
  made.play.started = started;
  made.play.complete = true;
  made.id = attempt_id(made.play, started);
  return made;
}

void keep_file(const std::filesystem::path& path, const Attempt& attempt) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path) << write_playthrough(attempt.play);
}

/// A store in which another process puts an attempt just behind every count that is made of it, as
/// long as there are any to put.
class BusyStore : public Store {
 public:
  explicit BusyStore(std::vector<Attempt> arriving) : arriving_(std::move(arriving)) {}
  using Store::put;
  Result<std::size_t> put(std::span<const Attempt> attempts) override { return in_->put(attempts); }
  Result<bool> visit(const AttemptFilter& filter, const Visitor& visitor) override {
    return in_->visit(filter, visitor);
  }
  Result<bool> visit_summaries(const AttemptFilter& filter,
                               ChoiceNames& names,
                               const SummaryVisitor& visitor) override {
    return arrive_behind(in_->visit_summaries(filter, names, visitor));
  }
  Result<SummaryFaults> wrong_summaries(const AttemptFilter& filter) override {
    return in_->wrong_summaries(filter);
  }
  Result<SummaryFaults> repair_summaries() override { return in_->repair_summaries(); }
  Result<bool> holds(std::string_view id) override { return in_->holds(id); }
  Result<std::size_t> remove(const AttemptFilter& filter) override { return in_->remove(filter); }
  Result<std::vector<Learner>> learners() override { return arrive_behind(in_->learners()); }
  Result<std::optional<std::string>> setting(std::string_view key) override {
    return in_->setting(key);
  }
  Result<bool> set_setting(std::string_view key, std::optional<std::string> value) override {
    return in_->set_setting(key, std::move(value));
  }

 private:
  template <typename Counted>
  Counted arrive_behind(Counted counted) {
    if (!arriving_.empty()) {
      REQUIRE(in_->put(arriving_.back()));
      arriving_.pop_back();
    }
    return counted;
  }

  std::unique_ptr<Store> in_ = memory_store();
  std::vector<Attempt> arriving_;
};

std::vector<Attempt> read_export(const std::string& path) {
  std::ifstream in(path);
  std::vector<Attempt> read;
  REQUIRE(read_exchange(in, path, [&](Attempt one) -> Result<bool> {
    read.push_back(std::move(one));
    return true;
  }));
  return read;
}

}  // namespace

TEST_CASE("what is exported of a learner another store takes in, and nothing of others") {
  const test::TemporaryFolder folder;
  const auto store = memory_store();
  REQUIRE(store->put(attempt("Ann", "2026-01-01T08:00:00Z")));
  REQUIRE(store->put(attempt("Ben", "2026-01-02T08:00:00Z")));
  REQUIRE(store->put(attempt("Ann", "2026-01-03T08:00:00Z")));
  CHECK(export_learner(*store, {"memory:", folder / "outbox", ""}, "Ann",
                       folder / "out/ann.json") == 2U);
  CHECK(read_export(folder / "out/ann.json") ==
        std::vector<Attempt>{attempt("Ann", "2026-01-01T08:00:00Z"),
                             attempt("Ann", "2026-01-03T08:00:00Z")});
}

TEST_CASE("what still waits for the store is exported, too, each attempt once") {
  const test::TemporaryFolder folder;
  const auto store = memory_store();
  const Attempt first = attempt("Ann", "2026-01-01T08:00:00Z");
  const Attempt second = attempt("Ann", "2026-01-02T08:00:00Z");
  REQUIRE(store->put(first));
  REQUIRE(store->put(second));
  Outbox outbox(folder / "outbox", "memory:");
  Attempt richer = first;
  richer.play.takeaway = "Ask first.";
  const Attempt third = attempt("Ann", "2026-01-03T08:00:00Z");
  for (const Attempt& waiting : {third, attempt("Ben", "2026-01-04T08:00:00Z"), richer}) {
    REQUIRE(outbox.add(waiting));
  }
  CHECK(export_learner(*store, {"memory:", folder / "outbox", ""}, "Ann", folder / "ann.json") ==
        3U);
  CHECK(read_export(folder / "ann.json") == std::vector<Attempt>{richer, second, third});
  CHECK(outbox.waiting() == 3);
  // Who has seen enough sees no more.
  std::size_t seen = 0;
  REQUIRE(visit_with_waiting(*store, outbox, {}, [&](const Attempt&) { return ++seen < 3; }));
  CHECK(seen == 3);
}

TEST_CASE("what still waits for the store is counted, too, each attempt once") {
  const test::TemporaryFolder folder;
  const auto store = memory_store();
  const auto played = [](const std::string& started, const std::string& choice) {
    Attempt made = attempt("Ann", started);
    made.play.choices = {{choice, 1, false, {}}};
    return made;
  };
  const Attempt first = played("2026-01-01T08:00:00Z", "desk.wait");
  REQUIRE(store->put(first));
  Outbox outbox(folder / "outbox", "memory:");
  REQUIRE(outbox.add(played("2026-01-02T08:00:00Z", "desk.help")));
  REQUIRE(outbox.add(first));
  REQUIRE(outbox.add(attempt("Ben", "2026-01-03T08:00:00Z")));
  AttemptFilter filter;
  filter.learner = "Ann";
  const auto table = summaries_with_waiting(*store, outbox, filter);
  REQUIRE(table);
  REQUIRE(table->rows().size() == 2);
  const auto response = [&](const SummaryRow& row) {
    return table->choices.name(table->answers(row).front().choice).response;
  };
  CHECK(response(table->rows()[0]) == "wait");
  CHECK(response(table->rows()[1]) == "help");
  CHECK(attempts_with_waiting(*store, outbox, {})->size() == 3);
  CHECK(
      learners_with_waiting(*store, outbox) ==
      std::vector<Learner>{{"Ann", 2, "2026-01-02T08:00:00Z"}, {"Ben", 1, "2026-01-03T08:00:00Z"}});
}

TEST_CASE("an attempt that is sent in the middle of a count is counted once all the same") {
  const test::TemporaryFolder folder;
  Outbox outbox(folder / "outbox", "memory:");
  std::vector<Attempt> sent;
  const auto waits = [&](const std::string& started) {
    sent.push_back(attempt("Ann", started));
    REQUIRE(outbox.add(sent.back()));
  };
  waits("2026-01-01T08:00:00Z");
  waits("2026-01-02T08:00:00Z");
  {
    BusyStore store(sent);
    CHECK(summaries_with_waiting(store, outbox)->rows().size() == 2);
  }
  {
    BusyStore store(sent);
    CHECK(learners_with_waiting(store, outbox) ==
          std::vector<Learner>{{"Ann", 2, "2026-01-02T08:00:00Z"}});
  }
  // Where it does not come to rest, none is missed.
  waits("2026-01-03T08:00:00Z");
  waits("2026-01-04T08:00:00Z");
  BusyStore store(sent);
  CHECK(summaries_with_waiting(store, outbox)->rows().size() == 4);
}

TEST_CASE("whoever is forgotten is gone from the store, the outbox, the plays and the what-ifs") {
  const test::TemporaryFolder folder;
  const auto store = memory_store();
  const Attempt ann = attempt("Ann", "2026-01-01T08:00:00Z");
  const Attempt ben = attempt("Ben", "2026-01-02T08:00:00Z");
  REQUIRE(store->put(ann));
  REQUIRE(store->put(ben));
  Outbox outbox(folder / "outbox", "memory:");
  REQUIRE(outbox.add(attempt("Ann", "2026-01-03T08:00:00Z")));
  const std::filesystem::path plays = folder / "plays";
  keep_file(plays / "a.json", ann);
  keep_file(plays / "b.json", ben);
  keep_file(plays / "what-if" / "c.json", ann);
  const auto forgotten =
      forget_learner(*store, {"memory:", folder / "outbox", plays.string()}, "Ann");
  REQUIRE(forgotten);
  CHECK(forgotten->attempts == 2);
  CHECK(forgotten->plays == 2);
  CHECK(outbox.waiting() == 0);
  CHECK(list_plays(plays.string()).size() == 1);
  CHECK(list_plays((plays / "what-if").string()).empty());
  const auto left = attempts_in(*store);
  REQUIRE(left);
  REQUIRE(left->size() == 1);
  CHECK(left->front().play.learner == "Ben");
}

TEST_CASE("nobody is forgotten where nothing says who") {
  const test::TemporaryFolder folder;
  const auto store = memory_store();
  const Attempt ann = attempt("Ann", "2026-01-01T08:00:00Z");
  REQUIRE(store->put(ann));
  Outbox outbox(folder / "outbox", "memory:");
  REQUIRE(outbox.add(ann));
  const std::filesystem::path plays = folder / "plays";
  keep_file(plays / "a.json", ann);
  const LearnerTraces traces{"memory:", folder / "outbox", plays.string()};
  AttemptFilter filter;
  CHECK_FALSE(forget(*store, traces, filter));
  filter.scenario = "late-room";
  CHECK_FALSE(forget(*store, traces, filter));
  CHECK(outbox.waiting() == 1);
  CHECK(list_plays(plays.string()).size() == 1);
  CHECK(attempts_in(*store)->size() == 1);
}

TEST_CASE("files that cannot be read go with the rest of their learner") {
  const test::TemporaryFolder folder;
  const auto store = memory_store();
  const std::filesystem::path plays = folder / "plays";
  keep_file(plays / "whole.json", attempt("Ben", "2026-01-01T08:00:00Z"));
  const auto keep_torn = [&](const std::string& name, const std::string& learner) {
    const std::string whole = write_playthrough(attempt(learner, "2026-01-02T08:00:00Z").play);
    std::ofstream(plays / name) << whole.substr(0, whole.size() - 8);
  };
  std::filesystem::create_directories(plays / "what-if");
  keep_torn("ann.json", "Ann");
  keep_torn("ben.json", "Ben");
  keep_torn(".ann.json.7.1.tmp", "Ann");
  keep_torn("what-if/ann.json", "Ann");
  const LearnerTraces traces{"memory:", folder / "outbox", plays.string()};
  // One attempt is not everything of a learner.
  AttemptFilter one;
  one.learner = "Ann";
  one.id = attempt("Ann", "2026-01-02T08:00:00Z").id;
  const auto none = forget(*store, traces, one);
  REQUIRE(none);
  CHECK(none->plays == 0);
  const auto forgotten = forget_learner(*store, traces, "Ann");
  REQUIRE(forgotten);
  CHECK(forgotten->plays == 3);
  CHECK_FALSE(std::filesystem::exists(plays / "ann.json"));
  CHECK_FALSE(std::filesystem::exists(plays / ".ann.json.7.1.tmp"));
  CHECK_FALSE(std::filesystem::exists(plays / "what-if/ann.json"));
  CHECK(std::filesystem::exists(plays / "ben.json"));
  CHECK(std::filesystem::exists(plays / "whole.json"));
}

TEST_CASE("whoever is forgotten is gone from the copies of older tables, too") {
  const test::TemporaryFolder folder;
  const std::string path = folder / "records.sqlite";
  const auto store = open_store(path);
  REQUIRE(store);
  REQUIRE((*store)->put(attempt("Ann", "2026-01-01T08:00:00Z")));
  REQUIRE((*store)->put(attempt("Ben", "2026-01-02T08:00:00Z")));
  const auto connection = connect_sqlite(path, kPatience);
  REQUIRE(connection);
  const auto copy = (*connection)->back_up(newest_schema());
  REQUIRE(copy);
  REQUIRE(forget_learner(**store, {path, folder / "outbox", folder / "plays"}, "Ann"));
  const auto left = open_store(*copy).and_then([](const auto& one) { return one->learners(); });
  REQUIRE(left);
  REQUIRE(left->size() == 1);
  CHECK(left->front().name == "Ben");
}
