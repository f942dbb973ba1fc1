#include "engine/authoring/translation_edits.h"

#include <catch2/catch.hpp>

#include "engine/scenario/translation_reader.h"

namespace {

mot::TranslationSource source() {
  return {"a.yaml", "a", "en", {{"title", "A title"}, {"moments.b.says", "Hello: you"}}};
}

std::string with(const std::string& file, std::string_view path, const std::string& words) {
  const auto text = mot::with_translation(source(), "zh-CN", file, path, words);
  if (!text) FAIL(text.error().message);
  return *text;
}

mot::TranslationStatus status_of(const std::string& file) {
  return *mot::translation_status(source(), "zh-CN", file);
}

}  // namespace

TEST_CASE("A translation begins with its first text, and ends with all of them done") {
  const std::string one = with("", "moments.b.says", "你好：\"你\"");
  CHECK(status_of(one).missing == std::vector<std::string>{"title"});
  const std::string both = with(one, "title", "标题");
  CHECK(status_of(both).percent == 100);
  CHECK(both.find("# missing") == std::string::npos);
  // Taken out again, it is missing again.
  CHECK(status_of(with(both, "title", "")).missing == std::vector<std::string>{"title"});
}

TEST_CASE("What was made from an older text is done once it is written anew, and nothing else") {
  const std::string file =
      "# mine\nmot-translation: 1\nof: a\nlanguage: zh-CN\ntexts:\n  title: '旧'  # so\n"
      "  moments.b.says: 你好\nsources:\n  title: \"00000000\"\n  moments.b.says: \"11111111\"\n";
  CHECK(status_of(file).stale.size() == 2);
  const std::string now = with(file, "title", "新");
  CHECK(status_of(now).stale == std::vector<std::string>{"moments.b.says"});
  CHECK(
      now.rfind("# mine\nmot-translation: 1\nof: a\nlanguage: zh-CN\ntexts:\n  title: '新'  # so\n"
                "  moments.b.says: 你好\n",
                0) == 0);
  CHECK_FALSE(mot::with_translation(source(), "zh-CN", "texts: [", "title", "x"));
}

TEST_CASE("Words and their mark are set together, whichever of the maps stands first") {
  const std::string file =
      "mot-translation: 1\nof: a\nlanguage: zh-CN\nsources:\n  title: \"00000000\"\ntexts:\n"
      "  title: 旧\n  moments.b.says: 你好\n";
  const std::string now = with(file, "title", "新");
  CHECK(now.find("  title: 新\n") != std::string::npos);
  CHECK(status_of(now).stale.empty());
  CHECK(status_of(now).missing.empty());
}

namespace {

const std::string kUnmarked =
    "# mine\nmot-translation: 1\nof: a\nlanguage: zh-CN\ntexts:\n  title: 旧  # so\n\n"
    "  moments.b.says: 你好\n# the end\n";

std::string marked(const std::string& file, const std::string& before, const std::string& now) {
  const auto text = mot::with_marks_of_changed(file, mot::YamlSpans::parse(before).value(),
                                               mot::YamlSpans::parse(now).value());
  if (!text) FAIL(text.error().message);
  return *text;
}

}  // namespace

TEST_CASE("One text that is written anew marks that text alone, and leaves every other line") {
  CHECK(with(kUnmarked, "title", "新") ==
        "# mine\nmot-translation: 1\nof: a\nlanguage: zh-CN\ntexts:\n  title: 新  # so\n\n"
        "  moments.b.says: 你好\n# the end\nsources:\n  title: \"" +
            mot::source_mark("A title") + "\"\n");
  CHECK(with(with(kUnmarked, "title", "新"), "moments.b.says", "好") ==
        "# mine\nmot-translation: 1\nof: a\nlanguage: zh-CN\ntexts:\n  title: 新  # so\n\n"
        "  moments.b.says: 好\n# the end\nsources:\n  title: \"" +
            mot::source_mark("A title") + "\"\n  moments.b.says: \"" +
            mot::source_mark("Hello: you") + "\"\n");
}

TEST_CASE("The mark goes with its text, and the map of marks with the last of them") {
  const std::string one = with(kUnmarked, "title", "新");
  CHECK(with(one, "title", "").find("sources") == std::string::npos);
}

TEST_CASE("A text whose source is changed while it has no mark is stale from then on") {
  const std::string before = "title: An older title\nmoments:\n  - id: b\n    says: 'Hello: you'\n";
  const std::string now = "title: A title\nmoments:\n  - id: b\n    says: 'Hello: you'\n";
  const std::string file = marked(kUnmarked, before, now);
  CHECK(status_of(kUnmarked).stale.empty());
  CHECK(status_of(file).stale == std::vector<std::string>{"title"});
  CHECK(file == kUnmarked + "sources:\n  title: \"" + mot::source_mark("An older title") + "\"\n");
  // What is marked already keeps its mark; nothing changed marks nothing.
  CHECK(marked(file, now, before) == file);
  CHECK(marked(kUnmarked, now, now) == kUnmarked);
  // A change of another text beside it.
  const std::string other = marked(file, before, "title: x\nmoments:\n  - id: b\n    says: Hi\n");
  CHECK(status_of(other).stale == std::vector<std::string>{"title"});
  CHECK(other.find("moments.b.says: \"" + mot::source_mark("Hello: you")) != std::string::npos);
}

TEST_CASE("Texts of several lines are found where the scenario has them") {
  const std::string file =
      "mot-translation: 1\nof: a\nlanguage: zh-CN\ntexts:\n  moments.b.says.2: 二\n"
      "  moments.b.thinks: 三\n";
  const std::string before =
      "moments:\n  - id: b\n    says:\n      - { when: mood > 1, text: One }\n      - Two\n"
      "    thinks: { text: Three }\n";
  const std::string now =
      "moments:\n  - id: b\n    says:\n      - { when: mood > 1, text: One }\n"
      "      - { text: 2 }\n    thinks: Drei\n";
  const std::string done = marked(file, before, now);
  CHECK(done == file + "sources:\n  moments.b.says.2: \"" + mot::source_mark("Two") +
                    "\"\n  moments.b.thinks: \"" + mot::source_mark("Three") + "\"\n");
}

TEST_CASE("What is still right is so by its mark alone") {
  const std::string stale =
      "mot-translation: 1\nof: a\nlanguage: zh-CN\nsources: { title: \"00000000\" }  # marks\n"
      "texts:\n  title: 旧\n  # changed: title: A title\n  moments.b.says: 你好\n";
  REQUIRE(status_of(stale).stale == std::vector<std::string>{"title"});
  const auto right = mot::still_right(source(), stale, "title");
  REQUIRE(right);
  CHECK(*right == "mot-translation: 1\nof: a\nlanguage: zh-CN\nsources: { title: \"" +
                      mot::source_mark("A title") +
                      "\" }  # marks\ntexts:\n  title: 旧\n  moments.b.says: 你好\n");
}
