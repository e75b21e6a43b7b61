/** Reads output files of clocks mode, anybody's, in the forms that they have. */
import { readFileSync } from "node:fs";
import { UsageError } from "../../nodes/host/flags.ts";
import { happensBefore, type StampedEvent } from "../check/happens-before.ts";
import type { Check } from "../check/verdict.ts";

type Json = Readonly<Record<string, unknown>>;

/** @throws UsageError with one sentence that names the place */
export function readStampedFile(file: string): StampedEvent[] {
  const text = readFile(file);
  const refuse = (what: string) => {
    throw new UsageError(`${file}: ${what}.`);
  };
  try {
    const entries = parseEntries(text);
    const events = entries.flatMap((entry, place) => {
      const process = `${entry["type"]} ${entry["id"]}`;
      // Of one process with its events, or one event.
      const own = Array.isArray(entry["events"]) ? (entry["events"] as Json[]) : [entry];
      return own.map((event) => readEvent(process, event) ?? refuse(badEvent(place, event)));
    });
    return events as StampedEvent[];
  } catch (error) {
    if (error instanceof UsageError) throw error;
    return refuse(`it is not JSON: ${(error as Error).message}`);
  }
}

/** What a file of events shows: processes that it does not list may have sent anything. */
export function judgeStampedFile(file: string): Check[] {
  const events = readStampedFile(file);
  const processes = new Set(events.map(({ process }) => process));
  // Some files sort their events otherwise, and what was lost is not listed.
  return happensBefore(events, processes, { ordered: false, complete: true });
}

function readFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file} can't be read: ${(error as Error).message}.`);
  }
}

/** A JSON list, or an object a line. */
function parseEntries(text: string): Json[] {
  const trimmed = text.replace(/^\uFEFF/, "").trim();
  if (trimmed.startsWith("[")) return JSON.parse(trimmed) as Json[];
  return trimmed.split("\n").map((line) => JSON.parse(line) as Json);
}

function badEvent(place: number, event: unknown): string {
  return `entry ${place + 1} has no event with a clock and a comment: ${JSON.stringify(event)}`;
}

/** The comment says all: which way, whose message, and who the other side is. */
function readEvent(process: string, event: Json): StampedEvent | undefined {
  const comment = /^event_(sent|recv) (?:to|from) (customer|branch|bank) (\d+)$/i.exec(
    String(event?.["comment"]),
  );
  const clock = event?.["logical_clock"];
  if (comment === null || !Number.isSafeInteger(clock)) return undefined;
  const sent = comment[1]?.toLowerCase() === "sent";
  const peer = `${comment[2] === "customer" ? "customer" : "branch"} ${comment[3]}`;
  const request = event["customer-request-id"];
  // `event_sent from customer 1` stands at the customer itself; its branch is not named.
  const isRequest = peer.startsWith("customer");
  const [from, to] = isRequest ? [peer, "its branch"] : sent ? [process, peer] : [peer, process];
  const kind = isRequest ? "request" : "propagation of request";
  const message = `${kind} ${request} from ${from} to ${to}`;
  return { process, clock: clock as number, sent, message, from };
}
