// Reading only what was changed gives what reading all of it gives, or nothing.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "engine/base/file.h"
#include "engine/base/yaml.h"
#include "tests/support/random_scenario.h"
#include "tests/support/shipped_scenarios.h"

namespace {

using mot::TextStretch;
using mot::YamlDocument;
using mot::YamlNode;
using Document = std::shared_ptr<const YamlDocument>;

struct Change {
  std::size_t at = 0;
  std::size_t removed = 0;
  std::string inserted;
};

// Null where something is wrong with it.
Document parsed(const std::string& text) {
  mot::DiagnosticSink sink;
  auto document = YamlDocument::parse(
      std::make_shared<const mot::SourceText>(mot::SourceText{"t.yaml", text}), sink);
  return sink.sorted().empty() ? document : nullptr;
}

std::string changed(const std::string& text, const std::vector<Change>& changes) {
  std::string after = text;
  for (auto change = changes.rbegin(); change != changes.rend(); ++change)
    after.replace(change->at, change->removed, change->inserted);
  return after;
}

Document reread(const YamlDocument& document, const std::vector<Change>& changes) {
  std::vector<TextStretch> stretches;
  for (const Change& change : changes)
    stretches.push_back({change.at, change.removed, change.inserted.size()});
  auto source = std::make_shared<mot::SourceText>(
      mot::SourceText{"t.yaml", changed(document.source()->text, changes)});
  return document.reread(source, stretches);
}

bool same_place(mot::Position a, mot::Position b) {
  return a.line == b.line && a.column == b.column;
}

bool same_node(const YamlDocument& a, const YamlDocument& b, YamlNode n) {
  return a.kind(n) == b.kind(n) && a.text(n) == b.text(n) && a.quoted(n) == b.quoted(n) &&
         a.first(n) == b.first(n) && a.next(n) == b.next(n) && a.offset(n) == b.offset(n) &&
         same_place(a.position(n), b.position(n)) &&
         same_place(a.position(n, 1), b.position(n, 1)) && a.width(n) == b.width(n);
}

bool same(const YamlDocument& a, const YamlDocument& b) {
  if (a.source()->text != b.source()->text || a.size() != b.size()) return false;
  for (YamlNode n = 0; n < a.size(); ++n) {
    if (!same_node(a, b, n)) return false;
  }
  return true;
}

// Where `sign` begins in a text, for the n-th time from 0.
std::size_t place_of(const std::string& text, std::string_view sign, int n = 0) {
  std::size_t at = text.find(sign);
  for (; n > 0 && at != std::string::npos; --n) at = text.find(sign, at + 1);
  REQUIRE(at != std::string::npos);
  return at;
}

const std::string kStory = R"(# head
title: T
brief: |
  One.

  Two.
moments:
  # first
  - id: a
    says: "so \"it is\""
    next: b

  # second
  - id: b
    says: >-
      folded
      text

  - id: c
    responses:
      - { id: r, say: 'it''s' }
  - id: d
    ending: resolved
leaves: { below: 2 }
last: |+
  kept

)";

// The changes are read without the whole, and as the whole would be.
bool is_enough(const std::string& text, const std::vector<Change>& changes) {
  const Document before = parsed(text);
  REQUIRE(before);
  const Document whole = parsed(changed(text, changes));
  const Document patched = reread(*before, changes);
  if (patched == nullptr) return false;
  REQUIRE(whole);
  return same(*patched, *whole);
}

bool is_refused(const std::string& text, const std::vector<Change>& changes) {
  const Document before = parsed(text);
  REQUIRE(before);
  return reread(*before, changes) == nullptr;
}

std::string line_block(const std::string& text, std::size_t from, std::size_t to) {
  return text.substr(from, to - from);
}

}  // namespace

TEST_CASE("What is typed, put in, moved and taken out of a list is read without the rest") {
  const std::string& text = kStory;
  const std::size_t a = place_of(text, "  # first");
  const std::size_t b = place_of(text, "  # second");
  const std::size_t c = place_of(text, "  - id: c");
  const std::size_t d = place_of(text, "  - id: d");
  const std::size_t end = place_of(text, "leaves");
  CHECK(is_enough(text, {{place_of(text, "so "), 2, "who"}}));
  CHECK(is_enough(text, {{place_of(text, "folded"), 0, "\"more\" # "}}));
  CHECK(is_enough(text, {{b, 0, "  - id: new\n    next: b\n\n"}}));
  CHECK(is_enough(text, {{end, 0, "  - id: new\n    ending: lost\n"}}));
  CHECK(is_enough(text, {{place_of(text, "  - id: a"), 0, "  - id: new\n    next: a\n"}}));
  CHECK(is_enough(text, {{b, c - b, ""}}));
  CHECK(is_enough(text, {{d, end - d, ""}}));
  CHECK(is_enough(text, {{b, 0, line_block(text, d, end)}, {d, end - d, ""}}));
  CHECK(is_enough(text, {{a, b - a, ""}}));
  CHECK(is_enough(text, {{c, 0, line_block(text, b, c)}}));
}

TEST_CASE("So are outermost keys, and what stands in several places") {
  const std::string& text = kStory;
  CHECK(is_enough(text, {{place_of(text, "T\n"), 1, "Another"}}));
  CHECK(is_enough(text, {{place_of(text, "Two"), 3, "Three\n  lines\n\n  of it"}}));
  CHECK(is_enough(text, {{place_of(text, "brief"), 0, "draft: true\n"}}));
  CHECK(is_enough(text, {{place_of(text, "leaves"), 21, ""}}));
  CHECK(is_enough(text, {{text.size(), 0, "more: 1\n"}}));
  CHECK(is_enough(text, {{place_of(text, "T\n"), 1, "Two\nof: it"},
                         {place_of(text, "next: b") + 6, 1, "bee"},
                         {place_of(text, "id: b") + 4, 1, "bee"},
                         {place_of(text, "kept"), 4, "it is"}}));
}

TEST_CASE("What reaches across the parts of a text is not read alone") {
  const std::string& text = kStory;
  CHECK(is_refused(text, {{place_of(text, "so "), 0, "\"\n"}}));
  CHECK(is_refused(text, {{place_of(text, "s' }") + 1, 1, ""}}));
  CHECK(is_refused(text, {{place_of(text, "{ id"), 1, ""}}));
  CHECK(is_refused(text, {{place_of(text, "next: b"), 0, "oops\n    "}}));
  CHECK(is_refused(text, {{place_of(text, "  - id: d"), 0, "---\n"}}));
  CHECK(is_refused(text, {{place_of(text, "  - id: a"), 1, ""}}));
  CHECK(is_refused(text, {{place_of(text, "id: b"), 0, "&x "}}));
  CHECK(is_refused(text, {{0, 0, "--- # so\n"}}));
  CHECK(is_refused(text, {}));
  CHECK(is_refused("a: 1\nl:\n - |\n    x\n", {{8, 1, "\n-"}}));
  CHECK(is_refused("l:\n- a: |+\n    x\n\n- b\nz:", {{18, 0, "  ~\n"}}));
  CHECK(is_refused("l:\n- a: b\n  ~\n- c\n", {{18, 0, "- d: e\n"}}));
  CHECK(is_refused("? a\n: b\nc: d\n", {{9, 1, "e"}}));
  CHECK(is_refused("\n?  \n \n|2-\n-k: 0...\n    0", {{7, 2, "-k: 0...\n    0"}}));
}

TEST_CASE("Whatever is changed in a text, what is read of it alone is what all of it would give") {
  const char* const pieces[] = {
      "\n",   " ",           "  ", "- ",   ": ", "'",   "\"",  "#",     " #",   "|",
      ">",    "{",           "}",  "[",    "]",  ",",   "...", "---",   "\n\n", "\t",
      "x",    "ä",           "\\", "&a ",  "*a", "!t ", "? ",  "%",     "k: 0", "- 0\n",
      "\n# ", "\n  - id: q", "|+", "\nk:", "~",  "\n-", "\n ", "\n   ", "a: b", "|2-"};
  std::vector<std::string> texts{
      kStory, "moments:\n- a: 1\n- b: |+\n    x\n\n\n- c\nz: >\n  y\n",
      "a: 1\nl:\n  - |\n    x\n  - \"y\n\n    z\"\n  - plain\n    goes on\n"};
  for (std::uint64_t seed = 1; seed <= 3; ++seed)
    texts.push_back(mot::test::random_scenario(seed, {.decisions = 2, .responses = 2, .hubs = 0}));
  std::size_t read = 0;
  std::size_t whole = 0;
  for (std::size_t t = 0; t < texts.size(); ++t) {
    std::mt19937_64 random(t);
    const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
    std::string text = texts[t];
    Document before = parsed(text);
    for (int round = 0; round < 300; ++round) {
      std::vector<Change> changes;
      std::size_t from = 0;
      for (std::size_t count = 1 + below(3) * below(2); count > 0 && from < text.size(); --count) {
        Change change;
        change.at = from + below(text.size() - from + 1);
        // Often from or to the begin of a line.
        if (below(2) == 0) change.at = std::max(from, text.rfind('\n', change.at) + 1);
        change.removed =
            std::min(below(2) * below(below(2) == 0 ? 4 : 200), text.size() - change.at);
        if (below(3) == 0) {
          const std::size_t lines =
              std::min(text.find('\n', change.at + change.removed), text.size() - 1);
          change.removed = text.empty() ? 0 : lines + 1 - change.at;
        }
        const std::size_t begin = text.rfind('\n', below(text.size())) + 1;
        if (below(4) == 0)
          change.inserted = text.substr(begin, text.find('\n', begin + below(200)) + 1 - begin);
        for (std::size_t more = below(3); more > 0; --more)
          change.inserted += pieces[below(std::size(pieces))];
        from = change.at + change.removed + 1;
        changes.push_back(std::move(change));
      }
      const std::string after = changed(text, changes);
      const Document all = parsed(after);
      const Document patched = reread(*before, changes);
      if (all != nullptr) ++whole;
      if (patched != nullptr) {
        ++read;
        CAPTURE(t, round, text, after);
        REQUIRE(all != nullptr);
        REQUIRE(same(*patched, *all));
      }
      // On from here now and then, so that what was patched is patched again.
      const bool anew = below(100) == 0;
      if (!anew && (all == nullptr || below(3) > 0 || after.size() > 20'000)) continue;
      text = anew ? texts[t] : after;
      before = anew || patched == nullptr ? parsed(text) : patched;
    }
  }
  INFO(read << " of " << whole);
  CHECK(read > whole / 3);
}

TEST_CASE("A scenario that is taken apart and put together again stays what it is") {
  for (const std::string& path : mot::test::shipped_scenarios()) {
    const auto text = mot::read_file(path);
    REQUIRE(text);
    Document document = parsed(*text);
    REQUIRE(document);
    std::mt19937_64 random(text->size());
    for (int round = 0; round < 8; ++round) {
      const std::string now = document->source()->text;
      const std::size_t at = now.find('\n', random() % now.size());
      if (at == std::string::npos) continue;
      const Change there{at, 0, " # 你好"};
      const Change back{at, there.inserted.size(), ""};
      const Document next = reread(*document, {there});
      if (next == nullptr) continue;  // inside a text, for one
      document = reread(*next, {back});
      REQUIRE(document);
    }
    CHECK(same(*document, *parsed(*text)));
  }
}
