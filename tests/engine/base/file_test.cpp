#include "engine/base/file.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "engine/base/report.h"
#include "tests/support/temporary_folder.h"

using mot::DiagnosticSink;
using mot::read_file;
using mot::read_source;
using mot::write_file_atomically;
using mot::write_new_file;
using mot::test::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

void put(const std::string& path, std::string_view content) {
  std::ofstream(path, std::ios::binary)
      .write(content.data(), static_cast<std::streamsize>(content.size()));
}

std::string get(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  return names;
}

/// The text of a file with this content.
std::string text_of(std::string_view content) {
  const TemporaryFolder folder;
  put(folder / "x.yaml", content);
  DiagnosticSink sink;
  const auto source = read_source(folder / "x.yaml", sink);
  return source ? source->text : "refused: " + render_text(sink);
}

/// The one finding about a path, as text, the folder's name left out.
std::string finding_of(const std::string& path, std::size_t limit = mot::kMaxFileBytes) {
  DiagnosticSink sink;
  const auto source = read_source(path, sink, limit);
  if (source) return "accepted";
  if (sink.total() != 1) return "not one finding";
  std::string text = render_text(sink);
  const std::string folder = fs::path(path).parent_path().string() + "/";
  if (text.compare(0, folder.size(), folder) == 0) text.erase(0, folder.size());
  return text;
}

std::string finding_in(std::string_view content) {
  const TemporaryFolder folder;
  put(folder / "x.yaml", content);
  return finding_of(folder / "x.yaml");
}

/// Lowers the largest size of a file that this process may write, for one scope.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit now = before_;
    now.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int);
};

}  // namespace

TEST_CASE("a text is read with its path") {
  const TemporaryFolder folder;
  put(folder / "x.yaml", "title: 漏水\n");
  DiagnosticSink sink;
  const auto source = read_source(folder / "x.yaml", sink);
  REQUIRE(source);
  CHECK(source->path == folder / "x.yaml");
  CHECK(source->text == "title: 漏水\n");
  CHECK(sink.total() == 0);
}

TEST_CASE("a byte order mark is dropped, and line ends become line feeds") {
  CHECK(text_of("\xEF\xBB\xBFmot: 1\r\n") == "mot: 1\n");
  CHECK(text_of("a\r\nb\rc\n\rd\r") == "a\nb\nc\n\nd\n");
  CHECK(text_of("a\r\r\n\n") == "a\n\n\n");
  CHECK(text_of("") == "");
  CHECK(text_of("\xEF\xBB\xBF") == "");
}

TEST_CASE("a file that is not there, a folder and a name under a file are refused in plain words") {
  const TemporaryFolder folder;
  put(folder / "x.yaml", "a");
  fs::create_directory(folder / "folder");
  CHECK(finding_of(folder / "nothing.yaml") ==
        "nothing.yaml: error: the file cannot be read: there is no such file [M0001]\n");
  CHECK(finding_of(folder / "folder") ==
        "folder: error: the file cannot be read: it is a folder, not a file [M0001]\n");
  CHECK(finding_of(folder / "x.yaml/y.yaml") ==
        "y.yaml: error: the file cannot be read: a part of the path before it is a file, not a "
        "folder [M0001]\n");
  CHECK(finding_of("") ==
        "(no name): error: the file cannot be read: no file name is given [M0001]\n");
  CHECK(finding_of(std::string("a\0b", 3)) ==
        "a\uFFFDb: error: the file cannot be read: its name holds a zero byte [M0001]\n");
}

TEST_CASE("a pipe, a socket and a device are refused without waiting for them") {
  const TemporaryFolder folder;
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(finding_of(folder / "pipe") ==
        "pipe: error: the file cannot be read: it is a pipe, not a file [M0001]\n");
  CHECK(finding_of("/dev/zero") ==
        "zero: error: the file cannot be read: it is a device, not a file [M0001]\n");

  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = folder / "socket";
  REQUIRE(path.size() < sizeof(address.sun_path));
  std::memcpy(address.sun_path, path.c_str(), path.size());
  const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
  REQUIRE(socket >= 0);
  // bind(2) takes every kind of address through this one type.
  const void* generic = &address;
  REQUIRE(::bind(socket, static_cast<const sockaddr*>(generic), sizeof(address)) == 0);
  CHECK(finding_of(path) ==
        "socket: error: the file cannot be read: it is a socket, not a file [M0001]\n");
  ::close(socket);
}

TEST_CASE("a file without permission is refused as such") {
  if (::geteuid() == 0) {
    WARN("skipped: the superuser may read everything");
    return;
  }
  const TemporaryFolder folder;
  put(folder / "x.yaml", "a");
  fs::permissions(folder / "x.yaml", fs::perms::none);
  CHECK(finding_of(folder / "x.yaml") ==
        "x.yaml: error: the file cannot be read: there is no permission to read it [M0001]\n");
}

TEST_CASE("a file of the largest size is read, one byte more is refused") {
  const TemporaryFolder folder;
  put(folder / "x.yaml", std::string(100, 'x'));
  CHECK(finding_of(folder / "x.yaml", 100) == "accepted");
  CHECK(finding_of(folder / "x.yaml", 99) ==
        "x.yaml: error: the file cannot be read: it has 100 bytes, and the limit is 99 bytes "
        "[M0002]\n      = split it into several scenarios\n");
}

TEST_CASE("a huge file is refused by its size alone") {
  const TemporaryFolder folder;
  put(folder / "x.yaml", "");
  REQUIRE(::truncate((folder / "x.yaml").c_str(), 1LL << 40) == 0);  // a hole: takes no space
  const std::string finding = finding_of(folder / "x.yaml");
  CHECK(finding.substr(0, finding.find('\n')) ==
        "x.yaml: error: the file cannot be read: it has 1048576 MiB, and the limit is 16 MiB "
        "[M0002]");
}

TEST_CASE("a file that hides its size is read to its end, and not beyond the limit") {
  if (!fs::exists("/proc/self/status")) return;
  REQUIRE(read_file("/proc/self/status"));
  CHECK(read_file("/proc/self/status")->substr(0, 5) == "Name:");
  CHECK(read_file("/proc/self/status", 10).error().message ==
        "cannot read /proc/self/status: it has 11 bytes, and the limit is 10 bytes");
}

TEST_CASE("a byte that is not UTF-8 is shown where it stands") {
  CHECK(finding_in("a: 1\r\ntitle: 漏 Caf\xE9 au lait\nb: 2\n") ==
        "x.yaml:2:13: error: byte 0xE9 is not UTF-8 [M0003]\n"
        "    2 | title: 漏 Caf\uFFFD au lait\n"
        "      |              ^\n"
        "      = in your text editor, choose 'save as' and the encoding UTF-8\n");
}

TEST_CASE("UTF-16 is told from other text that is not UTF-8") {
  const std::string expected =
      "x.yaml:1:1: error: the file is saved as UTF-16, not as UTF-8 [M0003]\n"
      "      = in your text editor, choose 'save as' and the encoding UTF-8\n";
  CHECK(finding_in(std::string("\xFF\xFEm\0o\0t\0", 8)) == expected);
  CHECK(finding_in(std::string("\xFE\xFF\0m\0o\0t", 8)) == expected);
}

TEST_CASE("a file with a zero byte is no text") {
  const std::string finding = finding_in(std::string("mot: 1\nid: \0\xFF\n", 14));
  CHECK(finding.substr(0, finding.find('\n')) ==
        "x.yaml:2:5: error: the file holds a zero byte, so it is not a text file [M0004]");
}

TEST_CASE("read_file gives the bytes as they are") {
  const TemporaryFolder folder;
  const std::string bytes("\xEF\xBB\xBF\r\n\0\xFF", 7);
  put(folder / "x", bytes);
  REQUIRE(read_file(folder / "x"));
  CHECK(*read_file(folder / "x") == bytes);
  CHECK(read_file(folder / "y").error().message ==
        "cannot read " + (folder / "y") + ": there is no such file");
  CHECK(read_file("").error().message == "cannot read a file: no file name is given");
}

TEST_CASE("a file is written, replaced, and nothing else is left in the folder") {
  const TemporaryFolder folder;
  REQUIRE(write_file_atomically(folder / "x.json", "one"));
  CHECK(get(folder / "x.json") == "one");
  REQUIRE(write_file_atomically(folder / "x.json", "two, longer"));
  CHECK(get(folder / "x.json") == "two, longer");
  REQUIRE(write_file_atomically(folder / "x.json", ""));
  CHECK(get(folder / "x.json").empty());
  CHECK(names_in(folder.path()) == std::vector<std::string>{"x.json"});
}

TEST_CASE("missing folders are created, and a name may be as long as names may be") {
  const TemporaryFolder folder;
  const std::string path = folder / "a/b" + "/" + std::string(255, 'x');
  REQUIRE(write_file_atomically(path, "deep"));
  CHECK(get(path) == "deep");
}

TEST_CASE("a path without a folder is written into the current one") {
  const TemporaryFolder folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  const auto written = write_file_atomically("x.txt", "here");
  fs::current_path(before);
  REQUIRE(written);
  CHECK(get(folder / "x.txt") == "here");
}

TEST_CASE("the permissions of a file that is replaced stay") {
  const TemporaryFolder folder;
  put(folder / "x", "one");
  fs::permissions(folder / "x", fs::perms::owner_read | fs::perms::owner_write);
  REQUIRE(write_file_atomically(folder / "x", "two"));
  CHECK(fs::status(folder / "x").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("writing to a link writes the file that it names") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "real");
  put(folder / "real/x", "one");
  fs::create_symlink(folder / "real/x", folder / "link");
  REQUIRE(write_file_atomically(folder / "link", "two"));
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(get(folder / "real/x") == "two");
}

TEST_CASE("a file is written through a link to a folder") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "real");
  fs::create_directory_symlink(folder / "real", folder / "link");
  REQUIRE(write_file_atomically(folder / "link/x", "one"));
  CHECK(get(folder / "real/x") == "one");
}

TEST_CASE("a disk that is full leaves the old file whole and nothing beside it") {
  const TemporaryFolder folder;
  put(folder / "x.json", "the old content");
  const auto written = [&] {
    const FileSizeLimit limit(1000);
    return write_file_atomically(folder / "x.json", std::string(100'000, 'n'));
  }();
  REQUIRE_FALSE(written);
  CHECK(written.error().message == "cannot write " + (folder / "x.json") + ": File too large");
  CHECK(get(folder / "x.json") == "the old content");
  CHECK(names_in(folder.path()) == std::vector<std::string>{"x.json"});
}

TEST_CASE("what is no file is not written over") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "sub");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(write_file_atomically(folder / "sub", "x").error().message ==
        "cannot write " + (folder / "sub") + ": it is a folder, not a file");
  CHECK(write_file_atomically(folder / "pipe", "x").error().message ==
        "cannot write " + (folder / "pipe") + ": it is a pipe, not a file");
  CHECK(write_file_atomically("/dev/null", "x").error().message ==
        "cannot write /dev/null: it is a device, not a file");
  CHECK(names_in(folder.path()).size() == 2);
}

TEST_CASE("what a crash left behind does not stop the next write") {
  const TemporaryFolder folder;
  constexpr int kLeft = 300;
  for (int i = 1; i <= kLeft; ++i) {
    put(folder / (".x." + std::to_string(::getpid()) + "." + std::to_string(i) + ".tmp"), "half");
  }
  REQUIRE(write_file_atomically(folder / "x", "whole"));
  CHECK(get(folder / "x") == "whole");
  CHECK(names_in(folder.path()).size() == kLeft + 1);
}

TEST_CASE("a path that cannot be written is refused with its name and the cause") {
  const TemporaryFolder folder;
  put(folder / "file", "x");
  CHECK(write_file_atomically(folder / "file/x", "x").error().message ==
        "cannot write " + (folder / "file/x") + ": Not a directory");
  CHECK(write_file_atomically("", "x").error().message ==
        "cannot write: no usable file name is given");
  CHECK(write_file_atomically(std::string("a\0b", 3), "x").error().message ==
        "cannot write: no usable file name is given");
}

TEST_CASE("a new file never takes the place of another") {
  const TemporaryFolder folder;
  const std::string path = folder / "shop/a.yaml";
  const auto first = write_new_file(path, "one");
  REQUIRE(first);
  CHECK(*first);
  const auto second = write_new_file(path, "two");
  REQUIRE(second);
  CHECK_FALSE(*second);
  CHECK(get(path) == "one");
  CHECK(names_in(folder.path() / "shop") == std::vector<std::string>{"a.yaml"});
  fs::create_symlink("nowhere", folder.path() / "link.yaml");
  CHECK_FALSE(*write_new_file(folder / "link.yaml", "two"));
  CHECK(write_new_file("/dev/null/a.yaml", "one").error().message ==
        "cannot write /dev/null/a.yaml: Not a directory");
  CHECK_FALSE(write_new_file("", "one"));
}

TEST_CASE("of many who write one new file one does, and it is whole") {
  const TemporaryFolder folder;
  constexpr int kWriters = 8;
  std::atomic<int> written{0};
  std::vector<std::thread> writers;
  for (int i = 0; i < kWriters; ++i) {
    writers.emplace_back([&, sign = static_cast<char>('a' + i)] {
      const auto result = write_new_file(folder / "x", std::string(100'000, sign));
      if (result && *result) ++written;
    });
  }
  for (std::thread& writer : writers) writer.join();
  CHECK(written == 1);
  const std::string content = get(folder / "x");
  CHECK(content == std::string(100'000, content.front()));
  CHECK(names_in(folder.path()) == std::vector<std::string>{"x"});
}
