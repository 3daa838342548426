"""What is read as one thing stands on one page, as far as a rule of the sheets can see to it."""

from __future__ import annotations

from studypack import typesetting
from studypack.briefing.book import book_of
from studypack.briefing.matter import page_of
from studypack.summary.course import Type
from studypack.summary.items import Figure, Reading
from studypack.summary.summary import Summary
from tests.briefing.conftest import altered, pack_of
from tests.briefing.test_layout import SENTENCE
from tests.briefing.test_together import lines_of, pages_of


def test_what_is_counted_stays_on_the_page_of_what_happened(lantern: Summary) -> None:
    """The second row of an event does not name it again, and would open the next page nameless."""
    reading = Reading(words="nobody knows how many", whose="Oakes")
    events = tuple(
        lantern.events[0].model_copy(
            update={
                "id": f"event-{n}",
                "figures": tuple(
                    Figure(id=f"f-{n}-{k}", what="Casks", unit="casks", readings=(reading,))
                    for k in range(3)
                ),
            }
        )
        for n in range(25)
    )
    found = lines_of(altered(lantern, events=events, decisions=()))
    rows = pages_of([line for line in found if line.inside("figures") is not None], "tr")
    told: list[set[int]] = []
    for row, pages in rows.items():
        if row.get("class") == "first":
            told.append(set())
        if row.find("td") is not None:
            told[-1] |= pages
    assert len(told) == 25
    assert len(set().union(*told)) > 2
    assert all(len(pages) == 1 for pages in told)


def test_in_large_type_what_a_historian_says_in_a_dispute_is_not_divided(lantern: Summary) -> None:
    dispute = lantern.disputes[0]
    disputes = tuple(
        dispute.model_copy(
            update={
                "id": f"dispute-{n}",
                "readings": tuple(
                    reading.model_copy(update={"says": SENTENCE * (2 + n % 5)})
                    for reading in dispute.readings
                ),
            }
        )
        for n in range(15)
    )
    found = lines_of(altered(lantern, disputes=disputes), type=Type.LARGE)
    rows = pages_of([line for line in found if line.inside("disputes") is not None], "row")
    assert len(set().union(*rows.values())) > 3
    assert all(len(pages) == 1 for pages in rows.values())


def test_a_note_stands_on_the_page_of_its_number(lantern: Summary) -> None:
    """But for one in a hundred: WeasyPrint moves no number from the first lines of a paragraph."""
    (section,) = lantern.sections
    paragraphs = (
        "".join(f"{SENTENCE}[@oakes1901, p. {n + k}] " for k in range(5)) for n in range(40)
    )
    sections = (section.model_copy(update={"text": "\n\n".join(paragraphs)}),)
    book = book_of(pack_of(altered(lantern, sections=sections)))
    document = typesetting.lay_out(page_of(book), "many.pdf")
    pages: dict[str, dict[object, int]] = {"footnote-call": {}, "footnote-marker": {}}
    for number, sheet in enumerate(document.pages, start=1):
        for box in sheet._page_box.descendants(placeholders=True):
            _, _, pseudo = (box.element_tag or "").partition("::")
            if pseudo in pages:
                pages[pseudo].setdefault(box.element, number)
    calls, notes = pages.values()
    elsewhere = [call for call, page in calls.items() if notes[call] != page]
    assert len(calls) > 150
    assert len(elsewhere) <= len(calls) / 100
