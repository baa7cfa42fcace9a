"""The three figures of a summary: total with its national group, rank, loss."""

from decimal import Decimal

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.points import HUNDRED, compared, printed
from cchc_desktop.domain.ranking import Standing, published_standing
from cchc_desktop.domain.scoring import ScoreSheet
from cchc_desktop.domain.units import Assessment, AssessmentLevel
from cchc_desktop.reports.areas import PLACES
from cchc_desktop.reports.document import Figure, Figures, Origin, Quantity
from cchc_desktop.reports.texts import points_text
from cchc_desktop.wording import summary as words
from cchc_desktop.wording.dossier import rank_change
from cchc_desktop.wording.numerals import shown

_DASH = "–"
# how the Ministry groups provinces by their index
_NATIONAL_GROUPS = ((90, "A"), (80, "B"), (70, "C"))


def headline(sheet: ScoreSheet, cell: SheetCell, assessment: Assessment, group: str) -> Figures:
    """Return the figures row.

    Args:
        sheet: the scores.
        cell: what was entered, with the published results.
        assessment: the year and level that is scored.
        group: name of the units that are ranked together.
    """
    rank = _rank(sheet, cell, assessment, group)
    return Figures((_total(sheet, assessment.level), rank, _lost(sheet)))


def national_group(index: Decimal) -> tuple[str, int, int | None]:
    """Return a province's group with its least index and the next group's; "" where too low."""
    above: int | None = None
    for least, name in _NATIONAL_GROUPS:
        if compared(index) >= least:
            return name, least, above
        above = least
    return "", 0, above


def _total(sheet: ScoreSheet, level: AssessmentLevel) -> Figure:
    total = sheet.total
    is_complete = sheet.index is not None
    counted = total.maximum if is_complete else total.scored_maximum
    return Figure(
        words.total_label(is_complete=is_complete or total.points is None),
        _DASH if total.points is None else points_text(total.points),
        words.out_of(shown(counted, PLACES)) if counted and total.points is not None else "",
        _total_note(sheet, level),
        is_main=True,
        origin=Origin(ROOT, words.TOTAL, Quantity.POINTS),
    )


def _total_note(sheet: ScoreSheet, level: AssessmentLevel) -> str:
    total, index = sheet.total, sheet.index
    if index is not None:
        return _index_note(index, total.maximum, level)
    maximum = "" if total.maximum is None else shown(total.maximum, PLACES)
    if not sheet.to_score:
        return words.no_criteria()
    if total.points is None:
        return words.not_scored(maximum)
    return words.partly_scored(sheet.to_score - sheet.scored, sheet.to_score, maximum)


def _index_note(index: Decimal, maximum: Decimal | None, level: AssessmentLevel) -> str:
    if level is not AssessmentLevel.PROVINCE:
        return words.index(points_text(index))
    group, least, below = national_group(index)
    if not group:
        lowest, name = _NATIONAL_GROUPS[-1]
        return words.below_groups(name, lowest)
    if maximum == HUNDRED:
        return words.group_of_total(group, least, below)
    return words.group_of_index(group, points_text(index))


def _rank(sheet: ScoreSheet, cell: SheetCell, assessment: Assessment, group: str) -> Figure:
    year = assessment.year
    rank = published_standing(cell, ROOT, year, assessment.published_units)
    if rank is None:
        return Figure(words.rank_label(), _DASH, "", words.no_rank())
    return Figure(
        words.rank_label(),
        str(rank.rank),
        words.ranked_among(rank.of, group) if rank.of else "",
        _other_total(cell, year, sheet.total.points) or _compared_note(rank, year - 1),
        origin=Origin(ROOT, f"{words.rank_label()} {year}", Quantity.RANK),
    )


def _compared_note(rank: Standing, previous_year: int) -> str:
    notes = [] if rank.change is None else [rank_change(rank.change)]
    if rank.last is not None:
        notes.append(words.rank_before(previous_year, rank.last.rank, rank.last.of))
    return "; ".join(notes)


def _other_total(cell: SheetCell, year: int, points: Decimal | None) -> str:
    """Say with which total the rank was published, where it is not the one scored here."""
    result = cell.result_of(ROOT, year)
    if result is None or not result.score:
        return ""
    stated = Decimal(result.score)
    if points is not None and printed(points, PLACES) == printed(stated, PLACES):
        return ""
    return words.published_with(points_text(stated))


def _lost(sheet: ScoreSheet) -> Figure:
    lost = sheet.total.lost
    if lost is None:
        return Figure(words.lost_label(), _DASH, "", words.no_loss_known())
    return Figure(
        words.lost_label(),
        points_text(lost),
        words.POINTS,
        words.room_to_regain(),
        origin=Origin(ROOT, words.lost_label(), Quantity.LOST),
    )
