"""What a new edition brings, told to a learner."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from studypack.flashcards.changelog import as_json, as_markdown, as_text
from studypack.flashcards.compare import Differences, Edition, Seen, compare, runs, seen
from studypack.flashcards.notes import notes_of
from studypack.summary.items import Event
from studypack.summary.summary import Summary
from tests.flashcards.flood import ITEMS, flood, with_item


def edition(summary: Summary) -> Edition:
    return {note.name: seen(note) for note in notes_of(summary)}


def told(old: Summary, new: Summary) -> Differences:
    return compare(edition(old), edition(new))


def corrected() -> Differences:
    return told(flood(), with_item(flood(), "comet", date="1783-09~", title="A bright comet"))


def test_nothing_changed() -> None:
    assert not told(flood(), flood())
    assert as_text(told(flood(), flood())) == "Nothing has changed."


def test_a_correction_is_told_word_by_word() -> None:
    (changed,) = corrected().corrected
    assert changed.new.title == "A bright comet"
    assert changed.fields == (
        ("Event", (("", "A"), ("+", "bright"), ("", "comet"))),
        ("Date", (("", "c."), ("-", "August"), ("+", "September"), ("", "1783"))),
    )
    assert "Date: c. [-August-] {+September+} 1783" in as_text(corrected())
    assert "  - Date: c. ~~August~~ **September** 1783" in as_markdown(corrected())
    (row,) = json.loads(as_json(corrected()))["corrected"]
    assert row["fields"][1] == {"field": "Date", "old": "c. August 1783",
                                "new": "c. September 1783"}  # fmt: skip


def test_one_change_is_told_once_where_two_fields_have_it() -> None:
    (changed,) = told(
        flood(), with_item(flood(), "ferry-guild", meaning="The families who rowed")
    ).corrected
    assert [name for name, _ in changed.fields] == ["Meaning"]


def test_where_only_the_timeline_moved_it_is_told_in_its_words() -> None:
    """The date is printed as ``when`` says, and stands nowhere else on the card."""
    on = {"when": "in late summer"}
    (changed,) = told(
        with_item(flood(), "comet", **on), with_item(flood(), "comet", date="1783-09~", **on)
    ).corrected
    ((name, words),) = changed.fields
    assert name == "Timeline"
    assert [run for mark, run in words if mark] == ["August", "September"]


def test_how_to_take_it_over_and_what_that_costs() -> None:
    text = as_text(corrected())
    assert "type it in from this list, which costs nothing" in text
    assert "“Update notes: Always”, which costs your own tags and edits" in text
    event = Event(id="thaw", date="1783-02-20", theatre="upper", title="Ice breaks")
    assert "Always" not in as_text(told(flood(), flood(events=(*ITEMS["events"], event))))


def test_new_notes_and_withdrawn_ones() -> None:
    event = Event(id="thaw", date="1783-02-20", theatre="upper", title="Ice breaks")
    found = told(flood(), flood(events=(*ITEMS["events"], event)))
    assert [note.name for note in found.new] == ["date/thaw"]
    assert "  Ice breaks (date)" in as_text(found)
    gone = told(flood(), with_item(flood(), "comet", retired="It was a *lantern*"))
    assert [note.name for note in gone.withdrawn] == ["date/comet"]
    assert gone.corrected == ()
    assert "A comet (date) – It was a lantern" in as_text(gone)
    back = told(with_item(flood(), "comet", retired="It was a lantern"), flood())
    assert "is valid again" in as_text(back)


def test_a_new_tag_is_told() -> None:
    text = as_text(told(flood(), with_item(flood(), "comet", topics=["law"])))
    assert "tag: {+tests::flood::topic::law+}" in text


def test_what_another_course_does_not_have_is_not_withdrawn() -> None:
    whole = edition(flood())
    part = {name: note for name, note in whole.items() if name.startswith("date/")}
    found = compare(whole, part)
    assert (found.new, found.corrected, found.withdrawn) == ((), (), ())
    assert len(found.absent) == len(whole) - len(part)
    assert "what you have of them stays" in as_text(found)


def test_of_ledgers_only_the_names_are_known() -> None:
    old = {"date/a": Seen("date/a", "1"), "date/b": Seen("date/b", "1")}
    new = {"date/b": Seen("date/b", "2"), "date/c": Seen("date/c", "3")}
    found = compare(old, new)
    assert json.loads(as_json(found)) == {
        "new": [{"note": "date/c", "title": "date/c"}],
        "corrected": [{"note": "date/b", "title": "date/b", "fields": [],
                       "tags": {"came": [], "went": []}}],
        "withdrawn": [],
        "absent": [{"note": "date/a", "title": "date/a"}],
    }  # fmt: skip


def test_markdown_in_the_words_stays_as_it_is() -> None:
    text = as_markdown(told(flood(), with_item(flood(), "comet", title="A *comet* <b> [x]")))
    assert r"\*comet\* \<b\> \[x\]" in text


WORDS = st.lists(st.sampled_from("abc"), max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_both_texts_can_be_read_off_the_words(old: str, new: str) -> None:
    words = runs(old, new)
    assert " ".join(run for mark, run in words if mark != "+") == old
    assert " ".join(run for mark, run in words if mark != "-") == new
