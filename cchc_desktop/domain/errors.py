"""The one error a person can mend."""


class CchcError(Exception):
    """Something the user or the surroundings can mend, said in Vietnamese.

    Everything that is not a CchcError is a bug of the program.

    Args:
        sentence: one full sentence saying what is wrong.
        hint: what to do next; may be empty.
    """

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint

    @property
    def words(self) -> str:
        """Sentence and hint in one line."""
        return f"{self.sentence} {self.hint}".rstrip()
