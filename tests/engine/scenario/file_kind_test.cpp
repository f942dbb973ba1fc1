#include "engine/scenario/file_kind.h"

#include <catch2/catch.hpp>
#include <string>

namespace {

std::shared_ptr<const mot::YamlDocument> document(const std::string& yaml) {
  mot::DiagnosticSink sink;
  return mot::YamlDocument::parse(
      std::make_shared<const mot::SourceText>(mot::SourceText{"t.yaml", yaml}), sink);
}
mot::FileKind kind(const std::string& yaml) { return mot::kind_of_file(*document(yaml)); }

}  // namespace

TEST_CASE("the kind of a file is told by its keys, in the order of the format") {
  CHECK(kind("mot-translation: 1\nname: x\n") == mot::FileKind::translation);
  CHECK(kind("name: x\nmoments: []\n") == mot::FileKind::scenario);
  CHECK(kind("name: x\nstages: []\n") == mot::FileKind::journey);
  CHECK(kind("lessons: []\n") == mot::FileKind::course);
  CHECK(kind("name: x\n") == mot::FileKind::customer);
}

TEST_CASE("a file with none of the keys is read as a scenario") {
  CHECK(kind("title: x\n") == mot::FileKind::scenario);
  CHECK(kind("- x\n") == mot::FileKind::scenario);
  CHECK(kind("text\n") == mot::FileKind::scenario);
}

TEST_CASE("a file named like a translation is one unless its keys say otherwise") {
  CHECK(mot::is_translation(*document("mot-translation: 1\n")));
  CHECK(mot::is_translation(*document("texts: {}\n")));
  CHECK_FALSE(mot::is_translation(*document("moments: []\n")));
  CHECK_FALSE(mot::is_translation(*document("name: x\n")));
}
