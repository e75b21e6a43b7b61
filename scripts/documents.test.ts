import { expect, test } from "bun:test";
import { repositoryRoot } from "../harness/kit/repository.ts";
import { commandsOf, match, tryOut } from "./documents.ts";
import { readTree } from "./tidy.ts";

const hasOpenssl = Bun.which("openssl") !== null;

test.if(hasOpenssl)(
  "every command of the pages and headers is run, here or by the test that is named",
  async () => {
    const commands = commandsOf(await readTree(repositoryRoot));
    expect(commands.length).toBeGreaterThan(100);
    expect(await tryOut(commands)).toEqual([]);
  },
  120_000,
);

const one = (command: string, place = "PAGE.md:1") => [{ place, command, session: undefined }];

test("a command that nobody runs, that fails or whose flags are wrong is told", async () => {
  const [unknown] = await tryOut(one("bun run nonsense.ts"));
  expect(unknown).toBe("PAGE.md:1: no test runs `bun run nonsense.ts`");
  const [failing] = await tryOut(one("bun run harness/mutants.ts filestore --only nothing-at-all"));
  expect(failing).toContain("ended with 64: There is no mutant nothing-at-all");
  const [misspelt] = await tryOut(one("bun run harness/byzantine.ts --generals 7 --traitor 2"));
  expect(misspelt).toContain("'--traitor'");
  const node = "bun nodes/filestore/registry.ts --id registry --address 127.0.0.1:7000";
  expect(await tryOut(one(node, "nodes/filestore/registry.ts:5"))).toEqual([]);
  expect(await tryOut(one(node))).toEqual([`PAGE.md:1: \`${node}\` is run by no test`]);
}, 30_000);

test("a session keeps its nodes up for the commands after them, and ends them", async () => {
  const session = "PAGE.md:1";
  const lines = [
    "bun nodes/filestore/registry.ts --id registry --address 127.0.0.1:7000",
    "bun nodes/filestore/client.ts --registry 127.0.0.1:7000 replicas",
  ];
  const commands = lines.map((command) => ({ place: session, command, session }));
  expect(await tryOut(commands)).toEqual([]);
  const [wrong] = await tryOut(
    commands.map((each) => ({ ...each, command: each.command.replace("replicas", "dance") })),
  );
  expect(wrong).toContain("a command of this session");
}, 30_000);

test("a rule that says that another test runs a command names a test that there is", () => {
  expect(match("bun run scripts/bench/calls.ts")).toMatchObject({ kind: "test" });
  expect(match("rm -rf /")).toBeUndefined();
});
