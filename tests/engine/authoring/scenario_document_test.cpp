#include "engine/authoring/scenario_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

#include "engine/base/file.h"
#include "tests/support/child.h"
#include "tests/support/temporary_folder.h"

using mot::SaveResult;
using mot::ScenarioDocument;
using mot::test::TemporaryFolder;

namespace {

ScenarioDocument opened(const std::string& path) {
  auto document = ScenarioDocument::open(path);
  if (!document) FAIL(document.error().message);
  return std::move(*document);
}

// What would be opened if the program that has the file open were killed now.
ScenarioDocument opened_after_kill(const std::string& path) {
  const std::string copy = path + ".copy.yaml";
  const auto take = [](const std::string& from, const std::string& to) {
    std::filesystem::remove(to);
    if (std::filesystem::exists(from)) std::filesystem::copy_file(from, to);
  };
  take(path, copy);
  take(mot::journal_path(path), mot::journal_path(copy));
  return opened(copy);
}

void write(const std::string& path, const std::string& text) {
  REQUIRE(mot::write_file_atomically(path, text));
}

// A file in a folder of its own.
struct TemporaryFile {
  explicit TemporaryFile(const std::string& text) { write(path, text); }

  TemporaryFolder folder;
  const std::string path = folder / "a.yaml";
};

}  // namespace

TEST_CASE("What was not saved is offered again, with undo") {
  const TemporaryFile file("title: a\n");
  const std::string& path = file.path;
  {
    ScenarioDocument document = opened(path);
    CHECK_FALSE(document.recovered());
    REQUIRE(document.replace("title: 你好\n"));
    REQUIRE(document.replace("title: 你妤\n"));
    REQUIRE(document.undo());
    CHECK(document.is_changed());
  }
  ScenarioDocument document = opened(path);
  CHECK(document.recovered());
  CHECK_FALSE(document.file_is_newer());
  CHECK(document.text() == "title: 你好\n");
  REQUIRE(document.undo());
  CHECK(document.text() == "title: a\n");
  REQUIRE(document.redo());
  CHECK(opened_after_kill(path).text() == "title: 你好\n");
  CHECK(*document.save() == SaveResult::saved);
  CHECK(*mot::read_file(path) == "title: 你好\n");
  CHECK_FALSE(std::filesystem::exists(mot::journal_path(path)));
  CHECK_FALSE(opened_after_kill(path).recovered());
}

TEST_CASE("Several edits are taken back as one record, and done again") {
  const TemporaryFile file("0\n");
  const std::string& path = file.path;
  ScenarioDocument document = opened(path);
  for (const char* text : {"a\n", "ab\n", "abc\n"}) REQUIRE(document.replace(text));
  REQUIRE(document.undo(2));
  CHECK(opened_after_kill(path).text() == "a\n");
  const std::string journal = *mot::read_file(mot::journal_path(path));
  CHECK(std::count(journal.begin(), journal.end(), '\n') == 5);  // the beginning, 3 edits, undo
  REQUIRE(document.redo(1));
  CHECK(opened_after_kill(path).text() == "ab\n");
  REQUIRE(document.undo(99));
  CHECK(document.text() == "0\n");
  CHECK_FALSE(*document.undo());
}

TEST_CASE("Undone past what was saved, later edits are offered all the same") {
  const TemporaryFile file("0\n");
  const std::string& path = file.path;
  {
    ScenarioDocument document = opened(path);
    REQUIRE(document.replace("a\n"));
    REQUIRE(document.save());
    REQUIRE(document.replace("b\n"));
    REQUIRE(document.undo());
    REQUIRE(document.undo());
    CHECK(opened_after_kill(path).text() == "0\n");
    REQUIRE(document.redo());
    REQUIRE(document.replace("c\n"));
    REQUIRE(document.replace("d\n"));
  }
  ScenarioDocument document = opened(path);
  CHECK(document.text() == "d\n");
  REQUIRE(document.undo());
  REQUIRE(document.undo());
  CHECK(document.text() == "a\n");
}

TEST_CASE("Of a large text each edit is kept, too, whether its journal was prepared yet or not") {
  std::string text;
  for (int line = 0; line < 5000; ++line) text += fmt::format("key-{}: value\n", line);
  const TemporaryFile file(text);
  const std::string& path = file.path;
  ScenarioDocument document = opened(path);
  for (int round = 0; round < 6; ++round) {
    if (round % 2 == 1) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    const std::string saved = document.text();
    text.insert(text.size() / 2, "x");
    REQUIRE(document.replace(text));
    CHECK(opened_after_kill(path).text() == text);
    REQUIRE(document.undo());
    CHECK_FALSE(std::filesystem::exists(mot::journal_path(path)));
    REQUIRE(document.redo());
    ScenarioDocument later = opened_after_kill(path);
    CHECK(later.text() == text);
    CHECK_FALSE(later.file_is_newer());
    REQUIRE(later.undo());
    CHECK(later.text() == saved);
    REQUIRE(document.save());
  }
}

TEST_CASE("Steps back past what was saved, and forth again, are a record each") {
  const TemporaryFile file("0\n");
  const std::string& path = file.path;
  ScenarioDocument document = opened(path);
  for (const char* text : {"1\n", "2\n", "3\n", "4\n"}) REQUIRE(document.replace(text));
  REQUIRE(document.save());
  REQUIRE(document.replace("5\n"));
  const auto records = [&] {
    const std::string journal = *mot::read_file(mot::journal_path(path));
    return std::count(journal.begin(), journal.end(), '\n') - 1;
  };
  REQUIRE(document.undo(2));
  CHECK(opened_after_kill(path).text() == "3\n");
  REQUIRE(document.undo());
  CHECK(opened_after_kill(path).text() == "2\n");
  CHECK(records() == 3);
  REQUIRE(document.redo());
  CHECK(opened_after_kill(path).text() == "3\n");
  REQUIRE(document.replace("6\n"));
  REQUIRE(document.undo());
  REQUIRE(document.redo());
  CHECK(records() == 7);
  ScenarioDocument later = opened_after_kill(path);
  CHECK(later.text() == "6\n");
  REQUIRE(later.undo(3));
  CHECK(later.text() == "3\n");
}

TEST_CASE("What was recovered goes on in the journal that it was in") {
  const TemporaryFile file("0\n");
  const std::string& path = file.path;
  {
    ScenarioDocument document = opened(path);
    for (const char* text : {"1\n", "2\n", "3\n"}) REQUIRE(document.replace(text));
    REQUIRE(document.undo());
  }
  const std::string begun = *mot::read_file(mot::journal_path(path));
  {
    ScenarioDocument document = opened(path);
    REQUIRE(document.redo());
    REQUIRE(document.undo(2));
    REQUIRE(document.replace("4\n"));
  }
  const std::string journal = *mot::read_file(mot::journal_path(path));
  CHECK(journal.substr(0, begun.size()) == begun);
  {
    ScenarioDocument document = opened(path);
    CHECK(document.text() == "4\n");
    REQUIRE(document.undo());
    CHECK(document.text() == "1\n");
  }
  // One that was cut off does not.
  write(mot::journal_path(path), journal + "half a li");
  {
    ScenarioDocument document = opened(path);
    CHECK(document.text() == "4\n");
    REQUIRE(document.replace("5\n"));
  }
  ScenarioDocument document = opened(path);
  CHECK(document.text() == "5\n");
}

TEST_CASE("A file that changed outside is not saved over unasked") {
  const TemporaryFile file("a: 1\n");
  const std::string& path = file.path;
  ScenarioDocument document = opened(path);
  REQUIRE(document.replace("a: 2\n"));
  write(path, "a: 3\n");
  CHECK(document.changed_outside());
  CHECK(*document.save() == SaveResult::changed_outside);
  CHECK(*mot::read_file(path) == "a: 3\n");
  CHECK(opened_after_kill(path).file_is_newer());
  REQUIRE(document.reload());
  CHECK(document.text() == "a: 3\n");
  REQUIRE(document.undo());
  CHECK(document.text() == "a: 2\n");
  CHECK(*document.save(true) == SaveResult::saved);
  CHECK(*mot::read_file(path) == "a: 2\n");
}

TEST_CASE("What was recovered is not saved over what somebody wrote meanwhile") {
  const TemporaryFile file("a: 1\n");
  const std::string& path = file.path;
  REQUIRE(opened(path).replace("a: 2\n"));
  write(path, "a: 3\n");
  {
    ScenarioDocument document = opened(path);
    CHECK(document.file_is_newer());
    CHECK(*document.save() == SaveResult::changed_outside);
    CHECK(*mot::read_file(path) == "a: 3\n");
    REQUIRE(document.replace("a: 4\n"));
  }
  // It is still the same after a second loss.
  ScenarioDocument document = opened(path);
  CHECK(document.text() == "a: 4\n");
  CHECK(document.file_is_newer());
  CHECK(*document.save() == SaveResult::changed_outside);
  CHECK(*document.save(true) == SaveResult::saved);
  CHECK_FALSE(document.file_is_newer());
  CHECK(*mot::read_file(path) == "a: 4\n");
}

TEST_CASE("Going back to what is on disk takes its line ends over, too") {
  const TemporaryFile file("a: 1\n");
  const std::string& path = file.path;
  ScenarioDocument document = opened(path);
  write(path, "a: 1\r\n");
  CHECK(document.changed_outside());
  REQUIRE(document.reload());
  CHECK_FALSE(document.changed_outside());
  REQUIRE(document.replace("a: 2\n"));
  CHECK(*document.save() == SaveResult::saved);
  CHECK(*mot::read_file(path) == "a: 2\r\n");
}

TEST_CASE("A file that was taken away takes no text with it") {
  const TemporaryFile file("a: 1\r\nb: 2\r\n");
  const std::string& path = file.path;
  {
    ScenarioDocument document = opened(path);
    REQUIRE(document.replace("a: 3\nb: 2\n"));
    REQUIRE(document.undo());
    std::filesystem::remove(path);
    CHECK_FALSE(document.reload());
    CHECK(document.text() == "a: 1\nb: 2\n");
    REQUIRE(document.file_is_gone());
    CHECK(document.is_changed());
    CHECK(opened_after_kill(path).text() == "a: 1\nb: 2\n");
    REQUIRE(document.replace("a: 1\nb: 4\n"));
  }
  ScenarioDocument document = opened(path);
  CHECK(document.recovered());
  CHECK(document.text() == "a: 1\nb: 4\n");
  CHECK_FALSE(document.file_is_newer());
  CHECK(*document.save() == SaveResult::saved);
  CHECK(*mot::read_file(path) == "a: 1\nb: 4\n");
}

TEST_CASE("A text whose file is gone is not saved over another that came") {
  const TemporaryFile file("a: 1\r\n");
  const std::string& path = file.path;
  ScenarioDocument document = opened(path);
  std::filesystem::remove(path);
  REQUIRE(document.file_is_gone());
  write(path, "a: 2\n");
  CHECK(*document.save() == SaveResult::changed_outside);
  std::filesystem::remove(path);
  CHECK(*document.save() == SaveResult::saved);
  CHECK(*mot::read_file(path) == "a: 1\r\n");
}

TEST_CASE("Two cannot have one file open, and nothing is left beside it afterwards") {
  const TemporaryFile file("a: 1\n");
  const std::string& path = file.path;
  {
    ScenarioDocument first = opened(path);
    REQUIRE(first.replace("a: 2\n"));
    const auto second = ScenarioDocument::open(path);
    REQUIRE_FALSE(second);
    CHECK(second.error().message == path + " is open in another window; close it there first");
    REQUIRE(first.undo());
  }
  CHECK(opened(path).text() == "a: 1\n");
  CHECK(std::distance(std::filesystem::directory_iterator(file.folder.path()), {}) == 1);
}

TEST_CASE("Once nothing is unsaved any more, no journal is left") {
  const TemporaryFile file("a: 1\n");
  const std::string& path = file.path;
  ScenarioDocument document = opened(path);
  REQUIRE(document.replace("a: 2\n"));
  CHECK(std::filesystem::exists(mot::journal_path(path)));
  REQUIRE(document.undo());
  CHECK_FALSE(std::filesystem::exists(mot::journal_path(path)));
  REQUIRE(document.redo());
  CHECK(opened_after_kill(path).text() == "a: 2\n");
  REQUIRE(document.replace("a: 1\n"));
  CHECK_FALSE(std::filesystem::exists(mot::journal_path(path)));
  REQUIRE(document.replace("a: 3\n"));
  CHECK(opened_after_kill(path).text() == "a: 3\n");
}

TEST_CASE("A journal that cannot be read is kept, and the file is not opened without it") {
  const TemporaryFile file("a: 1\n");
  const std::string& path = file.path;
  std::filesystem::create_directory(mot::journal_path(path));
  const auto document = ScenarioDocument::open(path);
  REQUIRE_FALSE(document);
  CHECK(document.error().message.find("move it away") != std::string::npos);
  CHECK(std::filesystem::exists(mot::journal_path(path)));
}

TEST_CASE("What is on disk reads as the text does, whatever its line ends") {
  const TemporaryFile file("a: 1\r\nb: 2\r\n");
  const std::string& path = file.path;
  ScenarioDocument document = opened(path);
  write(path, "a: 1\r\nb: 3\r\n");
  CHECK(document.text() == "a: 1\nb: 2\n");
  CHECK(*document.text_on_disk() == "a: 1\nb: 3\n");
  std::filesystem::remove(path);
  CHECK_FALSE(document.text_on_disk());
}

TEST_CASE("Line ends and a byte order mark stay as they are") {
  const TemporaryFile file(
      "\xEF\xBB\xBF"
      "a: 1\r\nb: 2\r\n");
  const std::string& path = file.path;
  ScenarioDocument document = opened(path);
  CHECK(document.text() == "a: 1\nb: 2\n");
  REQUIRE(document.replace("a: 1\nb: 3\n"));
  CHECK(*document.save() == SaveResult::saved);
  CHECK(*mot::read_file(path) ==
        "\xEF\xBB\xBF"
        "a: 1\r\nb: 3\r\n");
  write(path, "a: 1\r\nb: 2\n");
  CHECK_FALSE(ScenarioDocument::open(path));
  write(path, "a: \xFF\n");
  CHECK_FALSE(ScenarioDocument::open(path));
}

TEST_CASE("An edit that does not fit changes nothing, a file that is not there can be begun") {
  const TemporaryFolder folder;
  const std::string path = folder / "new.yaml";
  ScenarioDocument document = opened(path);
  CHECK_FALSE(document.apply({{{3, "x", "y"}}}));
  CHECK(document.text() == "");
  REQUIRE(document.replace("mot: 1\n"));
  CHECK(*document.save() == SaveResult::saved);
  CHECK(*mot::read_file(path) == "mot: 1\n");
}

TEST_CASE("A journal that is cut off anywhere gives every edit before the cut") {
  const TemporaryFile file("0\n");
  const std::string& path = file.path;
  {
    ScenarioDocument document = opened(path);
    for (int i = 1; i <= 5; ++i) REQUIRE(document.replace(fmt::format("{}\n", i)));
  }
  const std::string journal = *mot::read_file(mot::journal_path(path));
  std::size_t lines = 0;
  for (std::size_t cut = 0; cut <= journal.size(); ++cut) {
    if (cut > 0 && journal[cut - 1] == '\n') ++lines;
    write(mot::journal_path(path), journal.substr(0, cut));
    const std::string text = opened(path).text();
    CHECK(text == fmt::format("{}\n", lines <= 1 ? 0 : lines - 1));
  }
  // A damaged line ends it, too.
  std::string damaged = journal;
  damaged[journal.size() - 5] ^= 1;
  write(mot::journal_path(path), damaged);
  CHECK(opened(path).text() == "4\n");
}

TEST_CASE("Killed at a hundred random instants, every edit up to the last is offered") {
  const TemporaryFolder folder;
  std::mt19937 random(3);
  for (int round = 0; round < 100; ++round) {
    const std::string path = folder / fmt::format("{}.yaml", round);
    write(path, "edits: 0\n");
    std::size_t acknowledged = 0;
    {
      mot::test::Child child([&](const mot::test::Child::Say& say) {
        auto document = ScenarioDocument::open(path);
        for (int i = 1; document && i < 100'000; ++i) {
          if (!document->replace(fmt::format("edits: {}\n", i))) return 1;
          say(fmt::format("{}", i));
          // Now and then it is saved: the same must hold across that.
          if (i % 7 == 0 && !document->save()) return 1;
        }
        return 0;
      });
      child.wait_for_lines(1 + random() % 12);
      std::this_thread::sleep_for(std::chrono::microseconds(random() % 2000));
      child.kill();
      child.wait();
      for (const char c : child.said()) acknowledged += c == '\n' ? 1U : 0U;
    }
    const std::string text = opened(path).text();
    INFO(round << ": " << acknowledged << " acknowledged, " << text);
    const int last = std::stoi(text.substr(7));
    CHECK(last >= static_cast<int>(acknowledged));
  }
}

TEST_CASE(
    "What somebody else has written is joined with what was edited here, and nothing is lost") {
  const TemporaryFile file("title: a\nsummary: b\n");
  ScenarioDocument document = opened(file.path);
  REQUIRE(document.replace("title: mine\nsummary: b\n"));
  write(file.path, "title: a\nsummary: theirs\n");
  CHECK_FALSE(document.join("title: a\nsummary: another\n", "x: y\n"));
  CHECK(document.text() == "title: mine\nsummary: b\n");
  REQUIRE(document.join("title: a\nsummary: theirs\n", "title: mine\nsummary: theirs\n"));
  CHECK(document.text_read() == "title: a\nsummary: theirs\n");
  CHECK(document.is_changed());
  CHECK_FALSE(document.changed_outside());
  // A kill now loses neither.
  CHECK(opened_after_kill(file.path).text() == "title: mine\nsummary: theirs\n");
  CHECK_FALSE(opened_after_kill(file.path).file_is_newer());
  REQUIRE(document.undo());
  CHECK(document.text() == "title: mine\nsummary: b\n");
  REQUIRE(document.redo());
  CHECK(*document.save() == SaveResult::saved);
  CHECK(*mot::read_file(file.path) == "title: mine\nsummary: theirs\n");
}
