"""What the fields of the model are for: the strings that stand under them in their classes.

pydantic could read these by itself, but does so whenever a model is defined, which takes longer
than a small ``check``.
"""

import ast
import inspect
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from studypack.summary.base import Model


def about_fields(model: type) -> Mapping[str, str]:
    """Name of a field -> what is said of it, by the model or by one that it extends."""
    return {
        name: said for cls in reversed(model.__mro__) for name, said in _docstrings(cls).items()
    }


@cache
def _docstrings(cls: type) -> Mapping[str, str]:
    """Name of a field -> the string that stands under it in the class."""
    if not issubclass(cls, Model):
        return {}
    (written,) = ast.parse(inspect.getsource(cls)).body
    assert isinstance(written, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(under.value.value)
        for field, under in pairwise(written.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(under, ast.Expr)
        and isinstance(under.value, ast.Constant)
        and isinstance(under.value.value, str)
    }
