#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// What posts and couriers of further languages of South and Southeast Asia and of Africa say most,
// a paragraph a language; own collection, 2026-11. Lao, Khmer and Burmese put no spaces between
// words: their phrases stand between "*".
constexpr Cue kCues[] = {
    // ---- Bengali ----
    {S::LabelCreated, Sub::None, kAnnounced, "অর্ডার তৈরি|বুকিং|পিকআপের অপেক্ষা*", Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken, "পিকআপ|পিক আপ|সংগ্রহ করা|গ্রহণ করা"},
    {S::InTransit, Sub::None, kMoving, "ট্রানজিট*|পথে|পৌঁছ*|হাবে|রওনা"},
    {S::OutForDelivery, Sub::None, kOutCue, "ডেলিভারির জন্য|ডেলিভারি ম্যান|রাইডার", Firm},
    {S::AttemptFailed, Sub::None, kTried, "ব্যর্থ|অনুপস্থিত|ডেলিভারি হযনি|পাওযা যাযনি", Firm},
    {S::Delivered, Sub::None, kHandedOver, "সম্পন্ন|ডেলিভারি করা|ডেলিভারি হযেছে|ডেলিভার্ড|পৌঁছে দেওযা"},
    {S::Delayed, Sub::None, kLate, "বিলম্ব*|দেরি", Firm},
    {S::Returning, Sub::None, kGoingBack, "ফেরত*", Firm},
    {S::Cancelled, Sub::None, kWrong, "বাতিল", Firm},
    // ---- Hindi, Marathi, Nepali, beside what cues_south_asian.cpp has ----
    {S::InTransit, Sub::CustomsStarted, kMoving + 3, "सीमा शुल्क|कस्टम*|भन्सार"},
    {S::ReadyForPickup, Sub::None, kWaiting, "लेने के लिए तैयार|संग्रह के लिए|घेण्यासाठी तयार", Firm},
    {S::Delayed, Sub::None, kLate, "देरी|विलंब|विलम्ब|उशीर", Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2, "अनुपस्थित|घर पर नहीं|उपलब्ध नहीं", Firm},
    {S::Delivered, Sub::None, kHandedOver, "वितरीत|पोहोचवले|डेलिभर|पहुंचा दिया|सौंप दिया"},
    {S::Exception, Sub::Refused, kWrong, "अस्वीकार|लेने से इनकार|इनकार", Firm},
    {S::Exception, Sub::Damaged, kWrong, "क्षतिग्रस्त", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2, "पता गलत|गलत पता|अधूरा पता|पता अधूरा", Firm},
    // ---- Urdu (folded as Arabic) ----
    {S::LabelCreated, Sub::None, kAnnounced, "بكنگ|ارڈر بك", Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken, "پك اپ|وصول كر ليا"},
    {S::InTransit, Sub::None, kMoving, "راستے ميں|ٹرانزٹ|پهنچ گيا|پهنچ گئي|روانه"},
    {S::OutForDelivery, Sub::None, kOutCue, "ڈيليوري كے ليے|ترسيل كے ليے", Firm},
    {S::AttemptFailed, Sub::None, kTried, "ڈيليور نهيں|ناكام|گھر پر نهيں|دستياب نهيں", Firm},
    {S::Delivered, Sub::None, kHandedOver, "ڈيليور|پهنچا ديا|حوالے كر ديا"},
    {S::Returning, Sub::None, kGoingBack, "واپس", Firm},
    {S::Cancelled, Sub::None, kWrong, "منسوخ", Firm},
    // ---- Tamil, Telugu, Kannada, Malayalam, Gujarati, Punjabi, Sinhala ----
    {S::InTransit, Sub::None, kMoving,
     "வழியில்|போக்குவரத்தில்|மార్గంలో|రవాణాలో|సాగుతోంది|ಮಾರ್ಗದಲ್ಲಿ|വഴിയിൽ|રસ્તામાં|ਰਸਤੇ|මාර්ගයේ"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "டெலிவரிக்கு|விநியோகத்திற்கு|డెలివరీకి|ವಿತರಣೆಗೆ|ಡೆಲಿವರಿಗೆ|ഡെലിവറിക്ക്|ડિલિવરી માટે|ਡਿਲੀਵਰੀ ਲਈ|"
     "බෙදාහැරීම සඳහා",
     Firm},
    {S::AttemptFailed, Sub::None, kTried,
     "வழங்கப்படவில்லை|தோல்வி*|డెలివరీ విఫలమైంది|విఫల*|ವಿಫಲ*|പരാജയ*|નિષ્ફળ|ਅਸਫਲ|අසාර්ථක*", Firm},
    {S::Delivered, Sub::None, kHandedOver,
     "வழங்கப்பட்டது|டெலிவரி செய்யப்பட்டது|విజయవంతంగా|డెలివరీ చేయబడింది|డెలివరీ అయింది|ತಲುಪಿಸಲಾಗಿದೆ|"
     "ಡೆಲಿವರಿ ಆಗಿದೆ|ഡെലിവർ ചെയ്തു|എത്തിച്ചു|ડિલિવર થઈ|ડિલિવર|ਡਿਲੀਵਰ|බෙදා හරින ලදී|භාර දෙන ලදී"},
    // ---- Lao, Khmer, Burmese ----
    {S::InTransit, Sub::None, kMoving, "*ກຳລັງຂົນສົ່ງ*|*ຮອດສາງ*|*កំពុងដឹក*|*មកដល់*|*လမ်းခရီး*|*ရောက်ရှိ*"},
    {S::OutForDelivery, Sub::None, kOutCue, "*ກຳລັງຈັດສົ່ງ*|*កំពុងដឹកជញ្ជូនទៅ*|*ပို့ဆောင်နေ*", Firm},
    {S::AttemptFailed, Sub::None, kTried, "*ບໍ່ສຳເລັດ*|*មិនបានសម្រេច*|*បរាជ័យ*|*မအောင်မြင်*", Firm},
    {S::Delivered, Sub::None, kHandedOver, "*ຈັດສົ່ງສຳເລັດ*|*ສົ່ງສຳເລັດ*|*បានប្រគល់*|*ដឹកជញ្ជូនជោគជ័យ*|*ပို့ပြီး*"},
    // ---- Filipino ----
    {S::Unknown, Sub::None, 0, "kung|mangyaring|pakihintay", Aside},
    {S::LabelCreated, Sub::None, kAnnounced,
     "inihahanda ng seller|hinihintay ang pickup|naghihintay ng pickup|hindi pa nakukuha", Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "nakuha na|na pick up|kinuha ng courier|natanggap mula sa|naibigay na sa courier"},
    {S::InTransit, Sub::None, kMoving,
     "nasa sorting|papunta na|nasa biyahe|dumating na sa|umalis na|nasa hub|nasa warehouse"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "ihahatid ngayon*|ihahatid _ ngayong araw|parating na|idedeliver ngayon*|papunta na sa iyo|"
     "ang rider",
     Firm},
    {S::AttemptFailed, Sub::None, kTried,
     "hindi naihatid|hindi na deliver|walang tao|hindi ma contact|hindi nadeliver", Firm},
    {S::Delivered, Sub::None, kHandedOver,
     "naihatid|na deliver|nadeliver|natanggap na ng|natanggap mo"},
    {S::Returning, Sub::None, kGoingBack, "ibinabalik|ibabalik|ibinalik sa seller", Firm},
    {S::Cancelled, Sub::None, kWrong, "kinansela|nakansela", Firm},
    // ---- Swahili ----
    {S::PickedUp, Sub::AcceptanceScan, kTaken, "kimepokelewa kutoka|kimechukuliwa kutoka"},
    {S::InTransit, Sub::None, kMoving, "kiko njiani|kimewasili|kimeondoka|njiani|kinasafirishwa"},
    {S::OutForDelivery, Sub::None, kOutCue, "kimetoka kwa ajili|kinapelekwa kwa|kinaletwa", Firm},
    {S::ReadyForPickup, Sub::None, kWaiting, "tayari kuchukuliwa|kiko tayari|njoo uchukue", Firm},
    {S::AttemptFailed, Sub::None, kTried, "hakikufikishwa|imeshindikana|hakupatikana", Firm},
    {S::Delivered, Sub::None, kHandedOver, "kimefikishwa|kimekabidhiwa|umefikishwa"},
    {S::Returning, Sub::None, kGoingBack, "kinarudishwa|kimerudishwa", Firm},
    // ---- Afrikaans ----
    {S::LabelCreated, Sub::None, kAnnounced, "wag vir afhaling by sender|inligting ontvang", Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken, "ontvang van sender|by sender opgelaai|opgelaai"},
    {S::InTransit, Sub::None, kMoving, "op pad|in vervoer|by depot|verlaat depot|aangekom"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "uit vir aflewering|op pad na jou|vir aflewering gelaai", Firm},
    {S::ReadyForPickup, Sub::None, kWaiting, "gereed vir afhaling|kan afgehaal word", Firm},
    {S::AttemptFailed, Sub::None, kTried, "nie afgelewer|niemand tuis|aflewering het misluk", Firm},
    {S::Delivered, Sub::None, kHandedOver, "afgelewer"},
    {S::Returning, Sub::None, kGoingBack, "terug na sender|teruggestuur", Firm},
    // ---- Amharic ----
    {S::InTransit, Sub::None, kMoving, "በመንገድ"},
    {S::Delivered, Sub::None, kHandedOver, "ደርሷል|ተላልፏል|ተረክቧል"},
};

}  // namespace

Cues asia_africa_cues() { return kCues; }

}  // namespace postlude::tracking
