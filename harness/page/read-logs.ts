/** What the nodes of a run said, with the history's times, and where they listened. */
import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseObject, readText } from "./json-lines.ts";
import type { LogLine } from "./run-page-model.ts";
import { shorten } from "./shorten.ts";

/** Of a longer log only the end is read. */
const maxLogBytes = 8_000_000;

interface ReadLogs {
  /** In the order of their times. */
  readonly lines: readonly LogLine[];
  /** The ids of all nodes with a log. */
  readonly nodes: readonly string[];
  /** Nodes by `host:port`. */
  readonly addresses: Map<string, string>;
}

/** @param originMs when the history's clock began, in milliseconds since 1970 */
export async function readLogs(folder: string, originMs: number): Promise<ReadLogs> {
  const lines: LogLine[] = [];
  const nodes: string[] = [];
  const addresses = new Map<string, string>();
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.endsWith(".log")).sort()) {
    const lane = basename(name, ".log");
    nodes.push(lane);
    let at = 0;
    for (const text of (await readText(join(folder, name), maxLogBytes)).split("\n")) {
      if (text.trim() === "") continue;
      const [word, , address] = text.split(" ");
      if (word === "READY" && address !== undefined) {
        addresses.set(address, lane);
        continue;
      }
      const line = readLine(lane, text, at, originMs);
      at = line.at;
      lines.push(line);
    }
  }
  lines.sort((one, other) => one.at - other.at);
  return { lines, nodes, addresses };
}

/** What is no JSON with a time has that of the line before it. */
function readLine(lane: string, text: string, before: number, originMs: number): LogLine {
  const object = parseObject(text);
  if (object === undefined) return { lane, at: before, level: "", text: shorten(text) };
  const { time, level, msg, node: _, ...fields } = object as Record<string, unknown>;
  const wallMs = typeof time === "number" ? time : Date.parse(String(time));
  const at = Number.isFinite(wallMs) ? wallMs - originMs : before;
  const rest = Object.keys(fields).length === 0 ? "" : ` ${JSON.stringify(fields)}`;
  return { lane, at, level: String(level ?? ""), text: shorten(`${msg ?? ""}${rest}`) };
}
