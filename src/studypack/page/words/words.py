"""What a pack's web page says besides the content, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from studypack.summary.plural import Plural


@dataclass(frozen=True)
class Words:
    """``{}`` takes what is told of it; ``\\n`` parts the steps of an instruction."""

    language: str
    edition: str
    """``{}``: the date of the last change."""
    skip: str
    """The link to what follows the links to the parts of the page."""
    parts: str
    """What the list of links to the parts of the page is called."""
    downloads: str
    files: dict[str, tuple[str, str]]
    """The end of a file's name -> what it is, and what it is for."""
    download: str
    """``{what}`` a file is, ``{kind}`` PDF or the like, and ``{size}``: the words of its link."""
    look: str
    page_of: str
    """``{what}`` and ``{number}``: a picture, for who does not see it."""
    poster: str
    poster_picture: str
    poster_zoom: str
    poster_open: str
    cards: str
    cards_intro: str
    flip: str
    """What opens a card."""
    counted_cards: Plural
    other_cards: str
    """Those without a topic."""
    source: str
    weeks: str
    weeks_intro: str
    week_topics: str
    week_search: str
    changes: str
    changes_file: str
    how: str
    import_desktop: str
    import_desktop_steps: str
    import_android: str
    import_android_steps: str
    import_iphone: str
    import_iphone_steps: str
    update: str
    print_poster: str
    print_poster_steps: str
    print_shop: str
    print_briefing: str
    print_briefing_steps: str
    print_booklet: str
    print_cards: str
