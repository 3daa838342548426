"""The poster's own words, all in one place for each language."""

from types import MappingProxyType

from studypack.poster.words.english import AMERICAN, ENGLISH
from studypack.poster.words.hungarian import HUNGARIAN
from studypack.poster.words.polish import POLISH
from studypack.poster.words.words import Wording
from studypack.summary.course import Labels
from studypack.summary.ties import tied

__all__ = ["ENGLISH", "LANGUAGES", "Wording", "words_for"]

LANGUAGES = MappingProxyType(
    {
        Labels.BRITISH: ENGLISH,
        Labels.AMERICAN: AMERICAN,
        Labels.POLISH: tied(POLISH),
        Labels.HUNGARIAN: HUNGARIAN,
    }
)


def words_for(language: Labels) -> Wording:
    """The words of a language."""
    return LANGUAGES[language]
