#include "core/tracking/route.h"

#include <gtest/gtest.h>

#include "core/tracking/draw_route.h"

namespace postlude::tracking {
namespace {

Place place(std::string city, std::string country, std::optional<Coordinates> at = {}) {
  Place place;
  place.city = std::move(city);
  place.country = std::move(country);
  place.coordinates = at;
  return place;
}

// Scans oldest first, as one tells a journey.
Shipment journey(std::initializer_list<Place> places,
                 ShipmentStatus status = ShipmentStatus::InTransit) {
  Shipment shipment;
  shipment.status = status;
  for (const Place& stay : places) {
    Checkpoint checkpoint;
    checkpoint.place = stay;
    shipment.checkpoints.insert(shipment.checkpoints.begin(), checkpoint);
  }
  return shipment;
}

std::string told(const Route& route) {
  std::string text;
  for (size_t i = 0; i < route.stops.size(); ++i) {
    if (!text.empty()) text += ' ';
    text += i == route.here ? "*" : i > route.here ? "?" : "";
    text += route.stops[i].city.empty() ? route.stops[i].country : route.stops[i].city;
  }
  return text;
}

struct Case {
  const char* what;
  Shipment shipment;
  const char* told;
};

Shipment going(Shipment shipment, const char* origin, const char* destination) {
  shipment.origin_country = origin;
  shipment.destination_country = destination;
  return shipment;
}

TEST(Route, TellsTheStaysInTheirOrder) {
  const Place shenzhen = place("Shenzhen", "CN");
  const Place leipzig = place("Leipzig", "DE");
  const Place wien = place("Wien", "AT");
  const Place here = place("Leipzig", "DE", Coordinates{5134, 1237});
  const Place there = place("Köln", "DE", Coordinates{5094, 696});
  const Place nowhere = place("somewhere", "");
  const Place words = place("Wien", "Österreich");
  using enum ShipmentStatus;
  const Case cases[] = {
      {"nothing known", {}, ""},
      {"one country", journey({leipzig, place("Berlin", "DE")}), ""},
      {"two countries", journey({shenzhen, leipzig}), "Shenzhen *Leipzig"},
      {"the newest scan of a stay names it", journey({shenzhen, leipzig, place("Berlin", "DE")}),
       "Shenzhen *Berlin"},
      {"the start is named by its first scan",
       journey({place("Osaka", "JP"), place("Narita", "JP"), leipzig}), "Osaka *Leipzig"},
      {"unless it is still there", going(journey({leipzig, place("Passau", "DE")}), "DE", "AT"),
       "*Passau ?AT"},
      {"scans without a place change nothing", journey({shenzhen, nowhere, leipzig, words}),
       "Shenzhen *Leipzig"},
      {"coordinates tell places of one country apart", journey({here, there}), "Leipzig *Köln"},
      {"a scan of the country alone is where it was", journey({here, place("", "DE"), there}),
       "Leipzig *Köln"},
      {"there and back again", journey({shenzhen, leipzig, shenzhen}),
       "Shenzhen Leipzig *Shenzhen"},
      {"bound for its country", going(journey({leipzig}), "DE", "AT"), "*Leipzig ?AT"},
      {"sent from its country", going(journey({leipzig}), "CN", "DE"), "CN *Leipzig"},
      {"not handed over yet", going(journey({}, LabelCreated), "DE", "AT"), "*DE ?AT"},
      {"arrived, though no scan says where", going(journey({leipzig}, Delivered), "DE", "AT"),
       "Leipzig *AT"},
      {"on its way back", going(journey({leipzig, wien}, Returning), "DE", "AT"),
       "Leipzig *Wien ?DE"},
      {"back", going(journey({leipzig, wien, leipzig}, Returned), "DE", "AT"),
       "Leipzig Wien *Leipzig"},
      {"lost: bound for nowhere", going(journey({shenzhen, leipzig}, Exception), "CN", "AT"),
       "Shenzhen *Leipzig"},
      {"where the country is not known no end is added",
       going(journey({place("A", "", Coordinates{5134, 1237})}), "DE", "AT"), ""},
  };
  for (const Case& row : cases) EXPECT_EQ(told(route_of(row.shipment)), row.told) << row.what;
}

TEST(Route, LeavesOutTheMiddleOfALongOne) {
  Shipment shipment;
  for (int i = 0; i < 1000; ++i) {
    Checkpoint checkpoint;
    checkpoint.place = place("", i % 2 == 0 ? "DE" : "FR");
    shipment.checkpoints.push_back(checkpoint);
  }
  shipment.checkpoints.back().place.country = "CN";
  const Route route = route_of(shipment);
  EXPECT_EQ(route.stops.size(), kMaxStops);
  EXPECT_EQ(route.stops.front().country, "CN");
  EXPECT_EQ(route.stops.back().country, "DE");
  EXPECT_EQ(route.here, kMaxStops - 1);
}

TEST(CountryCoordinates, KnowPlacesByTheirCodeInCapitals) {
  const auto near = [](const char* code, int latitude, int longitude) {
    const auto found = country_coordinates(code);
    return found && std::abs(found->latitude - latitude * 100) <= 60 &&
           std::abs(found->longitude - longitude * 100) <= 90;
  };
  EXPECT_TRUE(near("US", 41, -74));
  EXPECT_TRUE(near("CN", 31, 121));
  EXPECT_TRUE(near("AU", -34, 151));
  EXPECT_TRUE(near("ZW", -18, 31));
  EXPECT_TRUE(near("AD", 42, 1));
  EXPECT_TRUE(near("RU", 56, 38));
  EXPECT_TRUE(near("FJ", -18, 178));
  for (const char* code : {"", "D", "de", "DEU", "XX", "EA", "ZZ", "Germany"}) {
    EXPECT_FALSE(country_coordinates(code)) << code;
  }
}

TEST(ReadCoordinates, TakesPlainDegreesWithinTheirRange) {
  EXPECT_EQ(read_coordinates("48.2082", "16.3738"), (Coordinates{4821, 1637}));
  EXPECT_EQ(read_coordinates("-33.9", "-180"), (Coordinates{-3390, -18000}));
  EXPECT_EQ(read_coordinates("0", "12"), (Coordinates{0, 1200}));
  const char* const wrong[][2] = {{"", ""},       {"48.2", ""},   {"", "16"},     {"0", "0.000"},
                                  {"90.1", "16"}, {"48", "181"},  {"1e1", "16"},  {"N48", "16"},
                                  {"48,2", "16"}, {"nan", "nan"}, {"4820", "163"}};
  for (const auto& row : wrong) EXPECT_FALSE(read_coordinates(row[0], row[1])) << row[0];
}

RoutePicture picture_of(std::initializer_list<Coordinates> places) {
  Route route;
  for (const Coordinates& at : places) route.stops.push_back({"", "", at, true});
  route.here = route.stops.size() - 1;
  return draw_route(route);
}

TEST(DrawRoute, PutsNorthUpAndWestToTheLeft) {
  const auto drawn = picture_of({{4000, 0}, {5000, 1000}});
  EXPECT_LT(drawn.spots[0].x, drawn.spots[1].x);
  EXPECT_GT(drawn.spots[0].y, drawn.spots[1].y);
}

TEST(DrawRoute, GoesTheShortWayAcrossTheAntimeridian) {
  // Tokyo, Los Angeles: 102 degrees over the Pacific, and Japan is to the west of it.
  const auto pacific = picture_of({{3565, 13975}, {3405, -11824}});
  EXPECT_LT(pacific.spots[0].x, pacific.spots[1].x);
  const auto atlantic = picture_of({{4070, -7400}, {5150, -12}});
  EXPECT_LT(atlantic.spots[0].x, atlantic.spots[1].x);
}

TEST(DrawRoute, KeepsTheShapeOfAQuarterOfAContinent) {
  // At 60 degrees north a degree of longitude is half as long as one of latitude.
  const auto drawn = picture_of({{6000, 0}, {6000, 2000}, {5900, 1000}, {6100, 1000}});
  const int wide = drawn.spots[1].x - drawn.spots[0].x;
  const int high = drawn.spots[2].y - drawn.spots[3].y;
  EXPECT_NEAR(wide, 5 * high, 6);
}

TEST(DrawRoute, NeverLeavesThePicture) {
  const Coordinates extremes[] = {{9000, 0},     {-9000, 17999}, {0, -18000},   {5000, 800},
                                  {5001, 801},   {-3400, 15100}, {4070, -7400}, {5134, 1237},
                                  {-9000, -100}, {0, 18000}};
  for (const Coordinates& a : extremes) {
    for (const Coordinates& b : extremes) {
      for (const Coordinates& c : extremes) {
        if (a == b && b == c) continue;
        const auto drawn = picture_of({a, b, c, a});
        for (const Spot& spot : drawn.spots) {
          EXPECT_TRUE(spot.x >= kRouteMargin && spot.x <= kRouteWidth - kRouteMargin) << spot.x;
          EXPECT_TRUE(spot.y >= kRouteMargin && spot.y <= kRouteHeight - kRouteMargin) << spot.y;
        }
        EXPECT_EQ(drawn.travelled.find('-'), std::string::npos) << drawn.travelled;
      }
    }
  }
}

TEST(DrawRoute, BendsToTheNorthAndBackToTheSouth) {
  const auto drawn = picture_of({{5000, 0}, {5000, 2000}, {5000, 0}});
  EXPECT_EQ(drawn.spots[0], (Spot{22, 66}));
  EXPECT_EQ(drawn.spots[1], (Spot{297, 66}));
  EXPECT_EQ(drawn.travelled, "M22 66Q159 34 297 66Q159 98 22 66");
}

TEST(DrawRoute, TellsWhatIsTravelledFromWhatIsAhead) {
  Route route;
  for (const Coordinates at : {Coordinates{5000, 0}, {5000, 1000}, {5000, 2000}}) {
    route.stops.push_back({"", "", at, true});
  }
  route.here = 1;
  const auto drawn = draw_route(route);
  EXPECT_EQ(drawn.travelled.substr(0, 6), "M22 66");
  EXPECT_EQ(drawn.ahead.substr(0, 4), "M159");
  route.here = 0;
  EXPECT_EQ(draw_route(route).travelled, "");
}

}  // namespace
}  // namespace postlude::tracking
