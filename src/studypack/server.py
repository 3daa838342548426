"""Shows packs in a browser of this machine, and reloads it when one changes.

The files themselves have no script: the server adds one to the pages that it sends.
"""

from __future__ import annotations

import html
import http
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from studypack.digest import digest

HOST = "127.0.0.1"
"""Nobody but this machine."""
_NAMES = frozenset({HOST, "localhost"})
_USUAL_PORT = 80
"""Browsers leave it unsaid."""
_STATE, _SCRIPT = "/-/state", "/-/reload.js"
_CLOSED = b"default-src 'none';"
_OPEN = b"default-src 'none'; script-src 'self'; connect-src 'self';"
"""What the policy of a page has to allow for the script."""
_TAG = f'<script src="{_SCRIPT}" defer></script>'.encode()
_RELOAD = """
"use strict";
// reloads once what lies there is another than at first and has come to rest
const where = "/-/state?" + encodeURIComponent(location.pathname);
let first, last;
setInterval(async () => {
  const now = await fetch(where).then(answer => answer.text(), () => last);
  first ??= now;
  if (now !== first && now === last) location.reload();
  last = now;
}, 500);
"""


def packs_in(out: Path) -> list[str]:
    """The names of the folders in ``out`` that have a page to show; a link is none."""
    folders = (index.parent for index in out.glob("*/index.html"))
    return sorted(folder.name for folder in folders if not folder.is_symlink())


def server_for(out: Path, port: int = 0) -> ThreadingHTTPServer:
    """A server for a folder of packs, on this machine alone; port 0 is any that is free.

    Raises OSError where the port is taken.
    """
    return _Server((HOST, port), partial(_Handler, root=out.resolve()))


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle is no news; anything else is a bug."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Answers with files of one folder; what links or dots lead out of it is not there."""

    server_version = "studypack"
    sys_version = ""
    extensions_map = {  # noqa: RUF012
        **SimpleHTTPRequestHandler.extensions_map,
        ".apkg": "application/octet-stream",
        ".md": "text/plain; charset=utf-8",
        ".tsv": "text/plain; charset=utf-8",
    }

    def __init__(self, *arguments: Any, root: Path) -> None:
        self._root = root
        super().__init__(*arguments, directory=str(root))

    def do_GET(self) -> None:
        """A file, the list of packs, the script, or what tells whether something changed."""
        assert isinstance(self.server, ThreadingHTTPServer)
        port = self.server.server_port
        own = {f"{host}:{port}" for host in _NAMES} | (_NAMES if port == _USUAL_PORT else set())
        if self.headers.get("Host") not in own:
            self.send_error(http.HTTPStatus.FORBIDDEN)  # another site's name leads here
            return
        parts = urlsplit(self.path)
        path = self._path(parts.path)
        if parts.path == _SCRIPT:
            self._send(_RELOAD.encode(), "text/javascript")
        elif parts.path == _STATE:
            self._send(self._state(unquote(parts.query)).encode(), "text/plain")
        elif parts.path == "/":
            self._send(self._page(self._list()), "text/html; charset=utf-8")
        elif path is None:
            self.send_error(http.HTTPStatus.NOT_FOUND)
        elif path.is_dir() and not parts.path.endswith("/"):
            self._send_file()  # sends the browser to the same with a slash
        elif path.suffix == ".html" or path.is_dir():
            self._send_page(path / "index.html" if path.is_dir() else path)
        else:
            self._send_file()

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *_said: Any) -> None:
        """Nothing: what is asked for every half second is no news."""

    def end_headers(self) -> None:
        """Nothing is kept: the next build may have made another."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def _path(self, asked: str) -> Path | None:
        """The file or folder of an address; None where it is none of the root."""
        try:
            path = Path(self.translate_path(asked)).resolve()
            inside = path.is_relative_to(self._root) and path.exists()
        except (OSError, ValueError):  # a name that no file can have
            return None
        return path if inside else None

    def _send(self, data: bytes, kind: str) -> None:
        self.send_response(http.HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _send_file(self) -> None:
        if self.command == "HEAD":
            super().do_HEAD()
        else:
            super().do_GET()

    def _send_page(self, path: Path) -> None:
        try:
            data = path.read_bytes()
        except OSError:
            self.send_error(http.HTTPStatus.NOT_FOUND)
        else:
            self._send(self._page(data), "text/html; charset=utf-8")

    def _page(self, data: bytes) -> bytes:
        return data.replace(_CLOSED, _OPEN, 1).replace(b"</head>", _TAG + b"</head>", 1)

    def _state(self, asked: str) -> str:
        """Another one whenever a file of the folder of an address is."""
        path = self._path(asked)
        if path is None:
            return ""
        folder = path if path.is_dir() else path.parent
        pattern = "*/index.html" if folder == self._root else "*"
        files = []
        for file in sorted(folder.glob(pattern)):
            try:
                found = file.stat()
            except OSError:
                continue  # it has just gone
            if not file.name.startswith("."):
                files.append((file.name, found.st_mtime_ns, found.st_size))
        return digest(files)

    def _list(self) -> bytes:
        rows = "".join(
            f'<li><a href="{quote(n)}/">{html.escape(n)}</a></li>' for n in packs_in(self._root)
        )
        return (
            '<!doctype html><html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            "<title>Study packs</title><style>:root { color-scheme: light dark; }"
            " body { margin: 2rem; font: 1.2rem/2 system-ui, sans-serif; }</style></head>"
            f"<body><main><h1>Study packs</h1><ul>{rows}</ul></main></body></html>"
        ).encode()


def serve(server: ThreadingHTTPServer) -> None:
    """Answers until it is interrupted (KeyboardInterrupt); then the port is free again."""
    with server:
        server.serve_forever(poll_interval=0.2)
