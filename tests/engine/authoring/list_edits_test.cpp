// Lists made longer and shorter, texts under conditions, named parts.
#include "engine/authoring/list_edits.h"

#include <catch2/catch.hpp>

using mot::Result;
using mot::TextEdit;
using mot::VariantKind;
using mot::YamlSpans;

namespace {

const std::string kStory = R"(id: a
start: first   # here

moments:
  - id: first
    says: "Hello: you"   # a remark
    responses:
      - id: go
        say: I go
        reply: |
          One.
          Two.
        next: last
      - { id: stay, say: I stay, next: first }
  - id: last
    ending: resolved
)";

template <class Edit>
std::string after(const std::string& text, const Edit& edit) {
  const YamlSpans spans = YamlSpans::parse(text).value();
  const Result<TextEdit> result = edit(spans);
  REQUIRE(result);
  return mot::applied(*result, text);
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

}  // namespace

TEST_CASE("A list is begun where it belongs, made longer and taken out with its last item") {
  const auto add = [](const YamlSpans& spans) {
    return mot::add_to_list(spans, "leaves", "{ when: mood <= -60, next: last }");
  };
  const std::string one = after(kStory, add);
  const std::string item = "  - { when: mood <= -60, next: last }\n";
  CHECK(one == replaced(kStory, "start: first", "leaves:\n" + item + "start: first"));
  const std::string two = after(one, add);
  CHECK(two == replaced(kStory, "start: first", "leaves:\n" + item + item + "start: first"));
  const auto drop = [](const YamlSpans& spans) { return mot::drop_from_list(spans, "leaves", 0); };
  CHECK(after(two, drop) == one);
  CHECK(after(one, drop) == kStory);
}

TEST_CASE("A text becomes two under conditions, three, and one again") {
  const auto add = [](const YamlSpans& spans) {
    return mot::add_variant(spans, "moments.first.says", VariantKind::text);
  };
  const auto drop = [](const YamlSpans& spans) {
    return mot::drop_variant(spans, "moments.first.says", 0, VariantKind::text);
  };
  const std::string two = after(kStory, add);
  CHECK(two == replaced(kStory, " \"Hello: you\"   # a remark",
                        "\n      - { when: mood < 0, text: \"Hello: you\" }\n"
                        "      - { text: \"Hello: you\" }   # a remark"));
  const std::string three = after(two, add);
  CHECK(three.find("      - { when: mood < 0, text: \"Hello: you\" }\n"
                   "      - { when: mood < 0, text: \"Hello: you\" }\n"
                   "      - { text:") != std::string::npos);
  CHECK(after(three, drop) == two);
  CHECK(after(two, drop) == kStory);
  const YamlSpans spans = YamlSpans::parse(two).value();
  CHECK_FALSE(mot::drop_variant(spans, "moments.first.says", 1, VariantKind::text));
  CHECK_FALSE(mot::add_variant(spans, "moments.first.responses.9.reply", VariantKind::text));
}

TEST_CASE("A text of several lines is the same text among variants") {
  const std::string two = after(kStory, [](const YamlSpans& spans) {
    return mot::add_variant(spans, "moments.first.responses.go.reply", VariantKind::text);
  });
  const YamlSpans spans = YamlSpans::parse(two).value();
  for (const char* path :
       {"moments.first.responses.go.reply.1.text", "moments.first.responses.go.reply.2.text"})
    CHECK(spans.document().text(spans.find(path)) == "One.\nTwo.\n");
}

TEST_CASE("A target becomes a way under a condition, in brackets too") {
  const auto add = [](const char* path) {
    return [path](const YamlSpans& spans) {
      return mot::add_variant(spans, path, VariantKind::target);
    };
  };
  CHECK(after(kStory, add("moments.first.responses.go.next")) ==
        replaced(kStory, " last\n",
                 "\n          - { when: mood < 0, go: last }\n          - { go: last }\n"));
  CHECK(
      after(kStory, add("moments.first.responses.stay.next")) ==
      replaced(kStory, "next: first }", "next: [{ when: mood < 0, go: first }, { go: first }] }"));
}

TEST_CASE("A named part is begun, added below the others, in brackets too") {
  const auto add = [](const char* id) {
    return [id](const YamlSpans& spans) {
      return mot::add_part(spans, "reference", id, {{"title", "What: how"}, {"text", "…"}});
    };
  };
  const std::string one = after(kStory, add("room-list"));
  const std::string part = "    title: \"What: how\"\n    text: …\n";
  CHECK(one ==
        replaced(kStory, "start: first", "reference:\n  room-list:\n" + part + "start: first"));
  CHECK(after(one, add("other")).find(part + "  other:\n" + part) != std::string::npos);
  const std::string flow = "reference: { a: { title: A, text: B } }\n" + kStory;
  CHECK(after(flow, add("b")).find("text: B }, b: { title: \"What: how\", text: … } }\n") !=
        std::string::npos);
  const YamlSpans spans = YamlSpans::parse(one).value();
  CHECK_FALSE(mot::add_part(spans, "reference", "room-list", {{"title", "T"}}));
  CHECK_FALSE(mot::add_part(spans, "reference", "Room list", {{"title", "T"}}));
}
