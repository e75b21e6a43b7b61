/** A history as text, one line an event. */
import type { Event } from "../check/history.ts";
import { summarize } from "./trace.ts";

/** Lines such as `   12.345 c1     ok     write k1 "v"`. */
export function formatHistory(history: readonly Event[]): string {
  return history
    .map(({ time, process, type, f, key, value }) => {
      const head = `${time.toFixed(3).padStart(9)} ${process.padEnd(6)} ${type.padEnd(6)}`;
      return `${head} ${f} ${key ?? ""} ${summarize(value)}\n`;
    })
    .join("");
}
