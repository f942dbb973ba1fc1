// A translator's file with either kind of line ends. What `mot translate` writes and says:
// tests/cli/workshop_test.cpp.
#include "engine/interchange/translation_work.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/base/file.h"
#include "tests/support/temporary_folder.h"

namespace {

std::string with_crlf(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
  return out;
}

mot::TranslationSource source() {
  return {"a.yaml", "a", "en", {{"title", "A title"}, {"summary", "One line"}, {"brief", "Two"}}};
}

}  // namespace

TEST_CASE("A translation keeps its line ends, and what is added has the same") {
  const std::string before =
      "mot-translation: 1\nof: a\nlanguage: zh-CN\ntexts:\n  title: 标题\n\n  # missing: old\n"
      "  brief: 二\n\n# behind\nsources:\n  title: \"00000000\"\n";
  const auto plain = mot::translation_file(source(), "zh-CN", before, false);
  REQUIRE(plain);
  CHECK(plain->find("  # changed: title: A title\n  # missing: summary: One line\n") !=
        std::string::npos);
  CHECK(plain->find("missing: old") == std::string::npos);
  const auto crlf = mot::translation_file(source(), "zh-CN", with_crlf(before), false);
  REQUIRE(crlf);
  CHECK(*crlf == with_crlf(*plain));
  // Again, nothing is to be done.
  CHECK(*mot::translation_file(source(), "zh-CN", *crlf, false) == *crlf);
  const auto status = mot::translation_status(source(), "zh-CN", *crlf);
  REQUIRE(status);
  CHECK(status->missing == std::vector<std::string>{"summary"});
  CHECK(status->stale == std::vector<std::string>{"title"});
  CHECK(status->percent == 33);
}

TEST_CASE("A translation's file has one name, however that of its source is spelt") {
  const mot::test::TemporaryFolder folder;
  const std::string wanted =
      std::filesystem::path(folder / "a.zh-CN.yaml").lexically_normal().generic_string();
  mot::TranslationSource named = source();
  for (const char* spelling : {"a.yaml", "./a.yaml", "x/../a.yaml"}) {
    named.path = folder / spelling;
    CHECK(mot::translation_path(named, "zh-CN") == wanted);
  }
  named.path = "./a.yaml";
  CHECK(mot::translation_path(named, "zh-CN") == "a.zh-CN.yaml");
  REQUIRE(mot::write_file_atomically(wanted, "texts:\n"));
  named.path = folder / "./a.yaml";
  CHECK(mot::translation_path(named, "zh-CN") == wanted);
}

TEST_CASE("What translates another file is left alone, and said so") {
  const std::string other = "mot-translation: 1\nof: b\nlanguage: zh-CN\ntexts:\n  title: 标题\n";
  const auto status = mot::translation_status(source(), "zh-CN", other);
  REQUIRE_FALSE(status);
  CHECK(status.error().message.find("this translates 'b', but the file beside it is 'a'") !=
        std::string::npos);
  CHECK_FALSE(mot::translation_file(source(), "zh-CN", other, false));
}
