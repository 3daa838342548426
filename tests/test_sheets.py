"""What is lost on the way to the sheets is found out; what stands on them is read and mended."""

from __future__ import annotations

import io

import pikepdf
import pytest

from studypack import sheets, typesetting
from studypack.product import CannotRenderError
from tests.test_typesetting import page

NOTE = ".note { float: footnote }"


def lost(body: str, css: str = NOTE) -> list[str]:
    return [one.text for one in sheets.lost_text(typesetting.lay_out(page(body, css), "a page"))]


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
    assert [one.text for one in sheets.lost_text(document)] == ["Once.", "Twice."]


def test_lost_words_are_told_with_what_they_stand_in() -> None:
    note = f'<span class="note">{"A long note. " * 2000}</span>'
    body = f'<p id="before">First.</p><div id="the-march"><p>Text{note}</p></div>'
    (found,) = sheets.lost_text(typesetting.lay_out(page(body, NOTE), "a page"))
    said = found.without_room("x.pdf", "Shorten it.")
    assert said.code == "SP403"
    assert said.message.startswith("no room for the words ‘A long note. A long note.")
    assert said.message.endswith("…’, after the-march")


def test_page_numbers_are_written_over_their_placeholders() -> None:
    css = ".right { text-align: right; width: 10em }"
    body = (
        '<p>see <span data-page="there">000</span></p><p class="right"><span data-page="there">000'
        '</span></p><h1 id="there" style="break-before: page">There</h1>'
    )
    document = typesetting.lay_out(page(body, css), "a page")
    sheets.fill_in_pages(document)
    boxes = document.pages[0]._page_box.descendants()
    texts = [box.text for box in boxes if getattr(box, "text", "").strip() and box.text != "see "]
    assert texts == ["2", "\N{FIGURE SPACE}\N{FIGURE SPACE}2"]


def test_the_text_is_told_with_its_pages_words_whole_and_notes_last() -> None:
    css = (
        "@page { size: 60mm 70mm; margin: 5mm; @top-left { content: 'running head' } }"
        "p { hyphens: auto; orphans: 1; widows: 1 } .note { float: footnote }"
        "h2::before { content: 'Chapter ' } .away { color: red }"
    )
    body = (
        '<p>extraordinarily <a href="#there">incomprehensible responsibilities</a>'
        '<span class="note">a note</span></p><p class="last away">unread</p>'
        '<h2 id="there" style="break-before: page">There</h2>'
    )
    document = typesetting.lay_out(page(body, css), "a page")
    found = list(sheets.pieces(document, {"away"}))
    linked = [piece.text for piece in found if piece.link == "there"]
    assert "".join(linked).replace(" ", "") == "incomprehensibleresponsibilities"
    assert len(linked) > 1  # it was divided
    text = " ".join("".join(piece.text for piece in found).split())
    assert text == "extraordinarily incomprehensible responsibilities There a note"
    assert [piece.page for piece in found if piece.text in {"There", "a note"}] == [2, 1]


def test_two_documents_become_one_whose_links_lead_from_each_to_the_other() -> None:
    first = typesetting.lay_out(page('<h1>One</h1><p><a href="#two">on</a></p>'), "one")
    second = typesetting.lay_out(page('<h2 id="two"><a href="#page_1">back</a></h2>'), "two")
    assert sheets.name_pages(first, "p. {}") == {"page_1": "p. 1"}
    whole = sheets.joined(first, second)
    assert sheets.page_numbers(whole) == {"page_1": 1, "two": 2}
    del first, second
    with pikepdf.open(io.BytesIO(typesetting.to_pdf(whole, "both"))) as pdf:
        assert [len(sheet.Annots) for sheet in pdf.pages] == [1, 1]
        with pdf.open_outline() as outline:
            assert [str(item.title) for item in outline.root[0].children] == ["back"]


def test_a_complaint_about_one_of_them_names_its_place() -> None:
    first = typesetting.lay_out(page('<p id="there">One</p>'), "one")
    second = typesetting.lay_out(page('<p id="here"><a href="#nowhere">on</a></p>'), "two")
    with pytest.raises(CannotRenderError, match=r"nowhere.*at here"):
        typesetting.to_pdf(sheets.joined(sheets.joined(first, first), second), "both")
