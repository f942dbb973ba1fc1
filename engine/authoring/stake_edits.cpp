#include "engine/authoring/stake_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/authoring/edit_series.h"
#include "engine/authoring/value_edits.h"
#include "engine/customer/constants.h"

namespace mot {
namespace {

/// Minutes, until the author has written others.
constexpr int kFirstWait = 10;

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

void rate(EditSeries& series, const std::string& response, const std::string& dimension) {
  // A wait says how responsive it was.
  if (dimension == "responsiveness" && series.has(response + ".wait")) return;
  const std::string rating = fmt::format("{}.delivers.{}", response, dimension);
  const std::string level = std::to_string(kUsualLevel);
  if (series.has(rating)) return;
  if (series.has(response + ".delivers")) {
    series.add(put_value(series.spans(), rating, level, ScalarKind::word));
  } else {
    series.add(put_value(series.spans(), response + ".delivers",
                         fmt::format("{{ {}: {} }}", dimension, level), ScalarKind::word));
  }
}

void rate_no_more(EditSeries& series, const std::string& response, const std::string& dimension) {
  series.take_out(fmt::format("{}.delivers.{}", response, dimension));
  if (dimension == "responsiveness") series.take_out(response + ".wait");
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
  if (!spans.is(map, YamlKind::map)) return stakes;
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

Result<TextEdit> with_stakes(const YamlSpans& spans,
                             std::string_view moment,
                             const std::vector<WrittenStake>& stakes,
                             const std::array<int, kDimensions>& own,
                             std::string_view dimension) {
  EditSeries series(spans);
  const std::string path = fmt::format("moments.{}", moment);
  if (stakes.empty()) {
    series.take_out(path + ".expects");
  } else {
    series.add(put_value(spans, path + ".expects", written_stakes(stakes, own), ScalarKind::word));
  }
  const bool on = std::any_of(stakes.begin(), stakes.end(), [&](const WrittenStake& stake) {
    return stake.dimension == dimension;
  });
  const YamlNode responses = spans.find(path + ".responses");
  const std::size_t count = responses == kNoNode ? 0 : spans.items(responses).size();
  for (std::size_t i = 1; i <= count; ++i) {
    const std::string response = fmt::format("{}.responses.{}", path, i);
    if (on) {
      rate(series, response, std::string(dimension));
    } else {
      rate_no_more(series, response, std::string(dimension));
    }
  }
  return series.edit();
}

Result<TextEdit> rate_by_wait(const YamlSpans& spans,
                              std::string_view moment,
                              const std::string& response) {
  EditSeries series(spans);
  series.take_out(response + ".delivers.responsiveness");
  series.add(put_value(series.spans(), response + ".wait",
                       fmt::format("{{ minutes: {}, informed: true }}", kFirstWait),
                       ScalarKind::word));
  const std::string acceptable = fmt::format("moments.{}.acceptable_wait", moment);
  if (!series.has(acceptable))
    series.add(put_value(series.spans(), acceptable, std::to_string(kFirstWait), ScalarKind::word));
  return series.edit();
}

Result<TextEdit> rate_by_level(const YamlSpans& spans, const std::string& response) {
  EditSeries series(spans);
  series.take_out(response + ".wait");
  rate(series, response, "responsiveness");
  return series.edit();
}

}  // namespace mot
