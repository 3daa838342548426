"""Codes SP3xx to SP5xx: courses and ledgers, pages and posters, cards."""

from __future__ import annotations

import base64

from tests.reference.examples import CHECK, DECK, POSTER, Code, Edit, Write

_COURSE = "decks/courses/mine.yaml"
_MINE = "summary: lantern\n"
_PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
"""The smallest picture there is."""
_CROWD = "events:\n" + "".join(
    f"  - {{id: e{n}, date: 1787-03-02, theatre: birk, title: Something of importance {n},"
    f" importance: 1, detail: {'words and ' * 10}more words, cite: '[@oakes1901, p. 9]'}}\n"
    for n in range(150)
)
_TWIN = """format: 1
summary:
  title: The Old Tower
  deck: {name: The Old Tower, namespace: tests/lantern}
  description: A tower is pulled down.
  dates: 1780/1790
  crises: [{id: fall, title: The fall, theatres: [birk], date: 1788}]
  theatres: [{id: birk, title: Birk}]
  poster:
    headline: One tower less
    deck: How Birk lost its tower
    bands: [{from: 1788-03, to: 1788-06, unit: month, title: The fall}]
    lanes: [birk]
"""
"""The header of another summary than the sample, in its language."""

CODES = (
    Code("SP301", "A course of an unknown summary",
         "The profile names a summary, and no folder beside the profiles has that name.",
         (Write(_COURSE, "summary: lantrn\n"), "studypack check")),
    Code("SP302", "A ledger that cannot be read",
         "The ledger remembers what students have. It was changed by hand, cut off, or has the"
         " marks of an unfinished merge. `studypack ledger` repairs what can be repaired.",
         (Write("ledger.json", "{"), DECK)),
    Code("SP303", "A note that students may have is gone",
         "An id was changed or an item deleted. Students would keep an orphaned card. Put the item"
         " back under its old id; to withdraw it, add `retired: why` to it. If nobody has a deck"
         " yet, delete `ledger.json`: the next build begins it anew.",
         (DECK, Edit("story.yaml", "id: pamphlet", "id: leaflet"), DECK)),
    Code("SP304", "The ledger is behind",
         "The content changed, but the ledger may not (`--locked`, as in CI) or cannot be written."
         " Build where it can be, and commit the file.",
         (f"{DECK} --locked",)),
    Code("SP305", "There was no ledger",
         "A new one was written. That is right for a new summary. If students have a deck already,"
         " restore the old ledger instead: with a new one every card counts as corrected.",
         (Write("ledger.json", None), DECK), severity="warning"),
    Code("SP306", "A stamp in the future",
         "Something was stamped by a computer whose clock was ahead. Corrections still arrive.",
         (f"SOURCE_DATE_EPOCH=1800000000 {DECK}",
          Edit("story.yaml", "Nine sailors drown.", "Ten sailors drown."),
          f"SOURCE_DATE_EPOCH=1700000000 {DECK}"), severity="warning"),
    Code("SP307", "There is no ledger to repair",
         "`studypack ledger` found none. Restore it from the repository; only if it is lost for"
         " good, or there never was one, make it anew with `--restamp`.",
         (Write("ledger.json", None), "studypack ledger")),
    Code("SP308", "Notes are stamped anew",
         "A lost or spoiled ledger was made anew. Each of these notes reaches every student once"
         " more; who tagged or edited one of them loses that, but no progress.",
         (Write("ledger.json", None), "studypack ledger --restamp"), severity="warning"),
    Code("SP309", "Two summaries with one namespace",
         "The notes of a deck are known by its `namespace` and its language. Of two summaries that"
         " have both in common, the deck that is imported later overwrites notes of the other, and"
         " what students learnt with them. It is told at the one whose folder comes later in the"
         " alphabet, and a build of both makes neither; give the newer one a `namespace` of its"
         " own, before students have its deck.",
         (Write("decks/tower/summary.yaml", _TWIN), "studypack check")),
    Code("SP311", "A course names what its summary lacks",
         "The selection or the weeks of a profile name a crisis, theatre, topic, item or content"
         " flag that the summary does not have.",
         (Write(_COURSE, _MINE + "selection: {topics: [oill]}\n"), CHECK)),
    Code("SP312", "A size that no poster has",
         "The poster can be A3 to A0, tabloid, ANSI C to E, or sheets of office paper glued"
         " together, such as 3x3A4.",
         (Write(_COURSE, _MINE + "poster: {size: B1}\n"), CHECK)),
    Code("SP313", "A part that no briefing has",
         "`without_parts` names parts of the briefing that are not to be printed; this is none.",
         (Write(_COURSE, _MINE + "without_parts: [glossary]\n"), CHECK)),
    Code("SP314", "A logo or font that will not do",
         "The profile names a file that does not lie beside it, that is too large, or that is no"
         " PNG or JPEG picture or no font.",
         (Write(_COURSE, _MINE + "logo: school.png\ninstitution: Birk Academy\n"), CHECK)),
    Code("SP315", "An accent that is hard to read",
         "Headings in this colour have too little contrast with the paper.",
         (Write(_COURSE, _MINE + 'accent: "#ff9a00"\n'), CHECK)),
    Code("SP316", "A logo of nobody",
         "Who cannot see the logo hears the name of the institution in its stead; it is missing.",
         (Write("decks/courses/school.png", _PICTURE),
          Write(_COURSE, _MINE + "logo: school.png\n"), CHECK)),
    Code("SP401", "A page could not be set",
         "The program that sets type refused something, and rather than print a spoiled page"
         " nothing was made. The content or a template is at fault.",
         elsewhere="tests/briefing/test_book.py"
         "::test_a_character_without_a_glyph_fails_even_where_no_check_was_run"),
    Code("SP402", "A file cannot be written",
         "The folder may not be written to, the disk is full, or the file is open elsewhere.",
         (Write("out", "a file where the folder should be"), DECK)),
    Code("SP403", "Words without room",
         "A text has no room on its page and would have been lost without a word. Shorten it, or"
         " choose larger paper.",
         elsewhere="tests/reference/test_codes.py::test_words_without_room"),
    Code("SP404", "There is no handout",
         "The selection has nothing that could stand on a handout.",
         elsewhere="tests/briefing/test_handout.py"
         "::test_without_anything_to_put_on_it_there_is_no_handout"),
    Code("SP405", "The process died",
         "The process that made this output was ended by the system or by a fault in a library."
         " Everything else was made.",
         elsewhere="tests/build/test_workers.py"
         "::test_a_worker_that_dies_costs_its_output_only_and_is_named"),
    Code("SP406", "Too much time or memory",
         "This output needed more than any pack should; some text or table is far too long.",
         elsewhere="tests/build/test_workers.py"
         "::test_content_that_uses_up_the_memory_is_a_message"),
    Code("SP407", "A template that cannot be laid out",
         "Somebody changed a template, and it asks for something that does not exist, or"
         " does what cannot be done.",
         elsewhere="tests/reference/test_codes.py::test_a_broken_template"),
    Code("SP408", "A machine of the cluster did not help",
         "You named other machines to share the work, and this one could not be used. The packs"
         " were made all the same, by the others.",
         elsewhere="tests/build/test_cluster.py"
         "::test_workers_with_other_libraries_are_refused", severity="warning"),
    Code("SP411", "Bands that overlap",
         "The bands of the poster run from top to bottom; one begins before the one above it ends,"
         " or ends before it begins.",
         (Edit("summary.yaml", "{from: 1787-04, to: 1787-06", "{from: 1787-03, to: 1787-06"),
          POSTER)),
    Code("SP412", "The poster is too full",
         "Events of importance 1 are never left out, and there are more than fit on this size. Or"
         " its bands have so many rows that little room is left for events.",
         (Write("crowd.yaml", _CROWD), f"{POSTER} --set poster.size=A3")),
    Code("SP413", "A poster without events",
         "None of the events lies in the bands of the poster.",
         (Edit("summary.yaml", "{from: 1787-03-01, to: 1787-03-12",
               "{from: 1788-03-01, to: 1788-03-12"),
          Edit("summary.yaml", "{from: 1787-04, to: 1787-06", "{from: 1788-04, to: 1788-06"),
          POSTER)),
    Code("SP501", "The ledger does not know a note",
         "A deck with old stamps would never bring its corrections to students, so none was made.",
         elsewhere="tests/flashcards/test_package.py"
         "::test_a_ledger_behind_the_summary_makes_no_deck"),
    Code("SP502", "A picture in the deck is spoiled",
         "A file that a card shows is missing, has no licence or no description, or is named so"
         " that Anki could confuse it with another.",
         elsewhere="tests/reference/test_codes.py::test_a_spoiled_picture"),
    Code("SP503", "There is no deck",
         "Of all that the course selects, nothing has a card.",
         elsewhere="tests/flashcards/test_package.py::test_without_cards_there_is_no_deck"),
    Code("SP511", "An answer too long to recall",
         "A card asks for more than anybody says in one breath.",
         (Edit("story.yaml", "{value: 3, whose: Oakes", "{words: " + "so much and " * 14
               + "more, whose: Oakes"), DECK), severity="warning"),
    Code("SP512", "One question with two answers",
         "Two cards ask the same and want different answers; whoever knows one fails the other.",
         (Edit("story.yaml", "title: A pamphlet blames both towns", "title: Oil doubles in price"),
          DECK), severity="warning"),
    Code("SP513", "A question that tells its answer",
         "The answer of a card stands, word for word, in its question.",
         (Edit("story.yaml", "title: A pamphlet blames both towns",
               "title: The pamphlet of c. April 1787"),
          DECK), severity="warning"),
    Code("SP514", "One answer to several questions",
         "Several causes led to one event, and a card of each asks for it by its place and date: a"
         " student learns the date, not the causes. Let one link ask for it. Of the others,"
         " `ask: how` names both events and asks for the `because`; `ask: nothing` makes no card"
         " of a link that goes without saying.",
         (Edit("story.yaml", "the new price, poster: true}",
               "the new price, poster: true}\n      - {to: wreck, because: nobody bought oil}"),
          DECK), severity="warning"),
)  # fmt: skip
