/** How fast replicas start, alone and many at once, and whether many of them work together. */
import { Replica } from "../../nodes/filestore/protocol.ts";
import { status } from "../../nodes/filestore/status.ts";
import type { Row } from "./csv.ts";
import { FileStoreCluster } from "./filestore-cluster.ts";
import { count, markdownTable } from "./markdown.ts";
import { residentMiB } from "./process-usage.ts";
import { summarize } from "./statistics.ts";

export interface StartUpOptions {
  /** Replicas at once. */
  readonly replicas: number;
  /** Starts of one replica alone. */
  readonly singles: number;
  /** Holds `logs/` and `data/`. */
  readonly directory: string;
}

export interface StartUpRow extends Row {
  readonly what: "all replicas" | "flow" | "one replica";
  readonly replicas: number;
  readonly milliseconds: number;
  /** Of one replica, the largest. */
  readonly resident_mib: number;
}

/** @throws Error when a replica does not start, or answers wrongly in the flow */
export async function measureStartUp(options: StartUpOptions): Promise<StartUpRow[]> {
  const { replicas, singles, directory } = options;
  return [...(await startMany(replicas, directory)), ...(await startOneByOne(singles, directory))];
}

async function startMany(replicas: number, directory: string): Promise<StartUpRow[]> {
  const startMs = performance.now();
  await using cluster = await FileStoreCluster.start("blocking", replicas, directory);
  const readyMs = performance.now();
  await passFlow(cluster);
  const endMs = performance.now();
  const resident = Math.max(...cluster.replicas.map(({ pid }) => residentMiB(pid)));
  return [
    row("all replicas", replicas, readyMs - startMs, resident),
    row("flow", replicas, endMs - readyMs, resident),
  ];
}

async function startOneByOne(singles: number, directory: string): Promise<StartUpRow[]> {
  await using cluster = await FileStoreCluster.start("blocking", 1, directory);
  const rows: StartUpRow[] = [];
  for (let index = 1; index <= singles; index++) {
    const startMs = performance.now();
    const replica = await cluster.grow(`single-${index}`);
    const readyMs = performance.now();
    rows.push(row("one replica", 1, readyMs - startMs, residentMiB(replica.pid)));
    await replica.stop();
  }
  return rows;
}

function row(what: StartUpRow["what"], replicas: number, ms: number, resident: number): StartUpRow {
  const milliseconds = Number(ms.toFixed(1));
  return { what, replicas, milliseconds, resident_mib: Number(resident.toFixed(1)) };
}

/** Write, update and delete through the last replica; after each, what every one answers. */
async function passFlow({ addresses, connections }: FileStoreCluster): Promise<void> {
  const replicas = addresses.map((address) => connections.client(Replica, address));
  const [any] = replicas.slice(-1) as [(typeof replicas)[number]];
  const file = { uuid: crypto.randomUUID(), name: "flow.txt" };
  const mustAll = async (said: string, content: string) => {
    const answers = await Promise.all(replicas.map((replica) => replica.read(file)));
    const wrong = answers.findIndex(
      (answer) => answer.status !== said || answer.content !== content,
    );
    if (wrong === -1) return;
    const { status: answered, content: held } = answers[wrong] as (typeof answers)[number];
    throw new Error(`replica ${wrong + 1}: ${answered} ${held} instead of ${said} ${content}`);
  };
  for (const content of ["first", "second"]) {
    const { status: answered } = await any.write({ ...file, content });
    if (answered !== status.success) throw new Error(`the write was answered by ${answered}`);
    await mustAll(status.success, content);
  }
  const { status: answered } = await any.delete(file);
  if (answered !== status.success) throw new Error(`the delete was answered by ${answered}`);
  await mustAll(status.alreadyDeleted, "");
}

/** Medians over the starts of one replica; all at once were started once. */
export function startUpTable(rows: readonly StartUpRow[]): string {
  const lines = [...Map.groupBy(rows, ({ what }) => what)].map(([what, same]) => {
    const time = summarize(same.map((each) => each.milliseconds));
    const memory = summarize(same.map((each) => each.resident_mib));
    const { replicas } = same[0] as StartUpRow;
    return [label(what, replicas), count(time.median), String(time.count), count(memory.max)];
  });
  return markdownTable({ head: ["what", "ms", "times", "resident MiB"], rows: lines });
}

function label(what: StartUpRow["what"], replicas: number): string {
  if (what === "one replica") return "one replica, from spawn to READY";
  if (what === "flow") return `write, update, delete, each read at all ${replicas}`;
  return `registry and ${replicas} replicas, from first spawn to last READY`;
}
