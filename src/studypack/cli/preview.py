"""``studypack preview``."""

import gc
from pathlib import Path
from typing import Annotated

import typer

from studypack.cli.app import app
from studypack.cli.options import Out
from studypack.cli.printing import refuse
from studypack.guess import did_you_mean


@app.command()
def preview(
    course: Annotated[
        str, typer.Argument(metavar="[COURSE]", help="The pack to begin with (default: a list).")
    ] = "",
    out: Out = Path("out"),
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="NUMBER", help="0: any that is free.")
    ] = 0,
) -> None:
    """Show packs in a browser, and reload it whenever one is built again; Ctrl-C ends it.

    The address is printed; only this machine can open it.

    studypack preview

    studypack preview full --port 8000
    """
    from studypack.server import HOST, packs_in, serve, server_for  # noqa: PLC0415

    gc.enable()  # it lives long
    packs = packs_in(out)
    if not packs:
        refuse(f"there are no packs in {out}; make some: studypack build --out {out}")
    if course and course not in packs:
        guess = did_you_mean(course, packs) or "."
        refuse(f'there is no pack "{course}" in {out}{guess} There are: {", ".join(packs)}.')
    try:
        server = server_for(out, port)
    except OSError as error:
        refuse(f"port {port} cannot be used: {error.strerror}; leave --port out for a free one")
    where = f"{course or packs[0]}/" if course or len(packs) == 1 else ""
    print(f"http://{HOST}:{server.server_address[1]}/{where}", flush=True)  # noqa: T201
    serve(server)
