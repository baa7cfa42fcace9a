"""Words of the register as it goes out of a dossier and comes in."""

INDEX_TITLE = "Danh mục tài liệu kiểm chứng"
UNLINKED = "Chưa gắn tiêu chí"
UNLINKED_FOLDER = "Chưa gắn"
FILES_SHEET = "Tệp kèm"
HEADS = (
    "Năm", "Đơn vị", "Mã", "Tiêu chí", "Tệp", "Số, ký hiệu", "Ngày ban hành",
    "Cơ quan ban hành", "Trích yếu", "Loại", "Trang", "Mục", "Đoạn dẫn chứng",
    "Hiệu lực từ", "Hiệu lực đến", "Ghi chú",
)  # fmt: skip
FILE_HEADS = ("Tài liệu", "Tệp kèm", "Ghi chú")
SEARCH = "Tìm theo mã, số, cơ quan, trích yếu (không cần gõ dấu)"
NO_HIT = "Không có tài liệu nào khớp."
PAGE, SECTION = "Trang", "Mục"
DAMAGED = "tệp hỏng, không xuất được"


def imported(count: int) -> str:
    """Name the import of a register."""
    return f"nhập {count} tài liệu kiểm chứng"


def counted(documents: int, rows: int) -> str:
    """Count what an index lists."""
    return f"{grouped(documents)} tài liệu, {grouped(rows)} dòng"


def nothing_to_export() -> str:
    """Refuse to export nothing."""
    return "Phần đã chọn không có tài liệu nào."


def choose_other_part() -> str:
    """Say to choose another part."""
    return "Chọn phần khác, hoặc gắn tài liệu trước."


def place_taken(name: str) -> str:
    """Refuse a folder that holds something."""
    return f"Thư mục “{name}” đã có nội dung."


def choose_new_folder() -> str:
    """Say to name a folder that is not there yet."""
    return "Đặt tên thư mục mới, hoặc chọn thư mục trống."


def no_parent(folder: str) -> str:
    """Say that the place is not there."""
    return f"Không có thư mục “{folder}”."


def choose_folder() -> str:
    """Say to choose a folder that is there."""
    return "Chọn thư mục khác."


def path_too_long(folder: str) -> str:
    """Refuse a place whose path leaves no room for the names of files."""
    return f"Đường dẫn tới “{folder}” quá dài, tên tệp không còn chỗ."


def choose_short_place() -> str:
    """Say to choose a place nearer to the root."""
    return "Chọn thư mục gần gốc ổ đĩa hơn, hoặc xuất thành tệp zip."


def no_room(needed: int, free: int) -> str:
    """Refuse a disk that is too small, before anything is written; sizes in MB."""
    return f"Ổ đĩa không đủ chỗ: cần {grouped(needed)} MB, còn {grouped(free)} MB."


def disk_full() -> str:
    """Say that the disk became full; nothing stays."""
    return "Ổ đĩa đã đầy giữa chừng, chưa xuất được gì."


def disk_lost() -> str:
    """Say that the place went away or refuses; nothing stays."""
    return "Không ghi được vào nơi đã chọn, chưa xuất được gì."


def free_disk() -> str:
    """Say to make room."""
    return "Xóa bớt tệp hoặc chọn ổ đĩa khác."


def check_place() -> str:
    """Say to look at the place."""
    return "Kiểm tra ổ đĩa, USB còn cắm và ghi được, rồi xuất lại."


def left_out(title: str, reason: str) -> str:
    """Say that a document did not go out whole."""
    return f"{title}: {reason}"


def no_register(name: str) -> str:
    """Say that a place holds no register."""
    return f"“{name}” không phải tài liệu đã xuất từ CCHC Desktop (thiếu register.json)."


def choose_exported() -> str:
    """Say what to choose."""
    return "Chọn thư mục hoặc tệp zip đã xuất bằng “Xuất tài liệu”."


def unreadable(name: str) -> str:
    """Say that a place cannot be read."""
    return f"Không đọc được “{name}”."


def damaged_zip(name: str) -> str:
    """Say that a zip file is damaged."""
    return f"Tệp zip “{name}” hỏng hoặc chép chưa hết."


def copy_again() -> str:
    """Say to copy it again."""
    return "Chép lại từ nguồn rồi nhập lại."


def too_many_parts(most: int) -> str:
    """Refuse an archive of too many parts."""
    return f"Tệp zip có hơn {grouped(most)} mục, không phải tài liệu đã xuất."


def other_version(version: str) -> str:
    """Say that a register is of another form."""
    return f"sổ tài liệu theo cấu trúc {version}, chương trình này đọc cấu trúc 1."


def no_list() -> str:
    """Say that the list of documents is missing."""
    return "thiếu danh sách tài liệu."


def register_changed() -> str:
    """Warn that the register is not what was exported."""
    return (
        "register.json đã bị sửa sau khi xuất (không khớp manifest.sha256); "
        "từng tệp vẫn được đối chiếu."
    )


def bad_path(path: str) -> str:
    """Refuse a path that leads out of the place."""
    return f"đường dẫn “{path}” không nằm trong thư mục đã xuất."


def file_missing(path: str) -> str:
    """Say that a file is not there."""
    return f"không thấy tệp “{path}”."


def was_damaged(name: str) -> str:
    """Say that a file was damaged when the register went out."""
    return f"“{name}” đã hỏng từ khi xuất, không có nội dung để nhập."


def file_changed(path: str) -> str:
    """Refuse a file whose content is not what was exported."""
    return f"tệp “{path}” khác với lúc xuất (mã SHA-256 không khớp)."


def file_unreadable(path: str) -> str:
    """Refuse a file that cannot be read."""
    return f"không đọc được tệp “{path}”."


def file_bomb(path: str) -> str:
    """Refuse a packed file that unpacks to far more than it says."""
    return f"tệp “{path}” khi giải nén lớn bất thường."


def bad_hash() -> str:
    """Refuse a hash that is none."""
    return "mã SHA-256 không đúng dạng."


def bad_size() -> str:
    """Refuse a size that is none."""
    return "kích thước tệp không đúng."


def bad_days() -> str:
    """Refuse a last day before the first."""
    return "ngày hết hiệu lực trước ngày bắt đầu."


def no_criterion(code: str, unit: str, year: int) -> str:
    """Warn that a criterion is not here."""
    of_unit = unit or "đơn vị chưa ghi tên"
    return f"hồ sơ không có tiêu chí {code} của {of_unit} năm {year}; không gắn."


def refused(path: str, sentence: str) -> str:
    """Say why the dossier did not take a file."""
    return f"“{path}”: {sentence}"


def exported(count: int, place: str) -> str:
    """Say what was exported."""
    return f"Đã xuất {grouped(count)} tài liệu vào {place}"


def took_in(count: int, new: int, links: int) -> str:
    """Say what an import did."""
    known = f", {grouped(count - new)} đã có" if count > new else ""
    return (
        f"Đã nhập {grouped(count)} tài liệu ({grouped(new)} mới{known}), gắn {grouped(links)} chỗ"
    )


def nothing_usable() -> str:
    """Say that nothing of a register can be taken."""
    return "Không nhập được tài liệu nào."


def grouped(count: int) -> str:
    """Write a count with dots between thousands."""
    return f"{count:,}".replace(",", ".")
