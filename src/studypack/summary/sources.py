"""Bibliographic records in CSL-JSON, as Zotero exports them."""

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator


class Name(BaseModel):
    """A CSL name."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    family: str = ""
    given: str = ""
    literal: str = ""


def _date_parts(value: object) -> tuple[int, ...]:
    """Year, month and day as numbers, however a program exports them."""
    parts = value if isinstance(value, (list, tuple)) else ()
    try:
        year, month, day = (*map(int, parts), 1, 1)[: max(len(parts), 3)]
        dt.date(2000, month, day)  # a leap year
    except (OverflowError, TypeError, ValueError):
        year = _LATEST + 1
    if not parts or abs(year) > _LATEST:
        raise ValueError("a year, a month and a day are needed, as numbers: [1998, 4, 30]")
    return tuple(map(int, parts))


_LATEST = 9999
_DateParts = Annotated[tuple[int, ...], BeforeValidator(_date_parts)]


_WRITTEN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class CslDate(BaseModel):
    """A CSL date; its parts (year, month, day) are used, also those of ``raw: 1998-04-30``."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    date_parts: tuple[_DateParts, ...] = Field(default=(), alias="date-parts")

    @model_validator(mode="before")
    @classmethod
    def _as_written(cls, data: Any) -> Any:
        """Some programs export what was typed instead of parts; unread, it would print as n.d."""
        said = (data.get("raw") or data.get("literal")) if isinstance(data, dict) else None
        if not said or data.get("date-parts"):
            return data
        written = _WRITTEN.fullmatch(str(said).strip())
        if not written:
            parts = '{"date-parts": [[1998, 4, 30]]}'
            raise ValueError(f"'{said}' is not read; write the date in parts: {parts}")
        return {**data, "date-parts": [[int(part) for part in written.groups() if part]]}


class Source(BaseModel):
    """One record. Fields that no citation style here needs are allowed and ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    id: str
    type: str
    title: str
    title_short: str = Field(default="", alias="title-short")
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    container_title: str = Field(default="", alias="container-title")
    publisher: str = ""
    publisher_place: str = Field(default="", alias="publisher-place")
    volume: str = ""
    issue: str = ""
    page: str = ""
    genre: str = ""
    archive: str = ""
    archive_place: str = Field(default="", alias="archive-place")
    archive_location: str = ""
    issued: CslDate = CslDate()
    accessed: CslDate = CslDate()
    url: str = Field(default="", alias="URL")
    doi: str = Field(default="", alias="DOI")
    language: str = ""
    note: str = ""

    def __init__(self, **data: Any) -> None:
        # Zotero writes volume and issue as strings, other programs as numbers
        for key in ("volume", "issue", "page"):
            if isinstance(data.get(key), int):
                data[key] = str(data[key])
        super().__init__(**data)

    @property
    def paged(self) -> bool:
        """Whether a place in it can be told by its page."""
        return bool(self.page) or self.type in _PAGED

    @property
    def pages(self) -> tuple[int, int] | None:
        """First and last page, where the record says."""
        match = re.fullmatch(r"\s*(\d+)\s*[-–—]+\s*(\d+)\s*", self.page)
        return (int(match[1]), int(match[2])) if match else None


_PAGED = {"article-journal", "book", "chapter", "thesis"}
"""Types of CSL that have pages, whether their records say so or not."""
