"""Bibliographic records in CSL-JSON, as Zotero exports them."""

import re
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Name(BaseModel):
    """A CSL name."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    family: str = ""
    given: str = ""
    literal: str = ""


class CslDate(BaseModel):
    """A CSL date; only its parts (year, month, day) are used."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    date_parts: tuple[tuple[int | str, ...], ...] = Field(default=(), alias="date-parts")


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
    def pages(self) -> tuple[int, int] | None:
        """First and last page, where the record says."""
        match = re.fullmatch(r"\s*(\d+)\s*[-–—]+\s*(\d+)\s*", self.page)
        return (int(match[1]), int(match[2])) if match else None
