// Every text that the programs ask for exists, in every language, with the same values to fill in.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/text/ui_strings.h"

namespace {

namespace fs = std::filesystem;
using Texts = std::unordered_map<std::string, std::string>;

const fs::path kRoot = MOT_SOURCE_DIR;
const fs::path kLanguages = kRoot / "assets" / "lang";

Texts texts_of(const std::string& tag) {
  mot::DiagnosticSink sink;
  return mot::UiStrings::read((kLanguages / (tag + ".yaml")).string(), sink);
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The groups of keys: what stands before the first dot.
std::set<std::string> groups_of(const Texts& texts) {
  std::set<std::string> groups;
  for (const auto& [key, text] : texts) {
    groups.insert(key.substr(0, key.find('.')));
  }
  return groups;
}

// Of the programs, and of the engine where it speaks to people.
std::vector<fs::path> source_files() {
  std::vector<fs::path> files;
  for (const char* folder :
       {"game", "engine/analysis", "engine/authoring", "engine/debrief", "engine/report"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(kRoot / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension == ".cpp" || extension == ".h") {
        files.push_back(entry.path());
      }
    }
  }
  return files;
}

// Literals in those sources that look like keys: "library.start", "setting.".
std::set<std::string> keys_in_sources(const std::set<std::string>& groups) {
  static const std::regex kLiteral("\"([a-z]+)\\.([a-zA-Z0-9.-]*)\"");
  std::set<std::string> keys;
  for (const fs::path& file : source_files()) {
    const std::string source = content_of(file);
    for (std::sregex_iterator it(source.begin(), source.end(), kLiteral), end; it != end; ++it) {
      const std::string rest = (*it)[2];
      const bool file_name = rest == "yaml" || rest == "json" || rest == "svg" || rest == "h";
      if (groups.count((*it)[1]) > 0 && !file_name) {
        keys.insert((*it)[1].str() + "." + rest);
      }
    }
  }
  return keys;
}

bool known(const Texts& texts, const std::string& key) {
  if (texts.count(key) > 0) {
    return true;
  }
  // What is put together must be the beginning of some key: "setting.", or "reason.missed" with
  // the number of a wording to come.
  const bool open = key.back() == '.' || key.back() == '-';
  for (const auto& [other, text] : texts) {
    const bool begins = other.rfind(key, 0) == 0;
    if (begins && (open || other[key.size()] == '.' || other[key.size()] == '-')) {
      return true;
    }
  }
  return false;
}

std::set<std::string> values_in(const std::string& text) {
  static const std::regex kValue("\\{[a-z_]+\\}");
  return {std::sregex_token_iterator(text.begin(), text.end(), kValue), {}};
}

}  // namespace

TEST_CASE("Every key that the programs use has a text in every language") {
  for (const std::string& tag : mot::UiStrings::languages(kLanguages.string())) {
    const Texts texts = texts_of(tag);
    REQUIRE_FALSE(texts.empty());
    for (const std::string& key : keys_in_sources(groups_of(texts))) {
      INFO(tag << ": " << key);
      CHECK(known(texts, key));
    }
  }
}

TEST_CASE("All languages have the same keys with the same values to fill in") {
  const Texts english = texts_of("en");
  for (const std::string& tag : mot::UiStrings::languages(kLanguages.string())) {
    const Texts other = texts_of(tag);
    for (const auto& [key, text] : english) {
      INFO(tag << ": " << key);
      REQUIRE(other.count(key) == 1);
      CHECK(values_in(other.at(key)) == values_in(text));
    }
    for (const auto& [key, text] : other) {
      INFO(tag << ": " << key);
      CHECK(english.count(key) == 1);
    }
  }
}
