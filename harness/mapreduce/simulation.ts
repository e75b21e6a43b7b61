/** A job as a problem of the simulation: a master and workers under faults, in virtual time. */
import type { Host } from "../../nodes/host/host.ts";
import type { FiniteServer } from "../../nodes/host/run-node.ts";
import { type JobStatus, Master } from "../../nodes/mapreduce/protocol.ts";
import type { Perform, Problem } from "../sim/problem.ts";
import { type JobPrograms, rightPrograms } from "./job-programs.ts";
import { type FinalJob, judgeSchedule, type Seen } from "./judge-schedule.ts";
import { SimulatedRunner } from "./simulated-runner.ts";
import { masterFiles, worldOf } from "./simulated-world.ts";

export interface JobUnderSimulation {
  readonly sharedNothing: boolean;
  /** No task is slow and nothing fails: then every task must run exactly once. */
  readonly undisturbed?: boolean;
}

const master = "master:7000";
const workers = ["w1", "w2", "w3"];
const sizes = { mapTasks: 10, reduceTasks: 5 };
/** Short, so that a schedule of three seconds sees leases run out. */
const limits = {
  ...{ leaseMs: 400, attempts: 3, skipBadRecords: false, journal: true, awaitWorkers: 1 },
  ...{ backups: true, backupAfterMs: 500 },
};
/** Longer than any fault. */
const masterTimeoutMs = 120_000;
/** Once all has healed a job that goes on at all is over by then. */
const overWithinMs = 60_000;
const betweenLooksMs = 100;

export function jobProblem(
  { sharedNothing, undisturbed = false }: JobUnderSimulation,
  programs: JobPrograms = rightPrograms,
): Problem<FinalJob> {
  const shape = { ...sizes, sharedNothing };
  return {
    name: sharedNothing ? "shared nothing" : "shared folder",
    nodes: [
      {
        id: "master",
        start: (host) => programs.serveMaster(host, master, limits, masterFiles(host, shape)),
      },
      ...workers.map((id) => ({
        id,
        start: (host: Host) => startWorker(host, programs, undisturbed),
      })),
    ],
    methods: ["Register", "NextTask", "Complete", ...(sharedNothing ? ["Fetch"] : [])],
    diskOperations: ["sync"],
    operation: () => ({ f: "status", key: null, value: null }),
    client: (host) => reader(host),
    observe: (host) => observe(host),
    judge: (outcome) => judgeSchedule(shape, undisturbed, outcome),
  };
}

async function startWorker(
  host: Host,
  programs: JobPrograms,
  undisturbed: boolean,
): Promise<FiniteServer> {
  const options = { address: `${host.id}:7000`, master, masterTimeoutMs, slowDown: 1 };
  const runner = new SimulatedRunner(host, !undisturbed);
  const server = await programs.startWorker(host, options, runner);
  const world = worldOf(host);
  void server.finished?.then((code) => {
    if (!world.isOver) world.leftEarly.push(`${host.id} with ${code}`);
  });
  return server;
}

function reader(host: Host): Perform {
  return async () => {
    const { state, mapDone, reduceDone } = await host.connect(Master, master).status({});
    const seen: Seen = { state, mapDone, reduceDone };
    return { value: seen, node: "master" };
  };
}

async function observe(host: Host): Promise<FinalJob> {
  const untilMs = host.clock.monotonicMs() + overWithinMs;
  let status: JobStatus;
  do {
    await host.clock.sleep(betweenLooksMs);
    status = await host.connect(Master, master).status({});
  } while (status.state === "running" && host.clock.monotonicMs() < untilMs);
  const { placed, placedLate, leftEarly } = worldOf(host);
  return { status, world: { placed: [...placed], placedLate, leftEarly } };
}
