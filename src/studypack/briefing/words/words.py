"""What the briefing says by itself: every heading, label and note of use that it can print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from studypack.summary.course import Type
from studypack.summary.items import How, QuestionKind, TermKind
from studypack.summary.plural import Plural


@dataclass(frozen=True, kw_only=True)
class Words:
    """The words of one language. None has a default: a language that lacks one is an error.

    A pair of braces holds the place of a name, a number or a date; the phrase round it must be
    right whatever stands there, in whatever case or gender.
    """

    language: str
    """As in ``lang``."""

    kind_of_book: str
    edition: str
    """With the date in full."""
    teachers_edition: str
    contents: str
    how_to_use: str
    weeks: str
    weeks_intro: str
    week_read: str
    week_decisions: str
    week_dates: str
    week_people: str
    week_cards: str
    """Before a search in Anki."""
    overview: str
    decisions: str
    more_decisions: str
    comparisons: str
    arguments: str
    disputes: str
    chronology: str
    figures: str
    people: str
    terms: str
    quotations: str
    questions: str
    bibliography: str
    """The list of sources in Chicago's style."""
    works_cited: str
    """The same in MLA's."""
    references: str
    """The same in APA's."""
    index: str
    colophon: str

    decisions_intro: str
    more_decisions_intro: str
    arguments_intro: str
    disputes_intro: str
    chronology_intro: str
    chronology_alone_intro: str
    """The same in a book that lays no decision open."""
    figures_intro: str
    people_intro: str
    quotations_intro: str
    index_intro: str
    see: str
    """Between a name and the one to look under."""

    use_pack: str
    use_reading: str
    use_parts: Plural
    use_margin: str
    use_margin_in_text: str
    """The same where sources stand in brackets in the text."""
    use_whole: str
    use_overview: str
    use_chronology: str
    use_thinking: str
    use_decisions: str
    use_arguing: str
    use_arguments: str
    use_disputes: str
    use_looking_up: str
    use_people: str
    use_terms: str
    use_figures: str
    use_index: str
    use_practice: str
    use_questions: str
    use_questions_answered: str
    """The same in the teacher's edition."""
    signs: str
    sign_decision: str
    sign_options: str
    """With the signs ``taken`` and ``open``."""
    sign_later: str
    """With the words of ``later``."""
    sign_page: str
    sign_rules: str

    pulse: str
    """With ``theatre``, ``events`` (counted) and ``span`` of days."""
    events: Plural
    pages_of: str
    page: str
    """With the number of a page."""
    quoted: str
    """With what somebody said: marks of quotation go by the language of the content."""
    date: str
    where: str
    what_happened: str
    who_decided: str
    before: str
    options: str
    option_taken: str
    decided: str
    dissent: str
    dissent_overcome: str
    dissent_towards: str
    reasons: str
    consequence: str
    led_to: str
    said: str
    matters: str
    disputed: str
    numbers: str
    older_view: str
    thesis: str
    evidence: str
    open_question: str
    about: str
    stand: str
    what_is_counted: str
    how_many: str
    aspect: str
    good_answer: str
    later: str
    later_mark: str
    born: str
    died: str
    text_set_in: str
    text_set_in_sans: str
    """The same where there is no Gentium Book Plus."""
    overview_stacked: str
    use_margin_stacked: str
    use_margin_in_text_stacked: str
    use_overview_stacked: str
    use_decisions_stacked: str
    """The same in one column, with dates above the paragraphs and more pages; see ``for_type``."""
    edited_by: str
    licence: str
    last_changed: str
    """With the date in full, which may end in a full stop."""

    swing_alt: str
    """With ``count``, and the poles ``left`` and ``right``."""
    swing_ends: str
    """With ``first`` and ``last``: titles of decisions, dates in brackets."""
    swing_nearest: str
    """With a pole and the decisions next to it."""
    swing_crossing: str
    """With the decisions that lie on the other side of the middle than the one before."""
    to_scale: str
    to_scale_note: str
    scale_alt: str
    scale_most: str
    """With a thing counted, the number, and in brackets whose it is; the next two likewise."""
    scale_least: str
    scale_rivals: str
    sittings: str
    """With the body that sat."""
    sittings_note: str
    """With the signs ``named`` and ``against``."""
    name: str
    days_note: str
    days_alt: str
    """With the ``title`` of a part, the ``span`` of the strip, the ``count`` of its days that are
    ``told``, from the first to the last of them, and the day with ``most`` entries."""

    handout: str
    handout_dates: str
    handout_decision: str
    handout_later: str
    booklet: str
    booklet_print: str
    """With the name of the paper."""
    booklet_fold: str
    booklet_stacks: str
    """With the sheets of each stack."""

    how_decided: Mapping[How, str]
    term_kinds: Mapping[TermKind, str]
    question_kinds: Mapping[QuestionKind, str]

    def for_type(self, type_: Type) -> Words:
        """The words for pages in this type: in one column other things are true of them."""
        if type_ is Type.NORMAL:
            return self
        sans = type_ is Type.DYSLEXIA
        return replace(
            self,
            text_set_in=self.text_set_in_sans if sans else self.text_set_in,
            overview=self.overview_stacked,
            use_margin=self.use_margin_stacked,
            use_margin_in_text=self.use_margin_in_text_stacked,
            use_overview=self.use_overview_stacked,
            use_decisions=self.use_decisions_stacked,
        )
