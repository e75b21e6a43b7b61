/** Judges the gateway's log by what it must tell of each call (3.2.3 of the specification). */
import { join } from "node:path";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";

type Line = Readonly<Record<string, unknown>>;

/** @param folder with the logs; the run has made payments, errors and retries before */
export async function loggedCalls(folder: string): Promise<Check> {
  const name = "the gateway's log has each call: method, client, amount, error and retry";
  const text = await Bun.file(join(folder, "gateway.log")).text();
  const calls = text
    .split("\n")
    .filter((line) => line.startsWith("{") && line.endsWith("}"))
    .map((line): Line => JSON.parse(line))
    .filter(({ msg }) => msg === "call");
  const incomplete = calls.find((call) => lacks(call) !== undefined);
  if (incomplete !== undefined) {
    return fail(name, `no ${lacks(incomplete)}: ${JSON.stringify(incomplete)}`);
  }
  const payments = calls.filter(({ method }) => method === "Pay").length;
  const errors = calls.filter(({ code }) => code !== "OK").length;
  const retries = calls.filter(({ attempt, replayed }) => Number(attempt) > 1 || replayed).length;
  const evidence = `${payments} payments, ${errors} errors, ${retries} retries`;
  return payments > 0 && errors > 0 && retries > 0
    ? pass(name, evidence)
    : undecided(name, evidence);
}

/** What a call's line should have and does not. */
function lacks(call: Line): string | undefined {
  const due = ["method", "client", "peer", "code", "durationMs"];
  if (call["method"] === "Pay" && call["code"] === "OK") due.push("amount", "key");
  if (call["code"] !== "OK") due.push("error");
  return due.find((field) => call[field] === undefined || call[field] === "");
}
