/** What the master must do and no output of a job can show: steps of its state, one by one. */
import { noCounters } from "../../nodes/mapreduce/task-state.ts";
import { worker } from "../../nodes/mapreduce/testing/job-clock.ts";
import { type Check, fail, pass } from "../check/verdict.ts";
import type { JobPrograms } from "./job-programs.ts";

const [one, two, three] = [worker("w1"), worker("w2"), worker("w3")];

export function probeMaster(programs: JobPrograms): Check[] {
  return [
    looked("every task runs exactly once when nothing fails", () => runsOnce(programs)),
    looked("a straggler gets one backup copy", () => backsUp(programs)),
    looked("the task of a dead worker is run again", () => redoes(programs)),
    looked("map outputs that are gone are made again", () => makesAgain(programs)),
    looked("a restarted master uses no attempt number again", () => restores(programs)),
    looked("counters are counted once", () => counts(programs)),
    looked("bad records are left out", () => skips(programs)),
    looked("an application that fails ends the job", () => givesUp(programs)),
  ];
}

/** @param look tells what was wrong, or undefined */
function looked(name: string, look: () => string | undefined): Check {
  try {
    const wrong = look();
    return wrong === undefined ? pass(name, "as it should be") : fail(name, wrong);
  } catch (error) {
    return fail(name, String(error));
  }
}

function runsOnce({ JobUnderTest }: JobPrograms): string | undefined {
  const under = new JobUnderTest(4, 2);
  for (let time = 0; !under.job.isOver && time < 10; time++) {
    const tasks = [one, two].map((who) => [who, under.job.next(who)] as const);
    under.clock.nowMs += 1_000;
    for (const [who, task] of tasks) if (task !== undefined) under.finish(who, task);
  }
  const runs = under.told;
  return under.job.hasSucceeded && runs.length === 6 ? undefined : runs.join(", ");
}

function backsUp({ JobUnderTest }: JobPrograms): string | undefined {
  const under = new JobUnderTest(2, 1);
  under.start(one);
  const quick = under.start(two);
  under.clock.nowMs = 10;
  under.finish(two, quick);
  under.clock.nowMs = 10_000;
  const backup = under.job.next(two);
  const another = under.job.next(three);
  if (backup?.attempt === 2 && another === undefined) return undefined;
  return `attempts ${backup?.attempt}, ${another?.attempt}`;
}

function redoes({ JobUnderTest }: JobPrograms): string | undefined {
  const under = new JobUnderTest(1, 1, { backups: false });
  const lost = under.start(one);
  under.job.workerIsGone(one);
  const again = under.job.next(two);
  if (again?.attempt !== 2) return "it is not run again";
  return under.finish(one, lost) ? "the dead worker's output counts" : undefined;
}

function makesAgain({ JobUnderTest }: JobPrograms): string | undefined {
  const dead = new JobUnderTest(1, 1, { sharedNothing: true });
  dead.finish(one, dead.start(one));
  dead.job.workerIsGone(one);
  if (dead.job.next(two)?.kind !== "MAP") return "not when the mapper is dead";
  const lost = new JobUnderTest(1, 1);
  lost.finish(one, lost.start(one));
  lost.job.lose(two, lost.start(two), [{ task: 0, attempt: 1, address: "" }]);
  return lost.job.next(two)?.kind === "MAP" ? undefined : "not when a reducer misses them";
}

function restores({ JobUnderTest }: JobPrograms): string | undefined {
  const before = new JobUnderTest(2, 1);
  before.finish(one, before.start(one));
  before.start(two);
  const after = new JobUnderTest(2, 1);
  after.job.restore(before.events);
  const next = after.start(three);
  const right = next.number === 1 && next.attempt === 2;
  return right ? undefined : `map task ${next.number}, attempt ${next.attempt} comes next`;
}

function counts({ JobUnderTest }: JobPrograms): string | undefined {
  const under = new JobUnderTest(2, 1);
  const counters = { ...noCounters, bytes: 10 };
  const slow = under.start(one);
  under.job.progress(one, slow, 0.1, counters);
  under.finish(two, under.start(two), counters);
  under.clock.nowMs = 100_000;
  const backup = under.start(two);
  under.finish(two, backup, counters);
  under.job.progress(one, slow, 0.9, { ...counters, bytes: 9 });
  const bytes = under.job.maps.map((map) => map.counters.bytes);
  return Bun.deepEquals(bytes, [10, 10]) ? undefined : `${bytes}`;
}

function skips({ JobUnderTest }: JobPrograms): string | undefined {
  const under = new JobUnderTest(1, 1, { skipBadRecords: true, attempts: 1 });
  const record = { name: "a.txt", start: 1, end: 2, key: "" };
  under.job.fail(one, under.start(one), "Error", record);
  const next = under.job.next(one);
  return Bun.deepEquals(next?.badRecords, [record]) ? undefined : String(under.job.failure);
}

function givesUp({ JobUnderTest }: JobPrograms): string | undefined {
  const under = new JobUnderTest(1, 1, { attempts: 3 });
  for (let time = 0; time < 5 && !under.job.isOver; time++) {
    under.job.fail(one, under.start(one), "Error: no", null);
  }
  return under.job.failure?.includes("failed 3 times") ? undefined : String(under.job.failure);
}
