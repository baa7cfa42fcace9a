"""What is wrong in a file, with its line and the path to it."""

from cchc_desktop.records import record
from cchc_desktop.wording import set_files as words

Path = tuple[str | int, ...]
_LONGEST_KEY = 40


@record
class Problem:
    """One thing wrong, or worth a look, in a file.

    Args:
        path: keys and indices from the top of the file.
        sentence: what is wrong, to stand behind a colon.
        is_warning: the file can be taken all the same.
        line: line of the file, from 1.
    """

    path: Path
    sentence: str
    is_warning: bool = False
    line: int = 0

    @property
    def place(self) -> str:
        """The path as people read it: criteria[3].rule.full_at."""
        return shown_path(self.path)

    @property
    def words(self) -> str:
        """Line, path and sentence in one line."""
        return words.at(self.line, self.place, self.sentence)


def shown_path(path: Path) -> str:
    """Return a path as text: criteria[3].rule.full_at."""
    parts = []
    for step in path:
        if isinstance(step, int):
            parts.append(f"[{step}]")
        else:
            name = step if len(step) <= _LONGEST_KEY else f"{step[:_LONGEST_KEY]}…"
            parts.append(f".{name}" if step.isidentifier() else f".“{name}”")
    return "".join(parts).removeprefix(".")
