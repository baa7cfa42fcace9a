"""Words at the end of a paper: who it goes to, who signs it."""

RECIPIENTS = "Nơi nhận:"
_CHAIRMAN = "CHỦ TỊCH HỘI ĐỒNG"
_COUNCIL, _SECRETARIES, _KEPT = "Thành viên Hội đồng", "Tổ thư ký giúp việc", "Lưu: VT"


def chairman_signs(post: str) -> tuple[str, ...]:
    """Return the lines over and under the chairman's signature: office, then the post held.

    Args:
        post: the post that the chairman holds elsewhere, or "".
    """
    return (_CHAIRMAN, post.upper()) if post else (_CHAIRMAN,)


def recipients(*, has_secretaries: bool) -> tuple[str, ...]:
    """Return who a paper of the council goes to; the archive stands last."""
    first = (_COUNCIL, _SECRETARIES) if has_secretaries else (_COUNCIL,)
    return (*(f"{each};" for each in first), f"{_KEPT}.")
