#include "engine/authoring/stake_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/authoring/value_edits.h"
#include "engine/customer/constants.h"

namespace mot {
namespace {

std::optional<int> number_of(std::string_view text) {
  int value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  return code == std::errc() && end == text.data() + text.size() ? std::optional(value)
                                                                 : std::nullopt;
}

std::string_view text_of(const YamlSpans& spans, YamlNode node) {
  return node == kNoNode ? std::string_view() : spans.document().text(node);
}

std::string entry_of(const WrittenStake& stake, const std::array<int, kDimensions>& own) {
  const int level = stake.level.value_or(own_level(stake.dimension, own));
  if (stake.kind.empty()) return fmt::format("{}: {}", stake.dimension, level);
  if (!stake.level) return fmt::format("{}: {{ kind: {} }}", stake.dimension, stake.kind);
  return fmt::format("{}: {{ level: {}, kind: {} }}", stake.dimension, level, stake.kind);
}

}  // namespace

int own_level(std::string_view dimension, const std::array<int, kDimensions>& own) {
  const auto found = std::find(kDimensionNames.begin(), kDimensionNames.end(), dimension);
  if (found == kDimensionNames.end()) return kUsualLevel;
  const int level = own[static_cast<std::size_t>(found - kDimensionNames.begin())];
  return level == 0 ? kUsualLevel : level;
}

std::vector<WrittenStake> stakes_at(const YamlSpans& spans, std::string_view path) {
  std::vector<WrittenStake> stakes;
  for (std::string& word : words_at(spans, path)) stakes.push_back({std::move(word), {}, {}});
  const YamlNode map = spans.find(path);
  if (map == kNoNode || spans.document().kind(map) != YamlKind::map) return stakes;
  const YamlDocument& document = spans.document();
  for (YamlNode name = document.first(map); name != kNoNode;) {
    const YamlNode value = document.next(name);
    WrittenStake stake{std::string(document.text(name)), {}, {}};
    if (document.kind(value) == YamlKind::map) {
      stake.level = number_of(text_of(spans, spans.value(value, "level")));
      stake.kind = std::string(text_of(spans, spans.value(value, "kind")));
    } else {
      stake.level = number_of(document.text(value));
    }
    stakes.push_back(std::move(stake));
    name = document.next(value);
  }
  return stakes;
}

std::string written_stakes(const std::vector<WrittenStake>& stakes,
                           const std::array<int, kDimensions>& own) {
  const bool plain = std::all_of(stakes.begin(), stakes.end(), [](const WrittenStake& stake) {
    return !stake.level && stake.kind.empty();
  });
  std::vector<std::string> entries;
  for (const WrittenStake& stake : stakes)
    entries.push_back(plain ? stake.dimension : entry_of(stake, own));
  return plain ? in_brackets(entries) : fmt::format("{{ {} }}", fmt::join(entries, ", "));
}

}  // namespace mot
