/**
 * The balancer by hand: asks for backends, has tasks done, shows and changes what the balancer
 * does. Ends with 0 when it was done, 64 when it can't be asked so, 69 when nobody does it.
 *
 *   bun nodes/balancer/client.ts --balancers 127.0.0.1:7100 compute primes 1000000
 *   bun nodes/balancer/client.ts --balancers 127.0.0.1:7100 backends
 */
import { discover } from "../host/discovery.ts";
import { flag, UsageError } from "../host/flags.ts";
import { RpcError } from "../host/rpc-error.ts";
import { type ClientContext, runClient } from "../host/run-client.ts";
import { clientFlags, openClient } from "./client-flags.ts";
import { compute } from "./compute.ts";
import { Admin, Balancer } from "./protocol.ts";
import { emulated, tasks } from "./tasks.ts";

const flags = {
  ...clientFlags,
  exclude: flag.optional(flag.text("IDS", "backends that are not to be picked, with commas")),
  deadlineMs: flag.duration("for a task, over all attempts", {
    minMs: 1,
    maxMs: 600_000,
    fallbackMs: 10_000,
  }),
};

type Context = ClientContext<typeof flags>;

const sizes = [...tasks].map(([name, { size }]) => `${name}: ${size}`).join("; ");

const commands = [
  { usage: "pick [calls]", description: "which backends so many calls should go to" },
  {
    usage: "compute <task> <size>",
    description: `have a task done (${sizes}; ${emulated}: microseconds)`,
  },
  { usage: "backends", description: "who is listed, with load and what was handed out" },
  { usage: "policy <name>", description: "choose backends another way from now on" },
];

/** What a node refuses as malformed was given wrongly here. */
async function run(context: Context): Promise<number> {
  try {
    return await perform(context);
  } catch (error) {
    if (!(error instanceof RpcError && error.code === "INVALID_ARGUMENT")) throw error;
    throw new UsageError(`Refused: ${error.details}.`);
  }
}

function perform(context: Context): Promise<number> {
  switch (context.command) {
    case "pick":
      return pick(context);
    case "compute":
      return computeTask(context);
    case "backends":
      return backends(context);
    default:
      return setPolicy(context);
  }
}

function wholeNumber(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new UsageError(`A whole number is needed, not ${JSON.stringify(text)}.`);
}

/** All balancers, of which any may be asked. */
async function addresses({ options }: Context): Promise<readonly string[]> {
  const discovery = await discover(options.balancers);
  return discovery.addresses();
}

async function pick(context: Context): Promise<number> {
  const { host, options, print } = context;
  const [address = ""] = await addresses(context);
  const calls = wholeNumber(context.arguments[0] ?? "1");
  const exclude = options.exclude?.split(",") ?? [];
  const answer = await host.connect(Balancer, address).pick({ calls, exclude });
  if (options.json) print(JSON.stringify(answer));
  else {
    print(`${answer.policy}, good for ${answer.lifetimeMs} ms`);
    for (const { backend, calls: its } of answer.choices) {
      print(`${backend?.id}  ${backend?.address}  ${its} calls`);
    }
  }
  return 0;
}

async function computeTask(context: Context): Promise<number> {
  const { host, options, print } = context;
  const [task = "", size = ""] = context.arguments;
  const client = await openClient(host, options);
  const limits = { timeoutMs: options.deadlineMs, repeatable: true };
  const answer = await compute(host, client, { task, size: wholeNumber(size) }, limits);
  const { result, backend, queuedMs, serviceMs } = answer;
  if (options.json) print(JSON.stringify(answer));
  else {
    print(result);
    print(`by ${backend}: waited ${queuedMs.toFixed(1)} ms, took ${serviceMs.toFixed(1)} ms`);
  }
  return 0;
}

async function backends(context: Context): Promise<number> {
  for (const address of await addresses(context)) {
    const { policy, backends: listed } = await context.host
      .connect(Admin, address)
      .listBackends({});
    if (context.options.json) {
      context.print(JSON.stringify({ balancer: address, policy, backends: listed }));
      continue;
    }
    context.print(`--- ${address}: ${policy}, ${listed.length} backends`);
    for (const { backend, load, handedOutInAll } of listed) {
      const { inFlight = 0, queued = 0, capacity = 0, utilization = 0 } = load ?? {};
      const busy = `${inFlight}/${capacity} busy, ${queued} waiting`;
      const share = `${(100 * utilization).toFixed(0)} % used, ${handedOutInAll} handed out`;
      context.print(`${backend?.id}  ${backend?.address}  ${busy}, ${share}`);
    }
  }
  return 0;
}

async function setPolicy(context: Context): Promise<number> {
  const [policy = ""] = context.arguments;
  for (const address of await addresses(context)) {
    const { previous } = await context.host.connect(Admin, address).setPolicy({ policy });
    context.print(`${address}: ${previous} → ${policy}`);
  }
  return 0;
}

if (import.meta.main) {
  await runClient({
    script: "nodes/balancer/client.ts",
    summary: "A client of the look-aside load balancer.",
    flags,
    commands,
    run,
  });
}
