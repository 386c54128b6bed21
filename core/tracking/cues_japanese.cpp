#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As Japan Post, Yamato and Sagawa word their scans; own collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- Japanese ----
    {S::Unknown, Sub::None, 0,
     "配達予定|配達希望|お届け予定|配達完了予定|持戻り予定|配達店|配達局|配達営業所|お届け先|"
     "配達担当|保管期限|伝票",
     Silent},
    {S::InTransit, Sub::None, kWeak,
     "配達予定|お届け予定|配達準備|配達準備中|お届け準備|配達予定日|到着予定|配達営業所到着|"
     "配達を予定",
     Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "出荷情報|送り状|発送準備|荷物受付前|データ登録|出荷準備|お荷物情報|集荷依頼|集荷予定|"
     "情報受信|データを受信|発送情報|出荷予定|荷物情報|受付前|登録されました|貨物情報",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "注文を受付|ご注文|注文確定|該当なし|お問い合わせ番号が見つかりません|登録されていません|"
     "準備中|未登録"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "引受|荷物受付|集荷|お預かり|荷受|受付|受け付け|出荷済|出荷しました|発送しました|差出|"
     "引き受け|取扱店受付|お荷物を受付|受取_発送者"},
    {S::InTransit, Sub::None, kMoving,
     "輸送中|通過|中継|輸送|作業店|作業中|区分|国際交換局|交換局|転送中|移動中|保管|経由|搬送|"
     "ターミナル|仕分|輸出|輸入|運送|航空便|配送中継|配送センター|拠点|ベース店|物流センター"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2, "到着|着荷|着店|到達"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2,
     "発送|出発|発車|出港|国際交換局から発送|発送済み|発送済"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "通関|税関|通関手続|税関検査|税関_提示|通関手続中"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "通関完了|通関済|輸入許可|通関手続完了|通関_完了|税関から受領|通関手続き完了|許可|通関が完了"},
    {S::InTransit, Sub::Forwarded, kMoving + 6, "転送|転居転送|住所変更"},
    {S::InTransit, Sub::Missorted, kMoving + 8, "誤区分|誤送|仕分けミス|誤仕分|誤配送"},
    {S::InTransit, Sub::AppointmentMade, kMoving + 9,
     "配達日時指定|日時指定|再配達|配達日変更|時間帯指定|日時変更|再配達受付|配達日_変更|日付指定|"
     "配達日時変更",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "配達中|持ち出し中|持出中|持ち出し|配達に出|配送中|お届け中|配達員|ドライバー|お届けに向か|"
     "配達に向か|配達出発|配達持ち出し|配達のため|本日お届け",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "受取可能|お受け取りいただけ|受け取りいただけ|お受取りいただけ|窓口でお渡し|お受け取り可能|"
     "店頭受取|コンビニ|宅配ロッカー保管|ロッカー|受け取り可能|お引き取り|営業所止|局留|店舗に到着|"
     "受取窓口|営業所_保管中|取り置き|受取店|宅配便センター受取|受け取りできます|受取場所|"
     "店舗にてお預かり|店舗でお預かり|店にてお預かり|お店でお預かり|営業所でお預かり|"
     "営業所にてお預かり"},
    {S::AttemptFailed, Sub::None, kTried,
     "持ち戻り|持戻|持戻り|配達できません|配達不能|お届けできません|配達を試み|未配達|配達できず|"
     "配達未完了|配達不可|お届けできず|配達失敗",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2, "不在|ご不在|受取人不在|留守", Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3, "休業|閉店|会社休み|定休|休日", Firm},
    {S::AttemptFailed, Sub::NoticeLeft, kTried + 3,
     "不在票|ご不在連絡票|不在通知|不在連絡票|不在のため_通知", Firm},
    {S::Delayed, Sub::None, kLate, "遅延|遅れ|翌日配達|延着|遅れて", Says},
    {S::Delayed, Sub::WeatherDelay, kLate + 1, "悪天候|台風|大雪|天候"},
    {S::OnHold, Sub::Held, kHeldCue,
     "保留|調査中|お問い合わせください|保管中|差し止め|確認中|留置"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1, "税関_保留|税関で保留|税関_留置"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "関税_支払|関税支払|税金|お支払い待ち|支払い待ち|関税のお支払い|課税"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "書類不備|書類_不足|書類不足|インボイス不備|必要書類"},
    {S::Delivered, Sub::None, kHandedOver,
     "配達完了|お届け済|お届け先にお届け済|お届け完了|配達済|配達しました|お届けしました|投函完了|"
     "投函|受取済|引渡完了|お渡し済|配達が完了|配送完了|お渡ししました|お届けが完了"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 3,
     "窓口でお渡し済|窓口でお受け取り|受け取り済|お受け取り済|お客様_引取|引取済|店頭お渡し|"
     "お客様が受け取|受取完了|窓口交付",
     Firm},
    {S::Delivered, Sub::LeftInLocker, kWaiting + 4, "宅配ボックス_配達|宅配ボックスに|宅配ボックス",
     Firm},
    {S::Delivered, Sub::LeftAtSafePlace, kWaiting + 4, "置き配|玄関前|郵便受|ポスト", Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kWaiting + 4, "近隣|隣人|お隣", Firm},
    {S::Exception, Sub::Damaged, kWrong, "破損|損傷|汚損", Firm},
    {S::Exception, Sub::Lost, kWrong, "紛失|亡失|行方不明|所在不明", Firm},
    {S::Exception, Sub::Destroyed, kWrong, "廃棄|滅却", Firm},
    {S::Exception, Sub::Refused, kWrong, "受取拒否|受取拒絶|受取辞退|拒否", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "住所不明|あて先不明|宛先不明|宛所|あて所|住所不備|住所相違|住所誤り|あて名|住所不完全|"
     "宛名不完全|宛先不完全",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5, "転居|移転", Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "保管期間経過|保管期限経過|期限切れ|保管期間満了|期間経過|保管期間が経過", Firm},
    {S::Returning, Sub::None, kGoingBack, "返送|返品|差出人に返|返還|戻し|差出人へ返|返却|返送中",
     Firm},
    {S::Returned, Sub::None, kBack,
     "返送完了|差出人に返送済|差出人に返還|返品完了|差出人返還済|差出人に配達|返還済|返送済|"
     "差出人へ返送済|差出人に返送しました|返却完了|ご依頼主_お渡し|依頼主へ返品済|"
     "ご依頼主へ返送完了|ご依頼主へ返送済|ご依頼主へお届け|ご依頼主に返送済|ご依頼主へ返品済",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "キャンセル|取消", Firm},
};

}  // namespace

Cues japanese_cues() { return kCues; }

}  // namespace postlude::tracking
