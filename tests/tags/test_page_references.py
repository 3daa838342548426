"""The references to pages are remembered, and never out of date."""

import pydyf

from studypack.tags.page_references import remembered


def _with_pages(count: int) -> pydyf.PDF:
    pdf = pydyf.PDF()
    for _ in range(count):
        pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
    return pdf


def test_they_are_those_of_pydyf() -> None:
    pdf = _with_pages(3)
    plain = pdf.page_references
    with remembered():
        assert pdf.page_references == plain
        assert pdf.page_references is pdf.page_references


def test_a_page_more_is_a_reference_more() -> None:
    pdf = _with_pages(1)
    with remembered():
        (first,) = pdf.page_references
        pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
        again, second = pdf.page_references
    assert again == first != second


def test_each_pdf_has_its_own() -> None:
    shorter, longer = _with_pages(1), _with_pages(2)
    with remembered():
        assert (len(shorter.page_references), len(longer.page_references)) == (1, 2)


def test_pydyf_is_as_it_was_afterwards() -> None:
    before = pydyf.PDF.page_references
    with remembered():
        assert pydyf.PDF.page_references is not before
    assert pydyf.PDF.page_references is before
