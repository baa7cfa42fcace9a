"""What belongs into the program's folder and what must never lie in it."""

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath

Entry = tuple[str, str, str]  # name in the bundle, source, PyInstaller's type code

KINDS = frozenset({".json", ".otf", ".qss", ".svg", ".ttf", ".txt"})
NOTICES = ("LICENSE", "docs/licences.md")
"""Licences of the program and of its parts, which go wherever the program goes."""

LAZY = (
    "cchc_desktop.exchange.page_worker",
    "cchc_desktop.exchange.picture_worker",
    "cchc_desktop.reports.writers.pdf",
    "db",
    "pyqtgraph.graphicsItems.PlotItem.plotConfigTemplate_generic",
    "pyqtgraph.graphicsItems.ViewBox.axisCtrlTemplate_generic",
    "pyqtgraph.imageview.ImageViewTemplate_generic",
)
"""Modules that load at a lazy door or in a child process."""

EXCLUDED = (
    "IPython", "PyQt5", "PyQt6", "PySide2", "PySide6.QtNetwork", "PySide6.QtQml", "hypothesis",
    "matplotlib", "mypy", "numpy.f2py", "pip", "pyqtgraph.examples", "pyqtgraph.opengl", "pytest",
    "scipy", "setuptools", "tkinter",
)  # fmt: skip
"""Never excluded: QtOpenGL, QtOpenGLWidgets and pydoc, which pyqtgraph imports."""

FORBIDDEN = frozenset({"icuuc.dll", "mscms.dll", "ucrtbase.dll"})
"""Parts of Windows itself: a copy beside the program would shadow the real ones."""

_PLUGINS = {
    "iconengines": {"svg"},
    "imageformats": {"gif", "ico", "jpeg", "svg", "tiff", "webp"},
    "platforminputcontexts": {"composeplatforminputcontext", "ibusplatforminputcontext"},
    "platforms": {"offscreen", "wayland", "windows", "xcb"},
    "platformthemes": {"xdgdesktopportal"},
    "printsupport": {"cupsprintersupport", "windowsprintersupport"},
    "styles": set[str](),  # the style is Fusion everywhere
    "wayland-decoration-client": {"adwaita", "bradient"},
    "wayland-graphics-integration-client": set[str](),
    "wayland-shell-integration": {"xdg-shell"},
    "xcbglintegrations": set[str](),
}
_LIBRARIES = (
    "Qt6EglFS", "Qt6EglFs", "Qt6Labs", "Qt6Multimedia", "Qt6Network", "Qt6Pdf", "Qt6Qml",
    "Qt6Quick", "Qt6Sql", "Qt6VirtualKeyboard", "Qt6WlShell", "d3dcompiler", "opengl32sw",
    "atk-", "atspi", "cairo", "epoxy", "gdk", "gssapi", "gtk-", "k5crypto", "krb5", "pango",
    "pixman",
)  # fmt: skip
"""What only the plugins left out would load: QML, OpenGL, GTK, network accounts."""


def resource_files(root: Path) -> list[tuple[str, str]]:
    """Return every data file of resources/ with the folder it goes to.

    Args:
        root: the folder of the repository.

    Raises:
        ValueError: a file is of a kind that nobody foresaw.
    """
    found = []
    for path in sorted((root / "resources").rglob("*")):
        if path.is_dir() or path.suffix in {".py", ".pyc"}:
            continue
        if path.suffix not in KINDS:
            raise ValueError(f"{path}: add the kind to KINDS, or take the file away")
        found.append((str(path), str(path.parent.relative_to(root))))
    return found


def needed(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that the program needs: no spare plugins, no parts of Windows."""
    return [entry for entry in entries if not _is_spare(PurePath(entry[0].replace("\\", "/")))]


def refuse_forbidden(names: Iterable[str]) -> None:
    """Stop the build where a part of Windows itself lies in the bundle.

    Raises:
        SystemExit: with the names.
    """
    found = sorted(name for name in names if PurePath(name).name.lower() in FORBIDDEN)
    if found:
        raise SystemExit(f"These belong to Windows, not into the bundle: {', '.join(found)}")


def _is_spare(name: PurePath) -> bool:
    parts = name.parts
    if "translations" in parts and "PySide6" in parts:
        return True
    if "plugins" in parts:
        return _is_spare_plugin(parts[parts.index("plugins") + 1 :])
    file = name.name.lower()
    if file in FORBIDDEN or file.startswith("api-ms-win-"):
        return True
    return file.removeprefix("lib").startswith(tuple(part.lower() for part in _LIBRARIES))


def _is_spare_plugin(parts: Sequence[str]) -> bool:
    stem = PurePath(parts[-1]).stem.removeprefix("lib").removeprefix("q")
    return stem not in _PLUGINS.get(parts[0], ())
