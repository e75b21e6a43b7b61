/** What the nodes of one simulated job share beside messages: its folder and its output. */
import type { Host } from "../../nodes/host/host.ts";
import type { JobBeginning } from "../../nodes/mapreduce/job-journal.ts";
import type { MasterFiles } from "../../nodes/mapreduce/master-service.ts";
import { SimulatedHost } from "../sim/host.ts";
import type { Simulation } from "../sim/simulation.ts";

/** An output as it was put in place: the map outputs that went into it. */
export interface Placed {
  readonly task: number;
  readonly attempt: number;
  readonly contents: readonly string[];
}

export interface JobSizes {
  readonly mapTasks: number;
  readonly reduceTasks: number;
  readonly sharedNothing: boolean;
}

export class SimulatedWorld {
  /** The job's folder: contents by file name. */
  readonly files = new Map<string, readonly string[]>();
  /** In the order in which they were put in place. */
  readonly placed: Placed[] = [];
  /** How many outputs were placed after the job was over. */
  placedLate = 0;
  /** Workers that ended by themselves before the job was over. */
  readonly leftEarly: string[] = [];
  isOver = false;
}

const worlds = new WeakMap<Simulation, SimulatedWorld>();

/** The world of the simulation that a node or a client runs in. */
export function worldOf(host: Host): SimulatedWorld {
  if (!(host instanceof SimulatedHost)) throw new Error("only a simulated host has such a world");
  const known = worlds.get(host.simulation) ?? new SimulatedWorld();
  worlds.set(host.simulation, known);
  return known;
}

export const reduceFile = (task: number, attempt: number) => `reduce-${task}-${attempt}`;
export const mapFile = (task: number, attempt: number, partition: number) =>
  `map-${task}-${attempt}-${partition}`;

/** The files of a master, which stay as they are whatever happens to it. */
export function masterFiles(host: Host, sizes: JobSizes): MasterFiles {
  const world = worldOf(host);
  return {
    begin: (): JobBeginning => ({
      description: {
        ...{ id: "job", application: "", folder: "", durable: true, ...sizes },
        ...{ skipBadRecords: false, recordTimeoutMs: 60_000 },
      },
      pieces: Array.from({ length: sizes.mapTasks }, () => []),
      startedAtMs: host.clock.wallMs(),
    }),
    place(_job, task, attempt) {
      const contents = world.files.get(reduceFile(task, attempt));
      if (contents === undefined) throw new Error(`there is no output of attempt ${attempt}`);
      world.files.delete(reduceFile(task, attempt));
      world.placed.push({ task, attempt, contents });
      if (world.isOver) world.placedLate++;
    },
    end() {
      world.isOver = true;
      world.files.clear();
    },
  };
}
