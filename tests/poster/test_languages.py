"""The poster's own words in the language of the course; what it tells stays in its own."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields

import page as validation
import pikepdf
import pypdfium2
import pytest

from studypack.poster.render import render
from studypack.poster.words import LANGUAGES
from studypack.product import Blank, Wishes
from studypack.select import full_course, select
from studypack.summary.course import Labels
from studypack.summary.summary import Summary
from tests.test_words import phrases

FILES = ("poster.pdf", "poster-tiled-a4.pdf", "poster-blank-decisions.pdf",
         "poster-blank-decisions-key.pdf")  # fmt: skip


@dataclass(frozen=True)
class Printed:
    """The files of a poster by the ends of their names."""

    files: dict[str, bytes]

    def text(self, name: str) -> str:
        document = pypdfium2.PdfDocument(self.files[name])
        return " ".join(
            " ".join(page.get_textpage().get_text_bounded().split()) for page in document
        )

    def spoken(self) -> str:
        """What a screen reader says in the place of drawings and titles, and the bookmarks."""
        with pikepdf.open(io.BytesIO(self.files["poster.pdf"])) as pdf:
            said = " ".join(
                str(thing[key])
                for thing in pdf.objects
                if isinstance(thing, pikepdf.Dictionary)
                for key in ("/Alt", "/Title")
                if key in thing
            )
        return " ".join(said.split())


def printed(summary: Summary, language: Labels | None) -> Printed:
    course = full_course(summary.id).model_copy(update={"language": language})
    products = render(select(summary, course), Wishes(blank=Blank.DECISIONS))
    return Printed({product.name.partition("full-")[2]: product.data for product in products})


@pytest.fixture(scope="module")
def hungarian(lantern: Summary) -> Printed:
    """English content, Hungarian labels."""
    return printed(lantern, Labels.HUNGARIAN)


@pytest.fixture(scope="module")
def polish(lantern: Summary) -> Printed:
    """A summary that says it is written in Polish."""
    header = lantern.header.model_copy(update={"language": "pl"})
    kept = {name: getattr(lantern, name) for name in Summary.model_fields}
    return printed(Summary.model_construct(**{**kept, "header": header}), None)


def said(language: Labels) -> Iterator[str]:
    """The longer pieces of all that the poster says by itself in a language."""
    for field in fields(LANGUAGES[language]):
        for phrase in phrases(getattr(LANGUAGES[language], field.name)):
            pieces = re.split(r"\{\w*\}", " ".join(phrase.split()))
            yield from (piece.strip(" .,:;") for piece in pieces if " " in piece.strip(" .,:;"))


@pytest.mark.parametrize("name", FILES)
def test_no_english_label_is_left_on_a_polish_poster(polish: Printed, name: str) -> None:
    text = polish.text(name)
    assert [piece for piece in said(Labels.BRITISH) if piece in text] == []
    assert any(piece in text for piece in said(Labels.POLISH))


def test_what_is_read_aloud_is_polish_too(polish: Printed) -> None:
    spoken = polish.spoken()
    assert "Kalendarium: czas biegnie z góry na dół" in spoken
    assert [piece for piece in said(Labels.BRITISH) if piece in spoken] == []


def test_dates_and_labels_are_hungarian_and_content_is_not(hungarian: Printed) -> None:
    text = hungarian.text("poster.pdf")
    for words in ("Hogyan olvassuk?", "egy sor = egy nap", "1787. március 1–12.", "este",
                  "DÖNTÉS", "ápr. körül", "vagy", "nine sailors drowned"):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize("name", FILES)
def test_labels_of_another_language_say_so(hungarian: Printed, polish: Printed, name: str) -> None:
    for files, root, labels in ((hungarian, "en-GB", {"hu"}), (polish, "pl", set())):
        with pikepdf.open(io.BytesIO(files.files[name])) as pdf:
            assert str(pdf.Root.Lang) == root
            elements = [
                thing
                for thing in pdf.objects
                if isinstance(thing, pikepdf.Dictionary) and "/S" in thing and "/Lang" in thing
            ]
            assert {str(element.Lang) for element in elements} - {root} == labels


@pytest.mark.parametrize("name", FILES)
def test_they_are_valid_pdf_ua(hungarian: Printed, name: str) -> None:
    profile = validation.ValidationProfile.PDF_UA_1
    report = validation.validate_pdf_bytes(hungarian.files[name], profile=profile)
    assert [str(failure) for failure in report.failures] == []
