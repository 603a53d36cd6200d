/**
 * Wordings of administrative papers: mottos, titles, headings, labels, agencies, turns of phrase. Facts of the forms
 * in force, written down for this list; no text of others.
 */

/** Where all letters of one stand in a row, its marks are known; `#` is any number. */
export const FIXED_WORDINGS: readonly string[] = `
cộng hòa xã hội chủ nghĩa Việt Nam
tỉnh Lai Châu
tỉnh Điện Biên
tỉnh Sơn La
tỉnh Lạng Sơn
tỉnh Quảng Ninh
tỉnh Thanh Hóa
tỉnh Nghệ An
tỉnh Hà Tĩnh
tỉnh Cao Bằng
tỉnh Tuyên Quang
tỉnh Lào Cai
tỉnh Thái Nguyên
tỉnh Phú Thọ
tỉnh Bắc Ninh
tỉnh Hưng Yên
tỉnh Ninh Bình
tỉnh Quảng Trị
tỉnh Quảng Ngãi
tỉnh Gia Lai
tỉnh Khánh Hòa
tỉnh Lâm Đồng
tỉnh Đắk Lắk
tỉnh Đồng Nai
tỉnh Tây Ninh
tỉnh Vĩnh Long
tỉnh Đồng Tháp
tỉnh Cà Mau
tỉnh An Giang
thành phố Hà Nội
thành phố Huế
thành phố Hải Phòng
thành phố Đà Nẵng
thành phố Hồ Chí Minh
thành phố Cần Thơ
vào sổ theo dõi hồ sơ quyển số
vào sổ tiếp nhận hồ sơ số quyển
vào sổ tiếp nhận hồ sơ số # quyển
cổng dịch vụ công quốc gia
cổng thông tin điện tử
cơ sở dữ liệu quốc gia
cơ chế một cửa
chánh văn phòng
trên địa bàn tỉnh
văn bản quy phạm pháp luật
điều khoản thi hành
tổ chức thực hiện
cộng hòa xã hội
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
cục trưởng cục cảnh sát quản lý hành chính về trật tự xã hội
cục trưởng cục cảnh sát
cục cảnh sát quản lý hành chính
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
mẫu thử không có giá trị
tờ bìa hồ sơ
tờ phân cách
thủ tục hành chính
số bưu gửi
vào sổ tiếp nhận hồ sơ
số vào sổ cấp
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
cấp đổi giấy chứng nhận
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
`
  .trim()
  .split('\n');

/**
 * Kinds of official papers (Nghị định 30/2020/NĐ-CP, Điều 7, and legal documents) and offices of who signs: in capitals,
 * alone on a line, there is no other reading. None that may be a person's name: `TRƯƠNG PHONG`.
 */
export const TITLES: readonly string[] = `
nghị quyết
nghị định
thông tư
quyết định
chỉ thị
quy chế
quy định
thông cáo
thông báo
hướng dẫn
chương trình
kế hoạch
báo cáo
biên bản
hợp đồng
công điện
bản ghi nhớ
bản thỏa thuận
giấy ủy quyền
giấy mời
giấy giới thiệu
giấy nghỉ phép
phiếu gửi
phiếu chuyển
phiếu báo
phó chủ tịch
thủ tướng
phó thủ tướng
bộ trưởng
thứ trưởng
giám đốc
phó giám đốc
tổng giám đốc
cục trưởng
phó cục trưởng
chi cục trưởng
viện trưởng
phó trưởng phòng
hiệu trưởng
`
  .trim()
  .split('\n');

/** Too short, or too like others, to be fixed: they count as texts do. */
const TURNS = `
kính gửi
nơi nhận
về việc
chủ tịch
phó chủ tịch
thay mặt
họ và tên
nơi sinh
ngày cấp
nơi cấp
giới tính
dân tộc
quê quán
nơi cư trú
mã hồ sơ
bưu cục
số bưu gửi
người gửi
người nhận
mã vạch
sở tư pháp
bộ tư pháp
vào sổ
quyển số
quyển 01
sổ tiếp nhận hồ sơ
diện tích
dự kiến đặt tên con
tháng một
tháng hai
tháng ba
tháng tư
tháng năm
tháng sáu
tháng bảy
tháng tám
tháng chín
tháng mười
tháng mười một
tháng mười hai
mùng một tháng tư năm hai nghìn không trăm hai mươi bảy
năm một nghìn chín trăm tám mươi tư
ngày mười lăm tháng mười hai năm hai nghìn không trăm mười
hai mươi mốt tỷ đồng
trích đo bản đồ địa chính
mảnh trích đo địa chính
bản vẽ sơ đồ nhà ở
số tờ bản đồ
thửa đất số
cấp đổi giấy chứng nhận
đề nghị cấp đổi
đề nghị cấp lại
bị ố, bị nhòe, bị rách, bị mất
số tiền bằng chữ: một triệu hai trăm nghìn đồng chẵn
gia đình tôi
tôi tên là
tôi làm đơn này
tôi viết đơn này kính mong
nay tôi viết đơn này
xin trân trọng cảm ơn
tôi xin chân thành cảm ơn
kính đề nghị quý cơ quan xem xét giải quyết
trang thiết bị gắn liền với nhà
bên thuê trả tiền thuê bằng tiền mặt hoặc chuyển khoản
đặt cọc trả trước tiền thuê nhà
phòng cháy chữa cháy
mỗi bên giữ một bản
được lập thành hai bản có giá trị như nhau
ngón trỏ
thẻ căn cước
căn cước
chồng vợ cha mẹ con cháu
ông bà anh chị em cô dì chú bác cậu mợ
nghề nghiệp
trình độ học vấn
tổ dân phố
khu phố khóm ấp thôn bản buôn làng
số nhà đường phố tổ khóm ấp
xã phường đặc khu
thị trấn thị xã
cửa hàng tạp hóa
bán lẻ lương thực thực phẩm đồ uống
quán cà phê giải khát
cửa hàng chuyên doanh
vốn kinh doanh
ngành nghề kinh doanh
tên hộ kinh doanh
địa chỉ trụ sở
chủ hộ kinh doanh
sinh trưởng
con thứ nhất con thứ hai con thứ ba
cân nặng của con
bé trai bé gái
sinh con
người đỡ đẻ
sinh thường sinh mổ
tuần tuổi
trạm y tế
bệnh viện đa khoa
bệnh viện phụ sản
hộ sinh
lưu ý
ghi chú
số trang
trang số
bản gốc
bản chính
bản sao
bản sao có chứng thực
sao y bản chính
đã kiểm tra nội dung
đầy đủ rõ ràng thống nhất với giấy tờ xuất trình
hẹn trả kết quả
phí và lệ phí
nộp tại quầy
nhận tại bưu điện
nhận tại nhà
ký số
đã ký
cán bộ địa chính
công chức tư pháp hộ tịch
người thực hiện
người kiểm tra
giám đốc
phó giám đốc
trưởng phòng
chánh văn phòng
kế toán trưởng
thủ trưởng đơn vị
`
  .trim()
  .split('\n');

export const PHRASES: readonly string[] = [...FIXED_WORDINGS, ...TURNS];
