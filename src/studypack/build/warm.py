"""Imported once by the server from which workers are forked: what takes long to load."""

import contextlib

from studypack import outputs, typesetting
from studypack.product import MachineLacksError

for output in outputs.OUTPUTS.values():
    output.load()
with contextlib.suppress(MachineLacksError):  # the worker that needs it will say so
    typesetting.warm_up()
