"""The projector is always light: a dark program turns light while it is open."""

from PySide6.QtCore import QObject

from ui.shared import theme


class Daylight(QObject):
    """Shows the light theme from ``begin`` to ``end``.

    Args:
        parent: the window that needs it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before: theme.Name | None = None

    def begin(self) -> None:
        """Turn light, and stay so when the system turns dark meanwhile."""
        self._before = theme.current()
        theme.switch.switched.connect(self._switched)
        if self._before != "light":
            theme.use("light")

    def end(self) -> None:
        """Show the theme of before."""
        before, self._before = self._before, None
        if before is None:
            return
        theme.switch.switched.disconnect(self._switched)
        if before != theme.current():
            theme.use(before)

    def _switched(self, name: theme.Name) -> None:
        if name != "light" and self._before is not None:
            self._before = name
            theme.use("light")
