// What editors are offered to complete: what is shipped, and what a file itself names.
#include "game/cli/schema_names.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "engine/base/file.h"
#include "tests/support/temporary_folder.h"

using mot::SchemaNames;

namespace {

const std::string kLibrary = MOT_SOURCE_DIR "/scenarios";
const std::string kAssets = MOT_SOURCE_DIR "/assets";

bool has_name(const SchemaNames& names, const char* kind, const char* name) {
  const auto list = names.find(kind);
  return list != names.end() &&
         std::find(list->second.begin(), list->second.end(), name) != list->second.end();
}

constexpr const char* kDraft = R"(
mot: 1
id: a-draft
language: en
title: A draft
journey: property-service
customer: mr-own
needs: { baby: The baby sleeps. }
standards: { ring: We ring back. }
variables: { asked: 0 }
cast: { lin: { name: Lin } }
moments:
  - id: first
    touchpoint: The call
    says: Hello
    responses:
      - { id: ask, say: Well, next: last, tags: [open] }
      - { id: wait, say: A moment please }
  - id: last
    ending: resolved
)";

SchemaNames names_of(const std::string& text) {
  const mot::test::TemporaryFolder folder;
  const std::string path = folder / "a-draft.yaml";
  REQUIRE(mot::write_file_atomically(path, text));
  std::filesystem::create_directory(folder.path() / "customers");
  REQUIRE(mot::write_file_atomically(folder / "customers/mr-own.yaml", "id: mr-own\n"));
  SchemaNames names = mot::shipped_names(kLibrary, kAssets);
  mot::DiagnosticSink sink;
  CHECK(mot::add_names_of_file(path, kLibrary, names, sink));
  return names;
}

}  // namespace

TEST_CASE("What is shipped is offered") {
  const SchemaNames names = mot::shipped_names(kLibrary, kAssets);
  CHECK(names.at("scene").size() >= 13);
  CHECK(has_name(names, "scene", "hotel-reception"));
  CHECK(has_name(names, "customer", "mr-tan"));
  CHECK(has_name(names, "journey", "hotel-stay"));
  CHECK(has_name(names, "scenario", "late-arrival"));
  CHECK(has_name(names, "setting", "hotel"));
  CHECK(has_name(names, "person", "lin"));
  CHECK(has_name(names, "smell", "S0001"));
  CHECK(names.at("journey").size() == 6);
  CHECK(names.at("stage").size() > 10);
  CHECK(names.count("moment") == 0);
}

TEST_CASE("Without a library and pictures the scenes of the format are still offered") {
  const SchemaNames names = mot::shipped_names("", "");
  CHECK(names.at("scene").size() == 13);
  CHECK(names.count("customer") == 0);
}

TEST_CASE("A file's own names are offered, those of its journey alone as stages") {
  const SchemaNames names = names_of(kDraft);
  CHECK(names.at("moment") == std::vector<std::string>{"first", "last"});
  CHECK(names.at("answer") == std::vector<std::string>{"ask", "wait"});
  CHECK(names.at("place") == std::vector<std::string>{"first", "first.ask", "first.wait", "last"});
  CHECK(names.at("cast") == std::vector<std::string>{"lin"});
  CHECK(names.at("need") == std::vector<std::string>{"baby"});
  CHECK(names.at("standard") == std::vector<std::string>{"ring"});
  CHECK(names.at("variable") == std::vector<std::string>{"asked"});
  CHECK(names.at("touchpoint") == std::vector<std::string>{"The call"});
  CHECK(has_name(names, "condition", "asked"));
  CHECK(has_name(names, "condition", "knows(baby)"));
  CHECK(has_name(names, "condition", "chose(first.ask)"));
  CHECK(has_name(names, "condition", "visited(last)"));
  CHECK(has_name(names, "customer", "mr-own"));
  CHECK(has_name(names, "customer", "mr-tan"));
  CHECK(names.at("stage").size() < mot::shipped_names(kLibrary, kAssets).at("stage").size());
}

TEST_CASE("Stages of a journey inside the file are offered") {
  std::string text(kDraft);
  const std::string from = "journey: property-service";
  text.replace(text.find(from), from.size(),
               "journey: { id: j, title: J, stages: [{ id: one, title: One }] }");
  CHECK(names_of(text).at("stage") == std::vector<std::string>{"one"});
}

TEST_CASE("What is no YAML names nothing, and says why") {
  const mot::test::TemporaryFolder folder;
  REQUIRE(mot::write_file_atomically(folder / "a.yaml", "moments: [\n"));
  SchemaNames names;
  mot::DiagnosticSink sink;
  CHECK_FALSE(mot::add_names_of_file(folder / "a.yaml", "", names, sink));
  CHECK(sink.has_errors());
  CHECK(names.empty());
}
