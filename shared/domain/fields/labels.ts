/** What forms print before the usual facts of a person; shared by the paper types. */

export const NAME = [
  'họ, chữ đệm, tên',
  'họ và tên',
  'họ tên',
  'họ, tên',
  'họ, chữ đệm và tên',
  'họ, chữ đệm, tên khai sinh',
  'họ và tên khai sinh',
];
export const BIRTH_DATE = [
  'ngày, tháng, năm sinh',
  'ngày tháng năm sinh',
  'ngày sinh',
  'sinh ngày',
  'năm sinh',
  'sinh năm',
  'ngày/tháng/năm sinh',
];
export const CITIZEN_ID = [
  'số định danh cá nhân',
  'số định danh cá nhân/CMND',
  'số định danh',
  'số định danh/CCCD',
  'mã định danh cá nhân',
  'giấy tờ tùy thân',
  'giấy tờ pháp lý của cá nhân số',
  'CCCD số',
  'số CCCD',
  'số CCCD/CMND',
  'số CCCD/số định danh cá nhân',
  'CCCD/CMND số',
  'CMND/CCCD số',
  'căn cước số',
  'số căn cước',
  'số căn cước công dân',
  'căn cước công dân số',
  'thẻ căn cước công dân số',
  'thẻ căn cước số',
  'số thẻ căn cước',
  'số CMND',
  'CMND số',
  'số giấy tờ pháp lý của cá nhân',
  'số giấy chứng minh nhân dân',
  'số CMND/hộ chiếu/thẻ căn cước/định danh cá nhân',
];
export const ISSUED_ON = ['ngày cấp', 'cấp ngày', 'do cấp ngày', 'được cấp ngày'];
export const ISSUED_BY = ['nơi cấp', 'cơ quan cấp', 'tại cơ quan', 'do cơ quan cấp'];
export const RESIDENCE = [
  'nơi cư trú',
  'nơi thường trú',
  'nơi thường trú/tạm trú',
  'nơi đăng ký thường trú',
  'thường trú',
  'thường trú tại',
  'địa chỉ thường trú',
  'địa chỉ cư trú',
  'nơi ở hiện nay',
  'nơi ở hiện tại',
  'hiện ngụ tại',
  'cư trú tại',
  'hộ khẩu thường trú',
  'địa chỉ liên lạc',
  'nơi ĐKHK thường trú',
  'địa chỉ',
];
export const SEX = ['giới tính', 'nam/nữ'];
export const ETHNICITY = ['dân tộc'];
export const NATIONALITY = ['quốc tịch'];
export const HOMETOWN = ['quê quán', 'nguyên quán', 'nơi đăng ký khai sinh'];
export const PHONE = [
  'điện thoại',
  'số điện thoại',
  'điện thoại liên hệ',
  'số điện thoại liên hệ',
  'điện thoại di động',
  'ĐT',
];
export const EMAIL = [
  'email',
  'e-mail',
  'thư điện tử',
  'hộp thư điện tử',
  'địa chỉ email',
  'địa chỉ thư điện tử',
];
export const ADDRESSEE = ['kính gửi', 'kính trình'];
export const RELATION = [
  'quan hệ với người được khai sinh',
  'quan hệ với người được cấp giấy xác nhận',
  'quan hệ với người được cấp giấy xác nhận tình trạng hôn nhân',
  'quan hệ với người được đăng ký',
  'quan hệ với trẻ',
];

/** `người mẹ`: the facts of one person, each wording followed by who it is. */
export function labelsOf(wordings: readonly string[], whose: string): string[] {
  return wordings.flatMap((wording) => [`${wording} ${whose}`, `${wording} của ${whose}`]);
}
