/** In the end all servers hold the same, in memory and on disk. */
import { Database } from "bun:sqlite";
import { join } from "node:path";
import type { Check } from "../check/verdict.ts";
import type { Recorder } from "../kit/recorder.ts";
import type { FailoverCluster } from "./failover-cluster.ts";
import type { FailoverContext } from "./flags.ts";
import { RecordedClient } from "./recorded-client.ts";

interface Row {
  readonly key: string;
  readonly value: string;
}

export async function judgeFinalState(
  context: FailoverContext,
  store: FailoverCluster,
): Promise<void> {
  context.progress("reading everything from every server");
  const statuses = await store.untilServing(store.ranks);
  const [held = [], ...others] = await Promise.all(store.ranks.map((rank) => store.holdings(rank)));
  context.check(sameHoldings("all servers hold the same in the end", held, others));
  await readAll(context.recorder, store);

  context.table("The servers in the end", {
    head: ["server", "phase", "epoch", "primary", "sequence", "committed", "keys"],
    rows: [...statuses].map(([rank, { phase, epoch, primary, sequence, committed, keys }]) => [
      `s${rank}`,
      ...[phase, `${epoch}`, `s${primary}`, `${sequence}`, `${committed}`, `${keys}`],
    ]),
  });
  context.progress("stopping the servers, reading their databases");
  await context.cluster.stopAll();
  const databases = store.ranks.map((rank) => rowsOf(context, rank));
  const [first = [], ...rest] = databases;
  context.check(
    sameHoldings("the databases of all servers hold the same", first, rest),
    sameHoldings("a database holds what its server answered", held, [first]),
  );
}

/** Reads every key that anybody ever used, as the end of the history. */
export async function readAll(recorder: Recorder, store: FailoverCluster): Promise<void> {
  const reader = new RecordedClient("last reader", store.client(), recorder);
  const keys = new Set(recorder.events.map(({ key }) => key ?? ""));
  for (const key of keys) await reader.get(key);
}

/**
 * Whether all servers hold exactly the same; undecided when that is nothing, or there is but one.
 * @param one what rank 0 holds
 * @param others what ranks 1, 2, … hold
 */
export function sameHoldings(
  name: string,
  one: readonly Row[],
  others: readonly (readonly Row[])[],
): Check {
  const different = others.findIndex((other) => !Bun.deepEquals(other, one));
  if (different !== -1) {
    const evidence = `s0 and s${different + 1}: ${difference(one, others[different] ?? [])}`;
    return { name, verdict: "FAIL", evidence };
  }
  const seen = one.length > 0 && others.length > 0;
  const evidence = `${one.length} keys at ${others.length + 1} servers`;
  return { name, verdict: seen ? "PASS" : "UNDECIDED", evidence };
}

function difference(one: readonly Row[], other: readonly Row[]): string {
  const [ours, theirs] = [one, other].map(
    (rows) => new Map(rows.map(({ key, value }) => [key, value])),
  ) as [Map<string, string>, Map<string, string>];
  const keys = new Set([...ours.keys(), ...theirs.keys()]);
  const wrong = [...keys].find((key) => ours.get(key) !== theirs.get(key)) ?? "";
  const shown = (rows: Map<string, string>) => rows.get(wrong) ?? "not there";
  return `${ours.size} and ${theirs.size} keys; ${wrong} is ${shown(ours)} and ${shown(theirs)}`;
}

/** In the order of the keys' bytes, as a scan has them. */
function rowsOf({ folder }: FailoverContext, rank: number): Row[] {
  const file = join(folder.path, "data", `s${rank}`, "store.sqlite");
  using database = new Database(file, { readonly: true });
  return database
    .query<Row, []>("SELECT key, value FROM entries WHERE NOT deleted ORDER BY key COLLATE BINARY")
    .all();
}
