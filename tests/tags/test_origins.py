"""The one private name of WeasyPrint that is wrapped, and what happens without it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import weasyprint
from weasyprint.pdf import tags as weasyprint_tags

from studypack.tags import origins
from tests.tags.conftest import Tagged, tagged
from tests.tags.test_tags import text_of, validate


def test_the_name_and_its_signature_are_those_of_the_pinned_version() -> None:
    """If this fails after an upgrade: read the new source, then change ``origins`` with it."""
    assert origins.known()


def test_it_is_wrapped_only_while_a_pdf_is_written() -> None:
    before = weasyprint_tags._build_box_tree
    with origins.noted():
        assert weasyprint_tags._build_box_tree is not before
    assert weasyprint_tags._build_box_tree is before


def _another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "70.1")


def _another_signature(monkeypatch: pytest.MonkeyPatch) -> None:
    build = weasyprint_tags._build_box_tree

    def other(box, parent, pdf, page, nums, annotations, tags):  # type: ignore[no-untyped-def]
        yield from build(box, parent, pdf, page, nums, annotations, tags)

    monkeypatch.setattr(weasyprint_tags, "_build_box_tree", other)


@pytest.mark.parametrize("change", [_another_version, _another_signature])
def test_where_it_differs_the_tags_are_plain_and_the_file_valid(
    change: Callable[[pytest.MonkeyPatch], None], broken: Tagged, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(monkeypatch)
    assert not origins.known()
    plain = tagged()
    assert validate(plain.data) == []
    assert text_of(plain.data) == text_of(broken.data)
    assert plain.kinds["/Table"] > broken.kinds["/Table"]
    assert plain.kinds["/Note"] == 0
    scopes = {str(element.A.Scope) for element in plain.elements if element.S == "/TH"}
    assert scopes == {"/Column", "/Row"}


def test_without_the_name_nothing_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(weasyprint_tags, "_build_box_tree")
    assert not origins.known()
    with origins.noted() as noted:
        pass
    assert noted == {}
