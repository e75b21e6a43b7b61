/**
 * One payment's way through all processes, clients too: the lines of their logs that are about it,
 * in the order in which things began.
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";

export interface TrailLine {
  readonly time: string;
  readonly node: string;
  readonly text: string;
}

type Entry = Readonly<Record<string, string | number | boolean | undefined>>;

/** Told by the columns beside. */
const hidden = new Set(["level", "time", "node", "msg", "method", "transaction", "peer"]);

/**
 * @param folder with the logs, one file a process
 * @param id the transaction, or the key of the payment with all of its attempts
 */
export async function paymentTrail(folder: string, id: string): Promise<TrailLine[]> {
  const entries = await readLogs(folder);
  const about = entries.filter(({ transaction, key }) => transaction === id || key === id);
  const keys = new Set(about.flatMap(({ key }) => key ?? []));
  const transactions = new Set(about.map(({ transaction }) => transaction));
  // Banks know the transaction alone, and a client that calls knows the key alone.
  const belongs = ({ transaction, key }: Entry) =>
    transaction === undefined ? keys.has(key ?? "") : transactions.has(transaction);
  return entries
    .filter(belongs)
    .toSorted((one, other) => beganAtMs(one) - beganAtMs(other))
    .map((entry) => ({
      time: new Date(Math.floor(beganAtMs(entry))).toISOString(),
      node: String(entry["node"]),
      text: [nameOf(entry), ...fields(entry)].join("  "),
    }));
}

async function readLogs(folder: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".log")).sort()) {
    for (const line of (await Bun.file(join(folder, file)).text()).split("\n")) {
      const entry = line.startsWith("{") ? parse(line) : undefined;
      if (entry !== undefined) entries.push(entry);
    }
  }
  return entries;
}

/** A process that was killed leaves half a line. */
function parse(line: string): Entry | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * A call that was served is logged when it ends, and began earlier, before those that it made; what
 * a client was answered comes when it was answered.
 */
function beganAtMs({ time, msg, durationMs }: Entry): number {
  const text = String(time);
  // What is finer than a millisecond gets lost in `Date.parse`.
  const loggedAtMs = Date.parse(text) + Number(`0.${/\.\d{3}(\d{3})Z$/.exec(text)?.[1] ?? 0}`);
  return msg === "call" && typeof durationMs === "number" ? loggedAtMs - durationMs : loggedAtMs;
}

function nameOf({ method, msg }: Entry): string {
  if (method === undefined) return String(msg);
  return msg === "call" ? String(method) : `${msg} ${method}`;
}

function fields(entry: Entry): string[] {
  return Object.entries(entry)
    .filter(([name]) => !hidden.has(name))
    .map(([name, value]) => `${name}=${String(value)}`);
}
