"""Lost points with their reasons, agencies in charge and bodies that caused them."""

from dataclasses import field
from decimal import Decimal

from cchc_desktop.commands.marks import Place, criterion_to_score
from cchc_desktop.domain.changes import ChangeSet, altered, made, removed
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id, order_between
from cchc_desktop.domain.marks import Deduction, Method
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean, name_key
from cchc_desktop.domain.units import Agency
from cchc_desktop.records import record
from cchc_desktop.wording import losses as words


def agency_changes(state: State, names: tuple[str, ...]) -> tuple[ChangeSet, tuple[str, ...]]:
    """Return the ids of agencies by name, and the changes that make the missing ones.

    Names that differ only in case or in the place of a tone (hoà, hòa) are the same agency.
    """
    known = {name_key(agency.name): agency.id for agency in state.agencies.values()}
    ids: list[str] = []
    fresh = []
    for name in dict.fromkeys(clean(name) for name in names):
        if not name:
            continue
        key = name_key(name)
        if key not in known:
            fresh.append(Agency(new_id(), name))
            known[key] = fresh[-1].id
        if known[key] not in ids:
            ids.append(known[key])
    return made("agency", fresh), tuple(ids)


@record
class AddDeduction:
    """Add a loss with its reason; amount None means all that is left."""

    place: Place
    reason: str = ""
    amount: Decimal | None = None
    agencies: tuple[str, ...] = ()
    method: Method | None = None
    id: str = field(default_factory=new_id)

    @property
    def title(self) -> str:
        """The step in words."""
        return words.added()

    def plan(self, state: State) -> ChangeSet:
        """Make the deduction after the ones that stand; ``agencies`` are names."""
        criterion_to_score(state, self.place)
        _check(self.amount)
        changes, agencies = agency_changes(state, self.agencies)
        listed = state.cell(self.place.sheet).deductions.get(
            (self.place.criterion, self.place.round), ()
        )
        deduction = Deduction(
            id=self.id,
            sheet=self.place.sheet,
            criterion=self.place.criterion,
            round=self.place.round,
            order=order_between(listed[-1].order if listed else "", ""),
            amount=self.amount,
            reason=clean(self.reason),
            agencies=agencies,
            method=self.method,
        )
        return changes + made("deduction", [deduction])


@record
class EditDeduction:
    """Change a loss: amount, reason, method, agencies and bodies at fault (by name)."""

    sheet: str
    deduction: str
    amount: Decimal | None = None
    reason: str = ""
    agencies: tuple[str, ...] = ()
    at_fault: tuple[str, ...] = ()
    method: Method | None = None

    @property
    def title(self) -> str:
        """The step in words."""
        return words.edited()

    def plan(self, state: State) -> ChangeSet:
        """Give the deduction all its fields."""
        _check(self.amount)
        deduction = _find(state, self.sheet, self.deduction)
        changes, agencies = agency_changes(state, self.agencies)
        more, at_fault = agency_changes(state.applied(changes), self.at_fault)
        fields = {
            "amount": self.amount,
            "reason": clean(self.reason),
            "agencies": agencies,
            "at_fault": at_fault,
            "method": self.method,
        }
        return changes + more + altered("deduction", deduction, fields)


@record
class RemoveDeduction:
    """Take a loss away."""

    sheet: str
    deduction: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.removed()

    def plan(self, state: State) -> ChangeSet:
        """Remove the deduction."""
        return removed("deduction", [_find(state, self.sheet, self.deduction)])


def _check(amount: Decimal | None) -> None:
    if amount is not None and amount < ZERO:
        raise CchcError(words.amount_negative(), words.amount_range())


def _find(state: State, sheet: str, deduction: str) -> Deduction:
    found = state.cell(sheet).records["deduction"].get(deduction)
    if not isinstance(found, Deduction):
        raise CchcError(words.gone(), words.undo_removal())
    return found
