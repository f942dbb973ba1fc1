#include "engine/authoring/live_check.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <thread>

#include "engine/authoring/yaml_spans.h"
#include "engine/base/file.h"
#include "tests/support/temporary_folder.h"

namespace {

const std::string kStory = R"(mot: 1
id: small
title: Small
language: en
summary: S
brief: B
minutes: 3
difficulty: 1
customer: { id: somebody, name: Somebody, expects: { empathy: 8 } }
journey: { id: way, title: Way, stages: [ { id: first, title: First } ] }
moments:
  - { id: a, stage: first, channel: phone, touchpoint: T, expects: [empathy], says: S, responses: [ { id: six, say: O, coach: C, delivers: { empathy: 6 }, next: e }, { id: nine, say: O, coach: C, delivers: { empathy: 9 }, next: e } ] }
  - { id: e, ending: resolved }
)";

// Waits until nothing more will come; fails the test where that is never.
std::shared_ptr<const mot::LiveFindings> all_of(const mot::LiveCheck& check) {
  for (int i = 0; i < 12'000 && check.working(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  REQUIRE_FALSE(check.working());
  return check.latest();
}

}  // namespace

TEST_CASE("A text without errors is solved, judged by a crowd and searched for smells") {
  mot::LiveCheck check({});
  check.want({1, "small.yaml", kStory, {"a.six"}});
  const auto found = all_of(check);
  REQUIRE(found);
  CHECK(found->version == 1);
  CHECK(found->errors == 0);
  CHECK(found->warnings == 0);
  CHECK(found->complete());
  REQUIRE(found->best);
  REQUIRE(found->worst);
  REQUIRE(found->current);
  CHECK(found->best->choices == std::vector<std::string>{"a.nine"});
  CHECK(found->best->satisfaction == Approx(8.7));
  CHECK(found->worst->choices == std::vector<std::string>{"a.six"});
  CHECK(found->current->choices == found->worst->choices);
  CHECK(found->current->ends);
  REQUIRE(found->current->satisfaction);
  CHECK(*found->current->satisfaction >= 1);
  CHECK(*found->current->satisfaction <= 10);
  CHECK(found->current->answers == found->worst->answers);
  CHECK(found->best->answers->promoters > found->worst->answers->promoters);
}

TEST_CASE("A text with errors has its findings and nothing else") {
  mot::LiveCheck check({});
  std::string text = kStory;
  text.replace(text.find("next: e }"), 9, "next: x }");
  check.want({7, "small.yaml", text, {}});
  const auto found = all_of(check);
  REQUIRE(found);
  CHECK(found->version == 7);
  CHECK(found->errors == 1);
  CHECK_FALSE(found->scenario);
  CHECK(found->complete());
}

TEST_CASE("A text that was read already is looked at as it was read") {
  for (const std::string next : {"next: e }", "next: x }"}) {
    std::string text = kStory;
    text.replace(text.find("next: e }"), 9, next);
    const auto spans = mot::YamlSpans::parse(text, "small.yaml");
    REQUIRE(spans);
    mot::LiveCheck of_text({});
    mot::LiveCheck of_document({});
    of_text.want({1, "small.yaml", text, {"a.six"}});
    of_document.want({2, "small.yaml", "", {"a.six"}, {}, spans->shared_document()});
    const auto one = all_of(of_text);
    const auto other = all_of(of_document);
    CHECK(other->version == 2);
    CHECK(other->errors == one->errors);
    CHECK(other->best.has_value() == one->best.has_value());
    REQUIRE(other->findings.size() == one->findings.size());
    for (std::size_t i = 0; i < one->findings.size(); ++i) {
      CHECK(other->findings[i].source->path == "small.yaml");
      CHECK(other->findings[i].code == one->findings[i].code);
      CHECK(other->findings[i].position.line == one->findings[i].position.line);
      CHECK(other->findings[i].message == one->findings[i].message);
    }
  }
}

TEST_CASE("The latest text wins") {
  mot::LiveCheck check({});
  for (std::uint64_t version = 1; version <= 50; ++version) {
    check.want({version, "small.yaml", kStory, {}});
  }
  const auto found = all_of(check);
  REQUIRE(found);
  CHECK(found->version == 50);
  CHECK(found->complete());
}

TEST_CASE("Choices that cannot be made end the way, which is judged as far as it goes") {
  mot::LiveCheck check({});
  check.want({1, "small.yaml", kStory, {"a.nobody"}});
  const auto found = all_of(check);
  REQUIRE(found->current);
  CHECK(found->current->choices.empty());
  CHECK_FALSE(found->current->ends);
  CHECK_FALSE(found->current->answers);
}

TEST_CASE("A neighbour that is not saved yet counts as it is typed") {
  const mot::test::TemporaryFolder folder;
  const std::string customer = folder / "customers/ann.yaml";
  std::filesystem::create_directory(folder / "customers");
  REQUIRE(mot::write_file_atomically(customer,
                                     "mot: 1\nid: ann\nname: Ann\nexpects: { empathy: 8 }\n"));
  std::string story = kStory;
  const std::string inline_customer = "{ id: somebody, name: Somebody, expects: { empathy: 8 } }";
  story.replace(story.find(inline_customer), inline_customer.size(), "ann");
  const auto level = [&](std::map<std::string, std::string> unsaved) {
    mot::LiveCheck check({});
    check.want({1, folder / "small.yaml", story, {}, std::move(unsaved)});
    const auto found = all_of(check);
    REQUIRE(found->scenario);
    const auto empathy = static_cast<std::size_t>(mot::Dimension::empathy);
    return found->scenario->customer.persona.level[empathy];
  };
  CHECK(level({}) == 8);
  CHECK(level({{customer, "mot: 1\nid: ann\nname: Ann\nexpects: { empathy: 3 }\n"}}) == 3);
}
