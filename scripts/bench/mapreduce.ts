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
import { provenance } from "./machine.ts";
import { type Failures, failuresTable, measureFailures } from "./mapreduce-failures.ts";
import {
  countByMawk,
  countByPipeline,
  countBySpark,
  hasMawk,
  hasSpark,
  type PeerResult,
} from "./mapreduce-peers.ts";
import { makeSamples, samplesNote, samplesTable } from "./mapreduce-samples.ts";
import { type ThroughputRow, throughputPage } from "./mapreduce-table.ts";
import { type PeerRow, peersTable } from "./mapreduce-targets.ts";
import { measureThroughput, type Place, type Text } from "./mapreduce-throughput.ts";
import { writeRaw, writeResult } from "./result-files.ts";
import { noisyNote } from "./statistics.ts";
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

/** All jobs in turn, again and again. The output for the largest text must be that of the peers. */
async function measureAll(
  bench: Bench,
  place: Place,
  texts: readonly Text[],
  due: readonly string[],
): Promise<ThroughputRow[]> {
  const rows: ThroughputRow[] = [];
  const { repeats = bench.smoke ? 1 : 3 } = bench;
  const [, middle] = texts as [Text, Text];
  const jobs = [
    ...texts.map((text) => ({ app: "word-count", text })),
    { app: "inverted-index", text: middle },
  ];
  for (let repeat = 1; repeat <= repeats; repeat++) {
    for (const { app, text } of jobs) {
      for (const workers of bench.smoke ? smokeWorkers : workerCounts) {
        const size = `${text.sizeBytes} bytes, ${workers} workers`;
        bench.progress(`${app}, ${size}, repeat ${repeat} of ${repeats}`);
        const { row, job } = await measureThroughput(place, app, text, workers, repeat);
        rows.push(row);
        if (app !== "word-count" || text !== texts.at(-1)) continue;
        if (Bun.deepEquals(await job.outputLines(), due)) continue;
        throw new Error("our job counts otherwise than the pipeline");
      }
    }
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
  const page = { provenance: made };
  console.log(
    await writeResult(bench.output, {
      ...{ ...page, name: "throughput", rows, table: throughputPage(rows) },
      notes: [
        "From the first task given out to the last output in place; medians over the repeats.",
        "The text is generated: 50,000 words by Zipf's law, a 64 MiB text over and over. Memory is",
        "the peak of any worker. The output for the largest text was compared with the pipeline's.",
        noisyNote,
      ],
    }),
  );
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
  await writeRaw(bench.output, { ...page, name: "attempts", rows: failures.attempts });
}

async function reportSamples(bench: Bench, place: Place): Promise<void> {
  const rows = await makeSamples(place);
  const made = { name: "samples", provenance: await provenance(bench.command), rows };
  const notes = [samplesNote(rows)];
  console.log(await writeResult(bench.output, { ...made, table: samplesTable(rows), notes }));
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
        await reportSamples(bench, place);
        const rows = await measureAll(bench, place, texts, peers.lines);
        const failures = await measureFailures(place, largest, bench.progress);
        await writeAll(bench, rows, peers.rows, failures);
      } finally {
        await rm(scratch, { recursive: true });
      }
    },
  });
}
