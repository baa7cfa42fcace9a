"""The steps from one tree to another."""

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.steps import Inserted, Moved, Outline, Removed, steps_between

Tree = dict[str, tuple[str, ...]]


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    nodes = draw(st.lists(st.sampled_from("abcdefghijkl"), unique=True))
    found: dict[str, list[str]] = {"": []}
    for node in nodes:
        parent = draw(st.sampled_from(["", *nodes[: nodes.index(node)]]))
        place = draw(st.integers(0, len(found.setdefault(parent, []))))
        found[parent].insert(place, node)
    return {parent: tuple(children) for parent, children in found.items() if children}


@given(trees(), trees())
def test_steps_lead_from_one_tree_to_the_other(shown: Tree, new: Tree) -> None:
    outline = Outline(shown)
    for step in steps_between(shown, new):
        if isinstance(step, Moved):
            assert outline.place_of(step.node) == step.first
            assert outline.parent_of(step.node) == step.parent
            assert 0 <= step.to <= len(outline.children_of(step.to_parent))
            is_same = step.parent == step.to_parent
            assert not is_same or step.to not in (step.first, step.first + 1)
        outline.apply(step)
    assert outline.structure() == new
    assert [outline.place_of(n) for n in outline.children_of("")] == list(
        range(len(new.get("", ())))
    )


@given(trees())
def test_an_equal_tree_takes_no_steps(tree: Tree) -> None:
    assert steps_between(tree, tree) == ()


def test_a_drag_moves_one_node_only() -> None:
    steps = steps_between({"": ("a", "b", "c", "d")}, {"": ("b", "c", "d", "a")})
    assert steps == (Moved("a", "", 0, "", 4),)


def test_siblings_come_and_go_together() -> None:
    assert steps_between({"": ("a",)}, {"": ("a", "b", "c")}) == (Inserted("", 1, ("b", "c")),)
    assert steps_between({"": ("a", "b", "c")}, {"": ("a",)}) == (Removed("", 1, 2),)


def test_a_child_survives_the_removal_of_its_parent() -> None:
    steps = steps_between({"": ("a", "b"), "a": ("x",)}, {"": ("b",), "b": ("x",)})
    assert steps == (Moved("x", "a", 0, "b", 0), Removed("", 0, 1))


def test_an_outline_walks_parents_before_children() -> None:
    outline = Outline({"": ("a", "b"), "a": ("x",)})
    assert list(outline.walk()) == ["a", "x", "b"]
    assert len(outline) == 3
    assert "x" in outline
    assert "y" not in outline
