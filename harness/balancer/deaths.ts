/** Backends and balancers die, leave and come back while clients call; no call may fail of it. */
import { type Check, fail, pass } from "../check/verdict.ts";
import type { BalancerCluster } from "./balancer-cluster.ts";
import { type CallSample, driveAgents, summarizeLoad } from "./drive-agents.ts";
import { type BalancerContext, leaseMs } from "./flags.ts";

/** Of one stretch of load; stretches follow one another until all is done. */
const stretchMs = 400;
/** Past a lease, by any clock that runs at the same speed. */
const pastLeaseMs = leaseMs + 20;

/** Calls go on for as long as `act` takes. @returns whether every call was answered */
async function underLoad(
  context: BalancerContext,
  balanced: BalancerCluster,
  name: string,
  act: () => Promise<void>,
): Promise<Check> {
  const samples: CallSample[] = [];
  const fromMs = performance.now();
  let acting = true;
  const acted = act().finally(() => {
    acting = false;
  });
  while (acting) {
    const outcome = await driveAgents(balanced.agents, {
      ratePerSecond: 120,
      durationMs: stretchMs,
      lanes: 0,
      task: "emulate",
      size: 20_000,
      distribution: "constant",
      timeoutMs: 10_000,
      seed: context.options.seed + samples.length,
    });
    samples.push(...outcome.samples);
  }
  await acted;
  const summary = summarizeLoad({ samples, elapsedMs: performance.now() - fromMs });
  const { calls, errors, p99 } = summary;
  const evidence = `${errors} of ${calls} calls failed, p99 ${p99.toFixed(0)} ms`;
  return errors === 0 && calls > 0 ? pass(name, evidence) : fail(name, evidence);
}

export async function backendDeaths(
  context: BalancerContext,
  balanced: BalancerCluster,
): Promise<void> {
  const [, killed, stopped] = balanced.backends.values();
  if (killed === undefined || stopped === undefined) throw new Error("there are no backends");
  context.progress(`killing ${killed.id} under load, restarting it, stopping ${stopped.id}`);
  const { clock } = context.host;
  const name = "no call fails when a backend is killed, restarted or stopped";
  const answered = await underLoad(context, balanced, name, async () => {
    await killed.kill();
    await clock.sleep(pastLeaseMs);
    context.check(await isNotNamed(balanced, killed.id));
    await killed.restart();
    const listedMs = await balanced.untilListed();
    context.check(await isListedOnce(balanced, killed.id, listedMs));
    await stopped.stop();
    await balanced.untilListed();
  });
  context.check(answered);
  await stopped.restart();
  await balanced.untilListed();
}

async function isNotNamed(balanced: BalancerCluster, id: string): Promise<Check> {
  const name = "a dead backend is not handed out after its lease";
  const { choices } = await balanced.balancer().pick({ calls: 100, count: 1_000 });
  const named = choices.map(({ backend }) => backend?.id);
  const evidence = `${named.length} others named ${pastLeaseMs} ms after its death`;
  return named.includes(id) ? fail(name, named.join(" ")) : pass(name, evidence);
}

async function isListedOnce(
  balanced: BalancerCluster,
  id: string,
  listedMs: number,
): Promise<Check> {
  const name = "a restarted backend is listed once";
  const listed = await balanced.listed();
  const times = listed.filter((each) => each === id).length;
  const evidence = `${times} time, ${listedMs.toFixed(0)} ms after it was ready`;
  return times === 1 ? pass(name, evidence) : fail(name, evidence);
}

/** How soon is measured exactly on the simulated host; here the machine has a say. */
async function hasListBack(balanced: BalancerCluster): Promise<Check> {
  const name = "a restarted balancer has its list back from the reports";
  try {
    const backMs = await balanced.untilListed();
    const count = (await balanced.listed()).length;
    return pass(name, `${count} backends ${backMs.toFixed(0)} ms after it was ready`);
  } catch (error) {
    return fail(name, error instanceof Error ? error.message : String(error));
  }
}

export async function balancerDeaths(
  context: BalancerContext,
  balanced: BalancerCluster,
): Promise<void> {
  const [first, second] = balanced.balancers;
  if (first === undefined || second === undefined) throw new Error("there are no two balancers");
  context.progress("killing one balancer after the other under load, and starting them again");
  const { clock } = context.host;
  const name = "no call fails when one balancer dies, nor when both are dead";
  const answered = await underLoad(context, balanced, name, async () => {
    await clock.sleep(stretchMs / 2);
    await first.kill();
    await clock.sleep(stretchMs);
    await second.kill();
    await clock.sleep(stretchMs);
    await first.restart({ samePort: true });
    context.check(await hasListBack(balanced));
    await second.restart({ samePort: true });
    await balanced.untilListed();
  });
  context.check(answered);
}
