/**
 * Measures MapReduce on generated text: word count and inverted index by size and workers, beside
 * the shell pipeline and mawk (and PySpark with `--peer spark`), and what failures cost; and says
 * which targets were reached. Ends with exit 0 when all is measured and written as CSV, pages and
 * graphs; 1 when an output was wrong; 64 on bad usage; 69 without a peer that was asked for.
 *
 * Copy: `bun run scripts/bench/mapreduce.ts`, `bun run scripts/bench/mapreduce.ts --peer spark`
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { flag } from "../../nodes/host/flags.ts";
import { type Bench, MissingPeerError, runBenchmark } from "./bench-command.ts";
import { lineGraph } from "./graph.ts";
import { provenance } from "./machine.ts";
import { type Failures, failuresTable, measureFailures, timeline } from "./mapreduce-failures.ts";
import {
  countByMawk,
  countByPipeline,
  countBySpark,
  hasMawk,
  hasSpark,
  type PeerResult,
} from "./mapreduce-peers.ts";
import { type PeerRow, peersTable, targets, targetsTable } from "./mapreduce-targets.ts";
import {
  measureThroughput,
  type Place,
  type Text,
  type ThroughputRow,
  throughputGraph,
  throughputPage,
} from "./mapreduce-throughput.ts";
import { writeResult } from "./result-files.ts";
import { writeZipfText } from "./zipf-text.ts";

const flags = {
  peer: flag.choice(
    "measure beside the pipeline and mawk, or PySpark as well",
    ["shell", "spark"],
    "shell",
  ),
};

const mebibyte = 1 << 20;
const seedOfText = 6;
const workerCounts = [1, 2, 4];
const smokeWorkers = [1, 2];

async function makeTexts(bench: Bench, scratch: string): Promise<Text[]> {
  const texts: Text[] = [];
  for (const mebibytes of bench.smoke ? [1, 2] : [64, 256, 1_024]) {
    bench.progress(`writing ${mebibytes} MiB of text`);
    const path = join(scratch, `text-${mebibytes}.txt`);
    await writeZipfText(path, mebibytes * mebibyte, seedOfText);
    texts.push({ path, sizeBytes: Bun.file(path).size });
  }
  return texts;
}

/** The peers on the largest text, by their names; all of them must count alike. */
async function measurePeers(bench: Bench, text: Text, scratch: string, spark: boolean) {
  const peers: [string, (input: string, scratch: string) => Promise<PeerResult>][] = [
    ["tr, sort, uniq -c", countByPipeline],
    ...(hasMawk ? [["mawk", countByMawk] as (typeof peers)[number]] : []),
    ...(spark ? [["PySpark local[2]", countBySpark] as (typeof peers)[number]] : []),
  ];
  const rows: PeerRow[] = [];
  let lines: readonly string[] | undefined;
  for (const [peer, run] of peers) {
    bench.progress(peer);
    const result = await run(text.path, scratch);
    if (lines !== undefined && !Bun.deepEquals(lines, result.lines)) {
      throw new Error(`${peer} counts otherwise than the pipeline`);
    }
    lines = result.lines;
    const rate = text.sizeBytes / 1e6 / result.seconds;
    const seconds = Number(result.seconds.toFixed(3));
    rows.push({ peer, seconds, megabytes_per_second: Number(rate.toFixed(1)) });
  }
  return { rows, lines: lines ?? [] };
}

async function measureAll(
  bench: Bench,
  place: Place,
  texts: readonly Text[],
  due: readonly string[],
): Promise<ThroughputRow[]> {
  const rows: ThroughputRow[] = [];
  const { repeats = 1 } = bench;
  const counts = bench.smoke ? smokeWorkers : workerCounts;
  for (const text of texts) {
    for (const workers of counts) {
      bench.progress(`word count, ${text.sizeBytes} bytes, ${workers} workers`);
      const check = async (job: { outputLines: () => Promise<string[]> }) => {
        if (text !== texts.at(-1) || Bun.deepEquals(await job.outputLines(), due)) return;
        throw new Error("our job counts otherwise than the pipeline");
      };
      rows.push(...(await measureThroughput(place, "word-count", text, workers, repeats, check)));
    }
  }
  for (const workers of counts) {
    const text = texts[1] as Text;
    bench.progress(`inverted index, ${text.sizeBytes} bytes, ${workers} workers`);
    rows.push(...(await measureThroughput(place, "inverted-index", text, workers, repeats)));
  }
  return rows;
}

async function writeAll(
  bench: Bench,
  rows: readonly ThroughputRow[],
  peers: readonly PeerRow[],
  failures: Failures,
): Promise<void> {
  const made = await provenance(bench.command);
  const save = (name: string, svg: string) => Bun.write(join(bench.output, `${name}.svg`), svg);
  const page = { provenance: made };
  console.log(
    await writeResult(bench.output, {
      ...{ ...page, name: "throughput", rows, table: throughputPage(rows) },
      notes: [
        "From the first task given out to the last output in place; medians over the repeats.",
        "The text is generated: 50,000 words by Zipf's law, a 64 MiB text over and over. Memory is",
        "the peak of any worker. The output for the largest text was compared with the pipeline's.",
      ],
    }),
  );
  await save("throughput", lineGraph(throughputGraph(rows)));
  const judged = targets(rows, peers, failures.rows);
  console.log(
    await writeResult(bench.output, {
      ...{ ...page, name: "peers", rows: peers, table: peersTable(peers) },
      notes: ["Word count of the largest text. `sort` uses both cores; mawk uses one."],
    }),
  );
  console.log(
    await writeResult(bench.output, {
      ...{ ...page, name: "failures", rows: failures.rows, table: failuresTable(failures.rows) },
      notes: ["Word count of the largest text. The worker is killed when a quarter is mapped."],
    }),
  );
  for (const [what, status] of failures.timelines) {
    const name = `timeline-${what.replaceAll(/[^a-z0-9]+/g, "-")}`;
    await save(name, lineGraph(timeline(`MapReduce: ${what}`, status)));
  }
  console.log(
    await writeResult(bench.output, {
      ...{ ...page, name: "targets", rows: judged, table: targetsTable(judged) },
      notes: ["Ratios are of the largest text, on two workers where nothing else is said."],
    }),
  );
}

if (import.meta.main) {
  await runBenchmark({
    name: "mapreduce",
    summary: "Measures MapReduce.",
    flags,
    async run(bench, { peer }) {
      const spark = peer === "spark";
      if (spark && !(await hasSpark())) throw new MissingPeerError("PySpark or Java is missing");
      const scratch = await mkdtemp(join(tmpdir(), "proctor-bench-mapreduce-"));
      try {
        const texts = await makeTexts(bench, scratch);
        const largest = texts.at(-1) as Text;
        const peers = await measurePeers(bench, largest, scratch, spark);
        const place = { directory: bench.directory, scratch };
        const rows = await measureAll(bench, place, texts, peers.lines);
        const failures = await measureFailures(place, largest, bench.progress);
        await writeAll(bench, rows, peers.rows, failures);
      } finally {
        await rm(scratch, { recursive: true });
      }
    },
  });
}
