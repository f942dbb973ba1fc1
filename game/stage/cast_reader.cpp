// read_cast: the only user of yaml-cpp among the window's folders.
#include <yaml-cpp/yaml.h>

#include <set>
#include <stdexcept>

#include "game/stage/cast.h"

namespace mot {
namespace {

[[noreturn]] void fail(const YAML::Node& node, const std::string& what) {
  throw std::runtime_error("line " + std::to_string(node.Mark().line + 1) + ": " + what);
}

// Visits every entry of a map once.
template <class Visit>
void each(const YAML::Node& node, const std::string& what, Visit visit) {
  if (!node.IsMap()) {
    fail(node, what + " must be a map");
  }
  std::set<std::string> seen;
  for (const auto& entry : node) {
    const std::string key = entry.first.Scalar();
    if (!seen.insert(key).second) {
      fail(entry.first, "'" + key + "' is there twice");
    }
    visit(key, entry.second);
  }
}

std::vector<std::string> list(const YAML::Node& node) {
  if (!node.IsSequence()) {
    fail(node, "a list is wanted");
  }
  std::vector<std::string> out;
  for (const auto& item : node) {
    out.push_back(item.Scalar());
  }
  return out;
}

float number(const YAML::Node& node) {
  try {
    return node.as<float>();
  } catch (const YAML::Exception&) {
    fail(node, "'" + node.Scalar() + "' is no number");
  }
}

bool flag(const YAML::Node& node) {
  if (node.Scalar() != "true" && node.Scalar() != "false") {
    fail(node, "true or false is wanted");
  }
  return node.Scalar() == "true";
}

std::map<std::string, std::vector<std::string>> lists(const YAML::Node& node,
                                                      const std::string& what,
                                                      std::size_t size) {
  std::map<std::string, std::vector<std::string>> out;
  each(node, what, [&](const std::string& key, const YAML::Node& value) {
    out[key] = list(value);
    if (size > 0 && out[key].size() != size) {
      fail(value, "'" + key + "' needs " + std::to_string(size) + " colours");
    }
  });
  return out;
}

std::map<std::string, std::string> words(const YAML::Node& node, const std::string& what) {
  std::map<std::string, std::string> out;
  each(node, what,
       [&](const std::string& key, const YAML::Node& value) { out[key] = value.Scalar(); });
  return out;
}

bool read_text(Look& look, const std::string& key, const YAML::Node& value) {
  static const std::map<std::string, std::string Look::*> kTexts{
      {"skin", &Look::skin},   {"hair", &Look::hair},     {"hair_colour", &Look::hair_colour},
      {"head", &Look::head},   {"neck", &Look::neck},     {"nose", &Look::nose},
      {"beard", &Look::beard}, {"outfit", &Look::outfit}, {"frame", &Look::frame}};
  const auto found = kTexts.find(key);
  if (found == kTexts.end()) {
    return false;
  }
  look.*(found->second) = value.Scalar();
  return true;
}

void read_member(Look& look, const std::string& key, const YAML::Node& value) {
  if (read_text(look, key, value)) {
    return;
  }
  if (key == "colours") {
    look.colours = words(value, key);
  } else if (key == "wears") {
    look.wears = list(value);
  } else if (key == "iris" && list(value).size() == 2) {
    look.iris = {list(value)[0], list(value)[1]};
  } else if (key == "eyes" && value.IsSequence() && value.size() == 2) {
    look.eyes = {number(value[0]), number(value[1])};
  } else if (key == "brow") {
    look.brow = number(value);
  } else if (key == "build") {
    look.build = number(value);
  } else if (key == "lashes") {
    look.lashes = flag(value);
  } else if (key == "age_lines") {
    look.age_lines = flag(value);
  } else {
    fail(value, "unknown or unfit '" + key + "'");
  }
}

void demand(bool known, const std::string& person, const std::string& what) {
  if (!known) {
    throw std::runtime_error("'" + person + "' has an unknown " + what);
  }
}

void check_names(const Cast& cast) {
  for (const auto& [name, look] : cast.people) {
    demand(cast.skins.contains(look.skin), name, "skin");
    demand(cast.hairs.contains(look.hair), name, "hair");
    demand(cast.hair_colours.contains(look.hair_colour), name, "hair_colour");
    for (const char* part : {"top", "sleeve", "inner", "accent"}) {
      demand(look.colours.contains(part), name, std::string("colour: none for ") + part);
    }
    for (const auto& [part, cloth] : look.colours) {
      demand(cast.cloths.contains(cloth), name, "colour '" + cloth + "'");
    }
    for (const std::string& thing : look.wears) {
      demand(cast.wears.contains(thing), name, "thing worn");
    }
  }
}

Cast read(const std::filesystem::path& file) {
  Cast cast;
  each(YAML::LoadFile(file.string()), "the cast",
       [&](const std::string& key, const YAML::Node& value) {
         if (key == "skins") {
           cast.skins = lists(value, key, 7);
         } else if (key == "hair_colours") {
           cast.hair_colours = lists(value, key, 4);
         } else if (key == "cloths") {
           cast.cloths = lists(value, key, 4);
         } else if (key == "hairs") {
           cast.hairs = lists(value, key, 0);
         } else if (key == "wears") {
           cast.wears = words(value, key);
         } else if (key == "outfits") {
           cast.outfits = list(value);
         } else if (key == "heads") {
           cast.heads = list(value);
         } else if (key == "necks") {
           cast.necks = list(value);
         } else if (key == "noses") {
           cast.noses = list(value);
         } else if (key == "beards") {
           cast.beards = list(value);
         } else if (key == "people") {
           each(value, key, [&](const std::string& name, const YAML::Node& person) {
             Look& look = cast.people[name];
             each(person, name, [&](const std::string& member, const YAML::Node& node) {
               read_member(look, member, node);
             });
           });
         } else {
           fail(value, "unknown key '" + key + "'");
         }
       });
  check_names(cast);
  return cast;
}

}  // namespace

Cast read_cast(const std::filesystem::path& file) {
  Cast broken;
  try {
    return read(file);
  } catch (const std::exception& e) {
    broken.error = file.string() + ": " + e.what();
  }
  return broken;
}

}  // namespace mot
