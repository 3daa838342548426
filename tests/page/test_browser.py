"""The page in a real Chromium: accessible, readable on a phone, without network or script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from tests.page.chromium import Browser, address, browser, found

pytestmark = [
    pytest.mark.xdist_group("page"),
    pytest.mark.skipif(found() is None, reason="no Chromium on this machine"),
]
AXE = files("axe_core_python") / "axe.min.js"
OPEN_ALL = "document.querySelectorAll('details').forEach(d => d.open = true)"


@pytest.fixture(scope="module")
def tab() -> Iterator[Browser]:
    with browser() as found:
        yield found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("course", ["english", "polish"])
def test_axe_finds_nothing(tab: Browser, packs: Path, course: str, width: int, scheme: str) -> None:
    tab.show(address(packs / course / "index.html"), width, scheme)
    tab.ask(OPEN_ALL)
    tab.ask(AXE.read_text("utf-8") + "; 1")
    result = json.loads(tab.ask("axe.run().then(r => JSON.stringify(r))"))
    assert len(result["passes"]) > 20
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in result["violations"]] == []
    unsure = {v["id"] for v in result["incomplete"]}
    assert unsure <= {"color-contrast"}, result["incomplete"]


@pytest.mark.parametrize("course", ["english", "polish"])
def test_it_loads_its_own_pictures_and_nothing_else(tab: Browser, packs: Path, course: str) -> None:
    page = packs / course / "index.html"
    tab.show(address(page))
    tab.ask("scrollTo(0, document.body.scrollHeight)")
    tab.ask(
        "Promise.all([...document.images].map(i => { i.loading = 'eager'; return i.decode(); }))"
    )
    assert tab.ask("document.images.length") == 3
    assert {Path(url).parent.name for url in tab.requested} == {course}
    assert all(url.startswith("file:") for url in tab.requested)
    assert tab.complaints == []
    assert tab.ask("document.scripts.length") == 0


def test_it_fits_a_phone_and_fingers(tab: Browser, packs: Path) -> None:
    tab.show(address(packs / "english/index.html"), 360)
    tab.ask(OPEN_ALL)
    assert tab.ask("document.documentElement.scrollWidth") == 360
    small = tab.ask(
        "[...document.querySelectorAll('nav a, .files li, summary')]"
        ".filter(e => e.getBoundingClientRect().height < 44).map(e => e.innerText)"
    )
    assert small == []
    tiny = tab.ask(
        "[...document.querySelectorAll('main *')]"
        ".filter(e => e.innerText && parseFloat(getComputedStyle(e).fontSize) < 13)"
        ".map(e => e.outerHTML)"
    )
    assert tiny == []


def test_a_card_is_flipped_by_the_keyboard(tab: Browser, packs: Path) -> None:
    tab.show(address(packs / "english/index.html"))
    answer = "document.querySelector('.card .answer').checkVisibility()"
    assert tab.ask(answer) is False
    for _ in range(60):
        tab.press("Tab")
        if tab.ask("document.activeElement.closest('.card') !== null"):
            break
    assert tab.ask("document.activeElement.parentElement.className") == "card"
    tab.press("Enter")
    assert tab.ask(answer) is True
    tab.press("Enter")
    assert tab.ask(answer) is False
    tab.press("Tab")
    second = "document.activeElement === document.querySelectorAll('.card > summary')[1]"
    assert tab.ask(second)
    left = "document.activeElement.getBoundingClientRect().left"
    assert 0 <= tab.ask(left) <= tab.ask("innerWidth")


def test_the_first_key_leads_to_the_downloads(tab: Browser, packs: Path) -> None:
    tab.show(address(packs / "english/index.html"))
    tab.press("Tab")
    tab.press("Enter")
    assert tab.ask("location.hash") == "#downloads"


def test_a_week_leads_to_its_cards(tab: Browser, packs: Path) -> None:
    tab.show(address(packs / "english/index.html"), 360)
    tab.ask("document.querySelector('details.group').open = false")
    tab.ask("document.querySelector('.week').open = true")
    tab.ask("document.querySelector('.week a').click()")
    assert tab.ask("document.querySelector('details.group').open") is True


def test_on_paper_instructions_are_open(tab: Browser, packs: Path) -> None:
    tab.show(address(packs / "english/index.html"))
    tab.tell("Emulation.setEmulatedMedia", media="print")
    try:
        assert tab.ask("document.querySelector('.guide li').getBoundingClientRect().height") > 0
    finally:
        tab.tell("Emulation.setEmulatedMedia", media="")
