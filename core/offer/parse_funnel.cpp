#include "core/offer/parse_funnel.h"

#include <algorithm>

#include "core/offer/strict_reader.h"

namespace postlude::offer {
namespace {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;

constexpr std::string_view kEnd = "end";
constexpr std::string_view kRetry = "retry";

void read_id(JsonReader& in, JsonRef object, Funnel& funnel) {
  if (!object.is_object()) return in.fail(ErrorCode::WrongType, object);
  allow_only(in, object, {"id", "accept", "decline", "payment_failed", "skip"});
  std::string id = in.required_id(object, "id");
  const bool taken = id == kEnd || id == kRetry || funnel.find(id) != kFunnelEnd;
  if (!in.failed() && taken) in.fail(ErrorCode::BadValue, object, "id");
  funnel.nodes.emplace_back().id = std::move(id);
}

int read_target(JsonReader& in, JsonRef object, FunnelEdge edge, const Funnel& funnel,
                int otherwise) {
  const std::string key(funnel_edge_name(edge));
  const JsonRef given = object[key];
  if (!given.exists() || given.is_null()) return otherwise;
  const std::string id = in.optional_id(object, key.c_str());
  if (id == kEnd) return kFunnelEnd;
  if (id == kRetry && edge == FunnelEdge::PaymentFailed) return kFunnelRetry;
  const int target = funnel.find(id);
  if (target == kFunnelEnd) in.fail(ErrorCode::BadValue, object, key.c_str());
  return target;
}

void read_edges(JsonReader& in, JsonRef object, const Funnel& funnel, FunnelNode& node) {
  const auto read = [&](FunnelEdge edge, int otherwise) {
    int& target = node.to[static_cast<size_t>(edge)];
    target = read_target(in, object, edge, funnel, otherwise);
    return target;
  };
  const int accept = read(FunnelEdge::Accept, kFunnelEnd);
  read(FunnelEdge::Decline, kFunnelEnd);
  read(FunnelEdge::PaymentFailed, kFunnelRetry);
  // Nobody was asked, so the way goes on as if the step had been taken.
  read(FunnelEdge::Skip, accept);
}

/// How many nodes the longest way from each node has; the graph has no cycle.
int64_t longest_way(const Funnel& funnel, int from, std::vector<int64_t>& known) {
  int64_t& length = known[static_cast<size_t>(from)];
  if (length > 0) return length;
  int64_t rest = 0;
  for (const int target : funnel.nodes[static_cast<size_t>(from)].to) {
    if (target >= 0) rest = std::max(rest, longest_way(funnel, target, known));
  }
  return known[static_cast<size_t>(from)] = rest + 1;
}

void check(JsonReader& in, JsonRef list, const Funnel& funnel) {
  if (const auto fault = find_cycle(funnel)) {
    const std::string edge(funnel_edge_name(fault->edge));
    const JsonRef node = list.at(fault->node);
    // A skip that is not written goes where the accept goes.
    const bool written = node[edge].exists();
    return in.fail(ErrorCode::BadValue, node, written ? edge.c_str() : "accept");
  }
  std::vector<int64_t> known(funnel.nodes.size());
  if (longest_way(funnel, funnel.start, known) > kMaxFunnelDepth) {
    in.fail(ErrorCode::BadValue, list);
  }
}

}  // namespace

Funnel read_funnel(JsonReader& in, JsonRef object) {
  allow_only(in, object, {"start", "max_depth", "nodes"});
  Funnel funnel;
  if (!object.exists() || in.failed()) return funnel;
  funnel.max_depth = number_in(in, object, "max_depth", {1, kMaxFunnelDepth}, kMaxFunnelDepth);
  const JsonRef list = in.required_array(object, "nodes");
  const bool right_size = list.size() > 0 && list.size() <= kMaxFunnelNodes;
  if (!in.failed() && !right_size) in.fail(ErrorCode::BadValue, list);
  for (const JsonRef node : list) {
    if (!in.failed()) read_id(in, node, funnel);
  }
  for (size_t i = 0; i < funnel.nodes.size() && !in.failed(); ++i) {
    read_edges(in, list.at(i), funnel, funnel.nodes[i]);
  }
  if (object["start"].exists() && !object["start"].is_null()) {
    funnel.start = funnel.find(in.optional_id(object, "start"));
    if (funnel.start == kFunnelEnd) in.fail(ErrorCode::BadValue, object, "start");
  }
  if (!in.failed()) check(in, list, funnel);
  return funnel;
}

}  // namespace postlude::offer
