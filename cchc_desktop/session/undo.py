"""The undo stack: hashes of journal lines, not the changes themselves."""

from cchc_desktop.records import record


@record
class Step:
    """One step of the user: its words, and the journal lines it consists of."""

    title: str
    lines: tuple[str, ...]


class UndoStack:
    """Steps done and undone; what joins the step before becomes one with it."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._joins = ""

    @property
    def last_done(self) -> Step | None:
        """The step that undo takes back."""
        return self._done[-1] if self._done else None

    @property
    def last_undone(self) -> Step | None:
        """The step that redo does again."""
        return self._undone[-1] if self._undone else None

    @property
    def undo_title(self) -> str:
        """Words of the step that undo takes back."""
        return self._done[-1].title if self._done else ""

    @property
    def redo_title(self) -> str:
        """Words of the step that redo does again."""
        return self._undone[-1].title if self._undone else ""

    def push(self, step: Step, joins: str = "") -> None:
        """Add a step; the steps that could be done again are forgotten."""
        if joins and joins == self._joins and self._done:
            last = self._done.pop()
            step = Step(step.title, last.lines + step.lines)
        self._done.append(step)
        self._undone.clear()
        self._joins = joins

    def clear(self) -> None:
        """Forget every step."""
        self._done.clear()
        self._undone.clear()
        self._joins = ""

    def undone(self, line: str) -> None:
        """Move the last step to the undone ones; ``line`` is the journal line of the undo."""
        step = self._done.pop()
        self._undone.append(Step(step.title, (line,)))
        self._joins = ""

    def redone(self, line: str) -> None:
        """Move the last undone step back; ``line`` is the journal line of the redo."""
        step = self._undone.pop()
        self._done.append(Step(step.title, (line,)))
        self._joins = ""
