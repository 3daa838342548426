"""Scalars as YAML 1.2 reads them, each with its place."""

import pytest

from studypack.reading.tree import read_yaml


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("1956-10-23", "1956-10-23"),
        ("12:30", "12:30"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1956", 1956),
        ("-0.5", -0.5),
        ("true", True),
        ("~", None),
        ("'1956'", "1956"),
        ('"true"', "true"),
    ],
)
def test_scalars(written: str, read: object) -> None:
    tree, found = read_yaml(f"a: {written}", "a.yaml")
    assert found == []
    assert tree.value == {"a": read}
    assert type(tree.value["a"]) is type(read)


def test_places_count_from_one_and_fall_back_to_what_is_around() -> None:
    tree, _ = read_yaml("a:\n  - b: 1\n", "a.yaml", first_line=3)
    assert str(tree.mark(("a", 0, "b"))) == "a.yaml:4:8"
    assert str(tree.mark(("a", 0, "missing"))) == "a.yaml:4:5"
    assert str(tree.keys_at["a", 0, "b"]) == "a.yaml:4:5"
