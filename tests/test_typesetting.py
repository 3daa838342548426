"""What WeasyPrint complains of fails a page; a font goes by the name that it gives itself."""

from __future__ import annotations

import gc
import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from weasyprint.css import StyleFor

from studypack import places, typesetting
from studypack.fonts import SANS, face_of, font_file, spaced
from studypack.product import CannotRenderError
from tests.fonts import tiny_font


def page(body: str, css: str = "") -> str:
    rules = f"{typesetting.font_faces()} html {{ font-family: 'Gentium Book Plus' }} {css}"
    return (
        f'<html lang="en"><head><title>A page</title><style>{rules}</style></head>'
        f"<body>{body}</body></html>"
    )


def test_a_drawing_does_not_hold_on_to_the_styles_of_its_page() -> None:
    drawing = '<svg width="9" height="9"><text y="9" font-size="8">x</text></svg>'
    document = typesetting.lay_out(page(f"<p>Words {drawing}</p>"), "a page")
    gc.collect()
    kept = [one for one in gc.get_objects() if isinstance(one, StyleFor)]
    assert not [one for one in kept if one.font_config is document.font_config]
    assert typesetting.to_pdf(document, "a page").startswith(b"%PDF-")


def test_a_complaint_of_weasyprint_fails_the_page() -> None:
    with pytest.raises(CannotRenderError, match="no-such-property"):
        typesetting.lay_out(page("<p>x</p>", "p { no-such-property: 1 }"), "a page")


def test_a_complaint_is_told_although_another_style_sheet_is_no_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other.css").write_bytes(b"p { content: '\xff' }")
    (tmp_path / "folder.css").mkdir()
    monkeypatch.setattr(places, "templates", lambda: tmp_path)
    with pytest.raises(CannotRenderError, match="no-such-property"):
        typesetting.lay_out(page("<p>x</p>", "p { no-such-property: 1 }"), "a page")


def test_a_font_is_named_after_what_it_says_of_itself_and_never_like_a_bundled_one() -> None:
    fonts = {"a.ttf": tiny_font("Tiny", "ა"), "b c.ttf": tiny_font("Source Sans 3", "ბ")}
    rules = typesetting.font_faces(fonts)
    assert 'font-family: "Tiny"; font-style: normal; font-weight: 400; src: url("asset:a.ttf")' in (
        rules
    )
    assert 'src: url("asset:b%20c.ttf")' in rules
    assert typesetting.font_stack(fonts) == ', "Tiny", "Source Sans 3 of the course"'
    assert typesetting.font_stack({}) == ""


def test_a_font_with_wider_spaces_is_the_same_otherwise() -> None:
    def widths(data: bytes) -> dict[str, int]:
        with TTFont(io.BytesIO(data), lazy=True) as font:
            metrics = font["hmtx"]
            return {chr(code): metrics[glyph][0] for code, glyph in font.getBestCmap().items()}

    plain = widths(font_file(SANS, "SourceSans3-Regular.ttf").read_bytes())
    made = spaced("400", 0.14)
    wider = {c: w - plain[c] for c, w in widths(made).items() if w != plain[c]}
    assert wider == {" ": 140, "\N{NO-BREAK SPACE}": 140}
    assert face_of(made).family == "Spaced Sans 3"
    assert spaced("400", 0.14) == made
