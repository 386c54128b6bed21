#include "core/review/schedule_prompt.h"

#include <gtest/gtest.h>

namespace postlude::review {
namespace {

using order::LineItem;
using order::Order;
using order::PaymentStatus;

const base::Currency kEur = *base::parse_currency("EUR");

base::SourceTime at(std::string_view text) { return *base::parse_source_time(text); }

LineItem line(std::string id, int64_t price_minor) {
  LineItem made;
  made.id = id;
  made.product_id = "p-" + id;
  made.title = id;
  made.unit_price = base::Money{price_minor, kEur};
  return made;
}

Order order_of(std::vector<LineItem> lines) {
  Order order;
  order.id = order.number = "1001";
  order.currency = kEur;
  order.payment_status = PaymentStatus::Paid;
  order.created_at = at("2026-11-01T09:00:00+01:00");
  order.lines = std::move(lines);
  return order;
}

Parcel delivered(std::string_view shipped, std::string_view arrived,
                 std::vector<ParcelItem> items = {}) {
  return {ParcelState::Delivered, at(shipped), at(arrived), std::move(items)};
}

Parcel under_way(std::string_view shipped, std::vector<ParcelItem> items = {}) {
  return {ParcelState::UnderWay, at(shipped), {}, std::move(items)};
}

// "ask l1", "too_early 2026-11-12" or "not_shipped".
std::string asked(const Order& order, const std::vector<Parcel>& parcels, std::string_view today,
                  const ReviewConfig& config = {}) {
  const Prompt prompt = schedule_prompt(order, parcels, config, at(today));
  if (const Ask* ask = std::get_if<Ask>(&prompt)) return "ask " + ask->line_id;
  const NotYet& wait = std::get<NotYet>(prompt);
  std::string text(not_yet_reason_name(wait.reason));
  if (wait.ask_on.known()) text += " " + base::source_time_text(wait.ask_on);
  return text;
}

const Order kOne = order_of({line("l1", 1000)});

TEST(SchedulePrompt, AsksASetNumberOfDaysAfterDelivery) {
  const std::vector<Parcel> parcels = {delivered("2026-11-03", "2026-11-05T18:30:00+01:00")};
  EXPECT_EQ(asked(kOne, parcels, "2026-11-05"), "too_early 2026-11-12");
  EXPECT_EQ(asked(kOne, parcels, "2026-11-11"), "too_early 2026-11-12");
  EXPECT_EQ(asked(kOne, parcels, "2026-11-12"), "ask l1");
  EXPECT_EQ(asked(kOne, parcels, "2027-03-01"), "ask l1");
}

TEST(SchedulePrompt, CountsDaysOnTheSourcesOwnCalendar) {
  // 23:30 in Los Angeles is the next day in UTC; the shopper's day counts.
  const std::vector<Parcel> parcels = {delivered("2026-11-03", "2026-11-05T23:30:00-08:00")};
  EXPECT_EQ(asked(kOne, parcels, "2026-11-12"), "ask l1");
}

TEST(SchedulePrompt, TakesTheNumberOfDaysFromTheShop) {
  const std::vector<Parcel> parcels = {delivered("2026-11-03", "2026-11-05")};
  ReviewConfig config;
  config.ask_after_days = 0;
  EXPECT_EQ(asked(kOne, parcels, "2026-11-05", config), "ask l1");
  config.ask_after_days = 30;
  EXPECT_EQ(asked(kOne, parcels, "2026-11-20", config), "too_early 2026-12-05");
  config.ask_after_days = -4;
  EXPECT_EQ(asked(kOne, parcels, "2026-11-05", config), "ask l1");
}

TEST(SchedulePrompt, FallsBackToTheShippingDateWhenNobodyReportsDelivery) {
  const std::vector<Parcel> parcels = {under_way("2026-11-03")};
  EXPECT_EQ(asked(kOne, parcels, "2026-11-10"), "not_delivered 2026-11-24");
  EXPECT_EQ(asked(kOne, parcels, "2026-11-24"), "ask l1");
}

TEST(SchedulePrompt, ADeliveryWithoutADateFallsBackToo) {
  const Parcel parcel{ParcelState::Delivered, at("2026-11-03"), {}, {}};
  EXPECT_EQ(asked(kOne, {parcel}, "2026-11-10"), "too_early 2026-11-24");
  const Parcel dateless{ParcelState::Delivered, {}, {}, {}};
  EXPECT_EQ(asked(kOne, {dateless}, "2026-11-10"), "date_unknown");
}

TEST(SchedulePrompt, AsksNothingAboutAnOrderThatIsNoPurchase) {
  const std::vector<Parcel> parcels = {delivered("2026-11-03", "2026-11-05")};
  Order order = kOne;
  order.cancelled_at = at("2026-11-02");
  EXPECT_EQ(asked(order, parcels, "2026-12-01"), "order_cancelled");
  order = kOne;
  order.test = true;
  EXPECT_EQ(asked(order, parcels, "2026-12-01"), "order_test");
  for (const PaymentStatus status :
       {PaymentStatus::Refunded, PaymentStatus::PartiallyRefunded, PaymentStatus::Voided}) {
    order = kOne;
    order.payment_status = status;
    EXPECT_EQ(asked(order, parcels, "2026-12-01"), "order_refunded");
  }
}

TEST(SchedulePrompt, AsksNothingBeforeAllOfItHasShipped) {
  const Order two = order_of({line("l1", 1000), line("l2", 2000)});
  const Parcel waiting;
  EXPECT_EQ(asked(two, {}, "2026-12-01"), "not_shipped");
  EXPECT_EQ(asked(two, {waiting}, "2026-12-01"), "not_shipped");
  EXPECT_EQ(asked(two, {delivered("2026-11-03", "2026-11-05"), waiting}, "2026-12-01"),
            "partly_shipped");
  EXPECT_EQ(asked(two, {delivered("2026-11-03", "2026-11-05", {{"l1", 1}})}, "2026-12-01"),
            "partly_shipped");
}

TEST(SchedulePrompt, CountsQuantitiesOverSeveralParcels) {
  Order order = order_of({line("l1", 1000)});
  order.lines[0].quantity = 3;
  const Parcel first = delivered("2026-11-03", "2026-11-05", {{"l1", 2}});
  const Parcel second = delivered("2026-11-04", "2026-11-09", {{"l1", 1}});
  EXPECT_EQ(asked(order, {first}, "2026-12-01"), "partly_shipped");
  EXPECT_EQ(asked(order, {first, second}, "2026-11-15"), "too_early 2026-11-16");
  EXPECT_EQ(asked(order, {first, second}, "2026-11-16"), "ask l1");
}

TEST(SchedulePrompt, AsksAboutWhatIsThereWhileAnotherParcelIsUnderWay) {
  const Order two = order_of({line("l1", 1000), line("l2", 2000)});
  const std::vector<Parcel> parcels = {delivered("2026-11-03", "2026-11-05", {{"l1", 1}}),
                                       under_way("2026-11-04", {{"l2", 1}})};
  EXPECT_EQ(asked(two, parcels, "2026-11-12"), "ask l1");
  ReviewConfig config;
  config.sent_line_ids = {"l1"};
  EXPECT_EQ(asked(two, parcels, "2026-11-12", config), "not_delivered 2026-11-25");
}

TEST(SchedulePrompt, AParcelThatTellsNothingMayHoldEverything) {
  const Order two = order_of({line("l1", 1000), line("l2", 2000)});
  const std::vector<Parcel> parcels = {delivered("2026-11-03", "2026-11-05"),
                                       under_way("2026-11-04")};
  EXPECT_EQ(asked(two, parcels, "2026-11-12"), "not_delivered 2026-11-25");
}

TEST(SchedulePrompt, AsksAboutTheMostExpensiveFirst) {
  const std::vector<Parcel> parcels = {delivered("2026-11-03", "2026-11-05")};
  EXPECT_EQ(asked(order_of({line("a", 10), line("b", 30), line("c", 20)}), parcels, "2026-12-01"),
            "ask b");
  EXPECT_EQ(asked(order_of({line("b", 10), line("a", 10)}), parcels, "2026-12-01"), "ask a");
  Order unpriced = order_of({line("a", 10), line("b", 0)});
  unpriced.lines[1].unit_price.reset();
  unpriced.lines[1].total = base::Money{100, kEur};
  unpriced.lines[1].quantity = 5;
  EXPECT_EQ(asked(unpriced, parcels, "2026-12-01"), "ask b");
}

TEST(SchedulePrompt, AsksOncePerProduct) {
  const std::vector<Parcel> parcels = {delivered("2026-11-03", "2026-11-05")};
  Order order = order_of({line("l1", 1000), line("l2", 2000), line("l3", 500)});
  order.lines[0].product_id = order.lines[1].product_id = "same";
  ReviewConfig config;
  config.sent_line_ids = {"l1"};
  EXPECT_EQ(asked(order, parcels, "2026-12-01", config), "ask l3");
  config.sent_line_ids = {"l1", "l3"};
  EXPECT_EQ(asked(order, parcels, "2026-12-01", config), "already_sent");
}

TEST(SchedulePrompt, LinesWithoutAProductIdAreProductsOfTheirOwn) {
  const std::vector<Parcel> parcels = {delivered("2026-11-03", "2026-11-05")};
  Order order = order_of({line("l1", 1000), line("l2", 500)});
  order.lines[0].product_id = order.lines[1].product_id = "";
  ReviewConfig config;
  config.sent_line_ids = {"l1"};
  EXPECT_EQ(asked(order, parcels, "2026-12-01", config), "ask l2");
}

TEST(SchedulePrompt, LeavesOutWhatNobodyReviews) {
  const std::vector<Parcel> parcels = {delivered("2026-11-03", "2026-11-05")};
  Order order = order_of({line("card", 9000), line("gone", 8000), line("wrap", 7000)});
  order.lines[0].gift_card = true;
  order.lines[1].quantity = 0;
  ReviewConfig config;
  config.excluded_products = {"p-wrap"};
  EXPECT_EQ(asked(order, parcels, "2026-12-01", config), "nothing_to_review");
  EXPECT_EQ(asked(order_of({}), parcels, "2026-12-01"), "nothing_to_review");
}

TEST(SchedulePrompt, WhatNeedsNoShippingIsThereWithTheOrder) {
  Order order = order_of({line("ebook", 1000)});
  order.lines[0].requires_shipping = false;
  EXPECT_EQ(asked(order, {}, "2026-11-07"), "too_early 2026-11-08");
  EXPECT_EQ(asked(order, {}, "2026-11-08"), "ask ebook");
  order.created_at = {};
  EXPECT_EQ(asked(order, {}, "2026-11-08"), "date_unknown");
}

TEST(SchedulePrompt, DoesNotAskAboutWhatNeverArrived) {
  const Parcel lost{ParcelState::Failed, at("2026-11-03"), {}, {}};
  EXPECT_EQ(asked(kOne, {lost}, "2027-01-01"), "delivery_failed");
  const Order two = order_of({line("l1", 1000), line("l2", 2000)});
  Parcel lost_first = lost;
  lost_first.items = {{"l1", 1}};
  const Parcel second = delivered("2026-11-03", "2026-11-05", {{"l2", 1}});
  EXPECT_EQ(asked(two, {lost_first, second}, "2026-11-06"), "too_early 2026-11-12");
  EXPECT_EQ(asked(two, {lost_first, second}, "2026-11-12"), "ask l2");
}

TEST(SchedulePrompt, DoesNotAskWithoutADayToCompare) {
  const Prompt prompt =
      schedule_prompt(kOne, {delivered("2026-11-03", "2026-11-05")}, {}, base::SourceTime{});
  EXPECT_TRUE(std::holds_alternative<NotYet>(prompt));
}

}  // namespace
}  // namespace postlude::review
