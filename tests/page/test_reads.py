"""What makes a pack's web page be made again."""

from __future__ import annotations

import pytest

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
