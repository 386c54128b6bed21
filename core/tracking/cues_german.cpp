#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As DHL, Deutsche Post, Hermes, DPD, GLS, Österreichische Post and Swiss Post word their scans;
// own collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- German ----
    {S::Unknown, Sub::None, 0, "wenn|falls|sollte*|bitte|sobald|sofern|hinweis|haben sie", Aside},
    {S::Unknown, Sub::None, 0,
     "zustellbasis|zustellstutzpunkt|zustelldepot|zustellzentrum|zustell "
     "depot|zustelladresse|lieferadresse|zugestellt werden "
     "soll|retourenlabel|rucksendeschein|unbeschadigt|zustellung "
     "am|zustelltermin|abstellgenehmigung|abstellort|wunschort|wunschtag|nicht "
     "beschadigt|zustellung benachrichtigt|sendungsdaten aktualisiert|daten aktualisiert|bewerten "
     "sie|vielen dank",
     Silent},
    {S::InTransit, Sub::None, kWeak,
     "wird _ zugestellt|werden _ zugestellt|wird _ geliefert|wird _ ausgeliefert|zugestellt "
     "werden|geliefert werden|voraussichtlich*|zustellung vorbereitet|fur die zustellung "
     "vorbereitet|zur zustellung vorbereitet|auslieferung vorbereitet|vorbereitung der "
     "zustellung|vorbereitung _ zustellung|noch nicht zugestellt|zustellung _ erwartet|fur _ "
     "auslieferung vorbereitet|wird _ vorbereitet|nachsten werktag zugestellt|fur den "
     "weitertransport vorbereitet|fur _ weitertransport|zustellung geplant|zustellung am "
     "nachsten|lieferung geplant|zustellung erfolgt|macht sich auf|auf den weg zu "
     "ihnen|hauptlauf|umgeladen|umladung|nachtlauf|linienverkehr|im lager|in richtung",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "wird heute _ zugestellt|wird heute zugestellt|heute zugestellt werden|wird heute geliefert|"
     "zustellung heute|heute in zustellung|kommt heute|lieferung heute|"
     "wird heute voraussichtlich _ zugestellt|voraussichtlich heute _ zugestellt",
     Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "die daten zu|daten zu ihrem|daten zu ihrer|daten vom versender|daten vom absender|daten der "
     "sendung|paket wird _ vorbereitet|sendung wird _ vorbereitet beim|versand durch _ absender|"
     "elektronisch* _ angekundigt|elektronisch* _ ubermittelt|angekundigt|avisiert|"
     "sendungsdaten|auftragsdaten|paketdaten|daten* _ ubermittelt|daten* _ erfasst|"
     "daten* _ eingegangen|daten* _ erhalten|versanddaten|versandetikett|paketschein|etikett|"
     "versandlabel|versandvorbereitung|versand vorbereitet|vorbereitung _ versand|"
     "noch nicht _ ubergeben|noch nicht _ eingetroffen|noch nicht _ erhalten|"
     "noch nicht _ eingeliefert|abholauftrag|abholung beauftragt|abholung geplant|"
     "abholung angemeldet|voravis*|vorankundigung|elektronische ankundigung|"
     "vom absender _ angekundigt|sendung angemeldet|angemeldet|"
     "fur _ versand vorbereitet|im system _ erfasst|im it system erfasst|label _ erstellt|"
     "wird _ ubergeben|ubergeben werden|vom versender vorbereitet|"
     "absender _ vorbereitet|label _ gedruckt|versandauftrag|wird _ erwartet",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "bestellung eingegangen|bestellung _ bearbeitet|in bearbeitung beim handler|"
     "bestellung aufgegeben|bestellung bestatigt|bestellung erhalten|wird kommissioniert|"
     "keine daten|keine informationen|nicht gefunden|wird verpackt|verpackt|"
     "keine sendungsinformation*"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "eingeliefert|abgeholt|einlieferung|ubernommen|angenommen|aufgegeben|vom absender _ "
     "eingeliefert|von dhl _ bearbeitet und|im abgangs*|postaufgabe|ubergeben|an gls ubergeben|an "
     "dpd ubergeben|an hermes ubergeben|abgegeben|von _ entgegengenommen|in empfang "
     "genommen|paketshop abgegeben|paket _ erhalten|sendung _ erhalten|sendung "
     "ubernommen|annahme|paketannahme|aufgabe|beim absender _ abgeholt|vom absender abgeholt|vom "
     "versender abgeholt|in der filiale eingeliefert|in filiale eingeliefert|bei uns "
     "eingetroffen|in der packstation _ eingeliefert|haben _ paket _ erhalten|ubernahme|ubernahme "
     "durch _ kurier|ubernahme durch _ fahrer"},
    {S::InTransit, Sub::None, kMoving,
     "unterwegs|bearbeitet|bearbeitung|weitergeleitet|transport*|auf dem "
     "weg|sortiert|sortierung|umgeschlagen|verladen|im paketzentrum|im start "
     "paketzentrum|paketzentrum|paketverteilzentrum|umschlag*|verteilzentrum|verteilerzentrum|"
     "logistikzentrum|paketverteil*|briefzentrum|depot|hauptumschlag*|*umschlagbasis|*"
     "umschlagsbasis|auf die reise|zielland _ "
     "bearbeitet|exportiert|weiterversand|weitertransport*|versendet|verschickt|weiterleitung|"
     "zielregion|zustellbasis|zustellstutzpunkt|zustelldepot|im "
     "hub|verarbeitet|niederlassung|zustellzentrum|export|import|grenzstelle|in "
     "zustellregion|verteilprozess|im verteilprozess|in verteilung|verteilung"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "eingetroffen|angekommen|ankunft|eingegangen|erreicht|ist _ eingetroffen|"
     "im ziel paketzentrum|in der zustellbasis|im zustelldepot|eingang|wareneingang"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2,
     "verlassen|abgegangen|abgefahren|ausgang|abgang|versandt|abgeflogen|hat _ verlassen|"
     "auf den weg gebracht"},
    {S::InTransit, Sub::ArrivedInDestinationCountry, kMoving + 4,
     "internationale sendung _ angenommen|internationale sendung wurde in _ angenommen|in "
     "deutschland angenommen|im zielland angenommen|"
     "zielland|bestimmungsland|im zielland eingetroffen|im zielland angekommen|"
     "im bestimmungsland eingetroffen|empfangerland"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "zoll|verzollung*|zollabfertigung|zollamt|zollabwicklung|zollbehorde|*zollabfertigung|"
     "zollprufung|beim zoll|zum zoll|dem zoll|verzollt werden|zollanmeldung"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "zoll* _ abgeschlossen|verzollung abgeschlossen|verzollt|vom zoll _ freigegeben|"
     "zoll _ freigegeben|zollfreigabe|zollabfertigung _ abgeschlossen|zollabfertigung _ beendet|"
     "zollabfertigung _ erfolgt|verzollung _ abgeschlossen|zoll verlassen|"
     "zollabfertigung erfolgreich"},
    {S::InTransit, Sub::HandedToLocalCarrier, kMoving + 17,
     "zustellpartner|an _ partner ubergeben|partnerunternehmen|an _ zusteller ubergeben|an _ "
     "transportpartner|an _ frachtfuhrer|transporteur ubergeben|an _ lokalen zustell*|an _ "
     "zustelldienst|an _ fluggesellschaft|an _ postgesellschaft|an _ "
     "auslandische|zustellorganisation|an _ zustellorganisation|an die post ubergeben",
     Firm},
    {S::InTransit, Sub::Forwarded, kMoving + 6,
     "umgeleitet|nachgesendet|nachsendung|umverfugt|umleitung|neue adresse|an _ neue _ adresse"},
    {S::InTransit, Sub::Missorted, kMoving + 8,
     "fehlgeleitet|falsch sortiert|fehlsortiert|fehlleitung|fehlverladen|falsch* depot|"
     "fehlsortierung"},
    {S::InTransit, Sub::AppointmentMade, kMoving + 5,
     "liefertermin _ vereinbart|termin vereinbart|zustelltermin _ vereinbart|neuer "
     "zustelltermin|neuer liefertermin|erneute zustellung|neuer zustellversuch|wunschtag _ "
     "gewahlt|zustellung verschoben auf|zweiter zustellversuch erfolgt|termin _ geandert|auf "
     "wunsch _ verschoben|wunsch _ empfangers verschoben|verschoben auf wunsch|neuer termin",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "in zustellung|in auslieferung|zustellfahrzeug|im zustellfahrzeug|in das zustellfahrzeug|wird "
     "zugestellt|auf zustelltour|zustelltour|auslieferungstour|zustellung gestartet|zusteller _ "
     "unterwegs|zur zustellung|in der zustellung|fahrer _ unterwegs|auf dem weg zum empfanger|auf "
     "dem weg zu ihnen|auf dem weg zu dir|beim zusteller|dem zusteller ubergeben|dem fahrer "
     "ubergeben|an _ fahrer ubergeben|zur auslieferung|in der auslieferung|auf tour|unterwegs zum "
     "empfanger|unterwegs zu ihnen|in das lieferfahrzeug|lieferfahrzeug|auslieferung "
     "lauft|zustellung lauft|kurier unterwegs|in zustellung gegeben|zusteller* geladen|kommt "
     "ihr|heute kommt|kommt heute|gleich bei ihnen|ist gleich bei|gleich da|in kurze bei ihnen|im "
     "laufe des tages zugestellt|laufe des tages|noch heute|heute bei ihnen|in den nachsten "
     "stunden|zusteller ist|fahrer ist|heute geliefert|heute zwischen|kommt zwischen",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "abholbereit|liegt _ zur abholung|liegt _ bereit|zur abholung bereit|zur abholung|kann _ "
     "abgeholt werden|abgeholt werden|bereit zur abholung|wartet auf _ abholung|an _ paketshop _ "
     "zugestellt|paketshop zugestellt|filiale zugestellt|paketkasten eingelegt|in die packstation "
     "eingestellt|in packstation eingestellt|hinterlegt|ab sofort abholbar|wartet _ auf sie|zur "
     "selbstabholung|wird lagernd|postlagernd|abholung durch empfanger|abholstation "
     "eingelegt|abholfrist lauft|abholung gemeldet|zur abholung gemeldet|holen "
     "sie|abholen|lagernd|liegt fur sie|wartet auf sie|bereit fur sie|konnen sie _ abholen|fur sie "
     "bereit",
     Says},
    {S::ReadyForPickup, Sub::None, kPlaceOfPickup,
     "in der filiale|in die "
     "filiale|packstation|paketstation|paketshop|postfiliale|abholstation|abholstelle|parcelshop"},
    {S::AttemptFailed, Sub::None, kTried,
     "nicht _ gegluckt|nicht gegluckt|nicht geklappt|nicht _ geklappt|misslungen|nicht "
     "gelungen|zustellung heute leider nicht|nicht _ gelungen|"
     "nicht zugestellt|nicht _ zugestellt|konnte nicht|konnte _ nicht|konnten nicht|"
     "konnten _ nicht|zustellversuch|zustellung nicht moglich|zustellung _ nicht moglich|"
     "nicht zustellbar heute|zustellung fehlgeschlagen|zustellung _ fehlgeschlagen|"
     "zustellung erfolglos|erfolgloser zustellversuch|zustellung nicht erfolgreich|"
     "zustellung gescheitert|vergeblich*|zuruck im depot|zustellung war nicht|"
     "nicht erfolgreich zugestellt|erfolglos*|zustellhindernis|nicht zustellen|nicht "
     "ausliefern|nicht abliefern|nicht ausgeliefert|"
     "nicht geliefert|nicht _ geliefert|nicht _ ausgeliefert",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "nicht angetroffen|nicht _ angetroffen|nicht zu hause|nicht zuhause|niemand*|empfanger "
     "abwesend|abwesend|nicht anwesend|empfanger nicht|kunde nicht|niemanden|waren nicht da|nicht "
     "da|leider verpasst|verpasst|war nicht da|nicht erreicht|waren nicht zu hause",
     Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3,
     "geschlossen|betriebsferien|geschaft geschlossen|firma geschlossen|betriebsruhe", Firm},
    {S::AttemptFailed, Sub::AccessDenied, kTried + 3,
     "kein zugang|zugang nicht moglich|kein zutritt|nicht zuganglich|kein _ zugang|"
     "nicht erreichbar",
     Firm},
    {S::AttemptFailed, Sub::NoticeLeft, kTried + 1,
     "benachrichtigt|benachrichtigungskarte|benachrichtigung hinterlassen|benachrichtigung|"
     "abholschein|karte hinterlassen|abholungseinladung",
     Firm},
    {S::Delayed, Sub::None, kLate,
     "verzoger*|verspat*|verzogert sich|spater als|auf den nachsten|am folgetag|zustellung "
     "verschoben|nachsten werktag|nachsten zustelltag|heute nicht mehr moglich|nicht mehr "
     "moglich|heute nicht mehr|verschoben|spater|etwas spater|kommt spater|spater als geplant|stau",
     Says},
    {S::Delayed, Sub::WeatherDelay, kLate + 1, "wetter*|witterung*|unwetter*|schnee*|hochwasser"},
    {S::Delayed, Sub::ExternalDelay, kLate, "streik*|hohere gewalt|feiertag*"},
    {S::Delayed, Sub::CustomsDelay, kLate + 2, "verzoger* _ zoll*|zoll* _ verzoger*"},
    {S::OnHold, Sub::Held, kHeldCue,
     "angehalten|zuruckgehalten|wird gelagert|lagert|eingelagert|aufbewahrt|gestoppt|wartet auf _ "
     "anweisung|klarung|in klarung|ruckfrage|weitere informationen erforderlich|im _ depot "
     "gelagert|im depot _ gelagert|gelagert"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1,
     "vom zoll _ angehalten|zoll _ angehalten|beim zoll _ zuruckgehalten|zoll _ zuruckgehalten|vom "
     "zoll _ festgehalten|zoll festgehalten|freigabe durch _ zoll|wartet auf freigabe|freigabe _ "
     "zoll|zoll benotigt|wartet auf _ zoll"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "zahlung erforderlich|gebuhr* _ offen|zollgebuhr* _ bezahl*|zollgebuhr* _ "
     "falli*|nachentgelt|abgaben _ bezahl*|zahlung ausstehend|warten auf zahlung|wartet auf "
     "zahlung|einfuhrabgaben|zollgebuhren|zu zahlen|nachnahmebetrag|nachnahme nicht|betrag nicht"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "fehlende dokumente|dokumente fehlen|unterlagen fehlen|fehlende unterlagen|"
     "rechnung fehlt|unterlagen erforderlich|dokumente erforderlich|fehlende rechnung"},
    {S::OnHold, Sub::CustomsInformationNeeded, kHeldCue + 5,
     "weitere angaben|benotigen _ angaben|angaben _ benotigt|angaben zur verzollung|"
     "informationen* fur _ zoll*|zoll* benotigt|informationen _ zoll* erforderlich"},
    {S::OnHold, Sub::AddressProblem, kHeldCue + 6,
     "adresse _ prufen|adressprufung|adresse _ geklart|adressklarung|adresse bestatigen|adresse "
     "wird gepruft|adressermittlung|erganzen sie|hausnummer|adresse erganzen|adresse "
     "angeben|angaben zur adresse"},
    {S::Delivered, Sub::None, kHandedOver,
     "zugestellt|zustellung an empfanger|ausgeliefert|geliefert|zustellung erfolgreich|erfolgreich "
     "zugestellt|zustellung "
     "erfolgt erfolgreich|empfanger ubergeben|dem empfanger _ ubergeben|an _ empfanger "
     "ubergeben|an den empfanger|auslieferung erfolgt|zustellung "
     "abgeschlossen|ausgehandigt|ubergabe an _ empfanger|zustellung "
     "bestatigt|ersatzempfanger|haushaltsangehorig*|depotempfanger|im haus "
     "ubergeben|mitbewohner|personlich ubergeben|ist da|an _ empfang "
     "ubergeben|empfangsbestatigung|paket an|entgegengenommen von|ist angekommen bei ihnen"},
    {S::Delivered, Sub::Signed, kHandedOver + 1, "gegen unterschrift|unterschrieben|quittiert"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 3,
     "vom empfanger abgeholt|empfanger _ abgeholt|vom kunden abgeholt|filiale _ abgeholt|paketshop "
     "_ abgeholt|packstation abgeholt|selbst abgeholt|abholstation _ abgeholt|packstation "
     "entnommen|packstation _ entnommen|aus der packstation|vom empfanger _ abgeholt|durch _ "
     "empfanger abgeholt|empfanger _ in der filiale abgeholt|abgeholt vom empfanger|durch _ "
     "abgeholt|depotempfanger abgeholt|durch _ empfanger _ abgeholt",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2,
     "nachbar*|beim nachbarn|einem nachbarn|nachbarn zugestellt|an _ nachbar*"},
    {S::Delivered, Sub::LeftInLocker, kHandedOver + 6,
     "in _ packstation zugestellt|packstation zugestellt"},
    {S::Delivered, Sub::LeftAtSafePlace, kWaiting + 1,
     "ablageort hinterlegt|ablageort _ hinterlegt|hinterlegt in empfangsbox|hinterlegt in _ "
     "empfangsbox|empfangsbox hinterlegt",
     Firm},

    {S::Delivered, Sub::LeftAtSafePlace, kHandedOver + 3,
     "abgelegt|paketkasten|empfangsbox|hinter dem haus|vor der tur|abgestellt|am "
     "ablageort|ablageort|wunschablage*|briefkasten|am wunschort|hausbriefkasten|am "
     "abstellort|garage|vor der haustur|vor die tur|haustur|ablageort hinterlegt|am _ ablageort "
     "hinterlegt|in _ empfangsbox hinterlegt|hinterlegt in empfangsbox|hinterlegt in _ "
     "empfangsbox|empfangsbox hinterlegt|ablageort _ hinterlegt"},
    {S::Exception, Sub::None, kWrong - 12, "unregelmassigkeit|abweichung|nachforschung|problem"},
    {S::Exception, Sub::Damaged, kWrong, "beschadig*|schaden*|beschadigung|neu verpackt", Firm},
    {S::Exception, Sub::Lost, kWrong,
     "verloren*|verlust|nicht auffindbar|vermisst|verschollen|gestohlen", Firm},
    {S::Exception, Sub::Destroyed, kWrong, "vernichtet|entsorgt|vernichtung", Firm},
    {S::Exception, Sub::Refused, kWrong,
     "annahme verweigert|annahme _ verweigert|verweigert*|annahmeverweigerung|abgelehnt|"
     "nicht angenommen",
     Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "adresse falsch|falsche adresse|adresse unvollstandig|unvollstandige adresse|"
     "adresse unbekannt|empfanger unbekannt|empfanger _ nicht ermittel*|adresse _ falsch|"
     "adresse _ nicht gefunden|adressfehler|adresse ungultig|unbekannt verzogen|"
     "nicht zu ermitteln|adresse _ unvollstandig|fehlerhafte adresse|fehlerhafte anschrift|"
     "anschrift*|hausnummer fehlt|adresse nicht|*adresse _ unvollstandig|*adresse _ "
     "falsch|*adresse _ fehlerhaft|*adresse _ unbekannt|*adresse _ ungultig|adresse _ "
     "fehlerhaft|adresse _ ungultig|"
     "ungenugende adresse|adressproblem",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5, "verzogen|umgezogen", Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "nicht abgeholt|nicht _ abgeholt|lagerfrist*|aufbewahrungsfrist|abholfrist "
     "abgelaufen|abholfrist _ abgelaufen|abholfrist uberschritten|abholfrist verstrichen",
     Firm},
    {S::Exception, Sub::Undeliverable, kTried + 5, "unzustellbar|nicht zustellbar", Firm},
    {S::Returning, Sub::None, kGoingBack,
     "zuruck an _ absender|zuruck an _ versender|zuruck zum absender|zuruck zum "
     "versender|rucksendung|retoure|retour|rucktransport|zuruckgesendet|zuruckgesandt|"
     "zuruckgeschickt|rucksendung eingeleitet|an _ absender zuruck*|zum absender "
     "zuruck*|ruckversand|geht zuruck|an _ versender zuruck*|wird "
     "retourniert|retourniert|rucklauf*|rucksendung zum|retournierung|zuruck an _ shop|zuruck an _ "
     "handler|geht zuruck an|zuruck zum handler",
     Firm},
    {S::Returned, Sub::None, kBack,
     "retoure zugestellt|an _ absender zugestellt|dem absender zugestellt|an _ absender "
     "ubergeben|rucksendung _ zugestellt|rucksendung zugestellt|beim absender eingetroffen|an _ "
     "versender zugestellt|retoure _ eingegangen|retoure erhalten|an den absender ausgeliefert|dem "
     "absender ubergeben|an _ absender _ zugestellt|zuruck beim versender|zuruck beim "
     "absender|retoure ist bei uns eingegangen|ihre retoure _ eingegangen|wieder beim absender",
     Firm},
    {S::Cancelled, Sub::None, kWrong,
     "storniert|storno|stornierung|abgebrochen|annulliert|abgesagt|zuruckgezogen|abbestellt", Firm},
};

}  // namespace

Cues german_cues() { return kCues; }

}  // namespace postlude::tracking
