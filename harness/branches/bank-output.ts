/** The result files of balance and sessions mode, in the forms that courses have asked for. */

import type { Mode } from "../../nodes/branches/mode.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import type { CustomerResult, Done } from "./carry-out.ts";

export type OutputFormat = "array" | "lines" | "legacy";

/**
 * - `array`: one JSON list; `lines`: its entries, a line each.
 * - `legacy`, balance: a line each, where a query has a `result` and its balance is `money`.
 * - `legacy`, sessions: a line a customer, with the last balance that it was told.
 */
export function bankOutput(
  mode: Mode,
  format: OutputFormat,
  results: readonly CustomerResult[],
): string {
  return asText(format === "legacy" ? legacy(mode, results) : entries(mode, results), format);
}

/** One entry a line in every format, so that results compare well line by line. */
export function asText(entries: readonly object[], format: OutputFormat): string {
  const lines = entries.map((entry) => JSON.stringify(entry));
  if (format !== "array") return lines.map((line) => `${line}\n`).join("");
  return lines.length === 0 ? "[]\n" : `[\n  ${lines.join(",\n  ")}\n]\n`;
}

/** Balance: an object a customer. Sessions: an object an event. */
function entries(mode: Mode, results: readonly CustomerResult[]): object[] {
  if (mode !== "sessions") return results.map(({ id, done }) => ({ id, recv: done.map(received) }));
  return results.flatMap(({ id, done }) =>
    done.map((each) => {
      const { interface: operation, ...rest } = received(each);
      return { id, recv: [{ interface: operation, branch: each.event.branch, ...rest }] };
    }),
  );
}

function received({ event, result }: Done) {
  const { operation } = event;
  if (operation === "query" && !(result instanceof RpcError)) {
    return { interface: operation, balance: asNumber(result.balance) };
  }
  return { interface: operation, result: succeeded(result) ? "success" : "fail" };
}

function legacy(mode: Mode, results: readonly CustomerResult[]): object[] {
  if (mode === "sessions") {
    return results.map(({ id, done }) => ({ id, balance: lastBalance(done) }));
  }
  return results.map(({ id, done }) => {
    const recv = done.map(({ event, result }) => {
      const told = { interface: event.operation, result: succeeded(result) ? "success" : "fail" };
      const query = event.operation === "query" && !(result instanceof RpcError);
      return query ? { ...told, money: asNumber(result.balance) } : told;
    });
    return { id, recv };
  });
}

function lastBalance(done: readonly Done[]): number | string | null {
  const told = done.flatMap(({ event, result }) =>
    event.operation === "query" && !(result instanceof RpcError) ? [result.balance] : [],
  );
  const last = told.at(-1);
  return last === undefined ? null : asNumber(last);
}

function succeeded(result: Done["result"]): boolean {
  return !(result instanceof RpcError) && result.success;
}

/** As digits in quotes where a JSON number would not be exact. */
function asNumber(money: bigint): number | string {
  return money <= Number.MAX_SAFE_INTEGER ? Number(money) : money.toString();
}
