"""What the help says at every screen: what is done there, and the keys that only it has."""

from collections.abc import Mapping
from types import MappingProxyType

from cchc_desktop.records import record

Keys = tuple[tuple[str, str], ...]
NOWHERE = "start"


@record
class Topic:
    """The help of one screen.

    Args:
        title: what the screen is called.
        words: what is done there, in two or three sentences.
        keys: its own keys, each with what it does.
    """

    title: str
    words: str
    keys: Keys = ()


EVERYWHERE: Keys = (
    ("Ctrl+F", "tìm tiêu chí, tài liệu, lý do"),
    ("Ctrl+F, F3, F11", "trong khung xem tài liệu: tìm trong tài liệu, chỗ kế tiếp, toàn màn hình"),
    ("Ctrl+Z, Ctrl+Y", "hoàn tác, làm lại"),
    ("Ctrl+C, Ctrl+V", "chép, dán bảng với Excel"),
    ("Ctrl+1, 2, 3, 4", "Chấm điểm, Báo cáo, Bộ tiêu chí, Xếp hạng"),
    ("Ctrl+T", "Tài liệu"),
    ("Alt+1, 2, 3 …", "các phần của màn hình đang mở"),
    ("F9", "ẩn, hiện bên phải"),
    ("F11", "toàn màn hình"),
)

_TOPICS = {
    NOWHERE: Topic(
        "Màn hình đầu",
        "Tạo hồ sơ mới, mở tệp .cchc hoặc mở hồ sơ mẫu. Hồ sơ nào không mở được thì dòng của nó "
        "nói lý do và mở được bản sao lưu mới nhất, nếu có.",
        (("Ctrl+N, Ctrl+O", "tạo hồ sơ mới, mở hồ sơ"),),
    ),
    "score.sheet": Topic(
        "Bảng chấm điểm",
        "Chọn tiêu chí ở bảng, gõ Điểm hoặc Bị trừ, hoặc nhập số liệu ở khung bên phải; điểm, "
        "cách tính, tổng và hạng đổi theo ngay. Thả tài liệu kiểm chứng vào khung tài liệu.",
        (
            ("Enter", "nhận giá trị, sang tiêu chí chấm được kế tiếp"),
            ("Ctrl+Enter", "lấy giá trị vòng trước rồi đi tiếp"),
            ("1 … 9", "chọn mức của tiêu chí theo mức"),
            ("Esc", "trả lại giá trị cũ"),
            ("F2, F4", "sửa ô đang chọn; ghi lý do bị trừ"),
            ("Ctrl+G", "đến tiêu chí theo mã"),
            ("Ctrl+↓", "đến tiêu chí chưa chấm tiếp theo"),
            ("F7, F8", "so các vòng; biểu đồ điểm theo lĩnh vực"),
        ),
    ),
    "score.flat": Topic(
        "Bảng phẳng",
        "Mọi dòng của bảng chấm điểm, không có nhánh đóng mở, để trình đọc màn hình (NVDA) đọc "
        "lần lượt: mã, cấp, nội dung, tối đa, điểm, bị trừ, tài liệu, trạng thái. Gõ mã để đến "
        "dòng đó.",
        (
            ("↑ ↓, ← →", "dòng trước, sau; từng ô của dòng"),
            ("Enter", "đến tiêu chí ở bảng chấm điểm"),
            ("Esc", "về bảng chấm điểm"),
        ),
    ),
    "score.matrix": Topic(
        "Ma trận",
        "Mỗi hàng một tiêu chí, mỗi cột một đơn vị. Gõ điểm vào ô, hoặc dán cả khối từ Excel; "
        "khung bên phải là phiếu chấm của ô đang chọn.",
        (
            ("F6, Esc", "vào khung chấm của ô, trở lại bảng"),
            ("PgUp, PgDn", "trong khung chấm: đơn vị trước, sau, cùng tiêu chí"),
        ),
    ),
    "score.rounds": Topic(
        "So vòng",
        "Điểm các vòng đứng cạnh nhau; tiêu chí lệch đứng trước. Công nhận điểm tự chấm, giữ như "
        "lần trước, hoặc gõ điểm khác; ghi nguyên nhân lệch.",
        (
            ("Dấu cách, Ctrl+A", "chọn một, chọn mọi tiêu chí để quyết định cùng lúc"),
            ("Ctrl+1, Ctrl+2", "công nhận điểm tự chấm, giữ như lần trước"),
            ("Enter", "ghi và sang tiêu chí chưa quyết tiếp theo"),
        ),
    ),
    "score.sitting": Topic(
        "Phiên họp",
        "Lập phiên họp, ghi người dự, chọn tiêu chí cần quyết; Trình chiếu mở màn hình cho máy "
        "chiếu. Quyết định vào thẳng điểm của vòng và vào biên bản.",
        (
            ("Ctrl+1 2 3, Enter", "khi trình chiếu: chọn quyết định, ghi và sang tiêu chí sau"),
            ("PgUp, PgDn, Ctrl+B", "khi trình chiếu: tiêu chí trước, sau; tắt hình"),
        ),
    ),
    "score.track": Topic(
        "Tiến độ",
        "Mỗi đơn vị một hàng: đã chấm bao nhiêu, hạn nào sắp đến, đơn vị nào chậm. "
        "Các mốc đặt ở Bộ tiêu chí, Vòng và hạn.",
        (("Enter", "mở phiếu chấm của đơn vị"),),
    ),
    "score.documents": Topic(
        "Tài liệu",
        "Mọi tài liệu kiểm chứng của hồ sơ, gắn với tiêu chí nào, còn thiếu gì. Một tài liệu gắn "
        "được với nhiều tiêu chí; tài liệu đã xóa nằm trong thùng rác, lấy lại được.",
        (
            ("Dấu cách", "sang khung xem trước"),
            ("F2", "mô tả tài liệu"),
            ("Ctrl+G", "gắn với tiêu chí"),
            ("Delete", "bỏ vào thùng rác"),
        ),
    ),
    "score.coverage": Topic(
        "Mức phủ tài liệu",
        "Bao nhiêu điểm đứng vững trên tài liệu đọc được và đúng năm, theo lĩnh vực; bên dưới là "
        "việc cần làm cho từng tiêu chí.",
    ),
    "score.integrity": Topic(
        "Kiểm tra hồ sơ",
        "Đọc lại nội dung mọi tài liệu: hỏng, thiếu, hay chưa gắn với tiêu chí nào. Việc kiểm tra "
        "chạy bên cạnh, dừng được; tài liệu hỏng sửa được từ bản lưu hoặc từ chính tệp gốc.",
    ),
    "score.results": Topic(
        "Kết quả tìm",
        "Mọi chỗ có những chữ đã gõ: tiêu chí, tài liệu, từng trang, giải trình. Chữ có dấu hay "
        "không dấu đều tìm được.",
        (("Enter", "mở chỗ đang chọn"),),
    ),
    "describe": Topic(
        "Mô tả tài liệu lần lượt",
        "Từng tài liệu một: xem trang đầu, nhận hoặc sửa số ký hiệu, ngày, cơ quan, trích yếu mà "
        "chương trình đoán.",
        (
            ("Enter", "ghi, sang tài liệu sau"),
            ("PgUp, PgDn", "tài liệu trước, sau"),
            ("↓ rồi Enter", "lấy một gợi ý"),
            ("Ctrl+D", "lấy giá trị của tài liệu trước"),
            ("Ctrl+G", "gắn với tiêu chí"),
            ("F6", "giữa ô nhập và trang tài liệu"),
            ("Esc", "dừng"),
        ),
    ),
    "rank.0": Topic(
        "Xếp hạng đơn vị",
        "Thứ hạng của các đơn vị cùng nhóm, theo tổng, chỉ số, lĩnh vực hoặc tiêu chí; đổi ngay "
        "khi điểm đổi. Cách xếp đồng hạng và mức xếp loại đặt ở menu bên phải.",
        (
            ("chữ cái", "đến đơn vị có từ bắt đầu như thế"),
            ("Enter", "mở phiếu chấm của đơn vị"),
            ("Ctrl+G", "đến hàng của đơn vị"),
        ),
    ),
    "rank.1": Topic(
        "Xếp hạng các tỉnh",
        "Dán tổng điểm đã công bố của các tỉnh; hạng của tỉnh và khoảng cách đến hạng trên đổi "
        "theo từng điểm chấm.",
        (
            ("chữ cái", "đến tỉnh có từ bắt đầu như thế"),
            ("Ctrl+G", "đến hàng của đơn vị"),
        ),
    ),
    "report": Topic(
        "Báo cáo",
        "Bản xem trước là đúng bản PDF sẽ lưu. Bấm vào một con số để biết số đó lấy từ đâu, tính "
        "thế nào, và đến tiêu chí của nó.",
        (
            ("Tab, Shift+Tab", "số sau, số trước trên trang"),
            ("Enter, Esc", "đến tiêu chí của số; đóng thẻ"),
            ("Ctrl+S, Ctrl+P", "lưu PDF, in"),
        ),
    ),
    "criteria.0": Topic(
        "Bộ tiêu chí",
        "Thêm, sửa, kéo để chuyển chỗ; cách chấm ở bên phải. Nhấn chuột phải để nhân đôi hoặc "
        "đánh lại mã. Điểm của mọi đơn vị đổi theo ngay.",
        (
            ("Ins, Alt+Ins", "thêm tiêu chí, thêm cấp con"),
            ("Alt+↑ ↓", "chuyển lên, chuyển xuống"),
            ("Alt+← →", "đưa ra ngoài một cấp, đưa vào mục phía trên"),
            ("Ctrl+D, Del", "nhân đôi, xóa"),
            ("F2", "sửa ô đang chọn"),
        ),
    ),
    "criteria.1": Topic(
        "So hai năm",
        "Bộ tiêu chí của hai năm cạnh nhau: thêm, bỏ, đổi điểm tối đa, đổi cách chấm.",
        (("Enter, dấu cách", "mở, gấp một lĩnh vực"),),
    ),
    "criteria.2": Topic(
        "Đơn vị và Hội đồng",
        "Đơn vị được chấm theo nhóm, hội đồng, tổ thư ký, tổ thẩm định, cơ quan tham mưu và phần "
        "giao cho từng người, nhiệm vụ khắc phục. Đơn vị sáp nhập thì dùng Gộp, tách…, không xóa.",
        (("Dấu cách", "nhiệm vụ đã xong, mở lại"),),
    ),
    "criteria.3": Topic(
        "Vòng và hạn",
        "Các vòng của đợt, năm mốc thời gian, vòng nào đã khóa và đơn vị nào chậm.",
    ),
}
TOPICS: Mapping[str, Topic] = MappingProxyType(_TOPICS)
"""The help of every screen, by its key."""


def topic_of(key: str) -> Topic:
    """Return the help of a screen; of its workplace where a view has none of its own."""
    return TOPICS.get(key) or TOPICS.get(f"{key.partition('.')[0]}.0") or TOPICS[NOWHERE]
