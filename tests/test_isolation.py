"""Content reaches neither network nor disk, and runs nothing; each probe holds one guard."""

from __future__ import annotations

import html
import io
import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jinja2
import pikepdf
import pytest
from jinja2.sandbox import SecurityError

from studypack import places, typesetting
from studypack.build.unit import make
from studypack.flashcards import faces
from studypack.product import CannotRenderError
from tests.build.test_build import built, deck_text, pdf_text
from tests.conftest import PACKS, Spoil, findings, line_of
from tests.stress.payloads import LINKS, WORDS

SECRET = "marigold"


def page(body: str, css: str = "") -> str:
    rules = f"{typesetting.font_faces()} html {{ font-family: 'Gentium Book Plus' }} {css}"
    return (
        f'<html lang="en"><head><title>A page</title><style>{rules}</style></head>'
        f"<body><p>Words</p>{body}</body></html>"
    )


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("secrets") / "secret.txt"
    path.write_text(SECRET)
    (path.parent / "secret.css").write_text(f"p::after {{ content: '{SECRET}' }}")
    (path.parent / "secret.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    return path


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr("socket.socket", refuse)
    monkeypatch.setattr("socket.create_connection", refuse)


# Were content ever to reach a page as HTML, this is what it would meet there.
IN_A_PAGE = [
    '<img src="file://{folder}/secret.svg" alt="x">',
    '<img src="file://localhost{folder}/secret.svg" alt="x">',
    '<img src="../../../../../../../../../../../..{folder}/secret.svg" alt="x">',
    '<img src="%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e{folder}/secret.svg" alt="x">',
    '<img src="http://192.0.2.1/x.png" alt="x">',
    '<img src="https://192.0.2.1/x.png" alt="x">',
    '<img src="//192.0.2.1/x.png" alt="x">',
    '<img src="\\\\192.0.2.1\\share\\x.png" alt="x">',
    '<img src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E" alt="x">',
    '<img src="asset:../secret.svg" alt="x">',
    '<object data="file://{folder}/secret.svg">x</object>',
    '<embed src="file://{folder}/secret.svg">',
    '<link rel="stylesheet" href="file://{folder}/secret.css">',
    '<link rel="stylesheet" href="http://192.0.2.1/x.css">',
    '<link rel="attachment" href="file://{folder}/secret.txt">',
    '<a rel="attachment" href="file://{folder}/secret.txt">x</a>',
    '<style>@import url("file://{folder}/secret.css")</style>',
    '<style>@import "http://192.0.2.1/x.css"</style>',
    '<p style="background: url(file://{folder}/secret.svg)">x</p>',
    '<p style="background: url(http://192.0.2.1/x.png)">x</p>',
    '<p style="list-style-image: url(//192.0.2.1/x.png); display: list-item">x</p>',
    '<style>p::before {{ content: url("file://{folder}/secret.svg") }}</style>',
    '<style>@font-face {{ font-family: F; src: url("file://{folder}/secret.txt") }}'
    " p {{ font-family: F }}</style>",
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
    '<image href="file://{folder}/secret.svg" width="9" height="9"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9"'
    ' height="9"><image xlink:href="http://192.0.2.1/x.png" width="9" height="9"/></svg>',
    '<a href="file://{folder}/secret.txt">x</a>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="secret.txt">x</a>',
    '<a href="\\\\192.0.2.1\\share">x</a>',
    '<a href="//192.0.2.1/x">x</a>',
]


@pytest.mark.parametrize("probe", IN_A_PAGE)
@pytest.mark.usefixtures("no_network")
def test_a_page_reaches_nothing_outside(probe: str, secret: Path) -> None:
    text = page(probe.format(folder=secret.parent))
    with pytest.raises(CannotRenderError) as error:
        typesetting.to_pdf(typesetting.lay_out(text, "a page"), "a page")
    assert {d.code for d in error.value.diagnostics} == {"SP401"}


def test_a_page_may_lead_to_the_web_and_within_itself() -> None:
    body = (
        '<a href="https://example.org/">x</a><a href="mailto:a@example.org">y</a><a href="#z">z</a>'
    )
    document = typesetting.lay_out(page(f'{body}<p id="z">Z</p>'), "a page")
    with pikepdf.open(io.BytesIO(typesetting.to_pdf(document, "a page"))) as pdf:
        assert len(pdf.pages[0].Annots) == 3


HOSTILE_TEMPLATES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ words.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os.system('id') }}",
    "{{ self._TemplateReference__context.environment.loader }}",
    "{{ words.append(1) }}",
    "{{ call.__code__ }}",
    "{{ '{0.__class__.__mro__}'.format('') }}",
    "{% for n in range(10000000) %}{% endfor %}",
    "{% include '../secret.txt' %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
]


@pytest.mark.parametrize("template", HOSTILE_TEMPLATES)
def test_a_template_lays_out_and_does_nothing_else(
    template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "secret.txt").write_text(SECRET)
    (tmp_path / "own/page.html").write_text(template)
    monkeypatch.setattr(places, "templates", lambda: tmp_path)
    page = typesetting.environment("own").get_template("page.html")
    words = ["a"]
    wrong = (SecurityError, jinja2.TemplateNotFound, jinja2.UndefinedError, OverflowError)
    with pytest.raises(wrong):
        page.render(words=words, call=make)
    assert words == ["a"]


def test_nor_does_one_of_cards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "flashcards").mkdir()
    (tmp_path / "flashcards/cards.css").write_text("[[ cycler.__init__.__globals__.os.getcwd() ]]")
    monkeypatch.setattr(places, "templates", lambda: tmp_path)
    faces._environment.cache_clear()
    with pytest.raises(CannotRenderError, match="unsafe"):
        faces.style()
    faces._environment.cache_clear()


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize(
    ("file", "old"),
    [("story.yaml", "Nine elected householders"), ("10-night.md", "Two nights later")],
)
def test_a_link_in_a_text_leads_to_an_item_or_is_told(
    spoiled: Spoil, file: str, old: str, link: str
) -> None:
    quoted = json.dumps(f"[words]({link}) and more")
    if file == "story.yaml":
        old = "meaning: Nine elected householders who ran a harbour town."
        new = f"meaning: {quoted}"
    else:
        new = f"[words]({link}) {old}"
    folder = spoiled(file, old, new)
    (told,) = [d for d in findings(folder) if d.code == "SP221"]
    assert "[words]" in line_of(folder, told)


@dataclass
class Watched:
    """What a build in a process of its own did."""

    code: int
    said: str
    opened: list[str]
    ran: list[str]
    sockets: int
    out: Path


WATCH = """
import json, os, sys
opened, written, ran, sockets = set(), set(), [], []
def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        path, _, flags = arguments
        name = os.path.abspath(os.fsdecode(path))
        (written if flags & (os.O_WRONLY | os.O_RDWR) else opened).add(name)
    elif event == "os.mkdir":
        written.add(os.path.abspath(os.fsdecode(arguments[0])))
    elif event.startswith("socket.") and event != "socket.gethostname":
        sockets.append(event)
    elif event in {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn"}:
        ran.append(str(arguments[0]))
sys.addaudithook(hook)
import socket
class Refused(socket.socket):
    def __init__(self, *arguments, **options):
        sockets.append("created")
        raise OSError("no network here")
socket.socket = Refused
from studypack.cli import app
sys.argv = ["studypack", *sys.argv[2:]]
try:
    from studypack.__main__ import main
    main()
finally:
    with open(os.environ["REPORT"], "w") as report:
        json.dump({"opened": sorted(opened - written), "ran": ran, "sockets": len(sockets)}, report)
"""

HOSTILE_WORDS = [
    "<script>x</script>", "{{ 7*7 }}", "{% include 'x' %}", "<img src=file://{secret}>",
    "![pic](file://{secret})", "[go](file://{secret})", "[go](javascript:alert)", "url(file://{secret})",
    "@import url(//192.0.2.1)", "<svg><image href='file://{secret}'/></svg>", "{{c1::x}}",
    "[sound:{secret}]", "[latex]input[/latex]", "</style><style>p{color:red}",
]  # fmt: skip


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory, secret: Path) -> Watched:
    """All outputs of a summary full of what would act if it could."""
    folder = tmp_path_factory.mktemp("watched")
    shutil.copytree(PACKS / "lantern", folder / "decks/lantern")
    story = folder / "decks/lantern/story.yaml"
    text = story.read_text("utf-8")
    prompt = " ".join(word.replace("{secret}", str(secret)) for word in HOSTILE_WORDS)
    for old, new in {
        "prompt: Who was to blame for the wreck?": f"prompt: {json.dumps(prompt)}",
        "summary: An unsigned pamphlet calls": f"summary: {json.dumps(prompt)} #",
        "who: Councillor of Birk who": "who: <img src=//192.0.2.1> {{ 7*7 }} Councillor who",
        "title: A pamphlet blames both": "title: <b onclick=x>A {{ 7*7 }}</b> #",
        "meaning: Nine elected": "meaning: <iframe src=//192.0.2.1> {% raw %} Nine elected",
    }.items():
        assert old in text
        text = text.replace(old, new, 1)
    story.write_text(text, "utf-8")
    sources = folder / "decks/lantern/sources.json"
    record = sources.read_text("utf-8")
    spoiled = record.replace(
        '"title": "', f'"URL": "file://{secret}", "title": "<i>{{{{ 7*7 }}}}</i> '
    )
    assert spoiled != record
    sources.write_text(spoiled, "utf-8")
    script = folder / "watch.py"
    script.write_text(textwrap.dedent(WATCH))
    only = "briefing,handout,poster,deck,cards,booklet"
    run = subprocess.run(
        [sys.executable, str(script), "x", "build", "--decks", str(folder / "decks"), "--out",
         str(folder / "out"), "--only", only, "--quiet", "-j", "1"],
        env={**os.environ, "REPORT": str(folder / "report.json"),
             "SOURCE_DATE_EPOCH": "1790000000"},
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    report = json.loads((folder / "report.json").read_text())
    return Watched(
        run.returncode,
        run.stderr,
        report["opened"],
        report["ran"],
        report["sockets"],
        folder / "out",
    )


@pytest.mark.xdist_group("watched")
def test_a_hostile_summary_is_built_as_plain_text(watched: Watched) -> None:
    assert watched.code == 0, watched.said
    text = pdf_text(next(watched.out.rglob("*-briefing.pdf")))
    for words in ("<script>x</script>", "{{ 7*7 }}", "{% include 'x' %}"):
        assert words in text
    assert "{{ 7*7 }}" in html.unescape(deck_text(next(watched.out.rglob("*.apkg"))))


@pytest.mark.xdist_group("watched")
def test_a_build_opens_no_socket_and_starts_no_program(watched: Watched) -> None:
    assert watched.sockets == 0
    # how Python's ctypes looks for Pango
    assert {Path(name).name for name in watched.ran} <= {"ldconfig", "gcc", "cc", "ld", "objdump"}


@pytest.mark.xdist_group("watched")
def test_a_build_reads_nothing_but_content_templates_fonts_and_programs(
    watched: Watched, secret: Path
) -> None:
    root = Path(__file__).parents[1]
    allowed = [
        watched.out.parent, root / "src", root / "templates", places.fonts(), Path(sys.prefix),
        Path(sys.base_prefix), Path("/proc/self"), Path("/dev/null"), Path("/dev/urandom"),
        *(Path(p) for p in sys.path if p), root / "pyproject.toml",
    ]  # fmt: skip
    private = ("studypack-fonts-",)
    others = [
        name
        for name in watched.opened
        if not any(Path(name).is_relative_to(place) for place in allowed)
        and not any(word in name for word in private)
        and not name.startswith(("/usr/share/zoneinfo", "/etc/localtime", "/etc/mime", "/usr/lib/"))
    ]
    assert others == []
    assert str(secret) not in watched.opened


def _strings(pdf: pikepdf.Pdf) -> Iterator[tuple[str, object]]:
    """The entries of all dictionaries of a PDF."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            yield from ((str(key), value) for key, value in thing.items())


@pytest.mark.xdist_group("watched")
def test_no_file_carries_what_acts_or_what_was_secret(watched: Watched) -> None:
    pdfs = list(watched.out.rglob("*.pdf"))
    assert len(pdfs) >= 5
    for path in pdfs:
        with pikepdf.open(path) as pdf:
            entries = dict.fromkeys(key for key, _ in _strings(pdf))
            acting = {"/EmbeddedFiles", "/JS", "/JavaScript", "/AA", "/Launch", "/F", "/EF"}
            assert not acting & set(entries), path
            addresses = [str(value) for key, value in _strings(pdf) if key == "/URI"]
            assert all(a.startswith(("https:", "http:", "mailto:")) for a in addresses), path
        assert SECRET not in pdf_text(path)


def test_a_course_says_what_it_likes_and_it_stays_text() -> None:
    """The fields of a course are plain strings, in the PDF's own title too."""
    from studypack.briefing.book import book_of
    from studypack.briefing.matter import page_of
    from studypack.select import select
    from studypack.summary.course import Course
    from tests.conftest import summary_of
    from tests.stress.fuzz import unsafe

    lantern, pages = summary_of(PACKS / "lantern"), []
    for words in (word for word in WORDS if len(word) <= 300):
        said = {"title": words, "institution": words, "audience": words}
        course = Course(id="full", summary="lantern", **said)
        pages.append(page_of(book_of(select(lantern, course))))
        assert unsafe(pages[-1]) == ""
    script = html.escape("<script>canary()</script>", quote=False)
    assert any(page.count(script) >= 2 for page in pages)


def test_files_that_are_none_and_links_out_of_the_folder(spoiled: Spoil, tmp_path: Path) -> None:
    folder = spoiled("more.yaml", new="terms: []\n")
    os.mkfifo(folder / "pipe.yaml")
    (folder / "circle.yaml").symlink_to("circle.yaml")
    (tmp_path / "outside.json").write_text("[]")
    (folder / "sources.json").unlink()
    (folder / "sources.json").symlink_to(tmp_path / "outside.json")
    told = {Path(d.where.file).name: d.message for d in findings(folder) if d.code == "SP001"}
    assert told == {
        "pipe.yaml": "is no ordinary file",
        "circle.yaml": "cannot be read: Too many levels of symbolic links",
        "sources.json": "a link that leads out of the folder",
    }


def test_a_profile_that_is_a_link_out_of_the_folder(tmp_path: Path) -> None:
    from studypack.catalogue import targets

    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    (tmp_path / "decks/courses").mkdir()
    (tmp_path / "outside.yaml").write_text("summary: lantern\n")
    (tmp_path / "decks/courses/a.yaml").symlink_to(tmp_path / "outside.yaml")
    _, found = targets(tmp_path / "decks", ())
    assert [(d.code, d.message) for d in found] == [
        ("SP001", "a link that leads out of the folder")
    ]


def test_what_is_printed_cannot_move_the_cursor(spoiled: Spoil) -> None:
    folder = spoiled("story.yaml", "theatre: birk", 'theatre: "a\\e[2J\\u202eb"')
    (told,) = [d for d in findings(folder) if d.code == "SP202"]
    assert "\x1b" in told.message
    assert r'unknown theatre "a\x1b[2J\u202eb"' in str(told)


def test_no_output_is_built_of_a_summary_with_a_secret_link(tmp_path: Path, secret: Path) -> None:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    (tmp_path / "decks/lantern/x.md").symlink_to(secret)
    outcome = built(tmp_path / "decks", tmp_path / "out", only=("deck",))
    assert [d.code for d in outcome.diagnostics] == ["SP001"]
    assert outcome.written == []


@pytest.mark.parametrize(
    ("wish", "asked"), [({}, False), ({"PYDANTIC_DISABLE_PLUGINS": "0"}, True)]
)
def test_what_else_is_installed_does_not_see_a_summary(
    tmp_path: Path, wish: dict[str, str], asked: bool
) -> None:
    about = tmp_path / "spy-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: spy\nVersion: 1\n")
    (about / "entry_points.txt").write_text("[pydantic]\nspy = spy:plugin\n")
    saw = tmp_path / "saw"
    (tmp_path / "spy.py").write_text(
        "class Plugin:\n"
        "    def new_schema_validator(self, *_about):\n"
        f"        open({str(saw)!r}, 'w').close()\n"
        "        return None, None, None\n"
        "plugin = Plugin()\n"
    )
    environment = {k: v for k, v in os.environ.items() if k != "PYDANTIC_DISABLE_PLUGINS"}
    command = [sys.executable, "-m", "studypack", "check", str(PACKS / "lantern")]
    subprocess.run(
        command, env={**environment, "PYTHONPATH": str(tmp_path), **wish}, check=True, timeout=60
    )
    assert saw.exists() is asked
