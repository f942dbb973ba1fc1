// `mot graph`: what it writes where, and every way to use it wrongly.
#include <catch2/catch.hpp>
#include <fstream>

#include "tests/cli/program.h"
#include "tests/support/long_story.h"

using namespace mot::test;

namespace {

Ran graph(std::vector<std::string> words, const Running& running = {}) {
  words.insert(words.begin(), {"graph", data("late-parcel.yaml")});
  return run_mot(words, running);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string written(const std::string& path, const std::string& text) {
  std::ofstream(path) << text;
  return path;
}

}  // namespace

TEST_CASE("graph writes a picture and a file for Graphviz", "[e2e]") {
  const TemporaryFolder folder;
  const Ran ran = graph({"--svg", folder / "map.svg", "--dot", folder / "map.dot"});
  CHECK(ran.code == 0);
  CHECK(ran.out == "");
  CHECK(ran.err == "");
  const std::string svg = content_of(folder / "map.svg");
  CHECK(svg.rfind("<?xml", 0) == 0);
  CHECK(has(svg, "</svg>"));
  CHECK(has(svg, "★ "));
  CHECK(content_of(folder / "map.dot").rfind("digraph \"late-parcel\" {", 0) == 0);
}

TEST_CASE("graph writes to stdout where it is told to, the same every time", "[e2e]") {
  const Ran ran = graph({"--svg", "-"});
  CHECK(ran.code == 0);
  CHECK(ran.out.rfind("<?xml", 0) == 0);
  CHECK(graph({"--svg", "-"}).out == ran.out);
}

TEST_CASE("graph speaks the reader's language", "[e2e]") {
  CHECK(has(graph({"--svg", "-", "--lang", "zh-CN"}).out, "最好的走法"));
}

TEST_CASE("A map of sixty moments has them all and the best path", "[e2e]") {
  const TemporaryFolder folder;
  const std::string story = written(folder / "story.yaml", layered_story(60, 15));
  const Ran ran = run_mot({"graph", story, "--svg", "-"});
  CHECK(ran.code == 0);
  CHECK(has(ran.out, ">l14-3</text>"));
  CHECK(has(ran.out, "★ "));
  CHECK(has(ran.out, "of 10 (simulated)"));
}

TEST_CASE("Where the best play cannot be known the map says so", "[e2e]") {
  const TemporaryFolder folder;
  const std::string story = written(folder / "story.yaml", endless_story(30));
  const Ran ran = run_mot({"graph", story, "--svg", "-"});
  CHECK(ran.code == 0);
  CHECK(has(ran.out, "the best play is not known"));
  CHECK_FALSE(has(ran.out, ">★ r"));
}

TEST_CASE("graph refuses what it cannot do, with the reason", "[e2e]") {
  const TemporaryFolder folder;
  CHECK(graph({}).code == 2);
  const Ran both = graph({"--svg", "-", "--dot", "-"});
  CHECK(both.code == 2);
  CHECK(both.out == "");
  CHECK(has(both.err, "--svg - and --dot - would both print"));
  CHECK(run_mot({"graph", "no-such-story", "--svg", "-"}).code == 2);
  for (const char* option : {"--svg", "--dot"}) {
    const std::string there = written(folder / "there", "mine");
    const Ran refused = graph({option, there});
    CHECK(refused.code == 2);
    CHECK(has(refused.err, "is there already; nothing was changed. Replace it with --force"));
    CHECK(content_of(there) == "mine");
    CHECK(graph({option, there, "--force"}).code == 0);
    CHECK(content_of(there) != "mine");
  }
  const std::string file = written(folder / "file", "");
  const Ran nowhere = graph({"--svg", file + "/map.svg"});
  CHECK(nowhere.code == 3);
  CHECK(has(nowhere.err, "file/map.svg"));
  const std::string story = written(folder / "story.yaml", chain_story(2'001, 1));
  const Ran large = run_mot({"graph", story, "--svg", "-"});
  CHECK(large.code == 1);
  CHECK(large.out == "");
  CHECK(has(large.err, "2002 moments; a map is drawn of 2000 at most"));
  CHECK(large.seconds < 30);
}
