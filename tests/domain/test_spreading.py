import unicodedata

import pytest

from cchc_desktop.domain.criteria import CriteriaTree
from cchc_desktop.domain.spreading import Fate, FolderShare, criterion_of_folder, spread
from tests.sample_session import ASSESSMENT, node, sample_session


@pytest.fixture(scope="module")
def tree() -> CriteriaTree:
    return sample_session().state.tree(ASSESSMENT)


@pytest.mark.parametrize(
    "name",
    ["7.3", "7.3.", " 7.3 ", "7.3 Ứng dụng", "7.3_Ứng dụng", "7.3-Ứng dụng", "7_3", "TC 7.3",
     "Tiêu chí 7.3", "TC7.3", unicodedata.normalize("NFD", "Tiêu chí 7.3: hồ sơ")],
)  # fmt: skip
def test_a_folder_is_known_by_the_code_it_begins_with(name: str, tree: CriteriaTree) -> None:
    found = criterion_of_folder(name, tree)
    assert found is not None
    assert found.id == node("7.3")


@pytest.mark.parametrize("name", ["", "Quét", "2022 báo cáo", "73", "7.3a", "v7.3", "99.1"])
def test_other_names_are_no_code(name: str, tree: CriteriaTree) -> None:
    assert criterion_of_folder(name, tree) is None


def test_files_go_to_the_deepest_folder_with_a_code(tree: CriteriaTree) -> None:
    files = [
        ("7", "7.3 Trực tuyến", "quét"),
        ("7.3",),
        ("7",),
        ("7", "7.3 Trực tuyến"),
        (),
        ("x", "y"),
    ]
    assert spread(files, tree) == (
        FolderShare("7", Fate.BRANCH, node("7"), (2,)),
        FolderShare("7.3", Fate.LINKED, node("7.3"), (1,)),
        FolderShare("7/7.3 Trực tuyến", Fate.LINKED, node("7.3"), (0, 3)),
        FolderShare("", Fate.UNKNOWN, "", (4,)),
        FolderShare("x/y", Fate.UNKNOWN, "", (5,)),
    )
    assert [share.target for share in spread(files, tree)] == ["", node("7.3"), node("7.3"), "", ""]
