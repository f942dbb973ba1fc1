#include "engine/text/ui_strings.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "engine/base/utf8.h"
#include "tests/support/temporary_folder.h"

namespace {

class Language {
 public:
  Language() {
    write("en", "play: Play\nhello: \"Hello {name}, {count} left\"\nonly: English\n");
    write("zh-CN", "play: 开始\nhello: \"{name}，还有 {count} 个\"\n");
  }
  void write(const std::string& tag, const std::string& yaml) const {
    std::ofstream(folder_ / (tag + ".yaml")) << yaml;
  }
  mot::UiStrings read(std::string_view tag) const {
    return mot::UiStrings(folder_.path().string(), tag);
  }
  const mot::test::TemporaryFolder& folder() const { return folder_; }

 private:
  mot::test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("texts come in the language asked for, with English behind it") {
  const Language language;
  const mot::UiStrings words = language.read("zh-CN");
  CHECK(words.language() == "zh-CN");
  CHECK(words.text("play") == "开始");
  CHECK(words.text("only") == "English");
  CHECK(words.keys() == std::vector<std::string>{"hello", "only", "play"});
}

TEST_CASE("a language without a file falls back to a shorter tag, a variant, English") {
  const Language language;
  CHECK(language.read("zh-CN-x-home").language() == "zh-CN");
  CHECK(language.read("zh").language() == "zh-CN");
  CHECK(language.read("zh-TW").language() == "zh-CN");
  CHECK(language.read("ZH-cn").language() == "zh-CN");
  CHECK(language.read("fr").language() == "en");
  CHECK(language.read("").language() == "en");
}

TEST_CASE("placeholders take their values wherever the sentence has them") {
  const Language language;
  CHECK(language.read("en").text("hello", {{"name", "Li"}, {"count", "3"}}) == "Hello Li, 3 left");
  CHECK(language.read("zh-CN").text("hello", {{"count", "3"}, {"name", "李"}}) == "李，还有 3 个");
  CHECK(language.read("en").text("hello", {{"name", "{count}"}}) == "Hello {count}, {count} left");
}

TEST_CASE("a missing key shows as itself") {
  const mot::UiStrings words = Language().read("en");
  CHECK(words.text("nothing") == "nothing");
  CHECK_FALSE(words.contains("nothing"));
  CHECK(words.contains("play"));
}

TEST_CASE("keys written twice and values that are no texts are reported") {
  const Language language;
  language.write("de", "play: Los\nplay: Weiter\nhello: [a]\n");
  mot::DiagnosticSink sink;
  const auto texts = mot::UiStrings::read(language.folder() / "de.yaml", sink);
  CHECK(texts.at("play") == "Los");
  CHECK(sink.errors() == 2);
}

TEST_CASE("languages are the files of the folder") {
  CHECK(mot::UiStrings::languages(Language().folder().path().string()) ==
        std::vector<std::string>{"en", "zh-CN"});
  CHECK(mot::UiStrings::languages("/nowhere").empty());
}

TEST_CASE("the pseudo-language is English, longer, with its placeholders untouched") {
  const std::string folder = std::string(MOT_SOURCE_DIR) + "/assets/lang";
  const mot::UiStrings english(folder, "en");
  const mot::UiStrings pseudo(folder, mot::kPseudoLanguage);
  CHECK(pseudo.language() == "en-XA");
  std::size_t before = 0;
  std::size_t after = 0;
  for (const std::string& key : english.keys()) {
    INFO(key);
    const std::string& text = pseudo.text(key);
    CHECK(mot::find_invalid_utf8(text) == std::string::npos);
    CHECK(text.front() == '[');
    CHECK(text.back() == ']');
    for (std::size_t at = english.text(key).find('{'); at != std::string::npos;
         at = english.text(key).find('{', at + 1)) {
      const std::string& whole = english.text(key);
      CHECK(text.find(whole.substr(at, whole.find('}', at) - at + 1)) != std::string::npos);
    }
    before += mot::count_code_points(english.text(key));
    after += mot::count_code_points(text);
  }
  CHECK(after * 100 >= before * 135);
}

TEST_CASE("a tag is spoken where a file of its language is there") {
  const std::string folder = std::string(MOT_SOURCE_DIR) + "/assets/lang";
  for (const char* tag : {"en", "EN", "en-GB", "zh-CN", "zh", "zh-TW", "en-XA"}) {
    INFO(tag);
    CHECK(mot::UiStrings::speaks(folder, tag));
  }
  for (const char* tag : {"xx", "de", "", "e", "z-CN", "enx"}) {
    INFO(tag);
    CHECK_FALSE(mot::UiStrings::speaks(folder, tag));
  }
}
