// What is known of a text while it is edited, and what reading only a part of it must not change.
#include "game/editor/edited_text.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "engine/authoring/scenario_outline.h"
#include "engine/base/file.h"
#include "tests/support/random_scenario.h"
#include "tests/support/temporary_folder.h"

namespace {

struct Edited {
  explicit Edited(const std::string& text) {
    REQUIRE(mot::write_file_atomically(path, text));
    auto document = mot::ScenarioDocument::open(path);
    REQUIRE(document);
    edited.emplace(std::move(*document), [](const mot::Refusal&) {});
  }

  // The parts are those of the text as it is now.
  void check() {
    const auto whole = mot::YamlSpans::parse(edited->text());
    const mot::YamlSpans* parts = edited->spans();
    REQUIRE((parts != nullptr) == whole.has_value());
    CHECK(edited->problem().has_value() == !whole);
    if (parts == nullptr) return;
    CHECK(parts->text() == edited->text());
    REQUIRE(parts->document().size() == whole->document().size());
    for (mot::YamlNode n = 0; n < whole->document().size(); ++n)
      REQUIRE(parts->span(n) == whole->span(n));
  }

  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "a.yaml";
  std::optional<mot::EditedText> edited;
};

}  // namespace

TEST_CASE("What is edited, undone and done again is known as if all of it were read") {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    Edited file(mot::test::random_scenario(seed));
    mot::EditedText& edited = *file.edited;
    std::mt19937_64 random(seed);
    for (int round = 0; round < 60; ++round) {
      const mot::YamlSpans* parts = edited.spans();
      REQUIRE(parts != nullptr);
      const auto outline = mot::outline_of(*parts);
      const std::size_t count = outline.moments.size();
      const std::size_t at = random() % count;
      const std::string id = "new-" + std::to_string(round);
      switch (random() % 6) {
        case 0: edited.apply(mot::duplicate_item(*parts, "moments", at, id)); break;
        case 1: edited.apply(mot::move_item(*parts, "moments", at, random() % count)); break;
        case 2:
          if (count > 3) edited.apply(mot::remove_item(*parts, "moments", at));
          break;
        case 3:
          for (std::size_t k = random() % 4; k > 0; --k) edited.undo();
          break;
        case 4: edited.redo(); break;
        default:
          edited.type("title", "T" + std::to_string(round), mot::ScalarKind::text, "f-title");
      }
      CAPTURE(seed, round);
      file.check();
    }
  }
}

TEST_CASE("A text that was no YAML for a while is known again once it is") {
  const std::string text =
      "title: T\nmoments:\n  - id: a\n    says: so\n  - id: b\n    ending: lost\n";
  Edited file(text);
  mot::EditedText& edited = *file.edited;
  file.check();
  std::string broken = text;
  REQUIRE(edited.replace(broken.insert(broken.find("so"), "\"")));
  file.check();
  CHECK(edited.problem());
  CHECK(edited.read_already() == nullptr);
  edited.undo();
  CHECK_FALSE(edited.problem());
  CHECK(edited.read_already() != nullptr);
  file.check();
  edited.redo();
  file.check();
  REQUIRE(edited.replace(broken.insert(broken.find("so") + 2, "\"")));
  file.check();
  CHECK(edited.value_at("moments.a.says") == "so");
}
