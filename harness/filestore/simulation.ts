/**
 * The file store as a problem of the simulation: a registry, replicas and clients of one protocol,
 * under faults; in the end what each replica holds, and what a client reads.
 */
import type { Answer, Directory, FileClient } from "../../nodes/filestore/file-client.ts";
import type { FileObject } from "../../nodes/filestore/store.ts";
import type { Host, Server } from "../../nodes/host/host.ts";
import { RpcError, toRpcError } from "../../nodes/host/rpc-error.ts";
import type { Event } from "../check/history.ts";
import type { Operation, Perform, Problem } from "../sim/problem.ts";
import { atMonthEnd, impatient } from "./adapted-hosts.ts";
import { judgeSchedule } from "./judge-schedule.ts";
import type { ProtocolName } from "./protocols.ts";
import { quorumSizes, replicas } from "./simulated-sizes.ts";
import { rightPrograms, type StorePrograms } from "./store-programs.ts";
import { drawOperation, uuids } from "./workload.ts";

export interface StoreUnderTest {
  readonly protocol: ProtocolName;
  /** Of the quorum protocol. */
  readonly consistency: "regular" | "linearizable";
}

/** Every protocol, with each of its promises. */
export const allStores: readonly StoreUnderTest[] = [
  { protocol: "blocking", consistency: "regular" },
  { protocol: "nonblocking", consistency: "regular" },
  { protocol: "quorum", consistency: "regular" },
  { protocol: "quorum", consistency: "linearizable" },
];

/** What is held and read in the end. */
export interface FinalState {
  /** By replica. */
  readonly held: ReadonlyMap<string, readonly FileObject[]>;
  /** Reads of every uuid after the quiet: at each replica, or by quorum. */
  readonly reads: readonly Event[];
}

const registry = "registry:7000";
/** Short, so that a schedule of three seconds sees leases run out and writes give up. */
const leaseMs = 800;
const replicationTimeoutMs = 400;
/** Longer than any fault: a replica that gives up is started again all the same. */
const joinTimeoutMs = 30_000;

/** Where crash points are placed: what replicas and clients say to one another. */
function methodsOf({ protocol, consistency }: StoreUnderTest): readonly string[] {
  if (protocol !== "quorum")
    return ["Write", "Delete", "Read", "Forward", "Replicate", "UpdateMembers"];
  return consistency === "regular"
    ? ["Write", "Delete", "Read"]
    : ["Read", "Reserve", "Install", "Release"];
}

/** @param programs the right ones unless given */
export function fileStoreProblem(
  store: StoreUnderTest,
  programs: StorePrograms = rightPrograms,
): Problem<FinalState> {
  const { protocol, consistency } = store;
  return {
    name: protocol === "quorum" ? `quorum ${consistency}` : protocol,
    nodes: [
      { id: "registry", start: (host) => startRegistry(programs, protocol, atMonthEnd(host)) },
      ...replicas.map((id) => {
        return { id, start: (host: Host) => startReplica(programs, protocol, atMonthEnd(host)) };
      }),
    ],
    methods: methodsOf(store),
    diskOperations: ["sync", "overwrite"],
    operation: drawOperation,
    client: (host) => performer(store, programs, host),
    observe: (host) => observe(store, programs, host),
    judge: (outcome) => judgeSchedule(store, outcome, replicas.length),
  };
}

const addressOf = (host: Host) => `${host.id}:7000`;

function startRegistry(
  programs: StorePrograms,
  protocol: ProtocolName,
  host: Host,
): Promise<Server> {
  const spoken = protocol === "quorum" ? "quorum" : "primary-backup";
  const options = { ...quorumSizes, protocol: spoken, leaseMs } as const;
  return programs.startRegistry(host, { ...options, address: addressOf(host) });
}

function startReplica(
  programs: StorePrograms,
  protocol: ProtocolName,
  host: Host,
): Promise<Server> {
  const options = { registry, joinTimeoutMs, replicationTimeoutMs, address: addressOf(host) };
  if (protocol === "quorum") return programs.startQuorum(host, options);
  if (protocol === "blocking") return programs.startBlocking(host, options);
  return programs.startNonblocking(host, options);
}

interface Opened {
  readonly client: FileClient;
  readonly directory: Directory;
}

function open(store: StoreUnderTest, programs: StorePrograms, host: Host): Promise<Opened> {
  const { consistency } = store;
  return programs.openClient(impatient(atMonthEnd(host)), {
    registry,
    consistency,
    replica: undefined,
  });
}

function performer(store: StoreUnderTest, programs: StorePrograms, host: Host): Perform {
  let opened: Opened | undefined;
  return async (operation) => {
    opened ??= await open(store, programs, host).catch((error) => {
      // The operation itself was never sent.
      throw new RpcError("UNAVAILABLE", toRpcError(error).details);
    });
    const answer = await perform(opened.client, operation);
    const [asked, ...others] = answer.replicas;
    const node = others.length === 0 && asked !== undefined ? { node: asked.replica } : {};
    return { value: told(answer), ...node };
  };
}

function perform(client: FileClient, { f, key, value }: Operation): Promise<Answer> {
  const uuid = key ?? "";
  if (f === "read") return client.read(uuid);
  if (f === "delete") return client.delete(uuid);
  return client.write({ uuid, ...(value as { name: string; content: string }) });
}

/** What the history keeps of an answer. */
function told({ status, name, content, version }: Answer) {
  return status === "SUCCESS" ? { status, name, content, version } : { status, version };
}

async function observe(
  store: StoreUnderTest,
  programs: StorePrograms,
  host: Host,
): Promise<FinalState> {
  const { client, directory } = await open(store, programs, host);
  const { members } = await directory.replicas();
  const held = new Map<string, readonly FileObject[]>();
  for (const member of members) held.set(member.id, await directory.listAt(member));
  const reads: Event[] = [];
  const read = async (uuid: string, node: string | undefined, answer: () => Promise<Answer>) => {
    const event = { process: "harness", f: "read", key: uuid, ...(node ? { node } : {}) };
    reads.push({ ...event, time: host.clock.monotonicMs(), type: "invoke", value: null });
    const value = told(await answer());
    reads.push({ ...event, time: host.clock.monotonicMs(), type: "ok", value });
  };
  for (const uuid of uuids) {
    if (store.protocol === "quorum") await read(uuid, undefined, () => client.read(uuid));
    else
      for (const member of members)
        await read(uuid, member.id, () => directory.readAt(member, uuid));
  }
  return { held, reads };
}
