"""pydyf made lighter: its references to pages are remembered, and its objects hold less."""

import io
from contextlib import suppress

import pydyf

from studypack.tags.light import ATTRIBUTES, light


def _with_pages(count: int) -> pydyf.PDF:
    pdf = pydyf.PDF()
    for _ in range(count):
        pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
    return pdf


def test_they_are_those_of_pydyf() -> None:
    pdf = _with_pages(3)
    plain = pdf.page_references
    with light():
        assert pdf.page_references == plain
        assert pdf.page_references is pdf.page_references


def test_a_page_more_is_a_reference_more() -> None:
    pdf = _with_pages(1)
    with light():
        (first,) = pdf.page_references
        pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
        again, second = pdf.page_references
    assert again == first != second


def test_each_pdf_has_its_own() -> None:
    shorter, longer = _with_pages(1), _with_pages(2)
    with light():
        assert (len(shorter.page_references), len(longer.page_references)) == (1, 2)


def test_pydyf_is_as_it_was_afterwards() -> None:
    before, made = pydyf.PDF.page_references, pydyf.Object.__init__
    with light():
        assert pydyf.PDF.page_references is not before
    assert pydyf.PDF.page_references is before
    assert pydyf.Object.__init__ is made


def test_also_where_something_went_wrong() -> None:
    dictionary = pydyf.Dictionary
    with suppress(KeyError), light():
        raise KeyError
    assert pydyf.Dictionary is dictionary


def test_an_object_is_what_it_would_be_and_holds_nothing() -> None:
    kinds = (pydyf.Dictionary, pydyf.Array, pydyf.Stream, pydyf.String)
    own = [vars(kind()) for kind in kinds]
    assert all(ATTRIBUTES.items() <= held.items() for held in own)
    with light():
        made = [kind() for kind in kinds]
        assert vars(made[0]) == {}
    for new, held in zip(made, own, strict=True):
        assert {name: getattr(new, name) for name in held} == held


def test_a_dictionary_is_known_by_one_reference_once_it_has_a_number() -> None:
    pdf, element = _with_pages(1), pydyf.Dictionary()
    pdf.add_object(element)
    with light():
        same = pydyf.Dictionary({"S": "".join(["/", "Span"])})
        assert same.reference == pydyf.Object.reference.fget(same)
        pdf.add_object(same)
        assert same.reference == f"{element.number + 1} 0 R".encode()
        assert same.reference is same.reference
        assert vars(same) == {}
        assert same["S"] is pydyf.Dictionary({"S": "".join(["/", "Span"])})["S"]
    assert type(element) is pydyf.Dictionary


def test_a_pdf_has_the_same_bytes() -> None:
    def written() -> bytes:
        pdf = _with_pages(3)
        pdf.add_object(pydyf.Stream([b"q", pydyf.Dictionary({"MCID": 1}), b"Q"]))
        out = io.BytesIO()
        pdf.write(out, b"1.7", b"id")
        return out.getvalue()

    plain = written()
    with light():
        assert written() == plain
