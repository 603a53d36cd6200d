/** Every failure the system knows: its kind, its sentence and remedy for a person, and who acts. */

/** What went wrong, whoever's fault it is; `disposition.ts` says what follows from it. */
export type ErrorKind = 'invalid' | 'missing' | 'conflict' | 'unreadable' | 'unavailable' | 'defect';

export type Actor = 'clerk' | 'officer' | 'admin' | 'developer' | 'nobody';

interface Entry {
  readonly kind: ErrorKind;
  readonly vi: string;
  readonly remedyVi: string;
  readonly en: string;
  readonly actor: Actor;
}

function entry(kind: ErrorKind, actor: Actor, vi: string, remedyVi: string, en: string): Entry {
  return { kind, actor, vi, remedyVi, en };
}

const rescanAsPdf = 'Quét lại tờ giấy này thành tệp PDF hoặc JPEG rồi nộp lại.';

export const catalogue = {
  'scan-empty': entry(
    'invalid',
    'clerk',
    'Tệp quét trống, không có dữ liệu.',
    'Quét lại tờ giấy này.',
    'The file is empty.',
  ),
  'scan-too-large': entry(
    'invalid',
    'clerk',
    'Tệp quét quá lớn.',
    'Chia hồ sơ thành nhiều tệp nhỏ hơn rồi nộp lại.',
    'The file is larger than the limit.',
  ),
  'scan-too-many-pages': entry(
    'invalid',
    'clerk',
    'Tệp quét có quá nhiều trang.',
    'Chia hồ sơ thành nhiều tệp, mỗi tệp ít trang hơn.',
    'The file has more pages than the limit.',
  ),
  'scan-too-many-pixels': entry(
    'invalid',
    'clerk',
    'Ảnh quét có kích thước quá lớn.',
    'Quét lại ở độ phân giải 200-300 dpi.',
    'The picture has more pixels than the limit.',
  ),
  'scan-too-small': entry(
    'invalid',
    'clerk',
    'Ảnh quá nhỏ, không phải là một trang giấy.',
    rescanAsPdf,
    'The picture is too small to be a page.',
  ),
  'scan-type-unknown': entry(
    'invalid',
    'clerk',
    'Tệp này không phải là ảnh quét hoặc PDF.',
    rescanAsPdf,
    'The file is neither a scan nor a PDF.',
  ),
  'scan-type-heic': entry(
    'invalid',
    'clerk',
    'Ảnh HEIC của điện thoại chưa đọc được.',
    'Trên điện thoại, chọn định dạng ảnh “Tương thích nhất” (JPEG) rồi chụp lại.',
    'HEIC pictures are not read.',
  ),
  'scan-type-animated': entry(
    'invalid',
    'clerk',
    'Đây là ảnh động, không phải bản quét.',
    rescanAsPdf,
    'The picture is animated: no scan.',
  ),
  'scan-damaged': entry(
    'invalid',
    'clerk',
    'Tệp quét bị hỏng hoặc bị cắt ngang khi truyền.',
    'Nộp lại tệp gốc; nếu vẫn lỗi thì quét lại.',
    'The file is damaged or cut short.',
  ),
  'scan-encrypted': entry(
    'invalid',
    'clerk',
    'Tệp PDF có mật khẩu, không mở được.',
    'Bỏ mật khẩu của tệp hoặc quét lại từ bản giấy.',
    'The PDF needs a password.',
  ),
  'scan-form-dynamic': entry(
    'invalid',
    'clerk',
    'Đây là biểu mẫu điện tử động (XFA), nội dung không đọc được từ tệp.',
    'Mở tệp bằng phần mềm gốc, in ra giấy hoặc in thành PDF rồi nộp lại.',
    'The PDF is a dynamic XFA form: its content is not on its pages.',
  ),
  'scan-no-pages': entry(
    'invalid',
    'clerk',
    'Tệp không có trang nào.',
    'Quét lại tờ giấy này.',
    'The file has no pages.',
  ),
  'scan-too-slow': entry(
    'invalid',
    'clerk',
    'Mở tệp quét mất quá nhiều thời gian.',
    rescanAsPdf,
    'Opening the file ran into the time limit.',
  ),
  'scan-too-heavy': entry(
    'invalid',
    'clerk',
    'Mở tệp quét cần quá nhiều bộ nhớ.',
    'Quét lại ở độ phân giải 200-300 dpi.',
    'Opening the file ran into the memory limit.',
  ),
  'scan-name-unsafe': entry(
    'invalid',
    'clerk',
    'Tên tệp trong danh sách trỏ ra ngoài thư mục hồ sơ.',
    'Đặt lại tên tệp và để tệp trong thư mục hồ sơ.',
    'The listed file name points outside of the dossier folder.',
  ),
  'scan-missing': entry(
    'missing',
    'clerk',
    'Tệp có trong danh sách nhưng không được gửi lên.',
    'Gửi tệp này hoặc bỏ tên tệp khỏi danh sách.',
    'A listed file was not delivered.',
  ),
  'manifest-invalid': entry(
    'invalid',
    'clerk',
    'Phiếu khai hồ sơ (manifest.json) không đúng định dạng.',
    'Kiểm tra lại phiếu khai; bản quét đã được giữ lại.',
    'The manifest is not valid; the scans are kept.',
  ),
  'folder-missing': entry(
    'missing',
    'clerk',
    'Không tìm thấy thư mục hồ sơ.',
    'Kiểm tra lại đường dẫn thư mục.',
    'The dossier folder does not exist.',
  ),
  'page-unreadable': entry(
    'unreadable',
    'officer',
    'Không đọc được chữ trên trang này.',
    'Xem trang và nhập nội dung bằng tay.',
    'No text could be read on the page.',
  ),
  'page-too-slow': entry(
    'unreadable',
    'officer',
    'Đọc trang này mất quá nhiều thời gian.',
    'Xem trang và nhập nội dung bằng tay.',
    'Reading the page ran into the time limit.',
  ),
  'glyph-missing': entry(
    'defect',
    'developer',
    'Không ghi được một ký tự vào tệp PDF.',
    'Báo cho quản trị viên kèm mã lỗi.',
    'A character cannot be written into the PDF.',
  ),
  'record-missing': entry(
    'missing',
    'admin',
    'Không tìm thấy bản ghi.',
    'Kiểm tra lại mã rồi thử lại.',
    'The record does not exist.',
  ),
  'record-conflict': entry(
    'conflict',
    'nobody',
    'Bản ghi vừa được thay đổi ở nơi khác.',
    'Hệ thống tự thử lại.',
    'The record was changed meanwhile.',
  ),
  'object-missing': entry(
    'missing',
    'admin',
    'Không tìm thấy tệp trong kho lưu trữ.',
    'Kiểm tra kho lưu trữ và bản sao lưu.',
    'The object is not in the store.',
  ),
  'object-exists': entry(
    'conflict',
    'nobody',
    'Tệp đã có trong kho lưu trữ.',
    'Không cần làm gì: bản gốc chỉ được ghi một lần.',
    'The object exists already and is write-once.',
  ),
  'storage-in-use': entry(
    'unavailable',
    'admin',
    'Thư mục dữ liệu đang được một chương trình khác sử dụng.',
    'Dừng chương trình đang chạy rồi khởi động lại.',
    'Another process owns the data folder.',
  ),
  'storage-full': entry(
    'unavailable',
    'admin',
    'Ổ đĩa lưu trữ đã đầy.',
    'Giải phóng dung lượng ổ đĩa; hệ thống tự thử lại.',
    'The disk is full.',
  ),
  'storage-damaged': entry(
    'defect',
    'admin',
    'Tệp dữ liệu bị hỏng hoặc không phải là tệp dữ liệu của hệ thống.',
    'Khôi phục từ bản sao lưu.',
    'The database file is damaged or not a database.',
  ),
  'storage-too-new': entry(
    'invalid',
    'admin',
    'Dữ liệu do phiên bản phần mềm mới hơn ghi ra.',
    'Cài phiên bản phần mềm mới hơn rồi khởi động lại.',
    'The data was written by a newer version.',
  ),
  'engine-unavailable': entry(
    'unavailable',
    'admin',
    'Bộ nhận dạng chữ tạm thời không phản hồi.',
    'Hệ thống tự thử lại; nếu kéo dài, kiểm tra cài đặt bộ nhận dạng.',
    'The OCR engine does not answer.',
  ),
  'engine-language-missing': entry(
    'invalid',
    'admin',
    'Bộ nhận dạng chữ đã chọn không đọc được tiếng Việt.',
    'Đặt OCR_ENGINE là auto, native hoặc wasm rồi khởi động lại.',
    'The chosen OCR engine does not read Vietnamese.',
  ),
  'service-unavailable': entry(
    'unavailable',
    'admin',
    'Dịch vụ tạm thời không phản hồi.',
    'Hệ thống tự thử lại.',
    'A service does not answer.',
  ),
  'message-invalid': entry(
    'defect',
    'developer',
    'Thông điệp nội bộ sai định dạng.',
    'Báo cho quản trị viên kèm mã lỗi.',
    'An internal message does not fit its schema.',
  ),
  'settings-invalid': entry(
    'invalid',
    'admin',
    'Cài đặt không hợp lệ.',
    'Sửa giá trị theo hướng dẫn rồi khởi động lại.',
    'A setting is not valid.',
  ),
  unexpected: entry(
    'defect',
    'developer',
    'Lỗi chưa lường trước của hệ thống.',
    'Báo cho quản trị viên kèm mã lỗi.',
    'An unexpected failure of the system.',
  ),
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof catalogue;
