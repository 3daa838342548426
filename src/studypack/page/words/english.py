"""The words of a British reader."""

from studypack.page.words.words import Words
from studypack.summary.plural import Plural

ENGLISH = Words(
    language="en-GB",
    edition="Edition of {}",
    skip="Skip to the downloads",
    parts="On this page",
    downloads="Downloads",
    files={
        "briefing.pdf": ("Briefing", "The book: read it, mark it, look things up."),
        "booklet.pdf": ("Booklet", "The briefing to print two pages to a sheet, fold and staple."),
        "handout.pdf": ("Handout", "The most important dates, terms and people, in brief."),
        "poster.pdf": ("Poster", "The events side by side, on one large sheet."),
        "poster-tiled": ("Poster on office paper", "The same poster to print, cut and glue."),
        "poster-print-shop": ("Poster for a print shop", "With bleed and crop marks."),
        "poster-blank": ("Poster to fill in", "With gaps, for class."),
        "key.pdf": ("Answers to the poster", "What belongs in the gaps."),
        "deck.apkg": ("Anki deck", "The cards for the app Anki, on a phone or a computer."),
        "cards.pdf": ("Cards on paper", "To print, fold, paste and cut."),
        "cards.tsv": ("Cards as a table", "Questions and answers, for sites like Quizlet."),
        "notes.tsv": ("Notes as a table", "All fields, for a text import into Anki."),
    },
    download="Download {what} ({kind}, {size})",
    look="A look inside",
    page_of="{what}, page {number}",
    poster="Poster",
    poster_picture="The whole poster, small. The briefing says all of it in words.",
    poster_zoom="Zoom into the poster",
    poster_open="Open the poster as a PDF",
    cards="Cards",
    cards_intro="Think of the answer, then open the card. The next card stands to the right.",
    flip="Show the answer",
    counted_cards=Plural("en", one="{} card", other="{} cards"),
    other_cards="Other",
    source="Source",
    weeks="Week by week",
    weeks_intro="Paste a search into Anki’s Browse window to see the cards of that week.",
    week_topics="Topics",
    week_search="Search in Anki",
    changes="What has changed",
    changes_file="The same as a file",
    how="How to",
    import_desktop="Import the deck on a computer",
    import_desktop_steps="Install Anki and start it."
    "\nDownload the deck and open it with a double click, or choose File → Import in Anki."
    "\nLeave the options as they are and choose Import.",
    import_android="Import the deck on an Android phone",
    import_android_steps="Install AnkiDroid and start it once."
    "\nDownload the deck on the phone and tap on it in the list of downloads."
    "\nOpen it with AnkiDroid and confirm the import.",
    import_iphone="Import the deck on an iPhone or iPad",
    import_iphone_steps="Install AnkiMobile and start it once."
    "\nDownload the deck and find it in the app Files."
    "\nTap on Share, choose AnkiMobile and confirm the import.",
    update="When there is a new edition",
    print_poster="Print the poster on an office printer",
    print_poster_steps="Open “Poster on office paper”. Its first page shows how the sheets lie."
    "\nPrint on one side at actual size (100%), not “fit to page”."
    "\nMeasure the bar on the first page: it must be 100 mm long."
    "\nCut along the marks, glue the sheets of each row, then the rows.",
    print_shop="A copy shop prints the file “Poster” on one sheet of {}.",
    print_briefing="Print the briefing",
    print_briefing_steps="Print on both sides of {}, turned on the long edge, at 100%."
    "\nPunch or staple it on the left.",
    print_booklet="The booklet: both sides, turned on the short edge, at 100%; fold and staple.",
    print_cards="Cards on paper",
)
