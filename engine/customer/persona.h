// A customer: what they expect, what matters to them, how they start. Implements
// docs/scenario_format.md, "A customer".
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/customer/constants.h"
#include "engine/customer/dimensions.h"
#include "engine/customer/gap.h"

namespace mot {

/// How a person is drawn: someone of the cast, or that person changed. Strings are the words of the
/// file; empty means not given.
struct Portrait {
  std::string like;
  std::string hair;
  std::string hair_colour;
  std::string skin;
  std::string outfit;
  /// Part of the clothing → colour, "top" → "plum".
  std::map<std::string, std::string> colours;
  std::vector<std::string> wears;
  friend bool operator==(const Portrait&, const Portrait&) = default;
};

/// How a person sounds to a speech synthesiser.
struct Voice {
  /// 0 … 100.
  int pitch = 50;
  /// Words a minute, 80 … 450.
  int speed = 170;
};

/// The customer's numbers.
struct Persona {
  /// 0: no level given for this dimension.
  std::array<int, kDimensions> level{};
  std::array<ExpectationKind, kDimensions> kind{};
  std::array<int, kDimensions> importance = kDefaultImportance;
  /// At the start, −100 … 100.
  int mood = 0;
  /// Standard deviation of expectation among customers like this one, 0 … 5.
  double spread = 1.0;
};

/// E*: the customer's own level of expectation, hundredths, over the dimensions with a level
/// (docs/model.md 2). Requires one.
int own_expectation(const Persona& persona);

}  // namespace mot
