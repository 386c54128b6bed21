#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As PostNord, Bring, Posten, DAO, GLS Denmark, Budbee and Instabox word their scans; own
// collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- Swedish, Danish, Norwegian (folded: o for ø and ö, a for å and ä, ae for æ) ----
    {S::Unknown, Sub::None, 0,
     "om du|om mottagaren|vanligen|hvis|vennligst|venligst|"
     "nar du|nar pakken|obs",
     Aside},
    {S::Unknown, Sub::None, 0,
     "leveransadress|leveringsadresse|utleveringsterminal|utdelningsterminal|"
     "returetikett|returetiket|utleveringskontor|ikke skadet",
     Silent},
    {S::InTransit, Sub::None, kWeak,
     "kommer _ att levereras|kommer att delas ut|skal leveres|vil bli levert|vil blive "
     "leveret|blir levert|bliver leveret|ska levereras|skal _ leveres|ventes levert|forventes "
     "leveret|forventet levering|beraknad leverans|beraknas|forventes|klar til levering|gjores "
     "klar for|gjort klar|klargjores|klargjort|klar for utlevering|planlagt utlevering|forberedes "
     "til levering|forbereds for utdelning|forbereds for leverans|pa vei til deg|pa vej til dig|pa "
     "vag till dig",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "levereras idag|leveres i dag|leveres i dag|leverans idag|levering i dag|"
     "delas ut idag|leveres idag",
     Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "aviserad|avisering|forhandsavi*|forhandsmelding|forhandsmelding|elektronisk*|information _ "
     "mottagits|sandningsinformation|forsendelsesdata|data _ modtaget|sandningen ar "
     "registrerad|sendingen er "
     "registrert|registreret|registrerad|registrert|pakkelabel|fraktsedel|etikett|annu inte _ "
     "skickat|inte _ lamnats in|inte _ mottagit|ikke _ mottatt|ikke _ modtaget|ikke _ "
     "innlevert|ikke overlevert|afsender _ oprettet|avsender _ varslet|avsandaren _ "
     "meddelat|meddelt _ avsender|bookad|bestilt transport|oprettet|har _ meddelt|vi _ mottagit _ "
     "information|vi har mottatt melding|venter pa _ pakke|vantar pa _ "
     "paket|fraktetikett|forsendelsen er oprettet|har fatt _ information|forbereder|avi fran "
     "avsandaren|melding om _ sending|forventer at modtage|transportinformation|edi melding|edi "
     "melding mottatt|ikke levert til posten|ikke overlevert til|ikke levert inn|skickat "
     "information|har skickat information|afventer at modtage|afventer "
     "pakken|avventer|avvaktar|inte lamnat|packar|butiken packar|pakker din|avsandaren packar",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "order mottagen|ordre modtaget|bestallning mottagen|bestilling mottatt|ordre mottatt|"
     "packas|pakkes|bestillingen er mottatt|ingen information|bestallningen"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "inlamnad|inlamnat|innlevert|indleveret|hamtad|hamtats|hentet|afhentet|mottagits|mottagen|"
     "mottaget|mottatt|modtaget|lamnats in|lamnat in|har lamnats|overlamnad|overlevert|"
     "overdraget|hamtat|upphamtad|levert inn|inlevererad|tagit emot|har vi modtaget|innhentet|"
     "hentet hos avsender|hentet hos afsender|postlagt|afleveret til postnord|sendt fra"},
    {S::InTransit, Sub::None, kMoving,
     "under transport|pa vag|pa vei|pa vej|underveis|undervejs|transport*|sorterats|sortert|"
     "sorteret|sorterad|behandlad|behandlats|behandlet|terminal|lastad|lastats|lastet|lasset|"
     "skickad|skickats|sendt|vidaresand*|videresendt|i transit|omlastad|pa terminal|bearbetas|"
     "hanteras|lossat|fordelt|sorteringscentral|sorteringscenter|distributionscentral|"
     "ankom|godsterminal"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "anlant|ankommit|ankomst|ankommet|kommit fram|ankommen|anlande|ankom|har ankommet"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2,
     "avgatt|avgang|lamnat|forlatt|forladt|avreist|afgaet|afsendt|afgang|avgatt fra|"
     "har forladt|har lamnat"},
    {S::InTransit, Sub::ArrivedInDestinationCountry, kMoving + 4,
     "destinationslandet|mottagarlandet|mottakerlandet|modtagerlandet|ankommet til landet|"
     "mottakerland|modtagerland"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "tull*|toll|tolldeklarering|fortolling|fortoldning|told|toldbehandling|tullbehandling|"
     "tollbehandling|tullklarering|i tollen|i tolden|fortulling|toldvaesen*|tollvesen*"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "tullklarerad|tollklarert|fortollet|toldklareret|fortoldet|tullen _ klar|frigitt|frigivet|"
     "frigiven fran tull*|tullbehandlingen _ klar|tullbehandlad|tollbehandlet|toldbehandlet|"
     "frigivet _ told*|tull* _ frislappt|frislappt|toldbehandling _ afsluttet"},
    {S::InTransit, Sub::Forwarded, kMoving + 6,
     "eftersand*|omdirigerad|omdirigeret|omdirigert|ettersendt|omadresse*|ny adresse"},
    {S::InTransit, Sub::Missorted, kMoving + 8, "felsorterad|feilsortert|fejlsorteret|felsand*"},
    {S::InTransit, Sub::HandedToLocalCarrier, kMoving + 17,
     "overlamnad till _ partner|overdraget til _ partner|overlevert til _ partner|"
     "samarbetspartner|samarbeidspartner|samarbejdspartner|overlamnats till annan",
     Firm},
    {S::InTransit, Sub::AppointmentMade, kMoving + 5,
     "ny leveransdag|ny leveringsdato|ny levering|nytt leveransforsok|leveringstid _ avtalt|"
     "leveranstid _ bokad|avtalat|ny leveranstid|ombokad|ny utkoring",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "ute for leverans|ute for levering|ute til levering|ute for utdelning|ude til levering|under "
     "utkorning|under utkjoring|lastet for utkjoring|ute til utkjoring|pa "
     "utkorning|utkorning|utkjoring|lastad for utdelning|lastad for utkorning|lastat for _ "
     "utdelning/utkorning/leverans|kort ut|pa vei til mottaker|pa vej til modtager|pa vag till "
     "mottagaren|ute med chauffor*|chaufforen|sjaforen|hos sjafor|hos budet|med bud|budet "
     "ar|budbilen|under utdelning|under udbringning|ude med|omdeling|ute med|lastet pa bil|lastat "
     "pa bil|pa bilen|under levering|under leverans|til udlevering i dag|kort ud til levering|kort "
     "ud|koert ud|lastad pa bil for|lastad pa bil|bil for utdelning|for utdelning|for "
     "utkorning|for utkjoring|korer ud|kommer idag|kommer i dag|idag kommer|kommer ditt "
     "paket|ankommer i dag|anlander idag|levererar idag|vi leverer i dag|utkord|utkord for "
     "leverans|kort ut for|i dag mellem|i dag mellom|idag mellan",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "fram till ombud*|fram till _ ombud*|ankommit till _ ombud*|levererats till ombud*|fremme "
     "pa|fremme til|redo att hamtas|klar att hamta|klar til afhentning|klar til henting|klar for "
     "henting|kan hamtas|kan hentes|kan afhentes|kan avhamtas|hamtas ut|venter pa "
     "afhentning|vantar pa upphamtning|utlamning hos|til afhentning|for avhamtning|hentes pa|post "
     "i butikk|framme hos ombud|klar for avhamtning|hamtningsavi|hentemelding|i "
     "pakkeboksen|nararen utlamning|finns att hamta|ligger klar|avhamtning|ankommit till "
     "ombud|anlant till ombud|ankommet til udleveringssted|ankommet til utleveringssted|ankommet "
     "hentested|levererad till ombud|leveret til pakkeshop|leveret i pakkeboks|levert i "
     "pakkeboks|att hamta pa|nu att hamta|att hamta|upphamtning|klar for upphamtning|klar til at "
     "hente|klar att hamtas|framme|ankommet hentestedet|ankommet _ hentested*|hentestedet|kommet "
     "frem til"},
    {S::ReadyForPickup, Sub::None, kPlaceOfPickup,
     "utlamningsstalle|utleveringssted|udleveringssted|ombud|hentested|pakkeshop|pakkeboks|"
     "paketbox|paketskap|pakkeautomat|postombud|servicepunkt|posthus"},
    {S::AttemptFailed, Sub::None, kTried,
     "kunde inte levereras|kunde inte|kunne ikke|kunne ikke leveres|misslyckad*|"
     "misslyckats|leveransforsok|leveringsforsok|forsok* _ levera*|mislykket|mislykkedes|"
     "ikke leveret|ikke levert|inte levererad|inte levererats|forgaves|"
     "forsokt levert|forsogt leveret|forsogte at levere|forsokte _ levere|inte "
     "lamnas|mislyktes|inte leverera|"
     "har inte kunnat|har ikke kunnet|utkorningsforsok",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "inte hemma|ikke hjemme|ingen hemma|ingen hjemme|mottagaren _ inte|mottaker ikke|modtager "
     "ikke|ingen _ hemma|ingen _ hjemme|ikke til stede|inte antraffad|inte antraffbar|ikke "
     "tilstede|mottaker _ ikke|modtageren _ ikke|missade dig|ej hemma|ikke truffet|fant deg "
     "ikke|traff ingen|var ikke hjemme|var inte hemma|du var ikke|du var inte",
     Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3, "stangt|stengt|lukket", Firm},
    {S::AttemptFailed, Sub::NoticeLeft, kTried + 1,
     "lamnat avi|avi lamnad|hentelapp|besked efterladt|meddelelse efterladt|lagt igjen|"
     "avi har lamnats",
     Firm},
    {S::Delayed, Sub::None, kLate, "forsening*|forsenad*|forsenat|forsink*", Firm},
    {S::Delayed, Sub::WeatherDelay, kLate + 1, "vader*|vaer*|vejr*|uvaer|oveader|sno*"},
    {S::Delayed, Sub::ExternalDelay, kLate, "strejk*|streik|helgdag"},
    {S::OnHold, Sub::Held, kHeldCue,
     "stoppad|stoppet|holdes tilbake|tilbageholdt|holdt tilbake|lagret"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1,
     "tilbageholdt _ told*|holdt tilbake _ toll*|stoppad _ tull*|stoppet i tollen|kvarhallen*"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "betala _ moms|betalning kravs|betaling kreves|betaling mangler|afgift*|moms|avgift*|"
     "vantar pa betalning|venter pa betaling|skal betales"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "dokument* saknas|dokument* mangler|manglende dokument*|faktura mangler|faktura saknas|"
     "saknade dokument"},
    {S::Delivered, Sub::None, kHandedOver,
     "lamnats "
     "ut|levererad|levererat|levererats|leveret|levert|utlevererad|utlamnad|utlamnat|utlamnats|"
     "utlevert|udleveret|overlamnad till mottagare*|afleveret|avlevererad|delats "
     "ut|utdelad|levereret|er blitt levert|er blevet leveret|overlevert til mottaker|satt ved|ved "
     "dora|satt ved dora|lagt i|hengt pa|kvitterad|kvitteret|kvittert|mottagaren kvitterat|har "
     "fatt sitt paket|lagt foran"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 3,
     "hamtad av mottagare*|hamtats av mottagare*|hentet av mottaker*|afhentet af modtager*|"
     "uthamtad|uthamtat|upphamtad av|hentet av kunde*|utlamnad till mottagare* hos ombud|"
     "har hamtats|er hentet|hamtats ut|hamtats av|afhentet af|hentet av deg",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2, "granne*|nabo*"},
    {S::Delivered, Sub::LeftAtSafePlace, kHandedOver + 3,
     "postkasse*|brevlada|vid dorren|ved doren|ved doren|ytterdorr|flexleverance|stillet|"
     "pa dorren|i postlada*|utanfor dorren|hangt pa|dorhandtak"},
    {S::Exception, Sub::Damaged, kWrong, "skadad|skadat|skadet|beskadiget|odelagt", Firm},
    {S::Exception, Sub::Lost, kWrong,
     "forlorad|forsvunnen|borttappad|bortkommen|bortkommet|savnet|mistet|tapt|"
     "efterlyst|ettersokt",
     Firm},
    {S::Exception, Sub::Refused, kWrong,
     "nekad*|nekat|vagrat|nektet|naegtet|afvist|avvist|vagrar|nagtet|nekats|onsker ikke|ikke "
     "onsker|vill inte ha|vil ikke ha|vil ikke have|takket nei|tackat nej|tackade nej|sagt nej",
     Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "fel adress|felaktig adress|feil adresse|forkert adresse|adress saknas|adresse mangler|"
     "okand adress|ukendt adresse|ukjent adresse|ofullstandig adress|ufuldstaendig adresse|"
     "ufullstendig adresse|adressproblem|adressen _ ar felaktig|mangelfuld adresse|"
     "bristfallig adress|ukjent mottaker",
     Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "inte hamtats|ej hamtad|ej uthamtad|inte hamtad|ikke hentet|ikke afhentet|"
     "outhamtad|uavhentet|uafhentet|liggetid",
     Firm},
    {S::Exception, Sub::Undeliverable, kTried + 5,
     "obestallbar|ubesorget|kan ikke leveres|"
     "kan inte levereras",
     Firm},
    {S::Returning, Sub::None, kGoingBack,
     "retur|returneras|returneres|returnerad|returneret|returnert|atersand*|tilbake til _ "
     "avsender|tilbage til _ afsender|tillbaka till _ avsandare*|retursending|retursandning|"
     "sendt tilbake|sendt retur|skickas tillbaka|returforsendelse|i retur",
     Firm},
    {S::Returned, Sub::None, kBack,
     "retur levererad|retur leveret|retur levert|levererad till avsandare*|levert til avsender*|"
     "leveret til afsender*|retur* mottagen|retur* mottatt|retur* modtaget|"
     "returnert _ levert|returen _ levererats|utlamnad till avsandare*|retur* _ leveret|"
     "retur* _ levert|retur* _ levererad",
     Firm},
    {S::Cancelled, Sub::None, kWrong,
     "annullerad|annulleret|kansellert|avbokad|avbestalld|annullert|makulerad|slettet|avbruten",
     Firm},
};

}  // namespace

Cues nordic_cues() { return kCues; }

}  // namespace postlude::tracking
