/**
 * One process that generates load, started and commanded by `LoadProcesses` over IPC; it ends with
 * its parent. Success is an answer to each command. A module that it is told to open exports
 * `openLoad`; by hand it does nothing: `bun scripts/bench/load-worker.ts`
 */
import { closedLoop, type LoadResult, type Operation, openLoop } from "./load-loops.ts";

/** What a module knows how to do to a system that runs. */
export interface Load {
  /**
   * One kind of operation of one lane, such as `read`. Those of one lane never run at once; those
   * of different lanes do.
   * @throws Error on a kind that this load does not have
   */
  operation(kind: string, lane: number): Operation;
  /** Reads back what was written. @returns how many values; @throws when one is not as written */
  verify(): Promise<number>;
  close(): void;
}

/** What a load is told about this process. */
export interface LoadPlace {
  /** Unique among the processes: what two of them write must not collide. */
  readonly worker: number;
  readonly seed: number;
}

/** What a module of loads exports as `openLoad`. */
export type OpenLoad<Options> = (options: Options, place: LoadPlace) => Promise<Load>;

export type Command =
  | {
      readonly do: "open";
      readonly load: string;
      readonly module: string;
      readonly options: object;
    }
  | {
      readonly do: "run";
      readonly load: string;
      readonly kind: string;
      readonly lanes: number;
      readonly durationMs: number;
      /** Open loop at this rate; without it a closed loop. */
      readonly ratePerSecond?: number;
      /** Of a closed loop: it ends when each lane has made so many. */
      readonly callsPerLane?: number;
    }
  | { readonly do: "verify"; readonly load: string }
  | { readonly do: "close"; readonly load: string };

export type Answer = { readonly value: LoadResult | number | null } | { readonly error: string };

const place: LoadPlace = {
  worker: Number(process.env["LOAD_WORKER"] ?? 0),
  seed: Number(process.env["LOAD_SEED"] ?? 0),
};
const loads = new Map<string, Load>();

async function execute(command: Command): Promise<LoadResult | number | null> {
  if (command.do === "open") {
    const { openLoad } = await import(command.module);
    loads.set(command.load, await openLoad(command.options, place));
    return null;
  }
  const load = loads.get(command.load);
  if (load === undefined) throw new Error(`there is no load ${command.load}`);
  if (command.do === "verify") return load.verify();
  if (command.do === "close") {
    load.close();
    loads.delete(command.load);
    return null;
  }
  const { kind, lanes, durationMs, ratePerSecond, callsPerLane } = command;
  const operations = Array.from({ length: lanes }, (_, lane) => load.operation(kind, lane));
  return ratePerSecond === undefined
    ? closedLoop(operations, durationMs, callsPerLane)
    : openLoop(operations, ratePerSecond, durationMs);
}

process.on("message", async (command: Command) => {
  try {
    process.send?.({ value: await execute(command) } satisfies Answer);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.send?.({ error: message } satisfies Answer);
  }
});
