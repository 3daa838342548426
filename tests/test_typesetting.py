"""What WeasyPrint does wrong without saying so is found out."""

from __future__ import annotations

import pytest

from studypack import typesetting
from studypack.product import CannotRenderError


def page(body: str, css: str = "") -> str:
    rules = f"{typesetting.font_faces()} html {{ font-family: 'Gentium Book Plus' }} {css}"
    return (
        f'<html lang="en"><head><title>A page</title><style>{rules}</style></head>'
        f"<body>{body}</body></html>"
    )


NOTE = ".note { float: footnote }"


def lost(body: str, css: str = NOTE) -> list[str]:
    return typesetting.lost_text(typesetting.lay_out(page(body, css), "a page"))


def test_nothing_is_lost_of_an_ordinary_page() -> None:
    body = (
        "<h1>A head</h1><p>Words with <em>stress</em> and a note."
        '<span class="note">See p. 1.</span></p>'
        "<table><thead><tr><th>Head</th></tr></thead><tbody>"
        + "<tr><td>Cell</td></tr>" * 90
        + "</tbody></table>"
    )
    assert lost(body) == []


def test_a_dropped_footnote_is_noticed() -> None:
    body = '<p>Text<span style="position: absolute">x<span class="note">A note.</span></span></p>'
    assert lost(body) == ["A note."]


def test_text_that_runs_off_the_sheet_is_noticed() -> None:
    assert lost(f'<p>Text<span class="note">{"A long note. " * 2000}</span></p>')
    assert lost('<p style="white-space: nowrap">' + "endless " * 60 + "</p>")


def test_text_that_stands_twice_is_noticed() -> None:
    document = typesetting.lay_out(page("<p>Once.</p><p>Twice.</p>"), "a page")
    document.pages.append(document.pages[0])
    assert typesetting.lost_text(document) == ["Once.", "Twice."]


def test_page_numbers_are_written_over_their_placeholders() -> None:
    css = ".right { text-align: right; width: 10em }"
    body = (
        '<p>see <span data-page="there">000</span></p><p class="right"><span data-page="there">000'
        '</span></p><h1 id="there" style="break-before: page">There</h1>'
    )
    document = typesetting.lay_out(page(body, css), "a page")
    typesetting.fill_in_pages(document)
    boxes = document.pages[0]._page_box.descendants()
    texts = [box.text for box in boxes if getattr(box, "text", "").strip() and box.text != "see "]
    assert texts == ["2", "\N{FIGURE SPACE}\N{FIGURE SPACE}2"]


def test_a_complaint_of_weasyprint_fails_the_page() -> None:
    with pytest.raises(CannotRenderError, match="no-such-property"):
        typesetting.lay_out(page("<p>x</p>", "p { no-such-property: 1 }"), "a page")
