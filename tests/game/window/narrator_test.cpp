#include "game/window/narrator.h"

#include <catch2/catch.hpp>

using namespace mot;

namespace {

PlacedLine line(const std::string& text, Rect box) {
  PlacedLine made;
  made.text = text;
  made.box = box;
  made.shown = box;
  return made;
}

}  // namespace

TEST_CASE("speech-dispatcher gets a text whole, with its language, whatever it begins with") {
  CHECK(speech_commands({"/bin/spd-say", true}, "-5 degrees", "en") ==
        std::vector<std::vector<std::string>>{
            {"/bin/spd-say", "--wait", "--language", "en", "--", "-5 degrees"}});
  CHECK(speech_commands({"/bin/spd-say", true}, "你好", "zh-CN").at(0).at(3) == "zh");
}

TEST_CASE("espeak-ng gets each stretch of a script with a voice for it") {
  const auto commands = speech_commands({"/bin/espeak-ng", false}, "按 Enter 继续", "zh-CN");
  REQUIRE(commands.size() == 3);
  CHECK(commands[0][2] == "cmn-latn-pinyin");
  CHECK(commands[1] == std::vector<std::string>{"/bin/espeak-ng", "-v", "en", "--", "Enter "});
}

TEST_CASE("without a program, and without a text, nothing is run") {
  CHECK(speech_commands({}, "Hello", "en").empty());
  CHECK(speech_commands({"/bin/spd-say", true}, "", "en").empty());
}

TEST_CASE("a control is called what is written on it, each text once") {
  const std::vector<PlacedLine> lines{
      line("Start", {10, 10, 40, 10}), line("two lines", {10, 20, 40, 10}),
      line("two lines", {10, 30, 40, 10}), line("elsewhere", {200, 10, 40, 10})};
  CHECK(texts_within(lines, {0, 0, 100, 100}) == "Start. two lines");
  CHECK(texts_within(lines, {300, 0, 10, 10}).empty());
}

TEST_CASE("what cannot be seen is not read") {
  std::vector<PlacedLine> lines{line("hidden", {10, 10, 40, 10}), line("gone", {10, 20, 40, 10})};
  lines[0].covered = 1;
  lines[1].shown = {};
  CHECK(texts_within(lines, {0, 0, 100, 100}).empty());
}
