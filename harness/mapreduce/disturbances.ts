/** What is done to jobs on purpose. Each tells afterwards whether it struck. */
import type { JobStatus, Kind, Run } from "../../nodes/mapreduce/protocol.ts";
import { type Check, pass, undecided } from "../check/verdict.ts";
import type { NodeProcess } from "../kit/node-process.ts";
import type { JobRun } from "./job-run.ts";

/** @returns what tells from the job's last status whether it struck */
export type Disturbance = (run: JobRun) => Promise<(status: JobStatus) => Check>;

/**
 * Stops a worker in the middle of a task, of a kind or of any. It is stopped first and asked for
 * afterwards: a task may end between the look and the stop.
 * @returns undefined when the job was over before
 */
export async function catchAt(run: JobRun, kind?: Kind): Promise<NodeProcess | undefined> {
  for (;;) {
    const status = await run.until((now) => atTask(now, kind) !== undefined);
    const worker = run.workers.find(({ id }) => id === atTask(status, kind));
    if (worker === undefined) return undefined;
    worker.pause();
    const { runs } = await run.status();
    const isCaught = runs.some((each) => each.worker === worker.id && isAt(each, kind));
    if (isCaught) return worker;
    worker.resume();
  }
}

const isAt = ({ attempt, outcome }: Run, kind: Kind | undefined) =>
  outcome === "running" && attempt?.kind === (kind ?? attempt?.kind);

function atTask({ runs }: JobStatus, kind: Kind | undefined): string | undefined {
  return runs.find((run) => isAt(run, kind))?.worker;
}

/** Kills one worker at a map task and one at a reduce task; a third one is left. */
export const killInTheMiddle: Disturbance = async (run) => {
  for (const kind of ["MAP", "REDUCE"] as const) {
    const victim = await catchAt(run, kind);
    if (victim !== undefined) await run.kill(victim);
  }
  return ({ runs }) => {
    const lost = runs
      .filter(({ outcome }) => outcome === "lost")
      .map(({ attempt }) => attempt?.kind);
    return struck(
      "a worker dies in a map task and one in a reduce task",
      lost.includes("MAP") && lost.includes("REDUCE"),
      `attempts lost: ${lost.join(", ")}`,
    );
  };
};

/** Stops a worker at a map task until its task was done by another, then lets it go on. */
export const stopAndWake: Disturbance = async (run) => {
  const sleeper = await catchAt(run, "MAP");
  const status = await run.until((now) => tasksRedone(now, sleeper?.id).length > 0);
  sleeper?.resume();
  const redone = tasksRedone(status, sleeper?.id);
  return () =>
    struck(
      "a worker wakes up after its task was redone",
      redone.length > 0,
      `redone before it woke up: map task ${redone.join(", ")}`,
    );
};

/** Map tasks that this worker lost and another one has done. */
function tasksRedone({ runs }: JobStatus, worker: string | undefined): number[] {
  const numbers = (own: boolean, outcome: string) =>
    runs
      .filter((run) => run.attempt?.kind === "MAP" && run.outcome === outcome)
      .filter((run) => (run.worker === worker) === own)
      .map(({ attempt }) => attempt?.number ?? -1);
  const done = numbers(false, "committed");
  return numbers(true, "lost").filter((number) => done.includes(number));
}

export const restartTheMaster: Disturbance = async (run) => {
  const before = await run.until(({ mapDone }) => mapDone >= 2);
  if (before.state === "running") await run.restartMaster();
  const kept = before.runs.filter(({ outcome }) => outcome === "committed").length;
  return ({ runs }) => {
    const restored = runs.slice(0, before.runs.length);
    const still = restored.filter(({ outcome }) => outcome === "committed").length;
    return struck(
      "a restarted master goes on with what was done",
      before.state === "running" && still >= kept && kept > 0,
      `${kept} tasks were done before, and of those attempts ${still} count`,
    );
  };
};

/** Kills a worker that has map outputs which nobody else has. */
export const vanishAfterMapping: Disturbance = async (run) => {
  const status = await run.until(({ mapDone, mapTasks }) => mapDone === mapTasks);
  const owner = status.runs.find(({ outcome }) => outcome === "committed")?.worker;
  const victim = run.workers.find(({ id }) => id === owner);
  if (victim?.running) await run.kill(victim);
  return ({ runs }) => {
    const gone = runs.filter(({ outcome }) => outcome === "gone").length;
    return struck("map tasks whose output is gone run again", gone > 0, `${gone} were gone`);
  };
};

/** A fault that never struck makes nothing certain. */
function struck(name: string, did: boolean, evidence: string): Check {
  return did ? pass(name, evidence) : undecided(name, `it never struck; ${evidence}`);
}
