import { describe, expect, it } from 'vitest';
import { readPaper } from './typed-paper.ts';

describe('fields of a birth declaration', () => {
  const print = `
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    TỜ KHAI ĐĂNG KÝ KHAI SINH
    Kính gửi: (1) Ủy ban nhân dân xã Chiềng Mung, tỉnh Sơn La
    Họ, chữ đệm, tên người yêu cầu: Lò Văn Páo
    Nơi cư trú: (2) Bản Nà Hạ, xã Chiềng Mung, tỉnh Sơn La
    Giấy tờ tùy thân: (3) Thẻ căn cước số 014090000123, cấp ngày 01/02/2022
    Quan hệ với người được khai sinh: Cha
    Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:
    1. Họ, chữ đệm, tên: LÒ THỊ MAI
    2. Ngày, tháng, năm sinh: 05/09/2026
    Ghi bằng chữ: Ngày năm tháng chín năm hai nghìn không trăm hai mươi sáu
    3. Giới tính: Nữ    Dân tộc: Thái    Quốc tịch: Việt Nam
    4. Nơi sinh: Trạm Y tế xã Chiềng Mung
    5. Quê quán: xã Chiềng Mung, tỉnh Sơn La
    6. Họ, chữ đệm, tên người cha: LÒ VĂN PÁO
    Năm sinh: 1990    Dân tộc: Thái    Quốc tịch: Việt Nam
    Nơi cư trú: Bản Nà Hạ, xã Chiềng Mung, tỉnh Sơn La
    7. Họ, chữ đệm, tên người mẹ: CẦM THỊ ỐM
    Năm sinh: 1993    Dân tộc: Mường    Quốc tịch: Việt Nam
    Nơi cư trú: Bản Nà Thượng, xã Chiềng Mung, tỉnh Sơn La
    Tôi cam đoan nội dung khai trên đây là đúng sự thật.
    Đề nghị cấp bản sao: Có    Số lượng: 02 bản
                         Làm tại: Chiềng Mung, ngày 12 tháng 9 năm 2026
                         Người yêu cầu
                         Lò Văn Páo`;

  it('are read, the father before the mother, with numbers before labels and notes behind', () => {
    const { type, fields } = readPaper(print);
    expect(type).toBe('TO_KHAI_KHAI_SINH');
    expect(fields).toMatchObject({
      kinhGui: 'Ủy ban nhân dân xã Chiềng Mung, tỉnh Sơn La',
      'nguoiYeuCau.hoTen': 'Lò Văn Páo',
      'nguoiYeuCau.noiCuTru': 'Bản Nà Hạ, xã Chiềng Mung, tỉnh Sơn La',
      'nguoiYeuCau.soDinhDanh': '014090000123',
      'nguoiYeuCau.ngayCap': '01/02/2022',
      quanHe: 'Cha',
      'con.hoTen': 'LÒ THỊ MAI',
      'con.ngaySinh': '05/09/2026',
      'con.ngaySinhChu': 'Ngày năm tháng chín năm hai nghìn không trăm hai mươi sáu',
      'con.gioiTinh': 'Nữ',
      'con.danToc': 'Thái',
      'con.noiSinh': 'Trạm Y tế xã Chiềng Mung',
      'con.queQuan': 'xã Chiềng Mung, tỉnh Sơn La',
      'cha.hoTen': 'LÒ VĂN PÁO',
      'cha.ngaySinh': '1990',
      'cha.noiCuTru': 'Bản Nà Hạ, xã Chiềng Mung, tỉnh Sơn La',
      'me.hoTen': 'CẦM THỊ ỐM',
      'me.ngaySinh': '1993',
      'me.danToc': 'Mường',
      'me.noiCuTru': 'Bản Nà Thượng, xã Chiềng Mung, tỉnh Sơn La',
      soBanSao: '02',
      ngayLam: 'ngày 12 tháng 9 năm 2026',
    });
  });

  it('stay with their person when the row that names the mother is lost', () => {
    const { fields } = readPaper(print.replace(/7\. Họ.*/u, '///'));
    expect(fields['me.hoTen']).toBeUndefined();
    expect(fields).toMatchObject({ 'cha.ngaySinh': '1990', 'con.ngaySinh': '05/09/2026' });
  });
});

describe('fields of a birth notice', () => {
  it('are read from both wordings of the parent', () => {
    const { fields } = readPaper(`
      SỞ Y TẾ NGHỆ AN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      BỆNH VIỆN SẢN NHI               Độc lập - Tự do - Hạnh phúc
      Số: 77/2026/GCS
      GIẤY CHỨNG SINH
      Họ và tên mẹ/Người nuôi dưỡng: Phan Thị Cúc
      Năm sinh: 1992
      Nơi thường trú: Khối 3, phường Trường Vinh, tỉnh Nghệ An
      Số định danh cá nhân: 040192000777    Dân tộc: Kinh
      Đã sinh con vào lúc: 5 giờ 07 phút, ngày 2 tháng 8 năm 2026
      Tại: Bệnh viện Sản Nhi Nghệ An
      Số lần sinh: 02    Số con hiện sống: 02    Số con trong lần sinh này: 01
      Giới tính của con: Nam    Cân nặng: 3250 gam
      Dự định đặt tên con là: Hồ Phan An
      Người đỡ đẻ: Lê Thị Thơm`);
    expect(fields).toMatchObject({
      'me.hoTen': 'Phan Thị Cúc',
      'me.namSinh': '1992',
      'me.soDinhDanh': '040192000777',
      gioSinh: '5 giờ 07 phút, ngày 2 tháng 8 năm 2026',
      noiSinh: 'Bệnh viện Sản Nhi Nghệ An',
      soLanSinh: '02',
      soCon: '02',
      soConLanNay: '01',
      'con.gioiTinh': 'Nam',
      'con.canNang': '3250 gam',
      'con.hoTen': 'Hồ Phan An',
      nguoiDoDe: 'Lê Thị Thơm',
      soKyHieu: '77/2026/GCS',
      coQuanBanHanh: 'SỞ Y TẾ NGHỆ AN BỆNH VIỆN SẢN NHI',
    });
  });
});

describe('fields of a household business request', () => {
  it('are read with the rows of its table, a name of two rows as one', () => {
    const { fields } = readPaper(`
      GIẤY ĐỀ NGHỊ ĐĂNG KÝ HỘ KINH DOANH
      Kính gửi: Phòng Kinh tế xã Tam Nông
      Tôi là (ghi họ tên bằng chữ in hoa): PHẠM VĂN BÉ    Giới tính: Nam
      Sinh ngày: 12/04/1980    Dân tộc: Khmer    Quốc tịch: Việt Nam
      Số định danh cá nhân: 087080000456    Ngày cấp: 03/03/2021
      Nơi cấp: Cục Cảnh sát QLHC về TTXH
      Điện thoại (nếu có): 0912 345 678    Email (nếu có): be.pham@thu.example
      1. Tên hộ kinh doanh (ghi bằng chữ in hoa): QUÁN ĂN BA BÉ
      2. Trụ sở hộ kinh doanh: Ấp 4, xã Tam Nông, tỉnh Đồng Tháp
      3. Ngành, nghề kinh doanh:
      STT   Tên ngành                                           Mã ngành
      1    Nhà hàng và các dịch vụ ăn uống phục vụ lưu         5610
           động
      2    Dịch vụ phục vụ đồ uống                             5630
      4. Vốn kinh doanh: Tổng số (bằng số; VNĐ): 45.000.000 đồng
      5. Ngày bắt đầu hoạt động: 01/12/2026    Tổng số lao động (dự kiến): 3`);
    expect(fields).toMatchObject({
      'chuHo.hoTen': 'PHẠM VĂN BÉ',
      'chuHo.danToc': 'Khmer',
      'chuHo.soDinhDanh': '087080000456',
      'chuHo.ngayCap': '03/03/2021',
      'chuHo.noiCap': 'Cục Cảnh sát QLHC về TTXH',
      'chuHo.dienThoai': '0912 345 678',
      'chuHo.email': 'be.pham@thu.example',
      tenHoKinhDoanh: 'QUÁN ĂN BA BÉ',
      diaChiTruSo: 'Ấp 4, xã Tam Nông, tỉnh Đồng Tháp',
      'nganhNghe.1.ten': 'Nhà hàng và các dịch vụ ăn uống phục vụ lưu động',
      'nganhNghe.1.ma': '5610',
      'nganhNghe.2.ten': 'Dịch vụ phục vụ đồ uống',
      'nganhNghe.2.ma': '5630',
      vonKinhDoanh: '45.000.000',
      ngayBatDau: '01/12/2026',
      soLaoDong: '3',
    });
  });

  it('keep each row of the table to itself where a code has lost a figure', () => {
    const { fields } = readPaper(`
      GIẤY ĐỀ NGHỊ ĐĂNG KÝ THÀNH LẬP HỘ KINH DOANH
      Tôi là (ghi họ tên bằng chữ in hoa): PHẠM VĂN BÉ    Giới tính: Nam
      3. Ngành, nghề kinh doanh:
      STT   Tên ngành                                           Mã ngành
      1    Dịch vụ phục vụ đồ uống                              563
      2    Nuôi tôm càng xanh trong ao đất                      033
      3    Cắt tóc, làm đầu, gội đầu                            9631
      4. Vốn kinh doanh: Tổng số (bằng số; VNĐ): 45.000.000 đồng`);
    expect(fields).toMatchObject({
      'nganhNghe.1.ten': 'Dịch vụ phục vụ đồ uống',
      'nganhNghe.1.ma': '5630',
      'nganhNghe.2.ten': 'Nuôi tôm càng xanh trong ao đất',
      'nganhNghe.3.ten': 'Cắt tóc, làm đầu, gội đầu',
      'nganhNghe.3.ma': '9631',
    });
  });
});

describe('fields of an application for a land certificate', () => {
  it('are read with both parcels of the table', () => {
    const { fields } = readPaper(`
      ĐƠN ĐỀ NGHỊ CẤP ĐỔI GIẤY CHỨNG NHẬN QUYỀN SỬ DỤNG ĐẤT
      Kính gửi: Chi nhánh Văn phòng Đăng ký đất đai Gò Công
      Vào sổ tiếp nhận hồ sơ số: 45 Quyển 01
      I. PHẦN KÊ KHAI CỦA NGƯỜI ĐỀ NGHỊ
      1. Người sử dụng đất, chủ sở hữu tài sản gắn liền với đất
      1.1. Tên (viết chữ in hoa): VÕ THỊ SÁU EM
      Số định danh/CCCD: 082165000321    Ngày sinh: 30/04/1965
      1.2. Địa chỉ: Ấp Xóm Đình, xã Tân Đông, tỉnh Đồng Tháp
      1.3. Điện thoại liên hệ: 0273 385 1234
      2.1. Số vào sổ cấp GCN: CH01234    2.2. Số phát hành GCN: BT 102938
      2.3. Ngày cấp GCN: ngày 09 tháng 03 năm 2012
      3. Lý do đề nghị: Giấy chứng nhận bị ố, nhòe
      4. Thông tin thửa đất có thay đổi do đo đạc lại
      Tờ bản đồ số    Thửa đất số    Diện tích (m²)    Mục đích sử dụng
      7               15             640,5             Đất ở
      21              233            655,0             Đất ở
      5. Những giấy tờ liên quan nộp kèm theo:`);
    expect(fields).toMatchObject({
      soTiepNhan: '45',
      'nguoiSuDungDat.hoTen': 'VÕ THỊ SÁU EM',
      'nguoiSuDungDat.soDinhDanh': '082165000321',
      'nguoiSuDungDat.ngaySinh': '30/04/1965',
      'nguoiSuDungDat.diaChi': 'Ấp Xóm Đình, xã Tân Đông, tỉnh Đồng Tháp',
      'nguoiSuDungDat.dienThoai': '0273 385 1234',
      'gcn.soVaoSo': 'CH01234',
      'gcn.soPhatHanh': 'BT 102938',
      'gcn.ngayCap': 'ngày 09 tháng 03 năm 2012',
      lyDo: 'Giấy chứng nhận bị ố, nhòe',
      'thua.cu.toBanDo': '7',
      'thua.cu.so': '15',
      'thua.cu.dienTich': '640,5',
      'thua.moi.toBanDo': '21',
      'thua.moi.so': '233',
      'thua.moi.dienTich': '655,0',
    });
  });
});

describe('fields of a land sketch', () => {
  it('are read off the drawing, and a lane width is no area', () => {
    const { fields } = readPaper(`
      MẢNH TRÍCH ĐO BẢN ĐỒ ĐỊA CHÍNH
      Tờ bản đồ số 21 - xã Tân Đông, tỉnh Đồng Tháp
              12.40
                   .Bà Võ Thị Sáu Em
                   Thửa 233
                   655,0 m²
              Lộ đan 3,5 m
      Tỷ lệ 1:500    Người đo vẽ`);
    expect(fields).toMatchObject({
      toBanDo: '21',
      thua: '233',
      chuSuDung: 'Bà Võ Thị Sáu Em',
      dienTich: '655,0',
    });
  });
});

describe('fields of a lease', () => {
  it('are each party’s own, in paragraphs as in rows', () => {
    const { fields } = readPaper(`
      HỢP ĐỒNG THUÊ NHÀ
      Số: 07/2026/HĐTN
      Hôm nay, ngày 03 tháng 10 năm 2026, tại phường Long Châu, chúng tôi gồm:
      Bên cho thuê (Bên A): Ông Trịnh Công Lý, số định danh cá nhân 086070000111, điện thoại 0909 111 222.
      Bên thuê (Bên B): Bà Sơn Thị Na Ry, số định danh cá nhân 084195000333, điện thoại 0909 333 444.
      Địa chỉ nhà cho thuê: Số 9 đường Phạm Thái Bường, phường Long Châu. Hai bên thống nhất như sau:
      ĐIỀU 1. Bên A đồng ý cho Bên B thuê căn nhà nói trên với giá thuê 3.000.000 đồng.`);
    expect(fields).toMatchObject({
      soHopDong: '07/2026/HĐTN',
      ngayKy: 'ngày 03 tháng 10 năm 2026',
      'benChoThue.hoTen': 'Trịnh Công Lý',
      'benChoThue.soDinhDanh': '086070000111',
      'benChoThue.dienThoai': '0909 111 222',
      'benThue.hoTen': 'Sơn Thị Na Ry',
      'benThue.soDinhDanh': '084195000333',
      'benThue.dienThoai': '0909 333 444',
      diaChiThue: 'Số 9 đường Phạm Thái Bường, phường Long Châu',
    });
  });
});

describe('fields of a reception receipt', () => {
  it('are read with its list of papers, without how they were handed in', () => {
    const { fields } = readPaper(`
      GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ
      Mã hồ sơ: H13.05-260701-0012
      Tiếp nhận hồ sơ của: Kim Thị Sa Vane
      Địa chỉ: Ấp Trà Kha, xã Cầu Kè, tỉnh Vĩnh Long
      Số điện thoại: 0987654321    Email: savane@thu.example
      Nội dung yêu cầu giải quyết: Cấp bản sao trích lục hộ tịch
      Thành phần hồ sơ nộp gồm:
      1. Tờ khai cấp bản sao (bản chính)
      2. Giấy ủy quyền
      Số lượng hồ sơ: 01 (bộ)
      Thời gian giải quyết hồ sơ theo quy định là: 02 ngày làm việc
      Thời gian nhận hồ sơ: 8 giờ 15 phút, ngày 01 tháng 7 năm 2026
      Thời gian trả kết quả giải quyết hồ sơ: 16 giờ 00 phút, ngày 03 tháng 7 năm 2026
      Đăng ký nhận kết quả tại: Bưu điện xã Cầu Kè
      Vào Sổ theo dõi hồ sơ, Quyển số: 02/2026    Số thứ tự: 118`);
    expect(fields).toMatchObject({
      maHoSo: 'H13.05-260701-0012',
      'nguoiNop.hoTen': 'Kim Thị Sa Vane',
      'nguoiNop.dienThoai': '0987654321',
      'nguoiNop.email': 'savane@thu.example',
      noiDung: 'Cấp bản sao trích lục hộ tịch',
      'thanhPhan.1': 'Tờ khai cấp bản sao',
      'thanhPhan.2': 'Giấy ủy quyền',
      soLuong: '01 (bộ)',
      thoiHan: '02 ngày làm việc',
      nhanLuc: '8 giờ 15 phút, ngày 01 tháng 7 năm 2026',
      traLuc: '16 giờ 00 phút, ngày 03 tháng 7 năm 2026',
      nhanKetQua: 'Bưu điện xã Cầu Kè',
      quyen: '02/2026',
      soThuTu: '118',
    });
  });

  const papersOn = (rows: string) => {
    const { fields } = readPaper(`
      GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ
      Tiếp nhận hồ sơ của: Kim Thị Sa Vane
      Thành phần hồ sơ nộp gồm:
      ${rows}
      Số lượng hồ sơ: 01 (bộ)`);
    return Object.entries(fields).flatMap(([name, value]) => (name.startsWith('thanhPhan') ? [value] : []));
  };

  it('list the papers of a table by their names alone, whatever cells and blots lie around them', () => {
    expect(
      papersOn(`
      STT    Tên giấy tờ                     Bản chính    Bảnsao    Số trang
      1    Tờ khai đăng ký khai sinh         01                     01
      Giấy chứng sinh                        01                     02
      Jw~18 HÍ~35
      3    Bản sao căn cước công dân         x            01        01
      4.~53    Giấy cam đoan viết tay            01                     01`),
    ).toEqual([
      'Tờ khai đăng ký khai sinh',
      'Giấy chứng sinh',
      'Bản sao căn cước công dân',
      'Giấy cam đoan viết tay',
    ]);
  });

  it('list papers apart whose numbers were lost, and together what runs over two rows', () => {
    expect(
      papersOn(`
      I. Đơn đề nghị cấp đổi Giấy chứng nhận (bản chính)
      .Sơ đồ, trích đo thửa đất (bản chính)
      3. Văn bản thỏa thuận phân chia di sản của những người
      thừa kế`),
    ).toEqual([
      'Đơn đề nghị cấp đổi Giấy chứng nhận',
      'Sơ đồ, trích đo thửa đất',
      'Văn bản thỏa thuận phân chia di sản của những người thừa kế',
    ]);
  });
});

describe('fields of papers on marital status', () => {
  it('are the declarant’s first, then those of the person concerned', () => {
    const { fields } = readPaper(`
      TỜ KHAI CẤP GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN
      Kính gửi: Ủy ban nhân dân phường Phú Lợi
      Họ, chữ đệm, tên người yêu cầu: ĐOÀN VĂN HẬU
      Nơi cư trú: Khóm 6, phường Phú Lợi, thành phố Cần Thơ
      Giấy tờ tùy thân: CCCD số 094060000987 cấp ngày 04/05/2021
      Quan hệ với người được cấp Giấy xác nhận: Cha
      Đề nghị cấp Giấy xác nhận tình trạng hôn nhân cho người có tên dưới đây:
      Họ, chữ đệm, tên: ĐOÀN THỊ HÀ    Giới tính: Nữ
      Ngày, tháng, năm sinh: 14/02/1999
      Dân tộc: Hoa    Quốc tịch: Việt Nam
      Số định danh cá nhân: 094199000654
      Tình trạng hôn nhân: Chưa đăng ký kết hôn với ai
      Từ ngày: 14/02/2017    đến ngày: 01/10/2026
      Mục đích sử dụng Giấy xác nhận: Để đăng ký kết hôn`);
    expect(fields).toMatchObject({
      'nguoiYeuCau.hoTen': 'ĐOÀN VĂN HẬU',
      'nguoiYeuCau.soDinhDanh': '094060000987',
      quanHe: 'Cha',
      hoTen: 'ĐOÀN THỊ HÀ',
      gioiTinh: 'Nữ',
      ngaySinh: '14/02/1999',
      danToc: 'Hoa',
      soDinhDanh: '094199000654',
      tinhTrang: 'Chưa đăng ký kết hôn với ai',
      cuTruTu: '14/02/2017',
      cuTruDen: '01/10/2026',
      mucDich: 'Để đăng ký kết hôn',
    });
  });

  it('are read with number and signatory of the certificate', () => {
    const { fields } = readPaper(`
      ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      PHƯỜNG PHÚ LỢI                  Độc lập - Tự do - Hạnh phúc
      Số: 41/UBND-XNTTHN              Phú Lợi, ngày 05 tháng 10 năm 2026
      GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN
      Xét đề nghị của ông/bà: Đoàn Văn Hậu, về việc cấp Giấy xác nhận
      XÁC NHẬN:
      Họ, chữ đệm, tên: ĐOÀN THỊ HÀ
      Ngày, tháng, năm sinh: 14/02/1999    Giới tính: Nữ
      Giấy tờ tùy thân: 094199000654
      Tình trạng hôn nhân: Chưa đăng ký kết hôn với ai
      Giấy này được cấp để: Đăng ký kết hôn
      Giấy này có giá trị 06 tháng kể từ ngày cấp.
                                             TM. ỦY BAN NHÂN DÂN
                                                 CHỦ TỊCH

                                               Lưu Bích Thủy`);
    expect(fields).toMatchObject({
      so: '41/UBND-XNTTHN',
      hoTen: 'ĐOÀN THỊ HÀ',
      soDinhDanh: '094199000654',
      mucDich: 'Đăng ký kết hôn',
      nguoiKy: 'Lưu Bích Thủy',
      ngayBanHanh: 'ngày 05 tháng 10 năm 2026',
    });
  });
});

describe('a title on two rows', () => {
  it('is no label of what stands below it', () => {
    const { type, fields } = readPaper(`
      UBND XÃ ĐẮK WER                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 07/XNTTHN-UBND                    Độc lập - Tự do - Hạnh phúc
                    GIẤY XÁC NHẬN
                    TÌNH TRẠNG HÔN NHÂN
                    ỦY BAN NHÂN DÂN XÃ ĐẮK WER
      XÁC NHẬN:
      Họ và tên: ĐIỂU THỊ RỨ
      Tình trạng hôn nhân: Đã ly hôn theo Bản án số 12/2023/HNGĐ-ST
      được sử dụng để: kết hôn với ông Điểu Lang
                                             KT. CHỦ TỊCH
                                             PHÓ CHỦ TỊCH`);
    expect(type).toBe('XAC_NHAN_HON_NHAN');
    expect(fields).toMatchObject({
      tinhTrang: 'Đã ly hôn theo Bản án số 12/2023/HNGĐ-ST',
      mucDich: 'kết hôn với ông Điểu Lang',
    });
  });
});

describe('fields of an official letter', () => {
  it('are number, subject of two rows, day and signatory', () => {
    const { fields } = readPaper(`
      ỦY BAN NHÂN DÂN XÃ LONG HỒ         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
         Số: 215/UBND-VX                    Độc lập - Tự do - Hạnh phúc
      V/v xác minh thông tin hộ           Long Hồ, ngày 20 tháng 9 năm 2026
            tịch lưu trữ
                    Kính gửi: Ủy ban nhân dân phường Tân Hạnh
      Thực hiện quy định của Luật Hộ tịch, Ủy ban nhân dân xã đề nghị quý cơ quan xác minh.
      Nơi nhận:                                   CHỦ TỊCH
      - Như trên;
      - Lưu: VT.
                                             Hồ Thị Kim Chi`);
    expect(fields).toMatchObject({
      soVanBan: '215/UBND-VX',
      trichYeu: 'V/v xác minh thông tin hộ tịch lưu trữ',
      ngayVanBan: 'ngày 20 tháng 9 năm 2026',
      nguoiKy: 'Hồ Thị Kim Chi',
      coQuanBanHanh: 'ỦY BAN NHÂN DÂN XÃ LONG HỒ',
    });
  });

  it('name the signatory although the strokes of the pen run into the name', () => {
    const signedBy = (row: string) =>
      readPaper(`
      ỦY BAN NHÂN DÂN XÃ LONG HỒ         CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
         Số: 215/UBND-VX                    Độc lập - Tự do - Hạnh phúc
      V/v xác minh thông tin            Long Hồ, ngày 20 tháng 9 năm 2026
                    Kính gửi: Ủy ban nhân dân phường Tân Hạnh
      Thực hiện quy định của Luật Hộ tịch, Ủy ban nhân dân xã đề nghị quý cơ quan xác minh.
      Nơi nhận:                                   CHỦ TỊCH
      - Lưu: VT.
                                             ${row}`).fields.nguoiKy;
    expect(signedBy('N~82 m.~0 Đỗ Quốc Khởi')).toBe('Đỗ Quốc Khởi');
    expect(signedBy('\\~93 Dương Thị Diễm My')).toBe('Dương Thị Diễm My');
    expect(signedBy('Ứng~90 Thị My')).toBe('Ứng Thị My');
  });
});

describe('fields of a statement', () => {
  it('are the writer’s, out of running text', () => {
    const { fields } = readPaper(`
      ĐƠN TRÌNH BÀY
      Kính gửi: Ủy ban nhân dân xã Mỹ Thuận
      Tôi tên Thạch Sô Phia, sinh ngày 07/07/1970, số căn cước
      084070000222
      Hiện ngụ tại Ấp Sóc Ruộng, xã Mỹ Thuận, tỉnh Vĩnh Long
      Nay tôi làm đơn này trình bày như sau: giấy tờ của tôi bị thất lạc.`);
    expect(fields).toMatchObject({
      hoTen: 'Thạch Sô Phia',
      ngaySinh: '07/07/1970',
      soDinhDanh: '084070000222',
      noiCuTru: 'Ấp Sóc Ruộng, xã Mỹ Thuận, tỉnh Vĩnh Long',
    });
  });
});
