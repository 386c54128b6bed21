#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// What posts and couriers of smaller languages between Iceland and Mongolia say most, a paragraph a
// language; own collection, 2026-11. Macedonian is in Latin letters (see romanise_cyrillic).
constexpr Cue kCues[] = {
    // ---- Catalan, Galician, Basque ----
    {S::LabelCreated, Sub::None, kAnnounced,
     "enviament registrat|etiqueta creada|pendent de recollida|informacio rebuda|sortu da "
     "etiketa|bidalketa erregistratu*",
     Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "recollit|recollida feta|admes|rebut del remitent|recollido|jasota|onartua"},
    {S::InTransit, Sub::None, kMoving,
     "en transit|de cami|classificat|arribat a|ha arribat al|surt del|sortida del|bidean|"
     "sailkatua|iritsi da"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "en repartiment|repartiment|repartidor|banaketan|saiu a reparto", Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "disponible per recollir|pots recollir|a punt per recollir|et espera a|jasotzeko prest", Firm},
    {S::AttemptFailed, Sub::None, kTried,
     "no s ha pogut lliurar|no lliurat|intent de lliurament|absent del domicili|destinatari absent|"
     "ezin izan da entregatu|ez zegoen etxean|non se puido entregar",
     Firm},
    {S::Delayed, Sub::None, kLate, "retard en el lliurament|endarrerit|atzeratu*", Firm},
    {S::Delivered, Sub::None, kHandedOver,
     "lliurat|lliurada|entregat|entregada|entregatua|bananduta"},
    {S::Exception, Sub::Refused, kWrong, "rebutjat|refusat pel destinatari|baztertua", Firm},
    {S::Returning, Sub::None, kGoingBack, "retornant al remitent|en devolucio|itzultzen", Firm},
    {S::Returned, Sub::None, kBack, "retornat al remitent|igorleari itzulia", Firm},
    {S::Cancelled, Sub::None, kWrong, "cancel lat*|anul lat*|bertan behera", Firm},
    // ---- Icelandic ----
    {S::LabelCreated, Sub::None, kAnnounced,
     "sending skrad|upplysingar um sendingu|bedid eftir sendingu|forskrad", Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken, "mottekin|sotti til sendanda|sott til sendanda"},
    {S::InTransit, Sub::None, kMoving,
     "i flutningi|a leid|flokkud|komin a|komin i|farin fra|kom til|flutningi|i vinnslu"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3, "i tolli|tollafgreidsl*|tollmedferd"},
    {S::OutForDelivery, Sub::None, kOutCue, "i utkeyrslu|utkeyrsl*|hja bilstjora|i utburdi", Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "tilbuid til afhendingar|tilbuin til afhendingar|bidur afhendingar|ma saekja|i postboxi|"
     "tilbuin til",
     Firm},
    {S::AttemptFailed, Sub::None, kTried, "ekki afhent|enginn heima|tilraun til afhendingar", Firm},
    {S::Delayed, Sub::None, kLate, "seinkun|seinkar", Firm},
    {S::Delivered, Sub::None, kHandedOver, "afhent|afhentur|afhending tokst"},
    {S::Returning, Sub::None, kGoingBack, "endursend*", Firm},
    // ---- Albanian ----
    {S::LabelCreated, Sub::None, kAnnounced, "dergesa u regjistrua|te dhenat u pranuan", Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken, "u pranua nga derguesi|u mor nga|pranuar ne poste"},
    {S::InTransit, Sub::None, kMoving,
     "ne rruge|ne tranzit|mberriti ne|ka mberritur|u nis nga|u perpunua"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3, "ne dogane|doganor*"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "per dorezim|eshte nisur per|me korrierin|korrieri eshte|ne shperndarje", Firm},
    {S::ReadyForPickup, Sub::None, kWaiting, "gati per t u terhequr|gati per terheqje", Firm},
    {S::AttemptFailed, Sub::None, kTried,
     "nuk u dorezua|perpjekje per dorezim|nuk u gjet|dorezimi deshtoi", Firm},
    {S::Delayed, Sub::None, kLate, "vonese|vonuar|vonohet", Firm},
    {S::Delivered, Sub::None, kHandedOver, "u dorezua|dorezuar"},
    {S::Exception, Sub::Refused, kWrong, "u refuzua|refuzuar", Firm},
    {S::Returning, Sub::None, kGoingBack, "kthehet te derguesi|ne kthim", Firm},
    {S::Returned, Sub::None, kBack, "u kthye te derguesi|kthyer te derguesi", Firm},
    {S::Cancelled, Sub::None, kWrong, "u anulua|anuluar", Firm},
    // ---- Macedonian (romanised) ----
    {S::LabelCreated, Sub::None, kAnnounced, "pratkata e najavena|registrirana|kreirana", Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken, "primena|podignata|prevzemena od isprakac*"},
    {S::InTransit, Sub::None, kMoving, "pratkata patuva|na pat|sortirana|pristignata|vo tranzit"},
    {S::OutForDelivery, Sub::None, kOutCue, "kaj kurirot|za dostava|na isporaka|za isporaka", Firm},
    {S::ReadyForPickup, Sub::None, kWaiting, "podgotvena za podiganje|za podiganje", Firm},
    {S::AttemptFailed, Sub::None, kTried, "neuspesna isporaka|ne e isporacana|neuspesen obid",
     Firm},
    {S::Delivered, Sub::None, kHandedOver, "isporacana|isporacan|dostavena|vracena na primac*"},
    {S::Returning, Sub::None, kGoingBack, "se vraka|vratena", Firm},
    // ---- Belarusian ----
    {S::LabelCreated, Sub::None, kAnnounced, "створана накладная|зарэгістравана", Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken, "прынята|прыем|прынята ў аддзяленні"},
    {S::InTransit, Sub::None, kMoving,
     "у дарозе|сартаван*|прыбыла|прыбыло|пакінула|пакінуло|апрацоўк*|адпраўлен*"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3, "мытн*"},
    {S::OutForDelivery, Sub::None, kOutCue, "перададзена кур еру|у кур ера|для дастаўкі", Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "чакае атрымальніка|чакае ў аддзяленні|гатова да выдачы|чакае адрасата", Firm},
    {S::AttemptFailed, Sub::None, kTried, "няўдалая спроба|не ўручана|не ўдалося", Firm},
    {S::Delayed, Sub::None, kLate, "затрымк*|затрымлів*", Firm},
    {S::Delivered, Sub::None, kHandedOver, "уручана|ўручана|дастаўлен*|выдадзен*|уручэнне"},
    {S::Returning, Sub::None, kGoingBack, "вяртанне|вяртаецца|вернут*", Firm},
    // ---- Georgian ----
    {S::LabelCreated, Sub::None, kAnnounced, "რეგისტრირებულია|დარეგისტრირდა", Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken, "მიღებულია|აღებულია"},
    {S::InTransit, Sub::None, kMoving, "გზაშია|ტრანზიტ*|დახარისხ*|ჩამოვიდა|გამოიგზავნა|გაიგზავნა"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3, "საბაჟო*|განბაჟ*"},
    {S::OutForDelivery, Sub::None, kOutCue, "კურიერთან|კურიერს გადაეცა|კურიერი გზაშია", Firm},
    {S::ReadyForPickup, Sub::None, kWaiting, "მზადაა გასატანად|გასატანად|ელოდება მიმღებს", Firm},
    {S::AttemptFailed, Sub::None, kTried, "ვერ ჩაბარდა|ვერ მოხერხდა|არ დაგვხვდა", Firm},
    {S::Delivered, Sub::None, kHandedOver, "ჩაბარებულია|ჩაბარდა|მიწოდებულია|გაცემულია"},
    {S::Returning, Sub::None, kGoingBack, "ბრუნდება|დაბრუნებ*", Firm},
    // ---- Armenian ----
    {S::LabelCreated, Sub::None, kAnnounced, "գրանցված է|գրանցվել է", Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken, "ընդունված է|ընդունվել է|ստացվել է առաքողից"},
    {S::InTransit, Sub::None, kMoving, "ճանապարհին|տեսակավոր*|ժամանել է|ուղարկվել|տարանցիկ"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3, "մաքսա*"},
    {S::OutForDelivery, Sub::None, kOutCue, "առաքիչի մոտ|հանձնված է առաքիչին|առաքման մեջ", Firm},
    {S::ReadyForPickup, Sub::None, kWaiting, "սպասում է ստացողին|պատրաստ է ստացման", Firm},
    {S::AttemptFailed, Sub::None, kTried, "չի հանձնվել|չհաջողվեց|հնարավոր չէր", Firm},
    {S::Delivered, Sub::None, kHandedOver, "հանձնված է|հանձնվել է|առաքված է"},
    {S::Returning, Sub::None, kGoingBack, "վերադարձ*", Firm},
    // ---- Azerbaijani (folded) ----
    {S::LabelCreated, Sub::None, kAnnounced, "gonderis qeydiyyat*|beyan edildi|sifaris yaradildi",
     Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken, "qebul edildi|goturuldu|tehvil alindi"},
    {S::InTransit, Sub::None, kMoving, "yoldadir|cesidlen*|catdi|anbarda*|gonderildi"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3, "gomruk*"},
    {S::OutForDelivery, Sub::None, kOutCue, "kuryerdedir|kuryere verildi|catdirilmada*", Firm},
    {S::ReadyForPickup, Sub::None, kWaiting, "tehvil almaga hazir*|goturmeye hazir*|filialda*",
     Firm},
    {S::AttemptFailed, Sub::None, kTried, "catdirila bilmedi|catdirilmadi|unvanda tapilmadi", Firm},
    {S::Delivered, Sub::None, kHandedOver, "catdirildi|tehvil verildi"},
    {S::Returning, Sub::None, kGoingBack, "qaytaril*", Firm},
    {S::Cancelled, Sub::None, kWrong, "legv edildi", Firm},
    // ---- Kazakh, Kyrgyz, Uzbek, Mongolian ----
    {S::LabelCreated, Sub::None, kAnnounced, "тіркелді|катталды|ro yxatga olindi|бүртгэгдсэн",
     Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "қабылданды|кабыл алынды|qabul qilindi|хүлээн авсан"},
    {S::InTransit, Sub::None, kMoving,
     "жолда|сұрыптау*|келді|жөнелтілді|өңделуде|yo lda|saralash*|keldi|jo natildi|замдаа|"
     "ангилах|ирсэн|явсан"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3, "кеден*|bojxona*|бажы*|гааль*|гаалийн"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "курьерде|курьерге берілді|жеткізуге шықты|kuryerda|kuryerga berildi|хүргэлтэнд|хүргэлтэд",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "алуға дайын|адресатты күтуде|olib ketishga tayyor|авахад бэлэн", Firm},
    {S::AttemptFailed, Sub::None, kTried,
     "табысталмады|жеткізілмеді|тапсырылмады|topshirilmadi|yetkazilmadi|хүргэж чадсангүй", Firm},
    {S::Delivered, Sub::None, kHandedOver,
     "табысталды|жеткізілді|тапшырылды|жеткирилди|yetkazildi|topshirildi|хүргэгдсэн|хүргэсэн"},
    {S::Returning, Sub::None, kGoingBack, "қайтарылды|қайтарыл*|кайтарыл*|qaytaril*|буцаа*", Firm},
    // ---- Maltese, Irish, Welsh ----
    {S::Delivered, Sub::None, kHandedOver,
     "ikkunsinnat|kkunsinnat|seachadta|wedi ei ddosbarthu|"
     "wedi i ddanfon|danfonwyd"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "hareg ghall kunsinna|amuigh le seachadadh|allan i w ddosbarthu|allan i w ddanfon", Firm},
    {S::InTransit, Sub::None, kMoving, "fi triq|faoi bhealach|ar y ffordd"},
};

}  // namespace

Cues europe_cues() { return kCues; }

}  // namespace postlude::tracking
