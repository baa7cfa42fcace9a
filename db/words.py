"""What storage says to the user, in Vietnamese."""

from datetime import datetime
from pathlib import Path

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.wording import dossier as words
from cchc_desktop.wording.numerals import shown_date, shown_time

_MIB = 1024 * 1024


def megabytes(size: int) -> str:
    """Return a size in whole MB, rounded up."""
    return f"{-(-size // _MIB)} MB"


def held_by(name: str, computer: str, since: datetime | None) -> str:
    """Say who holds a dossier."""
    who = name or "một người khác"
    where = f" trên máy {computer}" if computer else ""
    when = f" từ {shown_time(since)} ngày {shown_date(since)}" if since else ""
    return f"Hồ sơ đang được {who} mở{where}{when}."


def newer(version: str) -> CchcError:
    """Return the refusal of a dossier that this program is too old for."""
    return CchcError(
        f"Hồ sơ này cần CCHC Desktop {version} trở lên.",
        "Cài phiên bản mới của chương trình rồi mở lại.",
    )


def missing(path: Path) -> CchcError:
    """Return the refusal of a dossier that is not there."""
    return CchcError(
        f"Không thấy tệp hồ sơ {path.name}.",
        "Kiểm tra USB hoặc ổ mạng còn kết nối, hoặc chọn tệp ở nơi khác.",
    )


def is_folder(path: Path) -> CchcError:
    """Return the refusal of a folder where a file is needed."""
    return CchcError(f"{path.name} là thư mục, không phải tệp.", "Chọn một tệp.")


def empty_dossier(path: Path) -> CchcError:
    """Return the refusal of a dossier of 0 bytes."""
    return CchcError(
        f"Tệp {path.name} rỗng (0 byte), không phải hồ sơ.",
        "Mở bản sao lưu, hoặc chép lại tệp từ nơi gửi.",
    )


def no_dossier(path: Path) -> CchcError:
    """Return the refusal of a file that is no dossier."""
    return CchcError(
        f"Tệp {path.name} không phải hồ sơ chấm điểm.",
        "Chọn tệp .cchc do CCHC Desktop tạo ra.",
    )


class DamagedError(CchcError):
    """A dossier is cut off or damaged."""


def damaged_dossier(path: Path) -> DamagedError:
    """Return the refusal of a dossier that is cut off or damaged."""
    return DamagedError(
        f"Tệp hồ sơ {path.name} bị hỏng hoặc chép chưa đủ.",
        "Chép lại tệp từ nơi gửi, hoặc mở bản sao lưu gần nhất.",
    )


def unfinished_wal(path: Path) -> CchcError:
    """Return the refusal of a dossier whose last steps stand in files beside it."""
    return CchcError(
        f"Hồ sơ {path.name} chưa được đóng hẳn và nằm trong thư mục chỉ đọc.",
        "Chép tệp cùng các tệp -wal, -shm bên cạnh sang thư mục ghi được rồi mở lại.",
    )


def foreign_log(path: Path) -> CchcError:
    """Return the refusal of a dossier beside which the log of another file lies."""
    return CchcError(
        f"Cạnh hồ sơ {path.name} còn tệp {path.name}-wal của một bản khác cùng tên.",
        f"Hồ sơ này chưa bị động đến. Chuyển tệp {path.name}-wal sang chỗ khác rồi mở lại.",
    )


def already_there(path: Path) -> CchcError:
    """Return the refusal to write over a file."""
    return CchcError(f"Đã có tệp {path.name} ở đó.", "Đặt tên khác hoặc chọn thư mục khác.")


def cannot_create(path: Path) -> CchcError:
    """Return the refusal of a place where no dossier can be made."""
    return CchcError(
        f"Không tạo được tệp {path.name} ở thư mục này.",
        "Kiểm tra thư mục có tồn tại và ghi được, tên tệp không quá dài.",
    )


def cannot_open(path: Path) -> CchcError:
    """Return the refusal of a dossier that the system does not open."""
    return CchcError(
        f"Không mở được tệp {path.name}.",
        "Kiểm tra quyền đọc tệp và ổ đĩa còn kết nối.",
    )


def no_room_to_open(path: Path) -> CchcError:
    """Return the refusal of a dossier whose last steps need room on the disk to be read."""
    return CchcError(
        f"Ổ đĩa đã đầy nên chưa mở được {path.name}.",
        "Xóa bớt tệp trên ổ đĩa chứa hồ sơ rồi mở lại; không bước nào bị mất.",
    )


def disk_full() -> CchcError:
    """Return the refusal of a step that does not fit on the disk."""
    return CchcError(
        "Ổ đĩa đã đầy nên bước này chưa được ghi.",
        "Xóa bớt tệp trên ổ đĩa chứa hồ sơ rồi làm lại bước này.",
    )


def left_in_log(path: Path) -> CchcError:
    """Say that a dossier was closed on a full disk: its last steps stand beside it."""
    return CchcError(
        f"Ổ đĩa đã đầy nên các bước cuối còn nằm ở tệp {path.name}-wal cạnh hồ sơ;"
        " không mất bước nào.",
        "Xóa bớt tệp trên ổ đĩa rồi mở hồ sơ lại; nếu chép đi thì chép cả hai tệp.",
    )


def disk_failed() -> CchcError:
    """Return the refusal of a step that the disk did not take."""
    return CchcError(
        "Ổ đĩa không đọc hoặc ghi được nên bước này chưa được ghi.",
        "Kiểm tra USB hoặc ổ mạng còn kết nối rồi làm lại bước này.",
    )


def write_refused() -> CchcError:
    """Return the refusal of a step because the file cannot be written."""
    return CchcError(
        "Tệp hồ sơ không cho ghi nên bước này chưa được ghi.",
        "Kiểm tra quyền ghi của tệp và thư mục chứa hồ sơ.",
    )


def busy() -> CchcError:
    """Return the refusal of a step because another one takes too long."""
    return CchcError(
        "Hồ sơ đang bận ghi một tệp lớn nên bước này chưa được ghi.", "Đợi ít phút rồi làm lại."
    )


def file_gone(path: Path) -> CchcError:
    """Return the refusal of a step because the dossier's file went away."""
    return CchcError(
        f"Tệp hồ sơ {path.name} đã bị xóa hoặc chuyển đi khi đang mở nên bước này chưa được ghi.",
        "Đưa tệp về chỗ cũ, hoặc đóng rồi mở lại hồ sơ ở nơi mới.",
    )


def source_missing(name: str) -> CchcError:
    """Return the refusal of a document that is not there."""
    return CchcError(f"Không thấy tệp {name}.", "Tệp đã bị chuyển đi hoặc xóa; chọn lại tệp.")


def source_empty(name: str) -> CchcError:
    """Return the refusal of a document of 0 bytes."""
    return CchcError(f"Tệp {name} rỗng (0 byte).", "Kiểm tra lại tệp gốc rồi đính kèm lại.")


def source_unreadable(name: str) -> CchcError:
    """Return the refusal of a document that cannot be read."""
    return CchcError(
        f"Không đọc được tệp {name}.", "Kiểm tra quyền đọc tệp và ổ đĩa chứa tệp còn kết nối."
    )


def source_changed(name: str) -> CchcError:
    """Return the refusal of a document that another program writes."""
    return CchcError(
        f"Tệp {name} bị thay đổi trong khi đang đính kèm nên chưa được thêm.",
        "Đóng chương trình đang ghi tệp đó rồi đính kèm lại.",
    )


def no_regular_file(name: str) -> CchcError:
    """Return the refusal of a folder, a pipe or a device as a document."""
    return CchcError(f"{name} là thư mục hoặc không phải tệp thường.", "Chọn từng tệp để đính kèm.")


def old_read_only(path: Path, reason: str) -> CchcError:
    """Return the refusal of a dossier whose migrations wait where nothing can be written."""
    sentence = words.old_read_only(path.name, reason)
    return CchcError(sentence, words.old_read_only_hint(reason))


def migrated(program: str) -> str:
    """Name the step that brings a dossier up to a version of the program."""
    return f"nâng cấp hồ sơ lên bản {program}"


def dossier_itself(name: str) -> CchcError:
    """Return the refusal of the open dossier, or a file that goes with it, as a document."""
    return CchcError(
        f"Tệp {name} là chính hồ sơ đang mở.", "Bỏ tệp này ra rồi đính kèm các tệp khác."
    )


def no_room(name: str, needed: int, free: int) -> CchcError:
    """Return the refusal of a document that does not fit on the disk."""
    return CchcError(
        f"Ổ đĩa chứa hồ sơ không đủ chỗ cho tệp {name}: "
        f"cần {megabytes(needed)}, còn {megabytes(free)}.",
        "Xóa bớt tệp trên ổ đĩa hoặc chuyển hồ sơ sang ổ khác.",
    )


def past_fat32(name: str) -> CchcError:
    """Return the refusal of a document that makes the dossier too large for FAT32."""
    return CchcError(
        f"Thêm tệp {name} thì hồ sơ vượt 4 GB, quá mức của ổ đĩa FAT32.",
        "Chuyển hồ sơ sang ổ NTFS hoặc exFAT rồi đính kèm lại.",
    )


class BadContentError(CchcError):
    """A content is not there or is damaged; nothing is wrong with where it would be copied to."""


def content_missing() -> BadContentError:
    """Return the fault of a document whose content is not in the dossier."""
    return BadContentError(
        "Nội dung của tài liệu không có trong hồ sơ.", "Đính kèm lại tệp gốc của tài liệu này."
    )


def content_damaged() -> BadContentError:
    """Return the fault of a document whose content is damaged."""
    return BadContentError(
        "Nội dung của tài liệu trong hồ sơ bị hỏng.", "Đính kèm lại tệp gốc của tài liệu này."
    )


def other_content(name: str) -> CchcError:
    """Return the refusal of a file that is not the one that was entered."""
    return CchcError(
        f"Tệp {name} không phải tệp gốc: mã băm khác lúc thêm vào.",
        "Chọn đúng tệp đã thêm lúc trước, chưa sửa gì.",
    )


def no_kept_content() -> CchcError:
    """Return the refusal of a repair where the backup folder has no such content."""
    return CchcError(
        "Thư mục sao lưu không có tệp này.", "Chọn tệp gốc trên máy để lấy lại nội dung."
    )


def cannot_save(name: str) -> CchcError:
    """Return the refusal of a place where no copy can be written."""
    return CchcError(
        f"Không ghi được tệp {name} ở thư mục này.",
        "Kiểm tra thư mục còn chỗ và ghi được, hoặc chọn nơi khác.",
    )


def fault_structure() -> str:
    """Say that the file's structure is damaged."""
    return "Cấu trúc tệp bị hỏng; mở bản sao lưu gần nhất để so lại."


def fault_reference(table: str, parent: str) -> str:
    """Say that a row names one that is not there."""
    names = [_RECORDS.get(each, f"“{each}”") for each in (table, parent)]
    return f"Có dòng của bảng {names[0]} trỏ tới dòng không tồn tại của bảng {names[1]}."


def fault_line(title: str) -> str:
    """Say that a line of the journal does not match its hash."""
    return f"Nhật ký: bước “{title}” không khớp mã băm của nó."


def fault_changes(title: str) -> str:
    """Say that the changes of a line do not match its hash."""
    return f"Nhật ký: nội dung sửa của bước “{title}” không khớp mã băm."


def fault_parent(title: str) -> str:
    """Say that a line of the journal follows one that is not there."""
    return f"Nhật ký: không thấy bước đứng trước bước “{title}”."


def fault_head() -> str:
    """Say that the journal does not end where the dossier says."""
    return "Nhật ký: dòng cuối không phải dòng mà hồ sơ ghi nhận."


_RECORDS = {
    "assessment": "đợt đánh giá", "unit_group": "nhóm đơn vị", "unit": "đơn vị",
    "agency": "cơ quan", "member": "người làm việc", "sheet": "phiếu chấm",
    "criterion": "tiêu chí", "document": "tài liệu", "task": "nhiệm vụ", "setting": "thiết lập",
    "mark": "điểm", "deduction": "khoản bị trừ", "link": "tài liệu kiểm chứng",
    "published": "kết quả công bố", "document_file": "tệp kèm tài liệu",
    "known_total": "điểm đã công bố", "council_member": "thành viên Hội đồng",
    "assignment": "phân công thẩm định", "sitting": "phiên họp",
    "sitting_item": "tiêu chí của phiên họp",
}  # fmt: skip


def fault_records(table: str, count: int) -> str:
    """Say that records of a table are not what the journal tells."""
    return (
        f"Bảng {_RECORDS[table]}: {count} dòng không khớp nhật ký; "
        "tệp đã bị sửa bằng chương trình khác."
    )


def fault_content(name: str) -> str:
    """Say that a document has no content."""
    return f"Tài liệu “{name}” không có nội dung trong hồ sơ."


def no_backup_to_restore(dossier: Path) -> CchcError:
    """Return the refusal where a dossier has no backup, or needs none."""
    return CchcError(
        f"Không có bản sao lưu nào để thay {dossier.name}.",
        "Hồ sơ còn đọc được thì mở lại; nếu không thì chép lại tệp từ nơi gửi.",
    )


def not_restored(dossier: Path) -> CchcError:
    """Return the refusal where a backup cannot be copied to its dossier's place."""
    return CchcError(
        f"Không chép được bản sao lưu vào chỗ của {dossier.name}.",
        "Kiểm tra thư mục còn chỗ và ghi được rồi thử lại. Bản sao lưu còn nguyên.",
    )


def no_backup(path: Path) -> CchcError:
    """Return the refusal to change a dossier that could not be backed up."""
    return CchcError(
        f"Không sao lưu được hồ sơ {path.name} nên chưa nâng cấp hồ sơ.",
        "Kiểm tra thư mục chứa hồ sơ còn chỗ và ghi được rồi mở lại.",
    )
