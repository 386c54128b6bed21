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
     "delivery attempt limit|after delivery|before delivery|delivery instructions|delivered by end|"
     "delivery options|delivery preference*|return label|return address|return policy|"
     "acceptance pending|pending acceptance|proof of postage|signature image|no exception*|"
     "without damage|undamaged|not damaged|not lost|not returned|not refused|collection point|"
     "collection centre|customs declaration|customs invoice uploaded|lost and found|in transit to "
     "customer return|return to base|return from break",
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
     "last mile|"
     "our courier has|our driver has|deliver it today|deliver your parcel today|will deliver "
     "today|on route to dropoff|on route to delivery|on delivery run|on route for delivery|on the "
     "delivery|with our driver|with our courier|deliver* _ today|"
     "be delivered today|be delivered by _ today|arriving today|delivery today|delivered today "
     "between|be delivered between|be delivered shortly|be delivered soon by|expected today",
     Firm},

    // ---- announced ----
    {S::LabelCreated, Sub::None, kAnnounced,
     "waiting for _ package|waiting for _ parcel|registered in _ system|we are waiting for|order "
     "registered|shipment details|"
     "sender despatching|sender dispatching|record created|data uploaded|shipment data|new "
     "tracking number|tracking number assigned|tracking number created|tracking number "
     "generated|on route to pickup|picking up|ready for carrier|shipper has|import of _ data|order "
     "submitted|label request|shipment prepared|shipment is registered|registered "
     "electronically|order received by _ carrier|waiting for handover|dispatch "
     "information|shipping order|sender has|sender created|sender will|"
     "label created|label has been created|label _ generated|label printed|label purchased|"
     "label _ made|pre shipment|preshipment|pre transit|pre advice|preadvice|pre advised|pre alert|"
     "prealert|info* received|info* _ received|info* sent|info* transmitted|information approved|"
     "information _ transmitted|data received|data _ received|data transmi*|data sent|"
     "data entered|instruction data|data _ provided|order processed ready for|data _ "
     "entered|details received|details _ received|details sent|"
     "electronic* notif*|notified _ electronically|electronic info*|electronic _ received|"
     "electronic advice|notification received|booked|booking _ received/confirmed/created|"
     "order information|order data|manifest*|awaiting item|awaiting _ item|awaiting pickup|"
     "awaiting pick up|awaiting collection|awaiting dispatch|awaiting shipment|awaiting package|"
     "awaiting parcel|awaiting handover|pickup scheduled|pick up scheduled|pickup requested|"
     "pickup awaited|pickup assigned|pickup pending|out for pickup|out for collection|"
     "collection scheduled|collection requested|collection booked|ready for pickup by _ "
     "carrier/courier/driver|ready for collection by _ carrier/courier/driver|ready for shipment|"
     "ready to ship|ready for dispatch|not yet received|not received _ yet|not yet been received|"
     "not yet _ handed|not yet _ possession|not yet _ shipped|not yet dispatched|"
     "waybill created|waybill generated|shipment created|shipment _ created|shipment registered|"
     "consignment created|parcel _ registered|parcel registered|consignment data|"
     "order created with|advised|shipment submitted|soft data|awb assigned|awb generated|"
     "awb created|awaiting drop off|expecting your|expecting _ parcel|expects _ parcel|"
     "label _ issued|told us|sender is preparing|sender _ preparing|seller is preparing|"
     "being prepared by _ sender|in preparation to be shipped|preparation to be shipped|will soon "
     "be handed|when we receive|to be handed over|"
     "about to be handed|booked in|shipment announced|has been announced|announced",
     Says},
    {S::LabelCreated, Sub::None, kAnnounced + 5,
     "we are expecting|we re expecting|we ve received _ details|received _ information|"
     "received _ info|received _ details|received _ data|received the order|has received the "
     "electronic|received an electronic|received _ notification|"
     "waiting to receive|waiting for _ item|waiting for _ parcel|waiting for _ shipper|"
     "waiting for _ sender|waiting for pickup from|awaiting receipt|yet to receive|not yet picked "
     "up|not yet collected|to be picked up by _ carrier/courier|to be collected by _ "
     "courier/carrier|to be picked up from _ seller/sender/shipper|pickup not done|"
     "pickup failed|pickup attempted|pick up attempt|collection attempt|collection failed|"
     "pickup rescheduled|pickup cancelled by seller|not _ arrived at _ facility",
     Firm},

    // ---- pending: the shop's side ----
    {S::Pending, Sub::None, kPendingCue,
     "we have received your order|received your order|"
     "order processed|order _ processed|order received|order confirmed|order placed|order accepted|"
     "order _ prepared|preparing _ order|order is being|being packed|packed|packing|picking|"
     "payment received|payment confirmed|order created|no tracking _ available|"
     "no information _ available|not found|no record|not trackable|tracking _ not available|"
     "waiting for payment|in preparation|warehouse processing|order processing|processing order|"
     "preparing shipment|shipment _ being prepared|preparing for shipment|preparation|"
     "preparing to ship|preparing your|no status|pending"},

    // ---- in the carrier's hands ----
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "handed in|handed in by _ sender|handed in at _ by sender|handed to _ courier|handed to _ "
     "carrier|receive item from customer|collect item|given to the carrier|freight picked "
     "up|dropped at|sender handed|"
     "received by _ post|item booked|collected by carrier|collected by _ agent|picked up at "
     "origin|pick up scan|received in origin|freight received|goods received|first mile|origin "
     "received|received at counter|"
     "picked up|pick up complete*|pickup complete*|pickup done|pickup success*|pickup scan|"
     "picked up by|collected|collection made|collection complete*|collection scan|collected from|"
     "accepted|acceptance|in possession|possession of item|took possession|received by "
     "carrier|received by _ carrier|"
     "received by _ courier|received from _ sender/shipper/seller/merchant/consignor|"
     "received item|received your parcel|received your package|received your shipment|"
     "received the parcel|received the package|received the shipment|received _ parcel|"
     "we have your|we ve got|we ve received|we have received your|got your parcel|"
     "received at origin|received at _ origin|received by _ warehouse|received into _ network|"
     "handed over|handed over _ by _ sender/shipper|handed over by|handed over to "
     "gls/dpd/dhl/ups/hermes/evri/carrier/courier/fedex/us|tendered|tendered at|dropped off|"
     "drop off|dropoff|drop off scan|deposited at|posted|posting|mailed|lodged|lodgement|"
     "item accepted|shipment accepted|parcel accepted|origin scan|first scan|inducted|induction|"
     "registered by _ post|registered at _ post|origin acceptance|shipped|dispatched by seller|"
     "dispatched by _ sender|shipment handed|given to _ courier|given to _ carrier|"
     "received for shipping|accepted at|accepted by _ carrier/courier/post|consigned|"
     "picked and dispatched|taken over|we have it|we have your|in our possession|in our hands|"
     "pickup confirmed|collected by courier|collected by _ driver|pickup from _ "
     "seller/sender/shipper/merchant|picked up from _ seller/sender/shipper/merchant/store|"
     "sender dropped|customer drop|parcel received|package received|shipment received|"
     "item received|received by us|received by dpd/dhl/gls/ups/evri/yodel|received at counter|"
     "inbound from _ sender|counter acceptance|shipment picked"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken, "shipped"},

    // ---- moving ----
    {S::InTransit, Sub::None, kMoving,
     "sorted to _ delivery route|sorted to delivery|sorted for delivery|"
     "send item to|send item abroad|send item|receive item|receive item "
     "at|transhipment|gateway|cross dock|crossdock|staged|docked|trailer|interline|in linehaul|on "
     "forwarding|at depot|allocated to trailer|unloading at|arrived or "
     "processed|resort|reprocessed|ready for linehaul|shipment received at transit point|received "
     "at transit|package received at _ distribution|received at _ distribution|"
     "inventoried|border|import received|export received|received at transit point|transit "
     "point|operations facility|physical location|consignment received|received at depot|received "
     "at _ terminal|received at _ warehouse|labelled|weighed|measured|sort facility|at carrier "
     "facility|operational scan|with carrier|travel*|cross border|crossed|"
     "in transit|transit|on the way|on its way|on it s way|in route|en route|enroute|moving|"
     "underway|under way|in _ network|processing at|processed|being processed|sorted|sorting|"
     "sort|forwarded|in progress|transported|transport|linehaul|line haul|hub scan|"
     "movement|transferred|transfer|loaded|unloaded|unloading|loading|consolidat*|deconsolidat*|"
     "despatched|dispatched|despatch|dispatch|shipment information updated|connected|bagged|"
     "bag _ created|bag received|bag added|manifested to|in scan|inscan|inscanned|out scan|"
     "outscan|received at|received at _ hub/facility/depot/centre/center/branch/station/office|"
     "inbound|outbound|export|import|flight|airline|airport|vessel|container|palletised|"
     "handling|handled|scanned|checked in|at _ hub|at _ facility|at _ depot|at _ terminal|"
     "at _ centre/center|at _ warehouse|at _ sort*|local _ facility|at _ dispatch|in _ depot|"
     "tracking number assigned to bag|passed through|ready for transport*|waiting for transport|"
     "intermediate|reached|processing|in process|travelling|traveling|still on|in hub|"
     "trunked|trunk|in our system|shipment is moving|delivered to sorting|ready to depart"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "arriv*|arrived at|shipment/package/parcel/item received at/in _ "
     "facility/hub/depot/centre/center/branch/station/warehouse|"
     "arrived in|arrival|arrive at|has arrived|reached _ "
     "hub/facility/destination/centre/center/branch/city|received at _ "
     "facility/hub/depot/centre/center/branch/station|received in _ "
     "facility/hub/depot/centre/center/branch/station|received at destination|delivered to _ "
     "hub/depot/facility/warehouse/terminal|at destination|at local|at delivery "
     "centre/center/depot/station/office|at the delivery|at parcel delivery|at _ parcel "
     "centre/center|inbound scan|inbound in|destination scan|arrived at _ facility/hub/depot|"
     "at local fedex facility|at _ delivery centre/center/depot|entered _ facility"},
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
     "customs clear*|customs _ clear*|cleared _ customs|clearance complete*|clearance _ complete*|"
     "cleared|released by _ customs|released from _ customs|customs release*|customs _ released|"
     "custom* clearance _ complete*|passed customs|passed _ customs|customs clearance success*|"
     "clearance success*|export _ cleared|import _ cleared|released by _ agency|"
     "customs _ completed|customs _ finished|outbound from customs|out of customs|"
     "left customs|has been released|customs clearance finished|import release"},
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
    {S::InTransit, Sub::HandedToLocalCarrier, kMoving + 5,
     "transferred to _ carrier/partner/agent/post|forwarded to _ party|third party|"
     "handed over to _ local|handed over to _ partner|handed to _ partner|handed over to _ postal|"
     "handed over to _ post|given to post office|tendered to _ postal|tendered to delivery|"
     "delivery partner|delivery agent|local carrier|last mile carrier|last mile partner|"
     "handed over to _ carrier|handed over to last|released to _ carrier|partner carrier|"
     "tendered to usps|tendered to _ service|local post|destination carrier|delivery service "
     "provider|shipment _ handed over to _ delivery|picked up by shipping partner|"
     "shipping partner|arrived shipping partner|departed shipping partner|transferred to local|"
     "received by _ last mile|received by local delivery|handed over _ domestic|"
     "tendered to local|transferred to _ delivery"},
    {S::InTransit, Sub::Forwarded, kMoving + 6,
     "forwarded to _ new address|redirected|re routed|rerouted|diverted|redirect|"
     "forwarding _ requested|address _ changed by|mail forward*|forwarded _ address|"
     "delivery _ changed by _ recipient|sent to _ alternative|change of address|forward* mail|"
     "forward expired no"},
    {S::InTransit, Sub::ProblemResolved, kMoving + 6,
     "exception cleared|shipment exception cleared|"
     "problem _ resolved|issue _ resolved|exception _ resolved|address _ corrected|"
     "address corrected|correct address obtained|corrected address|released from hold|"
     "hold released|released from _ hold|hold _ removed|was found and|found and forwarded"},
    {S::InTransit, Sub::Missorted, kMoving + 8,
     "missort*|mis sort*|missent|mis sent|misrout*|mis rout*|misdirect*|wrong facility|"
     "wrong depot|wrong hub|incorrect facility|sorted incorrectly|sent to _ wrong|wrongly sorted|"
     "sorting error|sort error|incorrectly sorted"},

    // ---- on the last van ----
    {S::OutForDelivery, Sub::None, kOutCue,
     "out for delivery|out for _ delivery|out on delivery|out to deliver|out delivery|"
     "on vehicle|on _ vehicle|on fedex vehicle|vehicle for delivery|with _ courier|with courier|"
     "with _ driver|with driver|with delivery|onboard for delivery|on board for delivery|"
     "on board with|onboard with|loaded for delivery|loaded _ vehicle|loaded _ delivery|"
     "loaded on _ van|on the van|on _ van|on delivery van|delivery van|gone out|"
     "delivery route|on _ delivery route|in delivery|is being delivered|being delivered|"
     "out with|sent for delivery|sent out for|dispatched for delivery|despatched for delivery|"
     "assigned _ delivery|assigned to _ rider/driver/courier/agent|delivery in progress|"
     "delivery _ progress|delivery started|last mile delivery|on its way to _ "
     "consignee/recipient/addressee/customer|on the way to _ consignee/recipient/addressee/"
     "customer/receiver|on its way to you today|on its way for delivery|on the way for delivery|"
     "courier _ on _ way|driver _ on _ way|driver is|courier is|driver nearby|next stop|"
     "arriving soon|taken for delivery|issued to _ courier|issued to _ driver|"
     "handed to _ courier for|handed over to _ courier for delivery|ofd|final delivery|"
     "transit to _ recipient|delivering|deliver today|departed for delivery|left for delivery|"
     "heading to you|heading your way|with your local postie|with the postie|"
     "with _ delivery person|courier for delivery|en route to _ recipient/customer/consignee|"
     "on delivery|rider"},

    // ---- waiting to be fetched ----
    {S::ReadyForPickup, Sub::None, kWaiting,
     "pickup code|collection code|locker loaded|self collect|self collection|ready at pickup|ready "
     "at _ pickup|collect in store|available in store|parcel is waiting for you|your parcel is "
     "waiting|in locker awaiting|pick up your parcel|come and collect|collect from|"
     "available for pickup|available for pick up|available for collection|available to collect|"
     "available at _ post|ready for pickup|ready for pick up|ready for collection|"
     "ready to collect|ready to be collected|ready to be picked|ready to pick|"
     "awaiting customer pickup|awaiting customer collection|awaiting collection by _ "
     "customer/recipient/addressee/consignee|awaiting collection at|awaiting collection from|"
     "awaiting pickup by _ customer/recipient/addressee/consignee/receiver|awaiting pickup at|"
     "waiting for pickup by|waiting for collection by|waiting for you|waiting to be collected|"
     "waiting to be picked|waiting at _ locker|waiting in _ locker|pickup available|"
     "delivered to _ pickup|delivered to _ pick up|delivered to _ parcelshop|delivered to _ "
     "parcel shop|delivered to _ collection|delivered to _ access point|delivered to _ service "
     "point|delivered to _ servicepoint|delivered to _ shop|delivered to _ store|delivered to _ "
     "post office|delivered to _ parcel point|delivered to _ retail|delivered by driver to pickup|"
     "arrived at _ parcelshop|arrived at _ parcel shop|arrived at _ pickup point|arrived at _ "
     "pick up point|arrived at _ collection point|arrived at _ locker|arrived at _ service point|"
     "arrived at _ access point|arrived at pickup|placed in _ locker|deposited in _ locker|"
     "in the locker|in parcel locker ready|loaded _ locker|stored in _ locker|"
     "held at _ post office for|held for pickup|hold for pickup|held for collection|"
     "held at location for|hold at location|held at _ location|held at _ access point|"
     "ready for customer|ready for recipient|can be collected|can be picked up|"
     "may be collected|may be picked up|collect your parcel|collect it from|"
     "available at _ pickup|available in _ locker|reminder to pick|reminder to collect|"
     "pickup reminder|self pickup|notice for collection|"
     "ready at _ branch|being held at _ post office|awaiting _ pickup by customer|"
     "sent to _ parcelshop|to be collected by _ recipient/customer/addressee|parked for "
     "collection|to be collected at|transferred to _ pick up point|awaiting collection by _ "
     "receiver"},

    {S::ReadyForPickup, Sub::None, kPlaceOfPickup,
     "at _ pickup point|at _ pick up point|at collection point|at _ service point|at _ parcelshop|"
     "at _ parcel shop|at _ access point|at _ outlet|in store|parcel locker|parcel point"},

    // ---- late ----
    {S::Delayed, Sub::None, kLate,
     "delay*|running late|behind schedule|later than|late arrival|missed _ connection|"
     "missed delivery window|unable to deliver on time|not _ delivered on time|postponed|"
     "taking longer|longer than|rolled over|arriving late|will be late|backlog|"
     "not _ attempted|no attempt made|delivery not attempted|not out for delivery|"
     "rescheduled for next|rescheduled to next|rescheduled _ next business day|moved to next "
     "business day|"
     "operational reasons|arriving later|deferred|running behind"},
    {S::Delayed, Sub::WeatherDelay, kHeldCue + 1,
     "weather*|snow*|storm*|hurricane|flood*|typhoon|natural disaster|ice|blizzard|cyclone"},
    {S::Delayed, Sub::ExternalDelay, kLate,
     "strike|industrial action|force majeure|act of god|civil unrest|public holiday|"
     "national holiday|holiday|road closed|accident|breakdown|mechanical|traffic|emergency "
     "situation|beyond our control|circumstances beyond|flight cancel*|airline delay|"
     "vehicle breakdown|pandemic|lockdown"},
    {S::Delayed, Sub::CustomsDelay, kLate + 2,
     "clearance delay*|customs _ delay*|customs delay*|delay* _ customs|delay* in clearance|"
     "delay* _ clearance|regulatory _ delay*"},
    {S::Delayed, Sub::ProcessingDelay, kLate,
     "processing delay*|delay* _ processing|sorting delay*|operational delay*|"
     "mechanical failure|delay* _ sorting|capacity"},

    // ---- somebody must act ----
    {S::OnHold, Sub::Held, kHeldCue,
     "awaiting confirmation|waiting for confirmation|awaiting approval|pending further|requires "
     "further|further action|awaiting _ instructions from|disposition|"
     "on hold|held|hold|put on hold|placed on hold|shipment stopped|stopped|awaiting "
     "instruction*|awaiting _ instruction*|awaiting further|awaiting _ response|"
     "awaiting customer|awaiting information|action required|action needed|contact us|"
     "customer action|detained|detention|retained|suspended|intercepted|intercept|"
     "in storage|awaiting consignee|pending consignee|held at depot|"
     "held in _ depot|uncleared|info* required|info* needed|further info*|on request hold|"
     "held at _ request|vacation hold|hold at|held at|held at station|needs _ attention"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1,
     "held _ customs|held by _ customs|held in customs|customs hold|hold* _ customs|"
     "customs _ hold|detained _ customs|retained _ customs|retention|seized by _ customs|"
     "on hold _ customs|stopped _ customs|customs inspection required"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "payment required|payment needed|payment _ due|payment pending|awaiting payment|"
     "awaiting _ payment|pay _ customs|pay _ duty|pay _ duties|pay _ charge*|pay _ fee|"
     "duties _ due|duty _ due|duties _ owed|charges due|fee to pay|customs charge*|customs fee*|"
     "duty payment|duties payment|duties and taxes|duty and tax*|taxes _ paid by|"
     "outstanding payment|postage due|surcharge due|to be paid|fee due|awaiting _ duties|"
     "unpaid|import charge* _ due|tax* _ due|tax* _ payable|tax* payment"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "missing document*|documents missing|document* required|document* needed|incomplete "
     "document*|incorrect document*|invoice missing|missing invoice|missing _ invoice|"
     "commercial invoice required|invoice required|paperwork|awaiting document*|documentation|"
     "missing commercial|awaiting _ documents|awaiting _ paperwork"},
    {S::OnHold, Sub::CustomsInformationNeeded, kHeldCue + 5,
     "customs _ info* required|customs _ info* needed|customs requires|customs require|"
     "info* required by _ customs|info* _ required _ customs|customs requesting|"
     "info* _ customs clearance|info* required for customs|info* needed for customs|"
     "customs needs|id required|tax id|importer info*|provide info*|provide _ info*|"
     "customs data missing|contact _ consignee for clearance|"
     "customs clearance info*|information required _ clearance"},
    {S::OnHold, Sub::AddressProblem, kTried - 1,
     "attempting to update|attempting to correct|update this information|updating _ address|"
     "address _ required|address _ needed|address confirm*|awaiting _ address|"
     "address info* _ required|address correction|addressing error|address _ verif*|"
     "address query|address enquiry|verify* _ address|confirm* _ address|correct _ address|"
     "correcting _ address|address is being|address being corrected|address info* needed|"
     "update _ address|more address"},

    // ---- tried ----
    {S::AttemptFailed, Sub::None, kTried,
     "futile|futile delivery|undelivered shipment|no delivery|delivery missed|"
     "attempt|attempted|attempts|delivery attempt*|attempted delivery|attempt _ fail*|fail* "
     "attempt|fail* delivery|"
     "fail* _ delivery attempt|delivery fail*|delivery _ fail*|failed to deliver|deliver* "
     "unsuccessful*|unsuccessful deliver*|unsuccessful _ attempt|unsuccessful attempt|"
     "not deliver|not _ deliver|not delivered|not _ delivered|not be delivered|"
     "unable to deliver|unable to _ deliver|could not _ delivered|couldn t deliver|"
     "couldn t _ delivered|couldn t be delivered|cannot _ delivered|can t deliver|"
     "wasn t delivered|weren t able to deliver|weren t able|not able to deliver|"
     "unsuccessfully|tried to deliver|we tried|undelivered|non delivery|nondelivery|"
     "not successful|not possible to deliver|delivery not possible|"
     "delivery _ not possible|delivery _ impossible|delivery impossible|missed delivery|"
     "missed you|sorry we missed|we missed you|delivery exception|delivery _ interrupted|"
     "delivery could not|could not deliver|cannot deliver|delivery was not|delivery not "
     "completed|not completed|was not possible|returned to _ depot|returned to _ hub|"
     "returned to _ station|returned to _ facility|returned to _ branch|returned to _ post "
     "office|back at _ depot|return* to _ delivery depot|brought back to|returned to courier "
     "facility|ndr|delivery not accepted|second attempt|final attempt|reattempt*|re attempt*|"
     "no safe place|redelivery needed",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "no one answered|nobody answered|no one at|nobody at|no one there|not there|consignee "
     "out|recipient out|"
     "not at home|not home|nobody _ home|no one _ home|no one home|nobody home|"
     "recipient _ absent|recipient absent|consignee absent|addressee absent|customer absent|"
     "receiver absent|absent|absence|not available|not _ available at|unavailable|"
     "no one _ available|nobody available|no authorized recipient|no authorised recipient|"
     "no recipient|no access to recipient|recipient not|consignee not|customer not|"
     "addressee not|receiver not|not in|no answer|no response|no reply|not answering|"
     "unable to contact|not reachable|not contactable|unreachable|could not _ contacted|"
     "not respond*|away|no one was|nobody was|nobody to|no one to|nobody in|not present|"
     "wasn t home|weren t home|weren t in|weren t available|out of office|phone _ off|"
     "no adult|switched off|premises unattended|no one in",
     Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3,
     "business closed|business _ closed|closed|office closed|premises closed|company closed|"
     "shop closed|store closed|company holiday|business _ holiday|closed on arrival|"
     "closed premises",
     Firm},
    {S::AttemptFailed, Sub::AccessDenied, kTried + 3,
     "no access|access denied|unable to access|could not access|inaccessible|not accessible|"
     "access problem|access to _ not possible|gated|entry restricted|no entry|entry denied|"
     "unable to locate|could not _ locate*|could not find|not find _ address|secure building|"
     "dog|animal interference|restricted area|no access to|access restricted|"
     "couldn t find|couldn t access|couldn t gain|unsafe",
     Firm},
    {S::AttemptFailed, Sub::NoticeLeft, kTried + 1,
     "card _ left|card was left|something for you|we left a|leaving a card|delivery note left|"
     "notice left|notice _ left|left notice|left _ notice|card left|left _ card|carded|"
     "calling card|notice card|notification left|left a note|collection card|delivery card|"
     "delivery notice|missed delivery card|note left|notification card|attempted notice|"
     "attempted delivery notice|slip left|left _ slip",
     Firm},

    // ---- done ----
    {S::Delivered, Sub::None, kHandedOver,
     "deliver item|delivered to _ concierge|delivered to _ security|delivered to mailroom|otp "
     "verified|authority to leave|delivered to mail room|"
     "delivered at|drop completed|successful drop|recipient has received|consignee "
     "received|received by you|you received|received in good|received by addressee|final delivery "
     "complete*|signed delivery|"
     "delivered|delivery complete*|delivery _ complete*|delivery success*|successful delivery|"
     "successfully delivered|delivery made|delivery confirmed|delivery done|complete* delivery|"
     "proof of delivery|pod available|handed to _ recipient|handed to _ addressee|handed to _ "
     "customer|handed to _ consignee|handed to resident|handed to _ receiver|handed over to _ "
     "recipient|handed over to _ addressee|handed over to _ customer|handed over to _ consignee|"
     "handed over to _ receiver|handed over to you|handed to you|received by _ "
     "customer/recipient/consignee/addressee/receiver|accepted by _ "
     "recipient/customer/consignee/addressee|recipient _ received|recipient _ accepted|"
     "issued to _ addressee|given to _ addressee|given to _ recipient|"
     "delivered to _ customer|delivered to _ addressee|delivered _ recipient|delivered in full|"
     "has been delivered|was delivered|delivered to _ agent|delivered to _ reception|"
     "delivery is complete|reached _ customer|item delivered|fully delivered"},
    {S::Delivered, Sub::Signed, kHandedOver + 1,
     "signed for|signed by|signature obtained|signature received|delivered _ signature|"
     "delivered _ signed|received and signed|electronic signature|with signature"},
    {S::Delivered, Sub::Signed, 1, "sign*", Colours},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 2,
     "customer has picked up|recipient has picked up|consignee has picked up|addressee has picked "
     "up|customer picked up|consignee picked up|collected by receiver|self collected|picked up by "
     "_ owner|collection by customer complete*|"
     "picked up by _ customer/recipient/consignee/addressee/receiver/you|collected by _ "
     "customer/recipient/consignee/addressee/receiver/you|collected from _ "
     "locker/parcelshop/shop/store/point/branch/post/outlet/depot|picked up from _ "
     "locker/parcelshop/shop/point/branch/post/outlet/depot|customer _ collected|customer pickup|"
     "collected by customer|customer collection complete*|picked up at _ "
     "post/locker/parcelshop/shop/point/store|collected at _ "
     "post/locker/parcelshop/shop/point/store/counter|individual picked up|you collected|"
     "you _ collected|you picked up|you have picked|recipient _ collected|recipient _ picked|"
     "recipient picked|addressee _ collected|consignee _ collected|removed from _ locker|"
     "retrieved from _ locker|parcel collected by|collected in person|picked up in person|"
     "delivered at _ counter|over the counter",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2,
     "left with _ neighbo*|delivered to _ neighbo*|handed _ neighbo*|accepted by _ neighbo*|"
     "received by _ neighbo*|with _ neighbo*|with neighbo*|to _ neighbo*|neighbo* _ accepted|"
     "neighbo* _ received|neighbo* _ took|taken by _ neighbo*"},
    {S::Delivered, Sub::LeftWithNeighbour, 3, "neighbo*", Colours},
    {S::Delivered, Sub::LeftInLocker, kWaiting + 1,
     "delivered _ parcel locker|delivered _ locker|delivered to _ parcel locker|"
     "delivered to locker",
     Says},
    {S::Delivered, Sub::LeftAtSafePlace, kHandedOver + 3,
     "left in _ safe place|left in safe|left at _ door|left at _ porch|left on _ porch|left in _ "
     "porch|left in _ garage|left at _ reception|left at front|left in mailbox|"
     "left in _ mail room|left in letterbox|left on _ doorstep|left in _ letterbox|"
     "placed in _ mailbox|placed in _ letterbox|put in _ mailbox|put through _ letterbox|"
     "posted through|through _ letterbox|in _ letterbox|in your mailbox|left safe|safe dropped|"
     "left as instructed|left at _ requested|left in _ nominated"},
    {S::Delivered, Sub::LeftAtSafePlace, 2,
     "safe place|safeplace|front door|porch|doorstep|mailbox|letterbox|letter box|garage|"
     "front desk|reception|mail room|in at mailbox|patio|back door|garden shed|left at|"
     "safe location|unattended",
     Colours},
    {S::Delivered, Sub::CashOnDelivery, 2, "cod|cash on delivery|c o d", Colours},

    // ---- wrong ----
    {S::Exception, Sub::None, kWrong - 12,
     "exception|shipment exception|problem|issue with|irregularity|incident|"
     "investigation|investigating|claim|failure"},
    {S::Exception, Sub::Damaged, kWrong,
     "damage*|broken|leaking|crushed|package _ open|repack*|contents missing|torn", Firm},
    {S::Exception, Sub::Lost, kWrong,
     "cannot find _ parcel|can t find _ parcel|shortage|short shipped|not traceable|"
     "lost|missing|cannot be located|can t be located|unable to locate _ "
     "parcel/package/shipment/item|cannot locate _ parcel/package/shipment/item|could not locate "
     "_ parcel/package/shipment/item|not located|stolen|theft|whereabouts|misplaced|"
     "declared lost|search _ initiated|tracer|presumed lost|locate the parcel",
     Firm},
    {S::Exception, Sub::Destroyed, kWrong,
     "destroyed|disposed|disposal|discarded|dead mail|abandoned|destruction", Firm},
    {S::Exception, Sub::Refused, kWrong,
     "does not want the|not wanted|"
     "refus*|reject* by _ customer/recipient/consignee/addressee/receiver|recipient reject*|"
     "customer reject*|declined by|not accepted by _ customer/recipient/consignee|declined|"
     "rejected|order cancelled by _ recipient|does not want|not ordered|consignee reject*|"
     "recipient _ not accept|not accept _ parcel/package/delivery",
     Firm},
    {S::Exception, Sub::RejectedByCarrier, kWrong,
     "rejected by _ carrier/courier|not accepted by _ carrier|oversize*|overweight|"
     "prohibited|restricted item|exceeds _ weight|exceeds _ size|exceeds _ limit*|"
     "dangerous goods|does not meet|forbidden"},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "incorrect address|address _ incorrect|address incorrect|wrong address|bad address|"
     "invalid address|insufficient address|address insufficient|incomplete address|"
     "address incomplete|address _ incomplete|address unknown|unknown address|no such number|"
     "no such address|address not found|address _ not found|address _ wrong|address invalid|"
     "address _ invalid|address issue|address problem|address error|addressee unknown|"
     "recipient unknown|unknown at address|addressee _ not _ known|not known at|"
     "attempted not known|no such street|address _ not exist|illegible|missing address|"
     "address missing|unknown recipient|address _ problem|unit number missing|"
     "apartment number missing|missing apartment|missing unit|unknown consignee|"
     "address _ not complete|no mail receptacle|no secure location",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5,
     "moved|recipient moved|has moved|customer moved|moved away|no longer at|"
     "moved left no address|forward expired|no forwarding|addressee gone away|gone away|vacant",
     Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "not picked up within|not picked up in|not collected within|not collected in|pickup "
     "period|not picked up|collection deadline|"
     "unclaimed|not claimed|not collected|not _ collected|uncollected|not picked up by _ "
     "customer/recipient/addressee/consignee|not picked up _ time|storage period _ expired|"
     "storage _ expired|retention period|holding period _ expired|pickup deadline _ passed|"
     "deadline _ expired|failed to collect|failed to pick|wasn t collected|collection period",
     Firm},
    {S::Exception, Sub::Undeliverable, kTried + 5,
     "undeliverable|non deliverable|not deliverable|cannot be delivered|can not be delivered|"
     "unable to be delivered|undeliverable as addressed|could not be delivered permanently|"
     "not serviceable|unserviceable|out of delivery area|outside _ delivery area|no service area",
     Firm},
    {S::Exception, Sub::SecurityProblem, kTried + 5,
     "security problem|security reasons|security issue|seized|confiscated|security alert|"
     "security incident|police",
     Firm},

    // ---- back, and off ----
    {S::Returning, Sub::None, kGoingBack,
     "return to sender|returned to sender|returning|return* to _ sender|return* to _ shipper|"
     "return* to _ seller|return* to _ origin|return* to _ merchant|return* to _ consignor|"
     "return* to _ vendor|return* to _ warehouse|return* to _ retailer|being returned|"
     "return initiated|return _ initiated|return in progress|return process*|return shipment|"
     "return started|return in transit|in return|rto|rts|on _ way back|return journey|"
     "back to _ sender|back to _ shipper|back to _ seller|sent back|sending back|will be returned|"
     "to be returned|return requested|return authorized|return authorised|return order|"
     "returned|return|is returned|returned undelivered|return parcel|"
     "returned _ export|return accepted|return picked|return to the sender|"
     "returned to origin country|returned from _ country|back to origin",
     Firm},
    {S::Returned, Sub::None, kBack,
     "return delivered|return _ delivered|to original sender|returned to sender delivered|returned "
     "to shipper delivered|return complete*|return _ complete*|delivered to _ "
     "sender|delivered to _ shipper|delivered to _ seller|delivered back|delivered to sender|"
     "delivered to shipper|delivered _ original sender|delivered to _ origin*|returned and "
     "delivered|rto delivered|rts delivered|return received|returned _ received by _ sender|"
     "received back|returned successfully|return _ received|handed _ back to _ sender|"
     "handed over to _ sender|handed to _ sender|has been returned to _ "
     "sender/shipper/seller/merchant|have been returned to|was returned to _ "
     "sender/shipper/seller/merchant|collected by _ sender|returned to shipper complete*|"
     "picked up by _ sender after|back at _ sender|sender _ received",
     Firm},
    {S::Cancelled, Sub::None, kWrong,
     "cancel*|shipment cancel*|label void*|void*|order cancel*|annulled|deleted|"
     "shipment _ withdrawn|called off|label cancel*",
     Firm},
    {S::Expired, Sub::None, kWrong, "tracking expired|tracking _ expired|no update* for|no news",
     Firm},
};

}  // namespace

Cues english_cues() { return kCues; }

}  // namespace postlude::tracking
