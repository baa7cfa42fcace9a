from datetime import date

from cchc_desktop.commands.documents import BinDocuments, RegisterDocument
from cchc_desktop.commands.evidence import Content, DescribeDocument
from cchc_desktop.session import Session
from tests.sample_session import fixed_clock, sample_session
from ui.describe.queue import Queue, lacking


def registered(session: Session, name: str) -> str:
    command = RegisterDocument(
        Content(name, f"{len(session.state.documents):064x}", 1), fixed_clock()
    )
    session.run(command)
    return command.id


def test_what_is_described_elsewhere_or_put_into_the_bin_counts_as_done() -> None:
    session = sample_session()
    first, second, third = (registered(session, name) for name in ("2.pdf", "10.pdf", "1.pdf"))
    queue = Queue(lacking(session.state))
    assert queue.keys == (third, first, second)
    assert (queue.done(session.state), queue.key) == (0, third)
    session.run(DescribeDocument(first, "1/X", date(2022, 1, 1), "Sở", "Việc"))
    session.run(BinDocuments((second,), fixed_clock()))
    assert queue.undone(session.state) == (third,)
    queue.save(third, session.state)
    assert queue.done(session.state) == 3
    session.undo()
    session.undo()
    assert queue.undone(session.state) == (first, second)


def test_going_passes_over_what_is_gone() -> None:
    session = sample_session()
    keys = tuple(registered(session, f"{at}.pdf") for at in range(4))
    session.run(BinDocuments((keys[1], keys[2]), fixed_clock()))
    queue = Queue(keys)
    assert queue.go(1, session.state)
    assert queue.key == keys[3]
    assert queue.go(-1, session.state)
    assert queue.key == keys[0]
    assert not queue.go(-1, session.state)
    assert queue.key == keys[0]
    assert not Queue(keys, keys[3]).go(1, session.state)


def test_an_undone_description_is_not_done_any_more() -> None:
    session = sample_session()
    key = registered(session, "1.pdf")
    queue = Queue((key,))
    session.run(DescribeDocument(key, "1/X", None, "", ""))
    queue.save(key, session.state)
    assert queue.is_done(session.state, key)
    session.undo()
    assert not queue.is_done(session.state, key)
    assert not queue.was_saved(session.state, key)
    session.redo()
    assert queue.was_saved(session.state, key)
