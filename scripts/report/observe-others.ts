/** What the figures of MapReduce, Strife, the generals, the branch bank and of calls say. */
import type { Measurement as BranchesRow } from "../bench/branches-throughput.ts";
import type { CostRow } from "../bench/byzantine-costs.ts";
import type { CallsRow } from "../bench/calls-derived.ts";
import type { Row } from "../bench/csv.ts";
import type { FailureRow } from "../bench/mapreduce-failures.ts";
import type { ThroughputRow } from "../bench/mapreduce-table.ts";
import type { ResultFolder } from "../bench/result-folder.ts";
import type { PaymentsRow } from "../bench/strife-derived.ts";
import { counted, extremes, figure, growth, medianOf, mediansBy, times } from "./sentences.ts";

export function observeMapReduce(folder: ResultFolder): string[] {
  const rows = folder.rows<ThroughputRow>("throughput");
  const jobs = Map.groupBy(rows, ({ app, megabytes }) => `${app}, ${figure(megabytes)} MB`);
  const failures = folder.rows<FailureRow>("failures");
  return [
    ...[...jobs].map(([job, own]) => {
      const curve = growth(mediansBy(own, "workers", "megabytes_per_second"), "workers", "MB/s");
      return `${job}: throughput ${curve}.`;
    }),
    ...failures
      .filter((row) => row !== failures[0])
      .map(({ what, more_percent: more, backups, lost }) => {
        const cost = more >= 0 ? `${more} % more time` : `${-more} % less time, so nothing`;
        const struck = `${backups} backup copies, ${counted(lost, "attempt")} lost`;
        return `When ${what}: ${cost} (${struck}).`;
      }),
  ];
}

export function observeStrife(folder: ResultFolder): string[] {
  const rows = folder.rows<PaymentsRow>("payments");
  return [...Map.groupBy(rows, ({ banks }) => banks)].flatMap(([banks, own]) => {
    const spread = own.filter(({ payee }) => payee === "spread");
    const curve = growth(
      mediansBy(spread, "clients", "per_second"),
      "clients",
      "payments a second",
    );
    const latencies = mediansBy(spread, "clients", "p99_ms");
    const [few, many] = [latencies[0], latencies.at(-1)];
    const hot = own.filter(({ payee }) => payee === "hot");
    const beside = spread.filter(({ clients }) => clients === hot[0]?.clients);
    const [hotRate, rate] = [medianOf(hot, "per_second"), medianOf(beside, "per_second")];
    return [
      `${banks} banks: throughput ${curve}.`,
      ...(few === undefined || many === undefined
        ? []
        : [
            `${banks} banks: the p99 goes from ${figure(few[1])} ms with ` +
              `${counted(few[0], "client")} to ${figure(many[1])} ms with ${many[0]}.`,
          ]),
      ...(hotRate === undefined || rate === undefined
        ? []
        : [
            `${banks} banks: when all pay one payee, ${hot[0]?.clients} clients reach ` +
              `${figure(100 * (hotRate / rate))} % of what they reach among many.`,
          ]),
    ];
  });
}

interface AdversaryRow extends Row {
  readonly algorithm: string;
  readonly generals: number;
  readonly traitors: number;
  readonly guaranteed: "yes" | "no";
  readonly seeds: number;
  readonly failed: number;
}

export function observeByzantine(folder: ResultFolder): string[] {
  return [
    ...adversarySentences(folder.rows("adversaries")),
    ...costSentences(folder.rows("costs")),
  ];
}

function adversarySentences(rows: readonly AdversaryRow[]): string[] {
  const total = (own: readonly AdversaryRow[], column: "seeds" | "failed") =>
    own.reduce((sum, row) => sum + row[column], 0);
  const safe = rows.filter(({ guaranteed }) => guaranteed === "yes");
  const unsafe = rows.filter(({ guaranteed }) => guaranteed === "no");
  const worst = extremes(unsafe, "failed")?.most;
  return [
    ...(safe.length === 0
      ? []
      : [
          `Where agreement is promised, ${figure(total(safe, "failed"))} of ` +
            `${figure(total(safe, "seeds"))} adversaries did harm.`,
        ]),
    ...(worst === undefined
      ? []
      : [
          `Where it is not, ${figure(total(unsafe, "failed"))} of ` +
            `${figure(total(unsafe, "seeds"))} did, most often against ${worst.algorithm} with ` +
            `${worst.generals} generals and ${worst.traitors} traitors ` +
            `(${worst.failed} of ${worst.seeds}).`,
        ]),
  ];
}

function costSentences(rows: readonly CostRow[]): string[] {
  const generals = Math.max(...rows.map((row) => row.generals));
  const traitors = Math.max(
    ...rows.filter((row) => row.generals === generals).map((row) => row.traitors),
  );
  const largest = rows.filter((row) => row.generals === generals && row.traitors === traitors);
  const sentences = (["messages", "bytes", "campaign_ms"] as const).map((column) => {
    const algorithms = [...Map.groupBy(largest, ({ algorithm }) => algorithm)];
    const ends = extremes(
      algorithms.map(([algorithm, own]) => ({ algorithm, value: medianOf(own, column) ?? 0 })),
      "value",
    );
    if (ends === undefined) return "";
    const { least, most } = ends;
    const what = { messages: "messages", bytes: "bytes", campaign_ms: "ms" }[column];
    return (
      `${generals} generals, ${traitors} traitors: ${least.algorithm} takes least, ` +
      `${figure(least.value)} ${what}; ${most.algorithm} takes ${figure(most.value)}, ` +
      `${times(most.value / least.value)} as much.`
    );
  });
  return sentences.filter((text) => text !== "");
}

export function observeBranches(folder: ResultFolder): string[] {
  const rows = folder.rows<BranchesRow>("throughput");
  const closed = rows.filter(({ loop }) => loop === "closed");
  const most = Math.max(...closed.map(({ customers }) => customers));
  const rates = mediansBy(
    closed.filter(({ customers }) => customers === most),
    "branches",
    "per_second",
  );
  const tails = mediansBy(
    rows.filter(({ loop }) => loop === "open"),
    "branches",
    "p99_ms",
  );
  const [few, many, early, late] = [rates[0], rates.at(-1), tails[0], tails.at(-1)];
  if (few === undefined || many === undefined || few === many) return [];
  if (early === undefined || late === undefined) return [];
  return [
    `${most} customers make ${figure(few[1])} deposits a second with ${few[0]} branches and ` +
      `${figure(many[1])} with ${many[0]}: ${times(many[0] / few[0])} the branches, ` +
      `${times(few[1] / many[1])} fewer deposits, since every branch must have each of them.`,
    `The p99 at half of that goes from ${figure(early[1])} ms with ${early[0]} branches to ` +
      `${figure(late[1])} ms with ${late[0]}.`,
  ];
}

export function observeCalls(folder: ResultFolder): string[] {
  const settings = Map.groupBy(folder.rows<CallsRow>("calls"), ({ at_once, peers }) => {
    return `${counted(at_once, "call")} at once to ${counted(peers, "peer")}`;
  });
  return [...settings].flatMap(([setting, own]) => {
    const rate = (kind: CallsRow["kind"]) =>
      medianOf(
        own.filter((row) => row.kind === kind),
        "per_second",
      );
    const [framed, plain] = [rate("framed"), rate("plain")];
    if (framed === undefined || plain === undefined) return [];
    return [
      `${setting}: frames of a stream carry ${figure(framed)} calls a second, ` +
        `${times(framed / plain)} what calls of their own do (${figure(plain)}).`,
    ];
  });
}
