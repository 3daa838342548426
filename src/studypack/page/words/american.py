"""The words of an American reader, where they are others than a British one's."""

from dataclasses import replace

from studypack.page.words.english import ENGLISH

AMERICAN = replace(ENGLISH, language="en-US")
