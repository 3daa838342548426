"""Documents that hypothesis thinks of: the fields that the model knows, with anything in them."""

from __future__ import annotations

import types
from typing import Any, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import BaseModel

from studypack.summary.header import Header
from studypack.summary.items import ITEM_KINDS

_WORDS = ("alder", "birk", "ember", "moss", "wreck", "oil-price", "light", "story", "1787-03-02",
          "[@oakes1901, p. 3]", "organisation", "majority", "statement", "violence", "day", "hu",
          "1787", "#ff0000", "22:15", "night", "[words](#ember)", "*a*", "")  # fmt: skip
_SCALARS = st.one_of(
    st.sampled_from(_WORDS), st.text(max_size=12), st.none(), st.booleans(),
    st.integers(-(10**25), 10**25), st.floats(),
)  # fmt: skip
_ANYTHING = st.recursive(
    _SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(("id", "to", "from", "cite", "x", "<<")), inner, max_size=3
        )
    ),
    max_leaves=6,
)


def _value(annotation: Any, depth: int) -> st.SearchStrategy[Any]:
    """Mostly something of the right shape."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    likely: st.SearchStrategy[Any] = _SCALARS
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and depth < 3:
        likely = _row(annotation, depth + 1)
    elif origin is tuple:
        likely = st.lists(_value(arguments[0], depth + 1), max_size=2)
    elif origin in {Union, types.UnionType}:
        likely = st.one_of(*(_value(a, depth + 1) for a in arguments))
    elif origin is dict:
        likely = st.dictionaries(st.sampled_from(_WORDS), _SCALARS, max_size=2)
    return st.one_of(likely, likely, likely, _ANYTHING)


def _row(model: type[BaseModel], depth: int = 0) -> st.SearchStrategy[dict[str, Any]]:
    needed = {
        f.alias or n: _value(f.annotation, depth)
        for n, f in model.model_fields.items()
        if f.is_required()
    }
    others = {
        f.alias or n: _value(f.annotation, depth)
        for n, f in model.model_fields.items()
        if not f.is_required()
    }
    return st.fixed_dictionaries(needed, optional=others)


ITEMS = st.one_of(
    *(st.tuples(st.just(key), st.lists(_row(kind), min_size=1, max_size=2))
      for key, kind in ITEM_KINDS.items() if key != "sections")
)  # fmt: skip
"""A top-level key and rows under it."""
HEADERS = _row(Header)
