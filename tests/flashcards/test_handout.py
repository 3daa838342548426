"""The same notes as text and on paper."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdfium2
import pytest
from anki.collection import ImportCsvRequest

from studypack.flashcards.notes import notes_of
from studypack.flashcards.plain import plain_cards
from studypack.flashcards.render import render_cards
from studypack.product import Product
from studypack.summary.course import Labels, Paper
from studypack.summary.summary import Summary
from tests.flashcards.engine import Student
from tests.flashcards.flood import deck, flood, kept, pack_of, pair, with_item


def products(summary: Summary, paper: Paper = Paper.A4) -> dict[str, Product]:
    pack = pack_of(summary)
    pack = replace(pack, course=pack.course.model_copy(update={"paper": paper}))
    return {p.name.partition("full-")[2]: p for p in render_cards(pack, kept(summary))}


def cards(summary: Summary) -> set[tuple[str, str, str]]:
    return {(c.ask, c.question, c.answer) for c in plain_cards(notes_of(summary), "en")}


def test_a_card_in_plain_words_asks_what_the_one_in_anki_asks() -> None:
    told = cards(flood(pairs=[pair()]))
    assert {
        ("When?", "The river rises", "2 March 1783"),
        ("What happened on this day?", "2 March 1783", "The river rises"),
        ("Who decided this?", "June 1783 To sue for 900 crowns.", "Jörg Brandt"),
        ("Which came first?", "The bridge falls or The dam is opened", "The dam is opened"),
        ("Who is meant?", "Lower: Miller of the lower town who sued the upper",
         "Jörg Brandt (YURK BRAHNT)"),
    } <= told  # fmt: skip
    assert len(told) == 28


def test_what_is_not_meant_is_said() -> None:
    twin = with_item(flood(), "ilse", who="Miller of the lower town who sued the upper")
    assert ("Who is meant?", "Upper: Miller of the lower town who sued the upper"
            " (other than: Jörg Brandt)", "Ilse Korn") in cards(twin)  # fmt: skip


def test_withdrawn_cards_are_left_out() -> None:
    gone = with_item(flood(), "comet", retired="it was a lantern")
    assert not any("comet" in question for _, question, _ in cards(gone))


def test_anki_finds_every_note_of_the_table_again(anki: Student) -> None:
    summary = flood(pairs=[pair()])
    anki.imports(deck(summary))
    before = [(row[0], row[1], set(row[3].split()), row[4]) for row in anki.all_notes()]
    path = anki.folder / "notes.tsv"
    path.write_bytes(products(summary)["notes.tsv"].data)
    metadata = anki.col.get_csv_metadata(str(path), None)
    assert metadata.guid_column == 1
    anki.col.import_csv(ImportCsvRequest(path=str(path), metadata=metadata))
    after = [(row[0], row[1], set(row[3].split()), row[4]) for row in anki.all_notes()]
    assert after == before


def test_two_columns_are_two_columns() -> None:
    hostile = with_item(flood(), "comet", title='A\t"comet"\nat noon')
    lines = products(hostile)["cards.tsv"].data.decode("utf-8").splitlines()
    assert len(lines) == 27
    assert all(line.count("\t") == 1 for line in lines)
    assert 'A "comet" at noon – When?\tc. August 1783' in lines


@pytest.mark.parametrize(
    ("paper", "size", "rows"), [(Paper.A4, (595, 842), 8), (Paper.LETTER, (612, 792), 7)]
)
def test_answers_stand_across_the_fold_from_their_questions(
    paper: Paper, size: tuple[int, int], rows: int
) -> None:
    summary = flood()
    with pypdfium2.PdfDocument(io.BytesIO(products(summary, paper)["cards.pdf"].data)) as document:
        assert len(document) == -(-27 // rows)
        wanted = list(plain_cards(notes_of(summary), "en"))
        for number, page in enumerate(document):
            assert tuple(round(side) for side in page.get_size()) == size
            text = page.get_textpage()
            width, height = page.get_size()
            for row, card in enumerate(wanted[number * rows : (number + 1) * rows]):
                bottom = height - (8.8 + 37.4 * (row + 1)) * 72 / 25.4
                top = bottom + 37.4 * 72 / 25.4
                if paper is Paper.A4:
                    bottom = height - (8.5 + 35 * (row + 1)) * 72 / 25.4
                    top = bottom + 35 * 72 / 25.4
                left = _words(text.get_text_bounded(0, bottom, width / 2, top))
                right = _words(text.get_text_bounded(width / 2, bottom, width, top))
                assert _words(card.question) in left
                assert _words(card.answer) in right


def _words(text: str) -> str:
    return "".join(text.replace("\ufffe", "").split())


def test_how_to_fold_is_said_in_the_language_of_labels_and_cards_stay_as_they_are() -> None:
    summary = flood()
    pack = pack_of(summary)
    polish = replace(pack, course=pack.course.model_copy(update={"language": Labels.POLISH}))
    found = {}
    for each in (pack, polish):
        printed = {p.name.partition("full-")[2]: p for p in render_cards(each, kept(summary))}
        with pypdfium2.PdfDocument(io.BytesIO(printed["cards.pdf"].data)) as document:
            found[each.labels] = document[0].get_textpage().get_text_bounded()
        assert printed["cards.tsv"].data == products(summary)["cards.tsv"].data
    assert "Fold along the middle" in found[Labels.BRITISH]
    assert "Złóż wzdłuż środka" in found[Labels.POLISH]
    assert "Fold along" not in found[Labels.POLISH]
    for text in found.values():
        assert "The river rises" in text
        assert "When?" in text
