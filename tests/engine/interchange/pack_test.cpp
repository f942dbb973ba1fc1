// What a pack takes and what it refuses, the same both ways. Opening packs of others is tested with
// the program: tests/cli/workshop_test.cpp.
#include "engine/interchange/pack.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/base/file.h"
#include "engine/interchange/zip_file.h"
#include "tests/support/temporary_folder.h"

using mot::test::TemporaryFolder;

namespace {

const std::string kPng = "\x89PNG\r\n\x1a\n";

/// A scenario with one line for each picture.
std::string story_with(const std::vector<std::string>& images) {
  std::string moments;
  for (std::size_t i = 0; i < images.size(); ++i)
    moments += fmt::format("  - {{ id: line-{}, says: Hi, image: {}, next: {} }}\n", i, images[i],
                           i + 1 < images.size() ? fmt::format("line-{}", i + 1) : "ask");
  return "mot: 1\nid: a\ntitle: A\nlanguage: en\n"
         "customer: { id: c, name: C, expects: { empathy: 7 } }\n"
         "journey: { id: j, title: J, stages: [{ id: s, title: S }] }\nmoments:\n" +
         moments +
         "  - { id: ask, stage: s, channel: phone, touchpoint: t, says: Hm, expects: [empathy], "
         "responses: [{ id: r, say: Yes, delivers: { empathy: 7 }, next: end }] }\n"
         "  - { id: end, ending: resolved }\n";
}

std::string packed(const TemporaryFolder& folder, const std::vector<std::string>& images) {
  for (const std::string& image : images) {
    if (!std::filesystem::exists(folder / image)) std::ofstream(folder / image) << "<svg/>";
  }
  REQUIRE(mot::write_file_atomically(folder / "a.yaml", story_with(images)));
  const auto result = mot::pack_scenario(folder / "a.yaml", {}, folder / "a.motpack", true);
  if (!result) return result.error().message;
  const auto opened = mot::open_pack(folder / "a.motpack", folder / "out", {});
  return opened ? std::string() : opened.error().message;
}

}  // namespace

TEST_CASE("What is packed can be opened, and what cannot be opened is not packed") {
  const TemporaryFolder folder;
  CHECK(packed(folder, {"one.svg", "two.svg"}) == "");
  CHECK(packed(folder, {"one.svg", "ONE.svg"}).find("differ in capitals only") !=
        std::string::npos);
  std::vector<std::string> many;
  for (int i = 0; i < 1'000; ++i) many.push_back(fmt::format("{}.svg", i));
  CHECK(packed(folder, many).find("1001 files; a pack has at most 1000") != std::string::npos);
}

TEST_CASE("A pack stops reading as soon as it is too large") {
  const TemporaryFolder folder;
  const std::string large = kPng + std::string(15U << 20U, ' ');
  std::vector<std::string> images;
  for (int i = 0; i < 6; ++i) {
    images.push_back(fmt::format("{}.png", i));
    REQUIRE(mot::write_file_atomically(folder / images.back(), large));
  }
  CHECK(packed(folder, images).find("all files together are larger than 64 MiB") !=
        std::string::npos);
}

TEST_CASE("A picture or sound is what its name says, in what is packed and in what is opened") {
  const TemporaryFolder folder;
  REQUIRE(mot::write_file_atomically(folder / "good.png", kPng + "rest"));
  CHECK(packed(folder, {"good.png"}) == "");
  for (const char* name : {"bad.png", "bad.jpg", "bad.jpeg"}) {
    INFO(name);
    REQUIRE(mot::write_file_atomically(folder / name, "no picture"));
    CHECK(packed(folder, {name}).find(", whatever its name says") != std::string::npos);
  }
}

TEST_CASE("A pack's list names the scenario that is in it") {
  const TemporaryFolder folder;
  REQUIRE(packed(folder, {}) == "");
  auto zip = mot::ZipFile::open(folder / "a.motpack");
  REQUIRE(zip);
  std::string list = *zip->read("mot-pack.json", 10'000);
  const std::string scenario = *zip->read("a.yaml", 10'000);
  for (const char* name : {"\"a\"", "\"a.yaml\""}) list.replace(list.find(name), 2, "\"b");
  REQUIRE(mot::write_zip(folder / "b.motpack", {{"mot-pack.json", list}, {"b.yaml", scenario}}));
  const auto opened = mot::open_pack(folder / "b.motpack", folder / "new", {});
  REQUIRE_FALSE(opened);
  CHECK(opened.error().message ==
        (folder / "b.motpack") +
            ": its list names the scenario 'b', and the one in it is 'a'; get the pack again");
  CHECK_FALSE(std::filesystem::exists(folder / "new/b"));
}

TEST_CASE("What a pack refuses is said in the reader's language, in English the same") {
  const TemporaryFolder folder;
  const std::string texts = std::string(MOT_SOURCE_DIR) + "/assets/lang";
  const mot::UiStrings english(texts, "en");
  const mot::UiStrings chinese(texts, "zh-CN");
  const auto refused = [&](const mot::PackResult& result, const std::string& in_chinese) {
    REQUIRE_FALSE(result);
    CAPTURE(result.error().message, result.error().key);
    CHECK(sentence_of(result.error(), english) == result.error().message);
    CHECK(sentence_of(result.error(), chinese).find(in_chinese) != std::string::npos);
  };
  const auto opened = [&](const std::vector<std::pair<std::string, std::string>>& files) {
    REQUIRE(mot::write_zip(folder / "a.motpack", files));
    return mot::open_pack(folder / "a.motpack", folder / "out", {});
  };
  refused(opened({{"mot-pack.json", "{"}}), "清单 mot-pack.json 读不出来");
  refused(opened({{"mot-pack.json", "{}"}}), "没写是哪一版");
  refused(opened({{"mot-pack.json", R"({"mot-pack":2})"}}), "这个包是第 2 版");
  refused(opened({{"mot-pack.json", R"({"mot-pack":1})"}}), "清单里没有写场景");
  refused(opened({{"mot-pack.json", R"({"mot-pack":1,"scenario":"a"})"}}), "清单里没有写文件");
  refused(
      opened({{"mot-pack.json",
               R"({"mot-pack":1,"scenario":"a","files":[{"name":"../a.yaml","sha256":"0"}]})"}}),
      "里面的文件“../a.yaml”不能用：名字有一段以点开头");
  refused(opened({{"mot-pack.json",
                   R"({"mot-pack":1,"scenario":"a","files":[{"name":"a.yaml","sha256":"0"}]})"},
                  {"a.yaml", "id: a"}}),
          "里面的文件“a.yaml”改过或者坏了");
  refused(opened({{"other.txt", ""}}), "里面没有“mot-pack.json”");
  refused(mot::open_pack(folder / "none", folder / "out", {}), "它不是普通文件");
  REQUIRE(mot::write_file_atomically(folder / "a.yaml", "id: a\n"));
  refused(mot::pack_scenario(folder / "a.yaml", {}, folder / "b.motpack", false), "请先改好再打包");
  REQUIRE(mot::write_file_atomically(folder / "a.yaml", story_with({})));
  REQUIRE(mot::write_file_atomically(folder / "there", ""));
  refused(mot::pack_scenario(folder / "a.yaml", {}, folder / "there", false), "已经有了");
}
