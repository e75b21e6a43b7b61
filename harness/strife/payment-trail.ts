/** One payment's way through all processes: the lines of their logs that are about it, in order. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";

export interface TrailLine {
  readonly time: string;
  readonly node: string;
  readonly text: string;
}

type Entry = Readonly<Record<string, unknown>>;

/** Told by the columns beside. */
const hidden = new Set(["level", "time", "node", "msg", "method", "transaction", "peer"]);

/**
 * @param folder with the logs, one file a process
 * @param transaction or the key of the payment
 */
export async function paymentTrail(folder: string, transaction: string): Promise<TrailLine[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".log"));
  const entries: Entry[] = [];
  for (const file of files) {
    for (const line of (await Bun.file(join(folder, file)).text()).split("\n")) {
      if (!line.startsWith("{")) continue;
      const entry = parse(line);
      if (entry?.["transaction"] === transaction || entry?.["key"] === transaction) {
        entries.push(entry);
      }
    }
  }
  return entries
    .map((entry) => ({
      time: String(entry["time"]),
      node: String(entry["node"]),
      text: [entry["method"] ?? entry["msg"], ...fields(entry)].join("  "),
    }))
    .sort((one, other) => (one.time < other.time ? -1 : 1));
}

/** A process that was killed leaves half a line. */
function parse(line: string): Entry | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function fields(entry: Entry): string[] {
  return Object.entries(entry)
    .filter(([name]) => !hidden.has(name))
    .map(([name, value]) => `${name}=${String(value)}`);
}
