"""Pictures of pages, for those who look at a pack before they open it. Same PDF, same bytes."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from studypack.product import Product

COLOURS = 32
"""Pages have few; a palette makes their pictures a third as large."""


@dataclass(frozen=True)
class Shots:
    """Which pictures are taken: of how many first pages, how wide each, in pixels."""

    pages: int
    widths: tuple[int, ...]


PAGES_OF_BOOK = Shots(4, (480,))
PAGES_OF_SHEET = Shots(2, (480,))
ONE_LARGE = Shots(1, (960, 2600))
"""To look at, and to zoom into: 111 dots per inch of an A1 sheet, so that its notes can be read."""


def with_pictures(products: Sequence[Product], shots: Shots) -> tuple[Product, ...]:
    """The products of an output, and the pictures of the first pages of the first of them.

    A picture's amount is empty: it is a part of the pack's web page, not a file to hand out.
    """
    return (*products, *_pictures(products[0], shots)) if products else ()


def picture_name(file: str, page: int, width: int) -> str:
    """The name of a picture: ``ID-full-poster-page-1-960.png``."""
    return f"{file.removesuffix('.pdf')}-page-{page}-{width}.png"


def _pictures(product: Product, shots: Shots) -> Iterator[Product]:
    import pypdfium2  # noqa: PLC0415  (these two are not needed for --help and check)
    from PIL import Image  # noqa: PLC0415

    with pypdfium2.PdfDocument(product.data) as document:
        for number in range(min(shots.pages, len(document))):
            page = document[number]
            widest = max(shots.widths)
            drawn = page.render(scale=widest / page.get_width(), rev_byteorder=True).to_pil()
            for width in shots.widths:
                height = round(drawn.height * width / drawn.width)
                picture = drawn.convert("RGB")
                if width != widest:
                    picture = picture.resize((width, height), Image.Resampling.LANCZOS)
                name = picture_name(product.name, number + 1, width)
                yield Product(name, _png(picture), "")


def _png(picture: Any) -> bytes:
    from PIL import Image  # noqa: PLC0415

    few = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG")
    return out.getvalue()
