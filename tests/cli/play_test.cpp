// `mot play` in the terminal, by pipe: whole games in both languages, every key, leaving and going
// on, disks that fail.
#include <sys/mount.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/base/file.h"
#include "engine/encounter/playthrough.h"
#include "tests/cli/program.h"

using namespace mot::test;
namespace fs = std::filesystem;

namespace {

/// A player at a terminal of their own.
class Player {
 public:
  Ran play(const std::string& input, std::vector<std::string> more = {}) const {
    std::vector<std::string> words{"play", data("late-parcel.yaml"), "--terminal", "--seed", "5"};
    words.insert(words.end(), more.begin(), more.end());
    return mot(words, input);
  }
  Ran mot(const std::vector<std::string>& words, const std::string& input) const {
    Running running;
    running.environment = environment;
    running.environment.merge(home_in(home()));
    running.input = input;
    return run_mot(words, running);
  }
  std::string home() const { return folder_.path().string(); }
  std::vector<std::string> plays() const { return plays_in(home()); }
  mot::Playthrough only_play() const {
    REQUIRE(plays().size() == 1);
    const auto play = mot::read_playthrough(content_of(plays().front()));
    REQUIRE(play);
    return *play;
  }

  std::map<std::string, std::string> environment;

 private:
  TemporaryFolder folder_;
};

bool has(const Ran& ran, const std::string& text) {
  return ran.out.find(text) != std::string::npos;
}

std::string choices_of(const mot::Playthrough& play) {
  std::string names;
  for (const auto& choice : play.choices) names += (names.empty() ? "" : " ") + choice.choice;
  return names;
}

/// With seed 5: shrug, look, form; then by the file; then send, wait, today.
const std::string kFriendly = "2\n1\n2\n3\n";

}  // namespace

TEST_CASE("A whole game by pipe, in English", "[e2e]") {
  const Player player;
  const Ran ran = player.play(kFriendly, {"--name", "Ann"});
  INFO(ran.out);
  CHECK(ran.code == 0);
  CHECK(ran.err == "");
  for (const char* text :
       {"The late parcel\n2 min · difficulty 1 of 5 · practice\n",
        "Mr Vogt (annoyed):\n  My parcel says 'delivered'. It is not.\n",
        "● Arrival   ○ Solution\nAt the counter · The first words\nMood: calm ·····|····· 0\n",
        "  1  [Shrug and point at the sign.]\n  2  Let us look where it went, together.\n",
        "The window gives you 20 seconds here.", "1–3 (? hint, h help, q leave): \n",
        "You: Let us look where it went, together.\n", "✓ Arrival   ● Solution\n",
        " 1. The first words: magic (+1.00)\n",
        "    Reliability     expected  8   delivered  9   +1\n", "Coach: You took it on.",
        "Mr Vogt thinks: Again.", "How it ended: resolved\n",
        "Satisfaction: 8.23 of 10, CSAT 80.3 of 100 (simulated)\n", "✓ The birthday is tomorrow.\n",
        "Seed 5: with --seed 5"}) {
    INFO(text);
    CHECK(has(ran, text));
  }
  const mot::Playthrough play = player.only_play();
  CHECK(choices_of(play) == "hello.look ask.when ask.enough offer.today");
  CHECK(play.complete);
  CHECK(play.learner == "Ann");
  CHECK(play.language == "en");
  CHECK(play.seed == 5);
  CHECK(play.started.size() == 20);
  CHECK(play.ended.size() == 20);
  CHECK(play.choices.front().seconds >= 0);
}

TEST_CASE("A whole game by pipe, in Chinese", "[e2e]") {
  const Player player;
  const Ran ran = player.play(kFriendly, {"--lang", "zh-CN"});
  INFO(ran.out);
  CHECK(ran.code == 0);
  for (const char* text : {"迟到的包裹\n2 分钟 · 难度 1/5 · 练习\n",
                           "沃格特先生（不快）：\n  包裹写着“已签收”，我可没签。\n",
                           "柜台 · 第一句话\n情绪：平静 ·····|····· 0\n",
                           "  1  ［耸耸肩，指指告示。］\n", "你：我们一起看看它去哪儿了。\n",
                           "教练：你接过来了。", "满意度：8.23/10", "✓ 生日就在明天。\n"}) {
    INFO(text);
    CHECK(has(ran, text));
  }
  CHECK(player.only_play().language == "zh-CN");
}

TEST_CASE("The language follows the environment", "[e2e]") {
  Player player;
  player.environment = {{"LANG", "zh_CN.UTF-8"}};
  CHECK(has(player.play(""), "迟到的包裹"));
  player.environment = {{"LANG", "C.UTF-8"}};
  CHECK(has(player.play(""), "The late parcel"));
}

TEST_CASE("The keys of practice do what they say", "[e2e]") {
  const Player player;
  CHECK(has(player.play("?\n"), "Hint: Look it up together."));
  CHECK(has(player.play("？\n"), "Hint: Look it up together."));
  CHECK(has(player.play("t\n"), "Mr Vogt thinks: Again."));
  CHECK(has(player.play("u\n"), "There is nothing to take back yet."));
  CHECK(has(player.play("r\n"), "What you may do\n  You may send a second parcel."));
  CHECK(has(player.play("r\n"), "  • We call before the customer does."));
  CHECK(has(player.play("l\n"), "语言：简体中文"));
  CHECK(has(player.play("l zh-cn\n"), "语言：简体中文"));
  CHECK(has(player.play("l tlh\n"), "There is no 'tlh' here; there are: en, zh-CN."));
  CHECK(has(player.play("h\n"), "u      take the last choice back"));
  CHECK(has(player.play("x\n"), "“x” is not possible here. Type the number of a response (1–3)"));
  CHECK(has(player.play("4\n"), "“4” is not possible here."));
  CHECK(has(player.play("0\n"), "“0” is not possible here."));
  CHECK(has(player.play("99999999999999999999999\n"), "is not possible here."));
  CHECK(player.plays().empty());
}

TEST_CASE("Enter shows again what was said", "[e2e]") {
  const Player player;
  const std::string once = player.play("").out;
  const std::string twice = player.play("\n").out;
  const std::string said = "My parcel says 'delivered'.";
  CHECK(once.find(said) == once.rfind(said));
  CHECK(twice.find(said) != twice.rfind(said));
}

TEST_CASE("What was taken back was not played", "[e2e]") {
  const Player player;
  const Ran ran = player.play("1\nu\n" + kFriendly);
  CHECK(has(ran, "Taken back."));
  CHECK(choices_of(player.only_play()) == "hello.look ask.when ask.enough offer.today");
}

TEST_CASE("An exam shows no hint, no thought, no figure, and takes nothing back", "[e2e]") {
  const Player player;
  const Ran ran = player.play("?\nt\nu\n1\nu\nq\n", {"--mode", "exam"});
  INFO(ran.out);
  CHECK_FALSE(has(ran, "Hint:"));
  CHECK_FALSE(has(ran, "Again."));
  CHECK_FALSE(has(ran, "Satisfaction so far"));
  CHECK(has(ran, "In an exam there are no hints"));
  CHECK(has(ran, "1–3 (h help, q leave): "));
  CHECK(choices_of(player.only_play()) == "hello.shrug");
  CHECK(player.only_play().mode == mot::PlayMode::exam);
}

TEST_CASE("Leaving keeps the play, and it goes on at the very moment", "[e2e]") {
  for (const std::string leaving : {"q\n", "Q\n", ""}) {
    const Player player;
    const Ran left = player.play("2\n1\n" + leaving);
    CHECK(left.code == 0);
    CHECK(has(left, "Your play is kept. Go on with:\n  mot play "));
    const Ran again = player.play("1\n2\n3\n");
    INFO(again.out);
    CHECK(has(again, "You have begun this one and not finished it (choices made: 2)."));
    CHECK(has(again, "Mr Vogt (neutral):\n") == false);
    CHECK(has(again, "Anything else?"));
    CHECK_FALSE(has(again, "You are at the counter of a parcel shop."));
    CHECK(choices_of(player.only_play()) == "hello.look ask.when ask.enough offer.today");
    CHECK(player.only_play().complete);
  }
}

TEST_CASE("Starting again leaves the old play alone, and only the new one is offered then",
          "[e2e]") {
  const Player player;
  player.play("2\n1\n");
  const Ran again = player.play("2\n2\n");
  CHECK(has(again, "You are at the counter of a parcel shop."));
  CHECK(player.plays().size() == 2);
  CHECK(has(player.play("q\n"), "choices made: 1"));
}

TEST_CASE("A finished play, another seed, mode or name is not continued", "[e2e]") {
  const Player player;
  player.play(kFriendly);
  CHECK_FALSE(has(player.play(""), "You have begun this one"));
  player.play("2\n1\n");
  CHECK(has(player.play(""), "You have begun this one"));
  CHECK_FALSE(has(player.play("", {"--mode", "exam"}), "You have begun this one"));
  CHECK_FALSE(has(player.play("", {"--name", "Bo"}), "You have begun this one"));
  CHECK_FALSE(has(player.mot({"play", data("late-parcel.yaml"), "--terminal", "--seed", "6"}, ""),
                  "You have begun this one"));
}

TEST_CASE("A play goes on in the language it was left in", "[e2e]") {
  const Player player;
  player.play("2\nl\n1\n");
  const Ran again = player.play("1\n");
  INFO(again.out);
  CHECK(has(again, "还有吗？"));
}

TEST_CASE("A changed scenario is said, and the old record stays", "[e2e]") {
  const Player player;
  const TemporaryFolder folder;
  const std::string text = content_of(data("late-parcel.yaml"));
  REQUIRE(mot::write_file_atomically(folder / "late-parcel.yaml", text));
  const auto play = [&](const std::string& input) {
    return player.mot({"play", folder / "late-parcel.yaml", "--terminal", "--seed", "5"}, input);
  };
  play("2\n1\n");
  std::string changed = text;
  changed.replace(changed.find("reliability: 9, empathy: 8"), 26, "reliability: 7, empathy: 8");
  REQUIRE(mot::write_file_atomically(folder / "late-parcel.yaml", changed));
  CHECK(has(play("1\n1\n"),
            "The scenario has been changed since you played it. Your choices still fit"));
  CHECK(player.plays().size() == 2);

  std::string gone = text;
  gone.replace(gone.find("- id: when\n"), 11, "- id: whenever\n");
  REQUIRE(mot::write_file_atomically(folder / "late-parcel.yaml", gone));
  const Ran diverged = play("1\n1\n");
  INFO(diverged.out);
  CHECK(has(diverged, "choice 2 is not possible"));
  CHECK(diverged.code == 0);
}

TEST_CASE("The menu lists the library, unfinished plays first", "[e2e]") {
  const Player player;
  const auto menu = [&](const std::string& input) {
    return player.mot({"play", "--terminal", "--seed", "5", "--library", source("tests/cli/data")},
                      input);
  };
  const Ran ran = menu("7\nx\n\n1\n2\n1\n2\n3\n1\n2\nq\n");
  INFO(ran.out);
  CHECK(ran.code == 0);
  CHECK(has(ran,
            "  1  The late parcel\n     A parcel that was delivered to somebody else.\n     2 min "
            "· difficulty 1 of 5\n"));
  CHECK(has(ran, "Please type a number from 1 to 1"));
  CHECK(has(ran, "Satisfaction: 8.23 of 10"));
  const Ran unfinished = menu("1\n");
  CHECK(has(unfinished, "  1  Continue “The late parcel” (choices made: "));
  CHECK(has(unfinished, "  2  The late parcel\n"));
  CHECK(menu("").code == 0);
}

TEST_CASE("--session keeps the play in a file, and goes on from it", "[e2e]") {
  const Player player;
  const TemporaryFolder folder;
  const std::string file = folder / "play.json";
  const Ran left = player.play("2\n1\n", {"--session", file});
  CHECK(has(left, "--session " + file));
  CHECK(player.plays().empty());
  const Ran again = player.mot(
      {"play", "--terminal", "--session", file, "--library", source("tests/cli/data")}, "2\n3\n");
  INFO(again.out << again.err);
  CHECK(again.code == 0);
  const auto play = mot::read_playthrough(content_of(file));
  REQUIRE(play);
  CHECK(choices_of(*play) == "hello.look ask.when ask.enough offer.today");
}

TEST_CASE("Without a display the terminal is used, and that is said", "[e2e]") {
  const Player player;
  const Ran ran = player.mot({"play", data("late-parcel.yaml")}, "");
  CHECK(ran.code == 0);
  CHECK(ran.err == "There is no display, so it is played in the terminal.\n");
  CHECK(has(ran, "The late parcel"));
}

TEST_CASE("A draft is not recorded", "[e2e]") {
  const Player player;
  const TemporaryFolder folder;
  std::string text = content_of(data("late-parcel.yaml"));
  text.replace(text.find("minutes: 2"), 10, "draft: true\nminutes: 2");
  REQUIRE(mot::write_file_atomically(folder / "draft.yaml", text));
  const Ran ran = player.mot({"play", folder / "draft.yaml", "--terminal"}, "1\n");
  CHECK(has(ran, "This is a draft"));
  CHECK(player.plays().empty());
}

TEST_CASE("Input that is no text does no harm", "[e2e]") {
  const Player player;
  std::string noise;
  for (int i = 0; i < 20'000; ++i) noise += static_cast<char>(i * 7919 % 251 + 1);
  const Ran ran = player.play(noise + "\n\033[2J\n" + std::string(100'000, '1') + "\nq\n");
  CHECK(ran.code == 0);
  CHECK_FALSE(has(ran, "\033"));
}

TEST_CASE("Nothing is coloured in a pipe, and lines stay within 80 columns", "[e2e]") {
  const Player player;
  const Ran ran = player.mot({"play", source("scenarios/property/water-through-the-ceiling.yaml"),
                              "--terminal", "--seed", "1"},
                             "1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n");
  CHECK(ran.code == 0);
  CHECK_FALSE(has(ran, "\033"));
}

namespace {

/// Plays on with a data folder that cannot be written.
void check_that_play_goes_on(const std::map<std::string, std::string>& environment) {
  Running running;
  running.environment = environment;
  running.input = kFriendly;
  const Ran ran = run_mot({"play", data("late-parcel.yaml"), "--terminal", "--seed", "5"}, running);
  INFO(ran.out << ran.err);
  CHECK(ran.code == 0);
  const std::string line = "Your play could not be saved: cannot write";
  CHECK(has(ran, line));
  CHECK(ran.out.find(line) == ran.out.rfind(line));
  CHECK(has(ran, "Satisfaction: 8.23 of 10"));
  CHECK(has(ran, "Your play could not be kept: cannot write"));
  CHECK(has(ran, "Nor could this result be put into the records"));
  CHECK_FALSE(has(ran, "kept in its file"));
}

}  // namespace

TEST_CASE("Where nothing can be written, play goes on and says so once", "[e2e]") {
  check_that_play_goes_on({{"XDG_DATA_HOME", "/dev/null/nowhere"}});
}

TEST_CASE("A read-only data folder does not stop play", "[e2e]") {
  const TemporaryFolder folder;
  fs::create_directories(folder / "data");
  const bool mounted =
      ::mount("tmpfs", (folder / "data").c_str(), "tmpfs", MS_RDONLY, "size=64k") == 0;
  if (!mounted) fs::permissions(folder / "data", fs::perms::owner_read | fs::perms::owner_exec);
  if (mounted || ::geteuid() != 0) check_that_play_goes_on(home_in(folder.path().string()));
  if (mounted) ::umount((folder / "data").c_str());
  if (!mounted) fs::permissions(folder / "data", fs::perms::owner_all);
}

TEST_CASE("A full disk does not stop play, and leaves no half file", "[e2e]") {
  const TemporaryFolder folder;
  fs::create_directories(folder / "data");
  if (::mount("tmpfs", (folder / "data").c_str(), "tmpfs", 0, "size=64k") != 0)
    return;  // needs to be root
  {
    std::ofstream filler(folder / "data/filler", std::ios::binary);
    filler << std::string(1 << 17, 'x');
  }
  check_that_play_goes_on(home_in(folder.path().string()));
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder / "data")) {
    // The outbox's lock never holds anything.
    const bool is_lock = entry.path().filename() == "lock" && fs::is_empty(entry.path());
    files += entry.is_regular_file() && !is_lock ? 1U : 0U;
  }
  CHECK(files == 1);
  ::umount((folder / "data").c_str());
}
