/** Everything that a run's folder holds, as its page shows it; still of any size. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { CallEvent } from "../../nodes/host/call-trace.ts";
import type { Event } from "../check/history.ts";
import { ruleOf } from "../check/rules.ts";
import type { Check } from "../check/verdict.ts";
import type { RunRecord } from "../kit/run-report.ts";
import type { TraceEntry } from "../sim/trace.ts";
import { readJsonLines } from "./json-lines.ts";
import {
  bandsOfFaults,
  bandsOfNodes,
  type FaultLine,
  linesOf,
  type NodeLine,
} from "./read-bands.ts";
import { isCallEvent, messagesOf } from "./read-calls.ts";
import { readLogs } from "./read-logs.ts";
import { readOperations } from "./read-operations.ts";
import { readTrace } from "./read-trace.ts";
import type {
  Fact,
  Lane,
  PageCheck,
  PageOperation,
  PageOutput,
  RunPage,
} from "./run-page-model.ts";

/** What happened between and at the nodes. */
type Happened = Pick<RunPage, "messages" | "bands" | "lines"> & { readonly nodes: string[] };

/** @param folder of a run, with its `run.json` and `checks.json` */
export async function readRun(folder: string): Promise<RunPage> {
  const json = (name: string) => Bun.file(join(folder, name)).json();
  const record = (await json("run.json")) as RunRecord;
  const checks = (await json("checks.json")) as Check[];
  const output = await json("output.json").catch(() => []);
  const events = await readJsonLines<Event>(join(folder, "history.jsonl"));
  const operations = readOperations(events);
  const trace = await readJsonLines<TraceEntry>(join(folder, "trace.jsonl"));
  const happened =
    trace.length > 0 ? simulated(trace) : await observed(folder, record.clockOriginMs);
  const { messages, bands, lines, nodes } = happened;
  const whole = spanOf([
    ...operations.flatMap(({ from, to }) => [from, to]),
    ...messages.flatMap(({ sent, arrived }) => [sent, arrived ?? sent]),
    ...bands.flatMap(({ from, to }) => [from, to]),
  ]);
  return {
    title: record.problem,
    verdict: record.verdict,
    facts: factsOf(record),
    checks: checks.map((check) => checkOf(check, operations)),
    lanes: lanesOf(operations, happened, nodes),
    operations,
    messages,
    bands,
    lines,
    output: output as PageOutput[],
    hidden: record.hidden ?? [],
    shown: whole,
    whole,
    leftOut: [],
  };
}

function simulated(trace: readonly TraceEntry[]): Happened {
  const nodes = trace.flatMap((entry) =>
    entry.kind === "node" && entry.becomes === "up" ? [entry.node] : [],
  );
  return { ...readTrace(trace), nodes };
}

async function observed(folder: string, originMs: number): Promise<Happened> {
  const logs = await readLogs(join(folder, "logs"), originMs);
  const life = await readJsonLines<NodeLine>(join(folder, "nodes.jsonl"));
  const faults = await readJsonLines<FaultLine>(join(folder, "faults.jsonl"));
  const names = await readdir(join(folder, "calls")).catch(() => []);
  const calls: CallEvent[] = [];
  // What was put aside because of its size comes before what followed.
  for (const name of names.sort().reverse())
    for (const event of await readJsonLines<CallEvent>(join(folder, "calls", name)))
      if (isCallEvent(event)) calls.push(event);
  const lines = [...logs.lines, ...linesOf(life, faults)].sort((one, other) => one.at - other.at);
  return {
    messages: messagesOf(calls, logs.addresses, originMs),
    bands: [...bandsOfNodes(life), ...bandsOfFaults(faults)],
    lines,
    nodes: [...logs.nodes],
  };
}

/** Clients are who did operations, and who never answered a call. */
function lanesOf(
  operations: readonly PageOperation[],
  { messages, lines }: Happened,
  nodes: readonly string[],
): Lane[] {
  const clients = new Set(operations.map(({ lane }) => lane));
  const answered = new Set(messages.flatMap(({ from, isReply }) => (isReply ? [from] : [])));
  const all = new Set([...clients, ...nodes, ...lines.map(({ lane }) => lane)]);
  for (const { from, to } of messages) all.add(from).add(to);
  const lanes = [...all].map((id): Lane => {
    return { id, kind: clients.has(id) || !answered.has(id) ? "client" : "node" };
  });
  const order = new Intl.Collator("en", { numeric: true });
  return lanes.sort((one, other) => {
    return one.kind === other.kind
      ? order.compare(one.id, other.id)
      : one.kind < other.kind
        ? -1
        : 1;
  });
}

function checkOf(check: Check, operations: readonly PageOperation[]): PageCheck {
  const { name, verdict, evidence, witness = [] } = check;
  const rule = ruleOf(name);
  const isWitness = ({ process, from }: PageOperation) =>
    witness.some((each) => each.process === process && each.invokedAt === from);
  const shown = operations.filter(isWitness).map(({ id }) => id);
  return { name, verdict, evidence, witness: shown, ...(rule === undefined ? {} : { rule }) };
}

function factsOf(record: RunRecord): Fact[] {
  const { seed, startedAt, durationMs, replay, versions, ending } = record;
  return [
    { name: "again", value: replay },
    { name: "seed", value: `${seed}` },
    { name: "started", value: startedAt },
    { name: "took", value: `${(durationMs / 1_000).toFixed(1)} s` },
    { name: "ended", value: ending },
    { name: "versions", value: `Proctor ${versions.proctor}, Bun ${versions.bun}` },
  ];
}

function spanOf(times: readonly number[]): { from: number; to: number } {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const time of times) {
    from = Math.min(from, time);
    to = Math.max(to, time);
  }
  return from > to ? { from: 0, to: 1 } : { from, to: Math.max(to, from + 1) };
}
