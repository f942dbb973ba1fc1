#include "engine/authoring/stake_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "engine/authoring/edit_series.h"
#include "engine/authoring/value_edits.h"
#include "engine/base/trim.h"
#include "engine/customer/constants.h"

namespace mot {
namespace {

/// How what an import leaves to be rated begins; dimensions follow, with commas between them.
constexpr std::string_view kRateMe = "# rate me:";

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

void put_rating(EditSeries& series,
                const std::string& response,
                const std::string& dimension,
                const std::string& level) {
  if (series.has(response + ".delivers")) {
    series.add(put_value(series.spans(), fmt::format("{}.delivers.{}", response, dimension), level,
                         ScalarKind::word));
  } else {
    series.add(put_value(series.spans(), response + ".delivers",
                         fmt::format("{{ {}: {} }}", dimension, level), ScalarKind::word));
  }
}

/// The remark of a response that says what is to be rated: on a line of its own among its keys, or
/// behind its ratings. Empty: there is none.
Span rate_me_at(const YamlSpans& spans, const std::string& response) {
  const YamlNode map = spans.find(response);
  const std::string& text = spans.text();
  const Span whole = map == kNoNode ? Span{} : spans.span(map);
  for (std::size_t at = text.find(kRateMe, whole.begin); at < whole.end;
       at = text.find(kRateMe, at + 1)) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t line = text.rfind('\n', at) + 1;  // npos + 1 == 0
    if (text.find_first_not_of(' ', line) == at && at - line == spans.column(map))
      return {line, std::min(end + 1, text.size())};
    const YamlNode ratings = spans.value(map, "delivers");
    const std::size_t behind = ratings == kNoNode ? at : spans.span(ratings).end;
    if (behind < at && text.find_first_not_of(' ', behind) == at) return {behind, end};
  }
  return {};
}

/// Takes a dimension out of what is to be rated.
TextEdit rated(const YamlSpans& spans, const std::string& response, std::string_view dimension) {
  const Span span = rate_me_at(spans, response);
  std::string remark = spans.text().substr(span.begin, span.end - span.begin);
  const std::string before = remark;
  const std::size_t list = remark.find(kRateMe);
  if (list == std::string::npos) return {};
  std::string left;
  bool found = false;
  for (std::size_t at = list + kRateMe.size(); at < remark.size();) {
    const std::size_t end = std::min(remark.find_first_of(",\n", at), remark.size());
    const std::string_view name = trimmed(std::string_view(remark).substr(at, end - at));
    found = found || name == dimension;
    if (!name.empty() && name != dimension)
      left += fmt::format("{}{}", left.empty() ? "" : ", ", name);
    at = end + 1;
  }
  if (!found) return {};
  const bool whole_line = remark.back() == '\n';
  remark = left.empty() ? ""
                        : fmt::format("{}{}{}{}", remark.substr(0, list), kRateMe, " " + left,
                                      whole_line ? "\n" : "");
  return {{{span.begin, before, remark}}};
}

void rate(EditSeries& series, const std::string& response, const std::string& dimension) {
  // A wait says how responsive it was.
  if (dimension == "responsiveness" && series.has(response + ".wait")) return;
  if (series.has(fmt::format("{}.delivers.{}", response, dimension))) return;
  put_rating(series, response, dimension, std::to_string(kUsualLevel));
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
  entries.reserve(stakes.size());
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

Result<TextEdit> rate_first(const YamlSpans& spans,
                            const std::string& response,
                            const std::string& dimension,
                            int level) {
  EditSeries series(spans);
  series.add(rated(series.spans(), response, dimension));
  put_rating(series, response, dimension, std::to_string(level));
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
