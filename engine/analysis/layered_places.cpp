// Gives the nodes of a layout their x: in order, with gaps, inside their lanes, as near to their
// neighbours as that allows.
#include <algorithm>

#include "engine/analysis/layered_parts.h"

namespace mot {
namespace {

constexpr double kBoxGap = 26;
constexpr double kLineGap = 12;
constexpr double kLanePadding = 18;
constexpr int kRounds = 12;
// In the last of them neighbours on both sides pull.
constexpr int kBothRounds = 4;

class Places {
 public:
  Places(const LayoutInput& input, const Layers& layers, std::vector<LayeredNode>& nodes)
      : layers_(layers), nodes_(nodes) {
    widen_lanes(input.lanes);
  }

  std::vector<LayoutLane> run() {
    for (const auto& layer : layers_) {
      each_run(nodes_, layer,
               [&](std::size_t first, std::size_t end) { centre_run(layer, first, end); });
    }
    for (int round = 0; round < kRounds; ++round) {
      const bool down = round % 2 == 0;
      const bool both = round >= kRounds - kBothRounds;
      for (std::size_t k = 0; k < layers_.size(); ++k) {
        const auto& layer = layers_[down ? k : layers_.size() - 1 - k];
        each_run(nodes_, layer, [&](std::size_t first, std::size_t end) {
          pull_run(layer, first, end, down || both, !down || both);
        });
      }
    }
    return lanes_;
  }

 private:
  double gap_between(std::size_t left, std::size_t right) const {
    const bool boxes = nodes_[left].is_box || nodes_[right].is_box;
    return (nodes_[left].width + nodes_[right].width) / 2 + (boxes ? kBoxGap : kLineGap);
  }

  double width_of(const std::vector<std::size_t>& layer, std::size_t first, std::size_t end) const {
    double width = (nodes_[layer[first]].width + nodes_[layer[end - 1]].width) / 2;
    for (std::size_t i = first; i + 1 < end; ++i) width += gap_between(layer[i], layer[i + 1]);
    return width;
  }

  void widen_lanes(std::vector<double> widths) {
    for (const auto& layer : layers_) {
      each_run(nodes_, layer, [&](std::size_t first, std::size_t end) {
        double& width = widths[nodes_[layer[first]].lane];
        width = std::max(width, width_of(layer, first, end) + 2 * kLanePadding);
      });
    }
    double x = 0;
    for (const double width : widths) {
      lanes_.push_back({x, width});
      x += width;
    }
  }

  void centre_run(const std::vector<std::size_t>& layer, std::size_t first, std::size_t end) {
    const LayoutLane& lane = lanes_[nodes_[layer[first]].lane];
    double at =
        lane.x + lane.width / 2 - width_of(layer, first, end) / 2 + nodes_[layer[first]].width / 2;
    for (std::size_t i = first; i < end; ++i) {
      if (i > first) at += gap_between(layer[i - 1], layer[i]);
      nodes_[layer[i]].x = at;
    }
  }

  // Nodes that want to lie in each other's way are moved together, to the mean of what they want.
  struct Pool {
    double sum = 0;
    double weight = 0;
    std::size_t count = 1;
    double mean() const { return sum / weight; }
  };

  Pool wish_of(const LayeredNode& node, bool above, bool below) const {
    // A little of where it is, for what has no neighbours.
    constexpr double kInertia = 0.01;
    Pool wish{kInertia * node.x, kInertia};
    const auto pull = [&](const std::vector<std::pair<std::size_t, double>>& neighbours) {
      for (const auto& [other, weight] : neighbours) {
        wish.sum += weight * nodes_[other].x;
        wish.weight += weight;
      }
    };
    if (above) pull(node.above);
    if (below) pull(node.below);
    return wish;
  }

  // Least squares: places less their offsets from the first must not fall from left to right.
  void pull_run(const std::vector<std::size_t>& layer,
                std::size_t first,
                std::size_t end,
                bool above,
                bool below) {
    std::vector<double> offsets;
    std::vector<Pool> pools;
    double offset = 0;
    for (std::size_t i = first; i < end; ++i) {
      if (i > first) offset += gap_between(layer[i - 1], layer[i]);
      offsets.push_back(offset);
      Pool wish = wish_of(nodes_[layer[i]], above, below);
      wish.sum -= wish.weight * offset;
      pools.push_back(wish);
      while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
        const Pool right = pools.back();
        pools.pop_back();
        pools.back().sum += right.sum;
        pools.back().weight += right.weight;
        pools.back().count += right.count;
      }
    }
    const LayoutLane& lane = lanes_[nodes_[layer[first]].lane];
    const double low = lane.x + kLanePadding + nodes_[layer[first]].width / 2;
    const double high =
        lane.x + lane.width - kLanePadding - nodes_[layer[end - 1]].width / 2 - offset;
    std::size_t i = 0;
    for (const Pool& pool : pools) {
      const double at = std::clamp(pool.mean(), low, std::max(low, high));
      for (std::size_t k = 0; k < pool.count; ++k, ++i)
        nodes_[layer[first + i]].x = at + offsets[i];
    }
  }

  const Layers& layers_;
  std::vector<LayeredNode>& nodes_;
  std::vector<LayoutLane> lanes_;
};

}  // namespace

std::vector<LayoutLane> place_nodes(const LayoutInput& input,
                                    const Layers& layers,
                                    std::vector<LayeredNode>& nodes) {
  return Places(input, layers, nodes).run();
}

}  // namespace mot
