"""What makes a pack's web page be made again."""

from __future__ import annotations

import pytest

from studypack.flashcards.notes import notes_of
from studypack.page.files import Neighbour
from studypack.page.reads import reads
from studypack.select import full_course, select
from studypack.summary.summary import Summary


@pytest.mark.parametrize(
    "other",
    [
        Neighbour("six-full", "The Six Lights", "en"),
        Neighbour("six-full", "Seven Lights", "pl"),
        Neighbour("two-full", "The Six Lights", "pl"),
    ],
)
def test_all_that_the_list_of_packs_shows_of_another(lantern: Summary, other: Neighbour) -> None:
    pack = select(lantern, full_course(lantern.id))
    known = Neighbour("six-full", "The Six Lights", "pl")
    assert reads(pack, (), (), "", (known,)) != reads(pack, (), (), "", (other,))


def test_the_first_topic_of_an_item_under_which_its_cards_stand(lantern: Summary) -> None:
    def inputs_where(*topics: str) -> object:
        oil, *others = lantern.events
        given = {name: getattr(lantern, name) for name in Summary.model_fields}
        given["events"] = (oil.model_copy(update={"topics": topics}), *others)
        summary = Summary.model_construct(**given)
        return reads(select(summary, full_course(summary.id)), notes_of(summary), (), "", ())

    assert inputs_where("oil", "light") == inputs_where("oil", "light")
    assert inputs_where("oil", "light") != inputs_where("light", "oil")
