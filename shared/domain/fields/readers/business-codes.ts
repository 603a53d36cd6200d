/** Business lines that households register most, with their codes (Decision 27/2018/QĐ-TTg, level four). */
import { foldTones } from '../../fold.ts';
import { difference } from '../spelling.ts';

const LINES = `
1071 Sản xuất các loại bánh từ bột
1079 Sản xuất thực phẩm khác chưa được phân vào đâu
1104 Sản xuất đồ uống không cồn, nước khoáng
1410 May trang phục (trừ trang phục từ da lông thú)
2592 Gia công cơ khí; xử lý và tráng phủ kim loại
3100 Sản xuất giường, tủ, bàn, ghế
3312 Sửa chữa máy móc, thiết bị
4311 Phá dỡ
4312 Chuẩn bị mặt bằng
4321 Lắp đặt hệ thống điện
4330 Hoàn thiện công trình xây dựng
4390 Hoạt động xây dựng chuyên dụng khác
4520 Bảo dưỡng, sửa chữa ô tô và xe có động cơ khác
4541 Bán mô tô, xe máy
4542 Bảo dưỡng và sửa chữa mô tô, xe máy
4543 Bán phụ tùng và các bộ phận phụ trợ của mô tô, xe máy
4620 Bán buôn nông, lâm sản nguyên liệu (trừ gỗ, tre, nứa) và động vật sống
4631 Bán buôn gạo, lúa mỳ, hạt ngũ cốc khác, bột mỳ
4632 Bán buôn thực phẩm
4633 Bán buôn đồ uống
4641 Bán buôn vải, hàng may mặc, giày dép
4649 Bán buôn đồ dùng khác cho gia đình
4663 Bán buôn vật liệu, thiết bị lắp đặt khác trong xây dựng
4711 Bán lẻ lương thực, thực phẩm, đồ uống, thuốc lá, thuốc lào chiếm tỷ trọng lớn trong các cửa hàng kinh doanh tổng hợp
4719 Bán lẻ khác trong các cửa hàng kinh doanh tổng hợp
4721 Bán lẻ lương thực trong các cửa hàng chuyên doanh
4722 Bán lẻ thực phẩm trong các cửa hàng chuyên doanh
4723 Bán lẻ đồ uống trong các cửa hàng chuyên doanh
4724 Bán lẻ sản phẩm thuốc lá, thuốc lào trong các cửa hàng chuyên doanh
4730 Bán lẻ nhiên liệu động cơ trong các cửa hàng chuyên doanh
4741 Bán lẻ máy vi tính, thiết bị ngoại vi, phần mềm và thiết bị viễn thông trong các cửa hàng chuyên doanh
4751 Bán lẻ vải, len, sợi, chỉ khâu và hàng dệt khác trong các cửa hàng chuyên doanh
4752 Bán lẻ đồ ngũ kim, sơn, kính và thiết bị lắp đặt khác trong xây dựng trong các cửa hàng chuyên doanh
4759 Bán lẻ đồ điện gia dụng, giường, tủ, bàn, ghế và đồ nội thất tương tự, đèn và bộ đèn điện, đồ dùng gia đình khác chưa được phân vào đâu trong các cửa hàng chuyên doanh
4761 Bán lẻ sách, báo, tạp chí văn phòng phẩm trong các cửa hàng chuyên doanh
4763 Bán lẻ thiết bị, dụng cụ thể dục, thể thao trong các cửa hàng chuyên doanh
4764 Bán lẻ trò chơi, đồ chơi trong các cửa hàng chuyên doanh
4771 Bán lẻ hàng may mặc, giày dép, hàng da và giả da trong các cửa hàng chuyên doanh
4772 Bán lẻ thuốc, dụng cụ y tế, mỹ phẩm và vật phẩm vệ sinh trong các cửa hàng chuyên doanh
4773 Bán lẻ hàng hóa khác mới trong các cửa hàng chuyên doanh
4774 Bán lẻ hàng hóa đã qua sử dụng trong các cửa hàng chuyên doanh
4781 Bán lẻ lương thực, thực phẩm, đồ uống, thuốc lá, thuốc lào lưu động hoặc tại chợ
4782 Bán lẻ hàng dệt, may sẵn, giày dép lưu động hoặc tại chợ
4789 Bán lẻ hàng hóa khác lưu động hoặc tại chợ
4791 Bán lẻ theo yêu cầu đặt hàng qua bưu điện hoặc internet
4931 Vận tải hành khách đường bộ trong nội thành, ngoại thành (trừ vận tải bằng xe buýt)
4932 Vận tải hành khách đường bộ khác
4933 Vận tải hàng hóa bằng đường bộ
5510 Dịch vụ lưu trú ngắn ngày
5590 Cơ sở lưu trú khác
5610 Nhà hàng và các dịch vụ ăn uống phục vụ lưu động
5621 Cung cấp dịch vụ ăn uống theo hợp đồng không thường xuyên với khách hàng
5629 Dịch vụ ăn uống khác
5630 Dịch vụ phục vụ đồ uống
7420 Hoạt động nhiếp ảnh
7710 Cho thuê xe có động cơ
7911 Đại lý du lịch
8219 Photo, chuẩn bị tài liệu và các hoạt động hỗ trợ văn phòng đặc biệt khác
9511 Sửa chữa máy vi tính và thiết bị ngoại vi
9512 Sửa chữa thiết bị liên lạc
9521 Sửa chữa thiết bị nghe nhìn điện tử gia dụng
9522 Sửa chữa thiết bị, đồ dùng gia đình
9523 Sửa chữa giày, dép, hàng da và giả da
9524 Sửa chữa giường, tủ, bàn, ghế và đồ nội thất tương tự
9529 Sửa chữa xe đạp, đồng hồ, đồ dùng cá nhân và gia đình khác chưa được phân vào đâu
9610 Dịch vụ tắm hơi, massage và các dịch vụ tăng cường sức khỏe tương tự (trừ hoạt động thể thao)
9620 Giặt là, làm sạch các sản phẩm dệt và lông thú
9631 Cắt tóc, làm đầu, gội đầu
9633 Hoạt động dịch vụ phục vụ hôn lễ
9639 Hoạt động dịch vụ phục vụ cá nhân khác còn lại chưa được phân vào đâu
`
  .trim()
  .split('\n')
  .map((line) => ({ code: line.slice(0, 4), name: line.slice(5) }));

export interface BusinessLine {
  readonly code: string;
  readonly name: string;
}

/** Share of misread letters at which a name is still the listed one. */
const NEAR = 0.12;

/** The listed line that the name is, letters misread or run together; null for others and for shortened names. */
export function businessLineNamed(name: string): BusinessLine | null {
  const length = foldTones(name).length;
  const candidates = LINES.filter((line) => Math.abs(foldTones(line.name).length - length) <= NEAR * length);
  return candidates.find((line) => difference(name, line.name) <= NEAR) ?? null;
}
