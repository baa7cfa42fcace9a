"""How coverage counts what is not split into criteria yet."""

from cchc_desktop.domain.changes import ChangeSet, altered, made
from cchc_desktop.domain.coverage import setting_name, to_setting
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.state import State
from cchc_desktop.records import record
from cchc_desktop.wording import coverage as words
from cchc_desktop.wording import marks as mark_words


@record
class CountUnsplit:
    """Say whether one sound document covers a balancing node whole, or never."""

    assessment: str
    counts: bool

    @property
    def title(self) -> str:
        """The step in words."""
        return words.unsplit_changed()

    def plan(self, state: State) -> ChangeSet:
        """Write the setting."""
        if self.assessment not in state.assessments:
            raise CchcError(mark_words.sheet_gone(), mark_words.reopen())
        setting = to_setting(self.assessment, counts=self.counts)
        stands = state.rows["setting"].get(setting_name(self.assessment))
        if stands is None:
            return made("setting", [setting])
        return altered("setting", stands, {"values": setting.values})
