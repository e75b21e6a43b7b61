/** The rules about how files are named, how large they grow and what they contain. */
import { basename } from "node:path";
import { type Finding, isCode, isTest, matching, type Rule } from "./source.ts";

const maxColumns = 100;
const maxLines = 300;

/** The rules themselves and their tests contain samples of what is forbidden. */
const isSample = (path: string): boolean => path.startsWith("scripts/tidy/");
const isText = (path: string): boolean => !isSample(path);
const isWritten = (path: string): boolean => /\.(?:ts|sh|proto)$|^\.ci\//.test(path);

/** Tests of a whole or of something that is not TypeScript, so that no one file stands beside. */
const testsOfAWhole: ReadonlySet<string> = new Set(["scripts/ci.test.ts"]);

const fileNames: Rule = {
  name: "file-names",
  why: "A file is named in kebab case by what it exports.",
  applies: () => true,
  find({ path }) {
    const name = basename(path);
    const conventional = /^(?:[A-Z]+(?:\.md)?|\.[a-z]+)$/.test(name);
    if (conventional || /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(name)) return [];
    return [{ line: 1, message: `${name} is not kebab case` }];
  },
};

const lineWidth: Rule = {
  name: "line-width",
  why: "Two files fit side by side. The formatter leaves comments and strings as they are.",
  applies: isWritten,
  find: ({ lines }) =>
    lines.flatMap((line, index) => {
      const columns = Bun.stringWidth(line);
      if (columns <= maxColumns || /^\W*https?:\S+$/.test(line)) return [];
      return [{ line: index + 1, message: `${columns} columns, at most ${maxColumns}` }];
    }),
};

const fileLength: Rule = {
  name: "file-length",
  why: "One concept a file.",
  applies: isWritten,
  find({ text }) {
    const count = text.trimEnd().split("\n").length;
    if (count <= maxLines) return [];
    return [{ line: maxLines + 1, message: `${count} lines, at most ${maxLines}` }];
  },
};

const testsBeside: Rule = {
  name: "tests-beside",
  why: "A test is found beside what it tests: `store.test.ts`, `store.crash.test.ts`: `store.ts`.",
  applies: (path) => isTest(path) && !testsOfAWhole.has(path),
  find({ path }, paths) {
    const tested = path.replace(/(?:\.[^./]+)?\.test\.ts$/, ".ts");
    if (paths.has(tested)) return [];
    return [{ line: 1, message: `there is no ${tested} beside it` }];
  },
};

const wholeTests: Rule = {
  name: "whole-tests",
  why: "Every test runs; one that needs a program that is missing uses `test.if` or `skipIf`.",
  applies: isTest,
  find: ({ code }) =>
    matching(code, /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|only|todo)\b/, (match) => match),
};

const awaitConditions: Rule = {
  name: "await-conditions",
  why: "A test waits for a condition, never for time to pass.",
  applies: isTest,
  find: ({ code }) =>
    matching(code, /\bBun\.sleep(?:Sync)?\b|\bset(?:Timeout|Interval)\b/, (match) => match),
};

/** Written so that a search of the tree for these words finds none. */
const unfinished = /\b(?:TO[D]O|FIX[M]E|X[X]X)\b/;

const finished: Rule = {
  name: "finished",
  why: "What is left to do stands in an issue.",
  applies: isText,
  find: ({ lines }) => matching(lines, unfinished, (match) => match),
};

const anyMachine: Rule = {
  name: "any-machine",
  why: "Nothing depends on one developer's machine.",
  applies: isText,
  find: ({ lines }) =>
    matching(
      lines,
      /(?<![\w.~}-])\/(?:work|tmp|home|root|Users)\/[\w.-]+/,
      (match) => `${match} is a path of one machine`,
    ),
};

const plainText: Rule = {
  name: "plain-text",
  why: "What one sees is what is there, and tools can append to it.",
  applies: () => true,
  find({ text, lines }) {
    const findings: Finding[] = matching(
      lines,
      /[^\P{Cc}\t]|[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u,
      (match) => `control character U+${match.codePointAt(0)?.toString(16).padStart(4, "0")}`,
    );
    if (text === "" || /[^\n]\n$/.test(text)) return findings;
    return [...findings, { line: lines.length, message: "must end with one newline" }];
  },
};

const entryHeaders: Rule = {
  name: "entry-headers",
  why: "Who opens a command reads first what it does and how to run it.",
  applies: (path) => isCode(path) && !isTest(path),
  find({ path, text, code }) {
    const entry = /^(?:harness|scripts)\/[^/]+$/.test(path);
    if (!entry && !code.some((line) => /\bimport\.meta\.main\b/.test(line))) return [];
    const header = /^(?:#!.*\n)?\/\*\*[\s\S]*?\*\//.exec(text)?.[0];
    if (header === undefined) return [{ line: 1, message: "must open with a doc comment" }];
    if (/\bbun (?:run )?[\w./-]+/.test(header)) return [];
    return [{ line: 1, message: "its header must show a command to copy: `bun …`" }];
  },
};

const docstrings: Rule = {
  name: "docstrings",
  why: "An exported function says what its types don't; in a file of one concept, the header may.",
  applies: (path) => isCode(path) && !isTest(path),
  find({ text, lines, code }) {
    if (text.startsWith("/**")) return [];
    return matching(
      code.map((line, index) => (lines[index - 1]?.endsWith("*/") ? "" : line)),
      /^export (?:async )?function\W+\w+/,
      (match) => `\`${match}\` has no doc comment, nor has the file`,
    );
  },
};

const dependencies: Rule = {
  name: "dependencies",
  why: "Each one is pinned exactly and listed in CONTRIBUTING.md with what it saves.",
  applies: (path) => path === "package.json",
  find({ text, lines }, paths) {
    const { dependencies, devDependencies } = JSON.parse(text);
    return Object.entries<string>({ ...dependencies, ...devDependencies }).flatMap(
      ([name, version]) => {
        const line = lines.findIndex((each) => each.includes(`"${name}":`)) + 1;
        const listed = paths.get("CONTRIBUTING.md")?.includes(`\`${name}\``) ?? false;
        return [
          ...(/^\d+\.\d+\.\d+$/.test(version) ? [] : [{ line, message: `${name} is not pinned` }]),
          ...(listed ? [] : [{ line, message: `${name} is not listed in CONTRIBUTING.md` }]),
        ];
      },
    );
  },
};

export const styleRules: readonly Rule[] = [
  fileNames,
  lineWidth,
  fileLength,
  testsBeside,
  wholeTests,
  awaitConditions,
  finished,
  anyMachine,
  plainText,
  entryHeaders,
  docstrings,
  dependencies,
];
