"""Boxes that are laid out hold less, say the same, and are painted as before."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint.formatting_structure.boxes import TextBox

from studypack import boxes, typesetting
from tests.test_typesetting import page

CSS = """
  @page { size: A6; @bottom-center { content: counter(page); border-top: 1px solid } }
  .note { float: footnote }
  .box { border: 2px solid; border-radius: 6px; background: #ddd; padding: 3px; min-width: 20px }
  .apart { position: absolute; right: 0; top: 20px; max-width: 50px }
  .over { opacity: 0.5; box-decoration-break: clone }
  td { border: 1px solid; padding: 2px 4px 7px 0 }
"""
BODY = """
  <h1 style="string-set: head content()">A head</h1>
  <p>Words with <em class="box">stress</em>, a <a href="#end">link</a> and a note.
    <span class="note">See <em>p.</em> 1.</span></p>
  <div class="box">A box over many lines {words}</div>
  <p class="apart">Apart</p>
  <div class="over"><ul><li>One<li style="border: 1px solid">Two</ul></div>
  <table><thead><tr><th>Head</th></tr></thead><tbody>{rows}</tbody></table>
  <svg width="30" height="9"><text y="9" font-size="8">x</text></svg>
  <p id="end">The end</p>
""".format(words="of words " * 90, rows="<tr><td>Cell</td><td>Cell</td></tr>" * 30)


def boxes_of(document: Any) -> list[Any]:
    return [
        box for sheet in document.pages for box in sheet._page_box.descendants(placeholders=True)
    ]


def unread(box: Any) -> set[str]:
    """What layout alone asks for."""
    leading = {"margin_top", "margin_bottom"} if isinstance(box, TextBox) else set()
    return {"remove_decoration_sides", "resume_at", "string_set", *leading}


def test_every_box_says_what_it_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boxes, "lighten", lambda _: None)
    document = typesetting.lay_out(page(BODY, CSS), "a page")
    monkeypatch.undo()
    every = boxes_of(document)
    before = [{n: v for n, v in vars(box).items() if n not in unread(box)} for box in every]

    boxes.lighten(document)

    assert len(every) > 300
    for box, said in zip(every, before, strict=True):
        now = {name: getattr(box, name) for name in said}
        assert [*now.pop("children")] == [*said.pop("children")]
        assert [(n, type(v), v) for n, v in now.items()] == [
            (n, type(v), v) for n, v in said.items()
        ]


def test_a_box_that_stands_twice_is_what_it_was_the_first_time() -> None:
    document = typesetting.lay_out(page(BODY, CSS), "a page")
    before = [(type(box), vars(box)) for box in boxes_of(document)]
    boxes.lighten(document)
    assert [(type(box), vars(box)) for box in boxes_of(document)] == before


def test_every_box_is_still_one_of_its_kind() -> None:
    box = boxes_of(typesetting.lay_out(page("<p>Words"), "a page"))[-1]
    assert isinstance(box, TextBox)
    assert repr(box).startswith("<TextBox")


def test_what_is_gone_is_gone_and_not_wrong() -> None:
    box = boxes_of(typesetting.lay_out(page("<p>Words"), "a page"))[-1]
    with pytest.raises(AttributeError, match="margin_top"):
        print(box.margin_top)


def test_a_box_holds_nothing_that_its_class_says_or_nobody_reads() -> None:
    for box in boxes_of(typesetting.lay_out(page(BODY, CSS), "a page")):
        held = vars(box)
        assert not held.keys() & unread(box)
        for name, value in boxes.NOTHING.items():
            assert name not in held or (type(held[name]), held[name]) != (type(value), value)


def test_equal_numbers_are_held_once() -> None:
    every = boxes_of(typesetting.lay_out(page(BODY, CSS), "a page"))
    held = [v for box in every for v in vars(box).values() if type(v) is float and v]
    assert len({id(number) for number in held}) == len(set(held)) < len(held) / 3


def test_a_text_holds_a_third_of_what_it_held(monkeypatch: pytest.MonkeyPatch) -> None:
    light = boxes_of(typesetting.lay_out(page("<p>Words"), "a page"))[-1]
    monkeypatch.setattr(boxes, "lighten", lambda _: None)
    heavy = boxes_of(typesetting.lay_out(page("<p>Words"), "a page"))[-1]
    assert len(vars(light)) <= len(vars(heavy)) / 3


def test_no_byte_of_the_pdf_depends_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    light = typesetting.to_pdf(typesetting.lay_out(page(BODY, CSS), "a page"), "a page")
    monkeypatch.setattr(boxes, "lighten", lambda _: None)
    heavy = typesetting.to_pdf(typesetting.lay_out(page(BODY, CSS), "a page"), "a page")
    assert light == heavy
