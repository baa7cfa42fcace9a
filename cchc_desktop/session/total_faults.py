"""Derived totals that do not match the points they come from."""

from collections.abc import Iterator

from cchc_desktop.domain.points import plain
from cchc_desktop.session.session import Session
from cchc_desktop.session.totals import total_of
from cchc_desktop.store import UnitTotal
from cchc_desktop.wording.dossier import round_name


def total_faults(session: Session) -> Iterator[list[str]]:
    """Rebuild the derived totals and compare them with what stands on disk, a sheet at a time."""
    stored = {(total.sheet, total.round): total for total in session.store.totals()}
    for sheet in session.state.sheets.values():
        unit, found = session.state.units[sheet.unit].name, []
        for in_round in session.state.assessments[sheet.assessment].rounds:
            exact = total_of((sheet.id, in_round), session.scores(sheet.id, in_round))
            kept = stored.pop((sheet.id, in_round), None)
            if kept is not None and kept.is_stale:
                continue  # worked out at the next opening
            if kept is None or _figures(kept) != _figures(exact):
                found.append(
                    f"Tổng lưu sẵn của {unit}, {round_name(in_round.value)} không khớp điểm."
                )
        yield found
    for sheet_id, in_round in stored:
        yield [f"Tổng lưu sẵn của bảng chấm điểm đã xóa: {sheet_id}, {round_name(in_round.value)}."]


def _figures(total: UnitTotal) -> tuple[object, ...]:
    points = [None if p is None else plain(p) for p in (total.points, total.maximum)]
    areas = {area: None if p is None else plain(p) for area, p in total.areas}
    return (*points, total.is_complete, areas)
