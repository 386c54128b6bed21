#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As InPost, Poczta Polska, DPD and DHL in Poland, Česká pošta, Zásilkovna, PPL, Slovenská pošta
// and Packeta word their scans; own collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- Polish ----
    {S::Unknown, Sub::None, 0, "jesli|jezeli|gdy|prosimy|w przypadku|pamietaj|kiedy|mozesz", Aside},
    {S::Unknown, Sub::None, 0,
     "adres doreczenia|adres dostawy|sposob doreczenia|oddzial doreczen|nieuszkodz*|"
     "placowka doreczajaca|etykieta zwrotna",
     Silent},
    {S::InTransit, Sub::None, kWeak,
     "zostanie _ dostarczon*|zostanie _ doreczon*|bedzie _ dostarczon*|bedzie _ "
     "doreczon*|przewidywan*|planowan*|do doreczenia|przygotowan* do doreczenia|oczekuje na "
     "doreczenie|gotowa do doreczenia|jeszcze nie _ dostarczon*|planowana dostawa|przekazana do "
     "doreczenia w|jedzie|jedzie do ciebie|jedzie do|zmierza",
     Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "etykiet*|przygotowan* przez nadawce|dane przesylki|zarejestrowan* dane|zarejestrowano "
     "dane|nadawca przygotow*|czeka na nadanie|oczekuje na nadanie|oczekuje na odbior przez "
     "kuriera|oczekuje na odbior od|przesylka utworzona|zapowiedz*|awizacja "
     "elektroniczna|oczekiwanie na nadanie|jeszcze nie _ nadan*|informacj* o przesylce|zlecenie "
     "odbioru|przygotowana do nadania|dane elektroniczne|zarejestrowana|zarejestrowany|oczekujemy "
     "na _ przesylke|nadawca poinformowal|utworzono przesylke|zamowiono kuriera|czeka na "
     "kuriera|dane _ otrzymano|otrzymano dane|otrzymalismy dane|nie zostala jeszcze "
     "nadana|szykuje|sprzedawca szykuje|sprzedawca przygotow*|sklep przygotow*|pakuje",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "zamowienie przyjete|zamowienie zlozone|zamowienie w realizacji|kompletowan*|pakowan*|"
     "zamowienie potwierdzone|w przygotowaniu|brak danych|brak informacji"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "nadano|nadana|nadany|odebran* od nadawcy|odebran* od klienta|przyjet*|nadanie|odebran* przez "
     "kuriera|przyjecie|odbior od nadawcy|nadana w|odebrano od nadawcy|przejet*|paczka "
     "nadana|przekazan* przez nadawce|odebrana z _ paczkomatu przez kuriera|wyjet* z paczkomatu "
     "przez kuriera|wlozona do paczkomatu przez nadawce|odebral*|kurier odebral|odebral* _ od "
     "nadawcy|podjet*|podjet* od nadawcy"},
    {S::InTransit, Sub::None, kMoving,
     "w drodze|w transporcie|transport*|sortow*|posortow*|w "
     "trasie|przetwarz*|sortown*|wyslan*|przekazan*|przesortow*|w tranzycie|przyjeta w "
     "sortowni|oddzial*|magazyn*|rozladun*|zaladun*|w przewozie|przeladun*|w centrum|triden*|v "
     "stredisku|odeslano z|odoslane z|stredisk*"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "dotarla do|przybyl*|nadeszl*|przyjeta w oddziale|przyjeto w|nadejscie|dotarl* do|"
     "przyjet* w oddziale|przyjet* w sortowni|przyjet* w magazynie"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2,
     "opuscil*|wyjechal*|wyslano z|wyslan* z|wyjazd|wyekspedio*|wyjscie"},
    {S::InTransit, Sub::ArrivedInDestinationCountry, kMoving + 4,
     "kraju przeznaczenia|kraju docelow*|kraju adresata"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "cel*n* kontrol*|celn*|odpraw*|urzad celny|urzedu celnego|urzedzie celnym|clo"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "odprawion*|zakonczon* odpraw*|odprawa _ zakonczon*|po odprawie|zwolnion* _ celn*|"
     "odprawa celna zakonczona|zakonczenie odprawy"},
    {S::InTransit, Sub::Forwarded, kMoving + 6, "przekierowan*|doslan*|nowy adres"},
    {S::InTransit, Sub::Missorted, kMoving + 8,
     "blednie skierowan*|blednie posortowan*|bledne skierowanie"},
    {S::InTransit, Sub::AppointmentMade, kMoving + 5,
     "umowion*|nowy termin|zmian* terminu|ponowne doreczenie|ponowna proba|ponowne dor*", Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "wydan* do doreczenia|wydan* kurierowi|przekazan* kurierowi|w doreczeniu|kurier _ drodze|u "
     "kuriera|kurier jedzie|przekazan* do doreczenia|wydano do doreczenia|w drodze do odbiorcy|w "
     "drodze do adresata|w drodze do klienta|zaladowan* na _ kurier*|wydana kurierowi do "
     "doreczenia|w dostawie|zostanie doreczona dzisiaj|zostanie dzis doreczona|u "
     "doreczyciela|kurier wyruszyl|zostanie dostarczona dzis*|zostanie dzis dostarczona|dzis "
     "dostarczymy|dostarczymy dzis*|dzis doreczymy|dostarczymy|kurier jest w drodze|przekazan* "
     "listonosz*|listonosz*|wydanie przesylki do doreczenia|wydanie do doreczenia|wydanie _ do "
     "doreczenia|przyjedzie dzis*|dzis przyjedziemy",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "gotow* do odbioru|do odbioru|czeka na odbior|oczekuje na odbior|umieszczon* w|awizo do "
     "odbioru|czeka w|oczekuje w|mozna odebrac|oczekuje na odbior w placowce|czekajac* "
     "paczc*|przypomnienie|czeka na ciebie"},
    {S::PickedUp, Sub::AcceptanceScan, kWaiting + 3,
     "czeka w _ na odbior przez kuriera|nadana _ czeka w paczkomacie|na odbior przez kuriera",
     Firm},

    {S::ReadyForPickup, Sub::None, kPlaceOfPickup,
     "paczkomat*|w punkcie|punkt odbioru|w placowce pocztowej|w automacie|na vas ceka|na vas "
     "caka|ceka na vas|caka na vas|na odber|pripraven* na odber|ceka v"},
    {S::AttemptFailed, Sub::None, kTried,
     "nie dostarczon*|nie doreczon*|nie zostal* doreczon*|nie zostal* dostarczon*|"
     "nieudan*|nieudana proba|proba doreczenia|niedoreczon*|awizo|awizowan*|"
     "nie udalo sie|nie mogl* _ doreczon*|brak mozliwosci|bezskuteczn*|"
     "nieskuteczn*|niepowodzeni*|nie bylo mozliwe|nie mozna bylo",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "nie zastal*|nieobecn*|brak odbiorcy|brak adresata|nie zastan*|nikogo|adresat nieobecny|nie "
     "odbiera|nie bylo cie|nie bylo pana|nie bylo pani|nie bylo odbiorcy|nie bylo nikogo|nie ma w "
     "domu",
     Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3, "zamkniet*|firma nieczynna|nieczynn*",
     Firm},
    {S::AttemptFailed, Sub::NoticeLeft, kTried + 1,
     "pozostawiono awizo|zostawiono awizo|pozostawiono zawiadomienie", Firm},
    {S::Delayed, Sub::None, kLate, "opozni*|przesunie* terminu|przelozon*", Firm},
    {S::Delayed, Sub::WeatherDelay, kLate + 1, "warunki pogodowe|warunkow pogodowych|pogod*"},
    {S::OnHold, Sub::Held, kHeldCue, "zatrzyman*|wstrzyman*|przechowyw*|do wyjasnienia|wyjasnian*"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1, "zatrzyman* _ celn*|zatrzyman* _ celny"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "oplat* celn*|wymagana oplata|oczekuje na platnosc|do zaplaty|oczekuje na oplat*|"
     "oplacenie cla|naleznosci celn*"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "brak dokument*|brakujace dokumenty|brak faktury"},
    {S::Delivered, Sub::None, kHandedOver,
     "doreczon*|dostarczon*|doreczenie|odebran*|wydan* odbiorcy|wydan* adresatowi|"
     "przekazan* odbiorcy|przesylka doreczona|przekazan* adresatowi"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 3,
     "odebran* przez odbiorce|odebran* w paczkomacie|odebran* z paczkomatu|odebran* w punkcie|"
     "odebran* przez klienta|odebran* przez adresata|odebrana w placowce|paczka odebrana|"
     "odebran* w placowce",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2, "sasiad*"},
    {S::Delivered, Sub::LeftAtSafePlace, kHandedOver + 3,
     "do skrzynki|skrzynce|w bezpiecznym miejscu"},
    {S::Exception, Sub::Damaged, kWrong, "uszkodz*|zniszczon*", Firm},
    {S::Exception, Sub::Lost, kWrong, "zagubion*|zaginion*|zaginela|utracon*|skradzion*|zaginal",
     Firm},
    {S::Exception, Sub::Refused, kWrong, "odmow*|odmowa|nie przyjal|odrzucon*", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "bledny adres|niepelny adres|niepoprawny adres|nieprawidlowy adres|adres _ bledny|"
     "adresat nieznany|adres niekompletny|adres nieznany|zly adres|niekompletny adres|"
     "bledne dane adresowe|odbiorca nieznany",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5, "wyprowadzil*", Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "nieodebran*|nie odebran*|nie podjet*|nie zostala odebrana|uplynal termin odbioru|"
     "nie odebrana w terminie|minal termin odbioru|termin odbioru minal",
     Firm},
    {S::Returning, Sub::None, kGoingBack,
     "zwrot*|zwrocon*|zwrot do nadawcy|zwracan*|w zwrocie|wraca do nadawcy|odeslan* do "
     "nadawcy|odeslan* nadawcy|odeslano do nadawcy",
     Firm},
    {S::Returned, Sub::None, kBack,
     "zwrocon* do nadawcy|zwrocon* nadawcy|doreczon* nadawcy|zwrot doreczony|zwrot doreczon*|"
     "dostarczon* do nadawcy|odebran* przez nadawce|zwrot dostarczony|doreczon* do nadawcy|"
     "zwrot odebrany",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "anulowan*|odwolan*|stornowan*", Firm},
    // ---- Czech and Slovak ----
    {S::Unknown, Sub::None, 0, "pokud|jestlize|prosim|v pripade|pripade ze|ked|ak|muzete|mozete",
     Aside},
    {S::Unknown, Sub::None, 0,
     "dorucovaci adresa|adresa doruceni|neposkozen*|dodaci adresa|"
     "dorucovacim|dorucovaci posta",
     Silent},
    {S::InTransit, Sub::None, kWeak,
     "bude dorucen*|bude _ dorucen*|pripraven* k doruceni|priprava k doruceni|k doruceni "
     "pripraven*|"
     "pripraven* na dorucenie|priprava na dorucenie|predpokladan*|ocekavan*|planovan*|"
     "na dorucovaci poste|dorucovacim depu|priprava zasilky k doruceni",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "bude dorucen* dnes|dnes dorucen*|dnes bude dorucen*|"
     "bude dnes dorucen*|dorucime dnes|dnes dorucime",
     Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "data o zasilce|udaje o zasilce|udaje o zasielke|obdrzeli jsme udaje|obdrzeli jsme "
     "data|elektronick*|stitek|stitok|avizov*|predavizov*|zasilka _ registrovana|zaevidovan*|jeste "
     "nebyla predana|zatim nebyla|zatim nemame|objednan* svoz|ocekavame|cekame na|caka na "
     "podanie|ceka na podani|ceka na predani|caka na odovzdanie|informace o zasilce|informacie o "
     "zasielke|zasilka podana elektronicky|zasielka bola zaregistrovana|podaci "
     "udaje|registrovan*|odesilatel pripravuje|odosielatel pripravuje|pripravuje odesilatel|jeste "
     "nemame|prijali jsme data|prijali sme udaje|zasilka vytvorena|zasielka vytvorena|oznamen* "
     "odosielatelom|oznamena odesilatelem|oznamen*|obdrzen* udaje|obdrzen* data|udaje k "
     "zasilce|data k zasilce|udaje k zasielke|udaje k",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "objednavka prijata|objednavka potvrzena|objednavka potvrdena|balime|kompletac*|"
     "objednavka se pripravuje|objednavka bola prijata|pripravujeme|zadne informace|"
     "zadne zaznamy"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "prijat* k preprave|prevzat* do prepravy|prevzat* na prepravu|prijat* do "
     "prepravy|podan*|podani|podanie|prevzat* k preprave|prevzat* od|"
     "prevzali|prevzal|vyzvednut* u odesilatele|vyzdvihnut* u odosielatela|predan* dopravci|"
     "predan* k preprave|prijat* na prepravu|svoz|zasilka prijata|zasielka prijata|"
     "prijata|prevzata od odosielatela|odovzdan* dopravcovi|prijali jsme|prijali sme|"
     "prevzata kuryrem od odesilatele|odovzdan* na prepravu|prevzat* na prepravu"},
    {S::InTransit, Sub::None, kMoving,
     "na ceste|v preprave|preprav*|trideni|triedenie|vytriden*|zpracovan*|spracovan*|"
     "na cestu|depo|depu|odeslan*|odoslan*|prepravn*|tranzit*|doprave|"
     "v depe|trid*|vypraven*|presun*|nakladk*|vykladk*|sberne|preprava|je v doprave|"
     "na centralnim|centraln*|sklade"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "dorazil*|prijel*|prichod|prijezd|prisla na|dorazila do|prijata na depo|prisla do|"
     "dosla|dosiel|pricestoval*|prichozi"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2,
     "opustil*|odjel*|odchod|odjezd|odeslana z|odisla|odchazi"},
    {S::InTransit, Sub::ArrivedInDestinationCountry, kMoving + 4,
     "zeme urceni|zemi urceni|krajiny urcenia|cilove zeme|cilova zeme|krajine urcenia|cielov* "
     "krajin*"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "celni|celn* rizeni|colne konanie|coln*|clenia|celnici|proclen*"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "celni rizeni ukonceno|proclen*|celni rizeni _ ukonceno|propusten*|prepusten*|"
     "celn* _ dokoncen*|precelen*|preclen*|colne konanie ukoncene|coln* _ ukoncen*|"
     "odbaven*"},
    {S::InTransit, Sub::Forwarded, kMoving + 6, "presmerov*|preposlan*|doslana|nova adresa"},
    {S::InTransit, Sub::Missorted, kMoving + 8,
     "chybne trid*|chybne vytrid*|chybne smerovan*|nespravne triden*"},
    {S::InTransit, Sub::AppointmentMade, kMoving + 5,
     "novy termin|dohodnut* termin|novy pokus|zmena terminu|dohodnut*|opakovane doruceni", Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "k doruceni|na doruceni|v doruceni|na dorucenie|dorucovan*|dorucuje|predan* "
     "kuryrovi|odovzdan* kurierovi|"
     "predan* kuryrovi k doruceni|odovzdan* kurierovi na dorucenie|"
     "u kuryra|kuryr _ ceste|kurier _ ceste|na rozvoz|v rozvozu|rozvoz*|predana k doruceni|"
     "vydan* k doruceni|doruceni dnes|predan* dorucovateli|na dorucovani|"
     "odovzdana na dorucenie|nalozen* k doruceni|na ceste k vam|na ceste k prijemci|"
     "dorucenie prebieha|kuryr veze|naloz* na dorucovaci|v dorucovani|pri dorucovani|"
     "ridic",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "pripraven* k vyzvednuti|pripraven* na vyzdvihnutie|k vyzvednuti|na vyzdvihnutie|"
     "ulozen* na poste|"
     "ceka na vyzvednuti|caka na vyzdvihnutie|ulozeni zasilky|k dispozici|k odberu|"
     "uloz* doba bezi|na odbernom mieste|odbernom|ulozena|pripraven* k odberu|na vydejne|"
     "pripraven* k prevzeti|vyzvednout|vyzdvihnut si"},
    {S::ReadyForPickup, Sub::None, kPlaceOfPickup,
     "na poste|vydejn* mist*|vydajn* miest*|z box|v boxu|boxu"},
    {S::AttemptFailed, Sub::None, kTried,
     "nedorucen*|nebyla dorucena|nebylo mozne|nepodaril*|neuspesn*|nebola dorucena|"
     "pokus o doruceni|pokus o dorucenie|nebylo mozne dorucit|nebolo mozne|nezdaril*|"
     "nemohl* dorucit|nemohla byt dorucena|nebyl dorucen|nebol doruceny",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "nezastizen*|nezastihli|neni doma|nepritom*|nikdo|prijemce nebyl|adresat "
     "nezastizen|nedostupny|nereaguje|nepreberal|nebol zastihnut*|nezastihnut*|zastihnut*|nebyl "
     "zastizen*|nebol doma|nebyl doma",
     Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3, "zavren*|zatvoren*", Firm},
    {S::AttemptFailed, Sub::NoticeLeft, kTried + 1,
     "oznameni zanechano|zanechan*|zanechali|oznameni o ulozeni|zanechano oznameni|oznamenie o "
     "ulozeni|oznamenie zanechane",
     Firm},
    {S::Delayed, Sub::None, kLate,
     "zpozd*|omesk*|opozd*|zdrzen*|odlozen*|meskanie|meska|oneskor*|sa oneskori|spozd*", Firm},
    {S::Delayed, Sub::WeatherDelay, kLate + 1, "pocasi|pocasia"},
    {S::OnHold, Sub::Held, kHeldCue, "zadrzen*|pozastaven*|zastaven*|uskladnen*"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1, "zadrzen* _ celn*|zadrzan* _ coln*|zadrzan*"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "uhrad* cla|k uhrade|zaplatit clo|uhrazeni|ceka na platbu|uhradit|caka na platbu|doplat*"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "chybi dokument*|chybejici dokument*|chybaju dokument*|chybajuce dokument*|doklady|chybi "
     "faktura"},
    {S::Delivered, Sub::None, kHandedOver,
     "dorucen*|dodan*|doruceno|predan* prijemci|predan* adresatovi|vydan*|dorucenie|odovzdan* "
     "prijemcovi|odovzdan* adresatovi|odovzdan*"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 3,
     "vyzvednut* prijemcem|vyzvednut* zakaznikem|vyzdvihnut* prijemcom|vyzdvihnut* zakaznikom|"
     "vyzvednut*|vyzdvihnut*|vydan* prijemci|vydan* adresatovi|vydan* na _ miste|prevzata "
     "prijemcem|"
     "prevzal prijemce|prevzata adresatem|prijemce prevzal|prevzat* prijemc*",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2, "soused*|sused*"},
    {S::Delivered, Sub::LeftAtSafePlace, kHandedOver + 3, "schrank*|postovej schranky"},
    {S::Exception, Sub::Damaged, kWrong, "poskozen*|poskoden*|zniceno|znicena", Firm},
    {S::Exception, Sub::Lost, kWrong, "ztrac*|ztraten*|straten*|ztrata|odcizen*|pohresovan*", Firm},
    {S::Exception, Sub::Refused, kWrong, "odmit*|odmiet*|neprevzal*", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "chybna adresa|neuplna adresa|nespravna adresa|spatna adresa|neznama adresa|"
     "adresa _ nespravna|adresat neznamy|prijemce neznamy|chybn* adres*|nedostatecna adresa|"
     "neplatna adresa|nespravn* adres*",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5, "odstehov*|odstahov*", Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "nevyzvednut*|nevyzdvihnut*|nebyl* vyzvednut*|nebol* vyzdvihnut*|lhuta uplynula|lehota "
     "uplynula|ulozni doba uplynula|uplynula ulozni|nevyzvedl|"
     "odberna lehota|odberova lehota uplynula",
     Firm},
    {S::Exception, Sub::Undeliverable, kTried + 5, "nedorucitel*", Firm},
    {S::Returning, Sub::None, kGoingBack,
     "vracen*|vracena|vraci se|navrat|zpet odesilateli|spat "
     "odosielatelovi|vraten*|vratk*|vraceni|se vraci|vracia|zpet k odesilateli|spat k "
     "odosielatelovi|odeslan* zpet|odeslan* odesilateli",
     Firm},
    {S::Returned, Sub::None, kBack,
     "vracen* odesilateli|vraten* odosielatelovi|dorucen* odesilateli|dorucen* odosielatelovi|"
     "dodan* odesilateli|vydan* odesilateli|vraceno odesilateli|vracen* zpet odesilateli|"
     "vracena odesilateli dorucena",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "zrusen*|stornov*|storno", Firm},
};

}  // namespace

Cues west_slavic_cues() { return kCues; }

}  // namespace postlude::tracking
