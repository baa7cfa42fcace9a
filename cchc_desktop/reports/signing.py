"""The end of a paper of the council: Nơi nhận and the chairman's signature, where known."""

from cchc_desktop.domain.appraisal import chairman_of, people_of
from cchc_desktop.domain.people import Body
from cchc_desktop.domain.state import State
from cchc_desktop.reports.document import Signed
from cchc_desktop.wording import signing as words


def signed(state: State, assessment: str) -> tuple[Signed, ...]:
    """Return the block that ends a paper; none where nobody is known to chair the council."""
    chairman = chairman_of(state, assessment)
    if chairman is None:
        return ()
    secretaries = people_of(state, assessment, Body.SECRETARIES)
    goes_to = words.recipients(has_secretaries=bool(secretaries))
    return (Signed(goes_to, words.chairman_signs(chairman.post), chairman.name),)
