"""Random editions of a random summary, in the hands of a student who does as students do.

Every step either changes the summary, publishes and imports a deck of one of its courses (the
newest or an older one), or is something that a student does in Anki. After every import it must
hold that each note whose stamp is newer than the student's own copy was updated and no other was,
that no card lost its scheduling, its flag, its suspension or its deck, and that nothing is there
twice. ``python -m tests.flashcards.editions`` runs thousands of steps and prints what it counted.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack, redirect_stdout
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from anki.buildinfo import version
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from studypack.checks.ledger import lasting
from studypack.flashcards import faces, package
from studypack.flashcards.note import Note
from studypack.flashcards.notes import notes_in, notes_of
from studypack.flashcards.notetypes import NOTETYPES
from studypack.ledger import Ledger
from studypack.summary.items import Event, LinkAsk, Pair
from studypack.summary.order import surely_before
from studypack.summary.summary import Summary
from tests.flashcards.engine import Student, student
from tests.flashcards.flood import NOW, deck, flood, kept, pack_of, with_item

COUNTS: Counter[str] = Counter()
"""What happened, over all examples."""
STAMPS_AT_IMPORT = version < "25"
"""Anki 24.11 does, so there a correction is lost where an older deck is imported after it."""
COURSES: tuple[dict[str, Any], ...] = (
    {}, {"importance": 1}, {"theatres": ("upper", "lower")}, {"topics": ("law",)},
)  # fmt: skip
HOSTILE = ("<1783>", "&amp;", "{{c1::x}}", "::", '"', "e\u0301", "שלום", "\x1f", "😀", "}}", "\\(")
WORDS = st.lists(
    st.one_of(st.text("abcdefgh", min_size=1, max_size=8), st.sampled_from(HOSTILE)),
    max_size=3,
).map(lambda words: " ".join(["x", *words])[:40])
DATES = st.one_of(
    st.integers(1, 31).map(lambda day: f"1783-03-{day:02d}"),
    st.sampled_from(("1783-04", "1783-08~", "1784", "1783-03-04/1783-03-06", "1783-05-1X")),
)
CARD = "select id, nid, ord, did, due, type, queue, ivl, factor, reps, lapses, flags from cards"
STYLES = (faces.style(), ".card { color: green }", ".card { color: blue }")


class Edition:
    """A deck as it was published."""

    def __init__(self, notes: tuple[Note, ...], stamps: dict[str, int], data: bytes) -> None:
        self.notes, self.stamps, self.data = notes, stamps, data

    def __repr__(self) -> str:
        return f"<a deck of {len(self.notes)} notes>"


class Editions(RuleBasedStateMachine):
    """An author, a publisher and a student."""

    def __init__(self) -> None:
        super().__init__()
        self.closing = ExitStack()
        self.folder = Path(tempfile.mkdtemp(prefix="editions-"))
        self.closing.callback(shutil.rmtree, self.folder)
        self.anki: Student = self.closing.enter_context(student(self.folder))
        self.style = STYLES[0]
        self.ledger = Ledger()
        self.editions: list[Edition] = []
        self.clock = NOW
        self.events = 0

    @initialize(theatres=st.integers(4, 9), language=st.sampled_from(("en-GB", "pl")))
    def begins(self, theatres: int, language: str) -> None:
        self.summary: Summary = flood(theatres=theatres, language=language)
        self.publish(COURSES[0], 1)

    def teardown(self) -> None:
        self.closing.close()
        faces.style = package.style = _real_style

    # the author

    def any_item(self, data: st.DataObject, *kinds: str) -> Any:
        return data.draw(
            st.sampled_from([i for kind in kinds for i in getattr(self.summary, kind)])
        )

    @rule(data=st.data(), title=WORDS, date=DATES)
    def corrects_an_event(self, data: st.DataObject, title: str, date: str) -> None:
        event = self.any_item(data, "events", "decisions")
        changed = with_item(self.summary, event.id, title=title, date=date)
        self.summary = changed
        COUNTS["facts corrected"] += 1

    @rule(data=st.data(), words=WORDS)
    def rewords(self, data: st.DataObject, words: str) -> None:
        item = self.any_item(data, "people", "terms")
        field = "who" if item.kind_name == "person" else "meaning"
        self.summary = with_item(self.summary, item.id, **{field: words})
        COUNTS["notes reworded"] += 1

    @rule(data=st.data(), topics=st.sets(st.sampled_from(("water", "dam", "law"))),
          importance=st.integers(1, 3))  # fmt: skip
    def retags(self, data: st.DataObject, topics: set[str], importance: int) -> None:
        item = self.any_item(data, "events", "decisions", "people", "terms")
        self.summary = with_item(
            self.summary, item.id, topics=sorted(topics), importance=importance
        )
        COUNTS["notes retagged"] += 1

    @rule(data=st.data(), why=st.sampled_from(("", "it was a lantern")))
    def retires(self, data: st.DataObject, why: str) -> None:
        item = self.any_item(data, "events", "decisions", "people", "terms")
        self.summary = with_item(self.summary, item.id, retired=why)
        COUNTS["items retired" if why else "items taken back"] += 1

    @rule(title=WORDS, date=DATES, importance=st.integers(1, 3),
          theatre=st.sampled_from(("upper", "lower", "river")))  # fmt: skip
    def adds_an_event(self, title: str, date: str, importance: int, theatre: str) -> None:
        self.events += 1
        event = Event(id=f"new-{self.events}", title=title, date=date, theatre=theatre,
                      importance=importance, cite="[@oakes, p. 1]")  # fmt: skip
        self.summary = self.summary_with(events=(*self.summary.events, event))
        COUNTS["events added"] += 1

    @rule(data=st.data())
    def claims_or_drops_a_cause(self, data: st.DataObject) -> None:
        event = self.any_item(data, "events")
        links = [link.model_dump() for link in event.led_to]
        if links and data.draw(st.booleans()):
            links.pop()
        else:
            effect = self.any_item(data, "events", "decisions")
            if effect.id == event.id or effect.id in {link["to"] for link in links}:
                return
            links.append({"to": effect.id, "because": "of the rain"})
        self.summary = with_item(self.summary, event.id, led_to=links)
        COUNTS["causes claimed or dropped"] += 1

    @rule(data=st.data(), ask=st.sampled_from(LinkAsk))
    def asks_otherwise(self, data: st.DataObject, ask: LinkAsk) -> None:
        event = self.any_item(data, "events")
        links = [link.model_dump() | {"ask": ask} for link in event.led_to]
        self.summary = with_item(self.summary, event.id, led_to=links)
        COUNTS["links that ask otherwise"] += len(links)

    @rule(data=st.data())
    def pairs_two_events(self, data: st.DataObject) -> None:
        one, other = (self.any_item(data, "events", "decisions") for _ in range(2))
        if surely_before(one, other):
            named = f"pair-{len(self.summary.pairs)}"
            pair = Pair(id=named, one=one.id, other=other.id, cite="[@ward, p. 3]")
            self.summary = self.summary_with(pairs=(*self.summary.pairs, pair))
            COUNTS["pairs added"] += 1

    @rule(style=st.sampled_from(STYLES))
    def restyles(self, style: str) -> None:
        self.style = style
        COUNTS["cards restyled"] += 1

    def summary_with(self, **items: Any) -> Summary:
        fields = {name: getattr(self.summary, name) for name in Summary.model_fields}
        return Summary(**{**fields, **items})

    # the publisher, and the import

    @rule(course=st.sampled_from(COURSES), later=st.integers(-50, 500))
    def publishes_and_imports(self, course: dict[str, Any], later: int) -> None:
        self.publish(course, later)

    def publish(self, course: dict[str, Any], later: int) -> None:
        """The publisher's clock may stand behind; stamps rise all the same."""
        faces.style = package.style = lambda: self.style
        before = self.ledger
        self.clock += max(later, 1)
        self.ledger = kept(self.summary, before, self.clock + min(later, 0))
        made = notes_of(self.summary, self.ledger.given)
        assert before.notes.keys() <= {note.name for note in made}
        assert before.notes.keys() <= set(lasting(self.summary, before.notes))
        assert {note.name for note in made} <= set(lasting(self.summary, self.ledger.notes))
        assert made == notes_of(self.summary, before.given), "what is given now was asked before"
        notes = notes_in(pack_of(self.summary, **course), made)
        for name, entry in before.notes.items():
            assert self.ledger.notes[name].stamp >= entry.stamp
        stamps = {note.name: self.ledger.notes[note.name].stamp for note in notes}
        self.editions.append(Edition(notes, stamps, deck(self.summary, self.ledger, **course)))
        COUNTS["editions published"] += 1
        self.imports(self.editions[-1])

    @rule(data=st.data())
    def imports_an_older_edition(self, data: st.DataObject) -> None:
        if self.editions:
            self.imports(data.draw(st.sampled_from(self.editions)))
            COUNTS["older editions imported"] += 1

    def imports(self, edition: Edition) -> None:
        before, cards = self.notes(), self.cards()
        counts = self.anki.imports(edition.data)
        after = self.notes()
        expected = Counter[str]()
        for note in edition.notes:
            stamp, mine = edition.stamps[note.name], before.get(note.guid)
            if mine is None or stamp > mine["mod"]:
                expected["new" if mine is None else "updated"] += 1
                assert after[note.guid]["fields"] == note.fields
                assert after[note.guid]["tags"] == set(note.tags)
                if after[note.guid]["mod"] != stamp:
                    self.stamped_by_the_engine(after, note.guid)
            else:
                expected["duplicate"] += 1
                if self.ledger.notes[note.name].stamp == stamp and mine["fields"] != note.fields:
                    own = "own" in mine["tags"]
                    COUNTS["corrections kept out by " + ("a student" if own else "Anki")] += 1
                    assert own or STAMPS_AT_IMPORT
                assert after[note.guid] == mine
        assert counts == dict(expected)
        assert {guid: mine for guid, mine in before.items() if guid not in after} == {}
        touched = {note.guid for note in edition.notes}
        assert all(after[guid] == mine for guid, mine in before.items() if guid not in touched)
        now = self.cards()
        lost = {card for card, row in cards.items() if now.get(card) != row}
        assert lost == set()
        for note in edition.notes:
            have = {row[2] for row in now.values() if row[1] == after[note.guid]["id"]}
            assert set(note.ordinals) <= have
        COUNTS.update({f"notes {name}": count for name, count in expected.items()})
        COUNTS["imports"] += 1
        COUNTS["cards with progress that an import met"] += sum(1 for c in cards.values() if c[9])
        COUNTS["cards that lost scheduling"] += len(lost)
        assert set(self.anki.imports(edition.data)) <= {"duplicate"}
        assert (self.notes(), self.cards()) == (after, now)
        COUNTS["imports"] += 1

    def stamped_by_the_engine(self, after: dict[str, dict[str, Any]], guid: str) -> None:
        """An older Anki stamps an updated note with the time of the import: here, our clock's."""
        assert STAMPS_AT_IMPORT
        query = "update notes set mod = ? where guid = ?"
        self.anki.col.db.execute(query, self.clock, guid)
        after[guid]["mod"] = self.clock

    # the student

    @rule(count=st.integers(1, 12), data=st.data())
    def studies(self, count: int, data: st.DataObject) -> None:
        for name in self.anki.col.decks.all_names_and_ids():
            self.anki.col.decks.select(name.id)
            for _ in range(count):
                card = self.anki.col.sched.getCard()
                if card is None:
                    break
                self.anki.col.sched.answerCard(card, data.draw(st.sampled_from((1, 3, 4))))
                COUNTS["cards answered"] += 1

    @rule(data=st.data(), edits=st.booleans())
    def tags_or_edits(self, data: st.DataObject, edits: bool) -> None:
        """Anki stamps the note with the time, here that of the test's own clock."""
        for note_id in self.some_notes(data):
            note = self.anki.col.get_note(note_id)
            if edits:
                note.fields[0] += " (mine)"
            note.add_tag("own")
            self.anki.col.update_note(note)
            self.clock += 1
            query = "update notes set mod = ? where id = ?"
            self.anki.col.db.execute(query, self.clock, note.id)
            COUNTS["student edited" if edits else "student tagged"] += 1

    @rule(data=st.data(), what=st.sampled_from(("flagged", "suspended", "moved")))
    def flags_suspends_or_moves(self, data: st.DataObject, what: str) -> None:
        for note_id in self.some_notes(data):
            cards = [card.id for card in self.anki.col.get_note(note_id).cards()]
            if what == "flagged":
                self.anki.col.set_user_flag_for_cards(3, cards)
            elif what == "suspended":
                self.anki.col.sched.suspend_cards(cards)
            else:
                self.anki.col.set_deck(cards, self.anki.col.decks.id("My own deck"))
            COUNTS[f"student {what}"] += 1

    @rule(data=st.data())
    def deletes(self, data: st.DataObject) -> None:
        for note_id in self.some_notes(data)[:1]:
            self.anki.col.remove_notes([note_id])
            COUNTS["student deleted"] += 1

    def some_notes(self, data: st.DataObject) -> list[Any]:
        ids = sorted(self.anki.col.find_notes(""))
        return data.draw(st.lists(st.sampled_from(ids), unique=True, max_size=4)) if ids else []

    @invariant()
    def nothing_is_there_twice(self) -> None:
        col = self.anki.col
        guids = col.db.list("select guid from notes")
        assert len(set(guids)) == len(guids)
        language = self.summary.header.language
        assert set(self.anki.notetypes()) <= {n.name(language) for n in NOTETYPES.values()}
        orphans = "select count() from cards where nid not in (select id from notes)"
        assert col.db.scalar(orphans) == 0
        COUNTS["steps"] += 1

    def notes(self) -> dict[str, dict[str, Any]]:
        query = "select guid, id, mod, mid, tags, flds from notes"
        return {
            guid: {"id": id_, "mod": mod, "mid": mid, "tags": set(tags.split()),
                   "fields": tuple(fields.split("\x1f"))}
            for guid, id_, mod, mid, tags, fields in self.anki.col.db.execute(query)
        }  # fmt: skip

    def cards(self) -> dict[int, tuple[Any, ...]]:
        return {row[0]: tuple(row) for row in self.anki.col.db.execute(CARD)}


_real_style = faces.style
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""A failing run is printed as it is: shrinking it takes longer than reading it."""
QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


def main() -> None:
    """Runs as many examples as the command line says (100), 40 steps each."""
    examples = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    chosen = settings(max_examples=examples, stateful_step_count=40, deadline=None,
                      phases=PHASES, suppress_health_check=QUIET, print_blob=True)  # fmt: skip
    with redirect_stdout(io.StringIO()):  # an older Anki remarks on every slow call
        run_state_machine_as_test(Editions, settings=chosen)
    print(f"Anki {version}, {examples} examples of 40 steps")
    for name, count in sorted(COUNTS.items()):
        print(f"{count:>9,}  {name}")


if __name__ == "__main__":
    main()
