"""Where each file of a register lies when it goes out: folders by criterion code, safe names."""

from dataclasses import replace

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import safe_name
from cchc_desktop.domain.takeout import DocumentDraft, LinkDraft, RegisterDraft
from cchc_desktop.domain.text import nfc
from cchc_desktop.wording import takeout as words

REGISTER, MANIFEST = "register.json", "manifest.sha256"
INDEX_XLSX, INDEX_HTML = "index.xlsx", "index.html"
MOST_PATH = 239  # what every program on Windows opens, the place of the folder included
_MOST_FOLDER = 40
_LEAST_NAME = 24
_MOST_SUFFIX = 10
_OWN = (REGISTER, MANIFEST, INDEX_XLSX, INDEX_HTML)
_TRANSLATED = str.maketrans({"/": "-", "\\": "-", "#": "_", "%": "_"})  # a link reads # and %


def with_paths(draft: RegisterDraft, place: str) -> RegisterDraft:
    """Return a register whose every content has a path of its own, once a document.

    Args:
        draft: the register.
        place: the folder it goes to, "" for an archive.

    Raises:
        CchcError: the place's path leaves no room for names.
    """
    names = _Names(MOST_PATH - len(place) - 1 if place else MOST_PATH - 60, place)
    folders = _Folders(draft, names)
    found = []
    for document in draft.documents:
        folder = folders.of(document)
        files = [replace(each, path=names.file(folder, each.name)) for each in document.files]
        path = names.file(folder, document.name)
        found.append(replace(document, path=path, files=tuple(files)))
    return replace(draft, documents=tuple(found))


class _Names:
    """Names that are taken, told apart as Windows does: without case."""

    def __init__(self, room: int, place: str) -> None:
        self._room, self._place = room, place
        self._taken = {name.casefold() for name in _OWN}

    def folder(self, parent: str, wanted: str) -> str:
        """Return a folder that is not taken."""
        return self._free(parent, _plain(wanted), _MOST_FOLDER)

    def file(self, folder: str, wanted: str) -> str:
        """Return a path in a folder that is not taken, short enough.

        Raises:
            CchcError: there is no room for a name.
        """
        room = self._room - len(folder) - 1
        if room < _LEAST_NAME:
            raise CchcError(words.path_too_long(self._place), words.choose_short_place())
        return self._free(folder, _plain(wanted), room)

    def _free(self, parent: str, name: str, room: int) -> str:
        stem, _, suffix = name.rpartition(".")
        is_suffix = bool(stem) and len(suffix) <= _MOST_SUFFIX
        stem, tail = (stem, f".{suffix}") if is_suffix else (name, "")
        number, path = 1, ""
        while not path or path.casefold() in self._taken:
            count = "" if number == 1 else f" ({number})"
            cut = stem[: room - len(count) - len(tail)].rstrip(" .") or "tai-lieu"
            path = "/".join(part for part in (parent, f"{cut}{count}{tail}") if part)
            number += 1
        self._taken.add(path.casefold())
        return path


class _Folders:
    """The folder of each criterion, within its unit's where there are several units."""

    def __init__(self, draft: RegisterDraft, names: _Names) -> None:
        links = [link for document in draft.documents for link in document.links]
        years = {_assessment(link) for link in links}
        self._has_years = len(years) > 1
        self._has_units = len({(link.unit, _assessment(link)) for link in links}) > len(years)
        self._names = names
        self._found: dict[tuple[str, ...], str] = {}

    def of(self, document: DocumentDraft) -> str:
        """Return the folder of a document: its first criterion's."""
        if not document.links:
            return self._folder("", (), words.UNLINKED_FOLDER)
        link = document.links[0]
        year, folder = _assessment(link), ""
        if self._has_years:
            folder = self._folder(folder, (link.assessment, str(link.year)), link.assessment)
        if self._has_units:
            folder = self._folder(folder, (*year, link.unit), link.unit)
        return self._folder(folder, (*year, link.unit, link.code), link.code)

    def _folder(self, parent: str, key: tuple[str, ...], wanted: str) -> str:
        at = (parent, *key)
        if at not in self._found:
            self._found[at] = self._names.folder(parent, wanted or "khac")
        return self._found[at]


def _assessment(link: LinkDraft) -> tuple[str, str]:
    return link.assessment, str(link.year)


def _plain(name: str) -> str:
    return safe_name(nfc(name).translate(_TRANSLATED))
