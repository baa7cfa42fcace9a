"""The frozen program: every data file is in it, no part of Windows is."""

import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def bundle() -> Mapping[str, Any]:
    return runpy.run_path(str(ROOT / "packaging" / "bundle.py"))


def test_every_kind_of_data_file_has_its_place_in_the_bundle(bundle: Mapping[str, Any]) -> None:
    listed = {Path(source) for source, _ in bundle["resource_files"](ROOT)}
    data = {p for p in (ROOT / "resources").rglob("*") if p.is_file() and ".py" not in p.suffix}
    assert listed == data
    assert {path.suffix for path in listed} <= bundle["KINDS"]


def test_licences_go_along(bundle: Mapping[str, Any]) -> None:
    assert "LICENSE" in bundle["NOTICES"]
    assert all((ROOT / name).is_file() for name in bundle["NOTICES"])


def test_data_files_lie_where_the_program_looks_for_them(bundle: Mapping[str, Any]) -> None:
    for source, folder in bundle["resource_files"](ROOT):
        assert ROOT / folder == Path(source).parent


def test_a_file_of_an_unknown_kind_stops_the_build(
    bundle: Mapping[str, Any], tmp_path: Path
) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "sounds.wav").touch()
    with pytest.raises(ValueError, match=r"sounds\.wav"):
        bundle["resource_files"](tmp_path)


@pytest.mark.parametrize("name", ["icuuc.dll", "mscms.dll", "ucrtbase.dll", "UCRTBASE.DLL"])
def test_a_part_of_windows_in_the_bundle_stops_the_build(
    bundle: Mapping[str, Any], name: str
) -> None:
    with pytest.raises(SystemExit, match=name):
        bundle["refuse_forbidden"](["_internal/python312.dll", f"_internal/{name}"])


def test_a_bundle_without_parts_of_windows_is_accepted(bundle: Mapping[str, Any]) -> None:
    bundle["refuse_forbidden"](["_internal/python312.dll", "_internal/PySide6/Qt6Core.dll"])


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/QtOpenGL.abi3.so",
        "PySide6/QtOpenGLWidgets.pyd",
        "PySide6/Qt6OpenGL.dll",
        "resources/words/qt_vi.json",
    ],
)
def test_what_the_window_needs_stays(bundle: Mapping[str, Any], name: str) -> None:
    assert bundle["needed"]([(name, name, "BINARY")])


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/plugins/tls/qschannelbackend.dll",
        "PySide6/Qt6Quick.dll",
        "PySide6/opengl32sw.dll",
        "ucrtbase.dll",
        "api-ms-win-crt-heap-l1-1-0.dll",
    ],
)
def test_what_the_window_never_uses_is_left_out(bundle: Mapping[str, Any], name: str) -> None:
    assert not bundle["needed"]([(name, name, "BINARY")])
