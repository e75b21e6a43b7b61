/** What must hold of a simulated job, whatever the faults. */
import type { JobStatus } from "../../nodes/mapreduce/protocol.ts";
import type { Event } from "../check/history.ts";
import { type Check, fail, pass, undecided } from "../check/verdict.ts";
import type { Outcome } from "../sim/problem.ts";
import { bytesOfRecord, recordsOfTask } from "./simulated-runner.ts";
import type { JobSizes, SimulatedWorld } from "./simulated-world.ts";

export interface FinalJob {
  readonly status: JobStatus;
  readonly world: Pick<SimulatedWorld, "placed" | "placedLate" | "leftEarly">;
}

/** What a client's `ok` event keeps of a status. */
export interface Seen {
  readonly state: string;
  readonly mapDone: number;
  readonly reduceDone: number;
}

export function judgeSchedule(
  sizes: JobSizes,
  undisturbed: boolean,
  { history, state }: Outcome<FinalJob>,
): Check[] {
  const stays = staysDone(history, sizes);
  if (state === undefined) return [stays, undecided("the job succeeds", "it was never read")];
  const { status, world } = state;
  const once = undisturbed ? [exactlyOnce(status, sizes)] : [];
  return [
    stays,
    succeeds(status),
    ...once,
    whole(world, sizes),
    committed(state),
    counters(state, sizes),
    late(world),
  ];
}

function succeeds({ state, error, retries }: JobStatus): Check {
  const name = "the job succeeds";
  return state === "succeeded" ? pass(name, `${retries} retries`) : fail(name, `${state} ${error}`);
}

function exactlyOnce({ runs }: JobStatus, { mapTasks, reduceTasks }: JobSizes): Check {
  const name = "every task runs exactly once when nothing fails";
  const evidence = `${runs.length} attempts of ${mapTasks + reduceTasks} tasks`;
  return runs.length === mapTasks + reduceTasks ? pass(name, evidence) : fail(name, evidence);
}

/** Each output has what every map task has for it, once. */
function whole({ placed }: FinalJob["world"], { mapTasks, reduceTasks }: JobSizes): Check {
  const name = "every output is whole";
  for (let task = 0; task < reduceTasks; task++) {
    const last = placed.findLast((each) => each.task === task);
    const due = Array.from({ length: mapTasks }, (_, map) => `${map} for ${task}`);
    if (!Bun.deepEquals(last?.contents, due)) {
      return fail(name, `output ${task} is made of ${last?.contents.join(", ") ?? "nothing"}`);
    }
  }
  return pass(name, `${reduceTasks} outputs of ${mapTasks} map tasks`);
}

/** The output that stands is that of the attempt that the master counts. */
function committed({ status, world }: FinalJob): Check {
  const name = "the first finisher is committed, and no other";
  const wrong: string[] = [];
  const counted = status.runs.filter(({ outcome }) => outcome === "committed");
  const tasks = Map.groupBy(counted, ({ attempt }) => `${attempt?.kind} ${attempt?.number}`);
  for (const [task, runs] of tasks) {
    if (runs.length > 1) wrong.push(`${task} was committed ${runs.length} times`);
  }
  for (const { attempt } of counted) {
    if (attempt?.kind !== "REDUCE") continue;
    const last = world.placed.findLast(({ task }) => task === attempt.number);
    if (last?.attempt === attempt.attempt) continue;
    wrong.push(`output ${attempt.number} is of attempt ${last?.attempt}, not ${attempt.attempt}`);
  }
  return wrong.length === 0
    ? pass(name, `${counted.length} attempts`)
    : fail(name, wrong.join("; "));
}

function counters({ status }: FinalJob, { mapTasks }: JobSizes): Check {
  const name = "counters are counted once";
  const due = mapTasks * recordsOfTask * bytesOfRecord;
  const evidence = `${status.counters?.bytes} of ${due} bytes`;
  return status.counters?.bytes === due ? pass(name, evidence) : fail(name, evidence);
}

function late({ placedLate, leftEarly }: FinalJob["world"]): Check {
  const name = "nothing changes after the end, and nobody leaves before it";
  const evidence = `${placedLate} placed late; left early: ${leftEarly.join(", ") || "nobody"}`;
  return placedLate === 0 && leftEarly.length === 0 ? pass(name, evidence) : fail(name, evidence);
}

/** What a client was told is done, is done for whoever asks afterwards, also across restarts. */
function staysDone(history: readonly Event[], { sharedNothing }: JobSizes): Check {
  const name = "what is done stays done";
  const before = new Map<string, Seen>();
  for (const { process, type, value } of history) {
    if (type !== "ok") continue;
    const seen = value as Seen;
    const last = before.get(process);
    before.set(process, seen);
    if (last === undefined) continue;
    const undone =
      seen.reduceDone < last.reduceDone || (last.state !== "running" && seen.state !== last.state);
    // Where nothing is shared, map outputs go with their workers.
    if (undone || (!sharedNothing && seen.mapDone < last.mapDone)) {
      return fail(name, `${process} saw ${JSON.stringify(last)}, then ${JSON.stringify(seen)}`);
    }
  }
  return pass(name, `${history.length} events`);
}
