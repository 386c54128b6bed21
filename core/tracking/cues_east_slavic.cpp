#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As Russian Post, CDEK, Boxberry, Nova Poshta, Ukrposhta, Belpochta, Bulgarian Posts, Hrvatska
// pošta, Pošta Srbije and Pošta Slovenije word their scans; own collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- Russian, Ukrainian, Belarusian, Bulgarian ----
    {S::Unknown, Sub::None, 0,
     "если|при получении|пожалуйста|в случае|якщо|будь ласка|когда|вы можете|ако|моля", Aside},
    {S::Unknown, Sub::None, 0,
     "место вручения|адрес доставки|пункт вручения|без повреждений|место доставки|"
     "способ доставки|адрес за доставка|місце вручення|служба доставки|служба вручения",
     Silent},
    {S::InTransit, Sub::None, kWeak,
     "будет доставлен*|будет вручен*|ожидает вручения|ожидает доставки|ожидаемая дата|планируемая "
     "дата|ожидается|готовится к доставке|подготовка к доставке|буде доставлен*|очікується|очаква "
     "се|готов* к доставке|место вручения|прибыло в место вручения|прибыло в город получателя|в "
     "городе получателя|готовится к вручению|ще бъде доставен*|у дорозі|виїхала|виїхав|виїхало|в "
     "дорозі|прямує до|магацин*|сдан перевозчику|сдан* перевозчику|едет в|заказ едет|посылка едет",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "будет доставлен* сегодня|доставка сегодня|"
     "доставят сегодня|сегодня будет доставлен*",
     Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "электронн* регистрац*|присвоен* трек|присвоен номер|зарегистрирован*|создан*|получена "
     "информация|информация о _ отправлении|ожидает приема|ожидает передачи|ожидается "
     "передача|оформлен*|данные о _ отправлении|ожидает отправки|ожидает поступления|відправник _ "
     "створив|створен*|зареєстрован*|електронн*|очікує передачі|відправник "
     "самостійно|регистриран*|получени данни|еще не передан*|еще не принят*|ждем посылку|заявка "
     "на|накладная|этикетк*|готовится к отправке|подготовлен* к отправке|принята "
     "информация|предварительн*|електронна товарителница|накладна|товарителница|ожидаем|передана "
     "информация|ще не передан*|очікується від відправника|собирает заказ|продавец "
     "собирает|продавец готовит|магазин собирает|създаден*|товарителницата е|создана "
     "накладная|електронна регистрация|электронная регистрация|получена электронная|получена "
     "электронная регистрация",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "заказ принят|заказ оформлен|заказ собирается|комплект*|заказ подтвержден|упаков*|"
     "нет данных|нет информации|заказ обрабатывается|замовлення прийнято|поръчката е приета|"
     "обрабатывается продавцом|не найден*|заказ собран|сборка"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "прием|принят*|принято|приема|забрал*|забран*|получен* от отправителя|принято в отделении|"
     "принят на склад|прийнят*|прийом|прийнято|отправлен* отправителем|отримано від відправника|"
     "приет*|взет* от|передан* в доставку|передан* перевозчику|сдан*|поступил* от отправителя|"
     "принят к перевозке|принят* у отправителя|передан* в службу доставки|отправление принято|"
     "передан* отправителем|забран* у|принят* у продавца|взета от подател*|передан* "
     "перевізнику|приета от подател*"},
    {S::InTransit, Sub::None, kMoving,
     "в пути|сортиров*|обработк*|обработан*|сортувал*|в "
     "дорозі|перевоз*|транзит*|отправлен*|направлен*|транспорт*|сортировочн*|следует|прямує|прямуе|"
     "в обработке|обработка|перевезен*|экспорт*|импорт*|відправлен*|по пути|на път|сортиран*|на "
     "складе|склад|в движении|перемещ*|передан*|отправка|в "
     "транзите|транзитн*|експорт*|імпорт*|пътува|изпратен*|по дороге|u magacinu|u "
     "skladistu|magacin*|skladist*"},
    {S::InTransit, Sub::DepartedFacility, kTaken + 1,
     "сдан* перевозчику|сдан* на перевозку|передан* перевозчику"},

    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "прибыл*|прибыло|поступил*|прибытие|прибув|прибула|прибуло|прибут*|пристиг*|"
     "надійшл*|надходження|прибыло в сортировочный|принят в городе|встречен*|принято в "
     "сортировочном|принят на склад транзит*"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2,
     "покинул*|покинуло|убыл*|убытие|вылетел*|отправлен* из|отправлено из|выехал*|залишил*|"
     "напусна*|вибул*|отправлен* в город|отправлен* в транзит|напуснал*"},
    {S::InTransit, Sub::ArrivedInDestinationCountry, kMoving + 4,
     "страну назначения|стране назначения|страну получателя|країни призначення|"
     "страната на получателя|страны назначения|країну призначення"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "тамож*|растамож*|митн*|митниц*|таможенн* оформлен*|передано таможне|митническ*|прием на "
     "таможню|таможенному органу|митне оформлення|таможенное оформление|митного оформлення|митному "
     "оформленні"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "выпущен* таможн*|таможенн* оформление завершено|таможен* _ завершен*|покинуло таможню|"
     "растаможен*|пройден* тамож*|прошл* тамож*|выпуск таможн*|митн* _ завершен*|"
     "пройшл* митн*|освободен* от митниц*|таможенн* _ пройден*|завершено таможен*|"
     "таможня завершена|выпущено таможн*"},
    {S::InTransit, Sub::HandedToLocalCarrier, kMoving + 17,
     "передан* партнер*|передан* местн*|передан* в службу доставки страны|передано в доставку "
     "партнеру",
     Firm},
    {S::InTransit, Sub::Forwarded, kMoving + 6, "перенаправл*|переадрес*|досыл*|пренасоч*|досылка"},
    {S::InTransit, Sub::Missorted, kMoving + 8,
     "засыл*|ошибочн* направл*|засылк*|неверно направлен*|ошибка сортировки"},
    {S::InTransit, Sub::AppointmentMade, kMoving + 5,
     "согласован*|перенесен* по просьбе|назначен* новая дата|нова дата|новая дата|"
     "узгоджен*|повторная доставка|договоренн*",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "передан* курьеру|курьер забрал|курьер _ доставит|курьер доставит|уже у курьера|у "
     "курьера|курьер в пути|выдан* курьеру|выдан* на доставку|передан* на доставку|доставляется|на "
     "доставке|курьер _ выехал|курьер едет|передано почтальону|вручение почтальоном|передано "
     "курьеру|доставка курьером|отправлен* на доставку|у кур єра|передан* кур єру|за доставка|у "
     "куриер|при куриер|предаден* на куриер|натоварен* за доставка|в пути к получателю|на пути к "
     "получателю|передан* почтальону|передан* для доставки|передано для доставки|в процессе "
     "доставки|курьер забрал для доставки|выехал* к получателю|дорогою до отримувача|везет "
     "курьер|курьер везет|листоноші|передано листоноші|доставка "
     "почтальоном|почтальоном|почтальон|для доставки|листоноша|на доставку|едет к вам|уже "
     "едет|привезем ваш|привезем сегодня|привезем|сегодня привезем|сегодня доставим|їде до вас|вже "
     "їде|везе|кур єр везе|привеземо|куриерът пътува|пътува към вас|куриер* _ към вас|курьер уже|к "
     "вам едет",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "ожидает _ в месте вручения|ожидает адресата|ожидает получения|готов* к выдаче|готов* к "
     "получению|ожидает получателя|можно забрать|можна забирати|можна забрати|можно забирать|можно "
     "получить|ожидает клиента|ожидает в|прибул* у відділення|прибув у відділення|прибув до "
     "відділення|чекає на отримання|готов* до "
     "видачі|за получаване|до поискване|прибыл* в пвз|прибыл* в постамат|ожидает вас|прибыл* в "
     "пункт выдачи|ждет вас|ждет в|готов* за получаване|ожидает в месте|очікує отримувача|очаква "
     "получател*|прибыл* в отделение выдачи|доставлен* в пункт выдачи|доставлен* в "
     "постамат|доставлен* в пвз|в офис на|очаква получаване|чака ви|ви чака|очаква ви|чекає на "
     "вас|чекає у|ждет вас в|готов* до отримання"},
    {S::ReadyForPickup, Sub::None, kPlaceOfPickup,
     "пункт* выдачи|постамат*|у відділенні|в пвз|поштомат*|в пункте выдачи"},
    {S::AttemptFailed, Sub::None, kTried,
     "неудачн*|неуспешн*|не доставлен*|не вручен*|не удалось|неудачная попытка|попытка|"
     "не смог*|недоставлен*|невручен*|невдал*|спроба|не вдалося|не доставлено|"
     "не е доставен*|неуспешен опит|опит за доставка|не был* доставлен*|не успешн*|"
     "не состоял*|доставка не|невдала спроба",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "отсутств*|нет дома|не застал*|никого|не отвечает|недозвон|недоступен|відсутн*|получателя "
     "нет|временное отсутствие|не открен|отсъств*|адресат отсутствует|не на месте|не е открит|не е "
     "открит на адреса|не е намерен|не бе открит|nije bilo|nije bil* na adresi|вас не було|не було "
     "вдома|вас не было|не было дома|мы не застали|не застали",
     Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3, "закрыт*|зачинен*|затворен*|нерабоч*",
     Firm},
    {S::AttemptFailed, Sub::NoticeLeft, kTried + 1,
     "оставлено извещение|извещение|залишено повідомлення|оставено известие|оставлен* уведомление",
     Firm},
    {S::Delayed, Sub::None, kLate,
     "задерж*|опозд*|затрим*|перенос*|перенесен*|закъсн*|забав*|отложен*", Says},
    {S::Delayed, Sub::WeatherDelay, kLate + 1, "погод*|метеоролог*|снегопад*"},
    {S::Delayed, Sub::CustomsDelay, kLate + 2, "задержк* _ таможн*"},
    {S::OnHold, Sub::Held, kHeldCue,
     "на хранении|временное "
     "хранение|приостановлен*|зберіган*|остановлен*|хранение|задържан*|требуется уточнение"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1,
     "задержан* таможн*|задержан* _ таможн*|удержан*|затриман* _ митн*|задържан* _ "
     "митниц*|продлен* таможн*|продление срока",
     Firm},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "ожидает оплаты|ожидается оплата|оплат* пошлин*|требуется оплата|таможенн* пошлин*|"
     "очікує оплати|таможенн* платеж*|необходимо оплатить|уплат*|дължим*"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "отсутств* документ*|нет документ*|недостат* документ*|необходимы документы|"
     "требуются документы|не хватает документ*|липсващи документи|документы отсутствуют"},
    {S::OnHold, Sub::CustomsInformationNeeded, kHeldCue + 5,
     "данные для таможн*|паспортные данные|паспортных данных"},
    {S::Delivered, Sub::None, kHandedOver,
     "посылка получен*|отправление получен*|заказ получен*|вручен*|вручение|вручение "
     "адресату|доставлен*|выдан*|получен* адресатом|получен* получателем|вручено|доставка "
     "завершена|доставлено|врученн*|передан* получателю|доставен*|связчен*|отриман*|завершен* "
     "доставка|вручена адресату|видан*|получатель получил|пратката е получена|получена от "
     "клиента|получена|вы получили|получили заказ|врачен*|връчен*|вы забрали"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 3,
     "получен* в|забран* получателем|получен* клиентом|выдан* получателю|выдан* клиенту|"
     "выдан* в|получатель забрал|отримано у відділенні|отримано одержувачем|отримано отримувачем|"
     "взет* от получател*|получена от клиент*|клиент забрал|вручен* в пункте|получен* в "
     "пвз|получен* получателем в",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2, "сосед*|сусід*|съсед*"},
    {S::Delivered, Sub::LeftAtSafePlace, kHandedOver + 3,
     "почтовый ящик|почтового ящика|в почтовом ящике|в ящик|поштов* скриньк*|у двери"},
    {S::Exception, Sub::Damaged, kWrong, "поврежд*|пошкодж*|повреден*|разбит*", Firm},
    {S::Exception, Sub::Lost, kWrong,
     "утерян*|утрач*|потерян*|утрата|втрачен*|загублен*|изгубен*|украден*|розыск*", Firm},
    {S::Exception, Sub::Destroyed, kWrong, "уничтож*|знищен*|утилизац*|утилизирован*", Firm},
    {S::Exception, Sub::Refused, kWrong, "отказ*|відмов*|отказан*|отказался", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "неверный адрес|неправильный адрес|неполный адрес|некорректный адрес|адрес неверн*|"
     "адресат неизвестен|невірна адреса|неповна адреса|грешен адрес|непълен адрес|"
     "неверно указан адрес|ошибка в адресе|несуществующ* адрес*|адрес _ неверн*|"
     "неправильна адреса|адрес не найден|неизвестен адрес",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5, "выбыл*|переехал*|адресат выбыл", Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "истек срок хранения|истечение срока|срок хранения _ истек*|не востребован*|невостребован*|"
     "не забран*|срок хранения истек|не получен*|закінчився термін|термін зберігання|"
     "непотърсен*|окончание срока хранения|истек* срок*",
     Firm},
    {S::Exception, Sub::Undeliverable, kTried + 5,
     "невозможно доставить|невозможность|нерозданн*|не может быть доставлен*", Firm},
    {S::Returning, Sub::None, kGoingBack,
     "возврат*|возвращ*|поверн*|връща*|върнат*|обратно "
     "отправителю|вертається|возвращается|повертаєт*|повертається|обратно|едет обратно|обратно "
     "продавцу|едет назад",
     Firm},
    {S::Returned, Sub::None, kBack,
     "возвращено отправителю|возвращен* отправителю|вручено отправителю|вручен* "
     "отправителю|вручение отправителю|возврат вручен*|возврат получен*|возврат завершен|повернен* "
     "відправнику|повернуто відправнику|върнат* на подател*|доставлен* отправителю|возврат "
     "доставлен*|выдан* отправителю|получен* отправителем|отримано відправником|возврат "
     "выдан*|возвращено в|возвращен* в _ магазин|возвращено в интернет|возвращен* "
     "продавцу|возвращено продавцу",
     Firm},
    {S::Cancelled, Sub::None, kWrong,
     "отмен*|аннулир*|скасован*|анулиран*|отказ отправителя|накладну видалено|видален*", Firm},
    // ---- Croatian, Serbian, Slovene (folded) ----
    {S::Unknown, Sub::None, 0, "ako|molimo|ce", Aside},
    {S::InTransit, Sub::None, kWeak,
     "bit ce _ dostavljen*|bice _ dostavljen*|spremn* za dostavu|pripremljen* za dostavu|bo "
     "dostavljen*|pripravljen* za dostavo",
     Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "najavljen*|zaprimljeni podaci|podaci o posiljci|podatki o posiljki|kreiran*|elektronsk* "
     "najav*|"
     "najav*|ceka preuzimanje od posiljatelja|nalog kreiran|pripremljena za slanje",
     Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "zaprimljen*|preuzet* od posilj*|primljen* u postu|predan* u "
     "postu|primljen*|sprejet*|prevzet* od posiljatelja|preuzet* od strane kurira|preuzet*|prijem "
     "posilj*|zaprimljen* u postanskom uredu"},
    {S::InTransit, Sub::None, kMoving,
     "u tranzitu|na putu|u transportu|sortira*|razvrst*|u prijevozu|u prevozu|otprem*|na poti|"
     "v prevozu|prispel*|stigl*|prispjel*|krenul*|napustil*|odprem*|obrad*"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3, "carin*"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "ocarinjen*|carinjenje zavrseno|carinjenje _ zavrseno|carinski postopek zakljucen"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "na dostavi|u dostavi|kurir na putu|zaduzen* kod dostavljaca|kod kurira|predan* "
     "dostavljacu|izasla na dostavu|v dostavi|pri dostavljalcu|zaduzena za dostavu|u isporuci|na "
     "isporuci|zaduzen* kurir*|dostavljac je na putu|dostavljac na putu|danes vam|danes "
     "dostavimo|danas dostavljamo|danas vam|stize danas|kurir je na putu|dostavljac*",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "spremn* za preuzimanje|ceka preuzimanje|za preuzimanje|na preuzimanje|paketomat*|moze se "
     "preuzeti|pripravljen* za prevzem|za prevzem|u paketomatu|ceka na preuzimanje|spremn* u "
     "postanskom uredu|ceka u postanskom uredu|u postanskom uredu spremn*|ceka na prevzem|caka na "
     "prevzem|caka na prejemnika|na prevzem"},
    {S::AttemptFailed, Sub::None, kTried,
     "neuspjel*|neuspel*|neuspesn* dostav*|nije dostavljen*|neuruc*|nije uruc*|pokusaj "
     "dostave|pokusaj dostav*|"
     "poskus dostave|ni bil* dostavljen*|nije isporucen*",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "odsutan|primatelj odsutan|primalac odsutan|nije kod kuce|naslovnik odsoten|nije "
     "zatecen|odsoten|nije nasao|nije vas nasao|vas nije nasao|niste bili|vas ni bilo|nismo vas "
     "nasli|nismo vas zatekli",
     Firm},
    {S::Delayed, Sub::None, kLate, "kasni|kasnjenj*|odgoden*|odlozen*|zamud*", Firm},
    {S::OnHold, Sub::Held, kHeldCue, "zadrzan*"},
    {S::Delivered, Sub::None, kHandedOver,
     "dostavljen*|urucen*|isporucen*|vrocen*|predan* primatelj*|urucena"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 3,
     "preuzeo primatelj|primatelj _ preuzeo|preuzet* u paketomatu|preuzeto na posti|prevzet* na "
     "posti",
     Firm},
    {S::Exception, Sub::Damaged, kWrong, "ostecen*|poskodovan*", Firm},
    {S::Exception, Sub::Lost, kWrong, "izgubljen*", Firm},
    {S::Exception, Sub::Refused, kWrong, "odbijen*|zavrnjen*|odbio|odbij*", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "pogresna adresa|nepotpuna adresa|netocna adresa|netacna adresa|napacen naslov|nepopoln "
     "naslov",
     Firm},
    {S::Returning, Sub::None, kGoingBack,
     "povrat*|vracanje|vraca se|vrac* posiljatelj*|vracil*|se vraca|vraca posiljaocu|vraca se "
     "posiljaocu",
     Firm},
    {S::Returned, Sub::None, kBack,
     "vracen* posilj*|vrnjen* posilj*|vracena posiljatelju|vraceno posiljaocu|uruceno posiljatelju",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "otkazan*|stornirano|preklican*", Firm},
};

}  // namespace

Cues east_slavic_cues() { return kCues; }

}  // namespace postlude::tracking
