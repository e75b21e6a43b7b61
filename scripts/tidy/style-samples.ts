import type { Sample } from "./source.ts";

const line = "export const a = 1;\n";
const header = "/**\n * Runs it.\n * Copy: `bun run harness/demo.ts`\n */\n";

export const styleSamples: readonly (readonly [rule: string, sample: Sample])[] = [
  [
    "file-names",
    {
      bad: [
        ["nodes/store/fileStore.ts", line],
        ["nodes/store/file_store.ts", line],
        ["proto/File.proto", ""],
      ],
      good: [
        ["nodes/store/file-store.ts", line],
        ["nodes/store/file-store.crash.test.ts", line],
        ["README.md", ""],
        ["LICENSE", ""],
        [".gitignore", ""],
        [".ci/run", ""],
      ],
    },
  ],
  [
    "line-width",
    {
      bad: [
        ["nodes/store/a.ts", `// ${"a ".repeat(50)}\n`],
        ["proto/a.proto", `// ${"a ".repeat(50)}\n`],
        [".ci/run", `# ${"a ".repeat(50)}\n`],
      ],
      good: [
        ["nodes/store/a.ts", `// ${"é".repeat(97)}\n`],
        ["nodes/store/a.ts", ` * https://example.org/${"a".repeat(100)}\n`],
        ["README.md", `${"a ".repeat(60)}\n`],
      ],
    },
  ],
  [
    "file-length",
    {
      bad: [
        ["nodes/store/a.ts", "\n".repeat(300) + line],
        ["nodes/store/a.test.ts", "\n".repeat(300) + line],
      ],
      good: [["nodes/store/a.ts", "\n".repeat(299) + line]],
    },
  ],
  [
    "tests-beside",
    {
      beside: [["nodes/store/a.ts", line]],
      bad: [["nodes/store/b.test.ts", line]],
      good: [
        ["nodes/store/a.test.ts", line],
        ["nodes/store/a.crash.test.ts", line],
      ],
    },
  ],
  [
    "whole-tests",
    {
      bad: [
        // In pieces, so that a search of the tree for these calls finds none.
        ...["test.skip", "test.only", "test.todo", "describe.skip", "it.concurrent.only"].map(
          (call) => ["a.test.ts", `${call}("a", () => {});\n`] as const,
        ),
      ],
      good: [
        ["a.test.ts", 'test.if(etcd)("a", () => {});\ntest.skipIf(!etcd)("b", () => {});\n'],
        ["a.test.ts", 'test("not test.skip", () => {});\n'],
      ],
    },
  ],
  [
    "await-conditions",
    {
      bad: [
        ["a.test.ts", "await Bun.sleep(10);\n"],
        ["a.test.ts", "await new Promise((resolve) => setTimeout(resolve, 10));\n"],
      ],
      good: [
        ["a.test.ts", "await until(() => seen.length === 3);\n"],
        ["a.ts", "await Bun.sleep(10);\n"],
      ],
    },
  ],
  [
    "finished",
    {
      bad: [
        ["nodes/store/a.ts", `// ${"todo".toUpperCase()}: more\n`],
        ["README.md", `${"fixme".toUpperCase()}\n`],
        ["proto/a.proto", `// ${"xxx".toUpperCase()}\n`],
      ],
      good: [["nodes/store/a.ts", "export const mastodon = 1; // all of it\n"]],
    },
  ],
  [
    "any-machine",
    {
      bad: [
        ["README.md", "See /home/ada/proctor.\n"],
        ["nodes/store/a.ts", 'export const a = "/tmp/data";\n'],
        [".ci/run", "cd /home/me/proctor\n"],
      ],
      good: [
        ["README.md", "`--data-dir data/r1`, results/tmp/a, https://example.org/home/a\n"],
        ["nodes/store/a.test.ts", 'const a = join(tmpdir(), "data");\n'],
      ],
    },
  ],
  [
    "plain-text",
    {
      bad: [
        ["nodes/store/a.ts", "export const a = 1;"],
        ["nodes/store/a.ts", `${line}\n`],
        ["nodes/store/a.ts", "export const a = 1;\r\n"],
        ["nodes/store/a.ts", `// \u0007\n${line}`],
        ["nodes/store/a.ts", `// \u202e\n${line}`],
        ["README.md", "a\u200bb\n"],
      ],
      good: [
        ["nodes/store/a.ts", `// é … →\n${line}`],
        ["empty.md", ""],
      ],
    },
  ],
  [
    "entry-headers",
    {
      bad: [
        ["harness/demo.ts", line],
        ["scripts/demo.ts", `/** Runs it. */\n${line}`],
        ["scripts/demo.ts", line + header],
        ["nodes/store/replica.ts", "if (import.meta.main) await run();\n"],
      ],
      good: [
        ["harness/demo.ts", header + line],
        ["scripts/demo.ts", `#!/usr/bin/env bun\n${header}${line}`],
        ["nodes/store/replica.ts", `${header}if (import.meta.main) await run();\n`],
        ["nodes/store/library.ts", line],
        ["harness/kit/library.ts", line],
      ],
    },
  ],
  [
    "docstrings",
    {
      bad: [
        ["nodes/store/a.ts", "export function a(): void {}\n"],
        ["nodes/store/a.ts", "const b = 1;\n/** A. */\n\nexport async function* a() {}\n"],
      ],
      good: [
        ["nodes/store/a.ts", "const b = 1;\n/** A. */\nexport async function a() {}\n"],
        ["nodes/store/a.ts", "/** A. */\nimport b from 'b';\nexport function a() {}\n"],
        ["nodes/store/a.ts", "function a(): void {}\n"],
      ],
    },
  ],
  [
    "dependencies",
    {
      beside: [["CONTRIBUTING.md", "- `known`: saves much\n"]],
      bad: [
        ["package.json", '{ "dependencies": { "known": "^1.0.0" } }\n'],
        ["package.json", '{ "devDependencies": { "unknown": "1.0.0" } }\n'],
      ],
      good: [["package.json", '{ "dependencies": { "known": "1.0.0" } }\n']],
    },
  ],
];
