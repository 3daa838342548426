"""A real A1 of a crowded made-up subject, judged as it is printed."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace

import page as validation
import pikepdf
import pytest

from studypack.poster.cards import cards
from studypack.poster.measure import measured
from studypack.poster.render import Poster, draw, render
from studypack.poster.scale import scale
from studypack.poster.sheet import A0, A1, A2, A3
from studypack.product import CannotRenderError
from tests.conftest import PACKS, summary_of
from tests.poster.printed import Printed, printed
from tests.poster.subject import LANES, crowded, event, header, pack

pytestmark = pytest.mark.xdist_group("crowd")  # one render for all


@pytest.fixture(scope="module")
def crowd() -> tuple[Poster, Printed]:
    poster = draw(pack(*crowded(), header=header(LANES[:5], needle=True)))
    return poster, printed(poster.product.data)


def test_it_is_one_sheet_of_the_size_asked_for(crowd):
    poster, sheet = crowd
    assert sheet.pages == 1
    assert (round(sheet.width * 25.4 / 72), round(sheet.height * 25.4 / 72)) == (594, 841)
    assert poster.product.name == "aldermere-full-poster.pdf"
    assert re.fullmatch(r"1 page, A1, \d+ of 180 events", poster.product.amount)


def test_every_day_has_its_row_in_order(crowd):
    text = crowd[1].flat()
    body = text[text.index("The flood 1") :]
    days = re.findall(r"(?<!\d)(\d{1,2}) (Mar )?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b", body)
    assert [day for day, _ in days] == [str(day) for day in range(1, 21)]
    assert [day for day, month in days if month] == ["1"], "the month is said once"


def test_every_event_is_on_the_sheet_or_in_the_account_never_both(crowd):
    poster, sheet = crowd
    text = sheet.flat()
    shown = {f"e{n}" for n in re.findall(r"Word (\d+) from the", text)}
    gone = {out.id for out in poster.left_out if out.why.startswith("importance")}
    assert shown | gone == {f"e{n}" for n in range(180)}
    assert not shown & gone
    assert poster.product.amount == f"1 page, A1, {len(shown)} of 180 events"
    assert f"{len(shown)} of 180 events" in text


def test_the_chief_events_are_there_with_their_details(crowd):
    text = crowd[1].flat()
    for chief in (e for e in crowded() if e.importance == 1):
        assert chief.title in text
        assert " ".join(chief.detail.split()[:6]) in text


def test_the_account_says_what_lost_its_detail(crowd):
    poster, sheet = crowd
    shortened = [out.id for out in poster.left_out if out.why.startswith("its detail")]
    assert shortened
    assert not [n for n in shortened if f"Messenger {n[1:]} says" in sheet.flat()]


def test_no_word_lies_on_another_and_none_near_the_trim(crowd):
    sheet = crowd[1]
    assert len(sheet.words) > 1000
    assert sheet.overlaps() == []
    assert sheet.nearest_to_trim() >= 5


def test_details_are_at_least_nine_points_and_nothing_is_below_six(crowd):
    poster, sheet = crowd
    details = [word.size for word in sheet.words if word.text in {"Messenger", "cattle"}]
    assert min(details) >= 9 - 0.01
    assert min(word.size for word in sheet.words) >= 6
    assert poster.body >= A1.body_min


def test_it_is_accessible(crowd):
    report = validation.validate_pdf_bytes(
        crowd[0].product.data, profile=validation.ValidationProfile.PDF_UA_1
    )
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_the_needle_shows_all_decisions_that_have_a_stance(crowd):
    text = crowd[1].flat()
    assert "SHUT OPEN" in text
    decided = [e for e in crowded() if getattr(e, "stance", None) is not None]
    assert all(e.title in text for e in decided)


def test_the_same_pack_gives_the_same_bytes_whatever_the_order_of_its_files():
    items = crowded(24)
    head = header(LANES[:5], needle=True)
    one, other = draw(pack(*items, header=head)), draw(pack(*items[::-1], header=head))
    assert one.product.data == other.product.data


@pytest.mark.parametrize(("name", "lanes"), [("lantern", 2), ("six", 6)])
def test_two_lanes_and_six_with_and_without_a_needle(name, lanes):
    poster = draw(pack_of(name))
    sheet = printed(poster.product.data)
    assert poster.left_out == ()
    assert sheet.overlaps() == []
    assert sheet.nearest_to_trim() >= 5
    assert ("DARK LIGHT" in sheet.flat()) == (name == "six")
    assert validation.is_pdf_compliant_bytes(
        poster.product.data, profile=validation.ValidationProfile.PDF_UA_1
    )


def pack_of(name: str):
    from studypack.select import full_course, select

    return select(summary_of(PACKS / name), full_course(name))


def test_chief_events_that_do_not_fit_are_named():
    many = [event(f"e{n}", title=f"Wave {n}", importance=1) for n in range(200)]
    with pytest.raises(CannotRenderError, match=r"do not fit on A1.*e1, e10"):
        render(pack(*many, header=header()))


@pytest.mark.parametrize(("sheet", "larger"), [(A1, False), (A3, True)], ids=["A1", "A3"])
def test_too_many_rows_are_not_blamed_on_the_events(sheet, larger):
    bands = [
        {"from": "1783-01", "to": "1783-03", "unit": "month", "title": "Before"},
        {"from": "1783-04-01", "to": "1783-10-31", "unit": "day", "title": "The long wait"},
    ]
    some = [event(f"e{n}", date=f"1783-04-{n:02}", importance=1) for n in range(1, 9)]
    with pytest.raises(CannotRenderError) as refused:
        draw(pack(*some, header=header(bands=bands)), sheet)
    (found,) = refused.value.diagnostics
    assert re.search(r"rows alone take 1\d\d% of the chart on A\d", found.message)
    assert "214 of 217 are those of the band ‘The long wait’, one for every day" in found.message
    assert "coarser `unit`" in found.hint
    assert ("larger sheet" in found.hint) == larger


def test_a_poster_without_events_is_refused_in_words():
    with pytest.raises(CannotRenderError, match="no events"):
        render(pack(header=header()))


def test_long_words_many_figures_and_a_long_source_stay_in_their_places():
    endless = "Donau" * 12
    items = [
        event("word", title=endless[:45], detail=endless),
        event(
            "numbers",
            figures=[
                {
                    "id": "fig-n",
                    "what": "cattle lost in the lower valley",
                    "readings": [
                        {"value": n, "whose": f"chronicle {n}"} for n in (1000, 2000, 3000)
                    ],
                }
            ],
        ),
        event("span", date="1783-03-02/1783-03-18", theatre="castle"),
        event("open", date="1783-03-09/..", theatre="castle"),
        event("about", date="1783-02~/1784~", theatre="castle"),
    ]
    toll = {
        "title": "The toll",
        "columns": ["cattle", "cattle again"],
        "rows": [{"label": "Lower valley", "figures": ["fig-n", "fig-n"]}],
        "note": "By three chronicles [@wick1901, p. 3].",
    }
    source = "Everything here is invented, and this sentence goes on about it. " * 12
    head = header(LANES[:2], toll=toll, source=source)
    sheet = printed(draw(pack(*items, header=head)).product.data)
    assert sheet.pages == 1
    assert sheet.overlaps() == []
    assert sheet.nearest_to_trim() >= 5
    assert "By three chronicles." in sheet.flat()


def test_a_screen_reader_hears_the_lane_of_each_event_and_what_the_drawing_shows(crowd):
    poster, _ = crowd
    with pikepdf.open(io.BytesIO(poster.product.data)) as pdf:
        tags = list(tagged(pdf.Root.StructTreeRoot))
        said = [str(tag.Alt) for tag in tags if tag.get("/S") == "/H4"]
        (figure,) = [tag for tag in tags if tag.get("/S") == "/Figure"]
        box = [float(edge) for edge in figure.A.BBox]
        assert box == [float(edge) for edge in pdf.pages[0].MediaBox]
        alt = str(figure.Alt)
    assert "Valley: Word 0 from the town" in said
    assert len(said) == int(poster.product.amount.split()[3])
    assert "The sluice, between Shut and Open: 8 March 1783: far towards open" in alt


def test_dates_repeated_on_the_right_are_seen_but_not_heard(crowd):
    with pikepdf.open(io.BytesIO(crowd[0].product.data)) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
        kinds = {str(tag.S) for tag in tagged(pdf.Root.StructTreeRoot)}
        rows = [tag for tag in tagged(pdf.Root.StructTreeRoot) if tag.get("/S") == "/H3"]
    assert "/Link" not in kinds
    assert content.count(b"/Type /Pagination") == len(rows) > 10


def tagged(tag: pikepdf.Object) -> Iterator[pikepdf.Object]:
    kids = tag.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from tagged(kid)


def test_no_line_ends_after_its_first_word_because_bold_words_end_the_next_by_a_hair():
    figure = {
        "id": "fig-dead",
        "what": "dead at the town gate",
        "readings": [
            {"value": 53, "whose": "Wick"},
            {"value": 57, "whose": "Reeve"},
            {"value": 58, "whose": "the abbey"},
        ],
    }
    detail = "Millers and townspeople storm the old customs house; the guards put them down again."
    given = pack(event(figures=[figure], detail=detail), header=header())
    (one,) = cards(given, scale(given.summary.header.poster.bands)).cards
    for width in (74.0, 74.25, 74.5, 74.75):
        (size,) = measured([one], {0: width}, A1, A1.body_min, "en-GB").values()
        assert size.height - size.title == pytest.approx(3 * A1.leading, abs=0.1), width


def test_without_colour_all_lanes_are_black_and_keep_their_patterns():
    items = [event(), event("wall", theatre="castle")]
    given = pack(*items, header=header())
    coloured, black = draw(given), draw(given, mono=True)
    assert printed(coloured.product.data).text == printed(black.product.data).text
    with pikepdf.open(io.BytesIO(black.product.data)) as pdf:
        painted = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    fills = {tuple(map(float, m)) for m in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) rg", painted)}
    assert all(max(fill) - min(fill) < 0.1 for fill in fills)


@pytest.mark.parametrize("sheet", [A0, A2, A3], ids=lambda s: s.name)
def test_other_sheets_of_the_family(sheet):
    small = [e for e in crowded(36) if e.importance < 3]
    poster = draw(pack(*small, header=header(LANES[:5], needle=True)), sheet)
    paper = printed(poster.product.data)
    assert (round(paper.width * 25.4 / 72), round(paper.height * 25.4 / 72)) == (
        sheet.width,
        sheet.height,
    )
    assert paper.overlaps() == []
    assert paper.nearest_to_trim() >= 5
    assert poster.body >= sheet.body_min


def test_the_label_of_a_part_of_a_month_is_never_too_small():
    bands = [{"from": "1783-03-15", "to": "1783-11", "unit": "month", "title": "The flood"}]
    given = pack(event(date="1783-03-20"), header=header(bands=bands))
    american = given.course.model_copy(update={"language": "en-US"})
    sheet = printed(draw(replace(given, course=american), A3).product.data)
    assert "Mar 15–31" in sheet.flat()
    assert min(word.size for word in sheet.words) >= 6


def test_a_full_stop_under_a_quotation_mark_is_no_overlap():
    given = pack(event(detail="They call it ‘October’."), header=header())
    assert printed(draw(given, A0).product.data).overlaps() == []


def test_a_band_of_centuries_beside_a_band_of_days():
    bands = [
        {"from": "1500", "to": "1579", "unit": "year", "title": "Long ago"},
        {"from": "1783-03-01", "to": "1783-03-20", "unit": "day", "title": "The flood"},
    ]
    poster = draw(pack(event("old", date="1540"), event(), header=header(bands=bands)))
    sheet = printed(poster.product.data)
    assert sheet.overlaps() == []
    assert "1540 The river leaves its bed" in sheet.flat()
