#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As Korea Post, CJ, Hanjin and Lotte word their scans; own collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- Korean ----
    {S::Unknown, Sub::None, 0, "배송예정|배달예정|배달준비중인|도착예정|배송기사|배송지로|배송지에",
     Silent},
    {S::InTransit, Sub::None, kWeak,
     "배송예정|배달예정|배달준비|배송준비완료|도착예정|배송준비중|배달준비중", Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "오늘배송예정|오늘도착예정|금일배송|오늘배달|배달할예정|배송할예정", Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "송장|운송장등록|접수대기|집하예정|집화예정|발송준비|접수예정|상품준비|전산접수|운송장|"
     "발송정보|집하지시|집화지시|인수예정|배송정보|픽업예정|출고준비|접수되지|접수정보|예약접수",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "주문접수|결제완료|상품준비중|주문확인|조회결과가없|정보가없|포장"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "접수|집하|집화|상품인수|인수|발송완료|픽업완료|수거|발송했습니다|집화처리|상품을인수|"
     "접수완료|집하완료|출고완료|출고"},
    {S::InTransit, Sub::None, kMoving,
     "이동중|운송중|행낭포장|발송|간선|터미널|상차|하차|배송중입니다|경유|처리중|이동|운송|허브|"
     "교환국|"
     "상품이동중|구분|우편집중국|집중국|분류|물류센터|입고|캠프|수출|수입|국제"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "도착|입항|배달지도착|하차|배송지도착|배달국도착"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2, "출발|상차|출항|발송지출발|떠났"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "통관|세관|통관중|통관검사|관세청|통관절차|통관대기"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "통관완료|통관_완료|수입신고수리|반출|세관반출|통관이완료|통관절차완료|통관이 완료"},
    {S::InTransit, Sub::AppointmentMade, kMoving + 5, "재배송|재배달|배송일변경|배달일변경|희망일",
     Firm},
    {S::InTransit, Sub::Missorted, kMoving + 8, "오분류|오배송|잘못분류"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "배송출발|배달출발|배달중|배송중|배달나감|집배원|배송기사가|배달원|배송출고|배달을시작|"
     "배송을시작|배달하기위해|배송기사출발",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "보관중|수령가능|픽업가능|무인택배함|편의점_보관|창구교부|수취대기|편의점도착|방문수령|"
     "택배함보관|보관함|수령하실|찾아가실|우체국보관|픽업대기|찾아가세요"},
    {S::AttemptFailed, Sub::None, kTried,
     "미배달|배달실패|배송실패|미배송|배송불가|배달불가|배달하지못|배송하지못|배달시도|배송시도|"
     "배송이실패|배달완료되지",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "부재|수취인부재|수취인부재중|고객부재|폐문부재|연락두절|연락불가|연락이되지", Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3, "휴무|영업종료|휴업|폐문", Firm},
    {S::Delayed, Sub::None, kLate, "지연|연기|늦어|배송지연|배달지연", Says},
    {S::Delayed, Sub::WeatherDelay, kLate + 1, "기상|악천후|폭설|태풍|날씨"},
    {S::OnHold, Sub::Held, kHeldCue, "보류|보관|중지|대기|유치"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1, "통관보류|세관보류|통관_보류|세관_보류"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "관세납부|세금납부|납부대기|관세_납부|세금_납부|결제대기|관부가세"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "서류미비|서류부족|서류_필요|서류보완|서류누락|서류가부족"},
    {S::OnHold, Sub::CustomsInformationNeeded, kHeldCue + 5, "개인통관고유부호|통관번호|통관부호"},
    {S::Delivered, Sub::None, kHandedOver,
     "배송완료|배달완료|전달완료|수취인_수령|수령완료|배달되었|배송되었|배송이완료|배달이완료|"
     "전달했|배달했|배송했|인도완료|배송을완료|배달을완료"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 3,
     "고객수령|방문수령완료|수령하였|찾아가|창구교부완료|고객이수령|수취인이수령|픽업완료고객",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kWaiting + 4, "이웃|옆집", Firm},
    {S::Delivered, Sub::LeftAtSafePlace, kWaiting + 4, "문앞|경비실|우편함|현관|관리실|문 앞",
     Firm},
    {S::Delivered, Sub::LeftInLocker, kWaiting + 4, "무인택배함_배송완료|무인택배함에배달", Firm},
    {S::Exception, Sub::Damaged, kWrong, "파손|훼손|손상", Firm},
    {S::Exception, Sub::Lost, kWrong, "분실|망실|유실|도난", Firm},
    {S::Exception, Sub::Refused, kWrong, "수취거부|수취거절|수령거부|인수거부|수취인거절|거부|거절",
     Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "주소불명|주소오류|주소불일치|주소부정확|수취인불명|주소_불명|주소_오류|잘못된주소|"
     "수취인미거주|주소가불명확|주소불분명|주소가잘못",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5, "이사", Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "보관기간경과|기간만료|미수령|보관기간만료|보관기간이경과|보관기간이지", Firm},
    {S::Returning, Sub::None, kGoingBack, "반송|반품|회송|반송중|회수", Firm},
    {S::Returned, Sub::None, kBack,
     "반송완료|반품완료|회송완료|발송인에게반송완료|반송배달완료|발송인수령|발송인에게배달|"
     "발송인에게전달|발송인에게반환|반송_완료",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "취소", Firm},
};

}  // namespace

Cues korean_cues() { return kCues; }

}  // namespace postlude::tracking
