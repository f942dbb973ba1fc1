// The people of the game: who can be named in a scenario's `portrait`, and what they are made of.
// Read once from assets/characters/cast.yaml.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mot {

struct Portrait;

// Colours as SVG writes them, from base to line.
using Ramp = std::vector<std::string>;

// How somebody looks, everything by name. Invariant after resolve(): every name is in the cast.
struct Look {
  std::string skin, hair, hair_colour, head, neck, nose, beard, outfit;
  std::map<std::string, std::string> colours;  // top, sleeve, inner, accent; cuff may be missing
  std::vector<std::string> wears;
  std::array<std::string, 2> iris;
  std::string frame;
  float brow = 0;
  bool lashes = false;
  bool age_lines = false;
  float build = 1;
  std::array<float, 2> eyes{1, 1};
};

// What a scenario says: a person, and what is different. Empty: as that person.
struct PortraitWish {
  std::string like{};
  std::string hair{}, hair_colour{}, skin{}, outfit{}, head{}, nose{}, beard{};
  std::map<std::string, std::string> colours{};
  std::optional<std::vector<std::string>> wears{};
};
// The wish of a scenario's portrait. No `wears` there means: as the person.
PortraitWish wish_of(const Portrait& portrait);

struct Cast {
  std::map<std::string, Ramp> skins, hair_colours, cloths;
  std::map<std::string, std::vector<std::string>> hairs;  // → ids of the drawing
  std::map<std::string, std::string> wears;               // → id of the drawing
  std::vector<std::string> outfits, heads, necks, noses, beards;
  std::map<std::string, Look> people;
  std::string error;  // what is wrong with the file; empty when nothing is
};

// Reads the file; on an error the cast is empty and says what is wrong.
Cast read_cast(const std::filesystem::path& file);

// The look a scenario wishes. A name that the cast does not know is left out and noted in
// `unknown`, if given; an unknown person is the first of the cast in the order of names.
Look resolve(const Cast& cast,
             const PortraitWish& wish,
             std::vector<std::string>* unknown = nullptr);

}  // namespace mot
