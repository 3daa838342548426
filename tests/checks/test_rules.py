"""Each rule has a spoiled summary that it rejects; the unspoiled one has no finding."""

import pytest

from studypack.checks import RULES, check, pages_of, report
from studypack.checks.report import flesch
from studypack.reading import read_summary
from tests.conftest import PACKS, Spoil, findings, line_of

SPOILED = [
    ("SP202", "story.yaml", "people: [ember]", "people: [embers]",
     'unknown person "embers" in `people`; did you mean "ember"?', "embers"),
    ("SP202", "story.yaml", "people: [ember]", "people: [tom Ember]",
     'unknown person "tom Ember" in `people`; did you mean "ember"?', "tom Ember"),
    ("SP202", "story.yaml", "topics: [oil]", "topics: [The light]",
     'unknown topic "The light" in `topics`; did you mean "light"?', "The light"),
    ("SP202", "story.yaml", "body: birk-council", "body: wreck", "is a event, where", "wreck"),
    ("SP202", "story.yaml", "theatre: birk\n    kind: violence",
     "theatre: brik\n    kind: violence", 'unknown theatre "brik"', "brik"),
    ("SP202", "story.yaml", "topics: [oil]", "topics: [oill]", 'unknown topic "oill"', "oill"),
    ("SP202", "story.yaml", "country: The coast", "country: The cost",
     'unknown country "The cost" in `country`; did you mean "The coast"?', "The cost"),
    ("SP203", "10-night.md", "(#moss)", "(#mos)", 'unknown item "mos" in `text`', "#mos"),
    ("SP204", "summary.yaml", "lanes: [alder, birk]", "lanes: [alder, brik]",
     'unknown theatre "brik"', "brik"),
    ("SP204", "story.yaml", "columns: [alder, birk]\n    rows:\n      - label: Who paid\n"
     "        cells:\n          alder: The keeper [@oakes1901, p. 3]\n          birk:",
     "columns: [alder, sea]\n    rows:\n      - label: Who paid\n"
     "        cells:\n          alder: The keeper [@oakes1901, p. 3]\n          sea:",
     'unknown crisis or theatre "sea"', "sea"),
    ("SP204", "summary.yaml", "lanes: [alder, birk]", "lanes: [alder, birk, alder]",
     "'alder' stands twice in `lanes`", "lanes: "),
    ("SP204", "summary.yaml", "lanes: [alder, birk]", "lanes: [alder, needle, birk]",
     "the lane 'needle' has no poles", "lanes: "),
    ("SP204", "story.yaml", "columns: [alder, birk]", "columns: [alder, birk, birk]",
     "'birk' stands twice in `columns`", "columns: "),
    ("SP205", "story.yaml", "id: fig-oil", "id: wreck", "is taken by 'wreck'", "wreck"),
    ("SP206", "summary.yaml", "within: light", "within: lihgt",
     'unknown topic "lihgt" in `within`; did you mean "light"?', "lihgt"),
    ("SP207", "story.yaml", "people: [moss, ember]", "people: [moss, ember, moss]",
     "'moss' stands twice in `people`", "people: [moss"),
    ("SP207", "story.yaml", "      - {to: wreck, because: the tower was dark}\n",
     "      - {to: wreck, because: the tower was dark}\n      - {to: wreck, because: of spite}\n",
     "'wreck' stands twice in `led_to`", "because: of spite"),
    ("SP211", "story.yaml", "[@oakes1901, p. 44 n. 3]", "[@oaks1901, p. 44 n. 3]",
     'unknown source "@oaks1901"', "oaks1901"),
    ("SP211", "10-night.md", "@oakes1901, p. 16", "@oak, p. 16", 'unknown source "@oak"', "@oak"),
    ("SP212", "story.yaml", "[@oakes1901, p. 44 n. 3]", "[@oakes1901, p. 144 n. 3]",
     "page 144 is outside", "p. 144"),
    ("SP212", "story.yaml", "[@oakes1901, p. 44 n. 3]", "[@oakes1901, pp. xii, 144]",
     "page 144 is outside", "pp. xii, 144"),
    ("SP215", "sources.json", '"type": "book"', '"type": "bok"',
     '"bok" is no type of CSL; did you mean "book"?', '"type": "bok"'),
    ("SP213", "story.yaml", '    cite: "[@oakes1901, p. 44 n. 3]"\n', "", "event has no citation",
     "pamphlet"),
    ("SP213", "story.yaml", 'Three with carriage., cite: "[@oakes1901, p. 13]"',
     "Three with carriage.", "reading of Oakes", "Oakes"),
    ("SP213", "story.yaml", 'whose: Oakes, cite: "[@oakes1901, p. 13]"', "whose: Oakes",
     "figure 'Price of a cask'", "value: 3"),
    ("SP213", "story.yaml", 'minutes\n    cite: "[@oakes1901, p. 16]"',
     'minutes\n    cite: "[@oakes1901]"', "a literal quotation needs its page", "[@oakes1901]"),
    ("SP214", "story.yaml", "[@oakes1901, p. 44 n. 3]", "[@oakes1901]",
     "names no page", "[@oakes1901]"),
    ("SP214", "10-night.md", "[@oakes1901, pp. 20–21]", "[@oakes1901; @oakes1901, p. 3]",
     "names no page", "@oakes1901;"),
    ("SP213", "10-night.md", "reef. [@oakes1901, pp. 20–21]", "reef.", "the paragraph",
     "Two nights later"),
    ("SP213", "10-night.md", "Two nights later the *Swift* struck the reef. [@oakes1901",
     "## It struck\nThe *Swift*, that is. [", "the paragraph 'The *Swift*", "The *Swift*"),
    ("SP213", "10-night.md", "\n\nTwo nights later the *Swift* struck the reef. [@oakes1901, pp.",
     "\n \t\nTwo nights later. [pp.", "the paragraph", "Two nights later"),
    ("SP221", "story.yaml", "pamphlet calls both", "[pamphlet](http://x) calls both",
     "must lead to an item", "pamphlet"),
    ("SP221", "story.yaml", "pamphlet calls both", "[pamphlet]{lang=polish_x} calls both",
     "lang='polish_x' is no language", "polish_x"),
    ("SP226", "story.yaml", "a north wind, nine", "a <b>north</b> wind, nine",
     "HTML is printed as it is typed", "<b>north"),
    ("SP226", "10-night.md", "Two nights later", "| Night | Oil |\n|---|---|\n\nTwo nights later",
     "a table is printed as it is typed", "| Night | Oil |"),
    ("SP226", "10-night.md", "would not pay.", "would not pay, says @oakes1901.",
     "a citation that is not in square brackets is printed as it is typed", "says @oakes1901"),
    ("SP222", "story.yaml", "quote: A dark", "quote: " + "word " * 25 + "A dark",
     "has 33 words", "word"),
    ("SP223", "story.yaml", "a north wind, nine", "a north wind, " + "and " * 40 + "nine",
     "125 fit on the poster", "wind"),
    ("SP224", "story.yaml", "name: Ødger Mőss", "name: Tom Ember", "'Tom Ember' is also the name",
     "Tom Ember"),
    ("SP227", "summary.yaml", "  title: The Lantern Quarrel", '  title: "  "', "`title` is empty",
     'title: "  "'),
    ("SP227", "summary.yaml", "namespace: tests/lantern", 'namespace: ""',
     "`namespace` is empty", "namespace"),
    ("SP227", "story.yaml", "because: the tower was dark", 'because: ""', "`because` is empty",
     'because: ""'),
    ("SP228", "summary.yaml", "language: en-GB", "language: de",
     "no labels in German: headings, dates and numbers are in English", "language: de"),
    ("SP228", "summary.yaml", "language: en-GB", "language: cz",
     "no labels in 'cz', which is no language", "cz"),
    ("SP235", "summary.yaml", "{id: birk, title: Birk}", "{id: birk, title: Birk, dates: 1788}",
     "outside the time of 'birk'", "date: 1787-03-0"),
    ("SP236", "story.yaml", "roles:\n      - {title: Keeper of the light, from: 1780, to: 1787-05,",
     "roles:\n      - {title: Keeper, organisation: birk-council, from: 1780, to: 1786,",
     "Tom Ember holds no office in 'birk-council' in 1787-03-03", "[moss, ember]"),
    ("SP237", "pairs.yaml", "",
     "events:\n  - {id: storm, date: 1787-03, theatre: birk, title: A storm,"
     " cite: '[@oakes1901, p. 9]'}\n"
     "pairs:\n  - {id: storm-or-wreck, one: wreck, other: storm}\n",
     "whether 'wreck' or 'storm' came first", "id: storm-or-wreck"),
    ("SP238", "summary.yaml", "{from: 1787-03-01, to: 1787-03-12", "{from: 1780-03, to: 1787-03-12",
     "to the end of 'The quarrel'; 200 fit", "unit: day"),
    ("SP411", "summary.yaml", "{from: 1787-04, to: 1787-06", "{from: 1787-03-12, to: 1787-06",
     "the band 'After' begins on 1787-03-12, before the band 'The quarrel' has ended on 1787-03-12",
     "title: After"),
    ("SP411", "summary.yaml", "{from: 1787-03-01, to: 1787-03-12", "{from: 1787-03-01, to: 1787-02",
     "the band 'The quarrel' ends before it begins", "title: The quarrel"),
    ("SP241", "story.yaml", "a cask of oil now costs two crowns.",
     "a cask of oil now costs [4 crowns](#fig-oil).", "'4 crowns' differs", "4 crowns"),
    ("SP251", "story.yaml", "An unsigned pamphlet", "A pamphlet by Moss",
     "'Moss' is spelt 'Mőss' elsewhere", "Moss"),
    ("SP251", "summary.yaml", "fall out over a light.", "and one Moss fall out over a light.",
     "'Moss' is spelt 'Mőss' elsewhere", "one Moss"),
    ("SP251", "summary.yaml", "title: What happened", "title: What Moss did",
     "'Moss' is spelt 'Mőss' elsewhere", "What Moss did"),
    ("SP252", "story.yaml", "terms:\n", "terms:\n  - {id: tower, name: Old Tower, kind: place,"
     " meaning: A stump of stone., cite: '[@oakes1901, p. 2]'}\n",
     "nothing refers to the term 'tower'", "id: tower"),
    ("SP231", "story.yaml", "date: 1787-03-03\n    part", "date: 1787-03-08\n    part",
     "cannot have led to 'wreck'", "wreck"),
    ("SP232", "story.yaml", "country: The coast\n    who: Keeper",
     "died: 1787-02\n    country: The coast\n    who: Keeper", "but died in 1787-02", "ember"),
    ("SP232", "story.yaml", "country: The coast\n    who: Keeper",
     "died: 1779\n    country: The coast\n    who: Keeper", "after the death", "title: Keeper"),
    ("SP232", "story.yaml", "country: The coast\n    who: Keeper",
     "born: 1781\n    country: The coast\n    who: Keeper",
     "begins in 1780, before the birth in 1781", "title: Keeper"),
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


def test_an_article_does_not_tell_whose_a_figure_is(spoiled: Spoil) -> None:
    spoiled("story.yaml", "value: 2, whose: the keeper", "value: 200, whose: the keeper")
    spoiled("story.yaml", "The keeper of the light announces that a cask of oil now",
                     "It is announced in the town that a cask of oil now")  # fmt: skip
    folder = spoiled("story.yaml", "now costs two crowns", "now costs 200 crowns")
    assert [d.code for d in findings(folder)] == ["SP242"]
    spoiled("story.yaml", "It is announced", "It is announced by the keeper")
    assert findings(folder) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("SP203", "[Birk](#brik)"),
        ("SP221", "[@oakes1901, page 5]"),
        ("SP226", "`invented`"),
        ("SP241", "[4 crowns](#fig-oil)"),
    ],
)
def test_the_texts_of_the_header_are_read_too(spoiled: Spoil, code: str, words: str) -> None:
    description = "Two harbour towns of an invented coast fall out over a light."
    folder = spoiled("summary.yaml", description, f'"Towns, and {words}."')
    (found,) = findings(folder)
    assert found.code == code
    assert words in line_of(folder, found)


def test_a_role_does_not_outlast_its_holder(spoiled: Spoil) -> None:
    spoiled("story.yaml", "from: 1780, to: 1787-05", "from: 1780, to: 1789")
    folder = spoiled("story.yaml", "who: Keeper", "died: 1788\n    who: Keeper")
    (found,) = findings(folder)
    assert found.message == "the role ends in 1789, after the death in 1788"


def test_a_disputed_figure_used_bare(spoiled: Spoil) -> None:
    spoiled("story.yaml", "value: 2, whose: the keeper", "value: 200, whose: Ember")
    folder = spoiled("story.yaml", "now costs two crowns", "now costs 200 crowns")
    (found,) = findings(folder)
    assert found.code == "SP242"
    assert "200 crowns" in line_of(folder, found)
    attributed = spoiled("story.yaml", "now costs 200 crowns", "now costs 200 crowns, says Ember")
    assert findings(attributed) == []


SOURCE = """[p. 15]
The council would not pay.
[p. 16]
‘A dark tower³ is the dearest of all’, he said, ‘and a cold one’.
"""


@pytest.mark.parametrize(
    ("quote", "page", "hint"),
    [
        ("A dark tower is the dearest of all", 16, None),
        ("A dark tower is the dearest of all", 15, "It stands on page 16."),
        ("A dark tower was the dearest of all", 16, "a dark tower is the dearest of all"),
        ("Bread is cheap", 16, "Nothing like it"),
    ],
)
def test_a_quotation_is_compared_with_its_page(
    spoiled: Spoil, quote: str, page: int, hint: str | None
) -> None:
    folder = spoiled(
        "story.yaml",
        "quote: A dark tower is the dearest of all\n    occasion: In the council, by the clerk’s"
        ' minutes\n    cite: "[@oakes1901, p. 16]"',
        f'quote: {quote}\n    occasion: In the council\n    cite: "[@oakes1901, p. {page}]"',
    )
    found = check(read_summary(folder), {"oakes1901": pages_of(SOURCE)})
    if hint is None:
        assert found == []
    else:
        assert [(d.code, hint in d.hint) for d in found] == [("SP243", True)]
        assert quote in line_of(folder, found[0])


def test_a_quotation_may_stand_in_the_introduction(spoiled: Spoil) -> None:
    cited = 'minutes\n    cite: "[@oakes1901, p. {}]"'
    folder = spoiled("story.yaml", cited.format(16), cited.format("xii"))
    assert findings(folder) == []
    pages = pages_of(SOURCE.replace("[p. 16]", "[p. xii]"))
    assert check(read_summary(folder), {"oakes1901": pages}) == []
    spoiled("story.yaml", cited.format("xii"), cited.format("xi"))
    (told,) = check(read_summary(folder), {"oakes1901": pages})
    assert "is not on page xi:" in told.message
    assert told.hint == "It stands on page xii."


def test_a_source_text_without_page_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="no page marks"):
        pages_of("Just words.")


@pytest.mark.parametrize(
    ("prose", "low", "high"),
    [
        ("The cat sat on the mat. It was fat.", 100, 125),
        ("Institutional reconsideration of jurisdictional responsibilities continued.", -200, 0),
    ],
)
def test_reading_ease(prose: str, low: float, high: float) -> None:
    assert low < flesch(prose) < high


def test_the_report_counts_what_there_is() -> None:
    summary = read_summary(PACKS / "lantern").summary
    assert summary is not None
    assert "  events          3   2 of importance 1, 1 of importance 3" in report(summary)


def test_too_many_links_on_the_poster(spoiled: Spoil) -> None:
    link = "led_to: [{to: wreck, because: it blew, poster: true}]"
    gust = "  - {{id: gust-{}, date: 1787-03-02, theatre: birk, title: A gust, later: true, {}}}\n"
    gusts = "".join(gust.format(number, link) for number in range(13))
    folder = spoiled("gusts.yaml", "", f"events:\n{gusts}")
    assert [d.code for d in findings(folder)] == ["SP234", "SP234"]


@pytest.mark.parametrize("pack", ["lantern", "six"])
def test_a_good_summary_has_no_finding(pack: str) -> None:
    assert findings(PACKS / pack) == []


def test_every_rule_has_a_spoiled_summary() -> None:
    assert {row[0] for row in SPOILED} | {"SP234", "SP242"} == set(RULES)
