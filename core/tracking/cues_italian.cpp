#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As Poste Italiane, SDA, BRT, GLS Italy, Fan Courier, Sameday and Cargus word their scans; own
// collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- Italian ----
    {S::Unknown, Sub::None, 0, "qualora|se il|se la|se non|per maggiori|ricorda*|si prega|puoi",
     Aside},
    {S::Unknown, Sub::None, 0,
     "indirizzo di consegna|centro di consegna|etichetta di reso|data di consegna|non danneggiat*|"
     "filiale di consegna|ufficio di consegna",
     Silent},
    {S::InTransit, Sub::None, kWeak,
     "sara consegnat*|verra consegnat*|essere consegnat*|consegna prevista|consegna stimata|"
     "pronta per la consegna|pronto per la consegna|consegna programmata|consegna pianificata|"
     "in preparazione per la consegna|non ancora consegnat*|prevista per|"
     "attesa di consegna|da consegnare",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "sta consegnando|consegnando|sta per consegnare|sara consegnat* oggi|consegna prevista "
     "oggi|consegna oggi|consegnat* oggi|in consegna oggi|consegna prevista nella giornata|verra "
     "consegnat* oggi|arriva oggi|oggi arriva|in zona|oggi consegniamo|consegniamo oggi|per la "
     "consegna|uscito per la consegna|giornata odierna|nel corso della giornata|in "
     "giornata|consegna prevista nel corso della giornata",
     Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "etichetta creata|etichetta generata|etichetta|lettera di vettura|informazioni _ ricevute|"
     "dati _ ricevuti|dati spedizione trasmessi|dati _ trasmessi|in attesa di ricezione|"
     "in attesa di ritiro|ritiro programmato|ritiro prenotato|preavviso|pre avviso|"
     "registrata|registrato|informazioni elettroniche|spedizione creata|in fase di affidamento|"
     "in attesa di presa in carico|non ancora _ ricevut*|non ancora _ affidat*|"
     "in preparazione presso il mittente|mittente _ preparando|attesa di affidamento|"
     "presa in carico in attesa|prenotat*|non ancora partita|non ancora presa|"
     "in attesa di essere affidat*|in lavorazione presso il mittente|comunicat* dal mittente",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "ordine ricevuto|ordine confermato|ordine in preparazione|ordine in lavorazione|"
     "in preparazione|pagamento confermato|nessuna informazione|imballat*|ordine effettuato"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "presa in carico|preso in carico|ritirat*|accettat*|accettazione|affidat*|ritiro effettuato|"
     "consegnat* al corriere|consegnat* al vettore|spedit*|ritirata dal mittente|"
     "ritirat* presso _ mittente|presa in consegna|preso in consegna|ricevuta dal mittente|"
     "depositat* presso|partita dal mittente|raccolta|raccolto"},
    {S::InTransit, Sub::None, kMoving,
     "in transito|transito|in viaggio|in lavorazione|lavorazione|smistat*|smistamento|in corso|"
     "trasporto|in elaborazione|elaborat*|inoltrat*|hub|spedizione in corso|trasferit*|"
     "in trasferimento|centro operativo|caricata|caricato|in movimento|in filiale|sede locale|"
     "centro di smistamento|e in viaggio|sulla strada|in smistamento|lavorat*|in arrivo"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "arrivata|arrivato|giunta|giunto|arrivo|ricevuta in filiale|arrivata in sede|pervenut*|"
     "arrivata presso|e arrivata|entrata in|arrivo in filiale"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2,
     "partita|partito|partenza|partita da|uscita da|lasciato|ha lasciato"},
    {S::InTransit, Sub::ArrivedInDestinationCountry, kMoving + 4,
     "paese di destinazione|nazione di destinazione|arrivata in italia"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "dogana|dogan*|sdoganamento|operazioni doganali"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "sdoganat*|sdoganamento completato|sdoganamento _ completato|uscita dalla dogana|"
     "rilasciat* _ dogan*|svincolat* _ dogan*|sdoganamento concluso|sdoganamento effettuato|"
     "sdoganamento terminato|dogan* _ completat*|dogan* _ conclus*|svincolo doganale"},
    {S::InTransit, Sub::HandedToLocalCarrier, kMoving + 17,
     "affidat* a _ partner|consegnat* a _ partner|corriere partner|partner locale|"
     "affidat* al corriere locale|affidat* a corriere|consegnat* al corriere locale",
     Firm},
    {S::InTransit, Sub::Forwarded, kMoving + 6,
     "rispedit* a|rispedit*|deviat*|nuovo indirizzo|reindirizzat*"},
    {S::InTransit, Sub::Missorted, kMoving + 8,
     "errore di smistamento|errato instradamento|disguidat*|disguido|errore di instradamento"},
    {S::InTransit, Sub::AppointmentMade, kMoving + 5,
     "appuntamento|consegna concordata|riprogrammat*|nuova data|nuovo tentativo|"
     "consegna su appuntamento|riconsegna|seconda consegna|consegna concordata",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "in consegna|in distribuzione|in fase di consegna|uscita per consegna|partita per consegna|"
     "uscito per consegna|partita per la consegna|in uscita per consegna|a bordo del furgone|"
     "con il corriere|con il postino|portalettere|corriere _ arrivo|fattorino|"
     "consegna in corso|messa in consegna|messo in consegna|messa in distribuzione|"
     "in consegna al destinatario|in viaggio verso il destinatario|sul furgone|"
     "uscita in consegna|corriere e in",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "disponibile per il ritiro|disponibile al ritiro|pronta per il ritiro|pronto per il ritiro|"
     "puo essere ritirat*|giacenza presso|in giacenza presso _ ufficio|ritirabile|"
     "disponibile presso|fermo deposito|ritirare|in attesa di ritiro da|in attesa del destinatario|"
     "consegnat* al punto|consegnat* presso _ punto|depositat* presso il punto|da ritirare|"
     "in attesa del ritiro|disponibile in ufficio|arrivat* al punto di ritiro"},
    {S::ReadyForPickup, Sub::None, kPlaceOfPickup,
     "ufficio postale|punto di ritiro|punto poste|fermopoint|presso il punto|pudo|te "
     "asteapta|coletul te asteapta"},
    {S::AttemptFailed, Sub::None, kTried,
     "non consegnat*|non _ consegnat*|mancata consegna|consegna non riuscita|"
     "tentativo di consegna|tentata consegna|tentativo|consegna fallita|non riuscita|"
     "impossibile consegnare|consegna non effettuata|non e stato possibile|"
     "consegna non possibile|non possibile|consegna _ non andata|consegna non andata|"
     "non recapitat*|consegna mancata|non siamo riusciti|non abbiamo potuto|fallit*|"
     "esito negativo|recapito non",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "assente|destinatario assente|nessuno|non presente|assenza|non reperibile|irreperibile|non "
     "era|non c eri|non eri|siamo passati|non ti abbiamo trovato|nessuno in casa",
     Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3,
     "chiuso|chiusa|azienda chiusa|chiusura|negozio chiuso|esercizio chiuso", Firm},
    {S::AttemptFailed, Sub::NoticeLeft, kTried + 1,
     "lasciato avviso|avviso lasciato|lasciato un avviso|avviso di giacenza|avvisato|cartolina",
     Firm},
    {S::Delayed, Sub::None, kLate, "ritard*|posticipat*|rinviat*|in ritardo|rallentament*", Firm},
    {S::Delayed, Sub::WeatherDelay, kLate + 1, "maltempo|meteorologic*|avverse condizioni|neve"},
    {S::Delayed, Sub::ExternalDelay, kLate, "sciopero|forza maggiore|festivita|cause di forza"},
    {S::OnHold, Sub::Held, kHeldCue,
     "in giacenza|giacenza|trattenut*|ferma|fermo|fermata|bloccat*|in sosta|sospes*|in attesa di "
     "istruzioni|attesa di istruzioni|attesa istruzioni|svincolo|da confermare|contattaci|conferma "
     "il tuo indirizzo"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1,
     "trattenut* _ dogan*|ferm* in dogana|bloccat* _ dogan*|ferm* _ dogan*"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "in attesa di pagamento|pagamento richiesto|attesa pagamento|oneri doganali|"
     "pagamento _ oneri|dazi|pagamento degli oneri|da pagare"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "documenti mancanti|documentazione mancante|mancanza di documenti|documentazione incompleta|"
     "attesa documenti|attesa di documenti|fattura mancante|documentazione _ richiesta"},
    {S::Delivered, Sub::None, kHandedOver,
     "consegnat*|recapitat*|consegna effettuata|consegna avvenuta|consegna completata|"
     "consegnata al destinatario|consegna riuscita|consegna eseguita|avvenuta consegna|"
     "ricevut* dal destinatario"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 4,
     "ritirat* dal destinatario|ritirat* dal cliente|ritirat* presso _ "
     "ufficio/punto/filiale/sede/locker/negozio|"
     "ritirat* da _ destinatario|ritirat* in|ritirat* al punto|destinatario _ ritirat*|"
     "hai ritirat*|ritirat* allo sportello",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2, "vicino di casa|vicino|vicina"},
    {S::Delivered, Sub::LeftAtSafePlace, kHandedOver + 3,
     "cassetta|cassetta postale|cassetta delle lettere|portineria|luogo sicuro|portiere"},
    {S::Exception, Sub::None, kWrong - 12, "anomalia|problema|eccezione"},
    {S::Exception, Sub::Damaged, kWrong, "danneggiat*|rotta|rotto|danno", Firm},
    {S::Exception, Sub::Lost, kWrong,
     "smarrit*|persa|perso|rubat*|furto|smarrimento|non trovato|pacco non trovato|introvabile",
     Firm},
    {S::Exception, Sub::Refused, kWrong, "rifiutat*|rifiuto|respint*|rifiuta", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "indirizzo errato|indirizzo incompleto|indirizzo sconosciuto|indirizzo insufficiente|"
     "indirizzo inesatto|destinatario sconosciuto|indirizzo _ errato|indirizzo _ incompleto|"
     "indirizzo non trovato|sconosciuto|indirizzo inesistente|indirizzo non corretto|"
     "indirizzo _ non corretto|civico mancante",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5,
     "trasferito altrove|destinatario trasferito|"
     "si e trasferito",
     Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "non ritirat*|compiuta giacenza|termini di giacenza|giacenza scaduta|mancato ritiro|"
     "mancato ritiro",
     Firm},
    {S::Returning, Sub::None, kGoingBack,
     "reso|resa|in restituzione|restituit*|restituzione|ritorno al mittente|rientro|"
     "in ritorno|reso al mittente|rinvio al mittente|al mittente|di ritorno|rispedit* al mittente",
     Firm},
    {S::Returned, Sub::None, kBack,
     "restituit* al mittente|consegnat* al mittente|reso consegnato|reso ricevuto|"
     "reso completato|consegnat* _ mittente|riconsegnat* al mittente|"
     "reso _ consegnato",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "annullat*|annullamento|cancellat*", Firm},
    // ---- Romanian ----
    {S::InTransit, Sub::None, kWeak,
     "va fi livrat*|urmeaza _ livrat*|fi livrat*|livrare estimata|pregatit pentru livrare", Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "awb _ generat|awb _ creat|comanda de ridicare|asteapta ridicarea|in asteptarea coletului|"
     "date _ primite|inregistrat|inregistrata|expeditie inregistrata|eticheta|"
     "asteptam coletul|in asteptarea ridicarii|urmeaza sa fie ridicat|awb emis|"
     "emis awb|pregatit de expeditor",
     Firm},
    {S::Pending, Sub::None, kPendingCue, "comanda primita|comanda confirmata|in pregatire"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "ridicat|ridicata|preluat|preluata|predat curierului|predata curierului|colectat|"
     "ridicat de la expeditor|predat de expeditor"},
    {S::InTransit, Sub::None, kMoving,
     "in tranzit|tranzit|pe drum|in curs de transport|sortat|sortare|procesat|expediat|"
     "in depozit|in hub|in retea|expediata|plecat spre"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "ajuns|sosit|sosita|a ajuns|intrat in depozit"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2, "plecat|a parasit|iesit din|parasit"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3, "vama|vamuire|vamal|vamala"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "vamuit|eliberat de vama|vama _ finalizat*|eliberat din vama"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "in livrare|in curs de livrare|iesit la livrare|la curier|livrare in curs|curierul _ "
     "drum|plecat in livrare|spre livrare|in drum spre destinatar|in drum spre tine|in drum|ajunge "
     "azi|ajunge astazi|livram azi|livrare azi",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "disponibil pentru ridicare|poate fi ridicat|gata de ridicare|asteapta sa fie ridicat|livrat "
     "in easybox|incarcat in easybox|"
     "disponibil in|pregatit pentru ridicare|ajuns in locker|ajuns in easybox"},
    {S::ReadyForPickup, Sub::None, kPlaceOfPickup, "easybox|oficiu postal|punct de ridicare"},
    {S::AttemptFailed, Sub::None, kTried,
     "nu a putut|nu a fost livrat|nelivrat|nelivrata|tentativa de livrare|livrare esuata|"
     "livrare nereusita|incercare de livrare|nu am putut|nu a reusit|esuat*|avizat|avizata",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "destinatar absent|absenta|negasit|nu a fost gasit|nu raspunde|lipsa destinatar|nu te am "
     "gasit|nu am gasit|nu ai fost acasa|nu erai acasa",
     Firm},
    {S::Delayed, Sub::None, kLate, "intarzi*|amanat*|reprogramat*", Firm},
    {S::OnHold, Sub::Held, kHeldCue, "retinut|retinuta|in asteptare|blocat"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4, "plata taxelor|taxe vamale|asteptarea platii"},
    {S::Delivered, Sub::None, kHandedOver,
     "livrat|livrata|predat destinatarului|livrare efectuata|livrare reusita|predat la "
     "destinatar|coletul a fost livrat|inmanat|predat"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 4,
     "ridicat de destinatar|ridicat de client|ridicat din|ridicat de catre destinatar|"
     "colet ridicat de client|ridicata de destinatar",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2, "vecin"},
    {S::Exception, Sub::Damaged, kWrong, "deteriorat*|avariat|spart", Firm},
    {S::Exception, Sub::Lost, kWrong, "pierdut*|furat|disparut", Firm},
    {S::Exception, Sub::Refused, kWrong, "refuzat*|refuz|refuza", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "adresa gresita|adresa incompleta|adresa incorecta|adresa eronata|adresa _ gresita|"
     "adresa _ incompleta|destinatar necunoscut",
     Firm},
    {S::Returning, Sub::None, kGoingBack, "returnat*|retur|in curs de returnare|returnare", Firm},
    {S::Returned, Sub::None, kBack,
     "returnat expeditorului|returnat la expeditor|retur livrat|livrat la expeditor|"
     "retur finalizat|returnata expeditorului",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "anulat|anulata", Firm},
};

}  // namespace

Cues italian_cues() { return kCues; }

}  // namespace postlude::tracking
