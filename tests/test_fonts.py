"""Which characters can be printed."""

from __future__ import annotations

from studypack.fonts import FACES, LATIN, coverage, font_file, missing_glyphs


def test_of_what_no_font_is_opened_for_the_bundled_fonts_have_everything() -> None:
    taken = {code for code in range(0x10000) if LATIN.fullmatch(chr(code))}
    files = [font_file(family, faces["normal", "400"]) for family, faces in FACES.items()]
    covered = set[int]().union(*(coverage(file.read_bytes()) for file in files))
    assert [hex(code) for code in taken - covered if not chr(code).isspace()] == []


def test_what_no_bundled_font_has_is_told_once() -> None:
    assert missing_glyphs("Józef\u00ad, Жуков, 火と火") == ["火", "と"]
