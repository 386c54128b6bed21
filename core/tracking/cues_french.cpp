#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As La Poste, Chronopost, Colis Privé, Mondial Relay, Relais Colis and Postes Canada word their
// scans; own collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- French ----
    {S::Unknown, Sub::None, 0,
     "si|en cas|merci|veuillez|lorsque|quand|pensez|n oubliez|vous pouvez|vous pourrez|"
     "des que|pour plus",
     Aside},
    {S::Unknown, Sub::None, 0,
     "adresse de livraison|options de livraison|etiquette retour|etiquette de retour|"
     "site de livraison|agence de livraison|plateforme de livraison|centre de livraison|"
     "instructions de livraison|preuve de depot|non endommage|bureau distributeur|"
     "livraison effective|avant livraison|apres livraison",
     Silent},
    {S::InTransit, Sub::None, kWeak,
     "preparation avant livraison|en cours de preparation avant livraison|prepare avant "
     "livraison|sera _ livre*|seront _ livre*|va etre livre*|etre livre*|sera distribue*|livraison "
     "prevue|prepare* _ livraison|preparons _ livraison|pret _ livre|mettre en livraison|pas "
     "encore livre|pret a etre livre|prevue le|date de livraison|preparation _ livraison|en "
     "preparation pour _ livraison|site de livraison|agence de livraison|preparons _ mettre en "
     "livraison|livraison estimee|livraison planifiee|site de distribution|en attente de "
     "livraison|prevu le|attente de mise en livraison|pris la route|a pris la route|sur la "
     "route|poursuit sa route|fait route",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "sera livre* aujourd|sera livre ce jour|livre aujourd hui|livraison aujourd|"
     "livraison ce jour|livraison prevue aujourd|sera livre* dans la journee|"
     "sera _ livre* _ journee|livraison prevue ce jour",
     Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "non encore remis|pas encore remis|non encore pris|preparation de l expedition|preparation de "
     "l envoi|etiquette|annonce*|pre annonce|preannonce*|pris en compte _ "
     "informations|informations _ recues|recu _ informations|recu _ information|information _ "
     "recue|informations _ transmises|donnees _ recues|bientot _ confie|va nous etre confie|va _ "
     "etre confie|nous sera confie|en preparation chez|prepare par _ expediteur|preparation "
     "chez|prepare chez|en cours de preparation|en attente de prise en charge|attente de prise en "
     "charge|pas encore pris en charge|pas encore ete pris|pas encore _ remis|en attente de "
     "remise|en attente de depot|en attente du colis|attend _ colis|enregistre _ "
     "expediteur|declare par _ expediteur|electronique*|dossier cree|bordereau|envoi "
     "cree|expedition creee|expedition enregistree|attente de reception|attendons _ "
     "colis|expediteur _ prepare|avis d expedition|va etre remis|sera _ remis _ transporteur|sera "
     "remis|ramassage planifie|collecte planifiee|enlevement prevu|enlevement programme|va etre "
     "pris en charge|sera pris en charge|sera bientot|informee de l expedition|informe de l "
     "expedition|expedition prochaine|informe* _ expedition|prochainement|vendeur prepare|le "
     "vendeur prepare|marchand prepare|boutique prepare",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "commande recue|commande enregistree|commande confirmee|commande en preparation|"
     "commande _ preparee|preparation de _ commande|aucune information|en attente|"
     "paiement accepte|commande validee|pas d information|emballe*"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "remis a mondial relay|remis a _ transporteur|remis a colissimo|remis a relais|pris en compte "
     "par|colis recu par|nous avons votre colis|pris en charge|prise en charge|collecte|collecte "
     "chez|ramasse|ramassage effectue|enleve|enlevement|depose|deposee|depot effectue|depot du "
     "colis|remis par _ expediteur|confie|confie a|recu par|recu par _ transporteur|a ete remis "
     "a|accepte|acceptation|remis au transporteur|remis a _ poste|remis a chronopost|remis a "
     "dpd|remis a gls|entre nos mains|entre les mains|expedie|expediee|expedition du "
     "colis|admission|recu au point de depot|depose _ point|a bien ete depose|recu de _ "
     "expediteur|recupere chez _ expediteur|recupere aupres de _ expediteur|nous a remis|vendeur "
     "nous a remis|depose en point relais par|depose par _ expediteur|remis par le vendeur|prise "
     "en charge dans l agence"},
    {S::InTransit, Sub::None, kMoving,
     "en cours d acheminement|acheminement|en transit|transit|en cours de transport|transport|"
     "en route|en chemin|trie|tri|traite|en cours de traitement|traitement|"
     "plateforme|plate forme|en cours d expedition|chargement|transfere|"
     "plateformes logistiques|centre de tri|en cours de transfert|reexpedition|hub|"
     "achemine|en mouvement|a quitte|flashe|site logistique|quitte son pays|pret a partir|"
     "remis au transporteur pour|reseau|etape d acheminement|en agence|en cours|agence regionale"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "arrive|arrivee|arrive sur|arrive dans|arrive a|est arrive|receptionne|recu en agence|recu au "
     "centre|recu au hub|recu dans|recu sur|reception agence|reception au|recu a l agence|recu "
     "a|recu au|prise en charge en agence|pris en charge en agence|pris en charge _ "
     "plateforme|prise en charge sur _ plateforme"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2,
     "a quitte|quitte|depart|parti|parti de|partie|expedie de|expedie depuis|sortie du|"
     "depart de|sorti du"},
    {S::InTransit, Sub::ArrivedInDestinationCountry, kMoving + 4,
     "pays de destination|pays du destinataire|pays destinataire"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "douane*|dedouanement|en cours de dedouanement|attente _ "
     "dedouanement|douanier|douaniere*|formalites"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "dedouane|dedouanement termine|dedouanement effectue|dedouanement _ termine|"
     "libere par _ douane*|sorti de douane|sortie de douane|douane* _ terminees|"
     "dedouanement acheve|quitte _ douane|libere de la douane|autorise par _ douane|"
     "a ete dedouane|formalites _ accomplies|formalites _ terminees|"
     "dedouanement _ effectue"},
    {S::InTransit, Sub::HandedToLocalCarrier, kMoving + 17,
     "confie a _ partenaire|remis a _ partenaire|partenaire de livraison|transporteur partenaire|"
     "transmis a _ partenaire|transmis au transporteur local|remis au transporteur local|"
     "pris en charge par notre partenaire|transfere a _ partenaire",
     Firm},
    {S::InTransit, Sub::Forwarded, kMoving + 6,
     "reexpedie|reachemine|redirige|devie|nouvelle adresse|suivi de courrier|reoriente"},
    {S::InTransit, Sub::Missorted, kMoving + 8,
     "erreur de tri|erreur d acheminement|mal oriente|mal trie|fausse direction|mal dirige|"
     "erreur d aiguillage|mal achemine"},
    {S::InTransit, Sub::AppointmentMade, kMoving + 5,
     "rendez vous|nouvelle date|livraison reprogrammee|nouvelle livraison|livraison _ "
     "reprogrammee|represente|nouvelle presentation|seconde presentation|livraison replanifiee|"
     "reprogramme*|deuxieme presentation|nouvelle tentative|livraison _ replanifiee|"
     "programmee le|livraison programmee",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "en cours de livraison|en livraison|livraison en cours|en tournee|tournee de livraison|charge "
     "pour livraison|livreur|facteur|avec le livreur|mis en livraison|mise en livraison|en cours "
     "de distribution|en distribution|mis en distribution|charge dans _ vehicule|sorti pour "
     "livraison|parti en livraison|parti en tournee|sortie en livraison|sorti en "
     "livraison|vehicule de livraison|remis au livreur|remis au facteur|confie au livreur|sur la "
     "tournee|depart en livraison|chauffeur|en route vers _ destinataire|en route vers vous|en "
     "chemin vers vous|prise de tournee|arrive aujourd|arrive ce jour|arrive bientot|chez vous "
     "dans|pour la livraison|sorti pour la livraison|minutes de chez vous|livreur arrive|vous sera "
     "livre aujourd",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "disponible en|disponible au|disponible dans|disponible chez|disponible a|"
     "a disposition|mis a disposition|pret a etre retire|"
     "peut etre retire|a retirer|attend _ point|vous attend|en attente de retrait|attente retrait|"
     "mis en instance|en instance|arrive _ point relais|"
     "livre _ point relais|livre _ point de retrait|livre en relais|livre au relais|"
     "livre en point|livre au point|"
     "depose en consigne|remis au point relais|depose en point relais|"
     "pret pour _ retrait|attente d etre retire|peut etre recupere|recuperer votre colis"},
    {S::PickedUp, Sub::AcceptanceScan, kWaiting + 2,
     "depose _ par l expediteur|depose en point relais par|depose au _ par l expediteur", Firm},

    {S::ReadyForPickup, Sub::None, kPlaceOfPickup,
     "point de retrait|point relais|bureau de poste|point pickup|consigne|relais colis|locker|"
     "au relais|commercant|point de proximite"},
    {S::AttemptFailed, Sub::None, kTried,
     "pas pu etre livre|n a pu etre livre|n a pas pu|n avons pas pu|n ont pas pu|pas ete livre|pas "
     "pu livrer|non livre|livraison impossible|echec de livraison|echec _ livraison|tentative de "
     "livraison|tentative _ livraison|livraison infructueuse|livraison non effectuee|impossible de "
     "livrer|n a pas ete livre|livraison n a pas|livraison echouee|non distribue|n a pu|retour en "
     "agence|retour agence|livraison ratee|presentation infructueuse|tentative|echec|n a pas "
     "abouti|non remis|avise|pas pu vous|livraison manquee|nous vous avons manque|vous avons "
     "manque|code porte|manque",
     Firm},
    {S::AttemptFailed, Sub::AccessDenied, kWrong + 1,
     "code porte|code d acces manquant|code porte manquant|code d entree", Firm},

    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "absent|absence|destinataire absent|personne a|n etiez pas|n est pas present|etiez absent|"
     "ne repond pas|injoignable",
     Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3,
     "ferme|fermee|entreprise fermee|etablissement ferme|magasin ferme|fermeture", Firm},
    {S::AttemptFailed, Sub::AccessDenied, kTried + 3,
     "acces impossible|pas d acces|acces refuse|inaccessible|acces _ impossible|digicode|"
     "code d acces",
     Firm},
    {S::AttemptFailed, Sub::NoticeLeft, kTried + 1,
     "avis de passage|avis depose|avis _ laisse|avis laisse|avis de livraison", Firm},
    {S::Delayed, Sub::None, kLate,
     "retard|retarde*|report|reporte*|differe*|plus tard que prevu|plus long que|perturbe*", Firm},
    {S::Delayed, Sub::WeatherDelay, kLate + 1, "meteo*|intemperies|neige|climatique*"},
    {S::Delayed, Sub::ExternalDelay, kLate, "greve|mouvement social|force majeure|jour ferie"},
    {S::Delayed, Sub::CustomsDelay, kLate + 2,
     "retard _ dedouanement|retard _ douane|retard douanier"},
    {S::OnHold, Sub::Held, kHeldCue,
     "retenu|bloque|immobilise|conserve|garde en|en attente d instructions|"
     "en attente d information*|action requise|en souffrance|mis en attente|stocke|"
     "intervention _ requise"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1,
     "retenu _ douane*|bloque _ douane*|en douane bloque|controle par la douane"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "paiement requis|frais _ a payer|droits _ a payer|frais de douane|droits de douane|en attente "
     "de paiement|attente de paiement|taxes _ payer|a regler|frais a regler|reglement des "
     "droits|droits et taxes|sont a regler|frais de douane _ regler"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "documents manquants|document manquant|facture manquante|documents requis|"
     "documents necessaires|attente de documents|documents incomplets"},
    {S::OnHold, Sub::CustomsInformationNeeded, kHeldCue + 5,
     "informations _ dedouanement|informations _ douane|informations complementaires|documents "
     "demandes|instance de dedouanement|documents _ demandes"},
    {S::OnHold, Sub::AddressProblem, kHeldCue + 6,
     "complement d adresse|verification de _ adresse|verifier _ adresse|confirmer _ adresse|"
     "adresse _ a completer|attente _ adresse|recherche d adresse|correction d adresse|"
     "adresse en cours"},
    {S::Delivered, Sub::None, kHandedOver,
     "livre|livree|livres|distribue|distribuee|livraison effectuee|livraison reussie|remis au "
     "destinataire|remis a _ destinataire|remis en main propre|remis en mains propres|remis contre "
     "signature|livraison terminee|livraison confirmee|remis au client|livraison realisee|bien ete "
     "livre|bien ete remis|remis a l accueil|remis au gardien|remise au destinataire|recu par le "
     "destinataire|destinataire a recu|chez le concierge|concierge|depose chez|depose "
     "devant|depose dans votre|a ete depose devant|c est livre|dans votre boite"},
    {S::Delivered, Sub::Signed, kHandedOver + 1, "contre signature|signe par|livre _ signature"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 4,
     "retire par _ destinataire|retire par _ client|retire au|retire en|a ete retire|recupere par "
     "_ destinataire|recupere par _ client|recupere en|recupere au|colis retire|remis _ au point "
     "de retrait|retire dans|retrait effectue|destinataire a retire|remis au client en "
     "point|retire par vos soins|a ete recupere|colis recupere|livre au destinataire|livre au "
     "destinataire en point|livre au client en point|remis au destinataire en point",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2, "voisin*|livre chez un voisin"},
    {S::Delivered, Sub::LeftAtSafePlace, kHandedOver + 3,
     "boite aux lettres|boite a lettres|lieu sur|endroit sur|boite a colis|en lieu sur|devant _ "
     "porte|boite postale livre|depose chez le concierge|depose devant la porte"},
    {S::Exception, Sub::None, kWrong - 12, "incident|anomalie|probleme|litige|enquete"},
    {S::Exception, Sub::Damaged, kWrong, "endommage*|abime|avarie*|deteriore|casse|reconditionne*",
     Firm},
    {S::Exception, Sub::Lost, kWrong, "perdu|perdue|perte|egare|introuvable|vole|manquant", Firm},
    {S::Exception, Sub::Destroyed, kWrong, "detruit|destruction", Firm},
    {S::Exception, Sub::Refused, kWrong, "refuse|refusee|refus|refus du destinataire", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "adresse incorrecte|adresse incomplete|adresse inconnue|adresse erronee|adresse insuffisante|"
     "adresse introuvable|mauvaise adresse|defaut d adresse|probleme d adresse|adresse inexacte|"
     "destinataire inconnu|inconnu a l adresse|adresse _ incorrecte|adresse _ incomplete|"
     "adresse _ inconnue|adresse invalide|erreur d adresse|npai|adresse _ erronee|"
     "adresse non valide",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5, "demenage|n habite pas|parti sans laisser",
     Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "non reclame|pas reclame|non retire|pas ete retire|delai de retrait|delai de garde|"
     "delai d instance|pas ete recupere|pas retire|delai _ depasse|delai _ expire",
     Firm},
    {S::Exception, Sub::Undeliverable, kTried + 5,
     "non distribuable|ne peut etre livre|"
     "ne peut pas etre livre|non livrable",
     Firm},
    {S::Returning, Sub::None, kGoingBack,
     "retour a _ expediteur|retour expediteur|retourne|retournee|renvoye*|retour en cours|retour "
     "vers _ expediteur|retour chez _ expediteur|colis en retour|en retour|retour|sera "
     "retourne|est retourne|retour au vendeur|repart|repart chez|renvoi|renvoi a|repart "
     "vers|repart a",
     Firm},
    {S::Returned, Sub::None, kBack,
     "retour livre|livre a _ expediteur|remis a _ expediteur|restitue a _ expediteur|"
     "livre chez _ expediteur|retour distribue|retour recu|livre _ retour|"
     "a ete retourne a l expediteur|retour effectue|colis restitue|retour receptionne|"
     "rendu a _ expediteur|livre au vendeur",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "annule|annulee|annulation", Firm},
};

}  // namespace

Cues french_cues() { return kCues; }

}  // namespace postlude::tracking
