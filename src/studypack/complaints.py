"""What WeasyPrint complains of, as diagnostics that name the line of a template or the item."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from studypack import places
from studypack.diagnostics import Diagnostic, Mark
from studypack.product import CannotRenderError

_HINT = "Look for something unusual in what was changed last; `studypack doctor` tries a page."
_PLACE = re.compile(r" at (?P<line>\d+):(?P<column>\d+)")
_NAMED = re.compile(r"(?:anchor (?=#)|image at '|refused: )([^\s']+)")
_ID = re.compile(r'\bid="([^"]+)"')


@contextmanager
def heard(name: str, *html: str) -> Iterator[list[str]]:
    """Collects what WeasyPrint logs, and what else is put into the list, and raises it.

    ``name`` is that of the file to be made, ``html`` its pages. Raises CannotRenderError.
    """
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415  (loaded by typesetting)

    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    logger, listener = logging.getLogger("weasyprint"), Listener(logging.WARNING)
    logger.addHandler(listener)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", DeprecationWarning)
            yield said
    except FatalURLFetchingError as error:
        said.append(str(error))
    finally:
        logger.removeHandler(listener)
    if said:
        raise CannotRenderError(*diagnosed(said, name, "".join(html)))


def diagnosed(said: Iterable[str], name: str, page: str) -> Iterator[Diagnostic]:
    """Each complaint once, where its cause stands."""
    for message in dict.fromkeys(said):
        item = _item(message, page)
        told = f"{message} (at {item})" if item else message
        yield Diagnostic("SP401", _line_of_template(message, page) or Mark(name), told, _HINT)


def _line_of_template(message: str, page: str) -> Mark | None:
    """The line of a style sheet that is complained of, if it stands in a template as it is."""
    found = _PLACE.search(message)
    lines = page.partition("<style>")[2].splitlines()
    if not found or int(found["line"]) > len(lines):
        return None
    wanted = lines[int(found["line"]) - 1]
    for path in sorted(filter(Path.is_file, places.templates().rglob("*.css"))):
        for number, line in enumerate(
            path.read_text("utf-8", errors="replace").splitlines(), start=1
        ):
            if line == wanted:
                return Mark(str(path), number, int(found["column"]))
    return None


def _item(message: str, page: str) -> str:
    """The anchor before the link or picture that is complained of; in most cases an item's."""
    found = _NAMED.search(message)
    before, here, _ = page.partition(f'="{found[1]}"') if found else (page, "", "")
    anchors = _ID.findall(before) if here else []
    return str(anchors[-1]) if anchors else ""
