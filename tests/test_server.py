"""The preview: who may ask, what is shown, what is added, when the browser reloads."""

from __future__ import annotations

import errno
import os
import re
import socket
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from studypack.server import HOST, packs_in, server_for
from tests.page.chromium import browser, found

PAGE = (
    "<!doctype html><html><head><meta http-equiv='Content-Security-Policy'"
    " content=\"default-src 'none'; base-uri 'none'\"><title>{}</title></head><body></body></html>"
)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    for name in ("one", "two & <more>"):
        (tmp_path / "out" / name).mkdir(parents=True)
        (tmp_path / "out" / name / "index.html").write_text(PAGE.format(name), "utf-8")
    (tmp_path / "out/one/deck.apkg").write_bytes(b"deck")
    (tmp_path / "out/empty").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "out-other").mkdir()
    (tmp_path / "out-other/index.html").write_text("secret")
    (tmp_path / "out/one/link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "out/away").symlink_to(tmp_path / "out-other")
    return tmp_path / "out"


@pytest.fixture
def port(out: Path) -> Iterator[int]:
    with server_for(out) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def ask(port: int, path: str, host: str = "", method: str = "GET") -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(HOST, port, timeout=10)
    try:
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"{HOST}:{port}")
        connection.endheaders()
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def test_it_listens_on_this_machine_alone(out: Path) -> None:
    with server_for(out) as server:
        assert server.server_address[0] == "127.0.0.1"


def test_the_root_lists_the_packs(port: int) -> None:
    response, data = ask(port, "/")
    assert response.status == 200
    assert re.findall(rb'<li><a href="([^"]*)">([^<]*)</a>', data) == [
        (b"one/", b"one"),
        (b"two%20%26%20%3Cmore%3E/", b"two &amp; &lt;more&gt;"),
    ]


def test_a_link_is_no_pack(out: Path) -> None:
    assert packs_in(out) == ["one", "two & <more>"]


def test_a_page_gets_a_script_that_its_file_does_not_have(port: int, out: Path) -> None:
    _, data = ask(port, "/one/")
    assert b'<script src="/-/reload.js" defer></script></head>' in data
    assert b"script-src 'self'; connect-src 'self';" in data
    assert b"script" not in (out / "one/index.html").read_bytes()
    response, script = ask(port, "/-/reload.js")
    assert response.headers["Content-Type"] == "text/javascript"
    assert b"location.reload()" in script


def test_other_files_come_as_they_are(port: int) -> None:
    response, data = ask(port, "/one/deck.apkg")
    assert (response.status, data) == (200, b"deck")
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/one/", "/one/deck.apkg", "/-/reload.js"])
def test_who_asks_for_the_head_gets_no_body(port: int, path: str) -> None:
    _, data = ask(port, path)
    with socket.create_connection((HOST, port), timeout=10) as connection:
        connection.sendall(f"HEAD {path} HTTP/1.0\r\nHost: {HOST}:{port}\r\n\r\n".encode())
        head, _, body = b"".join(iter(lambda: connection.recv(4096), b"")).partition(b"\r\n\r\n")
    assert body == b""
    assert f"Content-Length: {len(data)}\r\n".encode() in head


def test_a_folder_without_a_slash_is_sent_to_the_one_with_it(port: int) -> None:
    response, _ = ask(port, "/one")
    assert (response.status, response.headers["Location"]) == (301, "/one/")


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt", "/one/../../secret.txt", "/%2e%2e/secret.txt",
        "/one/%2e%2e%2f..%2fsecret.txt", "/..%5csecret.txt", "//secret.txt",
        "/one/link.txt", "/away/index.html", "/away/",
        "/../out-other/index.html", "/one/%00", "/" + "a" * 5000, "/empty/", "/none", "/-/other",
    ],
)  # fmt: skip
def test_nothing_outside_the_folder_and_no_listing_is_shown(port: int, path: str) -> None:
    response, data = ask(port, path)
    assert response.status == 404
    assert b"secret" not in data.replace(path.encode(), b"")


@pytest.mark.parametrize("host", ["example.org", "example.org:80", "[::1]", "127.0.0.1"])
def test_another_sites_name_that_leads_here_is_refused(port: int, host: str) -> None:
    assert ask(port, "/one/", host)[0].status == 403


def test_on_the_port_of_the_web_browsers_leave_it_unsaid(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studypack.server._USUAL_PORT", port)
    assert [ask(port, "/one/", host)[0].status for host in (HOST, "localhost", "example.org")] == [
        200, 200, 403,
    ]  # fmt: skip


def test_the_state_is_another_when_a_file_changes(port: int, out: Path) -> None:
    def state(path: str) -> bytes:
        return ask(port, f"/-/state?{path}")[1]

    one, two = state("%2Fone%2F"), state("%2Ftwo%20%26%20%3Cmore%3E%2F")
    assert state("%2Fone%2F") == one
    fresh = out / "one/.new"
    fresh.write_bytes(b"another deck")
    assert state("%2Fone%2F") == one
    fresh.replace(out / "one/deck.apkg")
    assert state("%2Fone%2F") != one
    assert state("%2Ftwo%20%26%20%3Cmore%3E%2F") == two
    assert state("%2F..%2F") == state("%2F")


def test_a_port_that_is_taken_is_an_error(out: Path) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        with pytest.raises(OSError, match=os.strerror(errno.EADDRINUSE)):
            server_for(out, taken.getsockname()[1])


@pytest.mark.skipif(found() is None, reason="no Chromium on this machine")
def test_a_browser_reloads_when_the_pack_is_built_again(port: int, out: Path) -> None:
    with browser() as tab:
        tab.show(f"http://{HOST}:{port}/one/")
        assert tab.ask("document.title") == "one"
        tab.ask("new Promise(done => setTimeout(done, 800))")
        (out / "one/.new").write_text(PAGE.format("another"), "utf-8")
        (out / "one/.new").replace(out / "one/index.html")
        tab.wait_for_load()
        assert tab.ask("document.title") == "another"
        assert tab.complaints == []
