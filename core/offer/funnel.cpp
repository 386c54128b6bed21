#include "core/offer/funnel.h"

#include <algorithm>

namespace postlude::offer {
namespace {

#define X(name, text) text,
constexpr std::string_view kEdgeNames[] = {POSTLUDE_FUNNEL_EDGES(X)};
#undef X

uint64_t bit(int node) { return uint64_t{1} << node; }

enum class Colour : uint8_t { White, Grey, Black };

// Depth first: an edge to a node still on the way closes a cycle.
class CycleSearch {
 public:
  explicit CycleSearch(const Funnel& funnel) : funnel_(funnel), colours_(funnel.nodes.size()) {}

  std::optional<FunnelFault> from(size_t node) {
    if (colours_[node] != Colour::White) return std::nullopt;
    colours_[node] = Colour::Grey;
    for (size_t edge = 0; edge < kFunnelEdges; ++edge) {
      const int target = funnel_.nodes[node].to[edge];
      if (target < 0) continue;
      const auto next = static_cast<size_t>(target);
      if (colours_[next] == Colour::Grey) return FunnelFault{node, static_cast<FunnelEdge>(edge)};
      if (const auto deeper = from(next)) return deeper;
    }
    colours_[node] = Colour::Black;
    return std::nullopt;
  }

 private:
  const Funnel& funnel_;
  std::vector<Colour> colours_;
};

uint64_t answered_nodes(const std::vector<NodeFacts>& facts) {
  uint64_t answered = 0;
  for (size_t i = 0; i < facts.size(); ++i) {
    if (facts[i].answer != NodeAnswer::None) answered |= bit(static_cast<int>(i));
  }
  return answered;
}

// The edge that leaves a node; nothing when it is due.
std::optional<FunnelEdge> way_out(const NodeFacts& facts, const FunnelNode& node, bool gone_by) {
  switch (facts.answer) {
    case NodeAnswer::Accepted:
      return FunnelEdge::Accept;
    case NodeAnswer::Declined:
      return FunnelEdge::Decline;
    case NodeAnswer::ShowAnother:  // U16
      if (facts.can_fill && !gone_by) return std::nullopt;
      return FunnelEdge::Decline;
    case NodeAnswer::PaymentFailed:
      if (node.target(FunnelEdge::PaymentFailed) != kFunnelRetry) return FunnelEdge::PaymentFailed;
      if (facts.can_fill && !gone_by) return std::nullopt;
      return FunnelEdge::Skip;
    case NodeAnswer::None:
      break;
  }
  if (facts.can_fill && !gone_by) return std::nullopt;
  return FunnelEdge::Skip;
}

}  // namespace

std::string_view funnel_edge_name(FunnelEdge edge) { return kEdgeNames[static_cast<size_t>(edge)]; }

int Funnel::find(std::string_view id) const {
  for (size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].id == id) return static_cast<int>(i);
  }
  return kFunnelEnd;
}

std::optional<FunnelFault> find_cycle(const Funnel& funnel) {
  CycleSearch search(funnel);
  for (size_t node = 0; node < funnel.nodes.size(); ++node) {
    if (const auto fault = search.from(node)) return fault;
  }
  return std::nullopt;
}

uint64_t reachable_from(const Funnel& funnel, int node) {
  uint64_t reached = 0;
  uint64_t open = node >= 0 ? bit(node) : 0;
  while (open != 0) {
    const int next = __builtin_ctzll(open);
    open &= open - 1;
    for (const int target : funnel.nodes[static_cast<size_t>(next)].to) {
      if (target < 0 || (reached & bit(target)) != 0) continue;
      reached |= bit(target);
      open |= bit(target);
    }
  }
  return reached;
}

FunnelPlace walk_funnel(const Funnel& funnel, const std::vector<NodeFacts>& facts) {
  FunnelPlace place;
  const uint64_t answered = answered_nodes(facts);
  int64_t depth = 0;
  int at = funnel.nodes.empty() ? kFunnelEnd : funnel.start;
  while (at >= 0 && (place.over & bit(at)) == 0) {
    const NodeFacts& here = facts[static_cast<size_t>(at)];
    const FunnelNode& node = funnel.nodes[static_cast<size_t>(at)];
    if (depth >= funnel.max_depth) {
      place.too_deep = true;
      break;
    }
    const bool gone_by = (reachable_from(funnel, at) & answered & ~place.over) != 0;
    const auto edge = way_out(here, node, gone_by);
    if (!edge) {
      place.due = at;
      place.ahead = reachable_from(funnel, at);
      break;
    }
    if (here.answer != NodeAnswer::None) ++depth;
    place.over |= bit(at);
    at = node.target(*edge);
  }
  return place;
}

}  // namespace postlude::offer
