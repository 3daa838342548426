"""Pages that stay set from one book to the next: time is saved, and no byte depends on it."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest

from studypack import typesetting
from studypack.briefing import render as rendering
from studypack.briefing.matter import LONG
from studypack.briefing.standing_type import Copy, StandingType
from studypack.select import Pack
from studypack.summary.summary import Summary
from tests.briefing.conftest import altered, pack_of
from tests.briefing.test_matter import with_many_terms


class Document:
    self_contained = True


def fresh(copy: Copy) -> Any:
    return Document()


def copy_of(html: str, first_page: int = 1, **assets: bytes) -> Copy:
    return Copy(html, first_page, frozenset(assets.items()))


def test_what_is_set_is_not_set_again() -> None:
    standing = StandingType()
    first = standing.document(copy_of("one"), fresh)
    assert standing.document(copy_of("one"), fresh) is first


@pytest.mark.parametrize(
    "other",
    [copy_of("two", logo=b"this"), copy_of("one", 3, logo=b"this"), copy_of("one", logo=b"other")],
)
def test_other_words_numbers_and_pictures_are(other: Copy) -> None:
    standing = StandingType()
    first = standing.document(copy_of("one", logo=b"this"), fresh)
    assert standing.document(other, fresh) is not first


def test_what_shows_a_file_that_may_change_is() -> None:
    standing, document = StandingType(), Document()
    document.self_contained = False
    standing.document(copy_of("one"), lambda _: document)
    assert standing.document(copy_of("one"), fresh) is not document


def test_what_the_next_book_does_not_have_is_let_go_of() -> None:
    standing = StandingType()
    gone, stays = (weakref.ref(standing.document(copy_of(n), fresh)) for n in ("one", "two"))
    gone_too = weakref.ref(standing.document(copy_of("one", 5), fresh))
    standing.distribute(["two", "three"], frozenset())
    gc.collect()
    assert (gone(), gone_too()) == (None, None)
    assert stays() is standing.document(copy_of("two"), fresh)


def test_no_page_stands_twice_whatever_its_numbers_and_pictures() -> None:
    standing = StandingType()
    gone = weakref.ref(standing.document(copy_of("one"), fresh))
    stays = standing.document(copy_of("one", 3), fresh)
    assert gone() is None
    assert standing.document(copy_of("one", 3), fresh) is stays
    left = weakref.ref(stays)
    del stays
    standing.distribute(["one"], copy_of("one", logo=b"other").assets)
    assert left() is None


@pytest.fixture
def set_pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The HTML pages that are set from here on, by a process that has set none."""
    monkeypatch.setattr(rendering, "_standing", StandingType())
    pages: list[str] = []
    real = typesetting.lay_out

    def noting(page: str, *rest: Any) -> Any:
        pages.append(page)
        return real(page, *rest)

    monkeypatch.setattr(typesetting, "lay_out", noting)
    return pages


def alone(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> bytes:
    with monkeypatch.context() as patch:
        patch.setattr(rendering, "_standing", StandingType())
        (product,) = rendering.render(pack)
    return product.data


def test_a_book_is_the_same_behind_whatever_was_set_before(
    lantern: Summary, set_pages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = with_many_terms(lantern, LONG)
    (section,) = told.sections
    shorter = section.model_copy(update={"text": "Nothing happened. [@oakes1901, p. 15]"})
    longer = section.model_copy(update={"text": section.text + "\n\n" + "And on it went. " * 400})
    packs = [
        pack_of(told, title="One"),
        pack_of(told, title="Another, with a longer name"),
        pack_of(altered(told, sections=(shorter,)), title="One"),
        pack_of(altered(told, sections=(longer,)), title="One"),
        pack_of(told, title="One"),
    ]
    together = [rendering.render(pack)[0].data for pack in packs]
    assert together == [alone(pack, monkeypatch) for pack in packs]
    assert len(set(together)) == 4


def test_only_the_pages_that_tell_the_course_are_set_again_for_another(
    lantern: Summary, set_pages: list[str]
) -> None:
    told = with_many_terms(lantern, LONG)
    rendering.render(pack_of(told, title="One"))
    before = len(set_pages)
    rendering.render(pack_of(told, title="Two"))
    front, index = set_pages[before:]
    assert before > 4
    assert 'class="title-page' in front
    assert 'id="book_index"' in index
