"""Files to attach: from a drop, a folder, the clipboard."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from cchc_desktop.clock import Clock
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.text import sort_key
from cchc_desktop.progress import Progress

MOST_FILES = 2000
MOST_SPREAD = 20_000
_IGNORED = {"thumbs.db", "desktop.ini", ".ds_store"}


def local_paths(mime: QMimeData) -> tuple[Path, ...]:
    """Return the files and folders of this machine that a drop or the clipboard names."""
    urls = mime.urls() if mime.hasUrls() else []
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())


def all_files(paths: Iterable[Path], progress: Progress) -> tuple[Path, ...]:
    """Return the files, folders replaced by all files in them, by the Vietnamese alphabet.

    Links to folders are not followed; files that systems and office programs leave about are
    left out. Nothing is written.

    Raises:
        CchcError: there are more than ``MOST_FILES``, or none.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += _in_folder(path, progress)
        else:
            found.append(path)
        if len(found) > MOST_FILES:
            raise CchcError(
                f"Có hơn {MOST_FILES:,} tệp, quá nhiều cho một tiêu chí.".replace(",", "."),
                "Chọn thư mục nhỏ hơn hoặc chọn từng tệp.",
            )
    unique = tuple(dict.fromkeys(found))
    if not unique:
        raise CchcError("Thư mục này không có tệp nào.", "Chọn thư mục khác hoặc chọn tệp.")
    return unique


def files_below(folder: Path, progress: Progress) -> tuple[Path, ...]:
    """Return all files of a folder as ``all_files`` does, up to ``MOST_SPREAD`` of them.

    Raises:
        CchcError: there are more.
    """
    found = _in_folder(folder, progress, MOST_SPREAD)
    if len(found) > MOST_SPREAD:
        raise CchcError(
            f"Có hơn {MOST_SPREAD:,} tệp trong thư mục này.".replace(",", "."),
            "Chọn từng thư mục nhỏ hơn.",
        )
    return tuple(found)


def files_in(roots: Iterable[Path], progress: Progress) -> tuple[tuple[tuple[str, ...], Path], ...]:
    """Return the files that were given, and all files of folders, each with the folders above it.

    Raises:
        CchcError: there are too many.
    """
    found: list[tuple[tuple[str, ...], Path]] = []
    for root in roots:
        if root.is_dir():
            below = files_below(root, progress)
            found += [((root.name, *path.relative_to(root).parts[:-1]), path) for path in below]
        else:
            found.append(((), root))
    return tuple(found)


def pasted_image(image: QImage, folder: Path, clock: Clock) -> Path:
    """Write a picture of the clipboard as a PNG file named by the time; return the file.

    Raises:
        CchcError: there is no room for it.
    """
    path = folder / f"Ảnh dán {clock():%Y-%m-%d %H.%M.%S}.png"
    if not image.save(str(path)):
        raise CchcError("Không ghi được ảnh dán.", "Kiểm tra chỗ trống trên ổ đĩa rồi dán lại.")
    return path


def told_list(lines: Sequence[str], most: int = 5) -> str:
    """Return some lines as one text, the rest counted."""
    shown = "\n".join(lines[:most])
    return shown if len(lines) <= most else f"{shown}\nvà {len(lines) - most} tệp khác."


def _in_folder(folder: Path, progress: Progress, most: int = MOST_FILES) -> list[Path]:
    found: list[Path] = []
    for place, folders, names in os.walk(folder):
        progress.step(0, 0)
        folders[:] = sorted((f for f in folders if not f.startswith(".")), key=sort_key)
        files = (Path(place) / name for name in sorted(names, key=sort_key) if _is_wanted(name))
        found += [path for path in files if path.is_file()]
        if len(found) > most:
            break
    return found


def _is_wanted(name: str) -> bool:
    return not name.startswith((".", "~$")) and name.lower() not in _IGNORED
