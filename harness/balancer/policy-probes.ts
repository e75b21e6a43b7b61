/** What the policies promise, each looked at by itself. */
import type { PolicyName } from "../../nodes/balancer/policies.ts";
import { seededRandom } from "../../nodes/host/random.ts";
import type { Check } from "../check/verdict.ts";
import type { Programs } from "./balancer-programs.ts";
import { idle, listAt, type Probe, refusal, verdict } from "./list-probes.ts";
import { PairCounts } from "./pair-counts.ts";

/** A list with backends b1, b2, …, and what asks it. */
function setUp(programs: Programs, policy: PolicyName, size: number) {
  const { clock, list, join } = listAt(programs);
  const random = seededRandom(1, policy);
  const ids = Array.from({ length: size }, (_, index) => `b${index + 1}`);
  for (const id of ids) join(id);
  let sequence = 0;
  const report = (id: string, load: Partial<typeof idle>) => {
    sequence += 1;
    list.report(id, 1, sequence, { ...idle, ...load });
  };
  /** The ids that so many calls go to, each as often as it is called. */
  const ask = (calls: number, exclude: readonly string[] = []): string[] => {
    const query = { calls, count: 1, exclude };
    const chosen = programs.choose(list, programs.policies[policy], query, clock.nowMs, random);
    return chosen.flatMap(({ backend, calls: its }) => Array<string>(its).fill(backend.id));
  };
  return { clock, list, join, ids, report, ask, random };
}

/** How often each came; 0 for those that never did. */
function tally(ids: readonly string[], chosen: readonly string[]): Map<string, number> {
  const counts = new Map(ids.map((id) => [id, 0]));
  for (const id of chosen) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

const spread = (counts: ReadonlyMap<string, number>) =>
  Math.max(...counts.values()) - Math.min(...counts.values());

const show = (counts: ReadonlyMap<string, number>) =>
  [...counts].map(([id, count]) => `${id} ${count}`).join(", ");

export const policyProbes: readonly Probe[] = [
  evenTurns,
  sticks,
  comparesNumbers,
  countsWhatItHandsOut,
  forgetsAtReport,
  reckonsWhatIsFinished,
  breaksTiesEvenly,
  avoidsTheOverloaded,
  followsWeights,
  excludes,
];

/** Between any two that stay, over any time, whoever joins and leaves meanwhile. */
function evenTurns(programs: Programs): Check {
  const name = "round robin: counts differ by at most 1, also across joins and leaves";
  const { list, join, ask, random } = setUp(programs, "round_robin", 0);
  const pairs = new PairCounts();
  let worst = 0;
  let changes = 0;
  for (let step = 0; step < 2_000; step += 1) {
    const present = list.live.map(({ id }) => id);
    const id = `b${1 + random.integer(9)}`;
    if (present.length === 0 || random.number() < 0.1) {
      changes += 1;
      if (present.includes(id)) {
        list.deregister(id, 1);
        pairs.leave(id);
      } else {
        join(id);
        pairs.join(id);
      }
    } else for (const chosen of ask(1)) pairs.count(chosen);
    worst = Math.max(worst, pairs.worst);
  }
  const evidence = `at most ${worst} apart in 2,000 steps with ${changes} joins and leaves`;
  return verdict(name, worst <= 1 ? undefined : evidence, evidence);
}

function sticks(programs: Programs): Check {
  const name = "pick first: sticks to the first live one";
  const { list, join, ask } = setUp(programs, "pick_first", 2);
  join("a0");
  const first = ask(3);
  list.deregister("b1", 1);
  const second = ask(3);
  join("b1");
  const third = ask(3);
  const seen = [...first, ...second, ...third].join(" ");
  const wrong = seen === "b1 b1 b1 b2 b2 b2 b2 b2 b2" ? undefined : `it chose ${seen}`;
  return verdict(name, wrong, "b1 until it left, then b2, also when b1 was back");
}

function comparesNumbers(programs: Programs): Check {
  const name = "least load: loads are compared as numbers";
  const { report, ask } = setUp(programs, "least_load", 3);
  report("b1", { inFlight: 10 });
  report("b2", { inFlight: 9 });
  report("b3", { inFlight: 100 });
  const [chosen] = ask(1);
  return verdict(name, chosen === "b2" ? undefined : `${chosen} of 10, 9 and 100`, "9 of 10, 100");
}

/** Ousterhout's herd: everybody runs to the one that was idle a moment ago. */
function countsWhatItHandsOut(programs: Programs): Check {
  const name = "least load: 100 queries between two reports do not all go to one";
  const { ids, report, ask } = setUp(programs, "least_load", 5);
  for (const id of ids) report(id, { inFlight: id === "b3" ? 0 : 2 });
  const counts = tally(ids, Array.from({ length: 100 }, () => ask(1)).flat());
  const most = Math.max(...counts.values());
  return verdict(name, most <= 25 ? undefined : show(counts), show(counts));
}

function forgetsAtReport(programs: Programs): Check {
  const name = "least load: a report replaces what was handed out before it";
  const { report, ask } = setUp(programs, "least_load", 2);
  const chosen: string[] = [];
  for (let round = 0; round < 10; round += 1) {
    report("b1", {});
    report("b2", { inFlight: 5 });
    chosen.push(...ask(4));
  }
  const counts = show(tally(["b1", "b2"], chosen));
  const evidence = `idle and busy with 5 at each of 10 reports, 4 calls after each: ${counts}`;
  return verdict(name, chosen.every((id) => id === "b1") ? undefined : evidence, evidence);
}

/** An old report must not look worse than a fresh one only since more was handed out after it. */
function reckonsWhatIsFinished(programs: Programs): Check {
  const name = "least load: what is finished between reports is reckoned";
  const { clock, ids, report, ask } = setUp(programs, "least_load", 4);
  const load = { inFlight: 2, capacity: 2, utilization: 0.8, requestsPerSecond: 80 };
  for (const id of ids) report(id, load);
  const chosen: string[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    clock.nowMs += 4;
    chosen.push(...ask(1));
    // Each reports at another time, every 40 ms.
    const index = ids.length - 1 - ((turn + 1) / 10 - 1);
    if ((turn + 1) % 10 === 0) report(ids[index] ?? "b1", load);
  }
  const burst = Math.max(
    ...chosen.map((_, from) => Math.max(...tally([], chosen.slice(from, from + 8)).values())),
  );
  const evidence = `at most ${burst} of any 8 calls in a row to one of 4`;
  return verdict(name, burst <= 4 ? undefined : evidence, evidence);
}

function breaksTiesEvenly(programs: Programs): Check {
  const name = "ties are broken evenly";
  const { ids, report, ask } = setUp(programs, "least_load", 4);
  const chosen: string[] = [];
  for (let round = 0; round < 40; round += 1) {
    for (const id of ids) report(id, {});
    chosen.push(...ask(1));
  }
  const counts = tally(ids, chosen);
  return verdict(name, spread(counts) <= 1 ? undefined : show(counts), show(counts));
}

/** Random choices may not be blind. */
function avoidsTheOverloaded(programs: Programs): Check {
  const name = "an overloaded backend gets next to nothing";
  const policies = ["least_load", "power_of_two", "prequal"] as const;
  const shares = policies.map((policy) => {
    const { ids, report, ask } = setUp(programs, policy, 5);
    for (const id of ids) report(id, { queued: id === "b4" ? 1_000 : 0, latencyMs: 10 });
    return { policy, share: tally(ids, ask(500)).get("b4") ?? 0 };
  });
  const wrong = shares.find(({ share }) => share > 0);
  const evidence = shares.map(({ policy, share }) => `${policy} ${share}`).join(", ");
  return verdict(name, wrong && evidence, `of 500 calls: ${evidence}`);
}

function followsWeights(programs: Programs): Check {
  const name = "weighted round robin: shares follow what each can do, once that is known";
  const { clock, ids, report, ask } = setUp(programs, "weighted_round_robin", 3);
  const tell = () => {
    report("b1", { requestsPerSecond: 100, utilization: 0.5 });
    report("b2", { requestsPerSecond: 50, utilization: 0.5 });
    report("b3", { requestsPerSecond: 50, utilization: 0.5, errorsPerSecond: 25 });
  };
  tell();
  const early = tally(ids, ask(300));
  for (let round = 0; round < 12; round += 1) {
    clock.nowMs += 100;
    tell();
  }
  // 100 / 0.5, 50 / 0.5 and 50 / (0.5 + 25 / 50) are 200, 100 and 50.
  const counts = tally(ids, ask(700));
  const due = [400, 200, 100];
  const off = ids.some((id, index) => Math.abs((counts.get(id) ?? 0) - (due[index] ?? 0)) > 10);
  const evidence = `${show(early)} of 300 in the blackout, ${show(counts)} of 700 after it`;
  return verdict(name, off || spread(early) > 1 ? evidence : undefined, evidence);
}

function excludes(programs: Programs): Check {
  const name = "what is excluded is not named";
  const wrong: string[] = [];
  for (const policy of Object.keys(programs.policies) as PolicyName[]) {
    const { ask } = setUp(programs, policy, 3);
    if (ask(30, ["b1", "b3"]).some((id) => id !== "b2")) wrong.push(policy);
    const all = refusal(() => ask(1, ["b1", "b2", "b3"]));
    if (all !== "UNAVAILABLE") wrong.push(`${policy}, where all are excluded`);
  }
  return verdict(name, wrong[0], "every policy, with two of three and with all excluded");
}
