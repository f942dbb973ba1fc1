// `mot analyse --playthroughs`: what kept plays tell of each decision, and which of them count.
#include <catch2/catch.hpp>
#include <fstream>

#include "tests/cli/program.h"

using namespace mot::test;

namespace {

/// A folder with plays of the parcel: `count` of each of these inputs.
void play(const TemporaryFolder& folder, const std::vector<std::string>& inputs) {
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    Running running;
    running.input = inputs[i];
    const Ran ran = run_mot({"play", data("late-parcel.yaml"), "--terminal", "--seed", "1",
                             "--session", folder / ("play-" + std::to_string(i) + ".json")},
                            running);
    REQUIRE(ran.code == 0);
  }
}

Ran items(const TemporaryFolder& folder, std::vector<std::string> more = {}) {
  more.insert(more.begin(),
              {"analyse", data("late-parcel.yaml"), "--playthroughs", folder.path().string()});
  return run_mot(more);
}

}  // namespace

TEST_CASE("Plays of a folder are counted by decision and response", "[e2e]") {
  const TemporaryFolder folder;
  play(folder, {"1\n1\n1\n1\n1\n1\n", "2\n1\n1\n1\n1\n1\n", "1\n"});
  const Ran ran = items(folder, {"--json"});
  CAPTURE(ran.err);
  REQUIRE(ran.code == 0);
  const mot::Json json = json_in(ran.out);
  CHECK(keys_of(json) == "scenario plays score moments warnings");
  CHECK(keys_of(*json.find("plays")) == "used complete changed other unreadable");
  CHECK(*json.find("plays")->find("used")->integer() == 3);
  CHECK(*json.find("plays")->find("complete")->integer() == 2);
  const mot::Json& hello = json.find("moments")->array()->front();
  CHECK(keys_of(hello) ==
        "moment plays choices credit chance_credit best_share regret discrimination n seconds "
        "timed_out responses");
  CHECK(*hello.find("moment")->string() == "hello");
  CHECK(*hello.find("choices")->integer() == 3);
  const auto& responses = *hello.find("responses")->array();
  CHECK(keys_of(responses[0]) == "response offered chosen share discrimination");
  std::int64_t chosen = 0;
  for (const mot::Json& response : responses) chosen += *response.find("chosen")->integer();
  CHECK(chosen == 3);
  // Too few to say more.
  CHECK(hello.find("discrimination")->is_null());
  CHECK(json.find("warnings")->array()->empty());
}

TEST_CASE("Files that are no plays, and plays of something else, are counted apart", "[e2e]") {
  const TemporaryFolder folder;
  play(folder, {"1\n1\n1\n1\n1\n1\n"});
  std::ofstream(folder / "broken.json") << "{";
  std::string other = content_of(folder / "play-0.json");
  const std::string id = "\"late-parcel\"";
  REQUIRE(other.find(id) != std::string::npos);
  other.replace(other.find(id), id.size(), "\"another\"");
  std::ofstream(folder / "other.json") << other;
  const Ran ran = items(folder);
  CHECK(ran.code == 0);
  CHECK(ran.out.find("Plays counted: 1, of them finished: 1") != std::string::npos);
  CHECK(ran.out.find("Left out: 0 that do not fit this version, 1 of other scenarios, 1 that "
                     "cannot be read") != std::string::npos);
  CHECK(ran.out.find("hello") != std::string::npos);
}

TEST_CASE("Item statistics of an empty folder and of none", "[e2e]") {
  const TemporaryFolder folder;
  const Ran empty = items(folder);
  CHECK(empty.code == 0);
  CHECK(empty.out.find("Plays counted: 0") != std::string::npos);
  const Ran none = run_mot(
      {"analyse", data("late-parcel.yaml"), "--playthroughs", folder / "not-there", "--json"});
  CHECK(none.code == 3);
  CHECK(none.out == "");
  CHECK(none.err.find("not-there is not a folder that can be read") != std::string::npos);
}
