// The customer's own words, on one small encounter.
#include "engine/debrief/voice.h"

#include <catch2/catch.hpp>
#include <string>

#include "tests/support/debriefed.h"

namespace mot {

using namespace test;

TEST_CASE("a customer who would not recommend quotes the worst moment, word for word") {
  const Debriefed made = debriefed(leak().play({"call.form", "when.soon"}));
  const CustomersVoice& voice = made.debrief.voice;
  REQUIRE(voice.category == Category::detractor);
  REQUIRE(voice.echoes.size() == 3);
  CHECK(voice.echoes[0].text.find("“Your name please.”") != std::string::npos);
  CHECK(voice.echoes[2].text.find("Concerning “The call”") != std::string::npos);
  CHECK_FALSE(voice.by_author);
  CHECK_FALSE(voice.comment.empty());
  CHECK(voice.remembers.size() == 2);
}

TEST_CASE("the customer's words are the same for a seed, and vary between seeds") {
  const auto echo = [](std::uint32_t seed) {
    return debriefed(leak().play({"call.form", "when.soon"}, seed)).debrief.voice.echoes[0].text;
  };
  CHECK(echo(7) == echo(7));
  std::vector<std::string> seen;
  for (std::uint32_t seed = 1; seed <= 40; ++seed) {
    const std::string text = echo(seed);
    if (std::find(seen.begin(), seen.end(), text) == seen.end()) seen.push_back(text);
  }
  CHECK(seen.size() > 15);
}

TEST_CASE("a prediction stands beside the answer") {
  const Session session = leak().play({"call.ask", "when.cot"});
  Playthrough playthrough = session.playthrough();
  playthrough.prediction = 2;
  const Debriefed made = debriefed(session, {}, {}, &playthrough);
  CHECK(*made.debrief.voice.predicted == 2);
  CHECK(made.debrief.voice.prediction_text.find('2') != std::string::npos);
  playthrough.prediction = -1;
  CHECK(debriefed(session, {}, {}, &playthrough).debrief.voice.prediction_text.empty());
}

}  // namespace mot
