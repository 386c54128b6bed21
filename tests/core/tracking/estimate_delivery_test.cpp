#include "core/tracking/estimate_delivery.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace postlude::tracking {
namespace {

base::SourceTime time(std::string_view text) {
  return base::parse_source_time(text).value_or(base::SourceTime{});
}

// A shop in Germany that hands over the next working day and ships to Austria and Germany.
DeliveryRules german_rules() {
  DeliveryRules rules;
  rules.country = "DE";
  rules.countries = {{"DE", {*parse_holiday("12-25"), *parse_holiday("12-26")}},
                     {"AT", {*parse_holiday("12-08"), *parse_holiday("12-25")}}};
  rules.services = {{"express", "", 1, 1, DayCount::Business, kMondayToFriday, HolidayDelivery::No},
                    {"sunday", "", 1, 1, DayCount::Calendar, kEveryDay, HolidayDelivery::Yes},
                    {"", "DE", 1, 2, DayCount::Business, kMondayToSaturday, HolidayDelivery::No},
                    {"", "AT", 2, 4, DayCount::Business, kMondayToSaturday, HolidayDelivery::No}};
  return rules;
}

DeliveryQuestion order_of(std::string_view ordered_at, std::string_view destination,
                          std::string_view service = "") {
  DeliveryQuestion question;
  question.ordered_at = time(ordered_at);
  question.destination = destination;
  question.service = service;
  return question;
}

std::string text_of(const DeliveryForecast& forecast) {
  if (!forecast.window.known()) return std::string(estimate_basis_name(forecast.basis));
  std::string out = base::source_time_text(forecast.handover) + ": " +
                    base::source_time_text(forecast.window.from);
  if (forecast.window.until.known()) {
    out += ".." + base::source_time_text(forecast.window.until);
  }
  return out;
}

struct Row {
  std::string_view ordered_at, destination, service, expected;
};

// 2026-11-16 is a Monday.
TEST(EstimateDelivery, CountsHandlingCutOffServiceWeekendsAndHolidays) {
  const Row kRows[] = {
      {"2026-11-16T10:00", "DE", "", "2026-11-17: 2026-11-18..2026-11-19"},
      {"2026-11-16T13:59", "DE", "", "2026-11-17: 2026-11-18..2026-11-19"},
      {"2026-11-16T14:00", "DE", "", "2026-11-18: 2026-11-19..2026-11-20"},
      {"2026-11-16", "DE", "", "2026-11-18: 2026-11-19..2026-11-20"},
      {"2026-11-19T10:00", "DE", "", "2026-11-20: 2026-11-21..2026-11-23"},
      {"2026-11-20T15:00", "DE", "", "2026-11-24: 2026-11-25..2026-11-26"},
      {"2026-11-21T10:00", "DE", "", "2026-11-24: 2026-11-25..2026-11-26"},
      {"2026-11-19T10:00", "DE", "express", "2026-11-20: 2026-11-23"},
      {"2026-11-20T10:00", "DE", "sunday", "2026-11-23: 2026-11-24"},
      {"2026-12-04T10:00", "AT", "", "2026-12-07: 2026-12-10..2026-12-12"},
      {"2026-12-22T10:00", "DE", "", "2026-12-23: 2026-12-24..2026-12-28"},
      {"2026-12-23T15:00", "DE", "", "2026-12-28: 2026-12-29..2026-12-30"},
      {"2026-12-23T10:00", "DE", "sunday", "2026-12-24: 2026-12-25"},
      {"2026-11-16T10:00", "US", "", "no_service"},
      {"", "DE", "", "no_start"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(text_of(estimate_delivery(german_rules(),
                                        order_of(row.ordered_at, row.destination, row.service))),
              row.expected)
        << row.ordered_at << " " << row.destination << " " << row.service;
  }
}

TEST(EstimateDelivery, CountsFromTheHandOverOnceThereIsOne) {
  DeliveryQuestion question = order_of("2026-11-02T10:00", "DE");
  question.handed_over = time("2026-11-18T17:30:00+01:00");
  question.today = time("2026-11-25");
  EXPECT_EQ(text_of(estimate_delivery(german_rules(), question)),
            "2026-11-18: 2026-11-19..2026-11-20");
}

TEST(EstimateDelivery, DoesNotHandOverInThePast) {
  DeliveryQuestion question = order_of("2026-11-16T10:00", "DE");
  question.today = time("2026-11-21");
  EXPECT_EQ(text_of(estimate_delivery(german_rules(), question)),
            "2026-11-23: 2026-11-24..2026-11-25");
}

TEST(EstimateDelivery, PrefersTheShopsOwnDeliveriesWhenThereAreEnough) {
  DeliveryRules rules = german_rules();
  DeliveryQuestion question = order_of("2026-11-16T10:00", "AT");
  rules.lanes = {{"DE", "", "AT", "", 4, 9, 9, 9}};
  EXPECT_EQ(text_of(estimate_delivery(rules, question)), "2026-11-17: 2026-11-19..2026-11-21");

  rules.lanes[0] = {"DE", "", "AT", "", 5, 3, 4, 7};
  DeliveryForecast forecast = estimate_delivery(rules, question);
  EXPECT_EQ(text_of(forecast), "2026-11-17: 2026-11-20..2026-11-25");
  EXPECT_EQ(base::source_time_text(forecast.late_after), "2026-11-25");

  rules.lanes[0].n = 20;
  forecast = estimate_delivery(rules, question);
  EXPECT_EQ(text_of(forecast), "2026-11-17: 2026-11-20..2026-11-21");
  EXPECT_EQ(forecast.window.source, EstimateSource::Predicted);
  EXPECT_EQ(forecast.window.confidence, 80);
  EXPECT_EQ(forecast.n, 20);
  EXPECT_EQ(base::source_time_text(forecast.late_after), "2026-11-25");
}

TEST(EstimateDelivery, TakesTheMostExactLane) {
  DeliveryRules rules = german_rules();
  rules.lanes = {{"DE", "", "AT", "", 50, 1, 1, 1},
                 {"DE", "SN", "AT", "", 50, 2, 2, 2},
                 {"DE", "", "AT", "express", 50, 3, 3, 3},
                 {"DE", "SN", "AT", "express", 50, 4, 4, 4},
                 {"FR", "", "AT", "", 50, 9, 9, 9}};
  const auto days_of = [&](std::string_view region, std::string_view service) {
    DeliveryQuestion question = order_of("2026-11-15T10:00", "AT", service);
    question.origin_region = region;
    const DeliveryForecast forecast = estimate_delivery(rules, question);
    return base::day_number(forecast.window.from) - base::day_number(forecast.handover);
  };
  EXPECT_EQ(days_of("", ""), 1);
  EXPECT_EQ(days_of("SN", ""), 2);
  EXPECT_EQ(days_of("BY", "express"), 3);
  EXPECT_EQ(days_of("SN", "express"), 6);  // four working days from a Tuesday
}

// Every day of three years, every service, with and without history.
TEST(EstimateDelivery, HoldsItsPropertiesEveryDay) {
  DeliveryRules rules = german_rules();
  const int32_t first = base::day_number(time("2025-12-01"));
  for (int32_t day = first; day < first + 3 * 365; ++day) {
    for (const std::string_view service : {"", "express", "sunday"}) {
      int32_t last_until = 0;
      for (int quantile = 0; quantile < 6; ++quantile) {
        rules.lanes = {{"DE", "", "AT", "", 40, quantile, quantile + 1, quantile + 2}};
        if (quantile == 5) rules.lanes.clear();
        DeliveryQuestion question = order_of("", "AT", service);
        question.ordered_at = base::date_from_day_number(day);
        const DeliveryForecast forecast = estimate_delivery(rules, question);
        ASSERT_TRUE(forecast.window.known());
        const base::SourceTime& from = forecast.window.from;
        const base::SourceTime& until =
            forecast.window.until.known() ? forecast.window.until : from;
        const std::string row = base::source_time_text(question.ordered_at) + " " +
                                std::string(service) + " " + text_of(forecast);
        // Never before hand-over, never a window the wrong way round.
        ASSERT_GE(base::day_number(forecast.handover), day) << row;
        ASSERT_GE(base::day_number(from), base::day_number(forecast.handover)) << row;
        ASSERT_GE(base::day_number(until), base::day_number(from)) << row;
        ASSERT_GE(base::day_number(forecast.late_after), base::day_number(until)) << row;
        // Handed over on a working day.
        ASSERT_TRUE(is_among(kMondayToFriday, base::day_number(forecast.handover))) << row;
        ASSERT_FALSE(is_holiday(rules.countries, "DE", base::day_number(forecast.handover))) << row;
        // Delivered neither on a Sunday nor on a holiday, unless the service says so.
        if (service != "sunday") {
          for (const base::SourceTime* end : {&from, &until}) {
            const int32_t number = base::day_number(*end);
            ASSERT_NE(base::weekday(*end), 0) << row;
            ASSERT_FALSE(is_holiday(rules.countries, "AT", number)) << row;
            ASSERT_FALSE(is_holiday(rules.countries, "DE", number)) << row;
          }
        }
        // A date, so that it is the same day in every zone.
        ASSERT_EQ(from.precision, base::TimePrecision::Date) << row;
        ASSERT_EQ(until.precision, base::TimePrecision::Date) << row;
        // A slower lane never arrives earlier.
        if (quantile < 5) {
          ASSERT_GE(base::day_number(until), last_until) << row;
          last_until = base::day_number(until);
        }
      }
    }
  }
}

TEST(EstimateDelivery, GivesUpWhereNoDayIsLeft) {
  DeliveryRules rules = german_rules();
  for (int month = 1; month <= 12; ++month) {
    for (int day = 1; day <= 31; ++day) {
      std::string rule = month < 10 ? "0" : "";
      rule += std::to_string(month) + (day < 10 ? "-0" : "-") + std::to_string(day);
      if (const auto holiday = parse_holiday(rule)) rules.countries[0].holidays.push_back(*holiday);
    }
  }
  EXPECT_EQ(text_of(estimate_delivery(rules, order_of("2026-11-16T10:00", "DE"))), "no_delivery");
}

TEST(TransitDays, AreCountedAsTheEstimateCountsThem) {
  const DeliveryRules rules = german_rules();
  for (const std::string_view service : {"", "express", "sunday"}) {
    for (int days = 1; days < 9; ++days) {
      DeliveryRules with_lane = rules;
      with_lane.lanes = {{"DE", "", "AT", "", 20, days, days, days}};
      DeliveryQuestion question = order_of("", "AT", service);
      question.handed_over = time("2026-12-03");
      const DeliveryForecast forecast = estimate_delivery(with_lane, question);
      EXPECT_EQ(transit_days(rules, question, forecast.window.from), days) << service;
    }
  }
  DeliveryQuestion question = order_of("", "DE");
  EXPECT_EQ(transit_days(rules, question, time("2026-12-03")), std::nullopt);
  question.handed_over = time("2026-12-03");
  EXPECT_EQ(transit_days(rules, question, time("2026-12-02")), std::nullopt);
  EXPECT_EQ(transit_days(rules, question, time("2026-12-03T23:00:00-11:00")), 0);
  EXPECT_EQ(transit_days(rules, question, {}), std::nullopt);
}

TEST(SetQuantiles, TakesTheNearestRank) {
  Lane lane;
  set_quantiles(lane, {7});
  EXPECT_EQ(lane, (Lane{"", "", "", "", 1, 7, 7, 7}));
  set_quantiles(lane, {10, 9, 8, 7, 6, 5, 4, 3, 2, 1});
  EXPECT_EQ(lane, (Lane{"", "", "", "", 10, 5, 8, 10}));
  set_quantiles(lane, {1, 1, 1, 1, 9});
  EXPECT_EQ(lane, (Lane{"", "", "", "", 5, 1, 1, 9}));
}

TEST(ApplyForecast, FillsOnlyWhatNobodySaidAndFlagsBeforeTheCarrierDoes) {
  DeliveryForecast forecast;
  forecast.window = {time("2026-11-18"), time("2026-11-19"), EstimateSource::Predicted, 80};
  forecast.late_after = time("2026-11-20");
  Shipment shipment;
  shipment.status = ShipmentStatus::InTransit;
  apply_forecast(forecast, time("2026-11-20"), shipment);
  EXPECT_EQ(shipment.estimate, forecast.window);
  EXPECT_EQ(shipment.pace, Pace::Usual);
  apply_forecast(forecast, time("2026-11-21"), shipment);
  EXPECT_EQ(shipment.pace, Pace::RunningLate);

  Shipment promised;
  promised.status = ShipmentStatus::InTransit;
  promised.estimate = {time("2026-11-25"), {}, EstimateSource::Carrier};
  apply_forecast(forecast, time("2026-11-21"), promised);
  EXPECT_EQ(promised.estimate.source, EstimateSource::Carrier);
  EXPECT_EQ(promised.pace, Pace::RunningLate);

  Shipment delivered;
  delivered.status = ShipmentStatus::Delivered;
  apply_forecast(forecast, time("2026-11-21"), delivered);
  EXPECT_FALSE(delivered.estimate.known());
  EXPECT_EQ(delivered.pace, Pace::Usual);
}

}  // namespace
}  // namespace postlude::tracking
