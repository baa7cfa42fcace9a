"""Columns of the tree of the set, and the roles that its model serves."""

from enum import IntEnum

from PySide6.QtCore import Qt

from ui.shared.workplace import WidthClass

ROW_HEIGHT = 26


class Column(IntEnum):
    """Columns from left to right."""

    CODE = 0
    NAME = 1
    MAXIMUM = 2
    RULE = 3
    METHOD = 4
    MARK = 5


class Role(IntEnum):
    """What the delegate asks beside the text."""

    ID = Qt.ItemDataRole.UserRole
    DEPTH = Qt.ItemDataRole.UserRole + 1
    IS_BRANCH = Qt.ItemDataRole.UserRole + 2
    IS_BALANCING = Qt.ItemDataRole.UserRole + 3
    WEIGHT = Qt.ItemDataRole.UserRole + 4


HEADINGS = ("Mã", "Nội dung", "Tối đa", "Cách chấm", "Phương thức", "")
EDITABLE = (Column.CODE, Column.NAME, Column.MAXIMUM)


def widths(width: WidthClass) -> dict[Column, int]:
    """Return the fixed column widths; 0 hides a column, the name takes the rest."""
    narrow = width is WidthClass.NARROW
    return {
        Column.CODE: 56 if narrow else 60,
        Column.MAXIMUM: 52 if narrow else 56,
        Column.RULE: 122 if narrow else 146,
        Column.METHOD: 0 if narrow else 104,
        Column.MARK: 24 if narrow else 28,
    }
