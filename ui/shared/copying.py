"""What goes to the clipboard and lies there; the menu that copies a chart as picture or data."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from ui.shared.icons import icon


def copying_menu(chart: QWidget, table: Callable[[], str]) -> QMenu:
    """Return the menu.

    Args:
        chart: what is pictured.
        table: writes the data as tab-separated lines.
    """

    def picture() -> None:
        QGuiApplication.clipboard().setPixmap(chart.grab())

    def data() -> None:
        QGuiApplication.clipboard().setText(table())

    menu = QMenu(chart)
    menu.addAction(icon("image"), "Sao chép hình").triggered.connect(picture)
    menu.addAction(icon("copy"), "Sao chép số liệu").triggered.connect(data)
    return menu


def pop_up(menu: QMenu, spot: QPoint) -> None:
    """Show a menu at a place of the screen; it goes when it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(spot)


def copied_content() -> QMimeData | None:
    """Return what the clipboard holds; None where it holds nothing."""
    return QGuiApplication.clipboard().mimeData()
