"""Words of the one-page summary."""

_COUNTS = (
    "Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười",
    "Mười một", "Mười hai",
)  # fmt: skip

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NO_ISSUER = "(chưa ghi cơ quan ban hành)"
POINTS = "điểm"
TOTAL = "Tổng"
SUM = "Cộng"
REST_OF_AREAS = "Các lĩnh vực còn lại"
NOT_RECORDED = "chưa ghi"
PARTLY_RECORDED = "chưa ghi đủ"
LEGEND = ("đạt", "bị trừ (dư địa tăng điểm)")
METHOD_HEAD = "Bị trừ theo cách đánh giá"
NOT_SPLIT = "Chưa tách theo khoản"
OVERSTATED = "Lý do ghi thừa"
LOSS_HEADS = ("Bị trừ", "Mã", "Lý do", "Cơ quan tham mưu")
DECISIONS = "Nội dung đề nghị quyết định"
PERCENT_IS = "% đạt = điểm đạt / điểm tối đa."
NO_RANKS = "Chưa có thứ hạng công bố."
NO_CHART = "Chưa có điểm để vẽ biểu đồ."


def kind(year: int) -> str:
    """Name the paper."""
    return f"TÓM TẮT KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH NĂM {year}"


def subject(unit: str) -> str:
    """Say whom the paper is about and what it is for."""
    return f"{unit}, phục vụ cuộc họp Hội đồng"


def title(unit: str, year: int) -> str:
    """Title the file."""
    return f"Tóm tắt kết quả Chỉ số cải cách hành chính năm {year} - {unit}"


def printed(day: str, time: str, round_name: str) -> str:
    """Say when and from what the paper was printed."""
    return f"In ngày {day} lúc {time} từ hồ sơ chấm điểm, vòng {round_name}"


def chain_code(code: str) -> str:
    """Name the code that ties the paper to the dossier's journal."""
    return f"Mã chuỗi {code or '–'}"


def area_heads(previous_year: int) -> tuple[str, ...]:
    """Return the heads of the table of areas."""
    return (
        "Mã", "Lĩnh vực", "Tối đa", "Đạt", "Bị trừ", "% đạt", "Hạng", f"So với {previous_year}",
    )  # fmt: skip


def total_label(*, is_complete: bool) -> str:
    """Name the total, or the part of it that is known."""
    return "Tổng điểm" if is_complete else "Tổng điểm đã chấm"


def out_of(maximum: str) -> str:
    """Say what the total is counted out of."""
    return f"/ {maximum} điểm"


def group_of_total(group: str, least: int, below: int | None) -> str:
    """Name the national group of a total with its limits."""
    limits = f"từ {least} điểm" if below is None else f"từ {least} đến dưới {below} điểm"
    return f"Nhóm {group} ({limits})"


def group_of_index(group: str, index: str) -> str:
    """Name the national group of an index in percent."""
    return f"Nhóm {group} (chỉ số {index} %)"


def below_groups(group: str, least: int) -> str:
    """Say that the total reaches no national group."""
    return f"Chưa vào nhóm {group} (dưới {least} điểm)"


def index(percent: str) -> str:
    """Name the index."""
    return f"đạt {percent} % điểm tối đa"


def not_scored(maximum: str) -> str:
    """Say that nothing is scored yet."""
    return f"chưa chấm tiêu chí nào; tối đa {maximum}" if maximum else "chưa chấm tiêu chí nào"


def partly_scored(missing: int, of: int, maximum: str) -> str:
    """Say what is missing of a whole score."""
    whole = f"; tối đa cả bộ {maximum}" if maximum else ""
    return f"còn {missing}/{of} tiêu chí chưa có điểm{whole}"


def no_criteria() -> str:
    """Say that there is nothing to score."""
    return "bộ tiêu chí chưa có nội dung"


def rank_label() -> str:
    """Name the rank."""
    return "Xếp hạng"


def ranked_among(of: int, group: str) -> str:
    """Say how many units the rank is counted among."""
    return f"/ {of} {group[:1].lower()}{group[1:]}".rstrip()


def no_rank() -> str:
    """Say that no rank is published."""
    return "chưa có kết quả công bố"


def rank_before(year: int, rank: int, of: int | None) -> str:
    """Say the rank of the year before."""
    return f"năm {year}: {rank}/{of}" if of else f"năm {year}: {rank}"


def published_with(score: str) -> str:
    """Say which total the published rank was announced with."""
    return f"công bố với {score} điểm"


def lost_label() -> str:
    """Name the loss."""
    return "Bị trừ"


def room_to_regain() -> str:
    """Say what a loss is good for."""
    return "dư địa tăng điểm"


def no_loss_known() -> str:
    """Say that the loss is not known."""
    return "chưa tính được"


def shifts_are(previous_year: int) -> str:
    """Explain the signs of the change of rank."""
    return f"▲ tăng bậc, ▼ giảm bậc so với năm {previous_year}."


def without_rank(codes: str) -> str:
    """Say which areas have no rank of their own."""
    return f"Lĩnh vực {codes} không có thứ hạng chung."


def incomplete_areas(codes: str) -> str:
    """Say which areas are not scored to the end."""
    return f"Chưa chấm đủ: {codes}."


def rounded_apart(difference: str) -> str:
    """Warn that rounded numbers do not add up to the rounded total."""
    return f"Số in đã làm tròn nên cộng lại có thể lệch {difference}."


def method_name(method: str) -> str:
    """Name how a loss was found."""
    return {
        "appraisal": "Qua tài liệu kiểm chứng",
        "officials_survey": "Khảo sát lãnh đạo, quản lý",
        "citizens_survey": "Sự hài lòng (SIPAS)",
        "socio_economic": "Kết quả kinh tế - xã hội",
        "": "Chưa ghi cách đánh giá",
    }[method]


def points_by_method(points: str, method: str) -> str:
    """Say points with how they were lost, inside a sentence."""
    how = {
        "appraisal": "qua tài liệu kiểm chứng",
        "officials_survey": "khảo sát lãnh đạo, quản lý",
        "citizens_survey": "SIPAS",
        "socio_economic": "kinh tế - xã hội",
        "": "chưa ghi cách đánh giá",
    }[method]
    return f"{points} điểm {how}"


def largest_losses(count: int, known: int, amount: str, of: str) -> str:
    """Head the table of losses with what they sum up to."""
    if count == known:
        return f"Các khoản bị trừ: {amount} điểm"
    number = _COUNTS[count] if count < len(_COUNTS) else str(count)
    return f"{number} khoản bị trừ nhiều nhất: {amount} trong {of} điểm"


def several_of(category: str, count: int) -> str:
    """Name several losses of one category."""
    return f"{category}: {count} nội dung chưa đạt"


def no_reason(name: str) -> str:
    """Name a loss that nobody explained."""
    return f"{name}: chưa ghi lý do"


def enter_criteria() -> tuple[str, str]:
    """Ask for the criteria set."""
    return "Nhập bộ tiêu chí:", " hồ sơ chưa có tiêu chí nào để chấm."


def go_on_scoring(missing: int, of: int) -> tuple[str, str]:
    """Ask for the missing points."""
    return "Chấm tiếp", f" {missing} trong {of} tiêu chí chưa có điểm."


def name_agencies(parts: str) -> tuple[str, str]:
    """Ask for the agency in charge of losses."""
    return "Xác định cơ quan tham mưu", f" cho {parts}."


def assign_tasks(parts: str) -> tuple[str, str]:
    """Ask for tasks that repair losses."""
    return "Giao nhiệm vụ", f" cho {parts}: chưa có nhiệm vụ tương ứng."


def assign_any_task(points: str) -> tuple[str, str]:
    """Ask for tasks where the dossier has none."""
    return "Giao nhiệm vụ", f" khắc phục {points} điểm bị trừ: hồ sơ chưa có nhiệm vụ nào."


def set_deadlines(missing: int, of: int) -> tuple[str, str]:
    """Ask for deadlines."""
    return "Đặt thời hạn", f" cho {missing} trong {of} nhiệm vụ chưa ghi ngày hoàn thành."


def nothing_open() -> tuple[str, str]:
    """Say that nothing waits for a decision."""
    return "Thông qua kết quả:", " không còn nội dung để ngỏ trong hồ sơ."


def node_points(code: str, points: str) -> str:
    """Name a node with its points."""
    return f"{code} ({points} điểm)"


def criteria_listed(parts: str, others: int, points: str) -> str:
    """List criteria; what does not fit is counted."""
    rest = f" và {others} tiêu chí khác ({points} điểm)" if others else ""
    return f"tiêu chí {parts}{rest}"


def cannot_write(name: str) -> str:
    """Say that a file cannot be written."""
    return f"Không ghi được tệp “{name}”."


def write_elsewhere() -> str:
    """Say what to do where a file cannot be written."""
    return "Đóng tệp nếu đang mở ở chương trình khác, hoặc chọn thư mục khác."


def no_folder(folder: str) -> str:
    """Say that a folder is not there."""
    return f"Không có thư mục “{folder}”."


def choose_folder() -> str:
    """Say to choose another folder."""
    return "Chọn một thư mục đang có rồi lưu lại."


def disk_full(name: str) -> str:
    """Say that the disk is full."""
    return f"Ổ đĩa đã đầy, chưa ghi được tệp “{name}”."


def free_disk() -> str:
    """Say to make room."""
    return "Xóa bớt tệp hoặc chọn ổ đĩa khác."


def is_folder(name: str) -> str:
    """Say that a folder stands where the file should be written."""
    return f"“{name}” là một thư mục, không phải tệp."


def name_file() -> str:
    """Say to give a file name."""
    return "Đặt tên tệp khác."


def unknown_format(suffix: str) -> str:
    """Say that no writer knows a suffix."""
    return f"Chưa có định dạng “{suffix}”." if suffix else "Tên tệp chưa có đuôi."


def use_format(known: str) -> str:
    """Say which suffixes there are."""
    return f"Dùng một trong các đuôi: {known}."


def agree_on_figures(told: str, others: int) -> tuple[str, str]:
    """Ask for one figure where the printed and the computed one differ."""
    rest = f"; và {others} tiêu chí khác" if others else ""
    return "Thống nhất số liệu", f" {told}{rest}."


def lost_differs(code: str, stated: str, exact: str, basis: str) -> str:
    """Say that a printed loss is not the computed one."""
    again = f"tính lại từ {basis}" if basis else "tính lại"
    return f"{code}: báo cáo in {stated} điểm bị trừ; {again} là {exact}"


def points_differ(code: str, stated: str, exact: str, basis: str) -> str:
    """Say that printed points are not the computed ones."""
    again = f"tính lại từ {basis}" if basis else "tính lại"
    return f"{code}: báo cáo in {stated} điểm; {again} là {exact}"
