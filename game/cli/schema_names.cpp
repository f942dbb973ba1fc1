#include "game/cli/schema_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "engine/authoring/completion.h"
#include "engine/base/catalogue.h"
#include "engine/base/file.h"
#include "engine/scenario/library.h"
#include "engine/scenario/neighbour_files.h"
#include "engine/scenario/pictures.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

/// Adds a name to its kind, once; the empty one is none.
void offer(SchemaNames& names, std::string_view kind, std::string_view name) {
  if (name.empty()) return;
  std::vector<std::string>& list = names[std::string(kind)];
  if (list.size() < kMostNamesOffered && std::find(list.begin(), list.end(), name) == list.end())
    list.emplace_back(name);
}

template <class List>
void offer_all(SchemaNames& names, std::string_view kind, const List& list) {
  for (const auto& name : list) offer(names, kind, name);
}

std::string_view text_at(const YamlSpans& spans, YamlNode map, std::string_view key) {
  if (!spans.is(map, YamlKind::map)) return {};
  const YamlNode value = spans.value(map, key);
  return spans.is(value, YamlKind::scalar) ? spans.document().text(value) : std::string_view();
}

/// The ids of a list's entries.
void offer_ids(SchemaNames& names, std::string_view kind, const YamlSpans& spans, YamlNode list) {
  if (!spans.is(list, YamlKind::sequence)) return;
  for (const YamlNode item : spans.items(list)) offer(names, kind, text_at(spans, item, "id"));
}

/// The keys of a map of the file.
void offer_keys(SchemaNames& names,
                std::string_view kind,
                const YamlSpans& spans,
                std::string_view path) {
  const YamlNode map = spans.find(path);
  if (!spans.is(map, YamlKind::map)) return;
  const YamlDocument& document = spans.document();
  for (YamlNode key = document.first(map); key != kNoNode; key = document.next(document.next(key)))
    offer(names, kind, document.text(key));
}

void offer_stages(SchemaNames& names,
                  const std::string& folder,
                  const std::string& library,
                  std::string_view journey) {
  const std::string path = find_neighbour(folder, library, "journeys", journey);
  const Result<std::string> text = path.empty() ? refuse("") : read_file(path);
  const auto spans = text ? YamlSpans::parse(*text, path) : Result<YamlSpans>(refuse(""));
  if (spans) offer_ids(names, "stage", *spans, spans->find("stages"));
}

void offer_settings(SchemaNames& names, const std::string& library) {
  for (const std::string& path : scenario_files(library)) {
    const Result<std::string> text = read_file(path);
    const auto spans = text ? YamlSpans::parse(*text, path) : Result<YamlSpans>(refuse(""));
    if (spans) offer(names, "setting", text_at(*spans, spans->document().root(), "setting"));
  }
}

void offer_pictures(SchemaNames& names, const PictureVocabulary& pictures) {
  offer_all(names, "scene", pictures.scenes);
  offer_all(names, "person", pictures.people);
  offer_all(names, "hair", pictures.hair);
  offer_all(names, "hair-colour", pictures.hair_colours);
  offer_all(names, "skin", pictures.skins);
  offer_all(names, "outfit", pictures.outfits);
  offer_all(names, "colour", pictures.colours);
  offer_all(names, "wear", pictures.wears);
}

/// What a condition may be made of: variables, then what is called with a name.
void offer_conditions(SchemaNames& names, const NamesInText& own) {
  offer_all(names, "condition", own.variables);
  for (const std::string& need : own.needs)
    offer(names, "condition", fmt::format("knows({})", need));
  for (const std::string& response : own.responses)
    offer(names, "condition", fmt::format("chose({})", response));
  for (const std::string& moment : own.moments)
    offer(names, "condition", fmt::format("visited({})", moment));
}

void offer_moments(SchemaNames& names, const YamlSpans& spans, const ScenarioOutline& outline) {
  for (const OutlinedMoment& moment : outline.moments) {
    offer(names, "moment", moment.id);
    offer(names, "place", moment.id);
    for (const OutlinedResponse& response : moment.responses) {
      offer(names, "answer", response.id);
      if (!moment.id.empty() && !response.id.empty())
        offer(names, "place", moment.id + "." + response.id);
    }
  }
  const YamlNode moments = spans.find("moments");
  if (!spans.is(moments, YamlKind::sequence)) return;
  for (const YamlNode moment : spans.items(moments)) {
    offer(names, "touchpoint", text_at(spans, moment, "touchpoint"));
    const YamlNode responses =
        spans.is(moment, YamlKind::map) ? spans.value(moment, "responses") : kNoNode;
    if (!spans.is(responses, YamlKind::sequence)) continue;
    for (const YamlNode response : spans.items(responses)) {
      const YamlNode tags =
          spans.is(response, YamlKind::map) ? spans.value(response, "tags") : kNoNode;
      if (!spans.is(tags, YamlKind::sequence)) continue;
      for (const YamlNode tag : spans.items(tags)) offer(names, "tag", spans.document().text(tag));
    }
  }
}

/// Own names go before what is shipped.
void put_first(SchemaNames& names, std::string_view kind, const std::vector<std::string>& own) {
  SchemaNames joined;
  offer_all(joined, kind, own);
  if (const auto shipped = names.find(kind); shipped != names.end())
    offer_all(joined, kind, shipped->second);
  for (auto& [name, list] : joined) names[name] = std::move(list);
}

}  // namespace

SchemaNames shipped_names(const std::string& library, const std::string& assets) {
  SchemaNames names;
  // A folder that is not there gives the scenes of the format.
  offer_pictures(names, load_pictures(assets.empty() ? "/nonexistent" : assets));
  for (const CatalogueEntry& entry : catalogue()) {
    if (entry.code.starts_with('S')) offer(names, "smell", entry.code);
  }
  if (library.empty()) return names;
  const std::string journeys = (fs::path(library) / "journeys").string();
  const std::string customers = (fs::path(library) / "customers").string();
  offer_all(names, "customer", neighbour_ids(customers, library, "customers"));
  offer_all(names, "journey", neighbour_ids(journeys, library, "journeys"));
  if (const auto all = names.find("journey"); all != names.end()) {
    for (const std::string& journey : std::vector<std::string>(all->second))
      offer_stages(names, journeys, library, journey);
  }
  offer_all(names, "scenario", scenario_ids(library));
  offer_settings(names, library);
  return names;
}

bool add_names_of_file(const std::string& path,
                       const std::string& library,
                       SchemaNames& names,
                       DiagnosticSink& sink) {
  const auto source = read_source(path, sink);
  if (source == nullptr || YamlDocument::parse(source, sink) == nullptr) return false;
  const Result<YamlSpans> spans = YamlSpans::parse(source->text, path);
  if (!spans) return false;
  const ScenarioOutline outline = outline_of(*spans);
  offer_moments(names, *spans, outline);
  const NamesInText own = names_in(*spans, outline);
  offer_all(names, "variable", own.variables);
  offer_all(names, "need", own.needs);
  offer_all(names, "standard", own.standards);
  offer_keys(names, "cast", *spans, "cast");
  offer_conditions(names, own);
  const fs::path parent = fs::path(path).parent_path();
  const std::string folder = parent.empty() ? "." : parent.string();
  put_first(names, "customer", neighbour_ids(folder, {}, "customers"));
  put_first(names, "journey", neighbour_ids(folder, {}, "journeys"));
  SchemaNames stages;
  if (const YamlNode journey = spans->find("journey"); spans->is(journey, YamlKind::map)) {
    offer_ids(stages, "stage", *spans, spans->value(journey, "stages"));
  } else if (spans->is(journey, YamlKind::scalar)) {
    offer_stages(stages, folder, library, spans->document().text(journey));
  }
  for (auto& [name, list] : stages) names[name] = std::move(list);
  return true;
}

}  // namespace mot
