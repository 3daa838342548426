"""One element of the page is one element of the tree, and has what a screen reader needs."""

from __future__ import annotations

import page as page_validation
import pikepdf
import pypdfium2
import pytest

from studypack import tags, typesetting
from tests.tags.conftest import Tagged, below, kids, tagged


def text_of(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_bounded() for page in document]


def validate(data: bytes) -> list[str]:
    profile = page_validation.ValidationProfile.PDF_UA_1
    return [str(f) for f in page_validation.validate_pdf_bytes(data, profile=profile).failures]


def test_it_is_valid_pdf_ua(broken: Tagged) -> None:
    assert len(broken.document.pages) >= 10
    assert validate(broken.data) == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("table", "/Table"),
        ("thead", "/THead"),
        ("tr", "/TR"),
        ("th", "/TH"),
        ("td", "/TD"),
        ("ul", "/L"),
        ("li", "/LI"),
        ("section", "/Sect"),
        ("p", "/P"),
        ("h2", "/H2"),
        ("span[@class='note']", "/Note"),
        ("span[@class='note']", "/Reference"),
    ],
)
def test_an_element_is_one_however_many_sheets_it_covers(
    broken: Tagged, path: str, kind: str
) -> None:
    assert broken.kinds[kind] == len(broken.html(path)) > 0


def test_the_text_of_the_sheets_is_as_without_mending(
    broken: Tagged, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tags, "mend", lambda *_: None)
    assert text_of(typesetting.to_pdf(broken.document, "a page")) == text_of(broken.data)


def test_every_heading_cell_says_what_it_heads(broken: Tagged) -> None:
    scopes = [str(e.A.Scope) for e in broken.elements if e.S == "/TH"]
    assert scopes == ["/Column"] * 3 + ["/Row"] * 30


def test_every_cell_names_headings_that_are_there(broken: Tagged) -> None:
    headings = {str(e.ID): e for e in broken.elements if e.S == "/TH"}
    cells = [e for e in broken.elements if e.S == "/TD"]
    columns = [str(e.ID) for e in headings.values() if e.A.Scope == "/Column"]
    for place, cell in enumerate(cells):
        row, column = (str(header) for header in cell.A.Headers)
        assert headings[row].A.Scope == "/Row"
        assert column == columns[1 + place % 2]


def test_what_has_an_identifier_is_found_by_it(broken: Tagged) -> None:
    names = list(broken.pdf.Root.StructTreeRoot.IDTree.Names)
    pairs = zip(names[::2], names[1::2], strict=True)
    found = {str(name): str(element.ID) for name, element in pairs}
    assert all(name == identifier for name, identifier in found.items())
    assert list(found) == sorted(found)
    assert len(found) == broken.kinds["/TH"] + broken.kinds["/Note"]


def test_words_in_another_language_say_so_once(broken: Tagged) -> None:
    said = [str(e.Lang) for e in broken.elements if "/Lang" in e]
    assert said == ["pl"] * len(broken.html("span[@lang]"))


def test_a_note_has_its_number_and_stands_behind_its_paragraph(broken: Tagged) -> None:
    (story,) = [e for e in broken.elements if e.S == "/Sect"][:1]
    assert [str(kid.S) for kid in kids(story)] == ["/H2", *["/P", "/Note"] * 13]
    for note in kids(story)[2::2]:
        assert [str(e.S) for e in below(note)][:3] == ["/Note", "/Lbl", "/Link"]


def test_a_call_leads_to_its_note_and_its_number_back(broken: Tagged) -> None:
    def leads(found: list[pikepdf.Object]) -> list[tuple[str, str]]:
        links = [kids(kids(element)[0])[0].Obj for element in found]
        return [(str(link.Dest), str(link.Contents)) for link in links]

    there = leads([e for e in broken.elements if e.S == "/Reference"])
    back = leads([kids(e)[0] for e in broken.elements if e.S == "/Note"])
    assert there[0] == ("footnote_1", "A note 1, about a page.")
    assert [to for to, _ in there] == [f"footnote_{n}" for n in range(1, 14)]
    assert back[0] == ("footnote_call_1", "↑ 1")
    assert [to for to, _ in back] == [f"footnote_call_{n}" for n in range(1, 14)]
    numbers = {name: number for number, s in enumerate(broken.document.pages) for name in s.anchors}
    assert all(numbers[f"footnote_{n}"] >= numbers[f"footnote_call_{n}"] for n in range(1, 14))


def test_a_link_on_two_lines_is_one_and_no_link_stands_in_another(broken: Tagged) -> None:
    links = [e for e in broken.elements if e.S == "/Link"]
    assert len(links) == len(broken.html("a[@href]")) + 2 * 13
    assert all(e.S != "/Link" for link in links for e in list(below(link))[1:])


def test_marks_and_annotations_know_their_element(broken: Tagged) -> None:
    """The parent tree leads from each to the element that has it as a kid."""
    flat = list(broken.pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, flat[::2]), flat[1::2], strict=True))
    for page in broken.pdf.pages:
        for number, owner in enumerate(owners[int(page.StructParents)]):
            if owner is not None:
                assert (page.obj.objgen, number) in _marks(owner)
        for link in page.get("/Annots", []):
            owner = owners[int(link.StructParent)]
            assert link.objgen in [k.Obj.objgen for k in kids(owner) if _type(k) == "/OBJR"]


def _type(kid: object) -> str:
    return str(kid.get("/Type", "")) if isinstance(kid, pikepdf.Dictionary) else ""


def _marks(element: pikepdf.Object) -> list[tuple[tuple[int, int], int]]:
    """The marks of an element: page and number."""
    own = [(element.Pg.objgen, kid) for kid in kids(element) if isinstance(kid, int)]
    others = [(k.Pg.objgen, int(k.MCID)) for k in kids(element) if _type(k) == "/MCR"]
    return own + others


def test_running_heads_repeated_heads_and_marginal_links_are_artifacts(broken: Tagged) -> None:
    for page in broken.pdf.pages:
        marks = [i for i in pikepdf.parse_content_stream(page) if str(i.operator) == "BDC"]
        silent = [m for m in marks if "/MCID" not in m.operands[1]]
        assert silent
        assert {str(mark.operands[0]) for mark in silent} == {"/Artifact"}


def test_a_note_in_a_list_or_a_cell_stays_there() -> None:
    note = '<span class="note">Said so.</span>'
    body = f"<h1>Head</h1><ul><li>Item{note}</li></ul><table><tr><td>Cell{note}</td></tr></table>"
    found = tagged(body)
    assert [
        str(e.S)
        for e in found.elements
        for kid in kids(e)
        if _type(kid) and kid.get("/S") == "/Note"
    ] == ["/LBody", "/TD"]
    assert validate(found.data) == []


def test_a_note_called_from_a_word_in_another_language_stands_behind_the_paragraph() -> None:
    body = (
        '<h1>Head</h1><p>One <em lang="hu">szó<span class="note">A word.</span></em>.</p><p>x</p>'
    )
    found = tagged(body)
    assert [str(kid.S) for kid in kids(found.tree)] == ["/H1", "/P", "/Note", "/P"]


def test_the_same_page_gives_the_same_bytes(broken: Tagged) -> None:
    assert tagged().data == broken.data
