// `mot check`: formats, exit codes, and files that are no scenario at all.
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/base/file.h"
#include "tests/cli/program.h"

using namespace mot::test;
namespace fs = std::filesystem;

namespace {

std::string good() { return content_of(data("late-parcel.yaml")); }

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

void write(const std::string& path, const std::string& text) {
  REQUIRE(mot::write_file_atomically(path, text));
}

constexpr bool kSanitized =
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    true;
#else
    false;
#endif

}  // namespace

TEST_CASE("A good file passes, a warning does too unless --strict, an error does not", "[e2e]") {
  const TemporaryFolder folder;
  write(folder / "good.yaml", good());
  write(folder / "warning.yaml", replaced(good(), "minutes: 2\n", ""));
  write(folder / "error.yaml", replaced(good(), "next: search", "next: serach"));
  CHECK(run_mot({"check", folder / "good.yaml"}).code == 0);
  CHECK(run_mot({"check", folder / "good.yaml", "--strict"}).code == 0);
  CHECK(run_mot({"check", folder / "warning.yaml"}).code == 0);
  CHECK(run_mot({"check", folder / "warning.yaml", "--strict"}).code == 1);
  const Ran error = run_mot({"check", folder / "error.yaml"});
  CHECK(error.code == 1);
  CHECK(error.out.find("did you mean 'search'?") != std::string::npos);
  CHECK(error.out.find("1 file: 1 error, 0 warnings\n") != std::string::npos);
  CHECK(error.err == "");
}

TEST_CASE("check and explain speak the reader's language, JSON stays English", "[e2e]") {
  const TemporaryFolder folder;
  const std::string file = folder / "error.yaml";
  write(file, replaced(good(), "next: search", "next: serach"));
  const Ran chinese = run_mot({"check", file, "--lang", "zh-CN"});
  CHECK(chinese.code == 1);
  CHECK(chinese.out.find("错误: 应对“enough”通到不存在的环节“serach” [M0012]\n") !=
        std::string::npos);
  CHECK(chinese.out.find("是不是想写“search”？\n") != std::string::npos);
  CHECK(chinese.out.find("1 个文件：错误 1，警告 0\n") != std::string::npos);
  Running by_environment;
  by_environment.environment = {{"LANG", "zh_CN.UTF-8"}};
  CHECK(run_mot({"check", file}, by_environment).out == chinese.out);
  CHECK(run_mot({"check", file, "--json", "--lang", "zh-CN"}).out ==
        run_mot({"check", file, "--json"}).out);
  const Ran unknown = run_mot({"check", file, "--lang", "xx"});
  CHECK(unknown.code == 2);
  CHECK(unknown.out.empty());
  CHECK(unknown.err.find("'xx'") != std::string::npos);
  CHECK(unknown.err.find("en, zh-CN") != std::string::npos);
  CHECK(run_mot({"check", file, "--lang", "en-XA"}).code == 1);

  const Ran explained = run_mot({"explain", "M0012", "--lang", "zh"});
  CHECK(explained.code == 0);
  CHECK(explained.out.find("M0012 错误：目标不存在\n") == 0);
  CHECK(explained.out.find("\n怎么改：") != std::string::npos);
  CHECK(run_mot({"explain", "--lang", "zh-CN"}).out.find("M0012  错误  目标不存在\n") !=
        std::string::npos);
  const std::vector<std::vector<std::string>> refused{
      {"run", file, "--choose", "x.y", "--lang", "zh-CN"},
      {"translate", file, "--to", "zh-CN", "--lang", "zh-CN"}};
  for (const auto& words : refused) {
    const Ran ran = run_mot(words);
    CHECK(ran.code == 1);
    CHECK(ran.err.find("错误: 应对“enough”通到不存在的环节“serach” [M0012]\n") !=
          std::string::npos);
  }
  const Ran unread = run_mot({"upgrade", folder / "none.yaml", "--lang", "zh-CN"});
  CHECK(unread.code == 3);
  CHECK(unread.err.find("错误: ") != std::string::npos);
  // The language of an export is that of its texts.
  const std::vector<std::string> exported{"export", file, "--markdown", "-", "--lang", "zh-CN"};
  CHECK(run_mot(exported).err.find("[M0012]\n") != std::string::npos);
  CHECK(run_mot(exported).err.find("错误: ") == std::string::npos);
  CHECK(run_mot(exported, by_environment).err.find("错误: ") != std::string::npos);
}

TEST_CASE("check --format json has the keys of the contract", "[e2e]") {
  const TemporaryFolder folder;
  write(folder / "error.yaml", replaced(good(), "next: search", "next: serach"));
  const std::vector<std::vector<std::string>> ways{{"--format", "json"}, {"--json"}};
  for (const auto& words : ways) {
    std::vector<std::string> all{"check", folder / "error.yaml"};
    all.insert(all.end(), words.begin(), words.end());
    const Ran ran = run_mot(all);
    CHECK(ran.code == 1);
    const mot::Json json = json_in(ran.out);
    for (const char* key : {"files", "errors", "warnings", "diagnostics"})
      CHECK(json.find(key) != nullptr);
    CHECK(*json.find("errors")->integer() == 1);
    REQUIRE(json.find("diagnostics")->array()->size() == 1);
    CHECK(keys_of(json.find("diagnostics")->array()->front()) ==
          "code severity file line column message hint");
  }
  const Ran sarif = run_mot({"check", folder / "error.yaml", "--format", "sarif"});
  CHECK(sarif.code == 1);
  CHECK(*json_in(sarif.out).find("version")->string() == "2.1.0");
}

TEST_CASE("A folder stands for its files; one without any is not good", "[e2e]") {
  const TemporaryFolder folder;
  fs::create_directories(folder / "all/.hidden");
  fs::create_directories(folder / "empty");
  write(folder / "all/late-parcel.yaml", good());
  write(folder / "all/.hidden/broken.yaml", "{");
  const Ran all = run_mot({"check", folder / "all"});
  CHECK(all.code == 0);
  CHECK(all.out == "1 file: all is well\n");
  const Ran empty = run_mot({"check", folder / "empty"});
  CHECK(empty.code == 1);
  CHECK(empty.err.find("there is no file that ends in .yaml") != std::string::npos);
}

TEST_CASE("Files that are no scenario are refused quickly, with one error", "[e2e]") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "folder.yaml");
  write(folder / "folder.yaml/readme.txt", "x");
  REQUIRE(::mkfifo((folder / "fifo.yaml").c_str(), 0600) == 0);
  write(folder / "binary.yaml", std::string("\x7f\x45\x4c\x46\0\x01\xfe\xff", 8));
  write(folder / "huge.yaml", "");
  REQUIRE(::truncate((folder / "huge.yaml").c_str(), off_t{100} << 20) == 0);
  write(folder / "deep-flow.yaml", "mot: " + std::string(100'000, '[') + std::string(100'000, ']'));
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  write(folder / "deep-block.yaml", deep);
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'l'; ++c) {
    bomb += fmt::format("{0}: &{0} [*{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}, *{1}]\n", c,
                        static_cast<char>(c - 1));
  }
  write(folder / "bomb.yaml", bomb);
  write(folder / "two.yaml", good() + "---\n" + good());
  write(folder / "anchor.yaml", replaced(good(), "summary: A", "summary: &s A"));
  write(folder / "latin1.yaml", replaced(good(), "Mr Vogt", "Mr V\xF6gt"));
  write(folder / "empty.yaml", "");
  write(folder / "comments.yaml", "# nothing\n\n");
  write(folder / "list.yaml", "- 1\n- 2\n");
  write(folder / "scalar.yaml", "hello\n");
  write(folder / "quotes.yaml", std::string(1 << 20, '"'));
  write(folder / "long-key.yaml", std::string(1 << 20, 'k') + ": 1\n");

  struct Case {
    std::string file;
    std::string code;
  };
  const std::vector<Case> cases{
      {"missing.yaml", "M0001"}, {"fifo.yaml", "M0001"},      {"binary.yaml", "M0004"},
      {"huge.yaml", "M0002"},    {"deep-flow.yaml", "M0006"}, {"deep-block.yaml", "M0006"},
      {"bomb.yaml", "M0007"},    {"two.yaml", "M0009"},       {"anchor.yaml", "M0007"},
      {"latin1.yaml", "M0003"},  {"empty.yaml", "M0010"},     {"comments.yaml", "M0010"},
      {"list.yaml", ""},         {"scalar.yaml", ""},         {"quotes.yaml", ""},
      {"long-key.yaml", ""}};
  for (const Case& bad : cases) {
    for (const std::string command : {"check", "run"}) {
      std::vector<std::string> words{command, folder / bad.file};
      if (command == "run") words.insert(words.end(), {"--choose", ""});
      const Ran ran = run_mot(words);
      INFO(command << " " << bad.file << ": " << ran.out.substr(0, 500) << ran.err.substr(0, 500));
      CHECK(ran.code == (command == "run" && bad.code == "M0001" ? 3 : 1));
      CHECK((command == "run" ? ran.err : ran.out).find("[" + bad.code) != std::string::npos);
      if (command == "run") CHECK(ran.out == "");
      CHECK(ran.processor_seconds < (kSanitized ? 10.0 : 1.0));
      if (!kSanitized) CHECK(ran.megabytes < 300);
    }
  }
  CHECK(run_mot({"check", folder / "folder.yaml"}).code == 1);
  CHECK(run_mot({"run", folder / "folder.yaml", "--choose", ""}).code == 3);
}

TEST_CASE("A byte order mark and Windows line ends are read as if they were not there", "[e2e]") {
  const TemporaryFolder folder;
  std::string text = "\xEF\xBB\xBF";
  for (const char c : good()) {
    if (c == '\n') text += '\r';
    text += c;
  }
  write(folder / "windows.yaml", text);
  CHECK(run_mot({"check", folder / "windows.yaml", "--strict"}).code == 0);
  const std::vector<std::string> choices{"--choose", "hello.look,ask.enough,offer.send", "--json"};
  std::vector<std::string> windows{"run", folder / "windows.yaml"};
  std::vector<std::string> plain{"run", data("late-parcel.yaml")};
  windows.insert(windows.end(), choices.begin(), choices.end());
  plain.insert(plain.end(), choices.begin(), choices.end());
  CHECK(run_mot(windows).out == run_mot(plain).out);
}

TEST_CASE("All shipped scenarios pass check --strict", "[e2e]") {
  const Ran ran = run_mot({"check", source("scenarios"), "--strict"});
  INFO(ran.out);
  CHECK(ran.code == 0);
}
