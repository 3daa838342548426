"""Markdown of text fields: what it may say, and that nothing in it is ever HTML."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studypack.summary import text
from studypack.summary.citations import Citation, Locator, parse_field, parse_group


class Brackets(text.PlainSpans):
    def cite(self, group: tuple[Citation, ...]) -> str:
        return f"<sup>{'; '.join(f'{c.key} {c.locator}' for c in group)}</sup>"

    def link(self, target: str) -> tuple[str, str]:
        return f'<a href="#{target}">', "</a>"


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("*Pravda* was **clear**", "<em>Pravda</em> was <strong>clear</strong>"),
        ("[Gomułka](#gomulka) went", '<a href="#gomulka">Gomułka</a> went'),
        ("[Nép]{lang=hu}", '<span lang="hu">Nép</span>'),
        ("[later]{.later}", '<span class="later">later</span>'),
        ("so. [@k, p. 2]", "so. <sup>k p. 2</sup>"),
        ("[a [@k, pp. 2–3 n. 4] b]{.later}",
         '<span class="later">a <sup>k pp. 2–3 n. 4</sup> b</span>'),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("[x](javascript:alert)", "[x](javascript:alert)"),
        ("a [bracket] stays", "a [bracket] stays"),
        ("one line\\\nand another", "one line\nand another"),
    ],
)  # fmt: skip
def test_inline(written: str, html: str) -> None:
    assert text.inline_html(written, Brackets()) == html


def test_blocks() -> None:
    html = text.block_html("# Why\n\nOne *two*.\n\n- a\n- b\n\n> said", Brackets(), heading_level=4)
    assert html == (
        "<h4>Why</h4>\n<p>One <em>two</em>.</p>\n<ul><li>a</li>\n<li>b</li>\n</ul>\n"
        "<blockquote><p>said</p>\n</blockquote>\n"
    )


def test_plain_words_lose_markup_and_citations() -> None:
    written = "[Gomułka](#gomulka) stayed [@k, p. 3]. *So* [what]{.later} [@k]"
    assert text.plain(written) == "Gomułka stayed. So what"
    assert text.plain("one line\\\nand another") == "one line and another"


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.seen.add(tag)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_no_text_becomes_a_tag_that_markdown_does_not_make(written: str) -> None:
    parser = Tags()
    parser.feed(text.block_html(written, Brackets()))
    known = {"p", "em", "strong", "a", "sup", "span", "ul", "ol", "li", "blockquote"}
    assert parser.seen <= known | {f"h{n}" for n in range(1, 7)}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[x](http://e.org)", "must lead to an item"),
        ("[x]{.bold}", "unknown class '.bold'"),
        ("[x]{style=y}", "unknown attribute 'style'"),
        ("[@k, page 3]", "'page 3' is not a place"),
        ("[@k, p. 9–3]", "runs backwards"),
        ("[@k, p. xv–xii]", "runs backwards"),
        ("[@k, p. 3–xii]", "runs backwards"),
        ("[@k, p. iix]", "'iix' is no number of a page"),
    ],
)
def test_problems_are_told(written: str, said: str) -> None:
    assert any(said in p.message for p in text.problems(written))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("@k, p. 3", "p. 3"),
        ("@k, pp. 168–9", "pp. 168–169"),
        ("@k, pp. 1, 4-5", "pp. 1, 4–5"),
        ("@k, p. 210 n. 187", "p. 210 n. 187"),
        ("@k, p. 3 nn. 4, 6", "p. 3 nn. 4, 6"),
        ("@k, p. xii n. 4", "p. xii n. 4"),
        ("@k, pp. ix, xii-xv, 3", "pp. ix, xii–xv, 3"),
        ("@k, pp. xii–3", "pp. xii–3"),
        ("@k", ""),
    ],
)
def test_locators(written: str, shown: str) -> None:
    (citation,) = parse_group(written)
    assert str(citation.locator) == shown


def test_a_field_holds_several_groups() -> None:
    first, second, third = parse_field("[see @a, p. 1; @b] [@c]")
    assert (first, second.key, third.key) == (Citation("a", Locator(((1, 1),)), "see"), "b", "c")


@pytest.mark.parametrize("written", ["@a, p. 1", "p. 3", "[p. 3]", "[@a] more"])
def test_a_field_is_nothing_but_citations(written: str) -> None:
    with pytest.raises(ValueError, match="not a citation"):
        parse_field(written)
