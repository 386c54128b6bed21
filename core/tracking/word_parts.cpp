#include "core/tracking/word_parts.h"

namespace postlude::tracking {
namespace {

using enum Concept;

// Germanic and Romance words, then Slavic, then others, then Cyrillic, Greek, Semitic, East Asian;
// own collection, 2026-11.
constexpr WordPart kParts[] = {
    {Not,
     "not|no|nobody|none|cannot|couldn|can "
     "t|unable|without|failed|unsuccessful*|nobody|nicht|kein*|"
     "niemand*|konnte nicht|erfolglos|niet|geen|inte|ikke|ingen|misslyck*|mislyk*|pas|non|ne pas|"
     "aucun*|personne|sans|echec|no se|sin|nadie|ningun*|nao|sem|ninguem|nessuno|non e|senza|nu|"
     "nimeni|fara"},
    {Not,
     "nie|brak|nikogo|nikt|nieudan*|ne|nebyl*|nebol*|nikdo|nikto|neni|nije|nismo|nisu|nema|ni|niso|"
     "nem|nincs|senki|sikertelen*|ei|eivat|emme|epaonnist*|degil|yok|edilemedi|*amadi|*emedi|*"
     "lemedi|"
     "khong|chua|tidak|tiada|gagal|belum|hindi|wala*|nepavyko|neizdev*|nerastas|nerasta|neatrast*|"
     "ekki|"
     "enginn|nuk|nie tuis"},
    {Not,
     "не|нет|нема*|никого|ніхто|без|δεν|μη|ουδεισ|לא|אין|لم|لا|غير|لن|تعذر|عدم|نشد|نبود|नहीं|হযনি|"
     "ไม่|未|無法|无法|没|沒|不|ません|できず|못|않|없|nitko|niko|niekas|nieko|neviens|kedagi|"
     "polnud|kukaan|kimse|κανεισ|никто|никой|אף אחד|احد|هيچكس|كسي|कोई नहीं|ไม่มี|没有|아무도|khong "
     "ai|tidak ada|nao quis|no quiso"},
    {Wrong,
     "wrong|incorrect|incomplete|invalid|missing|insufficient|unknown|falsch*|unvollstandig|fehlt|"
     "fehlerhaft|onjuist|onvolledig|ontbreekt|fel|felaktig|saknas|mangler|forkert|feil|mauvais*|"
     "incomplet*|manquant*|erron*|inconnu*|incorrect*|incomplet*|errad*|errone*|equivocad*|falta*|"
     "insuficiente*|incorret*|errat*|mancante|inesatt*|gresit*|lipsa"},
    {Wrong,
     "bledn*|niepeln*|niekompletn*|chybn*|neupln*|nespravn*|pogresn*|nepotpun*|napac*|hibas|"
     "hianyos|"
     "virheel*|puutteel*|yanlis|hatali|eksik|yetersiz|sai|salah|kurang|неверн*|неправил*|неполн*|"
     "грешен|невірн*|λαθοσ|ελλιπ*|שגוי*|حطا|خاطئ*|ناقص*|错误|不详|有误|不明|不備|오류|불명"},
    {Yet,
     "yet|still|awaiting|waiting for|expecting|noch|wartet auf|warten auf|nog|ikke enna|annu|endnu|"
     "enna|encore|attend*|en attente|aun|todavia|espera*|pendiente|ainda|aguarda*|ancora|attesa|"
     "asteptam|inca|jeszcze|czekamy|czeka "
     "na|jeste|cekame|este|cakame|jos|cekamo|meg|viela|odotamme|"
     "henuz|bekliyor|belum|menunggu|cho|chua|еще|ждем|ожида*|ще|очікуємо|очакваме|ακομη|עדיין|טרם|"
     "بعد|"
     "بانتظار|等待|尚未"},
    {Today,
     "today|soon|shortly|this morning|this afternoon|tonight|between|within the "
     "hour|minutes|nearby|"
     "heute|gleich|in kurze|zwischen|vandaag|straks|tussen|idag|i dag|snart|mellan|mellem|mellom|"
     "aujourd hui|bientot|ce jour|tout a l heure|hoy|pronto|hoje|em breve|oggi|tra poco|azi|astazi|"
     "dzis*|dzisiaj|wkrotce|dnes|brzy|coskoro|danas|uskoro|danes|kmalu|ma|hamarosan|tanaan|pian|"
     "tana|"
     "varsti|siandien|sodien|bugun|birazdan|hom nay|hari ini|ngayon*|avui|i dag"},
    {Today,
     "сегодня|скоро|сьогодні|незабаром|днес|скоро|σημερα|συντομα|היום|בקרוב|اليوم|قريبا|امروز|आज|"
     "আজ|วันนี้|今天|今日|本日|まもなく|오늘|곧|this evening|in the van|amanha cedo|diena"},
    {Carry,
     "deliver*|zustell*|zugestellt|zuzustellen|ausliefer*|ausgeliefert|liefer*|geliefert|anliefer*|"
     "bezorg*|lever*|aflever*|levere*|utkor*|utlever*|udlever*|livr*|distribu*|entreg*|repart*|"
     "reparto|consegn*|recapit*|livra*|livrare|dorecz*|dostarcz*|dostaw*|doruc*|dostav*|isporu*|"
     "uruc*|kezbesit*|kiszallit*|toimit*|jakel*|teslim*|teslimat*|dagitim*|giao|phat|antar|diantar|"
     "mengantar|hantar|menghantar|ihahatid|ihatid|naihatid|pristat*|piegad*|toimeta*|afhend*|"
     "lliur*|dorez*"},
    {Carry,
     "достав*|вруч*|вручен*|доставк*|παραδ*|διανομ*|מסירה|נמסר*|למסור|חלוקה|توصيل*|تسليم*|تحويل|"
     "توزيع|"
     "डिलीवर*|डिलीवरी|ডেলিভারি|ส่ง|นำจ่าย|派送|派件|投递|投遞|配送|送货|送貨|配達|お届け|배송|배달"},
    {Courier,
     "courier*|driver*|postman|postie|rider|mail carrier|delivery "
     "person|zusteller*|fahrer*|kurier*|"
     "bote|bezorger*|koerier*|chauffeur*|chauffor*|sjafor*|budet|bud|postiljon|livreur*|facteur|"
     "chauffeur|coursier|repartidor*|mensajero*|cartero|conductor|transportista|entregador*|"
     "carteiro|estafeta|motorista|corriere|postino|portalettere|fattorino|curier*|kurier*|"
     "listonosz*|kuryr*|ridic*|kurir*|dostavljac*|dostavljav*|postar*|futar*|kezbesito*|kuljettaj*|"
     "kuriiri*|kuller*|kurjer*|kurye*|dagitici*|shipper|buu ta|tai xe|nhan vien|kurir|penghantar|"
     "repartidor|korrier*|bilstjori*|mensatger"},
    {Courier,
     "курьер*|почтальон*|кур єр*|листонош*|куриер*|курир*|διανομε*|κουριερ|courier|שליח|השליח|דוור|"
     "المندوب|مندوب|السائق|نامه "
     "رسان|مامور|डाकिया|রাইডার|พนักงาน|快递员|小哥|派送员|骑手|司机|司機|配達員|"
     "ドライバー|기사|집배원"},
    {Vehicle,
     "van|truck|vehicle|round|route|on board|onboard|wagen|fahrzeug|auslieferungstour|tour|bus|"
     "bezorgbus|bil|bilen|bilo|camion|camionnette|tournee|vehicule|vehiculo|camioneta|ruta|furgone|"
     "veiculo|rota|masina|auto|auta|samochod*|voze|vozidl*|vozilo|auton|autossa|arac*|aracinda|xe|"
     "mobil|машин*|авто*|αυτοκινητο|רכב|سياره|车|車"},
    {Receiver,
     "recipient*|consignee*|customer*|addressee*|receiver*|resident|you|your "
     "door|client|empfanger*|"
     "kunde*|ihnen|sie|bewohner|ontvanger*|klant*|huisgenoot|je|jou|mottagare*|mottaker*|modtager*|"
     "kund|kunden|dig|deg|destinataire*|client*|vous|destinatari*|cliente*|titular|tercero|usted|"
     "terceiro|voce|tu|te|ti|destinatar*|client*|odbiorc*|adresat*|klient*|ciebie|prijemc*|"
     "zakaznik*|"
     "vas|vam|vami|primatelj*|primalac*|primaoc*|naslovnik*|kupac|cimzett*|ugyfel*|vastaanottaj*|"
     "asiakka*|sinulle|sinua|saaja*|gavej*|sanemej*|alici*|musteri*|size|sizi|nguoi nhan|khach|ban|"
     "penerima|pelanggan|anda|viotakand*|marresi*"},
    {Receiver,
     "получател*|адресат*|клиент*|вам|вас|одержувач*|отримувач*|получател*|παραληπτ*|πελατη*|σασ|"
     "נמען*|לקוח*|אליך|لك|المستلم|العميل|اليك|گيرنده|ग्राहक|গ্রাহক|আপনার|ผู้รับ|ลูกค้า|收件人|客户|客戶|"
     "您|受取人|お客様|"
     "수취인|고객"},
    {Sender,
     "sender*|shipper*|seller*|merchant*|shop that|webshop|retailer*|vendor*|store that|absender*|"
     "versender*|handler*|verkaufer*|afzender*|verzender*|verkoper*|webwinkel|avsandar*|avsender*|"
     "afsender*|butiken|nettbutikken|webshoppen|expediteur*|vendeur*|marchand*|remitente*|vendedor*"
     "|"
     "comercio|tienda que|remetente*|lojista*|mittente*|venditore|negozio che|expeditor*|vanzator*|"
     "nadawc*|sprzedawc*|odesilatel*|odosielatel*|prodejce|predajc*|e "
     "shop*|posiljatelj*|posiljaoc*|"
     "prodavac*|prodavc*|felado*|kuldo*|elado*|lahettaj*|myyja*|saatja*|siuntej*|sutitaj*|"
     "gonderici*|"
     "satici*|nguoi gui|nguoi ban|pengirim|penjual|seller"},
    {Sender,
     "отправител*|продавц*|магазин*|продавец|відправник*|продавц*|подател*|продавач*|αποστολεα*|"
     "שולח|השולח|מהשולח|המוכר|المرسل|البائع|المتجر|للمرسل|فرستنده|विक्रेता|प्रेषक|ผู้ส่ง|ร้านค้า|寄件人|"
     "发件人|卖家|商家|賣家|荷送人|差出人|依頼主|발송인|판매자|online "
     "shop|webshop*|mailing|sprzedawcy|obchod|obchodu|eshop|buyer "
     "that|발송자|発送者|出品者|prodavatel*|magazin "
     "online|myyjalta|verkaufers|afsenderen|avsandaren|avsenderen"},
    {Counter,
     "locker*|parcelshop|parcel shop|post office|pickup point|pick up point|pickup location|"
     "collection point|service point|counter|access point|kiosk|packstation|filiale|paketshop|shop|"
     "automaten|paketautomat|postkantoor|afhaalpunt|buurtpunt|servicepunt|pakketpunt|"
     "pakketautomaat|"
     "ombud|boxen|paketbox|pakkeshop|pakkeboks|pakkeautomat|hentested|utleveringssted|point relais|"
     "relais|consigne|bureau de poste|point de retrait|boite a colis|oficina|sucursal|agencia|"
     "punto de|taquilla|casillero|tienda|agencia|loja|cacifo|armario|ponto de|ufficio postale|"
     "punto di|easybox|oficiu"},
    {Counter,
     "paczkomat*|automat*|punkcie|punkt*|placowc*|poczcie|zabka|box|boxu|balikovn*|vydejn*|poste|"
     "posti|posta|balikobox*|paketomat*|trafik*|csomagautomata*|csomagpont*|automataban|postan|"
     "pakettiautomaat*|automaatissa|noutopist*|pakiautomaat*|pastomat*|pakomat*|subede|subeden|"
     "sube|kargomat|teslim noktasi*|buu cuc|konter|gerai|pejabat pos|kantor "
     "pos|отделени*|постамат*|пункт*|пвз|відділен*|поштомат*|офис|офиса|автомат|καταστημα|locker|"
     "סניף|לוקר|נקודת|الفرع|فرع|خزانه|ที่ทำการ|驿站|自提柜|快递柜|门市|門市|自提|代收|店舗|コンビニ|"
     "営業所|ロッカー|편의점|보관함|우체국|parcel "
     "machine|abholbox|tabaccheria|kiosco|buraliste|tabac|winkel|automatu|automacie|postista|"
     "posten|butikken|coop|kiwi|afhaalbox|postamt|comercio amigo|bodega aurrera|λοκερ"},
    {Wait,
     "wait*|ready|available|collect it|pick it up|can be collected|can be "
     "picked|abholbereit|bereit|"
     "wartet|liegt|abholen|klaar|ligt|ophalen|op te halen|af te halen|afhalen|hamta|hamtas|klar|"
     "ligger|vantar|venter|hentes|hente|afhentes|attend|disponible|retirer|chercher|venez|a "
     "retirer|"
     "listo|espera|recoger|retirar|recojo|retire|disponivel|levantar|pronto|ritiralo|ritirare|"
     "disponibile|asteapta|gata|ridica"},
    {Wait,
     "czeka|gotow*|odebrac|odbioru|ceka|pripraven*|vyzvednout|vyzvednuti|caka|vyzdvihnut*|spreman|"
     "spremn*|preuzeti|preuzimanje|prevzamete|prevzem|varja|varakozik|atveheto|odottaa|valmis|"
     "noutaa|hakea|ootab|laukia|atsiimti|gaida|sanemt|bekliyor|alinabilir|alabilirsiniz|san "
     "sang|den "
     "nhan|menunggu|diambil|siap|tuntut|ждет|ожидает|готов*|забирать|забрать|чекає|забрати|очаква|"
     "вземете|περιμενει|ετοιμ*|διαθεσιμ*|ממתינ*|ממתין|מחכה|לאסוף|بانتظارك|جاهز*|بانتظار|รอ|พร้อม|"
     "待取|请取|领取|可取|受取|保管|대기|찾아|보관|stored|waiting for the "
     "recipient|holen|hol|haal|hent|hae|aspetta|retira|odbierz|vyzvednete|vyzdvihnite|vegye "
     "at|παραλαβετε|заберите|استلام الطرد|取件|kept for you|kan afgehaald"},
    {Home,
     "home|house|answer*|respond*|response|reach*|contact*|available|present|zuhause|zu "
     "hause|angetroffen|erreich*|anwesend|thuis|gehoor|aanwezig|hemma|hjemme|"
     "traff*|antraff*|chez|present|repond*|domicil*|casa|atend*|respond*|contest*|"
     "encontr*|localizad*|trovat*|acasa|gasit*|raspund*|domu|zastan*|doma|"
     "zastizen*|zastih*|kuce|zatecen*|nasao|otthon|talal*|kotona|tavoit*|evde|adreste|kimse|"
     "nghe may|lien lac|co nha|rumah|di tempat|dihubungi|tao|bahay"},
    {Home,
     "дома|отвечает|застал*|вдома|відповідає|не "
     "було|открит|отговаря|намерен*|βρεθηκε|απαντα|בבית|מענה|מצא|يرد|موجود|متواجد|التواصل|البيت|"
     "نجد|घर|উপস্থিত|รับสาย|ติดต่อ|บ้าน|在家|电话|联系|接听|人接|연락|open*|opened|offnete|geoffnet|"
     "opende|opnade|oppnade|apnet|abnede|ouvert|abrio|abriu|aperto|citofono|interphone|intercom|"
     "bell|klingel|otworzyl|otevrel|otvoril|otvorio|avannut|avasi|acmadi|открыл|відчинив|отвори|"
     "פתח|يفتح|sonnette|timbre|trokas|namuose|majas|kodus|σπιτι|집에|いらっしゃ|خانه|應門|应门|"
     "应答"},
    {Absent,
     "nobody home|no one home|not home|missed you|abwesend|nicht da|afwezig|niet thuis|ej hemma|"
     "inte hemma|ikke hjemme|etiez "
     "absent|ausente*|assente|absent|nieobecn*|nepritom*|odsutan|odsoten|"
     "отсутств*|відсутн*|отсъств*|απων|απουσια*|נעדר|不在|留守|부재|অনুপস্থিত|अनुपस्थित|จ่ายไม่ได้"},
    {Door,
     "door|doorstep|porch|mailbox|letterbox|letter "
     "box|garage|shed|garden|reception|concierge|requested "
     "place|tur|wohnungstur|haustur|briefkasten|garten|deur|brievenbus|dorr*|dorren|doren|postlada|"
     "brevlada|postkasse*|tidningsfack|flexboks|porte|boite aux "
     "lettres|gardien|puerta|buzon|porteria|recepcion|porta|caixa de "
     "correio|portaria|cassetta|portiere|usa|cutia "
     "postala|drzwi|skrzynk*|dver*|schrank*|vrata|sanduc*|ajto|postalada|ovi|oven|postilaatik*|"
     "kapi*|cua|pintu|дверь|дверью|двери|ящик*|скриньк*|πορτα|γραμματοκιβωτιο|דלת|الباب|ประตู|门口|"
     "前台|玄関|置き配|문앞|문 앞|pfortner|la boite|dans la boite|manos|en mano|em maos|reception "
     "desk"},
    {Neighbour,
     "neighbo*|next "
     "door|housemate|nachbar*|buren|buur*|granne*|nabo*|voisin*|vecin*|vizinh*|vicin*|sasiad*|"
     "soused*|sused*|susjed*|komsi*|sosed*|szomszed*|naapuri*|naaber*|kaimyn*|komsu*|hang "
     "xom|tetangga|jiran|сосед*|сусід*|съсед*|γειτον*|שכן|שכנה|الجار|جار|เพื่อนบ้าน|邻居|鄰居|隣人|"
     "이웃|naabrile|naabri|nachbarhaus|komsunuza|sasiad|お隣|이웃에게|susjed|sosed"},
    {Leave,
     "left|placed|handed over|put|handed "
     "to|dropped|abgelegt|abgestellt|hinterlegt|ubergeben|geplaatst|achtergelaten|overhandigd|lagt|"
     "lamnat|lamnad|lamnats|stallt|satt|depose|laisse|remis|remise|dejado|dejamos|depositado|"
     "deixad*|lasciat*|depositat*|lasat|predat|zostawi*|polozon*|nechal*|ostavljen*|puscen*|hagyt*|"
     "letett*|jatetty|jatettiin|luovutettu|birakildi|dat|ditaruh|diserahkan|menyerahkan|diletakkan|"
     "оставлен*|оставили|залишен*|оставен*|αφεθηκε|הושאר*|ترك|تركت|วาง|放在|存放|置き|두고|놓|"
     "abgegeben|glisse|nodots|perduota|anti|antud|delivered into|δοθηκε|predany|preneseno|lies in"},
    {Take,
     "received|accepted|picked up|collected|taken|took|got|abgeholt|erhalten|ubernommen|"
     "entgegengenommen|angenommen|opgehaald|ontvangen|aangenomen|ingeleverd|hamtat*|hentet|"
     "afhentet|"
     "mottag*|mottatt|modtaget|indleveret|innlevert|inlamnad|recu|receptionne|pris en charge|"
     "recupere|collecte|recogid*|recibid*|recepcionad*|retirad*|admitid*|coletad*|recolhid*|"
     "recebid*|postad*|ritirat*|ricevut*|accettat*|affidat*|preluat*|ridicat*|primit*"},
    {Take,
     "odebra*|przyjet*|nadan*|prijat*|prevzat*|prevzal*|vyzvedl*|preuzet*|preuzeo|primljen*|"
     "zaprimljen*|sprejet*|prevzet*|felvett*|felvev*|atvett*|atvev*|noudettu|vastaanotet*|voetud|"
     "votnud|vottis|paimta|priimta|atsiimt*|pienemt*|sanemt*|alindi|kabul|aldi|nhan|lay|diterima|"
     "dijemput|dipickup|di "
     "pickup|diambil|nakuha|natanggap|принят*|получен*|забра*|прийнят*|отриман*|приет*|взет*|"
     "παραληφθηκε|παρεληφθη|παραλαβη|נאסף|התקבל*|נקלט|استلم*|استلام|قبول|รับ|收取|揽收|收件|已收|"
     "集荷|受付|預か|お預かり|인수|수거|접수|accepte|prevzal|prevzela|preuzela|primit|primio|"
     "kapott|aikeut|קיבל|قبل|вручил|accetta*"},
    {Address,
     "address*|house number|street|postcode|buzzer code|adresse*|hausnummer|anschrift|adres|"
     "huisnummer|adress*|husnummer|direccion*|domicilio|endereco|morada|cep|indirizzo|civico|"
     "adresa|"
     "adresu|adresy|adrese|adresi|cim|cime|osoite|aadress|adresas|dia chi|alamat|naslov|"
     "адрес*|διευθυνση|כתובת|العنوان|عنوان|ادرس|पता|ঠিকানা|ที่อยู่|地址|住所|宛先|주소"},
    {Enter,
     "access|gate|premises|locked|buzzer|entry|zugang|zutritt|gesloten|toegang|portkod|adgang|"
     "acces|digicode|ferme|acceso|cerrad*|acesso|fechad*|accesso|chius*|inchis|dostep*|zamkniet*|"
     "pristup|zavren*|zatvoren*|zarva|suljettu|kapali|доступ*|закрыт*|зачинен*|затворен*|κλειστ*|"
     "סגור|مغلق"},
    {Customs,
     "customs|duty|duties|zoll*|verzoll*|douane*|tullbehandl*|tullen|tollen|tollbehandling|tolden|"
     "toldbehandling|aduan*|alfandeg*|"
     "dogan*|vama|vamal*|vamui*|celn*|clo|coln*|carin*|vamkezel*|vamhivatal*|tulli*|gumruk*|hai "
     "quan|"
     "bea "
     "cukai|kastam|muitin*|muita*|таможн*|митн*|τελων*|מכס|المכס|במכס|جمرك*|الجمارك|ศุลกากร|海关|"
     "清关|海關|清關|通関|"
     "税関|통관|세관"},
    {Pay,
     "pay|payment|paid|charge*|fee|zahl*|bezahl*|gebuhr*|betal*|betaling|payer|paiement|frais|pago|"
     "pagar|derechos|impuesto*|pagamento|taxa*|tribut*|pagare|dazi|plata|taxe|oplat*|zaplac*|platb*"
     "|"
     "uhrad*|plac*|fizet*|maksu*|maksa*|odeme|thanh "
     "toan|bayar|pembayaran|оплат*|пошлин*|πληρωμ*|תשלום|"
     "دفع|رسوم|ชำระ|缴|支付|支払|납부"},
    {Paper,
     "document*|invoice*|paperwork|passport|id "
     "number|unterlagen|dokument*|rechnung|documenten|factuur|faktura|facture*|factura*|fatura|"
     "documenti|documente|dokumen|паспорт*|документ*|εγγραφ*|מסמכים|مستندات|資料|资料|文件|書類|"
     "서류|copy of your|cpf|nif|id card|ausweis"},
    {Back,
     "return*|sent back|goes back|back "
     "to|zuruck*|retour*|rucksend*|terug*|retur*|tillbaka|tilbake|tilbage|renvo*|reexpedi*|devol*|"
     "devuel*|retorn*|regresa*|vuelve|devolv*|restitu*|rientro|reso|returnat*|zwrot*|zwrac*|zwroc*|"
     "wraca|vrac*|vrat*|zpet|spat|povrat*|vissza*|palaut*|tagast*|grazin*|atgriez*|iade*|hoan|tra "
     "lai|dikembali*|pengembalian|retur|возвр*|поверн*|връщ*|върн*|обратно|επιστρ*|חזרה|הוחזר|חוזר|"
     "ارجاع|اعاده|مرتجع|برگشت|वापस|ফেরত|คืน|ตีกลับ|退回|退件|退货|返送|반송|반품|rucktransport|"
     "ruckweg|terugweg|voltando|ritorna|demi tour|regresa|z powrotem|назад|pa vei tilbake"},
    {Harm,
     "damage*|broken|crushed|leak*|beschadig*|kaputt|kapot|skad*|odelagt|endommag*|abime|avari*|"
     "danad*|roto|rotto|rotta|danneggiat*|danific*|deterior*|uszkodz*|poskoz*|posko*|ostecen*|"
     "serul*|"
     "vaurio*|kahjust*|hasar*|hu "
     "hong|rusak|rosak|поврежд*|пошкодж*|повреден*|ζημι*|ניזוק|تالف|تضرر|เสียหาย|破损|"
     "破損|파손"},
    {Gone,
     "lost|stolen|missing "
     "parcel|untraceable|verloren|verschollen|gestohlen|vermist|zoek|forsvunn*|borttappa*|tapt|"
     "mistet|perdu|perdue|perdus|vole|perdid*|extravi*|robad*|smarrit*|rubat*|pierdut*|zagubion*|"
     "zaginel*|ztracen*|straten*|izgubljen*|elveszett|kadonn*|kayip|kayboldu|that "
     "lac|hilang|утерян*|утрач*|втрачен*|изгубен*|χαθηκε|אבד|مفقود|فقدان|สูญหาย|丢失|遗失|遺失|紛失|"
     "분실|se perdio|se perdeu|si e perso|ging verloren|went missing|disappeared"},
    {Refuse,
     "refus*|reject*|verweiger*|abgelehnt|geweigerd|weiger*|nekat*|nekad*|nektet|naegtet|afvist|"
     "avvist|refus*|rehus*|rechaz*|recus*|rifiut*|respint*|refuz*|odmow*|odmit*|odmiet*|odbij*|"
     "odbio|odbila|zavrn*|megtagad*|kieltayt*|keeldu*|atsisak*|atteic*|reddet*|kabul etmedi|tu "
     "choi|tolak|menolak|отказ*|відмов*|αρνη*|סירב|رفض|ปฏิเสธ|拒收|拒絕|受取辞退|거절|거부|no "
     "quiso|nao quis|nie chcial*|nechtel*|wollte nicht|wollte _ nicht|wilde niet|tackade "
     "nej|takket nei|no acepto|non ha voluto|не захот*|n a pas voulu"},
    {Late,
     "held up|delay*|late|later|postpone*|behind schedule|backlog|affecting "
     "deliver*|verspat*|verzoger*|spater|vertra*|later|forsenad*|forsenat|forsening*|forsink*|"
     "retard*|decale*|retras*|demor*|atras*|ritard*|rinviat*|intarzi*|amanat*|opozn*|opozni|zpozd*|"
     "omesk*|kasni|kesik|kesedel*|myohas*|viivast*|hilin*|velu*|kave*|gecik*|cham "
     "tre|tertunda|terlambat|lewat|задерж*|затрим*|закъсн*|забав*|καθυστερ*|מתעכב|עיכוב|تاخ*|متاخر|"
     "देरी|বিলম্ব|ล่าช้า|延误|延誤|延迟|遅延|遅れ|지연|langer als|braucht langer|takes "
     "longer|slows|ralent*|weather|snow*|sniegu|neige|meteo|pocasi|pogod*|schlecht* wetter|slechte "
     "weer|sno|uvaer|lumimyrsk*|снегопад*|暴雪|大雪|nieve|lluvia*|chuva*|neve"},
    {Hold,
     "hold|detained|suspended|stopped|query|angehalten|zuruckgehalten|wartet auf klarung|"
     "adressklarung|vastgehouden|stoppad|stoppet|tilbageholdt|bloque|retenu|retenid*|"
     "detenid*|bloquead*|retid*|parad*|fermo|ferma|sosta|bloccat*|retinut*|zatrzyman*|wstrzyman*|"
     "zadrzen*|zadrzan*|visszatart*|pysaytet*|bekletil*|tam giu|ditahan|tertahan|задерж* "
     "таможн*|удержан*|"
     "затрим* митн*|задърж*|κρατειται|מעוכב|محتجز*|معلق*|扣|滞留|保留|보류"},
    {Cancel,
     "cancel*|void*|revoked|storn*|widerruf*|abgebroch*|geannuleer*|avbok*|annull*|kansell*|annul*|"
     "anulad*|anulat*|anulow*|cancelad*|cancellat*|annullat*|zrusen*|storno*|otkazan*|preklican*|"
     "torolve|peruttu|peruutettu|tuhist*|atsaukt*|atcelt*|iptal*|huy|dibatalkan|отмен*|аннулир*|"
     "скасован*|анулиран*|ακυρω*|בוטל|الغاء|ملغ*|ยกเลิก|取消|キャンセル|취소"},
    {Move,
     "sortation|linehaul*|on its way|on the way|on his way|arriv*|depart*|left|transit*|en "
     "route|travelling|moving|"
     "transfer*|sorted|sorting|scanned|processed|unterwegs|transport*|auf dem "
     "weg|eingetroffen|angekommen|"
     "verlassen|sortiert|fernverkehr|onderweg|aangekomen|vertrokken|gesorteerd|gescand|pa vag|pa "
     "vei|"
     "pa vej|anlant|ankommet|sorterat|sortert|sorteret|en route|en chemin|arrive|parti|trie|"
     "receptionne sur|transfert|en camino|viaje|llego|llegad*|salio|despachad*|ingreso|a caminho|"
     "viagem|chegou|saiu|in viaggio|arrivat*|partit*|transito|pe drum|plecat|sosit|ajuns"},
    {Move,
     "w drodze|dotarl*|wyruszyl*|jedzie|na ceste|dorazil*|odjel|na "
     "putu|stigao|stigla|stiglo|krenuo|na "
     "poti|prispel*|razvrsc*|uton|erkez*|elindult|matkalla|saapun*|siirtym*|lahtenyt|teel|liigub|"
     "pakeliui|cela|yolda|yola|ulasti|vardi|geldi|tren duong|den kho|roi kho|da "
     "roi|perjalanan|tiba|sampai|menuju|papunta|в пути|прибыл*|едет|убыл*|в "
     "дорозі|прямує|прибув|прибула|пътува|пристиг*|καθ οδον|αφιχθ*|εφτασε|εφθασε|בדרך|הגיע*|في "
     "الطريق|طريقها|وصل*|غادر*|در "
     "راه|रास्ते|পথে|ถึง|到达|抵达|已到|离开|发往|到着|通過|出発|도착|이동|출발|jousi*|joud*|reached|"
     "journey|passed|passe par|camino|lasciato|napustio|napustil*|opustil*|lamnat "
     "terminal*|forlatt|forladt|lahkus|uscit*|erreicht|passou|passo|уехал*|поехал*|떠났|离开了"},
    {Depot,
     "hub|hubs|depot|facility|warehouse|terminal|centre|center|distribution|sorting|lager|umschlag*"
     "|paketzentrum|zentrum|magazijn|sorteercentrum|terminalen|lagret|plateforme|agence|entrepot|"
     "plataforma|bodega|almacen|planta|centro|delegacion|plaza|filial|base|deposito|filiale|"
     "depozit*|magazyn|oddzial*|sortowni*|depa|depo|depu|sklad*|magacin*|sortirnic*|razvrsc*|"
     "raktar*|depoba|terminaal*|ladu|sandel*|noliktav*|aktarma|transfer "
     "merkez*|kho|gudang|hab|склад*|сортиров*|терминал*|сортувал*|κεντρο|υποκαταστημα|מרכז|מיון|"
     "مركز|مستودع|ศูนย์|คลัง|转运中心|分拨|中心|仓库|倉庫|センター|拠点|터미널|물류센터|허브|"
     "distributiecentrum|distributionscentral|network|magazzino|centru|centar|tridirn*|"
     "sorteerimiskeskus*|lajittelukeskuks*|ciudad|cidade|airport|flughafen|aeropuerto|city|"
     "country"},
    {Data,
     "information|data|label|waybill|consignment note|details|registered|created|announced|pre "
     "advised|electronic*|bill of "
     "lading|angekundigt|daten|etikett|auftrag|angelegt|aangemeld|voorgemeld|gegevens|registrer*|"
     "besked om|oprettet|annonce*|etiquette|enregistre*|informations|registrad*|grabado|creado|"
     "creada|etiqueta|registrat*|registrad*|etichetta|creata|inregistrat*|plasata|zarejestrowan*|"
     "utworzon*|vytvoren*|zadan*|etykiet*|zaregistrovan*|registrovan*|evidentiran*|evidentiran|"
     "najavljen*|kreiran*|adatok|adatai|"
     "rogzit*|rekister*|luonut|tiedot|andmed|duomen*|dati|kayit|bilgi*|tao don|thong "
     "tin|data|resi"},
    {Data,
     "зарегистрир*|создан*|данные|створен*|зареєстр*|регистрир*|създаден*|καταχωρ*|δημιουργ*|מידע|"
     "נרשם|بيانات|انشاء|معلومات|ثبت|ข้อมูล|สร้าง|信息|运单|面单|预报|データ|登録|등록|운송장|"
     "informiert|told us|informed us|informed|notified|nous a annonce|assigned to carrier|first "
     "scan"},
};

}  // namespace

std::span<const WordPart> word_parts() { return kParts; }

}  // namespace postlude::tracking
