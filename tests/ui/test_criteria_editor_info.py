"""The texts of a criterion: taken when typing rests, one field one step."""

from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.criteria import SetMaximum
from cchc_desktop.domain.marks import Method
from tests.memory_store import MemoryStore
from tests.sample_session import node, sample_session
from tests.ui.screens import grab
from ui.criteria.info_page import InfoPage
from ui.criteria.side import SidePane
from ui.shared.desk import Desk
from ui.shared.texts import TextArea, TextField
from ui.shared.workplace import WidthClass


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(store: MemoryStore) -> Desk:
    found = Desk(sample_session(store))
    found.choose(node("7.3"))
    return found


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> InfoPage:
    found = InfoPage(desk)
    qtbot.addWidget(found)
    desk.changed.connect(found.refresh)
    desk.criterion_chosen.connect(found.refresh)
    found.refresh()
    return found


def write(field: TextField | TextArea, text: str) -> None:
    if isinstance(field, TextArea):
        field.setPlainText(text)
    else:
        field.setText(text)
        field.textEdited.emit(text)


def test_texts_are_taken_when_typing_rests(page: InfoPage, desk: Desk, qtbot: QtBot) -> None:
    write(page.fields["guidance"], "Chấm theo\nbáo cáo năm")
    qtbot.waitUntil(lambda: desk.tree[node("7.3")].guidance == "Chấm theo\nbáo cáo năm")
    write(page.fields["guidance"], "Chấm theo\nbáo cáo năm 2022")
    page.take_all()
    desk.undo()
    assert desk.tree[node("7.3")].guidance == ""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("code", "7.3a"),
        ("name", "Hồ sơ trực tuyến"),
        ("short_name", "Hồ sơ"),
        ("legal_basis", "Điều 5"),
        ("note", "dựng lại"),
        ("evidence_required", "Quyết định ban hành kế hoạch"),
    ],
)
def test_every_text_changes_its_own_field(page: InfoPage, desk: Desk, name: str, text: str) -> None:
    before = desk.tree[node("7.3")]
    write(page.fields[name], text)
    page.take_all()
    after = desk.tree[node("7.3")]
    assert getattr(after, name) == text
    assert {f for f in ("code", "name", "short_name", "legal_basis", "note", "agencies", "method",
                        "evidence_required", "due")
            if getattr(before, f) != getattr(after, f)} == {name}  # fmt: skip


def test_a_last_day_is_typed_as_people_write_it(page: InfoPage, desk: Desk) -> None:
    write(page.fields["due"], "31.12.2022")
    page.take_all()
    assert desk.tree[node("7.3")].due == date(2022, 12, 31)
    assert page.fields["due"].text() == "31/12/2022"  # type: ignore[union-attr]  # one line
    write(page.fields["due"], "31/02/2022")
    page.take_all()
    assert "31/02/2022" in page.trouble
    assert desk.tree[node("7.3")].due == date(2022, 12, 31)
    write(page.fields["due"], "")
    page.take_all()
    assert desk.tree[node("7.3")].due is None
    assert page.trouble == ""


def test_agencies_are_names_and_missing_ones_are_made(page: InfoPage, desk: Desk) -> None:
    field = page.fields["agencies"]
    assert isinstance(field, TextField)
    assert field.text() == "Sở Thông tin và Truyền thông"
    write(field, "Sở Thông tin và Truyền thông; Sở Khoa học và Công nghệ;")
    page.take_all()
    names = [desk.state.agencies[each].name for each in desk.tree[node("7.3")].agencies]
    assert names == ["Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"]


def test_a_method_is_chosen_and_can_be_taken_away(page: InfoPage, desk: Desk) -> None:
    def pick(value: str | None) -> None:
        places = [page.method.itemData(place) for place in range(page.method.count())]
        page.method.setCurrentIndex(places.index(value))
        page.method.activated.emit(page.method.currentIndex())

    pick("socio_economic")
    assert desk.tree[node("7.3")].method is Method.SOCIO_ECONOMIC
    pick(None)
    assert desk.tree[node("7.3")].method is None


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [("name", " ", "không được để trống"), ("code", "7.1", "Mã 7.1 đã dùng cho")],
)
def test_a_refused_text_says_why(
    page: InfoPage, desk: Desk, name: str, text: str, words: str
) -> None:
    before = desk.tree[node("7.3")]
    write(page.fields[name], text)
    page.take_all()
    assert words in page.trouble
    assert desk.tree[node("7.3")] == before
    desk.choose(node("7.1"))
    assert page.trouble == ""


def test_what_is_typed_belongs_to_the_criterion_it_was_typed_for(
    page: InfoPage, desk: Desk
) -> None:
    write(page.fields["note"], "của 7.3")
    write(page.fields["short_name"], "cũng của 7.3")
    desk.choose(node("7.1"))
    assert desk.tree[node("7.3")].note == "của 7.3"
    assert desk.tree[node("7.3")].short_name == "cũng của 7.3"
    assert desk.tree[node("7.1")].note == ""


def test_a_read_only_set_looks_flat(
    qtbot: QtBot, desk: Desk, store: MemoryStore, page: InfoPage
) -> None:
    store.read_only_reason = "Máy KẾ TOÁN đang mở."
    page.refresh()
    assert all(field.isReadOnly() for field in page.fields.values())
    assert page.fields["name"].property("flat") == "1"
    assert not page.method.isEnabled()
    write(page.fields["note"], "x")
    page.take_all()
    assert desk.tree[node("7.3")].note == ""


def test_the_side_goes_from_criterion_to_criterion(qtbot: QtBot, desk: Desk) -> None:
    side = SidePane(desk)
    qtbot.addWidget(side)
    desk.criterion_chosen.connect(side.refresh)
    desk.changed.connect(side.refresh)
    side.resize(440, 480)
    side.set_width_class(WidthClass.NARROW)
    side.refresh()
    side.after.click()
    assert desk.criterion == node("7.9")
    side.before.click()
    side.before.click()
    assert desk.criterion == node("7.2")
    side.tabs.setCurrentIndex(1)
    desk.run(SetMaximum(node("7.2"), Decimal(2)))
    assert side.tabs.currentIndex() == 1
    grab(side, "bo-tieu-chi-thong-tin")


def test_escape_after_going_on_never_brings_back_another_text(qtbot: QtBot, desk: Desk) -> None:
    side = SidePane(desk)
    qtbot.addWidget(side)
    desk.criterion_chosen.connect(side.refresh)
    desk.changed.connect(side.refresh)
    side.refresh()
    side.tabs.setCurrentIndex(1)
    with qtbot.waitActive(side):
        side.show()
        side.activateWindow()
    field = side.info.fields["legal_basis"]
    field.setFocus()
    write(field, "Điều 7")
    side.after.click()
    assert not field.hasFocus()
    assert desk.tree[node("7.3")].legal_basis == "Điều 7"
    assert desk.tree[node("7.9")].legal_basis != "Điều 7"
