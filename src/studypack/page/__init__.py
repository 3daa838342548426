"""The web page of a pack: what is in it, cards to flip, how to use it. It shows finished files."""

from studypack.page.contents import Lying, Neighbour
from studypack.page.reads import reads
from studypack.page.render import INDEX, own_name, render

__all__ = ["INDEX", "Lying", "Neighbour", "own_name", "reads", "render"]
