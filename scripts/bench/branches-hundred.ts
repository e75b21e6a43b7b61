/**
 * As many customers as branches, each with an event or two, one after the other: from the start of
 * the command to its output, and the memory of as many branches.
 */
import { join } from "node:path";
import { $ } from "zx";
import { repositoryRoot } from "../../harness/kit/repository.ts";
import { BranchesCluster } from "./branches-cluster.ts";
import type { Row } from "./csv.ts";
import { count, markdownTable } from "./markdown.ts";
import { proportionalMiB, residentMiB } from "./process-usage.ts";

export interface StartToOutput extends Row {
  readonly branches: number;
  readonly customers: number;
  readonly seconds: number;
  /** What all branches take together: pages that they share are counted once. */
  readonly memory_mib: number;
  /** Of the largest branch, shared pages included. */
  readonly largest_resident_mib: number;
}

const opening = 400;

/** @param directory of the run; @throws Error when the command does not pass all its checks */
export async function measureStartToOutput(
  size: number,
  directory: string,
): Promise<StartToOutput> {
  const [input, output] = [join(directory, "input.json"), join(directory, "output.json")];
  await Bun.write(input, JSON.stringify(manyCustomers(size)));
  const startedMs = performance.now();
  const shell = $({ cwd: repositoryRoot, nothrow: true, quiet: true });
  const { exitCode, stdout, stderr } =
    await shell`${process.execPath} harness/branches.ts --input ${input} --output ${output}`;
  const seconds = (performance.now() - startedMs) / 1_000;
  if (exitCode !== 0) throw new Error(`harness/branches.ts: ${exitCode}\n${stdout}\n${stderr}`);
  const results = (await Bun.file(output).json()) as unknown[];
  if (results.length !== size) throw new Error(`${results.length} results of ${size} customers`);
  const memory = await memoryOf(size, directory);
  return {
    branches: size,
    customers: size,
    seconds: Number(seconds.toFixed(2)),
    memory_mib: Math.round(memory.together),
    largest_resident_mib: Math.round(memory.largest),
  };
}

async function memoryOf(size: number, directory: string) {
  await using bank = await BranchesCluster.start(size, directory);
  // Every branch has answered something when it is weighed.
  await bank.balance();
  const together = bank.branches.reduce((sum, { pid }) => sum + proportionalMiB(pid), 0);
  return { together, largest: Math.max(...bank.branches.map(({ pid }) => residentMiB(pid))) };
}

/** The first half deposits, the second withdraws; each looks at the balance afterwards. */
function manyCustomers(size: number): object[] {
  const ids = Array.from({ length: size }, (_, index) => index + 1);
  const customers = ids.map((id) => ({
    id,
    type: "customer",
    events: [
      { id: 2 * id - 1, interface: id <= size / 2 ? "deposit" : "withdraw", money: 10 },
      { id: 2 * id, interface: "query" },
    ],
  }));
  return [...customers, ...ids.map((id) => ({ id, type: "branch", balance: opening }))];
}

export function startToOutputTable({ branches, customers, ...rest }: StartToOutput): string {
  return markdownTable({
    head: ["branches", "customers", "seconds", "MiB, all branches", "MiB, the largest"],
    rows: [
      [
        ...[`${branches}`, `${customers}`, rest.seconds.toFixed(1)],
        ...[count(rest.memory_mib), count(rest.largest_resident_mib)],
      ],
    ],
  });
}
