import { afterAll, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repositoryRoot } from "../harness/kit/repository.ts";
import { buildReport, staleFiles } from "./report.ts";

const root = await mkdtemp(join(tmpdir(), "proctor-report-"));
afterAll(() => rm(root, { recursive: true }));

test("the committed report is as new as its chapters and data", async () => {
  const files = await buildReport(repositoryRoot);
  const again = "bun run report";
  expect({ stale: await staleFiles(files, repositoryRoot), again }).toEqual({ stale: [], again });
  expect(files.get("results/report.html")?.length).toBeLessThan(3_000_000);
});

const chapter = (sentence: string) =>
  ["# The branch bank", "", sentence, "", "## Results", ""].join("\n") +
  "\n<!-- include: results/branches/targets.md -->\nold\n<!-- /include -->\n";

const table = (rate: number) =>
  [
    "# Made by `bun run scripts/bench/branches.ts --seed 1` on 2026-01-31.",
    "repeat,branches,customers,loop,per_second,p50_ms,p90_ms,p99_ms",
    ...[1, 2, 3].flatMap((repeat) => [
      `${repeat},10,32,closed,${rate + repeat},2,3,4`,
      `${repeat},10,32,open,500,1,2,3`,
    ]),
    "",
  ].join("\n");

async function write(rate: number, sentence: string): Promise<void> {
  await Bun.write(join(root, "nodes/branches/README.md"), chapter(sentence));
  await Bun.write(join(root, "results/branches/throughput.csv"), table(rate));
}

async function build(): Promise<string[]> {
  const files = await buildReport(root);
  const stale = await staleFiles(files, root);
  for (const [path, text] of files) await Bun.write(join(root, path), text);
  return stale;
}

const report = () => Bun.file(join(root, "results/report.md")).text();

test("a report follows from its data and chapters, and is stale when one changes", async () => {
  await write(1_100, "As it is.");
  expect(await build()).toContain("results/report.html");
  expect(await build()).toEqual([]);
  expect(await report()).toContain("| ≥ 1000 |    1,102 | yes ");
  await write(900, "As it is.");
  const pages = ["results/report.md", "results/report.html"];
  const derived = ["statistics.csv", "statistics.md", "targets.csv", "targets.md"];
  expect((await build()).sort()).toEqual(
    [...pages, ...[...derived, "throughput.svg"].map((name) => `results/branches/${name}`)].sort(),
  );
  expect(await report()).toContain("**Missed**, 1 of 1 target:\n  - 10 branches, 32 customers");
  expect(await report()).not.toContain("1,102");
  await write(900, "As it was.");
  expect((await build()).sort()).toEqual(pages.sort());
  expect(await report()).toContain("As it was.");
});

test("every raw table and graph has the command that makes it again", async () => {
  await write(900, "As it is.");
  await build();
  const html = await Bun.file(join(root, "results/report.html")).text();
  const captions = html.match(/<figcaption>.*?<\/figcaption>/g) ?? [];
  expect(captions.length).toBe(html.match(/<figure>/g)?.length ?? 0);
  expect(captions.length).toBeGreaterThan(0);
  for (const caption of captions) {
    expect(caption).toContain("<code>results/branches/throughput.csv</code>");
    expect(caption).toContain("<code>bun run scripts/bench/branches.ts --seed 1</code>");
  }
  expect(await report()).toMatch(/`results\/branches\/throughput.csv` \| `bun run .* --seed 1` /);
});
