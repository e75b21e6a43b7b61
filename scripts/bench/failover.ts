/**
 * Measures the fail-over store: requests in sequence beside the published figures of the system
 * that it re-does, many clients at once, what clients notice of a death, and how fast a revived
 * server catches up. Ends with exit 0 when all is measured and written as CSV, pages and graphs; 1
 * when an answer was wrong or something acknowledged is not there; 64 on bad usage.
 *
 * Copy: `bun run scripts/bench/failover.ts`, `bun run scripts/bench/failover.ts --part outages`
 */
import { flag } from "../../nodes/host/flags.ts";
import { type Bench, listOf, runBenchmark } from "./bench-command.ts";
import { concurrentTable, measureConcurrent } from "./failover-concurrent.ts";
import { measureOutages, outageTable } from "./failover-outages.ts";
import { targets } from "./failover-published.ts";
import { measureRevivals, revivalTable } from "./failover-revival.ts";
import { measureSequences } from "./failover-sequence.ts";
import { clientsTable, throughputTable } from "./failover-sequence-tables.ts";
import { provenance } from "./machine.ts";
import { writeResult } from "./result-files.ts";
import { noisyNote } from "./statistics.ts";

const parts = ["sequence", "concurrent", "outages", "revival"] as const;

const flags = {
  part: listOf(flag.choice("what to measure", parts, "sequence"), parts),
  servers: listOf(flag.integer("sizes of clusters", { min: 3, max: 100 }), [10, 30]),
  requests: listOf(
    flag.integer("numbers of requests", { min: 10, max: 1_000_000 }),
    [1_000, 10_000],
  ),
};

async function reportSequences(
  bench: Bench,
  servers: readonly number[],
  requests: readonly number[],
): Promise<string> {
  const { repeats = bench.smoke ? 1 : 3 } = bench;
  const sizes = bench.smoke ? { servers: [3], requests: [20] } : { servers, requests };
  const options = { ...sizes, clients: [1, 2, 10], keysPerClient: 100, repeats };
  const rows = await measureSequences(bench, options);
  return writeResult(bench.output, {
    name: "sequence",
    provenance: await provenance(bench.command),
    rows,
    table: `${throughputTable(rows)}\n\n${clientsTable(rows)}`,
    notes: [
      "Published: CS739 project 1 of Parimi and Sampathkumar, servers and client on one machine,",
      "which was another one than this, so the ratios are a guide. Each client calls in sequence",
      "and asks a server at random each time; it has 100 keys of its own, and every answer is",
      `checked against what it wrote. Medians over ${repeats} repeats of the measurements with the`,
      "fewest requests, those with more are made once; `max` is a median too. All servers and",
      "clients share this machine. Target: 2.5 × the published gets, 12 × the puts, 10 × mixed.",
      noisyNote,
    ],
  });
}

async function reportConcurrent(bench: Bench): Promise<string> {
  const { smoke, seconds = smoke ? 0.1 : 2, repeats = smoke ? 1 : 3 } = bench;
  const { concurrentClients: clients, concurrentServers: servers } = targets;
  const options = { clients, servers, seconds, repeats };
  const { rows, verified } = await measureConcurrent(bench, options);
  return writeResult(bench.output, {
    name: "concurrent",
    provenance: await provenance(bench.command),
    rows,
    table: concurrentTable(rows),
    notes: [
      `Closed loops of ${clients} clients in ${bench.processes} processes; medians over ${repeats}`,
      `repeats of ${seconds} s, \`max\` is the worst of all. Every answer was checked. At the end`,
      `all servers were killed at once and revived: all ${verified} keys held what was`,
      "acknowledged last, and all servers held the same.",
      noisyNote,
    ],
  });
}

async function reportOutages(bench: Bench): Promise<string> {
  const { smoke, seconds = smoke ? 0.5 : 1, repeats = smoke ? 1 : 5 } = bench;
  const rows = await measureOutages(bench, { servers: 3, seconds, repeats });
  return writeResult(bench.output, {
    name: "outages",
    provenance: await provenance(bench.command),
    rows,
    table: outageTable(rows),
    notes: [
      "16 clients put 200 times a second, 16 others get as often, each in a process of their own;",
      "the server is killed (SIGKILL) in the middle. `without a put`: the longest time in which no",
      "put of any client was answered; with nobody killed it is what the machine does by itself.",
      "`slowest put` counts from when a put was due. No operation failed, and every answer was",
      "right. The published system's clients waited 12 s.",
    ],
  });
}

async function reportRevivals(bench: Bench): Promise<string> {
  const { smoke, repeats = smoke ? 1 : 5 } = bench;
  const missed = smoke ? 200 : targets.missedPuts;
  const rows = await measureRevivals(bench, { servers: 3, missed, repeats });
  return writeResult(bench.output, {
    name: "revival",
    provenance: await provenance(bench.command),
    rows,
    table: revivalTable(rows),
    notes: [
      "From the start of the process; READY says that it listens. The puts that it missed are of",
      "new keys. In the end all servers held the same, after each revival.",
    ],
  });
}

if (import.meta.main) {
  await runBenchmark({
    name: "failover",
    summary: "Measures the fail-over key-value store.",
    flags,
    async run(bench, { part, servers, requests }) {
      const reports = {
        sequence: () => reportSequences(bench, servers, requests),
        concurrent: () => reportConcurrent(bench),
        outages: () => reportOutages(bench),
        revival: () => reportRevivals(bench),
      };
      for (const each of parts.filter((known) => part.includes(known))) {
        console.log(await reports[each]());
      }
    },
  });
}
