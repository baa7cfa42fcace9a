"""Words of evidence."""

from datetime import date

from cchc_desktop.wording.numerals import shown_date


def attached(name: str) -> str:
    """Name the attaching of a document."""
    return f"thêm tài liệu {name}"


def taken(count: int) -> str:
    """Name the attaching of several documents."""
    return f"thêm {count} tài liệu"


def linked() -> str:
    """Name the linking of a document."""
    return "gắn tài liệu"


def linked_many(count: int) -> str:
    """Name the linking of documents to several criteria, or of several documents."""
    return f"gắn {count} tài liệu"


def described() -> str:
    """Name the describing of a document."""
    return "sửa mô tả tài liệu"


def renamed() -> str:
    """Name the renaming of a document."""
    return "đổi tên tài liệu"


def page_cited() -> str:
    """Name the citing of a page."""
    return "ghi trang dẫn chứng"


def detached() -> str:
    """Name the detaching of a document."""
    return "gỡ tài liệu"


def file_added(name: str) -> str:
    """Name the adding of a further file."""
    return f"thêm tệp {name} vào tài liệu"


def file_removed() -> str:
    """Name the removal of a further file."""
    return "bỏ tệp khỏi tài liệu"


def file_there() -> str:
    """Refuse a file that the document has already."""
    return "Tài liệu đã có đúng tệp này."


def see_files() -> str:
    """Point at the list of files."""
    return "Xem danh sách tệp của tài liệu."


def version_before() -> str:
    """Call the file that a newer one took the place of."""
    return "bản trước"


def binned(count: int) -> str:
    """Name the putting of documents into the bin."""
    return f"bỏ {count} tài liệu vào thùng rác"


def restored(count: int) -> str:
    """Name the taking of documents out of the bin."""
    return f"lấy lại {count} tài liệu từ thùng rác"


def no_reader() -> str:
    """Say that no process can be started to read documents."""
    return "Máy không mở được phần đọc chữ trong tài liệu."


def free_memory() -> str:
    """Say what frees memory."""
    return "Đóng bớt chương trình khác rồi mở lại hồ sơ."


def linked_already() -> str:
    """Refuse a second link."""
    return "Tài liệu này đã gắn với tiêu chí."


def see_list() -> str:
    """Point at the list."""
    return "Xem danh sách tài liệu kiểm chứng của tiêu chí."


def name_empty() -> str:
    """Refuse an empty name."""
    return "Tên tài liệu không được để trống."


def type_name() -> str:
    """Say to type a name."""
    return "Gõ tên mới rồi nhấn Enter."


def gone() -> str:
    """Say that the document is no longer there."""
    return "Tài liệu này không còn trong hồ sơ."


def undo_removal() -> str:
    """Say how to get it back."""
    return "Hoàn tác bước gỡ nếu cần lấy lại."


def no_temporary_room() -> str:
    """Say that there is no room for the copy that a reader needs."""
    return "Máy không đủ chỗ tạm để đọc tài liệu."


def free_temporary_room() -> str:
    """Say where to make room."""
    return "Xóa bớt tệp trên ổ đĩa của Windows rồi thử lại."


def ends_before(begins: date, ends: date) -> str:
    """Refuse a last day before the first one."""
    return f"Hiệu lực đến {shown_date(ends)} lại trước ngày bắt đầu {shown_date(begins)}."


def mend_days() -> str:
    """Say which day to look at."""
    return "Sửa ngày ban hành, hiệu lực từ hoặc hiệu lực đến."


def days(issued: date | None, begins: date | None, ends: date | None) -> str:
    """Say when a document was issued and from when to when it is in force."""
    until = f"hiệu lực đến {shown_date(ends)}" if ends else ""
    if begins:
        until = f"hiệu lực {shown_date(begins)} – {shown_date(ends) if ends else 'nay'}"
    return ", ".join(part for part in (shown_date(issued) if issued else "", until) if part)


def cited(page: str, section: str, excerpt: str) -> str:
    """Say where in a document the proof stands."""
    pages = f"tr. {page}" if page[:1].isdigit() else page
    quoted = f"“{excerpt}”" if excerpt else ""
    return ", ".join(part for part in (pages, section, quoted) if part)
