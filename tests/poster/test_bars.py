"""Every bar of ``make check-print`` rejects a poster spoiled for it, and passes the sound one."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest

from studypack.poster.print_shop import with_crop_marks
from studypack.poster.render import draw
from studypack.poster.sheet import A3
from studypack.product import Product
from tests.check_print import checked, main, pack_of, wanted
from tests.conftest import ROOT
from tests.poster.bars import Bars, Wanted, judged
from tests.poster.printed import printed
from tests.poster.subject import LANES, crowded, header, pack


@pytest.fixture(scope="module")
def sound() -> tuple[bytes, Wanted]:
    some = [e for e in crowded(110) if e.importance < 3]
    given = pack(*some, header=header(LANES[:5], needle=True))
    poster = draw(given, A3)
    return poster.product.data, wanted(given, poster, A3)


@pytest.fixture(scope="module")
def measures(sound) -> Bars:
    return judged(*sound)


def spoiled(pdf: bytes, content: str, *, pages: int = 1) -> bytes:
    """The same with more drawn on it, in points from the lower left."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.pages[0].contents_add(b"q\n", prepend=True)
        opened.pages[0].contents_add(f"\nQ q {content} Q".encode("ascii"))
        for _ in range(pages - 1):
            opened.add_blank_page()
        out = io.BytesIO()
        opened.save(out)
        return out.getvalue()


def complaints(pdf: bytes, expected: Wanted) -> str:
    return "; ".join(judged(pdf, expected).complaints(expected))


def test_a_sound_poster_clears_them_all(sound, measures):
    assert measures.complaints(sound[1]) == []
    assert measures.words > 300
    assert sound[1].days == tuple(range(1, 21))


def test_a_line_through_a_word_is_found(sound):
    pdf, expected = sound
    word = next(w for w in printed(pdf).words if w.text == "Messenger")
    middle = (word.bottom + word.top) / 2
    drawn = f"0.5 G 0.4 w {word.left - 9} {middle} m {word.right + 9} {middle} l S"
    said = complaints(spoiled(pdf, drawn), expected)
    assert "struck words: ['Messenger'" in said


def test_two_words_on_one_place_are_found(sound):
    pdf, expected = sound
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[0]
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        block = max(re.findall(rb"(?ms)^BT$.*?^ET$", content), key=len)
        again = block + b"\nq 1 0 0 1 61 2 cm\n" + block + b"\nQ"
        page.Contents.write(content.replace(block, again, 1))
        out = io.BytesIO()
        opened.save(out)
    assert "overlapping words" in complaints(out.getvalue(), expected)


def test_ink_near_the_trim_is_found(sound):
    pdf, expected = sound
    assert "from the trim" in complaints(spoiled(pdf, "0 g 300 4 20 6 re f"), expected)


def test_a_second_page_is_found(sound):
    pdf, expected = sound
    assert "2 pages" in complaints(spoiled(pdf, "", pages=2), expected)


def test_small_type_is_found(sound, measures):
    assert f"body of {measures.body:.2f} pt" in "; ".join(
        measures.complaints(replace(sound[1], body=9))
    )
    assert "type of 5.00 pt" in "; ".join(replace(measures, smallest=5).complaints(sound[1]))


def test_a_void_is_found(sound):
    pdf, expected = sound
    assert "empty rectangle" in complaints(spoiled(pdf, "1 g 100 300 300 400 re f"), expected)


def test_too_much_toner_is_found(sound):
    pdf, expected = sound
    assert "toner on" in complaints(spoiled(pdf, "0 g 100 300 500 500 re f"), expected)


def test_a_title_that_is_missing_is_found(sound):
    pdf, expected = sound
    more = replace(expected, titles=(*expected.titles, "Nobody wrote this"))
    assert "missing titles: ['Nobody wrote this']" in complaints(pdf, more)


def test_days_out_of_order_are_found(sound):
    pdf, expected = sound
    swapped = (*expected.days[:4], expected.days[5], expected.days[4], *expected.days[6:])
    assert "days missing" in complaints(pdf, replace(expected, days=swapped))
    assert "days missing" in complaints(pdf, replace(expected, days=(*expected.days, 21)))


def test_words_that_their_ground_swallows_are_found(sound):
    pdf, expected = sound
    word = next(w for w in printed(pdf).words if w.text == "Messenger")
    patch = f"{word.left - 2} {word.bottom - 2} {word.right - word.left + 4} 12 re f"
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.pages[0].contents_add(f"q 0.4 g {patch} Q\n".encode("ascii"), prepend=True)
        out = io.BytesIO()
        opened.save(out)
    assert "contrast below 4.5: [('Messenger'" in complaints(out.getvalue(), expected)


def test_a_finished_file_is_judged_alone(sound, tmp_path, capsys):
    good, spoilt = tmp_path / "good.PDF", tmp_path / "spoilt.pdf"
    good.write_bytes(sound[0])
    spoilt.write_bytes(spoiled(sound[0], "0.5 G 9 w 100 500 m 700 500 l S"))
    assert main([str(good)]) == 0
    assert main([str(good), str(spoilt)]) == 1
    assert "struck words" in capsys.readouterr().out


def test_a_print_shop_s_file_is_judged_inside_its_trim(sound, tmp_path):
    shop = tmp_path / "shop.pdf"
    shop.write_bytes(with_crop_marks(Product("poster.pdf", sound[0], "1 page")).data)
    assert main([str(shop)]) == 0


def test_what_is_no_poster_is_rejected(tmp_path, capsys):
    text, empty = tmp_path / "text.pdf", tmp_path / "empty.pdf"
    text.write_text("Not a PDF.")
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(842, 1191))
        pdf.save(empty)
    assert main([str(text), str(empty), str(tmp_path / "gone.pdf")]) == 1
    said = capsys.readouterr().out
    assert "body of 0.00 pt" in said
    assert "No such file" in said


@pytest.mark.parametrize("size", ["A1", "A3"])
def test_the_real_poster_clears_every_bar(size):
    _, bars, said = checked(pack_of(ROOT / "decks/1956"), size)
    assert said == []
    assert bars.words > 1000
