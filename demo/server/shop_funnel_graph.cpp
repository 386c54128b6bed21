#include "demo/server/shop_funnel_graph.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace postlude::server {
namespace {

using offer::Funnel;
using offer::FunnelEdge;
using offer::FunnelNode;

// The picture fits a telephone of 360 pixels as long as no two nodes stand side by side.
constexpr int kBoxWidth = 132;
constexpr int kBoxHeight = 62;
constexpr int kColumnWidth = 148;
constexpr int kRowHeight = 112;
constexpr int kMargin = 8;
constexpr int kLaneWidth = 18;   // of an edge that passes rows by
constexpr int kLabelWidth = 84;  // beside the last lane
constexpr int kTip = 5;
constexpr size_t kMostLetters = 17;

struct EdgeStyle {
  std::string_view css;
  std::string_view words;
};

constexpr std::array<EdgeStyle, offer::kFunnelEdges> kStyles = {{
    {"yes", "yes"},
    {"no", "no"},
    {"failed", "not paid"},
    {"skip", "none fits"},
}};

/// A box of the picture; the last one is the end.
struct Box {
  int row = 0;
  int x = 0;
  int y = 0;
  int leaving = 0;   // lanes that begin here
  int arriving = 0;  // lanes that end here
};

/// All edges between the same two boxes are one line.
struct Line {
  size_t from = 0;
  size_t to = 0;
  std::vector<FunnelEdge> edges;
};

/// What is drawn. An accept and a skip that lead to the same place are told as the accept alone.
std::vector<Line> lines_of(const Funnel& funnel) {
  const size_t end = funnel.nodes.size();
  std::vector<Line> lines;
  for (size_t from = 0; from < end; ++from) {
    const FunnelNode& node = funnel.nodes[from];
    for (size_t i = 0; i < offer::kFunnelEdges; ++i) {
      const auto edge = static_cast<FunnelEdge>(i);
      const int target = node.target(edge);
      if (target == offer::kFunnelRetry) continue;
      if (edge == FunnelEdge::Skip && target == node.target(FunnelEdge::Accept)) continue;
      const size_t to = target < 0 ? end : static_cast<size_t>(target);
      const auto same = std::find_if(lines.begin(), lines.end(), [&](const Line& line) {
        return line.from == from && line.to == to;
      });
      if (same != lines.end()) {
        same->edges.push_back(edge);
      } else {
        lines.push_back({from, to, {edge}});
      }
    }
  }
  return lines;
}

/// Every box stands below all that lead to it; the graph has no cycle, so this ends.
std::vector<Box> place_boxes(const Funnel& funnel, const std::vector<Line>& lines) {
  std::vector<Box> boxes(funnel.nodes.size() + 1);
  for (bool moved = true; moved;) {
    moved = false;
    for (const Line& line : lines) {
      const int below = boxes[line.from].row + 1;
      if (boxes[line.to].row >= below) continue;
      boxes[line.to].row = below;
      moved = true;
    }
  }
  return boxes;
}

/// Gives the boxes of each row their columns; returns how wide the boxes stand.
int place_columns(std::vector<Box>& boxes) {
  int widest = 1;
  for (const Box& box : boxes) {
    const auto beside = std::count_if(boxes.begin(), boxes.end(),
                                      [&](const Box& other) { return other.row == box.row; });
    widest = std::max(widest, static_cast<int>(beside));
  }
  std::vector<int> taken(boxes.size() + 1);
  for (Box& box : boxes) {
    box.x = kMargin + taken[static_cast<size_t>(box.row)]++ * kColumnWidth;
    box.y = kMargin + box.row * kRowHeight;
  }
  return widest * kColumnWidth;
}

std::string shortened(const std::string& text) {
  if (text.size() <= kMostLetters) return text;
  size_t cut = kMostLetters - 1;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xc0) == 0x80) --cut;
  return text.substr(0, cut) + "…";
}

std::string number(int value) { return std::to_string(value); }

std::string at(int x, int y) { return number(x) + ' ' + number(y); }

std::string line_words(const Line& line) {
  std::string words;
  for (const FunnelEdge edge : line.edges) {
    if (!words.empty()) words += ", ";
    words += kStyles.at(static_cast<size_t>(edge)).words;
  }
  return words;
}

/// Draws the lines; knows how many lanes there are.
class Drawing {
 public:
  Drawing(std::vector<Box> boxes, int boxes_width)
      : boxes_(std::move(boxes)), boxes_width_(boxes_width) {}

  PageValues draw(const Line& line) {
    const bool next_row = boxes_[line.to].row == boxes_[line.from].row + 1;
    PageValues values = next_row ? straight(line) : through_lane(line);
    values.text("css", std::string(kStyles.at(static_cast<size_t>(line.edges.front())).css))
        .text("words", line_words(line));
    return values;
  }

  int width() const {
    return kMargin + boxes_width_ + lanes_ * kLaneWidth + (lanes_ > 0 ? kLabelWidth : 0);
  }

 private:
  PageValues straight(const Line& line) const {
    const Box& from = boxes_[line.from];
    const Box& to = boxes_[line.to];
    const int x = from.x + kBoxWidth / 2;
    const int y = from.y + kBoxHeight;
    const int x2 = to.x + kBoxWidth / 2;
    const int y2 = to.y - 2 * kTip;
    const int middle = (y + y2) / 2;
    PageValues values;
    values
        .text("path",
              "M" + at(x, y) + " C" + at(x, middle) + ' ' + at(x2, middle) + ' ' + at(x2, y2))
        .text("tip", "M" + at(x2 - kTip, y2) + " L" + at(x2 + kTip, y2) + " L" + at(x2, to.y) + 'Z')
        .text("label_x", number((x + x2) / 2 + 8))
        .text("label_y", number(middle + 4));
    return values;
  }

  PageValues through_lane(const Line& line) {
    Box& from = boxes_[line.from];
    Box& to = boxes_[line.to];
    const int lane = kMargin + boxes_width_ + lanes_++ * kLaneWidth;
    const int x = from.x + kBoxWidth;
    const int y = from.y + 16 + 20 * from.leaving++;
    const int x2 = to.x + kBoxWidth + 2 * kTip;
    const int y2 = to.y + 16 + 14 * to.arriving++;
    PageValues values;
    values
        .text("path", "M" + at(x, y) + " L" + at(lane, y) + " L" + at(lane, y2) + " L" + at(x2, y2))
        .text("tip", "M" + at(x2, y2 - kTip) + " L" + at(x2, y2 + kTip) + " L" +
                         at(to.x + kBoxWidth, y2) + 'Z')
        .text("label_x", number(lane + 6))
        .text("label_y", number(y + 4));
    return values;
  }

  std::vector<Box> boxes_;
  const int boxes_width_;
  int lanes_ = 0;
};

PageValues box_values(const Box& box, const std::string& title, const std::string& about,
                      const std::string& retry) {
  PageValues values;
  values.text("x", number(box.x))
      .text("y", number(box.y))
      .text("middle", number(box.x + kBoxWidth / 2))
      .text("title_y", number(box.y + (about.empty() ? kBoxHeight / 2 + 5 : 22)))
      .text("about_y", number(box.y + 39))
      .text("retry_y", number(box.y + 54))
      .text("title", shortened(title))
      .text("about", about)
      .text("retry", retry);
  return values;
}

std::vector<std::string> titles_at(const OfferSetup& setup, int node) {
  std::vector<std::string> titles;
  for (const offer::Candidate& candidate : setup.config.candidates) {
    if (candidate.node != node) continue;
    const bool told = std::find(titles.begin(), titles.end(), candidate.title) != titles.end();
    if (!told) titles.push_back(candidate.title);
  }
  return titles;
}

size_t offers_at(const OfferSetup& setup, int node) {
  const auto stands = [&](const offer::Candidate& candidate) { return candidate.node == node; };
  return static_cast<size_t>(
      std::count_if(setup.config.candidates.begin(), setup.config.candidates.end(), stands));
}

std::string target_words(const Funnel& funnel, int target) {
  if (target == offer::kFunnelRetry) return "it may be tried again";
  return target < 0 ? "the end" : funnel.nodes[static_cast<size_t>(target)].id;
}

/// One node in words: the same facts as in the picture.
PageValues step_values(const OfferSetup& setup, int index) {
  const Funnel& funnel = setup.config.policy.funnel;
  const FunnelNode& node = funnel.nodes[static_cast<size_t>(index)];
  const auto leads = [&](FunnelEdge edge) { return target_words(funnel, node.target(edge)); };
  std::string offers;
  for (const std::string& title : titles_at(setup, index)) {
    offers += (offers.empty() ? "" : ", ") + title;
  }
  PageValues values;
  values.text("id", node.id)
      .flag("first", index == funnel.start)
      .text("offers", offers.empty() ? "No offer stands here." : offers)
      .text("accept", leads(FunnelEdge::Accept))
      .text("decline", leads(FunnelEdge::Decline))
      .text("payment_failed", leads(FunnelEdge::PaymentFailed))
      .text("skip", leads(FunnelEdge::Skip));
  return values;
}

}  // namespace

PageValues funnel_values(const OfferSetup& setup) {
  const Funnel& funnel = setup.config.policy.funnel;
  const std::vector<Line> lines = lines_of(funnel);
  std::vector<Box> placed = place_boxes(funnel, lines);
  const int boxes_width = place_columns(placed);
  int height = 0;
  PageValues::List boxes;
  PageValues::List steps;
  for (size_t i = 0; i < placed.size(); ++i) {
    height = std::max(height, placed[i].y + kBoxHeight + kMargin);
    if (i == funnel.nodes.size()) {
      boxes.push_back(box_values(placed[i], "The end", "", ""));
      break;
    }
    const FunnelNode& node = funnel.nodes[i];
    const size_t offers = offers_at(setup, static_cast<int>(i));
    const bool again = node.target(FunnelEdge::PaymentFailed) == offer::kFunnelRetry;
    boxes.push_back(box_values(placed[i], node.id,
                               std::to_string(offers) + (offers == 1 ? " offer" : " offers"),
                               again ? "not paid: try again" : ""));
    steps.push_back(step_values(setup, static_cast<int>(i)));
  }
  Drawing drawing(std::move(placed), boxes_width);
  PageValues::List edges;
  for (const Line& line : lines) edges.push_back(drawing.draw(line));
  PageValues values;
  values.flag("has_funnel", !funnel.nodes.empty())
      .text("width", number(drawing.width()))
      .text("height", number(height))
      .number("max_depth", funnel.max_depth)
      .list("boxes", std::move(boxes))
      .list("edges", std::move(edges))
      .list("steps", std::move(steps));
  return values;
}

}  // namespace postlude::server
