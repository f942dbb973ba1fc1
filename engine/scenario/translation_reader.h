// Translation files: a flat map from text paths to texts, with hashes of the sources they were made
// from.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/yaml.h"
#include "engine/scenario/model.h"
#include "engine/scenario/node_reader.h"

namespace mot {

/// A translatable text of some file: what the translation must know of it.
struct TranslatableText {
  std::string path;
  std::string_view source;
};

/// What a translation file says. Texts are by index into the translatable texts; empty: none.
struct TranslationTexts {
  std::string language;
  std::vector<std::string_view> texts;
  /// False where the file says it belongs to something else or can't be used at all.
  bool usable = false;
};

/// Reads a translation of the file with id `of`, written in `own_language`. Findings: paths that
/// lead nowhere, missing and stale texts.
TranslationTexts read_translation(const YamlDocument& document,
                                  std::string_view of,
                                  std::string_view own_language,
                                  const std::vector<TranslatableText>& texts,
                                  DiagnosticSink& sink);

/// Whether a translation's `of` names the file it is beside; what names another is reported
/// (M0113). `id`: that file's; empty: not known. An absent `of` is for `require`.
bool check_translated_id(const NodeReader& reader, YamlNode of, std::string_view id);

/// Checks a translation apart from what it translates, where that is itself wrong.
void check_translation_form(const YamlDocument& document, DiagnosticSink& sink);

/// Reads a translation of the scenario's, the customer's or the journey's file into the scenario.
void read_scenario_translation(const std::shared_ptr<const YamlDocument>& document,
                               Scenario& scenario,
                               TextOrigin origin,
                               DiagnosticSink& sink);

/// First 8 hex digits of SHA-256 of a source text: what `sources` holds.
std::string source_mark(std::string_view text);

}  // namespace mot
