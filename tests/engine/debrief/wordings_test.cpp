// The sentences of a debrief in every language: each that can be asked for is there, each has
// several wordings, and the languages have equally many, counted without a gap.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/customer/dimensions.h"
#include "engine/text/ui_strings.h"

namespace mot {
namespace {

const std::string kFolder = std::string(MOT_SOURCE_DIR) + "/assets/lang";
const std::vector<std::string> kTones{"good", "bad", "flat"};

std::size_t count(const UiStrings& words, const std::string& prefix) {
  std::size_t found = 0;
  while (words.contains(prefix + "." + std::to_string(found + 1))) ++found;
  return found;
}

std::string key(std::string_view a, std::string_view b, std::string_view c = {}) {
  std::string made = std::string(a) + "." + std::string(b);
  return c.empty() ? made : made + "." + std::string(c);
}

/// All prefixes that the debrief draws a wording of.
std::vector<std::string> prefixes() {
  std::vector<std::string> all{"facet.flat",         "echo.post-waits", "prediction.near",
                               "prediction.high",    "prediction.low",  "reason.missed",
                               "reason.exceeded",    "reason.met",      "reason.free",
                               "echo.quote.good",    "echo.quote.bad",  "echo.concession.good",
                               "echo.concession.bad"};
  for (const std::string_view dimension : kDimensionNames) {
    all.push_back(key("facet", dimension, "exceeded"));
    all.push_back(key("facet", dimension, "missed"));
    all.push_back(key("advice.tip", dimension));
  }
  for (const std::string_view behaviour : kBehaviourNames) {
    all.push_back(key("advice.tip", behaviour));
  }
  for (const std::string_view category : kCategoryNames) {
    for (const char* group : {"survey", "echo.friend", "echo.post", "echo.manager"}) {
      all.push_back(key(group, category));
    }
  }
  for (const std::string_view ending : kEndingKindNames) {
    all.push_back(key("echo.manager-ends", ending));
  }
  for (const std::string& tone : kTones) {
    all.push_back(key("echo.friend-ends", tone));
    all.push_back(key("echo.post-ends", tone));
  }
  return all;
}

}  // namespace

TEST_CASE("every sentence of a debrief has several wordings, as many in every language") {
  const UiStrings english(kFolder, "en");
  for (const std::string& tag : UiStrings::languages(kFolder)) {
    DiagnosticSink sink;
    const auto own = UiStrings::read(fmt::format("{}/{}.yaml", kFolder, tag), sink);
    const UiStrings words(kFolder, tag);
    for (const std::string& prefix : prefixes()) {
      INFO(tag << ": " << prefix);
      CHECK(count(words, prefix) >= 2);
      CHECK(count(words, prefix) == count(english, prefix));
      CHECK(own.count(prefix + ".1") == 1);
    }
  }
}

TEST_CASE("every sentence on what stays is there, with its places to fill in") {
  for (const std::string& tag : UiStrings::languages(kFolder)) {
    const UiStrings words(kFolder, tag);
    for (const char* group : {"remember.peak", "remember.end", "remember.same"}) {
      for (const std::string& tone : kTones) {
        const std::string& text = words.text(key(group, tone));
        INFO(tag << ": " << group << "." << tone);
        for (const char* place : {"{number}", "{title}", "{gap}"}) {
          CHECK(text.find(place) != std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("no two wordings of a sentence are the same") {
  for (const std::string& tag : UiStrings::languages(kFolder)) {
    const UiStrings words(kFolder, tag);
    for (const std::string& prefix : prefixes()) {
      for (std::size_t a = 1; a <= count(words, prefix); ++a) {
        for (std::size_t b = 1; b < a; ++b) {
          INFO(tag << ": " << prefix << " " << a << " " << b);
          CHECK(words.text(prefix + "." + std::to_string(a)) !=
                words.text(prefix + "." + std::to_string(b)));
        }
      }
    }
  }
}

}  // namespace mot
