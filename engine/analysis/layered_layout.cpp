#include "engine/analysis/layered_layout.h"

#include <algorithm>
#include <cstdint>

#include "engine/analysis/layered_parts.h"

namespace mot {
namespace {

constexpr double kLayerGap = 20;
constexpr double kPortGap = 16;
constexpr double kLoopReach = 13;
// Together; past it lines over many layers get no places of their own.
constexpr std::size_t kMostPlaces = 300'000;

// A line turned so that it leads down, and the nodes it goes through.
struct Chain {
  bool turned = false;
  bool loop = false;
  std::vector<std::size_t> nodes;
  std::size_t label = SIZE_MAX;
};

class Layout {
 public:
  explicit Layout(const LayoutInput& input) : input_(input), chains_(input.lines.size()) {}

  LayeredLayout run() {
    turn_circles();
    assign_layers();
    make_nodes();
    order_layers(nodes_, layers_);
    lanes_ = place_nodes(input_, layers_, nodes_);
    place_layers();
    return result();
  }

 private:
  std::size_t top_of(std::size_t line) const {
    return chains_[line].turned ? input_.lines[line].to : input_.lines[line].from;
  }
  std::size_t bottom_of(std::size_t line) const {
    return chains_[line].turned ? input_.lines[line].from : input_.lines[line].to;
  }

  // Depth first from the start; lines to a box that is still open are turned round.
  void turn_circles() {
    const std::size_t n = input_.boxes.size();
    std::vector<std::vector<std::size_t>> out(n);
    for (std::size_t i = 0; i < input_.lines.size(); ++i) {
      chains_[i].loop = input_.lines[i].from == input_.lines[i].to;
      if (!chains_[i].loop) out[input_.lines[i].from].push_back(i);
    }
    std::vector<char> mark(n, 0);  // 0 new, 1 open, 2 done
    std::vector<std::pair<std::size_t, std::size_t>> path;
    for (std::size_t k = 0; k <= n; ++k) {
      const std::size_t root = k == 0 ? input_.start : k - 1;
      if (root >= n || mark[root] != 0) continue;
      mark[root] = 1;
      path.emplace_back(root, 0);
      while (!path.empty()) {
        auto& [box, next] = path.back();
        if (next == out[box].size()) {
          mark[box] = 2;
          path.pop_back();
          continue;
        }
        const std::size_t line = out[box][next++];
        const std::size_t to = input_.lines[line].to;
        if (mark[to] == 1) chains_[line].turned = true;
        if (mark[to] != 0) continue;
        mark[to] = 1;
        path.emplace_back(to, 0);
      }
    }
  }

  // As far down as the longest way there; what nothing leads to, just above what it leads to.
  void assign_layers() {
    const std::size_t n = input_.boxes.size();
    std::vector<std::vector<std::size_t>> below(n);
    std::vector<std::size_t> open(n, 0);
    for (std::size_t i = 0; i < input_.lines.size(); ++i) {
      if (chains_[i].loop) continue;
      below[top_of(i)].push_back(bottom_of(i));
      ++open[bottom_of(i)];
    }
    layer_.assign(n, 0);
    std::vector<std::size_t> ready;
    std::vector<char> is_source(n, 0);
    for (std::size_t b = 0; b < n; ++b) {
      if (open[b] != 0) continue;
      is_source[b] = 1;
      ready.push_back(b);
    }
    for (std::size_t i = 0; i < ready.size(); ++i) {
      for (const std::size_t b : below[ready[i]]) {
        layer_[b] = std::max(layer_[b], layer_[ready[i]] + 1);
        if (--open[b] == 0) ready.push_back(b);
      }
    }
    for (std::size_t b = 0; b < n; ++b) {
      if (is_source[b] == 0 || b == input_.start || below[b].empty()) continue;
      std::size_t highest = SIZE_MAX;
      for (const std::size_t to : below[b]) highest = std::min(highest, layer_[to]);
      layer_[b] = highest - 1;
    }
  }

  std::size_t add_node(std::size_t lane, std::size_t layer, double width, double height) {
    LayeredNode node;
    node.lane = lane;
    node.layer = layer;
    node.width = width;
    node.height = height;
    nodes_.push_back(std::move(node));
    return nodes_.size() - 1;
  }

  // Between two layers of boxes lies one for labels.
  void make_nodes() {
    std::size_t places = 0;
    std::vector<std::size_t> spans;
    for (std::size_t i = 0; i < input_.lines.size(); ++i) {
      if (chains_[i].loop) continue;
      spans.push_back(2 * (layer_[bottom_of(i)] - layer_[top_of(i)]) - 1);
      places += spans.back();
    }
    std::size_t longest = SIZE_MAX;
    if (places > kMostPlaces) {
      std::sort(spans.begin(), spans.end());
      std::size_t sum = 0;
      std::size_t i = 0;
      while (i < spans.size() && sum + spans[i] <= kMostPlaces) sum += spans[i++];
      longest = i == 0 ? 0 : spans[i - 1];
    }
    for (std::size_t b = 0; b < input_.boxes.size(); ++b) {
      const LayoutBox& box = input_.boxes[b];
      const std::size_t node = add_node(box.lane, 2 * layer_[b], box.width, box.height);
      nodes_[node].is_box = true;
    }
    for (std::size_t i = 0; i < input_.lines.size(); ++i) {
      if (!chains_[i].loop) make_chain(i, longest);
    }
    layers_.resize(1);
    for (std::size_t k = 0; k < nodes_.size(); ++k) {
      layers_.resize(std::max(layers_.size(), nodes_[k].layer + 1));
      layers_[nodes_[k].layer].push_back(k);
    }
  }

  // The label lies next to the box that the line leaves; from there on the line keeps to the lane
  // of the box at its other end.
  void make_chain(std::size_t i, std::size_t longest) {
    const LayoutLine& line = input_.lines[i];
    Chain& chain = chains_[i];
    const std::size_t first = 2 * layer_[top_of(i)] + 1;
    const std::size_t last = 2 * layer_[bottom_of(i)] - 1;
    const std::size_t label = chain.turned ? last : first;
    const bool whole = last - first + 1 <= longest;
    chain.nodes.push_back(top_of(i));
    for (std::size_t layer = first; layer <= last; ++layer) {
      const bool labelled = layer == label && line.label_width > 0;
      if (!labelled && !whole) continue;
      const std::size_t end = labelled ? line.from : line.to;
      const std::size_t node =
          add_node(input_.boxes[end].lane, layer, labelled ? line.label_width : 0,
                   labelled ? line.label_height : 0);
      if (labelled) chain.label = node;
      chain.nodes.push_back(node);
    }
    chain.nodes.push_back(bottom_of(i));
    for (std::size_t k = 0; k + 1 < chain.nodes.size(); ++k) {
      const std::size_t upper = chain.nodes[k];
      const std::size_t lower = chain.nodes[k + 1];
      // Between two places of a line it is the line that looks crooked, not the boxes.
      const bool inner = !nodes_[upper].is_box && !nodes_[lower].is_box;
      const double weight = line.weight * (inner ? 6 : 1);
      nodes_[upper].below.emplace_back(lower, weight);
      nodes_[lower].above.emplace_back(upper, weight);
    }
  }

  void place_layers() {
    double y = 0;
    for (const auto& layer : layers_) {
      double height = 0;
      for (const std::size_t node : layer) height = std::max(height, nodes_[node].height);
      middles_.push_back(y + height / 2);
      y += height + kLayerGap;
    }
    height_ = std::max(0.0, y - kLayerGap);
  }

  LayoutPoint middle(std::size_t node) const {
    return {nodes_[node].x, middles_[nodes_[node].layer]};
  }

  // Where lines leave or enter a box: side by side, in the order in which they go on.
  void spread_ports(std::vector<std::vector<std::pair<double, double*>>>& ports) const {
    for (std::size_t b = 0; b < ports.size(); ++b) {
      auto& own = ports[b];
      std::stable_sort(own.begin(), own.end(),
                       [](const auto& a, const auto& c) { return a.first < c.first; });
      const auto count = static_cast<double>(own.size());
      const double step = std::min(kPortGap, input_.boxes[b].width * 0.8 / std::max(1.0, count));
      for (std::size_t i = 0; i < own.size(); ++i)
        *own[i].second = nodes_[b].x + (static_cast<double>(i) - (count - 1) / 2) * step;
    }
  }

  LayoutWay loop_at(std::size_t box, const LayoutLine& line) const {
    const LayoutPoint at = middle(box);
    const double half_width = input_.boxes[box].width / 2;
    const double half_height = input_.boxes[box].height / 2;
    LayoutWay way;
    way.back = true;
    way.points = {{at.x + half_width * 0.6, at.y + half_height},
                  {at.x + half_width + kLoopReach, at.y},
                  {at.x + half_width * 0.6, at.y - half_height}};
    way.label = {at.x + half_width + kLoopReach, at.y + half_height + line.label_height / 2};
    return way;
  }

  LayoutWay way_of(std::size_t i) const {
    const Chain& chain = chains_[i];
    const auto edge = [&](std::size_t box, bool bottom) {
      const LayoutPoint at = middle(box);
      return LayoutPoint{at.x, at.y + (bottom ? 0.5 : -0.5) * input_.boxes[box].height};
    };
    LayoutWay way;
    way.back = chain.turned;
    way.points.push_back(edge(chain.nodes.front(), true));
    for (std::size_t k = 1; k + 1 < chain.nodes.size(); ++k)
      way.points.push_back(middle(chain.nodes[k]));
    way.points.push_back(edge(chain.nodes.back(), false));
    if (chain.label != SIZE_MAX) way.label = middle(chain.label);
    return way;
  }

  LayeredLayout result() {
    LayeredLayout layout;
    layout.height = height_;
    layout.lanes = lanes_;
    layout.width = lanes_.back().x + lanes_.back().width;
    for (std::size_t b = 0; b < input_.boxes.size(); ++b) layout.boxes.push_back(middle(b));
    for (std::size_t i = 0; i < input_.lines.size(); ++i)
      layout.lines.push_back(chains_[i].loop ? loop_at(input_.lines[i].from, input_.lines[i])
                                             : way_of(i));
    std::vector<std::vector<std::pair<double, double*>>> bottoms(input_.boxes.size());
    std::vector<std::vector<std::pair<double, double*>>> tops(input_.boxes.size());
    for (std::size_t i = 0; i < input_.lines.size(); ++i) {
      if (chains_[i].loop) continue;
      auto& points = layout.lines[i].points;
      bottoms[chains_[i].nodes.front()].emplace_back(points[1].x, &points.front().x);
      tops[chains_[i].nodes.back()].emplace_back(points[points.size() - 2].x, &points.back().x);
    }
    spread_ports(bottoms);
    spread_ports(tops);
    for (std::size_t i = 0; i < input_.lines.size(); ++i) {
      if (chains_[i].turned)
        std::reverse(layout.lines[i].points.begin(), layout.lines[i].points.end());
    }
    return layout;
  }

  const LayoutInput& input_;
  std::vector<Chain> chains_;
  /// By box; doubled for nodes.
  std::vector<std::size_t> layer_;
  /// Boxes first, with the same index.
  std::vector<LayeredNode> nodes_;
  Layers layers_;
  std::vector<LayoutLane> lanes_;
  /// By layer.
  std::vector<double> middles_;
  double height_ = 0;
};

}  // namespace

LayeredLayout lay_out(const LayoutInput& input) { return Layout(input).run(); }

}  // namespace mot
