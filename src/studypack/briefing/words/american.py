"""The words of an American reader, where they are others than a British one's."""

from dataclasses import replace
from types import MappingProxyType

from studypack.briefing.words.english import ENGLISH
from studypack.summary.items import TermKind

AMERICAN = replace(
    ENGLISH,
    language="en-US",
    quoted="“{}”",
    use_terms="Organizations, code names, ideas and places.",
    use_practice="To practice",
    dissent_overcome="came around in the end",
    booklet_print="Print on both sides of {}, flipped on the short edge, at 100%.",
    term_kinds=MappingProxyType({**ENGLISH.term_kinds, TermKind.ORGANISATION: "Organizations"}),
)
