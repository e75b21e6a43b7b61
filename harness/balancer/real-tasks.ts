/** Every real task, at every backend, against what is computed here. */
import { Backend } from "../../nodes/balancer/protocol.ts";
import { tasks } from "../../nodes/balancer/tasks.ts";
import { fail, pass } from "../check/verdict.ts";
import type { NodeProcess } from "../kit/node-process.ts";
import type { BalancerCluster } from "./balancer-cluster.ts";
import type { BalancerContext } from "./flags.ts";

const sizes = { primes: 200_000, fibonacci: 2_000, matrix: 80, sha256: 5_000 };

export async function realTasks(
  context: BalancerContext,
  balanced: BalancerCluster,
): Promise<void> {
  context.progress("computing every task at every backend");
  const wrong: string[] = [];
  const rows: string[][] = [];
  for (const [task, size] of Object.entries(sizes)) {
    const due = tasks.get(task)?.run(size) ?? "";
    const times: number[] = [];
    const ask = async ({ id, address }: NodeProcess) => {
      const backend = context.host.connect(Backend, address);
      const operation = { process: `to-${id}`, f: "compute", key: task, value: size, node: id };
      const { result, serviceMs } = await context.recorder.operation(operation, () =>
        backend.compute({ task, size }, { timeoutMs: 20_000 }),
      );
      times.push(serviceMs);
      if (result !== due) wrong.push(`${id} says ${task} of ${size} is ${result}`);
    };
    await Promise.all([...balanced.backends.values()].map(ask));
    const most = Math.max(...times).toFixed(1);
    const shown = due.length > 40 ? `${due.slice(0, 36)}…` : due;
    rows.push([task, `${size}`, shown, `${Math.min(...times).toFixed(1)} to ${most}`]);
  }
  context.table("what every backend answered", { head: ["task", "size", "result", "ms"], rows });
  const name = "every backend computes every task rightly";
  const evidence = `${rows.length} tasks at ${balanced.backends.size} backends`;
  context.check(wrong[0] === undefined ? pass(name, evidence) : fail(name, wrong[0]));
}
