// The colours of a scenario's text: keys, texts, numbers, remarks. One pass over the whole text
// says which lines are the inside of a block, then each line is coloured by itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "game/tools/text_area.h"

namespace mot {

class YamlColours {
 public:
  // Looks at a text; nothing happens where `version` is the one looked at last.
  void read(std::uint64_t version, std::string_view text);
  // Appends the runs of line `number` (from 0); together they are the whole line.
  void colour(std::size_t number, std::string_view line, std::vector<ColouredRun>& runs) const;

 private:
  std::uint64_t version_ = 0;
  std::vector<bool> in_block_;  // by line
};

}  // namespace mot
