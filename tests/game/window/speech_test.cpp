#include "game/window/speech.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <string>

#include "tests/support/temporary_folder.h"

using namespace mot;

namespace {

std::string in_parts(std::string_view text, std::string_view language) {
  std::string all;
  for (const SpeechPart& part : speech_parts(text, language))
    all += (all.empty() ? "" : "|") + part.voice.substr(0, 3) + ":" + part.text;
  return all;
}

std::string little_endian(std::uint32_t number, std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>((number >> (8 * i)) & 0xFFU);
  return bytes;
}

std::string wav(const std::string& data, std::uint32_t promised) {
  return "RIFF" + little_endian(promised + 36, 4) + "WAVEfmt " + little_endian(16, 4) +
         little_endian(1, 2) + little_endian(1, 2) + little_endian(22050, 4) +
         little_endian(44100, 4) + little_endian(2, 2) + little_endian(16, 2) + "data" +
         little_endian(promised, 4) + data;
}

}  // namespace

TEST_CASE("a text is read in the voices of its scripts") {
  CHECK(in_parts("Good morning, 10 o'clock.", "en") == "en:Good morning, 10 o'clock.");
  CHECK(in_parts("您好，我姓陈。", "zh-CN") == "cmn:您好，我姓陈。");
  CHECK(in_parts("我住3-502，不是VIP。", "zh-CN") == "cmn:我住3-502，不是|en:VIP|cmn:。");
  CHECK(in_parts("", "en").empty());
}

TEST_CASE("a spoken file is read, also where its length is only promised") {
  const std::string data("\1\0\2\0\xFF\xFF", 6);
  const Spoken whole = spoken_of_wav(wav(data, 6));
  CHECK(whole.samples == Samples{1, 2, -1});
  CHECK(whole.rate == 22050);
  CHECK(spoken_of_wav(wav(data, 0x7FFFF000)).samples == Samples{1, 2, -1});
}

TEST_CASE("what is no spoken file is silence") {
  CHECK(spoken_of_wav("").samples.empty());
  CHECK(spoken_of_wav("RIFF").samples.empty());
  CHECK(spoken_of_wav(std::string(100, 'x')).samples.empty());
  CHECK(spoken_of_wav(wav("", 0).substr(0, 30)).samples.empty());
}

TEST_CASE("a program that fails, or is not there, says nothing") {
  CHECK(speak("/nowhere/espeak-ng", "Hello", "en", {}).samples.empty());
  CHECK(speak("/bin/false", "Hello", "en", {}).samples.empty());
}

TEST_CASE("no synthesiser on the path is found as none") {
  const mot::test::TemporaryFolder empty;
  const char* before = std::getenv("PATH");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("PATH", empty.path().c_str(), 1);
  CHECK(speech_program().empty());
  ::setenv("PATH", kept.c_str(), 1);
}
