"""What the documents for readers say is there."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from cchc_desktop.domain.takeout import DocumentDraft, FileDraft, LinkDraft
from cchc_desktop.headless import COMMANDS

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_target_of_make_that_is_named_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`make ([a-z]+)`", text) + re.findall(r"^make ([a-z]+)", text, re.MULTILINE)
    assert set(named) <= set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))


def test_every_command_stands_in_the_readme() -> None:
    told = set(re.findall(r"^python main\.py ([a-z-]+)", text_of("README.md"), re.MULTILINE))
    assert told == set(COMMANDS)


def test_every_library_of_the_program_has_its_licence_named() -> None:
    names = re.findall(r"^([a-z0-9.-]+)==", text_of("requirements/run.txt"), re.MULTILINE)
    told = re.sub(r"[ -]", "", text_of("docs/licences.md").lower())
    assert [name for name in names if name.replace("-", "") not in told] == []


@pytest.mark.parametrize("kind", [DocumentDraft, FileDraft, LinkDraft])
def test_every_field_of_exported_documents_is_told(kind: type) -> None:
    told = set(re.findall(r"`([a-z0-9_]+)`", text_of("docs/evidence-register.md")))
    assert {each.name for each in fields(kind)} - told == set()
