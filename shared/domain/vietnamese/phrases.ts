/**
 * Fixed wordings of administrative papers: mottos, titles, headings, labels, agencies. Where all letters of one stand
 * in a row, its marks are known. Facts of the forms in force, written down for this list; no text of others.
 */
import { baseLetters } from './letters.ts';
import { LIMIT, type Token } from './tokens.ts';

const PHRASES = `
cộng hòa xã hội chủ nghĩa Việt Nam
xã hội chủ nghĩa Việt Nam
độc lập tự do hạnh phúc
căn cước công dân
giấy chứng nhận quyền sử dụng đất
quyền sở hữu nhà ở và tài sản khác gắn liền với đất
quyền sở hữu tài sản gắn liền với đất
tờ khai đăng ký khai sinh
tờ khai đăng ký khai tử
tờ khai đăng ký kết hôn
tờ khai cấp bản sao trích lục hộ tịch
tờ khai cấp giấy xác nhận tình trạng hôn nhân
giấy xác nhận tình trạng hôn nhân
giấy chứng nhận đăng ký kết hôn
giấy chứng nhận đăng ký hộ kinh doanh
giấy chứng nhận đăng ký doanh nghiệp
giấy đề nghị đăng ký hộ kinh doanh
giấy đề nghị đăng ký doanh nghiệp
giấy tiếp nhận hồ sơ và hẹn trả kết quả
phiếu kiểm soát quá trình giải quyết hồ sơ
phiếu yêu cầu bổ sung hoàn thiện hồ sơ
phiếu từ chối tiếp nhận giải quyết hồ sơ
thông báo về việc
biên bản bàn giao hồ sơ
đơn đăng ký biến động đất đai
đơn đề nghị cấp lại cấp đổi giấy chứng nhận
phần ghi của người nhận hồ sơ
phần kê khai của người đề nghị
phần kê khai của người đăng ký
ý kiến của cơ quan
xác nhận của ủy ban nhân dân
ủy ban nhân dân xã
ủy ban nhân dân phường
ủy ban nhân dân tỉnh
ủy ban nhân dân thành phố
ủy ban nhân dân huyện
hội đồng nhân dân
trung tâm phục vụ hành chính công
bộ phận tiếp nhận và trả kết quả
văn phòng đăng ký đất đai
chi nhánh văn phòng đăng ký đất đai
sở nông nghiệp và môi trường
sở tài nguyên và môi trường
sở kế hoạch và đầu tư
sở giáo dục và đào tạo
sở khoa học và công nghệ
sở lao động thương binh và xã hội
sở văn hóa thể thao và du lịch
sở thông tin và truyền thông
bộ thông tin và truyền thông
bộ khoa học và công nghệ
thủ tướng chính phủ
văn phòng chính phủ
cục trưởng cục cảnh sát
cảnh sát quản lý hành chính về trật tự xã hội
cục quản lý xuất nhập cảnh
bảo hiểm xã hội
bưu điện Việt Nam
tổng công ty bưu điện
tòa án nhân dân
viện kiểm sát nhân dân
mặt trận tổ quốc Việt Nam
đảng cộng sản Việt Nam
người có thẩm quyền
người tiếp nhận hồ sơ
người nộp hồ sơ
người làm đơn
người khai ký ghi rõ họ tên
ký ghi rõ họ tên
ký ghi rõ họ và tên
ký tên đóng dấu
họ tên người khai
họ chữ đệm tên
họ chữ đệm tên người yêu cầu
họ chữ đệm tên người mẹ
họ chữ đệm tên người cha
viết chữ in hoa
ghi bằng chữ
ngày tháng năm sinh
ngày tháng năm
quốc tịch
nơi thường trú
nơi đăng ký khai sinh
địa chỉ thường trú
nơi ở hiện tại
có giá trị đến
không thời hạn
đặc điểm nhận dạng
ngón trỏ trái
ngón trỏ phải
giấy tờ tùy thân
số định danh cá nhân
quan hệ với người được khai sinh
người đỡ đẻ
số con trong lần sinh này
có giá trị pháp lý
không có giá trị
tờ bìa hồ sơ
tờ phân cách
thủ tục hành chính
số bưu gửi
vào sổ tiếp nhận hồ sơ
số vào sổ cấp giấy chứng nhận
số phát hành
tờ bản đồ số
thửa đất số
mục đích sử dụng đất
thời hạn sử dụng đất
nguồn gốc sử dụng
đất ở nông thôn
đất ở đô thị
đất trồng cây lâu năm
đất chuyên trồng lúa nước
cấp lại cấp đổi
những giấy tờ nộp kèm theo
tôi cam đoan
tôi xin cam đoan
đúng sự thật
hoàn toàn chịu trách nhiệm trước pháp luật
chịu trách nhiệm trước pháp luật
đề nghị cơ quan đăng ký
hợp đồng thuê nhà
hợp đồng ủy quyền
giấy ủy quyền
hợp đồng mua bán nhà ở
hợp đồng chuyển nhượng quyền sử dụng đất
hợp đồng tặng cho quyền sử dụng đất
bên cho thuê
bên thuê nhà
quyền và nghĩa vụ của bên
quyền và nghĩa vụ của các bên
đơn phương chấm dứt hợp đồng
phương thức thanh toán
cam kết của các bên
điều khoản thi hành
điều khoản chung
giải quyết tranh chấp
thời hạn thuê
có hiệu lực kể từ ngày ký
kể từ ngày ký
quyết định
phó chủ tịch
căn cứ luật tổ chức chính quyền địa phương
theo đề nghị của
chịu trách nhiệm thi hành quyết định này
`;

/** Fewer letters have other readings: `quyển số`, `quyền sở`. */
const MIN_LETTERS = 8;

interface Node {
  readonly next: Map<string, Node>;
  syllables?: readonly string[];
}

const root: Node = { next: new Map() };
for (const phrase of PHRASES.split('\n')) plant(phrase.split(' '));

function plant(syllables: readonly string[]): void {
  if (syllables.join('').length < MIN_LETTERS) return;
  let node = root;
  for (const syllable of syllables) {
    const base = baseLetters(syllable);
    let next = node.next.get(base);
    if (next === undefined) {
      next = { next: new Map() };
      node.next.set(base, next);
    }
    node = next;
  }
  node.syllables = syllables;
}

/** Places of fixed wordings: first token, and the syllables that stand there, lower case. The longest from each place. */
export function findPhrases(
  tokens: readonly Token[],
): { readonly at: readonly number[]; readonly syllables: readonly string[] }[] {
  const found = [];
  for (let start = 0; start < tokens.length; start++) {
    const phrase = longestFrom(tokens, start);
    if (!phrase) continue;
    found.push(phrase);
    start = phrase.at.at(-1)!;
  }
  return found;
}

function longestFrom(tokens: readonly Token[], start: number) {
  let node: Node | undefined = root;
  let longest: { at: number[]; syllables: readonly string[] } | undefined;
  const at: number[] = [];
  for (let index = start; index < tokens.length && node; index++) {
    const token = tokens[index]!;
    // `Độc lập - Tự do - Hạnh phúc`: dashes and stray points stand between.
    if (token.key === LIMIT && at.length > 0) continue;
    node = node.next.get(baseLetters(token.text));
    at.push(index);
    if (node?.syllables) longest = { at: [...at], syllables: node.syllables };
  }
  return longest;
}
