#include "engine/records/outbox.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <vector>

#include "engine/base/file.h"
#include "tests/support/attempts.h"
#include "tests/support/temporary_folder.h"

using mot::Attempt;
using mot::Outbox;
using mot::test::attempts_in;
using mot::test::numbered_attempt;

namespace {

mot::AttemptFilter of_learner(const std::string& learner) {
  mot::AttemptFilter filter;
  filter.learner = learner;
  return filter;
}

/// Larger than any attempt: nobody reads it, root neither.
void make_unreadable(const std::filesystem::path& path) {
  std::ofstream(path) << "";
  std::filesystem::resize_file(path, mot::kMaxFileBytes + 1);
}

/// A store that refuses after some attempts, like a server that goes away.
class TiringStore : public mot::Store {
 public:
  explicit TiringStore(std::size_t strength) : strength_(strength) {}
  using Store::put;
  mot::Result<std::size_t> put(std::span<const Attempt> attempts) override {
    if (strength_ == 0) return mot::refuse("gone");
    --strength_;
    taken.insert(taken.end(), attempts.begin(), attempts.end());
    return attempts.size();
  }
  mot::Result<bool> visit(const mot::AttemptFilter&, const Visitor&) override { return true; }
  mot::Result<bool> visit_summaries(const mot::AttemptFilter&,
                                    mot::ChoiceNames&,
                                    const SummaryVisitor&) override {
    return true;
  }
  mot::Result<mot::SummaryFaults> wrong_summaries(const mot::AttemptFilter&) override {
    return mot::SummaryFaults();
  }
  mot::Result<mot::SummaryFaults> repair_summaries() override { return mot::SummaryFaults(); }
  mot::Result<bool> holds(std::string_view) override { return false; }
  mot::Result<std::size_t> remove(const mot::AttemptFilter&) override { return std::size_t{0}; }
  mot::Result<std::vector<mot::Learner>> learners() override { return std::vector<mot::Learner>(); }
  mot::Result<std::optional<std::string>> setting(std::string_view) override {
    return std::optional<std::string>();
  }
  mot::Result<bool> set_setting(std::string_view, std::optional<std::string>) override {
    return true;
  }
  std::vector<Attempt> taken;

 private:
  std::size_t strength_;
};

}  // namespace

TEST_CASE("what waits is sent in the order it was made, and only once") {
  const mot::test::TemporaryFolder folder;
  Outbox outbox(folder.path().string(), "postgresql://centre/mot");
  // Ids that sort otherwise than the order.
  const std::vector<Attempt> attempts{numbered_attempt(9), numbered_attempt(2),
                                      numbered_attempt(5)};
  for (const Attempt& attempt : attempts) REQUIRE(outbox.add(attempt));
  CHECK(outbox.waiting() == 3);
  TiringStore tiring(1);
  CHECK_FALSE(outbox.send(tiring));
  CHECK(outbox.waiting() == 2);
  TiringStore rested(10);
  CHECK(*outbox.send(rested) == 2);
  CHECK(outbox.waiting() == 0);
  tiring.taken.insert(tiring.taken.end(), rested.taken.begin(), rested.taken.end());
  CHECK(tiring.taken == attempts);
}

TEST_CASE("an attempt that waits and is told more about keeps its place") {
  const mot::test::TemporaryFolder folder;
  Outbox outbox(folder.path().string(), "x");
  Attempt first = numbered_attempt(1);
  REQUIRE(outbox.add(first));
  REQUIRE(outbox.add(numbered_attempt(2)));
  first.play.takeaway = "Said later.";
  REQUIRE(outbox.add(first));
  TiringStore store(10);
  CHECK(*outbox.send(store) == 2);
  REQUIRE(store.taken.size() == 2);
  CHECK(store.taken.front() == first);
}

TEST_CASE("each store has an outbox of its own, whatever the password") {
  const mot::test::TemporaryFolder folder;
  const std::string root = folder.path().string();
  Outbox one(root, "postgresql://me:secret@centre/mot");
  REQUIRE(one.add(numbered_attempt(1)));
  CHECK(Outbox(root, "postgresql://me:other@centre/mot").waiting() == 1);
  CHECK(Outbox(root, "postgresql://me@elsewhere/mot").waiting() == 0);
}

TEST_CASE("a damaged file in the outbox is set aside and stops nothing") {
  const mot::test::TemporaryFolder folder;
  Outbox outbox(folder.path().string(), "x");
  REQUIRE(outbox.add(numbered_attempt(1)));
  std::string damaged;
  for (const auto& entry : std::filesystem::directory_iterator(outbox.folder())) {
    damaged = entry.path().string();
  }
  std::ofstream(damaged) << "{\"attempt\":1,";
  REQUIRE(outbox.add(numbered_attempt(2)));
  TiringStore store(10);
  CHECK(*outbox.send(store) == 1);
  REQUIRE(store.taken.size() == 1);
  CHECK(store.taken.front() == numbered_attempt(2));
  CHECK(std::filesystem::exists(damaged + ".damaged"));
}

TEST_CASE("a damaged file that cannot be set aside is said, and stays") {
  const mot::test::TemporaryFolder folder;
  Outbox outbox(folder.path().string(), "x");
  std::filesystem::create_directories(outbox.folder());
  const std::string damaged = outbox.folder() + "/000000000001-a.json";
  std::ofstream(damaged) << "{\"attempt\":1,";
  // A folder that is not empty stands where it would go.
  std::filesystem::create_directories(damaged + ".damaged/in-the-way");
  TiringStore store(10);
  const auto sent = outbox.send(store);
  REQUIRE_FALSE(sent);
  CHECK_THAT(sent.error().message, Catch::Contains("cannot set aside"));
  CHECK(std::filesystem::exists(damaged));
}

TEST_CASE("a file that cannot be read for now stays where it is, and is sent later") {
  const mot::test::TemporaryFolder folder;
  Outbox outbox(folder.path().string(), "x");
  REQUIRE(outbox.add(numbered_attempt(1)));
  std::filesystem::path waiting;
  for (const auto& entry : std::filesystem::directory_iterator(outbox.folder())) {
    waiting = entry.path();
  }
  const std::filesystem::path aside = folder.path() / "aside";
  std::filesystem::rename(waiting, aside);
  make_unreadable(waiting);
  TiringStore store(10);
  CHECK_FALSE(outbox.send(store));
  CHECK(store.taken.empty());
  std::filesystem::remove(waiting);
  std::filesystem::rename(aside, waiting);
  CHECK(*outbox.send(store) == 1);
}

TEST_CASE("one attempt that waits can be removed by its id") {
  const mot::test::TemporaryFolder folder;
  Outbox outbox(folder.path().string(), "x");
  for (std::size_t i = 0; i < 4; ++i) REQUIRE(outbox.add(numbered_attempt(i)));
  const auto store = mot::memory_store();
  REQUIRE(store->put(numbered_attempt(2)));
  mot::AttemptFilter filter;
  filter.id = numbered_attempt(2).id;
  CHECK(outbox.remove(*store, filter) == 2U);
  CHECK(outbox.waiting() == 3);
  CHECK(attempts_in(*store)->empty());
}

TEST_CASE("what waits of one learner can be removed") {
  const mot::test::TemporaryFolder folder;
  Outbox outbox(folder.path().string(), "x");
  for (std::size_t i = 0; i < 8; ++i) REQUIRE(outbox.add(numbered_attempt(i)));
  const auto store = mot::memory_store();
  REQUIRE(store->put(numbered_attempt(14)));
  CHECK(outbox.remove(*store, of_learner("learner 0")) == 3U);
  CHECK(outbox.waiting() == 6);
  CHECK(attempts_in(*store)->empty());
}

TEST_CASE("nothing that waits is removed where nobody says whose") {
  const mot::test::TemporaryFolder folder;
  Outbox outbox(folder.path().string(), "x");
  for (std::size_t i = 0; i < 3; ++i) REQUIRE(outbox.add(numbered_attempt(i)));
  const auto store = mot::memory_store();
  mot::AttemptFilter filter;
  CHECK_FALSE(outbox.remove(*store, filter));
  // What else it says does not make up for it.
  filter.scenario = numbered_attempt(0).play.scenario;
  CHECK_FALSE(outbox.remove(*store, filter));
  CHECK(outbox.waiting() == 3);
}

TEST_CASE("what is removed matches all that the filter says") {
  const mot::test::TemporaryFolder folder;
  Outbox outbox(folder.path().string(), "x");
  for (std::size_t i = 0; i < 8; ++i) REQUIRE(outbox.add(numbered_attempt(i)));
  const std::string whole = to_json(numbered_attempt(0)).dump(-1);
  std::ofstream(outbox.folder() + "/9.json.damaged") << whole.substr(0, whole.size() - 10);
  const auto store = mot::memory_store();
  mot::AttemptFilter filter = of_learner("learner 0");
  filter.session = "of no one";
  CHECK(outbox.remove(*store, filter) == 0U);
  CHECK(outbox.waiting() == 8);
  CHECK(std::filesystem::exists(outbox.folder() + "/9.json.damaged"));
  filter = of_learner("learner 0");
  filter.id = numbered_attempt(1).id;
  CHECK(outbox.remove(*store, filter) == 0U);
  CHECK(outbox.waiting() == 8);
}

TEST_CASE("what was set aside as damaged goes with the rest of its learner") {
  const mot::test::TemporaryFolder folder;
  Outbox outbox(folder.path().string(), "x");
  const auto store = mot::memory_store();
  for (const std::size_t i : {0U, 1U}) {
    const std::string whole = to_json(numbered_attempt(i)).dump(-1);
    std::filesystem::create_directories(outbox.folder());
    std::ofstream(outbox.folder() + "/" + std::to_string(i) + ".json.damaged")
        << whole.substr(0, whole.size() - 10);
  }
  CHECK(outbox.remove(*store, of_learner("learner 0")) == 0U);
  CHECK_FALSE(std::filesystem::exists(outbox.folder() + "/0.json.damaged"));
  CHECK(std::filesystem::exists(outbox.folder() + "/1.json.damaged"));
}

TEST_CASE("nothing counts as removed where a file could not be looked at") {
  const mot::test::TemporaryFolder folder;
  Outbox outbox(folder.path().string(), "x");
  REQUIRE(outbox.add(numbered_attempt(0)));
  const auto store = mot::memory_store();
  REQUIRE(store->put(numbered_attempt(7)));
  const std::string closed = outbox.folder() + "/000000000009-a.json";
  make_unreadable(closed);
  const auto refused = outbox.remove(*store, of_learner("learner 0"));
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().message, Catch::Contains(closed));
  CHECK(attempts_in(*store)->size() == 1);
  std::filesystem::remove(closed);
  CHECK(outbox.remove(*store, of_learner("learner 0")));
  CHECK(outbox.waiting() == 0);
  CHECK(attempts_in(*store)->empty());
}

TEST_CASE("a folder in the outbox is no attempt and keeps nobody from being forgotten") {
  const mot::test::TemporaryFolder folder;
  Outbox outbox(folder.path().string(), "x");
  REQUIRE(outbox.add(numbered_attempt(0)));
  for (const char* name : {"/a.json", "/b.json.damaged", "/c.tmp"}) {
    std::filesystem::create_directory(outbox.folder() + name);
  }
  CHECK(outbox.waiting() == 1);
  const auto store = mot::memory_store();
  CHECK(outbox.remove(*store, of_learner("learner 0")) == 1U);
  CHECK(outbox.waiting() == 0);
  CHECK(std::filesystem::exists(outbox.folder() + "/a.json"));
}

TEST_CASE("nobody is forgotten while an attempt of theirs may be on its way") {
  const mot::test::TemporaryFolder folder;
  Outbox outbox(folder.path().string(), "x");
  REQUIRE(outbox.add(numbered_attempt(0)));
  /// Somebody is to be forgotten while the store is busy.
  class AskedStore : public TiringStore {
   public:
    explicit AskedStore(Outbox& other) : TiringStore(1), other_(other) {}
    mot::Result<std::size_t> put(std::span<const Attempt> attempts) override {
      refused = !other_.remove(*this, of_learner("learner 0"), std::chrono::milliseconds{1});
      return TiringStore::put(attempts);
    }
    bool refused = false;

   private:
    Outbox& other_;
  };
  Outbox other(folder.path().string(), "x");
  AskedStore store(other);
  CHECK(outbox.send(store) == 1U);
  CHECK(store.refused);
  CHECK(outbox.remove(store, of_learner("learner 0")));
}

TEST_CASE("an attempt that is told more about while it is sent is sent again with that") {
  const mot::test::TemporaryFolder folder;
  Outbox outbox(folder.path().string(), "x");
  Attempt attempt = numbered_attempt(1);
  REQUIRE(outbox.add(attempt));
  attempt.play.takeaway = "Said meanwhile.";
  /// Something is added while the store is busy with the first.
  class SlowStore : public TiringStore {
   public:
    SlowStore(Outbox& other, const Attempt& later)
        : TiringStore(10), other_(other), later_(later) {}
    mot::Result<std::size_t> put(std::span<const Attempt> attempts) override {
      if (taken.empty()) REQUIRE(other_.add(later_));
      return TiringStore::put(attempts);
    }

   private:
    Outbox& other_;
    const Attempt& later_;
  };
  Outbox other(folder.path().string(), "x");
  SlowStore store(other, attempt);
  CHECK(*outbox.send(store) == 1);
  CHECK(store.taken == std::vector{numbered_attempt(1), attempt});
  CHECK(outbox.waiting() == 0);
}
