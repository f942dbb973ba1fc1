#include "engine/authoring/own_copy.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/base/file.h"
#include "engine/scenario/loader.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;

std::shared_ptr<const mot::Scenario> shipped() {
  const fs::path file = fs::path(MOT_SOURCE_DIR) / "scenarios/property/twice-the-water.yaml";
  mot::DiagnosticSink sink;
  mot::LoadOptions options;
  options.library = (fs::path(MOT_SOURCE_DIR) / "scenarios").string();
  auto scenario = mot::load_scenario(file.string(), options, sink).scenario;
  REQUIRE(scenario);
  return scenario;
}

}  // namespace

TEST_CASE("A copy has the scenario's text and its translations, and plays") {
  const mot::test::TemporaryFolder folder;
  const auto scenario = shipped();
  const auto copy = mot::copy_for_author(*scenario, folder.path().string());
  REQUIRE(copy);
  CHECK_FALSE(copy->was_there);
  CHECK(*mot::read_file(copy->path) == *mot::read_file(scenario->source->path));
  CHECK(fs::exists(folder.path() / "property" / "twice-the-water.zh-CN.yaml"));
  mot::DiagnosticSink sink;
  mot::LoadOptions options;
  options.library = (fs::path(MOT_SOURCE_DIR) / "scenarios").string();
  CHECK(mot::load_scenario(copy->path, options, sink).scenario);
  CHECK(sink.total() == 0);
}

TEST_CASE("A copy that is there stays as its author left it") {
  const mot::test::TemporaryFolder folder;
  const auto scenario = shipped();
  const auto first = mot::copy_for_author(*scenario, folder.path().string());
  REQUIRE(mot::write_file_atomically(first->path, "mine"));
  const auto second = mot::copy_for_author(*scenario, folder.path().string());
  CHECK(second->was_there);
  CHECK(second->path == first->path);
  CHECK(*mot::read_file(second->path) == "mine");
}

TEST_CASE("A copy leaves what stands in its folder as it is") {
  const mot::test::TemporaryFolder folder;
  const std::string mine = (folder.path() / "property" / "twice-the-water.zh-CN.yaml").string();
  REQUIRE(mot::write_file_atomically(mine, "mine"));
  const auto copy = mot::copy_for_author(*shipped(), folder.path().string());
  REQUIRE(copy);
  CHECK_FALSE(copy->was_there);
  CHECK(*mot::read_file(mine) == "mine");
}

TEST_CASE("What may not be written needs a copy") {
  const mot::test::TemporaryFolder folder;
  const std::string mine = (folder.path() / "mine.yaml").string();
  REQUIRE(mot::write_file_atomically(mine, "mot: 1\n"));
  CHECK_FALSE(mot::needs_own_copy(mine));
  CHECK(mot::needs_own_copy((folder.path() / "nobody.yaml").string()));
}

TEST_CASE("A copy that was left half done is no copy") {
  const mot::test::TemporaryFolder folder;
  const auto scenario = shipped();
  const fs::path in_the_way = folder.path() / "property" / "twice-the-water.zh-CN.yaml";
  fs::create_directories(in_the_way / "x");
  const auto refused = mot::copy_for_author(*scenario, folder.path().string());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().key == "refused.no-file-there");
  fs::remove_all(in_the_way);
  const auto copy = mot::copy_for_author(*scenario, folder.path().string());
  REQUIRE(copy);
  CHECK_FALSE(copy->was_there);
}
