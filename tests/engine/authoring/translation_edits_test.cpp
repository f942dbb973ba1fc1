#include "engine/authoring/translation_edits.h"

#include <catch2/catch.hpp>

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
