// What `mot new` begins with: good scenarios, without a warning, the same in every language.
#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/authoring/new_scenario.h"
#include "engine/base/report.h"
#include "engine/scenario/library.h"
#include "engine/scenario/pictures.h"
#include "engine/text/ui_strings.h"

namespace fs = std::filesystem;

namespace {
const std::string kAssets = std::string(MOT_SOURCE_DIR) + "/assets";
}

TEST_CASE("Every template is a scenario without a finding, in every language of the interface") {
  // An empty page has what the author is to write first, and nothing else.
  const std::vector<std::string_view> unwritten{"M0100", "M0100", "M0082"};
  const auto languages = mot::UiStrings::languages(kAssets + "/lang");
  const mot::LoadOptions options{"", mot::load_pictures(kAssets), true};
  for (const std::string& english : mot::yaml_files_below(kAssets + "/templates/en")) {
    const std::string name = fs::path(english).filename().string();
    for (const std::string& language : languages) {
      INFO(name << ", " << language);
      mot::DiagnosticSink sink;
      const std::string path = kAssets + "/templates/" + language + "/" + name;
      const auto checked = mot::check_paths({path}, options, sink);
      REQUIRE(checked.scenarios.size() == 1);
      if (checked.scenarios[0]->draft) {
        std::vector<std::string_view> codes;
        for (const mot::Diagnostic& finding : sink.sorted()) codes.push_back(finding.code);
        CHECK(codes == unwritten);
        CHECK_FALSE(sink.has_errors());
      } else {
        CHECK(mot::render_text(sink) == "");
      }
      CHECK(checked.scenarios[0]->id == fs::path(name).stem().string());
      CHECK(checked.scenarios[0]->language[0] == language);
    }
  }
}

TEST_CASE("Every template has a name, and says what it is for, in every language") {
  for (const std::string& language : mot::UiStrings::languages(kAssets + "/lang")) {
    mot::DiagnosticSink sink;
    const auto texts = mot::UiStrings::read(kAssets + "/lang/" + language + ".yaml", sink);
    for (const std::string& name : mot::template_names(kAssets)) {
      INFO(language << ": " << name);
      CHECK(texts.count("template." + name) == 1);
      CHECK(texts.count("template." + name + "-for") == 1);
    }
  }
}
