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

void name_of(const Stop& stop, bool ahead, ViewBuilder& out) {
  // Words of a source that are no code are shown as they are.
  if (!country_coordinates(stop.country)) {
    out.string(stop.city.empty() ? stop.country : stop.city);
    return;
  }
  const Arg country = Arg::of_country(stop.country);
  if (ahead) {
    out.text({PhraseId::TrackingBoundFor, {country}});
  } else if (stop.city.empty()) {
    out.text({PhraseId::Literal, {country}});
  } else {
    out.text({PhraseId::TrackingPlace, {stop.city, country}});
  }
}

}  // namespace

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
    name_of(route.stops[i], i > route.here, out);
    out.end();
  }
  out.end_list().end();
}

}  // namespace postlude::tracking
