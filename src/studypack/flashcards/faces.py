"""What cards look like: the templates of ``templates/flashcards`` in Anki's own language.

Anki's fields are written ``{{Field}}`` in them; ours are ``[[ words.when ]]`` for a label and
``[% … %]`` for parts that several templates share. A notetype's front and back are
``<notetype>/<template>.front.html`` and ``.back.html``.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment

from studypack import places
from studypack.flashcards.notetypes import NOTETYPES, RESERVE, Notetype
from studypack.flashcards.words import labels
from studypack.product import CannotRenderError
from studypack.summary.lanes import LANES
from studypack.summary.language import primary
from studypack.templates import template_fault


@dataclass(frozen=True)
class Face:
    """Front and back of a card template."""

    front: str
    back: str


def style() -> str:
    """The stylesheet of all cards. Raises CannotRenderError if it is spoiled."""
    return _laid_out("cards.css", lanes=LANES)


def face(notetype: Notetype, template: str, language: str) -> Face:
    """A card template in the words of a language. Raises CannotRenderError if it is spoiled."""
    if template == RESERVE:
        return Face(front="{{#Reserve 1}}{{Reserve 1}}{{/Reserve 1}}", back="{{FrontSide}}")
    stem = f"{notetype.key}/{template.lower()}"
    words = labels(language)
    front, back = (
        _laid_out(f"{stem}.{side}.html", words=words).strip() for side in ("front", "back")
    )
    return Face(front, back)


def hashes(language: str) -> dict[str, str]:
    """A hash of each notetype as it looks, under its name in the ledger: ``term/en``.

    Raises CannotRenderError for a spoiled template.
    """
    return {
        f"{notetype.key}/{primary(language)}": _hash(notetype, language)
        for notetype in NOTETYPES.values()
    }


def _hash(notetype: Notetype, language: str) -> str:
    faces = [face(notetype, template, language) for template in notetype.templates]
    looks = [style(), [[f.front, f.back] for f in faces], notetype.name(language), notetype.fields]
    return hashlib.sha256(json.dumps(looks).encode("utf-8")).hexdigest()[:20]


def _laid_out(name: str, **given: object) -> str:
    try:
        return _environment().get_template(name).render(given)
    except Exception as error:
        fault = template_fault(error)
        if fault is None:
            raise
        raise CannotRenderError(fault) from None


@cache
def _environment() -> jinja2.Environment:
    return ImmutableSandboxedEnvironment(
        loader=jinja2.FileSystemLoader(places.templates() / "flashcards"),
        block_start_string="[%",
        block_end_string="%]",
        variable_start_string="[[",
        variable_end_string="]]",
        comment_start_string="[#",
        comment_end_string="#]",
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
