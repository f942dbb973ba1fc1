// Orders the layers of a layout by the means of neighbours, down and up, and keeps the order with
// the fewest crossings.
#include <algorithm>
#include <numeric>

#include "engine/analysis/layered_parts.h"

namespace mot {
namespace {

constexpr int kRounds = 16;

class Order {
 public:
  Order(const std::vector<LayeredNode>& nodes, Layers& layers)
      : nodes_(nodes), layers_(layers), position_(nodes.size(), 0) {}

  void run() {
    for (auto& layer : layers_) note_positions(layer);
    for (auto& layer : layers_) sort_layer(layer, true);
    Layers best = layers_;
    std::uint64_t fewest = crossings();
    for (int round = 0; round < kRounds && fewest > 0; ++round) {
      const bool down = round % 2 == 0;
      for (std::size_t k = 0; k < layers_.size(); ++k)
        sort_layer(layers_[down ? k : layers_.size() - 1 - k], down);
      const std::uint64_t now = crossings();
      if (now >= fewest) continue;
      fewest = now;
      best = layers_;
    }
    layers_ = std::move(best);
  }

 private:
  // Comparable over layers: the lane, then the share of the layer that lies left of it.
  void note_positions(const std::vector<std::size_t>& layer) {
    for (std::size_t i = 0; i < layer.size(); ++i)
      position_[layer[i]] = static_cast<double>(nodes_[layer[i]].lane) +
                            static_cast<double>(i) / static_cast<double>(layer.size());
  }

  // By lane, then by the mean of the neighbours' positions.
  void sort_layer(std::vector<std::size_t>& layer, bool by_above) {
    std::vector<double> wish(layer.size());
    for (std::size_t i = 0; i < layer.size(); ++i) {
      const LayeredNode& node = nodes_[layer[i]];
      double sum = 0;
      double weight = 0;
      for (const auto& [other, w] : by_above ? node.above : node.below) {
        sum += w * position_[other];
        weight += w;
      }
      wish[i] = weight > 0 ? sum / weight : position_[layer[i]];
    }
    std::vector<std::size_t> order(layer.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const std::size_t lane_a = nodes_[layer[a]].lane;
      const std::size_t lane_b = nodes_[layer[b]].lane;
      return lane_a != lane_b ? lane_a < lane_b : wish[a] < wish[b];
    });
    std::vector<std::size_t> sorted(layer.size());
    for (std::size_t i = 0; i < layer.size(); ++i) sorted[i] = layer[order[i]];
    layer = std::move(sorted);
    note_positions(layer);
  }

  std::uint64_t crossings() const {
    std::vector<std::size_t> index(nodes_.size(), 0);
    for (const auto& layer : layers_) {
      for (std::size_t i = 0; i < layer.size(); ++i) index[layer[i]] = i;
    }
    std::uint64_t sum = 0;
    for (std::size_t l = 0; l + 1 < layers_.size(); ++l) sum += crossings_below(l, index);
    return sum;
  }

  // Lines that began further left and end further right, counted in a tree of sums.
  std::uint64_t crossings_below(std::size_t l, const std::vector<std::size_t>& index) const {
    std::vector<std::size_t> ends;
    for (const std::size_t node : layers_[l]) {
      const auto from = static_cast<std::ptrdiff_t>(ends.size());
      for (const auto& [other, weight] : nodes_[node].below) {
        if (nodes_[other].layer == l + 1) ends.push_back(index[other]);
      }
      std::sort(ends.begin() + from, ends.end());
    }
    std::vector<std::size_t> tree(layers_[l + 1].size() + 1, 0);
    std::uint64_t sum = 0;
    std::size_t before = 0;
    for (const std::size_t end : ends) {
      std::size_t not_right = 0;
      for (std::size_t i = end + 1; i > 0; i -= i & (~i + 1)) not_right += tree[i];
      sum += before - not_right;
      for (std::size_t i = end + 1; i < tree.size(); i += i & (~i + 1)) ++tree[i];
      ++before;
    }
    return sum;
  }

  const std::vector<LayeredNode>& nodes_;
  Layers& layers_;
  std::vector<double> position_;
};

}  // namespace

void order_layers(const std::vector<LayeredNode>& nodes, Layers& layers) {
  Order(nodes, layers).run();
}

}  // namespace mot
