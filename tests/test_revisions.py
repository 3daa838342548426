"""Decks as others hand them over: whole, torn, or made by another program."""

from __future__ import annotations

import io
import random
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from studypack.flashcards.ledger import updated
from studypack.flashcards.render import render
from studypack.ledger import Ledger
from studypack.reading import read_summary
from studypack.revisions import NoEditionError, edition
from studypack.select import full_course, select
from tests.conftest import PACKS


@pytest.fixture(scope="module")
def whole() -> bytes:
    summary = read_summary(PACKS / "lantern").summary
    assert summary is not None
    (deck,) = render(select(summary, full_course("lantern")), updated(Ledger(), summary, now=1))
    return deck.data


def with_collection(collection: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("collection.anki2", collection)
    return out.getvalue()


def changed(whole: bytes, statement: str) -> bytes:
    """The deck after a statement of SQL."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        data = archive.read("collection.anki2")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        connection.execute(statement)
        connection.commit()
        return with_collection(connection.serialize())


def test_a_whole_deck_names_its_notes(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    path.write_bytes(changed(whole, "update notes set usn = -1"))
    assert "date/wreck" in edition(str(path), None)


@pytest.mark.parametrize(
    "statement",
    [
        "delete from col",
        "update col set models = '[]'",
        "update col set models = '3'",
        """update col set models = '{"1": {}}'""",
        """update col set models = '{"x": {"flds": []}}'""",
        """update col set models = '{}'""",
        "update notes set flds = 'one'",
        "update notes set flds = x'ff'",
        "update notes set mid = 'x'",
        "drop table notes",
    ],
)
def test_a_deck_of_another_make_is_refused_in_a_sentence(
    whole: bytes, tmp_path: Path, statement: str
) -> None:
    path = tmp_path / "deck.apkg"
    path.write_bytes(changed(whole, statement))
    with pytest.raises(NoEditionError, match="studypack"):
        edition(str(path), None)


@pytest.mark.parametrize("collection", [b"", b"SQLite format 3\0", b"x" * 5000])
def test_a_collection_that_is_none(tmp_path: Path, collection: bytes) -> None:
    path = tmp_path / "deck.apkg"
    path.write_bytes(with_collection(collection))
    with pytest.raises(NoEditionError, match="no deck that studypack made"):
        edition(str(path), None)


def test_a_torn_deck_is_read_or_refused_and_nothing_else(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.apkg"
    dice = random.Random(1848)
    refused = 0
    for _ in range(150):
        data = bytearray(whole)
        for _ in range(3):
            data[-dice.randrange(1, 300)] = dice.randrange(256)
        data[dice.randrange(len(data))] ^= 0xFF
        path.write_bytes(data)
        try:
            edition(str(path), None)
        except NoEditionError:
            refused += 1
    assert refused > 50
