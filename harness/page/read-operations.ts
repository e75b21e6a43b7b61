/** The operations of a history as bars: also those that failed, which checkers leave out. */
import type { Event } from "../check/history.ts";
import type { PageOperation } from "./run-page-model.ts";
import { shorten } from "./shorten.ts";

/** In the order of their calls. One without an end lasts until the last event. */
export function readOperations(events: readonly Event[]): PageOperation[] {
  const open = new Map<string, Event>();
  const operations: PageOperation[] = [];
  const add = (call: Event, end: Event | undefined, to: number) => {
    const outcome = end?.type === "ok" || end?.type === "fail" ? end.type : "unknown";
    const node = end?.node ?? call.node;
    operations.push({
      id: operations.length,
      lane: laneOf(call.process),
      process: call.process,
      f: call.f,
      key: call.key ?? "",
      input: call.value === null || call.value === undefined ? "" : shorten(call.value),
      output: end === undefined ? "never answered" : shorten(end.value),
      outcome,
      from: call.time,
      to,
      ...(node === undefined ? {} : { node }),
    });
  };
  for (const event of events) {
    const call = open.get(event.process);
    if (event.type === "invoke") open.set(event.process, event);
    else if (call !== undefined) {
      open.delete(event.process);
      add(call, event, event.time);
    }
  }
  const last = events.at(-1)?.time ?? 0;
  for (const call of open.values()) add(call, undefined, last);
  return operations.sort((one, other) => one.from - other.from);
}

/** After an operation of unknown outcome a client goes on as `c1/2`: one lane for both. */
export function laneOf(process: string): string {
  return process.replace(/\/\d+$/, "");
}
