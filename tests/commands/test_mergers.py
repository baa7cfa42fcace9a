"""A merger or split ends units and hands on what was theirs in one step, never added up."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from cchc_desktop.commands.agencies import AssignCriteria
from cchc_desktop.commands.appraisal import Assign
from cchc_desktop.commands.base import Command
from cchc_desktop.commands.evidence import AttachDocument, Content
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.commands.mergers import MergeUnits, SplitUnit, UnlinkUnits, handed_on
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.commands.unit_book import DropUnits, EditUnit, EnterUnits, RecordUnits
from cchc_desktop.commands.units import RemoveUnit
from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.state import State
from cchc_desktop.domain.succession import ancestors_in, heirs_in, predecessors
from cchc_desktop.domain.unit_checks import UnitFindingKind, unit_findings
from cchc_desktop.domain.units import Sheet, Task, Unit
from cchc_desktop.session import Session
from tests.sample_session import ASSESSMENT, SHEET, sample_session

GROUP = "Sở, ban, ngành"
OLD, OTHER, NEW = "Sở Kế hoạch và Đầu tư", "Sở Y tế", "Sở Tài chính"
DAY = date(2025, 3, 1)
YEAR = "a2025"


class _Give:
    """Puts a task of the new year into the dossier."""

    title = "giao nhiệm vụ"

    def __init__(self, task: Task) -> None:
        self.task = task

    def plan(self, state: State) -> ChangeSet:
        return made("task", [self.task])


@pytest.fixture
def session() -> Session:
    """The year 2025 scores three departments; the one that ends has all that can be handed on."""
    found = sample_session()
    found.run(RecordUnits(GROUP, (OLD, OTHER, NEW, "Sở Tư pháp")))
    found.run(CopyAssessment(ASSESSMENT, 2025, YEAR))
    found.run(EnterUnits(YEAR, tuple(unit(found, n).id for n in (OLD, OTHER, NEW))))
    leaf, other = found.state.tree(YEAR).leaves[:2]
    content = Content("Quyết định.pdf", "a" * 64, 3)
    for criterion in (leaf.id, other.id):
        at = datetime(2025, 1, 5, tzinfo=UTC)
        found.run(AttachDocument(sheet(found, OLD).id, criterion, content, at))
    found.run(SetPoints(Place(sheet(found, OLD).id, leaf.id, Round.SELF), Decimal("0.2")))
    agency = next(a.id for a in found.state.agencies.values() if a.name == OLD)
    found.run(AssignCriteria(agency, (other.id,)))
    found.run(Assign((leaf.id,), agency=agency))
    found.run(_Give(Task("t1", YEAR, "1", "Làm", owners=(agency,), partners=("so-y-te",))))
    return found


def unit(session: Session, name: str) -> Unit:
    return next(each for each in session.state.units.values() if each.name == name)


def sheet(session: Session, name: str, assessment: str = YEAR) -> Sheet:
    wanted = unit(session, name).id
    return next(s for s in session.state.sheets_of(assessment) if s.unit == wanted)


def merge(session: Session, *, target: str = NEW, name: str = "") -> MergeUnits:
    into = unit(session, target).id if target else ""
    return MergeUnits((unit(session, OLD).id,), DAY, into, name)


def refused(session: Session, command: Command) -> str:
    before = session.state
    with pytest.raises(CchcError) as caught:
        session.run(command)
    assert session.state is before
    assert caught.value.hint
    return caught.value.words


def names(session: Session, ids: tuple[str, ...]) -> list[str]:
    return [session.state.agencies[each].name for each in ids]


def test_a_merger_hands_on_in_one_step_that_is_undone_whole(session: Session) -> None:
    before, lines = session.state, len(session.store.lines(100))
    session.run(merge(session))
    assert len(session.store.lines(100)) == lines + 1
    state = session.state
    old = unit(session, OLD)
    assert (old.ends_on, old.successors) == (date(2025, 2, 28), (unit(session, NEW).id,))
    leaf, other = state.tree(YEAR).leaves[:2]
    links = state.cell(sheet(session, NEW).id).links
    assert set(links) == {leaf.id, other.id}
    assert names(session, state.criteria[other.id].agencies) == [NEW]
    assert names(session, state.tasks["t1"].owners) == [NEW]
    assigned = [a for a in state.rows["assignment"].values() if a.criterion == leaf.id]
    assert names(session, tuple(a.agency for a in assigned)) == [NEW]
    session.undo()
    assert session.state.rows == before.rows
    assert session.state.cell(sheet(session, NEW).id).links == {}
    session.redo()
    assert session.state.rows == state.rows


def test_a_merger_adds_no_points_and_keeps_the_old_sheet(session: Session) -> None:
    own = session.state.cell(sheet(session, OLD).id).records
    session.run(merge(session))
    assert session.state.cell(sheet(session, NEW).id).marks == {}
    assert session.state.cell(sheet(session, OLD).id).records == own


def test_the_past_stays_as_it_was_announced(session: Session) -> None:
    before = session.state.tree(ASSESSMENT)
    done = Task(
        "t2", ASSESSMENT, "1", "Xong", ("so-ke-hoach-va-dau-tu",), done_on=date(2023, 7, 31)
    )
    session.run(_Give(done))
    session.run(merge(session))
    assert session.state.tree(ASSESSMENT) is before
    assert session.state.cell(SHEET).links == {}
    assert session.state.tasks["t2"] == done


def test_what_a_merger_hands_on_is_said_before_it_is_done(session: Session) -> None:
    said = handed_on(merge(session).plan(session.state))
    tasks = session.state.tasks.values()
    own = [t for t in tasks if "so-ke-hoach-va-dau-tu" in (*t.owners, *t.partners)]
    assert said[0] == f"{len(own)} nhiệm vụ khắc phục"
    assert said[1:] == ("1 tiêu chí tham mưu", "1 phân công thẩm định", "1 tài liệu kiểm chứng")


def test_two_units_become_a_new_one_with_a_sheet_of_its_own(session: Session) -> None:
    sources = (unit(session, OLD).id, unit(session, OTHER).id)
    session.run(MergeUnits(sources, DAY, name="Sở Mới"))
    new = unit(session, "Sở Mới")
    assert new.starts_on == DAY
    assert {each.name for each in predecessors(session.state.units, new.id)} == {OLD, OTHER}
    assert session.state.cell(sheet(session, "Sở Mới").id).links
    assert {each.name for each in ancestors_in(session.state.units, new.id, 2024)} == {OLD, OTHER}
    assert heirs_in(session.state.units, sources, 2026) == (new.id,)
    assert not unit_findings(session.state)


def test_a_new_unit_may_take_the_name_of_one_that_ends(session: Session) -> None:
    session.run(MergeUnits((unit(session, OLD).id, unit(session, OTHER).id), DAY, name=OLD))
    assert not unit_findings(session.state)
    assert refused(session, merge(session, target="", name="Sở Tư pháp"))


def test_each_part_of_a_split_unit_gets_what_was_its(session: Session) -> None:
    session.run(SplitUnit(unit(session, OLD).id, ("Sở Một", "Sở Tư pháp", "sở một"), DAY))
    parts = ("Sở Một", "Sở Tư pháp")
    assert unit(session, OLD).successors == tuple(unit(session, name).id for name in parts)
    for name in parts:
        assert len(session.state.cell(sheet(session, name).id).links) == 2
    assert names(session, session.state.tasks["t1"].owners) == list(parts)
    assert len(session.state.rows["assignment"]) == 2
    session.undo()
    assert unit(session, OLD).successors == ()
    assert refused(session, SplitUnit(unit(session, OLD).id, ("Sở Một", " "), DAY))


def test_what_cannot_be_merged_is_refused_in_words(session: Session) -> None:
    old, new = unit(session, OLD).id, unit(session, NEW).id
    assert "tiếp nhận" in refused(session, MergeUnits((old, new), DAY, new))
    assert refused(session, MergeUnits((), DAY, new))
    assert refused(session, MergeUnits((old,), DAY))
    assert refused(session, MergeUnits(("x",), DAY, new))
    session.run(EditUnit(new, NEW, GROUP, "", date(2026, 1, 1)))
    assert "01/03/2025" in refused(session, merge(session))
    session.undo()
    session.run(merge(session))
    assert "đã được gộp" in refused(session, merge(session, target=OTHER))
    session.run(EditUnit(old, OLD, GROUP))  # somebody takes its last day away
    assert "chính mình" in refused(session, MergeUnits((new,), DAY, old))


def test_related_units_are_not_dropped_until_they_are_unlinked(session: Session) -> None:
    session.run(merge(session))
    old, new = unit(session, OLD).id, unit(session, NEW).id
    assert OLD in refused(session, DropUnits((new,)))
    session.run(RemoveUnit(sheet(session, NEW).id))
    assert new in session.state.units
    session.run(UnlinkUnits(old, new))
    assert unit(session, OLD).ends_on is None
    assert refused(session, UnlinkUnits(old, new))
    session.run(DropUnits((new,)))


def test_the_next_year_is_scored_by_the_heirs(session: Session) -> None:
    session.run(merge(session))
    copying = CopyAssessment(YEAR, 2026, documents=True)
    session.run(copying)
    scored = [session.state.units[s.unit].name for s in session.state.sheets_of(copying.id)]
    assert OLD not in scored
    assert scored.count(NEW) == 1
    assert session.state.cell(sheet(session, NEW, copying.id).id).links


def test_what_is_wrong_with_units_is_found(session: Session) -> None:
    assert not unit_findings(session.state)
    old, new, other = (unit(session, name) for name in (OLD, NEW, OTHER))
    session.run(EditUnit(old.id, OTHER, "Nhóm khác"))
    session.run(EditUnit(new.id, NEW, GROUP, "", None, date(2024, 12, 31)))
    found = {(each.kind, each.unit) for each in unit_findings(session.state)}
    assert found == {
        (UnitFindingKind.SAME_NAME, other.id),
        (UnitFindingKind.NOT_VALID, new.id),
    }


def test_circles_lost_heirs_and_turned_days_are_found() -> None:
    day = date(2025, 1, 1)
    units = {
        "a": Unit("a", "A", successors=("b",)),
        "b": Unit("b", "B", successors=("a", "c")),
        "d": Unit("d", "D", starts_on=day, ends_on=date(2024, 1, 1)),
    }
    state = State()
    state = State({**state.rows, "unit": units})
    kinds = [(each.kind, each.unit) for each in unit_findings(state)]
    assert (UnitFindingKind.CIRCLE, "a") in kinds
    assert (UnitFindingKind.CIRCLE, "b") in kinds
    assert (UnitFindingKind.LOST_SUCCESSOR, "b") in kinds
    assert (UnitFindingKind.DAYS, "d") in kinds
    assert ancestors_in(units, "a", 2020)
    assert heirs_in({**units, "x": Unit("x", "X", ends_on=day)}, ("x", "y"), 2030) == ()


def test_who_took_over_within_a_year_stands_for_it(session: Session) -> None:
    session.run(merge(session))
    units, (old, new) = session.state.units, (unit(session, OLD).id, unit(session, NEW).id)
    assert heirs_in(units, (old,), 2024) == (old,)
    assert heirs_in(units, (old,), 2025) == (new,)
    assert heirs_in(units, (old, new), 2026) == (new,)
    last_day = {"a": Unit("a", "A", ends_on=date(2025, 12, 31), successors=("b",)),
                "b": Unit("b", "B", starts_on=date(2026, 1, 1))}  # fmt: skip
    assert heirs_in(last_day, ("a",), 2025) == ("a",)
    assert heirs_in(last_day, ("a",), 2026) == ("b",)


def test_a_chain_of_mergers_is_followed_back(session: Session) -> None:
    session.run(MergeUnits((unit(session, OLD).id,), DAY, name="Sở Giữa"))
    middle = unit(session, "Sở Giữa").id
    session.run(MergeUnits((middle,), date(2025, 9, 1), unit(session, NEW).id))
    units = session.state.units
    new = unit(session, NEW).id
    assert [each.name for each in ancestors_in(units, new, 2024)] == [OLD]
    assert [each.name for each in ancestors_in(units, new, 2025)] == ["Sở Giữa"]
    circle = {"a": Unit("a", "A", successors=("b",), starts_on=DAY),
              "b": Unit("b", "B", successors=("a",), starts_on=DAY)}  # fmt: skip
    assert ancestors_in(circle, "a", 2020) == ()


def test_a_document_that_both_had_is_linked_once(session: Session) -> None:
    leaf = session.state.tree(YEAR).leaves[0].id
    content = Content("Quyết định.pdf", "a" * 64, 3)
    at = datetime(2025, 1, 5, tzinfo=UTC)
    session.run(AttachDocument(sheet(session, NEW).id, leaf, content, at))
    session.run(merge(session))
    assert len(session.state.cell(sheet(session, NEW).id).links[leaf]) == 1


def test_a_unit_that_does_not_stand_yet_cannot_end(session: Session) -> None:
    old = unit(session, OLD).id
    session.run(EditUnit(old, OLD, GROUP, "", date(2025, 6, 1)))
    assert "28/02/2025" in refused(session, merge(session))


def test_one_of_several_heirs_is_unlinked_and_relatives_go_together(session: Session) -> None:
    old = unit(session, OLD).id
    session.run(SplitUnit(old, ("Sở Một", "Sở Hai", "Sở Ba"), DAY))
    session.run(UnlinkUnits(old, unit(session, "Sở Ba").id))
    assert len(unit(session, OLD).successors) == 2
    assert unit(session, OLD).ends_on == date(2025, 2, 28)
    heirs = tuple(unit(session, name).id for name in ("Sở Một", "Sở Hai"))
    for each in heirs:
        session.run(RemoveUnit(next(s.id for s in session.state.sheets.values() if s.unit == each)))
    lone = session.state.sheets_of(YEAR)
    assert not {s.unit for s in lone} & set(heirs)
    refused(session, DropUnits(heirs))
    session.run(UnlinkUnits(old, heirs[0]))
    session.run(UnlinkUnits(old, heirs[1]))
    session.run(DropUnits(heirs))


def test_relatives_that_hold_nothing_go_in_one_step(session: Session) -> None:
    session.run(RecordUnits(GROUP, ("Trung tâm A", "Trung tâm B")))
    first, second = (unit(session, name).id for name in ("Trung tâm A", "Trung tâm B"))
    session.run(MergeUnits((first,), DAY, second))
    session.run(DropUnits((first, second)))
    assert first not in session.state.units
