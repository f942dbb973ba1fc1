#include "engine/text/finding_texts.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/catalogue.h"
#include "engine/base/file.h"
#include "engine/base/yaml.h"

using mot::CatalogueEntry;
using mot::FindingTexts;

namespace {

namespace fs = std::filesystem;

const std::string kFolder = std::string(MOT_SOURCE_DIR) + "/assets/lang";

const FindingTexts& chinese() {
  static const FindingTexts texts(kFolder, "zh-CN");
  return texts;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool has_chinese(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0xE4; });
}

// Messages and hints of what `mot check` is expected to print about the corpora of bad files.
std::vector<std::string> printed_sentences() {
  std::vector<std::string> sentences;
  for (const char* corpus : {"tests/data/diagnostics", "tests/data/smells"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(MOT_SOURCE_DIR) / corpus)) {
      if (entry.path().extension() != ".expected") continue;
      std::ifstream stream(entry.path());
      for (std::string line; std::getline(stream, line);) {
        const std::size_t hint = line.find_first_not_of(' ');
        if (hint == 5 && line.compare(hint, 2, "= ") == 0) sentences.push_back(line.substr(7));
        if (!ends_with(line, "]") || hint != 0) continue;
        for (const std::string_view severity : {": error: ", ": warning: ", ": hint: "}) {
          const std::size_t at = line.find(severity);
          if (at == std::string::npos) continue;
          const std::size_t from = at + severity.size();
          sentences.push_back(line.substr(from, line.rfind(" [") - from));
          break;
        }
      }
    }
  }
  return sentences;
}

}  // namespace

TEST_CASE("every code of the catalogue has its texts in Chinese, too") {
  for (const CatalogueEntry& english : mot::catalogue()) {
    INFO(english.code);
    const CatalogueEntry said = chinese().entry(english);
    CHECK(said.title != english.title);
    CHECK(has_chinese(said.title));
    CHECK_FALSE(ends_with(said.title, "。"));
    CHECK(has_chinese(said.meaning));
    CHECK(ends_with(said.meaning, "。"));
    CHECK(has_chinese(said.mend));
    CHECK(ends_with(said.mend, "。"));
    CHECK(said.bad_example == english.bad_example);
    CHECK(said.severity == english.severity);
  }
}

TEST_CASE("what an error becomes in a draft is said in Chinese where it is in English") {
  for (const CatalogueEntry& english : mot::catalogue()) {
    INFO(english.code);
    CHECK(ends_with(chinese().entry(english).meaning, "草稿里这只是警告。") ==
          ends_with(english.meaning, "In a draft this is a warning."));
  }
}

TEST_CASE("every message and hint of the corpora of bad files is said in Chinese") {
  const std::vector<std::string> sentences = printed_sentences();
  REQUIRE(sentences.size() > 150);
  for (const std::string& sentence : sentences) {
    INFO(sentence);
    CHECK(chinese().knows(sentence));
    CHECK(has_chinese(chinese().hint(sentence)));
  }
}

TEST_CASE("whatever keeps a text from being YAML is said in Chinese, without the library's words") {
  const char* texts[] = {"a: x]\n b: [}\n",
                         "a: ]\n",
                         "a: {b: 1]\n",
                         "a: \"\\q\"\n",
                         "a: \"\\xZZ\"\n",
                         "a: \"\\ud800\"\n",
                         "a: |0\n  x\n",
                         "a: | x\n  y\n",
                         "%YAML 2 3\n---\na: 1\n",
                         "%YAML 1\n---\na: 1\n",
                         "%YAML 2.0\n---\na: 1\n",
                         "%TAG x\n---\na: 1\n",
                         "a: 1 ? b\n  ? c\n",
                         "a: b\n ? c\n",
                         "a: !<x\n",
                         "a: !x!\n",
                         "a: !a !b c\n",
                         "a: \"x\n--- y\n\"\n",
                         "a: 'x\n... \n",
                         "a: *\n",
                         "a: *b c: d\n",
                         "a: &\n",
                         "a: & b\n",
                         "a: @x\n",
                         "a: `x\n",
                         "a: [b, c\n",
                         "a: {b, c\n",
                         "a: b\n\tc: d\n",
                         "a:\n  - b\n c\n",
                         "a: - b\n",
                         "- a\nb: c\n"};
  for (const char* text : texts) {
    INFO(text);
    mot::DiagnosticSink sink;
    mot::YamlDocument::parse(mot::take_source("a.yaml", text, sink), sink);
    for (const mot::Diagnostic& finding : sink.sorted()) {
      INFO(finding.message);
      CHECK(chinese().knows(finding.message));
      CHECK(chinese().knows(finding.hint));
      CHECK(finding.message != "this cannot be read as YAML");
    }
  }
}

TEST_CASE("what differs from finding to finding is taken over, words of the format as written") {
  const std::pair<const char*, const char*> cases[] = {
      {"moment 'first-call' has no key 'respones'", "环节“first-call”没有“respones”这个键"},
      {"response 'act' has: id, say, do", "应对“act”有这些键：id, say, do"},
      {"an entry of 'says' is a map, not 'Thank you.'", "“says”的一项要写成映射，不是“Thank you.”"},
      {"the scenario's id 'Leaking Ceiling!' is not an id", "场景的 id“Leaking Ceiling!”写得不对"},
      {"'minutes' is 0; it runs from 1 to 600", "“minutes”写了 0；范围是 1 到 600"},
      {"response 'act' does not rate empathy, which is at stake here",
       "应对“act”没给体贴打分，而这里看重它"},
      {"response 'act' does not rate empathy, assurance, which are at stake here",
       "应对“act”没给这些打分，而这里看重它们：体贴、保证"},
      {"one of: reliability, empathy", "可以是：reliability, empathy"},
      {"add one: { id: goodbye, ending: resolved }", "加一个：{ id: goodbye, ending: resolved }"},
      {"the condition of line 2 of 'says' always holds", "“says”的第 2 句的条件总是成立"},
      {"remove the entry; seen after d.a,e.b", "去掉这一项；这样走看得到：d.a,e.b"},
      {"the customer looks pleased, and the moment is one of misery (-3.00)",
       "顾客的神情是高兴，而这是糟心时刻（-3.00）"},
  };
  for (const auto& [english, said] : cases) CHECK(chinese().hint(english) == said);
}

TEST_CASE("a message of a shape that is not known keeps its English behind the code's title") {
  CHECK(chinese().message("M0020", "nobody wrote this") == "不认识的键：nobody wrote this");
  CHECK(chinese().hint("nor this") == "nor this");
  CHECK_FALSE(chinese().knows("nor this"));
}

TEST_CASE("a report is in Chinese around its findings, too") {
  mot::DiagnosticSink sink;
  const auto source =
      std::make_shared<const mot::SourceText>(mot::SourceText{"a.yaml", "says: x\n"});
  sink.add({"M0021",
            mot::Severity::error,
            source,
            {1, 1},
            4,
            "key 'says' is written twice",
            "the first stands in line 7"});
  sink.add(
      {"M0103", mot::Severity::warning, source, {1, 7}, 1, "'x' stands twice in the list", ""});
  mot::ReportStyle style;
  style.words = chinese().report_words();
  style.per_file = 1;
  CHECK(mot::render_text(sink, style) ==
        "a.yaml:1:1: 错误: 键“says”写了两遍 [M0021]\n"
        "    1 | says: x\n"
        "      | ^~~~\n"
        "      = 第一个在第 7 行\n"
        "a.yaml: ……还有 1 条（错误 0，警告 1，提示 0）\n");
  CHECK(mot::first_error(sink, style.words) == "a.yaml:1: 键“says”写了两遍 [M0021]");
}

TEST_CASE("English is what catalogue and findings say") {
  const FindingTexts english(kFolder, "en");
  CHECK(english.is_english());
  CHECK(english.report_words() == nullptr);
  const CatalogueEntry& entry = mot::catalogue().front();
  CHECK(english.entry(entry).meaning == entry.meaning);
  CHECK(english.message("M0020", "a moment has no key 'x'") == "a moment has no key 'x'");
  CHECK(english.hint("did you mean 'y'?") == "did you mean 'y'?");
}
