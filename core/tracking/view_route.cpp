#include "core/tracking/view_route.h"

#include "core/tracking/draw_route.h"

namespace postlude::tracking {
namespace {

using output::Arg;
using output::PhraseId;
using output::TemplateId;
using output::Token;
using output::ViewBuilder;

Token state_of(const Route& route, size_t stop) {
  if (stop == route.here) return Token::Current;
  return stop < route.here ? Token::Done : Token::Ahead;
}

}  // namespace

void name_place(std::string_view city, std::string_view region, std::string_view country,
                ViewBuilder& out) {
  const bool is_code = country_coordinates(country).has_value();
  std::string where;
  for (const std::string_view piece : {city, region, is_code ? std::string_view() : country}) {
    if (piece.empty()) continue;
    if (!where.empty()) where += ", ";
    where += piece;
  }
  if (!is_code) {
    out.string(where);
  } else if (where.empty()) {
    out.text({PhraseId::Literal, {Arg::of_country(country)}});
  } else {
    out.text({PhraseId::TrackingPlace, {where, Arg::of_country(country)}});
  }
}

void view_route(const Shipment& shipment, ViewBuilder& out) {
  const Route route = route_of(shipment);
  if (route.stops.empty()) return;
  const RoutePicture picture = draw_route(route);
  out.begin(TemplateId::TrackingRoute).string(picture.ahead).string(picture.travelled);
  out.begin_list();
  for (size_t i = 0; i < route.stops.size(); ++i) {
    out.begin(TemplateId::TrackingSpot, i).token(state_of(route, i));
    out.number(picture.spots[i].x).number(picture.spots[i].y).end();
  }
  out.end_list().begin_list();
  for (size_t i = 0; i < route.stops.size(); ++i) {
    out.begin(TemplateId::TrackingPlace, i).token(state_of(route, i));
    if (i == route.here) {
      out.token(Token::Step);
    } else {
      out.none();
    }
    const Stop& stop = route.stops[i];
    if (i > route.here) {
      out.text({PhraseId::TrackingBoundFor, {Arg::of_country(stop.country)}});
    } else {
      name_place(stop.city, {}, stop.country, out);
    }
    out.end();
  }
  out.end_list().end();
}

}  // namespace postlude::tracking
