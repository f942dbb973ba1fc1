#include "engine/interchange/twine_text.h"

#include "engine/interchange/twine_reader.h"

namespace mot {

TwineFormat twine_format_named(std::string_view name) {
  const std::string word = twine::folded(name);
  if (word.rfind("harlowe", 0) == 0) return TwineFormat::harlowe;
  if (word.rfind("sugarcube", 0) == 0 || word == "sugarcane" || word == "jonah" ||
      word == "responsive")
    return TwineFormat::sugarcube;
  if (word.rfind("chapbook", 0) == 0) return TwineFormat::chapbook;
  if (word.rfind("snowman", 0) == 0) return TwineFormat::snowman;
  return TwineFormat::unknown;
}

TwineText read_twine_text(std::string_view passage, TwineFormat format) {
  return twine::PassageReader(passage, format).read();
}

}  // namespace mot
