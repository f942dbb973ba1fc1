// What `mot new` begins with: good scenarios, without a warning, the same in every language.
#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/base/report.h"
#include "engine/scenario/library.h"
#include "engine/scenario/pictures.h"
#include "engine/text/ui_strings.h"

namespace fs = std::filesystem;

namespace {
const std::string kAssets = std::string(MOT_SOURCE_DIR) + "/assets";
}

TEST_CASE("Every template is a scenario without a finding, in every language of the interface") {
  const auto languages = mot::UiStrings::languages(kAssets + "/lang");
  const mot::LoadOptions options{"", mot::load_pictures(kAssets), true};
  for (const std::string& english : mot::yaml_files_below(kAssets + "/templates/en")) {
    const std::string name = fs::path(english).filename().string();
    for (const std::string& language : languages) {
      INFO(name << ", " << language);
      mot::DiagnosticSink sink;
      const std::string path = kAssets + "/templates/" + language + "/" + name;
      const auto checked = mot::check_paths({path}, options, sink);
      CHECK(mot::render_text(sink) == "");
      REQUIRE(checked.scenarios.size() == 1);
      CHECK(checked.scenarios[0]->id == fs::path(name).stem().string());
      CHECK(checked.scenarios[0]->language[0] == language);
    }
  }
}
