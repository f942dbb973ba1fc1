// Edits of a scenario's text: what each does, that it does nothing else, and that all of it can be
// undone. Also tests yaml_spans and text_edit.
#include "engine/authoring/scenario_edits.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <random>

#include "engine/authoring/rename_edits.h"
#include "engine/base/file.h"
#include "engine/scenario/loader.h"
#include "tests/support/shipped_scenarios.h"

using mot::EditHistory;
using mot::Result;
using mot::ScalarKind;
using mot::TextEdit;
using mot::YamlKind;
using mot::YamlNode;
using mot::YamlSpans;

namespace {

const std::string kStory = R"(# A story.
mot: 1
id: a
title: "Old: title"   # said so
brief: |
  One.

  Two.
note: 'it''s'
minutes: 3
customer: { id: c, name: Mr C, expects: { empathy: 7 } }  # inline
start: first

moments:
  # the first
  - id: first
    says: Hello   # a remark
    time_limit: 30
    on_timeout: go
    responses:
      # good
      - id: go
        say: I go
          on and on.
        when: not visited(first) and chose( first.go )
        next: second
      - { id: stay, say: I stay., next: first }

  - id: second
    says:
      - { when: chose(first.go), text: "Again" }
      - text: >-
          Folded
          text.
    next: [{ when: visited(second), go: first }, { go: end }]

  # behind
  - id: end
    ending: resolved
)";

YamlSpans spans_of(const std::string& text) {
  Result<YamlSpans> spans = YamlSpans::parse(text);
  if (!spans) FAIL(spans.error().message + "\n" + text);
  return std::move(*spans);
}

std::string edited(const std::string& text, const Result<TextEdit>& edit) {
  if (!edit) return "refused: " + edit.error().message;
  REQUIRE(mot::fits(*edit, text));
  CHECK(mot::applied(mot::inverse(*edit), mot::applied(*edit, text)) == text);
  return mot::applied(*edit, text);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string set(std::string_view path, std::string_view value, ScalarKind kind = ScalarKind::text) {
  return edited(kStory, mot::set_scalar(spans_of(kStory), path, value, kind));
}

/// Every scalar of a document by its path.
std::map<std::string, std::string> values_of(const YamlSpans& spans) {
  std::map<std::string, std::string> values;
  const mot::YamlDocument& document = spans.document();
  const std::function<void(YamlNode, std::string)> visit = [&](YamlNode node, std::string path) {
    if (document.kind(node) == YamlKind::map) {
      for (YamlNode key = document.first(node); key != mot::kNoNode;) {
        const YamlNode value = document.next(key);
        visit(value, path + "." + std::string(document.text(key)));
        key = document.next(value);
      }
    } else if (document.kind(node) == YamlKind::sequence) {
      int number = 0;
      for (const YamlNode item : spans.items(node)) {
        const YamlNode id = spans.value(item, "id");
        ++number;
        visit(item, path + "." +
                        (id == mot::kNoNode ? fmt::format("{}", number)
                                            : std::string(document.text(id))));
      }
    } else {
      values[path.substr(1)] = document.text(node);
    }
  };
  visit(document.root(), "");
  return values;
}

}  // namespace

TEST_CASE("A scalar is set in the style in which it stands, where that can be") {
  CHECK(set("title", "New: \"title\"") ==
        replaced(kStory, "\"Old: title\"", "\"New: \\\"title\\\"\""));
  CHECK(set("note", "it's so") == replaced(kStory, "'it''s'", "'it''s so'"));
  CHECK(set("brief", "Three.\n\nFour.\n") ==
        replaced(kStory, "One.\n\n  Two.", "Three.\n\n  Four."));
  CHECK(set("moments.first.says", "Bye") == replaced(kStory, "Hello ", "Bye "));
  CHECK(set("moments.first.says", "Who: me") == replaced(kStory, "Hello ", "\"Who: me\" "));
  CHECK(set("moments.first.responses.go.say", "Short") ==
        replaced(kStory, "I go\n          on and on.", "Short"));
  CHECK(set("moments.first.responses.stay.say", "a, b") == replaced(kStory, "I stay.", "\"a, b\""));
  CHECK(set("moments.second.says.2.text", "New") ==
        replaced(kStory, ">-\n          Folded\n          text.", "|-\n          New"));
  CHECK(set("moments.first.says", "Two\nlines") == replaced(kStory, "Hello ", "\"Two\\nlines\" "));
  CHECK(set("minutes", "12", ScalarKind::word) == replaced(kStory, "minutes: 3", "minutes: 12"));
  CHECK(set("customer.expects.empathy", "9", ScalarKind::word) ==
        replaced(kStory, "empathy: 7", "empathy: 9"));
}

TEST_CASE("A key without a value gets one, and a null that is written gives way") {
  const std::string text =
      "a: ~\nb: null   # why\nc:\nd: { e: , f: Null }\ng : NULL\nh:   # here\ni:\n  -\n";
  const auto with = [&](std::string_view path) {
    return edited(text, mot::set_scalar(spans_of(text), path, "Hello"));
  };
  CHECK(with("a") == replaced(text, "a: ~", "a: Hello"));
  CHECK(with("b") == replaced(text, "b: null", "b: Hello"));
  CHECK(with("c") == replaced(text, "c:", "c: Hello"));
  CHECK(with("d.e") == replaced(text, "e: ", "e: Hello "));
  CHECK(with("d.f") == replaced(text, "f: Null", "f: Hello"));
  CHECK(with("g") == replaced(text, "g : NULL", "g : Hello"));
  CHECK(with("h") == replaced(text, "h:", "h: Hello"));
  CHECK(with("i.1") == "refused: there is no place 'i.1' in the text");
}

TEST_CASE("A step of a path is a number only as a whole") {
  const std::string text = "a:\n  - id: one\n  - id: two\n";
  const YamlSpans spans = spans_of(text);
  CHECK(spans.find("a.2") == spans.find("a.two"));
  CHECK(spans.find("a.2-nights") == mot::kNoNode);
  CHECK(spans.find("a.3") == mot::kNoNode);
  CHECK(spans.find("a.0") == mot::kNoNode);
}

TEST_CASE("A key that is not there is added to its map") {
  CHECK(set("moments.first.responses.go.coach", "Well done: yes") ==
        replaced(kStory, "        next: second\n",
                 "        next: second\n        coach: \"Well done: yes\"\n"));
  CHECK(set("moments.first.responses.stay.coach", "No") ==
        replaced(kStory, "next: first }", "next: first, coach: No }"));
  CHECK(set("moments.end.says", "Bye") == kStory + "    says: Bye\n" + std::string());
  CHECK(set("moments.none.says", "Bye") ==
        "refused: there is no place 'moments.none.says' in the text");
  CHECK(set("moments.first.responses", "x").find("refused") == 0);
}

TEST_CASE("A key is removed with its remark above, and nothing else") {
  const auto without = [](std::string_view path) {
    return edited(kStory, mot::remove_key(spans_of(kStory), path));
  };
  CHECK(without("title") == replaced(kStory, "title: \"Old: title\"   # said so\n", ""));
  CHECK(without("brief") == replaced(kStory, "brief: |\n  One.\n\n  Two.\n", ""));
  CHECK(without("moments.first.responses.stay.say") == replaced(kStory, "say: I stay., ", ""));
  CHECK(without("moments.first.responses.stay.next") == replaced(kStory, ", next: first }", " }"));
  CHECK(without("moments.nothing").find("refused") == 0);
  // Remarks of what follows stay, whatever was the first key.
  const std::string list =
      "a: 1  # one\n\n# two\nb:\n  - id: x  # its id\n\n    # said\n    say: Hi\n"
      "  -\n    id: y\n    say: Ho\n";
  const auto cut = [&](std::string_view path) {
    return edited(list, mot::remove_key(spans_of(list), path));
  };
  CHECK(cut("a") == replaced(list, "a: 1  # one\n", ""));
  CHECK(cut("b.x.id") == replaced(list, "id: x  # its id\n\n    ", ""));
  CHECK(cut("b.y.id") == replaced(list, "    id: y\n", ""));
  CHECK(YamlSpans::parse(cut("b.x.id")));
}

TEST_CASE("A second moment stands apart from the first, and a second response does not") {
  const std::string story = "moments:\n  - id: a\n    responses:\n      - id: x\n        say: X\n";
  const YamlSpans spans = spans_of(story);
  const std::string item = "id: b\nending: lost\n";
  CHECK(edited(story, mot::insert_item(spans, "moments", 1, item)) ==
        story + "\n  - id: b\n    ending: lost\n");
  CHECK(edited(story, mot::insert_item(spans, "moments", 0, item)) ==
        replaced(story, "  - id: a", "  - id: b\n    ending: lost\n\n  - id: a"));
  CHECK(edited(story, mot::insert_item(spans, "moments.a.responses", 1, "id: y\nsay: Y\n")) ==
        story + "      - id: y\n        say: Y\n");
}

TEST_CASE("Items are put in, taken out, moved and doubled with their remarks") {
  const YamlSpans spans = spans_of(kStory);
  const std::string first = kStory.substr(
      kStory.find("  # the first"), kStory.find("  - id: second") - kStory.find("  # the first"));
  CHECK(edited(kStory, mot::remove_item(spans, "moments", 0)) == replaced(kStory, first, ""));
  CHECK(edited(kStory, mot::remove_item(spans, "moments", 2)) ==
        replaced(kStory, "\n  # behind\n  - id: end\n    ending: resolved\n", ""));
  CHECK(edited(kStory, mot::insert_item(spans, "moments", 3, "id: new\nending: lost\n")) ==
        kStory + "\n  - id: new\n    ending: lost\n");
  CHECK(
      edited(kStory, mot::insert_item(spans, "moments.first.responses", 1, "id: x\nsay: X\n")) ==
      replaced(kStory, "      - { id: stay", "      - id: x\n        say: X\n      - { id: stay"));
  CHECK(edited(kStory, mot::move_item(spans, "moments", 0, 1)) ==
        replaced(replaced(kStory, first, ""), "  # behind", first + "  # behind"));
  CHECK(edited(kStory, mot::move_item(spans, "moments", 2, 0)) ==
        replaced(replaced(kStory, "\n  # behind\n  - id: end\n    ending: resolved\n", ""),
                 "  # the first",
                 "  # behind\n  - id: end\n    ending: resolved\n\n  # the first"));
  CHECK(edited(kStory, mot::duplicate_item(spans, "moments", 2, "end-2")) ==
        kStory + "\n  # behind\n  - id: end-2\n    ending: resolved\n");
  CHECK(edited(kStory, mot::duplicate_item(spans, "moments", 2, "first")) ==
        "refused: the id 'first' is taken");
  CHECK(edited(kStory, mot::remove_item(spans, "moments.second.next", 0)).find("refused") == 0);
}

TEST_CASE("An id is renamed wherever it is named") {
  const YamlSpans spans = spans_of(kStory);
  std::string moved = edited(kStory, mot::rename_moment(spans, "first", "begin"));
  std::string expected = kStory;
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"start: first", "start: begin"},
           {"- id: first", "- id: begin"},
           {"visited(first) and chose( first.go )", "visited(begin) and chose( begin.go )"},
           {"say: I stay., next: first", "say: I stay., next: begin"},
           {"when: chose(first.go)", "when: chose(begin.go)"},
           {"go: first", "go: begin"}})
    expected = replaced(expected, from, to);
  CHECK(moved == expected);
  const std::string response = edited(kStory, mot::rename_response(spans, "first", "go", "walk"));
  expected = kStory;
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"on_timeout: go", "on_timeout: walk"},
           {"- id: go", "- id: walk"},
           {"chose( first.go )", "chose( first.walk )"},
           {"when: chose(first.go)", "when: chose(first.walk)"}})
    expected = replaced(expected, from, to);
  CHECK(response == expected);
  CHECK(!mot::rename_moment(spans, "first", "end"));
  CHECK(!mot::rename_moment(spans, "first", "No Id"));
}

TEST_CASE("The difference of two texts is one piece, cut between signs") {
  CHECK(mot::difference("你好", "你妤").changes == std::vector<mot::TextChange>{{3, "好", "妤"}});
  CHECK(mot::difference("abc", "abc").changes.empty());
  CHECK(mot::difference("aaa", "aa").changes.size() == 1);
  // Long texts are compared in larger pieces.
  const std::string before(20'000, 'a');
  for (const std::size_t at : {0UL, 1UL, 4'095UL, 4'096UL, 9'999UL, 15'904UL, 19'999UL, 20'000UL}) {
    std::string after = before;
    after.insert(at, "b");
    const std::vector<mot::TextChange> put_in{{at, "", "b"}};
    CHECK(mot::difference(before, after).changes == put_in);
    const std::vector<mot::TextChange> taken_out{{at, "b", ""}};
    CHECK(mot::difference(after, before).changes == taken_out);
  }
}

TEST_CASE("Undo and redo go all the way, and a new edit ends what was undone") {
  EditHistory history("a");
  history.apply(mot::difference("a", "ab"));
  history.apply(mot::difference("ab", "xab"));
  CHECK(history.undo());
  CHECK(history.undo());
  CHECK_FALSE(history.undo());
  CHECK(history.text() == "a");
  CHECK(history.redo());
  history.apply(mot::difference("ab", "abc"));
  CHECK_FALSE(history.can_redo());
  CHECK(history.text() == "abc");
}

namespace {

/// One random edit of a form, and the paths whose values it may change.
class Scribbler {
 public:
  explicit Scribbler(unsigned seed) : random_(seed) {}

  Result<TextEdit> edit(const YamlSpans& spans) {
    const auto values = values_of(spans);
    const auto pick = std::next(values.begin(), static_cast<std::ptrdiff_t>(below(values.size())));
    const std::string path = pick->first;
    // Of two moments with one id a path would mean the first, whatever was meant.
    const bool is_id = path.size() > 3 && path.compare(path.size() - 3, 3, ".id") == 0;
    const std::string value = is_id ? fresh() : kTexts[below(kTexts.size())];
    const std::vector<YamlNode> moments = spans.items(spans.find("moments"));
    const std::size_t moment = below(moments.size());
    const YamlNode id_node = spans.value(moments[moment], "id");
    const std::string id(id_node == mot::kNoNode ? "" : spans.document().text(id_node));
    changed_ = path;
    value_ = value;
    switch (below(9)) {
      case 0: return mot::remove_item(spans, "moments", moment);
      case 1: return mot::move_item(spans, "moments", moment, below(moments.size()));
      case 2: return mot::duplicate_item(spans, "moments", moment, fresh());
      case 3: return mot::rename_moment(spans, id, fresh());
      case 4:
        return mot::insert_item(spans, "moments", below(moments.size() + 1),
                                fmt::format("id: {}\nending: lost\n", fresh()));
      case 5: return mot::remove_key(spans, path);
      default: is_set_ = true; return mot::set_scalar(spans, path, value);
    }
  }
  /// After set_scalar: the path and its new value; nothing after other edits.
  std::optional<std::pair<std::string, std::string>> take_set() {
    const bool set = std::exchange(is_set_, false);
    return set ? std::optional(std::pair(changed_, value_)) : std::nullopt;
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }
  std::string fresh() { return fmt::format("fresh-{}", ++number_); }

  const std::vector<std::string> kTexts{"Plain words",
                                        "with: colon",
                                        "# no remark",
                                        "a, b [c] {d}",
                                        "two\nlines",
                                        "你好，世界",
                                        "\"quoted\"",
                                        "it's",
                                        " blanks around ",
                                        "- dash",
                                        "ends with\n",
                                        "\ttab",
                                        "true",
                                        "7",
                                        "|",
                                        "~"};
  std::mt19937 random_;
  int number_ = 0;
  bool is_set_ = false;
  std::string changed_;
  std::string value_;
};

/// Edits until there were so many or the time is up, then takes all of them back and does them
/// again.
void scribble_on(const std::string& path,
                 int edits,
                 unsigned seed,
                 std::chrono::steady_clock::duration most = std::chrono::hours(1)) {
  const auto begun = std::chrono::steady_clock::now();
  const std::string original = *mot::read_file(path);
  EditHistory history(original);
  Scribbler scribbler(seed);
  int done = 0;
  int tried = 0;
  for (int i = 0; i < edits && std::chrono::steady_clock::now() - begun < most; ++i) {
    ++tried;
    const YamlSpans before = spans_of(history.text());
    const Result<TextEdit> edit = scribbler.edit(before);
    const auto set = scribbler.take_set();
    if (!edit) continue;
    INFO(path << ", edit " << i << " " << (set ? set->first + " = " + set->second : ""));
    REQUIRE(mot::fits(*edit, history.text()));
    history.apply(*edit);
    ++done;
    const Result<YamlSpans> after = YamlSpans::parse(history.text());
    if (!after) {
      for (const auto& change : edit->changes)
        UNSCOPED_INFO("at " << change.at << "\n--- out\n"
                            << change.removed << "\n--- in\n"
                            << change.inserted);
      FAIL(after.error().message);
    }
    if (!set) continue;
    auto expected = values_of(before);
    expected[set->first] = set->second;
    // An id is part of the paths.
    if (set->first.substr(set->first.rfind('.') + 1) == "id") continue;
    std::string differences;
    const auto found = values_of(*after);
    for (const auto& [name, value] : expected) {
      const auto now = found.find(name);
      if (now == found.end() || now->second != value)
        differences += name + ": " + (now == found.end() ? "gone" : now->second) + "\n";
    }
    CHECK(differences == "");
    CHECK(found.size() == expected.size());
  }
  CHECK(done > tried / 2);
  while (history.undo()) {
  }
  CHECK((history.text() == original));
  while (history.redo()) {
  }
  CHECK(static_cast<int>(history.done()) == done);
}

}  // namespace

TEST_CASE("Ten random edits on each shipped scenario change what they say, and are undone") {
  unsigned seed = 1;
  for (const std::string& path : mot::test::shipped_scenarios()) scribble_on(path, 10, seed++);
}

// Too long for the suite; `.ci/run` runs it.
TEST_CASE("A thousand random edits on each shipped scenario, or as many as four minutes allow",
          "[.long]") {
  const std::vector<std::string> scenarios = mot::test::shipped_scenarios();
  REQUIRE_FALSE(scenarios.empty());
  const std::chrono::steady_clock::duration whole = std::chrono::minutes(4);
  const auto share = whole / static_cast<int>(scenarios.size());
  unsigned seed = 100;
  for (const std::string& path : scenarios) scribble_on(path, 1000, seed++, share);
}
