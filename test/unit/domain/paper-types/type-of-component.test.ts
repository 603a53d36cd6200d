import { describe, expect, it } from 'vitest';
import { typeOfComponent } from '../../../../shared/domain/paper-types/type-of-component.ts';

const typeOf = (name: string) => typeOfComponent({ code: 'X.01', name });

describe('the paper type of a component', () => {
  it.each([
    ['Tờ khai đăng ký khai sinh theo mẫu', 'TO_KHAI_KHAI_SINH'],
    ['TO KHAI DANG KY KHAI SINH', 'TO_KHAI_KHAI_SINH'],
    ['- Giấy chứng sinh do cơ sở y tế nơi trẻ em sinh ra cấp', 'GIAY_CHUNG_SINH'],
    ['Bản chính Giây chứng sính', 'GIAY_CHUNG_SINH'],
    ['01 bản sao Giấy chứng sinh', 'GIAY_CHUNG_SINH'],
    ['Tờ khai cấp Giấy xác nhận tình trạng hôn nhân', 'TO_KHAI_XNTTHN'],
    ['Giấy xác nhận tình trạng hôn nhân đã được cấp trước đó', 'XAC_NHAN_HON_NHAN'],
    ['Giấy đề nghị đăng ký hộ kinh doanh', 'GIAY_DE_NGHI_DK_HKD'],
    ['a) Bản sao hợp đồng thuê nhà', 'HOP_DONG_THUE_NHA'],
    ['Đơn đề nghị cấp đổi Giấy chứng nhận theo Mẫu số 01', 'DON_DE_NGHI_GCN'],
    ['Mảnh trích đo bản đồ địa chính', 'SO_DO'],
    ['Văn bản ủy quyền theo quy định của pháp luật', 'VAN_BAN_VIET_TAY'],
    ['Hộ chiếu hoặc chứng minh nhân dân hoặc thẻ căn cước công dân', 'CCCD'],
    ['Thẻ căn cước công dân; trường hợp chưa được cấp thì nộp giấy tờ khác', 'CCCD'],
    ['Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'GIAY_TIEP_NHAN'],
  ])('%s', (name, type) => {
    expect(typeOf(name)).toBe(type);
  });

  it.each([
    'Giấy chứng nhận kết hôn',
    'Giấy chứng nhận quyền sử dụng đất đã cấp',
    'Trích lục khai tử',
    'Bản vẽ thiết kế xây dựng',
    'Phiếu lý lịch tư pháp',
    'x',
    '',
  ])('%s is none of ours', (name) => {
    expect(typeOf(name)).toBe('KHAC');
  });

  it('takes a code that is a type of ours, and the province’s own say before everything', () => {
    expect(typeOfComponent({ code: 'SO_DO', name: 'Bản vẽ' })).toBe('SO_DO');
    expect(typeOfComponent({ code: 'X.01', name: 'Giấy chứng sinh' }, { 'X.01': 'KHAC' })).toBe('KHAC');
    expect(typeOfComponent({ code: 'constructor', name: 'Bản vẽ' })).toBe('KHAC');
  });
});
