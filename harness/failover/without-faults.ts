/**
 * Correctness while nothing fails ("General replication and consistency" of the specification):
 * one client, several at once on the same and on their own keys, and puts through one half of the
 * servers with gets through the other.
 */
import { seededRandom } from "../../nodes/host/random.ts";
import type { Check } from "../check/verdict.ts";
import type { FailoverCluster } from "./failover-cluster.ts";
import type { FailoverContext } from "./flags.ts";
import { RecordedClient } from "./recorded-client.ts";

const clients = 4;
const operationsPerClient = 40;
const sharedKeys = 4;
const halfPairs = 15;

type Step = readonly [f: "get" | "put" | "delete", value: string | null, due: string | undefined];

/** The value of a put, and what each operation must answer. */
const steps: readonly Step[] = [
  ["get", null, undefined],
  ["put", "Shoe", undefined],
  ["get", null, "Shoe"],
  ["put", "Ball; no longer", "Shoe"],
  ["put", "", "Ball; no longer"],
  ["get", null, ""],
  ["delete", null, ""],
  ["get", null, undefined],
  ["delete", null, undefined],
  ["put", "Shoe", undefined],
];

export async function oneClient(context: FailoverContext, store: FailoverCluster): Promise<void> {
  context.progress("one client");
  const client = new RecordedClient("alone", store.client(), context.recorder);
  const rows: string[][] = [];
  let wrong: string | undefined;
  for (const [f, value, due] of steps) {
    const answer = f === "put" ? await client.put("Nike", value ?? "") : await client[f]("Nike");
    rows.push([f, value ?? "", shown(answer)]);
    if (answer !== due) wrong ??= `${f} answered ${shown(answer)}, due was ${shown(due)}`;
  }
  context.table("One client: the key Nike", { head: ["operation", "value", "answer"], rows });
  context.check({
    name: "one client: every answer is the one that is due, old values included",
    verdict: wrong === undefined ? "PASS" : "FAIL",
    evidence: wrong ?? `${steps.length} operations`,
  });
}

function shown(value: string | undefined): string {
  return value === undefined ? "not present" : JSON.stringify(value);
}

/** What each writes to its own keys is known; what they do to shared ones the history tells. */
export async function severalClients(
  context: FailoverContext,
  store: FailoverCluster,
): Promise<void> {
  context.progress(`${clients} clients at once`);
  const ids = Array.from({ length: clients }, (_, index) => `c${index + 1}`);
  const owned = await Promise.all(ids.map((id) => work(context, store, id)));
  const wrong = owned.flatMap(({ wrong }) => wrong)[0];
  context.check({
    name: `${clients} clients at once: each finds its own keys as it left them`,
    verdict: wrong === undefined ? "PASS" : "FAIL",
    evidence:
      wrong ?? `${clients} × ${operationsPerClient} operations, half of them on shared keys`,
  });
}

async function work(context: FailoverContext, store: FailoverCluster, id: string) {
  const random = seededRandom(context.options.seed, id);
  const client = new RecordedClient(id, store.client(), context.recorder);
  const own = new Map<string, string>();
  const wrong: string[] = [];
  for (let number = 0; number < operationsPerClient; number++) {
    const value = `${id} ${number}`;
    if (random.integer(2) === 0) {
      const key = `contested ${random.integer(sharedKeys)}`;
      await (random.integer(2) === 0 ? client.put(key, value) : client.get(key));
      continue;
    }
    const key = `${id} key ${random.integer(5)}`;
    const isPut = random.integer(2) === 0;
    const answer = await (isPut ? client.put(key, value) : client.get(key));
    if (answer !== own.get(key)) wrong.push(`${id}: ${key} was ${answer}, not ${own.get(key)}`);
    if (isPut) own.set(key, value);
  }
  return { wrong };
}

export async function halfAndHalf(context: FailoverContext, store: FailoverCluster): Promise<void> {
  context.progress("puts through one half of the servers, gets through the other");
  const middle = Math.floor(store.ranks.length / 2);
  const { recorder } = context;
  const putter = new RecordedClient("putter", store.client(store.ranks.slice(0, middle)), recorder);
  const getter = new RecordedClient("getter", store.client(store.ranks.slice(middle)), recorder);
  context.check(await readAfterWrite(putter, getter, middle));
}

async function readAfterWrite(
  putter: RecordedClient,
  getter: RecordedClient,
  middle: number,
): Promise<Check> {
  const name = "a get through one half finds what was put through the other right before";
  for (let number = 0; number < halfPairs; number++) {
    const key = `half ${number % 3}`;
    await putter.put(key, `${number}`);
    const answer = await getter.get(key);
    if (answer === `${number}`) continue;
    const evidence = `${key} was put as ${number}, and read as ${shown(answer)}`;
    return { name, verdict: "FAIL", evidence };
  }
  const evidence = `${halfPairs} puts at ranks below ${middle}, ${halfPairs} gets at the others`;
  return { name, verdict: "PASS", evidence };
}
