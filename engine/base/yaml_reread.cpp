// Reading only what was changed. A document's text is cut into parts that nothing reaches across:
// the outermost keys, and the items of a list below one of them. Each changed run of parts is read
// between keys or items of our own, so that the reader stands there as it would within the whole,
// and that the last of ours is found where it was put proves that it ends as it should.
#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/yaml.h"

namespace mot {
namespace {

constexpr std::size_t kNowhere = std::string::npos;
/// A text of so many bytes cannot have more brackets than yaml_guard.h lets pass.
constexpr std::size_t kMostBytes = 1'000'000;
/// What stands before a changed run of items, and of outermost keys.
constexpr std::string_view kBeforeItems = "k:\n";
constexpr std::string_view kBeforeKeys = "k: 0\n";
/// In both, the nodes before the run: the map, the key, the list or value.
constexpr YamlNode kNodesBefore = 3;

/// A part of the text, up to the next one.
struct Part {
  std::size_t begin = 0;
  YamlNode node = kNoNode;
  /// Column of the "-" of an item; nothing: a key, with its value up to the first item.
  std::optional<std::size_t> dash;
};

/// Parts of a text that are read together; those behind `last` stay.
struct Run {
  std::size_t first = 0;
  std::size_t last = 0;
  /// All are items of one list.
  bool items = false;
  /// In the changed text.
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::size_t line_begin(std::string_view text, std::size_t at) {
  return at == 0 ? 0 : text.rfind('\n', at - 1) + 1;  // npos + 1 is 0
}

/// The byte of the "-" of an item that begins a line; kNowhere: it stands elsewhere.
std::size_t dash_of(std::string_view text, std::size_t item) {
  const std::size_t dash = item == 0 ? kNowhere : text.find_last_of("-\n", item - 1);
  if (dash == kNowhere || text[dash] != '-') return kNowhere;
  const std::size_t begin = line_begin(text, dash);
  const bool alone = text.substr(begin, dash - begin).find_first_not_of(' ') == kNowhere &&
                     text.substr(dash + 1, item - dash - 1).find_first_not_of(' ') == kNowhere;
  return alone ? dash : kNowhere;
}

}  // namespace

/// One document made of another and of runs of its parts that were read anew.
class YamlPatch {
 public:
  YamlPatch(const YamlDocument& old, std::shared_ptr<const SourceText> changed)
      : old_(old), text_(changed->text), made_(std::make_shared<YamlDocument>()) {
    made_->source_ = std::move(changed);
  }

  std::shared_ptr<const YamlDocument> make(const std::vector<TextStretch>& stretches) {
    if (text_.size() > kMostBytes || stretches.empty() || !find_parts() || !find_runs(stretches))
      return nullptr;
    for (const Run& run : runs_) {
      read_.push_back(read(run));
      if (read_.back() == nullptr) return nullptr;
    }
    number_nodes();
    take_nodes_over();
    return std::move(made_);
  }

 private:
  using Node = YamlDocument::Node;

  bool find_parts() {
    const std::string_view text = old_.source_->text;
    if (old_.kind(old_.root()) != YamlKind::map || has_lone_null()) return false;
    for (YamlNode key = old_.first(old_.root()); key != kNoNode;) {
      const std::size_t begin = old_.offset(key);
      if (!begins_key(old_, key)) return false;
      parts_.push_back({begin, key, {}});
      const YamlNode value = old_.next(key);
      find_items(text, value);
      key = old_.next(value);
    }
    return !parts_.empty();
  }

  /// Whether a "~" stands where a key should. The reader lets it pass, but not the key behind it.
  bool has_lone_null() const {
    return std::any_of(old_.nodes_.begin(), old_.nodes_.end(), [&](const Node& key) {
      if (key.kind != YamlKind::null || key.next == kNoNode) return false;
      const Node& value = old_.nodes_[key.next];
      return value.kind == YamlKind::null && value.offset == key.offset;
    });
  }

  /// The items of a list as parts, if all of them begin a line.
  void find_items(std::string_view text, YamlNode list) {
    if (old_.kind(list) != YamlKind::sequence) return;
    const std::size_t before = parts_.size();
    for (YamlNode item = old_.first(list); item != kNoNode; item = old_.next(item)) {
      const std::size_t dash = dash_of(text, old_.offset(item));
      if (dash == kNowhere || text[old_.offset(list)] != '-') {
        parts_.resize(before);
        return;
      }
      const std::size_t begin = line_begin(text, dash);
      parts_.push_back({begin, item, dash - begin});
    }
  }

  /// Whether a node is a key that begins a line and has its ':' there, as nearly all do.
  static bool begins_key(const YamlDocument& document, YamlNode key) {
    const std::string_view text = document.source_->text;
    const std::size_t at = document.offset(key);
    if (document.kind(key) != YamlKind::scalar || at >= text.size() || line_begin(text, at) != at)
      return false;
    const std::string_view name = document.text(key);
    const std::size_t quote = document.quoted(key) ? 1 : 0;
    if (text.substr(at + quote, name.size()) != name) return false;
    const std::size_t colon = text.find_first_not_of(' ', at + name.size() + 2 * quote);
    return colon != kNowhere && text[colon] == ':';
  }

  std::size_t end_of(std::size_t part) const {
    return part + 1 < parts_.size() ? parts_[part + 1].begin : old_.source_->text.size();
  }

  /// The runs that some stretches touch.
  bool find_runs(const std::vector<TextStretch>& stretches) {
    for (const TextStretch& stretch : stretches) {
      if (stretch.at < parts_.front().begin) return false;
      Run run;
      // What is put where a part begins may go on with the one before.
      run.first = last_before(stretch.at);
      run.last = last_before(stretch.at + stretch.removed);
      const std::size_t next = run.first + 1;
      const bool before_items = next < parts_.size() && parts_[next].begin == stretch.at &&
                                parts_[next].dash && !parts_[run.first].dash;
      if (before_items) run.last = std::max(run.last, ++run.first);
      add_run(run);
    }
    for (Run& run : runs_) whole_keys(run);
    std::vector<Run> apart;
    for (const Run& run : runs_) {
      if (!apart.empty() && run.first <= apart.back().last) {
        apart.back().last = std::max(apart.back().last, run.last);
        whole_keys(apart.back());
      } else {
        apart.push_back(run);
      }
    }
    runs_ = std::move(apart);
    return place_runs(stretches);
  }

  /// The last part that begins before a byte; the first, if none does.
  std::size_t last_before(std::size_t at) const {
    const auto found =
        std::lower_bound(parts_.begin(), parts_.end(), at,
                         [](const Part& part, std::size_t byte) { return part.begin < byte; });
    return found == parts_.begin() ? 0 : static_cast<std::size_t>(found - parts_.begin()) - 1;
  }

  void add_run(const Run& run) {
    if (!runs_.empty() && run.first <= runs_.back().last + 1) {
      runs_.back().last = std::max(runs_.back().last, run.last);
    } else {
      runs_.push_back(run);
    }
  }

  /// Where a run is not of items alone, it is of whole keys.
  void whole_keys(Run& run) const {
    run.items = std::all_of(parts_.begin() + static_cast<std::ptrdiff_t>(run.first),
                            parts_.begin() + static_cast<std::ptrdiff_t>(run.last) + 1,
                            [](const Part& part) { return part.dash.has_value(); });
    if (run.items) return;
    while (parts_[run.first].dash) --run.first;
    while (run.last + 1 < parts_.size() && parts_[run.last + 1].dash) ++run.last;
  }

  /// Where the runs stand in the changed text.
  bool place_runs(const std::vector<TextStretch>& stretches) {
    std::size_t next = 0;
    std::size_t added = 0;
    std::size_t taken = 0;
    for (Run& run : runs_) {
      run.begin = parts_[run.first].begin + added - taken;
      const std::size_t end = end_of(run.last);
      for (; next < stretches.size() && stretches[next].at <= end; ++next) {
        added += stretches[next].inserted;
        taken += stretches[next].removed;
      }
      run.end = end + added - taken;
      if (run.end < run.begin || run.end > text_.size()) return false;
    }
    return next == stretches.size() && old_.source_->text.size() + added - taken == text_.size();
  }

  /// What is put behind a run, with the nodes it has; none where the run ends the text. It has a
  /// key, at which the reader sees a word left over before.
  struct Close {
    std::string text;
    YamlNode nodes = 0;
    bool item = false;
  };
  Close close_of(const Run& run) const {
    if (run.last + 1 == parts_.size()) return {};
    const std::optional<std::size_t> dash = parts_[run.last + 1].dash;
    if (run.items && dash) return {std::string(*dash, ' ') + "- k: 0\n", 3, true};
    return {"k: 0\n", 2, false};
  }

  /// A run as a document of its own between what is ours; null where it is not as it should be.
  std::shared_ptr<const YamlDocument> read(const Run& run) const {
    const Close close = close_of(run);
    auto source = std::make_shared<SourceText>();
    source->text = run.items ? kBeforeItems : kBeforeKeys;
    source->text.append(text_.substr(run.begin, run.end - run.begin));
    const std::size_t closed_at = source->text.size();
    if (!close.text.empty() && source->text.back() != '\n') return nullptr;
    source->text += close.text;
    DiagnosticSink sink;
    auto document = YamlDocument::parse(source, sink);
    const bool fits = document != nullptr && sink.sorted().empty() &&
                      document->size() > kNodesBefore + close.nodes &&
                      (run.items ? are_items(*document, run, close, closed_at)
                                 : are_keys(*document, close, closed_at));
    return fits ? document : nullptr;
  }

  /// Whether what follows the last of a run is what was put there, and nothing else.
  static bool is_closed(const YamlDocument& document,
                        YamlNode following,
                        const Close& close,
                        std::size_t closed_at) {
    if (close.nodes == 0) return following == kNoNode;
    const auto first = static_cast<YamlNode>(document.size()) - close.nodes;
    return following == first && document.offset(first) == closed_at + close.text.find('k') &&
           document.kind(first) == (close.item ? YamlKind::map : YamlKind::scalar) &&
           document.nodes_.back().next == kNoNode;
  }

  /// Whether the run begins with an item, in the column of the list's.
  bool are_items(const YamlDocument& document,
                 const Run& run,
                 const Close& close,
                 std::size_t closed_at) const {
    const YamlNode list = kNodesBefore - 1;
    const std::string_view text = document.source_->text;
    const std::size_t dash = kBeforeItems.size() + *parts_[run.first].dash;
    if (document.kind(list) != YamlKind::sequence || document.offset(list) != dash ||
        text[dash] != '-' || text.find_first_not_of(' ', kBeforeItems.size()) != dash)
      return false;
    if (!close.item) return is_closed(document, document.next(list), close, closed_at);
    if (document.next(list) != kNoNode) return false;
    YamlNode item = document.first(list);
    const auto last = static_cast<YamlNode>(document.size()) - close.nodes;
    while (item != kNoNode && item != last) item = document.next(item);
    return is_closed(document, item, close, closed_at);
  }

  /// Whether the run begins with a key, and all of them are at the left margin.
  static bool are_keys(const YamlDocument& document, const Close& close, std::size_t closed_at) {
    if (document.offset(kNodesBefore) != kBeforeKeys.size()) return false;
    const auto last = static_cast<YamlNode>(document.size()) - close.nodes;
    YamlNode key = document.next(kNodesBefore - 1);
    for (; key != kNoNode && key < last; key = document.next(document.next(key))) {
      if (!begins_key(document, key)) return false;
    }
    return is_closed(document, key, close, closed_at);
  }

  /// The first node behind those of a run.
  YamlNode node_behind(const Run& run) const {
    return run.last + 1 < parts_.size() ? parts_[run.last + 1].node
                                        : static_cast<YamlNode>(old_.size());
  }

  YamlNode nodes_in(std::size_t run) const {
    return static_cast<YamlNode>(read_[run]->size()) - kNodesBefore - close_of(runs_[run]).nodes;
  }

  /// The numbers that the nodes that stay, and the first of each run, have from now on.
  void number_nodes() {
    number_.resize(old_.size());
    YamlNode next = 0;
    YamlNode node = 0;
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      const YamlNode first = parts_[runs_[r].first].node;
      while (node < first) number_[node++] = next++;
      number_[first] = next;
      next += nodes_in(r);
      node = node_behind(runs_[r]);
    }
    while (node < old_.size()) number_[node++] = next++;
    made_->nodes_.reserve(next);
  }

  YamlNode numbered(YamlNode node) const { return node == kNoNode ? kNoNode : number_[node]; }

  void take_nodes_over() {
    YamlNode node = 0;
    shift_ = 0;
    lines_ = 0;
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      const Run& run = runs_[r];
      for (const YamlNode first = parts_[run.first].node; node < first; ++node) keep(node);
      add(r);
      node = node_behind(run);
      const std::size_t old_begin = parts_[run.first].begin;
      const std::string_view before =
          std::string_view(old_.source_->text).substr(old_begin, end_of(run.last) - old_begin);
      const std::string_view after = text_.substr(run.begin, run.end - run.begin);
      shift_ += after.size() - before.size();
      lines_ += static_cast<std::uint32_t>(std::count(after.begin(), after.end(), '\n') -
                                           std::count(before.begin(), before.end(), '\n'));
    }
    for (; node < old_.size(); ++node) keep(node);
  }

  /// A node of the old document, moved as far as what stands before it has grown.
  void keep(YamlNode number) {
    Node node = old_.nodes_[number];
    take_text(node, old_.source_->text, shift_);
    node.offset += static_cast<std::uint32_t>(shift_);
    node.line += lines_;
    node.next = numbered(node.next);
    node.child = numbered(node.child);
    made_->nodes_.push_back(node);
  }

  /// The nodes that were read of a run.
  void add(std::size_t r) {
    const Run& run = runs_[r];
    const YamlDocument& read = *read_[r];
    const auto base = static_cast<YamlNode>(made_->nodes_.size());
    const YamlNode end = kNodesBefore + nodes_in(r);
    const std::size_t ours = (run.items ? kBeforeItems : kBeforeKeys).size();
    const auto line = static_cast<std::uint32_t>(
        std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(run.begin), '\n'));
    const auto moved = [&](YamlNode node) { return node - kNodesBefore + base; };
    // Ours is left away: what follows the last of the run is what followed it before.
    const YamlNode following = numbered(following_of(run));
    YamlNode last = kNodesBefore;
    while (read.next(last) != kNoNode && read.next(last) < end) last = read.next(last);
    for (YamlNode number = kNodesBefore; number < end; ++number) {
      Node node = read.nodes_[number];
      take_text(node, read.source_->text, run.begin - ours);
      node.offset = static_cast<std::uint32_t>(node.offset + run.begin - ours);
      node.line = node.line - 1 + line;
      node.next = number == last ? following : node.next == kNoNode ? kNoNode : moved(node.next);
      if (node.child != kNoNode) node.child = moved(node.child);
      made_->nodes_.push_back(node);
    }
  }

  /// The item or key behind a run in the old document; kNoNode: none.
  YamlNode following_of(const Run& run) const {
    if (run.last + 1 == parts_.size()) return kNoNode;
    const Part& part = parts_[run.last + 1];
    return run.items && !part.dash ? kNoNode : part.node;
  }

  /// Lets a node's text be of the new source, where it is of the source that it was read from.
  void take_text(Node& node, const std::string& source, std::size_t shift) {
    if (node.text == nullptr) return;
    const char* begin = source.data();
    if (node.text >= begin && node.text < begin + source.size()) {
      node.text = text_.data() + (static_cast<std::size_t>(node.text - begin) + shift);
      return;
    }
    node.text = made_->kept(std::string_view(node.text, node.size));
  }

  const YamlDocument& old_;
  std::string_view text_;
  std::shared_ptr<YamlDocument> made_;
  std::vector<Part> parts_;
  std::vector<Run> runs_;
  /// What was read of each run.
  std::vector<std::shared_ptr<const YamlDocument>> read_;
  /// By node of the old document.
  std::vector<YamlNode> number_;
  /// How many bytes and lines there are more before what comes next; they wrap around.
  std::size_t shift_ = 0;
  std::uint32_t lines_ = 0;
};

std::shared_ptr<const YamlDocument> YamlDocument::reread(
    std::shared_ptr<const SourceText> changed,
    const std::vector<TextStretch>& stretches) const {
  return YamlPatch(*this, std::move(changed)).make(stretches);
}

}  // namespace mot
