// Stories longer than an encounter: an import of any length is a draft that `mot check` accepts.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <random>

#include "engine/analysis/smells.h"
#include "engine/interchange/import.h"
#include "engine/interchange/story_writer.h"
#include "engine/scenario/loader.h"
#include "tests/support/debriefed.h"

using mot::ImportedStory;
using mot::Result;
using mot::test::english;

namespace {

/// Errors of the draft that a story becomes, those of the analysis among them.
std::string errors_in(ImportedStory& story) {
  story.language = "en";
  mot::settle(story, english());
  mot::DiagnosticSink sink;
  const auto loaded =
      mot::load_scenario_text("draft.yaml", mot::write_story(story, "source", english()), {}, sink);
  std::string errors;
  for (const mot::Diagnostic& finding : sink.sorted()) {
    if (finding.severity == mot::Severity::error) errors += finding.message + "\n";
  }
  if (loaded.scenario == nullptr) return errors + "nothing was loaded\n";
  const mot::Program program(*loaded.scenario);
  mot::SolveOptions options;
  options.limits.states = 20'000;
  for (const mot::Smell& smell : mot::solve_and_find_smells(program, options)) {
    if (smell.severity == mot::Severity::error) errors += smell.message + "\n";
  }
  return errors;
}

/// The story, right as a draft and soon so.
ImportedStory right(Result<ImportedStory> imported) {
  const auto before = std::chrono::steady_clock::now();
  REQUIRE(imported);
  CHECK(errors_in(*imported) == "");
  CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(30));
  return std::move(*imported);
}

std::size_t count_of(const ImportedStory& story, std::string_view kind) {
  return static_cast<std::size_t>(
      std::count_if(story.notices.begin(), story.notices.end(),
                    [&](const mot::ImportNotice& notice) { return notice.kind == kind; }));
}

}  // namespace

TEST_CASE("A chain of passages with two links each has an ending within reach everywhere") {
  std::string twee;
  constexpr int kPassages = 3'000;
  for (int i = 0; i < kPassages; ++i)
    twee += fmt::format(":: p{}\nText\n[[On->p{}]]\n[[Jump->p{}]]\n", i, i + 1, i + 2);
  twee += fmt::format(":: p{}\nEnd\n:: p{}\nEnd\n", kPassages, kPassages + 1);
  const ImportedStory story = right(mot::import_twee(twee));
  CHECK(count_of(story, "far-from-end") >= 3);
  CHECK(count_of(story, "far-from-end") <= 12);
  CHECK(count_of(story, "single-way") == 0);
}

TEST_CASE("Passages with one way on take no choice where the story would be too long") {
  std::string twee;
  for (int i = 0; i < 2'000; ++i)
    twee += fmt::format(":: p{}\nText\n[[Go to {}->p{}]]\n", i, i + 1, i + 1);
  const ImportedStory story = right(mot::import_twee(twee));
  CHECK(count_of(story, "single-way") == 2'000);
  CHECK(count_of(story, "far-from-end") == 0);
  CHECK(story.moments.at(7).left_out == std::vector<std::string>{"Go to 8"});
}

TEST_CASE("Single responses stay choices where an ending is near") {
  const ImportedStory story = right(mot::import_twee(":: a\nHi\n[[Hello.->b]]\n:: b\nBye\n"));
  CHECK(story.moments.at(0).responses.size() == 1);
  CHECK(story.notices.empty());
}

TEST_CASE("A long ring has ways out at intervals") {
  for (const char* second : {"", "[[Two->p{}]]\n"}) {
    std::string twee;
    for (int i = 0; i < 1'200; ++i)
      twee += fmt::format(":: p{}\nText\n[[Go->p{}]]\n", i, (i + 1) % 1'200) +
              fmt::format(fmt::runtime(second), (i + 2) % 1'200);
    const ImportedStory story = right(mot::import_twee(twee));
    CHECK(count_of(story, "no-way-out") == 1);
  }
}

TEST_CASE("A sheet of 5,000 rows is a draft without errors") {
  std::string csv = "moment,says,say,next,coach\n";
  for (int i = 0; i < 5'000; ++i) csv += fmt::format("m{},Hm?,So be it.,,Why not.\n", i);
  const ImportedStory story = right(mot::import_sheet(csv));
  // What a response is explained by is not lost.
  CHECK(story.moments.at(0).responses.front().coach == "Why not.");
  CHECK(count_of(story, "far-from-end") >= 19);
  CHECK(count_of(story, "far-from-end") <= 25);
}

TEST_CASE("A page of 5,000 passages is a draft without errors") {
  std::string html = "<tw-storydata name=\"Long\" startnode=\"1\">";
  for (int i = 0; i < 5'000; ++i)
    html += fmt::format(
        "<tw-passagedata pid=\"{}\" name=\"P{}\">Text\n[[Next-&gt;P{}]]\n[[Skip-&gt;P{}]]\n"
        "[[Back-&gt;P0]]</tw-passagedata>",
        i + 1, i, std::min(i + 1, 4'999), std::min(i + 7, 4'999));
  const ImportedStory story = right(mot::import_twine_html(html + "</tw-storydata>"));
  // Ways that run side by side share a way out.
  CHECK(count_of(story, "far-from-end") <= 10);
}

TEST_CASE("Long stories with long lists, and shapes of chance, are drafts without errors") {
  std::string lists;
  for (int i = 0; i < 300; ++i) {
    lists += fmt::format(":: p{}\nText\n", i);
    for (int l = 0; l < 40; ++l) lists += fmt::format("[[say {}->p{}]]\n", l, i + 1);
  }
  right(mot::import_twee(lists + ":: p300\nEnd\n"));
  std::mt19937 random(11);
  const auto below = [&](std::size_t most) { return std::size_t{random()} % most; };
  for (int round = 0; round < 4; ++round) {
    std::string twee;
    const std::size_t passages = 600 + below(600);
    const std::size_t far = 1 + below(40);
    for (std::size_t i = 0; i < passages; ++i) {
      twee += fmt::format(":: p{}\nText\n", i);
      for (std::size_t l = below(4); l < 4; ++l) {
        const std::size_t ahead = std::min(passages - 1, i + 1 + below(far));
        twee += fmt::format("[[{}->p{}]]\n", l == 3 ? "continue" : fmt::format("say {}", l),
                            below(30) == 0 ? below(passages) : ahead);
      }
    }
    INFO(round);
    right(mot::import_twee(twee));
  }
}
