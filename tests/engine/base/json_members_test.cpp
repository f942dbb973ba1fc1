#include "engine/base/json_members.h"

#include <catch2/catch.hpp>

using mot::Json;
using mot::JsonMembers;

namespace {

Json json_of(const std::string& text) {
  auto json = mot::parse_json(text);
  REQUIRE(json);
  return *json;
}

// What is said of one member that `read` reads.
template <class Read>
std::string problem_of(const std::string& text, Read&& read) {
  const Json json = json_of(text);
  JsonMembers members(json, "play");
  read(members);
  return members.problem();
}

}  // namespace

TEST_CASE("members are read by type, and what is not there keeps its value") {
  const Json json = json_of(
      R"({"name": "Li", "id": "late-room", "choice": "call.yes", "on": true, "seconds": 1.5,
          "turn": 3, "list": [1, 2], "nothing": null})");
  JsonMembers members(json, "");
  std::string name;
  std::string id;
  std::string choice;
  std::string absent = "kept";
  bool on = false;
  bool off = true;
  double seconds = 0;
  members.text("name", name);
  members.text("absent", absent);
  members.id("id", id);
  members.choice_name("choice", choice);
  members.boolean("on", on);
  members.boolean("absent", off);
  members.number("seconds", seconds, 0, 10, "a length of time");
  CHECK(members.integer("turn", 1, 500) == 3);
  const Json::Array* list = members.list("list", true, 2);
  REQUIRE(list != nullptr);
  CHECK(members.checked("list", list->back(), 0, 5) == 2);
  CHECK(members.member("nothing") == nullptr);
  CHECK(members.member("turn") != nullptr);
  CHECK(members.list("absent", false, 2) == nullptr);
  CHECK(members.healthy());
  CHECK(name == "Li");
  CHECK(id == "late-room");
  CHECK(choice == "call.yes");
  CHECK(absent == "kept");
  CHECK(on);
  CHECK(off);
  CHECK(seconds == 1.5);
  CHECK(mot::text_member(json, "name") == "Li");
  CHECK(mot::text_member(json, "turn").empty());
  CHECK(mot::text_member(json, "absent").empty());
}

TEST_CASE("what is wrong is said with its place") {
  std::string text;
  bool yes = false;
  double number = 0;
  CHECK(problem_of("{}", [&](JsonMembers& m) { m.text("a", text, true); }) ==
        "'play.a': is missing");
  CHECK(problem_of(R"({"a": 1})", [&](JsonMembers& m) { m.text("a", text); }) ==
        "'play.a': expected a text, found a number");
  CHECK(problem_of(R"({"a": "x"})", [&](JsonMembers& m) { m.boolean("a", yes); }) ==
        "'play.a': expected true or false, found a text");
  CHECK(problem_of(R"({"a": -1})", [&](JsonMembers& m) {
          m.number("a", number, 0, 9, "a length of time");
        }) == "'play.a': not a length of time");
  CHECK(problem_of(R"({"a": 1.5})", [](JsonMembers& m) { m.integer("a", 0, 9); }) ==
        "'play.a': 1.5 is not a whole number");
  CHECK(problem_of(R"({"a": 10})", [](JsonMembers& m) { CHECK(m.integer("a", 0, 9) == 0); }) ==
        "'play.a': 10 is not in 0 … 9");
  CHECK(problem_of(R"({"a": {}})", [](JsonMembers& m) { m.list("a", true, 9); }) ==
        "'play.a': expected a list, found a map");
  CHECK(problem_of(R"({"a": [1, 2]})", [](JsonMembers& m) {
          CHECK(m.list("a", true, 1) == nullptr);
        }) == "'play.a': 2 entries, at most 1 are possible");
  CHECK(problem_of("[]", [](JsonMembers&) {}) == "'play': expected a map, found a list");
}

TEST_CASE("an id has small letters, digits and hyphens, and a choice two of them") {
  const auto id_problem = [](const std::string& id) {
    return problem_of("{\"a\": \"" + id + "\"}", [](JsonMembers& m) {
      std::string value;
      m.id("a", value);
    });
  };
  CHECK(id_problem("a-1").empty());
  CHECK(id_problem(std::string(64, 'a')).empty());
  for (const char* wrong : {"", "-a", "A", "a.b", "a b", "é"}) {
    INFO(wrong);
    CHECK_THAT(id_problem(wrong), Catch::EndsWith("is not an id"));
  }
  CHECK_FALSE(id_problem(std::string(65, 'a')).empty());
  const auto choice_problem = [](const std::string& name) {
    return problem_of("{\"a\": \"" + name + "\"}", [](JsonMembers& m) {
      std::string value;
      m.choice_name("a", value);
    });
  };
  CHECK(choice_problem("call.yes").empty());
  for (const char* wrong : {"call", "call.", ".yes", "call.yes.no"}) {
    INFO(wrong);
    CHECK_THAT(choice_problem(wrong), Catch::EndsWith("is not of the form moment.response"));
  }
}

TEST_CASE("the first problem is kept, and nothing is read behind it") {
  const Json json = json_of(R"({"a": 1, "b": "x"})");
  JsonMembers members(json, "");
  std::string value = "kept";
  members.text("a", value);
  members.text("b", value);
  members.fail("c", "something else");
  CHECK(members.problem() == "'a': expected a text, found a number");
  CHECK(value == "kept");
}

TEST_CASE("what is quoted in a message is short and moves no cursor") {
  CHECK(JsonMembers::shortened("a\nb\x1B[2J") == "a b [2J");
  CHECK(JsonMembers::shortened(std::string(40, 'x')) == std::string(40, 'x'));
  CHECK(JsonMembers::shortened(std::string(41, 'x')) == std::string(40, 'x') + "…");
  std::string signs;
  for (int i = 0; i < 41; ++i) signs += "好";
  CHECK(JsonMembers::shortened(signs).size() == 40 * 3 + 3);
}
