#include "engine/debrief/telling.h"

#include <fmt/format.h>

#include "engine/base/draw.h"

namespace mot {
namespace {

/// FNV-1a, so that two scenarios with the same seed and the same place of the ending draw apart.
std::uint64_t mixed(std::string_view text, std::uint64_t hash = 0xcbf29ce484222325ULL) {
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return hash;
}

std::size_t count_of_wordings(const UiStrings& words, std::string_view prefix) {
  std::size_t count = 0;
  while (words.contains(fmt::format("{}.{}", prefix, count + 1))) ++count;
  return count;
}

}  // namespace

std::string Telling::word(std::string_view group, std::string_view name) const {
  return words.text(fmt::format("{}.{}", group, name));
}

std::string Telling::title_of(std::size_t choice) const {
  const Moment& at = moment(card.moments[choice].moment);
  if (at.touchpoint != kNoText) return text(at.touchpoint);
  return words.text("debrief.choice", {{"number", fmt::format("{}", choice + 1)}});
}

std::string Telling::quoted(const Response& response) const {
  return words.text(response.is_action ? "debrief.done" : "common.quote",
                    {{"text", text(response.text)}});
}

std::string Telling::wording(std::string_view prefix,
                             Wording what,
                             std::size_t turn,
                             UiStrings::Values values) const {
  const std::size_t count = count_of_wordings(words, prefix);
  if (count == 0) return words.text(prefix, values);
  const std::string_view place = moment(session.state().place).id;
  const std::uint64_t bits =
      draw(session.seed(), Stream::verbatim, mixed(place, mixed(scenario().id)),
           static_cast<std::uint64_t>(what));
  const std::size_t first = below(bits, static_cast<std::uint32_t>(count));
  return words.text(fmt::format("{}.{}", prefix, (first + turn) % count + 1), values);
}

}  // namespace mot
