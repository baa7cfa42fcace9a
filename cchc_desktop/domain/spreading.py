"""Files of folders that are named by the codes of criteria: where each belongs."""

import re
from collections.abc import Sequence
from enum import StrEnum

from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.text import clean, code_key, fold
from cchc_desktop.records import record

_LEAD = re.compile(r"(?:tieu chi|tc|linh vuc|lv|tlkc)?[\s._-]*((?>\d+(?:[._-]\d+)*))(?![^\W_])")
Parts = tuple[str, ...]


class Fate(StrEnum):
    """What becomes of the files of a folder."""

    LINKED = "linked"
    BRANCH = "branch"  # the criterion has parts: the register alone
    UNKNOWN = "unknown"  # no criterion has the code, or the name has none: the register alone


@record
class FolderShare:
    """One folder and where its files go.

    Args:
        name: the folder below the one that was chosen; "" for files that lie in that one.
        fate: what becomes of its files.
        criterion: id of the criterion that its name gives, "" for none.
        files: places of its files in the list that was given.
    """

    name: str
    fate: Fate
    criterion: str
    files: tuple[int, ...]

    @property
    def target(self) -> str:
        """Id of the criterion that the files are linked to, "" for none."""
        return self.criterion if self.fate is Fate.LINKED else ""


def criterion_of_folder(name: str, tree: CriteriaTree) -> Criterion | None:
    """Return the criterion whose code a folder's name is, or begins with: "7.3 Công nghệ"."""
    words = clean(name)
    exact = tree.by_code(words.rstrip("."))
    if exact is not None:
        return exact
    match = _LEAD.match(fold(words))
    return tree.by_code(re.sub(r"[_-]", ".", match[1])) if match is not None else None


def spread(files: Sequence[Parts], tree: CriteriaTree) -> tuple[FolderShare, ...]:
    """Return the folders of some files, by code; the deepest name with a code decides.

    Args:
        files: folders above each file, from the chosen one on, without the file's own name.
        tree: the criteria.
    """
    found: dict[Parts, list[int]] = {}
    for place, folders in enumerate(files):
        found.setdefault(folders, []).append(place)
    named: dict[tuple[str, str], list[int]] = {}
    for folders, places in found.items():
        named.setdefault(_named(folders, tree), []).extend(places)
    shares = [_share(name, node, places, tree) for (name, node), places in named.items()]
    codes = {each.criterion: tree[each.criterion].code for each in shares if each.criterion}
    shares.sort(key=lambda each: code_key(each.name))
    shares.sort(key=lambda each: (not each.criterion, code_key(codes.get(each.criterion, ""))))
    return tuple(shares)


def _named(folders: Parts, tree: CriteriaTree) -> tuple[str, str]:
    """Return the folder that decides, with its criterion; the whole way where none does."""
    for depth in range(len(folders), 0, -1):
        node = criterion_of_folder(folders[depth - 1], tree)
        if node is not None:
            return "/".join(folders[:depth]), node.id
    return "/".join(folders), ""


def _share(name: str, node: str, places: Sequence[int], tree: CriteriaTree) -> FolderShare:
    fate = Fate.UNKNOWN
    if node:
        fate = Fate.BRANCH if tree.is_branch(node) else Fate.LINKED
    return FolderShare(name, fate, node, tuple(places))
