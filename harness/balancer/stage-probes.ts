/** What a balancer promises while processes die, each looked at on the simulated host. */
import { Backend } from "../../nodes/balancer/protocol.ts";
import { type Check, fail, pass } from "../check/verdict.ts";
import type { Programs } from "./balancer-programs.ts";
import { codeOf } from "./code-of.ts";
import { type Probe, verdict } from "./list-probes.ts";
import { failingSize, leaseMs, reportEveryMs, Stage, type StagePlan } from "./stage.ts";

/** Longer than any message travels, and than a timer of the simulation is off. */
const slackMs = 20;

const backends = ["b1", "b2", "b3", "b4", "b5"];
const one: StagePlan = { balancers: ["lb1"], backends };

export const stageProbes: readonly Probe[] = [
  fiftyAtOnce,
  emptyList,
  deadBackend,
  restartedBackend,
  restartedBalancer,
  drained,
  refusedReport,
  foreignAddress,
  failedTask,
];

async function fiftyAtOnce(programs: Programs): Promise<Check> {
  const name = "round robin: 50 queries at once are spread evenly";
  const counts = await Stage.run(programs, { ...one, policy: "round_robin" }, async (stage) => {
    const ask = () => stage.balancer("lb1").pick({});
    const answers = await Promise.all(Array.from({ length: 50 }, ask));
    const chosen = answers.flatMap(({ choices }) => choices.map(({ backend }) => backend?.id));
    return [...Map.groupBy(chosen, (id) => id)]
      .map(([id, those]) => `${id} ${those.length}`)
      .sort();
  });
  const due = backends.map((id) => `${id} 10`);
  return verdict(name, Bun.deepEquals(counts, due) ? undefined : `${counts}`, counts.join(", "));
}

async function emptyList(programs: Programs): Promise<Check> {
  const name = "an empty list answers UNAVAILABLE at once";
  const plan = { balancers: ["lb1"], backends: [] };
  return Stage.run(programs, plan, async (stage) => {
    const fromMs = stage.nowMs;
    const code = await codeOf(stage.balancer("lb1").pick({}));
    const tookMs = stage.nowMs - fromMs;
    const evidence = `${code} after ${tookMs.toFixed(1)} ms`;
    return verdict(
      name,
      code === "UNAVAILABLE" && tookMs < slackMs ? undefined : evidence,
      evidence,
    );
  });
}

async function deadBackend(programs: Programs): Promise<Check> {
  const name = "a dead backend is not handed out after its lease";
  return Stage.run(programs, one, async (stage) => {
    stage.kill("b2", 60_000);
    await stage.host.clock.sleep(leaseMs / 2);
    const before = await stage.listed("lb1");
    await stage.host.clock.sleep(leaseMs / 2 + slackMs);
    const { choices } = await stage.balancer("lb1").pick({ calls: 100, count: 10 });
    const named = choices.map(({ backend }) => backend?.id).sort();
    const early = before.includes("b2") ? "" : "it was gone before its lease ended; ";
    const late = named.includes("b2") ? "it was named after its lease" : "";
    const evidence = `named ${leaseMs + slackMs} ms after it was killed: ${named.join(", ")}`;
    return verdict(name, `${early}${late}` || undefined, evidence);
  });
}

async function restartedBackend(programs: Programs): Promise<Check> {
  const name = "a restarted backend is listed once";
  return Stage.run(programs, one, async (stage) => {
    stage.kill("b2", 50);
    // The first incarnation's lease ends in this time, too.
    await stage.host.clock.sleep(leaseMs + 200);
    const listed = await stage.listed("lb1");
    const evidence = `listed: ${listed.join(", ")}`;
    return verdict(name, Bun.deepEquals(listed, backends) ? undefined : evidence, evidence);
  });
}

/** The backends' own reports bring it back: the balancer keeps nothing on disk. */
async function restartedBalancer(programs: Programs): Promise<Check> {
  const name = "a restarted balancer has its list back within one report period";
  const downMs = 300;
  return Stage.run(programs, one, async (stage) => {
    stage.kill("lb1", downMs);
    await stage.host.clock.sleep(downMs + reportEveryMs + slackMs);
    const listed = await stage.listed("lb1").catch((error) => [`${error}`]);
    const evidence = `${reportEveryMs + slackMs} ms after its start: ${listed.join(", ")}`;
    return verdict(name, Bun.deepEquals(listed, backends) ? undefined : evidence, evidence);
  });
}

async function drained(programs: Programs): Promise<Check> {
  const name = "a backend that is asked to end is named no more, and finishes what it has begun";
  return Stage.run(programs, { ...one, backends: ["b1", "b2"], capacity: 1 }, async (stage) => {
    const b1 = stage.host.connect(Backend, "b1:7000");
    const tasks = Array.from({ length: 10 }, (_, size) =>
      codeOf(b1.compute({ task: "primes", size })),
    );
    await stage.host.clock.sleep(slackMs / 2);
    const stopping = stage.servers.get("b1")?.stop();
    await stage.host.clock.sleep(slackMs);
    const listed = await stage.listed("lb1");
    const codes = [...new Set(await Promise.all(tasks))].join(", ");
    await stopping;
    const evidence = `named then: ${listed.join(", ")}; 10 tasks ended with ${codes}`;
    const held = listed.join() === "b2" && codes === "OK";
    return held ? pass(name, evidence) : fail(name, evidence);
  });
}

/** Who sends nonsense does not stay on the list by it. */
async function refusedReport(programs: Programs): Promise<Check> {
  const name = "a report that is refused renews nothing and changes nothing";
  return Stage.run(programs, { balancers: ["lb1"], backends: [] }, async (stage) => {
    const membership = stage.membership("lb1");
    await membership.register({ backend: { id: "x1", address: "c1:7000" }, incarnation: 1 });
    const codes: string[] = [];
    for (let sequence = 1; sequence <= 4; sequence += 1) {
      await stage.host.clock.sleep(leaseMs / 3);
      const load = { capacity: 1, inFlight: -sequence };
      codes.push(await codeOf(membership.report({ id: "x1", incarnation: 1, sequence, load })));
    }
    const listed = await stage.listed("lb1");
    const evidence = `answered ${[...new Set(codes)]}; listed after its lease: ${listed.length}`;
    const held = listed.length === 0 && codes[0] === "INVALID_ARGUMENT";
    return held ? pass(name, evidence) : fail(name, evidence);
  });
}

async function foreignAddress(programs: Programs): Promise<Check> {
  const name = "a backend can register no address but its own";
  return Stage.run(programs, { balancers: ["lb1"], backends: [] }, async (stage) => {
    const register = (id: string, address: string) =>
      codeOf(stage.membership("lb1").register({ backend: { id, address }, incarnation: 1 }));
    const foreign = await register("x1", "bank.example:443");
    const malformed = await register("x2", "c1:99999");
    const own = await register("x3", "c1:7000");
    const listed = (await stage.listed("lb1")).join(", ");
    const evidence = `${foreign}, ${malformed}, ${own}; listed: ${listed}`;
    const held = evidence === "PERMISSION_DENIED, INVALID_ARGUMENT, OK; listed: x3";
    return held ? pass(name, evidence) : fail(name, evidence);
  });
}

async function failedTask(programs: Programs): Promise<Check> {
  const name = "a task that fails gives its slot back";
  return Stage.run(programs, { ...one, backends: ["b1"], capacity: 2 }, async (stage) => {
    const b1 = stage.host.connect(Backend, "b1:7000");
    const compute = (size: number) => codeOf(b1.compute({ task: "primes", size }));
    const failed = await Promise.all([1, 2, 3].map(() => compute(failingSize)));
    const after = await compute(1);
    const evidence = `${[...new Set(failed)]} three times with two slots, then ${after}`;
    const held = failed.every((code) => code === "INTERNAL") && after === "OK";
    return held ? pass(name, evidence) : fail(name, evidence);
  });
}
