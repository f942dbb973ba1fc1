// What edits refuse is said in the reader's language: the interface texts have each sentence, in
// English the same.
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/authoring/list_edits.h"
#include "engine/authoring/rename_edits.h"
#include "engine/authoring/scenario_document.h"
#include "engine/authoring/scenario_edits.h"
#include "engine/authoring/value_edits.h"
#include "engine/base/file.h"
#include "engine/text/ui_strings.h"
#include "tests/support/temporary_folder.h"

namespace {

const std::string kStory = R"(id: a
needs: none
variables: { n: 1 }
moments:
  - id: first
    says: { text: Hello, feels: pleased }
    responses: [ { id: go, say: Go, next: first } ]
  - says: nobody
)";

std::vector<mot::Refusal> refusals() {
  using mot::NameRule;
  const auto spans = mot::YamlSpans::parse(kStory).value();
  const mot::test::TemporaryFolder folder;
  const std::string file = folder / "file.yaml";
  std::vector<mot::Refusal> all;
  const auto note = [&](const auto& result) {
    REQUIRE_FALSE(result);
    all.push_back(result.error());
  };
  note(mot::YamlSpans::parse("a: [\n"));
  note(mot::set_scalar(spans, "no.place", "x"));
  note(mot::set_scalar(spans, "moments.first.says", "x"));
  note(mot::remove_key(spans, "variables.n"));
  note(mot::remove_item(spans, "moments.first.responses", 0));
  note(mot::duplicate_item(spans, "moments", 1, "new"));
  note(mot::rename_moment(spans, "first", "Not an id"));
  note(mot::rename_moment(spans, "first", "first"));
  note(mot::add_entry(spans, "variables", "mood", "1", NameRule::variable));
  note(mot::add_entry(spans, "variables", "N", "1", NameRule::variable));
  note(mot::add_entry(spans, "needs", "sleep", "1", NameRule::id));
  const auto one = mot::YamlSpans::parse("moments:\n  - id: a\n").value();
  note(mot::remove_item(one, "moments", 0));
  REQUIRE(mot::write_file_atomically(file, "\xFF"));
  note(mot::ScenarioDocument::open(file));
  REQUIRE(mot::write_file_atomically(file, "a\r\nb\n"));
  note(mot::ScenarioDocument::open(file));
  REQUIRE(mot::write_file_atomically(file, "a: 1\n"));
  mot::ScenarioDocument document = mot::ScenarioDocument::open(file).value();
  note(mot::ScenarioDocument::open(file));
  const std::string other = folder / "other.yaml";
  std::filesystem::create_directory(mot::journal_path(other));
  note(mot::ScenarioDocument::open(other));
  note(document.apply({{{0, "b", ""}}}));
  note(document.apply({{{0, "", "\xFF"}}}));
  note(mot::read_file(folder / "nothing.yaml"));
  REQUIRE(mot::write_file_atomically(file, ""));
  note(mot::write_file_atomically(file + "/inside.yaml", ""));
  return all;
}

}  // namespace

TEST_CASE("Every refusal of an edit is there in both languages, in English the same") {
  const std::string folder = std::string(MOT_SOURCE_DIR) + "/assets/lang";
  const mot::UiStrings english(folder, "en");
  const mot::UiStrings chinese(folder, "zh-CN");
  for (const mot::Refusal& refusal : refusals()) {
    CAPTURE(refusal.message, refusal.key);
    CHECK(english.contains(refusal.key));
    CHECK(english.said(refusal) == refusal.message);
    CHECK(chinese.said(refusal) != refusal.message);
  }
  CHECK(english.said({"as it is"}) == "as it is");
}
