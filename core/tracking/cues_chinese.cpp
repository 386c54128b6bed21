#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As China Post, SF, YunExpress, Cainiao, ZTO, YTO, JD, Hongkong Post and Chunghwa Post word
// their scans; own collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- Chinese, simplified and traditional ----
    {S::Unknown, Sub::None, 0, "如|如果|若|如有|请|請", Aside},
    {S::Unknown, Sub::None, 0,
     "准备签收|请签收|请_签收|注意签收|待签收|等待签收|签收前|派送范围|派送地址|收件地址|未损坏|"
     "无破损|投递局|投递部|投递站|配送站|派送点|"
     "投递地址|签收后|电子签收",
     Silent},
    {S::InTransit, Sub::None, kWeak,
     "准备派送|即将派送|准备投递|待派送|等待派送|即将送达|预计送达|预计_送达|預計送達|尚未投递|"
     "准备配送|等待配送|尚未送达|待配送|安排配送|準備派送|待投递|等待投递",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "今天送达|今日送达|今天将送达|今日将送达|今日將送達|今天送達|今日送達|今天送到|今日送到|"
     "将于今天",
     Firm},

    {S::LabelCreated, Sub::None, kAnnounced,
     "电子信息|電子資料|已创建|订单信息|运单创建|快件信息|信息已录入|预报|已下单|待揽收|待揽件|"
     "等待揽收|等待揽件|已生成|面单|打单|物流信息|尚未收到|等待取件|预约取件|通知快递公司揽收|"
     "通知快递公司揽件|通知_揽件|通知_揽收|通知揽收|运单已|待发货|等待发货|已通知|电子预报|"
     "收到订单信息|资料已收到|發貨資料|寄件資料|已收到电子|等待寄件|收到发货信息|未收到实物|"
     "准备揽收|預報|已建立寄件|待收件|尚未交寄|信息已接收|信息已收到",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "订单已提交|已付款|备货|配货|打包|拣货|订单处理|正在处理订单|已接单|仓库处理|商家正在|"
     "等待处理|查无|暂无|未查询到|仓库正在|商品出库|处理订单|訂單已成立|訂單處理|理货"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "揽收|揽件|已收件|收寄|已收寄|收件成功|已取件|取件成功|已揽|收货成功|交寄|已交寄|"
     "已接收|接收|收到包裹|收到货件|卖家已发货|商家已发货|已发货|寄出|收件扫描|攬收|"
     "已攬收|接受邮件|承运商已收|承运人已收|货物已收|仓库收货|包裹已收|"
     "已收到包裹|已從寄件人|收取|入库|操作中心收货|已收|取货成功|上门取件|卖家发货"},
    {S::InTransit, Sub::None, kMoving,
     "运输|運輸|途中|转运|轉運|中转|中轉|分拣|分揀|处理中心|處理中心|发往|發往|下一站|"
     "航班|起飞|装车|封发|封發|经转|經轉|处理|處理|配载|交航|交运|出口|进口|干线|发车|"
     "集散|集货|在途|运送|输送|正发往|出库|直封|封车|解封车|封袋|装袋|开拆|互换局|交換局|"
     "寄往|飞往|路上|操作中心|转寄|正在送往_分拨|送往|前往|已出仓|承运|理货装箱|装箱|"
     "航空公司|机场|空运|海运|卸货|落地"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "到达|到達|抵达|抵達|已到|到件|入站|到货|进入|到港|抵港|到站"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2,
     "离开|離開|已发出|发出|發出|出站|已离|启程|出发|发运|已发往|离港|離港|运送至|运往|已启运"},
    {S::InTransit, Sub::ArrivedInDestinationCountry, kMoving + 4,
     "目的国|目的地国家|目的地國家|到达目的地国|抵达目的国|到达目的国"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "海关|清关|清關|海關|报关|報關|通关|通關|进口清关|出口报关|送交海关|关务|查验"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "清关完成|清關完成|海关放行|海關放行|放行|通关完成|清关成功|清关_完成|清关结束|通關完成|"
     "完成清关|完成清關|海关已放行|离开海关|報關完成|报关完成|已清关|清关放行"},
    {S::InTransit, Sub::HandedToLocalCarrier, kMoving + 17,
     "移交末端|交付末端|转交_派送|交给当地|交接给末端|末端承运|转交给当地|交由_派送商|交付_派送商|"
     "尾程|转给_承运商|移交_承运商|交付给航空|移交航空|派送商已接收|末端_已接收|末端派送商",
     Firm},
    {S::InTransit, Sub::Forwarded, kMoving + 6, "转寄新地址|改址|改派|更改地址|改寄"},
    {S::InTransit, Sub::Missorted, kMoving + 8, "错分|误发|错发|错误分拣|误分拣|分拣错误"},
    {S::InTransit, Sub::AppointmentMade, kMoving + 5,
     "预约派送|预约配送|改约|约定派送|另约时间|约定时间|改期|再次派送|再次投递|預約配送|重新派送|"
     "重新安排|約定",
     Firm},
    {S::OutForDelivery, Sub::None, kOutCue,
     "派送中|派件中|派件|派送|正在派送|正在派件|派送员|派件员|快递员_送|投递员|安排投递中|正在投递|"
     "投递中|配送中|正在配送|配送员|外出派送|送货中|投遞中|派送途中|出门派送|骑手|正在为您派|"
     "正在为您投|派送人員|送達途中|今日派送|开始派送|正在送货|外送中|派件途中|交付配送|司机|遞送中|"
     "正在派遞|外出派遞|投递途中|送貨途中|司機|安排投递|安排派送|安排派遞|安排投遞|安排派遞|"
     "現正安排",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "待取|等待自提|自提|代收点|代收點|驿站|驛站|快递柜|快遞櫃|丰巢|菜鸟驿站|可领取|领取|待领|待領|"
     "取件码|提货|请取|智能柜|便利店|到店|請領取|到達取件|自取|已存放|已放入|投柜|存入|代收|暂存|"
     "门店|取件通知|可取件|等待取件人|等待客户自取|領取|取貨|服务点|取货点|送达代收|已到_自提|"
     "待自取|等候領取|配達門市|送達門市|到達門市|已到門市|门市|門市|日內取件|日内取件|入库_待取|"
     "已入库待取|待取件|放入_柜",
     Says},
    {S::AttemptFailed, Sub::None, kTried,
     "派送失败|派件失败|投递失败|投递不成功|未妥投|妥投失败|派送不成功|配送失败|派送未成功|"
     "投遞不成功|派送失敗|配送失敗|无法派送|无法投递|未能派送|未能投递|派件不成功|派送异常|"
     "尝试派送|尝试投递|送达失败|无法送达|未能送达|未成功|未成功派送|未成功投递|試投|試送|"
     "投遞失敗|無法投遞|未能成功|派件异常|试投|再投|未能妥投|派送尝试|嘗試派送",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "收件人不在|无人|不在家|客户不在|无人签收|电话无人|联系不上|无法联系|收件人_不在|無人|"
     "不在指定|電話無人|无人接听|收件人未在|无人在家|收件人外出|未能联系|聯絡不上|無法聯絡|"
     "未能聯絡|未能联络|聯絡不到|联络不到|未能聯絡收件人|联系不到",
     Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3,
     "公司休息|放假|关门|關門|单位休息|休息不|已关闭|停業", Firm},
    {S::AttemptFailed, Sub::NoticeLeft, kTried + 1,
     "留下通知|留通知|通知单|已留通知|留字条|招领通知|招領通知", Firm},
    {S::Delayed, Sub::None, kLate,
     "延误|延誤|延迟|延遲|推迟|晚点|滞后|延後|次日派送|延期|滞留|晚到|可能会晚|会晚|稍晚|慢", Says},
    {S::Delayed, Sub::WeatherDelay, kLate + 1, "天气|天氣|台风|颱風|暴雨|大雪"},
    {S::Delayed, Sub::ExternalDelay, kLate, "罢工|不可抗力|疫情|节假日|航班取消"},
    {S::Delayed, Sub::CustomsDelay, kLate + 2, "清关延误|海关延误|清關延誤"},
    {S::OnHold, Sub::Held, kHeldCue,
     "问题件|扣留|暂停|待处理|拦截|保留|等待指示|安检退|暫停|待確認|等待客户|留仓|暂扣"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1,
     "海关扣|海關扣|海关扣留|被海关|海關扣留|海关暂扣|海关查扣|海关留存"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "缴税|待缴|交税|支付关税|缴纳|待付|付税|缴关税|繳稅|繳納|支付税|关税待|等待支付|待支付税|"
     "税费"},
    {S::OnHold, Sub::DocumentsNeeded, kHeldCue + 4,
     "缺少文件|资料不全|文件不全|缺少资料|补充资料|缺少发票|資料不全|文件缺失|补交"},
    {S::OnHold, Sub::CustomsInformationNeeded, kHeldCue + 5,
     "身份证|身份信息|清关资料|实名|清关信息|身分證"},
    {S::Delivered, Sub::None, kHandedOver,
     "签收|簽收|妥投|已送达|送达|已投递|投递成功|投递完成|派送成功|派送完成|已派送|配送完成|已交付|"
     "交付成功|投遞成功|投遞完成|已送達|送達|派件成功|送貨完成|已投遞|完成投递|已派送完|派送完毕|"
     "派件已签收|成功派递|成功派遞|成功送达|交付客户|已完成派|已派遞|已派递|已放在|放在门口|放在家|"
     "買家已取|买家已取"},
    {S::Delivered, Sub::Signed, kHandedOver + 1, "本人签收|本人簽收|他人签收|签收人|已签收|已簽收"},
    {S::Delivered, Sub::CollectedByCustomer, kWaiting + 5,
     "客户已取|已自提|自提签收|已取走|已领取|已領取|取件成功_柜|已被取走|收件人已取|自取完成|"
     "客戶已取|已自取|成功取貨|取出|已提货|收件人已领|已取貨|代收点_签收|驿站_签收|柜_签收|"
     "已到店取|完成取貨|買家已取件|买家已取件|已取件_用户|用户已取",
     Firm},
    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 6, "邻居|鄰居", Firm},
    {S::Delivered, Sub::LeftAtSafePlace, kHandedOver + 6,
     "前台|门卫|信箱|放置门口|门口|物业|收发室|管理員|信箱投|家门口|传达室|保安|管理室", Firm},
    {S::Exception, Sub::None, kWrong - 12, "异常|異常|问题|疑难"},
    {S::Exception, Sub::Damaged, kWrong, "破损|损坏|破損|損壞|毁损|受损", Firm},
    {S::Exception, Sub::Lost, kWrong, "丢失|遗失|遺失|丟失|丢件|被盗|遗落", Firm},
    {S::Exception, Sub::Destroyed, kWrong, "销毁|銷毀|弃件|棄件", Firm},
    {S::Exception, Sub::Refused, kWrong, "拒收|拒签|拒絕|拒绝", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "地址错误|地址不详|地址有误|地址不全|地址不清|地址錯誤|地址不詳|查无此人|查無此人|地址不完整|"
     "地址不正确|收件人信息错误|错误地址|无此地址|地址无法|地址欠详|地址欠詳|地址不明",
     Firm},
    {S::Exception, Sub::CustomerMoved, kTried + 5, "搬迁|迁移|搬走|已搬|遷移新址|搬家", Firm},
    {S::Exception, Sub::PickupMissed, kTried + 6,
     "逾期未领|逾期|未领取|无人认领|无人领取|逾期未取|超期未取|招領逾期|招领逾期", Firm},
    {S::Returning, Sub::None, kGoingBack,
     "退回|退件|退货|退運|退运|退返|返回寄件|退还|退回中|退貨|退至|安排退|转退|退件中|寄回", Firm},
    {S::Returned, Sub::None, kBack,
     "退件签收|退回签收|退回妥投|已退回寄件人|退货签收|退回_签收|退件_签收|退回寄件人_投|寄件人_"
     "签收|寄件人已签收|已退回发件人|退货完成|退回完成|退件完成|退件已签收|寄件人已取回|"
     "退回件已妥投|已退还寄件人|退回寄件人_妥投|退回商家_签收|已退回商家|已收到退货|收到退货|"
     "商家已收|商家收到退",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "取消|撤销|撤单|作废|撤回", Firm},
};

}  // namespace

Cues chinese_cues() { return kCues; }

}  // namespace postlude::tracking
