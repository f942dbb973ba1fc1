// What holds for every command: help, version, exit codes, refused output.
#include "tests/cli/program.h"

#include <catch2/catch.hpp>
#include <csignal>

#include "engine/base/file.h"

using namespace mot::test;

TEST_CASE("The version and the help are results", "[e2e]") {
  const Ran version = run_mot({"--version"});
  CHECK(version.code == 0);
  CHECK(version.out.rfind("mot ", 0) == 0);
  const Ran help = run_mot({"--help"});
  CHECK(help.code == 0);
  CHECK(help.err == "");
  for (const char* command : {"play", "check", "explain", "run", "new", "schema"}) {
    INFO(command);
    CHECK(help.out.find(command) != std::string::npos);
    const Ran own = run_mot({command, "--help"});
    CHECK(own.code == 0);
    CHECK(own.out.find(std::string("Example: mot ") + command) != std::string::npos);
  }
}

TEST_CASE("Words that are not known are wrong usage, with the nearest that is", "[e2e]") {
  CHECK(run_mot({}).code == 2);
  const Ran command = run_mot({"chekc"});
  CHECK(command.code == 2);
  CHECK(command.out == "");
  CHECK(command.err.find("did you mean 'check'?") != std::string::npos);
  const auto early = run_mot({"--lang", "en", "library"});
  CHECK(early.err.find("'--lang' is not known there") != std::string::npos);
  CHECK(run_mot({"check"}).code == 2);
  CHECK(run_mot({"check", "x", "--format", "xml"}).code == 2);
  CHECK(run_mot({"--nonsense"}).code == 2);
}

TEST_CASE("A result that cannot be written is said, and exits with 3", "[e2e]") {
  const std::vector<std::vector<std::string>> commands{
      {"--help"},
      {"--version"},
      {"explain"},
      {"schema"},
      {"check", data("late-parcel.yaml")},
      {"run", data("late-parcel.yaml"), "--choose", "", "--json"},
      {"play", data("late-parcel.yaml"), "--terminal"}};
  for (const auto& words : commands) {
    const TemporaryFolder home;
    Running full;
    full.out_to = "/dev/full";
    full.environment = home_in(home.path().string());
    full.input = "1\n1\n1\n1\n1\n";
    Running closed = full;
    closed.out_to.clear();
    closed.out_closed = true;
    Running broken = full;
    broken.out_to.clear();
    broken.out_pipe_broken = true;
    for (const Running& running : {full, closed, broken}) {
      const Ran ran = run_mot(words, running);
      INFO(words[0] << ": " << ran.err);
      CHECK(ran.code == 3);
      CHECK(ran.err.find("cannot write the result to stdout") != std::string::npos);
    }
  }
}

TEST_CASE("A signal ends it with 128 + its number", "[e2e]") {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    const TemporaryFolder home;
    Running running;
    running.environment = home_in(home.path().string());
    running.input = "1\n";
    running.signal = signal;
    running.after_milliseconds = 700;
    const Ran ran =
        run_mot({"play", data("late-parcel.yaml"), "--terminal", "--seed", "1"}, running);
    INFO(ran.out);
    CHECK(ran.code == 128 + signal);
    CHECK(ran.out.find("Your play is kept. Go on with:\n  mot play ") != std::string::npos);
    CHECK(plays_in(home.path().string()).size() == 1);
  }
}

TEST_CASE("explain knows every code, in small letters too", "[e2e]") {
  const Ran all = run_mot({"explain"});
  CHECK(all.code == 0);
  CHECK(all.out.find("M0012") != std::string::npos);
  const Ran one = run_mot({"explain", "m0012"});
  CHECK(one.code == 0);
  CHECK(one.out.rfind("M0012 error: ", 0) == 0);
  CHECK(keys_of(json_in(run_mot({"explain", "M0012", "--json"}).out)) ==
        "code severity title meaning bad_example mend");
  const Ran unknown = run_mot({"explain", "M0112X"});
  CHECK(unknown.code == 2);
  CHECK(unknown.err.find("did you mean 'M0112'?") != std::string::npos);
}

TEST_CASE("schema prints JSON for every kind of file", "[e2e]") {
  for (const char* kind : {"scenario", "customer", "journey", "course", "translation"}) {
    const Ran ran = run_mot({"schema", kind});
    CHECK(ran.code == 0);
    CHECK(keys_of(json_in(ran.out)) == "$schema title allOf definitions");
  }
  CHECK(run_mot({"schema"}).code == 0);
  const Ran unknown = run_mot({"schema", "scenarios"});
  CHECK(unknown.code == 2);
  CHECK(unknown.err.find("did you mean 'scenario'?") != std::string::npos);
}

TEST_CASE("schema offers what is shipped, and with a file what that names", "[e2e]") {
  const Ran shipped = run_mot({"schema", "scenario"});
  CHECK(shipped.out.find("\"hotel-reception\"") != std::string::npos);
  CHECK(shipped.out.find("\"mr-tan\"") != std::string::npos);
  CHECK(shipped.out.find("\"the-rope\"") == std::string::npos);
  const Ran own = run_mot({"schema", "scenario", "late-arrival"});
  CHECK(own.code == 0);
  CHECK(own.out.find("\"the-rope\"") != std::string::npos);
  CHECK(keys_of(json_in(own.out)) == "$schema title allOf definitions");
  CHECK(run_mot({"schema", "scenario", "/nonexistent/a.yaml"}).code == 3);
  CHECK(run_mot({"schema", "scenario", "no-such-scenario"}).code == 2);
  const Ran other = run_mot({"schema", "course", "late-arrival"});
  CHECK(other.code == 2);
  CHECK(other.err.find("mot schema scenario") != std::string::npos);
  CHECK(run_mot({"schema", "--library", "/nonexistent"}).code == 3);
}

TEST_CASE("new writes a scenario that is good at once, and never over another file", "[e2e]") {
  const TemporaryFolder folder;
  Running here;
  here.folder = folder.path().string();
  for (const char* language : {"en", "zh-CN"}) {
    for (const char* name : {"complaint", "enquiry", "delay"}) {
      const std::string id = std::string("my-") + name + (language[0] == 'z' ? "-zh" : "");
      const Ran ran = run_mot({"new", id, "--template", name, "--lang", language}, here);
      INFO(ran.err);
      REQUIRE(ran.code == 0);
      CHECK(ran.out.find(id + ".yaml") != std::string::npos);
      const Ran checked = run_mot({"check", "--strict", id + ".yaml"}, here);
      INFO(checked.out);
      CHECK(checked.code == 0);
      CHECK(content_of(folder / (id + ".yaml")).find("\nid: " + id + "\n") != std::string::npos);
    }
  }
  const std::string before = content_of(folder / "my-delay.yaml");
  const Ran again = run_mot({"new", "my-delay"}, here);
  CHECK(again.code == 2);
  CHECK(again.err.find("is there already") != std::string::npos);
  CHECK(content_of(folder / "my-delay.yaml") == before);

  const Ran ill_formed = run_mot({"new", "My Delay"}, here);
  CHECK(ill_formed.code == 2);
  CHECK(ill_formed.err.find("'my-delay' would be one") != std::string::npos);
  const Ran unknown = run_mot({"new", "x", "--template", "complain"}, here);
  CHECK(unknown.code == 2);
  CHECK(unknown.err.find("did you mean 'complaint'?") != std::string::npos);
  CHECK(run_mot({"new", "x", "--folder", "/dev/null/y"}, here).code == 3);
}
