"""Codes SP0xx and SP1xx: files that cannot be read, and fields that are not as they should be."""

from __future__ import annotations

from tests.reference.examples import Code, Edit, Write

CODES = (
    Code("SP001", "A file cannot be read",
         "The file or folder is not there, is of the wrong sort, may not be read by you, or is a"
         " link to a place outside the summary's folder.",
         (Write("decks/lantern/more.yaml/README", "A folder cannot be called more.yaml."),)),
    Code("SP002", "A file is no text in UTF-8",
         "Everything in a summary is plain text. This file is a picture or another program's"
         " document, was saved in an old encoding, or is far larger than anything written by hand.",
         (Write("picture.yaml", b"\x89PNG\r\n\0\1"),)),
    Code("SP003", "The YAML breaks off",
         "From this place on the file cannot be understood. Most often a quotation mark or bracket"
         " is missing, a text with a colon in it is not in quotes, or a line is indented wrongly."
         " Nothing after it was looked at.",
         (Edit("story.yaml", "title: Birk puts", 'title: "Birk puts'),)),
    Code("SP004", "A field stands twice",
         "In one item the same field is written twice, and only one of them could count.",
         (Edit("story.yaml", "    kind: violence\n", "    kind: violence\n    kind: event\n"),)),
    Code("SP005", "An anchor or an alias",
         "YAML can say 'the same as over there' with & and *. Summaries do without: each text"
         " stands where it is read. Often the sign was only meant as a letter and needs quotes.",
         (Edit("story.yaml", "title: Oil doubles in price", "title: &oil Oil doubles in price"),)),
    Code("SP006", "A tag of YAML",
         "A word that begins with ! means something special to YAML, which is not used here. Often"
         " it was only meant as text and needs quotes.",
         (Edit("story.yaml", "title: Oil doubles in price", "title: !oil Oil doubles in price"),)),
    Code("SP007", "Too many levels",
         "Lists and fields are nested far deeper than any summary needs; a bracket or the"
         " indentation went wrong.",
         (Write("deep.yaml", "terms: " + "[" * 50 + "]" * 50 + "\n"),)),
    Code("SP008", "An empty file",
         "The file has nothing in it; perhaps it was never saved.",
         (Write("empty.yaml", "\n"),)),
    Code("SP009", "The sources are no CSL-JSON",
         "`sources.json` is a list of records as Zotero exports them (CSL JSON). By hand it is"
         " easily spoiled by a comma too many or too few.",
         (Edit("sources.json", '"type": "book",', '"type": "book"'),)),
    Code("SP010", "A section without front matter",
         "A Markdown file in a summary is a section of the narrative; it begins with a line of"
         " three hyphens, its id, title and part, and three hyphens again.",
         (Edit("10-night.md", "---\nid", "id"),)),
    Code("SP011", "Far too much",
         "A list, a text or a file is larger than anybody writes by hand; a program may have gone"
         " wrong. Divide what is really meant into several items or files.",
         (Write("long.yaml", "terms:\n" + "  - x\n" * 20_000),)),
    Code("SP012", "A file that is not read",
         "The files of a summary end in .yaml, .yml or .md, in small letters, and lie in its folder"
         " or a folder therein; profiles of courses end in .yaml. This file does not, and nothing"
         " of what stands in it is printed. A README, LICENSE or CHANGES may lie there too."
         " Sources are read from `sources.json` alone.",
         (Write("20-mine.txt", "A section that nobody will read.\n"),), severity="warning"),
    Code("SP013", "A number sign cut a text off",
         "To YAML a number sign after a space begins a comment, and what follows is not read. Put"
         " the text in double quotes; and give a comment that is meant a space after its sign.",
         (Edit("story.yaml", "title: Oil doubles in price", "title: Oil doubles to #2 in price"),)),
    Code("SP014", "A merge left its marks",
         "Two people have changed the same lines, and the file has both versions one after the"
         " other, between lines with <<<<<<<, ======= and >>>>>>>.",
         (Edit("10-night.md", "---\nid",
               "<<<<<<< HEAD\n---\nid"),)),
    Code("SP101", "An unknown field",
         "No item of this kind has a field of that name. It may be misspelt, or a text with a comma"
         " in it stands in braces without quotes.",
         (Edit("story.yaml", "    kind: violence\n", "    kind: violence\n    colour: red\n"),)),
    Code("SP102", "A field is missing",
         "An item of this kind cannot do without this field.",
         (Edit("story.yaml", "    title: A pamphlet blames both towns\n", ""),)),
    Code("SP103", "A value that will not do",
         "What stands there is not what the field wants: another word than those it knows, a date"
         " that does not exist, a text that is too long, or text where a list is needed.",
         (Edit("story.yaml", "kind: violence", "kind: riot"),)),
    Code("SP104", "An unknown block",
         "The first level of a file holds blocks such as `events:` or `people:`; this is none.",
         (Write("more.yaml", "persons: []\n"),)),
    Code("SP105", "No `summary:` or no `format:`",
         "One file of the folder must say what the summary is called and how it is drawn"
         " (`summary:`), and beside it stands `format: 1`.",
         (Edit("summary.yaml", "format: 1\n", ""),)),
    Code("SP106", "Another format",
         "The folder was written for another version of studypack.",
         (Edit("summary.yaml", "format: 1", "format: 2"),)),
    Code("SP107", "Two `summary:` blocks",
         "A summary has one header; here a second file has one too. That of `summary.yaml` is read,"
         " or else the first.",
         (Write("zz.yaml", "format: 1\nsummary: {title: Another}\n"),)),
)  # fmt: skip
