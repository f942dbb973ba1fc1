#include "game/stage/cast.h"

#include <algorithm>

#include "engine/customer/persona.h"

namespace mot {
namespace {

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}
template <class T>
bool has(const std::map<std::string, T>& names, const std::string& name) {
  return names.contains(name);
}

}  // namespace

PortraitWish wish_of(const Portrait& p) {
  PortraitWish wish;
  wish.like = p.like;
  wish.hair = p.hair;
  wish.hair_colour = p.hair_colour;
  wish.skin = p.skin;
  wish.outfit = p.outfit;
  wish.colours = p.colours;
  if (!p.wears.empty()) {
    wish.wears = p.wears;
  }
  return wish;
}

Look resolve(const Cast& cast, const PortraitWish& wish, std::vector<std::string>* unknown) {
  Look look;
  const auto note = [unknown](const std::string& name) {
    if (unknown != nullptr) {
      unknown->push_back(name);
    }
  };
  auto person = cast.people.find(wish.like);
  if (person == cast.people.end()) {
    if (!wish.like.empty()) {
      note(wish.like);
    }
    person = cast.people.begin();
  }
  if (person != cast.people.end()) {
    look = person->second;
  }
  const auto set = [&](std::string& target, const std::string& name, const auto& known) {
    if (name.empty()) {
      return;
    }
    if (has(known, name)) {
      target = name;
    } else {
      note(name);
    }
  };
  set(look.hair, wish.hair, cast.hairs);
  set(look.hair_colour, wish.hair_colour, cast.hair_colours);
  set(look.skin, wish.skin, cast.skins);
  set(look.outfit, wish.outfit, cast.outfits);
  set(look.head, wish.head, cast.heads);
  set(look.nose, wish.nose, cast.noses);
  set(look.beard, wish.beard, cast.beards);
  // Sleeves and cuffs that had the colour of the top go on having it.
  const std::map<std::string, std::string> before = look.colours;
  for (const auto& [part, cloth] : wish.colours) {
    if (!cast.cloths.contains(cloth) || (!before.contains(part) && part != "cuff")) {
      note(std::string(part).append(": ").append(cloth));
      continue;
    }
    look.colours[part] = cloth;
    for (const char* follower : {"sleeve", "cuff"}) {
      const auto was = before.find(follower);
      if (part == "top" && was != before.end() && was->second == before.at("top") &&
          !wish.colours.contains(follower)) {
        look.colours[follower] = cloth;
      }
    }
  }
  if (wish.wears) {
    look.wears.clear();
    for (const std::string& thing : *wish.wears) {
      if (cast.wears.contains(thing)) {
        look.wears.push_back(thing);
      } else {
        note(thing);
      }
    }
  }
  return look;
}

}  // namespace mot
