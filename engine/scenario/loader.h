// From a file to a Scenario: reads it and what it names (customer, journey, translations), collects
// everything that is wrong.
#pragma once

#include <future>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/scenario/model.h"

namespace mot {

/// What the programme's own pictures offer; names outside it are warnings. Empty lists: nothing is
/// checked.
struct PictureVocabulary {
  std::vector<std::string> scenes;
  std::vector<std::string> people;
  std::vector<std::string> hair;
  std::vector<std::string> hair_colours;
  std::vector<std::string> skins;
  std::vector<std::string> outfits;
  std::vector<std::string> colours;
  /// Keys of a portrait's `colours`.
  std::vector<std::string> coloured_parts;
  std::vector<std::string> wears;
};

/// A vocabulary at hand, or one that another thread still reads.
class Pictures {
 public:
  Pictures() = default;
  Pictures(PictureVocabulary known) : known_(std::move(known)) {}
  explicit Pictures(std::shared_future<PictureVocabulary> coming) : coming_(std::move(coming)) {}
  /// Waits for the other thread.
  const PictureVocabulary& known() const { return coming_.valid() ? coming_.get() : known_; }

 private:
  PictureVocabulary known_;
  std::shared_future<PictureVocabulary> coming_;
};

/// Where a scenario's customer and journey are looked for after the folders beside it.
struct LoadOptions {
  /// Root of the library; empty: none.
  std::string library;
  Pictures pictures;
  /// Read <id>.<tag>.yaml files beside the scenario, its customer and its journey.
  bool translations = true;
  /// Path → text that goes before what is in the file: of a customer, a journey or a translation
  /// that somebody edits and has not saved.
  std::map<std::string, std::string> unsaved{};
};

/// What came of loading.
struct LoadedScenario {
  /// Null where there were errors.
  std::shared_ptr<const Scenario> scenario;
  /// Files that were read, the scenario's first.
  std::vector<std::string> files;
};

/// Loads and checks a scenario. Findings go to `sink`; the scenario is null where it has errors of
/// its own or in what it names (errors in translations do not stop it).
LoadedScenario load_scenario(const std::string& path,
                             const LoadOptions& options,
                             DiagnosticSink& sink);

/// The same from a text in memory; `path` names it in findings and says where its neighbours are.
LoadedScenario load_scenario_text(std::string path,
                                  std::string text,
                                  const LoadOptions& options,
                                  DiagnosticSink& sink);

}  // namespace mot
