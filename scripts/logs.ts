/**
 * Shows one payment's way from the client through gateway and banks and back, in order, from the
 * logs of a run. Ends with exit 0 when there are lines about it, 1 when there are none, 64 on bad
 * usage.
 *
 *   bun run scripts/logs.ts --transaction 01a1fa3b-c7d8-7f99-b6b4-a40dfe3166c3
 */
import { join } from "node:path";
import { repositoryRoot } from "../harness/kit/repository.ts";
import { renderTable, stdoutScreen } from "../harness/kit/table.ts";
import { paymentTrail } from "../harness/strife/payment-trail.ts";
import { exitCodes } from "../nodes/host/exit-codes.ts";
import { flag, parseFlags, UsageError } from "../nodes/host/flags.ts";

const flags = {
  transaction: flag.text("ID", "the payment's transaction, or its key"),
  logs: flag.text("DIR", "where the logs are", join(repositoryRoot, "results/runs/latest/logs")),
  json: flag.switch("one JSON document on stdout instead of a table"),
};

try {
  const summary = "Shows one payment's way through all processes, in order.";
  const options = parseFlags("bun run scripts/logs.ts", summary, flags, process.argv.slice(2));
  const trail = await paymentTrail(options.logs, options.transaction);
  const rows = trail.map(({ time, node, text }) => [time, node, text]);
  if (options.json) console.log(JSON.stringify(trail, null, 2));
  else console.log(renderTable({ head: ["time", "node", "what"], rows }, stdoutScreen()));
  process.exitCode = trail.length > 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UsageError ? exitCodes.usage : exitCodes.software;
}
