#include "engine/scenario/name_index.h"

#include <catch2/catch.hpp>

using mot::kNone;

TEST_CASE("a list of names finds their places and refuses repetitions") {
  mot::NameList names;
  CHECK(names.add("a"));
  CHECK(names.add("b"));
  CHECK_FALSE(names.add("a"));
  CHECK(names.find("b") == 1);
  CHECK(names.find("c") == kNone);
  CHECK(names.names().size() == 2);
  CHECK_FALSE(names.incomplete());
}

TEST_CASE("responses are found within their moment") {
  const mot::DiagnosticSink sink;
  mot::NameIndex index(sink);
  CHECK(index.add_moment("first", 0));
  CHECK(index.add_response("act"));
  CHECK(index.add_response("wait"));
  CHECK_FALSE(index.add_response("act"));
  CHECK(index.add_moment("second", 3));
  CHECK(index.add_response("act"));
  CHECK_FALSE(index.add_moment("first", 4));
  CHECK(index.moment("second") == 1);
  CHECK(index.response("first", "act") == 0);
  CHECK(index.response("second", "act") == 3);
  CHECK(index.response("second", "wait") == kNone);
  CHECK(index.response("third", "act") == kNone);
  CHECK(index.responses_of(0).size() == 3);
  CHECK(index.nearest_moment("frist") == "first");
  CHECK(index.nearest_response("first", "wiat") == "wait");
  CHECK_FALSE(index.has_unnamed());
}

TEST_CASE("a moment without an id takes a place and is not found") {
  const mot::DiagnosticSink sink;
  mot::NameIndex index(sink);
  CHECK(index.add_moment("", 0));
  CHECK(index.add_moment("second", 0));
  CHECK(index.moment("second") == 1);
  CHECK(index.moment("") == kNone);
  CHECK(index.has_unnamed());
}

TEST_CASE("a problem that a wrong declaration explains is a follow-up") {
  const mot::DiagnosticSink sink;
  mot::NameIndex index(sink);
  index.add_variable("called", mot::ValueType::integer);
  const mot::ExpressionProblem type{"M0071", 0, 1, "", "", false};
  CHECK_FALSE(index.is_follow_up(type, "called"));
  index.add_doubtful_variable("called");
  CHECK(index.is_doubtful("called"));
  CHECK(index.is_follow_up(type, "not called"));
  CHECK_FALSE(index.is_follow_up(type, "not other"));
  CHECK_FALSE(index.is_follow_up({"M0012", 0, 1, "", "", false}, "visited(called)"));
}
