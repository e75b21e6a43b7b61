/**
 * Measures what a unary call between nodes costs, as a frame of a stream (`nodes/host/frames.ts`),
 * as a call of its own, and as a frame that both ends trace (`nodes/host/call-trace.ts`): one
 * process calls peers and waits for all, or has many calls to one under way. Ends with exit 0 when
 * all is measured and written as CSV and as a page; 1 when a call fails; 64 on bad usage.
 *
 * Copy: `bun run scripts/bench/calls.ts`
 */
import { join } from "node:path";
import { Client as GrpcClient } from "@grpc/grpc-js";
import { Cluster } from "../../harness/kit/cluster.ts";
import type { NodeProcess } from "../../harness/kit/node-process.ts";
import { Registry } from "../../nodes/filestore/protocol.ts";
import { CallTrace } from "../../nodes/host/call-trace.ts";
import { Connections } from "../../nodes/host/grpc-client.ts";
import { callPlainly, encodeRequest } from "../../nodes/host/grpc-unary.ts";
import type { Method } from "../../nodes/host/service.ts";
import { plaintext } from "../../nodes/host/tls.ts";
import { type Bench, runBenchmark } from "./bench-command.ts";
import type { CallsRow } from "./calls-derived.ts";
import { provenance } from "./machine.ts";
import { count, markdownTable, milliseconds } from "./markdown.ts";
import { processorSeconds } from "./process-usage.ts";
import { writeResult } from "./result-files.ts";
import { summarize } from "./statistics.ts";

/** Calls to each of so many peers, answered before the next round begins. */
interface Setting {
  readonly peers: number;
  readonly callsToEach: number;
}

const settings: readonly Setting[] = [
  { peers: 1, callsToEach: 1 },
  { peers: 9, callsToEach: 1 },
  { peers: 29, callsToEach: 1 },
  { peers: 1, callsToEach: 64 },
];

const kinds = ["plain", "framed", "traced"] as const;
type Kind = (typeof kinds)[number];

interface Peer {
  readonly pid: number;
  readonly call: () => Promise<unknown>;
}

/** The call of a node as a frame. */
function framed({ pid, address }: NodeProcess, connections: Connections): Peer {
  const registry = connections.client(Registry, address);
  return { pid, call: () => registry.listReplicas({}) };
}

/** The same call by itself. */
function plain({ pid, address }: NodeProcess): Peer {
  const method = Registry.methods.get("listReplicas") as Method;
  const client = new GrpcClient(address, plaintext.client);
  const call = async () => {
    const request = encodeRequest(method, {});
    const deadlineMs = Date.now() + 5_000;
    const unary = { path: method.path, request, deadlineMs, options: {} };
    return method.decodeResponse(await callPlainly(client, "bench", unary));
  };
  return { pid, call };
}

/** Rounds for at least so long; each waits for all of its calls. */
async function measure(
  peers: readonly Peer[],
  kind: Kind,
  callsToEach: number,
  seconds: number,
): Promise<CallsRow> {
  const calls = peers.flatMap(({ call }) => Array.from({ length: callsToEach }, () => call));
  const round = () => Promise.all(calls.map((call) => call()));
  for (let warmUp = 0; warmUp < 20; warmUp++) await round();
  const peersUsed = () => peers.reduce((sum, { pid }) => sum + processorSeconds(pid), 0);
  const [ownBefore, peersBefore, startedMs] = [process.cpuUsage(), peersUsed(), performance.now()];
  let rounds = 0;
  for (; performance.now() - startedMs < seconds * 1_000; rounds++) await round();
  const tookMs = performance.now() - startedMs;
  const own = process.cpuUsage(ownBefore);
  const made = rounds * calls.length;
  return {
    kind,
    peers: peers.length,
    at_once: calls.length,
    round_ms: tookMs / rounds,
    per_second: (made / tookMs) * 1_000,
    caller_us: (own.user + own.system) / made,
    peers_us: ((peersUsed() - peersBefore) / made) * 1e6,
  };
}

function table(rows: readonly CallsRow[]): string {
  const lines = Map.groupBy(rows, ({ peers, at_once }) => `${peers} ${at_once}`);
  const head = [
    "peers",
    "calls at once",
    "",
    "ms a round",
    "calls a second",
    "caller µs",
    "peer µs",
  ];
  const cells = [...lines.values()].flatMap((line) => {
    const figures = (kind: Kind) => {
      const own = line.filter((row) => row.kind === kind);
      return (["round_ms", "per_second", "caller_us", "peers_us"] as const).map(
        (figure) => summarize(own.map((row) => row[figure])).median,
      );
    };
    const [one, other, third] = [figures("plain"), figures("framed"), figures("traced")];
    const { peers, at_once } = line[0] as CallsRow;
    const named = (name: string, [ms, rate, ...used]: readonly number[]) => [
      String(peers),
      String(at_once),
      name,
      milliseconds(ms ?? Number.NaN),
      count(rate ?? Number.NaN),
      ...used.map(count),
    ];
    const ratios = (upper: readonly number[], lower: readonly number[]) =>
      upper.map((figure, index) => (figure / (lower[index] ?? Number.NaN)).toFixed(2));
    return [
      named("plain", one),
      named("framed", other),
      named("traced", third),
      [String(peers), String(at_once), "plain / framed", ...ratios(one, other)],
      [String(peers), String(at_once), "traced / framed", ...ratios(third, other)],
    ];
  });
  return markdownTable({ head, rows: cells });
}

async function reportCalls(bench: Bench): Promise<string> {
  const { smoke, seconds = smoke ? 0.05 : 1, repeats = smoke ? 1 : 3 } = bench;
  const most = smoke ? 2 : Math.max(...settings.map(({ peers }) => peers));
  await using cluster = new Cluster(bench.directory, { readyMs: 30_000 });
  const ids = Array.from({ length: most }, (_, index) => `peer-${index + 1}`);
  const start = (kind: string) =>
    cluster.startAll(
      ids.map((id) => ({ id: `${kind}-${id}`, script: "nodes/filestore/registry.ts" })),
    );
  const nodes = await start("plain");
  const caller = { id: "bench", credentials: plaintext };
  const connections = new Connections(caller);
  // Who starts from here on traces its calls.
  process.env["PROCTOR_CALLS"] = join(bench.directory, "calls");
  const tracing = await start("traced");
  const tracedConnections = new Connections({ ...caller, trace: CallTrace.open("bench") });
  const peers: Readonly<Record<Kind, readonly Peer[]>> = {
    plain: nodes.map(plain),
    framed: nodes.map((node) => framed(node, connections)),
    traced: tracing.map((node) => framed(node, tracedConnections)),
  };
  const rows: CallsRow[] = [];
  for (let repeat = 1; repeat <= repeats; repeat++) {
    bench.progress(`repeat ${repeat} of ${repeats}`);
    for (const setting of settings) {
      for (const kind of kinds) {
        const called = peers[kind].slice(0, setting.peers);
        rows.push(await measure(called, kind, setting.callsToEach, seconds));
      }
    }
  }
  connections.close();
  tracedConnections.close();
  return writeResult(bench.output, {
    name: "calls",
    provenance: await provenance(bench.command),
    rows,
    table: table(rows),
    notes: [
      `Medians over repeats (${repeats}, each of ${seconds} s). A round ends when all of its calls`,
      "are answered. The caller's and the peers' µs are of processor time a call; caller and",
      "peers share this machine. The call is `ListReplicas` of an empty registry. `traced` is",
      "`framed`, with both ends writing when each call came and went.",
    ],
  });
}

if (import.meta.main) {
  await runBenchmark({
    name: "calls",
    summary: "Measures calls between nodes: as frames, as calls of their own, and traced.",
    flags: {},
    run: async (bench) => console.log(await reportCalls(bench)),
  });
}
