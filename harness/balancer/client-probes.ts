/** What a client keeps up while balancers and backends die, on the simulated host. */
import { compute } from "../../nodes/balancer/compute.ts";
import type { LookasideClient } from "../../nodes/balancer/lookaside-client.ts";
import { Backend, Balancer } from "../../nodes/balancer/protocol.ts";
import { type Check, fail, pass } from "../check/verdict.ts";
import type { Programs } from "./balancer-programs.ts";
import { codeOf } from "./code-of.ts";
import type { Probe } from "./list-probes.ts";
import { Stage, type StagePlan } from "./stage.ts";

const backends = ["b1", "b2", "b3"];
const two: StagePlan = { balancers: ["lb1", "lb2"], backends };
const longMs = 60_000;

export const clientProbes: readonly Probe[] = [
  withoutTheBalancer,
  withOneBalancer,
  withNoBalancer,
  failedIsRetried,
  fullIsRetried,
  stopped,
  unsafeOnce,
  malformedOnce,
];

/** Each task has a size of its own, by which its executions are counted. */
let sizes = 0;

function ask(stage: Stage, client: LookasideClient, repeatable = true, task = "primes") {
  sizes += 1;
  const size = sizes;
  const limits = { timeoutMs: 2_000, repeatable };
  const code = codeOf(compute(stage.host, client, { task, size }, limits));
  return { size, code };
}

/** One after the other. @returns the codes, each once */
async function askTimes(stage: Stage, client: LookasideClient, times: number): Promise<string> {
  const codes = new Set<string>();
  for (let time = 0; time < times; time += 1) codes.add(await ask(stage, client).code);
  return [...codes].join(", ");
}

const allOk = (name: string, codes: string, what: string): Check =>
  codes === "OK" ? pass(name, `${what}: all answered`) : fail(name, `${what}: ${codes}`);

/** No traffic passes through it: what it has answered stays good when it is gone. */
async function withoutTheBalancer(programs: Programs): Promise<Check> {
  const name = "calls go on when the balancer is killed after its answer";
  const plan = { balancers: ["lb1"], backends };
  const codes = await Stage.run(programs, plan, async (stage) => {
    const { choices } = await stage.host.connect(Balancer, "lb1:7000").pick({ calls: 3, count: 3 });
    stage.kill("lb1", longMs);
    const call = ({ backend }: (typeof choices)[number]) =>
      codeOf(stage.host.connect(Backend, backend?.address ?? "").compute({ task: "primes" }));
    return [...new Set(await Promise.all(choices.map(call)))].join(", ");
  });
  return allOk(name, codes, "3 calls by an answer of a balancer that is dead");
}

async function withOneBalancer(programs: Programs): Promise<Check> {
  const name = "when one balancer dies, the other is asked";
  return Stage.run(programs, two, async (stage) => {
    const client = await stage.client(1);
    stage.kill("lb1", longMs);
    const codes = await askTimes(stage, client, 5);
    return allOk(name, codes, "5 calls with the first of two dead from the start");
  });
}

async function withNoBalancer(programs: Programs): Promise<Check> {
  const name = "when all balancers are dead, clients go on with what they last knew";
  return Stage.run(programs, two, async (stage) => {
    const client = await stage.client(1);
    const before = await askTimes(stage, client, 1);
    for (const id of ["lb1", "lb2"]) stage.kill(id, longMs);
    stage.kill("b3", longMs);
    const after = await askTimes(stage, client, 20);
    const codes = [...new Set([before, after])].join(", ");
    return allOk(name, codes, "20 calls without balancers, and without one of 3 backends");
  });
}

async function failedIsRetried(programs: Programs): Promise<Check> {
  const name = "a call that its backend's death has failed is repeated elsewhere";
  const faults = [
    { on: { method: "Compute", nth: 1 }, do: "crash-before", downMs: longMs },
  ] as const;
  return Stage.run(programs, { ...two, faults }, async (stage) => {
    const codes = await askTimes(stage, await stage.client(1), 5);
    return allOk(name, codes, "5 calls, the backend killed by the first");
  });
}

async function fullIsRetried(programs: Programs): Promise<Check> {
  const name = "a call that a full queue refuses is repeated elsewhere";
  const plan: StagePlan = { ...two, policy: "pick_first", capacity: 1, queue: 0 };
  return Stage.run(programs, plan, async (stage) => {
    const client = await stage.client(1);
    const calls = [1, 2, 3].map(() => ask(stage, client).code);
    const codes = [...new Set(await Promise.all(calls))].join(", ");
    return allOk(name, codes, "3 calls at once, all sent first to a backend with one slot");
  });
}

/** A process that stands still answers nothing and refuses nothing. */
async function stopped(programs: Programs): Promise<Check> {
  const name = "a call at a backend that stands still is repeated elsewhere in time";
  const faults = [{ on: { method: "Compute", nth: 1 }, do: "lose-request" }] as const;
  return Stage.run(programs, { ...two, faults }, async (stage) => {
    const codes = await askTimes(stage, await stage.client(1), 1);
    return allOk(name, codes, "a call of which nobody heard");
  });
}

async function unsafeOnce(programs: Programs): Promise<Check> {
  const name = "what is not safe to repeat is executed at most once";
  const faults = [{ on: { method: "Compute", nth: 1 }, do: "crash-after-execution" }] as const;
  return Stage.run(programs, { ...two, faults }, async (stage) => {
    const { size, code } = ask(stage, await stage.client(1), false);
    const outcome = await code;
    const times = stage.executions.get(size) ?? 0;
    const evidence = `${outcome}, executed ${times} times, its reply lost`;
    return outcome !== "OK" && times === 1 ? pass(name, evidence) : fail(name, evidence);
  });
}

async function malformedOnce(programs: Programs): Promise<Check> {
  const name = "what every backend would refuse is refused at once";
  return Stage.run(programs, two, async (stage) => {
    const client = await stage.client(1);
    let attempts = 0;
    const attempt = ({ address }: { readonly address: string }, timeoutMs: number) => {
      attempts += 1;
      return stage.host.connect(Backend, address).compute({ task: "nosuch" }, { timeoutMs });
    };
    const code = await codeOf(client.call(attempt, { timeoutMs: 2_000, repeatable: true }));
    const evidence = `${code} after ${attempts} attempts`;
    const held = evidence === "INVALID_ARGUMENT after 1 attempts";
    return held ? pass(name, evidence) : fail(name, evidence);
  });
}
