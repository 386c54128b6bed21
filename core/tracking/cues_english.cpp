#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As carriers of the United States, Canada, the United Kingdom, Ireland, Australia, New Zealand,
// India, South Africa and the Gulf, and the English pages of others word their scans; own
// collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- what tells of no event, and what is only planned ----
    {S::Unknown, Sub::None, 0,
     "if|please|pls|should|in case|when|once|note|for more|contact|to arrange|to schedule|you can|"
     "you may|track|click|visit|remember|we will|you will|estimated|expected delivery",
     Aside},
    {S::Unknown, Sub::None, 0,
     "delivery attempt limit|after delivery|before delivery|delivery instructions|delivered by "
     "end|delivery options|delivery preference*|return label|return address|return "
     "policy|acceptance pending|pending acceptance|proof of postage|signature image|no "
     "exception*|without damage|undamaged|not damaged|not lost|not returned|not refused|collection "
     "point|collection centre|customs declaration|customs invoice uploaded|lost and found|in "
     "transit to customer return|return to base|return from break|contact number missing|reference "
     "number|customer number|proof of delivery requested|pod requested|shipment details "
     "modified|details modified|details updated|message sent|sent to recipient|email "
     "sent|notification sent|address verified|delivery address verified|tip "
     "received|rate your|rating|feedback|attempted delivery address|signature proof|your delivery "
     "experience|seen you|stops away",
     Silent},
    {S::InTransit, Sub::None, kWeak,
     "be delivered|to be delivered|will deliver|expected to _ delivered|"
     "not yet _ delivered|not yet delivered|yet to be delivered|prepar* for delivery|"
     "ready for delivery|ready to be delivered|available for delivery|awaiting delivery|"
     "delivery expected|expected delivery|due for delivery|due to be delivered|pending delivery|"
     "ready to deliver|scheduled for delivery|estimated delivery|eta|on time|on schedule|"
     "arriving on time|arriving early|delivery in _ days|delivery is planned|planned delivery|"
     "awaiting _ delivery|before being delivered|until delivered|delivery planned",
     Firm},
    {S::InTransit, Sub::AppointmentMade, kMoving + 5,
     "delivery scheduled|delivery appointment|appointment _ made/set/scheduled/confirmed/booked|"
     "scheduled delivery|delivery date _ changed/updated/set/selected/agreed/confirmed|"
     "delivery _ rescheduled|delivery rescheduled|rescheduled _ delivery|new delivery date|"
     "delivery rearranged|redelivery _ requested/scheduled/booked/arranged|reschedule* by _ "
     "customer/recipient/consignee|delivery time _ changed/updated|appointment delivery|"
     "delivery _ postponed at _ request|delivery arranged|future delivery|"
     "future delivery requested|redelivery",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "postman|way to deliver|on road for delivery|out on road|with driver for delivery|route "
     "assigned|assigned to route|manifested for delivery|sequenced for delivery|your driver|out "
     "for final delivery|mail carrier|physical delivery|delivery person|onroad|on road|out for "
     "last mile|our courier has|our driver has|deliver it today|deliver your parcel today|will "
     "deliver today|on route to dropoff|on route to delivery|on delivery run|on route for "
     "delivery|on the delivery|with our driver|with our courier|deliver* _ today|be delivered "
     "today|be delivered by _ today|arriving today|delivery today|delivered today between|be "
     "delivered between|be delivered shortly|be delivered soon by|expected today|out for "
     "delivery|out for _ delivery|out on delivery|out to deliver|on board for delivery|vehicle for "
     "delivery|loaded for delivery|out with _ driver/courier/postman/rider|with you today|be with "
     "you _ today|with you between|comes today|coming today|arrives today|arrive today|arriving "
     "between|on the van and|will be with you|heading your way|stops away|is nearby|sending "
     "express to you|delivering _ to you|to you today|on its way to your door|departed for "
     "deliveries|out on deliveries|with postman|courier delivering|with our rider|on their way to "
     "you|his way to you|her way to you|driver is on|is delivering|delivery man|minutes away|is "
     "close by|will reach you today|be delivered by end of day|delivered by end of day|later "
     "today|deliver _ this morning|deliver _ this afternoon|deliver _ this evening",
     Firm},

    // ---- announced ----
    {S::LabelCreated, Sub::None, kAnnounced,
     "waiting for _ package|waiting for _ parcel|registered in _ system|we are waiting for|order "
     "registered|sender despatching|sender dispatching|record created|data uploaded|shipment "
     "data|new tracking number|tracking number assigned|tracking number created|tracking number "
     "generated|on route to pickup|picking up|ready for carrier|shipper has|import of _ data|order "
     "submitted|label request|shipment prepared|shipment is registered|registered "
     "electronically|order received by _ carrier|waiting for handover|dispatch "
     "information|shipping order|sender has|sender created|sender will|label created|label has "
     "been created|label _ generated|label printed|label purchased|label _ made|pre "
     "shipment|preshipment|pre transit|pre advice|preadvice|pre advised|pre alert|prealert|info* "
     "received|info* _ received|info* sent|info* transmitted|information approved|information _ "
     "transmitted|data received|data _ received|data transmi*|data sent|data entered|instruction "
     "data|data _ provided|order processed ready for|data _ entered|details received|details _ "
     "received|details sent|electronic* notif*|notified _ electronically|electronic "
     "info*|electronic _ received|electronic advice|notification received|booked|booking _ "
     "received/confirmed/created|order information|order data|manifest*|awaiting item|awaiting _ "
     "item|awaiting pickup|awaiting pick up|awaiting collection|awaiting dispatch|awaiting "
     "shipment|awaiting package|awaiting parcel|awaiting handover|pickup scheduled|pick up "
     "scheduled|pickup requested|pickup awaited|pickup assigned|pickup pending|out for pickup|out "
     "for collection|collection scheduled|collection requested|collection booked|ready for pickup "
     "by _ carrier/courier/driver|ready for collection by _ carrier/courier/driver|ready for "
     "shipment|ready to ship|not yet received|not received _ yet|not yet been received|not yet _ "
     "handed|not yet _ possession|not yet _ shipped|not yet dispatched|waybill created|waybill "
     "generated|shipment created|shipment _ created|shipment registered|consignment created|parcel "
     "_ registered|parcel registered|consignment data|order created with|advised|shipment "
     "submitted|soft data|awb assigned|awb generated|awb created|awaiting drop off|expecting "
     "your|expecting _ parcel|expects _ parcel|label _ issued|told us|sender is preparing|sender _ "
     "preparing|seller is preparing|being prepared by _ sender|in preparation to be "
     "shipped|preparation to be shipped|will soon be handed|when we receive|to be handed "
     "over|about to be handed|booked in|shipment announced|has been "
     "announced|announced|softdata|soft data upload|order has been created|shipment details "
     "received|shipment details sent|shipment details submitted",
     Says},
    {S::LabelCreated, Sub::None, kAnnounced + 5,
     "we are expecting|we re expecting|we ve received _ details|received _ information|received _ "
     "info|received _ details|received _ data|received the order|has received the "
     "electronic|received an electronic|received _ notification|waiting to receive|waiting for _ "
     "item|waiting for _ parcel|waiting for _ shipper|waiting for _ sender|waiting for pickup "
     "from|awaiting receipt|yet to receive|not yet picked up|not yet collected|to be picked up by "
     "_ carrier/courier|to be collected by _ courier/carrier|to be picked up from _ "
     "seller/sender/shipper|pickup not done|pickup failed|pickup attempted|pick up "
     "attempt|collection attempt|collection failed|pickup rescheduled|pickup cancelled by "
     "seller|not _ arrived at _ facility|barcode generated|order number _ generated|informed the "
     "courier|informed the carrier|courier _ to collect the|courier _ to pick up|driver _ for "
     "pickup|assigned for pickup|way to pick up|way to collect|pickup awaited|order placed with "
     "courier|haven t seen|haven t received|have not received|hasn t handed|hasn t been handed|not "
     "yet in our|seller hands|sender hands|got the details|have the details|printed a "
     "label|pending pickup|pending pick up|pending collection|awaiting collection from "
     "sender|awaiting collection from _ sender/shipper/seller/merchant|awaiting pickup from _ "
     "sender/shipper/seller|waiting for warehouse receipt|waiting for pick up from|waiting for the "
     "seller|waiting for the sender|driver assigned|courier assigned to collect|shipping soon|will "
     "be handed to us|soon be handed|is preparing your|origin post is preparing|preparing "
     "shipment|label ready",
     Firm},

    // ---- pending: the shop's side ----
    {S::Pending, Sub::None, kPendingCue,
     "we have received your order|received your order|order processed|order _ processed|order "
     "received|order confirmed|order placed|order accepted|order _ prepared|preparing _ "
     "order|order is being|being packed|packed|packing|picking|payment received|payment "
     "confirmed|order created|no tracking _ available|no information _ available|not found|no "
     "record|not trackable|tracking _ not available|waiting for payment|in preparation|warehouse "
     "processing|order processing|processing order|shipment _ being prepared|preparing for "
     "shipment|preparation|preparing to ship|preparing your|no status|pending|getting your order "
     "ready|thanks for your order|thank you for your order|order ready soon|start packing|being "
     "put together|your order is in"},

    // ---- in the carrier's hands ----
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "handed in|handed in by _ sender|handed in at _ by sender|handed to _ courier|handed to _ "
     "carrier|receive item from customer|collect item|given to the carrier|freight picked "
     "up|dropped at|sender handed|received by _ post|item booked|collected by carrier|collected by "
     "_ agent|picked up at origin|pick up scan|received in origin|freight received|goods "
     "received|first mile|origin received|received at counter|picked up|pick up complete*|pickup "
     "complete*|pickup done|pickup success*|pickup scan|picked up by|collected|collection "
     "made|collection complete*|collection scan|collected from|accepted|acceptance|in "
     "possession|possession of item|took possession|received by carrier|received by _ "
     "carrier|received by _ courier|received from _ "
     "sender/shipper/seller/merchant/consignor|received item|received your parcel|received your "
     "package|received your shipment|received the parcel|received the package|received the "
     "shipment|received _ parcel|we have your|we ve got|we ve received|we have received your|got "
     "your parcel|received at origin|received at _ origin|received by _ warehouse|received into _ "
     "network|handed over|handed over _ by _ sender/shipper|handed over by|handed over to "
     "gls/dpd/dhl/ups/hermes/evri/carrier/courier/fedex/us|tendered|tendered at|dropped off|drop "
     "off|dropoff|drop off scan|deposited at|posted|posting|mailed|lodged|lodgement|item "
     "accepted|shipment accepted|parcel accepted|origin scan|first "
     "scan|inducted|induction|registered by _ post|registered at _ post|origin "
     "acceptance|shipped|dispatched by seller|dispatched by _ sender|shipment handed|given to _ "
     "courier|given to _ carrier|received for shipping|accepted at|accepted by _ "
     "carrier/courier/post|consigned|picked and dispatched|taken over|we have it|we have your|in "
     "our possession|in our hands|pickup confirmed|collected by courier|collected by _ "
     "driver|pickup from _ seller/sender/shipper/merchant|picked up from _ "
     "seller/sender/shipper/merchant/store|sender dropped|customer drop|parcel received|package "
     "received|shipment received|received by us|received by dpd/dhl/gls/ups/evri/yodel|received at "
     "counter|inbound from _ sender|counter acceptance|shipment picked|picked|goods have been "
     "received|handed in by|scanned _ at collection|booked at|received in warehouse|dropped off _ "
     "and waiting|handed over to our logistics partner|handed over to _ logistics|shipped your "
     "order|left with us|safe in our hands|collected your|collected from merchant/seller/store"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken, "shipped"},

    {S::PickedUp, Sub::AcceptanceScan, kTried,
     "dropped off at _ by sender|dropped off at _ waiting to be collected|waiting to be collected "
     "by _ courier/driver|booked at counter|handed over to _ logistics partner",
     Firm},

    // ---- moving ----
    {S::InTransit, Sub::None, kMoving,
     "sorted to _ delivery route|sorted to delivery|sorted for delivery|send item to|send item "
     "abroad|send item|receive item|receive item at|transhipment|gateway|cross "
     "dock|crossdock|staged|docked|trailer|interline|in linehaul|on forwarding|at depot|allocated "
     "to trailer|unloading at|arrived or processed|resort|reprocessed|ready for linehaul|shipment "
     "received at transit point|received at transit|package received at _ distribution|received at "
     "_ distribution|inventoried|border|import received|export received|received at transit "
     "point|transit point|operations facility|physical location|consignment received|received at "
     "depot|received at _ terminal|received at _ warehouse|labelled|weighed|measured|sort "
     "facility|at carrier facility|operational scan|with carrier|travel*|cross border|crossed|in "
     "transit|transit|on the way|on its way|on it s way|in route|en "
     "route|enroute|moving|underway|under way|in _ network|processing at|processed|being "
     "processed|sorted|sorting|sort|forwarded|in progress|transported|transport|linehaul|line "
     "haul|hub "
     "scan|movement|transferred|transfer|loaded|unloaded|unloading|loading|consolidat*|"
     "deconsolidat*|despatched|dispatched|despatch|dispatch|shipment information "
     "updated|connected|bagged|bag _ created|bag received|bag added|manifested to|in "
     "scan|inscan|inscanned|out scan|outscan|received at|received at _ "
     "hub/facility/depot/centre/center/branch/station/"
     "office|inbound|outbound|export|import|flight|airline|airport|vessel|container|palletised|"
     "handling|handled|scanned|checked in|at _ hub|at _ facility|at _ depot|at _ terminal|at _ "
     "centre/center|at _ warehouse|at _ sort*|local _ facility|at _ dispatch|in _ depot|tracking "
     "number assigned to bag|passed through|ready for transport*|waiting for "
     "transport|intermediate|reached|processing|in process|travelling|traveling|still on|in "
     "hub|trunked|trunk|in our system|shipment is moving|delivered to sorting|ready to depart|sent "
     "abroad|insert item|item into bag|into bag|warehouse scan|warehouse received|received in _ "
     "hub|xdock|cross docking|taken off|plane|aircraft|landed|vessel departed|train|security "
     "inspection|security check|inspection passed|next stop _ "
     "depot/hub/facility/centre/center|trailer closed|container closed|ready for dispatch to|ready "
     "for dispatch|just left|spending the night|umgeladen|reloaded|main haul|into line haul|handed "
     "over to line haul|handed over to linehaul|export scan|import scan|arrvd|in "
     "trasit|intransit|on route"},
    {S::InTransit, Sub::ArrivedAtFacility, kTaken + 1,
     "item received at _ office/dc/centre/center/depot/hub/facility/warehouse|received at office "
     "of exchange|"
     "received at _ office of exchange|item received at"},

    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "arriv*|arrived at|shipment/package/parcel/item received at/in _ "
     "facility/hub/depot/centre/center/branch/station/warehouse|arrived in|arrival|arrive at|has "
     "arrived|reached _ hub/facility/destination/centre/center/branch/city|received at _ "
     "facility/hub/depot/centre/center/branch/station|received in _ "
     "facility/hub/depot/centre/center/branch/station|received at destination|delivered to _ "
     "hub/depot/facility/warehouse/terminal|at destination|at local|at delivery "
     "centre/center/depot/station/office|at the delivery|at parcel delivery|at _ parcel "
     "centre/center|inbound scan|inbound in|destination scan|arrived at _ facility/hub/depot|at "
     "local fedex facility|at _ delivery centre/center/depot|entered _ facility|we have your item "
     "at|we have your parcel at|we have it at|item received at|item received|received at "
     "office|parcel received at|package received at|shipment received at|landed in|received at _ "
     "dc|touched down"},
    {S::InTransit, Sub::ArrivedAtFacility, kTaken + 1,
     "we have your item at|we have your parcel at|we have your package at|item _ at _ delivery "
     "office"},

    {S::InTransit, Sub::DepartedFacility, kTaken + 1,
     "depart*|departed|departure|left _ facility|left _ origin|left the|left _ "
     "hub/depot/warehouse/country|has left|leaving|outbound scan|despatched from|dispatched from|"
     "despatched to|dispatched to|sent to|shipped from _ facility|forwarded to _ "
     "hub/depot/centre/center|dispatched to _ hub/depot/country|exited|uplifted|"
     "departing|took off|flight departed|handed over to airline|handed to airline|handed over to _ "
     "airline|delivered to airline|delivered to _ airline|received by airline|"
     "accepted by airline|accepted by _ airline"},
    {S::InTransit, Sub::ArrivedInDestinationCountry, kMoving + 4,
     "arriv* in/at destination country|arriv* in _ destination country|arriv* in/at _ country of|"
     "destination country|arriv* overseas|international arrival"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "customs|in customs|customs clearance|clearance processing|clearance in progress|"
     "customs process*|presented to customs|submitted to customs|handed over to customs|"
     "handed to customs|customs inspection|clearance event|customs status|awaiting clearance|"
     "import clearance|export clearance|under customs|customs review|international shipment "
     "release|clearance|available for clearance|package available for clearance|"
     "inbound into customs|inbound to customs|received by customs|arrived at customs|"
     "in clearance|broker notified|security screening"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "customs clear*|customs _ clear*|cleared _ customs|clearance complete*|clearance _ "
     "complete*|cleared|released by _ customs|released from _ customs|customs release*|customs _ "
     "released|custom* clearance _ complete*|passed customs|passed _ customs|customs clearance "
     "success*|clearance success*|export _ cleared|import _ cleared|released by _ agency|customs _ "
     "completed|customs _ finished|outbound from customs|out of customs|left customs|has been "
     "released|customs clearance finished|import release|returned from customs|returned from _ "
     "customs|back from customs|released by _ agency/broker"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 7,
     "customs clearance process*|customs clearance start*|customs clearance _ progress|"
     "customs clearance initiated|customs clearance began|start* _ customs clearance|"
     "customs clearance status|customs clearance in|awaiting customs clearance|awaiting _ customs|"
     "waiting for customs|pending customs clearance|for customs clearance|under customs clearance|"
     "to be cleared|not yet cleared|undergoing customs|customs clearance at|awaiting clearance|"
     "pending clearance|ready for customs|sent to customs|clearance process*"},
    {S::InTransit, Sub::CustomsCleared, kHeldCue + 1,
     "released by _ customs|released from _ customs|customs release*|customs _ released|"
     "released from hold"},
    {S::InTransit, Sub::HandedToLocalCarrier, kHandedOver + 2,
     "delivered to local carrier|delivered to _ local carrier|delivered to _ airport|delivered to "
     "_ airline|delivered to _ customs|"
     "accepted by last mile|accepted by _ last mile|tendered to _ partner|tendered to _ "
     "carrier|tendered to authorized agent|"
     "tendered to agent|handed over to line haul|handed over to linehaul|arrived shipping partner "
     "facility|departed shipping partner facility|"
     "picked up by shipping partner|with courier for transfer|with _ courier for transfer|loaded _ "
     "vehicle to hub|loaded _ to hub",
     Firm},

    {S::InTransit, Sub::HandedToLocalCarrier, kMoving + 5,
     "transferred to _ carrier/partner/agent/post|forwarded to _ party|third party|handed over to "
     "_ local|handed over to _ partner|handed to _ partner|handed over to _ postal|handed over to "
     "_ post|given to post office|tendered to _ postal|tendered to delivery|delivery "
     "partner|delivery agent|local carrier|last mile carrier|last mile partner|handed over to _ "
     "carrier|handed over to last|released to _ carrier|partner carrier|tendered to usps|tendered "
     "to _ service|local post|destination carrier|delivery service provider|shipment _ handed over "
     "to _ delivery|picked up by shipping partner|shipping partner|arrived shipping "
     "partner|departed shipping partner|transferred to local|received by _ last mile|received by "
     "local delivery|handed over _ domestic|tendered to local|transferred to _ delivery|for final "
     "delivery|handed over to _ line haul|delivered to _ carrier|delivered to local "
     "carrier|delivered to _ airport|delivered to _ airline|delivered to _ line haul|tendered to _ "
     "partner|tendered to _ carrier|accepted by last mile|accepted by _ last mile|tendered to "
     "authorized agent|tendered to _ agent|received by _ partner"},
    {S::InTransit, Sub::Forwarded, kMoving + 6,
     "forwarded to _ new address|redirected|re routed|rerouted|diverted|redirect|forwarding _ "
     "requested|address _ changed by|mail forward*|forwarded _ address|delivery _ changed by _ "
     "recipient|sent to _ alternative|change of address|forward* mail|forward expired no|different "
     "drop|different pick|another address|another depot|alternative address|chose a "
     "different|different address|other address"},
    {S::InTransit, Sub::ProblemResolved, kMoving + 6,
     "exception cleared|shipment exception cleared|"
     "problem _ resolved|issue _ resolved|exception _ resolved|address _ corrected|"
     "address corrected|correct address obtained|corrected address|released from hold|"
     "hold released|released from _ hold|hold _ removed|was found and|found and forwarded"},
    {S::InTransit, Sub::Missorted, kMoving + 8,
     "missort*|mis sort*|missent|mis sent|misrout*|mis rout*|misdirect*|wrong facility|"
     "wrong depot|wrong hub|incorrect facility|sorted incorrectly|sent to _ wrong|wrongly sorted|"
     "sorting error|sort error|incorrectly sorted"},
};

}  // namespace

Cues english_cues() { return kCues; }

}  // namespace postlude::tracking
