/** What the list of backends promises, each looked at by itself. */
import type { Listed } from "../../nodes/balancer/backend-list.ts";
import type { Load } from "../../nodes/balancer/load.ts";
import { RpcError } from "../../nodes/host/rpc-error.ts";
import { type Check, fail, pass } from "../check/verdict.ts";
import type { Programs } from "./balancer-programs.ts";

export const idle: Load = {
  inFlight: 0,
  queued: 0,
  capacity: 1,
  utilization: 0,
  processUtilization: 0,
  eventLoopDelayMs: 0,
  requestsPerSecond: 0,
  errorsPerSecond: 0,
  latencyMs: 0,
};

const leaseMs = 1_000;

/** Looks at one promise. An error that it throws is a promise broken in an unforeseen way. */
export type Probe = (programs: Programs) => Check | Promise<Check>;

/** A list with a clock that stands where it is set. */
export function listAt(programs: Programs) {
  const clock = { nowMs: 0, monotonicMs: () => clock.nowMs };
  const list = new programs.BackendList(clock, leaseMs);
  const join = (id: string, incarnation = 1) =>
    list.register({ id, address: `${id}:7000`, incarnation });
  return { clock, list, join };
}

/** PASS where nothing is wrong. */
export function verdict(name: string, wrong: string | undefined, evidence: string): Check {
  return wrong === undefined ? pass(name, evidence) : fail(name, wrong);
}

/** The code of what is refused; undefined when it is not. */
export function refusal(act: () => void): string | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof RpcError) return error.code;
    throw error;
  }
  return undefined;
}

export const listProbes: readonly Probe[] = [olderIncarnation, badLoads, lateReport, twice];

/** A process that was taken for dead, and has a successor, can do nothing to that one any more. */
function olderIncarnation(programs: Programs): Check {
  const name = "an older incarnation can neither replace nor remove the newer";
  const { clock, list, join } = listAt(programs);
  join("b1", 1);
  clock.nowMs = 900;
  join("b1", 2);
  const wrong: string[] = [];
  const listed = () => list.live.map(({ id, incarnation }) => `${id}/${incarnation}`).join(" ");
  if (refusal(() => join("b1", 1)) !== "ABORTED") wrong.push("it could register again");
  if (refusal(() => list.report("b1", 1, 9, idle)) !== "ABORTED") wrong.push("it could report");
  list.deregister("b1", 1);
  if (listed() !== "b1/2") wrong.push(`after it left, the list is [${listed()}]`);
  // Its lease would end at 1,000, that of the newer one at 1,900.
  clock.nowMs = 1_500;
  if (listed() !== "b1/2") wrong.push(`after its lease, the list is [${listed()}]`);
  clock.nowMs = 2_000;
  if (listed() !== "") wrong.push("the newer one outlived its own lease");
  return verdict(name, wrong[0], "register, report, deregister and lease of incarnation 1, then 2");
}

const nonsense: readonly Partial<Load>[] = [
  { inFlight: -1 },
  { queued: -1 },
  { capacity: 0 },
  { utilization: Number.NaN },
  { utilization: 50 },
  { requestsPerSecond: Number.POSITIVE_INFINITY },
  { latencyMs: -0.5 },
  { eventLoopDelayMs: 1e300 },
];

function badLoads(programs: Programs): Check {
  const name = "a load that can't be is refused";
  const accepted = nonsense.find((part) => {
    return refusal(() => programs.believable({ ...idle, ...part })) !== "INVALID_ARGUMENT";
  });
  const right = refusal(() => programs.believable({ ...idle, inFlight: 3, utilization: 1 }));
  const wrong =
    accepted === undefined
      ? right && `a load that can be was refused: ${right}`
      : `${Object.entries(accepted)} was accepted`;
  return verdict(name, wrong, `${nonsense.length} loads: negative, NaN, infinite, absurd`);
}

function lateReport(programs: Programs): Check {
  const name = "a report that arrives late does not undo a newer one";
  const { list, join } = listAt(programs);
  join("b1");
  list.report("b1", 1, 2, { ...idle, inFlight: 7 });
  list.report("b1", 1, 1, { ...idle, inFlight: 1 });
  const inFlight = list.live[0]?.load?.inFlight;
  return verdict(name, inFlight === 7 ? undefined : `${inFlight} in flight`, "number 2, number 1");
}

function twice(programs: Programs): Check {
  const name = "a backend is listed once, and an address belongs to one";
  const { list, join } = listAt(programs);
  join("b1");
  join("b1");
  join("b1", 2);
  const other = refusal(() => list.register({ id: "b2", address: "b1:7000", incarnation: 1 }));
  const moved = refusal(() => list.register({ id: "b1", address: "b9:7000", incarnation: 2 }));
  const listed = list.live.map(({ id, address }: Listed) => `${id} ${address}`).join(", ");
  const wrong = [
    ...(listed === "b1 b1:7000" ? [] : [`the list is [${listed}]`]),
    ...(other === "ALREADY_EXISTS" ? [] : ["another backend could take its address"]),
    ...(moved === "ALREADY_EXISTS" ? [] : ["the same incarnation could take another address"]),
  ];
  return verdict(name, wrong[0], "registered three times, then by another, then elsewhere");
}
