// The programme's words: every key the terminal asks for exists, and all languages have the same
// keys and placeholders.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "engine/customer/dimensions.h"
#include "engine/outcome/scorecard.h"
#include "engine/scenario/pictures.h"
#include "engine/text/ui_strings.h"

namespace fs = std::filesystem;

namespace {

const std::string kTexts = std::string(MOT_SOURCE_DIR) + "/assets/lang";

std::unordered_map<std::string, std::string> texts_of(const std::string& tag) {
  mot::DiagnosticSink sink;
  auto texts = mot::UiStrings::read(kTexts + "/" + tag + ".yaml", sink);
  INFO(tag);
  CHECK(sink.total() == 0);
  return texts;
}

std::set<std::string> placeholders_of(const std::string& text) {
  static const std::regex pattern(R"(\{[^}]*\})");
  return {std::sregex_token_iterator(text.begin(), text.end(), pattern),
          std::sregex_token_iterator()};
}

/// The string literals in game/cli that look like a key of the groups given.
std::set<std::string> keys_in_code() {
  static const std::regex pattern(R"re("((?:cli|common)\.[a-z-]+(?:\.[a-z-]+)*)")re");
  std::set<std::string> keys;
  for (const auto& entry : fs::directory_iterator(std::string(MOT_SOURCE_DIR) + "/game/cli")) {
    if (entry.path().extension() != ".cpp") continue;
    std::ifstream file(entry.path());
    std::ostringstream code;
    code << file.rdbuf();
    const std::string text = code.str();
    for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end;
         ++match) {
      keys.insert((*match)[1]);
    }
  }
  return keys;
}

template <class Names>
void require_words(const std::unordered_map<std::string, std::string>& texts,
                   const std::string& group,
                   const Names& names) {
  for (const std::string_view name : names) {
    const std::string key = group + "." + std::string(name);
    INFO(key);
    CHECK(texts.count(key) == 1);
  }
}

}  // namespace

TEST_CASE("Every text the terminal asks for is there in English") {
  const auto english = texts_of("en");
  const std::set<std::string> keys = keys_in_code();
  CHECK(keys.size() > 60);
  for (const std::string& key : keys) {
    INFO(key);
    CHECK(english.count(key) == 1);
  }
  require_words(english, "feeling", mot::kFeelingNames);
  require_words(english, "dimension", mot::kDimensionNames);
  require_words(english, "behaviour", mot::kBehaviourNames);
  require_words(english, "channel", mot::kChannelNames);
  require_words(english, "ending", mot::kEndingKindNames);
  require_words(english, "category", mot::kCategoryNames);
  require_words(english, "scene",
                mot::load_pictures(std::string(MOT_SOURCE_DIR) + "/assets").scenes);
  require_words(english, "label", std::vector<std::string_view>{"misery", "neutral", "magic"});
  require_words(english, "mode", std::vector<std::string_view>{"practice", "exam"});
  require_words(english, "grade",
                std::vector<std::string_view>{"best", "good", "fair", "weak", "harmful"});
  require_words(english, "cli.debrief",
                std::vector<std::string_view>{"kind-must-be", "kind-attractive"});
}

TEST_CASE("All languages have the same keys and the same placeholders") {
  const auto english = texts_of("en");
  for (const std::string& tag : mot::UiStrings::languages(kTexts)) {
    const auto texts = texts_of(tag);
    for (const auto& [key, text] : english) {
      INFO(tag << ": " << key);
      REQUIRE(texts.count(key) == 1);
      CHECK(!texts.at(key).empty());
      CHECK(placeholders_of(texts.at(key)) == placeholders_of(text));
    }
    for (const auto& [key, text] : texts) {
      INFO(tag << ": " << key << " is not in en.yaml");
      CHECK(english.count(key) == 1);
    }
    INFO(tag << ": the name of the language itself");
    CHECK(english.count("language." + tag) == 1);
  }
}
