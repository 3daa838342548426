"""The poster as a print shop wants it: a larger page with bleed and crop marks about the sheet."""

from __future__ import annotations

import io

from studypack.product import Product

PT_PER_MM = 72 / 25.4
BLEED, BORDER = 3.0, 12.0
"""From the trim: how far the bleed goes, and how wide the border with the marks is, in mm."""
_MARK_NEAR, _MARK_FAR = 4.0, 10.0
_CROSS = 2.5


def with_crop_marks(poster: Product) -> Product:
    """The same page with its tags, with Trim, Bleed and Media box set and marks outside the bleed.

    The paper is white to its edge, so nothing has to be drawn into the bleed.
    """
    import pikepdf  # noqa: PLC0415

    with pikepdf.open(io.BytesIO(poster.data)) as pdf:
        page = pdf.pages[0]
        left, bottom, right, top = (float(edge) for edge in page.MediaBox)

        def around(distance: float) -> pikepdf.Array:
            d = distance * PT_PER_MM
            return pikepdf.Array([round(e, 4) for e in (left - d, bottom - d, right + d, top + d)])

        for key in ("/CropBox", "/ArtBox"):
            if key in page:
                del page[key]
        page.MediaBox = around(BORDER)
        page.BleedBox = around(BLEED)
        page.TrimBox = around(0)
        marks = _marks(left, bottom, right, top)
        # WeasyPrint turns the axes of the page and leaves them so
        page.contents_add(b"q\n", prepend=True)
        page.contents_add(f"\nQ /Artifact BMC q {marks} Q EMC\n".encode("ascii"))
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True)
    name = f"{poster.name.removesuffix('.pdf')}-print-shop.pdf"
    amount = f"1 page, {BLEED:.0f} mm bleed and crop marks"
    return Product(name, out.getvalue(), amount)


def _marks(left: float, bottom: float, right: float, top: float) -> str:
    """Two strokes at each corner, a cross in the middle of each side; black, a quarter point."""
    near, far, arm = (length * PT_PER_MM for length in (_MARK_NEAR, _MARK_FAR, _CROSS))
    strokes = []
    for x, outward in ((left, -1), (right, 1)):
        for y, onward in ((bottom, -1), (top, 1)):
            strokes.append((x + outward * near, y, x + outward * far, y))
            strokes.append((x, y + onward * near, x, y + onward * far))
    middle, height, out = (left + right) / 2, (bottom + top) / 2, (near + far) / 2
    for x, y in (
        (middle, bottom - out),
        (middle, top + out),
        (left - out, height),
        (right + out, height),
    ):
        strokes += [(x - arm, y, x + arm, y), (x, y - arm, x, y + arm)]
    drawn = " ".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l S" for a, b, c, d in strokes)
    return f"0 0 0 1 K 0.25 w {drawn}"
