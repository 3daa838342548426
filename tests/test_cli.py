"""The command line: what it prints where, and its exit codes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from studypack import __version__
from studypack.cli import app, main
from tests.conftest import PACKS


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    shutil.copytree(PACKS / "lantern", tmp_path / "decks/lantern")
    return tmp_path / "decks"


def test_the_version() -> None:
    assert run("--version").stdout == f"studypack {__version__}\n"


def test_help_teaches_by_example() -> None:
    assert "studypack build --only deck" in run("--help").stdout
    assert "--only poster,deck --out" in run("build", "--help").stdout


def test_check_of_a_good_summary(decks: Path) -> None:
    result = run("check", str(decks / "lantern"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{decks / 'lantern'}: no problems\n"


def test_check_tells_of_a_file_that_lies_in_no_summary(decks: Path) -> None:
    (decks / "more.yaml").write_text("terms: []\n", "utf-8")
    result = run("check", "--decks", str(decks))
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"{decks / 'more.yaml'}: warning[SP012] this file is not read" in result.stderr


def test_check_tells_problems_on_stderr_and_exits_1(decks: Path) -> None:
    story = decks / "lantern/story.yaml"
    story.write_text(story.read_text("utf-8").replace("kind: violence", "kind: riot"), "utf-8")
    result = run("check", "--decks", str(decks))
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{story}:27:11: error[SP103] `kind`: 'riot' is not one of" in result.stderr


def test_check_as_json_and_for_github(decks: Path) -> None:
    story = decks / "lantern/story.yaml"
    story.write_text(story.read_text("utf-8").replace("kind: violence", "kind: riot"), "utf-8")
    (row,) = json.loads(run("check", "--decks", str(decks), "--format", "json").stderr)
    assert (row["code"], row["where"]["line"]) == ("SP103", 27)
    line = run("check", "--decks", str(decks), "--format", "github").stderr
    assert line.startswith(f"::error file={story},line=27,col=11,title=SP103::")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "--only", "brochure"], 'no output "brochure"'),
        (["build", "fulll"], 'there is no course "fulll"'),
        (["build", "--decks", "nowhere"], "there is no folder nowhere"),
        (["build", "decks/courses/full.yaml"], 'did you mean "full"?'),
        (
            ["build", "decks/lantern"],
            '"lantern" is a summary; its courses: full. There are: full.',
        ),
        (["build", "--out", "decks"], "cannot go to decks: in decks each folder is a summary"),
        (["build", "--out", "decks/lantern/out"], "cannot go to decks/lantern/out: in decks each"),
        (["watch", "--out", "decks/out"], "name a folder outside of it, with --out"),
        (["check", "nowhere"], "there is no folder nowhere"),
        (["check", "decks"], "decks is no summary, but where they lie; leave it out,"),
        (
            ["check", "."],
            ". is no summary, but where they lie; leave it out, or name one: decks/la",
        ),
        (["check", "decks/lantern/story.yaml"], "is a file; name the folder"),
        (["show", "COUNCIL"], 'nothing is called "COUNCIL"; there is council-dark, birk-council'),
        (["show", "zzz"], 'nothing is called "zzz"; name a course, an id, or a date'),
        (["diff", "--since", "decks/lantern/story.yaml"], "is no deck (.apkg), no ledger (.json)"),
        (["diff", "--since", "HEAD"], "no git revision: decks/lantern is in no git repository"),
        (["check", "--format", "xml"], "xml"),
        (["bild"], "bild"),
    ],
)
def test_what_does_not_exist_is_a_usage_error(
    decks: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(decks.parent)
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_a_course_is_not_taken_for_a_folder(decks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(decks.parent)
    run("new", "course", "mine")
    result = run("check", "mine")
    assert (result.exit_code, result.stderr) == (
        2,
        "studypack: mine is a course; name the folder of its summary\n",
    )


def test_build_lists_what_it_made(decks: Path, tmp_path: Path) -> None:
    result = run("build", "--decks", str(decks), "--out", str(tmp_path / "o"), "--only", "deck")
    assert result.exit_code == 0
    assert "lantern-full-deck.apkg" in result.stdout
    assert "cards" in result.stdout
    assert "SP305" in result.stderr


def test_build_where_nothing_may_be_written(decks: Path, tmp_path: Path) -> None:
    (tmp_path / "o").write_text("a file where the folder should be")
    result = run("build", "--decks", str(decks), "--out", str(tmp_path / "o"), "--only", "deck")
    assert result.exit_code == 1
    assert "SP402" in result.stderr


@pytest.mark.parametrize("given", ["-5", "1.5", "٣", "253402300800", "9" * 30])
def test_a_time_that_no_ledger_can_hold_stamps_nothing(
    decks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)
    result = run("build", "--decks", str(decks), "--out", str(tmp_path / "o"), "--only", "deck")
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH" in result.stderr
    assert not (decks / "lantern/ledger.json").exists()


@pytest.mark.parametrize("command", ["clean", "preview"])
def test_a_file_that_the_system_refuses_is_a_sentence(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "a" * 300
    monkeypatch.setattr(sys, "argv", ["studypack", command, "--out", name])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err
    assert ended.value.code in {2, 3}, "from Python 3.13 such a name is just not there"
    assert said.startswith("studypack: ")
    assert name in said


def test_a_file_of_ours_that_is_missing_is_a_bug_and_keeps_its_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def loses_a_file(**_asked: object) -> None:
        Path("nowhere/at-all").read_bytes()

    monkeypatch.setattr("studypack.cli.app", loses_a_file)
    with pytest.raises(FileNotFoundError):
        main()


def test_check_and_help_do_without_weasyprint() -> None:
    code = (
        "import sys; from typer.testing import CliRunner; from studypack.cli import app\n"
        f"r = CliRunner().invoke(app, ['check', {str(PACKS / 'lantern')!r}])\n"
        "assert r.exit_code == 0, r.output\n"
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0\n"
        "print([m for m in ('weasyprint', 'genanki', 'pikepdf') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_missing_library_is_a_sentence_and_exit_code_3(decks: Path, tmp_path: Path) -> None:
    """Pango is hidden from the loader, as on a machine without it."""
    code = (
        "import ctypes.util, sys, cffi\n"
        "def refuse(self, name, flags=0): raise OSError(f'cannot load library {name!r}')\n"
        "cffi.FFI.dlopen = refuse\n"
        f"sys.argv = ['studypack', 'build', '--decks', {str(decks)!r}, '--out',"
        f" {str(tmp_path / 'o')!r}, '--only', 'briefing', '-q', '-j1']\n"
        "from studypack.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    assert "apt-get install libpango-1.0-0" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_interruption_ends_with_130(decks: Path, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from studypack import outputs\n"
        "def interrupted(*asked): raise KeyboardInterrupt\n"
        "asked = outputs.Output(lambda: interrupted, lambda *asked: {}, 'cards')\n"
        "outputs.OUTPUTS = {'deck': asked}\n"
        f"sys.argv = ['studypack', 'build', '--decks', {str(decks)!r}, '--out',"
        f" {str(tmp_path / 'o')!r}, '--only', 'deck', '-j1']\n"
        "from studypack.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 130, done.stderr
    assert "Traceback" not in done.stderr


def test_on_windows_a_sentence_says_where_it_runs() -> None:
    code = "import sys; sys.platform = 'win32'; from studypack.__main__ import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, "WSL" in done.stderr, done.stdout) == (3, True, "")


def test_the_ledger_is_mended_after_a_merge(decks: Path) -> None:
    path = decks / "lantern/ledger.json"
    lost = run("ledger", "--decks", str(decks))
    assert (lost.exit_code, "SP307" in lost.stderr, path.exists()) == (1, True, False)
    made = run("ledger", "--decks", str(decks), "--restamp")
    assert (made.exit_code, "11 of 11 notes are stamped anew" in made.stderr) == (0, True)
    text = path.read_text("utf-8")
    fine = run("ledger", "--decks", str(decks))
    assert "11 notes, last changed" in fine.stdout
    line = next(row for row in text.splitlines() if "date/wreck" in row)
    stamp = int(line.split(", ")[1].strip("[],"))
    both = f"<<<<<<< a\n{line}\n=======\n{line.replace(str(stamp), str(stamp + 5))}\n>>>>>>> b"
    path.write_text(text.replace(line, both), "utf-8")
    to = ("--decks", str(decks), "--out", str(decks.parent / "o"))
    spoiled = run("build", *to, "--only", "deck")
    assert (spoiled.exit_code, "Run `studypack ledger`" in spoiled.stderr) == (1, True)
    mended = run("ledger", "--decks", str(decks))
    assert (mended.exit_code, "later stamp was taken of 1 entries" in mended.stdout) == (0, True)
    assert path.read_text("utf-8") == text.replace(line, line.replace(str(stamp), str(stamp + 5)))


def test_a_torn_ledger_is_made_anew_only_when_asked(decks: Path) -> None:
    path = decks / "lantern/ledger.json"
    run("ledger", "--decks", str(decks), "--restamp")
    torn = path.read_text("utf-8").split('"person/ember"')[0]
    path.write_text(torn, "utf-8")
    refused = run("ledger", "--decks", str(decks))
    assert (refused.exit_code, "--restamp" in refused.stderr) == (1, True)
    assert path.read_text("utf-8") == torn
    made = run("ledger", "--decks", str(decks), "--restamp")
    assert (made.exit_code, "3 of 11 notes are stamped anew" in made.stderr) == (0, True)


class TestDiff:
    @pytest.fixture
    def history(self, decks: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        """Two commits of a summary, and the deck and ledger of each in ``before`` and ``after``."""
        monkeypatch.chdir(decks.parent)
        self.git("init", "-q")
        self.build("before")
        story = decks / "lantern/story.yaml"
        text = story.read_text("utf-8").replace("Nine sailors drown.", "Ten sailors drown.")
        story.write_text(text.replace("date: 1787-03-01", "date: 1787-03-02"), "utf-8")
        self.build("after")
        return decks.parent

    def git(self, *arguments: str) -> None:
        name = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *name, *arguments], check=True, capture_output=True)

    def build(self, out: str) -> None:
        assert run("build", "--only", "deck", "--out", out, "-q").exit_code == 0
        shutil.copy("decks/lantern/ledger.json", f"{out}/ledger.json")
        self.git("add", "decks")
        self.git("commit", "-q", "-m", out)

    def test_two_decks_two_revisions_and_a_folder_say_the_same(self, history: Path) -> None:
        deck = "full/lantern-full-deck.apkg"
        of_decks = run("diff", f"before/{deck}", f"after/{deck}")
        assert of_decks.exit_code == 0
        assert "[-Nine-] {+Ten+} sailors drown." in of_decks.stdout
        assert "[-1-] {+2+} March 1787" in of_decks.stdout
        assert run("diff", "HEAD~1", "HEAD").stdout == of_decks.stdout
        assert run("diff", "--since", "HEAD~1").stdout == of_decks.stdout
        assert run("diff", "HEAD", "decks/lantern").stdout == "Nothing has changed.\n"

    def test_two_ledgers_name_the_notes(self, history: Path) -> None:
        result = run("diff", "before/ledger.json", "after/ledger.json", "--format", "json")
        corrected = {row["note"] for row in json.loads(result.stdout)["corrected"]}
        assert {"date/wreck", "date/oil-price"} <= corrected
        assert "term/birk-council" not in corrected

    def test_a_file_for_students(self, history: Path) -> None:
        assert run("diff", "--since", "HEAD~1", "-o", "CHANGES.md").stdout == ""
        text = (history / "CHANGES.md").read_text("utf-8")
        assert text.startswith("# What has changed\n")
        assert "~~Nine~~ **Ten** sailors drown." in text

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            ([], "name OLD and NEW, or --since"),
            (["no-such-revision", "HEAD"], "git does not know no-such-revision"),
            (["before/none.apkg", "HEAD"], "before/none.apkg cannot be read"),
            (["decks/lantern/summary.yaml.apkg", "HEAD"], "is no deck that studypack made"),
            (["--since=--output=x"], "is no revision"),
        ],
    )
    def test_what_is_no_edition(self, history: Path, arguments: list[str], said: str) -> None:
        shutil.copy("decks/lantern/summary.yaml", "decks/lantern/summary.yaml.apkg")
        result = run("diff", *arguments)
        assert result.exit_code == 2
        assert said in " ".join(result.stderr.replace("│", "").split())

    def test_a_summary_that_was_not_there_yet(self, history: Path) -> None:
        shutil.copytree("decks/lantern", "decks/young")
        result = run("diff", "--since", "HEAD", "--in", "decks/young")
        said = "decks/young is not in HEAD; commit it first, or name a later revision"
        assert (result.exit_code, said in result.stderr) == (2, True)


def test_build_passes_wishes_on_and_tells_what_was_left_out(
    decks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from studypack.outputs import Output
    from studypack.product import Blank, Product, Wishes

    asked: list[Wishes] = []

    def render(_pack: object, _ledger: object, wishes: Wishes) -> tuple[Product, ...]:
        asked.append(wishes)
        return (Product("x.pdf", b"x", "1 page", ("no room (90): " + "storm, " * 90,)),)

    poster = Output(
        lambda: render, lambda _pack, _ledger, wishes, _notes: {"is": str(wishes)}, "poster"
    )
    monkeypatch.setattr("studypack.outputs.OUTPUTS", {"poster": poster})
    to = ["build", "--decks", str(decks), "--out", str(tmp_path / "o"), "--only", "poster", "-j1"]
    loud = run(*to, "--blank", "dates", "--print-shop")
    assert asked == [Wishes(Blank.DATES, print_shop=True)]
    assert "left out: no room (90): storm, storm" in " ".join(loud.stderr.split())
    assert "…" in loud.stderr
    assert "left out" not in run(*to, "--quiet").stderr
    assert asked[1] == Wishes()
    assert run(*to, "--blank", "names").exit_code == 2
