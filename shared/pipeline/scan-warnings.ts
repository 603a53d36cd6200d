/** Every warning about an accepted scan file: what was noticed, and one thing to do. */
import type { ScanNotice } from '../domain/batch.ts';
import type { ScanWarning } from '../domain/exploded-scan.ts';

interface Sentence {
  readonly vi: string;
  readonly en: string;
}

function sentence(vi: string, en: string): Sentence {
  return { vi, en };
}

export const scanWarnings = {
  'pdf-active-content': sentence(
    'Tệp PDF có lệnh tự chạy (JavaScript, mở chương trình); chỉ hình trang được lấy. Kiểm tra nơi tạo ra tệp.',
    'The PDF carries scripts or launch actions; only the page pictures are taken. Check where the file came from.',
  ),
  'pdf-attachment': sentence(
    'Tệp PDF có tệp đính kèm; phần đính kèm không được lấy. Nếu là giấy tờ, nộp riêng từng tệp.',
    'The PDF has attachments, which are not taken. If they are papers, submit each as its own file.',
  ),
  'pdf-encrypted-owner': sentence(
    'Tệp PDF bị hạn chế in hoặc sửa nhưng vẫn đọc được. Xem lại trang cho chắc.',
    'The PDF restricts printing or changes but can be read. Have a look at its pages.',
  ),
  'pdf-repaired': sentence(
    'Tệp PDF bị lỗi cấu trúc và đã được đọc lại. So số trang với bản giấy.',
    'The structure of the PDF was damaged and rebuilt. Compare the number of pages with the paper.',
  ),
  'pdf-hidden-content': sentence(
    'Trang PDF có phần bị cắt khuất; toàn bộ trang đã được hiện lại. Kiểm tra xem có đúng trang cần nộp không.',
    'A page was cropped in the PDF; the whole page is shown again. Check that it is the page that was meant.',
  ),
  'pdf-pages-unreachable': sentence(
    'Tệp PDF còn chứa trang không nằm trong danh sách trang. So số trang với bản giấy.',
    'The PDF holds pages that its page list does not name. Compare the number of pages with the paper.',
  ),
  'pdf-form': sentence(
    'Tệp PDF là biểu mẫu điện tử (XFA); chỉ hình đang thấy được lấy. Kiểm tra nội dung đã điền.',
    'The PDF is an electronic form (XFA); only what shows is taken. Check what was filled in.',
  ),
  'pdf-font-missing': sentence(
    'Tệp PDF không nhúng phông chữ nên hình trang có thể thiếu dấu. Xuất lại PDF có nhúng phông hoặc quét bản giấy.',
    'A font is not embedded: the picture of the page may lack marks. Export the PDF with fonts or scan the paper.',
  ),
  'pdf-changed-after-signing': sentence(
    'Tệp PDF đã ký số có nội dung thêm vào sau chữ ký. Đối chiếu với bản gốc.',
    'Something was added to the PDF after it was signed. Compare it with the original.',
  ),
  'trailing-data': sentence(
    'Sau phần cuối tệp còn dữ liệu lạ, không được lấy. Kiểm tra nơi tạo ra tệp.',
    'Foreign data follows the end of the file and is not taken. Check where the file came from.',
  ),
  'leading-data': sentence(
    'Trước phần đầu tệp có dữ liệu lạ, không được lấy. Kiểm tra nơi tạo ra tệp.',
    'Foreign data stands before the file and is not taken. Check where the file came from.',
  ),
  'image-irregular': sentence(
    'Ảnh có lỗi nhỏ khi đọc. Xem lại trang; nếu hỏng thì quét lại.',
    'The picture has small faults. Have a look at the page; rescan it if it is broken.',
  ),
  'metadata-damaged': sentence(
    'Thông tin kèm ảnh (EXIF) bị hỏng và đã được bỏ; hình vẫn nguyên. Xem chiều của trang.',
    'The data about the picture (EXIF) is damaged and was dropped; the picture is sound. Check which way up it is.',
  ),
  'oversized-sheet': sentence(
    'Khổ giấy lớn hơn A2. Nếu là bản vẽ thì giữ nguyên; nếu không, kiểm tra cài đặt máy quét.',
    'The sheet is larger than A2. Keep it if it is a drawing; else check the settings of the scanner.',
  ),
  'low-resolution': sentence(
    'Ảnh có độ phân giải thấp, chữ có thể không đọc được. Nên quét lại ở 200-300 dpi.',
    'The resolution is low and text may be unreadable. Better rescan at 200-300 dpi.',
  ),
} satisfies Record<ScanWarning, Sentence>;

/** The warning as the record keeps it, in plain Vietnamese. */
export function sayWarning(warning: ScanWarning): ScanNotice {
  return { code: warning, message: scanWarnings[warning].vi };
}
