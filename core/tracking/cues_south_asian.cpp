#include "core/tracking/cues.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using enum CueKind;

// As Thailand Post, Flash, Kerry, Vietnam Post, GHN, GHTK, JNE, J&T, SiCepat, Pos Indonesia, Pos
// Malaysia and India Post word their scans; own collection, 2026-11.
constexpr Cue kCues[] = {
    // ---- Thai ----
    {S::InTransit, Sub::None, kWeak,
     "เตรียมนำจ่าย|เตรียมการนำจ่าย|เตรียมจัดส่ง|เตรียมการจัดส่ง|จะจัดส่ง|รอการนำจ่าย|กำลังเตรียมจัดส่ง", Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "สร้างรายการ|ข้อมูลพัสดุ|รอรับพัสดุ|รับข้อมูล|เตรียมการฝากส่ง|ได้รับข้อมูล|รอเข้ารับ|รอผู้ส่ง|ลงทะเบียน|ผู้ส่งกำลังเตรียม|"
     "ผู้ส่งเตรียม|ผู้ส่งกำลังเตรียมพัสดุ|ร้านค้ากำลังเตรียม|ร้านค้าเตรียม|รอร้านค้า",
     Firm},
    {S::Pending, Sub::None, kPendingCue, "ได้รับคำสั่งซื้อ|รอชำระเงิน|ไม่พบข้อมูล|แพ็คสินค้า"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "รับฝาก|รับพัสดุแล้ว|เข้ารับพัสดุ|รับเข้าระบบ|รับพัสดุจากผู้ส่ง|รับพัสดุ|เข้ารับสินค้า|รับสินค้าจาก"},
    {S::InTransit, Sub::None, kMoving,
     "ระหว่างการขนส่ง|ระหว่างขนส่ง|อยู่ระหว่าง|คัดแยก|ส่งต่อ|ขนส่ง|เดินทาง|ศูนย์|กำลังเดินทาง|นำส่งไปยัง"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "ถึงที่ทำการ|ถึงศูนย์|ถึงสาขา|มาถึง|ถึงคลัง|เดินทางถึง|ถึงปลายทาง"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2, "ออกจาก|ส่งออกจาก"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3, "ศุลกากร|พิธีการ"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "ผ่านพิธีการ|ผ่านศุลกากร|ศุลกากรเรียบร้อย|พิธีการศุลกากรเสร็จ"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "กำลังนำจ่าย|ระหว่างการนำจ่าย|อยู่ระหว่างนำจ่าย|กำลังนำส่ง|กำลังจัดส่ง|นำจ่าย|ออกนำจ่าย|พนักงานกำลังนำ|"
     "อยู่ระหว่างการนำส่ง|ระหว่างจัดส่ง|กำลังจัดส่งพัสดุ|ออกจัดส่ง|พนักงานจัดส่ง|วันนี้พัสดุ|จะถูกจัดส่งวันนี้|วันนี้_จัดส่ง|"
     "จะจัดส่งวันนี้|ส่งวันนี้",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "รอจ่าย|รอผู้รับ|มารับที่|รับที่สาขา|พร้อมรับ|รอรับที่|จุดรับ|รอผู้รับมารับ|ตู้รับ|ล็อกเกอร์|พร้อมให้รับ|tuntut|sila "
     "tuntut|boleh tuntut|boleh dituntut"},
    {S::AttemptFailed, Sub::None, kTried,
     "นำจ่ายไม่สำเร็จ|จัดส่งไม่สำเร็จ|ไม่สำเร็จ|ไม่สามารถจัดส่ง|ไม่สามารถนำจ่าย|นำจ่ายไม่ได้|ส่งไม่สำเร็จ|ไม่สามารถส่ง",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "ไม่มีผู้รับ|ผู้รับไม่อยู่|ไม่อยู่บ้าน|ติดต่อผู้รับไม่ได้|ไม่พบผู้รับ|ติดต่อไม่ได้|ไม่สามารถติดต่อ", Firm},
    {S::Delayed, Sub::None, kLate, "ล่าช้า|เลื่อน", Says},
    {S::OnHold, Sub::Held, kHeldCue, "ระงับ|รอตรวจสอบ|พักพัสดุ|ตกค้าง"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4, "ชำระภาษี|ชำระอากร|รอชำระ"},
    {S::Delivered, Sub::None, kHandedOver,
     "นำจ่ายสำเร็จ|จัดส่งสำเร็จ|ส่งสำเร็จ|ผู้รับได้รับ|ผู้รับได้รับสิ่งของ|จัดส่งเรียบร้อย|ส่งมอบแล้ว|ส่งถึงผู้รับ|เซ็นรับ|"
     "ได้รับพัสดุแล้ว|ลงนามรับ|จัดส่งแล้ว|เซ็นรับแล้ว|วางพัสดุ|วางไว้หน้า|วางไว้",
     Firm},
    {S::Exception, Sub::Damaged, kWrong, "เสียหาย|ชำรุด", Firm},
    {S::Exception, Sub::Lost, kWrong, "สูญหาย|หาย", Firm},
    {S::Exception, Sub::Refused, kWrong, "ปฏิเสธ|ไม่รับของ", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "ที่อยู่ไม่ชัดเจน|ที่อยู่ไม่ถูกต้อง|ที่อยู่ผิด|จ่าหน้าไม่ชัดเจน|ที่อยู่ไม่ครบ", Firm},
    {S::Returning, Sub::None, kGoingBack, "ส่งคืน|ตีกลับ|คืนผู้ส่ง|ส่งกลับ", Firm},
    {S::Returned, Sub::None, kBack,
     "ส่งคืนผู้ส่งสำเร็จ|ส่งคืนสำเร็จ|ตีกลับสำเร็จ|ส่งคืนเรียบร้อย|คืนผู้ส่งสำเร็จ|คืนผู้ส่งเรียบร้อย", Firm},
    {S::Cancelled, Sub::None, kWrong, "ยกเลิก", Firm},
    // ---- Vietnamese (folded) ----
    {S::InTransit, Sub::None, kWeak,
     "se duoc giao|du kien giao|chuan bi giao|cho giao hang|cho giao|sap giao|dalam penghantaran "
     "ke|penghantaran ke pusat",
     Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "cho lay hang|tao don|da tao|tao van don|thong tin don hang|nguoi ban dang chuan bi|dang "
     "chuan bi hang|cho ban giao|tiep nhan thong tin|dang lay hang|chuan bi hang|da nhan thong tin",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "don hang da dat|da xac nhan don|cho xac nhan|dat hang thanh cong|dong goi|khong tim thay"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "lay hang thanh cong|da lay hang|nhan hang tu nguoi gui|tiep nhan|da nhan hang tu|chap nhan "
     "gui|buu gui da duoc nhan|da ban giao cho|lay thanh cong|da nhan tu nguoi gui|nhap kho "
     "lay|buu ta da lay|da lay"},
    {S::InTransit, Sub::None, kMoving,
     "dang van chuyen|van chuyen|trung chuyen|luan chuyen|dang tren duong|phan loai|roi kho|nhap "
     "kho|xuat kho|dang di chuyen|trung tam|chuyen tiep"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "da den|den kho|den buu cuc|toi kho|den trung tam|den tram|da toi"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2, "roi khoi|da roi|xuat khoi|roi buu cuc"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3, "hai quan|thong quan|thu tuc hai quan"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "da thong quan|thong quan thanh cong|hoan tat thong quan|thong quan hoan tat|hoan thanh thu "
     "tuc hai quan"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "dang giao hang|dang giao|dang di giao|giao hang cho shipper|shipper dang|dang phat|buu ta "
     "dang|tai xe|nhan vien giao hang|dang duoc giao|phat buu ta|buu ta phat|hom nay|hom nay don "
     "hang|se duoc giao hom nay",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "cho nguoi nhan den|san sang de nhan|den nhan|cho nhan tai|tu den lay|co the nhan tai|nhan "
     "tai buu cuc|san sang nhan"},
    {S::AttemptFailed, Sub::None, kTried,
     "giao hang khong thanh cong|giao khong thanh cong|khong thanh cong|giao hang that bai|giao "
     "that bai|that bai|khong the giao|chua giao duoc|phat khong thanh cong|khong giao duoc|giao "
     "hang lai|hen lai|doi ngay giao|khach hen|khach hen lai",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "nguoi nhan vang|khong co nha|vang nha|khong lien lac duoc|khong nghe may|khach khong "
     "nghe|khong lien he duoc|khong goi duoc|khong goi|khong co ai",
     Firm},
    {S::Delayed, Sub::None, kLate,
     "cham tre|tri hoan|bi tre|hoan giao|bi cham|cham do|giao cham|cham", Firm},
    {S::OnHold, Sub::Held, kHeldCue, "tam giu|luu kho|dang xu ly su co|giu lai"},
    {S::Delivered, Sub::None, kHandedOver,
     "giao hang thanh cong|giao thanh cong|da giao|phat thanh cong|da phat|nguoi nhan da nhan|da "
     "nhan hang|giao hang hoan tat|da giao hang",
     Firm},
    {S::Exception, Sub::Damaged, kWrong, "hu hong|bi hong|hong vo|be vo", Firm},
    {S::Exception, Sub::Lost, kWrong, "that lac|bi mat|mat hang", Firm},
    {S::Exception, Sub::Refused, kWrong, "tu choi", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "sai dia chi|dia chi khong|dia chi sai|khong tim thay dia chi", Firm},
    {S::Returning, Sub::None, kGoingBack,
     "hoan hang|chuyen hoan|tra lai|hoan tra|dang hoan|tra hang|dang tra|chuyen tra", Firm},
    {S::Returned, Sub::None, kBack,
     "hoan hang thanh cong|da hoan tra|tra hang thanh cong|da tra lai nguoi gui|da chuyen "
     "hoan|hoan thanh cong|da tra cho nguoi gui|tra thanh cong|da hoan hang|da hoan cho nguoi gui",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "da huy|huy don|bi huy", Firm},
    // ---- Indonesian and Malay ----
    {S::Unknown, Sub::None, 0, "jika|apabila|mohon|silakan|sila", Aside},
    {S::InTransit, Sub::None, kWeak,
     "akan _ dikirim|akan _ diantar|akan dihantar|siap untuk diantar|siap diantar|menunggu "
     "pengantaran|perkiraan|belum terkirim|siap untuk penghantaran|menjadwalkan ulang|jadwal "
     "ulang|dijadwalkan ulang",
     Firm},
    {S::LabelCreated, Sub::None, kAnnounced,
     "resi _ dibuat|menunggu pickup|menunggu penjemputan|menunggu kurir|data _ diterima|paket _ "
     "didaftarkan|pesanan dibuat|manifes*|maklumat _ diterima|akan dijemput|menunggu "
     "diserahkan|nomor resi|penjual _ menyiapkan|sedang disiapkan|label _ dicetak|belum "
     "diserahkan|pengirim _ mempersiapkan",
     Firm},
    {S::Pending, Sub::None, kPendingCue,
     "pesanan diterima|pesanan dikonfirmasi|pesanan diproses|dikemas|pembayaran diterima|tidak "
     "ditemukan"},
    {S::PickedUp, Sub::AcceptanceScan, kTaken,
     "telah dijemput|sudah dijemput|dipickup|telah diambil kurir|diambil oleh kurir|diterima oleh "
     "kurir|diserahkan ke _ kurir|paket telah diterima di _ asal|diterima di counter|diterima di "
     "agen|diambil dari penjual|dijemput|barang diterima _ pengirim|diposkan|diserahkan oleh "
     "pengirim|diterima dari pengirim|paket diterima di _ gerai|telah diserahkan ke jasa "
     "kirim|diterima sigesit|di pick up|telah di pick up|pick up oleh kurir|di pickup|sudah di "
     "pick up"},
    {S::InTransit, Sub::None, kMoving,
     "dalam perjalanan|transit|sedang dikirim|disortir|proses sortir|sortir|gudang|dalam "
     "proses|dalam pengiriman|dikirim ke|pusat sortir|dalam transit|diproses|perjalanan|pusat "
     "penghantaran|hub"},
    {S::InTransit, Sub::ArrivedAtFacility, kMoving + 2,
     "tiba di|telah tiba|sampai di|sudah sampai di|telah sampai di|diterima di gudang|diterima di "
     "hub|tiba"},
    {S::InTransit, Sub::DepartedFacility, kMoving + 2,
     "berangkat|telah berangkat|meninggalkan|keluar dari|telah keluar|bertolak|dilepas"},
    {S::InTransit, Sub::CustomsStarted, kMoving + 3,
     "bea cukai|kastam|pabean|kepabeanan|proses kastam"},
    {S::InTransit, Sub::CustomsCleared, kMoving + 6,
     "selesai _ bea cukai|lulus bea cukai|bea cukai selesai|keluar dari bea cukai|selesai "
     "pabean|dilepaskan _ kastam|pelepasan kastam|lolos bea cukai|telah lulus pabean"},
    {S::OutForDelivery, Sub::None, kOutCue,
     "sedang diantar|dibawa kurir|dengan kurir|kurir menuju|sedang dihantar|keluar untuk "
     "penghantaran|diantar oleh kurir|dalam pengantaran|dibawa _ kurir|menuju alamat|proses "
     "antar|proses pengantaran|sedang diantarkan|untuk penghantaran|bersama kurir|menuju ke "
     "alamat|proses delivery|kurir sedang|dalam penghantaran oleh|penghantaran oleh kurier|akan "
     "dikirim ke alamat|ke alamat penerima|hari ini _ diantar|akan diantar hari ini",
     Firm},
    {S::ReadyForPickup, Sub::None, kWaiting,
     "siap diambil|dapat diambil|sedia untuk diambil|siap untuk diambil|menunggu diambil _ "
     "penerima|boleh diambil|sedia untuk kutipan|bisa diambil|menunggu penerima"},
    {S::AttemptFailed, Sub::None, kTried,
     "gagal*|pengiriman gagal|tidak berhasil|gagal diantar|gagal dikirim|tidak dapat "
     "dihantar|percubaan|penghantaran tidak berjaya|tidak berjaya|percobaan|gagal kirim|tidak "
     "dapat diantar|tidak menemukan|tidak menemukan alamat|tak jumpa",
     Firm},
    {S::AttemptFailed, Sub::RecipientAbsent, kTried + 2,
     "penerima tidak|tidak di rumah|tidak ada di|rumah kosong|tidak ada orang|tiada penerima|tidak "
     "ada penerima|tiada orang|tidak bisa dihubungi",
     Firm},
    {S::AttemptFailed, Sub::BusinessClosed, kTried + 3,
     "kantor tutup|toko tutup|tutup|kantor libur", Firm},
    {S::Delayed, Sub::None, kLate, "tertunda|terlambat|keterlambatan|ditunda|kelewatan|lewat",
     Says},
    {S::OnHold, Sub::Held, kHeldCue, "ditahan|tertahan|menunggu instruksi|on hold"},
    {S::OnHold, Sub::CustomsDelay, kHeldCue + 1,
     "ditahan _ bea cukai|tertahan _ bea cukai|ditahan _ kastam"},
    {S::OnHold, Sub::PaymentNeeded, kHeldCue + 4,
     "menunggu pembayaran|pembayaran pajak|bayar pajak|bea masuk"},
    {S::Delivered, Sub::None, kHandedOver,
     "terkirim|telah diterima oleh|diterima oleh|berhasil diantar|berhasil dikirim|telah "
     "dihantar|sudah diterima|paket diterima|diterima penerima|berjaya dihantar|telah "
     "diterima|berjaya diserahkan|penghantaran berjaya|sampai ke penerima|telah sampai "
     "tujuan|berhasil "
     "diterima|diterima _ bersangkutan"},
    {S::PickedUp, Sub::AcceptanceScan, kWaiting,
     "telah diterima di pejabat pos|diterima di pejabat pos|diterima di kantor pos|diterima di "
     "kaunter|telah diterima di kantor",
     Firm},

    {S::Delivered, Sub::LeftWithNeighbour, kHandedOver + 2, "tetangga|jiran"},
    {S::Exception, Sub::Damaged, kWrong, "rusak|rosak", Firm},
    {S::Exception, Sub::Lost, kWrong, "hilang", Firm},
    {S::Exception, Sub::Refused, kWrong, "ditolak|menolak|enggan menerima", Firm},
    {S::Exception, Sub::AddressProblem, kTried - 2,
     "alamat salah|alamat tidak|salah alamat|alamat kurang|alamat tak|alamat _ tidak lengkap",
     Firm},
    {S::Returning, Sub::None, kGoingBack,
     "dikembalikan|retur|pengembalian|kembali ke pengirim|dipulangkan|diretur|pemulangan", Firm},
    {S::Returned, Sub::None, kBack,
     "dikembalikan ke pengirim|telah dikembalikan kepada pengirim|retur selesai|retur "
     "diterima|dikembalikan kepada pengirim|pengembalian selesai|diterima _ pengirim kembali|retur "
     "berhasil|telah dipulangkan kepada pengirim",
     Firm},
    {S::Cancelled, Sub::None, kWrong, "dibatalkan|batal", Firm},
    // ---- Hindi ----
    {S::LabelCreated, Sub::None, kAnnounced, "जानकारी प्राप्त|लेबल|पिकअप की प्रतीक्षा|बुक", Firm},
    {S::PickedUp, Sub::AcceptanceScan, kTaken, "उठा लिया|प्राप्त किया|पिकअप|पिक अप|स्वीकार"},
    {S::InTransit, Sub::None, kMoving, "रास्ते में|पारगमन|ट्रांजिट|पहुंच|रवाना|मार्ग में|पहुँच|भेजा"},
    {S::OutForDelivery, Sub::None, kOutCue, "डिलीवरी के लिए|वितरण के लिए|डिलिवरी के लिए|डाकिया", Firm},
    {S::AttemptFailed, Sub::None, kTried,
     "डिलीवर नहीं|डिलीवरी विफल|असफल|वितरित नहीं|डिलीवरी नहीं|प्रयास", Firm},
    {S::Delivered, Sub::None, kHandedOver, "डिलीवर|डिलीवर हो|वितरित|वितरण किया|सुपुर्द|डिलीवर किया"},
    {S::Returning, Sub::None, kGoingBack, "वापस|वापसी", Firm},
    {S::Cancelled, Sub::None, kWrong, "रद्द", Firm},
};

}  // namespace

Cues south_asian_cues() { return kCues; }

}  // namespace postlude::tracking
