import { expect, test } from "bun:test";
import { readCommands } from "./read-commands.ts";

const page = [
  "Use `bun run x.ts --fast`, not `bun`; see `x.ts` and `--help`.",
  "",
  "```sh",
  "bun run y.ts   # why",
  "bun nodes/a.ts --id a \\",
  "  --port 0",
  "```",
  "",
  "```text",
  "bun run never.ts",
  "```",
  "<!-- help: bun z.ts -->",
  "`bun run generated.ts`",
  "<!-- /help -->",
  "`.ci/run`",
].join("\n");

test("commands of a page: fences and spans, without comments and generated blocks", () => {
  expect(readCommands("page.md", page)).toEqual([
    { place: "page.md:1", command: "bun run x.ts --fast", session: undefined },
    { place: "page.md:4", command: "bun run y.ts", session: "page.md:3" },
    { place: "page.md:5", command: "bun nodes/a.ts --id a --port 0", session: "page.md:3" },
    { place: "page.md:15", command: ".ci/run", session: undefined },
  ]);
});

test("commands of a header: indented lines and what `Copy:` names", () => {
  const source = [
    "/**",
    " * Does it. Copy that:",
    " *",
    " *   bun x.ts --a \\",
    " *     --b",
    " * Copy: `bun y.ts`, `bun y.ts --c`",
    " */",
    "/**",
    " *   bun never.ts --d",
    " */",
  ].join("\n");
  expect(readCommands("x.ts", source)).toEqual([
    { place: "x.ts:4", command: "bun x.ts --a --b", session: undefined },
    { place: "x.ts:6", command: "bun y.ts", session: undefined },
    { place: "x.ts:6", command: "bun y.ts --c", session: undefined },
  ]);
});
