#include "core/tracking/source_reader.h"

#include <gtest/gtest.h>

#include "core/tracking/country_code.h"

namespace postlude::tracking {
namespace {

struct TimeRow {
  std::string_view date;
  std::string_view clock;
  std::string_view expected;
};

TEST(JoinedTime, ReadsDatesAndClocksAsCarriersWriteThem) {
  const TimeRow kRows[] = {
      {"2021-02-10", "07:13", "2021-02-10T07:13"},
      {"2021-02-10", "07:13:56", "2021-02-10T07:13:56"},
      {"20210210", "071356", "2021-02-10T07:13:56"},
      {"20210210", "0713", "2021-02-10T07:13"},
      {"2021-02-10", "7:13", "2021-02-10T07:13"},
      {"2021-02-10", "07:13 AM", "2021-02-10T07:13"},
      {"2021-02-10", "14:29 PM", "2021-02-10T14:29"},
      {"2021-02-10", "02:29 PM", "2021-02-10T14:29"},
      {"2021-02-10", "02:29pm", "2021-02-10T14:29"},
      {"2021-02-10", "12:35 AM", "2021-02-10T00:35"},
      {"2021-02-10", "12:35 PM", "2021-02-10T12:35"},
      {"2021-02-10", "00:10 AM", "2021-02-10T00:10"},
      {"2021-02-10", "07:13+01:00", "2021-02-10T07:13+01:00"},
      {"2021-02-10", "", "2021-02-10"},
      {"2021-02-10", "noon", "2021-02-10"},
      {"2021-02-10", "PM", "2021-02-10"},
      {"2021-02-10", "25:00", "2021-02-10"},
      {"2021-02-10T07:13:00Z", "", "2021-02-10T07:13:00Z"},
      {" 2021-02-10 ", " 07:13 ", "2021-02-10T07:13"},
      {"2021-02-30", "07:13", ""},
      {"", "07:13", ""},
      {"yesterday", "", ""},
  };
  for (const TimeRow& row : kRows) {
    EXPECT_EQ(base::source_time_text(joined_time(row.date, row.clock)), row.expected)
        << row.date << " | " << row.clock;
  }
}

TEST(DateIfMidnight, ReadsMidnightSharpAsADateWhateverItsOffset) {
  const TimeRow kRows[] = {
      {"2016-12-08T00:00:00Z", "", "2016-12-08"},
      {"2016-12-08T00:00:00-05:00", "", "2016-12-08"},
      {"2016-12-08T00:00", "", "2016-12-08"},
      {"2016-12-08", "", "2016-12-08"},
      {"2016-12-08T00:00:01Z", "", "2016-12-08T00:00:01Z"},
      {"2016-12-08T17:00:00Z", "", "2016-12-08T17:00:00Z"},
  };
  for (const TimeRow& row : kRows) {
    const auto time = base::parse_source_time(row.date).value();
    EXPECT_EQ(base::source_time_text(date_if_midnight(time)), row.expected) << row.date;
  }
  EXPECT_FALSE(date_if_midnight(base::SourceTime{}).known());
}

Shipment consignment(std::string_view carrier, std::string_view number, std::string_view scan,
                     std::string_view id) {
  Shipment shipment;
  shipment.id = id;
  shipment.carrier = carrier;
  shipment.tracking_number = number;
  if (!scan.empty()) {
    shipment.checkpoints.emplace_back().time = base::parse_source_time(scan).value();
  }
  return shipment;
}

std::string ids(const std::vector<Shipment>& shipments) {
  std::string out;
  for (const Shipment& shipment : shipments) out += shipment.id + " ";
  return out;
}

TEST(KeepNewestConsignments, KeepsTheNewestOfARecycledNumber) {
  std::vector<Shipment> shipments = {
      consignment("fedex", "776", "2024-01-26T09:00:00Z", "old"),
      consignment("fedex", "776", "2024-04-26T09:00:00Z", "new"),
      consignment("fedex", "777", "2020-01-01", "other number"),
      consignment("ups", "776", "2020-01-01", "other carrier"),
      consignment("fedex", "776", "", "no scan"),
      consignment("", "", "", "nothing"),
      consignment("", "", "", "nothing either"),
  };
  keep_newest_consignments(shipments);
  EXPECT_EQ(ids(shipments), "new other number other carrier nothing nothing either ");
}

TEST(Finished, GivesEveryShipmentAnIdOfItsOwn) {
  const SourceReader in;
  const auto result = finished(
      in,
      {consignment("a", "1", "", ""), consignment("b", "1", "", ""), consignment("", "", "", ""),
       consignment("", "", "", "x"), consignment("", "", "", "x")},
      Consignments::KeepAll);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(ids(result.value()), "1 1-0002 shipment-0003 x x-0003 ");
}

TEST(CountryCode, TurnsAlpha3IntoAlpha2AndKeepsWords) {
  const TimeRow kRows[] = {{"DEU", "", "DE"},          {"USA", "", "US"},  {"AFG", "", "AF"},
                           {"ZWE", "", "ZW"},          {"DE", "", "DE"},   {"XYZ", "", "XYZ"},
                           {"Germany", "", "Germany"}, {"deu", "", "deu"}, {"", "", ""}};
  for (const TimeRow& row : kRows) EXPECT_EQ(country_code(row.date), row.expected);
}

}  // namespace
}  // namespace postlude::tracking
