#include "engine/interchange/zip_file.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/base/file.h"
#include "tests/support/temporary_folder.h"

using Catch::Contains;
using mot::write_zip;
using mot::ZipFile;
using mot::test::TemporaryFolder;

TEST_CASE("What is written is read, names and bytes alike") {
  const TemporaryFolder folder;
  const std::string bytes("\0\xFF\r\n", 4);
  REQUIRE(write_zip(folder / "a.zip", {{"场景/a.yaml", "mot: 1\n"}, {"b", bytes}, {"empty", ""}}));
  auto zip = ZipFile::open(folder / "a.zip");
  REQUIRE(zip);
  CHECK(zip->holds("场景/a.yaml"));
  CHECK_FALSE(zip->holds("B"));
  CHECK(*zip->read("场景/a.yaml", 100) == "mot: 1\n");
  CHECK(*zip->read("b", 100) == bytes);
  CHECK(zip->read("empty", 0)->empty());
  const auto missing = zip->read("c", 100);
  REQUIRE_FALSE(missing);
  CHECK_THAT(missing.error().message, Contains("there is no 'c' in it"));
}

TEST_CASE("The same files give the same bytes") {
  const TemporaryFolder folder;
  for (const char* name : {"a.zip", "b.zip"})
    REQUIRE(write_zip(folder / name, {{"x", std::string(5000, 'x')}, {"y", "1"}}));
  CHECK(*mot::read_file(folder / "a.zip") == *mot::read_file(folder / "b.zip"));
}

TEST_CASE("No more is unpacked than may be") {
  const TemporaryFolder folder;
  REQUIRE(write_zip(folder / "a.zip", {{"x", std::string(3U << 20U, 'x')}}));
  auto zip = ZipFile::open(folder / "a.zip");
  REQUIRE(zip);
  CHECK(zip->read("x", 3U << 20U)->size() == 3U << 20U);
  const auto more = zip->read("x", (3U << 20U) - 1);
  REQUIRE_FALSE(more);
  CHECK_THAT(more.error().message, Contains("larger than 2 MiB when unpacked"));
}

TEST_CASE("What is no archive, cut off or damaged is refused") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.zip";
  CHECK_THAT(ZipFile::open(folder.path().string()).error().message, Contains("not a regular file"));
  std::ofstream(path) << "mot: 1\n";
  CHECK_THAT(ZipFile::open(path).error().message, Contains("is no archive"));

  const std::string text = std::string(100, 'x') + std::string(100, 'y');
  REQUIRE(write_zip(path, {{"x", text}}));
  std::string content = *mot::read_file(path);
  const std::string whole = content;
  std::ofstream(path, std::ios::binary) << content.substr(0, content.size() - 30);
  CHECK_FALSE(ZipFile::open(path));
  // Any bit of what was packed, behind the entry's head of 30 bytes and its name: never another
  // content, also where a shorter one would come out.
  for (std::size_t bit = 0; bit < 7 * 8; ++bit) {
    content = whole;
    content[31 + bit / 8] = static_cast<char>(content[31 + bit / 8] ^ (1 << (bit % 8)));
    std::ofstream(path, std::ios::binary) << content;
    auto zip = ZipFile::open(path);
    REQUIRE(zip);
    const auto damaged = zip->read("x", 1000);
    INFO("bit " << bit);
    CHECK((!damaged || *damaged == text));
    if (!damaged) CHECK_THAT(damaged.error().message, Contains("'x' in it is damaged"));
  }
  // Bit 0 of the flags, in both heads: encrypted.
  content = whole;
  content[6] = static_cast<char>(content[6] | 1);
  const std::size_t list = content.find("PK\x01\x02");
  REQUIRE(list != std::string::npos);
  content[list + 8] = static_cast<char>(content[list + 8] | 1);
  std::ofstream(path, std::ios::binary) << content;
  auto locked = ZipFile::open(path);
  REQUIRE(locked);
  CHECK_THAT(locked->read("x", 1000).error().message, Contains("is encrypted"));
}
