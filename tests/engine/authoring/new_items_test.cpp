#include "engine/authoring/new_items.h"

#include <catch2/catch.hpp>

#include "engine/authoring/scenario_edits.h"
#include "engine/scenario/loader.h"

namespace {

const mot::NewItemWords kWords{"At the desk", "Hello: you", "Yes.", "Because."};

const std::string kStory = R"(mot: 1
id: small
title: Small
language: en
customer: { id: somebody, name: Somebody, expects: { empathy: 8 } }
journey: { id: way, title: Way, stages: [ { id: first, title: First } ] }
moments:
  - id: end
    ending: resolved
)";

std::size_t errors_with(const std::string& item) {
  const auto spans = mot::YamlSpans::parse(kStory).value();
  const auto edit = mot::insert_item(spans, "moments", 0, item);
  REQUIRE(edit);
  mot::DiagnosticSink sink;
  mot::load_scenario_text("small.yaml", mot::applied(*edit, kStory), {}, sink);
  return sink.errors();
}

}  // namespace

TEST_CASE("A new decision is one that can be played") {
  CHECK(errors_with(mot::new_moment(mot::MomentKind::decision, "new", "first", "end", kWords)) ==
        0);
}

TEST_CASE("A new moment of each kind is read as that kind") {
  using Kind = mot::MomentKind;
  for (const Kind kind : {Kind::decision, Kind::line, Kind::fate, Kind::ending}) {
    const auto edit = mot::insert_item(mot::YamlSpans::parse(kStory).value(), "moments", 1,
                                       mot::new_moment(kind, "new", "", "end", kWords));
    REQUIRE(edit);
    const auto outline =
        mot::outline_of(mot::YamlSpans::parse(mot::applied(*edit, kStory)).value());
    REQUIRE(outline.find("new") != nullptr);
    CHECK(outline.find("new")->kind == kind);
    CHECK_FALSE(outline.find("new")->scored);
  }
}

TEST_CASE("An id that is taken gets a number") {
  CHECK(mot::free_id("a", {"b"}) == "a");
  CHECK(mot::free_id("a", {"a", "a-2", "b"}) == "a-3");
}
