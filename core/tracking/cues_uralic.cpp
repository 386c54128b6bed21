#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As Magyar Posta, GLS Hungary, Posti, Matkahuolto, Omniva, Latvijas Pasts and Lietuvos paštas
// word their scans; own collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- Hungarian ----
    {S::Unknown, Sub::None, 0, "ha|amennyiben|kerjuk", Aside},
    {S::InTransit, Sub::None, kWeak,
     "kezbesitesre var|kezbesitesre elokeszit*|kezbesitesre kesz*|varhato*|kezbesiteni "
     "fogjuk|hamarosan kezbesit*|meg nem kezbesit*|kezbesitesre elokeszitve|kezbesites elokeszit*",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue, "ma kezbesit*|ma kezbesitjuk|ma erkezik", Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "adatok* _ megerkezt*|elektronikus*|eloretes*|cimke|feladasra var|meg nem _ feladva|felado _ "
     "elokeszit*|csomag adatai|regisztralt*|feladasra elokeszit*|meg nem vettuk at|adatait "
     "megkaptuk|elorejelz*|rogzitett*|adatait rogzit*|eloreertesit*|elorejelez*|eloreje*|elojelez*",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "rendeles beerkezett|rendeles feldolgozas*|megrendeles*|csomagolas*|rendeleset"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "feladva|feladas|felvetel*|felvettuk|felvett*|atvettuk a feladotol|atveve a "
     "feladotol|feladott*|feladotol atvett*|felvetele|csomag felveve|futar "
     "felvette|feladtak|atvette a feladotol|futar atvette|atvette _ feladotol"},
    {S::InTransit, Sub::None, kMoving,
     "uton|szallitas*|feldolgoz*|tovabbit*|rendez*|atrakas*|depoban|logisztikai|elszallit*|tranzit*"
     "|raktar*|depo|szallitas alatt|kozpontban|elindult"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2, "megerkez*|beerkez*|erkezett|erkeztetes*"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2,
     "elhagyta|elindult|indulas*|tavozott|kiindult"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "vamkezel*|vamhivatal*|vamvizsgal*|vamon|vamaru*|vamolas*|vamudvar*|vam alatt"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "vamkezelve|vamkezeles _ befejez*|vamkezeles befejez*|vamkezelt*|vam* _ befejez*|vamkezeles "
     "megtortent|vamkezeles _ lezarult"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "kezbesites alatt|kezbesitonel|futarnal|kiszallitas alatt|kiszallitason|kiszallitas|futar _ "
     "uton|kezbesites folyamatban|kezbesito*nek atadva|futarnak atadva|kezbesitesen|kiszallitas "
     "folyamatban|kezbesitore|kiadva kezbesitesre|futarunk|futarautora|kiszallitja|futar "
     "kiszallit*|ma erkezik|ma hozzuk|ma szallit*|futarunk uton|ma kiszallit*|saapuu tanaan|tulee "
     "tanaan|tuodaan tanaan|saapuu pian|tanaan",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "atveheto|atvetelre var|atveteli pont*|csomagautomata*|csomagpont*|postan maradt|atvetelre "
     "kesz|csomagautomataban|postan atveheto|varja _ atvetel|erkezett atveteli",
     Firm},
    {S::AttemptFailed, Sub::None, kTried,
     "sikertelen*|nem sikerult|kezbesitesi kiserlet|nem kezbesit*|kezbesites sikertelen|kezbesites "
     "meghiusult|meghiusult|nem tudtuk",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "nem volt otthon|cimzett nem|tavollet*|nem tartozkodott|nem elerheto|nem talaltunk|nem "
     "talaltunk otthon|nem talaltuk|nem volt otthon senki",
     Firm},
    {S::AttemptFailed, Sub::NoticeLeft, kTried + 3,
     "ertesito hagyva|ertesitot hagyt*|ertesites hagyva|ertesitot", Firm},
    {S::Delayed, Sub::None, kLate, "kesik|keses*|kesedelm*|kesobb*|elhalaszt*", Firm},
    {S::OnHold, Sub::Held, kHeldCue, "visszatart*|feltartoztat*|varakozik|zarolt*"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4, "vam* _ fizet*|fizetesre var|fizetendo"},
    {S::Delivered, Sub::None, kHandedOver,
     "kezbesitve|kezbesitettuk|kezbesitett*|sikeresen kezbesit*|atadva a cimzettnek|cimzettnek "
     "atadva|cimzett atvette|atadtuk|kiszallitva|sikeres kezbesites|kezbesitesre "
     "kerult|kiszallitottuk"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 3,
     "cimzett atvette _ ponton|atvette _ csomagponton|atveve a csomagautomatabol|cimzett atvette a "
     "csomagautomatabol|ugyfel atvette|postan atvette|atvettek",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2, "szomszed*"},
    {S::Exception, Sub::Damaged, kWrong, "serult*|megserult*|karosod*", Firm},
    {S::Exception, Sub::Lost, kWrong, "elveszett*|elveszt*|eltunt*", Firm},
    {S::Exception, Sub::Refused, kWrong, "megtagad*|visszautasit*|nem vette at|elutasit*", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "hibas cim*|hianyos cim*|cim nem|ismeretlen cim*|cimzett ismeretlen|elegtelen cim*|cim "
     "hianyos|cim hibas|cimzes hianyos|rossz cim*",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5, "elkoltozott", Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "nem kereste|at nem vett|nem vettek at|orzesi ido|nem vette at a megadott", Firm},
    {S::Returning, Sub::None, kGoingBack,
     "visszakuld*|visszaszallit*|vissza a "
     "feladonak|visszaut|visszaru|visszaindit*|visszairany*|vissza a feladohoz|vissza a "
     "kuldohoz|vissza a felado*",
     Firm},
    {S::Returned, Sub::None, kBack,
     "feladonak kezbesit*|feladonak visszaadva|visszakezbesit*|visszakuldve a feladonak|feladonak "
     "atadva|feladonak visszakezbesit*|visszaerkezett a felado*",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "torolve|lemondva|lemond*|sztorno*|torolt*|torles", Firm},
    // ---- Finnish ----
    {S::Unknown, Sub::None, 0, "jos|mikali|kun", Aside},
    {S::InTransit, Sub::None, kWeak,
     "toimitetaan|arvioitu toimitus*|valmiina toimitettavaksi|tullaan toimittamaan|valmistellaan "
     "toimitusta|odottaa toimitusta|valmistellaan jakeluun|arvioitu|siunta "
     "rusiavimo|rusiavimo|skirstymo*|paskirstymo*|skirosan*",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue, "toimitetaan tanaan|tanaan toimitet*", Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "ennakkoilmoitus|tiedot vastaanotettu|lahetystiedot|lahetyksen "
     "tiedot|sahkoinen|osoitekortti|ei ole viela|odottaa lahettajalta|odottaa noutoa "
     "lahettajalta|tiedot _ vastaanotettu|lahettaja valmistelee|ennakkotieto*|odotetaan "
     "lahetysta|lahettaja on ilmoittanut|odotamme lahetysta|odotamme|odottaa "
     "lahetysta|rekisteroity sahkoisesti|tiedot rekisteroity",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "tilaus vastaanotettu|tilaus kasitelty|tilausta kasitellaan|pakataan|tilaus kasittelyssa"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "noudettu lahettajalta|vastaanotettu|jatetty|luovutettu postin|luovutettu "
     "kuljetettavaksi|noudettu|otettu kuljetettavaksi|otettu vastaan|postitettu|jatetty "
     "kuljetettavaksi|lahetys noudettu|saapunut postin|rekisteroity|lahetys on rekisteroity"},
    {S::InTransit, Sub::None, kMoving,
     "matkalla|kuljetuksessa|lajiteltu|lajittelussa|kasitelty|kuljetus*|terminaali*|lajittel*|"
     "kasittelyssa|lahetetty|siirretty|lastattu|purettu|runkokuljet*|on kuljetuksessa"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "saapunut|saapui|on saapunut|vastaanotettu terminaaliin"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2, "lahtenyt|lahti|poistunut"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3, "tulli*|tullissa"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "tullattu|tullaus valmis|tullaus _ valmis|vapautettu tullista|tulliselvitys "
     "valmis|tulliselvitetty|tullaus suoritettu"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "jakelussa|jakeluun|kuljettaja*|toimituksessa|lastattu jakeluun|kuriiri*|jakeluautossa|otettu "
     "jakeluun|matkalla vastaanottajalle|on jakelussa|luovutettu jakeluun|matkalla "
     "sinulle|pristatymui|isvezta pristatymui|isvezta|piegadei",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "noudettavissa|valmis noudettavaksi|odottaa "
     "noutoa|noutopiste*|pakettiautomaat*|noutopaikka*|valmiina noudettavaksi|noudettavana|odottaa "
     "noutajaa|toimitettu noutopisteeseen|saapunut noutopisteeseen|noutovalmis|voit hakea|voit "
     "noutaa|hae pakettisi|nouda|odottaa sinua",
     Firm},
    {S::AttemptFailed, Sub::None, kTried,
     "ei voitu toimittaa|toimitus epaonnistui|epaonnistu*|toimitusyritys|ei onnistunut|ei "
     "toimitettu|ei ole toimitettu|toimittamaan ei|jakelu ei onnistunut|yritettiin toimittaa",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "ei kotona|ei tavoitettu|vastaanottaja ei|ei tavattu|ei paikalla|emme "
     "tavoittaneet|tavoittaneet|et ollut kotona|ette ollut",
     Firm},
    {S::Delayed, Sub::None, kLate, "viivast*|myohas*|viivasty*", Firm},
    {S::OnHold, Sub::Held, kHeldCue, "pysaytetty|sailytyksessa|pidatetty|odottaa lisatietoja"},
    {S::Delivered, Sub::None, kHandedOver,
     "toimitettu|luovutettu vastaanottajalle|luovutettu|jaettu|perille toimitettu|jatetty "
     "oven|oven taakse|ovelle toimitettu"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 3,
     "noudettu pakettiautomaatista|vastaanottaja noutanut|noudettu noutopisteesta|luovutettu "
     "noutopisteessa|vastaanottaja on noutanut|noudettu postista|asiakas noutanut|noudettu "
     "automaatista|lahetys on noudettu|on noudettu|paketti on noudettu|noudettu asiakkaan",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2, "naapuri*"},
    {S::Delivered, Sub::LeftAtSafePlace, kHandedOver + 3,
     "postilaatik*|oven viereen|ovelle jatetty|jatetty oven|oven taakse|jatetty ovelle|ovelle"},
    {S::Exception, Sub::Damaged, kWrong, "vaurioitu*|vahingoittu*|rikkout*", Firm},
    {S::Exception, Sub::Lost, kWrong, "kadonnut|hukassa|kateissa|hukkunut", Firm},
    {S::Exception, Sub::Refused, kWrong, "kieltayty*|kieltaytyi|torju*", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "virheellinen osoite|puutteellinen osoite|vaara osoite|osoite puutteellinen|osoite "
     "virheellinen|tuntematon osoite|osoitevirhe",
     Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "noutamatta|ei noudettu|ei ole noudettu|noutoaika paattyi", Firm},
    {S::Returning, Sub::None, kGoingBack,
     "palautus|palautetaan|palautettu|palautuu|palautumassa|palautuksessa|palautusmatkalla", Firm},
    {S::Returned, Sub::None, kBack,
     "palautettu lahettajalle|palautus toimitettu|luovutettu lahettajalle|toimitettu "
     "lahettajalle|palautus vastaanotettu|palautus luovutettu",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "peruutettu|peruttu|mitatoity", Firm},
    // ---- Estonian, Latvian, Lithuanian (folded) ----
    {S::InTransit, Sub::None, kWeak, "toimetatakse|bus pristatyt*|tiks piegadat*|bus pristatom*",
     Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "andmed _ saadud|saadetise andmed|eelteade|duomenys gauti|siuntos duomenys|informacija apie "
     "siunta|gauti duomenys|dati sanemti|sutijuma dati|sutijums "
     "registrets|registruota|registreeritud|uzregistruota|sanemta informacija|ootame "
     "saadetist|laukiama siuntos|gaidam sutijumu|uzregistravo|siuntejas uzregistr*|siuntejas _ "
     "siunta|noformeja|sutitajs",
     Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "vastu voetud|saatjalt|priimta|paimta is siuntejo|pienemts|pienemta|sanemts no "
     "sutitaja|priimta is siuntejo|saadetis vastu|siunta priimta|sutijums pienemts"},
    {S::InTransit, Sub::None, kMoving,
     "teel|sorteeri*|pakeliui|rusiuo*|vezama|cela|skirot*|tranzit*|kuljet*|transpordi*|gabenama|"
     "skirosan*|lahkunud|saabunud|atvyko|ieradies|izbrauca|isvyko|saabus|lahkus|ieradas|issiusta|"
     "sutits|sorteerimi*"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3, "toll|tolli*|muitin*|muita*|muitos|muita"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "tollivormistus lopetatud|muitinis* _ baigt*|muitosana pabeigta|muitas _ pabeigt*|tollist "
     "vabastatud|muitinis* _ atlikt*"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "kulleri*|kuller|kurjer*|piegade|izsniegts piegadei|pristatoma|isvezta "
     "pristatyti|veza|katetoimetamisel|nodots kurjeram|perduota kurjeriui|izsniegta "
     "kurjeram|kulleriga|veduki*",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "pakiautomaat*|pastomat*|pakomat*|pastomat|saate katte|ootab|laukia atsiemimo|gaida "
     "sanemsanu|galima atsiimti|pasto skyriuje|var sanemt|atsiimti galima|laukia gavejo|gatavs "
     "sanemsanai",
     Says},
    {S::AttemptFailed, Sub::None, kTried,
     "ei "
     "onnestunud|nepavyko|neizdev*|ebaonnestu*|nepristatyta|nepiegadat*|nesekming*|neveiksmig*|"
     "nebuvo pristatyt*",
     Firm},
    {S::Delayed, Sub::None, kLate, "hilineb|veluoja|kavejas|viibib|hilin*|velav*|kavejum*", Firm},
    {S::OnHold, Sub::Held, kHeldCue, "kinni peetud|sulaikyta|aizturet*|sulaik*|peatatud"},
    {S::Delivered, Sub::None, kHandedOver,
     "katte "
     "toimetatud|valjastatud|pristatyta|iteikta|piegadats|izsniegts|toimetatud|pristatytas|katte "
     "antud|piegadata|kattetoimetatud|izsniegta|iteiktas|izsniegts sanemejam"},
    {S::Exception, Sub::Damaged, kWrong, "kahjustatud|pazeista|bojats|pazeist*|bojat*|kahjustad*",
     Firm},
    {S::Exception, Sub::Lost, kWrong, "kadunud|dingo|pazud*|pamest*|nozaud*|prarast*|kaotsi", Firm},
    {S::Exception, Sub::Refused, kWrong, "keeldus|atsisake|atteicas|keeldu*|atsisak*|atteic*",
     Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "vale aadress|netikslus adresas|nepareiza adrese|neteisingas adresas|puudulik aadress|nepilna "
     "adrese|nepilnas adresas|ebatapne aadress",
     Firm},
    {S::Returning, Sub::None, kGoingBack,
     "tagastat*|tagasi saatjale|grazinama|grazinta|atpakal sutitajam|atgriez*|grazin*|tagastu*",
     Firm},
    {S::Returned, Sub::None, kBack,
     "tagastatud saatjale|grazinta siuntejui|iteikta siuntejui|izsniegts sutitajam|atdota "
     "siuntejui|saatjale valjastatud|nodots atpakal sutitajam|ir atgriezts sutitajam|sutijums "
     "atgriezts sutitajam",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "tuhistatud|atsaukta|atcelts|atcelta|tuhista*", Firm},
};

}  // namespace

Cues uralic_cues() { return kCues; }

}  // namespace postlude::tracking
