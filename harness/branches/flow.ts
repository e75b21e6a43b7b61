/**
 * What `harness/branches.ts` does: starts a branch a process, lets the customers carry out their
 * events, writes or shows the result, and judges all of it.
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import { repositoryRoot } from "../kit/repository.ts";
import { BankCluster } from "./bank-cluster.ts";
import type { BankContext } from "./bank-flags.ts";
import { type Bank, readBank } from "./bank-input.ts";
import { bankOutput } from "./bank-output.ts";
import { type CustomerResult, carryOutAll, type Done } from "./carry-out.ts";
import { clockOutput } from "./clock-output.ts";
import { branchMessages, clockChecks, judgeRun } from "./judge-run.ts";
import { missedUpdate } from "./missed-update.ts";
import { refusals } from "./refusals.ts";
import { serveByHand } from "./serve-by-hand.ts";
import { judgeStampedFile } from "./stamped-file.ts";

const samples = "inputs/branches";

export async function bankFlow(context: BankContext): Promise<void> {
  const { input, mode, check, serve } = context.options;
  if (check !== undefined) {
    context.check(...judgeStampedFile(check));
    return;
  }
  if (input !== undefined || serve) {
    const file = input ?? join(repositoryRoot, samples, "balance.json");
    const bank = readBank(file, mode);
    await using cluster = await start(context, "", bank, file);
    if (serve) await serveByHand(context, cluster);
    else await run(context, cluster);
    return;
  }
  const folder = join(repositoryRoot, samples);
  for (const file of readdirSync(folder).sort()) {
    const bank = readBank(join(folder, file));
    await using cluster = await start(context, `${bank.mode}-`, bank, `${samples}/${file}`);
    await run(context, cluster);
    await refusals(context, cluster);
    await missedUpdate(context, cluster);
  }
}

async function start(context: BankContext, name: string, bank: Bank, file: string) {
  const { branches, customers, mode, warnings } = bank;
  for (const warning of warnings) process.stderr.write(`${file}: ${warning}\n`);
  context.progress(
    `${file}, ${mode}: starting ${branches.length} branches for ${customers.length} customers`,
  );
  return await BankCluster.start(context, name, bank);
}

async function run(context: BankContext, bank: BankCluster): Promise<void> {
  const { mode } = bank.bank;
  const { output, format } = context.options;
  context.progress(`${mode}: the customers carry out their events`);
  const results = await carryOutAll(context, bank);
  if (mode === "clocks") await finishClocks(context, bank, results);
  else if (output !== undefined) await write(context, output, bankOutput(mode, format, results));
  if (output === undefined) showAnswers(context, mode, results);
  await judgeRun(context, bank, results);
}

async function finishClocks(
  context: BankContext,
  bank: BankCluster,
  results: readonly CustomerResult[],
): Promise<void> {
  const { output, format } = context.options;
  const messages = await branchMessages(context, bank);
  if (output !== undefined) {
    const files = clockOutput(results, messages, format);
    for (const [name, text] of Object.entries(files)) {
      await write(context, clockFile(output, name), text);
    }
  } else {
    const counts = [...messages].map(([id, events]) => [
      `branch ${id}`,
      `${events.filter(({ sent }) => sent).length}`,
      `${events.filter(({ sent }) => !sent).length}`,
      `${events.at(-1)?.clock ?? 0}`,
    ]);
    const head = ["process", "messages sent", "received", "its clock in the end"];
    context.table("clocks: what each branch has stamped", { head, rows: counts });
  }
  const checks = clockChecks(results, messages);
  context.check(...checks.map((check) => ({ ...check, name: `clocks: ${check.name}` })));
}

/** `out.json` becomes `out-customers.json`, `out-branches.json` and `out-all.json`. */
function clockFile(output: string, name: string): string {
  return output.replace(/(\.[^./]*)?$/, (ending) => `-${name}${ending}`);
}

async function write(context: BankContext, file: string, text: string): Promise<void> {
  await Bun.write(file, text);
  context.print(`wrote ${file}`);
}

function showAnswers(context: BankContext, mode: string, results: readonly CustomerResult[]): void {
  const rows = results.flatMap(({ id, done }) =>
    done.map(({ event, result }) => [
      `${id}`,
      `${event.branch}`,
      `${event.number}`,
      event.operation,
      event.operation === "query" ? "" : `${event.money}`,
      showAnswer({ event, result }),
    ]),
  );
  const head = ["customer", "branch", "event", "interface", "money", "answer"];
  context.table(`${mode}: what each customer was answered`, { head, rows });
}

function showAnswer({ event, result }: Pick<Done, "event" | "result">): string {
  if (result instanceof RpcError) return result.message;
  if (event.operation === "query") return `balance ${result.balance}`;
  return result.success ? "success" : "fail";
}
