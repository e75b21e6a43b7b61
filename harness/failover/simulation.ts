/**
 * The fail-over store as a problem of the simulation: its servers and clients, under faults; in
 * the end what each server holds, and what each answers.
 */
import type { FailoverClient, Pair } from "../../nodes/failover/failover-client.ts";
import type { GuaranteeName } from "../../nodes/failover/guarantee.ts";
import { Store } from "../../nodes/failover/protocol.ts";
import type { Host, Random } from "../../nodes/host/host.ts";
import type { Event } from "../check/history.ts";
import type { Operation, Perform, Problem } from "../sim/problem.ts";
import { judgeServers } from "./judge-schedule.ts";
import { rightPrograms, type StorePrograms } from "./store-programs.ts";

/** What a server says of itself when all is quiet. */
export interface ServerState {
  readonly live: readonly number[];
  readonly serving: boolean;
  readonly epoch: number;
  readonly sequence: number;
  readonly durable: number;
  readonly pairs: readonly Pair[];
}

export interface FinalState {
  /** By id. */
  readonly held: ReadonlyMap<string, ServerState>;
  /** A read of every key at each server. */
  readonly reads: readonly Event[];
}

export interface StoreSizes {
  readonly servers: number;
  readonly guarantee: GuaranteeName;
  /** Default: what the guarantee asks for. */
  readonly silenceMs?: number;
}

const keys = ["a", "b", "c"];
const leaseMs = 150;
/** Of a majority, where a server that is wrongly taken for dead does no harm. */
const shortSilenceMs = 200;
/** Longer than any pause and any loss in a schedule, as this guarantee asks for. */
const longSilenceMs = 10_000;

export function failoverProblem(
  { servers, guarantee, ...rest }: StoreSizes,
  programs: StorePrograms = rightPrograms,
): Problem<FinalState> {
  const ids = Array.from({ length: servers }, (_, rank) => `s${rank}`);
  const addresses = ids.map((id) => `${id}:7000`);
  const fitting = guarantee === "majority" ? shortSilenceMs : longSilenceMs;
  const { silenceMs = fitting } = rest;
  return {
    name: `failover ${guarantee}`,
    nodes: ids.map((id, rank) => {
      const options = { servers: addresses, rank, guarantee, leaseMs, silenceMs };
      const address = `${id}:7000`;
      return { id, start: (host) => programs.startServer(host, { ...options, address }) };
    }),
    methods: ["Put", "Delete", "Forward", "Replicate", "Heartbeat", "Promise", "Survey"],
    diskOperations: ["commit"],
    operation: drawOperation,
    client: (host) => performer(new programs.FailoverClient(host, addresses, patience)),
    observe: (host) => observe(host, ids, programs),
    judge: (outcome) => judgeServers(outcome, ids),
  };
}

const patience = { tryMs: 400, operationMs: 1_500 };

function drawOperation(random: Random, client: string): Operation {
  const key = random.pick(keys);
  const dice = random.number();
  if (dice < 0.45) return { f: "get", key, value: null };
  if (dice < 0.55) return { f: "delete", key, value: null };
  return { f: "put", key, value: `${client}-${random.integer(1e9)}` };
}

function performer(client: FailoverClient): Perform {
  return async ({ f, key, value }) => {
    const name = key ?? "";
    if (f === "get") return { value: (await client.get(name)) ?? null };
    if (f === "delete") return { value: (await client.delete(name)) ?? null };
    return { value: (await client.put(name, String(value))) ?? null };
  };
}

async function observe(
  host: Host,
  ids: readonly string[],
  programs: StorePrograms,
): Promise<FinalState> {
  const held = new Map<string, ServerState>();
  const reads: Event[] = [];
  for (const id of ids) {
    const address = `${id}:7000`;
    const client = new programs.FailoverClient(host, [address]);
    for (const key of keys) {
      const event = { process: "harness", f: "get", key, node: id };
      reads.push({ ...event, time: host.clock.monotonicMs(), type: "invoke", value: null });
      const value = (await client.get(key)) ?? null;
      reads.push({ ...event, time: host.clock.monotonicMs(), type: "ok", value });
    }
    const status = await host.connect(Store, address).status({});
    const { live, serving, epoch } = status;
    const numbers = { sequence: Number(status.sequence), durable: Number(status.durable) };
    const pairs = await client.scan(keys[0] ?? "", keys.at(-1) ?? "");
    held.set(id, { live, serving, epoch, ...numbers, pairs });
  }
  return { held, reads };
}
