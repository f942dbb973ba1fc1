#include "engine/records/lrs_push.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "engine/records/lrs_ledger.h"
#include "tests/support/numbered_attempt.h"
#include "tests/support/temporary_folder.h"

using Catch::Contains;
using mot::HttpAnswer;
using mot::Json;
using mot::LrsPush;
using mot::test::uuid;

namespace {

/// A store that answers as it is told, and the time that passes meanwhile.
struct FakeStore {
  /// What the next requests are answered with; then 200.
  std::vector<mot::Result<HttpAnswer>> answers;
  /// Statements it does not want, with the status it says so with.
  std::map<std::string, int> unwanted;
  std::size_t largest = 1000;
  std::vector<std::string> taken;
  std::vector<std::size_t> sizes;
  std::set<std::string> remembered;
  std::vector<double> pauses;

  mot::LrsWorld world() {
    return {[this](const std::string& body) { return answer(body); },
            [this](double seconds) {
              pauses.push_back(seconds);
              return true;
            },
            [this](const std::string& id) { return remembered.count(id) == 1; },
            [this](const std::vector<std::string>& ids) {
              remembered.insert(ids.begin(), ids.end());
              return true;
            }};
  }

 private:
  mot::Result<HttpAnswer> answer(const std::string& body) {
    if (!answers.empty()) {
      const auto first = answers.front();
      answers.erase(answers.begin());
      return first;
    }
    const auto json = mot::parse_json(body);
    REQUIRE(json);
    sizes.push_back(json->array()->size());
    if (json->array()->size() > largest) return HttpAnswer{413, "too large", ""};
    Json ids(Json::Array{});
    for (const Json& statement : *json->array()) {
      const std::string& id = *statement.find("id")->string();
      if (unwanted.count(id) == 1) return HttpAnswer{unwanted[id], "not\nthis one", ""};
      ids.push(id);
    }
    for (const Json& id : *ids.array()) taken.push_back(*id.string());
    return HttpAnswer{200, ids.dump(), ""};
  }
};

std::vector<Json> statements(std::size_t count) {
  std::vector<Json> made;
  for (std::size_t i = 0; i < count; ++i) made.push_back(Json().set("id", uuid(i)));
  return made;
}

std::vector<std::string> ids(std::size_t count) {
  std::vector<std::string> made;
  for (std::size_t i = 0; i < count; ++i) made.push_back(uuid(i));
  return made;
}

}  // namespace

TEST_CASE("statements go in batches of fifty, in order, and are remembered") {
  FakeStore store;
  LrsPush push(store.world());
  REQUIRE(push.add(statements(120)));
  REQUIRE(push.finish());
  CHECK(store.sizes == std::vector<std::size_t>{50, 50, 20});
  CHECK(store.taken == ids(120));
  CHECK(push.sent() == 120);
  LrsPush again(store.world());
  REQUIRE(again.add(statements(121)));
  REQUIRE(again.finish());
  CHECK(again.known() == 120);
  CHECK(store.taken == ids(121));
}

TEST_CASE("a store that is busy, drops the line or answers something else is asked again") {
  FakeStore store;
  store.answers = {HttpAnswer{503, "", ""}, mot::refuse("the line dropped"),
                   HttpAnswer{429, "", "7"}, HttpAnswer{200, R"(["another"])", ""},
                   HttpAnswer{200, "<html>Please log in</html>", ""}};
  LrsPush push(store.world());
  REQUIRE(push.add(statements(3)));
  REQUIRE(push.finish());
  CHECK(store.pauses == std::vector<double>{0.5, 1, 7, 4, 8});
  CHECK(store.taken == ids(3));
}

TEST_CASE("a store that stays busy ends the push, and what was acknowledged stays so") {
  FakeStore store;
  LrsPush push(store.world());
  REQUIRE(push.add(statements(50)));
  SECTION("without saying until when") {
    store.answers.assign(7, HttpAnswer{500, "", ""});
    const auto done = push.add(std::vector<Json>(50, Json().set("id", uuid(99))));
    REQUIRE_FALSE(done);
    CHECK_THAT(done.error().message, Contains("it answers 500, tried 7 times"));
  }
  SECTION("for long") {
    store.answers = {HttpAnswer{503, "", "3600"}};
    const auto done = push.add(std::vector<Json>(50, Json().set("id", uuid(99))));
    REQUIRE_FALSE(done);
    CHECK_THAT(done.error().message, Contains("3600 seconds"));
  }
  CHECK(store.remembered.size() == 50);
  CHECK(push.sent() == 50);
}

TEST_CASE("a statement that is not wanted is named, and the others go on") {
  FakeStore store;
  store.unwanted = {{uuid(7), 400}, {uuid(21), 409}};
  LrsPush push(store.world());
  REQUIRE(push.add(statements(50)));
  REQUIRE(push.refused().size() == 2);
  CHECK(push.refused()[0].id == uuid(7));
  CHECK(push.refused()[0].status == 400);
  CHECK(push.refused()[0].cause == "not this one");
  CHECK(push.refused()[1].id == uuid(21));
  CHECK(store.taken.size() == 48);
  // What is wrong may be mended; what is there in other words stays so.
  CHECK(store.remembered.count(uuid(7)) == 0);
  CHECK(store.remembered.count(uuid(21)) == 1);
}

TEST_CASE("a batch that is too large is halved") {
  FakeStore store;
  store.largest = 13;
  LrsPush push(store.world());
  REQUIRE(push.add(statements(50)));
  CHECK(store.taken == ids(50));
  CHECK(push.refused().empty());
}

TEST_CASE("wrong credentials and wrong addresses stop the push with what to look at") {
  FakeStore store;
  LrsPush push(store.world());
  store.answers = {HttpAnswer{401, "", ""}};
  const auto unknown = push.add(statements(50));
  REQUIRE_FALSE(unknown);
  CHECK_THAT(unknown.error().message, Contains("MOT_LRS_KEY"));
  LrsPush other(store.world());
  store.answers = {HttpAnswer{404, "", ""}};
  const auto nowhere = other.add(statements(50));
  REQUIRE_FALSE(nowhere);
  CHECK_THAT(nowhere.error().message, Contains("--lrs"));
  CHECK(store.pauses.empty());
  CHECK(store.taken.empty());
}

TEST_CASE("a ledger is for its owner alone, whatever rights new files get") {
  const mot::test::TemporaryFolder folder;
  const mode_t before = ::umask(0);
  const auto ledger = mot::LrsLedger::open(folder.path().string(), "https://a");
  ::umask(before);
  REQUIRE(ledger);
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    CHECK((entry.status().permissions() &
           (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
          std::filesystem::perms::none);
  }
}

TEST_CASE("a ledger remembers for each store, also after a line was cut off") {
  const mot::test::TemporaryFolder folder;
  const std::string root = folder.path().string();
  {
    auto ledger = mot::LrsLedger::open(root, "https://a");
    REQUIRE(ledger);
    CHECK_FALSE(ledger->holds(uuid(1)));
    REQUIRE(ledger->add({uuid(1), uuid(3)}));
    // One process at a time.
    CHECK_FALSE(mot::LrsLedger::open(root, "https://a"));
    CHECK(mot::LrsLedger::open(root, "https://b"));
  }
  for (const auto& entry : std::filesystem::directory_iterator(root)) {
    if (entry.file_size() == 0) continue;
    std::ofstream(entry.path(), std::ios::app) << uuid(7).substr(0, 20);
  }
  {
    auto ledger = mot::LrsLedger::open(root, "https://a");
    REQUIRE(ledger);
    CHECK(ledger->holds(uuid(1)));
    CHECK(ledger->holds(uuid(3)));
    CHECK_FALSE(ledger->holds(uuid(7)));
    REQUIRE(ledger->add({uuid(7)}));
  }
  auto ledger = mot::LrsLedger::open(root, "https://a");
  REQUIRE(ledger);
  CHECK(ledger->holds(uuid(7)));
}
