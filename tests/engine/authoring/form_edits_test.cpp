// Random edits of the kinds that forms make of several places, or of lists that grow and shrink, on
// the scenarios that are shipped: the text stays YAML, no remark is lost, all of it is undone.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <random>
#include <set>

#include "engine/authoring/copy_branch.h"
#include "engine/authoring/list_edits.h"
#include "engine/authoring/portrait_edits.h"
#include "engine/authoring/scenario_outline.h"
#include "engine/authoring/stake_edits.h"
#include "engine/authoring/value_edits.h"
#include "engine/base/file.h"
#include "engine/base/trim.h"
#include "tests/support/shipped_scenarios.h"

namespace {

using mot::EditHistory;
using mot::kNoNode;
using mot::Result;
using mot::TextEdit;
using mot::VariantKind;
using mot::YamlSpans;

using Clock = std::chrono::steady_clock;

/// One edit, and whether it may take remarks out with what they stand beside.
struct Tried {
  Result<TextEdit> edit;
  bool takes_out = false;
};

class FormScribbler {
 public:
  explicit FormScribbler(unsigned seed) : random_(seed) {}

  Tried edit(const YamlSpans& spans) {
    const mot::ScenarioOutline outline = mot::outline_of(spans);
    const mot::OutlinedMoment& moment = outline.moments[below(outline.moments.size())];
    const std::string at = "moments." + moment.id;
    const std::string response =
        moment.responses.empty()
            ? at
            : at + ".responses." + moment.responses[below(moment.responses.size())].id;
    switch (below(10)) {
      case 0: return {mot::add_variant(spans, at + ".says", VariantKind::text)};
      case 1: return {mot::add_variant(spans, response + ".next", VariantKind::target)};
      case 2: return {mot::add_variant(spans, response + ".reply", VariantKind::text)};
      case 3: return {drop(spans, {at + ".says", response + ".reply"}), true};
      case 4: return leaves(spans, moment.id);
      case 5: return {part(spans)};
      case 6: return {portrait(spans)};
      case 7: return {branch(spans, moment.id)};
      case 8: return {stakes(spans, moment.id), true};
      default: return {wait(spans, moment.id, response), true};
    }
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }
  std::string fresh() { return fmt::format("fresh-{}", ++number_); }

  static std::size_t size_of(const YamlSpans& spans, const std::string& list) {
    const mot::YamlNode node = spans.find(list);
    return node == kNoNode ? 0 : spans.items(node).size();
  }

  Result<TextEdit> drop(const YamlSpans& spans, const std::vector<std::string>& paths) {
    const std::string& path = paths[below(paths.size())];
    return mot::drop_variant(spans, path, 0, VariantKind::text);
  }

  Tried leaves(const YamlSpans& spans, const std::string& moment) {
    const std::size_t count = size_of(spans, "leaves");
    if (count > 0 && below(2) == 0)
      return {mot::drop_from_list(spans, "leaves", below(count)), true};
    return {mot::add_to_list(spans, "leaves",
                             fmt::format("{{ when: mood <= -60, next: {} }}", moment))};
  }

  Result<TextEdit> part(const YamlSpans& spans) {
    if (below(2) == 0) return mot::add_part(spans, "cast", fresh(), {{"name", "Ms Ding: \"D\""}});
    return mot::add_part(spans, "reference", fresh(), {{"title", "T"}, {"text", "two\nlines"}});
  }

  Result<TextEdit> portrait(const YamlSpans& spans) {
    const std::vector<std::pair<std::string, std::string>> values{
        {"like", "lin"}, {"hair", "bob"}, {"hair", ""}, {"wears", "[glasses]"}, {"like", ""}};
    const auto& [name, value] = values[below(values.size())];
    const std::string base = below(2) == 0 ? "customer" : fmt::format("cast.fresh-{}", number_);
    return mot::set_portrait(spans, base + ".portrait", name, value);
  }

  Result<TextEdit> branch(const YamlSpans& spans, const std::string& moment) {
    // Copies of copies would soon be all there is.
    if (mot::branch_of(spans, moment).size() > 4) return mot::refuse("large");
    auto copied = mot::copy_branch(spans, moment);
    if (!copied) return tl::unexpected<mot::Refusal>(copied.error());
    return std::move(copied->edit);
  }

  Result<TextEdit> stakes(const YamlSpans& spans, const std::string& moment) {
    const std::string dimension(mot::kDimensionNames[below(mot::kDimensionNames.size())]);
    auto at_stake = mot::stakes_at(spans, fmt::format("moments.{}.expects", moment));
    const auto found =
        std::find_if(at_stake.begin(), at_stake.end(),
                     [&](const mot::WrittenStake& stake) { return stake.dimension == dimension; });
    if (found == at_stake.end()) {
      at_stake.push_back({dimension, {}, {}});
    } else {
      at_stake.erase(found);
    }
    return mot::with_stakes(spans, moment, at_stake, {7, 8, 7, 8, 5}, dimension);
  }

  Result<TextEdit> wait(const YamlSpans& spans,
                        const std::string& moment,
                        const std::string& response) {
    const bool waits = spans.find(response + ".wait") != kNoNode;
    return waits ? mot::rate_by_level(spans, response) : mot::rate_by_wait(spans, moment, response);
  }

  std::mt19937 random_;
  int number_ = 0;
};

/// Lines that are nothing but a remark.
std::multiset<std::string> remarks_of(const std::string& text) {
  std::multiset<std::string> remarks;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = mot::trimmed(std::string_view(text).substr(at, end - at));
    if (line.starts_with('#')) remarks.emplace(line);
    at = end + 1;
  }
  return remarks;
}

void scribble_by_form(const std::string& path, int edits, unsigned seed, Clock::duration most) {
  const auto begun = Clock::now();
  const std::string original = *mot::read_file(path);
  EditHistory history(original);
  FormScribbler scribbler(seed);
  int done = 0;
  int count = 0;
  for (int i = 0; i < edits && Clock::now() - begun < most; ++i) {
    const YamlSpans before = YamlSpans::parse(history.text()).value();
    const Tried tried = scribbler.edit(before);
    ++count;
    if (!tried.edit) continue;
    INFO(path << ", edit " << i);
    REQUIRE(mot::fits(*tried.edit, history.text()));
    history.apply(*tried.edit);
    ++done;
    if (const auto after = YamlSpans::parse(history.text()); !after) {
      for (const auto& change : tried.edit->changes)
        UNSCOPED_INFO("--- out\n" << change.removed << "\n--- in\n" << change.inserted);
      FAIL(after.error().message);
    }
    if (tried.takes_out) continue;
    const auto was = remarks_of(before.text());
    const auto now = remarks_of(history.text());
    CHECK(std::includes(now.begin(), now.end(), was.begin(), was.end()));
  }
  CHECK(done > count / 4);
  while (history.undo()) {
  }
  CHECK((history.text() == original));
  while (history.redo()) {
  }
  CHECK(static_cast<int>(history.done()) == done);
}

}  // namespace

TEST_CASE("Eight random edits by form on each shipped scenario keep its remarks, and are undone") {
  unsigned seed = 1;
  for (const std::string& path : mot::test::shipped_scenarios())
    scribble_by_form(path, 8, seed++, std::chrono::hours(1));
}

// Too long for the suite; `.ci/run edits` runs it.
TEST_CASE("A thousand random edits by form on the shipped scenario with most remarks", "[.long]") {
  std::string fullest;
  std::size_t most = 0;
  for (const std::string& path : mot::test::shipped_scenarios()) {
    const std::size_t remarks = remarks_of(*mot::read_file(path)).size();
    if (remarks <= most) continue;
    most = remarks;
    fullest = path;
  }
  REQUIRE(most > 5);
  scribble_by_form(fullest, 1000, 99, std::chrono::hours(1));
}

TEST_CASE("A thousand by form on each shipped scenario, or as many as two minutes allow",
          "[.long]") {
  const std::vector<std::string> all = mot::test::shipped_scenarios();
  REQUIRE_FALSE(all.empty());
  const Clock::duration whole = std::chrono::minutes(2);
  unsigned seed = 100;
  for (const std::string& path : all)
    scribble_by_form(path, 1000, seed++, whole / static_cast<int>(all.size()));
}
