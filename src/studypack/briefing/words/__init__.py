"""The briefing's own words, all in one place for each language."""

from types import MappingProxyType

from studypack.briefing.words.american import AMERICAN
from studypack.briefing.words.english import ENGLISH
from studypack.briefing.words.hungarian import HUNGARIAN
from studypack.briefing.words.own import OwnWords
from studypack.briefing.words.polish import POLISH
from studypack.briefing.words.words import Words
from studypack.summary.course import Labels
from studypack.summary.ties import tied

__all__ = ["ENGLISH", "LANGUAGES", "OwnWords", "Words", "words_for"]

LANGUAGES = MappingProxyType(
    {
        Labels.BRITISH: ENGLISH,
        Labels.AMERICAN: AMERICAN,
        Labels.POLISH: tied(POLISH),
        Labels.HUNGARIAN: HUNGARIAN,
    }
)


def words_for(language: Labels) -> Words:
    """The words of a language."""
    return LANGUAGES[language]
