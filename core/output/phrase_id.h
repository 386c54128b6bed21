#pragma once

#include <cstdint>
#include <string_view>

namespace postlude::output {

/// Every sentence a shopper can read: X(enumerator, key in web/locales/*.json, argument names). The
/// arguments are typed where the message is used (core/output/text.h); a translation names them in
/// braces, and may use ICU plural on a number.
#define POSTLUDE_PHRASES(X)                                               \
  /* order */                                                             \
  X(OrderThanksName, "order.thanks_name", "name")                         \
  X(OrderThanks, "order.thanks", "")                                      \
  X(OrderNumberDate, "order.number_date", "number,date")                  \
  X(OrderNumber, "order.number", "number")                                \
  X(OrderTest, "order.test", "")                                          \
  X(OrderCancelled, "order.cancelled", "date")                            \
  X(OrderPaymentPending, "order.payment_pending", "")                     \
  X(OrderPaymentFailed, "order.payment_failed", "")                       \
  X(OrderRefunded, "order.refunded", "")                                  \
  X(OrderPartlyRefunded, "order.partly_refunded", "")                     \
  X(OrderLines, "order.lines", "")                                        \
  X(OrderTotals, "order.totals", "")                                      \
  X(OrderQuantity, "order.quantity", "count")                             \
  X(OrderSubscription, "order.subscription", "plan")                      \
  X(OrderAddress, "order.address", "")                                    \
  X(OrderShippingMethod, "order.shipping_method", "")                     \
  X(OrderPaymentMethod, "order.payment_method", "")                       \
  X(OrderNext, "order.next", "")                                          \
  X(OrderNextPacking, "order.next_packing", "")                           \
  X(OrderNextNothingToShip, "order.next_nothing_to_ship", "")             \
  X(OrderNextOnItsWay, "order.next_on_its_way", "")                       \
  X(OrderNextArrives, "order.next_arrives", "date")                       \
  X(OrderNextDelivered, "order.next_delivered", "")                       \
  X(OrderNextCancelled, "order.next_cancelled", "")                       \
  X(TotalSubtotal, "total.subtotal", "")                                  \
  X(TotalDiscount, "total.discount", "")                                  \
  X(TotalShipping, "total.shipping", "")                                  \
  X(TotalFee, "total.fee", "")                                            \
  X(TotalDuty, "total.duty", "")                                          \
  X(TotalTax, "total.tax", "")                                            \
  X(TotalTip, "total.tip", "")                                            \
  X(TotalGiftCard, "total.gift_card", "")                                 \
  X(TotalTotal, "total.total", "")                                        \
  X(TotalRefunded, "total.refunded", "")                                  \
  X(Literal, "literal", "text")                                           \
  X(Amount, "amount", "amount")                                           \
  X(Moment, "moment", "moment")                                           \
  /* offer */                                                             \
  X(OfferHeading, "offer.heading", "")                                    \
  X(OfferHeadingDone, "offer.heading_done", "")                           \
  X(OfferHeadingLink, "offer.heading_link", "")                           \
  X(OfferReasonBoughtTogether, "offer.reason_bought_together", "title")   \
  X(OfferReasonCompletes, "offer.reason_completes", "title")              \
  X(OfferReasonRefill, "offer.reason_refill", "title")                    \
  X(OfferReasonMerchantPick, "offer.reason_merchant_pick", "")            \
  X(OfferPrice, "offer.price", "")                                        \
  X(OfferPriceBefore, "offer.price_before", "amount")                     \
  X(OfferDiscount, "offer.discount", "")                                  \
  X(OfferShipping, "offer.shipping", "")                                  \
  X(OfferShippingFree, "offer.shipping_free", "")                         \
  X(OfferTaxIncluded, "offer.tax_included", "")                           \
  X(OfferTaxAdded, "offer.tax_added", "")                                 \
  X(OfferTotal, "offer.total", "")                                        \
  X(OfferTotalToday, "offer.total_today", "")                             \
  X(OfferRenewsDay, "offer.renews_day", "count")                          \
  X(OfferRenewsWeek, "offer.renews_week", "count")                        \
  X(OfferRenewsMonth, "offer.renews_month", "count")                      \
  X(OfferRenewsYear, "offer.renews_year", "count")                        \
  X(OfferConsent, "offer.consent", "")                                    \
  X(OfferConsentRenewal, "offer.consent_renewal", "amount")               \
  X(OfferAccept, "offer.accept", "total")                                 \
  X(OfferAcceptPlain, "offer.accept_plain", "total")                      \
  X(OfferDecline, "offer.decline", "")                                    \
  X(OfferFinePrint, "offer.fine_print", "")                               \
  X(OfferFinePrintRenewal, "offer.fine_print_renewal", "")                \
  X(OfferTestMode, "offer.test_mode", "")                                 \
  X(OfferAccepting, "offer.accepting", "")                                \
  X(OfferAccepted, "offer.accepted", "title,total")                       \
  X(OfferPaymentDeclined, "offer.payment_declined", "")                   \
  X(OfferNeedsConfirmation, "offer.needs_confirmation", "")               \
  X(OfferConfirm, "offer.confirm", "")                                    \
  X(OfferOutOfStock, "offer.out_of_stock", "")                            \
  X(OfferExpired, "offer.expired", "")                                    \
  X(OfferOrderReleased, "offer.order_released", "")                       \
  X(OfferUnknown, "offer.unknown", "")                                    \
  X(OfferFailed, "offer.failed", "")                                      \
  X(OfferRetry, "offer.retry", "")                                        \
  X(OfferFewer, "offer.fewer", "")                                        \
  X(OfferMore, "offer.more", "")                                          \
  X(OfferVariants, "offer.variants", "")                                  \
  X(OfferNotQuoted, "offer.not_quoted", "")                               \
  X(OfferEndsIn, "offer.ends_in", "time")                                 \
  X(OfferEndsSoon, "offer.ends_soon", "")                                 \
  X(OfferUndo, "offer.undo", "")                                          \
  X(OfferUndoUntil, "offer.undo_until", "moment")                         \
  X(OfferUndoing, "offer.undoing", "")                                    \
  X(OfferUndone, "offer.undone", "title,total")                           \
  X(OfferUndoneRenewal, "offer.undone_renewal", "title,total")            \
  X(OfferNotUndone, "offer.not_undone", "")                               \
  X(OfferLinkLabel, "offer.link_label", "seller")                         \
  X(OfferLinkTerms, "offer.link_terms", "seller")                         \
  X(OfferLinkVisit, "offer.link_visit", "seller")                         \
  /* tracking */                                                          \
  X(TrackingHeading, "tracking.heading", "")                              \
  X(TrackingNoneYet, "tracking.none_yet", "")                             \
  X(TrackingNoConnection, "tracking.no_connection", "")                   \
  X(TrackingAsOf, "tracking.as_of", "ago")                                \
  X(TrackingNews, "tracking.news", "what")                                \
  X(TrackingNewsAt, "tracking.news_at", "what,moment")                    \
  X(TrackingParcel, "tracking.parcel", "index,count")                     \
  X(TrackingReturnParcel, "tracking.return_parcel", "")                   \
  X(TrackingArrives, "tracking.arrives", "date")                          \
  X(TrackingArrivesBetween, "tracking.arrives_between", "from,until")     \
  X(TrackingPromised, "tracking.promised", "date")                        \
  X(TrackingPromisedBetween, "tracking.promised_between", "from,until")   \
  X(TrackingPredicted, "tracking.predicted", "date")                      \
  X(TrackingPredictedBetween, "tracking.predicted_between", "from,until") \
  X(TrackingDeliveredOn, "tracking.delivered_on", "date")                 \
  X(TrackingNoEstimate, "tracking.no_estimate", "")                       \
  X(TrackingSignedBy, "tracking.signed_by", "name")                       \
  X(TrackingProgress, "tracking.progress", "")                            \
  X(TrackingUpdates, "tracking.updates", "")                              \
  X(TrackingShowEarlier, "tracking.show_earlier", "count")                \
  X(TrackingLocalTimes, "tracking.local_times", "")                       \
  X(TrackingCarrierNumber, "tracking.carrier_number", "carrier,number")   \
  X(TrackingNumber, "tracking.number", "number")                          \
  X(TrackingAtCarrier, "tracking.at_carrier", "")                         \
  X(TrackingContents, "tracking.contents", "")                            \
  X(TrackingItem, "tracking.item", "count,title")                         \
  X(TrackingUsual, "tracking.usual", "percent")                           \
  X(TrackingOnTime, "tracking.on_time", "")                               \
  X(TrackingDaysLate, "tracking.days_late", "count")                      \
  X(TrackingRunningLate, "tracking.running_late", "")                     \
  X(TrackingStale, "tracking.stale", "count")                             \
  X(TrackingPickupUntil, "tracking.pickup_until", "date")                 \
  X(TrackingPickupOpen, "tracking.pickup_open", "hours")                  \
  X(TrackingPickupClosedNow, "tracking.pickup_closed_now", "hours")       \
  X(TrackingPickupClosed, "tracking.pickup_closed", "")                   \
  X(TrackingProofPhoto, "tracking.proof_photo", "")                       \
  X(TrackingReport, "tracking.report", "")                                \
  X(TrackingReturn, "tracking.return", "")                                \
  X(TrackingRoute, "tracking.route", "")                                  \
  X(TrackingPlace, "tracking.place", "city,country")                      \
  X(TrackingBoundFor, "tracking.bound_for", "country")                    \
  X(TrackingCount, "tracking.count", "status,count")                      \
  X(TrackingStillToSend, "tracking.still_to_send", "count")               \
  X(StageOrdered, "stage.ordered", "")                                    \
  X(StageShipped, "stage.shipped", "")                                    \
  X(StageInTransit, "stage.in_transit", "")                               \
  X(StageOutForDelivery, "stage.out_for_delivery", "")                    \
  X(StageReadyForPickup, "stage.ready_for_pickup", "")                    \
  X(StageDelivered, "stage.delivered", "")                                \
  X(StatusUnknown, "status.unknown", "")                                  \
  X(StatusPending, "status.pending", "")                                  \
  X(StatusLabelCreated, "status.label_created", "")                       \
  X(StatusPickedUp, "status.picked_up", "")                               \
  X(StatusInTransit, "status.in_transit", "")                             \
  X(StatusOutForDelivery, "status.out_for_delivery", "")                  \
  X(StatusReadyForPickup, "status.ready_for_pickup", "")                  \
  X(StatusAttemptFailed, "status.attempt_failed", "")                     \
  X(StatusDelayed, "status.delayed", "")                                  \
  X(StatusOnHold, "status.on_hold", "")                                   \
  X(StatusDelivered, "status.delivered", "")                              \
  X(StatusException, "status.exception", "")                              \
  X(StatusReturning, "status.returning", "")                              \
  X(StatusReturned, "status.returned", "")                                \
  X(StatusCancelled, "status.cancelled", "")                              \
  X(StatusExpired, "status.expired", "")                                  \
  X(TodoNothing, "todo.nothing", "")                                      \
  X(TodoNothingArrives, "todo.nothing_arrives", "date")                   \
  X(TodoPickUp, "todo.pick_up", "")                                       \
  X(TodoPayCharges, "todo.pay_charges", "")                               \
  X(TodoGiveInformation, "todo.give_information", "")                     \
  X(TodoCorrectAddress, "todo.correct_address", "")                       \
  X(TodoArrangeRedelivery, "todo.arrange_redelivery", "")                 \
  X(TodoCheckNeighbour, "todo.check_neighbour", "")                       \
  X(TodoCheckLocker, "todo.check_locker", "")                             \
  X(TodoCheckSafePlace, "todo.check_safe_place", "")                      \
  X(TodoTrackAtCarrier, "todo.track_at_carrier", "")                      \
  X(TodoDelivered, "todo.delivered", "")                                  \
  X(TodoContactCarrier, "todo.contact_carrier", "")                       \
  X(TodoContactShop, "todo.contact_shop", "")                             \
  X(TodoWaitDelayed, "todo.wait_delayed", "")                             \
  X(TodoReturning, "todo.returning", "")                                  \
  X(TodoDamaged, "todo.damaged", "")                                      \
  X(TodoLost, "todo.lost", "")                                            \
  X(TodoRefused, "todo.refused", "")                                      \
  X(TodoUndeliverable, "todo.undeliverable", "")                          \
  X(TodoReturned, "todo.returned", "")                                    \
  X(TodoExpired, "todo.expired", "")                                      \
  X(TodoPickupMissed, "todo.pickup_missed", "")                           \
  X(TodoCustomsInformation, "todo.customs_information", "")               \
  X(TodoCustomsDelay, "todo.customs_delay", "")                           \
  X(TodoWeatherDelay, "todo.weather_delay", "")                           \
  X(TodoBusinessClosed, "todo.business_closed", "")                       \
  X(TodoAccessDenied, "todo.access_denied", "")                           \
  X(TodoCustomerMoved, "todo.customer_moved", "")                         \
  X(TodoRejected, "todo.rejected", "")                                    \
  X(TodoDestroyed, "todo.destroyed", "")                                  \
  X(TodoSecurity, "todo.security", "")                                    \
  X(TodoMissorted, "todo.missorted", "")                                  \
  X(TodoCollected, "todo.collected", "")                                  \
  X(TodoComingBack, "todo.coming_back", "")                               \
  X(TodoCancelled, "todo.cancelled", "")                                  \
  X(TodoHeld, "todo.held", "")                                            \
  X(TodoReturn, "todo.return", "")                                        \
  X(TodoReturnUntil, "todo.return_until", "date")                         \
  /* review */                                                            \
  X(ReviewHeading, "review.heading", "title")                             \
  X(ReviewWhy, "review.why", "date")                                      \
  X(ReviewWhyShipped, "review.why_shipped", "")                           \
  X(ReviewStars, "review.stars", "")                                      \
  X(ReviewStarCount, "review.star_count", "count")                        \
  X(ReviewTitle, "review.title", "")                                      \
  X(ReviewText, "review.text", "")                                        \
  X(ReviewSend, "review.send", "")                                        \
  X(ReviewSending, "review.sending", "")                                  \
  X(ReviewThanks, "review.thanks", "")                                    \
  X(ReviewAlreadySent, "review.already_sent", "")                         \
  X(ReviewChooseStars, "review.choose_stars", "")                         \
  X(ReviewFailed, "review.failed", "")                                    \
  X(ReviewPublic, "review.public", "")

enum class PhraseId : uint16_t {
#define X(name, key, args) name,
  POSTLUDE_PHRASES(X)
#undef X
};

#ifndef __EMSCRIPTEN__
struct PhraseRow {
  const char* key;
  std::string_view args;  // comma-separated names, in order
};

/// The phrases of orders and offers come first: browsers load the others apart, and only for pages
/// that show a widget of theirs.
inline constexpr int kFirstPhrases = static_cast<int>(PhraseId::TrackingHeading);

/// The table for the generator, the server's formatter and the tests. Browsers get the words in id
/// order and need no keys.
inline constexpr PhraseRow kPhrases[] = {
#define X(name, key, args) {key, args},
    POSTLUDE_PHRASES(X)
#undef X
};
inline constexpr int kPhraseCount = sizeof kPhrases / sizeof kPhrases[0];
#endif

}  // namespace postlude::output
