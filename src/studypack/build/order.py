"""An order: an output that a course wants, and all that it would be made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from studypack import outputs
from studypack.build.libraries import equipment_for
from studypack.build.manifest import key_of
from studypack.build.unit import Unit
from studypack.flashcards.note import Note
from studypack.ledger import Ledger
from studypack.product import Wishes
from studypack.select import Pack


@dataclass(frozen=True)
class Order:
    """What is wanted; orders with the same key are fulfilled by the same bytes."""

    unit: Unit
    inputs: Mapping[str, str]
    """Digests of all that can change a byte of the output, by name."""

    @property
    def key(self) -> str:
        """Names the bytes of the output."""
        return self.unit.key

    @property
    def course(self) -> str:
        """The id of the course."""
        return self.unit.course.id

    @property
    def place(self) -> tuple[str, str, str]:
        """Of all orders of a build only this has it: the course, its pack, the output."""
        return self.course, self.unit.pack_name, self.output

    @property
    def output(self) -> str:
        """The name of the output."""
        return self.unit.output


def order_for(
    folder: str, pack: Pack, output: str, wishes: Wishes, ledger: Ledger, notes: Sequence[Note]
) -> Order:
    """The order for an output of a pack; ``notes`` are those of the whole summary."""
    kind = outputs.OUTPUTS[output]
    inputs = {
        "the output": output,
        **equipment_for(kind.templates),
        **kind.reads(pack, ledger, wishes, notes),
    }
    key = key_of(inputs)
    unit = Unit(key, folder, pack.course, output, pack.changed, pack.assets, wishes)
    return Order(unit, inputs)
