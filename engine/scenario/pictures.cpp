#include "engine/scenario/pictures.h"

#include <algorithm>
#include <filesystem>
#include <future>
#include <string_view>

#include "engine/base/file.h"
#include "engine/base/yaml.h"

namespace mot {
namespace {

namespace fs = std::filesystem;

// Scenes every scenario may name (docs/scenario_format.md).
constexpr std::string_view kScenes[] = {
    "service-desk", "hotel-reception", "hotel-restaurant",  "flat-door",     "living-room",
    "kitchen",      "shop-floor",      "appliance-counter", "boarding-gate", "airline-check-in",
    "cabin",        "car-park-gate",   "video-call"};

// What a portrait's `colours` may name.
constexpr std::string_view kColouredParts[] = {"top", "sleeve", "cuff", "inner", "accent"};

// Keys of a map or words of a list.
std::vector<std::string> names_in(const YamlDocument& document, YamlNode node) {
  std::vector<std::string> names;
  const bool map = document.kind(node) == YamlKind::map;
  for (YamlNode child = document.first(node); child != kNoNode;) {
    names.emplace_back(document.text(child));
    child = document.next(map ? document.next(child) : child);
  }
  return names;
}

// The names alone of the table of the cast, whose maps are set in by two: what they mean is further
// in, or behind the names, and takes YAML's reader four times as long.
std::string names_only(std::string_view table) {
  std::string names;
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(line.size() + 1, table.size()));
    const std::size_t in = line.find_first_not_of(' ');
    if (in == 0)
      names.append(line).append("\n");
    else if (in == 2)
      names.append(line.substr(0, line.find(':'))).append(":\n");
  }
  return names;
}

void read_cast_table(const YamlDocument& document, PictureVocabulary& pictures) {
  struct Table {
    std::string_view key;
    std::vector<std::string>& names;
  };
  const Table tables[] = {{"people", pictures.people},
                          {"hairs", pictures.hair},
                          {"hair_colours", pictures.hair_colours},
                          {"skins", pictures.skins},
                          {"outfits", pictures.outfits},
                          {"cloths", pictures.colours},
                          {"wears", pictures.wears}};
  for (YamlNode key = document.first(document.root()); key != kNoNode;
       key = document.next(document.next(key))) {
    for (const Table& table : tables) {
      if (document.text(key) == table.key) table.names = names_in(document, document.next(key));
    }
  }
  pictures.coloured_parts.assign(std::begin(kColouredParts), std::end(kColouredParts));
}

}  // namespace

PictureVocabulary load_pictures(const std::string& assets) {
  PictureVocabulary pictures;
  pictures.scenes.assign(std::begin(kScenes), std::end(kScenes));
  std::error_code error;
  std::vector<std::string> drawn;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(fs::path(assets) / "scenes", error)) {
    if (entry.path().extension() == ".svg") drawn.push_back(entry.path().stem().string());
  }
  std::sort(drawn.begin(), drawn.end());
  for (std::string& scene : drawn) {
    if (std::find(pictures.scenes.begin(), pictures.scenes.end(), scene) == pictures.scenes.end())
      pictures.scenes.push_back(std::move(scene));
  }
  const fs::path table = fs::path(assets) / "characters" / "cast.yaml";
  if (!fs::exists(table, error)) return pictures;
  DiagnosticSink ignored;
  const auto source = read_source(table.string(), ignored);
  if (!source) return pictures;
  const auto names =
      std::make_shared<const SourceText>(SourceText{source->path, names_only(source->text)});
  const auto document = YamlDocument::parse(names, ignored);
  if (document && document->kind(document->root()) == YamlKind::map)
    read_cast_table(*document, pictures);
  return pictures;
}

Pictures load_pictures_meanwhile(const std::string& assets) {
  return Pictures(std::async([assets] { return load_pictures(assets); }).share());
}

}  // namespace mot
