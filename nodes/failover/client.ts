/**
 * The fail-over store by hand, by trace files and by lines on stdin. Ends with 0 when it was done,
 * 1 when there was no such key or a server did not answer for its status, 69 when none answers.
 *
 *   bun nodes/failover/client.ts --servers 127.0.0.1:9090,127.0.0.1:9091 put Nike Shoe
 *   bun nodes/failover/client.ts --servers 127.0.0.1:9090,127.0.0.1:9091 status
 *   bun nodes/failover/client.ts trace inputs/failover/mixed-hot.txt
 *   bun nodes/failover/client.ts --servers 127.0.0.1:9090 --stdio
 */
import { flag, UsageError } from "../host/flags.ts";
import { type ClientContext, runClient } from "../host/run-client.ts";
import { defaultPatience, FailoverClient } from "./failover-client.ts";
import { Kv739 } from "./kv739.ts";
import { serveLines } from "./line-protocol.ts";
import { type Reachable, statusesOf, statusHead, statusRow } from "./server-status.ts";
import { parseTrace, runOperation, TraceError } from "./trace.ts";

const clientFlags = {
  servers: flag.optional(flag.addresses("the servers to ask, all of them or some")),
  stdio: flag.switch("answer PUT, SWAP, GET, DELETE, SCAN and STOP, a line each, from stdin"),
  patienceMs: flag.duration("how long all servers must fail before an operation does", {
    minMs: 10,
    maxMs: 600_000,
    fallbackMs: defaultPatience.operationMs,
  }),
};

type Context = ClientContext<typeof clientFlags>;

const commands = [
  { usage: "get <key>", description: "print the value" },
  { usage: "put <key> <value>", description: "replace the value" },
  { usage: "swap <key> <value>", description: "replace the value and print the old one" },
  { usage: "delete <key>", description: "remove the key" },
  { usage: "scan <first> <last>", description: "print all pairs from one key to another" },
  { usage: "status", description: "who is primary, and how far each server is" },
  {
    usage: "trace <file>",
    description: "run the operations of a file; its init names servers unless --servers does",
  },
  { usage: "stdio", description: "the same as --stdio" },
];

async function run(context: Context): Promise<number> {
  const [first = "", second = ""] = context.arguments;
  switch (context.command) {
    case "trace":
      return runTrace(context, first);
    case "status":
      return showStatus(context);
    case "stdio":
      await serveLines(openClient(context), context.inputLines(), context.print);
      return 0;
    case "scan":
      return showScan(context, first, second);
    case "get": {
      const value = await openClient(context).get(first);
      return show(context, value, value);
    }
    case "delete":
      return show(context, await openClient(context).delete(first), "deleted");
    case "swap":
      return showOld(context, await openClient(context).put(first, second), "(there was none)");
    default:
      return showOld(context, await openClient(context).put(first, second), "new");
  }
}

function openClient({ host, options }: Context): FailoverClient {
  const { servers, patienceMs } = options;
  if (servers === undefined) throw new UsageError("--servers must be given. See --help.");
  return new FailoverClient(host, servers, { ...defaultPatience, operationMs: patienceMs });
}

/** Of a key that must be there: 1 when it was not. */
function show({ options, print }: Context, value: string | undefined, text = ""): number {
  if (options.json) print(JSON.stringify({ found: value !== undefined, value: value ?? null }));
  else print(value === undefined ? "(no such key)" : text);
  return value === undefined ? 1 : 0;
}

/** Of a key that need not have been there. */
function showOld({ options, command, print }: Context, old: string | undefined, none: string) {
  if (options.json) print(JSON.stringify({ found: old !== undefined, old: old ?? null }));
  else print(command === "put" && old !== undefined ? "replaced" : (old ?? none));
  return 0;
}

async function showScan(context: Context, first: string, last: string): Promise<number> {
  const pairs = await openClient(context).scan(first, last);
  if (context.options.json) context.print(JSON.stringify(pairs));
  else for (const { key, value } of pairs) context.print(`${key} ${value}`);
  return 0;
}

async function showStatus(context: Context): Promise<number> {
  const statuses = await statusesOf(context.host, openClient(context).servers);
  if (context.options.json) context.print(JSON.stringify(statuses));
  else for (const line of asTable(statuses)) context.print(line);
  return statuses.every(({ status }) => status !== undefined) ? 0 : 1;
}

function asTable(statuses: readonly Reachable[]): string[] {
  const rows = [statusHead, ...statuses.map(statusRow)];
  const widths = statusHead.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

async function runTrace(context: Context, file: string): Promise<number> {
  const { host, options, print } = context;
  const operations = await readTrace(context, file);
  const patience = { ...defaultPatience, operationMs: options.patienceMs };
  const kv739 = new Kv739(host, patience);
  for (const operation of operations) print(await runOperation(kv739, operation, options.servers));
  return 0;
}

async function readTrace({ readFile }: Context, file: string) {
  try {
    return parseTrace(await readFile(file));
  } catch (error) {
    if (!(error instanceof TraceError)) throw error;
    throw new UsageError(`${file}: ${error.message}`);
  }
}

if (import.meta.main) {
  await runClient({
    script: "nodes/failover/client.ts",
    summary: "A client of the fail-over key-value store.",
    flags: clientFlags,
    commands,
    commandOf: ({ stdio }) => (stdio ? "stdio" : undefined),
    run,
  });
}
