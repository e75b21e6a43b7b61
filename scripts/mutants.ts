/**
 * Runs all mutants of some systems, or of all, and writes a table of each to `results/mutants/`:
 * the mistake, the faults that bring it out, the check that saw it, after how many seeds and
 * seconds. The right nodes run too, which no check may fail. Ends by itself. Success: every mutant
 * was caught and there was no false alarm, exit 0; else 1, or 2 where it could not be decided.
 *
 *   bun run scripts/mutants.ts
 *   bun run scripts/mutants.ts --systems branches,byzantine --right-seeds 100
 */
import { join } from "node:path";
import { runCommands } from "../harness/kit/command-pool.ts";
import { exitCodeOf } from "../harness/kit/exit-code.ts";
import type { MutantsReport } from "../harness/kit/mutants-command.ts";
import { repositoryRoot } from "../harness/kit/repository.ts";
import { exitCodes } from "../nodes/host/exit-codes.ts";
import { flag, parseFlags, UsageError } from "../nodes/host/flags.ts";
import { provenance } from "./bench/machine.ts";
import { markdownTable } from "./bench/markdown.ts";
import { writeResult } from "./bench/result-files.ts";

/** Those that have mutants, in the order of the house plan. */
export const systems = [
  ...(["filestore", "failover", "balancer", "mapreduce"] as const),
  ...(["strife", "byzantine", "branches"] as const),
];

const seeds = { min: 1, max: 1_000_000, fallback: 1_000 };

const flags = {
  systems: flag.optional(flag.some("only these", systems)),
  only: flag.optional(flag.text("NAMES", "only these mutants, with commas, and no right nodes")),
  seeds: flag.integer("schedules of a mutant until it counts as not caught", seeds),
  rightSeeds: flag.integer("schedules of each protocol's right nodes", seeds),
  output: flag.text("DIR", "where the tables go", join(repositoryRoot, "results/mutants")),
};

/** What the header of a mutant says is wrong: its first sentence. */
export function mistakeOf(source: string): string {
  const [, comment = ""] = /^\/\*\*([\s\S]*?)\*\//m.exec(source) ?? [];
  const text = comment
    .replaceAll(/^ *\* ?/gm, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  const [first = text] = text.match(/^.*?[.:](?= |$)/) ?? [];
  return first.replace(/:$/, ".");
}

interface Row {
  readonly mutant: string;
  readonly mistake: string;
  readonly faults: string;
  readonly caught_by: string;
  readonly seeds: number;
  readonly seconds: string;
}

/** A row a mutant; `seeds` is 0 where a probe saw it, which needs no schedule. */
async function rowsOf(system: string, { mutants }: MutantsReport): Promise<Row[]> {
  return await Promise.all(
    mutants.map(async ({ name, caughtBy, seeds: taken, seconds }) => {
      const path = join(repositoryRoot, "harness/mutants", system, `${name}.ts`);
      const { mutant } = await import(path);
      return {
        mutant: name,
        mistake: mistakeOf(await Bun.file(path).text()),
        faults: mutant.faults.join(", ") || "none",
        caught_by: caughtBy?.name ?? "NOT CAUGHT",
        seeds: taken,
        seconds: seconds.toFixed(1),
      };
    }),
  );
}

function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    `\`${row.mutant}\``,
    row.mistake.replaceAll("|", "\\|"),
    row.faults,
    row.caught_by,
    row.seeds === 0 ? "probe" : `${row.seeds}`,
    row.seconds,
  ]);
  const head = ["mutant", "what is wrong", "faults", "caught by the check", "seeds", "seconds"];
  return markdownTable({ head, rows: cells });
}

function notesOf({ caught, mutants, right }: MutantsReport): string[] {
  return [
    `${caught} of ${mutants.length} mutants caught.`,
    ...right.map(
      ({ problem, schedules, failed, undecided }) =>
        `Right nodes, ${problem}: ${schedules} seeds, ${failed} false alarms, ` +
        `${undecided} undecided.`,
    ),
  ];
}

async function main(): Promise<number> {
  const summary = "Runs the mutants and writes what caught each.";
  const words = process.argv.slice(2);
  const options = parseFlags("bun run scripts/mutants.ts", summary, flags, words);
  const { only, output } = options;
  const numbers = ["--seeds", `${options.seeds}`, "--right-seeds", `${options.rightSeeds}`];
  let worst = 0;
  for (const system of options.systems ?? systems) {
    process.stderr.write(`${system}\n`);
    const chosen = only === undefined ? [] : ["--only", only];
    const command = ["harness/mutants.ts", system, "--json", "--quiet", ...numbers, ...chosen];
    const [report] = await runCommands<MutantsReport>([command], 1);
    if (report === undefined) throw new Error(`there is no report of ${system}`);
    const rows = await rowsOf(system, report);
    const made = await provenance(`bun run scripts/mutants.ts --systems ${system}`);
    const notes = notesOf(report);
    const result = { name: system, provenance: made, rows: rows.map((row) => ({ ...row })) };
    await writeResult(output, { ...result, table: tableOf(rows), notes });
    console.log(`${report.verdict}  ${system}: ${notes.join(" ")}`);
    worst = Math.max(worst, exitCodeOf(report.verdict));
  }
  return worst;
}

if (import.meta.main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.software;
  }
}
