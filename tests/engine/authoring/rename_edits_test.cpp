// Ids given anew in a translation; those of a scenario are tested with its other edits.
#include "engine/authoring/rename_edits.h"

#include <catch2/catch.hpp>

using mot::YamlSpans;

namespace {

const std::string kTranslation = R"(mot-translation: 1
of: a
language: zh-CN
texts:
  title: 标题
  # the call
  moments.first.says: 你好   # kept
  "moments.first.responses.go.say": 走
  moments.first-call.says: 另一个
sources:
  moments.first.says: "3f2a91c0"
)";

}  // namespace

TEST_CASE("A translation's texts and marks go with what was renamed, and come back") {
  const YamlSpans spans = YamlSpans::parse(kTranslation).value();
  const auto edit = mot::rename_paths(spans, "moments.first", "moments.call");
  CHECK(edit.changes.size() == 3);
  const std::string text = mot::applied(edit, kTranslation);
  CHECK(text.find("  moments.call.says: 你好   # kept\n"
                  "  \"moments.call.responses.go.say\": 走\n"
                  "  moments.first-call.says: 另一个\n"
                  "sources:\n  moments.call.says: \"3f2a91c0\"\n") != std::string::npos);
  const auto back =
      mot::rename_paths(YamlSpans::parse(text).value(), "moments.call", "moments.first");
  CHECK(mot::applied(back, text) == kTranslation);
  CHECK(mot::rename_paths(spans, "moments.nothing", "moments.x").changes.empty());
}

TEST_CASE("What is left in a translation of a moment that is gone gives way to what is renamed") {
  const std::string text = R"(mot-translation: 1
of: a
language: zh-CN
texts:
  title: 标题
  # of a moment that is gone
  moments.old.says: 旧的
  moments.first.says: 你好
  moments.old.thinks: 想
sources:
  moments.old.says: "00000000"
  moments.old.thinks: "11111111"
)";
  const YamlSpans spans = YamlSpans::parse(text).value();
  CHECK(mot::applied(mot::rename_paths(spans, "moments.first", "moments.old"), text) ==
        R"(mot-translation: 1
of: a
language: zh-CN
texts:
  title: 标题
  moments.old.says: 你好
  moments.old.thinks: 想
sources:
  moments.old.thinks: "11111111"
)");
  // Nothing is in the way of what has no translation yet.
  CHECK(mot::rename_paths(spans, "moments.new", "moments.old").changes.empty());
}

TEST_CASE("Marks that are all in the way go with their map, and brackets stay YAML") {
  const std::string text =
      "of: a\ntexts: { a.b: x, a.c: y, d: z, a.e: u }\n# made by a tool\nsources:\n  a.b: \"1\"\n";
  const auto edit = mot::rename_paths(YamlSpans::parse(text).value(), "d", "a.b");
  CHECK(mot::applied(edit, text) == "of: a\ntexts: { a.c: y, a.b: z, a.e: u }\n");
  const std::string last = "texts: { a: x, b: y }\n";
  const std::string after =
      mot::applied(mot::rename_paths(YamlSpans::parse(last).value(), "a", "b"), last);
  CHECK(after == "texts: { b: x,  }\n");
  CHECK(YamlSpans::parse(after));
}

TEST_CASE("Only what is named inside some moments gets new names") {
  const std::string text =
      "moments:\n  - id: a\n    says: x\n    next: b\n  - id: c\n    says: x\n    next: b\n";
  const YamlSpans spans = YamlSpans::parse(text).value();
  CHECK(mot::applied(mot::rename_inside(spans, {"c"}, {{"b", "d"}}), text) ==
        "moments:\n  - id: a\n    says: x\n    next: b\n  - id: c\n    says: x\n    next: d\n");
}
