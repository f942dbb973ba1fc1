// `mot debrief` and `mot compare`: keys, sums, files, and every way a playthrough can be wrong.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>

#include "engine/base/file.h"
#include "engine/encounter/playthrough.h"
#include "tests/cli/program.h"
#include "tests/support/temporary_folder.h"

using namespace mot::test;

namespace {

mot::Playthrough play(std::vector<std::string> choices) {
  mot::Playthrough made;
  made.scenario = "late-parcel";
  made.learner = "Ana";
  for (std::string& choice : choices) made.choices.push_back({std::move(choice), 4.5, false, {}});
  return made;
}

const std::vector<std::string> kPoor{"hello.form", "ask.enough", "offer.wait"};
const std::vector<std::string> kBest{"hello.look", "ask.when", "ask.where", "offer.today"};

/// A playthrough in a file of its own.
class File {
 public:
  explicit File(const mot::Playthrough& playthrough) : File(mot::write_playthrough(playthrough)) {}
  explicit File(const std::string& content) {
    REQUIRE(mot::write_file_atomically(path(), content));
  }
  std::string path() const { return folder_ / "play.json"; }
  std::string beside(const std::string& name) const { return folder_ / name; }

 private:
  TemporaryFolder folder_;
};

Ran debrief(const File& file, std::vector<std::string> more = {}) {
  std::vector<std::string> words{"debrief", file.path(), "--scenario", data("late-parcel.yaml")};
  words.insert(words.end(), more.begin(), more.end());
  return run_mot(words);
}

mot::Json json_of(const File& file, std::vector<std::string> more = {}) {
  more.insert(more.begin(), "--json");
  const Ran ran = debrief(file, more);
  INFO(ran.err);
  REQUIRE(ran.code == 0);
  return json_in(ran.out);
}

int hundredths(const mot::Json& json, const char* key) {
  return static_cast<int>(std::lround(100 * json.find(key)->number()));
}

}  // namespace

TEST_CASE("debrief --json has the keys of run, and its own, in order", "[e2e]") {
  const mot::Json json = json_of(File(play(kPoor)));
  CHECK(keys_of(json) ==
        "scenario seed complete ending moments satisfaction csat recommend category best worst "
        "score skills needs standards title customer learner mode language started seconds "
        "takeaway notices felt account timeline skills_before crowd advice");
  const mot::Json& moment = json.find("moments")->array()->front();
  CHECK(keys_of(moment) ==
        "moment stage choice expectation quality gap mood label regret luck best grade title "
        "channel said reply thoughts afterthoughts dimensions wait needs standards cost options "
        "closed seconds timed_out confidence");
  CHECK(keys_of(moment.find("options")->array()->front()) ==
        "id text chosen best gap label cost grade effect reply reason reason_by");
  CHECK(keys_of(*json.find("felt")) ==
        "comment comment_by remembers echoes predicted prediction_text");
  CHECK(keys_of(*json.find("account")) == "best lost luck reached steps turning_points");
  CHECK(keys_of(*json.find("advice")) == "instead tip next");
  CHECK(keys_of(*json.find("crowd")) ==
        "customers promoters passives detractors nps interval satisfaction_mean histogram "
        "touchpoints text reservation");
}

TEST_CASE("the account of the JSON adds up to the hundredth", "[e2e]") {
  const mot::Json json = json_of(File(play(kPoor)));
  const mot::Json& account = *json.find("account");
  int level = hundredths(account, "best");
  for (const mot::Json& step : *account.find("steps")->array()) {
    level += hundredths(step, "points") + hundredths(step, "luck");
    CHECK(level == hundredths(step, "level"));
  }
  CHECK(level == hundredths(account, "reached"));
  CHECK(level == hundredths(json, "satisfaction"));
  CHECK(hundredths(account, "best") - hundredths(account, "lost") + hundredths(account, "luck") ==
        level);
}

TEST_CASE("without --json the debrief is text in the reader's language", "[e2e]") {
  const File file(play(kPoor));
  const Ran english = debrief(file);
  CHECK(english.code == 0);
  for (const char* part : {"How did it feel?", "Where the points went", "Moment by moment",
                           "What next?", "(simulated)"}) {
    INFO(part);
    CHECK(english.out.find(part) != std::string::npos);
  }
  const Ran chinese = debrief(file, {"--lang", "zh-CN"});
  CHECK(chinese.out.find("分丢在哪里") != std::string::npos);
  CHECK(chinese.out.find("迟到的包裹") != std::string::npos);
}

TEST_CASE("a page and a PDF are written where they are asked for, and nothing is printed",
          "[e2e]") {
  const File file(play(kPoor));
  const Ran ran = debrief(file, {"--html", file.beside("a.html"), "--pdf", file.beside("a.pdf")});
  CHECK(ran.code == 0);
  CHECK(ran.out.empty());
  CHECK(content_of(file.beside("a.html")).rfind("<!DOCTYPE html>", 0) == 0);
  CHECK(content_of(file.beside("a.pdf")).rfind("%PDF-", 0) == 0);
  const Ran printed = debrief(file, {"--html", "-"});
  CHECK(printed.out == content_of(file.beside("a.html")));
  // Two results on one stdout would be neither.
  for (const std::vector<std::string>& both :
       {std::vector<std::string>{"--html", "-", "--pdf", "-"},
        std::vector<std::string>{"--html", "-", "--json"},
        std::vector<std::string>{"--pdf", "-", "--json"}}) {
    const Ran twice = debrief(file, both);
    CHECK(twice.code == 2);
    CHECK(twice.out.empty());
    CHECK(twice.err.find("would both print") != std::string::npos);
  }
  CHECK(debrief(file, {"--html", file.beside("b.html"), "--json"}).code == 0);
  const std::string below_a_file = file.path() + "/a.html";
  const Ran refused = debrief(file, {"--html", below_a_file});
  CHECK(refused.code == 3);
  CHECK(refused.err.find(below_a_file) != std::string::npos);
}

TEST_CASE("an earlier attempt gives skills before", "[e2e]") {
  const File earlier(play(kPoor));
  const mot::Json json = json_of(File(play(kBest)), {"--before", earlier.path()});
  REQUIRE(json.find("skills_before")->find("empathy") != nullptr);
  CHECK(json.find("skills_before")->find("empathy")->number() <
        json.find("skills")->find("empathy")->number());
}

TEST_CASE("a half-finished playthrough has its partial debrief", "[e2e]") {
  const mot::Json json = json_of(File(play({"hello.form"})));
  CHECK_FALSE(*json.find("complete")->boolean());
  CHECK(*json.find("notices")->array()->front().find("kind")->string() == "unfinished");
  CHECK(json.find("crowd")->is_null());
  CHECK(json.find("moments")->array()->size() == 1);
  CHECK_FALSE(json.find("account")->is_null());
}

TEST_CASE("choices that no longer fit leave the debrief of what came before, and exit with 1",
          "[e2e]") {
  mot::Playthrough changed = play(kPoor);
  changed.choices[1].choice = "ask.gone";
  const Ran ran = debrief(File(changed), {"--json"});
  CHECK(ran.code == 1);
  CHECK(ran.err.find("diverged at choice 2") != std::string::npos);
  const mot::Json json = json_in(ran.out);
  CHECK(json.find("moments")->array()->size() == 1);
  CHECK(*json.find("notices")->array()->front().find("kind")->string() == "diverged");
}

TEST_CASE("a playthrough of another version that still fits says so", "[e2e]") {
  mot::Playthrough other = play(kPoor);
  other.content = std::string(64, '0');
  other.choices[1].fate = {0};  // where the parcel is
  const Ran ran = debrief(File(other), {"--json"});
  CHECK(ran.code == 0);
  CHECK(ran.err.find("the scenario was changed") != std::string::npos);
  CHECK(*json_in(ran.out).find("notices")->array()->front().find("kind")->string() == "changed");
}

TEST_CASE("what is no playthrough is refused with file and cause", "[e2e]") {
  const auto refusal = [](const std::string& content) {
    const File file(content);
    const Ran ran = debrief(file);
    CHECK(ran.out.empty());
    CHECK(ran.err.find(file.path()) != std::string::npos);
    return std::make_pair(ran.code, ran.err);
  };
  CHECK(refusal("").first == 1);
  CHECK(refusal("").second.find("empty") != std::string::npos);
  CHECK(refusal("<html>").first == 1);
  CHECK(refusal("{\"playthrough\": 1}").second.find("'scenario': is missing") != std::string::npos);
  CHECK(refusal("{\"playthrough\": 1, \"scenario\": \"late-parcel\", \"model\": 99, \"seed\": 1, "
                "\"choices\": []}")
            .second.find("version 99") != std::string::npos);
  CHECK(refusal("{\"playthrough\": 1, \"scenario\": \"late-parcel\", \"model\": 1, \"seed\": -1, "
                "\"choices\": []}")
            .second.find("seed") != std::string::npos);
}

TEST_CASE("a folder, a missing file and a scenario that is gone are told apart", "[e2e]") {
  const TemporaryFolder folder;
  CHECK(run_mot({"debrief", folder.path().string()}).code == 3);
  CHECK(run_mot({"debrief", folder / "none.json"}).code == 3);
  mot::Playthrough gone = play({});
  gone.scenario = "water-through-the-cieling";
  const File file(gone);
  const Ran ran = run_mot({"debrief", file.path(), "--library", source("scenarios")});
  CHECK(ran.code == 2);
  CHECK(ran.err.find("water-through-the-ceiling") != std::string::npos);
  CHECK(ran.err.find("--scenario") != std::string::npos);
}

TEST_CASE("names of 10,000 characters, tags and marks of direction do no harm anywhere", "[e2e]") {
  mot::Playthrough evil = play(kPoor);
  evil.learner = "<script>alert(1)</script>\xE2\x80\xAE\x1b[31m\"" + std::string(9'900, 'n');
  evil.takeaway = "</blockquote><script>alert(2)</script> \xF0\x9F\x98\x80";
  const File file(evil);
  const mot::Json json = json_of(file);
  CHECK(*json.find("learner")->string() == evil.learner);
  const Ran text = debrief(file);
  CHECK(text.code == 0);
  CHECK(text.out.find('\x1b') == std::string::npos);
  CHECK(text.out.find("\xE2\x80\xAE") == std::string::npos);
  REQUIRE(debrief(file, {"--html", file.beside("a.html"), "--pdf", file.beside("a.pdf")}).code ==
          0);
  const std::string page = content_of(file.beside("a.html"));
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find(std::string(9'900, 'n')) != std::string::npos);
}

TEST_CASE("whatever is tampered with is refused with its key, and nothing is made of it", "[e2e]") {
  const std::string good = mot::write_playthrough(play(kPoor));
  const std::vector<std::array<std::string, 3>> changes{
      {R"("late-parcel")", R"("late-room")", "late-room"},
      {R"("hello.form")", R"(7)", "choice"},
      {R"("seconds":4.5)", R"("seconds":"soon")", "seconds"},
      {R"("learner": "Ana")", R"("learner": ["Ana"])", "learner"},
      {R"("model": )", R"("model": -)", "model"},
      {R"("choices": [)", R"("choices": [[],)", "choices"}};
  for (const auto& [from, to, named] : changes) {
    std::string bad = good;
    const std::size_t at = bad.find(from);
    INFO(from << " in " << good);
    REQUIRE(at != std::string::npos);
    bad.replace(at, from.size(), to);
    const File file(bad);
    const Ran ran = debrief(file, {"--json", "--html", file.beside("a.html")});
    INFO(ran.err);
    CHECK(ran.code == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err.find(named) != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(file.beside("a.html")));
  }
}

TEST_CASE("a choice that was never on offer, and a false claim to be complete, are said", "[e2e]") {
  mot::Playthrough forged = play({"hello.form", "ask.enough", "offer.today"});  // not found out
  const Ran ran = debrief(File(forged), {"--json"});
  CHECK(ran.code == 1);
  CHECK(ran.err.find("choice 3") != std::string::npos);
  CHECK(json_in(ran.out).find("moments")->array()->size() == 2);
  mot::Playthrough boast = play({"hello.form"});
  boast.complete = true;
  const Ran short_one = debrief(File(boast), {"--json"});
  CHECK(short_one.code == 1);
  CHECK_FALSE(*json_in(short_one.out).find("complete")->boolean());
}

TEST_CASE("an attempt of the records has its debrief by its id", "[e2e]") {
  const File file(play(kPoor));
  const std::string store = file.beside("records.sqlite");
  const std::string library = source("tests/cli/data");
  const Ran taken =
      run_mot({"records", "import", file.path(), "--store", store, "--library", library});
  INFO(taken.err);
  REQUIRE(taken.code == 0);
  const mot::Json list = json_in(run_mot({"records", "list", "--json", "--store", store}).out);
  const std::string id = *list.find("attempts")->array()->front().find("id")->string();
  const Ran ran =
      run_mot({"debrief", id, "--json", "--store", store, "--scenario", data("late-parcel.yaml")});
  INFO(ran.err);
  REQUIRE(ran.code == 0);
  CHECK(*json_in(ran.out).find("learner")->string() == "Ana");
  const Ran gone = run_mot({"debrief", "00000000-0000-5000-8000-000000000000", "--store", store});
  CHECK(gone.code == 2);
  CHECK(gone.err.find("mot records list") != std::string::npos);
}

TEST_CASE("compare --json puts two attempts side by side", "[e2e]") {
  const File a(play(kPoor));
  const File b(play(kBest));
  const Ran ran =
      run_mot({"compare", a.path(), b.path(), "--json", "--scenario", data("late-parcel.yaml")});
  REQUIRE(ran.code == 0);
  const mot::Json json = json_in(ran.out);
  CHECK(keys_of(json) == "same_scenario a b parting moments skills");
  CHECK(keys_of(*json.find("a")) ==
        "title learner started complete satisfaction recommend category score lost luck nps");
  CHECK(*json.find("same_scenario")->boolean());
  CHECK(*json.find("parting")->string() == "hello");
  CHECK(json.find("b")->find("score")->number() == 100.0);
  const mot::Json& first = json.find("moments")->array()->front();
  CHECK(keys_of(first) == "moment title same a b");
  CHECK_FALSE(*first.find("same")->boolean());
  CHECK(*first.find("a")->find("response")->string() == "form");
  CHECK(*first.find("b")->find("response")->string() == "look");
}

TEST_CASE("compare in text marks where the ways part, and the same file parts nowhere", "[e2e]") {
  const File a(play(kPoor));
  const File b(play(kBest));
  const std::string scenario = data("late-parcel.yaml");
  const Ran ran = run_mot({"compare", a.path(), b.path(), "--scenario", scenario});
  CHECK(ran.code == 0);
  CHECK(ran.out.find("here the ways part") != std::string::npos);
  const Ran same = run_mot({"compare", a.path(), a.path(), "--scenario", scenario});
  CHECK(same.out.find("here the ways part") == std::string::npos);
}
