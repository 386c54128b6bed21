#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As PTT, Yurtiçi, Aras, MNG, Sürat and Trendyol Express word their scans; own collection,
// 2026-11.
constexpr Cue kCues[] = {
    // ---- Turkish ----
    {S::Unknown, Sub::None, 0, "eger|lutfen|durumunda", Aside},
    {S::Unknown, Sub::None, 0,
     "teslimat adresi|teslimat subesi|dagitim merkezi|teslimat birimi|hasarsiz|"
     "teslim birimi|iade etiketi|dagitim subesi|teslimat noktasi adresi|varis subesi",
     Silent},
    {S::InTransit, Sub::None, kWeak,
     "teslim edilecek*|dagitima cikacak*|dagitima hazir*|teslimata hazir*|tahmini teslim*|"
     "teslim edilmek uzere|teslimat planlan*|henuz teslim edilme*|dagitim icin hazir*|dagitim "
     "merkezi*|"
     "teslimat subesi*|dagitim subesi*|teslimat birimi*|teslimat icin hazir*|varis subesi*",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "bugun teslim edilecek*|bugun dagitim*|bugun teslim*|bugun size ulas*|bugun ulas*|bugun "
     "elinizde|bugun getir*|bugun kapinizda",
     Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "kargo bilgisi|gonderi kaydi|kaydi olustur*|gonderi bilgisi|kayit olustur*|gonderi "
     "olustur*|barkod olustur*|barkod basil*|"
     "bilgileri alindi|bilgisi alindi|hazirlaniyor|kargoya verilmeyi bekl*|kargoya verilecek|on "
     "kayit|henuz kargoya|"
     "alim bekl*|teslim alinmayi bekl*|teslim alinacak|etiket*|elektronik*|kurye bekl*|gonderici "
     "hazirla*|"
     "satici hazirla*|talep olustur*|kargo kaydi|henuz teslim alinma*|veri alindi|siparis kaydi",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "siparis alindi|siparisiniz alindi|siparis onaylandi|paketleniyor|siparisiniz "
     "hazirlaniyor|bilgi bulunamadi|kayit bulunamadi|siparisiniz onaylandi|siparis hazirlaniyor"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "teslim alindi|kargoya verildi|kabul edildi|kabul|gonderi alindi|alindi|kabul islemi|kargo "
     "kabul|gondericiden alindi|kuryeye verildi kabul|kargoya teslim edildi|posta kabul|kargo "
     "teslim alindi|cikis subesinde kabul|saticidan alindi|gonderiyi aldi|kurye _ aldi|kurye aldi"},
    {S::PickedUp, Sub::AcceptanceScan, kHandedOver + 1,
     "sube* teslim edildi|subemize teslim edildi|kargo subesine teslim edildi|kargoya teslim "
     "edildi|"
     "kargo firmasina teslim edildi",
     Firm},

    {S::InTransit, Sub::None, kMoving,
     "yolda|transfer*|tasin*|sevk*|aktarma|aktarildi|isleme alindi|isleniyor|yuklendi|hareket "
     "halinde|islem gordu|ayristir*|"
     "tasniflen*|subede|birimde|transit|islem merkezi*|ayrim|sube "
     "islemi|gonderildi|torba*|indirildi|yola cikti|ulasim"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "ulasti|vardi|varis|geldi|giris yapti|ulasmistir|gelmistir|gelis|varmistir|giris "
     "yapildi|subeye ulas*"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2,
     "ayrildi|cikis yapti|cikis|yola cikti|gonderildi|ayrilmistir|yola cikmistir"},
    {S::InTransit, Sub::ArrivedInDestinationCountry, kMoving + 4,
     "varis ulkesi*|hedef ulke*|ulkeye giris"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3, "gumruk*|gumrukte|gumrukleme|gumruge"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "gumruk* _ tamamlandi|gumrukten cikti|gumrukten gecti|gumruk islemleri tamamlan*|gumrukten "
     "serbest|gumruklendi|gumruk* _ cikis*|gumrukten ayrildi|gumruk* tamamlan*"},
    {S::InTransit, Sub::AppointmentMade, kMoving + 5,
     "randevu*|yeniden teslim*|tekrar dagitim*|tekrar teslim*|ileri tarih*", Firm},
    {S::InTransit, Sub::Forwarded, kMoving + 6,
     "yonlendirildi|adres degisikligi|yonlendirilmistir|yeni adres*"},
    {S::InTransit, Sub::Missorted, kMoving + 8,
     "yanlis sevk*|hatali sevk*|yanlis sube*|yanlis yonlen*|hatali yonlen*"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "dagitima cikarildi|dagitima cikti|dagitimda|kuryede|kurye dagitim*|teslimata cikti|dagitima "
     "cikmistir|"
     "kurye yolda|dagitima verildi|dagiticida|kuryeye teslim edildi|kuryeye "
     "verildi|dagitimdadir|teslimata cikarildi|kurye uzerinde|aliciya dogru|dagitima "
     "ciktik|dagiticiya verildi|"
     "dagitima cikarilmistir|dagitim icin kuryede|kurye yola cikti|dagitim elemanin*",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "teslim alabilir*|sizi bekl*|subede _ bekl*|subeden alabilir*|subede bekliyor|teslim "
     "noktasi*|teslimat noktasina "
     "birakildi|subede bekleyen|subeden teslim|alici bekleniyor|kargomat*|almaya hazir|teslim "
     "alinmaya hazir|subede teslim alinmayi|alicisini bekl*|teslimat noktasinda|teslim almayi "
     "bekl*|subemizde bekl*",
     Says},
    {S::AttemptFailed, Sub::None, kTried,
     "teslim edilemedi|teslim edilemem*|teslimat basarisiz|basarisiz*|teslimat "
     "gerceklestirilemedi|dagitilamadi|teslim edilememistir|teslimat denemesi|gerceklesmedi|teslim "
     "olmadi|teslimat yapilamadi|yapilamadi",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "adreste bulunamadi|adreste yok|alici yok|evde yok|bulunamadi|ulasilamadi|adreste "
     "kimse|adreste bulunmadi|alici bulunamadi|evde bulunamadi|bulamadik|evde bulamadik|sizi "
     "bulamadik|ulasamadik|evde yoktunuz",
     Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3, "kapali|isyeri kapali|is yeri kapali",
     Firm},
    {S::AttemptFailed, Sub::NoticeLeft, kTried + 3,
     "not birakildi|haber kagidi|ihbarname*|bildirim birakildi|notu birakildi|ihbar birakildi",
     Firm},
    {S::Delayed, Sub::None, kLate, "gecik*|ertelen*|aksama", Firm},
    {S::Delayed, Sub::WeatherDelay, kLate + 1, "hava kosul*|hava muhalefeti|olumsuz hava"},
    {S::OnHold, Sub::Held, kHeldCue, "bekletil*|durduruldu|askiya|beklemede|alikon*"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1,
     "gumrukte bekl*|gumruk* _ bekletil*|gumrukte alikon*|gumruk* _ durdur*"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "odeme bekl*|vergi odem*|gumruk vergisi|odeme gerek*|odemeniz gerek*"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "eksik belge|belge eksik*|evrak eksik*|eksik evrak|belge bekl*|evrak bekl*"},
    {S::Delivered, Sub::None, kHandedOver,
     "teslim edildi|teslim edilmis*|teslimat tamamlandi|aliciya teslim*|basariyla teslim|teslimat "
     "gerceklesti|teslim|teslimat yapildi|teslimat basarili|teslim olundu|kapiniza "
     "birakildi|kapinizda|kapiniza|birakildi"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 3,
     "alici tarafindan _ alindi|subeden teslim alindi|alici teslim aldi|alici _ subeden _ "
     "aldi|musteri teslim aldi|alici tarafindan teslim|subeden teslim edildi|alici _ teslim aldi",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2, "komsu*"},
    {S::Delivered, Sub::LeftAtSafePlace, kHandedOver + 2,
     "kapiya birakildi|guvenlige|resepsiyona|posta kutusu*|guvenlik*|kapici*|kapiniza "
     "birakildi|kapinin onune"},
    {S::Exception, Sub::Damaged, kWrong, "hasar*|zarar*", Firm},
    {S::Exception, Sub::Lost, kWrong, "kayip|kayboldu|kaybol*|calindi|kaybedil*", Firm},
    {S::Exception, Sub::Refused, kWrong,
     "reddet*|reddedildi|kabul etmedi|alici kabul etme*|kabul edilmedi|ret", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "adres yetersiz|yetersiz adres|adres hatali|hatali adres|yanlis adres|adres eksik|eksik "
     "adres|adres bulunamadi|adres yanlis|alici taninmiyor|adres tespit edilemedi",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5, "tasinmis|adres degistirmis|adresten ayrilmis",
     Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "teslim alinmadi|bekleme suresi doldu|suresi doldu|suresi icinde alinma*|alinmamis*|alinmayan",
     Firm},
    {S::Returning, Sub::None, kGoingBack, "iade|iade edil*|iadeye|geri gonder*|gondericiye iade",
     Firm},
    {S::Returned, Sub::None, kBack,
     "iade teslim edildi|gondericiye teslim edildi|gondericisine teslim edildi|iade "
     "tamamlandi|saticiya teslim edildi|gondericiye iade edildi|iade edildi teslim|gondericiye "
     "iade teslim|gonderene teslim edildi|iade gondericiye teslim",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "iptal*", Firm},
};

}  // namespace

Cues turkish_cues() { return kCues; }

}  // namespace postlude::tracking
