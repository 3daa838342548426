"""Each rule has a spoiled summary that it rejects; the unspoiled one has no finding."""

import pytest

from studypack.checks import RULES
from tests.conftest import PACKS, Spoil, findings, line_of

SPOILED = [
    ("SP202", "story.yaml", "people: [ember]", "people: [embers]",
     'unknown person "embers" in `people`; did you mean "ember"?', "embers"),
    ("SP202", "story.yaml", "body: birk-council", "body: wreck", "is a event, where", "wreck"),
    ("SP202", "story.yaml", "theatre: birk\n    kind: violence",
     "theatre: brik\n    kind: violence", 'unknown theatre "brik"', "brik"),
    ("SP202", "story.yaml", "topics: [oil]", "topics: [oill]", 'unknown topic "oill"', "oill"),
    ("SP203", "10-night.md", "(#moss)", "(#mos)", 'unknown item "mos" in `text`', "#mos"),
    ("SP204", "summary.yaml", "lanes: [alder, birk]", "lanes: [alder, brik]",
     'unknown theatre "brik"', "brik"),
    ("SP204", "story.yaml", "columns: [alder, birk]\n    rows:\n      - label: Who paid\n"
     "        cells:\n          alder: The keeper [@oakes1901, p. 3]\n          birk:",
     "columns: [alder, sea]\n    rows:\n      - label: Who paid\n"
     "        cells:\n          alder: The keeper [@oakes1901, p. 3]\n          sea:",
     'unknown crisis or theatre "sea"', "sea"),
    ("SP205", "story.yaml", "id: fig-oil", "id: wreck", "is taken by 'wreck'", "wreck"),
    ("SP211", "story.yaml", "[@oakes1901, p. 44 n. 3]", "[@oaks1901, p. 44 n. 3]",
     'unknown source "@oaks1901"', "oaks1901"),
    ("SP211", "10-night.md", "@oakes1901, p. 16", "@oak, p. 16", 'unknown source "@oak"', "@oak"),
    ("SP212", "story.yaml", "[@oakes1901, p. 44 n. 3]", "[@oakes1901, p. 144 n. 3]",
     "page 144 is outside", "p. 144"),
    ("SP213", "story.yaml", '    cite: "[@oakes1901, p. 44 n. 3]"\n', "", "event has no citation",
     "pamphlet"),
    ("SP213", "story.yaml", 'Three with carriage., cite: "[@oakes1901, p. 13]"',
     "Three with carriage.", "reading of Oakes", "Oakes"),
    ("SP213", "story.yaml", 'whose: Oakes, cite: "[@oakes1901, p. 13]"', "whose: Oakes",
     "figure 'Price of a cask'", "value: 3"),
    ("SP213", "10-night.md", "reef. [@oakes1901, pp. 20–21]", "reef.", "the paragraph",
     "Two nights later"),
    ("SP221", "story.yaml", "pamphlet calls both", "[pamphlet](http://x) calls both",
     "must lead to an item", "pamphlet"),
    ("SP222", "story.yaml", "quote: A dark", "quote: " + "word " * 25 + "A dark",
     "has 33 words", "word"),
    ("SP223", "story.yaml", "a north wind, nine", "a north wind, " + "and " * 40 + "nine",
     "125 fit on the poster", "wind"),
    ("SP224", "story.yaml", "name: Ødger Mőss", "name: Tom Ember", "'Tom Ember' is also the name",
     "Tom Ember"),
    ("SP225", "story.yaml", "name: Tom Ember", "name: Tom 火 Ember", "'火' (U+706B)", "Tom"),
    ("SP231", "story.yaml", "date: 1787-03-03\n    part", "date: 1787-03-08\n    part",
     "cannot have led to 'wreck'", "wreck"),
    ("SP232", "story.yaml", "country: The coast\n    who: Keeper",
     "died: 1787-02\n    country: The coast\n    who: Keeper", "but died in 1787-02", "ember"),
    ("SP232", "story.yaml", "country: The coast\n    who: Keeper",
     "died: 1779\n    country: The coast\n    who: Keeper", "after the death", "title: Keeper"),
    ("SP233", "story.yaml", "date: 1787-04~", "date: 1797-04~", "outside the summary's dates",
     "1797"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "file", "old", "new", "message", "line"), SPOILED)
def test_a_rule_rejects_its_spoiled_summary(
    spoiled: Spoil, code: str, file: str, old: str, new: str, message: str, line: str
) -> None:
    folder = spoiled(file, old, new)
    matching = [d for d in findings(folder) if d.code == code and message in d.message]
    assert matching, findings(folder)
    assert line in line_of(folder, matching[0])


def test_too_many_links_on_the_poster(spoiled: Spoil) -> None:
    link = "      - {to: wreck, because: the tower was dark, poster: true}\n"
    folder = spoiled("story.yaml", "      - {to: wreck, because: the tower was dark}\n", link * 13)
    assert [d.code for d in findings(folder)] == ["SP234", "SP234"]


@pytest.mark.parametrize("pack", ["lantern", "six"])
def test_a_good_summary_has_no_finding(pack: str) -> None:
    assert findings(PACKS / pack) == []


def test_every_rule_has_a_spoiled_summary() -> None:
    assert {row[0] for row in SPOILED} | {"SP234"} == set(RULES)
