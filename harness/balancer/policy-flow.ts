/** What the balancer answers under each policy, while nothing runs and when one backend is busy. */
import { type PolicyName, policyNames } from "../../nodes/balancer/policies.ts";
import { Backend } from "../../nodes/balancer/protocol.ts";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";
import type { BalancerCluster } from "./balancer-cluster.ts";
import { fairness } from "./drive-agents.ts";
import type { BalancerContext } from "./flags.ts";

const queries = 50;
const burst = 100;
/** Of backends, by default. Each report says that none of the handed out calls has come. */
const reportEveryMs = 100;
const burstsAtMost = 20;
/** What keeps one backend busy: so many tasks, of so many microseconds each. */
const busyTasks = 120;
const busySize = 200_000;

export async function policyFlow(
  context: BalancerContext,
  balanced: BalancerCluster,
): Promise<void> {
  const [idle, busy] = [...balanced.backends.keys()];
  if (idle === undefined || busy === undefined) throw new Error("there are no backends");
  const rows: string[][] = [];
  const checks: Check[] = [];
  context.progress(`asking ${queries} times at once under every policy, ${busy} busy`);
  const backend = context.host.connect(Backend, balanced.backends.get(busy)?.address ?? "");
  const enough = new AbortController();
  const options = { timeoutMs: 60_000, signal: enough.signal };
  const tasks = Array.from({ length: busyTasks }, () =>
    backend.compute({ task: "emulate", size: busySize }, options),
  );
  const ended = Promise.allSettled(tasks);
  await untilBusy(balanced, busy);
  for (const policy of policyNames) {
    await balanced.admin().setPolicy({ policy });
    const counts = await (policy === "least_load"
      ? askInAPeriod(balanced)
      : ask(balanced, queries));
    if (counts === undefined) {
      const evidence = `each of ${burstsAtMost} bursts took longer than ${reportEveryMs} ms`;
      checks.push(undecided(`${policy}: no herd between two reports`, evidence));
      continue;
    }
    const all = [...balanced.backends.keys()].map((id) => counts.get(id) ?? 0);
    rows.push([policy, all.join(" "), `${counts.get(busy) ?? 0}`, fairness(all).toFixed(2)]);
    checks.push(...judge(policy, counts, busy, all));
  }
  enough.abort();
  await ended;
  await balanced.untilIdle();
  await balanced.admin().setPolicy({ policy: context.options.policy });
  const head = ["policy", "calls to each backend", `to ${busy}, which is busy`, "fairness"];
  context.table("what is handed out", { head, rows });
  context.check(...checks);
}

async function untilBusy(balanced: BalancerCluster, id: string): Promise<void> {
  for (;;) {
    const { backends } = await balanced.admin().listBackends({});
    const load = backends.find(({ backend }) => backend?.id === id)?.load;
    if ((load?.queued ?? 0) > busyTasks / 2) return;
    await Bun.sleep(10);
  }
}

/** So many queries at once. @returns how many calls each backend got */
async function ask(balanced: BalancerCluster, times: number): Promise<Map<string, number>> {
  const balancer = balanced.balancer();
  const answers = await Promise.all(Array.from({ length: times }, () => balancer.pick({})));
  const counts = new Map<string, number>();
  for (const { choices } of answers) {
    for (const { backend, calls } of choices) {
      const id = backend?.id ?? "";
      counts.set(id, (counts.get(id) ?? 0) + calls);
    }
  }
  return counts;
}

/**
 * A burst in which no backend reported twice, since after each report a backend looks idle again.
 * @returns undefined when this machine is too slow for that
 */
async function askInAPeriod(balanced: BalancerCluster): Promise<Map<string, number> | undefined> {
  for (let attempt = 0; attempt < burstsAtMost; attempt += 1) {
    const startMs = performance.now();
    const counts = await ask(balanced, burst);
    if (performance.now() - startMs < reportEveryMs) return counts;
  }
  return undefined;
}

function judge(
  policy: PolicyName,
  counts: ReadonlyMap<string, number>,
  busy: string,
  all: readonly number[],
): Check[] {
  const shown = all.join(" ");
  const check = (name: string, held: boolean) => (held ? pass(name, shown) : fail(name, shown));
  switch (policy) {
    case "pick_first":
      return [check("pick_first: all calls to one", counts.size === 1)];
    case "round_robin": {
      const apart = Math.max(...all) - Math.min(...all);
      return [check(`round_robin: ${queries} queries at once, at most 1 apart`, apart <= 1)];
    }
    case "weighted_round_robin":
      return [];
    default: {
      const most = Math.max(...all);
      const share = 3 / all.length;
      return [
        check(`${policy}: nothing to the busy backend`, !counts.has(busy)),
        check(`${policy}: no herd between two reports`, most <= share * burst),
      ];
    }
  }
}
