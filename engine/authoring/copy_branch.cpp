#include "engine/authoring/copy_branch.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "engine/authoring/edit_series.h"
#include "engine/authoring/new_items.h"
#include "engine/authoring/rename_edits.h"
#include "engine/authoring/scenario_edits.h"
#include "engine/authoring/scenario_outline.h"
#include "engine/authoring/span_edits.h"

namespace mot {
namespace {

using Names = std::set<std::string, std::less<>>;

/// Where moments lead, by their ids.
class Ways {
 public:
  explicit Ways(const YamlSpans& spans) : spans_(spans) {
    const YamlNode moments = spans.find("moments");
    for (const YamlNode moment :
         moments == kNoNode ? std::vector<YamlNode>() : spans.items(moments)) {
      const std::string id = text(spans.value(moment, "id"));
      if (order_.empty()) begins_.push_back(id);
      order_.push_back(id);
      note(moment, {}, to_[id]);
    }
    if (const YamlNode start = spans.find("start"); start != kNoNode) begins_ = {text(start)};
    if (const YamlNode leaves = spans.find("leaves"); leaves != kNoNode) note(leaves, {}, begins_);
  }

  const std::vector<std::string>& order() const { return order_; }
  const std::vector<std::string>& begins() const { return begins_; }

  /// All that can be come to from some moments without passing `closed`.
  Names reached(std::vector<std::string> open, std::string_view closed) const {
    Names seen;
    while (!open.empty()) {
      const std::string id = std::move(open.back());
      open.pop_back();
      const auto ways = to_.find(id);
      if (id == closed || ways == to_.end() || !seen.insert(id).second) continue;
      open.insert(open.end(), ways->second.begin(), ways->second.end());
    }
    return seen;
  }
  std::vector<std::string> next_of(std::string_view moment) const {
    const auto found = to_.find(moment);
    return found == to_.end() ? std::vector<std::string>() : found->second;
  }

 private:
  std::string text(YamlNode node) const {
    return node == kNoNode ? std::string() : std::string(spans_.document().text(node));
  }

  /// Adds all targets below a node.
  void note(YamlNode node, std::string_view key, std::vector<std::string>& targets) const {
    const YamlDocument& document = spans_.document();
    switch (document.kind(node)) {
      case YamlKind::map:
        for (YamlNode name = document.first(node); name != kNoNode;) {
          const YamlNode value = document.next(name);
          note(value, document.text(name), targets);
          name = document.next(value);
        }
        return;
      case YamlKind::sequence:
        for (const YamlNode item : spans_.items(node)) note(item, key, targets);
        return;
      case YamlKind::null: return;
      case YamlKind::scalar: break;
    }
    if (key == "next" || key == "go") targets.push_back(text(node));
  }

  const YamlSpans& spans_;
  std::vector<std::string> order_;
  std::vector<std::string> begins_;
  std::map<std::string, std::vector<std::string>, std::less<>> to_;
};

std::size_t place_of(const std::vector<std::string>& order, const std::string& id) {
  return static_cast<std::size_t>(std::find(order.begin(), order.end(), id) - order.begin());
}

/// Free ids for the moments of a branch.
std::map<std::string, std::string> new_names(const YamlSpans& spans,
                                             const std::vector<std::string>& branch) {
  std::vector<std::string> taken = moment_ids(outline_of(spans));
  std::map<std::string, std::string> names;
  for (const std::string& id : branch) {
    taken.push_back(free_id(id, taken));
    names[id] = taken.back();
  }
  return names;
}

}  // namespace

std::vector<std::string> branch_of(const YamlSpans& spans, std::string_view moment) {
  const Ways ways(spans);
  const Names elsewhere = ways.reached(ways.begins(), moment);
  Names inside = ways.reached(ways.next_of(moment), {});
  inside.insert(std::string(moment));
  std::vector<std::string> branch;
  for (const std::string& id : ways.order()) {
    if (!id.empty() && inside.count(id) != 0 && elsewhere.count(id) == 0) branch.push_back(id);
  }
  return branch;
}

Result<CopiedBranch> copy_branch(const YamlSpans& spans, std::string_view moment) {
  const std::vector<std::string> branch = branch_of(spans, moment);
  if (branch.empty()) return no_place(moment);
  const std::map<std::string, std::string> names = new_names(spans, branch);
  const std::vector<std::string> order = Ways(spans).order();
  std::vector<ItemCopy> copies;
  std::vector<std::string> copied;
  for (const std::string& id : branch) {
    copies.push_back({place_of(order, id), names.at(id)});
    copied.push_back(names.at(id));
  }
  EditSeries series(spans);
  series.add(duplicate_items(spans, "moments", copies, place_of(order, branch.back()) + 1));
  series.add(rename_inside(series.spans(), copied, names));
  Result<TextEdit> edit = series.edit();
  if (!edit) return tl::unexpected<Refusal>(edit.error());
  return CopiedBranch{std::move(*edit), names.at(std::string(moment)), branch.size()};
}

}  // namespace mot
