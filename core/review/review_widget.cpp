#include "core/review/review_widget.h"

#include "core/base/hash.h"

namespace postlude::review {
namespace {

using output::Arg;
using output::PhraseId;
using output::TemplateId;
using output::Token;
using output::ViewBuilder;

constexpr int kMaxStars = 5;

const order::LineItem* line_of(const order::Order& order, std::string_view line_id) {
  for (const order::LineItem& line : order.lines) {
    if (line.id == line_id) return &line;
  }
  return nullptr;
}

void status(const ReviewState& state, ViewBuilder& out) {
  if (std::holds_alternative<Sending>(state)) {
    out.token(Token::Busy).text(PhraseId::ReviewSending);
    return;
  }
  const auto* asking = std::get_if<Asking>(&state);
  switch (asking == nullptr ? Asking::Problem::None : asking->problem) {
    case Asking::Problem::None:
      out.token(Token::Idle).none();
      return;
    case Asking::Problem::NoStars:
      out.token(Token::Bad).text(PhraseId::ReviewChooseStars);
      return;
    case Asking::Problem::NotSent:
      out.token(Token::Bad).text(PhraseId::ReviewFailed);
      return;
  }
}

void form(const State& state, const order::Order& order, const order::LineItem& line,
          const base::SourceTime& delivered_at, const FormFields& fields, ViewBuilder& out) {
  const bool busy = std::holds_alternative<Sending>(state.state);
  const bool real_form = !fields.order_token.empty();
  out.begin(TemplateId::ReviewForm, output::key_of(line.id));
  out.text({PhraseId::ReviewHeading, {std::string_view(line.title)}});
  if (delivered_at.known()) {
    out.text({PhraseId::ReviewWhy, {output::date_arg(delivered_at)}});
  } else {
    out.text(PhraseId::ReviewWhyShipped);
  }
  out.url(base::safe_url(fields.api + "/reviews")).string(line.id);
  if (real_form) {
    out.string(fields.order_token).string(line.id).string(review_key(order.id, line.id));
    out.string(fields.return_to);
  } else {
    out.none().none().none().none();
  }
  out.begin_list();
  for (int stars = 1; stars <= kMaxStars; ++stars) {
    out.begin(TemplateId::ReviewStar, static_cast<uint64_t>(stars)).number(stars);
    out.text({PhraseId::ReviewStarCount, {Arg::of_number(stars)}}).end();
  }
  out.end_list().flag(busy);
  if (busy) {
    out.token(Token::True).text(PhraseId::ReviewSending);
  } else {
    out.none().text(PhraseId::ReviewSend);
  }
  status(state.state, out);
  out.end();
}

}  // namespace

void schedule(State& state, const order::Order& order, const std::vector<Parcel>& parcels,
              const base::SourceTime& today) {
  if (std::holds_alternative<Sending>(state.state) || std::holds_alternative<Sent>(state.state)) {
    return;
  }
  const Prompt prompt = schedule_prompt(order, parcels, state.config, today);
  if (const auto* ask = std::get_if<Ask>(&prompt)) {
    const auto* asking = std::get_if<Asking>(&state.state);
    if (asking != nullptr && asking->line_id == ask->line_id) return;
    state.state = Asking{ask->line_id};
    return;
  }
  const auto& not_yet = std::get<NotYet>(prompt);
  state.state = Quiet{not_yet.reason, not_yet.ask_on};
}

std::string review_key(std::string_view order_id, std::string_view line_id) {
  const uint64_t intent = base::fnv1a64(line_id, base::fnv1a64(order_id));
  return "review-" + base::hex64(intent) + base::hex64(base::fnv1a64(order_id, ~intent));
}

void view_review(const State& state, const order::Order& order,
                 const base::SourceTime& delivered_at, const FormFields& fields,
                 output::View& view) {
  ViewBuilder out(view);
  std::string_view line_id;
  if (const auto* asking = std::get_if<Asking>(&state.state)) line_id = asking->line_id;
  if (const auto* sending = std::get_if<Sending>(&state.state)) line_id = sending->line_id;
  if (const auto* sent = std::get_if<Sent>(&state.state)) {
    const bool again = sent->before == Sent::Before::Yes;
    out.begin(TemplateId::ReviewDone);
    out.text(again ? PhraseId::ReviewAlreadySent : PhraseId::ReviewThanks).end();
    return;
  }
  const order::LineItem* line = line_of(order, line_id);
  if (line == nullptr) {
    out.begin(TemplateId::Empty).end();
    return;
  }
  form(state, order, *line, delivered_at, fields, out);
}

}  // namespace postlude::review
