/** Servers die: one after the other, the last one too, and a group at once. */
import type { Random } from "../../nodes/host/host.ts";
import type { FailoverCluster } from "./failover-cluster.ts";
import { failureOf } from "./failure-of.ts";
import type { FailoverContext } from "./flags.ts";
import type { Ledger, Reading } from "./ledger.ts";
import { RecordedClient } from "./recorded-client.ts";

const newKeys = 3;
/** A client of servers that are all down need not wait long to be sure. */
const shortPatience = { tryMs: 300, operationMs: 600 };

/** How many servers there must be to serve. */
function fewest({ options }: FailoverContext): number {
  return options.guarantee === "majority" ? Math.floor(options.servers / 2) + 1 : 1;
}

/**
 * Kills one server after the other, a backup, then the primary, then any, while enough are left to
 * serve. After each death more is written and everything is read from every survivor.
 */
export async function oneAfterTheOther(
  context: FailoverContext,
  store: FailoverCluster,
  ledger: Ledger,
  random: Random,
): Promise<void> {
  const rows: string[][] = [];
  const readings: Reading[] = [];
  for (let death = 1; store.up.length > fewest(context); death++) {
    const primary = await store.primary();
    const victim = chooseVictim(random, store, primary, death);
    context.progress(`s${victim} dies${victim === primary ? ", the primary" : ""}`);
    const killedAtMs = performance.now();
    await store.kill([victim]);
    await ledger.write(`after death ${death} key`, newKeys);
    const servedAfterMs = performance.now() - killedAtMs;
    const known = await ledger.readAtAll(store.up);
    readings.push(...known);
    const [status] = (await store.statuses([await store.primary()])).values();
    rows.push([
      `s${victim}${victim === primary ? ", the primary" : ""}`,
      `${status?.epoch}`,
      `s${status?.primary}`,
      status?.dead.map((rank) => `s${rank}`).join(" ") ?? "",
      servedAfterMs.toFixed(0),
      `${known.reduce((sum, { right }) => sum + right, 0)} of ${known.length * ledger.size}`,
    ]);
  }
  const head = ["killed", "epoch", "primary", "dead set", "4 puts after ms", "right answers"];
  context.table("One death after the other", { head, rows });
  const left = store.up.length;
  const name = `each death, down to ${left}: every survivor has all that was written before`;
  context.check(ledger.check(name, readings));
}

/** The first is a backup, then every other one is the primary. */
function chooseVictim(
  random: Random,
  store: FailoverCluster,
  primary: number,
  death: number,
): number {
  const backups = store.up.filter((rank) => rank !== primary);
  if (death === 1) return random.pick(backups);
  return death % 2 === 0 ? primary : random.pick(store.up);
}

/** Kills those that are left: first one, under `majority`, and then nobody may answer any more. */
export async function theLastOnes(context: FailoverContext, store: FailoverCluster): Promise<void> {
  if (context.options.guarantee === "majority") {
    const victim = await store.primary();
    context.progress(`s${victim} dies, and with it the majority`);
    await store.kill([victim]);
    await store.untilNoneServes();
    await nobodyAnswers(context, store, "a minority answers neither puts nor gets");
  }
  context.progress(`the last ${store.up.length} die`);
  await store.kill(store.up);
  await nobodyAnswers(context, store, "when all are down a client is told so: −1");
}

async function nobodyAnswers(
  context: FailoverContext,
  store: FailoverCluster,
  name: string,
): Promise<void> {
  const client = (id: string) =>
    new RecordedClient(id, store.client(store.ranks, shortPatience), context.recorder);
  const failures = await Promise.all([
    failureOf(client("hopeful putter").put("nobody is there", "a")),
    failureOf(client("hopeful getter").get("nobody is there")),
  ]);
  const answered = failures.some((failure) => failure?.code !== "UNAVAILABLE");
  context.check({
    name,
    verdict: answered ? "FAIL" : "PASS",
    evidence: answered
      ? `a put and a get: ${failures.map((failure) => failure?.message ?? "answered").join("; ")}`
      : `a put and a get, ${store.up.length} servers up`,
  });
}

/** Half of the servers die at once, the primary among them; the others go on. */
export async function groupDies(
  context: FailoverContext,
  store: FailoverCluster,
  ledger: Ledger,
  random: Random,
): Promise<void> {
  const primary = await store.primary();
  const backups = store.ranks.filter((rank) => rank !== primary);
  const size = Math.min(Math.floor(store.ranks.length / 2), store.ranks.length - fewest(context));
  const group = [primary, ...random.sample(backups, size - 1)];
  context.progress(`${group.map((rank) => `s${rank}`).join(", ")} die at once`);
  const killedAtMs = performance.now();
  await store.kill(group);
  await ledger.write("after the death of a group key", newKeys);
  const servedAfterMs = performance.now() - killedAtMs;
  const readings = await ledger.readAtAll(store.up);
  context.print(
    `${group.length} of ${store.ranks.length} died at once, the primary among them: ` +
      `${newKeys + 1} puts were answered after ${servedAfterMs.toFixed(0)} ms\n`,
  );
  const name = `a group of ${group.length} dies at once: the others have all and take more`;
  context.check(ledger.check(name, readings));
}
