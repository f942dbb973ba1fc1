// The corpus of tests/data/diagnostics: for every code of the catalogue a bad file (or a folder of
// files) named after it, with what `mot check` prints about it beside it in <name>.expected. Tests
// engine/scenario as a whole. Run with MOT_UPDATE_EXPECTED=1 to write the .expected files anew,
// then read them as a trainer would.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "engine/base/catalogue.h"
#include "engine/base/report.h"
#include "engine/scenario/library.h"
#include "engine/scenario/pictures.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;

const fs::path kCorpus = fs::path(MOT_SOURCE_DIR) / "tests/data/diagnostics";

std::string content_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  return content.str();
}

void write(const fs::path& path, const std::string& content) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

// Bad files that git can't hold well, or that are no files.
void write_generated(const fs::path& folder) {
  fs::create_directories(folder / "M0001-folder.yaml" / "inside");
  write(folder / "M0002.yaml", "# " + std::string(std::size_t{16} << 20U, 'x') + "\n");
  write(folder / "M0003-latin-1.yaml", "mot: 1\ntitle: Caf\xE9 au lait\n");
  write(folder / "M0003-utf-16.yaml", std::string("\xFF\xFEm\0o\0t\0", 8));
  write(folder / "M0004.yaml", std::string("PK\3\4\0\0", 6));
}

const std::set<std::string> kGenerated{"M0001-missing.yaml", "M0002.yaml", "M0003-latin-1.yaml",
                                       "M0003-utf-16.yaml", "M0004.yaml"};

// Codes without a file here: M0089 comes with the exact analysis of states; its file is in
// tests/data/smells.
const std::set<std::string_view> kElsewhere{"M0089"};

// What the check prints about a path below `root`, paths relative to it.
std::string findings(const fs::path& root, const std::string& name) {
  mot::LoadOptions options;
  options.pictures = mot::load_pictures((fs::path(MOT_SOURCE_DIR) / "assets").string());
  mot::DiagnosticSink sink;
  mot::check_paths({(root / name).string()}, options, sink);
  std::string text = mot::render_text(sink);
  const std::string prefix = root.lexically_normal().generic_string() + "/";
  for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix, at))
    text.erase(at, prefix.size());
  return text;
}

// Files and folders of the corpus, those to be generated included.
std::vector<std::string> cases() {
  std::vector<std::string> names(kGenerated.begin(), kGenerated.end());
  for (const fs::directory_entry& entry : fs::directory_iterator(kCorpus)) {
    if (entry.is_directory() || entry.path().extension() == ".yaml")
      names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

fs::path expected_beside(const std::string& name) {
  const fs::path path = kCorpus / name;
  return path.extension() == ".yaml" ? fs::path(path).replace_extension(".expected")
                                     : fs::path(path.string() + ".expected");
}

}  // namespace

TEST_CASE("every bad file of the corpus is reported in exactly these words") {
  const mot::test::TemporaryFolder generated;
  write_generated(generated.path());
  for (const std::string& name : cases()) {
    const fs::path root = kGenerated.count(name) > 0 ? generated.path() : kCorpus;
    const std::string found = findings(root, name);
    const fs::path expected = expected_beside(name);
    if (std::getenv("MOT_UPDATE_EXPECTED") != nullptr) write(expected, found);
    INFO(name);
    CHECK(found == content_of(expected));
    CHECK(found.find("[" + name.substr(0, 5) + "]") != std::string::npos);
  }
}

TEST_CASE("every code of the catalogue has a bad file in the corpus") {
  const std::vector<std::string> names = cases();
  for (const mot::CatalogueEntry& entry : mot::catalogue()) {
    if (entry.code[0] != 'M' || kElsewhere.count(entry.code) > 0) continue;
    INFO(entry.code);
    CHECK(std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return name.compare(0, entry.code.size(), entry.code) == 0;
    }));
  }
}

TEST_CASE("every expectation of the corpus belongs to a bad file") {
  const std::vector<std::string> names = cases();
  for (const fs::directory_entry& entry : fs::directory_iterator(kCorpus)) {
    if (entry.path().extension() != ".expected") continue;
    INFO(entry.path().filename());
    CHECK(std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return expected_beside(name) == entry.path();
    }));
  }
}

TEST_CASE("no bad file of the corpus shows its code only among others") {
  // Each but those whose name says more shows one thing, so that its expectation can be read.
  for (const std::string& name : cases()) {
    const std::string expected = content_of(expected_beside(name));
    std::size_t findings_shown = 0;
    for (std::size_t at = expected.find(" [M"); at != std::string::npos;
         at = expected.find(" [M", at + 1)) {
      INFO(name << " shows " << expected.substr(at + 2, 5));
      CHECK(expected.compare(at + 2, 5, name, 0, 5) == 0);
      ++findings_shown;
    }
    INFO(name);
    CHECK(findings_shown > 0);
  }
}
