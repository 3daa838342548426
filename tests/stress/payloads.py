# ruff: noqa: E501
"""What is put into a summary that does not belong there."""

from __future__ import annotations

from typing import Any

IDS = (
    "../../etc/passwd", "..", "a/b", "/etc/passwd", "..\\..\\x", "C:\\x", "\\\\server\\share",
    "%2e%2e%2fx", "a b", "A", "-a", "a" * 61, "a" * 100_000, "{{ id }}", "<b>", "a\nb", "é",
    "\u202ea", "a\x00b", "", "con.", "~root", "$(touch canary)", "`touch canary`", "a;b", "a|b", "*",
)  # fmt: skip
DATES = (
    "9999-99", "0000", "0000-00-00", "1787-02-30", "1787-13-01", "1787-00-10", "10000-01-01",
    "-1787", "1787-03-06/1787-03-05", "1787/1780", "1787-1X-01", "X787", "../1787", "1787/..x", "/",
    "1.3.1787", "tomorrow", "", "9" * 5000, "1787-03-01T10:00", "\u0661\u0667\u0668\u0667", "..",
    "{{ date }}", "1787-03-0\u0661",
)  # fmt: skip
LINKS = (
    "https://canary.invalid/x", "http://canary.invalid/x", "//canary.invalid/x",
    "\\\\\\\\canary\\\\share", "mailto:canary@canary.invalid", "ftp://canary.invalid",
    "/etc/canary", "../../canary", "canary.png", "asset:canary", "x:y", "?canary",
)  # fmt: skip
"""Targets that Markdown takes for a link; none leads to an item."""
_DANGEROUS = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "vbscript:x",
    "file:///etc/canary", "FILE:///etc/canary", "data:text/html,<script>canary</script>",
    "data:image/png;base64,canary", "&#106;avascript:alert(1)", "javascript&colon;alert(1)",
    "\x01javascript:alert(1)", "smb://canary/share", "blob:canary", "about:canary",
)  # fmt: skip
WORDS = (
    *(f"[words]({link})" for link in (*LINKS, *_DANGEROUS)),
    *(f"![words]({link})" for link in (*LINKS, *_DANGEROUS)),
    *(f"<{link}>" for link in _DANGEROUS),
    "[words]: file:///etc/canary", "[words][words]", "[](#)", "[x]()", "[", "[]", "](", "[x](",
    "<script>canary()</script>", "<img src=file:///etc/canary onerror=canary()>", "<b>bold</b>",
    "<style>@import url(file:///etc/canary)</style>", "</style><style>*{background:url(//canary)}",
    "<link rel=attachment href=file:///etc/canary>", "<svg><image href='file:///etc/canary'/></svg>",
    "<a rel=attachment href=file:///etc/canary>x</a>", "<object data=file:///etc/canary></object>",
    "<svg xmlns:xlink='x'><use xlink:href='//canary/x#a'/></svg>", "<base href=file:///etc/>",
    "<iframe src=//canary></iframe>", "<!-- comment -->", "<![CDATA[x]]>", "&lt;b&gt;", "&#0;",
    "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/canary'>]>&a;", "<?php canary ?>",
    "url(file:///etc/canary)", "\"><img src=//canary>", "' onmouseover='canary()", "`code`",
    "{{ canary }}", "{{ ''.__class__.__mro__ }}", "{% import 'os' as os %}{{ os.system('x') }}",
    "{% include '/etc/canary' %}", "{# comment", "{{", "}}", "{%", "{% raw %}", "{{c1::canary}}",
    "{{FrontSide}}", "{{#x}}{{/x}}", "{{type:Front}}", "{{c1::{{c2::x}}}}", "::", "a::b",
    "[sound:canary.mp3]", "[latex]\\input{/etc/canary}[/latex]", "[$]\\input{/etc/canary}[/$]",
    "[anki:tts lang=en_US]x[/anki:tts]", "\\(x\\)", "\\[x\\]", "$$x$$", "\\input{/etc/canary}",
    "[words]{onclick=canary()}", "[words]{.canary}", "[words]{lang='x\" onclick=\"canary()'}",
    "[words]{lang=zz-zz-zz}", "[words]{.later .when #id}", "[words]{", "[words]{=html}",
    "[@oakes1901, p. 3; @nobody]", "[@]", "[@a[@b]]", "[see @oakes1901]", "[[@oakes1901, p. 3]]",
    "[@oakes1901, p. " + "9" * 400 + "]", "1*2*3", "2*000*", "9" * 400, "1e999", "0x10", "½", "²",
    "\u202eright to left\u202c", "\u2066x", "a\u0301" * 60, "\u200b", "\u2028", "\xad", "\ufeff",
    "\ufffe", "😀", "👩\u200d👩", "火", "שלום", "\u0345", "ﬁ", "ẞ", "İ", "\U0010fffd", "%s%n{0}",
    "*" * 3000, "_" * 3000, "[" * 3000, "(" * 3000, "`" * 3000, "**a" * 1500, "*a_" * 1500,
    "[a](" * 1000, "![" * 1500, "> " * 1000 + "x", "[@a" * 1000, "\\" * 3000, "{" * 3000, "<" * 3000,
    "w" * 1_000_000, "word " * 200_000, "- " * 500 + "x", "&" * 3000, "[x]{" * 1000,
    "#" * 3000, "[a]{lang=" * 500, "*a **b " * 700,
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    *WORDS, *IDS, *DATES, None, True, False, 0, -1, 1, 10**18, 10**40, -(10**400), 1.5, 1e308, -0.0,
    float("inf"), float("nan"), [], {}, [[]], [None], [True], [{}], {"a": 1}, {"": ""}, {"<<": 1},
    ["x"] * 20_000, [["x"] * 30] * 30, {str(n): n for n in range(5000)}, "\ud800", "\udfff",
    {"id": "x", "title": []}, [{"id": 5}], [{"id": None}], [{"id": "a", "cells": {"a": {}}}], "\x00",
    {"date-parts": [[10**30, 99, 99]]}, {"date-parts": [["x", None]]}, [{"family": "\x1b"}], "1",
    [{"family": 5}], {"date-parts": []}, {"date-parts": [[]]}, {"date-parts": [[0, 0, 0]]},
)  # fmt: skip


def _bomb() -> str:
    rows = [f"b{n}: &b{n} [{', '.join([f'*b{n - 1}' if n else 'x'] * 9)}]\n" for n in range(9)]
    return "".join(rows)


def _section(body: str, front: str = "id: deep\ntitle: Deep\npart: story\n") -> str:
    return f"---\n{front}---\n{body}\n"


DEEP: tuple[tuple[str, str, str], ...] = (
    ("x.yaml", "[" * 10_000, "SP007"),
    ("x.yaml", "terms: " + "[" * 10_000 + "]" * 10_000, "SP007"),
    ("x.yaml", "{a: " * 10_000, "SP007"),
    ("x.yaml", "- " * 10_000, "SP007"),
    ("x.yaml", "? " * 10_000, "SP003 SP007"),
    ("x.yaml", "".join(" " * n + "a:\n" for n in range(1000)), "SP007"),
    ("x.yaml", _bomb(), "SP005"),
    ("x.yaml", "a: &a [*a]\n", "SP005"),
    ("x.yaml", "? {a: b}\n: c\n", "SP003"),
    ("x.yaml", "? [a, b]\n: &x c\n", "SP003"),
    ("x.yaml", "%YAML 9.9\n---\na: b\n", ""),
    ("x.yaml", "%TAG ! tag:canary,1:\n---\nterms: !x []\n", "SP006"),
    ("x.yaml", "--- 5", "SP103"),
    ("x.yaml", "terms:\n" + "  - x\n" * 100_000, "SP011"),
    ("x.yaml", "terms: [" + "{}, " * 20_000 + "]", "SP011"),
    ("x.yaml", "terms:\n  - {id: a, meaning: '" + "w" * 1_000_000 + "'}", "SP011"),
    ("x.yaml", "x" * 1_000_000 + ": 1", "SP104 SP003 SP011"),
    ("x.yaml", "".join(f"k{n}: 1\n" for n in range(100_000)), "SP011"),
    ("x.yaml", "a: " + "'" * 9999, ""),
    ("x.yaml", "#" * 4_000_000, ""),
    ("x.yaml", "#" * 6_000_000, "SP002"),
    ("x.md", _section("> " * 10_000 + "x"), "SP221"),
    ("x.md", _section("- " * 10_000 + "x"), "SP221"),
    ("x.md", _section("\n".join(" " * (2 * n) + "- x" for n in range(300))), "SP221"),
    ("x.md", _section("*" * 100_000), ""),
    ("x.md", _section("[" * 100_000), ""),
    ("x.md", _section("[a](" * 25_000), ""),
    ("x.md", _section("**a" * 30_000), ""),
    ("x.md", _section("w" * 1_000_000), "SP011"),
    ("x.md", _section("word " * 100_000), "SP011"),
    ("x.md", _section("| a | b |\n|---|---|\n" + "| x | y |\n" * 10_000), "SP011"),
    ("x.md", _section("# " * 3000 + "x"), ""),
    ("x.md", _section("[x](#" * 3000), ""),
    ("x.md", _section("x", "[" * 10_000 + "\n"), "SP007"),
    ("x.md", "---\n" * 100_000, ""),
    ("x.md", "---\n" + "-" * 1_000_000, "SP010"),
    ("x.md", "---\n---\nx", "SP010"),
    ("sources.json", "[" * 100_000, "SP007 SP009"),
    ("sources.json", '{"a":' * 100_000, "SP007 SP009"),
    ("sources.json", "[" + "{}," * 50_000 + "{}]", "SP011"),
    ("sources.json", "[1, null, [], \"x\"]", "SP103"),
    ("sources.json", "NaN", "SP009"),
    ("sources.json", '[{"id": "a", "id": "b", "type": "book", "title": "x"}]', ""),
    ("sources.json", '[{"id": "a", "type": "book", "title": "' + "w" * 1_000_000 + '"}]', "SP011"),
)  # fmt: skip
"""Files that need much of whoever reads them: their name, their text, the codes promised."""
