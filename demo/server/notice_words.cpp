#include "demo/server/notice_words.h"

namespace postlude::server {
namespace {

struct NoticeRow {
  std::string_view code;
  std::string_view words;
};

constexpr NoticeRow kRows[] = {
    {"card_declined", "Your card was declined. Nothing was charged, and your order is as it was."},
    {"insufficient_funds",
     "Your card has not enough funds for this. Nothing was charged, and your order is as it was."},
    {"authentication_failed",
     "You did not confirm the payment. Nothing was charged, and your order is as it was."},
    {"out_of_stock", "Somebody else bought the last one. Nothing was charged."},
    {"offer_expired", "The offer is over. Nothing was charged."},
    {"order_released",
     "Your order is on its way already and cannot be changed. Nothing was charged."},
    {"order_cancelled", "Your order was cancelled and cannot be changed. Nothing was charged."},
    {"consent_needed",
     "Please tick the box if you agree to what it says. Nothing was charged, and your order is as "
     "it was."},
    {"payment_pending",
     "Your bank has not answered yet. We add the product as soon as it says yes; please do not pay "
     "again."},
    {"in_progress", "Your first click is still being worked on. Please load this page again."},
    {"busy", "That did not work just now. Please try again: you never pay twice for it."},
    {"decline.already_accepted", "This is in your order already, so it can no longer be declined."},
    {"decline.in_progress",
     "Your bank has not answered yet, so this cannot be declined just now. Please load this page "
     "again in a moment."},
    {"undo.undone", "It is taken out of your order again, and your money is on its way back."},
    {"undo.undo_over", "It is too late to undo this. Your order is as it was."},
    {"undo.order_released", "Your order is on its way already, so this can no longer be undone."},
    {"undo.order_cancelled", "Your order was cancelled as a whole."},
    {"undo.payment_pending", "Your bank has not answered yet. We undo this as soon as it does."},
    {"undo.in_progress", "Your first click is still being worked on. Please load this page again."},
    {"quote.out_of_stock", "There are not so many left. Nothing has changed."},
    {"quote.offer_expired", "The offer is over. Nothing was charged."},
    {"quote.order_released", "Your order is on its way already and cannot be changed."},
    {"subscription.ended", "Your subscription has ended. Nothing more will be charged for it."},
    {"report.sent", "Thank you. We have your report and write to you within one working day."},
    {"report.already_sent", "We have your report of this already and are looking into it."},
    {"return.announced",
     "Your return is announced. The label is on its way to your inbox; bring the parcel to any "
     "parcel shop."},
    {"return.nothing_chosen",
     "Nothing was chosen, so nothing is announced. Your order is as it was."},
    {"return.over", "This cannot be returned any more, or its return is announced already."},
    {"gateway_down", "The payment service cannot be reached. Nothing was charged."},
};

}  // namespace

std::string_view notice_words(std::string_view code) {
  for (const NoticeRow& row : kRows) {
    if (row.code == code) return row.words;
  }
  if (code.starts_with("quote.")) return "The price could not be updated. Nothing has changed.";
  if (code.starts_with("decline.")) return "That did not work just now. Please try again.";
  if (code.starts_with("undo.")) return "This could not be undone just now. Please try again.";
  return "The offer could not be added to your order. Nothing was charged.";
}

}  // namespace postlude::server
