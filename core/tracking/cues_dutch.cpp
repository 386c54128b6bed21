#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As PostNL, bpost, DHL, DPD and GLS in the Netherlands and Belgium word their scans; own
// collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- Dutch ----
    {S::Unknown, Sub::None, 0, "als|indien|wanneer|let op|mocht", Aside},
    {S::Unknown, Sub::None, 0,
     "bezorgadres|afleveradres|bezorgpogingen|retourlabel|bezorgmoment|bezorgmomenten|"
     "bezorgvoorkeur*|onbeschadigd|handtekening",
     Silent},
    {S::InTransit, Sub::None, kWeak,
     "wordt _ bezorgd|worden _ bezorgd|wordt _ geleverd|bezorgd worden|geleverd worden|"
     "klaar voor bezorging|klaar voor levering|gereed voor bezorging|verwachte|verwacht|"
     "nog niet bezorgd|nog niet geleverd|voorbereid voor _ bezorging|klaargemaakt voor|"
     "bezorging gepland",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "wordt vandaag _ bezorgd|vandaag bezorgd|wordt vandaag _ geleverd|vandaag geleverd", Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "aangemeld|voorgemeld|vooraangemeld|label aangemaakt|label _ aangemaakt|label "
     "gemaakt|gegevens _ ontvangen|zendinggegevens|zending _ verwacht|nog niet _ ontvangen|wacht "
     "op _ pakket|pakket _ verwacht|nog niet _ overgedragen|nog niet _ "
     "aangeleverd|verzendlabel|elektronische gegevens|door _ verzender aangemeld|informatie _ "
     "ontvangen|afhaalopdracht|we verwachten|data _ ontvangen|elektronisch _ ontvangen|in "
     "voorbereiding bij|afzender _ voorbereid|voorbereid door|nog niet in ons bezit|label "
     "geprint|verzending voorbereid|maakt je pakket klaar|maakt je|geinformeerd over|heeft ons "
     "geinformeerd|webshop maakt|winkel maakt",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "bestelling ontvangen|bestelling _ verwerkt|order ontvangen|wordt ingepakt|ingepakt|"
     "bestelling geplaatst|nog geen informatie|bestelling bevestigd"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "opgehaald|ontvangen door|afgegeven|aangeboden aan|ingeleverd|in ontvangst genomen|"
     "pakket _ ontvangen|zending _ ontvangen|overgedragen aan postnl|overgedragen aan dhl|"
     "overgedragen aan dpd|aangenomen|zending is ontvangen|opgehaald bij _ afzender|"
     "hebben _ ontvangen|ontvangen van _ afzender|ontvangen van _ verzender|aangeleverd"},
    {S::InTransit, Sub::None, kMoving,
     "onderweg|gesorteerd|sorteercentrum|gesorteerd|in behandeling|verwerkt|verzonden|"
     "getransporteerd|doorgestuurd|in transit|sorteerproces|distributiecentrum|depot|"
     "bezorgregio|overgeslagen|verwerking|in ons netwerk|geladen|gelost|sorteren"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "aangekomen|gearriveerd|aankomst|binnengekomen|toegekomen|arriveert"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2,
     "vertrokken|verlaten|vertrek|heeft _ verlaten"},
    {S::InTransit, Sub::ArrivedInDestinationCountry, kMoving + 4,
     "land van bestemming|bestemmingsland"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "douane*|inklaring|ingeklaard worden|inklaren"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "ingeklaard|douane _ vrijgegeven|vrijgegeven door _ douane|douane* _ afgerond|"
     "inklaring _ afgerond|inklaring afgerond|inklaring voltooid|vrijgegeven|"
     "douane* _ voltooid"},
    {S::InTransit, Sub::HandedToLocalCarrier, kMoving + 17,
     "overgedragen aan _ vervoerder|overgedragen aan _ partner|overgedragen aan _ bezorger|"
     "bezorgpartner|overgedragen aan de lokale|partnervervoerder",
     Firm},
    {S::InTransit, Sub::Missorted, kMoving + 8, "verkeerd gesorteerd|foutief gesorteerd"},
    {S::InTransit, Sub::Forwarded, kMoving + 6, "omgeleid|nagezonden|nieuw adres"},
    {S::InTransit, Sub::AppointmentMade, kMoving + 5,
     "afspraak _ gemaakt|nieuwe bezorgdatum|nieuwe bezorgpoging|leverafspraak|"
     "opnieuw _ bezorgen|opnieuw aangeboden|opnieuw aanbieden|bezorgmoment gewijzigd",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "met de bezorger|bezorger _ onderweg|bezorger is|chauffeur _ onderweg|in bezorging|in de "
     "bezorgbus|onderweg naar _ ontvanger|onderweg naar _ klant|onderweg naar u|onderweg naar "
     "jou|uit voor levering|uit voor bezorging|bij de bezorger|in levering|bezorgroute|op weg naar "
     "_ ontvanger|met _ koerier|met de chauffeur|koerier _ onderweg|op weg naar u|in "
     "distributie|wordt bezorgd door|voor aflevering|is onderweg voor|de koerier|koerier "
     "heeft|chauffeur heeft|bezorger heeft|bezorger komt|koerier is|komt vandaag|vandaag "
     "aan|vandaag bezorgen|bezorgen we vandaag|bezorgen we|brengen we vandaag|voor "
     "bezorging|geladen voor bezorging|gaat vandaag",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "worden opgehaald|kan _ opgehaald worden|kan _ worden opgehaald|kunt _ ophalen|wacht op "
     "afhaling|ophalen bij|"
     "afhalen|af te halen|afgehaald worden|opgehaald worden|ligt klaar|klaar om _ op te halen|"
     "op te halen|bezorgd bij _ punt|bezorgd op _ punt|bezorgd bij _ servicepoint|"
     "bezorgd bij _ parcelshop|bezorgd bij _ afhaalpunt|ligt op je te wachten|"
     "klaar voor afhaling|beschikbaar in _ afhaalpunt|aangekomen bij _ punt|aangekomen in _ "
     "parcelshop"},
    {S::ReadyForPickup, Sub::None, kPlaceOfPickup,
     "afhaalpunt|ophaalpunt|postnl punt|pakketpunt|servicepoint|pakketautomaat|postkantoor"},
    {S::AttemptFailed, Sub::None, kTried,
     "niet bezorgd|niet _ bezorgd|niet geleverd|niet _ geleverd|niet bezorgen|niet _ bezorgen|"
     "niet afleveren|niet _ afleveren|bezorgpoging|mislukt*|niet gelukt|"
     "kon niet|kon _ niet|konden niet|konden _ niet|niet afgeleverd|levering mislukt|"
     "niet leveren|bezorging niet",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "niet thuis|niemand*|afwezig|niet aanwezig|gemist|geen gehoor|er niet|was er niet|waren er "
     "niet|je was er niet",
     Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3, "gesloten|bedrijf _ gesloten", Firm},
    {S::AttemptFailed, Sub::NoticeLeft, kTried + 1,
     "bericht achtergelaten|kennisgeving|niet thuis bericht|briefje achtergelaten|aankondiging",
     Firm},
    {S::Delayed, Sub::None, kLate, "vertra*|later bezorgd|later dan|uitgesteld|vertraging", Firm},
    {S::Delayed, Sub::WeatherDelay, kLate + 1, "weersomstandigheden|slecht weer|sneeuw"},
    {S::Delayed, Sub::ExternalDelay, kLate, "staking|overmacht|feestdag"},
    {S::OnHold, Sub::Held, kHeldCue, "vastgehouden|aangehouden|in bewaring|opgeslagen|in de wacht"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1,
     "vastgehouden _ douane|aangehouden _ douane|douane _ vastgehouden|douane _ aangehouden"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "betaling vereist|invoerkosten|invoerrechten|te betalen|wacht op betaling|betaling nodig|"
     "douanekosten|inklaringskosten"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "ontbrekende documenten|documenten ontbreken|documenten nodig|factuur ontbreekt"},
    {S::Delivered, Sub::None, kHandedOver,
     "bezorgd|geleverd|afgeleverd|levering voltooid|uitgereikt|overhandigd|besteld bij _ "
     "ontvanger|succesvol bezorgd|ontvangen door _ ontvanger|ontvangen door de "
     "klant|afgetekend|getekend voor ontvangst|aan de deur|aan de deur afgegeven|afgegeven aan de "
     "deur|voor de deur gezet|aan _ ontvanger afgegeven"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 3,
     "afgehaald|opgehaald door _ ontvanger/klant/geadresseerde|ontvanger _ opgehaald|"
     "opgehaald bij _ punt/parcelshop/servicepoint|klant _ opgehaald|afgehaald bij|"
     "opgehaald op _ punt",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2, "bij de buren|buren|buur*|buurman"},
    {S::Delivered, Sub::LeftAtSafePlace, kHandedOver + 3,
     "brievenbus|veilige plek|voorkeursplek|op de afgesproken plek|afgesproken plek|in de "
     "bus|veilige plaats|aan de deur afgegeven|voor de deur"},
    {S::Exception, Sub::Damaged, kWrong, "beschadigd|beschadiging|kapot", Firm},
    {S::Exception, Sub::Lost, kWrong,
     "vermist|kwijt|zoek geraakt|kwijtgeraakt|zoekgeraakt|gestolen", Firm},
    {S::Exception, Sub::Refused, kWrong, "geweigerd|weigert", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "adres onjuist|onjuist adres|adres onvolledig|onvolledig adres|adres onbekend|"
     "adres _ niet gevonden|verkeerd adres|adres klopt niet|adres _ onvolledig|adres _ onjuist|"
     "foutief adres|adresfout|ontvanger onbekend",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5, "verhuisd", Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "niet afgehaald|niet opgehaald|niet _ opgehaald|niet _ afgehaald|bewaartermijn|afhaaltermijn",
     Firm},
    {S::Exception, Sub::Undeliverable, kTried + 5, "onbestelbaar", Firm},
    {S::Returning, Sub::None, kGoingBack,
     "retour|terug naar _ afzender|terug naar _ verzender|teruggestuurd|retour "
     "afzender|retourzending|terug naar _ webshop|teruggezonden|terug naar _ "
     "winkel|geretourneerd|wordt geretourneerd",
     Firm},
    {S::Returned, Sub::None, kBack,
     "retour bezorgd|retour afgeleverd|bezorgd bij _ afzender|bij _ afzender bezorgd|"
     "afgeleverd bij _ afzender|retour _ bezorgd|retour ontvangen|retourzending ontvangen|"
     "retour _ ontvangen|retour geleverd",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "geannuleerd|annulering", Firm},
};

}  // namespace

Cues dutch_cues() { return kCues; }

}  // namespace postlude::tracking
