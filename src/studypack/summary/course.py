"""A course: a profile that selects and dresses a summary."""

from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import Field

from studypack.summary.base import EdtfDate, Id, Importance, Model
from studypack.summary.language import primary


class Selection(Model):
    """Which items a course takes. What an empty list leaves open is not restricted."""

    crises: tuple[str, ...] = ()
    """Ids of crises; only what belongs to them."""
    theatres: tuple[str, ...] = ()
    """Ids of theatres; only events in them."""
    topics: tuple[str, ...] = ()
    """Ids of topics; only what has one of them. Items without a topic are always in."""
    importance: Importance = 3
    """Items of this importance and more important ones."""
    include: tuple[str, ...] = ()
    """Ids of items that are in whatever the rest says, and topics all of whose items are."""
    exclude: tuple[str, ...] = ()
    """Ids of items that are out whatever the rest says, and topics all of whose items are."""
    without: tuple[str, ...] = ()
    """Content flags to leave out, such as ``violence``."""


class Paper(StrEnum):
    """Office paper."""

    A4 = "A4"
    LETTER = "Letter"


class Ink(StrEnum):
    """What the printer has."""

    COLOUR = "colour"
    MONO = "black-and-white"


class Edition(StrEnum):
    """Who holds it in hand: only the teacher's has answers."""

    STUDENT = "student"
    TEACHER = "teacher"


LINE = 300
"""Characters of what a title page says in one place."""
PARTS = (
    "how_to_use",
    "weeks",
    "overview",
    "narrative",
    "decisions",
    "comparisons",
    "arguments",
    "disputes",
    "chronology",
    "figures",
    "people",
    "terms",
    "quotations",
    "questions",
    "sources",
    "index",
    "colophon",
)
"""The parts of a briefing, in the order of the book."""


class Labels(StrEnum):
    """The languages that have all labels: headings, dates, the words around the content."""

    BRITISH = "en-GB"
    AMERICAN = "en-US"
    POLISH = "pl"
    HUNGARIAN = "hu"


def labels_for(language: str) -> Labels:
    """The labels that go with content in a language; British where there are none in it."""
    base = primary(language)
    return next((known for known in Labels if known in {language, base}), Labels.BRITISH)


class Type(StrEnum):
    """How large the type is, and for whom it is set."""

    NORMAL = "normal"
    LARGE = "large"
    """18 points."""
    DYSLEXIA = "dyslexia"
    """As the British Dyslexia Association asks for: sans, wide apart, flush left, no italics."""


class CitationStyle(StrEnum):
    """How sources are cited."""

    CHICAGO = "chicago"
    MLA = "mla"
    APA = "apa"


class Orientation(StrEnum):
    """Which edge of a sheet is the longer one."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class PosterDress(Model):
    """How a course prints the poster."""

    size: str = "A1"
    """A3 to A0, tabloid, ANSI C to E, or the sheets of office paper it is made of, like 3x3A4."""
    orientation: Orientation = Orientation.PORTRAIT
    """Which edge is the longer one."""
    tiling: Paper | None = None
    """The paper of its office sheets; that of the course if nothing is said."""


class Week(Model):
    """A week of the term: what is read in it."""

    date: EdtfDate
    """A day, or from the first to the last: ``2027-02-01/2027-02-05``."""
    title: str = Field(default="", max_length=LINE)
    """What the week is called."""
    topics: tuple[str, ...] = Field(min_length=1)
    """Ids of the topics that are read in it."""


class Dress(Model):
    """All that a course can wish; a summary may say the same once for all its courses."""

    title: str = Field(default="", max_length=LINE)
    """The name of the course, on the title page."""
    institution: str = Field(default="", max_length=LINE)
    """The school or university."""
    instructor: str = Field(default="", max_length=LINE)
    """Who teaches it."""
    term: str = Field(default="", max_length=LINE)
    """When it is taught: Spring 2027."""
    audience: str = Field(default="", max_length=LINE)
    """For whom it is."""
    selection: Selection = Field(default_factory=Selection)
    """What of the summary is in the pack."""
    language: Labels | None = None
    """Of labels and dates; that of the summary if nothing is said. Content stays as written."""
    paper: Paper = Paper.A4
    """Office paper of the printer."""
    ink: Ink = Ink.COLOUR
    """What the printer has."""
    type: Type = Type.NORMAL
    """How large the type is, and for whom it is set."""
    edition: Edition = Edition.STUDENT
    """Who holds it in hand: only the teacher's has answers."""
    citations: CitationStyle = CitationStyle.CHICAGO
    """How sources are cited."""
    accent: Annotated[str, Field(pattern=r"^(#[0-9a-fA-F]{6})?$")] = ""
    """A colour like #7a1f3d for headings, rules and the strip of the briefing; with a contrast of
    4.5 : 1 at least. Black-and-white ink does without it."""
    logo: str = ""
    """A PNG or JPEG file beside the profile, for the title page. It needs an ``institution``, which
    is what a screen reader says in its stead."""
    fonts: tuple[str, ...] = ()
    """TrueType or OpenType files beside the profile, for characters that the bundled ones lack."""
    without_parts: tuple[str, ...] = ()
    """Parts that the briefing of this course does not print, such as ``index``."""
    poster: PosterDress = Field(default_factory=PosterDress)
    """How the poster is printed."""
    weeks: tuple[Week, ...] = ()
    """What is read in which week."""


FULL = "full"
"""The id of the course that takes everything."""


class Course(Dress):
    """A profile that selects and dresses a summary."""

    id: Id
    """The name of the file; need not be written."""
    summary: Id
    """The id of the summary: the name of its folder."""


ModelT = TypeVar("ModelT", bound=Model)


def layered(upper: ModelT, lower: Model) -> ModelT:
    """A profile over the wishes of its summary: what ``upper`` does not say is as in ``lower``."""
    said = {name: getattr(upper, name) for name in upper.model_fields_set}
    for name in lower.model_fields_set & type(upper).model_fields.keys():
        under = getattr(lower, name)
        over = said.get(name, under)
        said[name] = layered(over, under) if isinstance(under, Model) else over
    return upper.model_copy(update=said)
