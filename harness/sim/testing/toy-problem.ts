/** The toy system as a problem of the simulation: what is acknowledged is held by all. */

import { Replica } from "../../../nodes/filestore/protocol.ts";
import type { Host } from "../../../nodes/host/host.ts";
import { fail, pass, undecided } from "../../check/verdict.ts";
import type { Outcome, Problem } from "../problem.ts";
import { type Mistake, startRegistry, startReplica } from "./toy-nodes.ts";

/** What each replica holds in the end: content by uuid. */
type State = ReadonlyMap<string, ReadonlyMap<string, string>>;

const replicas = ["r1", "r2", "r3"];
const addressOf = (id: string) => `${id}:7000`;

export function toyProblem(mistake?: Mistake): Problem<State> {
  return {
    name: "toy",
    nodes: [
      { id: "registry", start: (host) => startRegistry(host, addressOf("registry")) },
      ...["r2", "r3", "r1"].map((id) => {
        const backups = id === "r1" ? ["r2", "r3"].map(addressOf) : [];
        const options = {
          address: addressOf(id),
          registry: addressOf("registry"),
          backups,
          mistake,
        };
        return { id, start: (host: Host) => startReplica(host, options) };
      }),
    ],
    targets: replicas,
    methods: ["Write", "Replicate"],
    operation(random) {
      if (random.number() < 0.3) return { f: "read", key: `k${random.integer(10)}`, value: null };
      return { f: "write", key: random.uuid(), value: `v${random.integer(1_000)}` };
    },
    client(host) {
      const primary = host.connect(Replica, addressOf("r1"));
      return async ({ f, key, value }) => {
        const uuid = key ?? "";
        if (f === "read") return { value: (await primary.read({ uuid })).content, node: "r1" };
        await primary.write({ uuid, content: String(value), name: "", version: "" });
        return { value, node: "r1" };
      };
    },
    observe,
    judge,
  };
}

async function observe(host: Host): Promise<State> {
  const state = new Map<string, Map<string, string>>();
  for (const id of replicas) {
    const held = new Map<string, string>();
    for await (const { objects } of host.connect(Replica, addressOf(id)).list({}))
      for (const { uuid, content } of objects) held.set(uuid, content);
    state.set(id, held);
  }
  return state;
}

function judge({ history, state }: Outcome<State>) {
  const name = "acknowledged writes are held by all";
  if (state === undefined) return [undecided(name, "the final state was never read")];
  const acknowledged = history.filter(({ type, f }) => type === "ok" && f === "write");
  for (const { key, value } of acknowledged) {
    for (const [id, held] of state) {
      if (held.get(key ?? "") !== value) return [fail(name, `${id} lacks ${key}`)];
    }
  }
  return [pass(name, `${acknowledged.length} writes on ${state.size} replicas`)];
}
