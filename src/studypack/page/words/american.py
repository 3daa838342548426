"""The words of an American reader, where they are others than a British one's."""

from dataclasses import replace

from studypack.page.words.english import ENGLISH

AMERICAN = replace(
    ENGLISH,
    language="en-US",
    print_poster_steps="Open “Poster on office paper.” Its first page shows how the sheets lie."
    "\nPrint on one side at actual size (100%), not “fit to page.”"
    "\nMeasure the bar on the first page: it must be 100 mm long."
    "\nCut along the marks, glue the sheets of each row, then the rows.",
    print_briefing_steps="Print on both sides of {}, flipped on the long edge, at 100%."
    "\nPunch or staple it on the left.",
    print_booklet="The booklet: both sides, flipped on the short edge, at 100%; fold and staple.",
)
