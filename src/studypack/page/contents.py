"""What stands on the web page of a pack, ready to be laid out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import zip_longest

from babel.numbers import format_decimal
from markupsafe import Markup

from studypack.flashcards.note import Note
from studypack.flashcards.notes import notes_in
from studypack.flashcards.plain import PlainCard, plain_cards
from studypack.flashcards.words import about
from studypack.page.files import Lying
from studypack.page.words import Words, words_for
from studypack.select import Pack
from studypack.summary import colour
from studypack.summary.course import Ink, Week
from studypack.summary.date_words import in_words
from studypack.summary.dates import parse
from studypack.summary.text import lang_attribute
from studypack.summary.topics import search_for, with_those_above

SHEET, DARK_SHEET = "#f4f5f7", "#22252c"
"""What is behind cards, and what it is where a reader prefers the dark; the rest of the page is
lighter than the one and darker than the other."""
ACCENT = "#1f4e79"
_KINDS = {"pdf": "PDF", "apkg": "Anki", "tsv": "TSV"}


@dataclass(frozen=True)
class Download:
    """A file to hand out: what it is, what it is for, the words of its link."""

    name: str
    title: str
    about: str
    link: str
    detail: str
    opens: bool
    """Whether browsers show it; what they cannot show they are to save."""


@dataclass(frozen=True)
class Picture:
    """A picture of a page; ``leads_to`` the page itself, or a larger picture."""

    name: str
    alt: str
    leads_to: str


@dataclass(frozen=True)
class Poster:
    """The poster: small, large, and as it is printed."""

    small: str
    large: str
    file: str


@dataclass(frozen=True)
class Cards:
    """The cards of one topic in the order of learning, first one of each note, then the others."""

    anchor: str
    title: str
    count: str
    cards: tuple[PlainCard, ...]
    own: bool = True
    """False where the title is a label."""


@dataclass(frozen=True)
class TopicView:
    """A topic, and the place of its cards on the page; empty where there are none."""

    title: str
    anchor: str


@dataclass(frozen=True)
class WeekView:
    """A week of the term, and what to type into Anki to see its cards."""

    date: str
    title: str
    topics: tuple[TopicView, ...]
    search: str


@dataclass(frozen=True)
class Guide:
    """An instruction, step by step."""

    title: str
    steps: tuple[str, ...]
    after: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contents:
    """Everything that the template lays out."""

    title: str
    subtitle: str
    description: str
    course: str
    about: tuple[str, ...]
    edition: str
    changed: str
    """The date of the last change as ISO 8601; empty if it is not known."""
    credit: tuple[str, ...]
    words: Words
    lang: str
    """The language of the content where labels are in another, else empty."""
    accent: str
    accent_on_dark: str
    sheet: str
    dark_sheet: str
    downloads: tuple[Download, ...]
    pictures: tuple[Picture, ...]
    poster: Poster | None
    cards: tuple[Cards, ...]
    weeks: tuple[WeekView, ...]
    changes: bool
    guides: tuple[Guide, ...]

    @property
    def own(self) -> Markup:
        """The attribute of what is in the language of the content, where labels are in another."""
        return lang_attribute(self.lang)

    @property
    def label(self) -> Markup:
        """The attribute of a label inside such content."""
        return lang_attribute(self.words.language if self.lang else "")


def contents_of(
    pack: Pack, notes: Iterable[Note], description: str, files: Sequence[Lying], changes: bool
) -> Contents:
    """The page of a pack whose folder holds these files."""
    header, course, words = pack.summary.header, pack.course, words_for(pack.labels)
    names = {file.name for file in files}
    changed = pack.changed.isoformat() if pack.changed else ""
    day = in_words(parse(changed), words.language) if changed else ""
    deck = f"{pack.name}-deck.apkg" in names
    cards = tuple(_cards(pack, notes, words)) if deck else ()
    anchors = {group.anchor for group in cards}
    accent = course.accent if course.accent and course.ink is Ink.COLOUR else ACCENT
    return Contents(
        title=header.title,
        subtitle=header.subtitle,
        description=description,
        course=course.title,
        about=tuple(
            filter(None, (course.institution, course.instructor, course.term, course.audience))
        ),
        edition=words.edition.format(day) if day else "",
        changed=changed,
        credit=tuple(filter(None, (header.editors, header.licence))),
        words=words,
        lang=header.language if pack.labels_apart else "",
        accent=colour.readable(accent, SHEET),
        accent_on_dark=colour.lighter(accent, DARK_SHEET),
        sheet=SHEET,
        dark_sheet=DARK_SHEET,
        downloads=tuple(_download(pack, file, words) for file in files if not file.is_picture),
        pictures=tuple(_pictures(pack, files, words)),
        poster=_poster(pack, names),
        cards=cards,
        weeks=tuple(_week(pack, week, words, anchors) for week in course.weeks),
        changes=changes,
        guides=tuple(_guides(pack, names, words)),
    )


def _ending(pack: Pack, name: str) -> str:
    """What a file is: the end of its name, as ``Words.files`` knows it."""
    rest = name.removeprefix(f"{pack.name}-")
    known = words_for(pack.labels).files
    if rest.endswith("key.pdf"):
        return "key.pdf"
    return next((k for k in sorted(known, key=len, reverse=True) if rest.startswith(k)), "")


def _download(pack: Pack, file: Lying, words: Words) -> Download:
    title, purpose = words.files.get(_ending(pack, file.name), (file.name, ""))
    end = file.name.rsplit(".", 1)[-1]
    kind, size = _KINDS.get(end, end.upper()), _size(file.bytes, words.language)
    link = words.download.format(what=title, kind=kind, size=size)
    return Download(file.name, title, purpose, link, f"{kind}, {size}", end == "pdf")


def _size(count: int, language: str) -> str:
    """A number of bytes as people say it."""
    locale = language.replace("-", "_")
    if count >= 1_000_000:
        return f"{format_decimal(count / 1e6, '0.0', locale=locale)}\N{NO-BREAK SPACE}MB"
    return f"{max(round(count / 1000), 1)}\N{NO-BREAK SPACE}kB"


def _pictures(pack: Pack, files: Sequence[Lying], words: Words) -> Iterator[Picture]:
    """The first pages of what is read; the poster has a place of its own."""
    for output in ("briefing", "handout"):
        start = f"{pack.name}-{output}-page-"
        title, _ = words.files[f"{output}.pdf"]
        for file in files:
            if file.is_picture and file.name.startswith(start):
                number = file.name.removeprefix(start).split("-")[0]
                alt = words.page_of.format(what=title, number=number)
                yield Picture(file.name, alt, f"{pack.name}-{output}.pdf#page={number}")


def _poster(pack: Pack, names: Iterable[str]) -> Poster | None:
    start = f"{pack.name}-poster"
    found = sorted((n for n in names if n.startswith(f"{start}-page-1-")), key=len)
    return Poster(found[0], found[-1], f"{start}.pdf") if found else None


def _cards(pack: Pack, notes: Iterable[Note], words: Words) -> Iterator[Cards]:
    """The cards by the widest topic of the item that they rest on; in the order of the topics."""
    header = pack.whole.header
    by_topic: dict[str, list[Note]] = {topic.id: [] for topic in header.topics}
    others: list[Note] = []
    for note in notes_in(pack, notes):
        topics = pack.whole.by_id[note.items[0]].topics
        place = by_topic[with_those_above(header, topics[0])[0]] if topics else others
        place.append(note)
    groups = [(_anchor(t.id), t.title, by_topic[t.id], True) for t in header.topics]
    for anchor, title, found, own in (*groups, ("cards-", words.other_cards, others, False)):
        of_notes = (tuple(plain_cards([note], header.language)) for note in found)
        # a card that follows another of its note would have been answered by it
        rounds = zip_longest(*of_notes)
        cards = tuple(card for one_of_each in rounds for card in one_of_each if card)
        if cards:
            yield Cards(anchor, title, words.counted_cards.of(len(cards)), cards, own)


def _anchor(topic: str) -> str:
    return f"cards-{topic}"


def _week(pack: Pack, week: Week, words: Words, anchors: Set[str]) -> WeekView:
    header = pack.whole.header
    titles = {topic.id: topic.title for topic in header.topics}
    topics = []
    for topic in week.topics:
        anchor = _anchor(with_those_above(header, topic)[0])
        topics.append(TopicView(titles[topic], anchor if anchor in anchors else ""))
    date = in_words(week.date, words.language)
    return WeekView(date, week.title, tuple(topics), search_for(header, week.topics))


def _guides(pack: Pack, names: Iterable[str], words: Words) -> Iterator[Guide]:
    """How to use what lies there."""
    there = {_ending(pack, name) for name in names}
    steps = str.splitlines
    if "deck.apkg" in there:
        yield Guide(words.import_android, tuple(steps(words.import_android_steps)))
        yield Guide(words.import_iphone, tuple(steps(words.import_iphone_steps)))
        yield Guide(words.import_desktop, tuple(steps(words.import_desktop_steps)))
        said = about(words.language)
        yield Guide(words.update, (), (said.update, said.kept, said.lost))
    if "poster-tiled" in there:
        shop = words.print_shop.format(pack.course.poster.size)
        yield Guide(words.print_poster, tuple(steps(words.print_poster_steps)), (shop,))
    if "briefing.pdf" in there:
        more = (words.print_booklet,) if "booklet.pdf" in there else ()
        paper = steps(words.print_briefing_steps.format(pack.course.paper))
        yield Guide(words.print_briefing, tuple(paper), more)
    if "cards.pdf" in there:
        yield Guide(words.print_cards, (), (about(words.language).fold,))
