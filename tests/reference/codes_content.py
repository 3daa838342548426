"""Codes SP2xx: what a summary says does not agree with itself."""

from __future__ import annotations

from tests.reference.examples import CHECK, Code, Edit, Write

_PAMPHLET = '    cite: "[@oakes1901, p. 44 n. 3]"\n'

CODES = (
    Code("SP201", "An id is taken",
         "Two items, two sources or two rows of one list in the header (crises, theatres, topics,"
         " parts) have the same id. That of an item is used once in the whole folder.",
         (Write("more.yaml", "terms:\n  - {id: pamphlet, name: Wreck, kind: concept, meaning: A"
                " lost ship., cite: '[@oakes1901, p. 9]'}\n"),)),
    Code("SP202", "An unknown id in a field",
         "A field names an item that does not exist, or one of the wrong kind: a term where a"
         " person is needed. Or it names a crisis, theatre, topic, part or country that the header"
         " does not have.",
         (Edit("story.yaml", "people: [moss, ember]", "people: [mosss, ember]"),)),
    Code("SP203", "A link to nothing",
         "A link in a text, `[words](#id)`, names an item that does not exist.",
         (Edit("10-night.md", "#moss", "#mouse"),)),
    Code("SP204", "An unknown lane or column",
         "A lane of the poster is no theatre of the summary, or is the needle where that has no"
         " poles; a column of a comparison is no theatre and no crisis. Or one of them stands"
         " twice.",
         (Edit("summary.yaml", "lanes: [alder, birk]", "lanes: [alder, berk]"),)),
    Code("SP205", "The id of a figure is taken",
         "A figure has the id of another figure or item; texts could not say which they mean.",
         (Edit("story.yaml", "id: fig-oil", "id: pamphlet"),
          Edit("story.yaml", "concerns: [oil-price, fig-oil]", "concerns: [oil-price]"))),
    Code("SP206", "A topic within itself, or within nothing",
         "A topic lies within another that does not exist, or, by way of others, within itself.",
         (Edit("summary.yaml", "- {id: light, title: The light}",
               "- {id: light, title: The light, within: oil}"),)),
    Code("SP207", "An id stands twice in a list",
         "A list of people, topics or other ids names one of them twice, or an event says twice"
         " that it led to the same other one; the poster and the cards have room for one reason.",
         (Edit("story.yaml", "people: [moss, ember]", "people: [moss, ember, moss]"),)),
    Code("SP211", "An unknown source",
         "A citation names a key that no record in `sources.json` has.",
         (Edit("10-night.md", "@oakes1901, p. 16", "@oaks1901, p. 16"),)),
    Code("SP212", "A page outside its source",
         "The cited page is not among the pages that the source's record says it has.",
         (Edit("story.yaml", "p. 44 n. 3", "p. 144 n. 3"),)),
    Code("SP213", "A statement without citation",
         "Every statement can be looked up. This one names no source, or is a literal quotation"
         " without its page; or, if it is known from outside the sources, it lacks `later: true`.",
         (Edit("story.yaml", _PAMPHLET, ""),)),
    Code("SP214", "A citation without a page",
         "A book, a chapter, an article or a thesis is cited as a whole. With its page"
         " everyone can look the statement up.",
         (Edit("10-night.md", "@oakes1901, p. 16", "@oakes1901"),), severity="warning"),
    Code("SP215", "A source of an unknown type",
         "The type of a source in `sources.json` is not one of those that CSL has, such as `book`,"
         " `article-journal` or `webpage`. Its entry is set as that of a book.",
         (Edit("sources.json", '"type": "book"', '"type": "bok"'),), severity="warning"),
    Code("SP221", "Markdown that is not understood",
         "A link, a citation or a mark in a text is written in a way that cannot be printed.",
         (Edit("story.yaml", "pamphlet calls both", "[pamphlet](http://x) calls both"),)),
    Code("SP222", "A quotation is too long",
         "Literal quotations have at most 25 words; more is somebody else's text.",
         (Edit("story.yaml", "quote: A dark", "quote: " + "so " * 25 + "A dark"),)),
    Code("SP223", "A text too long for its place",
         "The text is printed, but it is longer than a line of the poster or an answer that can be"
         " recalled from a card.",
         (Edit("story.yaml", "a north wind, nine", "a north wind, " + "and " * 40 + "nine"),),
         severity="warning"),
    Code("SP224", "Two things of one name",
         "Two people or terms have the same name or the same description; no card could tell them"
         " apart.",
         (Edit("story.yaml", "name: Council of Birk", "name: Tom Ember"),)),
    Code("SP225", "A character that cannot be printed",
         "Neither the bundled fonts nor those of the course have this character. Only files that"
         " print it are affected; a course may bring a font that has it.",
         (Edit("story.yaml", "name: Tom Ember", "name: Tom Ember 火"),)),
    Code("SP226", "Markup that is not known here",
         "A table, HTML, code, a picture, a footnote, a citation without its brackets or the like"
         " stands in a text of an item or of the header. It is no mistake to print such signs, but"
         " they are printed as they are typed; a backslash before them says that it is meant.",
         (Edit("story.yaml", "a north wind, nine", "a <b>north</b> wind, nine"),),
         severity="warning"),
    Code("SP227", "A text that is needed is empty",
         "A field that must be written holds nothing between its quotation marks. A title or a name"
         " would be missing where it is printed.",
         (Edit("summary.yaml", "  title: The Lantern Quarrel\n", '  title: ""\n'),)),
    Code("SP228", "A language without labels",
         "The content is written in a language of which studypack has no words. What it says itself"
         " is in British English then: headings, dates and numbers, in the briefing, on the poster"
         " and on cards; the texts stay as they are. [Add the"
         " language](../how-to/add-a-language.md), or write `courses: {language: en-GB}` (or"
         " another that there is) into the header, and the warning is gone. Cards keep to English.",
         (Edit("summary.yaml", "  language: en-GB\n", "  language: de\n"),), severity="warning"),
    Code("SP231", "An effect before its cause",
         "An event is said to have led to another that surely happened earlier.",
         (Edit("story.yaml", "date: 1787-03-03\n    part", "date: 1787-03-08\n    part"),)),
    Code("SP232", "Somebody acts out of their lifetime",
         "A person takes part in an event, or begins or ends an office, after dying or before being"
         " born.",
         (Edit("story.yaml", "who: Councillor of Birk", "died: 1787-02\n    who: Councillor of Birk"
               ),)),
    Code("SP233", "An event outside the summary's dates",
         "The header says which span the summary covers; this event lies outside it.",
         (Edit("story.yaml", "date: 1787-04~", "date: 1797-04~"),)),
    Code("SP234", "Too many links on the poster",
         "More than twelve lines between events cannot be followed by eye.",
         (Write("gusts.yaml", "events:\n" + "".join(
             f"  - {{id: gust-{number}, date: 1787-03-02, theatre: birk, title: A gust,"
             " later: true,\n     led_to: [{to: wreck, because: it blew, poster: true}]}\n"
             for number in range(12))),),
         severity="warning"),
    Code("SP235", "An event outside the time of its theatre",
         "The header says when things happen in this theatre; this event lies outside that time.",
         (Edit("summary.yaml", "{id: alder, title: Alder}",
               "{id: alder, title: Alder, dates: 1788}"),)),
    Code("SP236", "Who decides is not in office",
         "Somebody takes part in a decision of a body, but by the dates of their offices they did"
         " not belong to it then.",
         (Edit("story.yaml", "title: Keeper of the light, from: 1780, to: 1787-05,",
               "title: Keeper, organisation: birk-council, from: 1780, to: 1786,"),),
         severity="warning"),
    Code("SP237", "A pair without an order",
         "The deck asks which of two events came first, but their dates do not tell.",
         (Write("pairs.yaml",
                "events:\n  - {id: storm, date: 1787-03, theatre: birk, title: A storm,"
                " cite: '[@oakes1901, p. 9]'}\n"
                "pairs:\n  - {id: storm-or-wreck, one: wreck, other: storm}\n"),)),
    Code("SP238", "Bands with too many rows",
         "Each day, month or year of a band is a row of the poster, whether something happened or"
         " not. So many fit on no sheet.",
         (Edit("summary.yaml", "{from: 1787-03-01, to: 1787-03-12",
               "{from: 1780-03-01, to: 1787-03-12"),)),
    Code("SP241", "A number that differs from its figure",
         "A text links to a figure, but the number in it is none of the figure's readings.",
         (Edit("story.yaml", "a cask of oil now costs two crowns.",
               "a cask of oil now costs [4 crowns](#fig-oil)."),)),
    Code("SP242", "A disputed figure stands alone",
         "Sources disagree on this number, and the text gives one reading as if it were certain.",
         (Edit("story.yaml", "value: 2, whose: the keeper", "value: 200, whose: Ember"),
          Edit("story.yaml", "now costs two crowns", "now costs 200 crowns")), severity="warning"),
    Code("SP243", "A quotation that is not on its page",
         "You gave the text of the source with `--source-text`, and the quotation does not stand"
         " word for word on the page that it cites.",
         (Write("./oakes.txt", "[p. 16]\nA dark tower is the saddest of all.\n"),
          f"{CHECK} --source-text oakes1901=oakes.txt")),
    Code("SP251", "A name in two spellings",
         "A name with accents is written without them, or with others, somewhere else.",
         (Edit("story.yaml", "An unsigned pamphlet", "A pamphlet by Moss"),)),
    Code("SP252", "Nothing refers to it",
         "A person or term is explained but met nowhere; readers learn a name for nothing.",
         (Edit("story.yaml", "terms:\n", "terms:\n  - {id: tower, name: Old Tower, kind: place,"
               " meaning: A stump of stone., cite: '[@oakes1901, p. 2]'}\n"),), severity="warning"),
)  # fmt: skip
