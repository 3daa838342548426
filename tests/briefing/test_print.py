"""The finished file: its pages, numbers, links and tags."""

from __future__ import annotations

import re
from collections import Counter

import page as page_validation
import pikepdf
import pytest

from studypack.briefing.book import book_of
from studypack.briefing.matter import page_of
from studypack.briefing.render import render
from studypack.summary.summary import Summary
from tests.briefing.conftest import DAY, Printed, pack_of, printed


def test_the_product_is_named_after_the_pack_and_counts_its_pages(
    lantern: Summary, book: Printed
) -> None:
    (product,) = render(pack_of(lantern))
    assert product.name == "lantern-full-briefing.pdf"
    assert product.amount == f"{len(book.pages)} pages"


def test_the_same_pack_gives_the_same_bytes(lantern: Summary, book: Printed) -> None:
    assert printed(lantern).data == book.data


def test_every_page_number_in_the_contents_is_right(lantern: Summary, book: Printed) -> None:
    contents = book.pages[1]
    entries = [
        entry
        for chapter in book_of(pack_of(lantern)).contents
        for entry in (chapter, *chapter.below)
    ]
    assert len(entries) >= 15
    for entry in entries:
        heading = f"{entry.number} {entry.title}" if entry.number else entry.title
        number = re.search(rf"(\d+) {re.escape(heading)}(?: \d|$)", contents)
        assert number, heading
        assert entry.title in book.pages[int(number[1]) - 1]


def test_every_reference_to_a_page_leads_to_what_it_names(book: Printed) -> None:
    (_, number) = _reference(book, "The brig Swift is wrecked, night of 5–6 March 1787")
    assert "Nine sailors drown" in book.pages[number - 1]
    (_, number) = _reference(book, "Disputed What did the oil cost\\?")
    assert "Three with carriage" in book.pages[number - 1]


def _reference(book: Printed, words: str) -> tuple[str, int]:
    found = re.search(rf"{words}.{{0,30}}?→ p\. (\d+)", book.text)
    assert found, words
    return found[0], int(found[1])


def test_every_item_stands_in_the_book_under_its_name(lantern: Summary, book: Printed) -> None:
    for item in lantern.items():
        words = (
            getattr(item, "title", "")
            or getattr(item, "name", "")
            or getattr(item, "quote", "")
            or getattr(item, "prompt", "")
        )
        assert book.where(words), words


@pytest.mark.parametrize("subject", ["lantern", "six"])
def test_it_is_valid_pdf_ua(subject: str, request: pytest.FixtureRequest, book: Printed) -> None:
    data = book.data if subject == "lantern" else printed(request.getfixturevalue(subject)).data
    profile = page_validation.ValidationProfile.PDF_UA_1
    report = page_validation.validate_pdf_bytes(data, profile=profile)
    assert [str(failure) for failure in report.failures] == []
    assert report.is_compliant


def test_title_language_and_date_come_from_the_content(lantern: Summary, book: Printed) -> None:
    with book.open() as pdf:
        assert str(pdf.docinfo["/Title"]) == "The Lantern Quarrel"
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.docinfo["/CreationDate"]) == f"D:{DAY:%Y%m%d}"
    assert "Edition of 7 May 2031" in book.pages[0]
    with printed(lantern, changed=None).open() as pdf:
        assert "/CreationDate" not in pdf.docinfo


def test_chapters_and_decisions_are_bookmarks(book: Printed) -> None:
    with book.open() as pdf, pdf.open_outline() as outline:
        chapters = {str(item.title): item for item in outline.root[0].children}
        assert "Chronology" in chapters
        below = [str(item.title) for item in chapters["The decisions, laid open"].children]
    assert below == ["Birk puts out the light"]


def test_only_the_bundled_fonts_are_embedded(book: Printed) -> None:
    with book.open() as pdf:
        names = {
            str(font.get("/BaseFont", "")).partition("+")[2]
            for page in pdf.pages
            for font in page.Resources.Font.values()
        }
    assert names
    assert all(name.startswith(("Gentium-Book-Plus", "Source-Sans-3")) for name in names), names


def _marked(page: pikepdf.Page) -> list[tuple[str, bool]]:
    """The marks of a page in order, and whether each is to be read."""
    return [
        (str(part.operands[0]), len(part.operands) > 1 and "/MCID" in part.operands[1])
        for part in pikepdf.parse_content_stream(page)
        if str(part.operator) in {"BDC", "BMC"}
    ]


def test_running_heads_and_marginal_dates_are_not_read_aloud(book: Printed) -> None:
    (number,) = book.where("met by candle-light and would not pay")
    with book.open() as pdf:
        marks = _marked(pdf.pages[number - 1])
        spoken = sum(read for _, read in marks)
        drawn_only = [name for name, read in marks if not read]
        owned = pdf.Root.StructTreeRoot.ParentTree.Nums
        owners = list(owned[2 * (number - 1) + 1])  # type: ignore[call-overload]
    assert set(drawn_only) == {"/Artifact"}
    assert len(drawn_only) >= 2  # at least the page number and the date in the margin
    assert spoken == sum(owner is not None for owner in owners)


def test_what_is_one_element_of_the_page_is_one_tag(lantern: Summary, book: Printed) -> None:
    with book.open() as pdf:
        elements = [e for e in pdf.objects if isinstance(e, pikepdf.Dictionary) and "/S" in e]
        kinds = Counter(str(element.S) for element in elements)
        heads = {str(element.A.Scope) for element in elements if element.S == "/TH"}
        languages = {str(element.Lang) for element in elements if "/Lang" in element}
    page = page_of(book_of(pack_of(lantern)))
    assert kinds["/Table"] == page.count("<table")
    assert kinds["/Note"] == kinds["/Reference"] == page.count('<span class="note"') == 3
    assert kinds["/TH"] == len(re.findall(r"<th\b", page))
    assert heads == {"/Column", "/Row"}
    assert languages == set(re.findall(r'<\w+ [^>]*\blang="([^"]+)"', page)) - {"en-GB"}


def test_a_link_says_the_name_of_what_it_leads_to(book: Printed) -> None:
    with book.open() as pdf:
        said = {
            str(note.Contents)
            for page in pdf.pages
            for note in page.get("/Annots", [])
            if note.get("/Subtype") == "/Link"
        }
    assert {"Chronology", "Council of Birk", "Ødger Mőss"} <= said
    assert not any(words.startswith(("book_", "#")) for words in said)


def test_a_picture_lies_where_its_box_says(book: Printed) -> None:
    with book.open() as pdf:
        page = pdf.pages[0]
        boxes = [
            [float(side) for side in element.A.BBox]
            for element in pdf.objects
            if isinstance(element, pikepdf.Dictionary)
            and element.get("/S") == "/Figure"
            and element.Pg.objgen == page.objgen
        ]
        width, height = (float(side) for side in page.MediaBox[2:])
    assert len(boxes) == 2  # a strip for each town
    for left, bottom, right, top in boxes:
        assert 0 < left < right < width
        assert height * 0.1 < bottom < top < height * 0.6
