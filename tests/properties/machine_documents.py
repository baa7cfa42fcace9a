"""The register of documents in the state machine: entered, versioned, binned, restored."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.stateful import rule

from cchc_desktop.commands import coverage, documents, evidence, purging, takeout, taking
from cchc_desktop.commands.describing import DescribeDocuments
from cchc_desktop.domain.integrity import contents_in_use
from cchc_desktop.domain.takeout import DocumentDraft, FileDraft, LinkDraft, RegisterDraft
from cchc_desktop.progress import Progress
from tests.properties.machine import PLACE, WORDS, Machine
from tests.sample_session import ASSESSMENT, SHEET, fixed_clock


class DocumentSteps(Machine):
    """What a user can do with the register."""

    @rule(name=WORDS, body=st.binary(min_size=1, max_size=9))
    def register(self, name: str, body: bytes) -> None:
        content = self.staged(name, body)
        self.run_it(documents.RegisterDocument(content, fixed_clock()))

    @rule(at=PLACE, name=WORDS, body=st.binary(min_size=1, max_size=9), is_newer=st.booleans())
    def version(self, at: int, name: str, body: bytes, *, is_newer: bool) -> None:
        content, document = self.staged(name, body), self.any_document(at)
        self.run_it(documents.AddFile(document, content, fixed_clock(), name, is_newer=is_newer))
        if at % 3 == 0:
            self.run_it(documents.RemoveFile(self.any_row("document_file", at)))

    @rule(at=PLACE, also=PLACE)
    def bin_and_restore(self, at: int, also: int) -> None:
        named = (self.any_document(at), self.any_document(also))
        self.run_it(documents.BinDocuments(named, fixed_clock()))
        if at % 2:
            self.run_it(documents.RestoreDocuments(named))

    @rule(at=PLACE)
    def purge(self, at: int) -> None:
        binned = tuple(each.id for each in self.session.state.documents.values() if each.is_binned)
        before = contents_in_use(self.session.state)
        self.run_it(purging.PurgeDocuments(binned or (self.any_document(at),)))
        gone = before - contents_in_use(self.session.state)
        assert not (gone and self.session.undo_title)
        self.session.store.vault.purge(gone, Progress())

    @rule(
        at=PLACE,
        name=st.sampled_from(["a.pdf", "..\\CON", "Ảnh.png"]),
        body=st.binary(min_size=1, max_size=3),
    )
    def attach_document(self, at: int, name: str, body: bytes) -> None:
        content = self.staged(name, body)
        self.run_it(evidence.AttachDocument(SHEET, self.pick(at), content, fixed_clock()))

    @rule(at=PLACE, name=WORDS, body=st.binary(min_size=1, max_size=3))
    def take_documents(self, at: int, name: str, body: bytes) -> None:
        contents = [self.staged(name, body), self.staged(name, body * 2)]
        entered = documents.RegisterDocument(contents[0], fixed_clock())
        linked = [
            evidence.AttachDocument(SHEET, self.pick(at), each, fixed_clock()) for each in contents
        ]
        self.run_it(taking.TakeDocuments((entered, *linked)))
        known = (self.any_document(at), self.any_document(at + 1))
        self.run_it(
            taking.TakeDocuments(
                tuple(evidence.LinkDocument(SHEET, self.pick(at + 2), each) for each in known)
            )
        )

    @rule(at=PLACE, document=PLACE)
    def link_document(self, at: int, document: int) -> None:
        self.run_it(evidence.LinkDocument(SHEET, self.pick(at), self.any_document(document)))

    @rule(at=PLACE, text=WORDS, name=WORDS)
    def describe_document(self, at: int, text: str, name: str) -> None:
        day = (date(2022 + at % 3, 1, 1), None)[at % 2]
        days = (text, "", day, fixed_clock().date())
        self.run_it(evidence.DescribeDocument(self.any_document(at), text, day, text, *days, text))
        self.run_it(evidence.RenameDocument(self.any_document(at), name))

    @rule(at=PLACE, also=PLACE, text=WORDS)
    def describe_documents(self, at: int, also: int, text: str) -> None:
        days = (date(2022, 1, 1), None)
        named = tuple(
            evidence.DescribeDocument(self.any_document(each), text, days[each % 2])
            for each in (at, also)
        )
        self.run_it(DescribeDocuments(named))

    @rule(at=PLACE, text=WORDS)
    def cite_page(self, at: int, text: str) -> None:
        self.run_it(evidence.CitePage(SHEET, self.any_key("link", at), text, text, text))

    @rule(at=PLACE)
    def detach_document(self, at: int) -> None:
        self.run_it(evidence.DetachDocument(SHEET, self.any_key("link", at)))

    @rule(counts=st.booleans())
    def count_unsplit(self, *, counts: bool) -> None:
        self.run_it(coverage.CountUnsplit(ASSESSMENT, counts=counts))

    @rule(at=PLACE, name=WORDS, body=st.binary(min_size=1, max_size=3), text=WORDS)
    def import_register(self, at: int, name: str, body: bytes, text: str) -> None:
        content = self.staged(name, body)
        of_file = (content.sha256, Decimal(content.size), fixed_clock())
        link = LinkDraft("", sheet=SHEET, criterion=self.pick(at), id=text, order=text)
        link = replace(link, code=self.session.state.criteria[link.criterion].code)
        files = (FileDraft("", name, *of_file, order=text),)
        draft = DocumentDraft("", name, *of_file, note=text, files=files, links=(link, link))
        self.run_it(takeout.ImportRegister(RegisterDraft(text, (draft, draft))))

    def staged(self, name: str, body: bytes) -> evidence.Content:
        path = self.folder / "quét.bin"
        path.write_bytes(body)
        staged = self.session.store.vault.stage(path, Progress())
        return evidence.Content(name, staged.sha256, staged.size)
