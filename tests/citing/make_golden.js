// Writes what citeproc-js makes of the sources in golden.json into golden.json; see README.md.
//   node make_golden.js CITEPROC_MODULE STYLES_FOLDER LOCALES_FOLDER
const fs = require("fs");
const path = require("path");
const [citeproc, stylesFolder, localesFolder] = process.argv.slice(2);
const CSL = require(path.resolve(citeproc));

const STYLES = {
  chicago: "chicago-notes-bibliography-17th-edition",
  mla: "modern-language-association",
  apa: "apa",
};
const LOCALES = { "en-GB": "en-GB", "en-US": "en-US", pl: "pl-PL", hu: "hu-HU" };
const BETWEEN = {
  id: "between", type: "book", title: "Between", issued: { "date-parts": [[1600]] },
  author: [{ family: "Zebra", given: "Zoe" }],
};
const file = path.join(__dirname, "golden.json");
const golden = JSON.parse(fs.readFileSync(file, "utf8"));

function engineFor(style, language, sources) {
  const byId = Object.fromEntries(sources.map((source) => [source.id, source]));
  const locale = (name) => path.join(localesFolder, `locales-${name}.xml`);
  const system = {
    retrieveLocale: (name) =>
      fs.readFileSync(fs.existsSync(locale(name)) ? locale(name) : locale("en-US"), "utf8"),
    retrieveItem: (id) => structuredClone(byId[id]),
  };
  const code = fs.readFileSync(path.join(stylesFolder, `${STYLES[style]}.csl`), "utf8");
  const engine = new CSL.Engine(system, code, LOCALES[language], true);
  engine.setOutputFormat("html");
  engine.updateItems(Object.keys(byId));
  return engine;
}

let count = 0;

function references(engine, groups) {
  const before = [];
  const found = [];
  groups.forEach((group, index) => {
    const id = `c${(count += 1)}`;
    const citationItems = group.map(([id, locator, prefix]) => ({
      id, label: "page", locator: locator || undefined, prefix: prefix ? `${prefix} ` : undefined,
    }));
    const citation = { citationID: id, citationItems, properties: { noteIndex: index + 1 } };
    const [, changed] = engine.processCitationCluster(citation, before, []);
    before.push([id, index + 1]);
    changed.forEach(([place, text]) => { found[place] = text.trim(); });
  });
  return found;
}

function entries(engine) {
  return engine.makeBibliography()[1].map((entry) => entry.replace(/<\/?div[^>]*>/g, "").trim());
}

golden.strings = {};
golden.books.forEach((book) => { book.strings = {}; });
for (const style of Object.keys(STYLES)) {
  golden.strings[style] = {};
  golden.books.forEach((book) => { book.strings[style] = {}; });
  for (const language of Object.keys(LOCALES)) {
    const engine = engineFor(style, language, [...golden.sources, BETWEEN]);
    golden.strings[style][language] = Object.fromEntries(golden.sources.map(({ id }) => {
      engine.restoreProcessorState();
      const between = [["between"]];
      const groups = [[[id, "172"]], between, [[id, "172-174"]], between, [[id]]];
      const [first, , later, , bare] = references(engine, groups);
      engine.updateItems([id]);
      return [id, [first, later, bare, entries(engine)[0] || ""]];
    }));
    golden.books.forEach((book) => {
      const engine = engineFor(style, language, book.sources);
      const found = references(engine, book.groups);
      book.strings[style][language] = { references: found, bibliography: entries(engine) };
    });
  }
}
fs.writeFileSync(file, `${JSON.stringify(golden, null, 1)}\n`);
