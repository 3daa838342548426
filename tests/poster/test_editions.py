"""What a course and its wishes make of the poster: size, ink, office sheets, gaps, print shop."""

import io
import re
from collections import defaultdict
from dataclasses import replace

import page as validation
import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image

from studypack.poster.reads import reads
from studypack.poster.render import draw, render
from studypack.poster.sheet import A3
from studypack.product import NOTHING, Blank, CannotRenderError, Product, Wishes
from studypack.summary.course import Course
from tests.poster.bars import Wanted, judged
from tests.poster.printed import printed
from tests.poster.subject import LANES, crowded, event, header, pack

pytestmark = pytest.mark.xdist_group("editions")  # one render for all

NAME = "aldermere-full-poster"


def course_pack(**course):
    given = [e for e in crowded(36) if e.importance < 3]
    made = pack(*given, header=header(LANES[:5], needle=True))
    return replace(made, course=Course(id="full", summary="aldermere", **course))


@pytest.fixture(scope="module")
def files() -> dict[str, Product]:
    """Everything that can be asked for at once, on the smallest sheet."""
    made = render(course_pack(poster={"size": "A3"}), Wishes(Blank.TITLES, print_shop=True))
    return {product.name: product for product in made}


def text(product: Product) -> str:
    document = pdfium.PdfDocument(product.data)
    found = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(found.replace("\N{WORD JOINER}", "").split())


def said(pdf: bytes) -> str:
    """All strings of the file's objects: bookmarks, alt texts, tags."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = []
        for obj in opened.objects:
            if isinstance(obj, pikepdf.Dictionary):
                found += [str(v) for v in obj.values() if isinstance(v, pikepdf.String)]
        return " ".join(found)


def test_the_course_says_size_ink_and_paper(files):
    assert files[f"{NAME}.pdf"].amount.startswith("1 page, A3, ")
    assert f"{NAME}-tiled-a4.pdf" in files
    only, tiles = render(course_pack(poster={"size": "2x2letter"}, ink="black-and-white"))
    assert printed(only.data).width == pytest.approx(399.8 / 25.4 * 72, abs=0.1)
    assert tiles.name == f"{NAME}-tiled-letter.pdf"
    assert tiles.amount == "5 pages, 2 × 2 Letter"
    colours = {word.colour for word in printed(only.data).words}
    assert all(max(colour) - min(colour) < 12 for colour in colours)


def test_a_size_that_there_is_not_is_a_diagnostic():
    with pytest.raises(CannotRenderError, match=r'SP312.*no poster size "B1"'):
        render(course_pack(poster={"size": "B1"}))


def test_a_lying_sheet_is_the_same_ladder_with_a_lower_head():
    course = {"size": "A2", "orientation": "landscape", "tiling": "Letter"}
    lying, tiles = render(course_pack(poster=course))
    sheet = printed(lying.data)
    assert [round(side * 25.4 / 72) for side in (sheet.width, sheet.height)] == [594, 420]
    assert lying.amount.startswith("1 page, A2 landscape, ")
    assert (sheet.pages, sheet.overlaps()) == (1, [])
    assert tiles.name == f"{NAME}-tiled-letter.pdf"
    assert tiles.amount == "7 pages, 3 × 2 Letter"


def test_joined_sheets_have_their_own_shape():
    course = {"size": "2x2A4", "orientation": "landscape"}
    with pytest.raises(CannotRenderError, match=r"SP312.*2x2A4 stands upright"):
        render(course_pack(poster=course))


def test_the_foot_says_whose_course_it_is_and_shows_its_logo():
    words = {"title": "Water & towns", "institution": "Aldermere College", "term": "Lent 1901"}
    bare = course_pack(poster={"size": "A3"})
    named = course_pack(poster={"size": "A3"}, logo="arms.png", **words)
    picture = io.BytesIO()
    Image.new("RGB", (300, 100), "#7A1F3D").save(picture, "PNG")
    poster = render(replace(named, assets={"arms.png": picture.getvalue()}))[0]
    assert "Water & towns · Aldermere College · Lent 1901" in text(poster)
    assert "Aldermere College" in said(poster.data).replace("\x00", "")
    assert "Aldermere College" not in text(render(bare)[0])
    sheet = printed(poster.data)
    assert (sheet.overlaps(), sheet.nearest_to_trim() >= 5) == ([], True)
    with pikepdf.open(io.BytesIO(poster.data)) as pdf:
        boxes = [
            [float(edge) for edge in obj.A.BBox]
            for obj in pdf.objects
            if isinstance(obj, pikepdf.Dictionary) and obj.get("/S") == "/Figure"
        ]
    whole, logo = sorted(boxes, key=lambda box: box[0] - box[2])
    assert [round(edge * 25.4 / 72) for edge in whole] == [0, 0, 297, 420]
    assert logo[3] < 20 / 25.4 * 72, "in the foot"
    assert validation.is_pdf_compliant_bytes(
        poster.data, profile=validation.ValidationProfile.PDF_UA_1
    )


@pytest.mark.parametrize(
    "wish",
    [
        {"title": "Water"},
        {"institution": "Aldermere College"},
        {"instructor": "J. Reeve"},
        {"term": "Lent 1901"},
        {"language": "pl"},
        {"ink": "black-and-white"},
    ],
    ids=lambda wish: next(iter(wish)),
)
def test_a_wish_that_changes_the_poster_is_among_its_inputs(files, wish):
    hashes = defaultdict(str)
    one, other = course_pack(poster={"size": "A3"}), course_pack(poster={"size": "A3"}, **wish)
    assert reads(one, hashes, NOTHING) != reads(other, hashes, NOTHING)
    assert render(other)[0].data != files[f"{NAME}.pdf"].data


def test_what_was_left_out_is_noted_with_the_reason():
    poster = draw(pack(*crowded(110), header=header(LANES[:5], needle=True)), A3)
    notes = " ".join(poster.product.notes)
    assert re.search(r"importance 3: its rows are full on A3 \(\d+\): e\d+, ", notes)


def test_the_print_shop_gets_bleed_and_marks_about_the_same_page(files):
    shop, whole = files[f"{NAME}-print-shop.pdf"], files[f"{NAME}.pdf"]
    with pikepdf.open(io.BytesIO(shop.data)) as pdf:
        page = pdf.pages[0]
        trim, bleed, media = ([float(e) for e in page[k]] for k in
                              ("/TrimBox", "/BleedBox", "/MediaBox"))  # fmt: skip
    assert [round(e * 25.4 / 72) for e in trim] == [0, 0, 297, 420]
    assert [round(e * 25.4 / 72) for e in bleed] == [-3, -3, 300, 423]
    assert [round(e * 25.4 / 72) for e in media] == [-12, -12, 309, 432]
    assert text(shop) == text(whole)
    document = pdfium.PdfDocument(shop.data)
    scale = 4 * 25.4 / 72
    picture = document[0].render(scale=scale).to_pil().convert("L")
    document.close()
    border = picture.crop((0, 0, picture.width, 36))  # 9 of the 12 mm above the trim
    left, top, right, bottom = border.point(lambda level: 255 if level < 200 else 0).getbbox()
    assert (left, top) == (pytest.approx(48, abs=2), pytest.approx(8, abs=2))
    assert (right, bottom) == (pytest.approx(picture.width - 48, abs=2), pytest.approx(32, abs=2))
    assert validation.is_pdf_compliant_bytes(
        shop.data, profile=validation.ValidationProfile.PDF_UA_1
    )


def test_without_titles_none_is_left_in_the_file_and_the_key_has_them_all(files):
    whole, gaps = files[f"{NAME}.pdf"], files[f"{NAME}-blank-titles.pdf"]
    key = files[f"{NAME}-blank-titles-key.pdf"]
    titles = set(re.findall(r"Word \d+ from the \w+", text(whole)))
    assert len(titles) > 10
    assert gaps.amount.endswith(f"{len(titles)} gaps")
    assert key.amount == f"1 page, {len(titles)} answers"
    hidden = text(gaps) + said(gaps.data)
    assert not [title for title in titles if title in hidden]
    assert {title for title in titles if title in text(key)} == titles
    assert "Messenger" in text(gaps)


def test_the_gaps_lie_where_the_words_lay(files):
    whole, gaps = (printed(files[f"{NAME}{s}.pdf"].data) for s in ("", "-blank-titles"))

    def details(sheet):
        return [(round(w.left, 1), round(w.top, 1)) for w in sheet.words if w.text == "Messenger"]

    assert details(whole) == details(gaps)
    assert gaps.overlaps() == []


def test_the_last_of_several_ruled_lines_ends_before_the_arrow_of_its_title():
    wet = event(
        "a",
        title="The waters rise above the lower gate at 4",
        importance=1,
        cite="[@wick1901, pp. 112–119]",
        led_to=[{"to": "b", "because": "the one made the other", "poster": True}],
    )
    dry = event("b", date="1783-03-05", theatre="castle", importance=1)
    made = draw(pack(wet, dry, header=header()), A3, blank=Blank.TITLES).product
    assert judged(made.data, Wanted(A3.body_min)).struck == []


def test_without_dates_none_is_left_not_in_details_headings_figures_or_the_toll():
    figure = {
        "id": "fig-dead",
        "what": "drowned by 9 March",
        "readings": [{"value": 40, "whose": "Wick"}, {"value": 44, "whose": "Reeve"}],
    }
    toll = {
        "title": "The toll of February",
        "columns": ["drowned"],
        "rows": [{"label": "Town, to 9 March", "figures": ["fig-dead"]}],
        "note": "Counted on 11 March [@wick1901, p. 3].",
    }
    detail = "From 2 to 4 March, and again in February; mended in 1784."
    items = (
        event("wet", date="1783-02", title="A wet February", detail=detail),
        event("rain", title="The night of the 4th", part_of_day="night", detail=detail),
        event("dead", date="1783-03-09", figures=[figure], detail=detail),
        event("vague", date="1783-03-1X", when="late in March", theatre="castle"),
        event("mended", date="1784", detail=detail),
    )
    gaps = draw(pack(*items, header=header(toll=toll)), A3, blank=Blank.DATES).product
    assert gaps.name == f"{NAME}-blank-dates.pdf"
    assert gaps.amount.endswith("5 gaps")
    words = f"{text(gaps)} {said(gaps.data)}".replace("Wick 1901", "")
    assert not re.findall(r"\d{1,2}(?:th)? Mar|February|Feb|1784|1785|the 4th|late in March", words)
    assert "From ___, and again in ___; mended in ___." in words
    assert "night · From" in words
    assert "The flood one row = one day" in words
    assert "Drowned by ___: 40 (Wick) or 44 (Reeve)" in words
    assert "Town, to ___" in words
    assert printed(gaps.data).overlaps() == []


def test_without_dates_the_legend_explains_no_mark_upon_them(files):
    explained = "needle crosses the middle"
    assert explained in text(files[f"{NAME}.pdf"])
    assert explained not in text(draw(course_pack(), A3, blank=Blank.DATES).product)


def test_the_key_says_which_days_are_left_of_a_month_that_a_band_cuts():
    bands = ({"title": "Late", "from": "1783-02-10", "to": "1783-04", "unit": "month"},)
    cut = pack(event("wet", date="1783-02-12"), header=header(bands=bands))
    (*_, key) = render(cut, Wishes(Blank.DATES))
    assert "10–28 February 1783" in text(key)


def test_without_decisions_the_needle_is_to_be_drawn(files):
    made = render(course_pack(poster={"size": "A2"}), Wishes(Blank.DECISIONS))
    gaps, key = made[-2:]
    decided = [e for e in crowded(36) if getattr(e, "stance", None) is not None]
    hidden = text(gaps) + said(gaps.data)
    assert not [e.title for e in decided if e.title in hidden]
    assert "far towards" not in hidden
    assert "SHUT OPEN" in hidden
    assert all(e.title in text(key) for e in decided)
    assert "far towards open" in text(key)
    assert validation.is_pdf_compliant_bytes(
        gaps.data, profile=validation.ValidationProfile.PDF_UA_1
    )
