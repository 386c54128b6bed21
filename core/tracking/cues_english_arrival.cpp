#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// The last van, the pick-up point and the delivery; of the carriers that cues_english.cpp names,
// own collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- on the last van ----
    {S::OutForDelivery, Sub::None, kOutCue,
     "out delivery|on vehicle|on _ vehicle|on fedex vehicle|vehicle for delivery|with _ "
     "courier|with courier|with _ driver|with driver|with delivery|onboard for delivery|on board "
     "for delivery|on board with|onboard with|loaded for delivery|loaded _ vehicle|loaded _ "
     "delivery|loaded on _ van|on the van|on _ van|on delivery van|delivery van|gone out|delivery "
     "route|on _ delivery route|in delivery|is being delivered|being delivered|out with|sent for "
     "delivery|sent out for|dispatched for delivery|despatched for delivery|assigned _ "
     "delivery|assigned to _ rider/driver/courier/agent|delivery in progress|delivery _ "
     "progress|delivery started|last mile delivery|on its way to _ "
     "consignee/recipient/addressee/customer|on the way to _ "
     "consignee/recipient/addressee/customer/receiver|on its way to you today|on its way for "
     "delivery|on the way for delivery|courier _ on _ way|driver _ on _ way|driver is|courier "
     "is|driver nearby|next stop|arriving soon|taken for delivery|issued to _ courier|issued to _ "
     "driver|handed to _ courier for|handed over to _ courier for delivery|ofd|transit to _ "
     "recipient|delivering|deliver today|departed for delivery|left for delivery|heading to "
     "you|heading your way|with your local postie|with the postie|with _ delivery person|courier "
     "for delivery|en route to _ recipient/customer/consignee|on delivery|rider"},

    // ---- waiting to be fetched ----
    {S::ReadyForPickup, Sub::None, kWaiting,
     "pickup code|collection code|locker loaded|self collect|self collection|ready at pickup|ready "
     "at _ pickup|collect in store|available in store|parcel is waiting for you|your parcel is "
     "waiting|in locker awaiting|pick up your parcel|come and collect|collect from|available for "
     "pickup|available for pick up|available for collection|available to collect|available at _ "
     "post|ready for pickup|ready for pick up|ready for collection|ready to collect|ready to be "
     "collected|ready to be picked|ready to pick|awaiting customer pickup|awaiting customer "
     "collection|awaiting collection by _ customer/recipient/addressee/consignee|awaiting "
     "collection at|awaiting collection from|awaiting pickup by _ "
     "customer/recipient/addressee/consignee/receiver|awaiting pickup at|waiting for pickup "
     "by|waiting for collection by|waiting for you|waiting to be collected|waiting to be "
     "picked|waiting at _ locker|waiting in _ locker|pickup available|delivered to _ "
     "pickup|delivered to _ pick up|delivered to _ parcelshop|delivered to _ parcel shop|delivered "
     "to _ collection|delivered to _ access point|delivered to _ service point|delivered to _ "
     "servicepoint|delivered to _ shop|delivered to _ store|delivered to _ post office|delivered "
     "to _ parcel point|delivered to _ retail|delivered by driver to pickup|arrived at _ "
     "parcelshop|arrived at _ parcel shop|arrived at _ pickup point|arrived at _ pick up "
     "point|arrived at _ collection point|arrived at _ locker|arrived at _ service point|arrived "
     "at _ access point|arrived at pickup|placed in _ locker|deposited in _ locker|in the "
     "locker|in parcel locker ready|loaded _ locker|stored in _ locker|held at _ post office "
     "for|held for pickup|hold for pickup|held for collection|held at location for|hold at "
     "location|held at _ access point|ready for customer|ready for recipient|can be collected|can "
     "be picked up|may be collected|may be picked up|collect your parcel|collect it from|available "
     "at _ pickup|available in _ locker|reminder to pick|reminder to collect|pickup reminder|self "
     "pickup|notice for collection|ready at _ branch|being held at _ post office|awaiting _ pickup "
     "by customer|sent to _ parcelshop|to be collected by _ recipient/customer/addressee|parked "
     "for collection|to be collected at|transferred to _ pick up point|awaiting collection by _ "
     "receiver|ready for you|ready at _ shop/store/locker/depot|come pick up|come and pick|come "
     "and get|please collect|please pick up|available at counter|at counter|hive box|waiting at "
     "the shop|waiting at _ shop/store/locker/post/counter|still waiting|ready for collect|put in "
     "_ box|last day to collect|last day to pick up|for customer pickup|for customer pick up|for "
     "customer collection|pick it up|arrived in store|awaiting you|kept for you|await you|pickup "
     "by consignee possible|final notice|return _ if not collected"},

    {S::ReadyForPickup, Sub::None, kBack + 1,
     "final notice|will be returned _ if not collected|returned to sender if not collected|if not "
     "collected within|delivered to _ access point _ customer pickup",
     Firm},

    {S::ReadyForPickup, Sub::None, kPlaceOfPickup,
     "at _ pickup point|at _ pick up point|at collection point|at _ service point|at _ parcelshop|"
     "at _ parcel shop|at _ access point|at _ outlet|in store|parcel locker|parcel point"},

    // ---- done ----
    {S::Delivered, Sub::None, kHandedOver,
     "deliver item|delivered to _ concierge|delivered to _ security|delivered to mailroom|otp "
     "verified|authority to leave|delivered to mail room|delivered at|drop completed|successful "
     "drop|recipient has received|consignee received|received by you|you received|received in "
     "good|received by addressee|final delivery complete*|signed delivery|delivered|delivery "
     "complete*|delivery _ complete*|delivery success*|successful delivery|successfully "
     "delivered|delivery made|delivery confirmed|delivery done|complete* delivery|proof of "
     "delivery|pod available|handed to _ recipient|handed to _ addressee|handed to _ "
     "customer|handed to _ consignee|handed to resident|handed to _ receiver|handed over to _ "
     "recipient|handed over to _ addressee|handed over to _ customer|handed over to _ "
     "consignee|handed over to _ receiver|handed over to you|handed to you|received by _ "
     "customer/recipient/consignee/addressee/receiver|accepted by _ "
     "recipient/customer/consignee/addressee|recipient _ received|recipient _ accepted|issued to _ "
     "addressee|given to _ addressee|given to _ recipient|delivered to _ customer|delivered to _ "
     "addressee|delivered _ recipient|delivered in full|has been delivered|was delivered|delivered "
     "to _ agent|delivered to _ reception|delivery is complete|reached _ customer|item "
     "delivered|fully delivered|final delivery|partial delivery|pod received|pod|delivered to "
     "agent for final delivery|partially delivered|dlvd|dlv d|deliverd|delivrd|delivred|proper "
     "delivery|at your door|handed your|handed _ at reception|we left your|left your|left "
     "with|dropped it|popped it|it s arrived|it s here|has arrived at your door|signed "
     "signer|signer is|put your parcel in your|collected on behalf|front desk collected|taken out "
     "of locker|enjoy your|taken from _ locker|parcel handed to|handed to reception|delivery "
     "accomplished"},
    {S::Delivered, Sub::Signed, kHandedOver + 1,
     "signed for|signed by|signature obtained|signature received|delivered _ signature|"
     "delivered _ signed|received and signed|electronic signature|with signature"},
    {S::Delivered, Sub::Signed, 1, "sign*", Colours},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 2,
     "customer has picked up|recipient has picked up|consignee has picked up|addressee has picked "
     "up|customer picked up|consignee picked up|collected by receiver|self collected|picked up by "
     "_ owner|collection by customer complete*|picked up by _ "
     "customer/recipient/consignee/addressee/receiver/you|collected by _ "
     "customer/recipient/consignee/addressee/receiver/you|collected from _ "
     "locker/parcelshop/shop/store/point/branch/post/outlet/depot|picked up from _ "
     "locker/parcelshop/shop/point/branch/post/outlet/depot|customer _ collected|customer "
     "pickup|collected by customer|customer collection complete*|picked up at _ "
     "post/locker/parcelshop/shop/point/store|collected at _ "
     "post/locker/parcelshop/shop/point/store/counter|individual picked up|you collected|you _ "
     "collected|you picked up|you have picked|recipient _ collected|recipient _ picked|recipient "
     "picked|addressee _ collected|consignee _ collected|removed from _ locker|retrieved from _ "
     "locker|parcel collected by|collected in person|picked up in person|delivered at _ "
     "counter|over the counter|collected from _ office/shop/counter|collected from _ "
     "delivery/post/customer|taken out of _ locker|taken from _ locker|taken out of locker by",
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
};

}  // namespace

Cues english_arrival_cues() { return kCues; }

}  // namespace postlude::tracking
