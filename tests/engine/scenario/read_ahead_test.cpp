#include "engine/scenario/read_ahead.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "engine/scenario/neighbour_files.h"
#include "tests/support/temporary_folder.h"

namespace {

std::string write(const mot::test::TemporaryFolder& folder,
                  const std::string& name,
                  const std::string& content) {
  std::string path = folder / name;
  std::ofstream(path) << content;
  return path;
}

TEST_CASE("a file is read ahead or left to the caller, and read the same") {
  const mot::test::TemporaryFolder folder;
  std::vector<std::string> paths;
  for (int i = 0; i < 40; ++i)
    paths.push_back(write(folder, "f" + std::to_string(i) + ".yaml", "id: f" + std::to_string(i)));
  mot::ReadAhead ahead(paths);
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
    const auto document = ahead.take(*path);
    if (!document) continue;
    CHECK(document->source()->path == *path);
    CHECK(ahead.take(*path) == nullptr);
  }
  CHECK(ahead.take(folder / "never-named.yaml") == nullptr);
}

TEST_CASE("what is wrong with a file that was read ahead is reported once, when it is wanted") {
  const mot::test::TemporaryFolder folder;
  const std::string good = write(folder, "good.yaml", "id: good");
  const std::string bad = write(folder, "bad.yaml", "id: [");
  mot::DiagnosticSink alone;
  mot::DocumentCache plain;
  plain.read(bad, alone);
  REQUIRE(alone.total() > 0);

  mot::DocumentCache cache;
  cache.read_ahead({bad, good, folder / "missing.yaml"});
  mot::DiagnosticSink sink;
  CHECK(cache.read(good, sink) != nullptr);
  CHECK(sink.total() == 0);
  CHECK((cache.read(bad, sink) == nullptr) == (plain.read(bad, alone) == nullptr));
  cache.read(bad, sink);
  CHECK(sink.total() == alone.total());
}

}  // namespace
