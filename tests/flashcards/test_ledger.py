"""Stamps rise when, and only when, content changes; the ledger remembers them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.checks.ledger import lasting
from studypack.flashcards import faces
from studypack.flashcards.ledger import stale, updated
from studypack.flashcards.notes import notes_of
from studypack.ledger import (
    Changes,
    Entry,
    Ledger,
    LedgerError,
    changes,
    dump,
    parse,
)
from studypack.summary.items import Section
from studypack.summary.summary import HEADER, SOURCES
from tests.flashcards.flood import ITEMS, NOW, RAIN, flood, kept, with_item

LATER = NOW + 1000
EVENTS = ITEMS["events"]


def moved(before: Ledger, after: Ledger) -> set[str]:
    """What has another stamp than before."""
    return {
        f"{section} {name}"
        for section in ("notetypes", "notes", "items")
        for name, entry in getattr(after, section).items()
        if getattr(before, section).get(name) is None
        or getattr(before, section)[name].stamp != entry.stamp
    }


class TestStamps:
    def test_a_first_build_stamps_everything_now(self) -> None:
        ledger = kept(flood())
        assert {e.stamp for e in ledger.notes.values()} == {NOW}
        assert set(ledger.notes) == {n.name for n in notes_of(flood())}
        assert set(ledger.notetypes) == {
            f"{key}/en" for key in ("event-date", "person", "decision", "term", "cloze", "question")
        }
        assert {"rain", "suit", "brandt", "quote-gauge", HEADER, SOURCES} <= set(ledger.items)

    def test_what_is_unchanged_keeps_its_stamp(self) -> None:
        ledger = kept(flood())
        assert kept(flood(), ledger, LATER) == ledger

    def test_a_correction_moves_what_prints_it_and_nothing_else(self) -> None:
        before = kept(flood())
        after = kept(with_item(flood(), "comet", date="1783-09~"), before, LATER)
        assert moved(before, after) == {"notes date/comet", "items comet"}
        assert after.notes["date/comet"].stamp == LATER

    def test_a_changed_tag_is_a_change(self) -> None:
        before = kept(flood())
        after = kept(with_item(flood(), "comet", importance=3), before, LATER)
        assert "notes date/comet" in moved(before, after)

    def test_a_neighbour_moves_too_where_its_card_shows_it(self) -> None:
        before = kept(flood())
        after = kept(with_item(flood(), "rain", title="Rain"), before, LATER)
        assert "notes sequence/dam-opened" in moved(before, after)

    @pytest.mark.parametrize("now", [NOW, NOW - 5000, 0])
    def test_stamps_rise_even_where_the_clock_does_not(self, now: int) -> None:
        before = kept(flood())
        after = kept(with_item(flood(), "comet", date="1783-09~"), before, now)
        assert after.notes["date/comet"].stamp == NOW + 1

    def test_a_correction_taken_back_is_a_correction(self) -> None:
        first = kept(flood())
        second = kept(with_item(flood(), "comet", date="1783-09~"), first, LATER)
        third = kept(flood(), second, LATER)
        assert third.notes["date/comet"].hash == first.notes["date/comet"].hash
        assert third.notes["date/comet"].stamp == LATER + 1

    def test_restyling_moves_notetypes_and_no_note(self, monkeypatch: pytest.MonkeyPatch) -> None:
        before = kept(flood())
        monkeypatch.setattr(faces, "style", lambda: ".card { color: green }")
        after = kept(flood(), before, LATER)
        assert {entry.split()[0] for entry in moved(before, after)} == {"notetypes"}
        assert len(moved(before, after)) == 6

    def test_sections_are_stamped_as_items(self) -> None:
        section = Section(id="water", title="Water", part="p", text="It rose.")
        with_section = flood().model_copy(update={"sections": (section,)})
        assert updated(Ledger(), with_section, NOW).items["water"].stamp == NOW

    def test_what_vanished_is_remembered_and_named(self) -> None:
        before = kept(flood())
        without = flood(events=[RAIN.model_copy(update={"led_to": ()})])
        after = kept(without, before, LATER)
        assert after.notes["date/comet"] == before.notes["date/comet"]
        assert "date/comet" not in lasting(without, after.notes)
        assert set(before.notes) <= set(lasting(flood(), before.notes))

    def test_a_card_once_given_is_given_for_ever(self) -> None:
        before = kept(flood())
        assert before.given["date/rain"] == {0, 1}
        vague = with_item(flood(), "rain", date="1783-03")
        after = kept(vague, before, LATER)
        assert after.given["date/rain"] == {0, 1}
        assert stale(after, notes_of(vague, after.given), "en-GB") == []

    def test_the_latest_stamp_of_what_is_in_a_pack(self) -> None:
        ledger = kept(with_item(flood(), "comet", importance=1), kept(flood()), LATER)
        assert ledger.latest(["rain", "comet"]) == LATER
        assert ledger.latest(["rain", "never-heard-of"]) == NOW
        assert ledger.latest([]) is None


class TestChanges:
    def test_new_and_corrected_are_told_apart(self) -> None:
        before = kept(flood())
        assert changes(before, before, NOW) == Changes()
        assert not changes(before, before, NOW)
        after = kept(with_item(flood(), "comet", date="1783-09~"), before, LATER)
        assert changes(before, after, LATER).corrected == ("notes date/comet", "items comet")
        assert "notes date/rain" in changes(Ledger(), before, NOW).new

    def test_stamps_more_than_a_day_ahead_are_told(self) -> None:
        ledger = kept(flood())
        assert changes(ledger, ledger, NOW - 24 * 3600).ahead == ()
        assert "notes date/rain" in changes(ledger, ledger, NOW - 24 * 3600 - 1).ahead

    def test_a_ledger_behind_its_summary_is_told_by_name(self) -> None:
        corrected = with_item(flood(), "comet", date="1783-09~")
        assert stale(kept(flood()), notes_of(corrected), "en-GB") == ["date/comet"]
        assert "term/pl" in stale(kept(flood()), [], "pl")


class TestFile:
    def test_a_line_for_each_entry_sorted_whatever_the_order(self) -> None:
        ledger = kept(flood())
        lines = dump(ledger).splitlines()
        assert lines[:3] == ["{", '"format": 1,', '"notetypes": {']
        notes = lines[lines.index('"notes": {') + 1 :]
        notes = notes[: notes.index("},")]
        assert notes[-1] == '"~": "end"'
        assert notes[:-1] == sorted(notes[:-1])
        assert len(notes) == len(ledger.notes) + 1
        turned = Ledger(
            **{
                s: dict(reversed(getattr(ledger, s).items()))
                for s in ("notetypes", "notes", "items")
            }
        )
        assert dump(turned) == dump(ledger)
        assert '"date/rain": ["' in dump(ledger)
        assert f", {NOW}, [0, 1]]," in dump(ledger)

    def test_it_comes_back_as_it_was(self) -> None:
        assert parse(dump(kept(flood()))) == kept(flood())
        assert parse(dump(Ledger())) == Ledger()

    @given(
        st.dictionaries(
            st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
                lambda n: n != "~"
            ),
            st.builds(
                Entry,
                st.text(st.sampled_from("0123456789abcdef"), max_size=20),
                st.integers(0, 2**36),
                st.frozensets(st.integers(0, 9)),
            ),
        )
    )
    def test_any_entries_come_back(self, entries: dict[str, Entry]) -> None:
        assert parse(dump(Ledger(notes=entries))) == Ledger(notes=entries)

    def test_a_new_entry_touches_only_its_own_line(self) -> None:
        before, after = (
            dump(kept(flood(events=[e for e in EVENTS if e.id != "comet"]))),
            dump(kept(flood())),
        )
        assert set(before.splitlines()) - set(after.splitlines()) == set()


def text(**sections: object) -> str:
    empty: dict[str, object] = {"notetypes": {}, "notes": {}, "items": {}}
    return json.dumps({"format": 1} | empty | sections)


class TestMangled:
    @pytest.mark.parametrize(
        ("content", "says"),
        [
            ("", "not JSON"),
            ("{", "not JSON"),
            ("[]", "not a JSON object"),
            ("{}", "format null"),
            ('{"format": true}', "format true"),
            ('{"format": 2}', "reads format 1"),
            ('{"format": 1}', 'no section "notetypes"'),
            (text(notes=[]), 'no section "notes"'),
            (text(cards={}), 'unknown section "cards"'),
            (text(notes={"a": 1}), 'the entry "a" of "notes"'),
            (text(notes={"a": ["x"]}), "is not a hash, a stamp"),
            (text(notes={"a": ["x", "1"]}), "is not a hash, a stamp"),
            (text(notes={"a": ["x", -1]}), "is not a hash, a stamp"),
            (text(notes={"a": ["x", 1.5]}), "is not a hash, a stamp"),
            (text(notes={"a": ["x", True]}), "is not a hash, a stamp"),
            (text(notes={"a": ["x", 10**15]}), "is not a hash, a stamp"),
            (text(notes={"a": ["x", 1, "0"]}), "is not a hash, a stamp"),
            (text(notes={"a": ["x", 1, ["0"]]}), "is not a hash, a stamp"),
            (text(notes={"a": ["x", 1, [0], 2]}), "is not a hash, a stamp"),
            ("[" * 100_000, "not JSON"),
            (text(notes={"a": ["x", 1]}).replace("1]", "9" * 5000 + "]"), "not JSON"),
        ],
    )
    def test_a_mangled_ledger_is_told(self, content: str, says: str) -> None:
        with pytest.raises(LedgerError, match=says) as caught:
            parse(content)
        assert caught.value.hint

    def test_marks_of_a_merge_are_told_by_line(self) -> None:
        lines = dump(kept(flood())).splitlines()
        with pytest.raises(LedgerError, match="line 4: a merge left its marks"):
            parse("\n".join([*lines[:3], "<<<<<<< ours", *lines[3:]]))


class TestMerged:
    """git may leave both sides' lines; what stands twice counts with its later stamp."""

    def both(self, one: str, other: str) -> Entry:
        return parse(text().replace('"notes": {}', f'"notes": {{"a": {one}, "a": {other}}}')).notes[
            "a"
        ]

    def test_the_later_stamp_counts_and_the_cards_of_both(self) -> None:
        assert self.both('["x", 5, [0]]', '["y", 3, [1]]') == Entry("x", 5, frozenset({0, 1}))
        assert self.both('["x", 3]', '["y", 5]') == Entry("y", 5)
        assert self.both('["x", 5]', '["x", 5]') == Entry("x", 5)

    def test_two_contents_in_one_second_are_stamped_anew(self) -> None:
        assert self.both('["x", 5]', '["y", 5]') == Entry("", 5)

    def test_doubled_sections_are_joined(self) -> None:
        doubled = text().replace(
            '"notes": {}', '"notes": {"a": ["x", 1]}, "notes": {"b": ["y", 2]}'
        )
        assert set(parse(doubled).notes) == {"a", "b"}
