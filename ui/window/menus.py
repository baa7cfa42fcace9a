"""The menu bar: an explicit table of actions; a menu without entries does not show."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from cchc_desktop.records import record
from ui.shared import theme
from ui.shared.labels import restyle
from ui.shared.workplace import WidthClass

UNDO, REDO = "Hoàn tác", "Làm lại"
_THEMES: tuple[tuple[theme.Choice, str], ...] = (
    ("system", "Theo hệ thống"),
    ("light", "Sáng"),
    ("dark", "Tối"),
)


@record
class Entry:
    """One entry of a menu.

    Args:
        key: by which the window finds it again.
        words: what it says.
        keys: its shortcuts, the first one shows.
        needs_dossier: whether it is greyed while no dossier is open.
    """

    key: str
    words: str
    keys: tuple[str, ...] = ()
    needs_dossier: bool = True


TABLE: Sequence[tuple[str, Sequence[Entry | None]]] = (
    (
        "Tệp",
        (
            Entry("new", "Tạo hồ sơ mới…", ("Ctrl+N",), needs_dossier=False),
            Entry("open", "Mở hồ sơ…", ("Ctrl+O",), needs_dossier=False),
            Entry("sample", "Mở hồ sơ mẫu (Hải Dương 2022)", needs_dossier=False),
            None,
            Entry("close", "Đóng hồ sơ", ("Ctrl+W",)),
            Entry("quit", "Thoát", ("Ctrl+Q",), needs_dossier=False),
        ),
    ),
    (
        "Chỉnh sửa",
        (
            Entry("undo", UNDO, ("Ctrl+Z",)),
            Entry("redo", REDO, ("Ctrl+Y", "Ctrl+Shift+Z")),
            None,
            Entry("find", "Tìm…", ("Ctrl+F",)),
        ),
    ),
    (
        "Xem",
        (
            Entry("chart", "Biểu đồ điểm theo lĩnh vực", ("F8",)),
            Entry("right", "Ẩn hoặc hiện bên phải", ("F9",)),
            Entry("flat", "Bảng phẳng cho trình đọc màn hình", ("Ctrl+L",)),
            Entry("mirror", "Đổi bên bảng chấm và khung bên phải"),
            Entry("full", "Toàn màn hình", ("F11",), needs_dossier=False),
            Entry("layout", "Đặt lại bố cục"),
            None,
        ),
    ),
    (
        "Chấm điểm",
        (
            Entry("score", "Bảng chấm điểm", ("Ctrl+1",)),
            Entry("matrix", "Ma trận"),
            Entry("rounds", "So vòng", ("F7",)),
            Entry("sitting", "Phiên họp"),
            Entry("documents", "Tài liệu", ("Ctrl+T",)),
            Entry("coverage", "Mức phủ tài liệu"),
            Entry("integrity", "Kiểm tra hồ sơ"),
            Entry("spread", "Thêm thư mục theo mã tiêu chí…"),
            Entry("describe", "Mô tả tài liệu lần lượt"),
            Entry("list", "Điền mô tả từ danh sách văn bản…"),
            Entry("track", "Tiến độ"),
            Entry("rank", "Xếp hạng", ("Ctrl+4",)),
            None,
            Entry("lock", "Khóa vòng…"),
            Entry("unlock", "Mở khóa vòng"),
            Entry("days", "Các mốc thời gian…"),
        ),
    ),
    ("Báo cáo", (Entry("report", "Báo cáo tóm tắt", ("Ctrl+2",)),)),
    (
        "Công cụ",
        (
            Entry("criteria", "Sửa bộ tiêu chí", ("Ctrl+3",)),
            Entry("review", "Rà soát…"),
            None,
            Entry("evidence-out", "Xuất tài liệu…"),
            Entry("evidence-in", "Nhập tài liệu…"),
            Entry("evidence-book", "Tập TLKC…"),
            None,
            Entry("person", "Người làm việc…"),
        ),
    ),
    ("Trợ giúp", (Entry("help", "Trợ giúp", ("F1",), needs_dossier=False),)),
)


class Menus:
    """The actions of the window by their keys.

    Args:
        bar: the menu bar.
        act: does what an entry of ``TABLE`` does, by its key.
        window: where shortcuts hold.
    """

    def __init__(self, bar: QMenuBar, act: Callable[[str], None], window: QWidget) -> None:
        self._bar = bar
        self._window = window
        self._needing: list[QAction] = []
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        bar.setFont(theme.font("small"))
        bar.setProperty("narrow", "0")
        for title, entries in TABLE:
            menu = bar.addMenu(title)
            menu.setFont(theme.font("small"))
            self.menus[title] = menu
            self._fill(menu, entries, act)

    def show_step(self, key: str, title: str) -> None:
        """Say which step undo or redo would take; "" where there is none."""
        verb = UNDO if key == "undo" else REDO
        action = self.actions[key]
        action.setText((f"{verb}: {title}" if title else verb).replace("&", "&&"))
        action.setEnabled(bool(title))

    def set_dossier_open(self, *, is_open: bool) -> None:
        """Grey what needs a dossier, or not."""
        for action in self._needing:
            action.setEnabled(is_open)

    def set_width_class(self, width: WidthClass) -> None:
        """Make the bar lower in a narrow window."""
        is_narrow = width is WidthClass.NARROW
        restyle(self._bar, "narrow", "1" if is_narrow else "0")
        self._bar.setFixedHeight(24 if is_narrow else 28)

    def add_themes(self, menu: QMenu, choose: Callable[[theme.Choice], None]) -> None:
        """Add the choice of light and dark to a menu."""
        sub = menu.addMenu("Giao diện")
        sub.setFont(theme.font("small"))
        group = QActionGroup(sub)
        for key, words in _THEMES:
            action = group.addAction(words)
            action.setCheckable(True)
            action.setChecked(key == theme.switch.choice)
            action.triggered.connect(_chooser(choose, key))
            sub.addAction(action)
            self.actions[f"theme.{key}"] = action

    def _fill(
        self, menu: QMenu, entries: Sequence[Entry | None], act: Callable[[str], None]
    ) -> None:
        for entry in entries:
            if entry is None:
                menu.addSeparator()
                continue
            action = QAction(entry.words, self._window)
            action.setShortcuts([QKeySequence(key) for key in entry.keys])
            action.triggered.connect(_doer(act, entry.key))
            menu.addAction(action)
            self.actions[entry.key] = action
            if entry.needs_dossier:
                self._needing.append(action)


def _doer(act: Callable[[str], None], key: str) -> Callable[[], None]:
    def run() -> None:  # the action hands over whether it is checked; entries take nothing
        act(key)

    return run


def _chooser(choose: Callable[[theme.Choice], None], key: theme.Choice) -> Callable[[], None]:
    def run() -> None:
        choose(key)

    return run
