"""A ledger that a merge or an accident has spoiled: the later stamps stay, nothing is lost."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.flashcards.ledger import updated
from studypack.flashcards.mending import in_conflict, join, latest, salvage
from studypack.ledger import Entry, Ledger, LedgerError, dump, parse
from tests.flashcards.flood import NOW, flood, kept, with_item

NAMES = st.sampled_from([f"date/{letter}" for letter in "abcdefgh"])
ENTRIES = st.dictionaries(
    NAMES,
    st.builds(Entry, st.sampled_from("xyz"), st.integers(1, 9), st.frozensets(st.integers(0, 3))),
)
LEDGERS = st.builds(Ledger, notetypes=ENTRIES, notes=ENTRIES, items=ENTRIES)


def merged_by_git(folder: Path, ours: Ledger, base: Ledger, theirs: Ledger, style: str) -> str:
    """What git writes into the file of a merge."""
    files = []
    for name, ledger in (("ours", ours), ("base", base), ("theirs", theirs)):
        (folder / name).write_text(dump(ledger), "utf-8")
        files.append(str(folder / name))
    command = ["git", "merge-file", "-p", f"--{style}", *files]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert 0 <= done.returncode < 128
    return done.stdout


@pytest.mark.parametrize("style", ["diff3", "zdiff3"])
@given(base=LEDGERS, one=LEDGERS, other=LEDGERS)
def test_every_entry_keeps_its_later_stamp(
    tmp_path: Path, style: str, base: Ledger, one: Ledger, other: Ledger
) -> None:
    """Each branch knows what the base knew, and stamps only rise."""
    ours, theirs = later(base, one), later(base, other)
    text = merged_by_git(tmp_path, ours, base, theirs, style)
    ledger = join(text).ledger if in_conflict(text) else parse(text)
    for section in ("notetypes", "notes", "items"):
        found, ones, others = (getattr(x, section) for x in (ledger, ours, theirs))
        assert set(found) == {*ones, *others}
        for name, entry in found.items():
            both = [entries[name] for entries in (ones, others) if name in entries]
            assert entry.stamp == max(e.stamp for e in both)
            assert entry.cards >= frozenset().union(*(e.cards for e in both if e.stamp))
            hashes = {e.hash for e in both if e.stamp == entry.stamp}
            assert entry.hash == (hashes.pop() if len(hashes) == 1 else "")


def later(base: Ledger, changes: Ledger) -> Ledger:
    """The base with changes, none with a smaller stamp or fewer cards."""
    sections = {}
    for section in ("notetypes", "notes", "items"):
        old, new = getattr(base, section), getattr(changes, section)
        sections[section] = {**old} | {
            name: Entry(
                e.hash,
                e.stamp + (old[name].stamp if name in old else 0),
                e.cards | (old[name].cards if name in old else frozenset()),
            )
            for name, e in new.items()
        }
    return Ledger(**sections)


def test_two_branches_correct_different_and_the_same_notes(tmp_path: Path) -> None:
    base = kept(flood())
    ours = kept(with_item(flood(), "comet", date="1783-09~"), base, NOW + 60)
    theirs = kept(with_item(flood(), "comet", date="1783-10~"), base, NOW + 90)
    text = merged_by_git(tmp_path, ours, base, theirs, "diff3")
    assert in_conflict(text)
    with pytest.raises(LedgerError, match="a merge left its marks"):
        parse(text)
    joined = join(text)
    assert "notes date/comet" in joined.differing
    assert joined.ledger.notes["date/comet"] == theirs.notes["date/comet"]
    # whatever the authors make of it, the next build stamps it later than both
    both = with_item(flood(), "comet", date="1783-11~")
    assert updated(joined.ledger, both, NOW).notes["date/comet"].stamp == NOW + 91


def test_a_side_that_is_no_ledger_is_refused() -> None:
    with pytest.raises(LedgerError):
        join("<<<<<<< ours\n{}\n=======\n" + dump(kept(flood())) + ">>>>>>> theirs\n")


class TestSalvage:
    def test_a_whole_ledger_is_read_as_it_is(self) -> None:
        ledger = kept(flood())
        assert salvage(dump(ledger)) == ledger

    def test_what_a_torn_file_still_says(self) -> None:
        ledger = kept(flood())
        text = dump(ledger)
        torn = text[: text.index('"effect/rain') + 20] + "\n\x00garbage"
        with pytest.raises(LedgerError):
            parse(torn)
        found = salvage(torn)
        assert found.notetypes == ledger.notetypes
        assert {"date/rain", "decision/suit"} <= set(found.notes)
        assert "person/brandt" not in found.notes
        assert all(ledger.notes[name] == entry for name, entry in found.notes.items())

    @given(st.text())
    def test_nothing_is_read_out_of_anything(self, text: str) -> None:
        assert latest(salvage(text)) == 0
