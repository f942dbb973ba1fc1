#include "engine/authoring/completion.h"

#include <catch2/catch.hpp>

namespace {

using Words = std::vector<std::string>;

mot::NamesInText names() {
  const auto spans = mot::YamlSpans::parse(R"(variables: { promised: 0 }
needs: { baby: The baby sleeps. }
standards: { list: Only the list. }
moments:
  - id: first
    stage: start
    responses: [ { id: act, say: A }, { id: ask, say: B } ]
  - { id: final, ending: lost }
)");
  return mot::names_in(spans.value(), mot::outline_of(spans.value()));
}

const mot::NamesInText kNames = names();

Words in_condition(const std::string& text) {
  return mot::complete_condition(text, text.size(), kNames).words;
}
Words in_line(const std::string& text) {
  return mot::complete_line(text, text.size(), kNames).words;
}

}  // namespace

TEST_CASE("In a condition variables and functions are offered, and ids inside the functions") {
  CHECK(in_condition("pro") == Words{"promised"});
  CHECK(in_condition("mood < 3 and vi") == Words{"visited("});
  CHECK(in_condition("visited(") == Words{"first", "final"});
  CHECK(in_condition("not chose( first.as") == Words{"first.ask"});
  CHECK(in_condition("knows(") == Words{"baby"});
  CHECK(in_condition("").empty());
  CHECK(in_condition("promised").empty());
}

TEST_CASE("Behind a key what it may name is offered") {
  CHECK(in_line("    next: fi") == Words{"first", "final"});
  CHECK(in_line("next: [{ when: knows(b") == Words{"baby"});
  CHECK(in_line("{ when: knows(baby), go: fin") == Words{"final"});
  CHECK(in_line("meets: [li") == Words{"list"});
  CHECK(in_line("    feels: ang") == Words{"angry"});
  CHECK(in_line("    says: fi").empty());
  CHECK(in_line("fi").empty());
  CHECK(mot::complete_line("    next: fi", 12, kNames).begin == 10);
}
