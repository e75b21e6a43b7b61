/**
 * Runs a backend: does tasks for clients, and keeps itself on every balancer's list. Ends on
 * SIGTERM: leaves the lists, finishes what has begun. Success: `READY <id> HOST:PORT`.
 *
 *   bun nodes/balancer/backend.ts --id b1 --balancers 127.0.0.1:7100 --capacity 2
 */
import { discover, placeFlag } from "../host/discovery.ts";
import { type Flag, flag, type Options } from "../host/flags.ts";
import type { Host, Server } from "../host/host.ts";
import { forbidHeaderTable } from "../host/plain-headers.ts";
import { type CommonOptions, runNode } from "../host/run-node.ts";
import { implement } from "../host/service.ts";
import { LoadMeter } from "./load-meter.ts";
import { type Machine, thisMachine } from "./machine.ts";
import { Backend } from "./protocol.ts";
import { Registration } from "./registration.ts";
import { Slots } from "./slots.ts";
import { taskService } from "./task-service.ts";

const factor: Flag<number> = {
  placeholder: "FACTOR",
  description: "how many times longer than usual every task takes (0.01 to 100)",
  fallback: 1,
  parse: (text) => {
    const value = Number(text);
    if (value >= 0.01 && value <= 100) return value;
    throw new Error(`a number, 0.01 to 100, but is ${JSON.stringify(text)}`);
  },
};

export const backendFlags = {
  balancers: placeFlag("where the balancers are", "127.0.0.1:7100"),
  capacity: flag.integer("tasks that run at once", { min: 1, max: 1_000, fallback: 2 }),
  queue: flag.integer("tasks that may wait for a slot", { min: 0, max: 100_000, fallback: 1_000 }),
  slowFactor: factor,
  reportEveryMs: flag.duration("between two reports of load", {
    minMs: 5,
    maxMs: 60_000,
    fallbackMs: 100,
  }),
  drainMs: flag.duration("for how long SIGTERM still lets new tasks in: answers may be in use", {
    minMs: 0,
    maxMs: 60_000,
    fallbackMs: 200,
  }),
  plainHeaders: flag.switch("answer without HTTP/2's table of headers, as nginx wants it"),
};

export type BackendOptions = Options<typeof backendFlags> & CommonOptions;

const incarnationFile = "incarnation";

/** Higher than at the last start, also where the directory was lost or the clock stepped back. */
async function nextIncarnation(host: Host): Promise<number> {
  const saved = await host.disk.read(incarnationFile);
  const last = saved === undefined ? 0 : Number(new TextDecoder().decode(saved));
  const incarnation = Math.max(last + 1, host.clock.wallMs());
  await host.disk.replace(incarnationFile, new TextEncoder().encode(`${incarnation}`));
  return incarnation;
}

/** @param machine where tasks are computed; this one unless given */
export async function startBackend(
  host: Host,
  options: BackendOptions,
  machine: Machine = thisMachine(options.capacity),
): Promise<Server> {
  const { clock } = host;
  if (options.plainHeaders) forbidHeaderTable();
  const slots = new Slots(clock, options.capacity, options.queue);
  const meter = new LoadMeter(clock, machine, slots, options.reportEveryMs);

  const service = taskService(host, options.slowFactor, machine, slots, meter);
  const server = await host.serve(options.address, [implement(Backend, service)], {
    load: () => meter.load,
  });
  const balancers = await discover(options.balancers);
  const address = options.advertise ?? server.address;
  const start = { id: host.id, address, incarnation: await nextIncarnation(host) };
  const registration = new Registration(host, balancers, start, () => meter.look());
  await registration.begin(options.reportEveryMs);
  const stop = async (graceMs?: number) => {
    server.setServing(false);
    await registration.end();
    await clock.sleep(options.drainMs);
    await server.stop(graceMs);
    balancers.close();
  };
  return { address: server.address, setServing: server.setServing, stop };
}

if (import.meta.main) {
  await runNode({
    role: "backend",
    summary: "A backend that does tasks, behind the look-aside load balancer.",
    flags: backendFlags,
    start: startBackend,
  });
}
