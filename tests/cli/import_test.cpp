// `mot import`: what it writes where, and every way to use it wrongly.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "tests/cli/program.h"

using namespace mot::test;

namespace {

constexpr const char* kTwee =
    ":: StoryTitle\nLate\n:: Start\n(set: $a to 1)Where is it?\n[[Sorry.->End]]\n[[Not "
    "mine.->End]]\n:: End\nBye.\n";

std::string written(const std::string& path, const std::string& text) {
  std::ofstream(path) << text;
  return path;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("import writes a draft that check accepts, and never over a file", "[e2e]") {
  const TemporaryFolder folder;
  const std::string story = written(folder / "a.twee", kTwee);
  Running here;
  here.folder = folder.path().string();
  const Ran ran = run_mot({"import", "a.twee"}, here);
  CHECK(ran.err == "");
  CHECK(ran.code == 0);
  CHECK(has(ran.out, "late.yaml: 2 moments, 1 of them decisions, 2 responses."));
  CHECK(has(ran.out, "Start (line 3): (set: $a to 1)"));
  CHECK(has(ran.out, "in the language 'en', as the file does not say; --texts names another"));
  CHECK_FALSE(
      has(run_mot({"import", "a.twee", "-o", folder / "de.yaml", "--texts", "de"}, here).out,
          "--texts"));
  CHECK(run_mot({"check", folder / "late.yaml"}).code == 0);
  written(folder / "late.yaml", "mine");
  const Ran again = run_mot({"import", "a.twee"}, here);
  CHECK(again.code == 2);
  CHECK(has(again.err, "late.yaml is there already; nothing was changed"));
  CHECK(content_of(folder / "late.yaml") == "mine");
  CHECK(run_mot({"import", "a.twee", "--force"}, here).code == 0);
  CHECK(content_of(folder / "late.yaml") != "mine");
}

TEST_CASE("import prints the draft, and the report as JSON", "[e2e]") {
  const TemporaryFolder folder;
  const std::string story = written(folder / "a.twee", kTwee);
  const Ran ran = run_mot({"import", story, "-o", "-", "--id", "other", "--texts", "de"});
  CHECK(ran.code == 0);
  CHECK(has(ran.out, "\nid: other\n"));
  CHECK(has(ran.out, "\nlanguage: de\n"));
  CHECK(has(ran.err, "(set: $a to 1)"));
  const mot::Json json = json_in(run_mot({"import", story, "-o", folder / "b.yaml", "--json"}).out);
  CHECK(keys_of(json) ==
        "file scenario format language moments decisions responses notices language-assumed");
  CHECK(json.find("language-assumed")->boolean() != nullptr);
  CHECK(*json.find("moments")->integer() == 2);
  REQUIRE(json.find("notices")->array()->size() == 1);
  CHECK(keys_of(json.find("notices")->array()->front()) == "kind where line what message");
}

TEST_CASE("import refuses what it cannot take, writes nothing and says why", "[e2e]") {
  const TemporaryFolder folder;
  Running here;
  here.folder = folder.path().string();
  CHECK(run_mot({"import"}).code == 2);
  CHECK(run_mot({"import", "none.twee"}, here).code == 3);
  CHECK(run_mot({"import", "."}, here).code == 3);
  const Ran page = run_mot({"import", written(folder / "a.html", "<html></html>")}, here);
  CHECK(page.code == 1);
  CHECK(has(page.err, "Publish to File"));
  CHECK(run_mot({"import", written(folder / "b.txt", "Dear diary")}, here).code == 1);
  CHECK(run_mot({"import", written(folder / "c.twee", kTwee), "--id", "No Id"}).code == 2);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
    files += entry.path().extension() == ".yaml" ? 1U : 0U;
  CHECK(files == 0);
}
