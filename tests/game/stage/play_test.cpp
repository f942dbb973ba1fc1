// Play: what is in the file when, what a trainee is told, how a kept play goes on. Also what the
// conversation lists.
#include "game/stage/play.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "engine/base/file.h"
#include "engine/scenario/loader.h"
#include "game/stage/conversation.h"
#include "tests/support/small_story.h"
#include "tests/support/temporary_folder.h"

namespace {

using mot::test::kSmallStory;
using mot::test::TemporaryFolder;

std::shared_ptr<const mot::Scenario> scenario_of(const std::string& text) {
  mot::DiagnosticSink sink;
  auto loaded = mot::load_scenario_text("small.yaml", text, {}, sink);
  REQUIRE(loaded.scenario);
  return loaded.scenario;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

mot::PlayTerms terms(const std::string& path, mot::PlayMode mode = mot::PlayMode::practice) {
  return {mode, false, 7, "Li", "2026-01-01T08:00:00Z", path, "", ""};
}

std::string clock_text() { return "2026-01-01T09:00:00Z"; }

std::shared_ptr<mot::Play> play_of(mot::PlayTerms terms, const std::string& text = kSmallStory) {
  return std::make_shared<mot::Play>(scenario_of(text), std::move(terms), "en", clock_text);
}

mot::Playthrough kept(const std::string& path) {
  const auto text = mot::read_file(path);
  REQUIRE(text);
  const auto played = mot::read_playthrough(*text);
  REQUIRE(played);
  return *played;
}

mot::ResponseIndex response(const mot::Play& play, const char* name) {
  return play.scenario().find_response(name);
}

}  // namespace

TEST_CASE("a choice is in the file when choose returns", "[play]") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.json";
  const auto play = play_of(terms(path));
  CHECK_FALSE(std::filesystem::exists(path));
  REQUIRE(play->choose(response(*play, "first.good"), 2.5));
  const mot::Playthrough file = kept(path);
  CHECK(file == play->playthrough());
  REQUIRE(file.choices.size() == 1);
  CHECK(file.choices[0].choice == "first.good");
  CHECK(file.choices[0].seconds == 2.5);
  CHECK(file.learner == "Li");
  CHECK(file.started == "2026-01-01T08:00:00Z");
  CHECK(file.ended.empty());
}

TEST_CASE("the last choice ends the play, and the file says when", "[play]") {
  const TemporaryFolder folder;
  const auto play = play_of(terms(folder / "a.json"));
  REQUIRE(play->choose(response(*play, "first.bad"), 1));
  REQUIRE(play->choose(response(*play, "second.bye"), 1));
  CHECK(play->finished());
  CHECK(kept(folder / "a.json").complete);
  CHECK(kept(folder / "a.json").ended == "2026-01-01T09:00:00Z");
}

TEST_CASE("how sure one was is in the file with the choice, and so is what was predicted",
          "[play]") {
  const TemporaryFolder folder;
  const auto play = play_of(terms(folder / "a.json"));
  REQUIRE(play->choose(response(*play, "first.good"), 1, false, {}, mot::Confidence::unsure));
  CHECK(kept(folder / "a.json").choices[0].confidence == mot::Confidence::unsure);
  REQUIRE(play->choose(response(*play, "second.bye"), 1));
  CHECK(kept(folder / "a.json").choices[1].confidence == mot::Confidence::unsaid);
  CHECK(kept(folder / "a.json").prediction == -1);
  CHECK(play->predict(0));
  CHECK(kept(folder / "a.json").prediction == 0);
  CHECK(play->prediction() == 0);
}

TEST_CASE("a failed save is said, play goes on, and the next choice tries again", "[play]") {
  const TemporaryFolder folder;
  std::ofstream(folder / "blocked") << "a file, not a folder";
  const std::string path = folder / "blocked/a.json";
  const auto play = play_of(terms(path));
  CHECK(play->save_problem().key.empty());
  REQUIRE(play->choose(response(*play, "first.good"), 1));
  CHECK(play->save_problem().key == "play.not-saved");
  CHECK_FALSE(play->save_problem().cause.message.empty());
  std::filesystem::remove(folder / "blocked");
  REQUIRE(play->choose(response(*play, "second.again"), 1));
  CHECK(play->save_problem().key.empty());
  CHECK(kept(path).choices.size() == 2);
}

TEST_CASE("practice takes a choice back, an exam does not", "[play]") {
  const TemporaryFolder folder;
  const auto practice = play_of(terms(folder / "p.json"));
  CHECK_FALSE(practice->undo());
  REQUIRE(practice->choose(response(*practice, "first.good"), 1));
  CHECK(practice->undo());
  CHECK(practice->view().turn == 0);
  CHECK(kept(folder / "p.json").choices.empty());
  const auto exam = play_of(terms(folder / "e.json", mot::PlayMode::exam));
  REQUIRE(exam->choose(response(*exam, "first.good"), 1));
  CHECK_FALSE(exam->undo());
  CHECK(kept(folder / "e.json").choices.size() == 1);
}

TEST_CASE("a room that takes a choice back keeps its votes, and finds back to where it was",
          "[play]") {
  const TemporaryFolder folder;
  mot::PlayTerms room = terms(folder / "r.json");
  room.room = true;
  auto play = play_of(room);
  const std::vector<mot::Vote> votes{{"bad", 3}, {"good", 7}};
  play->note_poll(votes, true);
  CHECK(kept(folder / "r.json").polls == std::vector<mot::Poll>{{{}, votes, true}});
  REQUIRE(play->choose(response(*play, "first.good"), 4.5, false, votes));
  REQUIRE(play->choose(response(*play, "second.again"), 2, false, {{"bye", 1}, {"again", 9}}));
  CHECK(play->poll() == nullptr);
  play->note_poll({{"good", 4}}, false);
  const auto first = kept(folder / "r.json").choices;
  CHECK_FALSE(play->has_first_branch());

  REQUIRE(play->undo());
  REQUIRE(play->undo());
  REQUIRE(play->poll() != nullptr);
  CHECK(play->poll()->votes == votes);
  CHECK(play->poll()->revealed);
  REQUIRE(play->choose(response(*play, "first.bad"), 1, false, votes));
  CHECK(kept(folder / "r.json").branches == std::vector<mot::Branch>{{first, true}});
  play->note_poll({{"bye", 10}}, true);
  REQUIRE(play->choose(response(*play, "second.bye"), 1, false, {{"bye", 10}}));
  CHECK(play->finished());

  // Also on another day.
  const auto again =
      mot::Play::resume(play->shared_scenario(), {folder / "r.json", kept(folder / "r.json")}, "en",
                        clock_text, folder.path().string());
  REQUIRE(again);
  play = *again;
  REQUIRE(play->back_to_first_branch());
  CHECK_FALSE(play->back_to_first_branch());
  CHECK_FALSE(play->finished());
  const mot::Playthrough whole = kept(folder / "r.json");
  CHECK(whole.choices == first);
  CHECK(whole.polls.size() == 4);
  REQUIRE(whole.branches.size() == 1);
  CHECK_FALSE(whole.branches[0].first);
  CHECK(whole.branches[0].choices.at(1).choice == "second.bye");
  REQUIRE(play->poll() != nullptr);
  CHECK(play->poll()->votes == std::vector<mot::Vote>{{"good", 4}});
}

TEST_CASE("a room that starts again begins a record of its own", "[play]") {
  const TemporaryFolder folder;
  mot::PlayTerms room = terms(folder / "r.json");
  room.room = true;
  const auto play = play_of(room);
  REQUIRE(play->choose(response(*play, "first.good"), 1, false, {{"good", 2}}));
  mot::PlayTerms fresh = room;
  fresh.path = folder / "s.json";
  play->restart_room(fresh);
  CHECK(play->untouched());
  CHECK(play->poll() == nullptr);
  CHECK(kept(folder / "r.json").choices.size() == 1);
}

TEST_CASE("where the scenario has changed a room may find no way back", "[play]") {
  const TemporaryFolder folder;
  mot::PlayTerms room = terms(folder / "r.json");
  room.room = true;
  const auto play = play_of(room);
  REQUIRE(play->choose(response(*play, "first.good"), 1));
  REQUIRE(play->undo());
  const auto changed = scenario_of(replaced(kSmallStory, "id: good", "id: better"));
  const auto again = mot::Play::resume(changed, {folder / "r.json", kept(folder / "r.json")}, "en",
                                       clock_text, folder.path().string());
  REQUIRE(again);
  CHECK_FALSE((*again)->has_first_branch());
  CHECK((*again)->playthrough().branches.size() == 1);
}

TEST_CASE("a play without a path is not recorded", "[play]") {
  const auto play = play_of(terms(""));
  REQUIRE(play->choose(response(*play, "first.good"), 1));
  CHECK(play->save());
  CHECK(play->save_problem().key.empty());
}

TEST_CASE("a kept play goes on in the same file at the same place", "[play]") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.json";
  const auto before = play_of(terms(path));
  REQUIRE(before->choose(response(*before, "first.good"), 1));
  const auto after = mot::Play::resume(scenario_of(kSmallStory), {path, kept(path)}, "en",
                                       clock_text, folder.path().string());
  REQUIRE(after);
  CHECK((*after)->session().state() == before->session().state());
  CHECK((*after)->playthrough() == before->playthrough());
  CHECK((*after)->notice().key.empty());
  CHECK((*after)->terms().path == path);
}

TEST_CASE("after a change of the scenario it stands where it fits, in a file of its own",
          "[play]") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.json";
  const auto before = play_of(terms(path));
  REQUIRE(before->choose(response(*before, "first.good"), 1));
  REQUIRE(before->choose(response(*before, "second.again"), 1));
  const std::string old = *mot::read_file(path);
  const auto changed = scenario_of(replaced(kSmallStory, "id: again", "id: once-more"));
  const auto after =
      mot::Play::resume(changed, {path, kept(path)}, "en", clock_text, folder.path().string());
  REQUIRE(after);
  CHECK((*after)->notice().key == "play.resume-diverged");
  CHECK((*after)->notice().number == 2);
  CHECK((*after)->view().turn == 1);
  REQUIRE((*after)->choose(changed->find_response("second.bye"), 1));
  CHECK((*after)->terms().path != path);
  CHECK(kept((*after)->terms().path).choices.size() == 2);
  CHECK(*mot::read_file(path) == old);
}

TEST_CASE("a play of another scenario is refused", "[play]") {
  const TemporaryFolder folder;
  const std::string path = folder / "a.json";
  const auto before = play_of(terms(path));
  REQUIRE(before->choose(response(*before, "first.good"), 1));
  const auto other = scenario_of(replaced(kSmallStory, "id: small", "id: other"));
  CHECK_FALSE(
      mot::Play::resume(other, {path, kept(path)}, "en", clock_text, folder.path().string()));
}

TEST_CASE("restarting keeps luck and file in practice, and is not there in an exam", "[play]") {
  const TemporaryFolder folder;
  const auto practice = play_of(terms(folder / "p.json"));
  REQUIRE(practice->choose(response(*practice, "first.good"), 1));
  CHECK(practice->restart());
  CHECK(practice->session().seed() == 7);
  CHECK(kept(folder / "p.json").choices.empty());
  const auto exam = play_of(terms(folder / "e.json", mot::PlayMode::exam));
  REQUIRE(exam->choose(response(*exam, "first.good"), 1));
  CHECK_FALSE(exam->restart());
  CHECK(exam->view().turn == 1);
  CHECK(kept(folder / "e.json").choices.size() == 1);
}

TEST_CASE("one may go back to before any choice in practice, and to none in an exam", "[play]") {
  const TemporaryFolder folder;
  for (const mot::PlayMode mode : {mot::PlayMode::practice, mot::PlayMode::exam}) {
    const auto play = play_of(terms(folder / "a.json", mode));
    REQUIRE(play->choose(response(*play, "first.good"), 1));
    REQUIRE(play->choose(response(*play, "second.again"), 1));
    REQUIRE(play->choose(response(*play, "first.bad"), 1));
    CHECK_FALSE(play->back_to(3));
    const bool practice = mode == mot::PlayMode::practice;
    CHECK(play->back_to(1) == practice);
    CHECK(play->view().turn == (practice ? 1 : 3));
    CHECK(kept(folder / "a.json").choices.size() == (practice ? 1U : 3U));
    if (practice) {
      CHECK(kept(folder / "a.json").choices[0].choice == "first.good");
      CHECK(play->back_to(0));
      CHECK(kept(folder / "a.json").choices.empty());
    }
  }
}

TEST_CASE("a what-if takes the other response in a file of its own, and the original stays",
          "[play]") {
  const TemporaryFolder folder;
  const auto original = std::make_shared<mot::Play>(
      scenario_of(kSmallStory), terms(folder / "a.json", mot::PlayMode::exam), "en", clock_text);
  REQUIRE(original->choose(original->scenario().find_response("first.bad"), 3));
  REQUIRE(original->choose(original->scenario().find_response("second.bye"), 3));
  const std::string before = *mot::read_file(folder / "a.json");
  const auto other = mot::Play::what_if(
      original, 0, original->scenario().find_response("first.good"), folder / "what-if/b.json");
  REQUIRE(other);
  CHECK((*other)->practice());
  CHECK((*other)->original() == original);
  CHECK((*other)->terms().seed == 7);
  CHECK((*other)->view().lines.front().text == "Thanks.");
  REQUIRE((*other)->choose(original->scenario().find_response("second.bye"), 2));
  CHECK((*other)->finished());
  const auto kept = mot::read_playthrough(*mot::read_file(folder / "what-if/b.json"));
  REQUIRE(kept);
  CHECK(kept->choices.front().choice == "first.good");
  CHECK(kept->complete);
  CHECK(*mot::read_file(folder / "a.json") == before);
  CHECK(mot::list_plays(folder.path().string()).size() == 1);
  CHECK_FALSE(mot::Play::what_if(original, 5, 0, ""));
  CHECK_FALSE(
      mot::Play::what_if(original, 0, original->scenario().find_response("second.bye"), ""));
}

TEST_CASE("the sentence taken away is in the file, and there again next time", "[play]") {
  const TemporaryFolder folder;
  mot::Play play(scenario_of(kSmallStory), terms(folder / "a.json"), "en", clock_text);
  REQUIRE(play.choose(play.scenario().find_response("first.bad"), 3));
  const std::string sentence = "Look up, \"then\" speak. <b>\xF0\x9F\x98\x80</b>";
  CHECK(play.take_away(sentence));
  const auto kept = mot::read_playthrough(*mot::read_file(folder / "a.json"));
  REQUIRE(kept);
  CHECK(kept->takeaway == sentence);
  const auto again = mot::Play::resume(scenario_of(kSmallStory), {folder / "a.json", *kept}, "en",
                                       clock_text, folder.path().string());
  REQUIRE(again);
  CHECK((*again)->takeaway() == sentence);
  REQUIRE((*again)->choose((*again)->scenario().find_response("second.again"), 1));
  CHECK(mot::read_playthrough(*mot::read_file(folder / "a.json"))->takeaway == sentence);
}

TEST_CASE("another language keeps the place and is written with the next choice", "[play]") {
  const TemporaryFolder folder;
  const auto play = play_of(terms(folder / "a.json"));
  REQUIRE(play->choose(response(*play, "first.good"), 1));
  play->set_language("zh-CN");
  CHECK(play->view().turn == 1);
  REQUIRE(play->choose(response(*play, "second.again"), 1));
  CHECK(kept(folder / "a.json").language == "zh-CN");
}

TEST_CASE("the conversation lists what was said and done, and nothing not yet shown", "[play]") {
  const auto play = play_of(terms(""));
  REQUIRE(play->choose(response(*play, "first.good"), 1));
  const auto replied = mot::conversation_of(*play, 0);
  REQUIRE(replied.size() == 3);
  CHECK(replied[0].name == "Ann");
  CHECK(replied[0].text == "Hello?");
  CHECK(replied[1].name.empty());
  CHECK(replied[1].text == "Welcome.");
  CHECK_FALSE(replied[1].action);
  CHECK(replied[1].choice == 0U);
  CHECK_FALSE(replied[0].choice);
  CHECK(replied[2].text == "Thanks.");
  const auto asked = mot::conversation_of(*play, 1);
  REQUIRE(asked.size() == 4);
  CHECK(asked[3].text == "And now?");
}

TEST_CASE(
    "A saved file is played on where one stood, or before the first choice that does not fit") {
  const TemporaryFolder folder;
  mot::Play play(scenario_of(kSmallStory), terms(folder / "a.json"), "en", clock_text);
  REQUIRE(play.choose(0, 1));
  const auto same = mot::Play::reloaded(
      play, scenario_of(replaced(kSmallStory, "says: And now?", "says: And then?")),
      folder / "plays");
  REQUIRE(same);
  CHECK((*same)->view().lines.back().text == "And then?");
  CHECK((*same)->session().turns().size() == 1);
  CHECK((*same)->notice().key == "play.reloaded");
  CHECK((*same)->terms().path == folder / "a.json");
  const auto gone = mot::Play::reloaded(
      play, scenario_of(replaced(kSmallStory, "id: good", "id: better")), "plays");
  REQUIRE(gone);
  CHECK((*gone)->session().turns().empty());
  CHECK((*gone)->notice().key == "play.reload-diverged");
  CHECK((*gone)->notice().number == 1);
  CHECK((*gone)->terms().path != folder / "a.json");
  CHECK_FALSE(mot::Play::reloaded(
      play, scenario_of(replaced(kSmallStory, "id: small", "id: large")), "plays"));
}
