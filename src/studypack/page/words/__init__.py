"""The words of a pack's web page, all in one place for each language."""

from types import MappingProxyType

from studypack.page.words.american import AMERICAN
from studypack.page.words.english import ENGLISH
from studypack.page.words.hungarian import HUNGARIAN
from studypack.page.words.polish import POLISH
from studypack.page.words.words import Words
from studypack.summary.course import Labels
from studypack.summary.ties import tied

__all__ = ["ENGLISH", "LANGUAGES", "Words", "words_for"]

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
