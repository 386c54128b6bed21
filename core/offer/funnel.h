#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace postlude::offer {

inline constexpr int kFunnelEnd = -1;    // an edge that leads out
inline constexpr int kFunnelRetry = -2;  // of a failed payment alone: it may be tried again there
inline constexpr size_t kMaxFunnelNodes = 64;
inline constexpr int64_t kMaxFunnelDepth = 10;  // U3: five upsells and their downsells

/// The ways out of a node: wire name and what leads there. Without an edge the way ends, but that a
/// failed payment may be tried again, and a node that nobody can fill leads on as if accepted.
#define POSTLUDE_FUNNEL_EDGES(X)                                                  \
  X(Accept, "accept")                /* one of its offers was accepted */         \
  X(Decline, "decline")              /* its offers were declined: the downsell */ \
  X(PaymentFailed, "payment_failed") /* the bank said no, not the shopper (U4) */ \
  X(Skip, "skip")                    /* nobody could fill it: out of stock, no rule */

enum class FunnelEdge : uint8_t {
#define X(name, text) name,
  POSTLUDE_FUNNEL_EDGES(X)
#undef X
};
inline constexpr size_t kFunnelEdges = 4;

std::string_view funnel_edge_name(FunnelEdge edge);

/// One step; the candidates that stand at it name it.
struct FunnelNode {
  std::string id;  // unique in the funnel
  int to[kFunnelEdges] = {kFunnelEnd, kFunnelEnd, kFunnelRetry, kFunnelEnd};  // indexes of nodes

  int target(FunnelEdge edge) const { return to[static_cast<size_t>(edge)]; }
};

/// A graph without cycles (U2): what is offered after what. Without nodes there is no funnel.
struct Funnel {
  std::vector<FunnelNode> nodes;  // at most kMaxFunnelNodes
  int start = 0;
  int64_t max_depth = kMaxFunnelDepth;  // so many nodes can be answered, then it ends

  int find(std::string_view id) const;  // kFunnelEnd when there is none
};

/// Where an edge is.
struct FunnelFault {
  size_t node = 0;
  FunnelEdge edge = FunnelEdge::Accept;
};

/// Returns the first edge, in the order of nodes and edges, that closes a cycle.
std::optional<FunnelFault> find_cycle(const Funnel& funnel);

/// The nodes that can be reached from `node`, itself not among them.
uint64_t reachable_from(const Funnel& funnel, int node);

/// What the shopper's answers say of a node: the strongest of them, in this order.
enum class NodeAnswer : uint8_t { None, ShowAnother, PaymentFailed, Declined, Accepted };

struct NodeFacts {
  NodeAnswer answer = NodeAnswer::None;
  bool can_fill = false;  // a candidate stands there and fits
};

/// Where a shopper is in the funnel. Sets of nodes have bit i for node i.
struct FunnelPlace {
  int due = kFunnelEnd;
  uint64_t over = 0;      // nodes of the way gone, answered or passed over
  uint64_t ahead = 0;     // nodes that can still come after `due`
  bool too_deep = false;  // it ended because of max_depth
};

/// Returns what is due, from the answers alone: the same after a reload, the back button and in a
/// second tab. `facts` has one entry a node. Ends whatever the graph is. A node that was passed
/// over does not come back once a later one was answered.
FunnelPlace walk_funnel(const Funnel& funnel, const std::vector<NodeFacts>& facts);

}  // namespace postlude::offer
