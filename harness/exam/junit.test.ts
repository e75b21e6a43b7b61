import { expect, test } from "bun:test";
import { fail, pass, undecided } from "../check/verdict.ts";
import { junitXml } from "./junit.ts";
import { scoreProblem } from "./score-sheet.ts";

interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Element[];
  text: string;
}

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["#10", "\n"],
]);

function decode(text: string): string {
  return text.replaceAll(/&([^;]*);?/g, (_, name) => {
    const character = entities.get(name);
    if (character === undefined) throw new Error(`no entity ${name}`);
    return character;
  });
}

/** Reads the XML that we write, and nothing else: any stray sign throws. */
function parseXml(xml: string): Element {
  const root: Element = { tag: "", attributes: new Map(), children: [], text: "" };
  const open = [root];
  const token = /<\?xml [^?]*\?>|<\/([\w-]+)>|<([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<>]+)/y;
  while (token.lastIndex < xml.length) {
    const from = token.lastIndex;
    const found = token.exec(xml);
    if (found === null) throw new Error(`no XML: ${xml.slice(from, from + 40)}`);
    const [, closed, tag, attributes = "", isEmpty, text] = found;
    const parent = open.at(-1) as Element;
    if (closed !== undefined && open.pop()?.tag !== closed) throw new Error(`stray ${closed}`);
    if (text !== undefined) parent.text += decode(text);
    if (tag === undefined) continue;
    const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)];
    const entries = pairs.map(([, name = "", value = ""]) => [name, decode(value)] as const);
    const element: Element = { tag, attributes: new Map(entries), children: [], text: "" };
    parent.children.push(element);
    if (isEmpty === "") open.push(element);
  }
  if (open.length > 1) throw new Error(`${open.at(-1)?.tag} is not closed`);
  return root.children[0] as Element;
}

const evil = 'a "quoted" <tag> & \u0000\u001b[31m \ud800 &amp; 🎉\nline two';

const problem = {
  name: "example",
  runs: [],
  sections: [
    {
      title: "1.1",
      requirements: [
        { what: 'a < b & "c"', checks: ["good"] },
        { what: "fails", checks: ["bad"] },
        { what: "is not known", checks: ["unknown"] },
        { what: "is left out", checks: [], whenFull: ["long"] },
      ],
    },
  ],
};

test("the XML can be read, whatever evidence there is, and its counts are right", () => {
  const checks = [pass("good", ""), fail("bad", evil), undecided("unknown", evil)];
  const examined = { checks, folders: ["/runs/a&b"], replays: [evil], broken: [], seconds: 1.25 };
  const suites = parseXml(junitXml([scoreProblem(problem, examined, true)]));
  expect(suites.tag).toBe("testsuites");
  const [suite] = suites.children;
  expect(Object.fromEntries(suite?.attributes ?? [])).toEqual({
    name: "example",
    tests: "4",
    failures: "1",
    errors: "1",
    skipped: "1",
    time: "1.250",
  });
  const cases = suite?.children.filter(({ tag }) => tag === "testcase") ?? [];
  expect(cases.map(({ attributes }) => attributes.get("name"))).toEqual([
    'a < b & "c"',
    "fails",
    "is not known",
    "is left out",
  ]);
  const inside = cases.map(({ children }) => children.map(({ tag }) => tag).join());
  expect(inside).toEqual(["", "failure", "error", "skipped"]);
  const said = cases[1]?.children[0]?.text;
  expect(said).toBe('FAIL bad: a "quoted" <tag> & \ufffd\ufffd[31m \ufffd &amp; 🎉\nline two');
});
