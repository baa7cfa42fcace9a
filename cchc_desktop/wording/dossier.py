"""Words of the dossier: rounds, levels, methods, locks, steps."""

from collections.abc import Mapping
from types import MappingProxyType

FOLDER_READ_ONLY = "Hồ sơ nằm trong thư mục chỉ đọc."
FILE_READ_ONLY = "Tệp hồ sơ được đặt là chỉ đọc."
DISK_FULL = "Ổ đĩa chứa hồ sơ đã đầy."
NEWER_READ_ONLY = "Hồ sơ do phiên bản mới hơn của chương trình tạo ra."

_WAYS_OUT: Mapping[str, str] = MappingProxyType(
    {
        FOLDER_READ_ONLY: "chép tệp sang thư mục ghi được rồi mở bản chép đó",
        FILE_READ_ONLY: "bỏ thuộc tính chỉ đọc của tệp rồi mở lại",
        DISK_FULL: "xóa bớt tệp trên ổ đĩa đó rồi mở lại",
        NEWER_READ_ONLY: "cài phiên bản mới của chương trình rồi mở lại",
    }
)


def round_name(in_round: str) -> str:
    """Name a round.

    Args:
        in_round: a value of ``domain.marks.Round``.
    """
    return {
        "self": "Tự chấm",
        "first": "Thẩm định lần 1",
        "second": "Thẩm định lần 2",
        "published": "Công bố",
        "sheet": "Mọi vòng",
    }[in_round]


def method_name(method: str) -> str:
    """Name how points come about.

    Args:
        method: a value of ``domain.marks.Method``, or "".
    """
    return {
        "appraisal": "Thẩm định qua tài liệu",
        "officials_survey": "Khảo sát lãnh đạo, quản lý",
        "citizens_survey": "Khảo sát người dân, doanh nghiệp (SIPAS)",
        "socio_economic": "Kết quả kinh tế - xã hội",
        "": "",
    }[method]


def method_short(method: str) -> str:
    """Name how points come about, in one or two words.

    Args:
        method: a value of ``domain.marks.Method``, or "".
    """
    return {
        "appraisal": "thẩm định",
        "officials_survey": "khảo sát",
        "citizens_survey": "SIPAS",
        "socio_economic": "kinh tế - xã hội",
        "": "–",
    }[method]


def level_name(level: str) -> str:
    """Name the kind of unit that an assessment scores.

    Args:
        level: a value of ``domain.units.AssessmentLevel``.
    """
    return {
        "province": "Cấp tỉnh",
        "department": "Sở, ban, ngành",
        "district": "Cấp huyện",
        "commune": "Cấp xã",
    }[level]


def rank_change(change: int) -> str:
    """Say how a rank moved: "tăng 7 bậc", "giảm 28 bậc", "giữ nguyên"."""
    if change == 0:
        return "giữ nguyên"
    return f"tăng {change} bậc" if change > 0 else f"giảm {-change} bậc"


def round_locked(name: str, unit: str) -> str:
    """Say that a round is locked."""
    return f"Vòng {name} của {unit} đã khóa, không sửa được."


def proof_locked(title: str, where: tuple[str, str], unit: str) -> str:
    """Say that a document proves a criterion of a locked round.

    Args:
        title: the document.
        where: code of the criterion, name of the round.
        unit: name of the unit.
    """
    code, name = where
    return f"{title} chứng minh cho {code} của {unit}, vòng {name} đã khóa, nên không bỏ được."


def proof_locked_hint() -> str:
    """Say how a document can be taken from a locked round."""
    return "Thêm tài liệu khác vẫn được. Muốn bỏ tài liệu này, mở khóa vòng ấy trước."


def set_locked(name: str, unit: str) -> str:
    """Say that the set cannot change while a round that it scores is locked."""
    return f"Bộ tiêu chí đang dùng cho vòng đã khóa ({name} của {unit}) nên không đổi được điểm."


def set_locked_hint() -> str:
    """Say how the set can be changed."""
    return "Mở khóa vòng chấm trước, hoặc sao bộ tiêu chí sang năm mới rồi sửa."


def round_locked_hint() -> str:
    """Say how a locked round can be changed."""
    return "Người quản trị mở khóa vòng chấm trước."


def read_only(reason: str) -> str:
    """Say that the dossier is open for reading only."""
    return f"Hồ sơ đang mở chỉ để đọc. {reason}".strip()


def read_only_hint(reason: str) -> str:
    """Say how to write into a dossier that is open for reading only, by the reason for it."""
    return f"Muốn sửa thì {_way_out(reason)}."


def old_read_only(name: str, reason: str) -> str:
    """Say that a dossier of an older program cannot be brought up to date, so not be opened."""
    return f"Hồ sơ {name} do bản cũ của chương trình tạo ra, chưa nâng cấp để mở được. {reason}"


def old_read_only_hint(reason: str) -> str:
    """Say how such a dossier can be opened, by the reason why it cannot be written."""
    return f"Muốn mở thì {_way_out(reason)}."


def _way_out(reason: str) -> str:
    return _WAYS_OUT.get(reason, "đóng hồ sơ ở nơi kia rồi mở lại")


def undone(title: str) -> str:
    """Name the undoing of a step."""
    return f"Hoàn tác: {title}"


def redone(title: str) -> str:
    """Name the redoing of a step."""
    return f"Làm lại: {title}"


def unreadable() -> str:
    """Say that the dossier holds what cannot be read."""
    return "Dữ liệu trong hồ sơ có chỗ không đọc được."


def unreadable_hint() -> str:
    """Say what to do with a dossier that cannot be read."""
    return "Mở bản sao lưu gần nhất; tệp này có thể đã bị sửa bằng chương trình khác."
