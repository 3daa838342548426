"""A real A1 of a crowded made-up subject, judged as it is printed."""

import re

import page as validation
import pytest

from studypack.poster import A1, Poster, draw, render
from studypack.product import CannotRenderError
from tests.conftest import PACKS, summary_of
from tests.poster.printed import Printed, printed
from tests.poster.subject import LANES, crowded, event, header, pack


@pytest.fixture(scope="module")
def crowd() -> tuple[Poster, Printed]:
    poster = draw(pack(*crowded(), header=header(LANES[:5], needle=True)))
    return poster, printed(poster.product.data)


def test_it_is_one_sheet_of_the_size_asked_for(crowd):
    poster, sheet = crowd
    assert sheet.pages == 1
    assert (round(sheet.width * 25.4 / 72), round(sheet.height * 25.4 / 72)) == (594, 841)
    assert poster.product.name == "aldermere-full-poster.pdf"
    assert re.fullmatch(r"1 page, A1, \d+ of 150 events", poster.product.amount)


def test_every_day_has_its_row_in_order(crowd):
    text = crowd[1].flat()
    body = text[text.index("The flood 1") :]
    days = re.findall(r"(?<!\S)(\d{1,2}) (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b", body)
    assert days == [str(day) for day in range(1, 21)]


def test_every_event_is_on_the_sheet_or_in_the_account_never_both(crowd):
    poster, sheet = crowd
    text = sheet.flat()
    shown = {f"e{n}" for n in re.findall(r"Word (\d+) from the", text)}
    gone = {out.id for out in poster.left_out if out.why.startswith("importance")}
    assert shown | gone == {f"e{n}" for n in range(150)}
    assert not shown & gone
    assert poster.product.amount == f"1 page, A1, {len(shown)} of 150 events"
    assert f"{len(shown)} of 150 events" in text


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
    (one,), (other,) = render(pack(*items, header=head)), render(pack(*items[::-1], header=head))
    assert one.data == other.data


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
