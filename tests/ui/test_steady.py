"""Words that change often: what lies around moves only where they need other room."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.overriding import override
from ui.shared.frames import Pinned, fill, frame
from ui.shared.labels import Steady, label


class _Requests(QObject):
    """Counts how often a widget is asked to lay itself out."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.watched = watched
        self.count = 0
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.LayoutRequest
        return False


def _shown(qtbot: QtBot, piece: QWidget) -> _Requests:
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(piece)
    page.resize(200, 200)
    with qtbot.waitExposed(page):
        page.show()
    return _Requests(page)


def _turn() -> None:
    for _ in range(3):
        QCoreApplication.processEvents()


def test_digits_of_the_same_width_leave_the_layout_alone(qtbot: QtBot) -> None:
    number = Steady(label("0,25"))
    requests = _shown(qtbot, number)
    number.set_text("0,75")
    number.set_text("0,75")
    _turn()
    assert requests.count == 0
    assert number.label.text() == "0,75"


def test_a_longer_number_gets_its_room(qtbot: QtBot) -> None:
    number = Steady(label("0,25"))
    requests = _shown(qtbot, number)
    number.set_text("10,125")
    _turn()
    assert requests.count == 1
    assert number.sizeHint() == number.label.sizeHint()
    assert number.label.size() == number.size()


def test_wrapped_words_ask_for_room_only_when_their_lines_become_more(qtbot: QtBot) -> None:
    words = Steady(label("Được 0,25 trên 0,5 điểm", wrap=True))
    requests = _shown(qtbot, words)
    words.set_text("Được 0,5 trên 0,5 điểm")
    _turn()
    assert requests.count == 0
    words.set_text("Được 0,25 trên 0,5 điểm; " * 4)
    _turn()
    assert requests.count == 1
    assert words.height() >= words.heightForWidth(words.width())


def test_words_that_change_while_hidden_have_their_room_when_shown(qtbot: QtBot) -> None:
    words = Steady(label("ngắn", wrap=True))
    _shown(qtbot, words)
    words.hide()
    words.set_text("Được 0,25 trên 0,5 điểm; " * 4)
    words.show()
    _turn()
    assert words.height() >= words.heightForWidth(words.width())


def test_another_font_is_given_its_room(qtbot: QtBot) -> None:
    number = Steady(label("0,25"))
    requests = _shown(qtbot, number)
    number.label.setFont(label("", "hero").font())
    number.reshape()
    _turn()
    assert requests.count == 1


def test_what_moves_in_a_pinned_line_stays_in_it(qtbot: QtBot) -> None:
    word = label("0,25")
    line = frame("plain", vertical=False)
    line.setFixedHeight(32)
    pinned = Pinned(fill(line, word, None))
    requests = _shown(qtbot, pinned)
    word.setText("10,125 điểm")
    _turn()
    assert requests.count == 0
    assert word.width() >= word.sizeHint().width()
    assert pinned.height() == line.height() == 32
    assert pinned.minimumSizeHint() == line.minimumSizeHint()
