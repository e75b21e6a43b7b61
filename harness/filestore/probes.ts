/** What a protocol promises and no history of values can show, each looked at in its own way. */
import { seededRandom } from "../../nodes/host/random.ts";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";
import { ignoreRejections } from "../sim/ignore-rejections.ts";
import { type PlannedOperation, usualConditions } from "../sim/plan.ts";
import { runSchedule } from "../sim/run-schedule.ts";
import { fileStoreProblem, type StoreUnderTest } from "./simulation.ts";
import type { StorePrograms } from "./store-programs.ts";
import { uuids } from "./workload.ts";

/** All probes of one protocol. */
export async function probe(store: StoreUnderTest, programs: StorePrograms): Promise<Check[]> {
  if (store.protocol === "quorum") return [refusesBadSizes(programs), choosesAtRandom(programs)];
  return store.protocol === "nonblocking" ? [await doesNotWait(store, programs)] : [];
}

/** Gifford 1979: a read meets every write when N_r + N_w > N, and two writes when 2 N_w > N. */
function refusesBadSizes({ quorumProblem }: StorePrograms): Check {
  const name = "sizes whose quorums can miss each other are refused";
  const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1);
  const all = upTo(7).flatMap((replicas) =>
    upTo(replicas).flatMap((readQuorum) =>
      upTo(replicas).map((writeQuorum) => ({ replicas, readQuorum, writeQuorum })),
    ),
  );
  const wrong = all.find((sizes) => {
    const { replicas, readQuorum, writeQuorum } = sizes;
    const meet = readQuorum + writeQuorum > replicas && 2 * writeQuorum > replicas;
    return (quorumProblem(sizes) === undefined) !== meet;
  });
  if (wrong === undefined) return pass(name, `${all.length} combinations of N, N_r and N_w`);
  const { replicas, readQuorum, writeQuorum } = wrong;
  return fail(name, `N = ${replicas}, N_r = ${readQuorum}, N_w = ${writeQuorum} is judged wrongly`);
}

function choosesAtRandom({ pickQuorum }: StorePrograms): Check {
  const name = "every quorum is chosen about as often";
  const random = seededRandom(1, "quorums");
  const members = ["r1", "r2", "r3", "r4", "r5"].map((id) => {
    return { id, address: `${id}:7000`, incarnation: 1 };
  });
  const sizes = { replicas: 5, readQuorum: 3, writeQuorum: 3 };
  const request = { operation: "WRITE", linearizable: false };
  const counts = new Map<string, number>();
  const times = 2_000;
  for (let time = 0; time < times; time += 1) {
    const chosen = pickQuorum(random, members, sizes, request).map(({ id }) => id);
    const key = chosen.sort().join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const seen = [...counts.values()];
  const range = `${Math.min(...seen)} to ${Math.max(...seen)} times each`;
  const evidence = `of ${times} quorums ${counts.size} sets, ${range}`;
  // 3 of 5 make 10 sets, 200 times each; five standard deviations of 13.4 are far from chance.
  const fair = counts.size === 10 && seen.every((count) => Math.abs(count - 200) < 5 * 13.4);
  return fair ? pass(name, evidence) : fail(name, evidence);
}

/** The primary confirms at once, also while a backup that holds its lease is stopped. */
async function doesNotWait(store: StoreUnderTest, programs: StorePrograms): Promise<Check> {
  const name = "a write does not wait for a stopped backup";
  const pause = { kind: "pause", at: 100, forMs: 400, node: "r3" } as const;
  const operations = uuids.slice(0, 5).map((key, index): PlannedOperation => {
    const value = { name: `name-${index}.txt`, content: "content" };
    return { client: `c${index}`, at: 150, f: "write", key, value };
  });
  const problem = fileStoreProblem(store, programs);
  const { history } = await ignoreRejections(async () =>
    runSchedule(problem, { operations, faults: [pause] }, 1, usualConditions),
  );
  const invoked = new Map(history.map((event) => [`${event.process} ${event.type}`, event.time]));
  const took = history
    .filter(({ type, node }) => type === "ok" && node !== "r3")
    .map(({ process, time }) => time - (invoked.get(`${process} invoke`) ?? time));
  if (took.length === 0) return undecided(name, "every client asked the stopped backup");
  const longestMs = Math.max(...took);
  const evidence = `${took.length} writes took at most ${longestMs.toFixed(1)} ms`;
  return longestMs < 100 ? pass(name, evidence) : fail(name, evidence);
}
