"""What every part of the model is made of.

Modules of models do without ``from __future__ import annotations``: pydantic evaluates each of
their annotations at every start, and would have to compile it from text before.
"""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.annotated_handlers import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from studypack.summary import citations, dates
from studypack.summary.language import TAG


class Model(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        populate_by_name=True,
        allow_inf_nan=False,
        arbitrary_types_allowed=True,
        defer_build=True,  # most are only parts of others, and --help needs none
    )


class TextMark:
    """Marks a string as inline Markdown."""


class CiteMark:
    """Marks a string as one or more bracketed Pandoc citations."""


class BlockMark:
    """Marks a string as block Markdown (paragraphs, lists, quotations)."""


class RefMark:
    """Marks a string as the id of an item of one of these kinds (none: any kind)."""

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds


class _Edtf:
    """Dates are read from EDTF and written so; to pydantic alone they would be records."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            dates.parse, serialization=core_schema.to_string_ser_schema(when_used="always")
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": ["string", "integer"], "pattern": dates.PATTERN}


def _cite(value: object) -> object:
    if isinstance(value, str):
        citations.parse_field(value)
    return value


def _id(value: object) -> object:
    """``summary: 1848`` names the folder 1848, though YAML reads a number."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Text = Annotated[str, TextMark()]
Blocks = Annotated[str, BlockMark()]
Cite = Annotated[str, BeforeValidator(_cite), CiteMark()]
EdtfDate = Annotated[dates.Date, _Edtf]
ID_FORM = r"^[a-z0-9][a-z0-9-]{0,59}$"
Id = Annotated[str, Field(pattern=ID_FORM), BeforeValidator(_id)]
Language = Annotated[str, Field(pattern=TAG)]
Importance = Annotated[int, Field(ge=1, le=3)]
AnyRef = Annotated[str, RefMark()]
PersonRef = Annotated[str, RefMark("person")]
TermRef = Annotated[str, RefMark("term")]
BodyRef = Annotated[str, RefMark("term", "person")]
EventRef = Annotated[str, RefMark("event", "decision")]
FigureRef = Annotated[str, RefMark("figure")]
QuotationRef = Annotated[str, RefMark("quotation")]
TheatreRef = Annotated[str, RefMark("theatre")]
CrisisRef = Annotated[str, RefMark("crisis")]
TopicRef = Annotated[str, RefMark("topic")]
PartRef = Annotated[str, RefMark("part")]
