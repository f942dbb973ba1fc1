// `mot export`, `pack`, `translate`, `upgrade`, `replay-all`: what they write where, and every way
// to use them wrongly.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/base/file.h"
#include "engine/base/hash.h"
#include "engine/interchange/pack.h"
#include "engine/interchange/zip_file.h"
#include "tests/cli/program.h"

using namespace mot::test;
namespace fs = std::filesystem;

namespace {

std::string written(const std::string& path, const std::string& text) {
  REQUIRE(mot::write_file_atomically(path, text));
  return path;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// Names and contents below a folder.
std::vector<std::string> files_below(const std::string& path) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), path).string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// A pack of one file with a list that says so.
void write_pack(const std::string& path, const std::string& name, const std::string& content) {
  const std::string scenario = content_of(data("late-parcel.yaml"));
  const auto entry = [](const std::string& file, const std::string& text) {
    return mot::Json().set("name", file).set("sha256", mot::sha256_hex(text));
  };
  mot::Json list(mot::Json::Array{});
  list.push(entry("late-parcel.yaml", scenario)).push(entry(name, content));
  const std::string manifest = mot::Json()
                                   .set("mot-pack", 1)
                                   .set("scenario", "late-parcel")
                                   .set("files", std::move(list))
                                   .dump();
  REQUIRE(mot::write_zip(
      path, {{"mot-pack.json", manifest}, {"late-parcel.yaml", scenario}, {name, content}}));
}

}  // namespace

TEST_CASE("export writes a script with all cards and a sheet that import reads", "[e2e]") {
  const TemporaryFolder folder;
  const Ran ran = run_mot({"export", data("late-parcel.yaml"), "--markdown", folder / "a.md",
                           "--csv", folder / "a.csv"});
  CHECK(ran.err == "");
  CHECK(ran.code == 0);
  CHECK(ran.out == "");
  const std::string script = content_of(folder / "a.md");
  CHECK(script.rfind("# ", 0) == 0);
  CHECK(has(script, "## The trainer's notes"));
  CHECK(has(script, "### card 1 · "));
  CHECK(has(script, "→ card 2"));
  CHECK(has(run_mot({"export", data("late-parcel.yaml"), "--markdown", "-", "--lang", "zh-CN"}).out,
            "## 培训师的笔记"));
  const Ran back = run_mot({"import", folder / "a.csv", "-o", folder / "back.yaml", "--json"});
  CHECK(back.code == 0);
  const mot::Json contents = json_in(
      run_mot({"library", "--library", fs::path(data("late-parcel.yaml")).parent_path().string(),
               "--stats", "--json"})
          .out);
  CHECK(*json_in(back.out).find("moments")->integer() ==
        *contents.find("scenarios")->array()->front().find("moments")->integer());
  CHECK(run_mot({"check", folder / "back.yaml"}).code == 0);
  CHECK(run_mot({"export", data("late-parcel.yaml")}).code == 2);
  const Ran both = run_mot({"export", data("late-parcel.yaml"), "--markdown", "-", "--csv", "-"});
  CHECK(both.code == 2);
  CHECK(both.out == "");
  written(folder / "a.csv", "mine");
  const Ran again = run_mot({"export", data("late-parcel.yaml"), "--csv", folder / "a.csv"});
  CHECK(again.code == 2);
  CHECK(has(again.err, "is there already; nothing was changed"));
  CHECK(content_of(folder / "a.csv") == "mine");
}

TEST_CASE("The script on paper names cards and letters, and says conditions in words", "[e2e]") {
  const Ran ran = run_mot({"export", "late-arrival", "--markdown", "-"});
  CHECK(ran.code == 0);
  for (const char* sign : {"`", ">=", "<=", "==", "chose(", "visited(", "knows(", "seven-oh-six"}) {
    INFO(sign);
    CHECK_FALSE(has(ran.out, sign));
  }
  CHECK(has(ran.out, " of card 1 was chosen"));
  CHECK(has(ran.out, "“asked” is at least 2"));
  CHECK(has(ran.out, "Note down: “room” is now 204"));
  CHECK(has(ran.out, "otherwise: → card "));
  CHECK(has(ran.out, "Keep notes: "));
  const Ran chinese = run_mot({"export", "late-arrival", "--markdown", "-", "--lang", "zh-CN"});
  CHECK(has(chinese.out, "“asked” 至少是 2"));
  CHECK(has(chinese.out, "记下：“room”现在是 204"));
  CHECK_FALSE(has(chinese.out, "`"));
}

TEST_CASE("The library survives the way to a sheet and back", "[e2e]") {
  const TemporaryFolder folder;
  for (const auto& entry : fs::recursive_directory_iterator(source("scenarios/property"))) {
    const std::string path = entry.path().string();
    const bool scenario =
        entry.path().extension() == ".yaml" && !has(path, "/customers/") && !has(path, ".zh-CN.");
    if (!scenario) continue;
    INFO(path);
    CHECK(run_mot({"export", path, "--csv", folder / "a.csv", "--force"}).code == 0);
    const Ran back = run_mot({"import", folder / "a.csv", "-o", folder / "a.yaml", "--force"});
    CHECK(back.err == "");
    CHECK(back.code == 0);
  }
}

TEST_CASE("A pack opens elsewhere, the same every time", "[e2e]") {
  const TemporaryFolder folder;
  Running here;
  here.folder = folder.path().string();
  const std::string path = source("scenarios/property/water-through-the-ceiling.yaml");
  const Ran packed = run_mot({"pack", path, "--json"}, here);
  CHECK(packed.err == "");
  REQUIRE(packed.code == 0);
  CHECK(keys_of(json_in(packed.out)) == "file scenario files");
  const std::string pack = folder / "water-through-the-ceiling.motpack";
  CHECK(run_mot({"pack", path}, here).code == 2);
  CHECK(run_mot({"pack", path, "-o", "/proc/none/a.motpack"}, here).code == 3);
  CHECK(run_mot({"pack", path, "-o", folder / "b.motpack"}, here).code == 0);
  CHECK(content_of(pack) == content_of(folder / "b.motpack"));
  for (const std::vector<std::string>& option : {std::vector<std::string>{"--id", "z"},
                                                 {"-o", folder / "z.yaml"},
                                                 {"--texts", "de"},
                                                 {"--force"}}) {
    std::vector<std::string> arguments{"import", pack};
    arguments.insert(arguments.end(), option.begin(), option.end());
    const Ran refused = run_mot(arguments, here);
    CHECK(refused.code == 2);
    CHECK(has(refused.err, "is a pack and is opened as it is"));
  }
  const Ran opened = run_mot({"import", pack, "--folder", folder / "new"});
  CHECK(opened.err == "");
  REQUIRE(opened.code == 0);
  const std::string there = folder / "new/water-through-the-ceiling";
  const auto files = files_below(there);
  CHECK(std::find(files.begin(), files.end(), "customers/mrs-chen.zh-CN.yaml") != files.end());
  CHECK(std::find(files.begin(), files.end(), "images/water-stain.svg") != files.end());
  CHECK(content_of(there + "/water-through-the-ceiling.yaml") == content_of(path));
  CHECK(run_mot({"check", there, "--no-smells"}).code == 0);
  const Ran again = run_mot({"import", pack, "--folder", folder / "new"});
  CHECK(again.code == 2);
  CHECK(has(again.err, "is there already; nothing was changed"));
  CHECK(run_mot({"import", pack, "--folder", "/proc/none"}).code == 3);
}

TEST_CASE("What import, upgrade and pack refuse is said in the reader's language", "[e2e]") {
  const TemporaryFolder folder;
  const std::string nothing = written(folder / "a.txt", "nothing of the kind");
  CHECK(has(run_mot({"import", nothing, "--lang", "zh-CN"}).err, "既不是 Twee 文本"));
  CHECK(has(run_mot({"import", folder / "none", "--lang", "zh-CN"}).err, "none：文件"));
  CHECK(has(run_mot({"import", nothing, "--id", "No Id", "--lang", "zh-CN"}).err, "不能当标识"));
  const std::string pack = folder / "a.motpack";
  REQUIRE(run_mot({"pack", data("late-parcel.yaml"), "--output", pack}).code == 0);
  CHECK(has(run_mot({"pack", data("late-parcel.yaml"), "--output", pack, "--lang", "zh-CN"}).err,
            "已经有了；可以用 --force 替换"));
  REQUIRE(run_mot({"import", pack, "--folder", folder / "out"}).code == 0);
  CHECK(has(run_mot({"import", pack, "--folder", folder / "out", "--lang", "zh-CN"}).err,
            "已经有了，什么都没有改"));
  CHECK(has(run_mot({"upgrade", written(folder / "n.yaml", "mot: 2\n"), "--lang", "zh-CN"}).err,
            "请换新一点的程序"));
}

TEST_CASE("A pack that is not right is refused, and nothing of it stays", "[e2e]") {
  const TemporaryFolder folder;
  const std::string pack = folder / "a.motpack";
  const auto refused = [&](const std::string& name, const std::string& content) {
    write_pack(pack, name, content);
    const Ran ran = run_mot({"import", pack, "--folder", folder / "new"});
    CHECK(ran.code == 1);
    CHECK(ran.out == "");
    CHECK(!fs::exists(folder / "new/late-parcel"));
    return ran.err;
  };
  for (const char* name : {"../x.yaml", "/tmp/x.yaml", "a/../../x.yaml", "a\\b.yaml", "c:x.yaml",
                           ".hidden/x.yaml", "run.sh", "LATE-PARCEL.yaml"}) {
    INFO(name);
    CHECK(has(refused(name, "x"), std::string("'") + name + "'"));
  }
  CHECK(has(refused("a.svg", "<svg width=\"20000\" height=\"10\"/>"), "20000 × 10 large"));
  CHECK(has(refused("a.svg", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>"), "declares entities"));
  CHECK(has(refused("a.svg", "<p/>"), "no SVG picture"));
  CHECK(has(refused("big.wav", std::string(std::size_t{17} << 20U, 'x')), "larger than 16 MiB"));
  CHECK(!fs::exists("/tmp/x.yaml"));
  // Not changed, but wrong in itself.
  REQUIRE(mot::write_zip(pack, {{"mot-pack.json", "{}"}}));
  CHECK(has(run_mot({"import", pack}).err, "does not say which version it is"));
  REQUIRE(mot::write_zip(pack, {{"mot-pack.json", R"({"mot-pack":9})"}}));
  CHECK(has(run_mot({"import", pack}).err, "version 9; this program knows version 1"));
  write_pack(pack, "fine.yaml", "mot: 1\n");
  CHECK(run_mot({"import", pack, "--folder", folder / "new"}).code == 0);
}

TEST_CASE("translate writes what is missing and keeps what is there", "[e2e]") {
  const TemporaryFolder folder;
  const std::string story =
      written(folder / "late-parcel.yaml", content_of(data("late-parcel.yaml")));
  const std::string file = folder / "late-parcel.zh-CN.yaml";
  const std::vector<std::string> words{"translate", story, "--to", "zh-CN"};
  const Ran fresh = run_mot(words);
  CHECK(fresh.err == "");
  CHECK(fresh.code == 0);
  const std::string skeleton = content_of(file);
  CHECK(skeleton.rfind("mot-translation: 1\nof: late-parcel\nlanguage: zh-CN\ntexts:\n", 0) == 0);
  CHECK(has(skeleton, "  # missing: brief: "));
  CHECK(run_mot({"check", story, "--no-smells"}).code == 0);
  CHECK(run_mot(words).code == 0);
  CHECK(content_of(file) == skeleton);

  written(file,
          "# mine\nmot-translation: 1\nof: late-parcel\nlanguage: zh-CN\ntexts:\n"
          "  title: \"包裹\"   # so\n\n# behind\n");
  CHECK(run_mot(words).code == 0);
  const std::string filled = content_of(file);
  CHECK(filled.rfind("# mine\nmot-translation: 1\nof: late-parcel\nlanguage: zh-CN\ntexts:\n"
                     "  title: \"包裹\"   # so\n  # missing: ",
                     0) == 0);
  CHECK(has(filled, "\n\n# behind\nsources:\n  title: \""));

  const std::string own = content_of(story);
  const std::size_t title = own.find("\ntitle: ") + 8;
  written(story, own.substr(0, title) + "Another title" + own.substr(own.find('\n', title)));
  const mot::Json stale = json_in(run_mot({"translate", story, "--to", "zh-CN", "--json"}).out);
  CHECK(keys_of(stale) == "scenario language files");
  CHECK(keys_of(stale.find("files")->array()->front()) ==
        "file translation texts translated percent missing stale");
  CHECK(*stale.find("files")->array()->front().find("stale")->array()->front().string() == "title");
  CHECK(has(content_of(file), "  # changed: title: Another title\n"));
  CHECK(run_mot({"translate", story, "--to", "zh-CN", "--accept"}).code == 0);
  CHECK(!has(content_of(file), "# changed"));
  CHECK(run_mot({"translate", story, "--to", "en"}).code == 2);
  written(file, "texts: [\n");
  CHECK(run_mot(words).code == 1);
  CHECK(content_of(file) == "texts: [\n");
  fs::remove(file);
  fs::create_directory(file);
  CHECK(run_mot(words).code == 3);
  CHECK(run_mot({"translate", story}).code == 2);
}

TEST_CASE("translate has nothing to say against the library's own files", "[e2e]") {
  const mot::Json json = json_in(
      run_mot({"translate", "water-through-the-ceiling", "--to", "zh-CN", "--status", "--json"})
          .out);
  for (const mot::Json& file : *json.find("files")->array()) {
    CHECK(*file.find("percent")->integer() == 100);
    CHECK(file.find("missing")->array()->empty());
  }
}

TEST_CASE("upgrade has nothing to do yet, and refuses what is newer", "[e2e]") {
  const TemporaryFolder folder;
  const std::string story = content_of(data("late-parcel.yaml"));
  const Ran ran = run_mot({"upgrade", data("late-parcel.yaml")});
  CHECK(ran.code == 0);
  CHECK(has(ran.out, "version 1, the newest; there was nothing to do"));
  const Ran newer =
      run_mot({"upgrade", written(folder / "a.yaml", replaced(story, "mot: 1", "mot: 2"))});
  CHECK(newer.code == 1);
  CHECK(has(newer.err, "is of version 2 of the format, and this program knows version 1"));
  CHECK(has(run_mot({"upgrade", written(folder / "b.yaml", "title: x\n")}).err, "with 'mot: 1'"));
  const Ran never = run_mot({"upgrade", written(folder / "e.yaml", "mot: 0\ntitle: x\n")});
  CHECK(never.code == 1);
  CHECK(has(never.err, "says that it is of version 0 of the format, and there never was one"));
  CHECK(has(run_mot({"upgrade", folder / "e.yaml", "--lang", "zh-CN"}).err, "从来没有过这一版"));
  const std::string session = written(folder / "c.yaml", "mot-session: 1\nscenario: a\n");
  CHECK(run_mot({"upgrade", session}).code == 0);
  const std::string bare = written(folder / "d.yaml", "mot-session: one\n");
  CHECK(has(run_mot({"upgrade", bare}).err, "with 'mot-session: 1'"));
  CHECK(run_mot({"upgrade", folder / "none.yaml"}).code == 3);
}

TEST_CASE("edit says of a folder that it is one", "[e2e]") {
  const TemporaryFolder folder;
  const Ran ran = run_mot({"edit", folder.path().string()});
  CHECK(ran.code == 3);
  CHECK(has(ran.err, "is a folder; name the file of a scenario"));
}

TEST_CASE("replay-all says what an edit does to what was played", "[e2e]") {
  const TemporaryFolder folder;
  const std::string original = content_of(data("late-parcel.yaml"));
  const std::string story = written(folder / "late-parcel.yaml", original);
  const std::string play =
      written(folder / "play.json",
              R"({"playthrough":1,"scenario":"late-parcel","model":1,"seed":1,"learner":"Li Na",
          "started":"2026-11-21T20:15:00Z","ended":"2026-11-21T20:16:00Z","complete":true,"choices":[
          {"choice":"hello.look"},{"choice":"ask.enough","fate":[0]},{"choice":"offer.send"}]})");
  Running home;
  home.environment = home_in(folder / "home");
  const std::string library = folder.path().string();
  REQUIRE(run_mot({"records", "import", play, "--library", library}, home).code == 0);
  const auto replayed = [&](int code) {
    const Ran ran = run_mot({"replay-all", story, "--json", "--library", library}, home);
    CHECK(ran.err == "");
    CHECK(ran.code == code);
    return json_in(ran.out);
  };
  const mot::Json same = replayed(0);
  CHECK(keys_of(same) ==
        "scenario plays same score diverged unusable uncompared attempts "
        "unreadable unreadable_files");
  CHECK(*same.find("plays")->integer() == 1);
  CHECK(keys_of(same.find("attempts")->array()->front()) ==
        "id learner started change diverged_at reason before after");

  written(story, replaced(original, "delivers: { reliability: 8, empathy: 7 }",
                          "delivers: { reliability: 5, empathy: 7 }"));
  CHECK(*replayed(1).find("score")->integer() == 1);
  CHECK(has(run_mot({"replay-all", story, "--library", library}, home).out,
            "Plays: 1. Unchanged: 0, other figures: 1, not possible any more: 0, not to be played "
            "again: 0."));
  // A folder has no figures: whether they are others nobody can tell.
  const Ran uncompared =
      run_mot({"replay-all", story, "--playthroughs", library, "--library", library}, home);
  CHECK(uncompared.code == 0);
  CHECK(has(uncompared.out, "Unchanged: 0,"));
  CHECK(has(uncompared.out, "Not compared: 1."));

  written(story, replaced(original, "- id: send", "- id: send-again"));
  const mot::Json gone = replayed(1);
  CHECK(*gone.find("diverged")->integer() == 1);
  CHECK(*gone.find("attempts")->array()->front().find("diverged_at")->integer() == 3);

  const Ran from_folder =
      run_mot({"replay-all", story, "--playthroughs", library, "--library", library}, home);
  CHECK(from_folder.code == 1);
  CHECK(has(from_folder.out, "choice 3 is not possible any more"));
  const Ran chinese = run_mot(
      {"replay-all", story, "--playthroughs", library, "--library", library, "--lang", "zh-CN"},
      home);
  CHECK(has(chinese.out, "第 3 个选择走不通了：“offer.send”：没有这个回应；可选的有 "));
  CHECK(!has(chinese.out, "there is no such response"));
}

TEST_CASE("replay-all is not green where plays cannot be read", "[e2e]") {
  const TemporaryFolder folder;
  const auto replayed = [&](const std::string& plays, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"replay-all", data("late-parcel.yaml"), "--playthroughs", plays});
    return run_mot(more);
  };
  const Ran missing = replayed(folder / "none");
  CHECK(missing.code == 3);
  CHECK(missing.out == "");
  CHECK(has(missing.err, "none is not a folder that can be read"));
  CHECK(replayed(data("late-parcel.yaml")).code == 3);
  CHECK(replayed(folder.path().string()).code == 0);

  const std::string garbage = written(folder / "garbage.json", "{ nothing");
  const Ran ran = replayed(folder.path().string());
  CHECK(ran.code == 1);
  CHECK(has(ran.out, garbage + " holds no play that can be read"));
  CHECK(has(ran.out, "Files without a play that can be read: 1."));
  const Ran as_json = replayed(folder.path().string(), {"--json"});
  CHECK(as_json.code == 1);
  const mot::Json json = json_in(as_json.out);
  CHECK(*json.find("unreadable")->integer() == 1);
  CHECK(*json.find("unreadable_files")->array()->front().string() == garbage);
}
