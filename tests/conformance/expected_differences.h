#pragma once

#include <string_view>

// Where our result is not what a source's own document expects, and why (read 2026-11).

namespace postlude::tracking {

struct Difference {
  std::string_view file;
  std::string_view number;  // "" for any parcel of the file
  std::string_view what;    // the fact, and how many events it concerns
  std::string_view theirs;
  std::string_view ours;
  std::string_view reason;
};

struct OtherWord {
  std::string_view theirs;
  std::string_view ours;
};

// Words that mean the same: no difference.
inline constexpr OtherWord kOtherWords[] = {
    {"delivery_failed", "attempt_failed"},
    {"pre_transit", "label_created"},
    {"Pending", "pending"},
    {"DELIVERED", "delivered"},
    {"TRANSIT", "in_transit"},
};

inline constexpr Difference kKarrioDifferences[] = {
    {"australiapost/ParsedTrackingResponse.expected.json", "LX123456789US", "clock x3", "22:13 PM",
     "2021-01-19T22:13", "PM (or AM) behind a 24-hour clock"},
    {"australiapost/ParsedTrackingResponse.expected.json", "LX123456789US", "event delivered x8",
     "delivered", "unknown", "karrio stamps the parcel's status on every scan"},
    {"australiapost/ParsedTrackingResponse.expected.json", "LX123456789US", "zone x9",
     "2021-01-21T11:04:27.000Z", "2021-01-21T11:04:27",
     "karrio writes the carrier's wall clock with a Z; the zone is not known"},
    {"australiapost/ParsedTrackingResponse.expected.json", "00123456789000123400", "clock x3",
     "19:24 PM", "2021-01-27T19:24", "PM (or AM) behind a 24-hour clock"},
    {"australiapost/ParsedTrackingResponse.expected.json", "00123456789000123400",
     "event delivered x9", "delivered", "unknown",
     "karrio stamps the parcel's status on every scan"},
    {"australiapost/ParsedTrackingResponse.expected.json", "00123456789000123400", "zone x10",
     "2021-02-02T07:38:56.000Z", "2021-02-02T07:38:56",
     "karrio writes the carrier's wall clock with a Z; the zone is not known"},
    {"canadapost/ParsedTrackingResponse.expected.json", "7023210039414604", "clock x1", "14:45 PM",
     "2011-02-02T14:45", "PM (or AM) behind a 24-hour clock"},
    {"canadapost/ParsedTrackingResponse.expected.json", "7023210039414604", "zone x6",
     "2011-02-03T11:59:00.000Z", "2011-02-03T11:59:00",
     "karrio writes the carrier's wall clock with a Z; the zone is not known"},
    {"chronopost/ParsedTrackingResponse.expected.json", "89108749065090", "status", "", "delivered",
     "karrio leaves the status out and says delivered: true"},
    {"chronopost/ParsedTrackingResponse.expected.json", "89108749065090", "order", "oldest first",
     "newest first", "karrio keeps the carrier's order"},
    {"chronopost/ParsedTrackingResponse.expected.json", "89108749065090", "clock x5", "13:47 PM",
     "2022-06-19T13:47", "PM (or AM) behind a 24-hour clock"},
    {"dhl_express/ParsedInTransitTrackingResponse.expected.json", "9053283201", "zone x1",
     "2021-05-05T09:42:00.000Z", "2021-05-05T09:42:00",
     "karrio writes the carrier's wall clock with a Z; the zone is not known"},
    {"dhl_express/ParsedTrackingResponse.expected.json", "3180831640", "clock x9", "23:30 PM",
     "2009-08-30T23:30", "PM (or AM) behind a 24-hour clock"},
    {"dhl_express/ParsedTrackingResponse.expected.json", "3180831640", "zone x16",
     "2009-08-31T10:09:00.000Z", "2009-08-31T10:09:00",
     "karrio writes the carrier's wall clock with a Z; the zone is not known"},
    {"dhl_express/ParsedTrackingResponse.expected.json", "7740842550", "zone x1",
     "2009-08-26T10:00:00.000Z", "2009-08-26T10:00:00",
     "karrio writes the carrier's wall clock with a Z; the zone is not known"},
    {"dhl_express/ParsedTrackingResponse.expected.json", "1815115363", "clock x1", "23:58 PM",
     "2009-08-13T23:58", "PM (or AM) behind a 24-hour clock"},
    {"dhl_express/ParsedTrackingResponse.expected.json", "1815115363", "zone x2",
     "2009-08-14T02:19:00.000Z", "2009-08-14T02:19:00",
     "karrio writes the carrier's wall clock with a Z; the zone is not known"},
    {"dpd/ParsedTrackingResponse.expected.json", "05308801410058", "order", "mixed", "newest first",
     "karrio sorts by day only"},
    {"dpd/ParsedTrackingResponse.expected.json", "05308801410058", "zone x15",
     "2021-08-19T05:11:26.000Z", "2021-08-19T05:11:26",
     "karrio writes the carrier's wall clock with a Z; the zone is not known"},
    {"fedex/ParsedDuplicateTrackingResponse.expected.json", "776094337676", "clock x3", "14:29 PM",
     "2024-04-25T14:29", "PM (or AM) behind a 24-hour clock"},
    {"fedex/ParsedDuplicateTrackingResponse.expected.json", "776094337676", "zone x8",
     "2024-04-26T09:26:00.000Z", "2024-04-26T09:26:00",
     "FedEx sent -04:00 to -07:00; karrio drops the offset and writes Z"},
    {"fedex/ParsedInconsistentDateTimeResponse.expected.json", "738488882438", "clock x7",
     "14:31 PM", "2024-08-19T14:31", "PM (or AM) behind a 24-hour clock"},
    {"fedex/ParsedInconsistentDateTimeResponse.expected.json", "738488882438", "midnight x1",
     "2024-08-15T00:00:00.000Z", "2024-08-15", "FedEx sent a mere date; midnight is made up"},
    {"fedex/ParsedInconsistentDateTimeResponse.expected.json", "738488882438", "zone x16",
     "2024-08-20T12:41:57.000Z", "2024-08-20T12:41:57",
     "FedEx sent -04:00 to -07:00; karrio drops the offset and writes Z"},
    {"fedex/ParsedTrackingResponse.expected.json", "123456789012", "zone x1",
     "2018-02-02T12:01:00.000Z", "2018-02-02T12:01:00",
     "FedEx sent -04:00 to -07:00; karrio drops the offset and writes Z"},
    {"hermes/ParsedTrackingResponse.expected.json", "H1234567890123456789", "clock x1", "14:30 PM",
     "2024-01-20T14:30", "PM (or AM) behind a 24-hour clock"},
    {"laposte/ParsedTrackingResponse.expected.json", "EW112720413FR", "clock x5", "16:25 PM",
     "2023-03-08T16:25", "PM (or AM) behind a 24-hour clock"},
    {"laposte/ParsedTrackingResponse.expected.json", "EW112720413FR", "zone x9",
     "2023-03-09T09:38:00.000Z", "2023-03-09T09:38:00",
     "La Poste sent +01:00; karrio drops the offset and writes Z"},
    {"mydhl/ParsedTrackingResponse.expected.json", "9356579890", "zone x2",
     "2024-01-15T17:00:00.000Z", "2024-01-15T17:00:00",
     "karrio writes the carrier's wall clock with a Z; the zone is not known"},
    {"spring/ParsedTrackingResponse.expected.json", "LXAB00000000NL", "zone x2",
     "2024-01-02T12:00:00.000Z", "2024-01-02T12:00:00",
     "karrio writes Z behind the local clock; the zone is not known"},
    {"ups/ParsedTrackingResponse.expected.json", "string", "zone x1", "2021-02-10T07:13:00.000Z",
     "2021-02-10T07:13:00", "UPS sends date and clock without a zone; karrio writes Z"},
    {"usps/ParsedTrackingResponse.expected.json", "9400109104250532908587", "clock x4", "13:58 PM",
     "2024-11-22T13:58", "PM (or AM) behind a 24-hour clock"},
    {"usps/ParsedTrackingResponse.expected.json", "9400109104250532908587", "zone x12",
     "2024-11-22T13:58:00.000Z", "2024-11-22T13:58:00",
     "USPS sent local clock and GMT; karrio writes Z behind the local one"},
};
inline constexpr Difference kRawDifferences[] = {
    {"dpd/ParsedTrackingResponse.expected.json", "05308801410058", "not sent x12", "",
     "2021-08-19T05:11:26",
     "DPD sends 7:11 PM; karrio drops the PM, and no field of its result has it"},
};
inline constexpr Difference kAggregatorDifferences[] = {
    {"easypost/examples/trackers-create.json", "EZ1000000001", "order", "oldest first",
     "newest first", "their list is oldest first, ours is newest first"},
    {"easypost/examples/trackers-retrieve.json", "EZ1000000001", "order", "oldest first",
     "newest first", "their list is oldest first, ours is newest first"},
    {"easypost/examples/trackers-list.json", "EZ1000000001", "order", "oldest first",
     "newest first", "their list is oldest first, ours is newest first"},
    {"easypost/examples/event-body.json", "1", "estimate", "2024-08-05T00:00:00Z", "2024-08-05",
     "a date, written as midnight UTC"},
    {"easypost/examples/event-body.json", "1", "order", "oldest first", "newest first",
     "their list is oldest first, ours is newest first"},
    {"shippo/test_get_status.0.json", "9205590164917337534322", "estimate", "2016-12-08T00:00:00Z",
     "2016-12-08", "a date, written as midnight UTC"},
    {"shippo/test_get_status.0.json", "9205590164917337534322", "order", "oldest first",
     "newest first", "their list is oldest first, ours is newest first"},
    {"shippo/test_get_status.0.json", "9205590164917337534322", "event UNKNOWN x2", "UNKNOWN",
     "pending", "label-created scans come as UNKNOWN: the parcel is being prepared"},
    {"17track/packages_response.json", "1234567890987654321", "status", "", "unknown",
     "the row states nothing; its words are for the classifier"},
    {"shopify/fulfillment.json", "1Z2345", "status", "", "label_created",
     "no shipment_status, but a tracking number: announced to the carrier"},
    {"shopify/fulfillment_event.json", "", "status", "label_printed", "label_created",
     "one word for a label bought and printed"},
};

}  // namespace postlude::tracking
