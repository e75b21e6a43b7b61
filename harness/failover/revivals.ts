/** Servers come back: all of them in any order, one by one, and as a group. */
import type { Random } from "../../nodes/host/host.ts";
import type { FailoverCluster } from "./failover-cluster.ts";
import type { FailoverContext } from "./flags.ts";
import type { Ledger, Reading } from "./ledger.ts";

const newKeys = 5;
/** So many of those that are down come back alone, the others together. */
const oneByOne = 3;
/** Of processes that come back in an order; fewer would only take longer. */
const startsAtOnce = 2;

/** All are down. They start again in a random order, and then hold all that was ever answered. */
export async function allComeBack(
  context: FailoverContext,
  store: FailoverCluster,
  ledger: Ledger,
  random: Random,
): Promise<void> {
  const order = random.shuffle(store.down);
  const shown = order.map((rank) => `s${rank}`).join(" ");
  context.progress(`all come back: ${shown}`);
  const startedAtMs = performance.now();
  for (let next = 0; next < order.length; next += startsAtOnce) {
    await store.revive(order.slice(next, next + startsAtOnce));
  }
  await store.untilServing(store.ranks);
  const servedAfterMs = performance.now() - startedAtMs;
  context.print(
    `all had died; revived in the order ${shown}, they serve after ` +
      `${servedAfterMs.toFixed(0)} ms, the starts of ${order.length} processes included\n`,
  );
  const readings = await ledger.readAtAll(store.ranks);
  const name = "all died: revived in a random order, they hold all that was ever answered";
  context.check(ledger.check(name, readings));
}

/** Those that are down come back, some alone and the rest at once, while more is written. */
export async function someComeBack(
  context: FailoverContext,
  store: FailoverCluster,
  ledger: Ledger,
  random: Random,
): Promise<void> {
  const waiting = random.shuffle(store.down);
  const alone = waiting.splice(0, Math.min(oneByOne, waiting.length - 1));
  const rows: string[][] = [];
  const readings: Reading[] = [];
  for (const group of [...alone.map((rank) => [rank]), waiting]) {
    const names = group.map((rank) => `s${rank}`).join(" ");
    context.progress(`${names} ${group.length === 1 ? "comes" : "come"} back`);
    await ledger.write(`while ${names} was away key`, newKeys);
    const startedAtMs = performance.now();
    await store.revive(group);
    const readyMs = performance.now() - startedAtMs;
    const statuses = await store.untilServing(group);
    const servingMs = performance.now() - startedAtMs;
    for (const reading of await ledger.readAtAll(group)) {
      const status = statuses.get(reading.rank);
      readings.push(reading);
      rows.push([
        `s${reading.rank}`,
        group.length === 1 ? "alone" : `with ${group.length - 1} others`,
        readyMs.toFixed(0),
        servingMs.toFixed(0),
        `${status?.epoch}`,
        `s${status?.primary}`,
        `${reading.right} of ${ledger.size}`,
      ]);
    }
  }
  const head = ["revived", "how", "ready ms", "serving ms", "epoch", "primary", "right answers"];
  context.table("Revivals", { head, rows });
  const name = "each revived server, alone or of a group, has what was written while it was away";
  context.check(ledger.check(name, readings));
}
