// `mot play` into the records, and `mot records`, as a shell would run them.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/records/sql_connection.h"
#include "engine/records/store.h"
#include "tests/cli/records_home.h"
#include "tests/support/temporary_folder.h"

using Catch::Contains;
using mot::Json;
using mot::test::data;
using mot::test::json_in;
using mot::test::listed_at;
using mot::test::play_at;
using mot::test::Ran;
using mot::test::run_at;
using mot::test::run_mot;
using mot::test::Running;
using mot::test::TemporaryFolder;

namespace {

std::string data_folder(const TemporaryFolder& home) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(home.path())) {
    if (entry.path().filename() == "moments-of-truth" && entry.is_directory() &&
        std::filesystem::exists(entry.path() / "plays")) {
      return entry.path().string();
    }
  }
  FAIL("there is no data folder");
  return {};
}

/// Changes the default store past the program.
void change_records(const TemporaryFolder& home, const std::string& sql) {
  const auto connection =
      mot::connect_sqlite(data_folder(home) + "/records.sqlite", mot::kPatience);
  REQUIRE(connection);
  REQUIRE((*connection)->run(sql, {}, {}));
}

/// A library with the course "week" of one lesson.
void write_course(const TemporaryFolder& library) {
  std::filesystem::create_directory(library.path() / "courses");
  std::filesystem::copy(data("late-parcel.yaml"), library.path());
  std::ofstream(library / "courses/week.yaml")
      << "mot: 1\nid: week\ntitle: First week\npass: 0\nlessons:\n"
         "  - { id: parcel, scenario: late-parcel }\n";
}

}  // namespace

TEST_CASE("what was played to its end is in the records") {
  const TemporaryFolder home;
  REQUIRE(play_at(home, "Li Na").code == 0);
  const Ran ran = run_at(home, {"records", "list", "--json"});
  CHECK(ran.code == 0);
  const Json attempts = *json_in(ran.out).find("attempts");
  REQUIRE(attempts.array()->size() == 1);
  const Json& attempt = attempts.array()->front();
  CHECK(*attempt.find("learner")->string() == "Li Na");
  CHECK(*attempt.find("scenario")->string() == "late-parcel");
  CHECK(attempt.find("score")->is_number());
  CHECK_THAT(run_at(home, {"records", "list"}).out, Contains("late-parcel"));
}

TEST_CASE("every score is what its playthrough comes to") {
  const TemporaryFolder home;
  REQUIRE(play_at(home, "Li Na").code == 0);
  const std::string library = std::filesystem::path(data("late-parcel.yaml")).parent_path();
  const Ran ran = run_at(home, {"records", "verify", "--json", "--library", library});
  CHECK(ran.code == 0);
  CHECK(*json_in(ran.out).find("same")->integer() == 1);
  // Not in this library: no score to compare with, and no fault.
  const TemporaryFolder empty;
  const Ran without =
      run_at(home, {"records", "verify", "--json", "--library", empty.path().string()});
  CHECK(without.code == 0);
  CHECK(*json_in(without.out).find("no_scenario")->integer() == 1);
}

TEST_CASE("summaries that are wrong, missing or left over are found, and mended when asked to") {
  const TemporaryFolder home;
  REQUIRE(play_at(home, "Li Na").code == 0);
  change_records(home, "DELETE FROM summaries");
  change_records(home,
                 "INSERT INTO summaries (number, scenario, learner, cohort, session, started,"
                 " figures) VALUES (7, '', '', '', '', '', '?')");
  const std::vector<std::string> verify{"records", "verify"};
  const Ran found = run_at(home, verify);
  CHECK(found.code == 1);
  CHECK_THAT(found.out, Contains("mot records verify --repair"));
  const Ran mended = run_at(home, {"records", "verify", "--repair", "--json"});
  CHECK(mended.code == 0);
  const Json json = json_in(mended.out);
  CHECK(*json.find("repaired")->boolean());
  CHECK(json.find("summaries")->array()->size() == 1);
  CHECK(*json.find("orphans")->integer() == 1);
  CHECK(run_at(home, verify).code == 0);
  CHECK(listed_at(home) == 1);
  // A repair is never of some only.
  for (const char* filter : {"--learner", "--scenario", "--group", "--session"}) {
    const Ran some = run_at(home, {"records", "verify", "--repair", filter, "x"});
    CHECK(some.code == 2);
    CHECK_THAT(some.err, Contains("--repair") && Contains(filter));
  }
  CHECK(run_at(home, {"records", "verify", "--since", "2026-01-01", "--repair"}).code == 2);
}

TEST_CASE("what waits while the records refuse it is exported and deleted with the rest") {
  const TemporaryFolder home;
  REQUIRE(play_at(home, "Li Na").code == 0);
  change_records(home,
                 "CREATE TRIGGER away BEFORE INSERT ON attempts BEGIN SELECT RAISE(ABORT, 'away');"
                 " END");
  for (const char* name : {"Li Na", "Wu"}) {
    const Ran ran = play_at(home, name);
    CHECK_THAT(ran.out + ran.err, Contains("kept on this machine"));
  }
  const std::string file = home / "own.json";
  REQUIRE(run_at(home, {"records", "export", "--learner", "Li Na", "--json", file}).code == 0);
  const TemporaryFolder elsewhere;
  CHECK(*json_in(run_at(elsewhere, {"records", "import", file, "--json"}).out)
             .find("new")
             ->integer() == 2);
  const Ran deleted = run_at(home, {"records", "delete", "--learner", "Li Na", "--yes", "--json"});
  CHECK(*json_in(deleted.out).find("attempts")->integer() == 2);
  change_records(home, "DROP TRIGGER away");
  REQUIRE(play_at(home, "Wu").code == 0);
  CHECK(listed_at(home, {"--learner", "Li Na"}) == 0);
  CHECK(listed_at(home) == 2);
}

TEST_CASE("what waits while the records refuse it is seen by every command") {
  const TemporaryFolder home;
  const TemporaryFolder library;
  write_course(library);
  const std::vector<std::string> here{"--library", library.path().string(), "--json"};
  const auto json_of = [&](std::vector<std::string> words) {
    words.insert(words.end(), here.begin(), here.end());
    const Ran ran = run_at(home, words);
    INFO(ran.err);
    REQUIRE(ran.code == 0);
    return json_in(ran.out);
  };
  REQUIRE(play_at(home, "Wu").code == 0);
  change_records(home,
                 "CREATE TRIGGER away BEFORE INSERT ON attempts BEGIN SELECT RAISE(ABORT, 'away');"
                 " END");
  REQUIRE(play_at(home, "Li Na").code == 0);
  const Json listed = json_of({"records", "list", "--learner", "Li Na"});
  REQUIRE(listed.find("attempts")->array()->size() == 1);
  const std::string id = *listed.find("attempts")->array()->front().find("id")->string();
  CHECK(json_of({"records", "list", "--learners"}).find("learners")->array()->size() == 2);
  json_of({"debrief", id});
  const Json shown = json_of({"course", "show", "week", "--learner", "Li Na"});
  CHECK(*shown.find("lessons")->array()->front().find("state")->string() == "passed");
  const Json report = json_of({"records", "report"});
  CHECK(*report.find("attempts")->integer() == 2);
  CHECK(report.find("trainees")->array()->size() == 2);
}

TEST_CASE("records go out, come in elsewhere, and are not doubled") {
  const TemporaryFolder home;
  REQUIRE(play_at(home, "Li Na").code == 0);
  REQUIRE(play_at(home, "王小明").code == 0);
  const std::string file = home / "all.json";
  REQUIRE(run_at(home, {"records", "export", "--json", file}).code == 0);
  const TemporaryFolder elsewhere;
  for (const int fresh : {2, 0}) {
    const Ran taken = run_at(elsewhere, {"records", "import", file, "--json"});
    CHECK(taken.code == 0);
    CHECK(*json_in(taken.out).find("new")->integer() == fresh);
  }
  CHECK(listed_at(elsewhere, {"--learner", "王小明"}) == 1);
  CHECK(run_at(elsewhere, {"records", "export"}).out == mot::test::content_of(file));
  std::ofstream(home / "bad.json") << "{\"mot-records\":1,\"attempts\":[\n{}\n]}\n";
  const Ran refused = run_at(elsewhere, {"records", "import", home / "bad.json"});
  CHECK(refused.code == 1);
  CHECK_THAT(refused.err, Contains("bad.json: line 2: not an attempt"));
  CHECK(run_at(elsewhere, {"records", "import", home / "missing.json"}).code == 3);
}

TEST_CASE("a learner can have everything deleted, and it does not come back") {
  const TemporaryFolder home;
  REQUIRE(play_at(home, "Li Na").code == 0);
  REQUIRE(play_at(home, "Wu").code == 0);
  const Ran asked = run_at(home, {"records", "delete", "--learner", "Li Na"});
  CHECK(asked.code == 2);
  CHECK_THAT(asked.err, Contains("--yes"));
  const Ran deleted = run_at(home, {"records", "delete", "--learner", "Li Na", "--yes"});
  CHECK(deleted.code == 0);
  CHECK(listed_at(home) == 1);
  CHECK(listed_at(home, {"--learner", "Li Na"}) == 0);
  REQUIRE(play_at(home, "Wu").code == 0);
  CHECK(listed_at(home) == 2);
  CHECK(run_at(home, {"records", "delete", "--learner", "Li Na", "--yes"}).code == 1);
}

TEST_CASE("an id that was left empty deletes nothing") {
  const TemporaryFolder home;
  REQUIRE(play_at(home, "Li Na").code == 0);
  const Ran ran = run_at(home, {"records", "delete", "--attempt", "", "--yes"});
  CHECK(ran.code == 2);
  CHECK_THAT(ran.err, Contains("--attempt") && Contains("the id of an attempt is needed"));
  CHECK(listed_at(home) == 1);
}

TEST_CASE("what cannot be read is deleted with the rest of its learner") {
  const TemporaryFolder home;
  REQUIRE(play_at(home, "Li Na").code == 0);
  REQUIRE(play_at(home, "Wu").code == 0);
  {
    auto records = mot::connect_sqlite(data_folder(home) + "/records.sqlite", mot::kPatience);
    REQUIRE(records);
    REQUIRE((*records)->run("UPDATE attempts SET record = '{' WHERE learner = 'Li Na'", {}, {}));
  }
  CHECK(run_at(home, {"records", "list"}).code == 3);
  CHECK(run_at(home, {"records", "delete", "--learner", "Li Na", "--yes"}).code == 0);
  const Ran left = run_at(home, {"records", "list", "--learners", "--json"});
  REQUIRE(left.code == 0);
  CHECK(json_in(left.out).find("learners")->array()->size() == 1);
}

TEST_CASE("plays from before there were records are taken in once") {
  const TemporaryFolder home;
  REQUIRE(play_at(home, "Li Na").code == 0);
  std::filesystem::remove(data_folder(home) + "/records.sqlite");
  CHECK(listed_at(home) == 1);
  CHECK(listed_at(home) == 1);
}

TEST_CASE("records behind a PIN are shown to who knows it") {
  const TemporaryFolder home;
  REQUIRE(play_at(home, "Li Na").code == 0);
  CHECK(run_at(home, {"records", "pin"}, {{"MOT_NEW_PIN", "12"}}).code == 2);
  REQUIRE(run_at(home, {"records", "pin"}, {{"MOT_NEW_PIN", "2468"}}).code == 0);
  CHECK(run_at(home, {"records", "list"}).code == 2);
  CHECK(run_at(home, {"records", "list"}, {{"MOT_PIN", "2469"}}).code == 2);
  CHECK(run_at(home, {"records", "list"}, {{"MOT_PIN", "2468"}}).code == 0);
  // Playing needs none.
  CHECK(play_at(home, "Wu").code == 0);
  CHECK(run_at(home, {"records", "pin", "--remove"}, {{"MOT_PIN", "2468"}}).code == 0);
  CHECK(listed_at(home) == 2);
  // A forgotten one is taken out as docs/records.md says.
  REQUIRE(run_at(home, {"records", "pin"}, {{"MOT_NEW_PIN", "1357"}}).code == 0);
  CHECK(run_at(home, {"records", "list"}).code == 2);
  change_records(home, "DELETE FROM settings WHERE name = 'trainer-pin'");
  CHECK(listed_at(home) == 2);
}

TEST_CASE("wrong words are refused with help") {
  const TemporaryFolder home;
  CHECK(run_at(home, {"records"}).code == 2);
  CHECK(run_at(home, {"records", "lsit"}).code == 2);
  CHECK(run_at(home, {"records", "list", "--counts", "worst"}).code == 2);
  CHECK(run_at(home, {"records", "delete"}).code == 2);
  const Ran no_day = run_at(home, {"records", "list", "--since", "yesterday"});
  CHECK(no_day.code == 2);
  CHECK_THAT(no_day.err, Contains("no day such as 2026-11-21"));
  CHECK(run_at(home, {"records", "list", "--store", "mysql://x"}).code == 3);
  CHECK_THAT(run_at(home, {"records", "export", "--help"}).out, Contains("Example:"));
}

TEST_CASE("a course says where a learner stands and what is next") {
  const TemporaryFolder home;
  const TemporaryFolder library;
  write_course(library);
  const auto course = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "course");
    words.insert(words.end(), {"--library", library.path().string(), "--json"});
    const Ran ran = run_at(home, words);
    REQUIRE(ran.code == 0);
    return json_in(ran.out);
  };
  CHECK(*course({"list"}).find("courses")->array()->front().find("course")->string() == "week");
  CHECK(*course({"next", "week"}).find("next")->find("scenario")->string() == "late-parcel");
  REQUIRE(play_at(home, "Li Na").code == 0);
  Json shown = course({"show", "week", "--learner", "Li Na"});
  CHECK(*shown.find("lessons")->array()->front().find("state")->string() == "passed");
  CHECK(*shown.find("finished")->boolean());
  CHECK_FALSE(shown.find("skills")->object()->empty());
  shown = course({"show", "week", "--learner", "Wu"});
  CHECK(*shown.find("lessons")->array()->front().find("state")->string() == "open");
  const Ran unknown =
      run_at(home, {"course", "show", "weak", "--library", library.path().string()});
  CHECK(unknown.code == 2);
  CHECK_THAT(unknown.err, Contains("did you mean 'week'?"));
}

TEST_CASE("a session says what is played and how, and its attempts carry it") {
  const TemporaryFolder home;
  const std::string session = home / "monday.yaml";
  std::ofstream(session) << "mot-session: 1\nid: monday\ntitle: Monday morning\n"
                            "scenario: late-parcel\nmode: exam\nfeedback: score\ngroup: 早班\n"
                            "due: 2020-01-31\n";
  const std::vector<std::string> words{"play",   "--session", session,     "--terminal",
                                       "--name", "Li Na",     "--library", data("")};
  const Ran ran = run_at(home, words);
  CHECK(ran.code == 0);
  CHECK_THAT(ran.out, Contains("Monday morning") && Contains("until 2020-01-31"));
  CHECK_THAT(ran.out, Contains("Your result is recorded") && Contains("of 10 (simulated)"));
  const Ran listed = run_at(home, {"records", "list", "--json", "--session", "monday"});
  const Json json = json_in(listed.out);
  REQUIRE(json.find("attempts")->array()->size() == 1);
  const Json& attempt = json.find("attempts")->array()->front();
  CHECK(*attempt.find("group")->string() == "早班");
  CHECK(*attempt.find("mode")->string() == "exam");
  CHECK(attempt.find("score")->is_number());

  std::ofstream(session) << "mot-session: 1\nid: monday\nscenario: late-parcle\n";
  const Ran wrong = run_at(home, words);
  CHECK(wrong.code == 1);
  CHECK_THAT(wrong.err, Contains("monday.yaml:3:11") && Contains("M0123") &&
                            Contains("did you mean 'late-parcel'?"));
}

TEST_CASE("a session on a course goes on from one's own attempts, and without any store") {
  const TemporaryFolder home;
  const TemporaryFolder library;
  write_course(library);
  const std::string session = home / "week.yaml";
  std::ofstream(session) << "mot-session: 1\nid: week\ncourse: week\nfeedback: none\n";
  const auto play = [&](std::vector<std::string> more) {
    std::vector<std::string> words{
        "play", "--session", session, "--library", library.path().string(), "--terminal"};
    words.insert(words.end(), more.begin(), more.end());
    return run_at(home, words);
  };
  REQUIRE(play({"--name", "Ana"}).code == 0);
  const auto played = [&](const std::string& learner) {
    const Ran listed = run_at(home, {"records", "list", "--json", "--learner", learner});
    std::vector<std::string> scenarios;
    const Json json = json_in(listed.out);
    for (const Json& one : *json.find("attempts")->array()) {
      scenarios.push_back(*one.find("scenario")->string());
    }
    return scenarios;
  };
  // Somebody without a name has not played what Ana has.
  REQUIRE(play({}).code == 0);
  CHECK(played("") == played("Ana"));

  // Playing on needs no PIN, whoever set one.
  REQUIRE(run_at(home, {"records", "pin"}, {{"MOT_NEW_PIN", "2468"}}).code == 0);
  const Ran guarded = play({"--name", "Ana"});
  CHECK(guarded.code == 0);
  CHECK_THAT(guarded.err, !Contains("PIN") && !Contains("the course begins at its first lesson"));

  const Ran away = play({"--name", "Ana", "--store", "postgresql://127.0.0.1:9/none"});
  CHECK(away.code == 0);
  CHECK_THAT(away.err, Contains("the course begins at its first lesson"));
  CHECK_THAT(away.out, !Contains("Your result is recorded"));
}

TEST_CASE("two results are never printed into each other") {
  const TemporaryFolder home;
  const std::vector<std::vector<std::string>> doubled{{"report", "--html", "-", "--pdf", "-"},
                                                      {"report", "--html", "-", "--json"},
                                                      {"report", "--pdf", "-", "--json"},
                                                      {"export", "--json", "-", "--csv", "-"},
                                                      {"export", "--choices", "-", "--xapi", "-"}};
  for (std::vector<std::string> words : doubled) {
    words.insert(words.begin(), "records");
    const Ran ran = run_at(home, words);
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, Contains("would both print; name a file for one"));
  }
  CHECK(run_at(home, {"records", "export", "--csv", "-"}).code == 0);
}

TEST_CASE("a report says what the attempts come to, as text, JSON and a page") {
  const TemporaryFolder home;
  CHECK(run_at(home, {"records", "report"}).code == 0);
  REQUIRE(play_at(home, "<b>Ana</b>").code == 0);
  REQUIRE(play_at(home, "Wu").code == 0);
  const std::string page = home / "report.html";
  const Ran ran = run_at(home, {"records", "report", "--json", "--html", page});
  REQUIRE(ran.code == 0);
  const Json json = json_in(ran.out);
  CHECK(*json.find("attempts")->integer() == 2);
  CHECK(json.find("answers")->find("nps")->is_null());
  CHECK(json.find("trainees")->array()->size() == 2);
  const std::string html = mot::test::content_of(page);
  CHECK_THAT(html, Contains("&lt;b&gt;Ana") && !Contains("<b>Ana"));
  CHECK_THAT(html, Contains("Fewer than ten answers"));
  CHECK(run_at(home, {"records", "report", "--pass", "60.5"}).code == 0);
  CHECK(run_at(home, {"records", "report", "--pass", "100.5"}).code == 2);
  for (const char* language : {"en", "zh-CN"}) {
    const std::string pdf = home / fmt::format("report-{}.pdf", language);
    REQUIRE(run_at(home, {"records", "report", "--pdf", pdf, "--lang", language}).code == 0);
    const std::string content = mot::test::content_of(pdf);
    CHECK(content.substr(0, 5) == "%PDF-");
    CHECK_THAT(content.substr(content.size() - 16), Contains("%%EOF"));
    CHECK(content.size() > 5'000);
  }
  const Ran nowhere =
      run_at(home, {"records", "report", "--pdf", home / "report-en.pdf/inside.pdf"});
  CHECK(nowhere.code == 3);
  CHECK_THAT(nowhere.err, Contains("report-en.pdf"));
  const Ran chinese = run_at(home, {"records", "report", "--lang", "zh-CN"});
  CHECK_THAT(chinese.out, Contains("不到十个回答"));
}
