#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// Where something is late, waits for somebody, fails or goes back; of the carriers that
// cues_english.cpp names, own collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- late ----
    {S::Delayed, Sub::None, kLate,
     "delay*|running late|behind schedule|later than|late arrival|missed _ connection|missed "
     "delivery window|unable to deliver on time|not _ delivered on time|postponed|taking "
     "longer|longer than|rolled over|arriving late|will be late|backlog|not _ attempted|no attempt "
     "made|delivery not attempted|not out for delivery|rescheduled for next|rescheduled to "
     "next|rescheduled _ next business day|moved to next business day|operational reasons|arriving "
     "later|deferred|running behind|held up|did not make it|didn t make it|could not be loaded|not "
     "loaded|not make it|come later|will come later|slowing|slow down|a bit late|not arrive "
     "today|won t arrive|will not arrive|new date|overbooked|offload*|held over|expect a "
     "delay|arrive later|out of time|ran out of|short of time|not be delivered today|road "
     "closure|slowed"},
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
     "further|further action|awaiting _ instructions from|disposition|on hold|held|hold|put on "
     "hold|placed on hold|shipment stopped|stopped|awaiting instruction*|awaiting _ "
     "instruction*|awaiting further|awaiting _ response|awaiting customer|awaiting "
     "information|action required|action needed|contact us|customer "
     "action|detained|detention|retained|suspended|intercepted|intercept|in storage|awaiting "
     "consignee|pending consignee|held at depot|held in _ depot|uncleared|info* required|info* "
     "needed|further info*|on request hold|held at _ request|vacation hold|hold at|held at|held at "
     "station|needs _ attention|holding your|is stuck|stuck|waiting for instruction*|waiting for _ "
     "instruction*|on customer request hold|paused|kept in deposit|in deposit|awaiting clearance "
     "instructions|need your help|we need|confirm your|need more|needs more|further clearance|held "
     "at _ location at customer request|onhold"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1,
     "held _ customs|held by _ customs|held in customs|customs hold|hold* _ customs|customs _ "
     "hold|detained _ customs|retained _ customs|retention|on hold _ customs|stopped _ "
     "customs|customs inspection required|stuck in customs|stuck _ customs|upload _ "
     "invoice|further clearance processing|seized by customs _ inspection"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "payment required|payment needed|payment _ due|payment pending|awaiting payment|awaiting _ "
     "payment|pay _ customs|pay _ duty|pay _ duties|pay _ charge*|pay _ fee|duties _ due|duty _ "
     "due|duties _ owed|charges due|fee to pay|customs charge*|customs fee*|duty payment|duties "
     "payment|duties and taxes|duty and tax*|taxes _ paid by|outstanding payment|postage "
     "due|surcharge due|to be paid|fee due|awaiting _ duties|unpaid|import charge* _ due|tax* _ "
     "due|tax* _ payable|tax* payment|available upon receipt of payment|upon receipt of "
     "payment|amount due|pay to release|fee to release|cod amount due"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "missing document*|documents missing|document* required|document* needed|incomplete "
     "document*|incorrect document*|invoice missing|missing invoice|missing _ invoice|"
     "commercial invoice required|invoice required|paperwork|awaiting document*|documentation|"
     "missing commercial|awaiting _ documents|awaiting _ paperwork"},
    {S::OnHold, Sub::CustomsInformationNeeded, kHeldCue + 5,
     "customs _ info* required|customs _ info* needed|customs requires|customs require|info* "
     "required by _ customs|info* _ required _ customs|customs requesting|info* _ customs "
     "clearance|info* required for customs|info* needed for customs|customs needs|id required|tax "
     "id|importer info*|provide info*|provide _ info*|customs data missing|contact _ consignee for "
     "clearance|customs clearance info*|information required _ clearance|clearance "
     "information|supplement _ clearance|id number for customs|id check|id number|identity|id "
     "card"},
    {S::OnHold, Sub::AddressProblem, kTried - 1,
     "attempting to update|attempting to correct|update this information|updating _ address|"
     "address _ required|address _ needed|address confirm*|awaiting _ address|"
     "address info* _ required|address correction|addressing error|address _ verif*|"
     "address query|address enquiry|verify* _ address|confirm* _ address|correct _ address|"
     "correcting _ address|address is being|address being corrected|address info* needed|"
     "update _ address|more address"},

    // ---- tried ----
    {S::AttemptFailed, Sub::None, kTried,
     "asked to reschedule|requested to reschedule|requested reschedule|futile|futile "
     "delivery|undelivered shipment|no delivery|delivery "
     "missed|attempt|attempted|attempts|delivery attempt*|attempted delivery|attempt _ fail*|fail* "
     "attempt|fail* delivery|fail* _ delivery attempt|delivery fail*|delivery _ fail*|failed to "
     "deliver|deliver* unsuccessful*|unsuccessful deliver*|unsuccessful _ attempt|unsuccessful "
     "attempt|not deliver|not _ deliver|not delivered|not _ delivered|not be delivered|unable to "
     "deliver|unable to _ deliver|could not _ delivered|couldn t deliver|couldn t _ "
     "delivered|couldn t be delivered|cannot _ delivered|can t deliver|wasn t delivered|weren t "
     "able to deliver|weren t able|not able to deliver|unsuccessfully|tried to deliver|we "
     "tried|undelivered|non delivery|nondelivery|not successful|not possible to deliver|delivery "
     "not possible|delivery _ not possible|delivery _ impossible|delivery impossible|missed "
     "delivery|missed you|sorry we missed|we missed you|delivery exception|delivery _ "
     "interrupted|delivery could not|could not deliver|cannot deliver|delivery was not|delivery "
     "not completed|not completed|was not possible|returned to _ depot|returned to _ hub|returned "
     "to _ station|returned to _ facility|returned to _ branch|returned to _ post office|back at _ "
     "depot|return* to _ delivery depot|brought back to|returned to courier facility|ndr|delivery "
     "not accepted|second attempt|final attempt|reattempt*|re attempt*|no safe place|redelivery "
     "needed|unsuccessful _ delivery|unsuccessful _ deliveries|attempt made|payment "
     "dispute|payment mode|dispatch failed|hand over your|not hand over|could not hand|couldn t "
     "hand|receptacle full|mailbox full|letterbox full|stopped by|second visit|cannot be "
     "handed|didn t manage|house number|cash on delivery amount|amount not ready|cod amount|later "
     "date|change delivery date|requested to change|refused entry|entry refused|security "
     "refused|refused to share|delivry attempt|faild|failed dispatch|customer requested",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "no one answered|nobody answered|no one at|nobody at|no one there|not there|consignee "
     "out|recipient out|not at home|not home|nobody _ home|no one _ home|no one home|nobody "
     "home|recipient _ absent|recipient absent|consignee absent|addressee absent|customer "
     "absent|receiver absent|absent|absence|not available|not _ available at|unavailable|no one _ "
     "available|nobody available|no authorized recipient|no authorised recipient|no recipient|no "
     "access to recipient|recipient not|consignee not|customer not|addressee not|receiver not|not "
     "in|no answer|no response|no reply|not answering|unable to contact|not reachable|not "
     "contactable|unreachable|could not _ contacted|not respond*|no one was|nobody was|nobody "
     "to|no one to|nobody in|not present|wasn t home|weren t home|weren t in|weren t available|out "
     "of office|phone _ off|no adult|switched off|premises unattended|no one in|gone away "
     "for|missed you|got no reply|no one was in|nobody was in|door locked|house locked|house "
     "closed|phone is not connected|phone _ not connected|customer on holiday|consignee on "
     "holiday|recipient on holiday|on vacation|contact with consignee failed|contact _ failed|not "
     "reached|couldn t reach|could not reach|unable to reach|no contact",
     Firm},
    {S::AttemptFailed, Sub::None, kWrong + 1,
     "refused entry|security refused|refused to share|receptacle full|delivery problem "
     "contact|notice left receptacle",
     Firm},

    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3,
     "business closed|business _ closed|office closed|premises closed|company closed|shop "
     "closed|store closed|company holiday|business _ holiday|closed on arrival|closed "
     "premises|closed|closed for|is closed|are closed|gates closed",
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

    // ---- wrong ----
    {S::Exception, Sub::None, kWrong - 12,
     "exception|shipment exception|problem|issue "
     "with|irregularity|incident|investigation|investigating|claim|failure|abnormal|abnormality|"
     "irregular"},
    {S::Exception, Sub::Damaged, kWrong,
     "damage*|broken|leaking|crushed|package _ open|repack*|contents missing|torn", Firm},
    {S::Exception, Sub::Lost, kWrong,
     "cannot find _ parcel|can t find _ parcel|shortage|short shipped|not traceable|lost|cannot be "
     "located|can t be located|unable to locate _ parcel/package/shipment/item|cannot locate _ "
     "parcel/package/shipment/item|could not locate _ parcel/package/shipment/item|not "
     "located|stolen|theft|whereabouts|misplaced|declared lost|search _ initiated|tracer|presumed "
     "lost|locate the parcel|missing|is missing|reported missing|parcel missing|package "
     "missing|gone missing|carton short|item missing",
     Firm},
    {S::Exception, Sub::Destroyed, kWrong,
     "destroyed|disposed|disposal|discarded|dead mail|abandoned|destruction", Firm},
    {S::Exception, Sub::Refused, kWrong,
     "does not want the|not wanted|refus*|reject* by _ "
     "customer/recipient/consignee/addressee/receiver|recipient reject*|customer reject*|declined "
     "by|not accepted by _ customer/recipient/consignee|declined|rejected|order cancelled by _ "
     "recipient|does not want|not ordered|consignee reject*|recipient _ not accept|not accept _ "
     "parcel/package/delivery|consignee refused to accept|refused to accept _ order cancelled|said "
     "no thanks|don t want",
     Firm},
    {S::Exception, Sub::RejectedByCarrier, kWrong,
     "rejected by _ carrier/courier|not accepted by _ carrier|oversize*|overweight|"
     "prohibited|restricted item|exceeds _ weight|exceeds _ size|exceeds _ limit*|"
     "dangerous goods|does not meet|forbidden"},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "incorrect address|address _ incorrect|address incorrect|wrong address|bad address|invalid "
     "address|insufficient address|address insufficient|incomplete address|address "
     "incomplete|address _ incomplete|address unknown|unknown address|no such number|no such "
     "address|address not found|address _ not found|address _ wrong|address invalid|address _ "
     "invalid|address issue|address problem|address error|addressee unknown|recipient "
     "unknown|unknown at address|addressee _ not _ known|not known at|attempted not known|no such "
     "street|address _ not exist|illegible|missing address|address missing|unknown "
     "recipient|address _ problem|unit number missing|apartment number missing|missing "
     "apartment|missing unit|unknown consignee|address _ not complete|no mail receptacle|no secure "
     "location|unlocatable|landmark needed|address unlocatable|locality not found|area not "
     "found|can t find _ address|find house number|cannot find _ address|not find _ house",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5,
     "moved|recipient moved|has moved|customer moved|moved away|no longer at|"
     "moved left no address|forward expired|no forwarding|addressee gone away|gone away|vacant",
     Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "not picked up within|not picked up in|not collected within|not collected in|pickup "
     "period|not picked up|collection deadline|unclaimed|not claimed|not collected|not _ "
     "collected|uncollected|not picked up by _ customer/recipient/addressee/consignee|not picked "
     "up _ time|storage period _ expired|storage _ expired|retention period|holding period _ "
     "expired|pickup deadline _ passed|deadline _ expired|failed to collect|failed to pick|wasn t "
     "collected|collection period|max hold time|hold time expired|maximum hold",
     Firm},
    {S::Exception, Sub::Undeliverable, kTried + 5,
     "undeliverable|non deliverable|not deliverable|cannot be delivered|can not be delivered|"
     "unable to be delivered|undeliverable as addressed|could not be delivered permanently|"
     "not serviceable|unserviceable|out of delivery area|outside _ delivery area|no service area",
     Firm},
    {S::Exception, Sub::SecurityProblem, kTried + 5,
     "security problem|security reasons|security issue|seized|confiscated|security alert|security "
     "incident|police|seized by _ customs|seized by customs|withheld|authorities",
     Firm},

    // ---- back, and off ----
    {S::Returning, Sub::None, kGoingBack,
     "return to sender|returned to sender|returning|return* to _ sender|return* to _ "
     "shipper|return* to _ seller|return* to _ origin|return* to _ merchant|return* to _ "
     "consignor|return* to _ vendor|return* to _ warehouse|return* to _ retailer|being "
     "returned|return initiated|return _ initiated|return in progress|return process*|return "
     "shipment|return started|return in transit|in return|rto|rts|on _ way back|return "
     "journey|back to _ sender|back to _ shipper|back to _ seller|sent back|sending back|will be "
     "returned|to be returned|return requested|return authorized|return authorised|return "
     "order|returned|return|is returned|returned undelivered|return parcel|returned _ "
     "export|return accepted|return picked|return to the sender|returned from _ country|back to "
     "origin|being returned to _ "
     "sender/shipper/seller/merchant/origin/retailer/vendor/shop/store|will be returned to _ "
     "sender/shipper/seller/merchant|to be returned to _ sender/shipper/seller|returned to _ "
     "sender in transit|returned to origin in transit|returned to origin country|is returned to _ "
     "sender|unclaimed being returned|returned to sender process*|goes back to|going back "
     "to|heading back|on its way back|back to _ merchant|back to _ shop|back to _ store|back to _ "
     "retailer|being sent back|return label created",
     Firm},
    {S::Returned, Sub::None, kBack,
     "return delivered|return _ delivered|to original sender|returned to sender delivered|returned "
     "to shipper delivered|return complete*|return _ complete*|delivered to _ sender|delivered to "
     "_ shipper|delivered to _ seller|delivered back|delivered to sender|delivered to "
     "shipper|delivered _ original sender|delivered to _ origin*|returned and delivered|rto "
     "delivered|rts delivered|return received|returned _ received by _ sender|received "
     "back|returned successfully|return _ received|handed _ back to _ sender|handed over to _ "
     "sender|handed to _ sender|has been returned to _ sender/shipper/seller/merchant|have been "
     "returned to|was returned to _ sender/shipper/seller/merchant|collected by _ sender|returned "
     "to shipper complete*|picked up by _ sender after|back at _ sender|sender _ received|returned "
     "to sender|returned to _ sender/shipper/seller/merchant/consignor/vendor/retailer|returned to "
     "origin|successfully returned|we ve received your return|received your return|your return "
     "arrived|return arrived|return has arrived|refund is on|received the return|return was "
     "received|your return is here",
     Firm},
    {S::Cancelled, Sub::None, kWrong,
     "cancel*|shipment cancel*|label void*|void*|order cancel*|annulled|deleted|shipment _ "
     "withdrawn|called off|label cancel*|withdrawn|has withdrawn|withdrew",
     Firm},
    {S::Expired, Sub::None, kWrong, "tracking expired|tracking _ expired|no update* for|no news",
     Firm},
};

}  // namespace

Cues english_trouble_cues() { return kCues; }

}  // namespace postlude::tracking
