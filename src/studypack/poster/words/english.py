"""The words of a British reader, and where an American one has others."""

from dataclasses import replace
from types import MappingProxyType

from studypack.poster.words.words import Wording
from studypack.product import Blank
from studypack.summary.items import How

ENGLISH = Wording(
    language="en-GB",
    editors="ed.",
    vote="VOTE",
    dissent="DISSENT",
    came_round="{} came round",
    how=MappingProxyType(
        {How.UNANIMOUS: "unanimous", How.MAJORITY: "majority", How.ALONE: "alone"}
    ),
    rival=" or ",
    rows=MappingProxyType(
        {
            "day": "one row = one day",
            "month": "one row = one month",
            "year": "one row = one year",
        }
    ),
    gap="Gap {}",
    how_to_read="How to read it",
    source="Source",
    kinds=MappingProxyType(
        {
            "event": "Event",
            "decision": "Decision",
            "violence": "Violence",
            "movement": "Troops or people move",
            "talks": "Talks",
            "statement": "Statement",
        }
    ),
    vague="Date approximate or uncertain",
    needle="Decision between {left} and {right}",
    branch="Dissent, and which way",
    turn="Day on which the needle crosses the middle",
    arrow="Led to, as the sources argue",
    bar="Spread over the length of the bar",
    stretched="Rows stretch to hold what happened; left edge: the true scale",
    stretched_part=(
        "Rows stretch to hold what happened; on the true scale at the left edge {days} of {total}"
        " days fill {share}% of the chart"
    ),
    pages="Small grey numbers are pages of {}.",
    editors_added="‘{}’: the editors’ addition.",
    all_shown="{shown} of {total} events.",
    some_shown=(
        "{shown} of {total} events; the others lie outside the rows or had no room on full days."
    ),
    alt_time=(
        "Chronology: time runs down from {first} to {last}; side by side stand the lanes {lanes}."
    ),
    alt_needle="{title}, between {left} and {right}: {places}.",
    in_the_middle="in the middle",
    towards="towards {}",
    far_towards="far towards {}",
    alt_arrows="Arrows: {}.",
    alt_arrow="{cause} led to {effect}",
    keys=MappingProxyType(
        {
            Blank.DATES: "Key to the poster without dates",
            Blank.TITLES: "Key to the poster without titles",
            Blank.DECISIONS: "Key to the poster without decisions",
        }
    ),
    on_sheets="the poster on sheets of {}",
    sheets="{size} poster on {count} sheets of {paper}, {columns} across and {rows} down",
    sheets_scale=", at {}%",
    print_verb="Print",
    print_it=(
        "on one side at actual size (100%), not ‘fit to page’. This bar must then be 100 mm long:"
    ),
    cut_verb="Cut",
    cut_it=(
        "every sheet at its left and upper edge along the solid marks; on the last column also on"
        " the right, on the last row also below. Leave the other edges: they are the strips for"
        " the glue."
    ),
    glue_verb="Glue",
    glue_it=(
        "each row from left to right, the next sheet on the {} mm strip of the one before, up to"
        " its dashed marks. Then glue row on row, from the top down. The names of the sheets vanish"
        " under the seams."
    ),
    for_readers="For screen readers, and to search in: the poster on one sheet, in its own file.",
    place="column {column} of {columns}, row {row} of {rows}",
    glue_right="glue {} on the right",
    glue_below="glue row {} on below",
)

AMERICAN = replace(
    ENGLISH,
    language="en-US",
    came_round="{} came around",
    pages="Small gray numbers are pages of {}.",
    sheets_scale=", at {}%",
    print_it=(
        "on one side at actual size (100%), not “fit to page.” This bar must then be 100 mm long:"
    ),
    editors_added="“{}”: the editors’ addition.",
    towards="toward {}",
    far_towards="far toward {}",
)
