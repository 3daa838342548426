"""The same notes and stamps give the same bytes, on every machine and every day."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from studypack.flashcards.media import gathered
from studypack.flashcards.notes import notes_of
from studypack.flashcards.notetypes import NOTETYPES
from studypack.flashcards.package import Deck
from studypack.flashcards.render import render, render_cards
from studypack.ledger import Ledger
from studypack.product import CannotRenderError
from studypack.select import Pack
from tests.flashcards.flood import NOW, deck, flood, kept, pack_of, with_item


@contextmanager
def opened(data: bytes) -> Iterator[sqlite3.Connection]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        collection = archive.read("collection.anki2")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(collection)
        yield connection


def test_the_product_is_named_after_the_pack_and_says_what_it_holds() -> None:
    (product,) = render(pack_of(flood()), kept(flood()))
    assert product.name == "flood-full-deck.apkg"
    assert product.amount == "17 notes, 27 cards"


def test_another_process_with_another_hash_seed_and_time_zone_makes_the_same_bytes() -> None:
    code = (
        "import sys; from tests.flashcards.flood import deck, flood;"
        "sys.stdout.buffer.write(deck(flood()))"
    )
    for seed, zone in (("1", "Pacific/Kiritimati"), ("77", "America/Adak")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone}
        made = subprocess.run(
            [sys.executable, "-W", "error", "-c", code],
            env=environment,
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
        )
        assert made.stdout == deck(flood())


def test_the_archive_is_stored_and_has_no_date() -> None:
    with zipfile.ZipFile(io.BytesIO(deck(flood()))) as archive:
        names = json.loads(archive.read("media"))
        assert archive.namelist() == ["collection.anki2", "media", *names]
        assert list(names) == [str(number) for number in range(len(names))]
        media = gathered(notes_of(flood()))
        assert [archive.read(number) for number in names] == [media[n].data for n in names.values()]
        for member in archive.infolist():
            assert member.compress_type == zipfile.ZIP_STORED
            assert member.date_time == (1980, 1, 1, 0, 0, 0)
        header = archive.read("collection.anki2")[:100]
    assert header[24:28] == header[92:96] == b"\0\0\0\1"
    assert int.from_bytes(header[96:100]) == 3_040_001


def test_the_database_is_whole_and_carries_neither_indexes_nor_free_pages() -> None:
    with opened(deck(flood())) as db:
        assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert db.execute("select name from sqlite_master where type = 'index'").fetchall() == []
        assert db.execute("pragma freelist_count").fetchone() == (0,)


def test_stamps_are_those_of_the_ledger() -> None:
    ledger = kept(with_item(flood(), "comet", date="1783-09~"), kept(flood()), NOW + 60)
    with opened(deck(with_item(flood(), "comet", date="1783-09~"), ledger)) as db:
        stamps = dict(db.execute("select flds, mod from notes"))
        models = json.loads(db.execute("select models from col").fetchone()[0])
    assert {mod for fields, mod in stamps.items() if "A comet" in fields} == {NOW + 60}
    assert {mod for fields, mod in stamps.items() if "A comet" not in fields} == {NOW}
    assert {m["mod"] for m in models.values()} == {NOW}
    assert set(models) == {str(n.id("en")) for n in NOTETYPES.values()}


def test_a_ledger_behind_the_summary_makes_no_deck() -> None:
    corrected = with_item(flood(), "comet", date="1783-09~")
    with pytest.raises(CannotRenderError, match=r"SP501.*not up to date with date/comet"):
        render(pack_of(corrected), kept(flood()))


def test_new_cards_stand_in_chronological_order() -> None:
    with opened(deck(flood())) as db:
        rows = db.execute("select flds, due from notes join cards on nid = notes.id order by due")
        order = list(dict.fromkeys(fields.split("\x1f")[0] for fields, _ in rows))
    assert [t for t in order if t in {"The river rises", "The last market", "The verdict"}] == [
        "The river rises",
        "The last market",
        "The verdict",
    ]


def test_a_course_changes_neither_note_nor_place_nor_deck_name() -> None:
    query = (
        "select guid, flds, tags, notes.mod, due, notes.id from notes join cards on nid = notes.id"
    )
    with opened(deck(flood())) as db:
        everything = set(db.execute(query))
    with opened(deck(flood(), importance=1)) as db:
        part = set(db.execute(query))
        decks = json.loads(db.execute("select decks from col").fetchone()[0])
    assert part < everything
    assert {d["name"] for d in decks.values()} == {"Default", "The flood"}


def test_ids_lie_in_the_past_and_none_stands_twice() -> None:
    with opened(deck(flood())) as db:
        notes = [row[0] for row in db.execute("select id from notes")]
        cards = [row[0] for row in db.execute("select id from cards")]
    assert len({*notes, *cards}) == len(notes) + len(cards)
    assert all(1_388_534_400_000 <= i < 1_700_000_000_000 for i in notes + cards)


def test_another_language_is_another_deck() -> None:
    polish = flood(language="pl")
    with opened(deck(polish)) as db:
        decks = json.loads(db.execute("select decks from col").fetchone()[0])
        models = json.loads(db.execute("select models from col").fetchone()[0])
    assert "The flood (pl)" in {d["name"] for d in decks.values()}
    assert "Person (studypack, pl)" in {m["name"] for m in models.values()}
    ids = {Deck("x", "tests/flood", language, "").id for language in ("en-GB", "en-US", "pl")}
    assert len(ids) == 2


def test_the_description_tells_edition_counts_and_how_to_update() -> None:
    with opened(deck(flood())) as db:
        decks = json.loads(db.execute("select decks from col").fetchone()[0])
    (told,) = (d["desc"] for d in decks.values() if d["name"] == "The flood")
    for words in (
        "<b>The flood of 1783</b>",
        "quarrel about a <em>dam</em>",
        "Edition of 21 September 2026",
        "17 notes with 27 cards",
        "import the new file",
        "tests&#58;&#58;flood&#58;&#58;topic&#58;&#58;water",
        "CC BY-SA 4.0",
    ):
        assert words in told


@pytest.mark.parametrize("output", [render, render_cards])
def test_without_cards_there_is_no_deck(output: Callable[[Pack, Ledger], object]) -> None:
    empty = flood(events=[], decisions=[], people=[], terms=[], disputes=[], quotations=[])
    with pytest.raises(CannotRenderError) as error:
        output(pack_of(empty), kept(empty))
    assert [diagnostic.code for diagnostic in error.value.diagnostics] == ["SP503"]


def test_nothing_is_left_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    deck(flood())
    assert list(tmp_path.iterdir()) == []
