// The JSON Schema against what is shipped and against the loader: it accepts every good file, and
// knows exactly the loader's keys.
#include "game/cli/format_schema.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "engine/base/file.h"
#include "engine/base/report.h"
#include "engine/scenario/file_kind.h"
#include "engine/scenario/library.h"
#include "game/cli/format_table.h"
#include "tests/game/cli/json_schema.h"
#include "tests/support/temporary_folder.h"

namespace fs = std::filesystem;
using mot::Json;
using mot::test::violations;

namespace {

const std::string kSource = MOT_SOURCE_DIR;

Json json_of_file(const std::string& path) {
  mot::DiagnosticSink sink;
  const auto document = mot::YamlDocument::parse(mot::read_source(path, sink), sink);
  REQUIRE(document != nullptr);
  return mot::test::json_of(*document);
}

Json json_of_text(const std::string& text) {
  mot::DiagnosticSink sink;
  const auto source = std::make_shared<const mot::SourceText>(mot::SourceText{"test.yaml", text});
  const auto document = mot::YamlDocument::parse(source, sink);
  REQUIRE(document != nullptr);
  return mot::test::json_of(*document);
}

std::string joined(const std::vector<std::string>& lines) {
  return fmt::format("{}", fmt::join(lines, "\n"));
}

/// A scenario with one map of each kind; in each stands a comment `# @name` where a further key may
/// be written.
const std::string kEveryMap = R"(
mot: 1
id: every-map
title: Every map
language: en
# @scenario 0
summary: s
brief: b
minutes: 1
difficulty: 1
journey:
  id: j
  title: J
  # @inline_journey 2
  stages:
    - id: s
      title: S
      # @stage 6
customer:
  id: c
  name: C
  # @inline_customer 2
  expects:
    empathy:
      level: 5
      # @level 6
  portrait:
    like: lin
    # @portrait 4
  voice:
    pitch: 5
    # @voice 4
standards: { st: St }
needs: { ne: Ne }
variables: { va: 1 }
cast:
  m:
    name: M
    # @cast_member 4
reference:
  p:
    title: T
    text: X
    # @reference_page 4
accept:
  - smell: S0001
    because: b
    # @accept 4
leaves:
  - when: mood < -90
    next: e
    # @leave 4
moments:
  - id: d
    stage: s
    channel: phone
    touchpoint: t
    acceptable_wait: 5
    expects: { empathy: 5, responsiveness: 5 }
    says:
      - text: t
        # @line 8
    # @decision 4
    responses:
      - id: r
        say: x
        delivers: { empathy: 5 }
        wait:
          minutes: 5
          # @wait 10
        coach: c
        # @response 8
        next:
          - go: l
            # @route 12
  - id: l
    says: x
    next: f
    # @spoken_line 4
  - id: f
    # @fate 4
    chance:
      - odds: 1
        next: e
        # @branch 8
      - { odds: 1, next: e }
  - id: e
    # @ending 4
    ending: resolved
)";

const std::string kCustomer = R"(
mot: 1
id: cu
name: C
role: r
about: a
portrait: lin
# @customer 0
expects: { empathy: 5 }
)";

const std::string kJourney = R"(
mot: 1
id: jo
title: J
# @journey 0
stages: [{ id: s, title: S }]
)";

const std::string kCourse = R"(
mot: 1
id: co
title: C
# @course 0
lessons:
  - id: le
    scenario: every-map
    # @lesson 4
)";

/// The maps that can be marked in these texts, with the text each is in.
struct MarkedText {
  std::string file;
  const std::string* text;
};
const std::vector<MarkedText> kTexts{{"every-map.yaml", &kEveryMap},
                                     {"cu.yaml", &kCustomer},
                                     {"jo.yaml", &kJourney},
                                     {"co.yaml", &kCourse}};

/// The text with a key written where the map's mark stands.
std::string with_key(const std::string& text, const std::string& map, const std::string& key) {
  const std::string mark = "# @" + map + " ";
  const std::size_t at = text.find(mark);
  REQUIRE(at != std::string::npos);
  const std::size_t end = text.find('\n', at);
  return text.substr(0, at) + key + ": { }" + text.substr(end);
}

/// Whether the loader says that it does not know a key (M0020), or not on this kind of moment
/// (M0025).
bool loader_rejects(const std::string& file, const std::string& text, const std::string& key) {
  const mot::test::TemporaryFolder folder;
  REQUIRE(mot::write_file_atomically(folder / file, text));
  mot::DiagnosticSink sink;
  mot::check_paths({folder / file}, {}, sink);
  for (const mot::Diagnostic& finding : sink.sorted()) {
    const bool about_key = finding.message.find("'" + key + "'") != std::string::npos;
    if (about_key && (finding.code == "M0020" || finding.code == "M0025")) return true;
  }
  return false;
}

std::set<std::string> all_keys() {
  std::set<std::string> keys{"note", "no-such-key"};
  for (const mot::FormatMap& map : mot::format_maps()) {
    for (const mot::FormatKey& key : map.keys) keys.insert(std::string(key.name));
  }
  return keys;
}

/// The properties of a schema without a description, at any depth, by their paths.
std::vector<std::string> without_description(const Json& schema, const std::string& at) {
  std::vector<std::string> found;
  const auto add = [&](const Json& part, const std::string& where) {
    for (std::string& path : without_description(part, where)) found.push_back(std::move(path));
  };
  if (const Json::Array* list = schema.array(); list != nullptr) {
    for (const Json& part : *list) add(part, at);
  }
  const Json::Object* object = schema.object();
  if (object == nullptr) return found;
  for (const auto& [key, value] : *object) {
    if (key != "properties") {
      add(value, at + "/" + key);
      continue;
    }
    for (const auto& [name, property] : *value.object()) {
      const Json* about = property.find("description");
      const bool said = about != nullptr && about->string() != nullptr && !about->string()->empty();
      if (!said) found.push_back(at + "/" + name);
      add(property, at + "/" + name);
    }
  }
  return found;
}

/// Keys that would make something else of a moment, or of the whole file.
bool is_in_way(const std::string& map, const std::string& key) {
  static const std::set<std::string> kMoments{"decision", "spoken_line", "fate", "ending"};
  static const std::set<std::string> kKinds{"responses", "next", "chance", "ending"};
  static const std::set<std::string> kFiles{"scenario", "customer", "journey", "course"};
  static const std::set<std::string> kFileKinds{"mot-translation", "moments", "stages", "lessons",
                                                "name"};
  return (kMoments.count(map) != 0 && kKinds.count(key) != 0) ||
         (kFiles.count(map) != 0 && kFileKinds.count(key) != 0);
}

}  // namespace

TEST_CASE("Every shipped file and every template fits the schema of its kind and of any file") {
  std::vector<std::string> files = mot::yaml_files_below(kSource + "/scenarios");
  for (const std::string& file : mot::yaml_files_below(kSource + "/assets/templates"))
    files.push_back(file);
  for (const std::string& file : mot::yaml_files_below(kSource + "/tests/cli/data"))
    files.push_back(file);
  CHECK(files.size() > 8);
  const Json any = mot::format_schema("");
  for (const std::string& file : files) {
    INFO(file);
    const Json value = json_of_file(file);
    const char* kind = value.find("mot-translation") != nullptr ? "translation"
                       : value.find("moments") != nullptr       ? "scenario"
                       : value.find("stages") != nullptr        ? "journey"
                       : value.find("lessons") != nullptr       ? "course"
                                                                : "customer";
    CHECK(joined(violations(mot::format_schema(kind), value)) == "");
    CHECK(joined(violations(any, value)) == "");
  }
}

TEST_CASE("The schema knows exactly the keys that the loader knows") {
  const Json schema = mot::format_schema("");
  std::size_t maps = 0;
  for (const auto& [map, definition] : *schema.find("definitions")->object()) {
    const Json* properties = definition.find("properties");
    if (properties == nullptr || map == "translation") continue;
    for (const MarkedText& marked : kTexts) {
      if (marked.text->find("# @" + map + " ") == std::string::npos) continue;
      ++maps;
      for (const std::string& key : all_keys()) {
        if (is_in_way(map, key)) continue;
        INFO(map << ": " << key);
        const bool known = properties->find(key) != nullptr;
        CHECK(known != loader_rejects(marked.file, with_key(*marked.text, map, key), key));
      }
    }
  }
  CHECK(maps == 24);
}

TEST_CASE("The text with every map is good, and fits the schema") {
  for (const MarkedText& marked : kTexts) {
    INFO(marked.file);
    CHECK(joined(violations(mot::format_schema(""), json_of_text(*marked.text))) == "");
  }
}

TEST_CASE("The schema refuses what an author gets wrong") {
  const auto refused = [](std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    return !violations(mot::format_schema("scenario"), json_of_text(text)).empty();
  };
  CHECK_FALSE(refused(kEveryMap, "mot: 1", "mot: 1"));
  CHECK(refused(kEveryMap, "mot: 1", "mot: 2"));
  CHECK(refused(kEveryMap, "channel: phone", "channel: fax"));
  CHECK(refused(kEveryMap, "stage: s\n    channel", "channel"));
  CHECK(refused(kEveryMap, "odds: 1\n", "odds: 0\n"));
  CHECK(refused(kEveryMap, "say: x", "say: x\n        do: y"));
  CHECK(refused(kEveryMap, "        say: x\n", ""));
  CHECK(refused(kEveryMap, "delivers: { empathy: 5 }",
                "delivers: { empathy: 5, responsiveness: 5 }"));
  CHECK(refused(kEveryMap, "delivers: { empathy: 5 }", "delivers: { empathy: 11 }"));
  CHECK(refused(kEveryMap, "delivers: { empathy: 5 }", "delivers: { kindness: 5 }"));
  CHECK(refused(kEveryMap, "variables: { va: 1 }", "variables: { mood: 1 }"));
  CHECK(refused(kEveryMap, "variables: { va: 1 }", "variables: { va: high }"));
  CHECK(refused(kEveryMap, "id: every-map", "id: Every Map"));
  CHECK(refused(kEveryMap, "title: Every map", "title: ''"));
  CHECK(refused(kEveryMap, "smell: S0001", "smell: M0001"));
  CHECK(refused(kEveryMap, "# @decision", "time_limit: 30\n    # @decision"));
  CHECK(refused(kEveryMap, "# @scenario", "moment: []\n# @scenario"));
}

TEST_CASE("Every key has a description") {
  for (const mot::FormatMap& map : mot::format_maps()) {
    CHECK(!map.about.empty());
    for (const mot::FormatKey& key : map.keys) {
      INFO(map.name << "." << key.name);
      CHECK(key.about.size() > 5);
      CHECK(key.about.back() == '.');
    }
  }
}

TEST_CASE("Every property of every schema has a description") {
  CHECK(joined(without_description(mot::format_schema(""), "")) == "");
  for (const std::string_view kind : mot::kFileKindNames) {
    INFO(kind);
    CHECK(joined(without_description(mot::format_schema(kind), "")) == "");
  }
  CHECK(joined(without_description(mot::format_schema("scenario", {{"variable", {"asked"}}}),
                                   "")) == "");
}

TEST_CASE("Names are offered where they are asked for, and refuse no others") {
  const mot::SchemaNames names{
      {"scene", {"cabin"}},     {"stage", {"first-contact"}}, {"moment", {"first-call"}},
      {"customer", {"ms-gao"}}, {"journey", {"a-journey"}},   {"place", {"first-call.ask"}},
      {"need", {"baby"}},       {"variable", {"asked"}},      {"condition", {"asked"}}};
  const Json schema = mot::format_schema("scenario", names);
  const Json& all = *schema.find("definitions");
  const auto key = [&](const char* map, const char* name) -> const Json& {
    return *all.find(map)->find("properties")->find(name);
  };
  const auto offers = [](const Json& where, const char* word) {
    return where.dump(-1).find(fmt::format("\"examples\":[\"{}\"]", word)) != std::string::npos;
  };
  CHECK(offers(key("scenario", "scene"), "cabin"));
  CHECK(offers(key("decision", "scene"), "cabin"));
  CHECK(offers(key("decision", "stage"), "first-contact"));
  CHECK(offers(key("scenario", "start"), "first-call"));
  CHECK(offers(key("spoken_line", "next"), "first-call"));
  CHECK(offers(key("response", "next"), "first-call"));
  CHECK(offers(key("route", "go"), "first-call"));
  CHECK(offers(key("branch", "next"), "first-call"));
  CHECK(offers(key("leave", "next"), "first-call"));
  CHECK(offers(key("scenario", "customer"), "ms-gao"));
  CHECK(offers(key("scenario", "journey"), "a-journey"));
  CHECK(offers(key("accept", "where"), "first-call.ask"));
  CHECK(offers(key("response", "uncovers"), "baby"));
  CHECK(offers(key("response", "when"), "asked"));
  CHECK(key("response", "set").find("properties")->find("asked") != nullptr);
  CHECK(joined(violations(schema, json_of_text(kEveryMap))) == "");
}
