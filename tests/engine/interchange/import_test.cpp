// Importers: what comes of files of other programs, and that it always loads as a draft.
#include "engine/interchange/import.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <random>

#include "engine/base/file.h"
#include "engine/base/report.h"
#include "engine/interchange/story_writer.h"
#include "engine/interchange/zip_file.h"
#include "engine/scenario/loader.h"
#include "engine/text/ui_strings.h"
#include "tests/support/debriefed.h"
#include "tests/support/temporary_folder.h"

using mot::ImportedStory;
using mot::Result;
using mot::test::english;

namespace {

std::string settled(ImportedStory& story) {
  if (story.language.empty()) story.language = mot::language_of_texts(story);
  mot::settle(story, english());
  return mot::write_story(story, "source", english());
}

/// The errors of a scenario's text, as they are shown.
std::string errors_in(const std::string& yaml) {
  mot::DiagnosticSink sink;
  mot::load_scenario_text("draft.yaml", yaml, {}, sink);
  return sink.has_errors() ? mot::render_text(sink) : std::string();
}

std::string kinds_of(const ImportedStory& story) {
  std::string kinds;
  for (const mot::ImportNotice& notice : story.notices) {
    if (!kinds.empty()) kinds += ' ';
    kinds += notice.kind;
  }
  return kinds;
}

ImportedStory imported(Result<ImportedStory> story) {
  if (!story) FAIL(story.error().message);
  return std::move(*story);
}

/// The moments of what is written, without the head.
std::string moments_in(const std::string& yaml) { return yaml.substr(yaml.find("moments:\n")); }

std::string h5p(const std::string& contents) {
  return fmt::format(R"({{"branchingScenario":{{"content":[{}]}}}})", contents);
}

}  // namespace

TEST_CASE("Twee becomes a draft as a person would have begun it") {
  ImportedStory story = imported(mot::import_twee(R"twee(:: StoryTitle
The late parcel

:: StoryData
{"ifid": "1", "format": "Harlowe", "format-version": "3.3.8", "start": "The call"}

:: The call [phone] {"position":"1,2"}
(set: $trust to 1)Where is my parcel?

[["I am sorry."->Sorry]]
[[(Put the phone down)->Gone]]

:: Sorry
Well.
[[continue->The call]]
)twee"));
  CHECK(settled(story) == R"yaml(# Taken over from source (Twine, Harlowe 3.3.8).
# In place of each "# rate me" write what the response delivers, from 1 to 10: delivers: { reliability: 7, empathy: 5 }
# 'mot check' says what else is missing. All keys: docs/scenario_format.md.
mot: 1
id: the-late-parcel
draft: true  # remove this line once everything is rated
title: The late parcel
language: en

journey:
  id: encounter
  title: The encounter
  stages:
    - { id: contact, title: Contact }

customer:  # who is it, and what do they expect?
  id: customer
  name: The customer
  expects: { reliability: 7, empathy: 7 }

moments:
  # left out: (set: $trust to 1)
  - id: the-call
    stage: contact
    channel: counter
    touchpoint: The call
    expects: [reliability, empathy]
    says: Where is my parcel?
    responses:
      - id: i-am-sorry
        say: I am sorry.
        # rate me: reliability, empathy
        next: sorry
      - id: put-the-phone-down
        do: Put the phone down
        # rate me: reliability, empathy
        next: gone

  - id: sorry
    says: Well.
    next: the-call

  # 'Gone' was linked to and is not in the story
  - id: gone
    ending: unresolved  # resolved, unresolved, lost or escalated?
)yaml");
  CHECK(kinds_of(story) == "macro dangling-link");
}

TEST_CASE("A heading of Twee may have escaped brackets, tags, metadata or the place of Twine 1") {
  ImportedStory story = imported(mot::import_twee(
      ":: a \\[b\\] [x y]{\"size\":\"1,{\"}\none\n::b<1,2>\ntwo\n:: script [script]\nx\n"));
  REQUIRE(story.moments.size() == 2);
  CHECK(story.moments[0].name == "a [b]");
  CHECK(story.moments[1].name == "b");
  CHECK(story.moments[1].line == 3);
}

TEST_CASE("In Twee a backslash lets a line begin with two colons") {
  ImportedStory story = imported(mot::import_twee(":: a\n\\:: no heading\n\\a\n"));
  REQUIRE(story.moments.size() == 1);
  CHECK(story.moments[0].says == ":: no heading\n\\a");
}

TEST_CASE("Published HTML is found among the program that plays it") {
  ImportedStory story = imported(mot::import_twine_html(
      "<script>'<tw-storydata>'</script><tw-storydata name=\"A &amp; B\" startnode=\"2\" "
      "format=\"SugarCube\" format-version=\"2.36.1\"><style>x{}</style><tw-passagedata pid=\"1\" "
      "name=\"End\">Bye &lt;b&gt;now&lt;/b&gt;</tw-passagedata><tw-passagedata pid=\"2\" "
      "name=\"Desk\">&quot;Hi&quot; [[x|End]] [[y|End]]</tw-passagedata></tw-storydata>"));
  CHECK(story.title == "A & B");
  CHECK(story.format == "Twine, SugarCube 2.36.1");
  CHECK(story.start == "Desk");
  CHECK(story.moments.at(0).says == "Bye now");
  CHECK(story.moments.at(1).responses.size() == 2);
  CHECK(kinds_of(story) == "script");
  const std::string yaml = settled(story);
  CHECK(yaml.find("\nstart: desk\n") != std::string::npos);
  CHECK(errors_in(yaml) == "");
}

TEST_CASE("A page of Twine 1 is read, too") {
  ImportedStory story = imported(mot::import_twine_html(
      "<div id=\"storeArea\"><div tiddler=\"Start\" tags=\"\">Hello\\n[[go|b]]</div>"
      "<div tiddler=\"b\">End</div></div>"));
  CHECK(story.start == "Start");
  CHECK(story.moments.at(0).says == "Hello");
}

TEST_CASE("H5P: screens, questions, loops, endings of their own, what is missing") {
  ImportedStory story = imported(mot::import_h5p(h5p(
      R"({"type":{"library":"H5P.AdvancedText 1.1","params":{"text":"<p>A &amp; B</p>"}},"nextContentId":1},
      {"type":{"library":"H5P.BranchingQuestion 1.0","params":{"branchingQuestion":{"question":"<p>Well?</p>",
        "alternatives":[{"text":"again","nextContentId":0},{"text":"bye","nextContentId":-1,
        "feedback":{"title":"Gone","subtitle":"<p>He left.</p>"}},{"text":"further","nextContentId":"2",
        "feedback":{"title":"Good"}},{"text":"lost","nextContentId":9}]}},"metadata":{"title":"Ask"}}},
      {"type":{"library":"H5P.Video 1.6","params":{"sources":[{"path":"a.mp4"}]}}},
      {"type":null})")));
  const std::string yaml = settled(story);
  CHECK(errors_in(yaml) == "");
  CHECK(
      kinds_of(story) ==
      "media content-type no-target no-content no-target dangling-link nothing-said nothing-said");
  CHECK(moments_in(yaml).find(R"yaml(  - id: ask
    stage: contact
    channel: counter
    touchpoint: Ask
    expects: [reliability, empathy]
    says: Well?
    responses:
      - id: again
        say: again
        # rate me: reliability, empathy
        next: content-0
      - id: bye
        say: bye
        # rate me: reliability, empathy
        next: gone
      - id: further
        say: further
        # rate me: reliability, empathy
        coach: Good
        next: content-2
)yaml") != std::string::npos);
}

TEST_CASE("H5P: alternatives without a text are told, and nobody's title is none") {
  ImportedStory story = imported(mot::import_h5p(
      R"({"branchingScenario":{"title":"Untitled","startScreen":{"startScreenTitle":"The late dog"},
      "content":[{"type":{"library":"H5P.BranchingQuestion 1.0","params":{"branchingQuestion":{
      "question":"Well?","alternatives":[{"text":"","nextContentId":-1},{"text":"Bye","nextContentId":-1}]}},
      "metadata":{"title":"Untitled Branching Question"}}}]}})",
      R"({"title":"Untitled"})"));
  CHECK(story.title == "The late dog");
  CHECK(story.moments.at(0).title.empty());
  const std::string yaml = settled(story);
  CHECK(kinds_of(story) == "no-words");
  CHECK(errors_in(yaml) == "");
}

TEST_CASE("A sheet with ratings, quotes, line ends in cells and semicolons") {
  ImportedStory story = imported(mot::import_sheet(
      "Moment;Customer says;Option;empathy;Reliability;next;Feedback;Colour\n"
      "call;\"Where is my \"\"parcel\"\"?\nIt is late.\";I am sorry.;8;7;bye;Kind.;red\n"
      ";;Not my job.;2;;BYE;Cold.;\n"
      "bye;Goodbye;;;;;;\n"));
  CHECK(moments_in(settled(story)) == R"yaml(moments:
  - id: call
    stage: contact
    channel: counter
    touchpoint: call
    expects: { reliability: 7, empathy: 7 }
    says: |-
      Where is my "parcel"?
      It is late.
    responses:
      - id: i-am-sorry
        say: I am sorry.
        delivers: { reliability: 7, empathy: 8 }
        coach: Kind.
        next: bye
      - id: not-my-job
        say: Not my job.
        delivers: { empathy: 2 }  # rate me: reliability
        coach: Cold.
        next: bye

  - id: bye
    says: Goodbye
    ending: resolved  # resolved, unresolved, lost or escalated?
)yaml");
  CHECK(kinds_of(story) == "column");
}

TEST_CASE("What is wrong in a sheet is named with its line") {
  ImportedStory story = imported(
      mot::import_sheet("sep=;\nmoment;says;say;next;empathy;delivers;ending;\n"
                        "call;Hello;Sorry, I will see.;bye;8,5;Reliability 7.5, assurance 3;;\n"
                        ";;No.;bye;7.4;empathy 2,5;;so;and so\n"
                        "bye;Bye;;;;;verloren\n"));
  std::string all;
  for (const mot::ImportNotice& notice : story.notices)
    all += fmt::format("{} {} {}: {}\n", notice.kind, notice.where, notice.line, notice.what);
  CHECK(all ==
        "rounded-number call 3: reliability 7.5 → 8\n"
        "rounded-number call 3: empathy 8,5 → 9\n"
        "extra-cell call 4: so | and so\n"
        "rounded-number call 4: empathy 2,5 → 3\n"
        "rounded-number call 4: empathy 7.4 → 7\n"
        "unknown-ending bye 5: verloren\n");
  const auto delivers = story.moments.at(0).responses.at(0).delivers;
  CHECK(delivers[static_cast<std::size_t>(mot::Dimension::assurance)] == 3);
  CHECK(errors_in(settled(story)) == "");
}

TEST_CASE("A comma that is not in quotes shows as a cell too many") {
  ImportedStory story = imported(
      mot::import_sheet("moment,says,say,next\ncall,Hello,Sorry, I will see.,bye\nbye,Bye,,\n"));
  CHECK(kinds_of(story) == "extra-cell");
  CHECK(story.notices.front().what == "bye");
}

TEST_CASE("A Chinese sheet has Chinese headings, and is a Chinese scenario") {
  ImportedStory story =
      imported(mot::import_sheet("环节,客户说,回应,下一步\n接电话,水漏下来了!,我马上派人。,结束\n,,"
                                 "请打总机。,结束\n结束,好。,,\n"));
  CHECK(mot::language_of_texts(story) == "zh-CN");
  const std::string yaml = settled(story);
  CHECK(errors_in(yaml) == "");
  CHECK(yaml.find("touchpoint: 接电话") != std::string::npos);
  CHECK(yaml.find("say: 我马上派人。") != std::string::npos);
}

TEST_CASE("What cannot be imported is refused with place, cause and mend") {
  const auto why = [](const Result<ImportedStory>& story) {
    return story ? std::string("taken") : story.error().message;
  };
  CHECK(why(mot::import_twee("no passage")) ==
        "there is no passage: in Twee each begins with a line ':: Its name'");
  CHECK(
      why(mot::import_twine_html("<html></html>")) ==
      "this page holds no Twine story (no <tw-storydata>); in Twine choose Build, Publish to File");
  CHECK(why(mot::import_twine_html("<tw-storydata name=\"a\">\n<tw-passagedata name=\"b\">c")) ==
        "line 2: <tw-passagedata> is not closed, so the page is cut off or damaged; publish the "
        "story "
        "to a file again");
  CHECK(why(mot::import_h5p("{")).find("content.json cannot be read: line 1") == 0);
  CHECK(why(mot::import_h5p("{\"mainLibrary\":\"x\"}")) ==
        "this is h5p.json; the story is in content/content.json, or take the .h5p file");
  CHECK(why(mot::import_h5p("[]")) ==
        "this is not the content of an H5P Branching Scenario: it has no list "
        "'branchingScenario.content'");
  CHECK(why(mot::import_h5p(h5p(""))) ==
        "the Branching Scenario is empty: its list 'content' has no screen");
  CHECK(why(mot::import_sheet("a,b\n1,2\n")) ==
        "line 1: the first row must name the columns, at least 'moment' and 'says'; there is no "
        "'moment'. 'say' and 'next' belong there, too: docs/importing.md");
  CHECK(why(mot::import_sheet("moment,says\nx,\"open\n")) ==
        "line 2: a cell in quotes is not closed; write a quote inside a cell twice");
}

TEST_CASE("A package is told by its content, and unpacked no further than allowed") {
  const mot::test::TemporaryFolder folder;
  const auto why = [&](const std::string& name) {
    const Result<ImportedStory> story = mot::import_file(folder / name);
    return story ? std::string("taken") : story.error().message;
  };
  const std::string content = h5p(R"({"type":{"params":{"text":"Hi"}},"nextContentId":-1})");
  REQUIRE(mot::write_zip(folder / "a.zip", {{"h5p.json", R"({"title":"Dogs","language":"de"})"},
                                            {"content/content.json", content}}));
  const ImportedStory story = imported(mot::import_file(folder / "a.zip"));
  CHECK(story.title == "Dogs");
  CHECK(story.language == "de");
  REQUIRE(mot::write_zip(folder / "bomb.h5p",
                         {{"content/content.json", std::string(std::size_t{40} << 20U, ' ')}}));
  CHECK(why("bomb.h5p") ==
        (folder / "bomb.h5p") +
            ": 'content/content.json' in it is larger than 32 MiB when unpacked, "
            "the most that is read");
  REQUIRE(mot::write_zip(folder / "sheet.xlsx", {{"[Content_Types].xml", ""}}));
  CHECK(why("sheet.xlsx").find("a sheet must be saved as CSV (UTF-8) first") != std::string::npos);
  std::string damaged = *mot::read_file(folder / "a.zip");
  damaged.resize(damaged.size() / 2);
  REQUIRE(mot::write_file_atomically(folder / "half.h5p", damaged));
  CHECK(why("half.h5p").find("is no archive, or it is cut off") != std::string::npos);
  const std::string whole = *mot::read_file(folder / "a.zip");
  for (std::size_t cut = 1; cut <= 60; ++cut) {
    REQUIRE(mot::write_file_atomically(folder / "cut.h5p", whole.substr(0, whole.size() - cut)));
    INFO(cut);
    CHECK(why("cut.h5p").find("cut off") != std::string::npos);
  }
  REQUIRE(mot::write_file_atomically(folder / "text.h5p", "hello"));
  CHECK(why("text.h5p").find("it is no H5P package") != std::string::npos);
  REQUIRE(mot::write_file_atomically(folder / "empty.twee", ""));
  CHECK(why("empty.twee") == (folder / "empty.twee") + ": the file is empty");
  REQUIRE(mot::write_file_atomically(folder / "gbk.csv", "moment,says\ncall,\xC4\xFA\n"));
  CHECK(why("gbk.csv") == (folder / "gbk.csv") +
                              ":2:6: byte 0xC4 is not UTF-8; in the spreadsheet, choose 'save as' "
                              "and 'CSV UTF-8'");
  CHECK(why("none.twee").find("there is no such file") != std::string::npos);
}

TEST_CASE("Any story of any shape becomes a draft without an error") {
  std::mt19937 random(7);
  const auto up_to = [&](int most) {
    return static_cast<int>(random() % (static_cast<unsigned>(most) + 1));
  };
  const std::vector<std::string> names{
      "Start", "投诉", "a b",
      "A B",   "é",    "",
      "end",   "7",    "a-very-long-name-that-goes-on-and-on-and-on-and-on-and-on-and-on-and-on"};
  for (int round = 0; round < 200; ++round) {
    std::string twee;
    const int passages = 1 + up_to(12);
    for (int p = 0; p < passages; ++p) {
      twee += ":: " + names[static_cast<std::size_t>(up_to(8))] + "\n";
      const int words_count = up_to(3) == 0 ? 0 : up_to(40) * up_to(60);
      for (int w = 0; w < words_count; ++w) twee += up_to(9) == 0 ? "word.\n\n" : "# word: ";
      const int links = up_to(9) == 0 ? 70 : up_to(3);
      for (int l = 0; l < links; ++l)
        twee += fmt::format("\n[[{} {}->{}]]", up_to(2) == 0 ? "" : "- \"x\": [", l,
                            names[static_cast<std::size_t>(up_to(8))]);
      twee += "\n";
    }
    ImportedStory story = imported(mot::import_twee(twee));
    const std::string yaml = settled(story);
    INFO(twee);
    INFO(yaml);
    REQUIRE(errors_in(yaml) == "");
  }
}

TEST_CASE("A text beyond the limit becomes several moments, and nothing of it is lost") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += fmt::format("Sentence {}. ", i);
  ImportedStory story =
      imported(mot::import_twee(":: a\n" + text + "\n[[b]]\n[[c->b]]\n:: b\nEnd\n"));
  const std::string yaml = settled(story);
  CHECK(errors_in(yaml) == "");
  for (const int i : {0, 300, 301, 302, 999, 1999})
    CHECK(yaml.find(fmt::format("Sentence {}.", i)) != std::string::npos);
  CHECK(story.moments.back().responses.size() == 2);
}

TEST_CASE("The same archive has the same bytes") {
  const mot::test::TemporaryFolder folder;
  for (const char* name : {"a.zip", "b.zip"})
    REQUIRE(mot::write_zip(folder / name, {{"x.yaml", "mot: 1\n"}, {"图/y.svg", "<svg/>"}}));
  CHECK(*mot::read_file(folder / "a.zip") == *mot::read_file(folder / "b.zip"));
  Result<mot::ZipFile> zip = mot::ZipFile::open(folder / "a.zip");
  REQUIRE(zip);
  CHECK(zip->holds("x.yaml"));
  CHECK_FALSE(zip->holds("y.svg"));
  CHECK(*zip->read("图/y.svg", 100) == "<svg/>");
}

TEST_CASE("What an import refuses is said in the reader's language, in English the same") {
  const mot::test::TemporaryFolder folder;
  const std::string texts = std::string(MOT_SOURCE_DIR) + "/assets/lang";
  const mot::UiStrings english(texts, "en");
  const mot::UiStrings chinese(texts, "zh-CN");
  const auto refused = [&](const std::string& name, const std::string& content) {
    REQUIRE(mot::write_file_atomically(folder / name, content));
    const Result<ImportedStory> story = mot::import_file(folder / name);
    CAPTURE(name, content.substr(0, 60));
    REQUIRE_FALSE(story);
    CAPTURE(story.error().message, story.error().key);
    CHECK(english.contains(story.error().key));
    CHECK(english.said(story.error()) == story.error().message);
    CHECK(chinese.said(story.error()) != story.error().message);
  };
  refused("a.txt", "");
  refused("b.txt", "nothing of the kind");
  refused("c.csv", "a,b\n1,2\n");
  refused("d.csv", "moment,says\nx,\"open\n");
  refused("e.csv", "moment,says,next\n");
  refused("f.csv", "moment,says\n\xFF,\n");
  refused("g.txt", std::string("a\0b", 3));
  refused("h.twee", "no passage");
  refused("i.twee", ":: StoryTitle\nA\n");
  refused("j.html", "<html><p>Hi</p></html>");
  refused("k.html", "<tw-storydata name='a'><tw-passagedata pid='1' name='b'>open");
  refused("l.json", "{ open");
  refused("m.json", "{}");
  refused("n.json", R"({"mainLibrary":"H5P"})");
  refused("o.json", R"({"branchingScenario":{"content":[]}})");
  refused("p.h5p", "no package");
  refused("q.zip", "PK\x03\x04 cut off");
  REQUIRE(mot::write_zip(folder / "r.zip", {{"other.txt", "Hi"}}));
  refused("r.zip", mot::read_file(folder / "r.zip").value());
}
