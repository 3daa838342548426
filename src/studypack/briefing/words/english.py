"""The words of a British reader."""

from types import MappingProxyType

from studypack.briefing.words.words import Words
from studypack.summary.items import How, QuestionKind, TermKind
from studypack.summary.plural import Plural

ENGLISH = Words(
    language="en-GB",
    kind_of_book="Briefing",
    edition="Edition of {}",
    teachers_edition="Teacher’s edition, with answers to the questions",
    contents="Contents",
    how_to_use="How to use this pack",
    weeks="The term, week by week",
    weeks_intro="What belongs to each week, and where it stands in this pack.",
    week_read="Read",
    week_decisions="Discuss",
    week_dates="Dates to know",
    week_people="People to know",
    week_cards="Search in Anki",
    overview="The story on one page",
    decisions="The decisions, laid open",
    more_decisions="More decisions",
    comparisons="Side by side",
    arguments="The arguments",
    disputes="What we do not know",
    chronology="Chronology",
    figures="Figures and casualties",
    people="Who’s who",
    terms="Names and terms",
    quotations="In their own words",
    questions="Questions",
    bibliography="Bibliography",
    works_cited="Works Cited",
    references="References",
    index="Index",
    colophon="About this edition",
    decisions_intro=(
        "Each decision is taken apart in the same order: the question, the ways that lay open, what"
        " was chosen and by whom, who disagreed, why, and what came of it. A filled square marks"
        " the way that was taken."
    ),
    more_decisions_intro="The decisions that led to the turning points, or followed from them.",
    arguments_intro="What historians now argue, what they argue against, and on what evidence.",
    disputes_intro=(
        "Where the sources, the historians or the numbers disagree, this pack prints every reading"
        " and says whose it is."
    ),
    chronology_intro=(
        "Everything in this pack in the order in which it happened. A diamond marks a decision that"
        " is laid open on the page given."
    ),
    chronology_alone_intro="Everything in this pack in the order in which it happened.",
    figures_intro=(
        "No number stands here without its owner. Where two are given, both are in print."
    ),
    people_intro=(
        "By country, in the order of the alphabet. Capitals in the pronunciation show the stress."
    ),
    quotations_intro=(
        "Short extracts, in the order in which they were spoken or written. What stands above each"
        " says how the words have come down to us; few of them are shorthand records."
    ),
    index_intro="In bold: where a person or term has an entry of its own. Notes are counted in.",
    see="see",
    use_pack=(
        "This book is one file of a study pack. A wall chronology and a deck of flashcards belong"
        " to it. All three are printed from the same notes, so that a date, a name or a number is"
        " the same in each of them."
    ),
    use_reading="To read",
    use_parts=Plural(
        "en", one="The story is told in {} part.", other="The story is told in {} parts."
    ),
    use_margin=(
        "Dates stand in the margin, so that you can find your place again; the notes at the foot of"
        " the page say where each statement comes from."
    ),
    use_margin_in_text=(
        "Dates stand in the margin, so that you can find your place again; the brackets in the text"
        " say where each statement comes from."
    ),
    use_whole="To see it whole",
    use_overview="One page holds the turning points.",
    use_chronology="The chronology holds everything, day by day.",
    use_thinking="To think it through",
    use_decisions=(
        "History is made of decisions. Each of them is laid open: what was asked, what else could"
        " have been done, who disagreed. Cover the lower half and decide for yourself before you"
        " read on."
    ),
    use_arguing="To argue",
    use_arguments="What historians claim, and against whom.",
    use_disputes="What is not known, or not agreed.",
    use_looking_up="To look things up",
    use_people="People by country, with the sound of their names.",
    use_terms="Organisations, code names, ideas and places.",
    use_figures="Numbers, each with its owner.",
    use_index="Every name, with the pages that speak of it.",
    use_practice="To practise",
    use_questions="Questions for discussion, essays and work with sources.",
    use_questions_answered=(
        "Questions for discussion, essays and work with sources, each with what a good answer says."
    ),
    signs="Signs",
    sign_decision="A decision.",
    sign_options="In its list of ways {taken} marks the one that was taken, {open} the others.",
    sign_later=(
        "Known from outside the sources of this pack and added by the editors. A whole entry of"
        " this sort is headed {}."
    ),
    sign_page=(
        "The page in a source, whose name stands before it in short; in full it stands among the"
        " sources."
    ),
    sign_rules="Rules",
    pulse="{theatre}: {events}, {span}",
    events=Plural("en", one="{} event", other="{} events"),
    pages_of="Page numbers without a name: {}.",
    page="p.\N{NO-BREAK SPACE}{}",
    quoted="‘{}’",
    date="Date",
    where="Where",
    what_happened="What happened",
    who_decided="Who decided",
    before="Before",
    options="Open to them",
    option_taken="taken",
    decided="Decided",
    dissent="Against",
    dissent_overcome="came round in the end",
    dissent_towards="for",
    reasons="Reasons",
    consequence="What came of it",
    led_to="Led to",
    said="In their words",
    matters="Why it matters",
    disputed="Disputed",
    numbers="Figures",
    older_view="Older view",
    thesis="Thesis",
    evidence="Evidence",
    open_question="Still open",
    about="Concerns",
    stand="What this pack prints",
    what_is_counted="What is counted",
    how_many="How many, and by whose account",
    aspect="Aspect",
    good_answer="A good answer",
    later="Editors’ note",
    later_mark="ed.",
    born="born {}",
    died="died {}",
    text_set_in="Set in Gentium Book Plus and Source Sans 3 (SIL Open Font License).",
    text_set_in_sans="Set in Source Sans 3 (SIL Open Font License).",
    overview_stacked="The story in brief",
    use_margin_stacked=(
        "Dates stand above the paragraphs, so that you can find your place again; the notes at the"
        " foot of the page say where each statement comes from."
    ),
    use_margin_in_text_stacked=(
        "Dates stand above the paragraphs, so that you can find your place again; the brackets in"
        " the text say where each statement comes from."
    ),
    use_overview_stacked="A short list holds the turning points.",
    use_decisions_stacked=(
        "History is made of decisions. Each of them is laid open: what was asked, what else could"
        " have been done, who disagreed. Stop after the ways that lay open, and decide for yourself"
        " before you read on."
    ),
    edited_by="Edited by {}.",
    licence="Text under {}.",
    last_changed="Last change to its content: {}.",
    swing_alt="Decisions between {left} and {right}, in the order of time: {count}.",
    swing_ends="The first is {first}, the last {last}.",
    swing_nearest="Nearest to {}: {}.",
    swing_crossing="The line crosses the middle with: {}.",
    to_scale="To scale",
    to_scale_note=(
        "Within a group all bars have one scale. Rival figures stand under one another, each with"
        " its owner. An open bar is an upper limit, or the rest of a range."
    ),
    scale_alt="{}, as bars to scale.",
    scale_most="Longest: {}.",
    scale_least="Shortest: {}.",
    scale_rivals="Rival figures: {}.",
    sittings="{}: who is named, sitting by sitting",
    sittings_note=(
        "{named} named in the account of the decision, {against} against it. An empty place means"
        " that this pack does not name the person there; it does not mean that the person was"
        " absent."
    ),
    name="Name",
    days_note="tall: days of which this part tells",
    days_alt=(
        "{title}: the days of which this part tells, out of {span}. They are {count} in number,"
        " {told}; most is told of {most}."
    ),
    handout="Handout",
    handout_dates="Dates and decisions",
    handout_decision="a decision",
    handout_later="added by the editors from outside the sources",
    booklet="printing copy",
    booklet_print="Print on both sides of {}, turned on the short edge, at 100%.",
    booklet_fold="Fold all sheets together.",
    booklet_stacks="Fold in stacks of {} sheets, then lay them one on another.",
    how_decided=MappingProxyType(
        {
            How.UNANIMOUS: "Unanimously",
            How.MAJORITY: "By a majority",
            How.ALONE: "Alone",
        }
    ),
    term_kinds=MappingProxyType(
        {
            TermKind.ORGANISATION: "Organisations",
            TermKind.CODE_NAME: "Code names",
            TermKind.CONCEPT: "Ideas and documents",
            TermKind.PLACE: "Places",
            TermKind.PUBLICATION: "Papers",
            TermKind.EVENT: "Events",
        }
    ),
    question_kinds=MappingProxyType(
        {
            QuestionKind.DISCUSSION: "For discussion",
            QuestionKind.ESSAY: "For essays",
            QuestionKind.SOURCE: "Working with the sources",
        }
    ),
)
