import { expect, test } from "bun:test";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createRealHost } from "../../nodes/host/real.ts";
import { Cluster } from "./cluster.ts";
import { FaultInjector } from "./fault-injector.ts";
import { FaultLog } from "./fault-log.ts";
import type { Fault } from "./fault-plan.ts";
import { FaultyNetwork } from "./faulty-network.ts";
import { nodeScript, temporaryDirectory, until } from "./test-support.ts";

/** A node `r1` without a proxy, and what was logged of the faults that struck it. */
async function inject(
  plan: readonly Fault[],
  meanwhile: (cluster: Cluster, network: FaultyNetwork) => Promise<void>,
) {
  using directory = temporaryDirectory();
  mkdirSync(join(directory.path, "logs"));
  const file = join(directory.path, "faults.jsonl");
  const log = new FaultLog(file);
  const network = new FaultyNetwork(() => {});
  const dataDirectory = directory.path;
  const { clock } = createRealHost({ id: "harness", dataDirectory });
  const { signal } = new AbortController();
  await using cluster = new Cluster(directory.path);
  await cluster.start({ id: "r1", script: nodeScript });
  const injector = new FaultInjector({ cluster, network, log, clock, signal });
  await Promise.all([injector.run(plan), meanwhile(cluster, network)]);
  await log[Symbol.asyncDispose]();
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const events = lines.map((line) => JSON.parse(line));
  const node = cluster.node("r1");
  return { checks: injector.restarts(), events, running: node.running, faults: cluster.faults() };
}

const kill = { kind: "kill", atMs: 0, forMs: 300, node: "r1", during: "Write" } as const;

test("a node that is killed comes back on its port, and that is no fault of its own", async () => {
  let address = "";
  const { checks, running, faults, events } = await inject([kill], async (cluster) => {
    const node = cluster.node("r1");
    address = node.address;
    expect(await node.exited).toEqual({ status: null, signal: "SIGKILL" });
  });
  expect(address).not.toBe("");
  expect({ running, faults }).toEqual({ running: true, faults: [] });
  expect(checks).toMatchObject([{ verdict: "PASS", evidence: "1 restarts" }]);
  expect(events.map(({ event }) => event)).toEqual(["begin", "heal"]);
});

test("a node that does not come back fails the run, and is struck no more", async () => {
  const again = { ...kill, atMs: 1 };
  const { checks, running, events } = await inject([kill, again], async (cluster) => {
    const node = cluster.node("r1");
    const port = Number(node.address.split(":")[1]);
    await node.exited;
    Bun.listen({ hostname: "127.0.0.1", port, socket: { data() {} } }).unref();
  });
  expect(running).toBe(false);
  expect(checks).toMatchObject([{ verdict: "FAIL" }]);
  expect(checks[0]?.evidence).toContain("node r1 did not start");
  expect(events.map(({ event }) => event)).toEqual(["begin", "heal"]);
});

test("faults of the network are at work from their beginning until they heal", async () => {
  const blocked = [["c1", "r1"]] as const;
  const partition = { kind: "partition", shape: "one-way", atMs: 50, forMs: 300, blocked } as const;
  const call = { method: "Write", from: "c1", to: "r1" };
  const seen: boolean[] = [];
  const { events } = await inject([partition], async (_, network) => {
    // Notes each change of what passes.
    await until(() => {
      const passes = network.passes(call, "request");
      if (seen.at(-1) !== passes) seen.push(passes);
      return seen.length === 3;
    });
  });
  expect(seen).toEqual([true, false, true]);
  expect(events.map(({ event }) => event)).toEqual(["begin", "heal"]);
});
